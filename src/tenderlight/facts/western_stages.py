"""Sentences that tell the stage of a document without a heading or telling labels, in languages written with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.entries import Entry
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.facts.vocabulary import Meaning
from tenderlight.model.statement import Stage

_PAGES, _LONGEST = 3, 20_000
_PROCEDURE = (
    r"(?:tender|procurement|procedure|bid|solicitation|rfp|rfq|competition|process|licitaci[oó]n|proceso|"
    r"procedimiento|convocatoria|"
    r"concurso|contrataci[oó]n|licitaç[aã]o|certame|preg[aã]o|procedimento|concorrência|procédure|consultation|"
    r"appel d['’]offres|"
    r"marché|лот|закупк|аукцион|конкурс|запрос|закупівл|торги|тендер)"
)
_UNDONE = re.compile(
    rf"\b{_PROCEDURE}\w*\b[^.\n]{{0,120}}?\b(?:is|are|has been|have been|was|were)\s(?:hereby\s|therefore\s)?"
    r"(?:cancelled|canceled|annulled|withdrawn|terminated|abandoned|aborted)\b|"
    rf"\b(?:decided|resolved|resolves|decides) to (?:cancel|annul|withdraw|terminate|"
    rf"abandon)\b[^.\n]{{0,60}}?{_PROCEDURE}|"
    r"\bdecl[aá]r(?:ar|a|e|o|ó|ase|ese|asele)\s(?:como\s)?(?:fracasad|desiert|nul)[oa]\b|"
    rf"\bdéjese sin efecto\b[^.\n]{{0,60}}?{_PROCEDURE}|"
    rf"\b(?:rev[oó]ca(?:se|r)?|revogar?|revoga-se|anular?|anula-se|cancelar?|cancela-se)\b[^.\n]{{0,50}}?{_PROCEDURE}|"
    r"\bdeclar(?:a|o|ar|ada?)\s(?:como\s)?(?:fracassad|desert)[oa]\b|"
    r"\bdéclar(?:e|ée?|er|ons)\s(?:la procédure\s|le marché\s)?(?:infructueu(?:x|se)|sans suite)\b|"
    r"\bпризна(?:ть|н\w*|ється)\b[^.\n]{0,60}?(?:несостоявш|такими, що не відбулися)|"
    rf"\b(?:отменить|отменен\w*|відмінити|відмінено|скасовано)\b[^.\n]{{0,60}}?{_PROCEDURE}"
)
_AWARDED = re.compile(
    r"\b(?:following|these|below)\scontracts?\s(?:listed\s(?:below\s)?)?(?:was|were|has been|"
    r"have been)\s(?:awarded|let|placed|concluded)\b|"
    r"\b(?:se adjudicaron|fueron adjudicados)\slos siguientes contratos\b|\bles (?:marchés|"
    r"contrats) suivants ont été attribués\b|"
    r"\bforam adjudicados os seguintes contratos\b"
)
_AWARDS_TOO = re.compile(
    r"\badjud[ií](?:case|quese|cate|ca(?:r|se)?\s(?:a|la|al|el|o|os)\b)|\b(?:is|are|was|were) awarded to\b|\battribue\b"
)
"""A document that awards some lots and gives up others."""
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD})


def told_in_sentences(sheets: Sequence[Sheet], entries: Sequence[Entry], language: str) -> tuple[Stage, Piece] | None:
    """Return the stage that a sentence tells and its words, or None.

    Args:
        sheets: The document.
        entries: What it says; a procedure is over without a purchase only where nobody has won.
        language: ISO 639-1; Chinese has rules of its own.
    """
    if language == "zh":
        return None
    won = any(entry.meaning in _WINNERS and not entry.old for entry in entries)
    for stage, pattern in ((Stage.AWARD, _AWARDED), (Stage.CANCELLATION, _UNDONE)):
        if stage is Stage.CANCELLATION and won:
            continue
        for sheet in sheets[:_PAGES]:
            if stage is Stage.CANCELLATION and _AWARDS_TOO.search(sheet.flat, 0, _LONGEST):
                continue
            match = pattern.search(sheet.flat, 0, _LONGEST)
            if match is not None:
                return stage, Piece(sheet=sheet, start=match.start(), end=match.end())
    return None
