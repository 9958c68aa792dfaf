"""Where the name of a buyer begins and ends among the words of its paper, in languages written with spaces.

A word shortened before a capital begins the name ("St. Brendan Parish"). The paper whose author the office is does not
("Resolution of the Board of …"), nor do the subject in quotation marks behind a full stop or the number of the
procedure behind a comma belong to it. The heading of a section is no name at all.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.normalise import flatten

_SHORTENED_BEFORE = re.compile(r"(?<![\w.])(?:St|Ste|Mt|Ft|Dr|Sta|Sto|ST|STE|MT|FT|DR|STA|STO)\. $")
_LONGEST_SHORTENED = 6
_PAPER = re.compile(
    r"(?:an?\s|the\s)?(?:joint\s)?(?:resolution|ordinance|decree|decision|minutes)\sof\s(?:the\s)?|"
    r"(?:el\s|la\s)?(?:decreto|resoluci[oó]n|acuerdo|ordenanza|acta|decisi[oó]n)\s(?:de\s(?:la|los|las)|del)\s|"
    r"(?:o\s|a\s)?(?:decreto|resolução|portaria|deliberação|despacho|ata|decisão)\sd[aeo]s?\s|"
    r"(?:l['’])?(?:arrêté|décret|délibération|décision|procès-verbal)\s(?:du|des|de\sla|de\sl['’])\s?|"
    r"(?:der\s)?(?:beschluss|beschluß|entscheid|entscheidung|verfügung)\s(?:des|der)\s|"
    r"(?:delibera(?:zione)?|determina(?:zione)?|decreto)\s(?:del(?:la)?|dell['’])\s?",
    re.IGNORECASE,
)
"""A paper that an office gives out, before the name of the office in the genitive."""
_SUBJECT_QUOTED = re.compile(
    r"(?<=[^\W\d_])\.\s{1,3}[«“„\"](?=\s?[^\W\d_])",
)
_WORD_BEFORE = re.compile(r"[^\W\d_][^\W\d_'’-]{3,}$")
_VOWELS = "aeiouyáéíóúàèùâêîôûãõаеиоуыэюяіїєьй"
_PROCEDURE_BEHIND = re.compile(
    r",\s(?:(?:открытый|електронні|электронный)\s)?(?:закупівл|закупк|тендер|торги|аукцион|аукціон|procurement|tender|"
    r"solicitation|licitaci[oó]n|licitação|pregão|concorrência|contratación|appel\sd['’]offres|marché|ausschreibung|"
    r"vergabe|gara|cig|postępowanie|przetarg|expediente|exp\.|processo|dossier|aktenzeichen|az\.)[^\W\d_]{0,12}"
    r"(?:\s(?:public[ao]|pública|nr\.?|no\.?|n[°ºo]\.?|№|#|id|ref\.?|electr[oô]nic[oa])){0,3}\s?:?\s?"
    r"[A-ZА-ЯІ]{0,6}[-/.]?[A-ZА-Я]{0,4}[-/.]?\d",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s)?(?:"
    r"(?:beschaffungs|vertrags|auftrags|leistungs)?(?:objekt|gegenstand)"
    r"(?: (?:des auftrags|der (?:vergabe|beschaffung)))?|"
    r"zuschlags?(?:entscheid|erteilung)?|leistungsbeschreibung|andere informationen|"
    r"objeto(?: d(?:el contrato|a contratação|a licitação|e la contratación|o contrato))?|"
    r"adjudicación|adjudicação|resultado|otros datos|"
    r"objet(?: d(?:u marché|u contrat|e la consultation))?|attribution(?: du marché)?|renseignements divers|"
    r"oggetto(?: dell['’](?:appalto|affidamento)| della gara)?|aggiudicazione|"
    r"(?:object|subject(?: matter)?)(?: of (?:the )?(?:contract|procurement))?|"
    r"przedmiot(?: zamówienia| umowy)?|"
    r"(?:предмет|объект)(?: (?:закупки|договора|контракта))?|предмет (?:закупівлі|договору)"
    r")"
)
"""Headings of the sections that say what is bought and who gets it, folded."""
_OPENING_LAST = re.compile(r"(?:[«“„]|(?<=\s)\")\s*$")
_SHORTEST = 4


def within_edges(piece: Piece) -> Piece:
    """Return a name with the shortened word that begins it, without a paper before it and what its line says behind.

    Args:
        piece: The name as it was found, outside Chinese.
    """
    for behind in (_end_before_subject(piece.text), _PROCEDURE_BEHIND.search(piece.text, _SHORTEST)):
        end = behind if isinstance(behind, int) or behind is None else behind.start()
        piece = piece.part(0, end) if end is not None and end < len(piece.text) else piece
    paper = _PAPER.match(piece.text)
    if paper is not None and piece.text[paper.end() : paper.end() + 1].isupper():
        return piece.part(paper.end(), len(piece.text))
    before = piece.sheet.page.text[max(0, piece.start - _LONGEST_SHORTENED) : piece.start]
    shortened = _SHORTENED_BEFORE.search(before)
    if shortened is None or not piece.text[:1].isupper():
        return piece
    return Piece(sheet=piece.sheet, start=piece.start - len(shortened[0]), end=piece.end)


def is_no_name(text: str) -> bool:
    """Say whether a text is the heading of a section, or was cut behind an opening quotation mark."""
    return _SECTION.fullmatch(flatten(text).strip(" .:")) is not None or _OPENING_LAST.search(text) is not None


def _end_before_subject(text: str) -> int | None:
    """Return where a full stop ends the name before a subject in quotation marks; None where it shortens a word."""
    for stop in _SUBJECT_QUOTED.finditer(text, _SHORTEST):
        word = _WORD_BEFORE.search(text, 0, stop.start())
        if word is not None and (word[0][0].isupper() or word[0][-1] in _VOWELS):
            return stop.start()
    return None
