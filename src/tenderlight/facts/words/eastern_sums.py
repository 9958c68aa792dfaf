"""How Russian and Ukrainian papers write sums of money, for patterns of sentences around them."""

from __future__ import annotations

FIGURES = r"\d[\d\s\u00a0.,]{0,24}?\d?\s?(?:(?:тыс\w*|млн|млрд|миллион\w*|миллиард\w*|мільйон\w*)\.?\s?)?"
"""A number, and the word that multiplies it."""
UNIT = (
    r"(?:(?:(?:российск|белорусск)\w+\s)?рубл\w*|(?:бел\.\s)?руб\.?|р\.|₽|грн\.?|гривен\w*|uah|тенге|сом\w*|сум\w*|byn|"
    r"€|eur)"
)
"""The money behind it, as Russian and Ukrainian papers write it."""
