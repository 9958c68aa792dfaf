"""What labels or columns say of one of the goods: its make and model, how many, their unit and their price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.goods.chinese_sentences import UNITS
from tenderlight.facts.goods.makes import told_by_labels
from tenderlight.facts.goods.of_others import told_make, told_model
from tenderlight.facts.goods.words import UNIT
from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.in_values import clean_name
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.tables.heads import MAKE_AND_ORIGIN
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts, read_number, read_unit
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS, has_han
from tenderlight.model.values import LineItemValue

MARKS = "★☆▲△●◆■※＊*# "
"""Signs before or after a name that make a demand weigh more."""
_QUANTITY = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f']\d{3})+(?!\d)|"
    r"\d[\d,]*(?:\.\d+)?)\s*[(]?(?P<unit>[^\d\s()/,.;:]{1,12})?[)]?\.?\s*$"
)
_BLANKS = re.compile(r"[ \u00a0\u202f']")
_NEXT_LABEL = re.compile(r"(?:单价|总价|总值|金额|价格|型号|品牌|规格|备注|交货|用途|总额|合计|小计)[^\d]{0,6}")
"""What stands behind a number and is the next label, and no unit."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_UNIT_AND_NUMBER = re.compile(r"(?P<unit>[^\W\d_]{2,12})\.?\s(?P<number>\d{1,5})")
"""A unit and the number beside it in one cell: Person 4."""
_LEAST_SUM = 1_000
_MISREAD = re.compile(r"(?=[ol]{0,3}\d)[\dol]{0,6}[ol][\dol]{0,6}")
"""A number in which letters stand for figures that look like them; it counts only if price and sum prove it."""
_LOOKALIKES = str.maketrans("ol", "01")
_UNIT_OF_COLUMN = re.compile(rf"[{UNITS}]|{UNIT}\.?")
"""What a column counts, in the brackets of its head: 数量（台）."""
_UNIT_OF_PRICE = re.compile(rf"(?:万?元|人民币|rmb|cny)\s?/\s?(?P<unit>[{UNITS}])")
"""What one of is priced, in the brackets of a head: 单价（元/台）."""
_CONFIGURED = re.compile(
    r"\s*[（(](?:(?:内置|含|内含|配|每|包含|\d{1,3}\s?[块颗片张枚])[^()（）]*|[^()（）\dA-Za-z]{1,12}(?:定制版|專用版|专用版|定制|改装))[）)]$"
)
"""What a model holds or for whom it was made, behind its name: no part of the name."""
_BOTH = re.compile(r"(?P<brand>[^\s/、,，]{1,16}?)(?:\s*[/、,，]\s*|\s+)(?P<model>[^\s/、,，][^/、,，]{0,60})")
_GLUED = re.compile(rf"(?P<brand>[{HAN_CLASS}]{{2,8}})(?P<model>(?=[A-Za-z0-9/+.-]*\d)[A-Za-z][A-Za-z0-9/+.-]{{1,30}})")
_MADE = re.compile(
    rf"(?P<brand>(?!国产|定制|标准|单|双|主|不|高|低|含|内)[{HAN_CLASS}]{{2,4}}(?<![型号式款版级芯核路口寸英米位通道屏]))\s?"
    r"(?P<model>(?=[A-Za-z0-9/+.-]*\d)(?:[A-Z]|(?<=\s)\d{2,5}-?[A-Z])[A-Za-z0-9/+.-]{1,24})"
)
"""A make in Chinese signs before the code of a model, in a column for models alone."""
_BRAND_WITH_CODE = re.compile(
    r"(?P<brand>[^\W\d_]{2,20})\s(?P<model>[A-Z]{1,6}-?[A-Z]{0,3}\d[\w-]{0,14}|[A-Z]{1,4}\d{2,6})"
)
"""A make with the code of a model behind it, in a column for makes alone."""
_CODE = re.compile(r"(?=[^\s]{0,24}\d)[A-Za-zА-Яа-яЁёІіЇї0-9][\w.+/-]{1,24}")
"""What stands in a column for makes and is the code of a model."""
_BRAND_THEN_MODEL = re.compile(
    r"(?P<brand>[^,;:\n]{2,30}?)\s?[,;/–—-]\s?(?i:modelo|model|modèle|modell|modello|модель)\s?[:–—-]?\s?"
    r"(?P<model>[^\s,;:][^,;:\n]{0,30})"
)
"""A make with the model behind it, by a word of its own: KUSTOM - Modelo PROLASER 4."""
_QUOTES = '"«»“”„'
_NO_MODELS = frozenset({"定制", "定做", "非标", "非标定制", "国标", "国产", "按需", "配套", "通用", "标准"})
"""What columns of models hold where a thing has none."""
_REFERS = re.compile(
    r"(?:详见|详情见|见|參見|参见|同|按照?|以)(?:附件|附表|合同|投标|响应|清单|文件|需求|招标|样品|图纸)|n/?a$",
    re.IGNORECASE,
)
"""What stands in the place of a model and refers to another paper."""
_MEASURE = re.compile(r"\d+(?:\.\d+)?\s*(?:[gG克寸]|mm|cm|kg|ml|英寸|毫米|厘米)")
"""How heavy or long a thing is: no model (80g)."""
_FORESEEN = re.compile(
    r"estimat|estimad|estimé|referen|presupuest|orçad|budget|ceiling|m[aá]xim|prévu|geschätzt|stimat|szacunk|"
    r"预算|限价|控制价|估算|начальн|максимальн|очікуван|ориентировочн"
)
"""Words of prices that were foreseen, and are not what is paid."""
_SIZES = re.compile(r"\d+(?:\.\d+)?(?:\s?[x×*]\s?\d+(?:\.\d+)?){1,2}\s?(?:[cm]?m|毫米|厘米|米)?", re.IGNORECASE)
_LATIN_OR_FIGURE = re.compile(r"[A-Za-z\d]")
_BRAND_FIRST = ("品牌", "牌子", "厂牌", "商标", "make", "brand", "marca", "marque", "марка")
_TOTALS = (Meaning.ITEM_TOTAL, Meaning.TOTAL, Meaning.AMOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How many there are of one of the goods, and what they cost; None = not told."""

    quantity: Decimal | None
    unit: str | None
    unit_price: Decimal | None
    total: Decimal | None
    currency: str | None


def item_of(
    name: str, numbers: Numbers, *, brand: str | None, model: str | None, lot: str | None = None
) -> LineItemValue:
    """Return one of the goods with its numbers, as labels tell them; a make or model of no letters is none."""
    return LineItemValue(
        name=name,
        brand=brand or None,
        model=model or None,
        quantity=numbers.quantity,
        unit=numbers.unit,
        unit_price=numbers.unit_price,
        total=numbers.total,
        currency=numbers.currency,
        lot=lot,
    )


def text_of(entry: Entry | None) -> str:
    """Return what stands beside a label, without signs that make it weigh more; "" if there is none."""
    return clean_name(entry.value.text.strip(MARKS))[:200] if entry is not None else ""


def make_and_model(by_meaning: dict[Meaning, Entry]) -> tuple[str, str]:
    """Return brand and model; a column for both is taken apart where a stroke or a blank stands between the two.

    What says that there is no make, or where goods come from, is none; nor does "or similar" belong to either.
    """
    brand, model = _made(by_meaning)
    return told_make(brand), told_model(model)


def _made(by_meaning: dict[Meaning, Entry]) -> tuple[str, str]:
    maker, entry = by_meaning.get(Meaning.ITEM_BRAND), by_meaning.get(Meaning.ITEM_MODEL)
    brand = text_of(maker)
    if maker is not None and maker.label == MAKE_AND_ORIGIN:
        brand = brand.partition("/")[0].strip()
    both = _BRAND_THEN_MODEL.fullmatch(brand) if entry is None else None
    if both is not None:
        return both["brand"], both["model"]
    model = _CONFIGURED.sub("", text_of(entry))
    model = "" if model in _NO_MODELS or _REFERS.match(model) or _is_size(entry, model) else model
    coded = _BRAND_WITH_CODE.fullmatch(brand) if entry is None else None
    if coded is not None:
        return coded["brand"], coded["model"]
    if entry is None and brand and _CODE.fullmatch(brand):
        return "", brand
    if brand or entry is None or not entry.label.startswith(_BRAND_FIRST):
        made = _MADE.fullmatch(model) if not brand else None
        return (made["brand"], made["model"]) if made is not None else (brand.strip(_QUOTES), model)
    parts = _BOTH.fullmatch(model) or _GLUED.fullmatch(model)
    if parts is not None and _MEASURE.fullmatch(parts["model"]):
        return parts["brand"], ""
    return (parts["brand"].strip(_QUOTES), parts["model"]) if parts else ("", model)


def paid_price(group: Sequence[Entry]) -> Entry | None:
    """Return the price of one among the labels of a thing: not what was foreseen where another is told."""
    prices = [one for one in group if one.meaning is Meaning.UNIT_PRICE and not is_blank(one.value.text)]
    return next((one for one in prices if _FORESEEN.search(one.label) is None), None)


def specified(group: list[Entry]) -> tuple[str, str]:
    """Return the make and model that a column of specifications says by words of its own."""
    others = [one.value.text for one in group if one.meaning is Meaning.OTHER and one.row is not None]
    told = [one for one in map(told_by_labels, others) if any(one)]
    return (told[0][0] or "", told[0][1] or "") if len(told) == 1 else ("", "")


def _is_size(entry: Entry | None, model: str) -> bool:
    """Say whether what stands for a model is how long and wide things are, or Chinese words of a specification."""
    if _SIZES.fullmatch(model):
        return True
    return entry is not None and entry.label == "规格" and has_han(model) and _LATIN_OR_FIGURE.search(model) is None


def numbers_of(by_meaning: dict[Meaning, Entry], decimal_mark: str | None) -> Numbers:
    """Return the numbers that the labels of one of the goods say."""
    counted = by_meaning.get(Meaning.ITEM_QUANTITY)
    quantity, unit = _quantity(counted, decimal_mark)
    printed_unit = by_meaning.get(Meaning.ITEM_UNIT)
    if unit is None and printed_unit is not None and read_unit(printed_unit.value.text) is None:
        unit = text_of(printed_unit)[:12]
    if printed_unit is not None and unit is not None and unit[:1].isdigit():
        told = _QUANTITY.match(unit) if counted is None else None
        quantity = read_number(_BLANKS.sub("", told["number"]), decimal_mark=".") if told is not None else quantity
        unit = printed_unit.label if told is not None and _UNIT_OF_COLUMN.fullmatch(printed_unit.label) else None
    priced = by_meaning.get(Meaning.UNIT_PRICE)
    of_price = _UNIT_OF_PRICE.fullmatch(priced.hint) if priced is not None and unit is None else None
    unit = of_price["unit"] if of_price is not None else unit
    unit_price, currency = price_of(priced, decimal_mark)
    total, total_currency = price_of(next(filter(None, map(by_meaning.get, _TOTALS)), None), decimal_mark)
    shifted = _UNIT_AND_NUMBER.fullmatch(printed_unit.value.text.strip()) if printed_unit is not None else None
    if (
        shifted is not None
        and quantity is not None
        and _is_shifted(quantity * Decimal(shifted["number"]), unit_price, total)
    ):
        unit_price, total = quantity, quantity * Decimal(shifted["number"])  # each figure stands one column to the left
        quantity, unit = Decimal(shifted["number"]), shifted["unit"]
    misread = _MISREAD.fullmatch(counted.value.flat.strip()) if counted is not None else None
    if misread is not None:
        quantity, unit = Decimal(misread[0].translate(_LOOKALIKES)), None
        quantity = quantity if total is not None and unit_price is not None and quantity * unit_price == total else None
    return Numbers(
        quantity=quantity, unit=unit, unit_price=unit_price, total=total, currency=currency or total_currency
    )


def _is_shifted(product: Decimal, unit_price: Decimal | None, total: Decimal | None) -> bool:
    """Say whether a product is the sum of a row, or the row has no sum and the product is as large as sums are."""
    return product in {unit_price, total} or (unit_price is None and total is None and product >= _LEAST_SUM)


def _quantity(entry: Entry | None, decimal_mark: str | None) -> tuple[Decimal | None, str | None]:
    if entry is None:
        return None, None
    match = _QUANTITY.match(entry.value.flat)
    if match is None:
        return None, None
    of_column = _UNIT_OF_COLUMN.fullmatch(entry.hint)
    is_unit = match["unit"] is not None and _NEXT_LABEL.fullmatch(match["unit"]) is None
    unit = entry.value.text[slice(*match.span("unit"))] if is_unit else None
    unit = unit or (of_column[0] if of_column else None)
    in_thousands = decimal_mark == "," and _THOUSANDS.fullmatch(match["number"]) is not None
    number = _BLANKS.sub("", match["number"])
    return read_number(number, decimal_mark="," if in_thousands else "."), unit


def price_of(entry: Entry | None, decimal_mark: str | None) -> tuple[Decimal | None, str | None]:
    """Return the one sum beside a label and its currency; None if there are none or several."""
    if entry is None:
        return None, None
    found = find_amounts(flatten(entry.value.text), unit=entry.unit, decimal_mark=decimal_mark)
    if len({amount.amount for amount in found}) != 1:
        return None, None
    return found[0].amount, found[0].currency
