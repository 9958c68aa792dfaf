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
_FIFTH = re.compile(r"(?m)^[ \t]*\w{3,12}\s+v\s?(?:[:.)]|$)")
_IS_FORM = (re.compile(r"(?m)^[ \t]*i\.1\)"), re.compile(r"(?m)(?:^|[ \t])ii\.1(?:\.\d)?\)"))
_PUTS_RIGHT = re.compile(
    r"(?m)^[ \t]*vii\.1\.2\)\s?(?:text to be corrected|texte à (?:rectifier|corriger)|zu berichtigender text|"
    r"texto (?:que debe |que se debe |por |a )?(?:corregir|rectificar|corrigir|retificar)|"
    r"testo da (?:correggere|rettificare)|"
    r"tekst,? (?:który należy|do) )"
)
"""The form of a corrigendum (F14): its sections quote what another form said and says."""
_OF_CORRIGENDUM = frozenset({Meaning.BUYER, Meaning.PUBLICATION_DATE})
_PART = re.compile(r"(?:(?!\s(?:iii|ii|iv|i|vi|v)\.\d{1,2}(?:\.\d{1,2}){0,2}\)\s?[^\W\d_])[^\n])+")
"""A line, or a part of one that has several sections."""
_NAMES = any_of(
    (
        *("official name", "offizielle bezeichnung", "nom officiel", "denominazione ufficiale", "nombre oficial"),
        *("designação oficial", "denominación oficial", "nazwa i adresy", "offizielle bezeichnung des auftragnehmers"),
        *("oficjalna nazwa", "nazwa", "nome oficial", "officiële benaming", "officielt navn", "officiellt namn"),
        *("virallinen nimi", "úřední název", "oficiálny názov", "hivatalos név", "denumirea oficială"),
        *("официално наименование", "επισημη επωνυμια", "uradno ime", "službeni naziv", "ametlik nimi"),
        *("oficialus pavadinimas", "oficiālais nosaukums", "isem uffiċjali"),
    )
)
_NAMED = re.compile(rf"[ \t]*(?:{_NAMES})\s*:[ \t]*(?P<value>\S.*)$")
_NAMED_BY_NUMBER = re.compile(r"[^:;\n]{3,90}:[ \t]*(?P<value>[^\s:].*)$")
"""Behind the number of a section that is all about one party: its label may be worded in any way."""
_HEADS_NAME = re.compile(r"[^:;\n]{3,60}:?[ \t]*$")
_NAME_ALONE = re.compile(r"[ \t]*(?P<value>[^\W\d_][^:;\n]{3,120}?)[ \t]*$")
"""The name below a heading that has nothing but the number and the words of its section, without a label."""
_NEXT_LABEL = re.compile(r"\s*;|[.,]\s+[^\W\d_][^:;.,\n]{1,40}:\s|[ \t]{2,}|\t")
"""What ends the name of a party in a line that goes on with its address."""
_NEXT_SENTENCE = re.compile(r"[.;]\s+(?=[^\W\d_][^:.;\n]{5,90}:\s)")
_PARTIES = {"i.1": Meaning.BUYER, "v.2.3": Meaning.SUPPLIER, "v.3": Meaning.SUPPLIER}
_GROUP = re.compile(
    r"(?:group of economic operators|groupement d['’]opérateurs économiques|gruppe von wirtschaftsteilnehmern|"
    r"(?:grupo|agrupación) de operadores|agrupamento de operadores|(?:gruppo|raggruppamento) di operatori|"
    r"grupie? wykonawców|grupy wykonawców)[^:\n]{0,30}:\s*(?:yes|oui|ja|sí|si|sim|sì|tak)\b"
)
_SUBCONTRACTED = re.compile(
    r"sub-?contract|subcontrat|sous-trait|subappalt|unterauftr|podwykonaw|subdodáv|subcontractare|underentrepr"
)
_LOT = re.compile(
    r"^[ \t]*(?:(?:contract|contrato?|contrat|auftrag|vertrag|contratto d['’]appalto|contratto|marché|"
    r"appalto|zamówienie|umowa|opdracht|kontrakt|"
    r"smlouva|zákazka|szerződés|договор|поръчка|naročilo|ugovor|leping|sutart|sopimu|contractul?)\w{0,4}"
    r"[^\d:\n]{0,12}:?\s{0,4}[\w./-]{1,24}[ \t]*[,;.–—-]?[ \t]{1,8})?"
    r"(?:lote?|los|lotto|partia|cz[ęe]ść|zadanie|pakiet|část|časť|perceel|delkontrakt(?:nr)?|del|rész|лот|"
    r"обособена позиция|(?:št\.\s)?sklopa?|daļas?|dalis|pirkimo dalies|"
    r"osa|osan|τμημα|parti|grupa|lott)\b[^\d:\n]{0,14}:?\s*(?P<number>\d{1,3})\b"
)
_ESTIMATED = re.compile(
    r"estim|initial|geschätzt|veranschlagt|stimat|szacowan|předpoklád|predpoklad|geraamd|anslået|beräknad"
)
_OF_NOTICE = re.compile(
    r"date d['’]envoi|date of dispatch|absendung|fecha de envío|data de envio|data di spedizione|"
    r"data wysłania|publica|publikation|veröffentl"
)
"""The day on which a notice was sent, whatever section it stands in."""
_VOID = mark_pattern("void")
_OTHER_PRICES = frozenset({Meaning.CONTRACT_AMOUNT, Meaning.TOTAL, Meaning.BID_AMOUNT})
_OTHER_NAMES = frozenset({Meaning.SUPPLIER, Meaning.MEMBER, Meaning.LOT, Meaning.PARTY, Meaning.CONTRACT_SUPPLIER})
_TOTAL_SECTIONS = ("ii.1.7", "ii.2.1")
_LIMIT_SECTIONS = ("ii.1.5", "ii.2.6")


def form_entries(sheets: Sequence[Sheet]) -> list[Entry]:
    """Return parties, prices, dates and lots of a printed standard form; nothing if the pages are none."""
    if not sheets or not all(sign.search(sheets[0].flat) for sign in _IS_FORM):
        return []
    found: list[Entry] = []
    code, lot, together, is_next = "", None, False, False
    for sheet in sheets:
        for line in _PART.finditer(sheet.flat):
            piece = Piece(sheet=sheet, start=line.start(), end=line.end())
            if _FIFTH.match(line[0]):
                code, lot, together = "v", None, False
            heading = _CODE.match(line[0])
            code = heading["code"] if heading else code
            lot = _lot_of(piece) or lot if _is_award(code) else lot
            within = lot if _is_award(code) else None
            together = _GROUP.search(line[0]) is not None or (together and not code.startswith(("v.2.1", "v.1")))
            told = [*_of_line(piece, code, heading.end() if heading else 0)]
            told = [*_name_alone(piece, code)] if is_next and not heading and not told else told
            is_next = code in _PARTIES and heading is not None and bool(_HEADS_NAME.match(line[0], heading.end()))
            for entry in map(_as_member, told) if together else told:
                found.append(replace(entry, lot=within, order=len(found)))
    is_corrigendum = any(_PUTS_RIGHT.search(sheet.flat) for sheet in sheets)
    return [one for one in found if one.meaning in _OF_CORRIGENDUM] if is_corrigendum else found


def told_by_form(entries: Sequence[Entry]) -> set[Meaning]:
    """Return the meanings that no other reader need look for on the pages of a form: what it tells in any words."""
    told = {entry.meaning for entry in entries}
    told |= _OTHER_PRICES if Meaning.AWARD_AMOUNT in told else set()
    return told | (_OTHER_NAMES if told & {Meaning.SUPPLIER, Meaning.MEMBER} else set())


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


def _as_member(entry: Entry) -> Entry:
    """Return an entry of a section that says that a group won, a contractor as one of its members."""
    return replace(entry, meaning=Meaning.MEMBER) if entry.meaning is Meaning.SUPPLIER else entry


def _lot_of(piece: Piece) -> str | None:
    """Return the lot that a line of the fifth section begins with, as printed unless a colon parts its number."""
    named = _LOT.match(piece.flat)
    if named is None:
        return None
    printed = " ".join(piece.text[: named.end()].split())
    return f"Lot {named['number']}" if ":" in printed or printed[:3].lower() != "lot" else printed


def _of_line(piece: Piece, code: str, begins: int) -> Iterator[Entry]:
    """Yield what a line says.

    Args:
        piece: The line.
        code: The number of its section.
        begins: Where the line begins behind that number, if it prints it.
    """
    flat = piece.flat
    named = _NAMED.match(flat, begins)
    by_number = _NAMED_BY_NUMBER.match(flat, begins) if begins and named is None and code in _PARTIES else None
    found = named or by_number
    if found is not None and not (_is_award(code) and not begins and flat.lstrip().startswith("nazwa:")):
        meaning = _PARTIES.get(code) or (Meaning.SUPPLIER if _is_award(code) else None)
        if meaning is not None:
            ends = _NEXT_LABEL.search(flat, found.start("value"))
            value = piece.part(found.start("value"), ends.start() if ends else found.end("value"))
            yield _entry(meaning, value, "official name")
    elif code.startswith(_TOTAL_SECTIONS):
        yield from _money(piece, Meaning.AWARD_AMOUNT)
    elif code.startswith(_LIMIT_SECTIONS):
        yield from _money(piece, Meaning.ESTIMATE)
    elif code == "vi.5":
        yield from _date(piece, Meaning.PUBLICATION_DATE)
    elif _is_award(code) and not _SUBCONTRACTED.search(flat):
        for part in _sentences(piece):
            yield from _money(part, Meaning.ESTIMATE if _ESTIMATED.search(part.flat) else Meaning.AWARD_AMOUNT)
        if not _OF_NOTICE.search(flat):
            yield from _date(piece, Meaning.CONTRACT_DATE)
        void = _VOID.search(flat)
        if void is not None and code == "v.1":
            yield _entry(Meaning.STATUS, piece.part(*void.span()), "status")


def _name_alone(piece: Piece, code: str) -> Iterator[Entry]:
    """Yield the party whose name stands without a label in the line below the heading of its section."""
    named = _NAME_ALONE.match(piece.flat)
    if named is not None:
        ends = _NEXT_LABEL.search(piece.flat, named.start("value"))
        comma = piece.flat.find(", ", named.start("value"))
        end = min(one for one in (ends.start() if ends else -1, comma, named.end("value")) if one > 0)
        yield _entry(_PARTIES[code], piece.part(named.start("value"), end), "official name")


def _sentences(piece: Piece) -> Iterator[Piece]:
    """Yield the parts of a line that each have a label and a colon of their own."""
    position = 0
    for start, end in [*(match.span() for match in _NEXT_SENTENCE.finditer(piece.flat)), (len(piece.flat),) * 2]:
        yield piece.part(position, start)
        position = end


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
