"""Who won, who buys and the price, as letters tell those whom they are written to."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.facts.money.western_sentences import lot_of_line
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.english_letters import Span, letter_of_award
from tenderlight.facts.prose.sentences import letter_entries
from tenderlight.facts.words.vocabulary import Meaning

_LONGEST = 20_000


def letters_of(sheet: Sheet, language: str) -> Iterator[Entry]:
    """Yield the entries that a letter makes, by the forms of English letters first.

    Args:
        sheet: A page.
        language: ISO 639-1.
    """
    text = sheet.page.text[:_LONGEST]
    firm, sender, price = letter_of_award(text, sheet.flat) if language == "en" else (None, None, None)
    told = list(letter_entries(sheet))
    if firm is None:
        yield from told
        return
    yield _entry(Meaning.SUPPLIER, sheet, firm)
    if sender is not None:
        yield _entry(Meaning.BUYER, sheet, sender)
    if price is not None:
        yield _entry(Meaning.AWARD_AMOUNT, sheet, price)
    else:
        yield from (one for one in told if one.meaning is Meaning.AWARD_AMOUNT)


def _entry(meaning: Meaning, sheet: Sheet, span: Span) -> Entry:
    value = Piece(sheet=sheet, start=span[0], end=span[1]).stripped()
    return Entry(meaning=meaning, label="", value=value, order=0, lot=lot_of_line(sheet, span[0]))
