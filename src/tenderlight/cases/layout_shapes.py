"""The shape that layouts take in JSON, and the way there and back. See `tenderlight.cases.shapes`."""

from __future__ import annotations

from typing import Annotated

import msgspec

from tenderlight.cases.shapes import Coordinate, Count, Length, Name, PageNumber, Sha256
from tenderlight.model.box import Box
from tenderlight.model.document import Word
from tenderlight.model.layout import LaidOutLine, Layout, PageSize

MOST_LAID_OUT_PAGES = 20_000
HUNDREDTHS = 100


class LaidOutWordShape(msgspec.Struct, array_like=True, frozen=True, gc=False, forbid_unknown_fields=True):
    """``[start, end, left, top, right, bottom]``."""

    start: Count
    end: Count
    left: Coordinate
    top: Coordinate
    right: Coordinate
    bottom: Coordinate


class LaidOutLineShape(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """``[page of the PDF, [words]]``."""

    layout_page: PageNumber
    words: Annotated[list[LaidOutWordShape], msgspec.Meta(min_length=1)]


class LayoutShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="layout"):
    """Where the text of one page stands once laid out."""

    page_number: PageNumber
    pdf: Sha256
    converter: Name
    fonts: Annotated[list[Name], msgspec.Meta(max_length=1_000)]
    page_sizes: Annotated[list[tuple[Length, Length]], msgspec.Meta(max_length=MOST_LAID_OUT_PAGES)]
    lines: list[LaidOutLineShape]


def layout_to_shape(layout: Layout) -> LayoutShape:
    """Return the shape of a layout; coordinates are rounded to hundredths of a point."""
    return LayoutShape(
        page_number=layout.page_number,
        pdf=layout.pdf,
        converter=layout.converter,
        fonts=list(layout.fonts),
        page_sizes=[(_rounded(size.width), _rounded(size.height)) for size in layout.page_sizes],
        lines=[LaidOutLineShape(line.layout_page, [_word(word) for word in line.words]) for line in layout.lines],
    )


def layout_from_shape(shape: LayoutShape) -> Layout:
    """Return the layout of a shape.

    Raises:
        ValueError: If words or lines are not in the order of the text, a page is not one of the PDF's, or a box is
            turned inside out.
    """
    layout = Layout(
        page_number=shape.page_number,
        pdf=shape.pdf,
        converter=shape.converter,
        fonts=tuple(shape.fonts),
        page_sizes=tuple(PageSize(width=width, height=height) for width, height in shape.page_sizes),
        lines=tuple(
            LaidOutLine(layout_page=line.layout_page, words=tuple(_word_from_shape(word) for word in line.words))
            for line in shape.lines
        ),
    )
    at = 0
    for line in layout.lines:
        if line.layout_page > len(layout.page_sizes):
            raise ValueError(f"a layout of {len(layout.page_sizes)} pages has words on page {line.layout_page}")
        for word in line.words:
            if not at <= word.start <= word.end:
                raise ValueError(f"laid-out words at {word.start}-{word.end} after {at}")
            at = word.end
    return layout


def _word(word: Word) -> LaidOutWordShape:
    box = word.box
    return LaidOutWordShape(
        word.start, word.end, _rounded(box.left), _rounded(box.top), _rounded(box.right), _rounded(box.bottom)
    )


def _word_from_shape(shape: LaidOutWordShape) -> Word:
    return Word(
        start=shape.start,
        end=shape.end,
        box=Box(left=shape.left, top=shape.top, right=shape.right, bottom=shape.bottom),
    )


def _rounded(coordinate: float) -> float:
    return round(coordinate * HUNDREDTHS) / HUNDREDTHS
