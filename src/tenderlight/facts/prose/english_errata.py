"""Prices that an English erratum puts right in a sentence or a row.

"The contract price was stated as INR 4,35,00,000. It should read INR 4,53,00,000", "for Rs. 18,75,000 please read
Rs. 17,85,000", "Contract value | Rs. 3,42,17,000 | Rs. 3,24,17,000" under "Existing | Amended".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tenderlight.facts.money.western_sentences import lot_of_line
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_LONGEST = 20_000
_BETWEEN = 170
_TO_READ = re.compile(
    r"\b(?:(?:should|shall|must|is\sto|are\sto|may|to)\s(?:now\s)?(?:be\s)?(?:read|be)\b|(?:please|and|"
    r"kindly)\s(?:be\s)?read\b|"
    r"now\sreads?\b|reads?\sas\b|substitut\w+|(?:corrected|amended|changed|revised)\sto\b|"
    r"(?:correct|right|proper|actual|true)\s(?:[a-z]+\s){0,3}(?:is|being|was)\b|replaced\s(?:by|with)\b|instead\sof\b)"
)
_PRICE = re.compile(r"\b(?:contract|award|tender|bid|price|sum|amount|value|awarded|successful)\b")
_OTHER = re.compile(
    r"\b(?:secur\w*|bond|guarantee|deposit|emd|fee|budget|estimat\w*|ceiling|turnover|tender\scost|earnest|"
    r"penalty|advance)\b"
)
_HEADED = re.compile(
    r"\b(?:existing|original|for|published|printed|as\spublished|incorrect|previous|old)\b[^|\n]{0,24}\|[^|\n]{0,24}"
    r"\b(?:amended|revised|read|corrected|correct|new|to\sread|to\sbe\sread)\b"
)
_ROW = re.compile(r"(?m)^[^\n|]{0,12}\|?[^\n|]{0,60}\|[^\n|]{3,80}\|[^\n|]{3,80}\|?[ \t]*$")
_TURNED = re.compile(r"instead\sof\b[^.]{0,40}$")
"""The sum behind these words is the old one."""
_BEFORE = 140


def english_errata(sheets: Sequence[Sheet], entries: Sequence[Entry]) -> list[Entry]:
    """Return the prices of an award that are put right, each with what it replaces; none where labels tell them.

    Args:
        sheets: The paper, in English.
        entries: What labels and sentences told.
    """
    if any(one.meaning in {Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT} and one.replaces for one in entries):
        return []
    found = [one for sheet in sheets for one in (*_in_sentences(sheet), *_in_rows(sheet))]
    return found if len({one.lot for one in found}) == len(found) else []


def _in_sentences(sheet: Sheet) -> Iterator[Entry]:
    flat = sheet.flat[:_LONGEST]
    if _TO_READ.search(flat.replace("\n", " ")) is None:
        return
    sums = [one for one in find_amounts(flat, decimal_mark=".") if not one.bare]
    for old, new in pairwise(sums):
        between = flat[old.end : new.start].replace("\n", " ")
        if len(between) > _BETWEEN or _TO_READ.search(between) is None or old.amount == new.amount:
            continue
        before = flat[max(0, old.start - _BEFORE) : old.start].replace("\n", " ")
        clause = f"{before}{between}"
        if _OTHER.search(clause) or not _PRICE.search(clause):
            continue
        first, second = (old.start, old.end), (new.start, new.end)
        is_turned = _TURNED.search(between) is not None
        yield _entry(sheet, first, second) if is_turned else _entry(sheet, second, first)


def _in_rows(sheet: Sheet) -> Iterator[Entry]:
    flat = sheet.flat[:_LONGEST]
    headed = _HEADED.search(flat)
    if headed is None:
        return
    for row in _ROW.finditer(flat, headed.end()):
        sums = [one for one in find_amounts(row[0], decimal_mark=".") if not one.bare]
        label = row[0][: sums[0].start] if sums else ""
        if len(sums) != 2 or not _PRICE.search(label) or _OTHER.search(label):
            continue
        old, new = sums
        yield _entry(
            sheet, (row.start() + new.start, row.start() + new.end), (row.start() + old.start, row.start() + old.end)
        )


def _entry(sheet: Sheet, new: tuple[int, int], old: tuple[int, int]) -> Entry:
    value = Piece(sheet=sheet, start=new[0], end=new[1])
    return Entry(
        meaning=Meaning.AWARD_AMOUNT,
        label="",
        value=value,
        order=0,
        lot=lot_of_line(sheet, new[0]),
        replaces=sheet.page.text[slice(*old)],
    )
