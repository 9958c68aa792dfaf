"""Lots behind words that lead to who won them, on a page that names the same lots above with all who bid for them.

"Awarded:" over "Lot 1: A Ltd, 520,000", "Den Zuschlag erhalten: Los 1 X GmbH; Los 2 Y GmbH". Only what stands there is
heard. It is no such list if the page names none of its lots before, or if fewer than two of them tell who won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from tenderlight.facts.lots.blocks import LotBlock
from tenderlight.facts.lots.decided import Decided
from tenderlight.facts.lots.firm_parts import is_firm
from tenderlight.facts.lots.prices import PRICED, price_of
from tenderlight.facts.lots.verdicts import LOST, NAMED, OTHERS, Verdict, judge
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, key_of, western_names
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_LONGEST_PAGE, _LONGEST_BODY, _MOST_HEADS = 40_000, 600, 100
_FEWEST = 2
_LEAD = re.compile(
    r"(?:^|(?<=\n)|(?<=\.\s))[ \t•*·–—-]{0,4}(?:\d{1,2}[.)]\s)?(?:"
    r"(?:the\s)?(?:(?:lots?|contracts?|tenders?|packages?)\s)?(?:(?:is|are|was|were|have been|hereby)\s){0,2}awarded"
    r"(?:\s(?:as follows|to|by lot|tenderers?|bidders?))?|"
    r"(?:final\s)?awards?(?:\s(?:(?:by|per) lots?|decisions?|of contracts?))?|"
    r"(?:successful|winning)\s(?:bidders?|tenderers?|suppliers?|firms?|offers?)|winners?|"
    r"(?:den\s|der\s|die\s)?zuschl[aä]ge?(?:\s(?:erhalten|erhielten|erhält|gehen an|wurde\w?\serteilt|erteilt))?|"
    r"(?:se\s)?adjudica(?:n|ron|r)?|adjudicaci(?:ón|ones)(?:\spor\s(?:lotes?|partidas?|renglon(?:es)?))?|"
    r"adjudicad[oa]s?|(?:proveedores\s)?adjudicatari[oa]s|ganador[ae]?s?|(?:empresas\s)?ganadoras|"
    r"adjudicaç(?:ão|ões)(?:\spor\slotes?)?|(?:empresas\s)?vencedor[ae]?s|adjudicatári[oa]s|"
    r"attributions?(?:\sdes\s(?:lots|marchés))?|attributaires?|(?:lots\s)?(?:sont\s)?attribués?(?:\scomme suit|\sà)?|"
    r"titulaires?(?:\sdes\s(?:lots|marchés))?|aggiudicazion[ei]|aggiudicatari[oie]?|"
    r"wybran[eo](?:\soferty)?|wybrani wykonawcy|zwycięzcy|rozstrzygnięcie|"
    r"победител[ия](?:\sпо\sлотам)?|переможці(?:\sза\sлотами)?"
    r")\s?:\s{0,12}[•*·–—-]?\s{0,3}"
)
"""Words for who won, and the colon that leads to them."""
_GERMAN = re.compile(r"\bLos\s(?:Nr\.?\s)?(?P<number>\d{1,3})(?![\d.]\d)")
_APART = re.compile(r"\s{0,3}[,;(]\s{0,3}|\s[–—-]{1,2}\s|\s[@|]\s|\n|:\s")
_LINE = re.compile(r"[^\s|][^\n]*")
_EDGES = " \t\n.,;:–—-|"


def led_lots(notice: Notice, sheet: Sheet) -> Decided | None:
    """Return the lots of a page to whose winners words lead, below what it says of the bids for them; else None."""
    flat = sheet.flat[:_LONGEST_PAGE]
    for lead in islice(_LEAD.finditer(flat), _MOST_HEADS):
        heads = list(_heads(notice, sheet, flat, lead.end()))
        if not heads or heads[0].head.start != lead.end():
            continue
        above = [one for one in _heads(notice, sheet, flat, 0) if one.head.end <= lead.start()]
        listed, known = _keys(heads), _keys(above)
        if len(listed) < _FEWEST or len(listed & known) < _FEWEST:
            continue
        bids = Piece(sheet=sheet, start=above[0].head.start, end=lead.start())
        verdicts = [_told(notice, one, bids) for one in heads]
        if sum(bool(one.names) for one in verdicts) >= _FEWEST and all(one.names or one.void for one in verdicts):
            return Decided(verdicts=tuple(_priced(notice, one, above) for one in verdicts), bids=(bids,))
    return None


def as_bids(notice: Notice, bids: Sequence[Piece]) -> Notice:
    """Return a notice whose tables within texts that tell of all bids name bidders, and what they asked."""
    changed = []
    for one in notice.entries if bids else ():
        own = one.value
        is_within = one.row is not None and any(
            own.sheet.page is part.sheet.page and part.start <= own.start < part.end for part in bids
        )
        meaning = (
            Meaning.LOSER if one.meaning in NAMED else Meaning.BID_AMOUNT if one.meaning in PRICED else one.meaning
        )
        changed.append(replace(one, meaning=meaning) if is_within else one)
    return replace(notice, entries=tuple(changed)) if bids else notice


def _keys(blocks: Sequence[LotBlock]) -> set[str]:
    return {key_of(lot) for one in blocks for lot in one.lots}


def _priced(notice: Notice, verdict: Verdict, above: Sequence[LotBlock]) -> Verdict:
    """Return a verdict without a price with that of the line of the bids for its lot that begins with who won it."""
    lots = set(map(key_of, verdict.block.lots))
    if verdict.prices or len(verdict.names) != 1 or len(lots) != 1:
        return verdict
    name = verdict.names[0].flat.rstrip(".")
    lines = [
        one.body.part(*match.span())
        for one in above
        if _keys([one]) == lots
        for match in _LINE.finditer(one.body.flat)
        if match[0].startswith(name) and not match[0][len(name) : len(name) + 1].isalnum()
    ]
    price = price_of(notice, lines, lines[0].part(0, len(name))) if len(lines) == 1 else None
    return replace(verdict, prices=(price,)) if price is not None else verdict


def _heads(notice: Notice, sheet: Sheet, flat: str, start: int) -> Iterator[LotBlock]:
    """Yield the heads of lots from a place on, each with what stands behind it up to the next or an empty line."""
    text = sheet.page.text[: len(flat)]
    found = [
        (match.start(), match.end(), tuple(western_names(text, match))) for match in HEADS_WESTERN.finditer(flat, start)
    ]
    if notice.language == "de":
        found += [(one.start(), one.end(), (one[0],)) for one in _GERMAN.finditer(text, start)]
    found = sorted({first: (first, end, lots) for first, end, lots in found if lots}.values())[:_MOST_HEADS]
    for (first, end, lots), (stop, _end, _lots) in pairwise([*found, (len(flat), 0, ())]):
        empty = flat.find("\n\n", end, stop)
        last = min(empty if empty >= 0 else stop, end + _LONGEST_BODY)
        if stop == len(flat):
            line = flat.find("\n", end, last)
            last = line if line >= 0 else last
        yield LotBlock(
            lots=lots, head=Piece(sheet=sheet, start=first, end=end), body=Piece(sheet=sheet, start=end, end=last)
        )


def _told(notice: Notice, block: LotBlock, bids: Piece) -> Verdict:
    """Return what a lot of the list says: as all lots do, else the name of a bidder before the first sum."""
    verdict = judge(notice, block)
    if verdict.names or verdict.void is not None or OTHERS.search(block.body.flat) or LOST.search(block.body.flat):
        return verdict
    amounts = [one for one in find_amounts(block.body.text, decimal_mark=notice.decimal_mark) if not one.bare]
    before = block.body.part(0, amounts[0].start) if amounts else block.body
    named = [part for part in _parts(before) if is_firm(part, sure=True) and part.flat in bids.flat]
    if len(named) != 1:
        return verdict
    price = price_of(notice, [block.body], named[0]) if len(block.lots) == 1 else None
    return replace(verdict, names=(named[0],), prices=(price,) if price is not None else ())


def _parts(text: Piece) -> Sequence[Piece]:
    cuts = [*(one.span() for one in _APART.finditer(text.flat)), (len(text.flat),) * 2]
    begins = [0, *(end for _start, end in cuts)]
    return [
        text.part(start, end).stripped(_EDGES) for start, (end, _next) in zip(begins, cuts, strict=False) if end > start
    ]
