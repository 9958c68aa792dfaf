"""`tenderlight read FILE`: what is seen of one file of each kind, and how the whole command ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.cases.encoding import decode_item
from tenderlight.model.document import Page
from tenderlight.model.layout import Layout
from tenderlight.model.metadata import FileMetadata
from tenderlight.model.problem import Problem
from tenderlight.model.record import Record
from tests.journeys.command import EXAMPLE, tenderlight
from tests.journeys.pictures import WORDS, drawn_notice

KINDS: dict[str, tuple[str, str, str, int]] = {
    "02-中标结果公告.html": ("text/html", "html", "page", 1),
    "03-政府采购合同.pdf": ("application/pdf", "pdf", "page", 9),
    "05-合同附件四-培训与验收.docx": ("wordprocessingml.document", "word", "page", 1),
    "06-分项报价表.xlsx": ("spreadsheetml.sheet", "sheets", "page", 2),
    "07-公告附件.zip": ("application/zip", "zip", "member", 2),
    "10-宣传品印刷-验收单.txt": ("text/plain", "text", "page", 1),
    "11-ashcombe-vale-releases.json": ("application/json", "ocds", "record", 2),
    "12-carrowmore-award-notice.xml": ("application/xml", "eforms", "record", 1),
}
"""Of each kind of file: its media type, its reader, what comes out of it, and how many of them."""


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_file_is_read(name: str) -> None:
    media_type, reader, item, count = KINDS[name]
    ended = tenderlight("read", EXAMPLE / "documents" / name, "--json")
    assert (ended.code, ended.err) == (0, "")
    *items, last = [json.loads(line) for line in ended.lines]
    assert last["item"] == "reading"
    assert last["media_type"].endswith(media_type)
    assert (last["reader"], last["page_count"], last["state"]) == (reader, count, "read")
    assert [one["item"] for one in items if one["item"] not in {"problem", "layout", "metadata"}] == [item] * count
    assert all(holds(line.encode("utf-8")) for line in ended.lines[:-1])


def holds(line: bytes) -> bool:
    """Whether a line is an item that can be read back, with something in it."""
    if json.loads(line)["item"] == "member":
        return bool(json.loads(line)["size_bytes"])
    item = decode_item(line)
    assert isinstance(item, Page | Record | Problem | Layout | FileMetadata)
    if isinstance(item, Page):
        return bool(item.text.strip() and item.lines)
    return not isinstance(item, Record) or bool(item.statements)


def test_a_scan_is_read_from_its_pictures(tmp_path: Path) -> None:
    drawn_notice(7).save(tmp_path / "scan.pdf", resolution=120)
    ended = tenderlight("read", tmp_path / "scan.pdf", "--json")
    assert ended.code == 0
    said, page, note, end = [json.loads(line) for line in ended.lines]
    assert said["item"] == "metadata"
    assert (page["item"], page["number"], page["method"], page["state"]) == ("page", 1, "recognised", "read")
    assert page["text"].split() == WORDS.format(number=7).split()
    assert all(0 < word[6] <= 1 for word in page["words"])
    assert (page["width"], page["height"]) == (540, 300)
    assert (note["code"], note["page_number"]) == ("page-recognised", 1)
    assert end["recogniser"].startswith("pp-ocrv6-small")


def test_people_are_shown_text_on_one_stream_and_trouble_on_the_other(tmp_path: Path) -> None:
    read = tenderlight("read", EXAMPLE / "documents" / "14-access-cards-quotation.txt")
    assert (read.code, read.err) == (0, "")
    assert read.lines[0] == "--- page 1 (read, flow)"
    assert read.lines[1].startswith("QUOTATION  Q-2024-0388")
    (tmp_path / "notice.bin").write_bytes(bytes(range(256)))
    unread = tenderlight("read", tmp_path / "notice.bin")
    assert unread.code == 3
    assert unread.err.startswith("unknown-format: ")


def test_what_a_terminal_would_obey_is_shown_as_numbers(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("Award notice\x1b]0;owned\x07 of the council\x9b31m\u202e\n", "utf-8")
    read = tenderlight("read", tmp_path / "notice.txt")
    assert read.code == 0
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(read.out.decode("utf-8"))
    assert "Award notice" in read.lines[1]
