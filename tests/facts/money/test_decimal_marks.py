"""Which mark stands before the decimals."""

from __future__ import annotations

import pytest

from tenderlight.facts.money.decimal_marks import decimal_mark_of


@pytest.mark.parametrize(
    ("text", "language", "country", "expected"),
    [
        ("1.234,50", "es", None, ","),
        ("1,234.50", "es", None, "."),
        ("1.234.500", "es", None, ","),
        ("1,234,500", "es", None, "."),
        ("1.234", "es", None, None),
        ("1.234 y 5.678", "es", None, ","),
        ("1,234 y 5,678", "es", None, "."),
        ("1.234 y 5,678", "es", None, None),
        ("1.234 y 5.678", "es", "MX", "."),
        ("1.234", "es", "CO", ","),
        ("1.234", "es", "MX", "."),
        ("1.234,50 and 1,234.50", "en", None, None),
        ("1,234", "en", None, "."),
        ("1.234", "de", None, ","),
        ("1.234", "zh", "CN", "."),
    ],
)
def test_the_mark_is_what_the_amounts_show(text: str, language: str, country: str | None, expected: str | None) -> None:
    assert decimal_mark_of(language, country, [text]) == expected
