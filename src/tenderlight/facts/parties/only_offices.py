"""Who buys, where no label, sentence, letterhead or signature says so and one office is all that a document names.

"Entity: City of X (CX)", "Émetteur : Centre hospitalier du Val", "La Municipalidad de X informó que …": the name of an
office is told by a word in it; names of firms, of the agency, of courts and reviewers, of laws and newspapers are set
aside first. Where two offices are left, nobody is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.grammar import can_be_western, western_lead
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.offices import is_named_otherwise
from tenderlight.facts.names.western import CAPITALISED, has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.signatures import AGENT
from tenderlight.facts.words.vocabulary import Meaning

_LONGEST = 12_000
_WITHIN = 70
_CAPITAL = r"[^\W\d_a-zà-ÿа-яёіїєґ]"
_WORDS = re.compile(
    r"\b(?:ministry|department|dept|council|authority|police|constabulary|commission|commissionerate|agency|office|"
    r"county|"
    r"city of|town of|borough|district|municipality|municipal|university|hospital|directorate|bureau|board|government|"
    r"trust|treasury|polytechnic|garrison|conservancy|inspectorate|archives|"
    r"corporation|commissioners?|fund|museum|library|institute|centre hospitalier|centre|center|"
    r"association|foundation|executive|"
    r"zweckverband|gemeindeverband|zentrum|klinikum|hochschule|grand port|port autonome|régie|lycée|collège|musée|"
    r"cooperativa portuaria|consorcio de|junta de|tribunal|fundação|fundación|corporación|comuna|cabildo|"
    r"azienda|istituto|consorzio|unione|zarząd|nadleśnictwo|szkoła|starostwo|"
    r"service|township|transit|railways?|prisons?|college|school|customs|coast guard|fire department|"
    r"alcaldía|ministerio|secretaría|gobernación|municipalidad|municipio|ayuntamiento|ajuntament|intendencia|"
    r"diputación|"
    r"gobierno|policía|instituto|universidad|gendarmería|fiscalía|empresa pública|dirección|hospital|consejería|"
    r"agencia|"
    r"prefeitura|secretaria|município|câmara|ministério|governo|polícia|universidade|"
    r"ministère|préfecture|commune|ville de|mairie|département|communauté|agence|direction|université|office|"
    r"centre hospitalier|syndicat|municipalité|métropole|"
    r"stadt|gemeinde|landkreis|landesbetrieb|landesamt|bundesamt|polizei\w*|ministerium|universität|stadtwerke|"
    r"comune|provincia|ministero|gmina|komenda|urząd|powiat|miasto|szpital)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?<![\w’'-])(?:Communauté|Centre|Municipalité|Syndicat|Office|Agence|Direction|Établissement|Conseil|Ministère|"
    r"Dirección|Secretaría|Empresa|Servicio|Instituto|Municipio|Departamento|Secretaria|Serviço|Câmara|Direção)"
    rf"(?:\s[a-zà-ÿ]+|\s[dl]['’][a-zà-ÿ]+){{1,5}}?\s(?:[dl]['’])?(?:{CAPITALISED})(?:\s[dl]['’](?:{CAPITALISED}))?"
)
"""An office with words in small letters in its name: "Communauté de communes du Val d'Ornel"."""
_WEAK = re.compile(
    r"\b(?:office|service|board|agency|department|dept|authority|bureau|section|trust|corporation|fund|centre|center|"
    r"association|foundation|executive|institute|library|museum|zentrum)\b",
    re.IGNORECASE,
)
"""Words that offices share with programs, firms and machines: "Open Office", "Service Release 1", "Medec Service"."""
_STRONG = re.compile(
    r"\b(?:office|service|board|agency|department|dept|authority|bureau)s?\s(?:of|for|on|de|du|des|di)\s|"
    r"\b(?:police|fire|health|prisons?|probation|border|customs|ambulance|revenue|tax(?:es|ation)?|forest\w*|parks?|"
    r"weather|immigration|security|secret|civil|public|city|county|state|federal|national|central|district|regional|"
    r"provincial|municipal|town|royal|general|intelligence|protection|housing|schools?|education\w*|water|power|"
    r"electri\w+|energy|elect(?:ion|oral)s?|attorney|sheriff|audit\w*|statistic\w*|patent|land|lands|planning|port|ports|"
    r"airports?|aviation|transport\w*|transit|roads?|highways?|rail\w*|works|procurement|supplies|defen[cs]e|interior|"
    r"justice|courts?|correction\w*|rehabilitation|welfare|social|human|labou?r|employment|agricultur\w*|food|drug|"
    r"environment\w*|wildlife|fish\w*|marine|coast\w*|harbou?r|postal|telecommunications?|communications?|digital|"
    r"technology|information|identification|registration|registr\w+|passports?|citizen\w*|population|census|treasury|"
    r"finance|budget|trade|commerce|industr\w+|tourism|culture|sports?|youth|women|children|family|emergency|rescue|"
    r"disaster|medical|hospitals?|university|research|science|space|meteorolog\w+|geolog\w+|survey\w*|mining|"
    r"development|investment|regulatory|licensing|monitoring|special|joint|metropolitan|local|government|crime|"
    r"criminal|investigat\w+|narcotics?|traffic|vehicles?|motor|sewer\w*|sanitation|waste|utilit\w+)\b",
    re.IGNORECASE,
)
_NOT_OFFICE = re.compile(r"\d$|['’]s\s[a-z]")
_SUBJECT = re.compile(
    r"(?:procurement|supply|purchase|provision|delivery|installation|construction|renovation|maintenance|upgrade|"
    r"replacement|lease|rental|repair|design|implementation|development|adquisici[oó]n|suministro|compra|contratación|"
    r"construcción|fourniture|acquisition|travaux|aquisição|fornecimento|lieferung|beschaffung|fornitura|dostawa)"
    r"(?:,? (?:and |et |y |e |und )?[^\W\d_]+){0,3}? (?:of|for|de|du|des|d['’]|von|di|do|da) ?",
    re.IGNORECASE,
)
"""What is bought, and nobody who buys."""
_LEAD = re.compile(
    r"(?:[^\n]*\b(?:between|entre)|\S*\d\S*|the|la|el|le|les|l['’]|il|lo|o|a|by|in|to|at|of|for|der|die|das|dear|"
    r"from|entity|re|ref|and|y|et|e|de|del|du|des|da|do|de la|board of(?: the)?|"
    r"pressemitteilung)(?:\s+|(?<=['’]))",
    re.IGNORECASE,
)
_APART = re.compile(
    r",\s|\s[–—-]\s|\.\s|\n|\t|\s{2,}|\s\(|[)]|['’]s\s(?=[a-z])|\s(?:RESUELVE|DISPONE|DECRETA|ACUERDA|RESOLVE|DÉCIDE)$"
)
_SENDS = re.compile(
    rf"(?:Press release|Pressemitteilung|Communiqué(?: de presse)?)\s(?:of|der|des|de la|du)\s(?={_CAPITAL})"
)
_NOT_WHO_BUYS = re.compile(
    r"\b(?:appeal|review|recours|recurs|complain|court|reclam|published in|journal|gazette|contact|ship to|deliver|"
    r"address|"
    r"located|copy|attn|c/o|newspaper|act|law|regulations?|code|article|funded|financed|supervis|bank|former|formerly|"
    r"experience|similar|client|reference|title|subject|description|project|scope|objet|objeto|asunto|assunto|"
    r"member of|minister of|governor|university of)\w*\b[^\n.;]{0,40}$"
)
_REVIEWS = re.compile(r"\b(?:review|appeals?|complaints?|ombuds\w+|tribunal|court|recursos|recours|audit\w*)\b")
"""Names of those who hear complaints and examine accounts."""
_GOES_ON = re.compile(
    r"\s[dl]['’](?=[^\W\d_])|\s[a-zà-ÿ]{2,}(?:ières?|aires?|iques?|ales?|aux|ielles?|ives?|icos?|icas?|al|ais|"
    r"ários?|árias?)\b"
)
"""What is still of a name whose last words are in small letters: where it ends is not told."""
_QUALIFIED = re.compile(rf",\s(?={_CAPITAL}[^\W\d_]*\s(?:of|de|do|du)\s|{_CAPITAL}[\w'’-]*(?=\n|\.\s|$))")
"""A part, state or place behind a comma, which may be one of the name or not."""
_ENDS_BADLY = frozenset({"of", "de", "for", "the", "and", "du", "des", "la", "del"})
_PART_HAN = re.compile(r"(?:[^\s:,。;]{4,16}日[于在])?(?P<part>[^\s:,。;、“”\"《》【】()\[\]|—]{3,40})")
_ENDS_HAN = re.compile(
    r"(?:局|厅|署|法院|检察院|监狱(?!管理)|戒毒所|看守所|人民政府|管委会|委员会|大学|学院|医院|中学|小学|学校|幼儿园|支队|大队|总队|"
    r"海关|派出所|街道办事处|卫生院|疾控中心|博物馆|图书馆|交通署|警察局|(?<=[省市县区乡镇])政府|公所|处|署)"
)
_NAME_HAN = re.compile(
    rf"[^\s\d:,。;]{{2,28}}?{_ENDS_HAN.pattern}(?!采购)(?=$|[在于就向拟将已现为的关采因与和\d]|今|年度|日前|近日|宣布)"
)
_NOT_HAN = re.compile(
    r"财政|公共资源|致电|查询|如有|采购中心|交易|监督|投诉|纪检|法院受理|仲裁|税务|银行|评审|专家|参加|委托|受|由|经"
)
_LEFT_OUT = re.compile(r"[\W_]+")


def only_office(notice: Notice) -> Piece | None:
    """Return where the one office stands that a short document names, in full; None if there are several."""
    if sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return None
    named: dict[str, Piece] = {}
    for sheet in notice.sheets:
        for piece in _offices_han(sheet) if notice.language == "zh" else _offices(sheet):
            named.setdefault(_key(piece.text), piece)
    taken = [_key(entry.value.text) for entry in notice.of(Meaning.AGENCY, Meaning.SUPPLIER, Meaning.OTHER_PARTY)]
    left = {key: piece for key, piece in named.items() if not any(key in other for other in taken)}
    full = [key for key in left if not any(key != other and key in other for other in left)]
    return left[full[0]] if len(full) == 1 and not _is_cut(left[full[0]]) else None


def _is_cut(piece: Piece) -> bool:
    """Say whether a name may go on behind what is taken for its end."""
    text = piece.sheet.page.text
    return _GOES_ON.match(text, piece.end) is not None or _QUALIFIED.match(text, piece.end) is not None


def _offices(sheet: Sheet) -> Iterator[Piece]:
    text = sheet.page.text
    for line in re.finditer(r"[^\n]+", text):
        for run in (*re.finditer(CAPITALISED, line[0]), *_HEADED.finditer(line[0])):
            position = run.start()
            for stop, after in [*(match.span() for match in _APART.finditer(line[0], *run.span())), (run.end(),) * 2]:
                piece = _office(Piece(sheet=sheet, start=line.start() + position, end=line.start() + stop))
                position = after
                if piece is not None:
                    yield piece


def _office(piece: Piece) -> Piece | None:
    """Return the name of an office that a run of words in capitals is, or None."""
    sends = _SENDS.match(piece.text)
    piece = piece.part(sends.end() if sends else 0, len(piece.text))
    while (lead := _LEAD.match(piece.text)) is not None:
        piece = piece.part(lead.end(), len(piece.text))
    piece = piece.part(western_lead(piece.text), len(piece.text)).stripped(" .,;:")
    words = piece.flat.split()
    if len(words) < 2 or words[-1] in _ENDS_BADLY or not _WORDS.search(piece.text) or has_company(piece.text):
        return None
    if (
        not _is_office(piece.text)
        or is_named_otherwise(piece.flat)
        or _REVIEWS.search(piece.flat)
        or not can_be_western(piece.text)
    ):
        return None
    before = piece.sheet.flat[max(0, piece.start - _WITHIN) : piece.start]
    return None if _NOT_WHO_BUYS.search(before) else piece


def _is_office(name: str) -> bool:
    """Say whether a name that holds a word of an office is one, and no program, machine or place to write to."""
    if _NOT_OFFICE.search(name) or _SUBJECT.match(name):
        return False
    words = [word[0].casefold() for word in _WORDS.finditer(name)]
    return not all(map(_WEAK.fullmatch, words)) or _STRONG.search(name) is not None


def _offices_han(sheet: Sheet) -> Iterator[Piece]:
    for part in _PART_HAN.finditer(sheet.flat):
        name = _NAME_HAN.match(part["part"])
        if name is None or _NOT_HAN.search(name[0]) or AGENT.search(name[0]):
            continue
        piece = Piece(sheet=sheet, start=part.start("part"), end=part.start("part") + name.end())
        names = find_names(piece)
        if len(names) == 1:
            yield names[0].piece


def _key(name: str) -> str:
    return _LEFT_OUT.sub("", name).casefold()
