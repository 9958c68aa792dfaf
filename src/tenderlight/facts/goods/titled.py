"""Goods that a small purchase names by its own title: 采购项目：彩色多普勒超声诊断仪1台; 项目：网格员终端 数量：240部.

Read in plans and invitations alone, where no list names any goods and the title names one thing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import LineItemValue

_STAGES = frozenset({Stage.PLAN, Stage.TENDER})
_UNITS = "台套组部辆架件只块个支把副条张具艘架匹樘"
_COUNTED = re.compile(
    rf"(?P<name>[^\d,、;。及和与/()][^,、;。及和与/()]{{1,28}}?)\s?(?P<number>\d{{1,6}})\s?(?P<unit>[{_UNITS}])"
)
_NAME = re.compile(r"[^,、;。及和与/()\d]{2,28}")
_QUANTITY = re.compile(rf"(?P<number>\d{{1,6}})\s?(?P<unit>[{_UNITS}])?")
_SOLD = re.compile(r"出让方|起拍价|竞买(?:人|保证金)|拍卖公告")
_NO_GOODS = re.compile(r"项目$|工程$|服务|建设|改造|维保|维护|运维|租赁|升级|采购$|购置$")


def is_sale(notice: Notice) -> bool:
    """Say whether a paper offers goods for sale, with a price at which bids begin, and asks for none."""
    return notice.stage in _STAGES and any(_SOLD.search(sheet.flat) for sheet in notice.sheets[:1])


def goods_of_title(notice: Notice) -> list[Statement]:
    """Return the one thing that the title of a Chinese plan or invitation names with how many are wanted."""
    titles = notice.of(Meaning.TITLE)
    if notice.language != "zh" or notice.stage not in _STAGES or len({one.value.flat for one in titles}) != 1:
        return []
    title = titles[0].value
    counted = _COUNTED.fullmatch(title.flat)
    if counted is not None:
        name = title.part(*counted.span("name")).stripped()
        value = LineItemValue(name=name.text, quantity=Decimal(counted["number"]), unit=counted["unit"])
        return [notice.statement(StatementKind.LINE_ITEM, value, [title])]
    numbers = [one for one in notice.of(Meaning.ITEM_QUANTITY) if one.row is None]
    number = _QUANTITY.fullmatch(numbers[0].value.flat) if len(numbers) == 1 and not _is_named(notice) else None
    if number is None or _NAME.fullmatch(title.flat) is None or _NO_GOODS.search(title.flat):
        return []
    value = LineItemValue(name=title.text, quantity=Decimal(number["number"]), unit=number["unit"] or _unit(notice))
    return [notice.statement(StatementKind.LINE_ITEM, value, [title, numbers[0].value])]


def _is_named(notice: Notice) -> bool:
    return any(one.meaning in {Meaning.ITEM_NAME, Meaning.NAME} for one in notice.entries)


def _unit(notice: Notice) -> str | None:
    """Return what a label says that is counted."""
    told: list[Entry] = [one for one in notice.of(Meaning.ITEM_UNIT) if one.value.flat in _UNITS]
    return told[0].value.text if len(told) == 1 else None
