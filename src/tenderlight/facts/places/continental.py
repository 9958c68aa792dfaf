"""State and town in French, German, Italian, Polish and Arabic papers: départements, Länder, regioni, województwa.

A state counts where it stands in the buyer's name, right behind it ("Ville de X (Finistère)"), behind a word for its
kind ("canton de Vaud", "محافظة البصرة") in the head of the paper or beside the buyer, or where a form asks for it. A
town counts in the name of an office that is called by its town, and where a form asks for it right below the buyer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.pages.continental_states import STATES
from tenderlight.facts.pages.layout import Piece, Sheet

Found = tuple[str, Piece]
"""What is told ("admin1" or "place"), and where."""
_SAMPLE = 12_000
_HEAD_LINES = 6
_LONGEST_HEAD = 90
_REACH = 260
"""Characters below the buyer's name in which a form gives its town."""
_ALIKE = frozenset(
    {"Nord", "Landes", "Loire", "Manche", "Cher", "Orne", "Jura", "Marche", "Ain", "Eure", "Namur", "Bretagne"}
)
"""Names of states that are words or parts of other names: they count in brackets or behind a comma alone."""
_STATE = {
    language: re.compile(
        "(?<![\\w-])(?:" + "|".join(f"(?P<{code}>{names})" for code, names in of.items()) + ")(?![\\w-])"
    )
    for language, of in STATES.items()
}
_BEHIND = re.compile(r"\s?(?:[,(/–—-]|\bin\b)\s?")
_BEHIND_REACH = 60
_C = "A-ZÀ-ÖØ-ÞĀĂĄĆČĐĘĚŁŃŇŐŒŘŚŠŤŮŰŹŻŽ"
_W = rf"[{_C}][\w’'.-]*"
_SMALL_FR = r"(?:de|du|des|la|le|les|en|sur|sous|lès|lez|et|aux?|à|DE|DU|DES|LA|LE|LES|EN|SUR|SOUS|ET|AUX?)"
_NAME_FR = (
    rf"(?:(?:la|le|les|La|Le|Les|LA|LE|LES) |[lL]['’])?{_W}"
    rf"(?: (?:{_SMALL_FR} ){{0,2}}(?:[dln]['’])?{_W}| [IVX]+\b| \d\b){{0,4}}"
)
_SMALL_DE = r"(?:an|am|im|in|bei|ob|unter|vor|der|dem|den|a\.|i\.|d\.)"
_NAME_DE = rf"{_W}(?: (?:{_SMALL_DE} ){{1,2}}{_W}|(?<=St\.) {_W}|(?<=Bad) {_W}| (?:\/|a\.d\.) ?{_W}){{0,3}}"
_SMALL_IT = r"(?:di|del|della|dei|al|alla|sul|sulla|in|nel|a|d['’]|DI|DEL|DELLA|DEI|AL|ALLA|SUL|SULLA|IN|NEL)"
_NAME_IT = rf"{_W}(?: (?:{_SMALL_IT} ){{0,2}}(?:[dD]['’])?{_W}){{0,4}}"
_NAME_PL = rf"{_W}(?: (?:nad |pod )?{_W}){{0,2}}"
_TOWN: dict[str, tuple[re.Pattern[str], ...]] = {
    "fr": (
        re.compile(
            r"(?<!\w)(?i:villes?|mairie|maire|(?:administration\s)?communale?|"
            r"commune(?:\s(?:urbaine|rurale|territoriale|de\splein\sexercice))?|communauté\surbaine|municipalité|arrondissement|"
            r"lycée(?:\s[a-zà-ÿ]+){0,3}|collège|centre\shospitalier(?:\s[a-zà-ÿ]+){0,2}|hôpital(?:\s[a-zà-ÿ]+){0,2}|"
            r"voies\surbaines)\s(?:(?i:de\s(?:la\sville\sde\s)?|du\s|des\s)|[dD]['’]|(?i:de\sl['’]))"
            rf"(?P<place>{_NAME_FR})"
        ),
    ),
    "de": (
        re.compile(
            r"\b(?:Stadt|Gemeinde|Marktgemeinde|Stadtgemeinde|Ortsgemeinde|Landeshauptstadt|Hansestadt|Kreisstadt|Markt|"
            r"Verbandsgemeinde|Universitätsstadt|Große Kreisstadt|Einwohnergemeinde|Landkreis|Stadtwerke|"
            r"Polizeipräsidium|Justizvollzugsanstalt|JVA)\s"
            rf"(?P<place>{_NAME_DE})"
        ),
    ),
    "it": (
        re.compile(
            r"(?<!\w)(?i:comune|municipio|città|prefettura|questura)\s(?:(?i:di\s|della\s)|[dD]['’])"
            rf"(?P<place>{_NAME_IT})"
        ),
    ),
    "pl": (
        re.compile(
            r"\b(?:Gmina|Miasto|Gminy|Miasta)\s(?:(?:Miejska|Wiejska|Miejsko-Wiejska|i Miasto|Miasto)\s)?"
            rf"(?P<place>{_NAME_PL})"
        ),
    ),
    "ar": (
        re.compile(
            r"(?<!\w)(?:بلدية|البلدية|جماعة|أمانة\s(?:محافظة|مدينة)|مجلس\sمدينة)\s"
            r"(?P<place>[^\W\d_]{2,}(?:\s[^\W\d_]{2,}){0,2})"
            r"(?=\s*(?:[،,./()|\n–—-]|$|[بل](?:محافظة|منطقة|إمارة|ولاية)\s|في\s(?:محافظة|منطقة|ولاية)\s))"
        ),
    ),
}
"""Where the name of a town stands in the name of its office, by language."""
_NO_TOWN = re.compile(
    r"(?i:^(?:(?:haute?s?|bas(?:se)?s?|val|pays|vallée|communauté|agglomération|la région|région|canton|département|"
    r"police|communes|grands?|nord|sud)\b|.*\b(?:police|finances?|marchés|travaux|sécurité|services?)\b))"
)
_KIND: dict[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"(?<!\w)(?:(?P<whole>Province (?:de|du) (?:Namur|Hainaut|Liège|Luxembourg|Brabant (?:wallon|flamand)|"
        r"Flandre (?:orientale|occidentale))|(?i:région)\s(?:(?i:de\s(?:l['’]|la\s)|du\s|des\s|de\s)|[dD]['’])"
        rf"(?:{_W}(?:[ -]{_W}){{0,2}}))|"
        r"(?i:canton|province|wilaya|gouvernorat)\s(?:(?i:de\sla\s|de\s|du\s|des\s)|[dD]['’])"
        rf"(?P<name>{_NAME_FR}))"
    ),
    "de": re.compile(rf"\b(?:Kanton|Bundesland)\s(?P<name>{_W}(?:[ -]{_W}){{0,1}})(?P<whole>(?!))?"),
    "it": re.compile(
        rf"(?<!\w)(?:(?i:cantone|regione)\s(?:(?i:del\s|della\s|di\s))?"
        rf"(?P<name>{_W}(?:[ -]{_W}){{0,2}}))(?P<whole>(?!))?"
    ),
    "pl": re.compile(r"\b(?:(?P<whole>województwo [a-ząćęłńóśźż-]{5,24})|woj\. (?P<name>[a-ząćęłńóśźż-]{5,24}))"),
    "ar": re.compile(
        r"(?<!\w)(?:(?:ولاية|إقليم|[بل](?:محافظة|منطقة|إمارة|ولاية|إقليم))"
        r"\s(?P<name>[^\W\d_]{2,}(?:[ ](?!في|بتاريخ|عن|من|على|أنه|أن\s)[^\W\d_]{2,})?)|"
        r"(?<!أمانة )(?P<whole>محافظة\s(?:ذي\s|صلاح\s|كفر\s|شمال\s|جنوب\s|بني\s)?"
        r"[^\W\d_]{2,}(?:[ ]ال[^\W\d_]{2,}(?=\s*(?:[\n،,/()–—-]|$)))?))"
    ),
}
"""Words for a state, with its name behind them."""
_ASKED = re.compile(
    r"(?:^|(?<=[\t|;()])|(?<=\s\s))[ ]?(?:(?:Département|Région(?: administrative)?|Canton|Province|Wilaya|Bundesland|"
    r"Kanton|Regione|Provincia|Województwo)\s?:\s?(?P<admin1>[^\W\d_][^\n:;|,()]{2,30}?)|"
    r"(?:Code\s)?NUTS(?:-Code)?\s?:\s?[A-Z]{2}[\dA-Z]{0,3}\s[-–]?\s?(?P<nuts>[^\W\d_][^\n:;|,()]{2,30}?))"
    r"(?=\s*(?:$|[\t|;,(]|\s{2,}))",
    re.MULTILINE,
)
_ASKED_TOWN = re.compile(
    r"(?:^|(?<=[\t|;)])|(?<=\s\s))[ ]?(?:Ville|Localité|Commune|Ort|Stadt|Località|Città|Comune|Miejscowość|المدينة|"
    r"البلدية)\s?:\s?"
    r"(?P<place>[^\W\d_][^\n:;|,()\d]{1,40}?)(?=\s*(?:$|[\t|;,(]|\s{2,}))",
    re.MULTILINE,
)
_OF_QUEBEC = re.compile(
    r"(?i:gouvernement|ministère|régie|sûreté|société|assemblée nationale|système électronique d['’]appel d['’]offres|"
    r"agence|office|commission)[^\n:]{0,50}?\s(?:du|DU)\s(?P<name>Québec|QUÉBEC)(?!\w)"
)
"""Offices and the portal of the one province that buys in French alone."""
_OTHER_PARTY = re.compile(
    r"(?i:nom officiel|offizielle bezeichnung|denominazione ufficiale|oficjalna nazwa|nazwa \(firma\)|titulaire|"
    r"attributaire|auftragnehmer|aggiudicatario|wykonawc|fournisseur|lauréat|gewinner)"
)
"""The beginning of what is said of another party."""
_POSTCODE = re.compile(
    rf"(?<!\d)(?:[A-Z]{{1,2}}-)?(?:\d{{4,5}}|\d\d-\d{{3}})\s(?P<place>{_W}(?:[ -]{_W}){{0,3}})"
    r"(?=\s*(?:[,;.()\n]|$|\s{2}))"
)


def continental_region(
    sheets: Sequence[Sheet], language: str, buyers: Sequence[Piece], places: Sequence[Piece]
) -> Iterator[Found]:
    """Yield state and town that a paper in French, German, Italian, Polish or Arabic tells, the surest first.

    Args:
        sheets: The document.
        language: ISO 639-1; none but these five is read.
        buyers: Where the buyer is named.
        places: Where the paper says that the goods go to.
    """
    if language not in _TOWN:
        return
    for sheet in sheets[:2]:
        text = sheet.page.text[:_SAMPLE]
        yield from _asked(sheet, text, buyers, language)
    for buyer in buyers:
        for name, piece in _in_name(buyer, language):
            plain = next((one for one in places if one.text.casefold() == piece.text.casefold()), None)
            yield name, plain or piece
    for buyer in buyers:
        yield from _beside(buyer, language)
    for place in places:
        state = _STATE[language].search(place.text) if language in _STATE else None
        if state is not None and (state[0] not in _ALIKE or "," in place.text[: state.start()]):
            yield "admin1", place.part(*state.span())
    for sheet in sheets[:1]:
        yield from _in_head(sheet, sheet.page.text[:_SAMPLE], language)


def country_of_state(language: str, name: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) a state belongs to whose names this language prints, or None."""
    pattern = _STATE.get(language)
    match = pattern.search(name) if pattern is not None else None
    return match.lastgroup if match is not None and match[0] not in _ALIKE else None


def _asked(sheet: Sheet, text: str, buyers: Sequence[Piece], language: str) -> Iterator[Found]:
    """Yield what a form asks for: the state anywhere, the town right below the name of the buyer."""
    for match in _ASKED.finditer(text):
        group = "admin1" if match["admin1"] else "nuts"
        yield "admin1", Piece(sheet=sheet, start=match.start(group), end=match.end(group)).stripped()
    for name in dict.fromkeys(buyer.text for buyer in buyers):
        at = text.find(name)
        while at >= 0:
            stop = _OTHER_PARTY.search(text, at + len(name), at + len(name) + _REACH)
            end = stop.start() if stop else min(len(text), at + len(name) + _REACH)
            town = _ASKED_TOWN.search(text, at + len(name), end)
            if town is not None:
                yield "place", Piece(sheet=sheet, start=town.start("place"), end=town.end("place")).stripped()
            kind = _KIND[language].search(text, at + len(name), end)
            if kind is not None:
                group = "name" if kind["name"] else "whole"
                yield "admin1", Piece(sheet=sheet, start=kind.start(group), end=kind.end(group))
            at = text.find(name, at + len(name))


def _in_name(buyer: Piece, language: str) -> Iterator[Found]:
    """Yield the state and the town in the name of an office."""
    text = buyer.text
    for kind in _KIND[language].finditer(text):
        yield "admin1", buyer.part(*kind.span("name" if kind["name"] else "whole"))
    for state in _STATE[language].finditer(text) if language in _STATE else ():
        if state[0] not in _ALIKE:
            yield "admin1", buyer.part(*state.span())
    for pattern in _TOWN[language]:
        town = pattern.search(text)
        if town is not None and not _NO_TOWN.search(town["place"]):
            yield "place", buyer.part(*town.span("place")).stripped(" \t\n.,")


def _beside(buyer: Piece, language: str) -> Iterator[Found]:
    """Yield the state and the town behind the name of the buyer on its line, or on the next with a postcode."""
    sheet, text = buyer.sheet, buyer.sheet.page.text
    line_end = text.find("\n", buyer.end)
    stop = min(len(text) if line_end < 0 else line_end, buyer.end + _BEHIND_REACH)
    if _BEHIND.match(text, buyer.end):
        for kind in _KIND[language].finditer(text, buyer.end, stop):
            start, end = kind.span("name" if kind["name"] else "whole")
            yield "admin1", Piece(sheet=sheet, start=start, end=end)
        state = _STATE[language].search(text, buyer.end, stop) if language in _STATE else None
        if state is not None:
            yield "admin1", Piece(sheet=sheet, start=state.start(), end=state.end())
    reach = min(len(text), buyer.end + 2 * _BEHIND_REACH)
    other = _OTHER_PARTY.search(text, buyer.end, reach)
    town = _POSTCODE.search(text, buyer.end, other.start() if other is not None else reach)
    if town is not None and text.count("\n", buyer.end, town.start()) <= 1:
        yield "place", Piece(sheet=sheet, start=town.start("place"), end=town.end("place"))


def _in_head(sheet: Sheet, text: str, language: str) -> Iterator[Found]:
    """Yield the state and the town that the first lines name by a word for their kind, each on a line of its own."""
    for line in list(re.finditer(r"(?m)^[^\n]*\S[^\n]*", text))[:_HEAD_LINES]:
        quebec = _OF_QUEBEC.search(text, *line.span()) if language == "fr" else None
        if quebec is not None:
            yield "admin1", Piece(sheet=sheet, start=quebec.start("name"), end=quebec.end("name"))
        if len(line[0]) > _LONGEST_HEAD or ":" in line[0]:
            continue
        kind = _KIND[language].search(text, *line.span())
        if kind is not None:
            group = "name" if kind["name"] else "whole"
            yield "admin1", Piece(sheet=sheet, start=kind.start(group), end=kind.end(group))
        for pattern in _TOWN[language]:
            town = pattern.search(text, *line.span())
            if town is not None and not _NO_TOWN.search(town["place"]):
                yield "place", Piece(sheet=sheet, start=town.start("place"), end=town.end("place")).stripped()
