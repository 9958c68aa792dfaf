"""Winners listed one a line below words that say so, each with what it won behind its name, written with spaces.

"Successful bidders:" over rows of a table, "homologa o certame em favor das empresas:" over "A LTDA, CNPJ …, itens 01 e
02, valor total R$ 487.200,00;". Nothing is taken up where a label, a sentence or a table names somebody else, or a line
names two firms. Who is said on the list to have lost, or to be a reserve, has not won; who withdrew or only backs a
winner is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.lots.prices import price_of
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.list_ends import has_lost, is_out
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, western_names
from tenderlight.facts.words.vocabulary import AMOUNTS, Meaning
from tenderlight.facts.words.winners import CONTRACTED, FIRMS, LOST, WON
from tenderlight.languages.money import find_amounts

_PAGES, _LONGEST_PAGE = 3, 30_000
_OPENS = (
    r"^[ \t]*(?:[-•*·–—][ \t])?(?:[\d.]{1,6}[).]?\s)?"
    r"(?:[^\n:]{2,60}(?::|[.](?=\s)|\s(?:announces?|publishes|lists|names|are|sont|son|são|sind|sono|anuncia\w*|publica\w*))\s)?"
    r"(?:(?:the|a|o)?\s?(?:names?|list|lista|liste|relación|relação|nombres?|nomes?|noms?|elenco|перечень|список|перелік)"
    r"\s?(?:of|de|des|dos|delle|degli)?\s)?(?:(?:the|los|las|les|os|as|i|le|die|following|siguientes|seguintes)\s){0,2}"
)
"""What a line may begin with before the words for those who won: no word that says of what time they are."""
_LEAD = re.compile(
    rf"^[ \t]*(?:[\d.]{{1,6}}\s)?(?:the\s)?{CONTRACTED}\s(?:and|et|y|e|und|и|та|і)\s"
    r"(?:prices?|prix|precios?|preços?|preise|prezzi|цен\w|цін\w)\s?:[ \t]*$|"
    rf"{_OPENS}(?:"
    rf"{WON}\s{FIRMS}|{FIRMS}\s{WON}|(?:successful|winning) (?:bid|tender)s?|"
    r"(?:attributaires|adjudicatari[oa]s|ganadores|vencedores|победители|переможці|aggiudicatari|awardees|winners)|"
    rf"(?:участники|сторон\w|постачальники|учасники|поставщики)\s(?:рамково\w+\s)?(?:угоди|соглашения|договору|договора)|"
    r"parties to the (?:framework(?: agreement)?|agreement)|"
    r"(?:titulares|partes) del acuerdo marco|titulaires de l['’]accord-cadre"
    r")\s?(?:\(s\)|\(es\))?\s?:[ \t]*$|"
    rf"(?<!\w)(?:homologa|adjudica|adjudicó|adjudicou|homologou)\s[^\n:;]{{3,60}}\s(?:em favor|a favor|às?|aos?|a)"
    r"\s?(?:d[aeo]s?|l[ao]s?)?\s"
    rf"(?:(?:seguintes|siguientes)\s)?{FIRMS}(?:\s(?:abaixo|a seguir|seguintes|siguientes))?\s?:[ \t]*$|"
    r"(?<!\w)(?:решила?|вирішила?|решил[аи]?)\s(?:присудить|присудити|заключить|укласти)\s(?:договор\w*|контракт\w*|договір)"
    r"(?:\s(?:с|з|із))?\s?:[ \t]*$"
)
"""A line that says of those below it that they won: nothing else can stand under these words."""
_BEGINS = re.compile(
    r"[ \t]*(?:(?:[-•*·▪–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]{1,3}|[ \t]*\d{1,2}[ \t]?\|[ \t]?)?(?:m/s\.?\s)?"
)
_BEHIND = re.compile(r"\.?\s{0,2}(?:[,;|(\t–—:-]|$)")
_HEAD = re.compile(r"(?!.*(?:\brank|\bplace\b|puesto|classement|место|місце|rang))[^\d\n]*\|[^\d\n]*")
_NAMED = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.ADDRESSEE})
_REPLACED = _NAMED | {Meaning.PARTY}
_DROPPED = frozenset({Meaning.PARTY, Meaning.LOSER})
"""Who stands on the list and has not won: what such a line says of a price is none."""
_BULLET = 4
_MOST = 30


def with_firms_below(notice: Notice) -> Notice:
    """Return a notice with the suppliers that a list below words for those who won names, and nothing else does."""
    if notice.language == "zh" or notice.stage not in SETTLED:
        return notice
    named = notice.of(*_NAMED)
    for sheet in notice.sheets[:_PAGES]:
        found = list(_listed(notice, sheet))
        starts = [one.value.start for one in found]
        dropped = [one.value for one in found if one.meaning in _DROPPED]
        priced = [one for one in notice.entries if not _prices_line(one, dropped)]
        if found and all(_is_of_list(one, sheet, starts) for one in named):
            kept = [one for one in priced if one.meaning not in _REPLACED]
            told = [one for one in found if one.meaning is not Meaning.PARTY]
            told = [replace(one, order=len(notice.entries) + at) for at, one in enumerate(told)]
            return replace(notice, entries=(*kept, *told))
        if dropped:
            out = [one.start for one in dropped]
            return replace(notice, entries=tuple(one for one in priced if not _stands_at(one, sheet, out)))
    return notice


def _prices_line(entry: Entry, dropped: Sequence[Piece]) -> bool:
    """Say whether an entry is a sum on the line of one of the firms that are dropped, behind it."""
    value = entry.value
    return entry.meaning in AMOUNTS and any(one.start <= value.start and one.shares_line(value) for one in dropped)


def _is_of_list(entry: Entry, sheet: Sheet, starts: Sequence[int]) -> bool:
    """Say whether what was read as a supplier is a line of the list, or the first and what follows it."""
    is_free = entry.lot is None and entry.row is None
    return is_free and _stands_at(entry, sheet, starts)


def _stands_at(entry: Entry, sheet: Sheet, starts: Sequence[int]) -> bool:
    """Say whether what was read as a supplier begins a line of the list, before or behind its bullet."""
    value = entry.value
    is_there = value.sheet.page is sheet.page and any(0 <= one - value.start <= _BULLET for one in starts)
    return is_there and entry.meaning is Meaning.SUPPLIER


def _listed(notice: Notice, sheet: Sheet) -> Iterator[Entry]:
    """Yield the firms of the first list below a line that leads to those who won."""
    position, lead = 0, ""
    lines: list[Piece] = []
    for text in sheet.flat[:_LONGEST_PAGE].split("\n"):
        line = Piece(sheet=sheet, start=position, end=position + len(text))
        position += len(text) + 1
        if lead:
            lines.append(line)
        elif text.rstrip().endswith(":") and _LEAD.search(text) is not None and LOST.search(text) is None:
            lead = text
    if lines:
        yield from _rows(notice, lead.strip(" \t:"), lines)


def _rows(notice: Notice, lead: str, lines: list[Piece]) -> Iterator[Entry]:
    is_table = _HEAD.fullmatch(lines[0].flat) is not None and _name_of(lines[0]) is None
    found: list[Entry] = []
    for line in lines[is_table : is_table + _MOST]:
        name = _name_of(line)
        if name is None:
            break
        behind = line.part(name.end - line.start, len(line.flat))
        if any(True for _ in companies(behind.text)):
            return
        if is_out(behind.flat):
            found.append(Entry(meaning=Meaning.PARTY, label="", value=name, order=0))
            continue
        if has_lost(behind.flat):
            found.append(Entry(meaning=Meaning.LOSER, label="", value=name, order=0))
            continue
        won = _entry(name, behind, lead)
        price = price_of(notice, [behind], name) if won.lot is not None and _has_one_sum(notice, behind) else None
        found.append(won)
        if price is not None:
            told = Entry(meaning=notice.price_meaning, label="lot", value=price.piece, order=0)
            found.append(replace(told, lot=won.lot, unit=price.unit))
    firms = [one for one in found if one.meaning in _DROPPED | {Meaning.SUPPLIER}]
    if len(firms) > 1 or (is_table and firms):
        yield from found


def _entry(name: Piece, behind: Piece, lead: str) -> Entry:
    """Return who won by a line, with the one lot that it names behind the name."""
    heads = list(HEADS_WESTERN.finditer(behind.flat))
    lots = list(western_names(behind.text, heads[0])) if len(heads) == 1 else []
    lot = (
        lots[0]
        if len(lots) == 1 and not heads[0]["noun"].startswith(("item", "ítem", "iten", "part", "lin", "lín"))
        else None
    )
    return Entry(meaning=Meaning.SUPPLIER, label="", value=name, order=0, hint=lead, lot=lot)


def _name_of(line: Piece) -> Piece | None:
    """Return the firm that a line begins with, or None."""
    begins = _BEGINS.match(line.flat)
    start = begins.end() if begins is not None else 0
    rest = line.part(start, len(line.flat))
    span = next((one for one in companies(rest.text) if one[0] == 0), None)
    if span is None:
        return None
    name = rest.part(0, span[1] + keeps_full_stop(rest.text, span[1]))
    return name if _BEHIND.match(rest.flat, span[1]) is not None else None


def _has_one_sum(notice: Notice, behind: Piece) -> bool:
    """Say whether a line gives one sum: of two, with and without tax, nothing says which counts."""
    return sum(not one.bare for one in find_amounts(behind.text, decimal_mark=notice.decimal_mark)) == 1
