"""Records kept in a case: numbered, with the lists they used, never overwritten."""

from __future__ import annotations

from pathlib import Path

from tenderlight.lists.history import Lists
from tenderlight.lists.store import ListStore
from tenderlight.matching import Query
from tenderlight.model.values import PartialDate
from tenderlight.screening import Question, Screener
from tenderlight.screening.kept import LISTS, by_contract, is_current, keep, newest
from tenderlight.screening.record import read_record, record_of
from tenderlight.screening.screener import RESEMBLES_IN_A_CASE
from tests.lists import made_lists
from tests.screening import held_lists


def question(name: str = "Acorn Vision", contract: str = "k1") -> Question:
    query = Query(name=name)
    return Question(query=query, days=(PartialDate(year=2020),), where=contract, role="brand", day_is="of the award")


def kept(case: Path, store: Path, *questions: Question) -> Path:
    screener = Screener(Lists(ListStore(store)), resembles_from=RESEMBLES_IN_A_CASE)
    return keep(case, screener, screener.ask_all(questions), ListStore(store))


def test_a_record_is_kept_once_and_a_new_one_beside_it(tmp_path: Path) -> None:
    case, store = tmp_path / "case", held_lists.fill(tmp_path / "store")
    case.mkdir()
    assert newest(case) is None
    first = kept(case, store, question())
    before = first.read_bytes()
    assert kept(case, store, question()) == first
    second = kept(case, store, question(), question("Birch"))
    assert (first.name, second.name) == ("0001.jsonl", "0002.jsonl")
    assert first.read_bytes() == before
    assert newest(case) == second


def test_a_case_can_be_screened_again_from_itself_alone(tmp_path: Path) -> None:
    case, store = tmp_path / "case", held_lists.fill(tmp_path / "store", held_lists.ENTITY_LIST, made_lists.csl())
    case.mkdir()
    record = kept(case, store, question())
    store.rename(tmp_path / "gone")
    asked = read_record(record.read_bytes())
    own = Screener(Lists(ListStore(case / LISTS), sha256s=asked.sha256s), resembles_from=asked.resembles_from)
    again = b"".join(line + b"\n" for line in record_of(own, own.ask_all(asked.questions)))
    assert again == record.read_bytes()


def test_a_record_is_out_of_date_when_names_or_lists_are_others(tmp_path: Path) -> None:
    case, store = tmp_path / "case", held_lists.fill(tmp_path / "store")
    case.mkdir()
    held = ListStore(store).held()
    assert not is_current(case, [question()], held)
    kept(case, store, question())
    assert is_current(case, [question()], held)
    assert not is_current(case, [question(), question("Birch")], held)
    assert not is_current(case, [question(contract="k2")], held)
    held_lists.fill(store, made_lists.csl())
    assert not is_current(case, [question()], ListStore(store).held())


def test_what_a_record_says_of_each_contract(tmp_path: Path) -> None:
    case, store = tmp_path / "case", held_lists.fill(tmp_path / "store")
    case.mkdir()
    found = by_contract(kept(case, store, question(), question("Nobody At All", "k2")))
    (hit,) = found["k1"][0].hits
    assert (hit.entry_name, hit.status, hit.days["published"]) == ("Acorn Optics Co., Ltd.", "listed", "2019-10-09")
    assert [len(each.hits) for each in found["k2"]] == [0]
