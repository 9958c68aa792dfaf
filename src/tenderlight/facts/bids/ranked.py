"""Bids in the order of their places, and a sentence that gives the award to the first: "1 место: ООО «А» …".

Each line begins with a place ("1st", "1º lugar", "1 место", "L1", "Rang 1") and names one bidder. Who stands first has
won only where the text says so of the first place, in whatever order, or of no other line; two prices of one bid are
told apart by the words before them. Nothing is taken up where a label, a sentence or a table has named who won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_PAGES = 5
_LONGEST_PAGE = 30_000
_FEWEST = 2
_LINE = re.compile(r"[^\n;]{6,300}")
_OPENS_NAME = re.compile(r"[^\W\d_a-zà-ÿа-яёіїєґ][\w&.'’ ]{1,30}\s[–—-]\s")
"""The brand before the dash in a name whose legal form stands behind it: "Olhar – Sistemas, Lda."."""
_LABEL = re.compile(r"[^\W\d][^:\d\n]{2,60}:(?=\s{0,3}\d)")
"""What leads to bids that stand on one line, semicolons between them."""
_PLACE = re.compile(
    r"\s{0,6}(?:[-•*·|]\s{0,2})?(?:(?:rank|rang|place|posición|puesto|lugar|posição|место|місце|platz|posizione)\s?(?:n[°ºo.]*\s?)?"
    r"(?P<named>\d{1,2})|(?P<counted>\d{1,2})\s?(?:st|nd|rd|th|er|ère|ére|e|ème|[.]?[ºª°]|[-–][еоя]|\.)?\s{0,2}"
    r"(?:место|місце|lugar|place|rank(?:ed)?|puesto|posto|colocad[oa]|classificad[oa]|clasificad[oa]|platz|classée?)|"
    r"(?P<ordinal>\d{1,2})(?:st|nd|rd|th|er|ère|ème|\.?[ºª°])(?=[\s:|.)–—-])|[lh]-?(?P<letter>\d)(?=[\s:|.)–—-]))"
    r"[\s:|.)–—,-]{1,8}(?:m/s\.?\s)?"
)
"""The place of a bid at the beginning of its line."""
_FIRST_WON = re.compile(
    r"победител\w{0,3}\b[^.\n]{0,90}(?:перв(?:ое|ого|ому|ым) мест|занявш\w+ (?:перв|1)|(?:наименьш|"
    r"минимальн|лучш|наиболее низк))|"
    r"(?:договор|контракт)\w{0,2}\b[^.\n]{0,60}(?:занявш|перв(?:ое|ого) мест)|"
    r"переможц\w{0,3}\b[^.\n]{0,90}(?:перше місце|першого місця|найнижч|найменш|найвигідніш)|"
    r"(?:award|contract|winner|recommend|accept)[^.\n]{0,90}(?:first[- ](?:ranked|place)|ranked (?:first|no\.? ?1|1st)|"
    r"(?:highest|top)[- ]ranked|\b[lh]-?1\b|lowest (?:evaluated |responsive |priced )?(?:and |bid|tender|offer|quot))|"
    r"(?:first[- ]ranked|highest[- ]ranked|lowest) (?:tenderer|bidder|offer|bid|firm)[^.\n]{0,60}(?:award|"
    r"accept|recommend|won|success)|"
    r"(?:adjudic|ganador|vencedor|seleccion|contrat)[^.\n]{0,90}(?:prime(?:r|ro|ra|iro|ira)?\b[^.\n]{0,24}(?:lugar|puesto|colocad|"
    r"clas)|clas+ificad\w{1,2} em primeir|1[.]?[ºª°]|menor preço|menor precio|mejor calificad|melhor classificad)|"
    r"(?:attribu|retenu|retient|attributaire)[^.\n]{0,90}(?:premi[eè]re?s?\b|1er\b|class[ée]{1,2}e? n|"
    r"(?:mieux|moins)[- ]disant)|"
    r"(?:aggiudic|affid)[^.\n]{0,90}(?:prim[oa]\b|migliore offerta)|(?:zuschlag|"
    r"beauftrag)[^.\n]{0,90}(?:erst(?:en|platz|gereiht)|rang 1)"
)
"""The award goes to the first place."""
_SAYS_WON = re.compile(
    r"(?<!not )(?<!non )(?<!no )(?<!não )(?<!не )\b(?:awarded|winner|successful|selected|adjudicad[oa]|"
    r"ganadora?|vencedora?|"
    r"attributaire|retenue?|победитель|переможець|aggiudicatari[oa]|zuschlag)\b"
)
_LOSES = re.compile(r"\b(?:not|no|non|não|не|un)[ -]?(?:awarded|selected|successful|adjudicad|retenu|vencedor)")
_AT_BID = re.compile(r"(?:at|of) (?:its|the|their) (?:bid|tender|offer|quoted|tendered) price")
_BID_BEFORE = re.compile(r"(?:bid|tender|offer(?:ed)?|quoted|read[- ]out)(?: price| amount)?\s?[:(]?\s?$")
_CELL = re.compile(r"\t|\s\|\s|[ \u2002\u3000]{2,}|\s[–—-]\s|:\s|,\s(?=\S{0,20}\s?\d)")
_FIRST_NAMED = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.MEMBER})
_PRICED = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_OF_BIDS = _PRICED | {Meaning.BID_AMOUNT, Meaning.AMOUNT, Meaning.TOTAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bid:
    place: int
    name: Piece
    rest: Piece
    """What stands behind the name on its line."""


def with_ranked_bids(notice: Notice) -> Notice:
    """Return a notice with the supplier that only the order of the bids tells, and its price."""
    if notice.language == "zh" or notice.stage not in SETTLED or notice.of(*_FIRST_NAMED):
        return notice
    for sheet in notice.sheets[:_PAGES]:
        for bids in _runs(sheet):
            kept = [one for one in notice.entries if not (one.meaning in _OF_BIDS and _is_of_any(one, bids))]
            priced = any(one.meaning in _PRICED and not one.old for one in kept)
            told = list(_told(notice, sheet, bids, priced=priced))
            if told:
                found = (replace(one, order=len(notice.entries) + at) for at, one in enumerate(told))
                return replace(notice, entries=(*kept, *found))
    return notice


def _is_of_any(entry: Entry, bids: Sequence[_Bid]) -> bool:
    """Say whether an entry without a row stands on the line of a bid."""
    page = entry.value.sheet.page
    return entry.row is None and any(
        bid.rest.sheet.page is page and bid.rest.start <= entry.value.start < bid.rest.end for bid in bids
    )


def _runs(sheet: Sheet) -> Iterator[list[_Bid]]:
    """Yield the runs of lines that name bidders in the order of their places."""
    run: list[_Bid] = []
    for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
        label = _LABEL.match(line[0]) if not run else None
        start = line.start() + (label.end() if label is not None else 0)
        bid = _bid(Piece(sheet=sheet, start=start, end=line.end()))
        if bid is not None and bid.place == len(run) + 1:
            run.append(bid)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = [bid] if bid is not None and bid.place == 1 else []
    if len(run) >= _FEWEST:
        yield run


def _bid(line: Piece) -> _Bid | None:
    place = _PLACE.match(line.flat)
    if place is None:
        return None
    rest = line.part(place.end(), line.end - line.start)
    named = next((span for span in companies(rest.text) if span[0] <= 1), None)
    named = named or next(
        ((0, end) for start, end in companies(rest.text) if _OPENS_NAME.fullmatch(rest.text, 0, start)), None
    )
    end = named[1] + keeps_full_stop(rest.text, named[1], is_alone=True) if named else _cell_end(rest)
    name = rest.part(named[0] if named else 0, end)
    if len(find_names(name)) != 1:
        return None
    number = next(one for one in place.group("named", "counted", "ordinal", "letter") if one)
    return _Bid(place=int(number), name=name, rest=rest.part(end, len(rest.flat)))


def _cell_end(rest: Piece) -> int:
    stop = _CELL.search(rest.flat)
    return stop.start() if stop else len(rest.flat)


def _told(notice: Notice, sheet: Sheet, bids: Sequence[_Bid], *, priced: bool) -> Iterator[Entry]:
    """Yield the winner with its price, and the others as losers; nothing if no words say who of them won."""
    won = [bid for bid in bids if _SAYS_WON.search(bid.rest.flat) and not _LOSES.search(bid.rest.flat)]
    first = _FIRST_WON.search(sheet.flat[:_LONGEST_PAGE])
    if len(won) != 1 and (won or first is None):
        return
    best = won[0] if won else bids[0]
    for bid in bids:
        yield Entry(meaning=Meaning.SUPPLIER if bid is best else Meaning.LOSER, label="", value=bid.name, order=0)
    price = _price(notice, best, at_bid=_AT_BID.search(sheet.flat[:_LONGEST_PAGE]) is not None)
    if price is not None and not priced:
        yield Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=price, order=0)


def _price(notice: Notice, bid: _Bid, *, at_bid: bool) -> Piece | None:
    """Return the one price of a bid; of two that which words call its bid, where the award is at that price."""
    found = [one for one in find_amounts(bid.rest.text, decimal_mark=notice.decimal_mark) if not one.bare]
    found = [one for one in found if not one.per_unit]
    if len({one.amount for one in found}) > 1 and at_bid:
        found = [one for one in found if _BID_BEFORE.search(bid.rest.flat[: one.start])]
    return bid.rest.part(found[0].start, found[0].end) if len({one.amount for one in found}) == 1 else None
