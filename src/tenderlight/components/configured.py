"""Parts of makers that the catalogue does not know: rows of a configuration, and kinds of parts that are counted.

"GPU加速卡 | 曜核 YH-T40，16GB显存 | 8块" names kind, maker, model and number; "配置8张GPU卡" kind and number, and
no maker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from tenderlight.components import remarks
from tenderlight.components.catalogue import catalogue
from tenderlight.components.counts import count_beside, count_in_cell
from tenderlight.components.naming import naming_scan, plain_naming
from tenderlight.components.places import CellPlace, Places
from tenderlight.components.version import COMPONENTS_VERSION
from tenderlight.components.words import kind_pattern
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.document import Page
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import ComponentValue, Grade, LineItemValue

RULE = "components.configured"
HARDWARE = ("gpu", "cpu", "fpga", "accelerator", "chip", "sensor", "disk", "memory")
_MADE = re.compile(
    rf"(?P<maker>[{HAN_CLASS}]{{2,6}}|[a-z][a-z]{{2,15}})[\s:-]{{0,2}}(?P<model>(?=[a-z/+.-]{{0,12}}\d)[a-z0-9][a-z0-9/+.-]{{2,24}})"
)
_NO_MAKER = re.compile(
    r"支持|采用|配置|不少于|不低于|单卡|每台|最大|主频|容量|接口|以上|至少|核心|缓存|显存|型号|品牌|内存|硬盘"
)
_COUNTED = (
    r"(?P<count>\d{{1,4}}) ?(?:[块颗张片条根个]|[x×*]) ?(?P<kind>(?:{kinds})(?:卡|加速卡)?)"
    r"(?![a-z0-9])"
)
_LONGEST_LABEL = 24
_LONGEST_VALUE = 200
_ABOVE = 500
_SHORTEST_NAME = 4


def configured_parts(
    page: Page,
    places: Places,
    facts: Sequence[Statement],
    named: Sequence[Statement],
    *,
    stage: Stage | None,
    grade: Grade | None,
) -> list[Statement]:
    """Return the parts on a page that no maker of the catalogue makes, as far as the page says.

    Args:
        page: The page.
        places: Its cells and items.
        facts: What the document states: a part belongs to the line item whose model or name stands above its table.
        named: Products already found on the page.
        stage: Of the document.
        grade: Where in the procedure it stands.
    """
    taken = [(anchor.start, anchor.end) for one in named for anchor in one.anchors]
    items = [fact for fact in facts if fact.kind is StatementKind.LINE_ITEM]
    made = [*_of_rows(places, items), *_counted(places)]
    found = []
    for value, start, end in sorted(made, key=lambda one: one[1]):
        if any(start < last and first < end for first, last in taken):
            continue
        taken.append((start, end))
        found.append(_statement(page, places, value, (start, end), stage=stage, grade=grade))
    return found


_Found = tuple[ComponentValue, int, int]


def _of_rows(places: Places, items: Sequence[Statement]) -> Iterator[_Found]:
    """Yield the parts of rows that begin with a kind of part."""
    for row in places.rows.values():
        pair = _labelled(places, row)
        if pair is None:
            continue
        label, value, kind, rest = pair
        match = _MADE.match(places.flat[value.start : min(value.end, value.start + _LONGEST_VALUE)].lstrip())
        if match is None or _NO_MAKER.search(match["maker"]):
            continue
        lead = len(places.flat[value.start : value.end]) - len(places.flat[value.start : value.end].lstrip())
        start = value.start + lead
        count = next(
            filter(None, (count_in_cell(places.flat[one.start : one.end]) for one in rest)),
            None,
        ) or count_beside("", places.flat[start + match.end() : value.end])
        item = item_of_configuration(places, items, label)
        text = places.text[start : start + match.end()]
        yield (
            ComponentValue(
                name=places.text[label.start : label.end].strip(),
                part_of=item.name if item is not None else None,
                maker=text[: match.end("maker")],
                model=text[match.start("model") :],
                quantity_per_unit=count,
                units=item.quantity if item is not None else None,
                lot=item.lot if item is not None else None,
                kind=kind,
            ),
            start,
            start + match.end(),
        )


def _counted(places: Places) -> Iterator[_Found]:
    """Yield kinds of parts that are counted and have no maker beside them."""
    for match in _counted_pattern().finditer(places.flat):
        count = count_beside(places.flat[max(0, match.start() - 20) : match.start("kind")], "")
        kind = _kind_of_label(match["kind"])
        if count is None or kind is None:
            continue
        first = match.start("kind")
        found = places.item_at(match.start(), match.end())
        item = found.value if found is not None and isinstance(found.value, LineItemValue) else None
        if item is not None and _kind_of_label(item.name.lower()) is not None:
            continue
        yield (
            ComponentValue(
                name=places.text[first : match.end("kind")],
                part_of=item.name if item is not None else None,
                quantity_per_unit=count,
                units=item.quantity if item is not None else None,
                lot=item.lot if item is not None else None,
                kind=kind,
            ),
            match.start(),
            match.end(),
        )


def _labelled(places: Places, row: Sequence[CellPlace]) -> tuple[CellPlace, CellPlace, str, Sequence[CellPlace]] | None:
    """Return the cell of a row that names a kind of part, the one behind it, the kind, and the cells behind both."""
    for at, cell in enumerate(row[:2]):
        words = places.flat[cell.start : cell.end].strip()
        kind = _kind_of_label(words) if len(words) <= _LONGEST_LABEL and cell.row_span == 1 else None
        if kind is not None and len(row) > at + 1 and places.item_at(cell.start, cell.end) is None:
            return cell, row[at + 1], kind, row[at + 2 :]
    return None


def item_of_configuration(places: Places, items: Sequence[Statement], cell: CellPlace) -> LineItemValue | None:
    """Return the line item whose configuration a row is of, or None.

    Its model or name stands in a cell that reaches down into the row, or last above the table.
    """
    for one in places.row_of(cell):
        if one.row_span > 1 and one != cell:
            found = _last_named(places.text[one.start : one.end], items)
            if found is not None:
                return found
    start = places.table_starts.get(cell.table, 0)
    return _last_named(places.text[max(0, start - _ABOVE) : start], items)


def _last_named(text: str, items: Sequence[Statement]) -> LineItemValue | None:
    """Return the line item whose model, or whose name, stands last in a text; None if none does."""
    squeezed = "".join(text.split())
    best: tuple[int, LineItemValue] | None = None
    for item in items:
        value = item.value
        if not isinstance(value, LineItemValue):
            continue
        words = ["".join(word.split()) for word in (value.model, value.name) if word]
        at = max((squeezed.rfind(word) for word in words if len(word) >= _SHORTEST_NAME), default=-1)
        if at >= 0 and (best is None or at > best[0]):
            best = (at, value)
    return best[1] if best is not None else None


def _statement(
    page: Page,
    places: Places,
    value: ComponentValue,
    span: tuple[int, int],
    *,
    stage: Stage | None,
    grade: Grade | None,
) -> Statement:
    start, end = span
    first, last, _head = places.clause(start, end)
    said = naming_scan().naming_of(places.flat[first:last], start - first, end - first, ())
    naming = said or plain_naming(grade, is_part=True, is_whole_item=False)
    return Statement(
        kind=StatementKind.COMPONENT,
        value=replace(value, naming=naming, grade=grade),
        anchors=(Anchor(start=start, end=end, text=page.text[start:end], page_number=page.number),),
        rule=RULE,
        rule_version=COMPONENTS_VERSION,
        stage=stage,
        against=(remarks.NAMINGS[naming],) if naming in remarks.NAMINGS else (),
    )


@lru_cache(maxsize=4_096)
def _kind_of_label(label: str) -> str | None:
    """Return the kind of hardware that a label names and nothing else, or None."""
    for kind in HARDWARE:
        if re.fullmatch(rf"(?:{kind_pattern(kind)}|gpu){{1,2}}(?:卡|\(gpu\)|gpu)?", label):
            return kind
    return None


@lru_cache(maxsize=1)
def _counted_pattern() -> re.Pattern[str]:
    known = catalogue().kinds
    words = sorted(
        {
            word
            for kind in ("gpu", "cpu", "fpga", "accelerator")
            for word in known[kind].words
            if not any(sign in word for sign in "+* ")
        },
        key=len,
        reverse=True,
    )
    return re.compile(_COUNTED.format(kinds="|".join(map(re.escape, words))))


def total(value: ComponentValue) -> Decimal | None:
    """Return how many there are in all: in each times units, or the units of a line item; None if not known."""
    if value.part_of is None and value.quantity_per_unit is None:
        return value.units
    if value.quantity_per_unit is None or value.units is None:
        return None
    return value.quantity_per_unit * value.units
