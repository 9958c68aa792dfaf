"""Goods and services bought, line by line, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.goods.above_bids import goods_above_bids
from tenderlight.facts.goods.chinese_counts import counted_things
from tenderlight.facts.goods.chinese_sentences import Thing, things_in, things_of
from tenderlight.facts.goods.counted import NO_GOODS
from tenderlight.facts.goods.led_lists import led_lists
from tenderlight.facts.goods.like_lines import goods_in_like_lines
from tenderlight.facts.goods.lines import goods_in_clauses, goods_in_lines
from tenderlight.facts.goods.named import with_makes
from tenderlight.facts.goods.of_labels import (
    Numbers,
    item_of,
    make_and_model,
    numbers_of,
    paid_price,
    price_of,
    specified,
    text_of,
)
from tenderlight.facts.goods.of_others import is_of_others
from tenderlight.facts.goods.parallel import in_parallel
from tenderlight.facts.goods.proved_rows import with_proved
from tenderlight.facts.goods.refused import is_no_thing
from tenderlight.facts.goods.runs import SERVICES, groups_of
from tenderlight.facts.goods.slots import read_goods
from tenderlight.facts.goods.sums import with_only_price, with_prices
from tenderlight.facts.goods.western import items_in_lines, statement_of_goods
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.persons import looks_like_person
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.tables.columns import DESCRIPTIONS
from tenderlight.facts.words.vocabulary import Meaning, Section, mark_pattern
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import LineItemValue

_DETAILS = re.compile(
    r"(?<=[^\W\d_]{4})[.;]\s(?=[^\W\d_]{4}[^\n]{24})|[,;]\s(?=[^,;\n]{3,40}\s[–—-]\s\d{1,3}\s?(?:шт|ед|од|компл|"
    r"pcs|uds?|unid|pièces|stk|szt)(?!\w))"
)
"""Where the name in a long cell ends and what it is made of begins."""
_YEAR = re.compile(r"(?:19|20)\d\d\.")
_MARK = re.compile(r"^\s*([★☆▲△※]+)|([★☆▲△※]+)\s*$")
_WITHIN = re.compile(r"\d|^[^\w\s]|[\s▪]")
"""What a name may have that holds more than a name."""
_NUMBERED = re.compile(r"\d{1,3}\s?[-–.)]\s+(?=[^\W\d_])")
_FEWEST_NUMBERED = 2
_NOBODY = re.compile(
    r"(?<!\w)(?:no adjudicad[oa]s?|desiert[oa]s?|fracassad[oa]s?|desert[oa]s?|not awarded|no award|unsuccessful|"
    r"infructueux|sans suite|не состоял\w*|не відбу\w*|не присужд\w*|unbesetzt)(?!\w)|废标|流标|未成交|未中标"
)
"""What a line says whose goods nobody won."""
_ORDINAL = re.compile(
    r"\d+|(?:lote?|lotto|los|items?|[ií]tem|лот|поз(?:иция)?|البند|بند|ردیف)\.?\s(?:n[°ºo]\.?\s?|"
    r"№\s?)?(?:\d{1,3}|ال[^\W\d_]{3,8})"
)
"""What only counts the rows: 3, Lot 3, البند الثالث."""
_ROW_NUMBER = re.compile(r"\s*[a-zа-я]{0,2}[-.]?\d{1,3}(?:[.-]\d{1,3}){0,2}\s*")
_OPTION = re.compile(r"选配|不采购|不计入|可选|备选|选购|optional|not included|opcional|опци|en option")
_VOID = mark_pattern("void")
_OF_KIND = re.compile(r"\s?\((?:category|категор[иі]\w|categor[íi]a|catégorie|kategoria)[^()]{2,80}\)$", re.IGNORECASE)
"""The kind that a catalogue puts goods under, behind their name."""
_STROKES = re.compile(r"\n[ \t|+]{0,4}[-=_–—]{3}[-=_–—|+\s]{5,400}?(?:\n|$)")
_HEADING = 40
_HEAD = 400
_MOST_ITEMS = 2000
_LONGEST_NAME = 80
_TELLING = frozenset({Meaning.ITEM_BRAND, Meaning.ITEM_MODEL, Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE})
_ASKING = frozenset({Stage.TENDER, Stage.PLAN})
_SOLD = frozenset({Meaning.SUPPLIER, Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.CONTRACT_NUMBER})
"""What a row tells of whose goods were bought."""
_DIGIT = re.compile(r"\d")
_NAMES = frozenset({Meaning.ITEM_NAME, Meaning.NAME})


def find_line_items(notice: Notice) -> list[Statement]:
    """Return the lines of goods and services. None where nothing was bought (cancelled) or nobody has won yet."""
    if notice.stage in {Stage.CANCELLATION, Stage.CANDIDATE}:
        return []
    things = _things(notice) if notice.language == "zh" else []
    if len(things) == 1:
        things = [(_completed(notice, things[0][0]), things[0][1])]
    statements = [_of_thing(notice, thing, lot) for thing, lot in things]
    for group in with_proved(notice, groups_of(notice)):
        if any(_on_line(group[0], thing) for thing, _lot in things):
            continue
        statements += _statements(notice, group)
        if len(statements) >= _MOST_ITEMS:
            break
    statements = statements or goods_above_bids(notice)
    lines = items_in_lines(notice)
    told = with_makes(with_prices(notice, max(statements, lines, key=_telling)), notice.language)
    whole = all(isinstance(one.value, LineItemValue) and _is_told_well(one.value) for one in told)
    alike = [statement_of_goods(notice, goods) for goods in goods_in_like_lines(notice, len(told) if whole else 0)]
    found = with_makes(_without_numbers(max(told, with_makes(alike, notice.language), key=_telling)), notice.language)
    if not found and any(has_han(sheet.flat[:_HEAD]) for sheet in notice.sheets[:1]):
        found = with_makes([_of_thing(notice, *one) for one in counted_things(notice)], "zh")
    found = [one for one in found if not (isinstance(one.value, LineItemValue) and is_no_thing(one.value.name))]
    if notice.stage in _ASKING:
        return [_unpriced(one) for one in found]
    found = with_only_price(notice, found) if notice.stage in SETTLED else found
    return [one for one in found if not _is_of_none(notice, one)] if notice.stage is Stage.AWARD else found


def _unpriced(statement: Statement) -> Statement:
    """Return a line of goods that are yet to be bought without the price of one, which is a limit at best."""
    value = statement.value
    return replace(statement, value=replace(value, unit_price=None)) if isinstance(value, LineItemValue) else statement


def _without_numbers(found: list[Statement]) -> list[Statement]:
    """Return lines of goods without the numbers that all of their names begin with: "1 - Sensor", "2 - Sirene"."""
    names = [_NUMBERED.match(one.value.name) for one in found if isinstance(one.value, LineItemValue)]
    if len(names) < _FEWEST_NUMBERED or None in names:
        return found
    return [
        replace(one, value=replace(one.value, name=one.value.name[name.end() :]))
        if name is not None and isinstance(one.value, LineItemValue)
        else one
        for one, name in zip(found, names, strict=True)
    ]


def _is_of_none(notice: Notice, statement: Statement) -> bool:
    """Say whether the line of goods says that nobody won them, or that this bid for them did not."""
    anchor = statement.anchors[0]
    sheet = next((one for one in notice.sheets if one.page.number == anchor.page_number), None)
    if sheet is None:
        return False
    end = sheet.flat.find("\n", anchor.end)
    return _NOBODY.search(sheet.flat, anchor.end, end if end >= 0 else len(sheet.flat)) is not None


def _is_told_well(item: LineItemValue) -> bool:
    """Say whether a line of goods has its price, and nothing in its name that may be its make or model."""
    return item.unit_price is not None and (item.model is not None or _WITHIN.search(item.name) is None)


def _telling(statements: Sequence[Statement]) -> tuple[int, ...]:
    """Return of how many goods a reading says the price, how many it has, and how little it leaves in their names."""
    values = [one.value for one in statements if isinstance(one.value, LineItemValue)]
    priced, counted, united = (
        sum(told is not None for told in of)
        for of in ([one.unit_price for one in values], [one.quantity for one in values], [one.unit for one in values])
    )
    modelled = sum(one.model is not None for one in values)
    return priced, len(values), counted, united, modelled, -sum(len(one.name) for one in values)


def _things(notice: Notice) -> list[tuple[Thing, str | None]]:
    """Return the goods that Chinese lines and sentences state; what a line says by its own words counts first."""
    lines = goods_in_lines(notice)
    told = [
        (thing, lot)
        for thing, lot in things_of(notice)
        if not any(thing.piece.shares_line(one.piece) for one, _lot in lines)
    ]
    told = told or ([] if lines else list(led_lists(notice)))
    return sorted([*lines, *told], key=lambda one: (one[0].piece.sheet.page.number, one[0].piece.start))


def _completed(notice: Notice, thing: Thing) -> Thing:
    """Return the only thing listed, with brand, model and price of one where labels elsewhere state them once."""
    models = [entry for entry in notice.of(Meaning.ITEM_MODEL) if entry.row is None]
    prices = [entry for entry in notice.of(Meaning.UNIT_PRICE) if entry.row is None]
    names = [entry for entry in notice.of(Meaning.ITEM_NAME) if entry.row is None]
    if names or thing.brand or thing.model or len(models) != 1 or len(prices) > 1:
        return thing
    brand, model = make_and_model({Meaning.ITEM_MODEL: models[0]})
    unit_price, currency = price_of(prices[0], ".") if prices and thing.unit_price is None else (thing.unit_price, None)
    currency = currency or thing.currency
    return replace(thing, brand=brand or None, model=model or None, unit_price=unit_price, currency=currency)


def _on_line(entry: Entry, thing: Thing) -> bool:
    """Say whether a label stands on the line of goods that have been read as a sentence."""
    return (entry.row or -1) < 0 and entry.value.shares_line(thing.piece)


def _of_thing(notice: Notice, thing: Thing, lot: str | None) -> Statement:
    """Return the statement of goods that a sentence lists."""
    value = LineItemValue(
        name=thing.name,
        brand=thing.brand,
        model=thing.model,
        quantity=thing.quantity,
        unit=thing.unit,
        unit_price=thing.unit_price,
        currency=thing.currency,
        lot=lot,
    )
    return notice.statement(StatementKind.LINE_ITEM, value, [thing.piece])


def _statements(notice: Notice, group: list[Entry]) -> list[Statement]:
    """Return the lines of one group: several where a label stands before a list in one sentence."""
    name = group[0]
    listed = _in_cell(group)
    if listed:
        return [_of_thing(notice, thing, name.lot) for thing in listed]
    if name.row is None and name.meaning is Meaning.ITEM_NAME and has_han(name.value.flat):
        things = things_in(name.value)
        if len(things) > 1 or (things and not _TELLING & {entry.meaning for entry in group}):
            return [_of_thing(notice, thing, name.lot) for thing in things]
    counted = _counted_in_cell(notice, group)
    if counted is not None:
        return [counted]
    columns = in_parallel(group)
    if columns:
        return [one for one in (_statement(notice, column) for column in columns) if one is not None]
    statement = _statement(notice, group)
    return [statement] if statement is not None else []


def _in_cell(group: list[Entry]) -> list[Thing]:
    """Return the goods that the one cell of a row for goods lists with numbers and prices: 甲 X-1 1台 20元；乙 …."""
    cell = next((one for one in group if one.row is not None and one.meaning is Meaning.ITEM_NAME), None)
    if cell is None or "元" not in cell.value.flat or any(one.meaning in _TELLING for one in group):
        return []
    return goods_in_clauses(cell.value)


def _counted_in_cell(notice: Notice, group: Sequence[Entry]) -> Statement | None:
    """Return the goods of a row whose one cell names and counts them: "Patient monitor, 35 sets | winner | price"."""
    if notice.language == "zh" or group[0].row is None or _TELLING & {entry.meaning for entry in group}:
        return None
    names = [entry for entry in group if entry.meaning is Meaning.ITEM_NAME and _DIGIT.search(entry.value.flat)]
    if len(names) != 1 or not _SOLD & {entry.meaning for entry in group}:
        return None
    goods = read_goods(names[0].value, notice.decimal_mark) if not is_of_others(names[0].value.flat) else None
    if goods is None or (goods.quantity == 1 and goods.unit is None) or NO_GOODS.search(goods.name.flat):
        return None
    return statement_of_goods(notice, goods, names[0].lot)


def _statement(notice: Notice, group: list[Entry]) -> Statement | None:
    group = _without_numbered(group)
    by_meaning = {entry.meaning: entry for entry in reversed(group) if not is_blank(entry.value.text)}
    own = [one for one in group if one.meaning is Meaning.ITEM_NAME and not one.label.startswith("品目")]
    filled = [one for one in own if not is_blank(one.value.text)]
    named = next((one for one in filled if not _is_ordinal(one)), next(iter(filled), None))
    by_meaning |= {Meaning.ITEM_NAME: named} if named is not None else {}
    name = by_meaning.get(Meaning.ITEM_NAME) or by_meaning.get(Meaning.NAME)
    if name is None or _is_ordinal(name):  # "Item | Description | Qty": the item is a number
        name = next((entry for entry in group if entry.label in DESCRIPTIONS), None) or _titled(group)
    paid = paid_price(group)
    by_meaning = {meaning: one for meaning, one in by_meaning.items() if meaning is not Meaning.UNIT_PRICE}
    by_meaning |= {Meaning.UNIT_PRICE: paid} if paid is not None else {}
    name = _without_details(name) if name is not None and name.row is not None else name
    telling = _TELLING & {meaning for meaning, one in by_meaning.items() if not _VOID.fullmatch(one.value.flat.strip())}
    counted = Meaning.ITEM_QUANTITY in by_meaning
    if name is None or not (telling or _is_service(notice, group)) or not _is_goods(name.value, counted=counted):
        return None
    totals = [entry for entry in group if entry.meaning is Meaning.TOTAL and not is_blank(entry.value.text)]
    numbers = numbers_of(by_meaning, notice.decimal_mark)
    if notice.language != "zh" and len(totals) > 1 and Meaning.UNIT_PRICE not in by_meaning:
        by_meaning |= {Meaning.UNIT_PRICE: totals[0], Meaning.TOTAL: totals[-1 if name.row is not None else 1]}
        priced = numbers_of(by_meaning, notice.decimal_mark)
        numbers = priced if name.row is not None or _is_proved(priced) else numbers
    if (
        numbers.quantity is None
        and numbers.unit_price is None
        and (_is_underlined(name.value) or _ends_day(by_meaning))
    ):
        return None
    brand, model = make_and_model(by_meaning)
    if not (brand or model):
        brand, model = specified(group)
    written = _OF_KIND.sub("", text_of(name))
    value = replace(
        item_of(written, numbers, brand=brand, model=model, lot=name.lot),
        maker=text_of(by_meaning.get(Meaning.OTHER_PARTY)) or None if _has_maker(by_meaning) else None,
        mark=_mark(group),
    )
    against = []
    if numbers.quantity is not None and numbers.unit_price is not None and numbers.total is not None:
        product = numbers.quantity * numbers.unit_price
        if abs(product - numbers.total) > Decimal("0.01") * max(numbers.quantity, Decimal(1)):
            against.append(remarks.item_sum(product))
    if any(_OPTION.search(entry.value.flat) for entry in group) or _OPTION.search(name.value.sheet.flat[:_HEADING]):
        against.append(remarks.NOT_BOUGHT)
    used = [by_meaning[meaning].value for meaning in (name.meaning, *sorted(telling)) if meaning in by_meaning]
    return notice.statement(StatementKind.LINE_ITEM, value, used, against)


def _is_proved(numbers: Numbers) -> bool:
    """Say whether the price of one times how many there are is the price of all."""
    if numbers.quantity is None or numbers.unit_price is None or numbers.total is None:
        return False
    return numbers.quantity * numbers.unit_price == numbers.total


def _without_details(name: Entry) -> Entry:
    """Return the name of a row without the parts and measures that a long cell tells of it behind the name."""
    cut = _DETAILS.search(name.value.flat, 0, _LONGEST_NAME)
    return replace(name, value=name.value.part(0, cut.start())) if cut is not None else name


def _ends_day(by_meaning: dict[Meaning, Entry]) -> bool:
    """Say whether a year and a full stop stand for the model: the line is the end of a paper, with place and day."""
    model = by_meaning.get(Meaning.ITEM_MODEL)
    return model is not None and _YEAR.fullmatch(model.value.flat.strip()) is not None


def _is_underlined(cell: Piece) -> bool:
    """Say whether a rule of strokes stands under the line of a cell: it is a head, and no goods."""
    end = cell.sheet.flat.find("\n", cell.end)
    return end >= 0 and _STROKES.match(cell.sheet.flat, end) is not None


def _is_ordinal(entry: Entry) -> bool:
    """Say whether what stands under the head of a name only counts the rows."""
    return _ORDINAL.fullmatch(entry.value.flat.strip(" .")) is not None


def _without_numbered(group: list[Entry]) -> list[Entry]:
    """Return a row without what stands before its name under the head of a model and only counts the rows: A1, A2."""
    begins = min((one.value.start for one in group if one.row is not None and one.meaning in _NAMES), default=0)
    numbers = [
        one
        for one in group
        if one.meaning is Meaning.ITEM_MODEL and one.value.start < begins and _ROW_NUMBER.fullmatch(one.value.flat)
    ]
    return [one for one in group if one not in numbers]


def _titled(group: list[Entry]) -> Entry | None:
    """Return what a column called as titles are (наименование) names in a row with a number or price of goods."""
    counts = {Meaning.ITEM_QUANTITY, Meaning.ITEM_UNIT, Meaning.UNIT_PRICE} & {entry.meaning for entry in group}
    return next((one for one in group if counts and one.meaning is Meaning.TITLE), None)


def _is_service(notice: Notice, group: list[Entry]) -> bool:
    """Say whether a line is that of a service or of works bought: a name with its scope, in what has been settled."""
    named = any(
        entry.label != "品目名称"
        and (entry.meaning is Meaning.ITEM_NAME or (entry.row is None and entry.section is Section.ITEMS))
        for entry in group
    )
    if any(entry.label == "品目名称" for entry in group):
        return False
    return notice.stage in SETTLED and named and any(entry.label in SERVICES for entry in group)


def _is_goods(name: Piece, *, counted: bool) -> bool:
    """Say whether a text may name goods: no label of another head, no person unless it is counted, no sentence."""
    is_person = not counted and looks_like_person(name.text)
    return len(name.text) <= _LONGEST_NAME and read_label(name.flat) is None and not is_person


def _has_maker(by_meaning: dict[Meaning, Entry]) -> bool:
    entry = by_meaning.get(Meaning.OTHER_PARTY)
    return entry is not None and entry.label.startswith(("制造", "生产", "厂"))


def _mark(group: list[Entry]) -> str | None:
    """Return the signs printed at a line: at its name, or in a cell of their own."""
    for entry in group:
        flat = entry.value.flat.strip()
        match = _MARK.search(flat) if entry.meaning in _NAMES else None
        if match is not None:
            return match[1] or match[2]
        if flat and not flat.strip("★☆▲△※"):
            return flat
    return None
