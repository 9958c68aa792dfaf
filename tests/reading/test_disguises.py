"""Files called by another name, and files that are two things at once, are told."""

from __future__ import annotations

import pytest

from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline import steps
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.reading.detect import media_type
from tenderlight.reading.disguises import disguises
from tests.reading.made_files import codes, docx, paragraph, xlsx, zip_of
from tests.reading.made_pdfs import MadePage, made_pdf

HTML = b"<html><body><p>Session expired.</p></body></html>"
PDF = made_pdf(MadePage())


def found(content: bytes, name: str) -> list[str]:
    return [one.code for one in disguises(content, media_type(content, name), name)]


@pytest.mark.parametrize(
    ("content", "name"),
    [(HTML, "tender.pdf"), (PDF, "tender.DOCX"), (b"\x89PNG\r\n\x1a\n", "a.jpg"), (b"DOCTYPE [ITY", "a.xml")],
)
def test_a_false_name_is_told(content: bytes, name: str) -> None:
    assert found(content, name) == ["named-otherwise"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "tender.pdf"),
        (HTML, "tender.doc"),  # what many sites export
        (HTML, "price-list.xls"),
        (HTML, "page.html"),
        (docx(paragraph("a")), "a.docx"),
        (xlsx(""), "a.xlsx"),
        (b"", "a.pdf"),
        (b"\x01\x02\x03", "a.pdf"),
        (PDF, "tender"),
    ],
)
def test_an_honest_file_is_left_alone(content: bytes, name: str) -> None:
    assert found(content, name) == []


def test_a_file_that_is_also_an_archive_is_told() -> None:
    assert found(PDF + zip_of({"a.txt": "a"}), "a.pdf") == ["two-formats"]
    assert found(PDF + zip_of({"a.txt": "a"})[:-1], "a.pdf") == []
    assert found(zip_of({"a.pdf": PDF}), "a.zip") == []


def test_a_pdf_that_begins_as_a_web_page_is_told() -> None:
    assert found(HTML + PDF, "a.pdf") == ["two-formats"]
    assert found(b"\r\n\r\n" + PDF, "a.pdf") == []


def test_every_file_is_looked_at() -> None:
    for content in (HTML, b"\x89PNG\r\n\x1a\n"):
        original = OpenOriginal(content=content, untrusted_name="tender.pdf")
        items = list(steps.read_original(original, ReadingLimits()))
        assert "named-otherwise" in codes([one for one in items if not isinstance(one, ReadingHead)])
