"""Which mark stands before the decimals of a document: what its own numbers show, else what is usual."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GROUPED = re.compile(r"(?<![\d.,])(?P<number>[1-9]\d{0,2}(?P<mark>[.,])\d{3})(?![\d.,]{0,20}\d)")
"""A number with one mark, and three figures behind it."""
_COMMA_DECIMAL = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d{1,3}(?![\d,])|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![.\d])"
)
_POINT_DECIMAL = re.compile(
    r"(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d{1,3}(?![\d.])|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![,\d])"
)
_POINT_COUNTRIES = frozenset({"MX", "PE", "GT", "HN", "NI", "PA", "DO", "SV"})
_COMMA_COUNTRIES = frozenset({"CO", "CL", "AR", "ES", "UY", "PY", "EC", "BO", "VE", "CR"})
_POINT_LANGUAGES = frozenset({"en", "ar", "fa"})
_FEWEST = 2
"""Numbers of three figures behind one mark that show what the mark is for."""


def decimal_mark_of(language: str, country: str | None, texts: Sequence[str]) -> str | None:
    """Return "." or ",", as the document's own amounts show it, else as is usual; None = 1.234 may be either."""
    if language == "zh":
        return "."
    commas = any(_COMMA_DECIMAL.search(text) for text in texts)
    points = any(_POINT_DECIMAL.search(text) for text in texts)
    if commas != points:
        return "," if commas else "."
    if commas:
        return None
    if language == "es":
        if country in _POINT_COUNTRIES:
            return "."
        return "," if country in _COMMA_COUNTRIES else _mark_by_groups(texts)
    return "." if language in _POINT_LANGUAGES else ","


def _mark_by_groups(texts: Sequence[str]) -> str | None:
    """Return the decimal mark where all numbers with one mark have three figures behind it: then the mark sets groups.

    No price has three decimals; where one sign would have to be both, nothing is said.
    """
    numbers = {match["number"]: match["mark"] for text in texts for match in _GROUPED.finditer(text)}
    marks = set(numbers.values())
    if len(numbers) < _FEWEST or len(marks) != 1:
        return None
    return "," if "." in marks else "."
