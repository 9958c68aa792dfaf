"""Files that lie are read, and told: every kind by its own code, with the page; honest twins are left alone."""

from __future__ import annotations

import pytest

from tenderlight.evidence.doubts import DOUBTFUL
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline import steps
from tests.reading.made_files import docx, paragraph, xlsx
from tests.reading.made_lies import DELETED, LIES, VALUE, Lie, ods_row, ods_with, pdf_with, rows
from tests.reading.made_pdfs import show
from tests.shared_data import shared_file

TOLD = DOUBTFUL | {"text-direction-turned", "look-alike-letters", "text-invisible-characters", "named-otherwise"}


def doubts(name: str, content: bytes) -> list[tuple[str, int | None]]:
    original = OpenOriginal(content=content, untrusted_name=name)
    items = list(steps.read_original(original, ReadingLimits()))
    assert any(isinstance(item, Page) or type(item).__name__ == "Record" for item in items)
    return [(item.code, item.page_number) for item in items if isinstance(item, Problem) and item.code in TOLD]


@pytest.mark.parametrize("lie", LIES, ids=[lie.name for lie in LIES])
def test_a_lie_is_told_with_its_page(lie: Lie) -> None:
    assert doubts(lie.name, lie.content) == [(lie.code, lie.page_number)]


HONEST = {
    "plain.pdf": pdf_with(show(50, 200, VALUE)),
    "map.pdf": pdf_with(show(50, 200, "EUR 5", font="F3"), to_unicode={letter: letter for letter in "EUR 5"}),
    "plain.docx": docx(paragraph(VALUE)),
    "plain.xlsx": xlsx(rows("", "")),
    "plain.ods": ods_with(ods_row(VALUE)),
    "plain.html": f"<style>.a {{ color: red }}</style><p class='a'>{VALUE}</p>".encode(),
    "plain.txt": f"{VALUE}\nПоставщик: ООО «Ромашка», 采购人：甲县公安局\n".encode(),
}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_is_left_alone(name: str) -> None:
    assert doubts(name, HONEST[name]) == []


def test_what_was_deleted_is_not_read_as_there() -> None:
    items = steps.read_original(OpenOriginal(content=docx(DELETED), untrusted_name="a.docx"), ReadingLimits())
    (page,) = (item for item in items if isinstance(item, Page))
    assert page.text == f"{VALUE}\n"


SHARED = {
    "pdf/tounicode-lie.pdf": "text-remapped",
    "pdf/actualtext-lie.pdf": "text-replaced",
    "pdf/hidden-render3.pdf": "hidden-text",
    "pdf/white-on-white.pdf": "hidden-text",
    "pdf/covered.pdf": "hidden-text",
    "pdf/off-page.pdf": "hidden-text",
    "pdf/ocg-hidden.pdf": "hidden-text",
    "pdf/tiny-font.pdf": "hidden-text",
    "pdf/inject-hidden.pdf": "hidden-text",
    "pdf/revised.pdf": "pdf-revisions",
    "pdf/wrong-type.pdf": "named-otherwise",
    "office/tracked-change.docx": "tracked-changes",
    "office/hidden-text.docx": "hidden-text",
    "office/dup-part.docx": "office-part-twice",
    "office/hidden-sheet.xlsx": "hidden-rows",
    "markup/comment-inject.html": "hidden-text",
    "text/bidi.txt": "text-direction-turned",
    "text/unicode-tags.txt": "text-invisible-characters",
    "archive/html-and-pdf.pdf": "two-formats",
    "archive/pdf-and-zip.pdf": "two-formats",
}


@pytest.mark.parametrize("name", SHARED)
def test_a_lie_of_the_hostile_set_is_told(name: str) -> None:
    assert SHARED[name] in {code for code, _ in doubts(name, shared_file(f"data/hostile/own/{name}").read_bytes())}
