"""Tables of bids: the row that says that its bidder won, and, in languages written with spaces, what the others are.

"Bidder | Price | Result": a cell that holds nothing but the word for a winner makes its row the winner's; the bidders
of the other rows lost, whatever the head of their column calls them. Where no row says so, all of them only bid. Where
each row names a winner, with its lot, the one amount of the row is its price.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.tables.verdict_cells import AROUND_HAN, is_verdict, is_won
from tenderlight.facts.words.lot_keys import LOT
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern, marks
from tenderlight.languages.money import find_amounts
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_WON = frozenset(flatten(word) for word in marks("row_won"))
YES = frozenset({"yes", "y", "si", "sí", "oui", "sim", "да", "так", "ja", "tak", "نعم", "بله", "√", "✓", "✔", "x"})
NO = frozenset({"no", "n", "non", "não", "nao", "нет", "ні", "nein", "nie", "لا", "✗", "✘"})
_ASKS_WHO_WON = re.compile(
    r"(?:(?:was|is|has been|contract|bid|tender|bidder|recommended for|award of) )?(?:award(?:ed|ee)?|winner)"
    r"(?: (?:contract|bidder|status|decision|result))?|(?:the )?winning (?:bid|bidder|tender|tenderer|offer|supplier)|"
    r"(?:es |fue |resultó |oferta |propuesta |proveedor |licitador |oferente |postor )?(?:adjudicad[oa]s?|ganadora?)|"
    r"(?:es |fue )?(?:el )?adjudicatari[oa]|adjudicación|"
    r"(?:(?:obtuvo|ganó|otorgamiento de|con) )?(?:la )?buena pro(?: (?:otorgada|adjudicada))?|"
    r"(?:offre |soumissionnaire |candidat |entreprise |fournisseur )?(?:retenue?|attributaire|adjudicataire)|"
    r"(?:marché )?attribuée?|attribution|adjudication|"
    r"(?:é |foi |proposta |empresa |licitante |fornecedora? )?(?:vencedora?|adjudicad[oa]|adjudicatári[oa])|"
    r"adjudicação|"
    r"(?:признан[ао]? |является )?победител(?:ь|и|ем)(?: (?:закупки|торгов|конкурса|аукциона|тендера|лота))?|"
    r"(?:визнано )?перемож(?:ець|цем)(?: (?:закупівлі|торгів|тендеру|аукціону|лоту))?|"
    r"(?:erhält (?:den )?)?zuschlag(?: (?:erteilt|an))?|zuschlagsempfänger(?:in)?|"
    r"aggiudicatari[oa]|(?:offerta )?aggiudicat[oa]|aggiudicazione"
)
"""Heads of columns under which "yes" says who won; one word more may ask for something else: "excluded from award"."""
_YES_OR_NO = re.compile(
    r"\s?[(\[]?\b(?:y(?:es)?\s?/\s?no?|s[ií]\s?/\s?no|oui\s?/\s?non|sim\s?/\s?não|да\s?/\s?нет|так\s?/\s?ні)\b[)\]]?"
)
_SAYS_WINNER = re.compile(r"(?<!un)success|\bselected|\bwinning|\bwinner|(?<!to be )\bawarded|\bapproved")
"""Heads of columns that name winners only, whatever the head of the prices beside them calls those."""
_SCORES = re.compile(
    r"\bpkt\b|punkt|points?\b|score|балл|бали?\b|бал[іи]в|оцінк|оценк|punteggio|puntaje|puntos|pontos|pontuaç|"
    r"النقاط|الدرجة"
)
"""Heads of columns that compare bids."""
_OF_BIDS = re.compile(
    r"(?:zestawienie|streszczenie|porównani|ranking|lista|ocena)\w*\s[^\n]{0,40}ofert|złożone oferty|oferty złożone|"
    r"angebots(?:übersicht|vergleich|spiegel|auswertung)|eingegangene angebote|"
    r"(?:übersicht|wertung) der angebote|"
    r"(?:список|перечень|сводн|сравн|оценка|рейтинг|сопоставлен|журнал)\w*\s[^\n]{0,40}(?:заяв|предложен|участник)|"
    r"(?:поданные|поступившие|рассмотренные) (?:заявки|предложения)|"
    r"(?:перелік|реєстр|порівнянн|оцінка|список)\w*\s[^\n]{0,40}(?:пропозиц|учасник)|(?:подані|надані) пропозиції|"
    r"(?:bids|tenders|offers|quotations) (?:received|submitted|opened|compared)|"
    r"(?:comparison|abstract|evaluation) of (?:the )?(?:bids|tenders|offers|quotations)|"
    r"(?:position|ranking|comparative statement|rates?(?: quoted)?) of (?:the )?(?:\w+ )?"
    r"(?:bidders|tenderers|firms|bids|tenders)|"
    r"(?:bids|tenders|offers|quotations) (?:were|have been) (?:received|opened|submitted)|"
    r"(?:ofertas|propuestas) (?:presentadas|recibidas)|propostas (?:apresentadas|recebidas)|offres (?:reçues|remises)|"
    r"offerte (?:pervenute|ricevute|presentate)|العروض (?:المقدمة|المستلمة)|کشف العروض|مقارنة العروض"
)
"""What stands over a table of all bids, those that lost among them."""
_FRAMEWORK = mark_pattern("framework")
_VOID = mark_pattern("void")
_BIDDERS = frozenset({Meaning.LOSER, Meaning.PARTY, Meaning.SUPPLIER, Meaning.CANDIDATE, Meaning.NAME})
_BIDDERS_HAN = frozenset({Meaning.PARTY, Meaning.NAME})
_STATES = frozenset(
    {*_BIDDERS, Meaning.STATUS, Meaning.OTHER, Meaning.AWARD_DATE, Meaning.BID_AMOUNT, Meaning.AWARD_AMOUNT}
)
_TAIL = re.compile(r"\d[^\n–—(-]{0,12}(?:\s[–—-]\s|\()(?P<tail>[^\n()\d]{3,40})\)?$")
_MONEY = (
    Meaning.AWARD_AMOUNT,
    Meaning.BID_AMOUNT,
    Meaning.TOTAL,
    Meaning.AMOUNT,
    Meaning.ITEM_TOTAL,
    Meaning.OTHER_AMOUNT,
)
_GOODS = frozenset({Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE})
_SAYS_SO = frozenset({Meaning.STATUS, Meaning.OTHER, Meaning.CANDIDATE})
_YES_HAN = re.compile(r"\s*[(]?(?:是|√|✓)")
_WON_HAN = re.compile(r"(?:为|是)?(?:本(?:包|标段|项目))?(?:中标|成交|中选|入选|得标|决标)(?:人|单位|供应商|方|商)?")
_LAST_BID = re.compile(r"最[终后]|末轮|第?二[次轮]|(?:减价|比减|优惠|让利)后")
"""Labels of what somebody asked at last, after other bids of the same procedure."""
_ITEMS = frozenset(
    {
        *("item", "ítem", "itens", "item no", "items", "línea", "renglón", "article", "poste", "позиция", "позиція"),
        *("品目", "品目号", "标的号", "项次", "分项"),
    }
)
_NAMES_OF_LOTS = re.compile(r"(?:标段|标包|标项|采购包|分包|包组?|品目)(?:\(包\)|项目)?名称")
_NUMBER = re.compile(r"\s?\d{1,3}\s?")
_FEWEST_LOTS = 2
_LONGEST_VERDICT = 30
_ABOVE, _LINES_ABOVE = 400, 3
"""Characters and lines above the first row of a table in which its own heading stands."""
_HEAD = 2_000
_OF_WINNERS = frozenset({Meaning.LOT, Meaning.CONTRACT_NUMBER, Meaning.CONTRACT_DATE, Meaning.CONTRACT_AMOUNT})
_TRIMMED = " \t\n.,;:()[]*•!—–-"


def settled_rows(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a document, those of its tables of bids by what their rows say of who won."""
    entries = [_as_answer(one) if one.row is not None and one.meaning in _BIDDERS else one for one in entries]
    changed: dict[int, Entry] = {}
    for table in _tables(entries) if any(map(_may_settle, entries)) else ():
        for before, after in _settled(table):
            changed[before.order] = after
    return [changed.get(entry.order, entry) for entry in entries] if changed else list(entries)


def _as_answer(entry: Entry) -> Entry:
    """Return a cell that holds "yes" or "no" as what is said of its row: under "Winner?" stands no name then."""
    plain = entry.value.flat.strip(_TRIMMED)
    return replace(entry, meaning=Meaning.STATUS) if plain in YES or plain in NO else entry


def asks_who_won(head: str) -> bool:
    """Say whether the flat head of a column asks nothing but who won."""
    return _ASKS_WHO_WON.fullmatch(_YES_OR_NO.sub("", head[:60]).strip(" \t\n.,;:()[]*?¿!–—-")) is not None


def _may_settle(entry: Entry) -> bool:
    """Say whether an entry of a table may say who won: in Chinese only a cell that holds nothing else."""
    value = entry.value
    if entry.row is None:
        return False
    if value.end - value.start <= _LONGEST_VERDICT:
        return is_verdict(value.flat) or not has_han(value.flat)
    return not has_han(value.flat)


def lots_of_items(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a document, the rows of a table as lots where each has an item's number and a winner.

    "Item | Description | Supplier | Value": a number in order (序号, No.) is none of a lot.
    """
    changed: dict[int, Entry] = {}
    cells = [one for one in entries if one.row is not None]
    told = any(one.label in _ITEMS or _NAMES_OF_LOTS.fullmatch(one.label) or _is_remark(one) for one in cells)
    for table in _tables(entries) if told else ():
        rows = [
            (row, _item_number(row) or _lot_named(row) or _remarked(row))
            for row in table
            if any(one.meaning is Meaning.SUPPLIER or _is_void_han(one) for one in row) or _remarked(row) is not None
        ]
        numbers = [number.value.flat.strip() for _row, number in rows if number is not None]
        if len(numbers) < _FEWEST_LOTS or len(numbers) != len(rows) or len(set(numbers)) != len(numbers):
            continue
        for row, number in rows:
            lot = _called(number) if number is not None else None
            named = [replace(one, lot=lot, meaning=Meaning.LOT if one is number else one.meaning) for one in row]
            priced = {before.order: after for before, after in _priced(named)} if not has_han(row[0].value.flat) else {}
            changed |= {one.order: priced.get(one.order, one) for one in named}
    return [changed.get(entry.order, entry) for entry in entries] if changed else list(entries)


def _is_void_han(entry: Entry) -> bool:
    """Say whether a cell in the place of all others says of a row that nobody won it."""
    return entry.meaning is Meaning.STATUS and has_han(entry.value.flat) and _VOID.search(entry.value.flat) is not None


def _item_number(row: Sequence[Entry]) -> Entry | None:
    return next(
        (one for one in row if one.lot is None and one.label in _ITEMS and _NUMBER.fullmatch(one.value.flat)), None
    )


def _lot_named(row: Sequence[Entry]) -> Entry | None:
    """Return the name of a lot in a row that has no number of one."""
    return next((one for one in row if one.lot is None and _NAMES_OF_LOTS.fullmatch(one.label)), None)


def _is_remark(entry: Entry) -> bool:
    """Say whether a cell of remarks on its row begins with the name of a lot."""
    return "备注" in entry.label and LOT.match(entry.value.flat) is not None


def _remarked(row: Sequence[Entry]) -> Entry | None:
    """Return the remark that names the lot of a row, in which a party has the price that won."""
    meanings = {one.meaning for one in row}
    if not {Meaning.PARTY, Meaning.AWARD_AMOUNT} <= meanings:
        return None
    return next((one for one in row if _is_remark(one)), None)


def _called(name: Entry) -> str:
    """Return what a lot is called: the number that its name begins with, else all of it."""
    number = LOT.match(name.value.flat)
    return " ".join((name.value.text[: number.end()] if number else name.value.text).split())


def _tables(entries: Sequence[Entry]) -> Iterator[list[list[Entry]]]:
    """Yield the rows of each table: rows on end with cells under the same labels, and those that nobody won."""
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.row is not None and entry.column is None and not entry.old:
            rows.setdefault(entry.row, []).append(entry)
    table: list[list[Entry]] = []
    last: tuple[int, frozenset[str]] | None = None
    for number, row in rows.items():
        labels = frozenset(one.label for one in row)
        shared = labels & last[1] if last is not None and number == last[0] + 1 else frozenset()
        is_void = bool(table and shared) and any(map(_is_void_han, row))
        goes_on = is_void or (last is not None and len(shared) * 2 > len(last[1]))
        if table and not goes_on:
            yield table
            table = []
        table.append(row)
        last = (number, last[1] if is_void and last is not None else labels)
    if table:
        yield table


def _settled(table: Sequence[Sequence[Entry]]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the entries of a table that mean something else than their column says, each with what it is."""
    if any(has_han(one.value.flat) for one in table[0]):
        yield from _settled_han(table)
        return
    bids = [row for row in table if _bidder(row) is not None]
    won = [row for row in bids if _says_won(row)]
    if won and len(bids) > 1:
        for row in bids:
            yield from _as_winner(row) if row in won else _as_loser(row)
        return
    if len(bids) > 1 and (all(_is_mere_bid(row) for row in bids) or _compares(bids)):
        for row in bids:
            yield from _as_loser(row)
        return
    for row in table:
        supplier = next((one for one in row if one.meaning is Meaning.SUPPLIER), None)
        meanings = {one.meaning for one in row}
        if supplier is not None and (Meaning.LOT in meanings or not _GOODS & meanings):
            yield from _priced(row)


def _settled_han(table: Sequence[Sequence[Entry]]) -> Iterator[tuple[Entry, Entry]]:
    """Yield what a Chinese table of bids settles where each row says of itself whether it won, and some did not."""
    bids = [row for row in table if any(one.meaning in _BIDDERS_HAN for one in row)]
    states = [next((one for one in row if is_verdict(one.value.flat)), None) for row in bids]
    won = [one is not None and _WON_HAN.fullmatch(one.value.flat.strip(AROUND_HAN)) is not None for one in states]
    if not any(won) or all(won) or any(_GOODS & {one.meaning for one in row} for row in bids):
        return
    for row, has_won, state in zip(bids, won, states, strict=True):
        bidder = next(one for one in row if one.meaning in _BIDDERS_HAN)
        money = [one for one in row if one.meaning in _MONEY]
        if has_won:
            asked = [one for one in money if one.meaning is not Meaning.OTHER_AMOUNT]
            last = [one for one in asked if _LAST_BID.match(one.label)] or asked
            money = last if len(last) == 1 else money
            yield bidder, replace(bidder, meaning=Meaning.SUPPLIER)
            yield from ((one, replace(one, meaning=Meaning.AWARD_AMOUNT)) for one in money[:1] if len(money) == 1)
        elif state is not None:
            yield state, replace(state, lot=None)  # that its bidder lost says nothing of the lot
            yield from ((one, replace(one, meaning=Meaning.BID_AMOUNT)) for one in money)


def _is_mere_bid(row: Iterable[Entry]) -> bool:
    """Say whether a row gives what somebody bid for the whole, and no lot that it is for."""
    meanings = {one.meaning for one in row}
    if any(one.meaning is Meaning.SUPPLIER and _SAYS_WINNER.search(one.label) for one in row):
        return False
    return Meaning.BID_AMOUNT in meanings and not meanings & {
        Meaning.AWARD_AMOUNT,
        Meaning.LOT,
        Meaning.CONTRACT_NUMBER,
    }


def _compares(bids: Sequence[Sequence[Entry]]) -> bool:
    """Say whether a table compares bids for one thing: by points, or under words for all that were handed in."""
    cells = [one for row in bids for one in row]
    if any(one.lot is not None or one.meaning in _OF_WINNERS for one in cells):
        return False
    if any(one.meaning is Meaning.SUPPLIER and _SAYS_WINNER.search(one.label) for one in cells):
        return False
    first = min((one.value for one in cells), key=lambda value: value.start)
    flat = first.sheet.flat
    above = flat[max(0, first.start - _ABOVE) : first.start].split("\n")[-_LINES_ABOVE:]
    told = any(_SCORES.search(one.label) for one in cells) or any(map(_OF_BIDS.search, above))
    return told and _FRAMEWORK.search(flat[:_HEAD]) is None


def _bidder(row: Iterable[Entry]) -> Entry | None:
    return next((one for one in row if one.meaning in _BIDDERS and not is_won(one.value.flat)), None)


def _ends_won(flat: str) -> bool:
    """Say whether a cell with a figure ends in the word for a winner, behind a dash or in brackets."""
    tail = _TAIL.search(flat)
    return tail is not None and tail["tail"].strip(_TRIMMED) in _WON


def _says_won(row: Iterable[Entry]) -> bool:
    """Say whether a cell of a row holds nothing but the word for a winner, or "yes" under a head that asks for it."""
    return any(
        one.meaning in _STATES
        and (
            is_won(one.value.flat)
            or _ends_won(one.value.flat)
            or (asks_who_won(one.label) and one.value.flat.strip(_TRIMMED) in YES)
        )
        for one in row
    )


def _as_winner(row: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    bidder = _bidder(row)
    if bidder is not None:
        yield bidder, replace(bidder, meaning=Meaning.SUPPLIER)
    yield from _priced(row)


def _as_loser(row: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    bidder = _bidder(row)
    if bidder is not None:
        yield bidder, replace(bidder, meaning=Meaning.LOSER)
    for one in row:
        if one.meaning in _MONEY or one.meaning is Meaning.CONTRACT_AMOUNT:
            yield one, replace(one, meaning=Meaning.BID_AMOUNT)


def _priced(row: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield the one amount of a row as the price of its winner; the most telling of several."""
    if any(one.meaning is Meaning.CONTRACT_AMOUNT for one in row) or any(
        _VOID.fullmatch(one.value.flat) for one in row
    ):
        return
    for meaning in _MONEY:
        amounts = [one for one in row if one.meaning is meaning and find_amounts(one.value.text, decimal_mark=",")]
        if len(amounts) == 1:
            yield amounts[0], replace(amounts[0], meaning=Meaning.AWARD_AMOUNT)
            return
        if amounts:
            return


def row_says_won(notice: Notice, entry: Entry) -> bool:
    """Say whether another cell of the row of an entry holds nothing but the word that its bidder won."""
    return entry.row is not None and any(
        (other.meaning in _SAYS_SO and _WON_HAN.fullmatch(other.value.flat.strip(AROUND_HAN)))
        or (other.meaning is Meaning.STATUS and other.label.startswith("是否") and _YES_HAN.match(other.value.flat))
        for other in notice.row_of(entry)
    )
