"""State and town of the buyer in papers in English: in the heading, in the address below its name, beside labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.english_seats import Seat, seat_behind, seat_below, seat_in
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.origins import STATES
from tenderlight.facts.words.vocabulary import Meaning

_HEAD_LINES = 2
_LONGEST = 8_000
_OFFICE_LINE = re.compile(
    r"(?m)(?:^[ \t]*|\.[ ]|[ ]{2,})(?i:(?:contracting |issuing |purchasing |buying )?(?:office|division|"
    r"branch)(?: name)?)"
    r"[ ]?:[ ](?=[A-Z])[^\n:,;.]{3,60}(?=,)"
)
"""The office of the buyer that buys, up to the place it is in."""
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_IN_CAPITALS = re.compile(r"(?<![\w-])(?:NSW|QLD|Qld|VIC|TAS|ACT)(?![\w-])")
_STATE = {code: re.compile(rf"(?<![\w-])(?:{names})(?![\w-])") for code, names in STATES.items()}
_VICTORIA = re.compile(r"(?<![\w-])victoria(?:n government)?(?![\w-])")
_CALLED_ONE = frozenset({"US", "CA", "AU"})
"""Countries whose offices head their papers with the name of their state."""
_FEWEST_LETTERS = 3


def english_places(notice: Notice, buyers: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """Yield "admin1" or "place" and where it is printed, what is told best first.

    Args:
        notice: A document; one in another language than English yields nothing.
        buyers: Where the buyer's name stands.
    """
    if notice.language != "en":
        return
    for name in buyers:
        text = name.sheet.page.text
        yield from _pieces(name.sheet, seat_behind(text, name.end) or seat_below(text, name.end))
    for entry in notice.of(Meaning.BUYER)[1:4]:
        comma = entry.value.text.find(", ")
        if comma > 0 and "\n" not in entry.value.text:
            yield from _pieces(entry.value.sheet, seat_behind(entry.value.sheet.page.text, entry.value.start + comma))
    for sheet in notice.sheets[:1]:
        for office in _OFFICE_LINE.finditer(sheet.page.text[:_LONGEST]):
            yield from _pieces(sheet, seat_behind(sheet.page.text, office.end()))
    for own in (*(one.value for one in notice.of(Meaning.PLACE)), *_own_addresses(notice)):
        value = own.stripped(" \t\n.")
        if "\n" not in value.text and len(value.text) > _FEWEST_LETTERS:
            yield from _pieces(value.sheet, seat_in(value.sheet.page.text, value.start, value.end))
    if notice.country in _CALLED_ONE:
        yield from _headed(notice, buyers)


def _pieces(sheet: Sheet, seat: Seat | None) -> Iterator[tuple[str, Piece]]:
    for called, span in (("admin1", seat.state), ("place", seat.town)) if seat is not None else ():
        if span is not None:
            yield called, Piece(sheet=sheet, start=span[0], end=span[1])


def _own_addresses(notice: Notice) -> list[Piece]:
    """Return the addresses that stand before anybody is named who sells."""
    sells = min((one.order for one in notice.of(Meaning.SUPPLIER, Meaning.INTENDED)), default=None)
    return [one.value for one in notice.of(Meaning.ADDRESS) if sells is None or one.order < sells]


def _headed(notice: Notice, buyers: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """Yield the state in the buyer's name, or in the first lines: "STATE OF MINNESOTA", "NSW eTendering"."""
    code = notice.country or ""
    sheet = notice.sheets[0]
    lines = [*_LINE.finditer(sheet.flat[:_LONGEST])][:_HEAD_LINES]
    heads = [Piece(sheet=sheet, start=one.start(), end=one.end()) for one in lines]
    for piece in (*buyers, *heads):
        found = _STATE[code].search(piece.flat)
        if found is None and code == "AU":
            found = _IN_CAPITALS.search(piece.text) or _VICTORIA.search(piece.flat)
        if found is not None:
            yield "admin1", piece.part(*found.span())
            return
