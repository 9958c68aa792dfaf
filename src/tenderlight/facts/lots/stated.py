"""The lots of a document: what labels and tables say of each, and what its lists say where those say nothing.

One lot has one winner, a price, or none at all. Labels and tables count first; a list fills in what they leave open.
Where a list and a label name different winners of one lot, or one says that nobody won it, the list is not heard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.lots.behind_names import lots_behind_names
from tenderlight.facts.lots.blocks import LotBlock, other_mentions, ways_to_lots
from tenderlight.facts.lots.decided import Decided, decided_lots
from tenderlight.facts.lots.form_sections import with_lots_of_sections
from tenderlight.facts.lots.led_lists import as_bids, led_lots
from tenderlight.facts.lots.listed_bids import are_ranked, bids_listed
from tenderlight.facts.lots.offer_tables import without_offers
from tenderlight.facts.lots.prices import PLAIN, PRICED, LotPrice
from tenderlight.facts.lots.verdicts import NAMED, VOID, Verdict, aligned, judge
from tenderlight.facts.lots.wholes import is_sum_of_lots
from tenderlight.facts.names.in_values import names_in_lot
from tenderlight.facts.names.western import companies, has_company
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.stages.void_lots import NOT_YET, void_lots
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, OF_THE_WHOLE, key_of, western_names
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_PAGES = 5
_SHORTEST_TITLE = 2
_IN_ONE = frozenset({"es", "pt", "fr", "it"})
"""Languages whose papers name lots that are given away for one price as one: "los lotes 1 y 3"."""
_BEFORE_HEAD = 6
"""Signs and an article before the first head of a list that a label leads to."""
_RANKED = re.compile(r"得分|评分|总分|排名|名次|score|points|rank|балл|место|puntaje|puntos|pontos|note\b|rang\b")
"""What lists of bidders say of each."""
_WHO = NAMED | {Meaning.PARTY, Meaning.ADDRESSEE}
_PRICES = PRICED | {Meaning.TOTAL, Meaning.AMOUNT, Meaning.BID_AMOUNT}
_TOLD = _WHO | _PRICES | {Meaning.LOT}
_IN_ROWS = NAMED | PRICED | {Meaning.PARTY, Meaning.STATUS, Meaning.TOTAL, Meaning.AMOUNT}
_BULLET = re.compile(r"[ \t]*(?:[-•*·–—][ \t]{1,3})")
_LINE = re.compile(r"[^\n]+")
_TAKES = NAMED | PRICED | {Meaning.STATUS, Meaning.CANCEL_REASON, Meaning.PARTY, Meaning.LOSER}


def with_lots(notice: Notice) -> Notice:
    """Return a notice with what its lists of lots say as entries; what labels and tables say of a lot stays."""
    in_chinese = notice.language == "zh"
    if notice.stage is Stage.CANCELLATION:
        return _given_up_wholly(notice, in_chinese=in_chinese)
    if notice.stage not in SETTLED or (in_chinese and notice.stage is not Stage.AWARD):
        return notice
    in_sections = with_lots_of_sections(notice)
    if in_sections is not None:
        return in_sections
    behind = lots_behind_names(notice)
    if behind:
        kept = [one for one in notice.entries if not (one.meaning in _TOLD and _meets_any(one, behind))]
        kept = [one for one in kept if not (one.meaning in _PRICES and one.row is None and one.lot is not None)]
        lots = [one.lot for one in behind if one.lot is not None]
        void = [one for sheet in notice.sheets[:_PAGES] for one in _given_up(other_mentions(sheet, [], lots))]
        behind += [entry for one in void for entry in _entries(notice, one, {}, set(), set())]
        behind = [replace(one, order=len(notice.entries) + at) for at, one in enumerate(behind)]
        return replace(notice, entries=(*kept, *behind))
    verdicts: list[Verdict] = []
    for sheet in notice.sheets[:_PAGES]:
        decided = Decided() if in_chinese else (led_lots(notice, sheet) or decided_lots(notice, sheet))
        notice = _without_bids(as_bids(notice, decided.bids), decided.bids)
        best = [*decided.verdicts] or _best(notice, sheet, in_chinese=in_chinese)
        notice = notice if in_chinese else _without_bids(notice, list(_undecided(best)))
        if _telling(best) or in_chinese:
            notice = notice if in_chinese else without_offers(notice, best)
            verdicts += best
            verdicts += _given_up(other_mentions(sheet, [one.block for one in best]))
    return _filled(_within(notice, verdicts), verdicts) if verdicts else notice


def _without_bids(notice: Notice, bids: Sequence[Piece]) -> Notice:
    """Return a notice without the parties and sums that are read from lines of bids, on which it decides below."""
    kept = tuple(one for one in notice.entries if not (one.meaning in _TOLD and one.row is None and _is_in(one, bids)))
    return replace(notice, entries=kept) if bids else notice


def _undecided(verdicts: Sequence[Verdict]) -> Iterator[Piece]:
    """Yield the texts of lots that rank the bids, on which nothing is decided: none of them is said to have won."""
    for one in verdicts:
        is_open = not one.names and one.void is None and not has_han(one.block.body.flat)
        if is_open and are_ranked(bids_listed(one.block.body)):
            yield one.block.body


def _is_in(entry: Entry, pieces: Sequence[Piece]) -> bool:
    own = entry.value
    return any(own.sheet.page is one.sheet.page and one.start <= own.start < one.end for one in pieces)


def _given_up_wholly(notice: Notice, *, in_chinese: bool) -> Notice:
    """Return a notice of cancellation with the lots of its lists, if each of a list says that nobody won it."""
    for sheet in notice.sheets[:_PAGES]:
        for blocks in next(iter(ways_to_lots(sheet, in_chinese=in_chinese)), []):
            verdicts = _once([judge(notice, one) for one in blocks])
            known = {key_of(lot) for lot in void_lots(notice.entries)}
            if all(one.void is not None for one in verdicts):
                told = [entry for one in verdicts for entry in _entries(notice, one, {}, set(), known)]
                told = [replace(one, order=len(notice.entries) + at) for at, one in enumerate(told)]
                return replace(notice, entries=(*notice.entries, *told))
    return notice


def _best(notice: Notice, sheet: Sheet, *, in_chinese: bool) -> list[Verdict]:
    """Return what the list of lots says that names most winners, told in the surest way that names any.

    Where a list names a lot twice, what settles it counts: who won it and for how much, or that nobody did.
    """
    first: list[Verdict] = []
    ways = list(ways_to_lots(sheet, in_chinese=in_chinese))
    for at, way in enumerate(ways):
        lists = [list(aligned(notice, [judge(notice, one) for one in blocks])) for blocks in way]
        best = max(map(_once, lists), key=lambda one: (_telling(one), len(one)), default=[])
        if _telling(best) and _is_proved(best) and not _is_won_elsewhere(notice, best):
            others = [judge(notice, one) for other in ways[at + 1 :] for blocks in other for one in blocks]
            known = {key_of(lot) for one in best for lot in one.block.lots}
            void = [one for one in others if one.void is not None and not one.block.is_coded]
            return _once([*best, *(one for one in void if one.block.lead or key_of(one.block.lots[0]) not in known)])
        first = first or (best if not any(one.block.is_coded for one in best) else [])
    return first


def _is_proved(verdicts: Sequence[Verdict]) -> bool:
    """Say whether a list is one of lots: without a word for lots each has to have a winner or none, and a price."""
    if not any(one.block.is_coded for one in verdicts):
        return True
    return all(one.void is not None or (one.names and (one.prices or _is_titled(one))) for one in verdicts)


def _is_won_elsewhere(notice: Notice, verdicts: Sequence[Verdict]) -> bool:
    """Say whether labels or sentences beside a list without a word for lots name who won, and not all whom it names.

    Bids, makers, orders and parts of the work are counted up as lots are: "Section 1: A Ltd", below "Supplier: B Ltd".
    """
    if not any(one.block.is_coded for one in verdicts):
        return False
    spans = [(one.block.head.sheet.page, one.block.head.start, one.block.body.end) for one in verdicts]
    beside = [
        one.value.text
        for one in notice.of(*NAMED)
        if not any(one.value.sheet.page is page and start <= one.value.start < end for page, start, end in spans)
    ]
    listed = [name.text for one in verdicts for name in one.names]
    return bool(beside) and not all(any(_same(name, one) for one in beside) for name in listed)


def _is_titled(verdict: Verdict) -> bool:
    """Say whether a block names what the lot is before it names who won: a list of bidders names them at once."""
    body, name = verdict.block.body, verdict.names[0]
    before = body.sheet.flat[body.start : name.start]
    is_bidders = _RANKED.search(body.flat) is not None
    return not is_bidders and sum(map(str.isalpha, before)) >= _SHORTEST_TITLE


def _once(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Return verdicts with one for each lot: that which settles most, the first of several."""
    best: dict[str, int] = {}
    for verdict in verdicts:
        key = " ".join(map(key_of, verdict.block.lots))
        best[key] = max(best.get(key, 0), _settles(verdict))
    kept: list[Verdict] = []
    for verdict in verdicts:
        key = " ".join(map(key_of, verdict.block.lots))
        if best.get(key) == _settles(verdict):
            kept.append(verdict)
            del best[key]
    return kept


def _settles(verdict: Verdict) -> int:
    is_told = verdict.void is not None or any(one.unit is not PLAIN for one in verdict.prices)
    return 3 if is_told else 2 if verdict.prices else int(bool(verdict.names))


def _telling(verdicts: Sequence[Verdict]) -> int:
    """Return how many lots of a list have a winner."""
    return sum(bool(one.names) for one in verdicts)


def _given_up(blocks: Iterable[LotBlock]) -> Iterator[Verdict]:
    """Yield the lots that a clause beside the list gives up; a clause that names a company gives up none."""
    for block in blocks:
        void = VOID.search(block.body.flat)
        if void is None or NOT_YET.search(block.body.flat):
            continue
        if not names_in_lot(Entry(meaning=Meaning.LOT, label="", value=block.body, order=0)):
            yield Verdict(block=block, void=block.body.part(*void.span()))


def _within(notice: Notice, verdicts: Sequence[Verdict]) -> Notice:
    """Give what labels say under the head of a lot that lot, where the labels were read without it."""
    blocks = [one.block for one in verdicts if len(one.block.lots) == 1]
    changed = list(notice.entries)
    for at, entry in enumerate(changed):
        if entry.row is not None:
            is_told = entry.lot is None and entry.meaning in _IN_ROWS
            lot = next((one.lots[0] for one in blocks if _is_on_line(entry, one)), None) if is_told else None
            changed[at] = replace(entry, lot=lot) if lot is not None else entry
            continue
        if entry.lot is not None and entry.meaning in _TAKES and notice.language != "zh":
            changed[at] = replace(entry, lot=_own_lot(entry, blocks))
            continue
        takes = entry.lot is None and entry.meaning in _TAKES and entry.label and not entry.strict
        if takes and not OF_THE_WHOLE.match(entry.label) and not is_sum_of_lots(entry):
            lot = next((block.lots[0] for block in blocks if _is_under(entry, block)), None)
            changed[at] = replace(entry, lot=lot)
    return replace(notice, entries=tuple(changed))


def _own_lot(entry: Entry, blocks: Sequence[LotBlock]) -> str | None:
    """Return the lot whose clause holds what a sentence or line says: that which its line begins with need not be."""
    is_in = _is_on_line if entry.label else _is_under
    block = next((one for one in blocks if is_in(entry, one)), None)
    return entry.lot if block is None or key_of(block.lots[0]) == key_of(entry.lot) else block.lots[0]


def _is_on_line(entry: Entry, block: LotBlock) -> bool:
    """Say whether an entry of a row stands on the line that the head of a lot begins."""
    is_within = block.head.start <= entry.value.start < block.body.end
    return is_within and block.head.shares_line(entry.value)


def _is_under(entry: Entry, block: LotBlock) -> bool:
    body = block.body
    return entry.value.sheet.page is body.sheet.page and block.head.start <= entry.value.start < body.end


def _filled(notice: Notice, verdicts: Sequence[Verdict]) -> Notice:
    """Return a notice with the winners, prices and ends of lots that only its lists tell."""
    notice = replace(notice, entries=tuple(one for one in notice.entries if not _is_list_of(one, verdicts)))
    labelled = [one for one in notice.of(*_WHO) if one.lot is not None and _names_winner(one)]
    unproved = set(_unproved(labelled, verdicts))
    named: dict[str, list[Entry]] = {}
    for one in labelled:
        if key_of(one.lot) not in unproved:
            named.setdefault(key_of(one.lot), []).append(one)
    priced = {key_of(one.lot) for one in notice.of(*PRICED, Meaning.PERCENT) if one.lot is not None and _is_firm(one)}
    jointly = set(_told_jointly(notice))
    kept = [one for one in notice.entries if not _is_replaced(one, verdicts, {*named, *jointly})]
    settled = {key_of(lot) for lot in void_lots(kept)}
    told: list[Entry] = []
    called = {key_of(one.lot): one.lot for one in reversed(notice.entries) if one.lot is not None}
    for verdict in verdicts:
        entries = _entries(notice, verdict, named, priced | settled, settled)
        entries = (one for one in entries if key_of(one.lot) not in jointly)
        told += [replace(one, lot=called.get(key_of(one.lot), one.lot)) for one in entries]
        priced |= {key_of(one.lot) for one in told if one.meaning in PRICED}
        settled |= {key_of(one.lot) for one in told if one.meaning not in PRICED}
    prices = [one for one in [*told, *kept] if one.meaning in PRICED and one.lot is not None and one.row is None]
    kept = [one for one in kept if not (one.meaning in _PRICES and one.lot is None and _overlaps_any(one, prices))]
    own = {key_of(one.lot) for one in told if one.meaning in PRICED}
    kept = [one for one in kept if one.meaning not in PRICED or key_of(one.lot) not in own or _is_firm(one)]
    told = [replace(one, order=len(notice.entries) + at) for at, one in enumerate(told)]
    return replace(notice, entries=(*kept, *told))


def _is_list_of(entry: Entry, verdicts: Sequence[Verdict]) -> bool:
    """Say whether a label for who won leads to a list of lots: its value begins with the head of one that is told."""
    if entry.row is not None or entry.meaning not in NAMED or not entry.label:
        return False
    value = entry.value
    return any(
        one.block.head.sheet.page is value.sheet.page
        and 0 <= one.block.head.start - value.start <= _BEFORE_HEAD
        and (one.names or one.void is not None)
        for one in verdicts
    )


def _is_firm(entry: Entry) -> bool:
    """Say whether a price of a lot is told by a label or a row: a sentence may tell that of one piece first."""
    return bool(entry.label) or entry.row is not None or has_han(entry.value.sheet.flat)


def _told_jointly(notice: Notice) -> Iterator[str]:
    """Yield the keys of lots that a clause gives away together, under one name for all: "los lotes 1 y 3"."""
    for lot in {one.lot for one in notice.of(*NAMED) if one.lot is not None}:
        head = HEADS_WESTERN.match(flatten(lot))
        if head is not None and head["more"]:
            yield from map(key_of, western_names(lot, head))


def _names_winner(entry: Entry) -> bool:
    """Say whether an entry names who won its lot: a column for bidders need not."""
    return bool(entry.label) and (entry.row is None or entry.meaning is not Meaning.PARTY)


def _unproved(labelled: Iterable[Entry], verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the lots whose labels give no company where the list gives one: "Winner: Official name: X Ltd"."""
    sure: dict[str, bool] = {}
    for entry in labelled:
        key = key_of(entry.lot)
        is_company = has_han(entry.value.flat) or entry.row is not None or has_company(entry.value.text)
        sure[key] = sure.get(key, False) or is_company
    for verdict in verdicts:
        if verdict.names and has_company(verdict.names[0].text):
            yield from (key for key in map(key_of, verdict.block.lots) if not sure.get(key, True))


def _entries(
    notice: Notice, verdict: Verdict, named: dict[str, list[Entry]], priced: set[str], settled: set[str]
) -> Iterator[Entry]:
    """Yield what a list says of lots that nothing else says."""
    if (
        verdict.shared is not None
        and notice.language in _IN_ONE
        and not named.keys() & set(map(key_of, verdict.block.lots))
    ):
        lot = " ".join(verdict.block.head.text.split())
        yield Entry(meaning=Meaning.SUPPLIER, label="lot", value=verdict.names[0], order=0, lot=lot)
        yield _priced(notice.price_meaning, verdict.shared, lot)
        return
    for at, lot in enumerate(verdict.block.lots):
        key = key_of(lot)
        names = verdict.names[at if len(verdict.names) > 1 else 0] if verdict.names else None
        if names is None:
            if verdict.void is not None and key not in settled and key not in named:
                says = VOID.search(verdict.void.flat) is not None  # else nothing stands in the place of the winner
                state = Meaning.STATUS if says else Meaning.CANCEL_REASON
                yield Entry(meaning=state, label="lot", value=verdict.void, order=0, lot=lot)
            continue
        others = named.get(key, [])
        if key in settled or (others and not any(_same(names.text, one.value.text) for one in others)):
            continue
        if not others:
            for name in (names, *verdict.beside, *_listed_below(names, verdict.block.body)):
                yield Entry(meaning=Meaning.SUPPLIER, label="lot", value=name, order=0, lot=lot)
        if at < len(verdict.prices) and key not in priced:
            yield _priced(notice.price_meaning, verdict.prices[at], lot)


def _listed_below(name: Piece, body: Piece) -> Iterator[Piece]:
    """Yield the firms on the lines below one that is a line of a list by itself, in languages written with spaces."""
    flat = name.sheet.flat
    line = flat[flat.rfind("\n", 0, name.start) + 1 : name.start]
    bullet = _BULLET.fullmatch(line)
    rest = flat[name.end :].partition("\n")[0]
    if bullet is None or has_han(name.flat) or rest.strip(" .;"):
        return
    for match in _LINE.finditer(flat, name.end + len(rest), body.end):
        start = _BULLET.match(match[0])
        part = Piece(sheet=name.sheet, start=match.start() + start.end() if start else match.start(), end=match.end())
        part = part.stripped(" \t\n.;")
        if (
            start is None
            or start[0].strip() != bullet[0].strip()
            or list(companies(part.text)) != [(0, len(part.text))]
        ):
            return
        yield part


def _priced(meaning: Meaning, price: LotPrice, lot: str) -> Entry:
    return Entry(meaning=meaning, label="lot", value=price.piece, order=0, lot=lot, unit=price.unit)


def _same(one: str, other: str) -> bool:
    """Say whether two texts name the same winner: one of them holds the other, blanks and case aside."""
    first, second = ("".join(text.casefold().split()).strip(".,;") for text in (one, other))
    return first in second or second in first


def _is_replaced(entry: Entry, verdicts: Sequence[Verdict], named: set[str]) -> bool:
    """Say whether an entry is what was read of a lot's line before its list was understood."""
    if entry.row is not None or (entry.lot is not None and key_of(entry.lot) in named):
        return False
    return entry.meaning in {Meaning.LOT, *NAMED} and any(
        _is_under(entry, one.block) for one in verdicts if one.names or one.void is not None
    )


def _meets_any(entry: Entry, others: Sequence[Entry]) -> bool:
    """Say whether the words of an entry outside tables are also those of another."""
    return entry.row is None and _overlaps_any(entry, others)


def _overlaps_any(entry: Entry, others: Sequence[Entry]) -> bool:
    own = entry.value
    return any(
        own.sheet.page is one.value.sheet.page and own.start <= one.value.end and one.value.start <= own.end
        for one in others
    )
