"""Lists made ready for asking: the same answers as from the lists themselves, and nothing trusted that is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.errors import ArchiveDamaged
from tenderlight.lists.history import Lists
from tenderlight.lists.store import ListStore
from tenderlight.matching import Query
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening import Question, Screener, prepared
from tenderlight.screening.prepared import FOLDER, KEPT, Prepared, prepare
from tenderlight.screening.record import record_of
from tests.lists import made_lists
from tests.screening import held_lists

CODE = Identifier(scheme="CN-USCC", number="91110000MA005UCQ5P")
NAMES = (
    "Acorn Vision",
    "Acorn Optics Co., Ltd.",
    "acorn optiks",
    "Müller Vision",
    "Mueller Vision GmbH",
    "橡果光学",
    "AO",
)
FTM = made_lists.ftm(
    [
        {"id": "1", "schema": "Company", "properties": {"name": ["Müller Vision GmbH"], "alias": ["MV"]}},
        {"id": "2", "schema": "Company", "properties": {"name": ["杭州橡果光学有限公司", "Hangzhou Xiangguo Optics"]}},
        {
            "id": "3",
            "schema": "Company",
            "properties": {"name": ["杭州海康威视数字技术股份有限公司"], "country": ["cn"]},
        },
    ]
)


@pytest.fixture
def store(tmp_path: Path) -> ListStore:
    return ListStore(held_lists.fill(tmp_path / "store", held_lists.ENTITY_LIST, made_lists.csl(), FTM))


def answers(lists: Lists | Prepared) -> list[bytes]:
    day = (PartialDate(year=2020, month=1, day=1),)
    queries = [*(Query(name=name) for name in (*NAMES, "海康威视", "Hikvision")), Query(name="", identifiers=(CODE,))]
    screener = Screener(lists)
    return list(record_of(screener, screener.ask_all(Question(query=query, days=day) for query in queries)))


def kept(store: ListStore) -> list[Path]:
    folder = store.folder / FOLDER
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_answers_are_those_of_the_lists_themselves(store: ListStore) -> None:
    straight = answers(Lists(store))
    assert any(b'"same-registered-name"' in line for line in straight)
    assert answers(prepare(store)) == straight
    (file,) = kept(store)
    before = file.stat().st_mtime_ns
    assert answers(prepare(store)) == straight
    assert kept(store) == [file]
    assert file.stat().st_mtime_ns == before


def test_a_second_call_reads_no_list(store: ListStore, monkeypatch: pytest.MonkeyPatch) -> None:
    straight = answers(prepare(store))
    monkeypatch.setattr(prepared, "Lists", None)
    assert answers(prepare(store)) == straight


@pytest.mark.parametrize("place", [0, 5, 24, 40, 60, 90, 500, -1])
def test_a_damaged_file_is_made_again(store: ListStore, place: int) -> None:
    straight = answers(prepare(store))
    (file,) = kept(store)
    whole = file.read_bytes()
    broken = bytearray(whole)
    broken[place] ^= 1
    file.write_bytes(broken)
    assert answers(prepare(store)) == straight
    assert file.read_bytes() == whole


@pytest.mark.parametrize("length", [0, 10, 54, 62, 1000])
def test_a_file_that_was_cut_is_made_again(store: ListStore, length: int) -> None:
    straight = answers(prepare(store))
    (file,) = kept(store)
    whole = file.read_bytes()
    file.write_bytes(whole[:length])
    assert answers(prepare(store)) == straight
    assert file.read_bytes() == whole


def test_another_version_of_the_rules_makes_its_own_file(store: ListStore, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(store)
    monkeypatch.setattr(prepared, "_code", lambda: "another version")
    prepare(store)
    assert len(kept(store)) == 2


def test_lists_that_are_added_or_left_out_have_their_own_file(store: ListStore) -> None:
    prepare(store)
    assert {each.snapshot.list_code for each in prepare(store, codes=["us-entity-list"]).held} == {"us-entity-list"}
    held_lists.fill(
        store.folder, made_lists.ftm([{"id": "9", "schema": "Company", "properties": {"name": ["Larch AG"]}}])
    )
    assert any(history.newest.name == "Larch AG" for history in prepare(store).histories)
    assert len(kept(store)) == 3


def test_only_a_few_files_are_kept(store: ListStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(KEPT + 2):
        monkeypatch.setattr(prepared, "_code", lambda number=number: str(number))
        prepare(store)
    assert len(kept(store)) == KEPT


def test_a_list_that_was_changed_is_not_asked(store: ListStore) -> None:
    prepare(store)
    original = next(path for path in (store.folder / "objects").rglob("*") if path.is_file())
    original.chmod(0o600)
    original.write_bytes(b"{}")
    with pytest.raises(ArchiveDamaged):
        prepare(store)


def test_a_place_that_cannot_be_written_to_is_asked_all_the_same(store: ListStore) -> None:
    (store.folder / FOLDER).write_bytes(b"in the way")
    assert answers(prepare(store)) == answers(Lists(store))


def test_nothing_is_kept_where_that_is_not_wanted(store: ListStore) -> None:
    prepare(store, keeps=False)
    assert kept(store) == []
