"""Putting cut-off files together again."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tenderlight.reading.pdf.pdf_salvage import salvage
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import read_pdf
from tests.shared_data import shared_file

PAGES = [MadePage(content=show(50, 250, f"Page number {number}")) for number in range(1, 7)]
TEXTS = [f"Page number {number}\n" for number in range(1, 7)]


def texts(content: bytes | None) -> list[str]:
    assert content is not None
    return [page.text for page in read_pdf(content).pages]


def rewritten(content: bytes, **settings: object) -> bytes:
    result = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(result, **settings)  # type: ignore[arg-type]
    return result.getvalue()


@pytest.mark.parametrize("pack", [False, True])
def test_only_the_table_is_missing(pack: bool) -> None:
    whole = made_pdf(*PAGES, pack=pack)
    assert texts(salvage(whole[: whole.rindex(b"xref\n0")])) == TEXTS


def test_pages_after_the_cut_are_missing_and_the_others_are_there() -> None:
    whole = made_pdf(*PAGES)
    cut = whole[: whole.index(b"Page number 4")]
    assert texts(salvage(cut))[:3] == TEXTS[:3]


def test_objects_in_object_streams_are_found() -> None:
    whole = rewritten(made_pdf(*PAGES), object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/ObjStm" in whole
    assert texts(salvage(whole[: whole.rindex(b"startxref")])) == TEXTS


def test_page_tree_at_the_lost_end_is_replaced() -> None:
    whole = made_pdf(*PAGES)
    headless = whole.replace(b"/Type /Catalog", b"/Type /Xatalog").replace(b"/Type /Pages", b"/Type /Xages")
    assert texts(salvage(headless)) == TEXTS


def test_stream_cut_in_the_middle_is_read_as_far_as_it_goes() -> None:
    page = MadePage(content="".join(show(50, 280 - 12 * n, f"Line number {n}") for n in range(20)))
    whole = made_pdf(page)
    cut = whole[: whole.index(b"Line number 15")]
    # Page and tree come after the contents in this file, so put them in front.
    start = whole.index(b"<< /Type /Page /Parent")
    number = whole[:start].split()[-3]
    body = whole[start : whole.index(b"endobj", start)]
    moved = cut.replace(b"%PDF-1.5\n", b"%PDF-1.5\n" + number + b" 0 obj\n" + body + b"\nendobj\n")
    assert texts(salvage(moved)) == ["".join(f"Line number {n}\n" for n in range(15))]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        b"1 0 obj << /Type /ObjStm /N 9999999 /First 999999999 /Filter /FlateDecode >> stream\nnonsense",
        b"1 0 obj << /Type /Page >> endobj trailer << /Encrypt 2 0 R >>",
    ],
)
def test_nothing_to_salvage(content: bytes) -> None:
    assert salvage(content) is None


def test_damage_before_a_whole_end_is_repaired_too() -> None:
    whole = made_pdf(*PAGES)
    broken = whole.replace(b"startxref\n", b"startxref\n99999999")
    broken = broken.replace(b"trailer", b"trayler").replace(b"/Root 1 0 R", b"/Rood 1 0 R")
    found = read_pdf(broken)
    assert [page.text for page in found.pages] == TEXTS


def test_most_of_a_real_report_survives_a_cut() -> None:
    whole = shared_file("data/documents/scans/sample_contract.pdf").read_bytes()
    found = read_pdf(whole[: len(whole) * 8 // 10])
    everything = sum(len(page.words) for page in read_pdf(whole).pages)
    assert sum(len(page.words) for page in found.pages) > 0.9 * everything
