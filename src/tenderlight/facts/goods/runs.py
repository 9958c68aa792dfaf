"""Labels of goods outside tables, gathered into one run for each of the goods: name, make, model, number and price."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.tables.columns import DESCRIPTIONS
from tenderlight.facts.words.vocabulary import ITEMS, PASSED_OVER, Meaning, Section

SERVICES = frozenset({"服务范围", "服务要求", "服务时间", "服务标准", "施工范围", "施工工期"})
"""Labels beside the name of a service or of works in the forms of 2020."""
_KEPT_BETWEEN = frozenset(
    {
        *(Meaning.OTHER, Meaning.LOT, Meaning.LOT_NAME, Meaning.TOTAL, Meaning.OTHER_PARTY, Meaning.NO_NUMBER),
        *(Meaning.SUPPLIER, Meaning.AWARD_AMOUNT),
    }
)
_BESIDE_GOODS = frozenset({Meaning.CEILING, Meaning.BUDGET, Meaning.ESTIMATE, Meaning.CONTRACT_AMOUNT, Meaning.PARTY})
"""What may stand between the labels of the only goods of a notice."""


_UNDER_HEADS = frozenset(
    {Meaning.ITEM_QUANTITY, Meaning.ITEM_BRAND, Meaning.ITEM_MODEL, Meaning.ITEM_UNIT, Meaning.UNIT_PRICE}
)
_HEAD = re.compile(
    r"\s{0,8}(?:(?:items?|[ií]tem|art[íi]c(?:ulo|le|olo)|artigo|rengl[óo]n|ligne|line|pos(?:ition|ten)?|"
    r"поз(?:иция|иція)?|品项|品目|第)"
    r"\.?\s?(?:n[°ºo.]{0,2}\s?|№\s?)?\d{1,3}(?:项|品项|[.:)–—-]|\s[:–—-])?|[(]?\d{1,3}[.)、](?!\d))\s{0,3}"
    r"(?P<name>(?:\d{1,3}[k路口寸])?[^\W\d_][^:|\n\t]{1,80})"
)
"""A numbered line that names goods, the labels of which stand below."""
_SECTION = r"标的|信息|清单|明细|情况|内容|项目|采购|合同|中标|成交|结果|goods|items|schedule|bienes|details?|award|lot"
_NUMBERED_HEAD = re.compile(
    r"\s{0,8}(?:items?|[ií]tem|art[íi]c(?:ulo|le|olo)|artigo|rengl[óo]n|ligne|l[ií]nea|line|pos(?:ition|ten)?|"
    r"поз(?:иция|иція)?|lote?|lotto|los|лот)\.?\s?(?:n[°ºo.]{0,2}\s?|№\s?)?\d{1,3}\s?[.:)–—-]?\s{1,3}"
    r"(?P<name>[^\W\d_][^:|\n\t]{1,80})"
)
"""A line that names goods behind a word for an item and its number."""
_MOST_BETWEEN, _LONGEST_LABEL = 3, 40
_BARE_HEAD = re.compile(rf"\s{{0,4}}(?P<name>(?!.*(?:{_SECTION}))[^\W_][^:|\n\t;,。]{{1,40}})")
"""A line that may name goods."""
_INLINE = re.compile(
    r"\s{0,8}(?:[-•*·]\s?|(?:产品|标的|货物|设备|商品|品目|品项|items?|[ií]tem)\s?[一二三四五六七八九十\d]{1,2}\s?[:、.)]\s?|"
    r"[(]?\d{1,3}[.)、]\s?)(?P<name>[^\W_][^:;,。|\t\n]{1,60}?)\s?[,、(]\s?"
)
"""A number or bullet and a name, right before the first label of goods."""
_ELSEWHERE = PASSED_OVER | {Section.BUYER, Section.AGENCY, Section.CONTACT}


def groups_of(notice: Notice) -> Iterator[list[Entry]]:
    """Yield the entries of each line: a table's row, or the run of pairs that begins with a name."""
    rows: dict[int, list[Entry]] = {}
    running: list[Entry] = []
    ahead: list[Entry] = []
    is_one = len([one for one in notice.of(Meaning.ITEM_NAME) if one.row is None]) == 1
    for entry in notice.entries:
        if entry.old or entry.section in _ELSEWHERE:
            continue
        if entry.row is not None:
            rows.setdefault(entry.row, []).append(entry)
            continue
        begins = entry.meaning is Meaning.ITEM_NAME or (
            entry.meaning is Meaning.NAME and (entry.section is Section.ITEMS or _names_goods(notice, entry))
        )
        begins = begins or _describes_goods(notice, entry)
        head = None if begins else _headed(notice, entry, running)
        if head is not None:
            yield from (one for one in (running,) if one)
            running, ahead = [head, *ahead, entry], []
        elif _leads_to_name(notice, entry):
            ahead.append(entry)
        elif begins:
            yield from (one for one in (running,) if one)
            running, ahead = [entry, *ahead], []
        elif running and is_one and entry.meaning in _BESIDE_GOODS:
            continue
        elif running and (entry.meaning in ITEMS or entry.meaning in _KEPT_BETWEEN or entry.label in SERVICES):
            running.append(entry)
        else:
            yield from (one for one in (running,) if one)
            running = []
    yield from (one for one in (running, *rows.values()) if one)


def _headed(notice: Notice, entry: Entry, running: Sequence[Entry]) -> Entry | None:
    """Return the name of goods in the numbered line above their labels, if no name has begun them: "Item 2 – Pump"."""
    if entry.meaning not in _UNDER_HEADS or any(one.value.start > entry.value.start for one in running):
        return None
    name = _before_label(entry) or _above(entry)
    if name is None or (running and running[0].value.start >= name.start) or not _is_counted(notice, entry):
        return None
    return Entry(meaning=Meaning.ITEM_NAME, label="", value=name, order=entry.order, lot=entry.lot)


def _above(entry: Entry) -> Piece | None:
    """Return the name in the line above a label: a numbered line, or one below which the labels are set in.

    Between a numbered line and the label there may be lines that say who sells the goods, or what all of them cost.
    """
    sheet = entry.value.sheet
    line = sheet.flat.rfind("\n", 0, entry.value.start)
    above = sheet.flat.rfind("\n", 0, max(line, 0)) + 1
    found = _HEAD.fullmatch(sheet.flat, above, line) if line > 0 else None
    if found is None and line > 0 and sheet.flat[line + 1] in " \t":
        found = _BARE_HEAD.fullmatch(sheet.flat, above, line)
        found = found if found is not None and read_label(found["name"].strip()) is None else None
    for _ in range(_MOST_BETWEEN):
        if found is not None or above <= 0 or not _is_kept_between(sheet.flat[above:line]):
            break
        line, above = above - 1, sheet.flat.rfind("\n", 0, above - 1) + 1
        found = _NUMBERED_HEAD.fullmatch(sheet.flat, above, line)
    return Piece(sheet=sheet, start=found.start("name"), end=found.end("name")).stripped(" .;") if found else None


def _is_kept_between(line: str) -> bool:
    """Say whether a line is a label and what may stand between the labels of goods: who sells them, say."""
    label, colon, _value = line.partition(":")
    known = read_label(label.strip()) if colon and len(label) <= _LONGEST_LABEL else None
    return known is not None and known.meaning in _KEPT_BETWEEN


def _before_label(entry: Entry) -> Piece | None:
    """Return the name that stands on the line of a label before it: "产品1：显示屏，品牌：…"."""
    sheet = entry.value.sheet
    line = sheet.flat.rfind("\n", 0, entry.value.start) + 1
    label = sheet.flat.rfind(entry.label, line, entry.value.start) if entry.label else -1
    if label < 0:
        return None
    begins = max(line, *(sheet.flat.rfind(sign, line, label) + 1 for sign in ";。"))
    found = _INLINE.fullmatch(sheet.flat, begins, label)
    if found is None or read_label(found["name"].strip()) is not None:
        return None
    return Piece(sheet=sheet, start=found.start("name"), end=found.end("name")).stripped()


def _is_counted(notice: Notice, first: Entry) -> bool:
    """Say whether the labels of goods from one on tell how many there are, and something else of them."""
    at = next((at for at, one in enumerate(notice.entries) if one is first), 0)
    behind = notice.entries[at : at + 6]
    told = {one.meaning for one in takewhile(lambda one: one.meaning in ITEMS or one.meaning is Meaning.TOTAL, behind)}
    return Meaning.ITEM_QUANTITY in told and bool(
        told & {Meaning.ITEM_BRAND, Meaning.ITEM_MODEL, Meaning.UNIT_PRICE, Meaning.TOTAL}
    )


def _leads_to_name(notice: Notice, entry: Entry) -> bool:
    """Say whether the next label on the line names goods: "Cantidad: 25  Producto: Cámara"."""
    behind = next(iter(notice.entries[entry.order + 1 : entry.order + 2]), None)
    if behind is None or behind.meaning is not Meaning.ITEM_NAME or entry.meaning is not Meaning.ITEM_QUANTITY:
        return False
    return behind.row is None and entry.value.shares_line(behind.value)


def _describes_goods(notice: Notice, entry: Entry) -> bool:
    """Say whether a description or a name without any word for goods is of some: number and make or price follow."""
    if entry.label not in DESCRIPTIONS and entry.meaning is not Meaning.TITLE:
        return False
    behind = notice.entries[entry.order + 1 : entry.order + 6]
    under = {one.meaning for one in takewhile(lambda one: one.meaning in ITEMS, behind)}
    return Meaning.ITEM_QUANTITY in under and bool(under & {Meaning.ITEM_BRAND, Meaning.ITEM_MODEL, Meaning.UNIT_PRICE})


def _names_goods(notice: Notice, entry: Entry) -> bool:
    """Say whether a bare "名称" is that of goods: brand or model and a number of them follow on its line."""
    behind = notice.entries[entry.order + 1 : entry.order + 6]
    line_end = entry.value.sheet.flat.find("\n", entry.value.start)
    told = {one.meaning for one in behind if line_end < 0 or one.value.start < line_end}
    under = {one.meaning for one in takewhile(lambda one: one.meaning in ITEMS, behind)}
    if Meaning.ITEM_QUANTITY in under and under & {Meaning.ITEM_BRAND, Meaning.ITEM_MODEL, Meaning.UNIT_PRICE}:
        return True
    if any(one.label in SERVICES for one in behind):
        return True
    return Meaning.ITEM_QUANTITY in told and bool(told & {Meaning.ITEM_BRAND, Meaning.ITEM_MODEL, Meaning.UNIT_PRICE})
