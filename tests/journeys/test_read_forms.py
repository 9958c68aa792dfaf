"""`tenderlight read FILE` as plain text, as tables and as a picture."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from PIL import Image

from tests.journeys.command import EXAMPLE, tenderlight

PRICES = EXAMPLE / "documents" / "06-分项报价表.xlsx"


def test_text_is_the_text_of_the_pages_letter_for_letter(invitation: Path) -> None:
    pages = [one for one in map(json.loads, tenderlight("read", invitation, "--json").lines) if one["item"] == "page"]
    ended = tenderlight("read", invitation, "--text")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.decode("utf-8") == "".join(page["text"] + "\f" for page in pages)


def test_tables_are_one_csv_table() -> None:
    ended = tenderlight("read", PRICES, "--tables", "csv")
    assert ended.code == 0
    assert [line.partition(":")[0] for line in ended.err.splitlines()] == ["sheets-not-laid-out", "Tables"]
    head, *rows = csv.reader(io.StringIO(ended.out.decode("utf-8"), newline=""))
    assert head[:5] == ["table", "page_number", "row", "is_head", "cell_1"]
    assert {len(row) for row in rows} == {len(head)}
    assert {row[0] for row in rows} == {"1", "2"}
    assert any("技术" in cell or "名称" in cell for row in rows if row[3] == "1" for cell in row[4:])


def test_page_is_drawn_with_its_words(invitation: Path, tmp_path: Path) -> None:
    ended = tenderlight("read", invitation, "--show", "1", "-o", tmp_path / "page.png")
    assert ended.code == 0
    assert ended.err.startswith(f"Wrote {tmp_path / 'page.png'}: ")
    assert ended.out == b""
    picture = Image.open(tmp_path / "page.png").convert("RGB")
    assert min(picture.size) > 1_000
    assert (0, 90, 220) in {colour for _, colour in picture.getcolors(1 << 24) or []}
    piped = tenderlight("read", invitation, "--show", "1", "-o", "-")
    assert piped.out == (tmp_path / "page.png").read_bytes()


def test_what_has_no_picture_is_told_with_the_next_step(invitation: Path, tmp_path: Path) -> None:
    ended = tenderlight("read", PRICES, "--show", "1", "-o", tmp_path / "page.png")
    assert ended.code == 2
    assert "its pages have no picture" in ended.err
    assert "--text" in ended.err
    beyond = tenderlight("read", invitation, "--show", "99", "-o", tmp_path / "page.png")
    assert (beyond.code, "has no page 99" in beyond.err) == (2, True)
    nowhere = tenderlight("read", invitation, "--show", "1", "-o", tmp_path / "none" / "page.png")
    assert (nowhere.code, "cannot be written" in nowhere.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_one_answer_at_a_time(invitation: Path) -> None:
    assert tenderlight("read", invitation, "--text", "--json").code == 2
    assert tenderlight("read", invitation, "--show", "1").code == 2
    assert tenderlight("read", invitation, "-o", "page.png").code == 2


def test_unread_file_ends_with_three_and_its_reason(tmp_path: Path) -> None:
    (tmp_path / "notice.bin").write_bytes(bytes(range(256)))
    for form in (("--text",), ("--tables", "csv")):
        ended = tenderlight("read", tmp_path / "notice.bin", *form)
        assert ended.code == 3
        assert ended.err.startswith("unknown-format: ")
