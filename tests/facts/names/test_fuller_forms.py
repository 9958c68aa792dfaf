"""Names whose legal form is written out in one place and shortened in another."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        (
            (
                "Протокол подведения итогов\nЗаказчик: МКУ «Город»\nУчастник | Цена, руб. | Место\n"
                "Акционерное общество «Волна» | 90 000,00 | 1\nПобедителем признано АО «Волна».\n02.05.2022"
            ),
            ("Акционерное общество «Волна», sole",),
        ),
        (
            (
                "Протокол подведения итогов\nЗаказчик: МКУ «Город»\nУчастник | Цена, руб. | Место\n"
                "Акционерное общество «Волна-2» | 90 000,00 | 2\nПобедителем признано АО «Волна».\n02.05.2022"
            ),
            ("АО «Волна», sole",),
        ),
    ],
)
def test_fullest_form_that_is_printed_is_the_name(text: str, suppliers: tuple[str, ...]) -> None:
    assert summarise(read(text))["suppliers"] == suppliers
