"""Where a part of a page's text stands."""

from __future__ import annotations

import pytest

from tenderlight.model.box import Box
from tenderlight.model.document import Line, Page, Word
from tenderlight.reading.layout.lines import advance_widths, boxes_of
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import overlap, read_pdf, without_space
from tests.reading.test_pdf import BORN, born


def box(left: float, top: float, right: float, bottom: float) -> Box:
    return Box(left=left, top=top, right=right, bottom=bottom)


def page_of(*words: tuple[str, Box], line_breaks: tuple[int, ...] = ()) -> Page:
    """Return a page of words with a space between; a new line before the words of these numbers."""
    text, placed, lines = "", [], []
    begun = 0
    for number, (word, place) in enumerate(words):
        if number in line_breaks:
            lines.append((begun, len(text)))
            text += "\n"
            begun = len(text)
        elif number:
            text += " "
        placed.append(Word(start=len(text), end=len(text) + len(word), box=place))
        text += word
    lines.append((begun, len(text)))
    return Page(number=1, text=text, words=tuple(placed), lines=tuple(Line(start=a, end=b) for a, b in lines))


TWO_LINES = page_of(
    ("采购人", box(0, 0, 30, 10)),
    ("Greyfen", box(40, 0, 80, 10)),
    ("Council", box(0, 20, 40, 30)),
    line_breaks=(2,),
)


@pytest.mark.parametrize(
    ("quote", "boxes"),
    [
        ("采购人", (box(0, 0, 30, 10),)),
        ("采购人 Greyfen", (box(0, 0, 80, 10),)),
        ("Greyfen\nCouncil", (box(40, 0, 80, 10), box(0, 20, 40, 30))),
        ("购", (box(10, 0, 20, 10),)),
        ("购人", (box(10, 0, 30, 10),)),
        (" ", ()),
        ("\n", ()),
    ],
)
def test_quote_has_one_box_a_line(quote: str, boxes: tuple[Box, ...]) -> None:
    start = TWO_LINES.text.index(quote)
    assert boxes_of(TWO_LINES, start, start + len(quote)) == boxes


def test_empty_part_has_no_box() -> None:
    assert boxes_of(TWO_LINES, 2, 2) == ()


def test_page_without_places_has_no_boxes() -> None:
    assert boxes_of(Page(number=1, text="abc", lines=(Line(start=0, end=3, place="paragraph 1"),)), 0, 3) == ()


def test_part_of_a_column_is_cut_across() -> None:
    page = page_of(("采购人", box(0, 0, 10, 30)))
    assert boxes_of(page, 1, 2) == (box(0, 10, 10, 20),)


def test_part_of_a_word_turned_upwards_is_measured_from_below() -> None:
    page = page_of(("采购", box(0, 80, 10, 100)), ("人民", box(0, 50, 10, 70)))
    assert boxes_of(page, 0, 1) == (box(0, 90, 10, 100),)


def test_part_of_a_hebrew_word_is_measured_from_the_right() -> None:
    (part,) = boxes_of(page_of(("שלום", box(0, 0, 40, 10))), 0, 1)
    assert (part.right, part.left > 25) == (40, True)


def test_narrow_letters_do_not_pass_for_a_column() -> None:
    (part,) = boxes_of(page_of(("il", box(0, 0, 5, 12))), 0, 1)
    assert (part.top, part.bottom) == (0, 12)


def test_widths_go_by_the_letter() -> None:
    assert advance_widths("iW")[0] < advance_widths("iW")[1] / 2
    assert advance_widths("采1") == (1000, 514)
    assert advance_widths("гЩ")[0] < advance_widths("гЩ")[1] / 2
    assert advance_widths("\u0301") == (1,)
    assert sum(advance_widths("a\u0301")) == advance_widths("a")[0]


def test_place_inside_a_line_is_near_the_drawn_one() -> None:
    errors = []
    for text, font in (("Contractor: Veldkamp Instrumentation B.V.", "F1"), ("采购人：青岚市第三人民医院", "F2")):
        content = "".join(show(50, 20 + 15 * n, text[:n], font=font) for n in range(1, 17))
        page = read_pdf(made_pdf(MadePage(content=content + show(50, 5, text, font=font)))).pages[0]
        *parts, whole = sorted(page.lines, key=lambda line: line.end - line.start)
        for line in parts:
            (told,) = boxes_of(page, whole.start, whole.start + line.end - line.start)
            assert line.box is not None
            errors.append(abs(told.right - line.box.right) / 12)
    assert max(errors) < 0.25
    assert sorted(errors)[len(errors) // 2] < 0.1


@pytest.mark.parametrize("name", BORN)
def test_quoted_lines_stand_where_they_were_drawn(name: str) -> None:
    found, lines, _, _ = born(name)
    overlaps = []
    for line in lines:
        page = found.pages[line.page]
        places = [index for index, letter in enumerate(page.text) if not letter.isspace()]
        joined = without_space(page.text)
        starts = [n for n in range(len(joined)) if joined.startswith(line.text, n)]
        if starts:
            parts = [boxes_of(page, places[n], places[n + len(line.text) - 1] + 1) for n in starts]
            overlaps.append(max(overlap(boxes[0], line.box) for boxes in parts))
    assert len(overlaps) > 0.8 * len(lines)
    assert sum(overlaps) / len(overlaps) > 0.75
