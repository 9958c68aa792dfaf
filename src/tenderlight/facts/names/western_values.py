"""Names of organisations in a value without Chinese signs: where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.grammar import can_be_western, western_lead, without_unit
from tenderlight.facts.names.groups import members_of_group
from tenderlight.facts.names.persons import looks_like_person
from tenderlight.facts.names.seats import end_without_seat
from tenderlight.facts.names.western import (
    CAPITALISED,
    EASTERN_COMPANY,
    companies,
    fields_of,
    has_company,
    joined_parts,
    role_before,
    without_surroundings,
)
from tenderlight.facts.pages.origins import COUNTRY
from tenderlight.facts.pages.provinces import STATE

_COUNTRY_OR_STATE = re.compile(rf"{COUNTRY.pattern}|{STATE.pattern}")
_WESTERN_STOP = re.compile(
    r"(?<=[^\W\d_]{3})(?<!\bgebr)(?<!\bbros)(?<!\bhnos)(?<!\bdipl)(?<!\bmssrs)(?<!\bprof)(?<!\betab)(?<!\bétab)(?<!\bing)(?<!\binh)"
    r"(?<!\bsoc)(?<!\bind)(?<!\btec)(?<!\bcía)(?<!\bcia)(?<!\bmfg)(?<!\bint)(?<!\bengg)(?<!\bassoc)(?<!\bdist)(?<!\bcom)(?<!\bges)(?<!\bste)(?<!\bsta)(?<!\bsto)"
    r"\.\s+(?=[^\W\d_]|\d[\d.,]{0,12}\s[^\W\d_]{2,})|(?<=limited)\.\s+(?=\d)|(?<=\sltd)\.\s+(?=\d)|"
    r",\s+(?=\d|no\.|p\.?o\.? box)|;|\s+[-–—]\s+|\s+\((?:[^()]*)\)?\.?\s*$|\n|\t|[ ]{4,}(?=[^\W\d_])|"
    r"\s(?:подв[её]л|подвела|объяв(?:ил|ила|ило|ляет)|пров(?:ел|ела|одит)|заключил\w*|сообщает|извещает|уведомляет|"
    r"признал\w*|подписал\w*|оголосил\w*|оголошує|повідомляє|уклал\w*|notifica|comunica|informa|hace saber|"
    r"torna públic[oa]|informe|porte à la connaissance|hereby|announces|notifies|wishes to|gives notice)\s|"
    r"(?<=[»”“\"])\.\s+(?=[^\W\d_]{4})|\s·\s|(?<=[»”“\"])\s+(?:по итогам|за підсумками|по результатам)\s|"
    r",\s+(?:[^\W\d_][\w'’-]*,\s+)?[a-z]{1,2}\d{1,2}[a-z]?\s\d[a-z]{2}$|[،,]?\s+(?:و?یمثله|و?یمثلها|الممثلة?|ممثلة|بصفتها?|والمشار|المشار|به\s(?:نمایندگی|نشانی|آدرس))\s|"
    r",\s+(?:запрос|аукцион|конкурс|закупк|извещени|протокол|tender|rfq|rfp|solicitation)\S*\s|"
    r"\s+(?:в особі|в лице|в лиці)\s|"
    r"\s+(?:doing business(?: as)?(?=\s|$)|d/b/a|dba|trading as|t/a)(?=\s|$)|,\s+(?:в особі|в лице|в лиці|"
    r"on behalf of|acting (?:on|for|as|through)|represent\w+|représent\w+|hôtel de ville|place|rue|avenue|"
    r"boulevard|allée|"
    r"(?:[^\W\d_][\w'’-]*\s){1,3}(?:road|street|lane|avenue|square|drive|terrace|crescent|highway|straße|strasse)|"
    r"[^\W\d_][\w-]*(?:platz|stra(?:ß|ss)e|str\.|weg|allee|gasse|ring|damm|ufer)\s\d|(?:zentrale )?vergabestelle|"
    r"calle|avenida|av\.|plaza|carrera|rua|praça|via|piazza|bp|b\.p\.?|p\.?o\.? box|ul\.|ул\.|пр\.|вул\.|ci-après|"
    r"hereinafter)(?=[\s,])|"
    r",\s+(?:com o|pelo|com a|por un|por el|por la|con un|pour un|for the|at the|на сумму|на суму|с ценой)(?=\s|$)|"
    r",\s+(?:województwo|woj\.|powiat|pow\.|gmina)\s[^\W\d_]|"
    r",\s+(?:[a-z]{1,4}[.$]{0,2}|[$€£₦₹])\s?(?=\d{1,3}(?:[.,']\d{2,3}){1,4}(?!\d))|\s{2,}[a-z]\.?\s*$|"
    r",\s+[^\W\d_]{2,12}\s?:\s|,\s+[^\W\d_]{4,16}(?:ська|ская|ский)\s(?:обл|край|район)|"
    r",\s+(?:инн|nit|siret|ruc|кпп|огрн|cif|nif)\b|\s+\(\d{4,}\)|\s\|\s"
)
_WESTERN_KEEP_LAST_DOT = re.compile(r"(?:^|[\s,])(?:[^\W\d_]{1,2}\.\s?){2,}$|[^\W\d_]\.[^\W\d_]{1,4}\.$")
_SHORT = 5
_FORM_NEXT = re.compile(
    r"(?:ltd|limited|llc|inc|plc|co|bhd|ltda|lda|s\.?\s?a|s\.?\s?l|s\.?\s?r\.?\s?l|sas|sarl|gmbh|c[ií]a)\b",
    re.IGNORECASE,
)
_SMALL_FORM = re.compile(r"(?:ME|EPP|MEI|EIRELI|S/A|S\.A\.?|Ltda\.?|Lda\.?)(?!\w)")
"""A size or form of a company that stands behind a dash and belongs to its name."""
_NAMED_BY_MEMBERS = re.compile(r"(?i:ute|uni[oó]n temporal|cons[oó]rcio|groupement|joint venture|ati)\s+[A-ZÀ-Þ]")
"""A group called after its members, who are joined by a dash."""
_NUMBER_OF_VENDOR = re.compile(
    r"\d{4,10}\s+(?=[^\W\d_])|\d\d\.[\dX*]{3}\.[\dX*]{3}/[\dX*]{4}-[\dX*]{2}\s?[-–—]?\s+(?=[^\W\d_])"
)
"""A number before a name: of a vendor, or a Brazilian one (CNPJ) of which some figures are not shown."""
_CLAUSE_GOES_ON = re.compile(
    r"\s\((?i:jv|joint venture|consortium|lead|leader|member|partner|mandataire|líder)[^()\n]{0,24}\)|"
    r"(?<=[A-Z]\.)\s+(?!(?i:sucursal|agencia|filial|succursale|branch|and|et|und)\b)[A-ZÀ-Þ][a-zà-ÿ]{3,}\s|"
    r"\.?[,:]?\s+(?!\s*(?:sucursal|agencia|filial|succursale|y\s|e\s|и\s|та\s|and\s|et\s|und\s))"
    r"(?:(?<=[,:]\s)[a-zà-ÿа-яёіїєґ]{3,}\s|(?:pour un|por un|por el|por la|com o|pelo|for the|for a|at a|на "
    r"сумму|на суму|с ценой|"
    r"із ціною|з ціною)\s|(?:R\$|US\$|\$|£|€|USD|EUR|GBP)\s?\d)"
)
_COLUMN_GAP = re.compile(
    r"(?<=\S)[ \t]{3,}(?=(?:[^\n:]{0,30}:|[^\n]{0,6}\d|[^\n\d]{2,16}\s(?i:no\.?|n[°º.]|nr\.?|№|#)\s?\S))"
)
"""Blanks behind which the next label or a figure stands: the name of a column ends there."""
_NAME_ALONE = re.compile(rf"{CAPITALISED}(?:\s\([^()\n]{{2,30}}\))?")
_PLACE_IN_BRACKETS = re.compile(r"\s\([A-ZÀ-Þ][a-zà-ÿ]{2,}(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+){0,2}\)\s*$")
_GOES_ON = re.compile(r"\s+[^\W\d_]")
_DASH = re.compile(r"\s+[-–—]\s+")
_COUNTED = re.compile(r"\s*(?:\d{1,2}|0\d{2})[.)]?\s+(?=[A-ZÀ-ÞА-ЯЁІЇЄҐ«])")
_NUMBERED_BID = re.compile(
    r"(?:заявка|участник|пропозиція|учасник|bidder|bid|offer|tender|tenderer|oferta|oferente|proposta|licitante|"
    r"offre|candidat)"
    r"\s*(?:№|no\.?|n[°º]|#)?\s*[\da-z]{1,3}"
)
"""What stands for a bidder and is no name (заявка № 2)."""


_BESIDE = re.compile(
    r"\s?\(\s?(?:[^\W\d_]{2,12}\s)?(?:share-?holders?|owned by|owners?|accionistas?|acionistas?|s[oó]ci[oa]s|"
    r"actionnaires?|azionisti|soci|gesellschafter|акционеры|учредител[ьи]|засновники?|акціонери)(?!\w)|"
    r"\s(?:y|e|and|et)\s(?:(?:el|the|an|o|un)\s)?(?:anticipo|advance|adiantamento|avance|acompte)(?!\w)",
    re.IGNORECASE,
)
"""Where a field goes over from a firm to those who own it, or to money paid before: no more names of winners."""


_REPRESENTS = re.compile(
    r",\s(?:(?:duly |locally |legally )?represented (?:locally |here |in [^\W\d_]+ )?by\s|"
    r"(?:the )?(?:exclusive|sole|authori[sz]ed|local) "
    r"(?:agents?|distributor|dealer|representative|importer|reseller) (?:of|for)\s|"
    r"(?:le )?(?:représentant|distributeur|revendeur|concessionnaire) (?:exclusif |agréé |unique |officiel )?d[eu]s?\s|"
    r"(?:el |o )?(?:representante|distribuidora?|fornecedora?) "
    r"(?:exclusiv[oa] |autorizad[oa] |[uú]nic[oa] |oficial )d[aeo]l?s?\s|"
    r"(?:représentée? (?:localement )?par|representad[oa] (?:localmente )?por|rappresentat[oa] da|vertreten durch)\s)",
    re.IGNORECASE,
)
"""Where a field goes over from a firm to whom it represents, or who represents it."""
_PLACE_OF_TRADERS = re.compile(
    r"\s*(?i:m/s\.?|messrs\.?)\s[^,;\n()]{3,80}(?P<place>,\s(?!(?i:ltd|limited|inc|llp|plc|pvt|co)\b)"
    r"[A-Z][a-z]{2,20}(?:[ -][A-Z][a-z]{2,20})?(?:-\d{3,6})?)\.?\s*$"
)
"""The town behind a firm of South Asia: "M/s A Traders, Tangail"."""
_ANOTHER = re.compile(r";|\s(?:and|et|y|e|und|with|avec|con|com|и|та)\s+[«„“\"]?[A-ZÀ-ÞА-ЯЁІЇЄҐ]")


def western_spans(text: str, flat: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each name in a value, and what is said around it.

    Args:
        text: The value as written.
        flat: The same, folded.
    """
    gap = _COLUMN_GAP.search(text)
    if gap is not None and _NAME_ALONE.fullmatch(text[: gap.start()].strip()):
        text, flat = text[: gap.start()], flat[: gap.start()]
    beside = _BESIDE.search(text)
    if beside is not None and beside.start() > 0:
        text, flat = text[: beside.start()], flat[: beside.start()]
    represents = _REPRESENTS.search(text)
    if represents is not None and represents.start() > 0 and _ANOTHER.search(text, represents.end()) is None:
        text, flat = text[: represents.start()], flat[: represents.start()]
    traders = _PLACE_OF_TRADERS.match(text)
    if traders is not None:
        text, flat = text[: traders.start("place")], flat[: traders.start("place")]
    members = members_of_group(text)
    if members:
        yield from members
        return
    position = 0
    for part in fields_of(text, flat):
        start, position = position, position + len(part)
        for left, right in joined_parts(text[start:position]):
            yield from _western_span(text, flat, start + left, start + right)


def _western_span(text: str, flat: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the one name in a part of a field, if there is one."""
    start += role_before(text[start:end])
    start += western_lead(text[start:end])
    whole = EASTERN_COMPANY.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    if whole is not None and not _GOES_ON.match(text, whole.end()):
        yield *whole.span(), flat[whole.end() : end]
        return
    part = flat[start:end].replace("\n", " ")
    stop = next((found for found in _WESTERN_STOP.finditer(part) if not _is_inside_name(text, start, found)), None)
    around = part[stop.start() :] if stop else ""
    end = start + stop.start() if stop else end
    left, right = without_surroundings(text[start:end], _COUNTRY_OR_STATE)
    right = end_without_seat(text[start:end], left, right)
    start, end = start + left, start + left + without_unit(text[start + left : start + right])
    counted = _COUNTED.match(text[start:end]) or _NUMBER_OF_VENDOR.match(text[start:end])
    last, end = end, _end_of_company(text, start, end)
    around = f"{flat[end:last]} {around}"
    start += counted.end() if counted else len(flat[start:end]) - len(flat[start:end].lstrip(" ,:-–—•*"))
    end = start + len(flat[start:end].rstrip(" ,:-–—•*"))
    name = flat[start:end]
    if name.endswith(".") and not _WESTERN_KEEP_LAST_DOT.search(name):
        end -= 1
    if is_western_name(text[start:end]):
        yield start, end, around


def _end_of_company(text: str, start: int, end: int) -> int:
    """Return where the name of a company ends if its clause goes on behind its legal form: "…S/A, valor R$ 5"."""
    place = _PLACE_IN_BRACKETS.search(text, start, end)
    if place is not None and any(
        start + right == place.start() for _left, right in companies(text[start : place.start()])
    ):
        end = place.start()
    spans = [span for span in companies(text[start:end]) if span[0] <= 1]
    return start + spans[0][1] if spans and _CLAUSE_GOES_ON.match(text, start + spans[0][1], end) else end


def _is_inside_name(text: str, start: int, stop: re.Match[str]) -> bool:
    """Say whether a mark that would end a name stands inside it: behind a short word in capitals (REG. POL. …)."""
    before = text[start : start + stop.start()].split()
    if _DASH.fullmatch(stop[0]):  # "Olhar - Sistemas, Lda." is one name: its form stands behind the dash
        behind = _DASH.split(text[start + stop.end() :].partition("\n")[0])[0]
        if _SMALL_FORM.match(behind) or (_NAMED_BY_MEMBERS.match(" ".join(before)) and behind[:1].isupper()):
            return True
        return not has_company(" ".join(before)) and has_company(behind)
    if stop[0].startswith(".") and _FORM_NEXT.match(text, start + stop.end()):
        return True
    return stop[0].startswith(".") and bool(before) and len(before[-1]) <= _SHORT and " ".join(before).isupper()


def is_western_name(name: str) -> bool:
    """Say whether a text can be the name of an organisation: no person, no blank, no number of a bid, no sentence."""
    if (
        _NUMBERED_BID.fullmatch(name.strip().lower())
        or not 3 <= len(name) <= 120
        or looks_like_person(name)
        or is_blank(name)
    ):
        return False
    if not can_be_western(name):
        return False
    letters = sum(character.isalpha() for character in name)
    return letters >= 3 and letters * 2 >= len(name) and "@" not in name and len(name.split()) <= 14
