"""Pages of notices on the EU's eForms: numbered sections whose parties all stand under "Official name".

A printed notice has its buyers in section 1, its results in section 6, each under the identifier of its lot, and all
organisations once more in section 8, courts of appeal and publishers among them: only the number of the section tells
who is who. Implementing Regulation (EU) 2019/1780; the sections are those of the viewer of ted.europa.eu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.alternatives import any_of
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Stage

_LONGEST = 60_000
_SIGN = re.compile(r"\b(?:lot|org|ten|con|res)-\d{4}\b")
_SECTION = re.compile(r"(?m)^[ \t]*(?P<code>[1-9]\d?(?:\.\d{1,2}){0,2})\.?[ \t]+(?=[^\W\d_])")
_OFFICIAL = any_of(
    (
        *("official name", "offizielle bezeichnung", "nom officiel", "denominazione ufficiale", "nombre oficial"),
        *("denominación oficial", "designação oficial", "nome oficial", "oficjalna nazwa", "officiële naam"),
        *("officiële benaming", "officielt navn", "officiellt namn", "virallinen nimi", "oficiální název"),
        *("oficiálny názov", "hivatalos név", "denumire oficială", "denumirea oficială", "официално наименование"),
        *(
            "επίσημη επωνυμία",
            "επισημη επωνυμια",
            "uradno ime",
            "službeni naziv",
            "ametlik nimi",
            "oficialus pavadinimas",
        ),
        *("oficiālais nosaukums",),
    )
)
_NAMED = re.compile(rf"(?<!\w)(?:{_OFFICIAL})\s*:[ \t]*(?P<value>[^\s:][^\n]*)")
_ENDS = re.compile(r"[.;]\s+[^\W\d_][^:;.\n]{1,60}:|\s*;|\.?\s*$")
_LOT = re.compile(r"\blot-\d{4}\b")
_OFFER = re.compile(
    r"(?<!\w)(?:value of the tender|wert des angebots|wert der ausschreibung|valeur de l['’]offre|valor de la oferta|"
    r"valor da proposta|valore dell['’]offerta|wartość oferty)\s*:"
)
_WHOLE = re.compile(
    r"(?<!\w)(?:value of all contracts awarded|wert aller in dieser bekanntmachung|valeur de tous les contrats|"
    r"valor de todos los contratos|valor de todos os contratos|valore di tutti i contratti|"
    r"wartość wszystkich zamówień|wartość wszystkich umów)[^:\n]{0,60}:"
)
_FIGURE = 60
_FEWEST_NAMES = 2


def eforms_entries(sheets: Sequence[Sheet]) -> list[Entry]:
    """Return buyers, winners and what they get of the printed pages of an eForms notice; nothing if they are none."""
    if not any(_is_notice(sheet.flat[:_LONGEST]) for sheet in sheets):
        return []
    lots = {found[0] for sheet in sheets for found in _LOT.finditer(sheet.flat[:_LONGEST])}
    found: list[Entry] = []
    code = ""
    lot: str | None = None
    for sheet in sheets:
        flat = sheet.flat[:_LONGEST]
        heads = list(_SECTION.finditer(flat))
        stops = [0, *(head.start() for head in heads), len(flat)]
        for at, (start, end) in enumerate(pairwise(stops)):
            code = heads[at - 1]["code"] if at else code
            told = _LOT.search(flat, start, end) if len(lots) > 1 and code.startswith("6") else None
            lot = told[0].upper() if told else lot
            part = Piece(sheet=sheet, start=start, end=end)
            found += [replace(entry, order=len(found) + n) for n, entry in enumerate(_of_section(part, code, lot))]
    return found


def eforms_stage(entries: Sequence[Entry]) -> tuple[Stage, Piece] | None:
    """Return the stage of an eForms notice without a heading: one that names winners in its results tells of an award.

    Args:
        entries: What `eforms_entries` or the reader of standard forms has found.
    """
    winner = next((one for one in entries if one.meaning is Meaning.SUPPLIER and one.label == "official name"), None)
    return (Stage.AWARD, winner.value) if winner is not None else None


def _is_notice(flat: str) -> bool:
    return _SIGN.search(flat) is not None and sum(1 for _ in _NAMED.finditer(flat)) >= _FEWEST_NAMES


def _of_section(part: Piece, code: str, lot: str | None) -> Iterator[Entry]:
    """Yield what a section says of the parties and the price.

    Args:
        part: The section.
        code: Its number.
        lot: The lot that sections of results are about; None where there is one.
    """
    first = code.partition(".")[0]
    if first in {"1", "6"}:
        meaning = Meaning.BUYER if first == "1" else Meaning.SUPPLIER
        for named in _NAMED.finditer(part.flat):
            ends = _ENDS.search(part.flat, named.start("value"), named.end("value"))
            value = part.part(named.start("value"), ends.start() if ends else named.end("value"))
            if value.flat.strip():
                yield _entry(meaning, value, "official name", lot if first == "6" else None)
    if first == "6":
        yield from _money(part, _WHOLE, None)
        yield from _money(part, _OFFER, lot)


def _money(part: Piece, label: re.Pattern[str], lot: str | None) -> Iterator[Entry]:
    for named in label.finditer(part.flat):
        behind = part.flat[named.end() : named.end() + _FIGURE].partition("\n")[0]
        amounts = [one for one in find_amounts(behind, decimal_mark=",") if not one.bare]
        if amounts and amounts[0].currency is not None:
            value = part.part(named.end() + amounts[0].start, named.end() + amounts[0].end)
            yield _entry(Meaning.AWARD_AMOUNT, value, "value", lot)


def _entry(meaning: Meaning, value: Piece, label: str, lot: str | None) -> Entry:
    return Entry(meaning=meaning, label=label, value=value.stripped(), order=0, lot=lot)
