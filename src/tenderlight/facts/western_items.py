"""Goods in lines of text, in languages written with spaces: "1. Body scanner, model TD-360, qty 6, unit price £9,000".

A line is one of goods only if each of its parts says something of goods: what they are, how many, which make or model,
what one costs, what all of them cost. A line whose last two numbers are a price and that price times the quantity
needs no word for it: the sum proves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts.document import SETTLED, Notice
from tenderlight.facts.goods_lists import goods_in_lists
from tenderlight.facts.goods_rows import goods_in_rows
from tenderlight.facts.goods_slots import Goods
from tenderlight.facts.layout import Piece
from tenderlight.facts.western_names import has_company
from tenderlight.languages.money import find_amounts, read_number
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import LineItemValue

_PAGES = 5
_LONGEST_PAGE = 30_000
_LONGEST_LINE = 300
_LONGEST_NAME = 80
_MOST = 200
_MOST_QUANTITY = 1_000_000
_LINE = re.compile(r"[^\n]{6,}")
_UNIT = (
    r"(?:units?|pcs|pieces?|pc|ea|each|nos?|sets?|pairs?|pkg|lots?|licen[cs]es?|unidades?|unids?|uds?|und|un|piezas?|"
    r"pzas?|juegos?|equipos?|kits?|peças|pç|jogos?|pièces?|unités?|jeux|stück|stk|satz|pezzi|pz|sztuk|szt|kpl|"
    r"шт|штук[аи]?|компл|комплект(?:ов|а|и|ів)?|ед|единиц[аы]?|од|одиниць|пар[аы]?|упак|усл)"
)
_QUANTITY_WORD = (
    r"(?:qty|quantity|quantities|cant(?:idad)?|qtd[ea]?|quantidade|qté|quantité|nombre|menge|anzahl|quantità|ilość|"
    r"кол-во|количество|к-ть|кількість|к-сть)"
)
_EACH = (
    r"(?:unit\s(?:price|cost|rate)|price\sper\sunit|rate|@|at|precio\sunit(?:ario)?|p\.?\s?unit|valor\sunit(?:[áa]rio)?|"
    r"vr\.?\sunit(?:ario)?|preço\sunit(?:ário)?|prix\sunitaire|p\.?u|einzelpreis|stückpreis|prezzo\sunitario|"
    r"cena\sjednostkowa|по\sцене|по\sціні|по|цена\sза\s(?:ед|единицу|шт|штуку)|ціна\sза\s(?:од|одиницю|шт)|цена|ціна|"
    r"à|a|zu\sje|je)"
)
_ALL = (
    r"(?:total|amount|line\stotal|sum|subtotal|importe|monto(?:\stotal)?|valor(?:\stotal)?|montant|prix\stotal|soit|gesamt|"
    r"gesamtpreis|totale|wartość|сумма|на\sсумму|сума|на\sсуму|всего|итого|стоимость|вартість|=)"
)
_TAX = re.compile(
    r"(?:[(]?(?:incl?|excl?|ex|inc|ht|ttc|iva|vat|gst|con\simpuestos|sin\simpuestos|impuestos|без\sндс|с\sндс|ндс|з\sпдв|"
    r"без\sпдв|пдв|mwst|netto?|brutto)\b[^\d]{0,24}[)]?)\s*",
)
_ENUMERATOR = re.compile(
    r"\s*(?:[-•*·–—]\s+)?(?:[(]?(?:\d{1,3}|[a-zа-я])[.)]\s+|(?:items?|l[ií]nea|line|[ií]tem|pos(?:ition)?|поз(?:иция|иція)?|posten|artículo|"
    r"rengl[óo]n|ligne|rubro)\.?\s*(?:n[°ºo.]*\s*|№\s*)?\d{0,5}\s*[:.)–—-]?\s+)?"
)
_LABEL = re.compile(r"(?:goods|items?|supplies|bienes|bens|fournitures|товар|equipment|lot unique|objeto|objet)\s*:\s*")
_APART = re.compile(r"\s+[-–—|]\s+|\s*[;|\t]\s*|,\s+|,(?=[^\d\s])|\s{2,}")
_QUANTITY = re.compile(
    rf"{_QUANTITY_WORD}\.?\s*[:=.]?\s*(?P<number>\d[\d.,]{{0,8}}?)(?:\s*(?P<unit>{_UNIT})(?![\w]))?\.?(?=\s|$|[)])|"
    rf"[x×]\s?(?P<times>\d{{1,6}})(?:\s*(?P<timesunit>{_UNIT})(?!\w))?\.?(?=\s|$)|"
    rf"(?P<counted>\d[\d.,]{{0,8}}?)\s*(?P<countedunit>{_UNIT})(?!\w)\.?(?=\s|$|[)@])"
)
_MODEL = re.compile(
    r"(?:(?:model|modelo|mod|modèle|modell|modello|модель|модел|type|typ|тип|part\sno|p/n|ref|référence)\.?(?:\sno\.?)?\s*[:#]?\s*)"
    r"(?P<model>(?=[^\s]*[\d-])[^\s,;]{2,30}|[^\s,;\d]{2,20}$)"
)
_BRAND = re.compile(
    r"(?:brand|make|marca|marque|марка|fabricante|manufacturer|hersteller|фирма)\s*:?\s*(?P<brand>\S[^,;]{1,30})$"
)
_MODEL_BEHIND = re.compile(r"[\s,]+(?:model|modelo|modèle|modell|модель|модел)\.?\s+(?P<told>[^\s,]{1,30})$")
_BRAND_BEHIND = re.compile(
    r"[\s,]+(?:brand|make|marca|marque|марка|марки)\s+(?P<told>[^\s,]{2,20}(?:\s[^\s,]{2,20})?)$"
)
_COUNT_FIRST = re.compile(
    rf"(?P<number>\d{{1,6}})\s*(?:[x×]\s*)?(?:(?P<unit>{_UNIT})\.?\s+(?:of\s+|de\s+)?|\s)(?=[^\W\d_])"
)
_COUNT_BEHIND = re.compile(rf"\s*[(]\s*(?P<number>\d{{1,6}})\s*(?P<unit>{_UNIT})\.?\s*[)]$")
_TOKEN = re.compile(r"(?<![\w.,])(?:[^\W\d_]{0,3}[$€£₹₱]\s?)?(?P<number>\d[\d.,]*\d|\d)(?![\w])")
_QUANTITY_LEFT = re.compile(rf"[\s|–—,-]+{_QUANTITY_WORD}\.?\s*:?\s*$")
_NOT_GOODS = re.compile(
    r"\b(?:payment|deliver|days?|months?|years?|hours|bidder|tender|bid\b|offer|score|points?|weight|criteri|page|clause|article|"
    r"section|appendix|annex|guarantee|bond|penalt|deadline|phone|tel|fax|entreg|plazo|d[íi]as|meses|años|anexo|cláusula|"
    r"pagos?|anticip|garant[íi]a\sde|puntos?|prazo|dias|anos|jours|mois|années?|délai|дн(?:ей|я)|месяц|лет|балл|заявк|"
    r"участник|пункт|приложени|аванс|срок|днів|місяц|пропозиц|учасник|subtotal|total|итого|всего|разом)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A number in a line."""

    start: int
    end: int
    amount: Decimal
    currency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Goods:
    """What a line of goods says so far."""

    name: Piece | None = None
    brand: str | None = None
    model: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    unit_price: Decimal | None = None
    total: Decimal | None = None
    currency: str | None = None
    named: bool = False
    """A word says how many there are, or what one costs."""


def items_in_lines(notice: Notice) -> list[Statement]:
    """Return the goods that lines of running text list, where no table does; each line proves itself."""
    if notice.language == "zh" or notice.stage in {None, Stage.CANCELLATION, Stage.CANDIDATE}:
        return []
    in_rows = goods_in_rows(notice) if notice.stage in SETTLED else []
    listed = [_statement(notice, _of_list(goods)) for goods in in_rows or goods_in_lists(notice)]
    if listed:
        return listed
    found: list[Statement] = []
    for sheet in notice.sheets[:_PAGES]:
        for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
            if line.end() - line.start() > _LONGEST_LINE or not re.search(r"\d", line[0]):
                continue
            goods = _goods(notice, Piece(sheet=sheet, start=line.start(), end=line.end()).stripped())
            if goods is not None and len(found) < _MOST:
                found.append(_statement(notice, goods))
    return found


def _of_list(goods: Goods) -> _Goods:
    return _Goods(
        name=goods.name,
        brand=goods.brand,
        model=goods.model,
        quantity=goods.quantity,
        unit=goods.unit,
        unit_price=goods.unit_price,
        total=goods.total,
        currency=goods.currency,
    )


def _statement(notice: Notice, goods: _Goods) -> Statement:
    name = goods.name or Piece(sheet=notice.sheets[0], start=0, end=0)
    value = LineItemValue(
        name=" ".join(name.text.split()),
        brand=goods.brand,
        model=goods.model,
        quantity=goods.quantity,
        unit=goods.unit,
        unit_price=goods.unit_price,
        total=goods.total,
        currency=goods.currency,
    )
    return notice.statement(StatementKind.LINE_ITEM, value, [name])


def _goods(notice: Notice, line: Piece) -> _Goods | None:
    """Return the goods of a line, or None if it is no such line."""
    lead = _ENUMERATOR.match(line.flat)
    start = lead.end() if lead else 0
    label = _LABEL.match(line.flat, start)
    is_listed = label is not None or bool(lead and lead[0].strip())
    rest = line.part(label.end() if label else start, len(line.flat)).stripped(" \t.;")
    return _by_parts(notice, rest, is_listed=is_listed) or _by_sum(notice, rest)


def _by_sum(notice: Notice, line: Piece) -> _Goods | None:
    """Read a line that ends in a price and its product with the quantity; the quantity stands first or before them."""
    for numbers in (_amounts(notice, line), list(_tokens(notice, line))):
        goods = _proved(line, numbers[-2:]) if len(numbers) > 1 else None
        if goods is not None:
            return goods
    return None


def _amounts(notice: Notice, line: Piece) -> list[_Figure]:
    found = [one for one in find_amounts(line.text, decimal_mark=notice.decimal_mark) if not one.in_words]
    return [_Figure(start=one.start, end=one.end, amount=one.amount, currency=one.currency) for one in found]


def _tokens(notice: Notice, line: Piece) -> Iterator[_Figure]:
    """Yield the numbers that blanks set apart, for lines whose columns are no wider than one blank."""
    for match in _TOKEN.finditer(line.flat):
        amount = read_number(match["number"], decimal_mark=notice.decimal_mark)
        if amount is not None:
            yield _Figure(start=match.start(), end=match.end(), amount=amount, currency=None)


def _proved(line: Piece, numbers: Sequence[_Figure]) -> _Goods | None:
    """Return the goods of a line, if the last of its numbers is the one before it times a quantity that it prints."""
    each, total = numbers
    if line.flat[total.end :].strip(" .)") or each.amount <= 0:
        return None
    if line.flat[each.end : total.start].strip(" |–—=-\t"):
        return None
    quantity = total.amount / each.amount
    if quantity != int(quantity) or not 1 <= quantity <= _MOST_QUANTITY:
        return None
    words = line.part(0, each.start).stripped(" \t|–—-$€£")
    behind = re.search(rf"(?:^|[\s|])(?P<number>\d[\d.,]*)\s*(?P<unit>{_UNIT})?\.?$", words.flat)
    first = _COUNT_FIRST.match(words.flat)
    counted = next((one for one in (behind, first) if one and _number(one["number"]) == quantity), None)
    if counted is None:
        return None
    is_behind = counted is behind
    name = words.part(0, counted.start()) if is_behind else words.part(counted.end(), len(words.flat))
    unit = words.text[slice(*counted.span("unit"))] if counted["unit"] else None
    goods = _Goods(
        quantity=quantity,
        unit=unit,
        unit_price=each.amount,
        total=total.amount,
        currency=each.currency or total.currency,
        named=True,
    )
    word = _QUANTITY_LEFT.search(name.flat)
    return _with_name(name.part(0, word.start() if word else len(name.flat)).stripped(" \t|–—-,;:"), goods)


def _by_parts(notice: Notice, line: Piece, *, is_listed: bool) -> _Goods | None:
    """Read a line whose every part says something of goods."""
    goods = _Goods()
    for part in _parts(line):
        read = _read_part(notice, part, goods)
        if read is None:
            return None
        goods = read
    proved = goods.unit_price is not None or goods.model is not None or (is_listed and goods.named)
    if goods.name is None or goods.quantity is None or not proved:
        return None
    if notice.stage not in SETTLED and not is_listed:
        return None
    if goods.total is not None and goods.unit_price is not None and goods.quantity * goods.unit_price != goods.total:
        return None
    return _with_name(goods.name, goods)


def _parts(line: Piece) -> Iterator[Piece]:
    stops = [match.span() for match in _APART.finditer(line.flat) if not _in_brackets(line.flat, match.start())]
    position = 0
    for start, end in [*stops, (len(line.flat), len(line.flat))]:
        part = line.part(position, start).stripped(" \t.:")
        if part.end > part.start:
            yield part
        position = end


def _in_brackets(flat: str, at: int) -> bool:
    return flat.count("(", 0, at) > flat.count(")", 0, at)


def _read_part(notice: Notice, part: Piece, goods: _Goods) -> _Goods | None:
    """Take up what one part of a line says; None if it says nothing of goods."""
    rest = part
    while rest.flat:
        step = _step(notice, rest, goods)
        if step is None:
            break
        goods, used = step
        rest = rest.part(used, len(rest.flat)).stripped(" \t.,:()")
    if not rest.flat:
        return goods
    if goods.name is not None:
        return None
    return _named(notice, rest, goods)


def _step(notice: Notice, rest: Piece, goods: _Goods) -> tuple[_Goods, int] | None:
    """Read what a part begins with: a quantity, a model, a brand, a price, a word on tax."""
    flat = rest.flat
    counted = _QUANTITY.match(flat)
    if counted is not None and goods.quantity is None and (goods.name is not None or counted["number"]):
        group = next(name for name in ("number", "times", "counted") if counted[name])
        unit = {"number": "unit", "times": "timesunit", "counted": "countedunit"}[group]
        written = rest.text[slice(*counted.span(unit))] if counted[unit] else None
        quantity = _number(counted[group])
        return (replace(goods, quantity=quantity, unit=written, named=True), counted.end()) if quantity else None
    if goods.name is None:
        return None
    model = _MODEL.match(flat)
    if model is not None and goods.model is None:
        return replace(goods, model=rest.text[slice(*model.span("model"))]), model.end()
    brand = _BRAND.match(flat)
    if brand is not None and goods.brand is None:
        return replace(goods, brand=rest.text[slice(*brand.span("brand"))].strip()), brand.end()
    tax = _TAX.match(flat)
    return (goods, tax.end()) if tax else _priced(notice, rest, goods)


def _priced(notice: Notice, rest: Piece, goods: _Goods) -> tuple[_Goods, int] | None:
    """Read a price of one or of all: by the word before it, else the first is of one and the second of all."""
    amounts = find_amounts(rest.text, decimal_mark=notice.decimal_mark)
    if not amounts or amounts[0].in_words:
        return None
    amount = amounts[0]
    before = _TAX.sub("", rest.flat[: amount.start].strip(" :=.")).strip(" :=.")
    each, whole = (
        re.fullmatch(rf"(?:{_EACH})\.?(?:\s[^\d]{{1,16}})?", before),
        re.fullmatch(rf"(?:{_ALL})\.?(?:\s[^\d]{{1,12}})?", before),
    )
    if before and each is None and whole is None:
        return None
    if amount.bare and not before:
        return None
    ends = re.match(
        rf"\s*(?:/-)?\s*(?:/|per\s|each|c/u|cada\suno|за\s)?\s*(?:{_UNIT})?(?!\w)\.?", rest.flat[amount.end :]
    )
    used = amount.end + (ends.end() if ends else 0)
    currency = amount.currency or goods.currency
    if whole is not None or (each is None and goods.unit_price is not None):
        return replace(goods, total=amount.amount, currency=currency), used
    if each is None and not (ends and ends[0].strip()) and goods.quantity != 1:
        return replace(goods, unit_price=amount.amount, currency=currency), used
    return replace(goods, unit_price=amount.amount, currency=currency, named=True), used


def _named(notice: Notice, rest: Piece, goods: _Goods) -> _Goods | None:
    """Take up the name, with a number before it or in brackets behind it."""
    first = _COUNT_FIRST.match(rest.flat) if goods.quantity is None else None
    if first is not None:
        unit = rest.text[slice(*first.span("unit"))] if first["unit"] else None
        goods = replace(goods, quantity=_number(first["number"]), unit=unit)
        rest = rest.part(first.end(), len(rest.flat))
    behind = _COUNT_BEHIND.search(rest.flat) if goods.quantity is None else None
    if behind is not None:
        unit = rest.text[slice(*behind.span("unit"))]
        goods = replace(goods, quantity=_number(behind["number"]), unit=unit, named=True)
        rest = rest.part(0, behind.start())
    tail = _QUANTITY.search(rest.flat) if goods.quantity is None else None
    if tail is not None and tail.end() == len(rest.flat) and tail.start() > 0:
        step = _step(notice, rest.part(tail.start(), len(rest.flat)), replace(goods, name=rest))
        goods = replace(step[0], name=None) if step else goods
        rest = rest.part(0, tail.start()).stripped(" \t,–—-")
    return replace(goods, name=rest) if rest.flat.strip() else None


def _with_name(name: Piece, goods: _Goods) -> _Goods | None:
    """Return the goods with their name, if it may be one: words, no company, no term of time or of the procedure."""
    letters = sum(sign.isalpha() for sign in name.flat)
    if letters < 3 or len(name.flat) > _LONGEST_NAME or name.flat.endswith(":") or ": " in name.flat:
        return None
    if _NOT_GOODS.search(name.flat) or has_company(name.text):
        return None
    return _without_make(replace(goods, name=name))


def _without_make(goods: _Goods) -> _Goods:
    """Take brand and model off the end of a name, where words say that they are that: "… marca Aldo modelo AP-40"."""
    for word, field in ((_MODEL_BEHIND, "model"), (_BRAND_BEHIND, "brand")):
        name = goods.name
        match = word.search(name.flat) if name is not None else None
        if name is None or match is None or match.start() < 3 or getattr(goods, field) is not None:
            continue
        told = name.text[slice(*match.span("told"))]
        goods = replace(
            goods, name=name.part(0, match.start()).stripped(" ,"), model=told if field == "model" else goods.model
        )
        goods = replace(goods, brand=told) if field == "brand" else goods
    return goods


def _number(written: str) -> Decimal | None:
    return read_number(written.rstrip(".,"), decimal_mark=".")
