"""Winners and prices that a correction of an award quotes without a label: for "X Ltd, USD 10" read "X Ltd, USD 12".

What is taken back and what is put in its place stand in quotation marks. A firm in the new words is who won, and a sum
there its price, if the old words have a firm or a sum as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.corrections.replaced import quotations
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import EASTERN_COMPANY, companies
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_OF_AWARD = re.compile(
    r"award|adjudic|attribu|zuschlag|aggiudic|победител|переможц|договор|контракт|titulaire|ganador|vencedor|winner|"
    r"contract|中标|成交|中选|得标|决标|承办商|供应商|合同|合约"
)
_WHO = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.PARTY, Meaning.BUYER, Meaning.AGENCY})
_PRICES = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.AMOUNT, Meaning.BUDGET, Meaning.CEILING})
_NAME_ENDS = re.compile(r",\s|\s[–—-]\s|:\s|\s\(|$")


def corrected_awards(sheets: Sequence[Sheet], entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that quotations of a correction make without a label, numbered on.

    Args:
        sheets: The document.
        entries: What labels and sentences told.
    """
    if not any(_OF_AWARD.search(sheet.flat) for sheet in sheets):
        return []
    found = [one for sheet in sheets for one in _in_sheet(sheet, entries)]
    return [] if len({one.meaning for one in found}) < len(found) else found


def without_quoted(
    running: Sequence[Entry], sheets: Sequence[Sheet], stage: Stage | None, language: str
) -> list[Entry]:
    """Return what sentences say without what they say in the quotations of a correction: those are read as one."""
    if stage is not Stage.CORRECTION or language not in {"es", "pt"}:
        return [*running]
    pieces = [piece for sheet in sheets for change in quotations(sheet) for piece in (change.old, change.new)]
    return [one for one in running if not any(_is_inside(one.value, piece) for piece in pieces)]


def _in_sheet(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[Entry]:
    for change in quotations(sheet):
        told = {
            one.meaning for one in entries if _is_inside(one.value, change.new) or _is_inside(one.value, change.old)
        }
        old, new = _firm(change.old), _firm(change.new)
        before, now = _price(change.old), _price(change.new)
        if not told & _WHO and new is not None and (old is not None or before is not None):
            replaces = old.text if old is not None and old.flat != new.flat else None
            yield _entry(Meaning.SUPPLIER, new, replaces, len(entries))
        if not told & _PRICES and before is not None and now is not None:
            value = change.new.part(now.start, now.end)
            replaces = change.old.part(before.start, before.end).text if before.amount != now.amount else None
            yield _entry(Meaning.AWARD_AMOUNT, value, replaces, len(entries) + 1)


def _entry(meaning: Meaning, value: Piece, replaces: str | None, order: int) -> Entry:
    return Entry(meaning=meaning, label="", value=value, order=order, replaces=replaces)


def _is_inside(value: Piece, piece: Piece) -> bool:
    return value.sheet.page is piece.sheet.page and piece.start <= value.start < piece.end


def _firm(piece: Piece) -> Piece | None:
    """Return the one firm of a quotation: with its legal form, else what stands before the first comma and the sum."""
    if has_han(piece.flat):
        named = find_names(piece)
        return named[0].piece if len(named) == 1 else None
    spans = [*companies(piece.text), *(match.span() for match in EASTERN_COMPANY.finditer(piece.text))]
    if not spans:
        end = _NAME_ENDS.search(piece.text)
        rest = piece.text[end.start() :] if end is not None else ""
        name = piece.part(0, end.start() if end is not None else 0)
        is_name = len(name.text.split()) > 1 and name.text[:1].isupper() and any(map(str.isdigit, rest))
        spans = [(0, len(name.text))] if is_name and not any(map(str.isdigit, name.text)) else []
    pieces = [one.piece for span in spans[:1] for one in find_names(piece.part(*span))]
    return pieces[0] if len(pieces) == 1 and len(spans) == 1 else None


def _price(piece: Piece) -> FoundAmount | None:
    """Return the one sum of a quotation."""
    found = next((one for way in (None, ".", ",") if (one := find_amounts(piece.text, decimal_mark=way))), ())
    money = [one for one in found if not one.bare and not one.per_unit]
    return money[0] if len(money) == 1 else None
