"""Decrees and acts in Spanish and Portuguese that give parts of a purchase to several firms, clause by clause.

"PRIMERO: ADJUDICAR a la razón social X, SRL, los lotes 1 y 3, por RD$ 4 …; SEGUNDO: ADJUDICAR a Y, EIRL, el "
"lote 2 …" and
lists of lots with the firm and the price behind each. One clause alone is read elsewhere: two firms must be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.facts.names.western import companies
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_LANGUAGES = frozenset({"es", "pt"})
_LONGEST, _CLAUSE = 20_000, 700
_FAR = 80
"""Characters behind a name without a price in which the lots that are given to it stand."""
_LOTS = (
    r"(?P<lots>(?i:lotes?|[íi]tem(?:e?s|ns)?|itens|renglon(?:es)?|rengl[óo]n|partidas?|grupos?|l[íi]neas?)\s"
    r"(?:(?i:n[°º.o]{1,3}|nros?\.?|núms?\.?|nos\.)\s?)?(?:\d{1,3}|[IVX]{1,4}|[A-H])(?!\w)(?:(?:,\s|\s(?:y|e|a|al|ao)\s)(?:\d{1,3}|"
    r"[IVX]{1,4}|[A-H])(?!\w))*)"
)
_ANY_LOTS = re.compile(rf"(?<!\w){_LOTS}")
_GIVES = re.compile(
    r"(?i:\badjud[ií](?:c(?:ar|ase|a|o|ó|ar-se)|quese|ca-se)\b|\botorga(?:r|se)? la buena pro\b|"
    r"\bhomologar?\b[^.;\n]{0,30}\badjudicar?\b)"
)
_CLAUSE_ENDS = re.compile(
    r"\n(?=\s*(?i:art|primer|segund|tercer|cuart|quint|sext|séptim|\d{1,2}[.°º)]|[ivx]{1,4}\.|[–•*-]\s|total|"
    r"monto total|notif))|\n\s*\n|;\s|"
    r"\.\s(?=(?:Art|ART|SEGUND|TERCER|CUART|Segund|Tercer|Cuart|\d{1,2}[.°º]))"
)
_TO = re.compile(
    r"(?i:(?<!\w)(?:a favor de(?:l| la)?|em favor d[aeo]|al|a la|a los|a|à|ao)\s(?:la\s|el\s)?(?:(?:firma|"
    r"empresa|sociedad|sociedade|"
    r"razón social|compañía|oferente|proponente|postor|licitante|proveedor|concorrente|"
    r"mercantil)\s(?:comercial\s)?)?)(?=[«“\"]?[A-ZÀ-Þ])"
)
_LINE = re.compile(
    rf"(?m)^[ \t]*(?:[–—•*·-]\s*)?(?:\d{{1,2}}[.)]\s*)?(?:(?i:del|de los|el|los|de)\s)?{_LOTS}"
    r"(?:\s*\([^()\n]{2,80}\)|\s*[«“\"][^«»“”\"\n]{2,80}[»”\"])?\s*[:,–—-]?\s*"
    r"(?:(?i:(?:se\s)?adjudica(?:do|da)?\s)?(?i:a la|al|a|à|ao)\s(?i:(?:la\s)?(?:firma|empresa|sociedad|"
    r"sociedade|razón social|"
    r"compañía)\s)?)?(?=[«“\"]?[A-ZÀ-Þ])"
)
_NEXT = re.compile(r"\n|;\s*$")
_NOT = re.compile(r"(?i:\b(?:desiert|fracasad|rechaz|desestim|desech|no se adjud|excluid|inadmisib)\w*)")


_WHOLE = re.compile(
    r"\b(?:(?:importe|monto|valor|suma|total)\s(?:total\s)?(?:general\s)?(?:de\sla\s(?:presente\s)?(?:adjudicaci[oó]n|erogaci[oó]n|"
    r"contrataci[oó]n)|adjudicado|global|general)|(?:gasto|erogaci[oó]n|inversi[oó]n|importe|monto)\stotal\sasciende|total\sgeral|total\s?:|valor\s(?:total|global)\s?:)"
)
_BEHIND_WHOLE = 190
"""Characters behind the words for the whole in which its figure stands, in words first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardedPart:
    """Lots given to one firm; spans are offsets of the text."""

    lots: str
    name: tuple[int, int]
    price: tuple[int, int] | None
    lots_end: int = 0


def part_entries(sheet: Sheet, language: str) -> list[Entry]:
    """Return who won which lots for how much and the whole, where clauses give parts of a purchase to several firms."""
    parts = awarded_parts(sheet.page.text, sheet.flat, language)
    found: list[Entry] = []
    for part in parts:
        found.append(_entry(Meaning.SUPPLIER, sheet, part.name, part.lots))
        found += [_entry(Meaning.AWARD_AMOUNT, sheet, part.price, part.lots)] if part.price is not None else []
    whole = _WHOLE.search(sheet.flat[:_LONGEST]) if parts else None
    price = _price(sheet.flat, whole.end(), whole.end() + _BEHIND_WHOLE) if whole is not None else None
    return [*found, _entry(Meaning.AWARD_AMOUNT, sheet, price, None)] if price is not None else found


def _entry(meaning: Meaning, sheet: Sheet, span: tuple[int, int], lot: str | None) -> Entry:
    return Entry(meaning=meaning, label="", value=Piece(sheet=sheet, start=span[0], end=span[1]), order=0, lot=lot)


def awarded_parts(text: str, flat: str, language: str) -> list[AwardedPart]:
    """Return the parts that clauses of a page give to firms; nothing unless two clauses name two lots.

    Args:
        text: The page as written.
        flat: The same, folded.
        language: ISO 639-1; only Spanish and Portuguese papers are read.
    """
    if language not in _LANGUAGES:
        return []
    for found in ([*_by_clauses(text, flat)], [*_by_lines(text, flat)]):
        if len({one.lots for one in found}) == len(found) > 1:
            return found
    return []


def _by_clauses(text: str, flat: str) -> Iterator[AwardedPart]:
    verbs = [*_GIVES.finditer(text[:_LONGEST])]
    for at, verb in enumerate(verbs):
        ends = _CLAUSE_ENDS.search(text, verb.end(), verb.end() + _CLAUSE)
        end = min(
            ends.start() if ends is not None else verb.end() + _CLAUSE,
            verbs[at + 1].start() if at + 1 < len(verbs) else len(text),
        )
        start = verb.end()
        while (part := _part(text, flat, start, end)) is not None:
            stop = max(part.lots_end, *(span[1] for span in (part.name, part.price) if span is not None))
            if _NOT.search(text, verb.start() if start == verb.end() else start, stop):
                break
            yield part
            start = stop


def _part(text: str, flat: str, start: int, end: int) -> AwardedPart | None:
    lots = _ANY_LOTS.search(text, start, end)
    if lots is None:
        return None
    for lead in _TO.finditer(text, start, end):
        firm = next((span for span in companies(text[lead.end() : end]) if span[0] <= 1), None)
        if firm is not None:
            name = (lead.end() + firm[0], lead.end() + firm[1])
            price = _price(flat, name[1], end)
            if lots.start() > (price[0] if price is not None else name[1] + _FAR):
                return None
            return AwardedPart(lots=_plain(lots["lots"]), name=name, price=price, lots_end=lots.end())
    return None


def _by_lines(text: str, flat: str) -> Iterator[AwardedPart]:
    for line in _LINE.finditer(text[:_LONGEST]):
        stop = _NEXT.search(text, line.end())
        end = stop.start() if stop is not None else len(text)
        firm = next((span for span in companies(text[line.end() : end]) if span[0] <= 1), None)
        if firm is not None and not _NOT.search(text, line.start(), end):
            name = (line.end() + firm[0], line.end() + firm[1])
            price = _price(flat, name[1], end)
            if price is not None:
                yield AwardedPart(lots=_plain(line["lots"]), name=name, price=price)


def _price(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the first amount of a clause behind the name that is no price of one thing."""
    for found in find_amounts(flat[start:end], decimal_mark=","):
        if not found.bare and not found.per_unit:
            return start + found.start, start + found.end
    return None


def _plain(lots: str) -> str:
    return " ".join(lots.split())
