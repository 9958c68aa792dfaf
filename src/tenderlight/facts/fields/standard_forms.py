"""Pages of notices on the EU's standard forms: their sections have the same numbers in every language.

Printed pages of TED name parties under "Official name", whoever they are; the number of the section tells: I.1 the
buyer, V the contractor of a lot, VI the court of appeal. Regulation (EU) 2015/1986, annexes II and III (forms 2 and 3);
the forms of 2004 (Regulation (EC) 1564/2005) number a few sections otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern
from tenderlight.languages.alternatives import any_of
from tenderlight.languages.dates import find_dates
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Stage

_CODE = re.compile(r"(?m)^[ \t]*(?:\w{3,12}\s+)?(?P<code>(?:iii|ii|iv|i|vi|v)\.\d{1,2}(?:\.\d{1,2}){0,2})\)")
_FIFTH = re.compile(r"(?m)^[ \t]*\w{3,12}\s+v\s?[:.)]")
_IS_FORM = (re.compile(r"(?m)^[ \t]*i\.1\)"), re.compile(r"(?m)^[ \t]*ii\.1(?:\.\d)?\)"))
_NAMES = any_of(
    (
        *("official name", "offizielle bezeichnung", "nom officiel", "denominazione ufficiale", "nombre oficial"),
        *("oficjalna nazwa", "nazwa", "nome oficial", "officiële benaming", "officielt navn", "officiellt namn"),
        *("virallinen nimi", "úřední název", "oficiálny názov", "hivatalos név", "denumirea oficială"),
        *("официално наименование", "επισημη επωνυμια", "uradno ime", "službeni naziv", "ametlik nimi"),
        *("oficialus pavadinimas", "oficiālais nosaukums", "isem uffiċjali"),
    )
)
_NAMED = re.compile(rf"^[ \t]*(?:{_NAMES})\s*:[ \t]*(?P<value>\S.*)$")
_LOT = re.compile(
    r"^[ \t]*(?:lote?|los|lotto|partia|část|časť|perceel|delkontrakt|del|rész|лот|обособена позиция|sklop|daļa|dalis|"
    r"osa|osan|τμημα|parti|grupa|lott)\b[^\d:\n]{0,14}:?\s*(?P<number>\d{1,3})\b"
)
_ESTIMATED = re.compile(
    r"estim|initial|geschätzt|veranschlagt|stimat|szacowan|předpoklád|predpoklad|geraamd|anslået|beräknad"
)
_VOID = mark_pattern("void")
_TOTAL_SECTIONS = ("ii.1.7", "ii.2.1")
_LIMIT_SECTIONS = ("ii.1.5", "ii.2.6")


def form_entries(sheets: Sequence[Sheet]) -> list[Entry]:
    """Return parties, prices, dates and lots of a printed standard form; nothing if the pages are none."""
    if not sheets or not all(sign.search(sheets[0].flat) for sign in _IS_FORM):
        return []
    found: list[Entry] = []
    code, lot = "", None
    for sheet in sheets:
        for line in re.finditer(r"[^\n]+", sheet.flat):
            piece = Piece(sheet=sheet, start=line.start(), end=line.end())
            if _FIFTH.match(line[0]):
                code, lot = "v", None
            heading = _CODE.match(line[0])
            code = heading["code"] if heading else code
            named_lot = _LOT.match(line[0]) if code.startswith("v") and not code.startswith("vi") else None
            lot = f"Lot {named_lot['number']}" if named_lot else lot
            within = lot if code == "v" or code.startswith("v.") else None
            found += [replace(entry, lot=within, order=len(found)) for entry in _of_line(piece, code)]
    return found


def form_stage(entries: Sequence[Entry], sheets: Sequence[Sheet]) -> tuple[Stage, Piece] | None:
    """Return the stage of a printed standard form without a heading: its fifth section is there after an award only."""
    if not entries:
        return None
    for sheet in sheets:
        section = _FIFTH.search(sheet.flat)
        if section is not None:
            line_end = sheet.flat.find("\n", section.end())
            end = line_end if line_end > 0 else len(sheet.flat)
            return Stage.AWARD, Piece(sheet=sheet, start=section.start(), end=end).stripped()
    return None


def _of_line(piece: Piece, code: str) -> Iterator[Entry]:
    flat = piece.flat
    named = _NAMED.match(flat)
    if named is not None:
        meaning = Meaning.BUYER if code == "i.1" else Meaning.SUPPLIER if _is_award(code) else None
        if meaning is not None:
            yield _entry(meaning, piece.part(named.start("value"), named.end("value")), "official name")
    elif code.startswith(_TOTAL_SECTIONS):
        yield from _money(piece, Meaning.AWARD_AMOUNT)
    elif code.startswith(_LIMIT_SECTIONS):
        yield from _money(piece, Meaning.ESTIMATE)
    elif code == "vi.5":
        yield from _date(piece, Meaning.PUBLICATION_DATE)
    elif _is_award(code):
        yield from _money(piece, Meaning.ESTIMATE if _ESTIMATED.search(flat) else Meaning.AWARD_AMOUNT)
        yield from _date(piece, Meaning.CONTRACT_DATE)
        void = _VOID.search(flat)
        if void is not None and code == "v.1":
            yield _entry(Meaning.STATUS, piece.part(*void.span()), "status")


def _is_award(code: str) -> bool:
    return code == "v" or code.startswith("v.")


def _money(piece: Piece, meaning: Meaning) -> Iterator[Entry]:
    colon = piece.flat.find(":")
    amounts = [one for one in find_amounts(piece.flat[colon + 1 :], decimal_mark=".") if not one.bare]
    if colon >= 0 and len(amounts) == 1 and amounts[0].currency is not None:
        start = colon + 1 + amounts[0].start
        yield _entry(meaning, piece.part(start, colon + 1 + amounts[0].end), "value")


def _date(piece: Piece, meaning: Meaning) -> Iterator[Entry]:
    dates = find_dates(piece.flat, day_first=True)
    if len(dates) == 1 and dates[0].date.day:
        yield _entry(meaning, piece.part(dates[0].start, dates[0].end), "date")


def _entry(meaning: Meaning, value: Piece, label: str) -> Entry:
    return Entry(meaning=meaning, label=label, value=value.stripped(), order=0)
