"""What a PDF said before it was changed is found, and what was only added is no change."""

from __future__ import annotations

import re

from tenderlight.reading.pdf.pdf_revisions import ChangedPage, changed_pages
from tests.reading.made_pdfs import MadePage, made_pdf, show, stream, updated

FIRST = "Contract value EUR 1 234"
PDF = made_pdf(MadePage(content=show(50, 250, FIRST) + show(50, 200, "Buyer: A")), MadePage(content=show(50, 250, "B")))


def contents_of(pdf: bytes, page: int) -> int:
    """Return the number of the object that holds a page's content."""
    return int(re.findall(rb"/Contents (\d+) 0 R", pdf)[page - 1])


def changed(text: str, page: int = 1, of: bytes = PDF) -> bytes:
    content = show(50, 250, text) + show(50, 200, "Buyer: A")
    return updated(of, {contents_of(PDF, page): stream(content)})


def test_a_changed_line_is_told_with_what_stood_there_before() -> None:
    found = changed_pages(changed("Contract value EUR 9 999"))
    assert found == {1: ChangedPage(before=(FIRST,), now=("Contract value EUR 9 999",))}


def test_every_earlier_state_counts() -> None:
    twice = changed("Contract value EUR 7", of=changed("Contract value EUR 9 999"))
    assert changed_pages(twice)[1].before == ("Contract value EUR 9 999",)
    only_first = changed("Contract value EUR 9 999", of=changed("Contract value EUR 9 999"))
    assert changed_pages(only_first)[1].before == (FIRST,)


def test_what_is_only_added_is_no_change() -> None:
    signed = show(50, 250, FIRST) + show(50, 200, "Buyer: A") + show(50, 100, "Signed by B")
    assert changed_pages(updated(PDF, {contents_of(PDF, 1): stream(signed)})) == {}


def test_a_page_taken_out_is_told() -> None:
    kid = re.findall(rb"/Kids \[(\d+) 0 R", PDF)[0].decode()
    without = updated(PDF, {2: f"<< /Type /Pages /Count 1 /Kids [{int(kid) + 2} 0 R] >>".encode()})
    assert FIRST in changed_pages(without)[1].before


def test_a_file_saved_once_has_no_past() -> None:
    assert changed_pages(PDF) == {}
    assert changed_pages(PDF + b"%%EOF\n") == {}
    assert changed_pages(b"") == {}


def test_a_file_saved_without_end_costs_no_more_than_a_few() -> None:
    often = PDF
    for number in range(40):
        often = changed(f"Contract value EUR {number}{number}", of=often)
    assert changed_pages(often)[1].now == ("Contract value EUR 3939",)
