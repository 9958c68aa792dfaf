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
from tenderlight.errors import UsageError
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import MemberPart
from tenderlight.model.record import Record
from tenderlight.pipeline.one_file import Line, read_file
from tests.pipeline.made import buyer

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


@pytest.mark.parametrize("name", ["nowhere", "folder", "pipe", "link", "closed/file"])
def test_what_is_no_file_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "closed").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("nowhere")
    with pytest.raises(UsageError, match=name):
        list(read_file(tmp_path / name))
