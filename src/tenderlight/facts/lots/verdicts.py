"""What one lot of a list says of itself, in all languages: who won it, for how much, or that nobody did.

A lot must prove itself: by a label, by words that settle who won, by one company that is not said to have lost, or by a
name at the place at which the other lots of its list have their companies. What is said of others is set aside first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tenderlight.facts.labels.in_lines import find_labels
from tenderlight.facts.lots.arabic_firms import arabic_firm, is_turned_down
from tenderlight.facts.lots.blocks import LotBlock
from tenderlight.facts.lots.chinese_firms import companies_han, marked_firm, only_firm
from tenderlight.facts.lots.firm_parts import before_price, firms_listed, is_firm
from tenderlight.facts.lots.frameworks import is_panel
from tenderlight.facts.lots.listed_bids import bids_listed, first_of
from tenderlight.facts.lots.of_others import has_fallen_out, names_who_fell_out
from tenderlight.facts.lots.prices import LotPrice, price_of, prices_in_turn, up_to_money
from tenderlight.facts.lots.won_rows import won_row
from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.in_values import find_names, names_in_lot
from tenderlight.facts.names.joint_bids import joint_bid_in
from tenderlight.facts.names.western import companies, has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.prose.named_at import name_at
from tenderlight.facts.stages.void_lots import NOT_YET
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.running import AWARDED_TO, WINNERS
from tenderlight.facts.words.vocabulary import WESTERN_LABELS, Meaning, mark_pattern, meaning_of
from tenderlight.languages.money import find_amounts
from tenderlight.languages.scripts import has_han

VOID = mark_pattern("void")
NAMED = frozenset({Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.CONTRACT_SUPPLIER})
OTHERS, LOST = mark_pattern("others"), mark_pattern("lost")
_FRAMEWORK = mark_pattern("framework")
_IN_TURN = re.compile(
    r"分别|依次|respectively|respectivamente|respectivement|соответственно|відповідно|jeweils|rispettivamente|odpowiednio"
)
WON_IN_TURN_HAN = re.compile(
    r"(?:中标|成交|中选|入围|得标)(?:供应商|人|单位|方|商)?(?:名称)?(?:分别|依次)(?:为|是)\s{0,2}:?"
)
_NEXT_IN_TURN = re.compile(r",(?=[^,]{0,12}(?:分别|依次))")
_CLAUSE = re.compile(
    r"\n|[;；。]|(?<=[^\W\d_]{4})\.\s{1,4}(?=[^\W\d_a-zà-ÿа-яёіїєґ])|(?<=[»)])\.\s{1,4}(?=[^\W\d_a-zà-ÿа-яёіїєґ])"
)
_TO = re.compile(
    r"(?:^|[”\"»)],?)\s{0,2}(?:to|al?|à|ao|an|alla|a favor de)\s{1,2}"
    r"(?:the\s|la\s|las?\s|os?\s|l['’])?(?:(?:société|entreprise|ditta|impresa|società|empresa|firma|sociedade?|"
    r"mercantil|razón social)\s(?:comercial\s)?)?(?=[^\W\d_a-zà-ÿа-яёіїєґ])"
)
"""Behind a head that an act of awarding stands before: "awards lots 1 and 3 to X Corp."."""
_APART = re.compile(r"\s[-–—=>]{1,2}\s|[:;|\t\n()→]|,\s|\.\s(?=\S)|،|؛")
_CELL_ENDS = re.compile(r"(?<=\w.)\s*\|")
_CELLS = re.compile(r"\t|\s\|\s")
_LONGEST_TITLE = 200
_SHORTEST_NAME = 3
_NOBODY_HAN = re.compile(r"\s{0,3}:?(?:[^\n:]{0,30}\n)?\s{0,3}(?:无|/|—{1,3}|-{1,3})\s{0,3}(?=\n|$)")
"""A Chinese lot with nothing in the place of its winner."""
_LONGEST_STATE = 160
"""Characters in which a Chinese lot says that nobody won it."""
_BELOW = re.compile(r"\n[ \t]{0,6}(?P<line>[^\W\d_][^\n]{5,400})")
_INITIAL = re.compile(r"[^\W\d_]\.\s?[^\W\d_]$")
_OFFICIAL = re.compile(
    r"(?<!\w)(?:winner|tenderer|contractor|adjudicatario|ganador|titulaire|attributaire|gewinner|bieter|aggiudicatario|"
    r"adjudicatário|vencedor|wykonawca|zwycięzca)\s?:?\s{1,3}(?:official name|nombre oficial|nom officiel|"
    r"offizielle bezeichnung|denominazione ufficiale|nome oficial|oficjalna nazwa)\s?:\s{0,3}(?P<name>[^\n;|]{2,90})"
)
"""Printed eForms (Regulation (EU) 2019/1780): the winner's name stands under "Official name", as every name does."""
_LABELS_OF_WINNERS = sorted((one for one in WESTERN_LABELS if meaning_of(one) in NAMED and len(one) > 4), key=len)
_WINNER_WORDS = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, reversed(_LABELS_OF_WINNERS)))})\s?[–—-]?\s")
"""A word for who won, right before the name: "Auftragnehmer X GmbH", "adjudicatário Y, Lda."."""
_NEXT_CLAUSE = re.compile(r"[;\n]|,\s(?=[a-zà-ÿа-яёіїєґ])|\)\s")
_JOINT = re.compile(r"[\s.]{0,3}(?:\([^()\n]{1,30}\))?\s{0,2}(?:/|&|\+|,?\s?and|y|e|et|и|та|und)\s{0,2}")
_BRACKET_BEHIND = re.compile(r"\s{0,2}\([^()\n]{2,40}\)")
_GROUP_BEFORE = re.compile(r"(?:groupement|consortium|joint venture|consorcio|консорциум)[^\n:;.]{0,30}$")
_SOLE_BIDDER = re.compile(
    r"(?:заключ|укла|award|adjudic|contrat)[^.\n]{0,60}(?:единственн|єдин|sole bidder|only bidder|"
    r"único (?:oferente|licitante|"
    r"proponente))"
)
"""A lot whose tender failed for want of competition, and that the one who bid got all the same."""
_COUNTED = re.compile(r"\s{0,2}:?\s{0,2}\d{1,3}(?P<ends>[.,;]\s|\s{2,})?\W{0,4}")
"""How many others bid, behind the words for them: nothing is said of who they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a block says of its lots."""

    block: LotBlock
    names: tuple[Piece, ...] = ()
    """Who won: one for all lots of the block, or one for each in its order."""
    prices: tuple[LotPrice, ...] = ()
    """One for each lot."""
    void: Piece | None = None
    part: int | None = None
    """At which place among the parts of the block the name stands."""
    beside: tuple[Piece, ...] = ()
    """The others whom a framework agreement lists with the first."""
    shared: LotPrice | None = None
    """The one price of all lots of a head that names several."""


def judge(notice: Notice, block: LotBlock) -> Verdict:
    """Read one block: its winner by label, by words, by its legal form; its price; or that there is none."""
    clauses, end = _about_winner(block.body)
    if len(block.lots) > 1 and _IN_TURN.search(block.body.flat):
        return _in_turn(notice, block, clauses)
    han = has_han(block.body.flat)
    body = block.body.part(0, end).stripped()
    bids = () if han else bids_listed(body)
    first = first_of(bids) or (None if han else won_row(block.body))
    told = (
        _official(body)
        or (first.name if first is not None else None)
        or _labelled(clauses)
        or (None if han else _labelled_below(block.body, end))
        or (marked_firm(clauses) if han else (None if bids else _joint(clauses)) or _led(body) or _settled(body))
    )
    void = (_void(block.body, end) or _void_before(block.lead)) if told is None else None
    is_list = han and notice.title is not None and _FRAMEWORK.search(notice.title.flat) is not None
    names = told or (
        only_firm(clauses, is_list=is_list)
        if han
        else None
        if bids or is_turned_down(block.body)
        else arabic_firm(body) or _only_company(clauses)
    )
    fell_out = told is None and has_fallen_out(block.head.sheet.flat, block.head.end)
    if names is not None and (fell_out or names_who_fell_out(names.sheet.flat, names.start, names.end)):
        return Verdict(block=block, void=void)
    about = [first.part] if first is not None else clauses
    price = price_of(notice, about, names) if names is not None else None
    price, shared = (price, None) if len(block.lots) == 1 else (None, price)
    if void is not None and (names is None or price is None or void.start < names.start):
        return Verdict(block=block, void=void)
    if names is None:
        listed = firms_listed(body)
        if not listed or not is_panel(notice):
            return Verdict(block=block)
        return Verdict(block=block, names=(listed[0],), beside=tuple(listed[1:]))
    prices = (price,) if price is not None else ()
    return Verdict(block=block, names=(names,), prices=prices, part=_part_of(body, names), shared=shared)


def _void_before(lead: Piece | None) -> Piece | None:
    """Return what the clause says before the lot of its having no winner."""
    found = VOID.search(lead.flat) if lead is not None else None
    return lead.part(*found.span()) if lead is not None and found is not None else None


def _void(body: Piece, end: int) -> Piece | None:
    """Return what says that nobody won: before others are spoken of, in Chinese on the first line."""
    if has_han(body.flat):
        end = len(body.flat.partition("\n")[0] or body.flat) if companies_han(body) else _LONGEST_STATE
    else:
        end += len("unsuccessful")  # a lot may itself be what its bidders are
    found = VOID.search(body.flat, 0, end) or (_NOBODY_HAN.match(body.flat) if has_han(body.flat) else None)
    if found is None or _SOLE_BIDDER.search(body.flat) or NOT_YET.search(body.flat, 0, found.start()):
        return None
    return body.part(*found.span())


def _in_turn(notice: Notice, block: LotBlock, clauses: Sequence[Piece]) -> Verdict:
    """Read a block of several lots whose n-th name and price belong to the n-th lot; other numbers of them to none."""
    spans = [span for clause in clauses[:1] for span in _told_in_turn(clause)]
    names = next((tuple(found) for found in map(_names_of, spans) if found), ())
    if len(names) not in {1, len(block.lots)}:
        return Verdict(block=block)
    behind = [clause for clause in clauses if clause.end > names[-1].end]
    prices = prices_in_turn(notice, behind, names[-1].end)
    return Verdict(block=block, names=names, prices=prices if len(prices) == len(block.lots) else ())


def _told_in_turn(clause: Piece) -> Iterator[Piece]:
    """Yield the stretches of a clause that may hold the names: behind the words that lead to them, up to the prices."""
    if not has_han(clause.flat):
        found = _labelled([clause]) or _led(clause) or _settled(clause)
        if found is not None:
            yield found
        return
    for match in WON_IN_TURN_HAN.finditer(clause.flat):
        stop = _NEXT_IN_TURN.search(clause.flat, match.end())
        yield clause.part(match.end(), stop.start() if stop else len(clause.flat)).stripped(" ,。;")


def _names_of(value: Piece) -> list[Piece]:
    return [one.piece for one in find_names(value)]


def _about_winner(body: Piece) -> tuple[list[Piece], int]:
    """Return the clauses of a block that may be about its winner, and where it begins to speak of others.

    A clause that says of the company before it that it lost is left out; words before any company lead to others.
    """
    clauses: list[Piece] = []
    for clause in clauses_of(body):
        others, lost = OTHERS.search(clause.flat), LOST.search(clause.flat)
        if others is None and lost is None:
            clauses.append(clause)
            continue
        if others is None and lost is not None and _company_before(clause, lost.start()):
            won = clause.part(0, max(clause.flat.rfind(",", 0, lost.start()), 0))
            clauses += [won] if _labelled([won]) or _led(won) or _settled(won) else []
            continue
        stops = [found.start() for found in (others, lost) if found is not None]
        kept = clause.part(0, min(stops))
        counted = _COUNTED.match(clause.flat, others.end()) if others is not None and lost is None else None
        if counted is not None and (counted.end() == len(clause.flat) or counted["ends"]):
            rest = clause.part(counted.end(), len(clause.flat))
            is_priced = any(not one.bare for one in find_amounts(rest.text, decimal_mark=","))
            clauses += [kept] if is_priced else [kept, rest]
            continue
        return [*clauses, kept] if kept.flat.strip() else clauses, kept.end - body.start
    return clauses, body.end - body.start


def clauses_of(body: Piece) -> Iterator[Piece]:
    """Yield the lines, sentences and clauses of a text."""
    position, text = 0, body.text
    for start, end in [*(match.span() for match in _CLAUSE.finditer(text)), (len(text),) * 2]:
        yield body.part(position, start)
        position = end


def _company_before(clause: Piece, at: int) -> bool:
    before = clause.part(0, at)
    return bool(companies_han(before)) if has_han(clause.flat) else has_company(before.text)


def _official(body: Piece) -> Piece | None:
    official = _OFFICIAL.search(body.flat)
    return body.part(*official.span("name")).stripped(" \t.,;") if official is not None else None


def _labelled(clauses: Sequence[Piece]) -> Piece | None:
    """Return the value of a label for who won, in a clause."""
    for clause in clauses:
        hits = find_labels(clause.flat)
        for at, hit in enumerate(hits):
            if hit.meaning in NAMED and not hit.strict:
                stop = hits[at + 1].start if at + 1 < len(hits) else len(clause.flat)
                cell = _CELL_ENDS.search(clause.flat, hit.value_start, stop)
                stop = cell.start() if cell is not None else stop
                value = clause.part(hit.value_start, max(hit.value_start, stop))
                value = _with_initial(up_to_money(value.stripped(" \t.,;:–—-")))
                if find_names(value):
                    return value
    return None


def _with_initial(value: Piece) -> Piece:
    """Return a value with the full stop behind it that belongs to the initial it ends with: ФОП Левченко Д.О."""
    flat = value.sheet.flat
    is_initial = flat[value.end : value.end + 1] == "." and _INITIAL.search(flat, value.start, value.end)
    return Piece(sheet=value.sheet, start=value.start, end=value.end + 1) if is_initial else value


def _labelled_below(body: Piece, start: int) -> Piece | None:
    """Return the value of a label for who won that begins a line below what is said of others."""
    for line in _BELOW.finditer(body.flat, start):
        clause = body.part(*line.span("line"))
        hits = find_labels(clause.flat)
        if hits and hits[0].start == 0 and hits[0].meaning in NAMED and ":" in clause.flat[: hits[0].value_start]:
            return _labelled([clause])
    return None


def _led(body: Piece) -> Piece | None:
    """Return the name right behind a word for who won, without a colon between the two."""
    for match in _WINNER_WORDS.finditer(body.flat):
        stop = _NEXT_CLAUSE.search(body.text, match.end())
        value = up_to_money(body.part(match.end(), stop.start() if stop else len(body.flat)).stripped(" \t.,;:–—-"))
        named = [span for span in companies(value.text) if span[0] <= 1]
        if named and len(list(companies(value.text))) == 1:
            value = value.part(0, named[0][1])
        if value.text[:1].isupper() and has_company(value.text) and find_names(value):
            return value
    return None


def _settled(body: Piece) -> Piece | None:
    """Return the name behind words that settle who won."""
    to = _TO.search(body.text, 0, _LONGEST_TITLE)
    ends = [to.end()] if to else []
    ends += [match.end() for pattern in (AWARDED_TO, WINNERS) for match in pattern.finditer(body.text)]
    for end in ends:
        span = name_at(body.text, end)
        if span is not None and span[1] - span[0] >= _SHORTEST_NAME and can_be_western(body.text[slice(*span)]):
            return body.part(*span)
    return None


def _joint(clauses: Sequence[Piece]) -> Piece | None:
    """Return the names of the one joint bid of clauses in a language written with spaces, with what proves it."""
    found = [(clause, bid) for clause in clauses if (bid := joint_bid_in(clause.text)) is not None]
    return found[0][0].part(found[0][1].start, found[0][1].end) if len(found) == 1 else None


def _only_company(clauses: Sequence[Piece]) -> Piece | None:
    """Return the one company of clauses in a language written with spaces, or the members of the one group."""
    cells = [cell for clause in clauses for cell in _cells(clause)]
    found = [(cell, names_in_lot(Entry(meaning=Meaning.LOT, label="", value=cell, order=0))) for cell in cells]
    found = [(clause, names) for clause, names in found if names]
    if len(found) != 1:
        return None
    body, names = found[0]
    first, last, flat = names[0].piece, names[-1].piece, body.sheet.flat
    if len(names) == 1:
        return first
    if not any(one.leads or one.is_member or one.in_consortium for one in names):
        between = [flat[one.piece.end : two.piece.start] for one, two in pairwise(names)]
        if not all(map(_JOINT.fullmatch, between)):
            return None
    behind = _BRACKET_BEHIND.match(flat, last.end, body.end)
    group = _GROUP_BEFORE.search(flat[body.start : first.start])
    start = body.start + group.start() if group else first.start
    return Piece(sheet=body.sheet, start=start, end=behind.end() if behind else last.end)


def _cells(clause: Piece) -> Iterator[Piece]:
    """Yield the cells of a row, for no name reaches over the sign between two; a clause without such signs is one."""
    position = 0
    for start, end in [*(match.span() for match in _CELLS.finditer(clause.flat)), (len(clause.flat),) * 2]:
        if start > position:
            yield clause.part(position, start)
        position = end


def _part_of(body: Piece, names: Piece) -> int | None:
    parts = enumerate(_parts(body))
    return next((at for at, part in parts if part.start <= names.start < max(part.end, part.start + 1)), None)


def _parts(body: Piece) -> list[Piece]:
    """Return what the signs of a block set apart: its subject, the name, the price, the time."""
    parts = []
    position = 0
    for start, end in [*(match.span() for match in _APART.finditer(body.flat)), (len(body.flat), len(body.flat))]:
        part = _quoted(body.part(position, start).stripped(' \t\n.,«»"“”–—-'))
        if part.end > part.start:
            parts.append(part)
        position = end
    return parts


def _quoted(part: Piece) -> Piece:
    """Return a part with the quotation mark at its end that one within it belongs to: ООО «Щит»."""
    flat, end = part.sheet.flat, part.end
    closes = flat[end : end + 1] == "»" and part.flat.count("«") > part.flat.count("»")
    return Piece(sheet=part.sheet, start=part.start, end=end + 1) if closes else part


def aligned(notice: Notice, verdicts: Sequence[Verdict]) -> Iterable[Verdict]:
    """Give lots without a winner the name at the place where the others have theirs, or before the price.

    A lot that one list describes and another gives away has its winner there.
    """
    places = {one.part for one in verdicts if one.part is not None}
    settled = {key_of(lot) for one in verdicts if one.names or one.void is not None for lot in one.block.lots}
    for verdict in verdicts:
        is_settled = any(key_of(lot) in settled for lot in verdict.block.lots)
        body = verdict.block.body
        if is_settled or has_han(body.flat) or bids_listed(body) or is_turned_down(body):
            yield verdict
            continue
        clauses, end = _about_winner(verdict.block.body)
        parts = _parts(verdict.block.body.part(0, end))
        at = next((place for place in places if place < len(parts) and is_firm(parts[place], sure=True)), None)
        names = parts[at] if len(places) == 1 and at is not None else before_price(notice, parts)
        price = price_of(notice, clauses, names) if names is not None and len(verdict.block.lots) == 1 else None
        yield replace(verdict, names=(names,), prices=(price,) if price else ()) if names is not None else verdict
