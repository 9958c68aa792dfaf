"""Who buys, in sentences of languages written with spaces: the subject that awards, or whom somebody was chosen by.

What stands before the verb is taken up only where it is written as a name and may be one: "Evaluated bidders not
awarded" has no buyer. An office behind "by" must show by its own words that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.grammar import western_lead
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.offices import acting_arabic, is_office
from tenderlight.facts.names.western import EASTERN_COMPANY
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.running import AWARDED_BY, BUYER_ACTS

_CAPITAL = r"[^\W\d_a-zà-ÿа-яёіїєґ]"
_CHOSEN_BY = re.compile(
    r"\b(?:selected|chosen|engaged|appointed|contracted|commissioned|hired|retained|invited|floated|issued|"
    r"awarded|procured|purchased|"
    r"ordered|approved|cancelled|let|tendered|advertised)\s(?:\w+ly\s)?by\s(?:the\s)?"
    rf"(?P<name>{_CAPITAL}(?:[^.;:\n(“”\"]|(?<=\bSt)\.){{3,120}}?)"
    r"(?=\s(?:for|to|on|in|under|at|as|is|was|has|and is|through|following|after|with|during)\s|\s?[.;(“\"]|"
    r",\s(?![A-Z])|\n|$)|"
    r"\b(?:seleccionad[oa]|elegid[oa]|contratad[oa]|adjudicad[oa]|convocad[oa]|licitad[oa]|adquirid[oa]|"
    r"emitid[oa]|cancelad[oa])\spor\s"
    rf"(?:el\s|la\s)?(?P<es>{_CAPITAL}[^.;:\n(“”\",]{{3,110}}?)(?=\s(?:para|a|al|en|mediante|con)\s|[.;,(]|\n|$)|"
    r"\b(?:retenue?|choisie?|désignée?|attribuée?|lancée?|passée?|émise?)\spar\s"
    rf"(?:le\s|la\s|l['’])?(?P<fr>{_CAPITAL}[^.;:\n(“”\",]{{3,110}}?)(?=\s(?:pour|à|en|dans|avec)\s|[.;,(]|\n|$)"
)
"""Who chose, invited or cancelled: an office behind "by"."""
_NOTIFIED = re.compile(
    rf"\bthat\s(?:the\s)?(?P<name>{_CAPITAL}[^.;:,\n(]{{3,100}}?)\s(?:has|have)\s(?:resolved|decided|agreed|"
    rf"approved|cancelled|awarded|withdrawn|"
    r"determined)\b"
)
_APPEARS = re.compile(
    r"\b(?:comparecen|intervienen|suscriben|reúnen)\b[^\n:]{0,60}?,?\s(?:por|de)\s(?:una|"
    r"la primera)\sparte,?\s(?:la\s|el\s)?"
    rf"(?P<name>{_CAPITAL}[^.;\n(]{{3,140}}?),\s(?:representad|a quien|que en|legalmente|en adelante|quien)"
)
_OFFICIAL = re.compile(
    r"(?i:(?:secretári[oa]|secretario|diretora?|directora?|superintendente|coordenadora?|coordinadora?|ordenadora?|"
    r"subsecretári[oa]|subsecretario|gerente|intendente|ministr[oa])\s(?:(?:municipal|geral|general|executiv[oa]|"
    r"ejecutiv[oa]|adjunt[oa]|interin[oa])\s){0,2}(?:de|da|do)\s|"
    r"(?:le\s|la\s)?(?:présidente?|direct(?:eur|rice)|secrétaire|coordonnat(?:eur|rice)|gouverneur|recteur|commandant)\s"
    r"(?:(?:général|générale|exécutif|exécutive|régional|régionale|national|nationale)\s){0,2}"
    r"(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])|(?:le\s)?maire\sde\sla\s(?=commune|ville))"
)
"""Who holds an office is no office: what stands behind tells what he is over, unless an organisation is named there."""
_HELD_BY = re.compile(
    r"(?i:\b(?:promovid|realizad|instaurad|conduzid|deflagrad|convocad|lançad|organizad|tramitad|iniciad)[oa]s?\s"
    r"(?:pel[oa]s?|por(?:\s(?:el|la|los|las))?)\s|\b(?:lancée?|organisée?|initiée?)\spar\s(?:le\s|la\s|l['’])?|"
    r"\b(?:conducted|held|run|initiated)\sby\s(?:the\s)?)"
    rf"(?P<name>{_CAPITAL}[^.,;:\n(]{{3,110}}?)(?=\s(?:para|em|en|por|pour|e\s[A-Z]{{4,20}}|with|for|to)\s|\s?[.,;:(\n]|$)"
)
"""Who held the procedure whose result somebody approves."""
_COMMITTEE = re.compile(
    r"(?i:\b(?:comité|comisión|mesa)(?:\sde\s[^\s,.;]{3,20}(?:\sy\s[^\s,.;]{3,20})?)?\s(?:de\sla|del)\s|"
    r"\bcomissão(?:\s[^\s,.;]{2,14}){0,3}\sd[aeo]\s|\bcommission(?:\s[^\s,.;]{2,14}){0,4}\s(?:de\sla|du|de\sl['’])\s?|"
    r"\b(?:закупочной|конкурсной|аукционной|котировочной|тендерной)\sкомисси[ией]\s|\bтендерн(?:ий|ого)\sкомітету?\s|"
    r"\b(?:tender|procurement|evaluation|bids\sand\sawards|purchase)\s(?:committee|board|commission)\sof\s(?:the\s)?|"
    r"\b(?:sala\sde\sjuntas|instalaciones|oficinas|auditorio)\sde(?:l|\sla)\s)"
    rf"(?P<name>{_CAPITAL}[^.,;:\n(]{{3,110}}?)(?=\s(?:para|con|por|en|à|em|que|in|at|on|los|las|se|os|as)\s|\s?[.,;:(\n]|$)"
)
"""Whose committee sits, or in whose rooms: weaker than who acts."""
_CONTRACTING = re.compile(
    rf"\b(?:[Tt]he\s)?(?P<name>{_CAPITAL}[^.,;:\n(]{{3,90}}?)(?:,\s[^.;:\n()]{{3,60}}?,?)?\s(?:is|are)\s(?:the\s)?"
    r"contracting\s(?:activity|activities|agency|office|authority)\b"
)
"""Who is the contracting activity of a bulletin of contracts."""
_INFORMS = re.compile(
    r"(?:,|\bque)\s(?i:la|le|l['’])\s?(?P<name>(?i:direction|commune|wilaya|agence|office|municipalité|établissement|centre|"
    r"université|entreprise publique|société nationale|ville|région|préfecture|ministère)\b[^,;:\n]{3,140}?)\s"
    r"(?:informe|porte à la connaissance|annonce|avise|lance|a attribué|attribue)\b"
)
"""Who tells bidders of a result in the midst of a sentence: "Conformément à la loi, la direction de … informe"."""
_OPENS_OTHERWISE = re.compile(
    r"(?i:sur proposition|vu\s|considérant|attendu|après|suite à|conformément|assemblée populaire)"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s*$")
"""Of whom something is done, and who does nothing."""
_ORDER = (_INFORMS, _NOTIFIED, _CONTRACTING, _CHOSEN_BY, _HELD_BY, _APPEARS, _COMMITTEE)
_MOST_WORDS = 16
_ACTS = re.compile(
    r"\b(?:recommend(?:s|ed)?|approve[sd]?|propose[sd]?|request(?:s|ed)|report(?:s|ed)|agreed|decided|voted|resolved|moved|"
    r"recomienda|aprobó|acordó|propone|recommande|propose|approuve|recomenda|aprovou|decidiu)\b"
)
"""Verbs of bodies: a name holds none ("Staff recommends and Council approved …")."""


def acting_buyer(sheet: Sheet, text: str, trimmed: Iterator[tuple[int, int]]) -> tuple[int, int] | None:
    """Return where the name stands of who buys in the sentences of a page, or None.

    Args:
        sheet: The page.
        text: What is looked at of it, as written.
        trimmed: The subjects of sentences that award, announce or intend, in order.
    """
    arabic = acting_arabic(sheet.flat[: len(text)])
    if arabic is not None:
        return arabic
    for span in trimmed:
        if _is_named(sheet, text, span):
            return span
        official = _OFFICIAL.match(text, *span)
        body = (official.end(), span[1]) if official is not None else None
        is_of_state = body is not None and text.startswith("Estado ", body[0])  # Secretário de Estado da Defesa
        if body is not None and not is_of_state and is_office(text[slice(*body)]) and _is_named(sheet, text, body):
            return body
    giver = AWARDED_BY.search(text)
    if giver is not None and _is_named(sheet, text, giver.span("name")):
        return giver.span("name")
    for pattern in _ORDER:
        for match in pattern.finditer(text):
            start, end = next(match.span(group) for group, value in match.groupdict().items() if value)
            company = EASTERN_COMPANY.match(text, start, end)
            end = company.end() if company else end
            lead = western_lead(text[start:end])
            name = text[start + lead : end].strip(" ,")
            if (
                (company or is_office(name.partition(",")[0]))
                and len(name.split()) <= _MOST_WORDS
                and _is_named(sheet, text, (start, end))
            ):
                return start, end
    return None


def subjects(text: str) -> Iterator[tuple[int, int]]:
    """Yield the subjects of sentences that award, announce or intend."""
    for match in BUYER_ACTS.finditer(text):
        if not _PASSIVE.search(match["name"]) and not text.startswith((" by ", " by:"), match.end()):
            yield match.span("name")


def _is_named(sheet: Sheet, text: str, span: tuple[int, int]) -> bool:
    """Say whether a span is written as a name: capitals, and none of what no name can be."""
    words = text[slice(*span)].split()
    company = EASTERN_COMPANY.match(text, *span)
    if company is not None and company.end() == span[1]:
        return bool(find_names(Piece(sheet=sheet, start=span[0], end=span[1])))
    if _OFFICIAL.match(text, *span) and not western_lead(text[slice(*span)]):
        return False
    if _ACTS.search(text, *span) or _OPENS_OTHERWISE.match(text, *span):
        return False
    if not words or not (words[-1][:1].isupper() or is_office(text[slice(*span)]) or not words[-1][:1].isalpha()):
        return False
    capitals = sum(word[0].isupper() or word[0] in '«“"(' for word in words)
    if capitals * 3 < len(words) and not is_office(text[slice(*span)]):
        return False
    return bool(find_names(Piece(sheet=sheet, start=span[0], end=span[1]).stripped()))
