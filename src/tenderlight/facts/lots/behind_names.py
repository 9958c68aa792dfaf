"""Lots that stand behind their winners: "X Pty Ltd has been successful for Lots 1 and 3 and Y Ltd for Lot 2".

Lists of lots begin with the lot; sentences may begin with who won. A sentence is read so if it speaks of winning, names
at least two companies, no lot stands before the first of them, and one or more stand behind each before the next.
Prices are taken where each stands right before its lot: "$640,000 for Lot 1, $388,500 for Lot 2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tenderlight.facts.labels.in_lines import find_labels
from tenderlight.facts.lots.lost_bids import is_of_lost_bid
from tenderlight.facts.lots.of_others import has_fallen_out
from tenderlight.facts.lots.prices import price_of
from tenderlight.facts.names.groups import apart
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.sentences import is_other_money
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, key_of, western_names
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern
from tenderlight.languages.money import find_amounts

_PAGES = 3
_LONGEST_PAGE = 20_000
_LONGEST = 900
_FEWEST = 2
_MOST = 200
_SENTENCE = re.compile(
    r"[^\n]+?(?:(?:(?<=[^\W\d_]{4})|(?<=\s\d)|(?<=\s\d\d)|(?<=\d\d\d)|(?<=\)))\.(?=\s+[A-ZÀ-ÞА-ЯЁІЇЄҐ«])|\n|$)|[^\n]+$"
)
_WON = re.compile(
    r"\b(?:success|award|select|appoint|won\b|wins\b|winner|winning|adjudic|ganador|vencedor|attribu|retenu|remport|gagn|"
    r"zuschlag|aggiudic|победител|признан|выигра|переможц|визнан|contract|titulaires?\s?:|proveedor(?:es)?\s?:|"
    r"contratistas?\s?:|fornecedor(?:es)?\s?:|contratad[oa]s?\s?:|"
    r"(?:suppliers?|providers?|vendors?)\s?:)"
)
_LOST = mark_pattern("lost")
_VOID = mark_pattern("void")
_CLAUSE = re.compile(r"[^.;,\n]{0,60}")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s{0,6}(?:[•*·▪–—-]\s{0,2}|[(]?\d{1,2}[.)]\s{1,2})?")
_BEFORE_LOT = re.compile(r"\.?\s?(?:[(\[]|,|[–—-])\s?(?:(?:para|pour|para o|para el|pour le|per il|for)\s)?")
_NAMED = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER})
_AND = re.compile(r"[\s,;]{0,2}(?:(?:and|y|e|et|и|та|und|ed)\s)?")
_NEAR = 90
"""Characters between a name and the first of its lots."""
_FOR_LOT = re.compile(
    r"\s?[(]$|\s?(?:\([^()\d]{2,24}\)\s?)?(?:for|in respect of|para|por|pour|für|по|за|per|de|del|du)\s(?:the\s|"
    r"el\s|le\s|o\s|il\s)?$"
)


def lots_behind_names(notice: Notice) -> list[Entry]:
    """Return who won which lot, and the prices of lots, as the first such sentence tells; still without numbers."""
    for sheet in notice.sheets[:_PAGES] if notice.language != "zh" else ():
        for sentence in islice(_SENTENCE.finditer(sheet.page.text[:_LONGEST_PAGE]), _MOST):
            if sentence.end() - sentence.start() > _LONGEST or not HEADS_WESTERN.search(sheet.flat, *sentence.span()):
                continue
            told = list(_told(Piece(sheet=sheet, start=sentence.start(), end=sentence.end())))
            if told:
                lots = [entry.lot for entry in told]
                prices = list(_prices(notice, sheet, lots)) or list(_prices_behind(notice, told, sentence.end()))
                return [*told, *prices]
        listed = _line_by_line(notice, sheet)
        if listed:
            return listed
    return []


def _prices_behind(notice: Notice, told: Sequence[Entry], end: int) -> Iterator[Entry]:
    """Yield the one price that stands between a lot and the next name, if each of the lots has one."""
    found: list[Entry] = []
    for one, stop in zip(told, [*(other.value.start for other in told[1:]), end], strict=True):
        clause = Piece(sheet=one.value.sheet, start=one.value.start, end=max(stop, one.value.end))
        price = price_of(notice, [clause], one.value)
        if price is None or price.unit is not None:
            return
        found.append(replace(one, meaning=notice.price_meaning, value=price.piece))
    yield from found


def _line_by_line(notice: Notice, sheet: Sheet) -> list[Entry]:
    """Return who won which lot for how much, where lines that a label for winners leads to name each before its lot.

    "- X, S.L. (Lote 1): 20.000 €" below "Adjudicatario:", or the label on each of the lines.
    """
    found: list[Entry] = []
    is_led = False
    for line in islice(_LINE.finditer(sheet.flat[:_LONGEST_PAGE]), _MOST):
        hits = find_labels(line[0])
        label = hits[0] if hits and hits[0].meaning in _NAMED and not line[0][: hits[0].start].strip(" -•") else None
        if label is not None and not line[0][label.value_start :].strip():
            is_led = True
            continue
        start = line.start() + (label.value_start if label is not None else 0)
        of_line = _of_line(notice, Piece(sheet=sheet, start=start, end=line.end())) if label or is_led else []
        found += of_line
        is_led = is_led and bool(of_line)
    lots = [one.lot for one in found if one.meaning is Meaning.SUPPLIER]
    return found if len({key_of(lot) for lot in lots}) == len(lots) >= _FEWEST else []


def _of_line(notice: Notice, line: Piece) -> list[Entry]:
    """Return the company that begins a line, with the one lot behind it and the one sum behind that."""
    bullet = _BULLET.match(line.flat)
    begins = bullet.end() if bullet is not None else 0
    firm = next((span for span in companies(line.text) if begins <= span[0] <= begins + 1), None)
    heads = list(HEADS_WESTERN.finditer(line.flat, firm[1])) if firm is not None else []
    if (
        firm is None
        or len(heads) != 1
        or heads[0]["more"]
        or not _BEFORE_LOT.fullmatch(line.flat, firm[1], heads[0].start())
    ):
        return []
    lot = next(iter(western_names(line.text, heads[0])))
    name = line.part(firm[0], firm[1] + keeps_full_stop(line.text, firm[1]))
    price = price_of(notice, [line.part(firm[0], len(line.flat))], name)
    entries = [Entry(meaning=Meaning.SUPPLIER, label="lot", value=name, order=0, lot=lot)]
    if price is not None and price.unit is None:
        entries.append(Entry(meaning=notice.price_meaning, label="lot", value=price.piece, order=0, lot=lot))
    return entries


def _told(sentence: Piece) -> Iterator[Entry]:
    flat, text = sentence.flat, sentence.text
    if not _WON.search(flat) or _LOST.search(flat):
        return
    firms = sorted((_behind_lot(flat, start), end) for span in companies(text) for start, end in apart(text, *span))
    heads = list(HEADS_WESTERN.finditer(flat))
    if len(firms) < _FEWEST or not heads or heads[0].start() < firms[0][0] or is_of_lost_bid(flat, heads[0].start()):
        return
    stops = [*(start for start, _end in firms[1:]), len(flat)]
    entries: list[Entry] = []
    for (start, end), stop in zip(firms, stops, strict=True):
        named = [head for head in heads if end <= head.start() < stop and not _is_void(flat, head.end(), stop)]
        behind = [head for head in named if not has_fallen_out(flat, head.end())]
        if named and not behind:
            continue
        if not behind or behind[0].start() - end > _NEAR:
            return
        value = sentence.part(start, end + keeps_full_stop(text, end))
        lots = [lot for head in behind for lot in western_names(text, head)]
        entries += [Entry(meaning=Meaning.SUPPLIER, label="lot", value=value, order=0, lot=lot) for lot in lots]
    if len({key_of(entry.lot) for entry in entries}) == len(entries):
        yield from entries


def _is_void(flat: str, start: int, stop: int) -> bool:
    """Say whether the clause that goes on behind a lot says that nobody won it: "Lote 04: fracassado"."""
    clause = _CLAUSE.match(flat, start, stop)
    return clause is not None and _VOID.search(clause[0]) is not None


def _behind_lot(flat: str, start: int) -> int:
    """Return where a name begins that is read with the lot before it: "Lots 1 and 3 and X Ltd"."""
    head = HEADS_WESTERN.match(flat, start)
    joint = _AND.match(flat, head.end()) if head is not None else None
    return joint.end() if joint is not None else start


def _prices(notice: Notice, sheet: Sheet, lots: Sequence[str | None]) -> Iterator[Entry]:
    """Yield the amounts that stand right before a lot each, if every lot has one."""
    known = {key_of(lot): lot for lot in lots}
    flat = sheet.flat[:_LONGEST_PAGE]
    found: dict[str, Entry] = {}
    text = sheet.page.text[: len(flat)]
    amounts = [one for one in find_amounts(text, decimal_mark=notice.decimal_mark) if not one.bare]
    for head in HEADS_WESTERN.finditer(flat):
        key = key_of(next(iter(western_names(sheet.page.text, head)), None))
        near = [one for one in amounts if one.end <= head.start() and _FOR_LOT.fullmatch(flat, one.end, head.start())]
        led = (
            slice(max(flat.rfind("\n", 0, near[-1].start) + 1, near[-1].start - _LONGEST), near[-1].start)
            if near
            else None
        )
        if led is not None and key in known and key not in found and not is_other_money(flat[led], text[led]):
            value = Piece(sheet=sheet, start=near[-1].start, end=near[-1].end)
            found[key] = Entry(meaning=notice.price_meaning, label="lot", value=value, order=0, lot=known[key])
    if len(found) == len(known):
        yield from found.values()
