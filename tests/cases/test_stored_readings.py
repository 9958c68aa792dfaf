"""A reading is stored whole, line by line, under a name that says what is in it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tenderlight.archive.shelf import Shelf
from tenderlight.cases.encoding import Undecodable, encode_item
from tenderlight.cases.stored_readings import ReadingEnd, ReadingWriter, StoredReading, load_reading
from tenderlight.errors import CaseDamaged
from tenderlight.model.document import Page, Reading, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, MemberPart, PageCount
from tenderlight.model.record import Record

DOCUMENT = "ab" * 32
END = ReadingEnd(media_type="application/pdf", reader="pdf", reader_version=3, state=ReadState.PARTLY, walls="all")
ITEMS: list[Item] = [
    PageCount(count=3),
    Page(number=1, text="招标公告\n"),
    problem("crashed", step="read", page_number=2),
    Page(number=3, text="x" * 100_000),
    Record(key="ocid:1", pointer="/releases/0", statements=()),
    MemberPart(untrusted_path="a.txt", content=b"x", is_last=False),
    MemberPart(untrusted_path="a.txt", content=b"y", is_last=True),
]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path)
    shelf.clean()
    return shelf


def store(shelf: Shelf, *, end: ReadingEnd = END) -> StoredReading:
    with ReadingWriter(shelf, DOCUMENT) as writer:
        for item in ITEMS:
            writer.add(item)
        stored = writer.finish(end)
    shelf.sync()
    return stored


def test_a_reading_comes_back_as_it_was_written(tmp_path: Path, shelf: Shelf) -> None:
    stored = store(shelf)
    reading = load_reading(tmp_path / stored.file, sha256=stored.file_sha256)
    pages = tuple(item for item in ITEMS if isinstance(item, Page))
    assert reading == Reading(
        document=DOCUMENT,
        media_type="application/pdf",
        reader="pdf",
        reader_version=3,
        pages=pages,
        records=tuple(item for item in ITEMS if isinstance(item, Record)),
        problems=stored.problems,
        page_count=3,
        state=ReadState.PARTLY,
        walls="all",
    )
    assert [page.number for page in stored.pages] == [1, 3]
    assert (stored.record_count, stored.member_count, stored.page_count) == (1, 1, 3)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_the_same_reading_has_the_same_bytes_and_name(tmp_path: Path, shelf: Shelf) -> None:
    first, again = store(shelf), store(shelf)
    assert first == again
    assert first.file == f"readings/ab/{DOCUMENT}.pdf-3.{first.file_sha256[:16]}.jsonl.gz"
    assert gzip.decompress((tmp_path / first.file).read_bytes()).count(b"\n") == 5


def test_a_reading_that_no_reader_made_has_a_name_too(tmp_path: Path, shelf: Shelf) -> None:
    end = ReadingEnd(media_type="application/octet-stream", reader="", reader_version=0, state=ReadState.NOT_READ)
    stored = store(shelf, end=end)
    assert f"{DOCUMENT}.none-0." in stored.file
    assert load_reading(tmp_path / stored.file, sha256=stored.file_sha256).reader == ""


@pytest.mark.parametrize("name", ["../../x", "PDF", "a/b", "a.b", "x" * 41, "pdf\n"])
def test_a_reader_cannot_choose_where_its_reading_goes(name: str) -> None:
    with pytest.raises(ValueError, match="a reader cannot be called"):
        ReadingEnd(media_type="text/plain", reader=name, reader_version=1, state=ReadState.READ)


@pytest.mark.parametrize(("media_type", "walls"), [("", ""), ("x" * 201, ""), ("text/plain", "x" * 4_001)])
def test_a_reading_that_could_not_be_read_back_is_not_written(media_type: str, walls: str) -> None:
    with pytest.raises(ValueError, match="cannot end with"):
        ReadingEnd(media_type=media_type, reader="pdf", reader_version=1, state=ReadState.READ, walls=walls)


def test_a_line_that_is_refused_is_not_written(tmp_path: Path, shelf: Shelf) -> None:
    with ReadingWriter(shelf, DOCUMENT) as writer:
        writer.add(Page(number=1, text="good"))
        for untrusted in (b"{}", b"", encode_item(Page(number=2, text="x")) + b"\n" + b"{}"):
            with pytest.raises(Undecodable):
                writer.add_line(untrusted)
        stored = writer.finish(END)
    shelf.sync()
    reading = load_reading(tmp_path / stored.file, sha256=stored.file_sha256)
    assert [page.text for page in reading.pages] == ["good"]


def test_a_reading_that_is_not_finished_is_gone(tmp_path: Path, shelf: Shelf) -> None:
    with ReadingWriter(shelf, DOCUMENT) as writer:
        writer.add(Page(number=1, text="x"))
    shelf.sync()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("damage", ["cut", "flip", "gone", "not packed"])
def test_damage_is_found(tmp_path: Path, shelf: Shelf, damage: str) -> None:
    stored = store(shelf)
    path = tmp_path / stored.file
    content = path.read_bytes()
    path.unlink()
    if damage == "cut":
        path.write_bytes(content[:-9])
    elif damage == "flip":
        path.write_bytes(content[:60] + bytes([content[60] ^ 1]) + content[61:])
    elif damage == "not packed":
        path.write_bytes(gzip.decompress(content))
    with pytest.raises(CaseDamaged) as raised:
        load_reading(path, sha256=stored.file_sha256)
    assert str(path) in raised.value.what_to_do()
