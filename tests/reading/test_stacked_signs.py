"""Columns of single signs, written one below the other: each is a word of its own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.reading.made_pdfs import MadePage, made_pdf, rule, show
from tests.reading.pdf_reading import check_page, read_pdf


@pytest.mark.parametrize("is_ruled", [True, False])
@pytest.mark.parametrize("column", ["421", "111", "YNY", "---", ["4", "2", "10"], ["4", "12", "3"]])
def test_single_signs_one_below_the_other_are_not_one_word(column: Sequence[str], *, is_ruled: bool) -> None:
    content = ""
    for at, name in enumerate(("Item", "Camera", "Server", "Switch")):
        content += show(24, 266 - 20 * at, name, size=9)
        content += rule(20, 280 - 20 * at, 200, 280 - 20 * at) if is_ruled else ""
    content += rule(20, 200, 200, 200) + "".join(rule(x, 280, x, 200) for x in (20, 120, 200)) if is_ruled else ""
    content += "".join(show(130, 266 - 20 * at, sign, size=9) for at, sign in enumerate(("Qty", *column)))
    (page,) = read_pdf(made_pdf(MadePage(content=content))).pages
    check_page(page)
    lines = [line.split() for line in page.text.splitlines()]
    assert lines == [["Item", "Qty"], *map(list, zip(("Camera", "Server", "Switch"), column, strict=True))]


def test_a_word_down_the_side_of_a_page_stays_a_word() -> None:
    content = "".join(show(30, 250 - 11 * at, sign, size=9) for at, sign in enumerate("TOTAL"))
    (page,) = read_pdf(made_pdf(MadePage(content=content))).pages
    assert page.text.split() == ["TOTAL"]
