"""Bids that the text about one lot lists, each with its price, in languages written with spaces.

A firm that stands there has bid and need not have won: what is said beside it ("1 место", "winner") or below the list
settles which of them did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tenderlight.facts.names.joint_bids import joint_bid_in
from tenderlight.facts.names.western import companies, has_company
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.prose.reference_words import SIGNED_BID, SIGNED_REFERENCE
from tenderlight.facts.words.vocabulary import mark_pattern
from tenderlight.languages.money import find_amounts

_LINE = re.compile(r"[^\n]+")
_CUT = re.compile(
    r";|(?:(?<=\d\d\d)|(?<=[.,]\d\d)|(?<=\)))\.\s{1,3}(?=[^\W\d_])|(?<=[»”\w]{3})\.\s{1,3}(?=[^\W\d_a-zà-ÿа-яёіїєґ])"
)
"""Where a bid ends at the latest: its line, its part of one between semicolons, its sentence."""
_JOINS = re.compile(
    r"[,)\s]*(?:,|\)|\s(?:and|y|e|et|und|и|та|i))\s{1,3}[„«“\"]?$|"
    r"[,–—-]\s(?:победитель|переможець|winner|ganador|vencedor|zuschlag|\d{1,2}(?:-?[еоя])?\s(?:место|місце))\s{1,3}$"
)
"""What stands between a bid and the firm that made the next one on the same line."""
_NUMBERED = re.compile(r"(?:\d{1,2}|[A-HА-Д])[.)]\s{1,3}")
_FIGURE = re.compile(r"(?<![\d+№/-])(?<!№ )\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?![\d-])")
_REGISTERED = re.compile(
    r"(?:рег|reg|заявк\w|пропозиці\w|ofert[ay]|bid|offer)\w{0,4}\.?\s?(?:№|no\.?|nr\.?|n[°º])\s?(\d{1,3})\b"
)
_FEWEST = 2
_BEHIND = 120
"""Characters behind the last bid in which it may be said of it that it was rejected."""
_LONGEST = 4_000
_NEAR = 24
_FIRST = re.compile(
    r"(?<![\d.])1(?:-?[еоя]{1,2}|\.|-ше|er|ère|st|[ºª°])?\s?(?:место|місце|lugar|place|puesto|platz|miejsce|posto)\b|"
    r"(?:место|місце|rang|platz|rank|lugar|puesto|lokata|miejsce)\s?[:№–—-]?\s?1\b(?![\d.,]\d)|"
    r"(?<!не )(?<!not )\b(?:победител[ья]|переможець|winner|ganador|vencedor|attributaire|zuschlag|aggiudicatari[oa]|"
    r"перше місце|первое место|erstplatzierter)\b(?!\s?:)"
)
"""What the line of a bid says of itself where it won."""
_LOST = mark_pattern("lost")
_NOT_WON = re.compile(
    r"\b(?:(?:not|no|non|nicht|kein|não|nie|не)\s(?:\w{1,10}\s){0,2}"
    r"(?:победител|переможц|переможець|winner|ganador|vencedor|attributaire|zuschlag|aggiudicatari)|"
    r"unsuccess|withdr[ae]w|excluded\b|non-?\s?complian|non-?\s?respons|ineligib|invalid|declined|refus|revok|annul|"
    r"cancel|debarr|abnormal|fail(?:s|ed|ure)?\b|not\s(?:accept|award|qualif|meet|comply)|previous|former\b|last year|"
    r"potential|reserve\b|отказ|уклон|отозва|отзыв|не\sсоответств|не\sдопу|недопу|снят|аннулир|отмен|прежн|предыдущ|"
    r"прошл|бывш|резерв|відмов|відклик|не\sвідповід|невідповід|не\sдопу|усунен|відсторон|скасов|попередн|минул|колишн|"
    r"exclu[ií]d|retirad[oa]s?\b|retir[óé]|retirou|desist|désist|renunci|rinunci|renonc|no\scumpl|não\scumpr|incumpl|"
    r"anterior|revocad|revogad|anulad|exclue?s?\b|non\sconforme|précédent|ancien\b|irrecevable|irrégul|"
    r"ausschluss|ausschließ|zurückgezogen|zieht\b|ungültig|unvollständig|nicht\sgewertet|bisherig|vorherig|ehemalig|"
    r"früher|abgelehnt|ausgeschieden|esclus|ritirat|decadut|precedente|uscente|revocat|annullat|"
    r"wycof|uchyl|odmówi|odmow|poprzedni|dotychczas|nieważn|unieważn)"
)
"""What a bid says of itself where it was set aside, or stands first no longer or not yet."""
_OF_OTHERS = re.compile(
    r"\b(?:(?:all\s|the\s)?others?\b|остальн|прочи|другие|інш|решт|autres?\b|otr[oa]s\b|outr[oa]s\b|altr[ei]\b|"
    r"übrige|andere|weitere|pozosta)"
)
"""Words behind which no longer this bid is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBid:
    """A firm that bid for a lot."""

    name: Piece
    part: Piece
    """What is said of it: its line, or its part of one."""
    sign: str | None
    """The number or letter by which the text may point to it."""


def bids_listed(body: Piece) -> Sequence[ListedBid]:
    """Return the bids of a text about one lot, in order; none where fewer than two firms stand beside a figure."""
    bids = list(_bids(body)) if body.end - body.start <= _LONGEST else []
    return bids if len({bid.name.flat for bid in bids}) >= _FEWEST else []


def first_of(bids: Sequence[ListedBid]) -> ListedBid | None:
    """Return the one bid of which its own line says that it won or stands first, or None.

    A bid that is said to have been set aside stands first no longer; who did is then for a decision to say.
    """
    first = [at for at, bid in enumerate(bids) if _FIRST.search(bid.part.flat)]
    if len(first) != 1:
        return None
    following = next((bid.part.start for bid in bids[first[0] + 1 :]), None)
    return bids[first[0]] if not _is_set_aside(bids[first[0]], following) else None


def are_ranked(bids: Sequence[ListedBid]) -> bool:
    """Say whether a list says of any of its bids that it stands first, lost or was set aside: not all of them won."""
    return any(one.search(bid.part.flat) is not None for bid in bids for one in (_FIRST, _LOST, _NOT_WON))


def _is_set_aside(bid: ListedBid, stop: int | None) -> bool:
    """Say whether a bid was rejected, or was first another time, by what stands around its name up to the next bid."""
    part, flat = bid.part, bid.part.sheet.flat
    before, behind = flat[part.start : bid.name.start], flat[bid.name.end : part.end]
    rest = part.sheet.page.text[part.end : part.end + _BEHIND if stop is None else stop]
    behind = behind if has_company(rest) else f"{behind}{flat[part.end : part.end + len(rest)]}"
    others = _OF_OTHERS.search(behind)
    said = (before, behind[: others.start()] if others is not None else behind)
    return any(pattern.search(one) is not None for pattern in (_LOST, _NOT_WON) for one in said)


def referred_to(decision: Piece, bids: Sequence[ListedBid]) -> ListedBid | None:
    """Return the one bid that a decision points to by its number: "участника с рег. № 2", "Bidder 2"."""
    signs = {sign for match in SIGNED_REFERENCE.finditer(decision.flat) for sign in match.groups() if sign is not None}
    found = [bid for bid in bids if bid.sign in signs]
    return found[0] if len(found) == 1 and len(signs) == 1 else None


def _bids(body: Piece) -> Iterator[ListedBid]:
    """Yield the parts of a text that name a firm and a sum behind it."""
    for match in _LINE.finditer(body.flat):
        line = body.part(*match.span())
        spans = [(_behind_number(line.text, *span), span[1]) for span in companies(line.text)]
        cuts = {found.end() for found in _CUT.finditer(line.text)}
        cuts |= {start for start, _end in spans if _JOINS.search(line.flat, max(0, start - _NEAR), start)}
        for start, end in pairwise(sorted({0, *cuts, len(line.flat)})):
            part = line.part(start, end)
            joint = joint_bid_in(part.text)
            named = next((one for one in spans if start <= one[0] < end), None)
            if named is None:
                continue
            first, last = (joint.start, joint.end) if joint else (named[0] - start, min(named[1], end) - start)
            if _is_priced(part, last):
                yield ListedBid(name=part.part(first, last), part=part, sign=_sign(part, first))


def _behind_number(text: str, start: int, end: int) -> int:
    """Return where a name begins that is read with the number of its line before it."""
    number = _NUMBERED.match(text, start, end)
    return number.end() if number is not None else start


def _is_priced(part: Piece, at: int) -> bool:
    rest = part.part(at, len(part.flat))
    return _FIGURE.search(rest.flat) is not None or any(
        not one.bare for one in find_amounts(rest.text, decimal_mark=",")
    )


def _sign(part: Piece, at: int) -> str | None:
    """Return the number or letter of a bid: that under which it is registered, else what stands before its name."""
    registered = _REGISTERED.search(part.flat)
    if registered is not None:
        return registered[1]
    before = SIGNED_BID.search(part.flat[:at])
    return next((sign for sign in before.groups() if sign is not None), None) if before is not None else None
