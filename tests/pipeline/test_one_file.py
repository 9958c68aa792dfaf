"""One file read and shown, nothing stored."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from tenderlight.cases.encoding import decode_item
from tenderlight.errors import NoPicture, UsageError
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.layout import Layout
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import MemberPart
from tenderlight.model.record import Record
from tenderlight.pipeline.one_file import Line, read_file
from tenderlight.pipeline.showing import LaidOut, show_laid_out
from tests.pipeline.made import buyer
from tests.pipeline.made_converter import needs_walls, no_converter, stand_in

LINES: list[tuple[Line, str]] = [
    (
        Line(item=Page(number=2, text="采购公告", title="表1", method=PageMethod.FLOW)),
        "--- page 2: 表1 (read, flow)\n采购公告",
    ),
    (Line(item=Record(key="ocid:1", pointer="/0", statements=(buyer("B", "/0/b"),))), "--- ocid:1\nbuyer\tB\t/0/b"),
    (
        Line(item=MemberPart(untrusted_path="a.txt", content=b"end", is_last=True), size_bytes=12_345),
        "--- file in the archive: a.txt (12,345 bytes)",
    ),
    (
        Line(item=Reading(document="ab" * 32, media_type="image/png", reader="", reader_version=7, walls="rlimits")),
        "--- image/png, reader none/7, rlimits",
    ),
]


@pytest.mark.parametrize(("line", "words"), LINES, ids=[type(line.item).__name__ for line, _ in LINES])
def test_a_line_for_people(line: Line, words: str) -> None:
    assert line.as_text() == words
    assert not line.is_problem
    assert not line.is_costly


def test_a_problem_says_its_code_and_page_and_whether_it_costs_anything() -> None:
    costly = Line(item=problem("page-unreadable", step="read", page_number=3))
    assert costly.as_text().startswith("page-unreadable: page 3: ")
    assert (costly.is_problem, costly.is_costly) == (True, True)
    note = Line(item=problem("hidden-sheet", step="read"))
    assert (note.is_problem, note.is_costly) == (True, False)


def test_a_line_for_programs_is_what_is_stored() -> None:
    page = LINES[0][0].item
    assert decode_item(LINES[0][0].as_json()) == page
    member = json.loads(LINES[2][0].as_json())
    assert member == {"item": "member", "untrusted_path": "a.txt", "size_bytes": 12_345}
    assert json.loads(LINES[3][0].as_json())["item"] == "reading"


def packed() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("公告.txt", "采购公告")
        file.writestr("large.bin", os.urandom(5 * 2**20))
    return archive.getvalue()


def test_a_file_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "notices.zip"
    path.write_bytes(packed())
    *items, last = list(read_file(path))
    assert [(one.item.untrusted_path, one.size_bytes) for one in items if isinstance(one.item, MemberPart)] == [
        ("公告.txt", 12),
        ("large.bin", 5 * 2**20),
    ]
    assert isinstance(last.item, Reading)
    assert last.item.document == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (last.item.reader, last.item.page_count, last.item.state) == ("zip", 2, ReadState.READ)
    assert "rlimits" in last.item.walls


TEXT = "Contract award notice\nBuyer: Wexmoor Police"


def web_page(folder: Path, extra: str = "") -> Path:
    path = folder / "notice.html"
    path.write_text("".join(f"<p>{line}</p>" for line in TEXT.split("\n")) + f"<!-- {extra} -->", "utf-8")
    return path


def test_a_file_without_pages_is_laid_out_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch, text=TEXT)
    path = web_page(tmp_path)
    lines = list(read_file(path, lay_out=True))
    (page,) = (line.item for line in lines if isinstance(line.item, Page))
    ((layout, pdf),) = ((line.item, line.pdf) for line in lines if isinstance(line.item, Layout))
    assert layout.pdf == hashlib.sha256(pdf).hexdigest()
    words = [page.text[word.start : word.end] for line in layout.lines for word in line.words]
    assert words == TEXT.split()
    assert lines[-2].as_text() == "--- page 1 laid out by LibreOffice 0.1: 2 lines on 1 pages"
    picture = show_laid_out(path, 1, [page], [LaidOut(layout=layout, pdf=pdf)])
    assert (picture.png[1:4], picture.words, picture.cells) == (b"PNG", 6, 0)
    with pytest.raises(NoPicture, match="there is no page 2"):
        show_laid_out(path, 2, [page], [LaidOut(layout=layout, pdf=pdf)])
    assert not any(isinstance(line.item, Layout) for line in read_file(path))


@pytest.mark.parametrize("what", ["crash", "refuse", "forge", "babble"])
def test_a_converter_that_fails_costs_the_layout_only(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_walls()
    stand_in(tmp_path, monkeypatch)
    lines = list(read_file(web_page(tmp_path, what), lay_out=True))
    assert [line.item.code for line in lines if isinstance(line.item, Problem)] == ["layout-failed"]
    assert isinstance(lines[-1].item, Reading)
    assert lines[-1].item.state is ReadState.READ


def test_without_a_converter_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_converter(tmp_path, monkeypatch)
    path = web_page(tmp_path)
    lines = list(read_file(path, lay_out=True))
    assert [line.item.code for line in lines if isinstance(line.item, Problem)] == ["layout-not-made"]


@pytest.mark.parametrize("name", ["nowhere", "folder", "pipe", "link", "closed/file"])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "closed").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(UsageError, match=name):
        list(read_file(tmp_path / name))
