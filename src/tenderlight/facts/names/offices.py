"""Names of offices that stand by themselves: letterheads, and the subject of a sentence that buys.

An office is told by the word it begins with (Ministry of …, Secretaría de …, أمانة …) or, in English, ends with
(… Council). A country over the office ("Republic of Kenya") is no buyer; a government over one of its offices is not
either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tenderlight.facts.names.eastern_offices import is_eastern_body_over, is_eastern_office
from tenderlight.facts.names.grammar import western_lead
from tenderlight.facts.names.seats import end_without_seat
from tenderlight.facts.pages.origins import COUNTRY
from tenderlight.facts.pages.provinces import STATE
from tenderlight.facts.words.running import OFFICE_LINES
from tenderlight.languages.normalise import flatten

_ENGLISH_HEADS = (
    r"(?:(?:county|city|municipal|local|state|provincial|regional) )?(?:ministry|department|dept\.?|office|"
    r"government|"
    r"municipality|bureau|directorate(?: general)?|board|inspectorate|secretariat|assembly|county assembly|port "
    r"authority|"
    r"port|shire|city|county|town|township|borough|university|state police|police|superintendent|commissioner|district|"
    r"council|"
    r"coast guard|national guard|border guard|navy|army|air force|armed forces|customs|police service|"
    r"fire (?:service|brigade)|"
    r"institute|hospital|corporation|agency|authority|commission|service|bank|fund|museum|library|parks|ports|"
    r"embassy|consulate(?: general)?|high commission|district council|city council|town council) "
    r"(?:of|for) "
)
_ENGLISH_TAILS = (
    r"(?:council|authority|police|constabulary|ministry|department|agency|office|county|university|trust|"
    r"commission|board|"
    r"bureau|services?|administration|directorate|unit|centre|center|hospital|college|schools?|district|force|"
    r"executive|"
    r"commissioner|commissionerate|secretariat|institute|assembly|parliament|court|prisons?|airports?|railways?|"
    r"headquarters|"
    r"superintendent|division|command|library|museum|partnership|cooperative|federation|municipality|corporation "
    r"limited|"
    r"municipal corporation|corporation|national park|harbou?r board|ports|revenue service|zone|utility|parishad|"
    r"panchayat|tasmania|government|governorate|registry|laboratory|treasury|polytechnic|garrison|navy|regiment|"
    r"conservancy|inspectorate|archives|(?:central|reserve) bank|mint|lottery|turnpike|tollway|embassy|"
    r"cathedral chapter|(?:district|division|region) no\.? ?\d{1,3})"
)
_SPANISH_HEADS = (
    r"(?:(?:ilustre|honorable|excmo\.?|excelentísimo) )?(?:alcaldía|ministerio|secretaría|subsecretaría|gobernación|"
    r"municipalidad|municipio|ayuntamiento|ajuntament|concello|cabildo|mancomunidad|policía|instituto|dirección|"
    r"departamento|"
    r"gobierno|universidad|intendencia|diputación|consejería|agencia|ejército|armada|fiscalía|contraloría|"
    r"procuraduría|"
    r"superintendencia|comisión|hospital|fuerza|guardia|jefatura|cuerpo|servicio|empresa pública|empresa "
    r"municipal|junta|"
    r"comunidad|congreso|aduana|corporación municipal|carabineros|gendarmería|poder judicial|corte|consejo|"
    r"delegación|"
    r"comuna|embajada|consulado|empresa nacional|banco (?:central|nacional|de la nación)|parque nacional|"
    r"zona franca|fondo|patronato|oficina|"
    r"centro|"
    r"administración|unidad|comité|museo|benemérito cuerpo|consorcio de (?:transportes?|aguas|residuos|bomberos)|"
    r"autoridad|registro|comisaría|defensoría|tribunal)"
)
_PORTUGUESE_HEADS = (
    r"(?:prefeitura|secretaria|município|câmara|ministério|governo|polícia|fundação|universidade|tribunal|estado|"
    r"autarquia|"
    r"serviço|direção|direcção|guarda|agência|superintendência|comando|corpo de bombeiros|defensoria|controladoria|"
    r"consórcio intermunicipal|centro|hospital|gabinete|inspe[cç]+ão|exército|marinha|força|batalhão|unidade|comissão|"
    r"companhia (?:de|estadual)|fundo|conselho municipal|junta|instituto|assembleia|departamento|empresa pública|"
    r"companhia municipal|procuradoria|agrupamento de|embaixada)"
)
_FRENCH_HEADS = (
    r"(?:ministère|préfecture|commune|ville|mairie|région|département|conseil|métropole|communauté|agence|direction|"
    r"université|office|centre hospitalier|gendarmerie|syndicat|établissement|présidence|autorité|port autonome|"
    r"chambre|administration communale|administration|intercommunale|zone de police|cpas|province de|wilaya|"
    r"police|sdis|centrale d['’]achats?|hôpital|chu|commissariat|service|institut|lycée|école|tribunal|assemblée|"
    r"sénat|caisse|"
    r"cellule|parc|unité|fonds|projet|programme|laboratoire|musée|haut-commissariat|cour|inspection|observatoire|"
    r"trésor|"
    r"société (?:du|de la|des|nationale|de gestion)|aéroport|régie|sivom|ccas|douanes?|canton|collectivité|société "
    r"nationale)"
)
_OTHER_HEADS = (
    r"(?:stadtgemeinde|marktgemeinde|gemeinde|stadt|landeshauptstadt|landkreis|kreis|kanton|universität|polizei\w*|"
    r"ministerium|bundesamt|zweckverband|klinikum|hochschule|comune di|provincia di|regione|azienda (?:sanitaria|"
    r"ospedaliera)|"
    r"ministero|università|unione dei comuni|questura|prefettura|città metropolitana|istituto|gmina|miasto|powiat|"
    r"urząd|"
    r"komenda|szpital|zespół szkół|zarząd|starostwo|ministerstwo|uniwersytet|szkoła|dyrekcja|majlis|jabatan|"
    r"kementerian|"
    r"perbadanan|lembaga)"
)
"""German, Italian, Polish and Malay."""
_EASTERN_HEADS = (
    r"(?:министерство|администрация|управление|департамент|комитет|дирекция|гу|гку|мку|мбу|мбоу|фку|фгбу|гбу|фгку|"
    r"мвд|умвд|"
    r"увд|гуп|муп|казенное|государственное|муниципальное|федеральное|правительство|міністерство|управління|головне|"
    r"комунальне|виконавчий комітет|державн\w+|національн\w+|департамент|військова частина|відділ|служба|"
    r"прикордонний загін)"
)
_ARABIC_HEADS = (
    r"(?:وزارة|أمانة|امانة|بلدیة|الهیئة|هیئة|المدیریة|مدیریة|إدارة|ادارة|الإدارة|جامعة|مجلس|محافظة|شرطة|المؤسسة "
    r"العامة|"
    r"دیوان|مصلحة|جماعة|عمالة|القیادة|دائرة|الدائرة|مستشفی|المستشفی|الجامعة|کلیة|معهد|المعهد|قیادة|رئاسة|قائمقامیة|مفوضیة|"
    r"سلطة|السلطة|غرفة|میناء|الشرکة العامة|بیمارستان|دانشکده|"
    r"وزارت|شهرداری|سازمان|اداره|استانداری|نیروی|دانشگاه|فرمانداری|شرکت (?:ملی|توزیع|آب|مادر|فرودگاه))"
)
_CHARACTERS = r"[^.;:!?|/\n«»“”\"\d()]"
_OFFICE = re.compile(
    rf"(?:the )?(?:{_ENGLISH_HEADS}{_CHARACTERS}{{3,90}}|{_CHARACTERS}{{2,80}} {_ENGLISH_TAILS}(?:[-,] "
    rf"[\w ,]{{2,30}})?|"
    rf"(?:{_SPANISH_HEADS}|{_PORTUGUESE_HEADS}|{_FRENCH_HEADS}|{_EASTERN_HEADS}|"
    rf"{_OTHER_HEADS}|{_ARABIC_HEADS})\s{_CHARACTERS}{{3,110}})"
)
_SOVEREIGN = re.compile(
    r"(?:the )?(?:(?:federal|islamic|democratic|united|people's|bolivarian|plurinational|hashemite) )*"
    r"(?:republic|kingdom|commonwealth|república|reino|république|royaume|республика|المملكة|المملکة|جمهوریة|دولة|"
    r"جمهوری)\b"
)
_OVER = re.compile(r"(?:government of|state of|gobierno de(?:l| la)|governo do|estado d[eo]|province of)\b")
_ABOVE = re.compile(
    r"(?:minist[èe]re|wilaya|province|pr[ée]fecture (?:de|d['’])|r[ée]gion (?:de|du|des|d['’])|canton|ministero|"
    r"regione|provincia|ministerium|land|ministerstwo|وزارة|محافظة|ولایة|إقلیم|عمالة)\b"
)
"""Bodies under whose names those of their offices and towns stand in letterheads."""
_BELOW = re.compile(
    r"(?:commune|ville|mairie|pr[ée]fecture|direction (?!(?:g[ée]n[ée]rale )?des march)|agence|office|zone de police|"
    r"da[ïi]ra|centre|universit|h[ôo]pital|comune|citt[àa]|gmina|stadt|gemeinde|مدیریة|بلدیة|جماعة|المدیریة|الهیئة|هیئة|شرکة|دائرة|مستشفی|جامعة)"
)
_BETWEEN_LINES = re.compile(r"[ \t]*(?:\n[ \t]*|\s[-–—|]\s|/\s?)\Z")
_NOT_OFFICES = re.compile(
    r"\b(?:notice|awards?|tender|contract|report|minutes|summary|bid|invitation|request|agreement|order|purchase|"
    r"supply|"
    r"schedule|meeting|acta|resolución|licitación|contrato|avis|marché|procès-verbal|décision|edital|aviso|ata|"
    r"termo|протокол|"
    r"извещение|договор|контракт|закупк\w+|gazette|newsletter|page|section|portal|register|bulletin|boletín|journal|"
    r"maintenance|installation|upgrade|system)\b|"
    r"^(?:inter-?office\s|staff\s|council\s|board\s)?(?:memorandum|memo|agenda|resolution|letter|statement|"
    r"certificate|ordinance|"
    r"circular|briefing|recommendation|communication|informe|memorando|oficio|ofício|acuerdo|dictamen|despacho|parecer|"
    r"relatório|rapport|lettre|délibération|arrêté|compte[\s-]rendu|note|nota|постановление|распоряжение|приказ|"
    r"решение|"
    r"наказ|рішення|розпорядження|verbale|determina|delibera|beschluss|bericht|vermerk|uchwała|pismo)\b"
)
"""Words of papers: a line that holds one is a heading. Some of them are also words of offices, unless they begin it."""
_ROOMS = re.compile(
    r"(?:.*\b)?(?:open|registered|head|home|main|post|back|front|microsoft|libre|help|branch)[ -]office|"
    r".*\bservice (?:release|pack|desk|level|charge|provider|engineer|manual)\b.*"
)
"""Where somebody sits, or what a program is called: no office that buys."""
PAPER = re.compile(
    r"(?i:resoluci|resolution|resolução|decreto|disposici|ordenanza|acta\b|acuerdo|orden\b|edital|portaria|dictamen|"
    r"informe|"
    r"arrêté|décision|délibération|determina|delibera|beschluss|приказ|распоряжение|постановление|решение|протокол|"
    r"наказ|рішення)"
)
"""The name of a paper, which its own title says to award: it buys nothing itself."""
_STATE_OF = re.compile(r"estado (?:del?|do) (?:contrato|proceso|expediente|procedimiento|procedimento|trámite)")
"""How far a procedure is, and no state."""
_ARTICLES = re.compile(r"^(?:the|el|la|le|l['’]|o|a|os|as)\s+", re.IGNORECASE)
_HEAD_LINES = 9
_TAIL_LINES = 4
_LONGEST_LINE = 160
_SEGMENT = re.compile(r"(?:(?<!\s)|(?<=\n)|(?<=/\s))\s+[-–—|]\s+|\t|\s{3,}|,\s(?=[A-Z]{2}$)|\s/\s")
_COUNTRY_BEHIND = re.compile(r"\s*[,(]\s*(?P<country>[^,()]{2,40})\)?\s*$")
_BRACKET_BEHIND = re.compile(r"\s*\([^()]{2,40}\)\s*$")
_PART_OF_LINE = re.compile(r"[^.]+(?:(?:\.(?!\s)|(?<=\b[иі]м)\.|(?<=\s[гм])\.)[^.]*)*")
"""A sentence of a line; "им.", "м." and "г." end none."""
_LEADING_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]\s+)?")


def office_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offices that stand alone on a line, or a part of one, at the head and foot of a page, the best first.

    Args:
        text: A page as written.
    """
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found: list[tuple[int, int]] = []
    for start, end in [*lines[:_HEAD_LINES], *lines[_HEAD_LINES:][-_TAIL_LINES:]]:
        if text.count(" | ", start, end) > 1:
            continue
        found.extend(_in_line(text, start, end))
    over = [span for span in found if _OVER.match(flatten(text[slice(*span)]))]
    over += [one for one, below in pairwise(found) if _is_above(text, one, below)]
    yield from (span for span in found if span not in over)
    yield from over


def _is_above(text: str, one: tuple[int, int], below: tuple[int, int]) -> bool:
    """Say whether a ministry, region or province stands right over the name of an office of its own or a town."""
    is_next = _BETWEEN_LINES.match(text[one[1] : below[0]]) is not None
    first, second = flatten(text[slice(*one)]), flatten(text[slice(*below)])
    is_known = _ABOVE.match(first) is not None and _BELOW.match(second) is not None
    return is_next and (is_known or is_eastern_body_over(first, second))


def _in_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for left, right in [*(match.span() for match in _SEGMENT.finditer(text, start, end)), (end, end)]:
        segment, position = (position, left), right
        for sentence in _PART_OF_LINE.finditer(text[slice(*segment)]):
            span = _office(text, segment[0] + sentence.start(), segment[0] + sentence.end())
            if span is not None:
                yield span


def _office(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the office's name stands in a part of a line that is nothing else, or None."""
    if end - start > _LONGEST_LINE:
        return None
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    lead = _LEADING_NUMBER.match(text[start:end])
    start += lead.end() if lead else 0
    start += western_lead(text[start:end])
    bracket = _BRACKET_BEHIND.search(text, start, end)
    end = bracket.start() if bracket else end
    behind = _COUNTRY_BEHIND.search(text, start, end)
    country = flatten(behind["country"]).strip() if behind else ""
    if behind and (COUNTRY.fullmatch(country) or STATE.fullmatch(country) or _SOVEREIGN.match(country)):
        end = behind.start()
    end = end_without_seat(text, start, start + len(text[start:end].rstrip(" ,;")))
    flat = flatten(text[start:end])
    known = OFFICE_LINES.fullmatch(text[start:end]) is not None and not _STATE_OF.match(flat)
    is_told = _OFFICE.fullmatch(flat) is not None or (begins and is_eastern_office(flat))
    if not (known or (is_told and not _NOT_OFFICES.search(flat))) or _SOVEREIGN.match(flat):
        return None
    if _ROOMS.fullmatch(flat):
        return None
    article = _ARTICLES.match(text[start:end])
    start += article.end() if article else 0
    written = text[start:end]
    is_named = written[:1].isupper() or not (written[:1].isascii() or written[:1].islower())
    return (start, end) if is_named and len(written.split()) <= 14 and _is_written_as_name(written) else None


def is_office(name: str) -> bool:
    """Say whether a name is told to be that of an office by its first word or, in English, its last."""
    flat = flatten(name)
    is_told = _OFFICE.fullmatch(flat) is not None or is_eastern_office(flat)
    return is_told and not _NOT_OFFICES.search(flat) and not _ROOMS.fullmatch(flat)


def is_named_otherwise(flat: str) -> bool:
    """Say whether folded words name a state, a paper, a procedure or a thing, though a word of offices is in them."""
    return any((_SOVEREIGN.match(flat), _NOT_OFFICES.search(flat), _ROOMS.fullmatch(flat)))


def _is_written_as_name(written: str) -> bool:
    """Say whether the words are those of a name: capitals in English, at least two of them elsewhere."""
    words = written.split()
    capitals = sum(word[:1].isupper() for word in words)
    return capitals >= 2 or not any(character.islower() and character.isascii() for character in written)


_ACTING_ARABIC = re.compile(
    rf"(?:تعلن|یعلن|أعلنت|قررت)\s+(?P<first>{_ARABIC_HEADS}[^.،,/:\n]{{2,70}}?)"
    r"(?=\s+(?:عن|أنه|أنها|بأن|علی إثر|/|-)|\s*/|[,،.])|"
    rf"(?<!\w)(?:بأن\s+|أن\s+)?(?P<fourth>{_ARABIC_HEADS}[^.،,/:\n]{{2,60}}?)\s+"
    r"(?:قررت?|تعلن|یعلن|أعلنت|تطرح|یطرح|تدعو|تعتزم)(?!\w)|"
    rf"(?P<second>{_ARABIC_HEADS}[^.،,/:\n]{{2,90}}?)\s+(?:در نظر دارد|به عنوان کارفرما|بعنوان کارفرما)|"
    rf"(?:^|(?<=\n))\s{{0,3}}(?P<third>{_ARABIC_HEADS}[^.،,/:\n]{{2,90}}?)\s+(?:نتیجه|نتایج|به اطلاع|اعلام می|"
    rf"طبق|بر اساس)"
)


def acting_arabic(flat: str) -> tuple[int, int] | None:
    """Return the office that announces or buys in a sentence in Arabic or Persian.

    Args:
        flat: Flat text of a page.
    """
    match = _ACTING_ARABIC.search(flat)
    if match is None:
        return None
    return next(match.span(group) for group in ("first", "second", "third", "fourth") if match[group])
