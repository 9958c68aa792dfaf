"""Search in the pages of a case, and the index under it."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case, ReadingEnd, search_index, search_taking
from tenderlight.cases.corrected_texts import SURROUNDINGS, found_on_page, with_passages
from tenderlight.cases.reading_texts import PageText
from tenderlight.cases.search_entries import entries_of, place_of
from tenderlight.cases.search_index import FOLDER, SearchIndex
from tenderlight.cases.searching import LONGEST_QUERY, MOST_PHRASES, Question, Taken, question_of
from tenderlight.errors import UsageError
from tenderlight.model.correction import Correction, corrected
from tenderlight.model.document import Page, ReadState
from tenderlight.model.hit import Hit
from tenderlight.model.reader import PageCount
from tenderlight.model.record import Field, Record
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import TextValue
from tests.cases.party_case import FULL, OTHER, make_case

PAGES = ("第一页 人脸識別系统", "Face recognition cameras\nfor the city", "第三页 人脸识别 人脸识别")


def receive(case: Case, name: str, *, pages: tuple[str, ...] = PAGES, version: int = 1) -> str:
    """Put a document of these pages into a case."""
    source = case.folder.parent / name
    source.write_text(name, "utf-8")
    receipt = case.receive_file(source, received_as=name)
    assert not hasattr(receipt, "code")
    sha256 = getattr(receipt, "document", "")
    with case.reading_writer(sha256) as writer:
        writer.add(PageCount(count=len(pages)))
        for number, text in enumerate(pages, 1):
            writer.add(Page(number=number, text=text))
        end = ReadingEnd(media_type="text/plain", reader="lines", reader_version=version, state=ReadState.READ)
        case.record_reading(writer.finish(end))
    return str(sha256)


def hits(case: Case, query: str, **asked: str) -> list[tuple[str, int | None, str]]:
    case.search.refresh()
    question = question_of(query)
    question = Question(wanted=question.wanted, unwanted=question.unwanted, **asked)
    return [(hit.path, hit.page_number, hit.text) for hit in case.search.all(question)]


def test_pages_that_hold_the_words_are_found(case: Case) -> None:
    receive(case, "b.txt")
    receive(
        case,
        "a.txt",
        pages=(
            "x",
            "人脸 识别",
        ),
    )
    assert hits(case, "人脸识别") == [
        ("a.txt", 2, "人脸 识别"),
        ("b.txt", 1, "人脸識別"),
        ("b.txt", 3, "人脸识别"),
    ]
    assert hits(case, "人脸识别 第一页") == [("b.txt", 1, "第一页")]
    assert hits(case, "人脸识别 -第一页 -x") == [("a.txt", 2, "人脸 识别"), ("b.txt", 3, "人脸识别")]
    assert hits(case, '"recognition cameras"') == [("b.txt", 2, "recognition cameras")]
    assert hits(case, '"cameras recognition"') == []
    assert hits(case, "人脸识别", path="a.") == [("a.txt", 2, "人脸 识别")]


def test_hits_say_how_often_and_what_stands_around(case: Case) -> None:
    document = receive(case, "b.txt")
    case.search.refresh()
    answer = case.search.find(question_of("人脸识别"), most=1)
    assert answer.total == 2
    assert answer.hits == (
        Hit(
            document=document, path="b.txt", page_number=3, pointer=None, start=4, end=8, text="人脸识别",
            before="第三页 ", after=" 人脸识别", count=2,
        ),
    )  # fmt: skip
    assert [hit.page_number for hit in case.search.find(question_of("人脸识别"), most=5, past=1).hits] == [1]
    assert case.search.find(question_of("没有")).total == 0
    assert case.search.pages(question_of("人脸识别")) == [(document, 1), (document, 3)]
    total, addresses = case.search.entries(question_of("人脸识别"), most=1)
    assert (total, len(addresses)) == (2, 1)


def test_documents_are_chosen_by_their_claims(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    with Case.open(folder) as case:
        assert hits(case, "Oak") == [("a.txt", 1, "Oak")]
        assert hits(case, "Oak", stage="award") == []
        assert hits(case, "Oak", capability="face.live_watchlist", polarity="required") == []
        assert hits(case, FULL[:2], path="b.txt") == []


def test_the_index_takes_in_what_is_new_and_drops_what_was_read_anew(case: Case) -> None:
    receive(case, "b.txt")
    assert (case.search.is_fresh(), case.search.refresh(), case.search.refresh()) == (False, 1, 0)
    assert case.search.is_fresh()
    receive(case, "a.txt", pages=("camera",))
    receive(case, "b.txt", pages=("camera lens",), version=2)
    assert not case.search.is_fresh()
    assert hits(case, "camera") == [("a.txt", 1, "camera"), ("b.txt", 1, "camera")]
    assert hits(case, "人脸识别") == []


def test_an_index_that_is_damaged_or_of_another_format_is_made_anew(case: Case) -> None:
    receive(case, "b.txt")
    expected = hits(case, "cameras")
    for harm in (_other_format, _no_database, _no_terms, lambda folder: (folder / "terms" / "meta.json").unlink()):
        case.search.close()
        harm(case.folder / FOLDER)
        assert hits(case, "cameras") == expected


def _other_format(folder: Path) -> None:
    with sqlite3.connect(folder / "taken.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def _no_database(folder: Path) -> None:
    (folder / "taken.sqlite").write_bytes(b"no database at all" * 100)


def _no_terms(folder: Path) -> None:
    for path in (folder / "terms").iterdir():
        path.write_bytes(b"{")


class Killed(BaseException):
    """Stands for the end of the process."""


def _killed(*_: object) -> None:
    raise Killed


def _after(work: Callable[..., Any], times: int) -> Callable[..., Any]:
    """Return what does the work, and is killed right behind the n-th time."""
    left = iter(range(times, 0, -1))

    def do(*given: object) -> Any:
        done = work(*given)
        if next(left) == 1:
            raise Killed
        return done

    return do


@pytest.mark.parametrize("place", ["load", "add", "commit", "note"])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_an_index_whose_making_was_killed_is_never_taken_for_whole(
    case: Case, monkeypatch: pytest.MonkeyPatch, place: str, times: int
) -> None:
    monkeypatch.setattr(search_index, "ENTRIES_AT_ONCE", 1)
    receive(case, "old.txt", pages=("old cameras",))
    case.search.refresh()
    receive(case, "old.txt", pages=("new cameras",), version=2)
    receive(case, "b.txt")
    receive(case, "c.txt", pages=("cameras", "more cameras"))
    case.search.close()
    index = SearchIndex(case.folder / FOLDER)
    readings = dict(case.search._readings())
    load = _after(case.load_texts, times) if place == "load" else case.load_texts
    with monkeypatch.context() as here:
        here.setattr(index, "_let_go", _killed)  # nobody tidies up behind a killed process
        if place == "add":
            here.setattr(search_taking, "_document", _after(search_taking._document, times))
        if place == "commit":
            here.setattr(index, "_save", _after(lambda writer: writer.commit(), times))
        if place == "note":
            here.setattr(index, "_save", _after(index._save, times))
        with pytest.raises(Killed):
            index.refresh(readings, load)
    index._taken.close()
    del index
    assert not case.search.is_fresh()
    assert not case.search.taken().is_whole
    case.search.refresh()
    assert case.search.is_fresh()
    assert case.search.taken().is_whole
    found = [(hit.path, hit.page_number) for hit in case.search.all(question_of("cameras"))]
    assert found == [("b.txt", 2), ("c.txt", 1), ("c.txt", 2), ("old.txt", 1)]
    assert case.search.find(question_of("old")).total == 0
    assert case.search._opened().index.searcher().num_docs == case.search.taken().pages


def test_an_index_that_another_process_makes_is_opened_as_far_as_it_is(case: Case) -> None:
    receive(case, "b.txt")
    case.search.refresh()
    case.search.close()
    maker = SearchIndex(case.folder / FOLDER)
    with maker._locked():
        assert case.search.find(question_of("cameras")).total == 1
    receive(case, "c.txt")
    assert case.search.taken() == Taken(documents=1, of_documents=2, pages=3, of_pages=6)
    maker.refresh(case.search._readings(), case.load_texts)
    maker.close()
    assert case.search.taken() == Taken(documents=2, of_documents=2, pages=6, of_pages=6)
    case.search.look_again()
    assert case.search.find(question_of("cameras")).total == 2


def test_a_damaged_reading_leaves_the_others_searchable(case: Case) -> None:
    receive(case, "b.txt")
    document = receive(case, "c.txt")
    case.commit()
    (path,) = (case.folder / "readings").glob(f"*/{document}.*")
    path.write_bytes(b"torn")
    assert hits(case, "cameras") == [("b.txt", 2, "cameras")]
    assert case.search.taken() == Taken(documents=1, of_documents=2, pages=3, of_pages=6)


def test_a_case_that_cannot_be_written_to_is_searched_all_the_same(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    (folder / FOLDER).write_text("a file is in the way", "utf-8")
    with Case.open(folder) as case:
        assert hits(case, OTHER) == [
            ("a.txt", 1, "Oak"),
        ]


def test_notices_of_structured_sources_are_found_by_their_values() -> None:
    statement = Statement(
        kind=StatementKind.TITLE,
        value=TextValue(text="Cameras"),
        anchors=(Anchor(start=4, end=11, text="Cameras", pointer="/tender/title"),),
        rule="t",
        rule_version=1,
    )
    fields = (Field(pointer="/tender/description", text="for the city"),)
    record = Record(key="ocid:1", pointer="/", statements=(statement, statement), fields=fields)
    empty = Record(key="ocid:2", pointer="/", statements=(), fields=())
    entry, page = entries_of([record, empty, PageText(3, "x"), PageText(4, "")], 7)
    assert (place_of(entry.number), entry.text) == ((7, None), "for the city\n\nCameras")
    assert (place_of(page.number), page.text) == ((7, 3), "x")
    assert [(piece.start, piece.pointer, piece.offset) for piece in entry.pieces] == [
        (0, "/tender/description", 0),
        (14, "/tender/title", 4),
    ]


def test_a_hit_in_a_notice_has_the_place_of_its_value(case: Case) -> None:
    source = case.folder.parent / "n.json"
    source.write_text("n", "utf-8")
    receipt = case.receive_file(source, received_as="n.json")
    sha256 = str(getattr(receipt, "document", ""))
    anchor = Anchor(start=4, end=11, text="Cameras", pointer="/tender/title")
    statement = Statement(
        kind=StatementKind.TITLE, value=TextValue(text="Cameras"), anchors=(anchor,), rule="t", rule_version=1
    )
    with case.reading_writer(sha256) as writer:
        writer.add(
            Record(
                key="ocid:1", pointer="/", statements=(statement,),
                fields=(Field(pointer="/tender/description", text="for the city"),),
            )
        )  # fmt: skip
        end = ReadingEnd(media_type="application/json", reader="ocds", reader_version=1, state=ReadState.READ)
        case.record_reading(writer.finish(end))
    case.search.refresh()
    (hit,) = case.search.all(question_of("cameras"))
    assert (hit.page_number, hit.pointer, hit.start, hit.end, hit.text) == (None, "/tender/title", 4, 11, "Cameras")
    assert len(list(case.search.all(question_of("city cameras")))) == 1


@pytest.mark.parametrize("query", ["", " - ", "-camera", "x" * (LONGEST_QUERY + 1), "a " * (MOST_PHRASES + 1)])
def test_a_query_that_cannot_be_taken_is_refused(query: str) -> None:
    with pytest.raises(UsageError):
        question_of(query)


@pytest.mark.parametrize(
    "query", ['"', 'a"b', "terms:x", "(a OR b)", "[a TO b]", "a~2", "\\", "a^3", "*:*", "\x00a", "\ud800a"]
)
def test_signs_of_other_query_languages_mean_nothing(case: Case, query: str) -> None:
    receive(case, "b.txt", pages=("a b",))
    case.search.refresh()
    try:
        question = question_of(query)
    except UsageError:
        return
    assert case.search.find(question).total in {0, 1}


def correct(case: Case, document: str, was: str, now: str, *, page_number: int = 1) -> Correction:
    reading = case.load_reading(document)
    assert reading is not None
    start = reading.pages[page_number - 1].text.index(was)
    return case.corrections.add(document, page_number, (start, start + len(was)), now, person="A. Reader")


def told(case: Case, query: str) -> list[tuple[str, int, int, int, str | None, str | None]]:
    """Return of every hit of a query its words, their place in the page as read, how many, and what the other reads."""
    case.search.refresh()
    found = case.search.all(question_of(query))
    return [(one.text, one.start, one.end, one.count, one.read_as, one.corrected_to) for one in found]


def test_corrected_words_are_found_as_read_and_as_corrected(case: Case) -> None:
    document = receive(case, "a.txt", pages=("甲方采购人脸织别系统一套", "人脸识别"))
    assert told(case, "人脸识别") == [("人脸识别", 0, 4, 1, None, None)]
    made = correct(case, document, "织", "识")
    assert not case.search.is_fresh()
    assert told(case, "人脸识别")[0] == ("人脸识别", 4, 8, 1, "人脸织别", None)
    assert told(case, "人脸织别") == [("人脸织别", 4, 8, 1, None, "人脸识别")]
    assert told(case, "系统一套") == [("系统一套", 8, 12, 1, None, None)]
    assert [one.total for one in (case.search.find(question_of(words)) for words in ("人脸", "系统", "识"))] == [
        2,
        1,
        2,
    ]
    case.corrections.undo(made.number, person="A. Reader")
    assert told(case, "人脸识别") == [("人脸识别", 0, 4, 1, None, None)]
    assert told(case, "人脸织别") == [("人脸织别", 4, 8, 1, None, None)]


def test_a_correction_is_taken_in_beside_what_was_taken_in_before(case: Case) -> None:
    first, second = receive(case, "a.txt"), receive(case, "b.txt", pages=("the carneras of the city",))
    assert case.search.refresh() == 2
    correct(case, second, "carneras", "cameras")
    assert case.search.refresh() == 1
    assert case.search.refresh() == 0
    assert case.search.taken().is_whole
    assert [(path, number) for path, number, _ in hits(case, "cameras")] == [("a.txt", 2), ("b.txt", 1)]
    assert hits(case, "carneras") == [("b.txt", 1, "carneras")]
    correct(case, first, "人脸識別", "", page_number=1)
    assert told(case, '"第一页 系统"') == [("第一页 系统", 0, 10, 1, "第一页 人脸識別系统", None)]


def test_no_phrase_goes_from_what_was_read_to_what_was_corrected(case: Case) -> None:
    document = receive(case, "a.txt", pages=("smart lamps " + "x" * 3 * SURROUNDINGS + " in the eity",))
    correct(case, document, "eity", "city")
    correct(case, document, "lamps", "larnps")
    assert hits(case, '"eity smart"') == []
    assert hits(case, '"smart city"') == []
    assert hits(case, '"city smart"') == []
    assert told(case, "smart larnps") == [("smart", 0, 5, 2, None, None)]


def test_a_correction_of_words_that_a_new_reading_has_no_longer_is_not_searched(case: Case) -> None:
    document = receive(case, "a.txt", pages=("人脸织别",))
    correct(case, document, "织", "识")
    receive(case, "a.txt", pages=("系统人脸织别",), version=2)
    assert told(case, "人脸识别") == []
    assert told(case, "织别") == [("织别", 4, 6, 1, None, None)]


@pytest.mark.parametrize("seed", range(30))
def test_every_place_of_corrected_text_leads_to_its_place_in_the_text_as_read(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choice("ab c") for _ in range(chance.randrange(1, 900)))
    cuts = sorted(chance.sample(range(len(text) + 1), min(len(text), 2 * chance.randrange(1, 6))))
    corrections = [
        made_correction(text, start, end, "".join(chance.choice("XY ") for _ in range(chance.randrange(4))))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    held, segments = with_passages(text, corrections)
    assert held.startswith(text)
    for one in segments:
        assert one.is_corrected or held[one.start : one.end] == text[one.read_start : one.read_end]
    whole = [(start, start + 3) for start in range(len(held) - 2)]
    for found in found_on_page(held, segments, whole, around=5):
        if found.read_as is not None:
            assert text[found.start : found.end] == found.read_as
            near = [one for one in corrections if one.start < found.end and found.start < one.end]
            assert corrected(found.read_as, near, offset=found.start).find(found.text) >= 0
        else:
            assert text[found.start : found.end] == found.text


def made_correction(text: str, start: int, end: int, now: str) -> Correction:
    return Correction(
        number=start,
        document="d",
        page_number=1,
        start=start,
        end=end,
        was=text[start:end],
        now=now,
        reading_sha256="",
        person="A. Reader",
        because="",
        at="",
    )
