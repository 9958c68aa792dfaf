"""Regions and towns as notices in Cyrillic letters write them, and the place behind the name of an organisation.

A region stands in any case and order ("Томской области", "край Краснодарский", "обл. Брестская"), a town behind the
word for its kind ("г. Сарысай", "смт Рудня-Озерна", "ст-ца Верхнелужская").
"""

from __future__ import annotations

import re

_STEM = r"[А-ЯЁІЇЄҐӘҚҒҮҰҢӨҺ][\wӘәҚқҒғҮүҰұҢңӨөҺһ'’ʼ-]*"
_ADJECTIVE = (
    rf"{_STEM}(?:[аяАЯ][яЯ]|[иыоИЫО][йЙ]|[оеОЕ][йЙ]|[оеОЕ][гГ][оО]|[кК][оО][мМ][уУ]|"
    r"[сцзСЦЗ][ьЬ][кК](?:[аА]|[оО][їЇ]|[іІ][йЙ]))"
)
_KIND = (
    r"(?i:област[ьие]|обл(?:\.|(?!\w))|області|кра[йяею]|республик[аеи]|респ(?:\.|(?!\w))|"
    r"автономн(?:ая|ой|ую)\sобласт[ьи]|автономн(?:ый|ого|ом)\sокруг[ае]?|АО(?!\w))"
)
REGION = re.compile(
    rf"(?<!\w)(?:{_ADJECTIVE}\s(?:Народн(?:ая|ой)\s)?{_KIND}(?:\s?[–—-]\s?Югр[аы])?|"
    rf"(?i:край|область|обл\.?)\s{_STEM}(?:[аяАЯ][яЯ]|[иыоИЫО][йЙ])|"
    rf"(?i:област[ьи])\s(?:Абай|Жетісу|Жетысу|Ұлытау|Улытау)|"
    rf"(?i:республик[аеи]|респ\.?)\s(?!(?i:беларус|казахстан|кыргыз|узбекистан|молдов|таджикистан|армени|крым\sукр)){_STEM}(?:\s\({_STEM}\))?)"
    r"(?!\w)"
)
"""A region as printed, in whatever case, order and letters."""
_COUNTRIES = re.compile(r"(?i:кыргызск|чешск|российск|польск|турецк|латвийск|литовск|эстонск|итальянск)")
_ABBREVIATED = re.compile(r"(?i:обл\.?|респ\.?|\sАО)$")
_KINDS_OF_TOWN = (
    r"(?:г\.?\s?п\.|г\.|г(?=\s)|гор\.|город|с\.|село|пос\.|пос[её]лок|п\.|п(?=\s)|пгт\.?|смт\.?|м\.|місто|м(?=\s)|"
    r"ст-ца|станица|ст\.|дер\.|д\.|деревня|х\.|хутор|р\.\s?п\.|рп\.?|а\.|аул|аг\.|агрогородок|с/п|кишлак|селище)"
)
_TOWN_NAME = r"[А-ЯЁІЇЄҐӘҚҒҮҰҢӨҺ][\w’'ʼ-]+(?:\s(?!(?i:обл|край|район|респ))[А-ЯЁІЇЄҐ][\w’'ʼ-]+)?"
TOWN = re.compile(rf"(?<![\w.]){_KINDS_OF_TOWN}\s?(?P<place>{_TOWN_NAME})")
"""A town behind the word for its kind."""
TOWN_OF = re.compile(rf"(?<!\w)(?:города|пос[её]лка|села|деревни|станицы|міста|селища)\s(?P<place>{_TOWN_NAME})")
"""The same in the name of an office: "Служба единого заказчика города Ясногорье"."""
_STREET = r"(?i:ул|вул|пр|просп|пл|бул|бульв|пер|пров|ш|наб|мкр|д|буд|оф|кв|каб)\.?\s"
_COUNTRY = (
    r"(?i:российская\sфедерация|россия|рф|республика\s(?:беларусь|казахстан|узбекистан|молдова|таджикистан|армения)|"
    r"рк|рб|казахстан|беларусь|узбекистан|кыргызстан|кыргызская\sреспублика|україна)"
)
_PART = (
    rf"(?:{REGION.pattern}|{_COUNTRY}(?!\w)|{_KINDS_OF_TOWN}\s?{_TOWN_NAME}(?:\s{REGION.pattern})?|\d{{5,6}}(?!\d)|"
    rf"{_STREET}[^,()\n]{{2,40}}|{_STEM}\s(?i:район|р-н|раён|міський\sокруг|городской\sокруг))"
)
_CALLED = rf"(?:{_STEM}(?:ая|[ыио]й|[сцз]ька)\s(?i:область|обл(?:\.|(?!\w))|край))"
"""A region in the nominative: what stands so behind a name is no part of it."""
_TAIL = re.compile(
    rf"(?:,\s{{0,2}}|\s\(|(?<=[»”\"])\s(?={_CALLED}))(?:{_PART}(?:,\s{{0,2}}|\s{{0,2}}(?=\)|[.\s]{{0,3}}$)))+\)?[.\s]{{0,3}}$"
)
"""Country, region, town and street behind a name, down to the end of its value."""
_CODE = re.compile(
    r"(?:,\s{0,2}|\s\(|\s)(?i:(?:код|ідентифікаційний код|идентификационный код)(?:\s(?:за\s)?єдрпоу|\sегрпоу)?|"
    r"єдрпоу|едрпоу|унп|окпо|бин|иин|рнокпп|окэд)\s?:?\s?\d[^\n]{0,60}$"
)
"""The number of an organisation in a register, behind its name."""
_KIND_FIRST = re.compile(r"(?i:(?P<kind>край|область|обл\.?)\s(?P<name>\S+(?:ая|[ыио]й)))$")
_CASES = (
    (re.compile(r"ой автономной области$"), "ая автономная область"),
    (re.compile(r"(?:ой|ей) области$"), "ая область"),
    (re.compile(r"(?<=[кгх])ого края$"), "ий край"),
    (re.compile(r"(?:ого|его) края$"), "ый край"),
    (re.compile(r"(?<=к)ому краю$"), "ий край"),
    (re.compile(r"(?<=[сцз]ьк)(?:ої|ій) (?=обл)"), "а "),
    (re.compile(r"області$"), "область"),
    (re.compile(r"(?<=к)ого автономного округа"), "ий автономный округ"),
    (re.compile(r"(?<=к)ом автономном округе"), "ий автономный округ"),
    (re.compile(r"ой народной республики$"), "ая народная республика"),
    (re.compile(r"ой республики$"), "ая республика"),
    (re.compile(r"ой республике$"), "ая республика"),
    (re.compile(r"^республик[еи] "), "республика "),
    (re.compile(r"^области "), "область "),
    (re.compile(r"ой обл"), "ая обл"),
)
"""Endings of names of regions in the cases that notices print them in, and as they are called."""
_SMALL = frozenset({"область", "край", "автономный", "автономная", "округ", "обл", "обл."})


def find_region(text: str) -> re.Match[str] | None:
    """Return where a text names a region in Cyrillic letters, or None; a country is none."""
    return next((found for found in REGION.finditer(text) if _COUNTRIES.match(found[0]) is None), None)


def region_name(written: str) -> str:
    """Return the name of a region as it is called, where it stands in another case ("Таёжной области")."""
    words = _KIND_FIRST.sub(r"\g<name> \g<kind>", " ".join(written.split()))
    if _ABBREVIATED.search(words) and not re.search(r"ой обл", words):
        return words
    called = words.lower()
    for ending, named in _CASES:
        called = ending.sub(named, called)
    return " ".join(_capital(word) for word in called.split(" "))


def _capital(word: str) -> str:
    if word in _SMALL:
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def end_before_place(text: str, start: int, end: int) -> int:
    """Return where a name ends before the place or the register number that stands behind it.

    «Управление «Днепр», г. Лугавинск, Могилёвская область» ends behind its quotation mark; a region in the genitive
    («… Кедровского района Новгородской области») belongs to the name.
    """
    code = _CODE.search(text, start + 3, end)
    end = code.start() if code is not None else end
    tail = _TAIL.search(text, start + 3, end)
    return tail.start() if tail is not None else end
