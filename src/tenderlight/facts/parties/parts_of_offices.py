"""The part of an office that buys, behind its name, and what stands there or in its place and is no name of an office.

"Gendarmería de Chile, Dirección Regional del Biobío", "POLICÍA NACIONAL - DIRECCIÓN DE TECNOLOGÍA": in Spanish and
Portuguese papers such a part belongs to the name. A post ("Ag. Chief Executive Officer") and the law or paper that a
sentence begins with ("Pursuant to the Public Procurement Act 2007") are nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning

_LANGUAGES = frozenset({"es", "pt"})
_ROOM = 110
_SIDES = frozenset({Meaning.BUYER, Meaning.CONTRACT_BUYER, Meaning.SUPPLIER})
_OF_AREA = (
    r"(?:regional|provincial|departamental|distrital|territorial|zonal|fiscal|policial|estadual|estatal|municipal|"
    r"metropolitan[oa])"
)
_OFFICES = (
    r"(?:direcci[oó]n|oficina|jefatura|superintend[eê]ncia|delega(?:ci[oó]n|ção|cia)|unidade?|comandancia|comando|"
    r"gerencia|gerência|distrito|regi[oó]n|região|direção|diretoria|zona|seccional|secretar[ií]a|coordenaç[ãa]o|"
    r"coordinaci[oó]n|escritório|gabinete|n[uú]cleo)"
)
_PART = re.compile(
    rf"(?:\s[-–—]\s|,\s)(?P<part>{_OFFICES}\s{_OF_AREA}(?!\w)[^\n|;:()<>\t,.\d]{{0,60}}?|"
    r"(?<=[-–—]\s)(?:direcci[oó]n|direção|diretoria|superintend[eê]ncia|comandancia|jefatura)\s"
    r"(?:nacional\s|geral\s|general\s)?(?:de|da|do|del)\s[^\n|;:()<>\t,.\d]{4,70}?)"
    r"(?=\s*(?:$|\n|[;|(]|,(?!\s(?:representad|quien|que\b|en adelante|neste ato))|\.(?:\s|$)|\s{2}))",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"compra|contrata|adquisi|licita|suministro|aquisiç|suprimento|administra|log[ií]stica|finan[cz]|obra|abastec|"
    r"proyecto|projeto|nuev|nov[oa]\b|construc",
    re.IGNORECASE,
)
"""Who buys within an office, which is not named with it, and works, which are what is bought."""
_BEHIND = re.compile(
    r"\sof (?:p\.?\s?o\.?(?:\s?box\b.{0,60})?|post office box\b.{0,60})$|[،,]?\sو?[يی]شار\s\S{3,8}(?:\s.*)?$|"
    r"[(（][^()（）\s]{1,12}(?:路|街|大道|巷|弄)(?:\d{1,5}号)?[)）]$",
    re.IGNORECASE,
)
"""The box of an office at the post, what it will be called, its street: behind a name and no part of it."""
_POST = re.compile(
    r"(?:(?:the|ag|actg|acting|deputy|dy|vice|chief|senior|principal|assistant|asst)\.?\s)*"
    r"(?:chief (?:executive|procurement|engineer|finance|operating)(?: officer)?|ceo|"
    r"executive (?:officer|director|secretary)|"
    r"managing director|director[- ]general|accounting officer|procurement officer|contracting officer|head of "
    r"(?:procurement|supply chain|purchasing)(?: unit| (?:&|and) suppl(?:y|ies))?|(?:town|county|city|municipal) "
    r"(?:clerk|manager|secretary)|permanent secretary|company secretary|chair(?:man|person|woman)?|"
    r"gerente general|director(?:a)? ejecutiv[oa]|directeur g[eé]n[eé]ral|le directeur|генеральный директор|"
    r"geschäftsführer(?:in)?)"
)
_OPENS = re.compile(
    r"(?:(?:acting |made )?(?:pursuant to|in accordance with|in line with|in terms of|in pursuance of|in exercise of|"
    r"according to|further to|with reference to|with respect to|subject to|as required by|as per|by virtue of|"
    r"on the basis of|following)|"
    r"(?:de conformidad con|de acuerdo (?:con|a)|conforme|en cumplimiento|en aplicaci[oó]n|con fundamento|en virtud|"
    r"nos termos|em conformidade|em cumprimento|de acordo com|ao abrigo|conform[eé]ment|en application|en vertu|"
    r"suite [àa]|vu l|gemäß|aufgrund|auf grundlage|ai sensi|in esecuzione|zgodnie z|na podstawie)|"
    r"(?:в соответствии|во исполнение|на основании|согласно|відповідно|на підставі|згідно|на виконання))(?!\w)"
)
"""How a sentence begins that names a law or another paper first."""


def with_part(piece: Piece, language: str | None) -> Piece:
    """Return the name of a buyer with the part of it that stands behind, and without what is no part of a name."""
    behind = _BEHIND.search(piece.text)
    if behind is not None and behind.start() > 1:
        return piece.part(0, behind.start())
    text = piece.sheet.page.text
    if language not in _LANGUAGES or text[piece.end : piece.end + 1] not in {" ", ","} or has_company(piece.text):
        return piece
    part = _PART.match(text, piece.end, piece.end + _ROOM)
    if part is None or _NO_PART.search(part["part"]):
        return piece
    return Piece(sheet=piece.sheet, start=piece.start, end=part.end("part"))


def without_posts(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries without parties that are posts of who signs: "Signed for the Purchaser: Managing Director"."""
    return [one for one in entries if one.meaning not in _SIDES or not is_post_or_opening(one.value)]


def is_post_or_opening(piece: Piece) -> bool:
    """Say whether a text names the post of who signs, or is how a sentence begins, and so no office."""
    flat = " ".join(piece.flat.split()).strip(" .,")
    return _POST.fullmatch(flat) is not None or _OPENS.match(flat) is not None
