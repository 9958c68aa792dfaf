"""Which part of a line about a lot is a firm without a legal form, in languages written with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.groups import apart
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.money import find_amounts

_FIRM_LEAD = re.compile(
    r"(?:ets|éts|établissements?|société|sté|ste|entreprise|groupe|groupement|cabinet|comercial|distribuidora|"
    r"constructora|"
    r"inversiones|grupo|m/s\.?|messrs\.?|firma|fa\.|consorcio|consórcio|consortium|cooperativa|coopérative|"
    r"corporaci[óo]n)\s"
)
"""Words that begin the name of a firm without a legal form."""
_LONGEST_NAME = 60
_FEWEST = 2
_BETWEEN = re.compile(
    r"[\s.]{0,3}(?:\([^()\n]{1,30}\))?[ \t]{0,2}(?:[,;/|]|\n|(?=\(?\d{1,2}[.)]\s))\s{0,4}"
    r"(?:(?:and|[-•*]|\(?\d{1,2}[.)])\s{1,2})?(?:m/s\.?\s)?"
)
_ENDS = re.compile(r"[\s.;]{0,3}(?:\([^()\n]{1,30}\))?[ \t.;]{0,3}(?=\n|$)")


def firms_listed(body: Piece) -> list[Piece]:
    """Return the firms that the text of a lot lists one behind the other up to the end of a line; else none."""
    text = body.text
    spans = [one for span in companies(text) for one in apart(text, *span)]
    found: list[Piece] = []
    for at, (start, end) in enumerate(spans):
        stop = end + keeps_full_stop(text, end)
        found.append(body.part(start, stop))
        if at + 1 == len(spans) or _BETWEEN.fullmatch(body.flat, stop, spans[at + 1][0]) is None:
            return found if len(found) >= _FEWEST and _ENDS.match(body.flat, stop) else []
    return []


def before_price(notice: Notice, parts: Sequence[Piece]) -> Piece | None:
    """Return the part right before the one with the price, if its first word says that it is a firm."""
    if not parts:
        return None
    whole = Piece(sheet=parts[0].sheet, start=parts[0].start, end=parts[-1].end)
    amounts = [one for one in find_amounts(whole.text, decimal_mark=notice.decimal_mark) if not one.bare]
    if not amounts:
        return None
    price = whole.start + amounts[0].start
    before = [one for one in parts if one.end <= price] or parts[:1]
    named = [told for one in before if (told := _told(one)) is not None]
    return named[-1] if named else None


def is_firm(part: Piece, *, sure: bool) -> bool:
    """Say whether a part may be a name: its place is sure, or its first word begins the names of firms."""
    text = part.text
    if not 3 <= len(text) <= _LONGEST_NAME or not text[0].isupper() or re.search(r"\d{3}", text):
        return False
    if not can_be_western(text) or find_amounts(text, decimal_mark=","):
        return False
    return sure or bool(_FIRM_LEAD.match(part.flat))


def _told(part: Piece) -> Piece | None:
    """Return a part that a word for a firm begins; written small, the word is none of the name: "entreprise LAGUNE"."""
    lead = _FIRM_LEAD.match(part.flat)
    if lead is not None and part.text[0].islower():
        name = part.part(lead.end(), len(part.flat))
        return name if is_firm(name, sure=True) else None
    return part if is_firm(part, sure=False) else None
