"""Who buys, by the head of the paper alone: the organisation whose name stands by itself among the first lines.

Letterheads name funds, associations, provinces and companies that buy, by no word of offices. A part of one of the
first lines counts that is written as a name, and is no kind of paper, no state, no place and no unit; one that the text
repeats, or that brackets shorten ("(OCILE)"), counts before others. In Chinese a first line that is a name and nothing
else counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.offices import is_named_otherwise, is_office
from tenderlight.facts.names.western import EASTERN_COMPANY
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.signatures import AGENT
from tenderlight.facts.words.vocabulary import Meaning

_LINES = 4
_LINES_HAN = 2
_LONGEST = 110
_SEGMENT = re.compile(r"\s[–—|]\s|\t|\s{3,}|\s/\s")
_NAME = re.compile(r"[^\W\d_][^\n:;,!?\d]{4,90}")
_SHORT = re.compile(r"\s*\((?P<short>[A-ZÀ-ÞА-Я]{2,8})\)")
_BRACKET = re.compile(r"\s*[,(].*$")
_HEADS = re.compile(
    r"(?:province|prefecture|barangay|village|island|diocese|association|society|federation|foundation|fund|"
    r"trust|union|cooperative|"
    r"housing association|ente|sociedad de|fundación|asociación|cooperativa|corporación|consorcio|mancomunidad|"
    r"consórcio|associação|fundo|santa casa|conselho|office|association|fédération|union|fonds|hopital|hôpital|"
    r"ccas|sivu|sictom|régie|"
    r"verein|verband|stiftung|genossenschaft|stadtwerke|fondazione|consorzio|ente|istituto|spółdzielnia|"
    r"stowarzyszenie|fundacja|"
    r"филиал|фонд|союз|ассоциация|центр|республиканский|об'єднання|центр)\b"
)
_TAILS = re.compile(
    r"\b(?:association|society|federation|foundation|fund|trust|union|cooperative|group|nigam|mandal|sabha|"
    r"corporation|company|board|"
    r"council|authority|mission|institution|community|diocese|estate|clinic|clg|province|park|zoo|observatory|"
    r"laborator(?:y|ies))$"
)
_PAPER = re.compile(
    r"\b(?:notice|awards?|tender|contract|report|minutes|summary|bid|bids|invitation|request|agreement|order|"
    r"purchase|supply|schedule|"
    r"meeting|letter|memo\w*|press|news|bulletin|gazette|page|subject|date|ref|result\w*|decision|resolution|"
    r"plan|certificate|"
    r"acta|resoluci[oó]n|licitaci[oó]n|contrato|aviso|avis|march[ée]s?|décision|edital|ata|termo|informe|"
    r"decreto|orden|oficio|nota|"
    r"comunicado|extracto|anuncio|pliego|bando|determina|vergabe|bekanntmachung|beschluss|sitzung|protokoll|"
    r"auftrag\w*|ogłoszenie|umowa|"
    r"протокол|извещение|договор|контракт|закупк\w+|решение|приказ|выписка|итог\w*|оголошення|рішення|новини|"
    r"procurement|contracting|unit|division|department of|section|republic|république|república|repubblica|republik|"
    r"extrait|procès|compte|lettre|objet|asunto|assunto|rapport|communiqué|journal|diario|diário|extra|"
    r"standstill|correction|corrigendum|erratum|addendum|amendment|cancellation|acceptance|handover|skip|home|"
    r"portal|beta)\b"
)


def headed_by(notice: Notice) -> Piece | None:
    """Return where the organisation stands that heads a paper, or None if none does or several do."""
    sheet = notice.sheets[0]
    taken = {
        entry.value.flat.strip(" .")
        for entry in notice.of(Meaning.SUPPLIER, Meaning.AGENCY, Meaning.CANDIDATE, Meaning.LOSER)
    }
    if notice.language == "zh":
        found = list(_in_chinese(sheet))
    else:
        found = [
            one for one in _in_western(sheet) if not any(one.flat in other or other in one.flat for other in taken)
        ]
    found = [one for one in found if one.flat not in taken]
    sure = [one for one in found if _is_sure(one)]
    left = sure or (found if notice.language == "zh" else [])
    return left[0] if len({one.flat for one in left}) == 1 else None


def _in_chinese(sheet: Sheet) -> Iterator[Piece]:
    for line in list(re.finditer(r"(?m)^[^\n]*\S[^\n]*", sheet.flat))[:_LINES_HAN]:
        piece = Piece(sheet=sheet, start=line.start(), end=line.end()).stripped()
        names = find_names(piece)
        if AGENT.search(piece.flat):
            continue
        if len(names) == 1 and names[0].piece.start == piece.start and len(piece.flat) - len(names[0].piece.flat) <= 1:
            yield names[0].piece


def _in_western(sheet: Sheet) -> Iterator[Piece]:
    text = sheet.page.text
    for line in list(re.finditer(r"(?m)^[^\n]*\S[^\n]*", text))[:_LINES]:
        position, first = line.start(), line.end() - len(line[0].lstrip())
        for stop, after in [*(match.span() for match in _SEGMENT.finditer(text, *line.span())), (line.end(),) * 2]:
            piece = Piece(sheet=sheet, start=position, end=stop).stripped(" \t.,")
            position = after
            if not piece.text:
                continue
            company = EASTERN_COMPANY.match(piece.text) if piece.start <= first else None
            if company is not None:
                yield piece.part(*company.span())
                continue
            bracket = _BRACKET.search(piece.text)
            piece = piece.part(0, bracket.start() if bracket else len(piece.text))
            if _is_written_as_name(piece):
                yield piece


def _is_written_as_name(piece: Piece) -> bool:
    text = piece.text
    if _NAME.fullmatch(text) is None or len(text) > _LONGEST or len(text.split()) < 2:
        return False
    if _PAPER.search(piece.flat) or is_named_otherwise(piece.flat) or not can_be_western(text):
        return False
    words = [word for word in text.split() if len(word) > 3]
    return all(word[:1].isupper() or word[:2] in ("d'", "l'", "d’", "l’") for word in words[:1]) and (
        sum(word[:1].isupper() for word in words) * 2 >= len(words)
    )


def _is_sure(piece: Piece) -> bool:
    """Say whether more than its place says that a name is that of who buys."""
    flat, whole = piece.flat, piece.sheet.flat
    if _HEADS.match(flat) or _TAILS.search(flat) or is_office(piece.text) or EASTERN_COMPANY.match(piece.text):
        return True
    short = _SHORT.match(piece.sheet.page.text, piece.end)
    return whole.count(flat) > 1 or (short is not None and piece.sheet.page.text.count(short["short"]) > 1)
