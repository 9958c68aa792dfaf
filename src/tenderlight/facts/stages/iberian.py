"""What the operative words of Spanish and Portuguese papers make of their stage, whatever heading they bear.

A decree or an act of award ("Fallo", "Resultado del concurso") may say that nobody gets the contract; a short note may
put words right without being headed so; an order may open a procedure with one firm alone. Such words weigh more than
a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.stages.words import IBERIAN_PROCEDURES
from tenderlight.facts.words.errata import RIGHT_IBERIAN, WRONG_IBERIAN
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

_LANGUAGES = frozenset({"es", "pt"})
_PAGES, _LONGEST = 3, 20_000
_PROCEDURE = rf"(?:{IBERIAN_PROCEDURES}|buena pro|adjudicaci[oó]n|decisão de contratar)"
_NAMES_PROCEDURE = re.compile(_PROCEDURE)
_OPERATIVE = re.compile(
    r"\b(?:resuelv[eo]|dispon[eg]o?|decret[ao]|acuerd[ao]|resolve(?:u)?|deliberou|determin[ao]|decid[eio]u?|"
    r"acordó|resolvió|"
    r"comunica(?:-se)?|torna públic[ao])\b"
)
_UNDONE = re.compile(
    r"\b(?:declar(?:ar|a|e|o|ó)|decl[aá]r[ae]se|se declara|declarad[oa]|foi declarad[oa])\s(?:como\s)?"
    r"(?:desiert|fracasad|infructuos|desert|fracassad|nul)[oa]\b|"
    r"\bdeclar(?:ar|a|e|o|ó)\sla nulidad\b|\bdecl[aá]r[ae]se\sla nulidad\b|"
    r"\b(?:dej(?:ar|a|o|ó)|d[eé]j[ae]se|quedar?)\ssin efecto\b|\bprescindir\b|"
    rf"\b(?:revocar|rev[oó]c[ae]se|revoca|cancelar|canc[eé]l[ae]se|anular|an[uú]l[ae]se|desistir|renunciar|"
    rf"desiste|renuncia|"
    rf"revogar?|revoga-se|revogad[oa]|anulad[oa]|anula-se|cancela-se|cancelamento|revogação|anulação|"
    rf"não adjudica(?:r|ção))\b"
    rf"[^.;\n]{{0,60}}?\b{_PROCEDURE}"
)
_OBJECT = re.compile(rf"[^.;\n]{{0,90}}?\b{_PROCEDURE}")
_OF_LOT = re.compile(
    r"[^.;\n]{0,30}?\b(?:lotes?|partidas?|renglon(?:es)?|rengl[oó]n|[íi]tem(?:s|es)?|l[íi]neas?|itens?)\b"
)
_GIVES = re.compile(
    r"\badjud[ií](?:ca(?:r|se|-se)?|quese|co)\b(?![^.;\n]{0,40}\bno\b)[^.;\n]{0,160}?\b(?:a|al|à|ao|às|aos)\s|"
    r"\botorga(?:r|se)? la buena pro\b|\badjudicad[oa]s?\s(?:para|a|à|ao)\b"
)
_STATE = re.compile(
    r"(?:^|\n|\.\s)[ \t]*(?:estado(?: del? \w+)?|situaci[oó]n|situação|estatus|status|acto final|resultado|"
    r"fase)\s?:\s*"
    r"(?:declarad[oa]\s|terminad[oa]\s|proceso\s)?(?:desiert|infructuos|fracasad|cancelad|desert|fracassad|"
    r"revogad|anulad|revocad)[oa]\b"
)
_STATE_OF_ANOTHER = re.compile(
    r"\b(?:estado|situaci[oó]n|situação|resultado)(?: del? \w+)?\s?:\s*(?:adjudicad|homologad)[oa]\b"
)
"""One of several items was awarded: the state of another ends the procedure for that alone."""
_OLD = re.compile(rf"\b(?:{WRONG_IBERIAN}|dice:)\s?:?\s")
_NEW = re.compile(rf"\b{RIGHT_IBERIAN}\b")
_SIMPLIFIED = re.compile(
    r"\b(?:abertura d[oe]|autorizad[ao]|aberto|formalizad[ao])\b[^.;\n]{0,120}?\b(?:contratação simplificada|"
    r"ajuste dire[c]?to|"
    r"contratação emergencial)\b"
)
_GIVEN_TO = re.compile(r"\b(?:adjudicado (?:para|ao?)|homologado (?:em|para|pelo?a?)|adjudicada (?:para|à))\s?:?\s")
_SCHEDULE = re.compile(r"\b(?:registro de participantes|presentaci[oó]n de ofertas|formulaci[oó]n de consultas)\s?:")
_STILL_OPEN = re.compile(
    r"(?:^|\n|\.\s|\s{2})[ \t]*(?:estado(?: del? \w+)?|situaci[oó]n|situação|fase)\s?:\s*(?:publicad[oa]|"
    r"abiert[oa]|vigente|"
    r"en (?:curso|plazo)|en recepci[oó]n|abert[oa]|em andamento|recebendo propostas|divulgad[oa])\b|"
    r"\b(?:cierre|fin|l[ií]mite|encerramento|t[eé]rmino) (?:de|del|para|da|do)(?: la| el| o| a)? (?:recepci[oó]n|"
    r"presentaci[oó]n|plazo|recebimento|entrega|apresentação)[^:\n]{0,30}:"
)
"""A procedure in which bids are still awaited: a day of award among its days is one that is planned."""
_PRICED = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD})
_DECIDES = frozenset({Stage.AWARD, Stage.CONTRACT, Stage.TENDER, None})


def iberian_stage(
    stage: tuple[Stage, Piece] | None, sheets: Sequence[Sheet], entries: Sequence[Entry], language: str
) -> tuple[Stage, Piece] | None:
    """Return the stage that operative words tell, or the one given.

    Args:
        stage: What heading, fields and sentences tell so far.
        sheets: The document.
        entries: What it says.
        language: ISO 639-1; only Spanish and Portuguese papers are read.
    """
    if language not in _LANGUAGES or (stage[0] if stage else None) not in _DECIDES:
        return stage
    for sheet in sheets[:_PAGES]:
        told = _told(sheet, entries, stage[0] if stage else None)
        if told is not None:
            return told[0], Piece(sheet=sheet, start=told[1].start(), end=told[1].end())
    return stage


def _told(sheet: Sheet, entries: Sequence[Entry], stage: Stage | None) -> tuple[Stage, re.Match[str]] | None:
    flat = sheet.flat[:_LONGEST]
    old = _OLD.search(flat)
    if old is not None and _NEW.search(flat, old.end()):
        return Stage.CORRECTION, old
    undone = _undone(flat) if not _has_labelled_winner(entries) else None
    if undone is not None:
        return Stage.CANCELLATION, undone
    opened = _SIMPLIFIED.search(flat)
    if opened is not None and stage is not Stage.AWARD:
        return Stage.SINGLE_SOURCE, opened
    given = _GIVEN_TO.search(flat) if stage in {Stage.TENDER, None} else None
    if given is not None:
        return Stage.AWARD, given
    asked = _SCHEDULE.search(flat) if stage is Stage.AWARD and not _has_winner(entries) else None
    asked = asked or (_still_open(flat, entries) if stage is Stage.AWARD else None)
    return (Stage.TENDER, asked) if asked is not None else None


def _still_open(flat: str, entries: Sequence[Entry]) -> re.Match[str] | None:
    """Return the words by which bids are still awaited, where only a day tells of an award."""
    is_told = _has_winner(entries) or any(entry.meaning in _PRICED and not entry.old for entry in entries)
    by_day = any(entry.meaning is Meaning.AWARD_DATE for entry in entries)
    if is_told or not by_day or _STATE_OF_ANOTHER.search(flat):
        return None
    return _STILL_OPEN.search(flat)


def _undone(flat: str) -> re.Match[str] | None:
    """Return the operative words that end a procedure without a purchase, where none give the contract to somebody."""
    state = _STATE.search(flat)
    if state is not None and _STATE_OF_ANOTHER.search(flat) is None:
        return state
    begins = _OPERATIVE.search(flat)
    start = begins.start() if begins is not None else 0
    for match in _UNDONE.finditer(flat, start):
        lot = _OF_LOT.match(flat, match.end())
        if (lot is None and _OBJECT.match(flat, match.end())) or _NAMES_PROCEDURE.search(match[0]):
            return match if _GIVES.search(flat, start) is None else None
    return None


def _has_winner(entries: Sequence[Entry]) -> bool:
    return any(entry.meaning in _WINNERS and not entry.old for entry in entries)


def _has_labelled_winner(entries: Sequence[Entry]) -> bool:
    return any(entry.meaning in _WINNERS and not entry.old and entry.label for entry in entries)
