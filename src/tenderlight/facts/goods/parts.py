"""Parts that the lines of goods say they hold, with how many are in each: "每台配置：8块 算芯 SX-A40 加速卡".

Only what is counted is taken: a part without a number may be one of many, or none. Makers and models are given as
printed; whether they are what they seem is for the room of components.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import ComponentValue, LineItemValue

_EACH = re.compile(r"(?:每[台套个只路块组节]|单[台套机节]|内置|标配|配置|配备|包含|内含|含有?|配有?|由|:)+")
"""Words that say that what follows is in each piece."""
_COUNTER = r"[块颗片个张枚根条只台路套组对]"
_SERIES = r"(?:tesla|quadro|geforce|radeon|instinct|xeon|epyc|core|opteron|kunpeng|ascend|atlas|rtx|gtx)"
"""Families of products whose name stands before the number of a model: no makers."""
_MAKER = rf"(?P<maker>[{HAN_CLASS}]{{2,6}}|(?!{_SERIES}\s)[a-z][a-z]{{2,15}})"
_GLUED = _MAKER.replace("maker", "glued")
_MODEL = (
    rf"(?P<model>{_SERIES}\s(?:(?:gold|silver|platinum|rtx)\s)?[a-z]?\d[a-z0-9-]{{0,24}}|"
    r"(?=[a-z0-9-]*\d)[a-z0-9][a-z0-9./+-]{2,24}|[a-z]\d(?![a-z\d]))"
)
_NAME = rf"(?P<name>(?:gpu|ai|cpu)\s?[{HAN_CLASS}]{{1,10}}|[{HAN_CLASS}]{{2,10}})"
_COUNT_FIRST = re.compile(
    rf"(?<![\d.])(?P<count>\d{{1,4}})\s*(?:{_COUNTER}\s*|[x×*]\s*)(?:{_MAKER}\s+|{_GLUED}(?=[a-z]{{0,6}}-?[a-z]{{0,3}}\d))?"
    rf"(?:{_MODEL})?\s*(?:{_NAME})?"
)
_COUNT_LAST = re.compile(
    rf"(?:{_MAKER}\s*)?{_MODEL}\s*(?:{_NAME})?\s*(?:[x×*]\s*(?P<count>\d{{1,4}})(?!\d)|"
    rf"(?P<counted>\d{{1,4}})\s*{_COUNTER})"
)
_NOT_NAMES = re.compile(r"接口|以上|以内|英寸|小时|分钟|路视频|盘位|通道|端口|网口|插槽")
_BRACKET = re.compile(r"\((?P<inside>[^()\n]{4,120})\)")
_NUMBERED = re.compile(rf"\d{{1,2}}[.、]\s?(?=[{HAN_CLASS}])")
_LONGEST_LINE = 300
_LABELLED = re.compile(r"(?:主要|硬件|每台|单台|详细)?配置(?:说明|情况)?:\s?(?P<inside>[^()\n:]{4,120})")
_COUNTS = r"(?:\d\s?[块颗片张枚]|[×x*]\s?\d|\d\s?[×x*])"
_HOLDS = re.compile(
    r"(?:^|(?<=[,;、]))(?:"
    r"\d{1,3}\s?[块颗片张枚](?=[^,、;]{0,30}\d)|"
    rf"\d{{1,3}}\s?[×x*]\s?(?=[a-z{HAN_CLASS}][^,、;]{{0,30}}\d)|"
    rf"(?:其中)?(?:(?:每|单)[台套个只组节机部])?(?:内置|标配|配置|配备|搭载|自带|包含|内含|含有?|配有?|附带?|装有?)(?=[^()\n]{{0,60}}?{_COUNTS})|"
    rf"(?=(?:[{HAN_CLASS}]{{2,6}}|[a-z]{{3,16}})\s?[a-z][a-z0-9.-]{{0,12}}\d[a-z0-9.-]{{0,12}}\s?[{HAN_CLASS}]{{0,6}}\s?(?:\d{{1,3}}\s?[块颗片张枚]|[×x*]\s?\d)))"
)
"""What a bracket behind the name of goods begins with that tells of parts: （含4块NVIDIA Tesla T4）."""
_LONGEST_CELL = 400
_MOST = 50


def find_parts(notice: Notice, items: Sequence[Statement]) -> list[Statement]:
    """Return the counted parts that stand in the row of a line of goods.

    Args:
        notice: The document.
        items: Its lines of goods; a part belongs to the one in whose row it stands.
    """
    if notice.language != "zh":
        return []
    rows: dict[int, list[Entry]] = {}
    for entry in notice.entries:
        if entry.row is not None:
            rows.setdefault(entry.row, []).append(entry)
    statements = []
    for item in items:
        if not isinstance(item.value, LineItemValue):
            continue
        told = [
            found
            for row in rows.values()
            if _is_row_of(row, item)
            for entry in row
            for found in _parts(entry.value, is_told=_tells_parts(entry))
        ]
        bracket = _bracket(notice, item, items)
        told = told or (list(_parts(bracket)) if bracket is not None else [])
        statements += [_statement(notice, item.value, found) for found in told]
    return statements[:_MOST]


def _tells_parts(entry: Entry) -> bool:
    """Say whether a cell is under a head for what goods hold, or a remark that begins with what they do."""
    return entry.label.endswith("配置") or (
        entry.meaning is Meaning.OTHER and _HOLDS.match(entry.value.flat) is not None
    )


def plainly_named(notice: Notice, items: Sequence[Statement]) -> list[Statement]:
    """Return lines of goods named as they stand behind their number and before the bracket that counts their parts."""
    return [_plain(notice, item, items) for item in items] if notice.language == "zh" else list(items)


def _plain(notice: Notice, item: Statement, items: Sequence[Statement]) -> Statement:
    if not isinstance(item.value, LineItemValue):
        return item
    numbered = _NUMBERED.match(item.value.name)
    value = replace(item.value, name=item.value.name[numbered.end() :]) if numbered is not None else item.value
    bracket = _bracket(notice, item, items)
    first = item.anchors[0]
    is_behind = bracket is not None and bracket.start <= first.end and bracket.sheet.flat[bracket.start - 1] == "("
    if bracket is None or not is_behind or not any(_parts(bracket)):
        return replace(item, value=value)
    name = Piece(sheet=bracket.sheet, start=first.start, end=bracket.start - 1).stripped()
    if name.end >= first.end or not item.value.name.startswith(name.text):
        return replace(item, value=value)
    plain = name.text[numbered.end() :] if numbered is not None else name.text
    return replace(item, value=replace(value, name=plain), anchors=(name.anchor(), *item.anchors[1:]))


def _bracket(notice: Notice, item: Statement, items: Sequence[Statement]) -> Piece | None:
    """Return what a bracket on the line of goods, before the next of them, says of parts."""
    first = item.anchors[0]
    sheet = next((one for one in notice.sheets if one.page.number == first.page_number), None)
    if sheet is None:
        return None
    line = sheet.flat.find("\n", first.end)
    begins = [one.anchors[0] for one in items]
    ends = [one.start for one in begins if one.page_number == first.page_number and one.start > first.start]
    stop = min([line if line >= 0 else len(sheet.flat), first.start + _LONGEST_LINE, *ends])
    told = (one for words in (_BRACKET, _LABELLED) for one in words.finditer(sheet.flat, first.start, stop))
    for bracket in told:
        held = _HOLDS.search(bracket["inside"])
        if held is not None or bracket.re is _LABELLED:
            start = bracket.start("inside") + (held.start() if held is not None else 0)
            return Piece(sheet=sheet, start=start, end=bracket.end("inside"))
    own = [one for one in item.anchors[1:] if one.page_number == first.page_number]
    for bracket in (match for one in own for match in _BRACKET.finditer(sheet.flat, one.start, one.end)):
        if _HOLDS.match(bracket["inside"]):
            return Piece(sheet=sheet, start=bracket.start("inside"), end=bracket.end("inside"))
    return None


def _is_row_of(row: Sequence[Entry], item: Statement) -> bool:
    first = item.anchors[0]
    return any(entry.value.sheet.page.number == first.page_number and entry.value.start == first.start for entry in row)


def _parts(cell: Piece, *, is_told: bool = False) -> Iterator[tuple[Piece, ComponentValue]]:
    """Yield the parts that a cell names; the words before them must say that they are in each piece.

    Args:
        cell: A cell, or what stands in a bracket.
        is_told: The head of its column says so (配置).
    """
    flat = cell.flat[:_LONGEST_CELL]
    start = _EACH.search(flat) or _HOLDS.match(flat)
    if start is None and not is_told:
        return
    position = start.end() if start is not None and start.re is _EACH else 0
    for clause in re.finditer(r"[^,。;、\n+]+", flat[position:]):
        match = _COUNT_FIRST.search(clause[0])
        if match is None or not (match["name"] or match["model"]):
            match = _COUNT_LAST.search(clause[0]) or match
        if match is None:
            continue
        groups = match.groupdict()
        name, model = groups.get("name"), groups.get("model")
        maker = groups.get("maker") or groups.get("glued")
        if (name is None and model is None) or _NOT_NAMES.search(clause[0]):
            continue
        offset = position + clause.start()
        piece = cell.part(offset + match.start(), offset + match.end()).stripped()
        count = Decimal(groups.get("count") or groups.get("counted") or 0)
        written = {key: cell.text[offset + match.start(key) : offset + match.end(key)] for key in groups if groups[key]}
        yield (
            piece,
            ComponentValue(
                name=written.get("name") or written.get("model", ""),
                maker=(written.get("maker") or written.get("glued")) if maker else None,
                model=written.get("model"),
                quantity_per_unit=count,
            ),
        )


def _statement(notice: Notice, item: LineItemValue, found: tuple[Piece, ComponentValue]) -> Statement:
    piece, part = found
    value = ComponentValue(
        name=part.name,
        part_of=item.name,
        maker=part.maker,
        model=part.model,
        quantity_per_unit=part.quantity_per_unit,
        units=item.quantity,
        lot=item.lot,
    )
    return notice.statement(StatementKind.COMPONENT, value, [piece])
