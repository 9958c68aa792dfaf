"""Search in the pages of a case, and the index under it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tenderlight.cases import Case, ReadingEnd
from tenderlight.cases.search_index import FOLDER, SearchIndex, entries_of
from tenderlight.cases.searching import LONGEST_QUERY, MOST_PHRASES, Question, question_of
from tenderlight.errors import UsageError
from tenderlight.model.document import Page, Reading, ReadState
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
    assert case.search.entries(question_of("人脸识别")) == (2, [3, 1])


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
    with sqlite3.connect(folder / "texts.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def _no_database(folder: Path) -> None:
    (folder / "texts.sqlite").write_bytes(b"no database at all" * 100)


def _no_terms(folder: Path) -> None:
    for path in (folder / "terms").iterdir():
        path.write_bytes(b"{")


def test_a_change_cut_short_is_made_again(case: Case) -> None:
    document = receive(case, "b.txt")
    case.search.close()

    def fails(_: str) -> Reading:
        raise KeyboardInterrupt

    index = SearchIndex(case.folder / FOLDER)
    with pytest.raises(KeyboardInterrupt):
        index.refresh({document: "0"}, fails)
    index.close()
    assert hits(case, "cameras") == [("b.txt", 2, "cameras")]


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
    reading = Reading(document="a" * 64, media_type="x", reader="ocds", reader_version=1, records=(record,))
    (entry,) = entries_of(reading, 7)
    assert (entry.number, entry.page_number, entry.text) == (7, None, "for the city\n\nCameras")
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
    assert len(case.search.all(question_of("city cameras"))) == 1


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
