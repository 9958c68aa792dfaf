"""Layouts to bytes and back: equal, and nothing taken that contradicts itself."""

from __future__ import annotations

import json

import pytest

from tenderlight.cases.encoding import Undecodable, check_item, decode_item, decode_reading, encode_item, encode_reading
from tenderlight.model.box import Box
from tenderlight.model.document import Page, PageMethod, Reading, Word
from tenderlight.model.layout import LaidOutLine, Layout, PageSize

LAYOUT = Layout(
    page_number=1,
    pdf="ab" * 32,
    converter="LibreOffice 7.4.7.2",
    fonts=("DejaVuSans", "宋体"),
    page_sizes=(PageSize(width=595.3, height=841.89), PageSize(width=595.3, height=841.89)),
    lines=(
        LaidOutLine(layout_page=2, words=(Word(start=0, end=2, box=Box(left=1.25, top=2, right=3, bottom=4.5)),)),
        LaidOutLine(layout_page=1, words=(Word(start=3, end=5, box=Box(left=1, top=2, right=3, bottom=4)),)),
    ),
)


def test_a_layout_comes_back_as_it_was() -> None:
    line = encode_item(LAYOUT)
    assert decode_item(line) == check_item(line) == LAYOUT


def test_a_reading_keeps_its_layouts() -> None:
    page = Page(number=1, text="甲方 乙方\n", method=PageMethod.FLOW)
    reading = Reading(
        document="cd" * 32, media_type="text/html", reader="html", reader_version=1, pages=(page,), layouts=(LAYOUT,)
    )
    assert decode_reading(encode_reading(reading)) == reading


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("page_number", 0),
        ("pdf", "../../objects"),
        ("converter", ""),
        ("page_sizes", [[595.3, 841.89]]),  # words on page 2 of 1
        ("page_sizes", [[-1, 841.89], [595.3, 841.89]]),
        ("lines", [[1, []]]),
        ("lines", [[0, [[0, 2, 1, 2, 3, 4]]]]),
        ("lines", [[1, [[3, 5, 1, 2, 3, 4]]], [1, [[0, 2, 1, 2, 3, 4]]]]),  # not in the order of the text
        ("lines", [[1, [[2, 1, 1, 2, 3, 4]]]]),
        ("lines", [[1, [[0, 2, 3, 2, 1, 4]]]]),  # inside out
        ("more", 1),
    ],
)
def test_a_layout_that_contradicts_itself_is_refused(key: str, value: object) -> None:
    shape = json.loads(encode_item(LAYOUT)) | {key: value}
    with pytest.raises(Undecodable):
        check_item(json.dumps(shape).encode())
