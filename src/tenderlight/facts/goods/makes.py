"""Name, make and model of goods in one stretch of words: "Dome camera, Kestrova KD-50"; 终端（慧甲 HJ-T7）.

Whatever reader found the goods and whatever layout they stood in, their words are taken apart here, in one way: by
words for make and model, else by brackets, quotation marks, signs that set words apart and the look of a code at the
end. Nothing is taken that leaves no name before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tenderlight._generated.makes import MAKES
from tenderlight.facts.goods.known_makes import Apart, known_make
from tenderlight.facts.goods.words import NO_CODE, WRITTEN_CODE
from tenderlight.facts.names.western import CAPITAL, has_company
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.scripts import HAN_CLASS, has_han

_LONGEST = 160
_SHORTEST_NAME = 2
_SHORTEST_MAKE = 2
_NO_NAME = "__, "
"""What stands for the name that makes and models are told of, where a text holds none."""
_LETTER = r"[^\W\d_]"
_SEPARATOR = r"(?:\s?[,，;；/／|│▪·、]\s?|\s[-–—]\s|[ \t\u3000]{2,20}|\t)"
_BREAK = re.compile(_SEPARATOR)
_LAST_BLANK = re.compile(r"\s(?=\S{1,40}$)")
_EDGES = " \t\u3000\n,，;；:：.。|│/／–—=-、▪·("
_EDGES_OPEN = _EDGES + "（"
_CLOSING = " \t\u3000)）.。;；,，"
_QUOTES = '«»“”„"「」『』'
_LABEL = re.compile(
    r"(?P<both>品牌\s?(?:及|和|与|/|、)?\s?(?:规格)?(?:型号|型號))|"
    r"(?P<brand>品牌|厂牌|廠牌|牌号|商标|商標|"
    r"(?<!\w)(?:(?:de |da |de la )?marca|(?:de (?:la )?)?marque|make|brand|marka|marki|fabrikat|hersteller|"
    r"marke|produttore|fabricante|fabricant|manufacturer|mfr|"
    r"(?:торгов(?:ая|ой|ої|а) )?марк[аи]|(?:товарн|торгов)(?:ый|ий|ого) знака?|тм|производител[ья]|виробник|producent|"
    r"výrobce|značka)(?!\w))|"
    r"(?P<model>规格型号|規格型號|型号规格|规格/型号|型号/规格|型号|型號|规格(?=\s{0,3}[:：]\s{0,3}[A-Za-z])|"
    r"(?<!\w)(?:models?|modelo|modèle|modell|modello|mod(?=\.)|"
    r"(?:type|typ|tipo|тип)(?=\s?[:：]|\s(?!\d{1,2}(?!\S))\S{0,20}\d|\s[A-Z]{2,6}-[A-Z]{2,6}$)|"
    r"модел[ьи]|мод(?=\.)|р/n|p/n|part no|réf(?:érence)?|ref(?=\.|\s?:)|referencia|referência|артикул|арт(?=\.))(?!\w)|"
    r"(?<!\w)(?:طراز|مدل|مودیل|موديل)(?!\w))",
    re.IGNORECASE,
)
_BEHIND_LABEL = re.compile(r"[\s.:：＝=]{0,12}(?:(?:no|nr)\.\s?|n[°º]\s?)?")
_VALUE_ENDS = re.compile(r"[,，;；|│()（）、▪\t\n]|\s[-–—/]\s|[ \u3000]{2,}")
_LOOSE_END = re.compile(r"\s(?:به|por|at|de|за|по|y|and|et|и|та|à|a|con|with|из)$")
_NOTHING = re.compile(r"[-–—/.\s]*|无|無|n/a|s/m|sin marca|定制|国产")

_CODE = (
    rf"(?=\S{{0,24}}\d)(?=\S{{0,24}}[{CAPITAL}])[{CAPITAL}a-z0-9][A-Za-zА-Яа-яЁёІіЇїЄє0-9]{{0,12}}"
    r"(?:[-./+][A-Za-zА-Яа-яЁёІіЇїЄє0-9]{1,12}){0,4}\+?"
)
_STRONG = re.compile(
    rf"(?=\S*[{CAPITAL}])(?:(?=\S*\d)\S*-\S*|[{CAPITAL}]{{1,8}}\d{{2,8}}[A-Za-z]{{0,3}}|[{CAPITAL}]{{2,8}}\d{{1,6}}[{CAPITAL}]{{0,4}}|"
    rf"[{CAPITAL}]{{1,4}}\d{{1,4}}[{CAPITAL}]{{1,3}}\d{{0,4}})"
)
"""A code that needs no make beside it."""
_SIZE = re.compile(
    r"K?N9\d|FFP\d|Q[1-5]|АИ-?\d{2}|ПЭ-?\d{2,3}|[МВП]\d{2,3}|NPK\S*|ДТ-\S*|[EB]\d{2}|[AА][0-6]|[MМ]\d{1,2}|"
    r"\d+(?:[.,]\d+)?[-]?(?:[KMGTКМГТ]?[BБ]|MP|Mpx|Mbps|[KКUУ]|[KМM]?[WВ]|[VВ]|[mk]?[AА]h?|Hz|ГГц|ГБ|ТБ|МП|"
    r"[cmkкмс]{0,2}[mмgгlлLтt]|HP|CV|[GD]|PSI|DPI|N|кВА|кВт|kVA|kW|kVA|л\.с|AWG|ANSI)?|"
    r"\d+(?:[.,]\d+)?(?:[x×хX*]\d+(?:[.,]\d+)?){1,3}\S{0,4}|[VvВ]\.?\d{1,2}(?:\.\d+){0,3}|(?:II|III|IV)-?[A-ZА-Я]|[IVX]+|"
    r"\d+(?:-\d+)?[-]?(?:IN|CH|CORE|PORT|WAY|SEAT|INCH|BIT|PIN|FOLD)\S{0,3}|\d{2}/\d{2}|[A-Z]\d/[A-Z]\d|(?:19|20)\d\d(?:-\d+)?",
)
"""Sizes, editions, classes: no code of a model."""
_CAPITAL = rf"[{CAPITAL}][^\W\d_{HAN_CLASS}'’]{{1,19}}(?:['’-][^\W\d_]{{1,12}})?"
_LATIN_MAKE = re.compile(rf"{_CAPITAL}(?:[ -]{_CAPITAL})?|[{CAPITAL}]&[{CAPITAL}]")
_LONG_MAKE = re.compile(r"(?!\S{1,3}$)\S+")
"""In capitals a short word is an abbreviation more often than a make."""
_HAN_MAKE = re.compile(rf"[{HAN_CLASS}]{{2,4}}")
_NO_HAN_MAKE = re.compile(
    r"系统|系統|终端|終端|设备|設備|主机|主機|模块|模組|相机|相機|软件|軟件|軟體|平台|产品|产品|一体|服务|型号|單元|单元|部分|配件|电脑|套件|工程|项目"
)
_THING_END = re.compile(
    r"[机機器仪儀柜櫃车車灯燈屏箱端桌椅架床泵站备備件统統台臺镜鏡炉爐计計表錶枪槍盾服帽靴线線缆纜板盘盤卡锁鎖杆桿门門膜管阀閥刀"
    r"具品材料包池源塔亭笔筆纸紙布毯球网網尺秤头頭式型版级級款色层層组組套装裝置号號个米寸英通路位槽道库庫树樹幕膏剂劑液片袋瓶罐盒桶绳繩带帶"
    r"模块塊务務费費程权權]$"
)
"""How names of goods end, and makes hardly do."""
_NO_MAKE = re.compile(
    r"(?:bullet|dome|full|bluetooth|ethernet|android|linux|windows|tetra|wifi|wi-fi|gigabit|lidar|radar|led|lcd|turret|usb|hdmi|gps|"
    r"rfid|poe|ssd|hdd|nvr|dvr|anpr|alpr|lpr|cctv|ptz|uhf|vhf|hd|uhd|ip|uav|drone|din|iso|en|гост|ту|пэ|пвх|pvc|type|typ|class|level|"
    r"nível|nivel|niveau|stage|phase|lot|item|pro|plus|mini|version|grade|size|set|kit|series|ddr|cpu|gpu|ups|sdi|lte|gsm|nfc|plc)",
    re.IGNORECASE,
)
_THING_WORD = re.compile(
    r"(?:cameras?|controllers?|detectors?|software|hardware|servers?|systems?|terminals?|readers?|recorders?|"
    r"scanners?|sensors?|stations?|platforms?|routers?|switch(?:es)?|printers?|displays?|monitors?|radios?|tablets?|gateways?|modules?|licen[cs]es?)",
    re.IGNORECASE,
)
"""English words for things, beside their names in another script."""
_LOWER_END = re.compile(
    r"(?:^|[\s(])(?:[a-zà-öø-ÿāăąćčďđėęěğģīįķłľńņňőœřśšşťūůűųźżžа-яёіїєґ][\w'’-]*|\d+[A-Z]{0,3}[\"”]?)[,)]?$"
)
_CODE_END = re.compile(rf"(?:(?<=[\s,，;；/／|│▪·、)）({HAN_CLASS}])|(?<=（))(?P<code>{_CODE})$")
_GLUED = re.compile(
    rf"(?:^|(?<=[\s,，;；/／|│▪·、)）(（]))(?P<brand>[{HAN_CLASS}]{{2,4}})\s?[/／]?\s?(?P<code>{_CODE})$"
)
_JOINED = re.compile(rf"(?P<brand>[{CAPITAL}][^\W\d_]{{2,19}})/(?P<model>{_CODE})")
_FOR = re.compile(
    r"(?<!\w)(?:for|para|pour|für|per|до|для|к|with|con|avec|mit|com|с|and|y|et|и|или|or|to|type|tipo|class|de|von|"
    r"nivel|nível|niveau|level|grad[eo]|clas[es]e?|klasse|schutzklasse|stufe|livello|klas[ay]|класс[а]?|клас[у]?|уров(?:ень|ня)|"
    r"рівень|рівня|standard|norma?e?)\s?$",
    re.IGNORECASE,
)
"""What leads to a thing that goods are for, or are made of."""
_CODE_FIRST = re.compile(
    rf"(?P<code>[{CAPITAL}]{{1,4}}-[{CAPITAL}]{{0,3}}\d{{1,5}}[{CAPITAL}]{{0,2}})\s(?=[a-zа-яіїєґ]{{4}})"
)
"""The code of a model before the name of the thing: TX-40 handheld radio."""
_BRACKET = re.compile(r"[(（](?P<inside>[^()（）]{2,40})[)）]$")
_QUOTED = re.compile(
    rf"(?P<open>[«“„\"「])(?P<inside>[^«»“”„\"「」\n]{{2,30}})(?P<close>[»”\"」])(?:\s?(?P<code>{_CODE}))?$"
)
_QUOTED_MODEL = re.compile(rf"[^\s]{{1,20}}-[{CAPITAL}]{{1,3}}|.{{0,28}}\d.{{0,12}}")
_BRAND_AND_CODE = re.compile(
    rf"(?P<brand>\S{{2,20}}(?:\s{_LETTER}{{2,15}})?)\s?[/\s]\s?(?P<model>{_CODE}(?:\s\S{{1,8}})?)"
)
_LATIN_BOTH = re.compile(r"(?P<brand>[A-Z][a-z]{2,15})\s(?P<model>[A-Z][A-Za-z-]{3,20})")
_VEHICLE = re.compile(r"[车車]\s?$")
_EDITION = re.compile(r"[Vv]\d+(?:\.\d+)+")
_HAN_MADE = re.compile(rf"(?P<brand>[{HAN_CLASS}]{{2,4}})\s?(?P<model>{_CODE})")
_SWITCHED = re.compile(rf"(?P<name>.{{2,80}}?)\s(?P<model>{_CODE})\s?[(（](?P<brand>{_CAPITAL})[)）]")


def is_no_make(word: str) -> bool:
    """Say whether a word is one for things, their kinds or sizes, and no make: camera, bullet, TETRA."""
    return _NO_MAKE.fullmatch(word) is not None or _THING_WORD.fullmatch(word) is not None


def taken_apart(text: str, makes: frozenset[str] = frozenset()) -> Apart:
    """Return what a stretch of words names, and its make and model where the words hold them; offsets into `text`.

    Args:
        text: Words that name goods, as printed.
        makes: Makes that the document is known to name, as printed.
    """
    whole = Apart(start=0, end=len(text))
    if len(text) > _LONGEST:
        return whole
    found = _by_labels(text, whole)
    if found.model is None:
        found = _by_look(text, found, makes)
    if found.end - found.start < _SHORTEST_NAME or not any(map(str.isalpha, text[found.start : found.end])):
        return whole
    return found if found.brand is not None or found.model is not None else whole


def apart(
    name: Piece, brand: str | None = None, model: str | None = None, makes: frozenset[str] = frozenset()
) -> tuple[Piece, str | None, str | None]:
    """Return a name without the make and model that its words hold, and the two; what is known already stays."""
    found = told_beside(name.text, brand, model, makes)
    if found is None:
        return name, brand, model
    return name.part(found.start, found.end).stripped(), brand or found.brand, model or found.model


def told_beside(name: str, brand: str | None, model: str | None, makes: frozenset[str] = frozenset()) -> Apart | None:
    """Return what a name holds of make and model beside what is known already; None if nothing, or another make."""
    if brand is not None and model is not None:
        return None
    known = known_make(name) if brand is None else None
    if known is not None and not (known.model and model):
        return known
    found = taken_apart(name, makes) if model is None else make_off(name, makes)
    if found.brand is None and found.model is None:
        return None
    return None if brand is not None and (found.brand is not None or found.model is None) else found


def make_off(name: str, makes: frozenset[str] = frozenset()) -> Apart:
    """Return what a name, whose model is known already, names without the make that it ends with, and the make."""
    named, brand = _make_at_end(name, makes) if len(name) <= _LONGEST else (name, None)
    end = len(named.rstrip(_EDGES_OPEN))
    return Apart(start=0, end=end, brand=brand) if brand and end >= _SHORTEST_NAME else Apart(start=0, end=len(name))


def told_in_brackets(name: str) -> Apart | None:
    """Return the name before a bracket that holds a make and the code of its model, and the two."""
    bracket = _BRACKET.search(name) if len(name) <= _LONGEST else None
    inside = _inside(bracket["inside"].strip()) if bracket is not None else None
    inside = inside or (_vehicle(name[: bracket.start()], bracket["inside"].strip()) if bracket is not None else None)
    if bracket is None or inside is None or inside[0] is None:
        return None
    end = len(name[: bracket.start()].rstrip(_EDGES_OPEN))
    return Apart(start=0, end=end, brand=inside[0], model=inside[1]) if end >= _SHORTEST_NAME else None


def told_by_labels(text: str) -> tuple[str | None, str | None]:
    """Return the make and model that words of a text say they are: "Marca Alkor, modelo EV-3, 64 GB"."""
    if len(text) > _LONGEST:
        return None, None
    found = _by_labels(f"{_NO_NAME}{text}", Apart(start=0, end=len(text) + len(_NO_NAME)))
    return found.brand, found.model


def _by_labels(text: str, whole: Apart) -> Apart:
    """Take off make and model that words say they are: "marca Alkor, modelo EV-3"."""
    hits = [one for one in _LABEL.finditer(text) if one.start() >= _SHORTEST_NAME]
    if not hits or not text[: hits[0].start()].rstrip(_EDGES_OPEN):
        return whole
    told: dict[str, str] = {}
    for at, hit in enumerate(hits):
        limit = hits[at + 1].start() if at + 1 < len(hits) else len(text)
        kind = str(hit.lastgroup)
        value = _value(text, hit.end(), limit)
        if value is None:
            return whole
        if not value:
            continue
        both = _BRAND_AND_CODE.fullmatch(value) if kind != "model" else None
        if both is not None and not _SIZE.fullmatch(both["model"]):
            told.setdefault("brand", both["brand"].strip(_QUOTES))
            told.setdefault("model", both["model"])
        elif kind == "both":
            told.setdefault("model" if any(map(str.isdigit, value)) else "brand", value)
        else:
            told.setdefault(kind, value)
    end = len(text[: hits[0].start()].rstrip(_EDGES_OPEN))
    brand, model = told.get("brand"), told.get("model")
    if brand is None and model is not None:
        made = _HAN_MADE.fullmatch(model)
        brand, model = (made["brand"], made["model"]) if made else (None, model)
    if brand is None and model is not None:
        named, brand = _make_at_end(text[:end], frozenset())
        end = len(named.rstrip(_EDGES_OPEN))
    return replace(whole, end=end, brand=brand, model=model)


def _value(text: str, start: int, limit: int) -> str | None:
    """Return the value behind a word for make or model, "" if it is a company, or None if it is too long."""
    lead = _BEHIND_LABEL.match(text, start, limit)
    start = lead.end() if lead else start
    stop = _VALUE_ENDS.search(text, start, limit)
    value = text[start : stop.start() if stop else limit].strip(_EDGES + _CLOSING)
    if has_company(value) and _BRAND_AND_CODE.fullmatch(value) is None:
        return ""
    loose = _LOOSE_END.search(value)
    value = (value[: loose.start()] if loose else value).strip(_QUOTES + " .")
    is_one = 0 < len(value) <= 30 and len(value.split()) <= 4
    return value if is_one and not _NOTHING.fullmatch(value) else None


def _by_look(text: str, found: Apart, makes: frozenset[str]) -> Apart:
    """Take off what looks like make and model at the end."""
    words = text[: found.end].rstrip(" \t\u3000")
    switched = _SWITCHED.fullmatch(words) if found.brand is None else None
    if switched is not None and _is_code(switched["model"]):
        return replace(found, end=switched.end("name"), brand=switched["brand"], model=switched["model"])
    bracket = _BRACKET.search(words)
    if bracket is not None:
        inside = _inside(bracket["inside"].strip()) or _vehicle(words[: bracket.start()], bracket["inside"].strip())
        end = len(words[: bracket.start()].rstrip(_EDGES_OPEN))
        return replace(found, end=end, brand=found.brand or inside[0], model=inside[1]) if inside else found
    quoted = _QUOTED.search(words)
    if quoted is not None:
        return _of_quoted(words, quoted, found)
    first = _CODE_FIRST.match(words)
    if first is not None and _is_code(first["code"]):
        return replace(found, start=first.end(), model=first["code"])
    return _of_code(words, found, makes)


def _inside(inside: str) -> tuple[str | None, str] | None:
    """Return make and model of what brackets hold, or None if they hold anything else."""
    if re.fullmatch(_CODE, inside):
        return (None, inside) if _STRONG.fullmatch(inside) and _is_code(inside) else None
    glued = _GLUED.fullmatch(inside)
    if glued is not None:
        return (glued["brand"], glued["code"]) if _is_code(glued["code"]) else None
    named = _LATIN_BOTH.fullmatch(inside)
    if named is not None and WRITTEN_CODE.fullmatch(named["model"]):
        return named["brand"], named["model"]
    both = _BRAND_AND_CODE.fullmatch(re.sub(r"\s?[,，、]\s?", " ", inside))
    if (
        both is None
        or not _is_code(both["model"].split()[0])
        or not (_LATIN_MAKE.fullmatch(both["brand"]) or _HAN_MAKE.fullmatch(both["brand"]))
    ):
        return None
    return both["brand"], both["model"]


def _vehicle(before: str, inside: str) -> tuple[str, str] | None:
    """Return make and model of a vehicle, whose models have names without figures: 救护车（Volkswagen Crafter）."""
    named = _LATIN_BOTH.fullmatch(inside) if _VEHICLE.search(before) else None
    return (named["brand"], named["model"]) if named is not None and named["brand"] in MAKES else None


def _of_quoted(words: str, quoted: re.Match[str], found: Apart) -> Apart:
    """Take off what stands in quotation marks at the end: a make before a code, else a model if it looks like one."""
    end = len(words[: quoted.start()].rstrip(_EDGES_OPEN))
    inside = quoted["inside"].strip()
    if not words[:end].strip() or has_company(inside):
        return found
    both = _BRAND_AND_CODE.fullmatch(inside) if found.brand is None else None
    if quoted["code"] is None and both is not None and _are_both(both):
        return replace(found, end=end, brand=both["brand"], model=both["model"])
    if quoted["code"] is not None:
        return replace(found, end=end, brand=found.brand or inside, model=quoted["code"])
    if _QUOTED_MODEL.fullmatch(inside):
        return replace(found, end=end, model=inside)
    is_make = found.brand is None and inside[:1].isupper() and len(inside.split()) <= 3
    return replace(found, end=end, brand=inside) if is_make else found


def _are_both(both: re.Match[str]) -> bool:
    """Say whether two words in quotation marks are a make and the code of a model."""
    is_made = _LATIN_MAKE.fullmatch(both["brand"]) is not None
    return is_made and _STRONG.fullmatch(both["model"]) is not None and _is_code(both["model"])


def _of_code(words: str, found: Apart, makes: frozenset[str]) -> Apart:
    """Take off the code of a model at the end, and the make before it; a code like a size only behind a make."""
    glued = _GLUED.search(words) if found.brand is None else None
    if (
        glued is not None
        and (_is_code(glued["code"]) or _EDITION.fullmatch(glued["code"]))
        and _can_be_make(glued["brand"], words[: glued.start()])
    ):
        end = len(words[: glued.start()].rstrip(_EDGES_OPEN))
        if end >= _SHORTEST_NAME:
            return replace(found, end=end, brand=glued["brand"], model=glued["code"])
    code = _CODE_END.search(words)
    if code is None or _FOR.search(words, 0, code.start()):
        return found
    before, written = words[: code.start()], code["code"]
    joined = _JOINED.fullmatch(written)
    if joined is not None and found.brand is None and _is_code(joined["model"]):
        return replace(found, end=len(before.rstrip(_EDGES_OPEN)), brand=joined["brand"], model=joined["model"])
    if not _is_code(written):
        return found
    named, make = (before, None) if found.brand is not None else _make_at_end(before, makes)
    if make is None and not _STRONG.fullmatch(written):
        return found
    end = len(named.rstrip(_EDGES_OPEN))
    if end < _SHORTEST_NAME:
        return found
    return replace(found, end=end, brand=make or found.brand, model=written)


def _is_code(code: str) -> bool:
    return not NO_CODE.match(code) and not _SIZE.fullmatch(code)


def _can_be_make(make: str, before: str) -> bool:
    """Say whether a word of Chinese signs that stands apart before a code is a make: longer ones end as goods do."""
    if not before.strip() or _NO_HAN_MAKE.search(make):
        return False
    return len(make) == _SHORTEST_MAKE or not _THING_END.search(make)


def _make_at_end(before: str, makes: frozenset[str]) -> tuple[str, str | None]:
    """Return the words before a make that they end with, and the make; all words and None where nothing tells.

    A make is known, or set apart by a sign, or has a capital behind a word in small letters, or stands in Latin
    letters behind Chinese signs.
    """
    trimmed = before.rstrip(_EDGES)
    cuts = [match.span() for match in _BREAK.finditer(trimmed)]
    if cuts:
        start, end = cuts[-1]
        last = trimmed[end:]
        is_make = _LATIN_MAKE.fullmatch(last) or (_HAN_MAKE.fullmatch(last) and _can_be_make(last, trimmed[:start]))
        if is_make and trimmed[:start].strip() and not _NO_MAKE.fullmatch(last):
            return trimmed[:start], last
    blank = _LAST_BLANK.search(trimmed)
    if blank is None or not trimmed[: blank.start()].strip():
        return before, None
    head, last = trimmed[: blank.start()], trimmed[blank.end() :]
    if last in makes:
        return head, last
    if not _LATIN_MAKE.fullmatch(last) or is_no_make(last):
        return before, None
    if not _LONG_MAKE.fullmatch(last):
        return before, None
    is_behind_han = has_han(head[-1:])
    is_told = is_behind_han or _LOWER_END.search(head) or _NO_MAKE.fullmatch(head.split()[-1])
    return (head, last) if is_told else (before, None)
