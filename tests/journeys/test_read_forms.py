"""`tenderlight read FILE` as plain text, as tables and as a picture."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from PIL import Image

from tests.journeys.command import EXAMPLE, tenderlight

CONTRACT = EXAMPLE / "documents" / "03-政府采购合同.pdf"
PRICES = EXAMPLE / "documents" / "06-分项报价表.xlsx"
TERMS = EXAMPLE / "documents" / "05-合同附件四-培训与验收.docx"


def without_notes(said: str) -> str:
    """Leave out that the text was compared with the picture of a page, which is done where recognition is installed."""
    return "".join(line for line in said.splitlines(keepends=True) if not line.startswith("page-text-kept: "))


def test_text_is_the_text_of_the_pages_letter_for_letter() -> None:
    pages = [one for one in map(json.loads, tenderlight("read", CONTRACT, "--json").lines) if one["item"] == "page"]
    ended = tenderlight("read", CONTRACT, "--text")
    assert (ended.code, without_notes(ended.err)) == (0, "")
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


def test_page_is_drawn_with_its_words(tmp_path: Path) -> None:
    ended = tenderlight("read", CONTRACT, "--show", "1", "-o", tmp_path / "page.png")
    assert ended.code == 0
    assert without_notes(ended.err).startswith(f"Wrote {tmp_path / 'page.png'}: ")
    assert ended.out == b""
    picture = Image.open(tmp_path / "page.png").convert("RGB")
    assert min(picture.size) > 1_000
    assert (0, 90, 220) in {colour for _, colour in picture.getcolors(1 << 24) or []}
    piped = tenderlight("read", CONTRACT, "--show", "1", "-o", "-")
    assert piped.out == (tmp_path / "page.png").read_bytes()


def test_what_has_no_picture_is_told_with_the_next_step(tmp_path: Path) -> None:
    ended = tenderlight("read", PRICES, "--show", "1", "-o", tmp_path / "page.png")
    assert ended.code == 2
    assert "its pages have no picture" in ended.err
    assert "--text" in ended.err
    beyond = tenderlight("read", CONTRACT, "--show", "99", "-o", tmp_path / "page.png")
    assert (beyond.code, "has no page 99" in beyond.err) == (2, True)
    nowhere = tenderlight("read", CONTRACT, "--show", "1", "-o", tmp_path / "none" / "page.png")
    assert (nowhere.code, "cannot be written" in nowhere.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_one_answer_at_a_time() -> None:
    assert tenderlight("read", CONTRACT, "--text", "--json").code == 2
    assert tenderlight("read", CONTRACT, "--show", "1").code == 2
    assert tenderlight("read", CONTRACT, "-o", "page.png").code == 2


def test_unread_file_ends_with_three_and_its_reason(tmp_path: Path) -> None:
    (tmp_path / "notice.bin").write_bytes(bytes(range(256)))
    for form in (("--text",), ("--tables", "csv")):
        ended = tenderlight("read", tmp_path / "notice.bin", *form)
        assert ended.code == 3
        assert ended.err.startswith("unknown-format: ")
