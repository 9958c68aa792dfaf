"""Goods that a Chinese sentence lists behind words that lead to a list: "供货范围包括人脸通道机32台、软件1套".

What stands from there to the end of the sentence or line has to be a list of goods and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.goods.chinese_sentences import Thing, things_in
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.model.statement import Stage

_PAGES, _LONGEST_PAGE = 5, 20_000
_LEADS = re.compile(
    r"(?:(?<=[,;])\s?(?=包括|包含)|供货|采购|交付|到货|供应|验收|配置|配备|购置|购买|成交|中标|设备|货物|标的|主要|所供)"
    r"(?:的)?(?:范围|内容|清单|明细|设备|货物|标的|物资|物品|产品|情况)?(?:主要|具体)?"
    r"(?:(?:包括|包含|含|为|如下|有|分别为|分别是)[\s:]{0,3}|:\s{0,3}|\s{2,8})"
)
_LABELLED = re.compile(
    r"(?:^|(?<=\n))\s{0,6}(?:[一二三四五六七八九十\d]{1,2}[、.]\s?)?(?:主要)?(?:采购|招标|合同|成交|中标|验收|拟购)?"
    r"(?:标的|货物|设备|产品|货品|物品|物资|内容|清单|需求)(?:名称|清单|内容|明细|需求|及数量)?(?:\s?:\s{0,4}|\s{1,8})"
)
"""A label of what is bought, at the beginning of a line: what stands beside it may be one thing and no more."""
_LIST = re.compile(r"清单|货物|设备|标的|货品|物品|物资")
"""Labels that an invitation puts before the goods it asks for one by one."""
_ASKING = frozenset({Stage.TENDER, Stage.PLAN})
OLD = re.compile(r"(?:现有|原有|利旧|拆除|已有|原|旧|故障|报废)[^,。;]{0,8}$|(?:维护|维保|维修|保养|检修|养护)的?$")
"""Words before the lead of what is there already, or is looked after."""
PLACE = re.compile(r"(?:站|点|室|馆|楼|厅|段|所|亭|岗|工程|系统|平台|服务|方案|项目|培训)$")
"""Names of what is built or done: no goods by themselves, and a list with them is none of goods alone."""
_END = re.compile(r"[。\n]|$")
MOST_BEFORE = 12


def led_lists(notice: Notice) -> Iterator[tuple[Thing, str | None]]:
    """Yield the goods of the first such list of each line that holds one; of invitations those beside labels alone."""
    if notice.stage not in SETTLED | _ASKING:
        return
    for sheet in notice.sheets[:_PAGES]:
        done = -1
        flat = sheet.flat[:_LONGEST_PAGE]
        labelled = [one for one in _LABELLED.finditer(flat) if notice.stage in SETTLED or _LIST.search(one[0])]
        leads = [] if notice.stage in _ASKING else list(_LEADS.finditer(flat))
        for lead in sorted([*labelled, *leads], key=lambda one: one.start()):
            stop = _END.search(sheet.flat, lead.end())
            if (
                stop is None
                or lead.end() < done
                or OLD.search(sheet.flat, max(0, lead.start() - MOST_BEFORE), lead.start())
            ):
                continue
            things = things_in(Piece(sheet=sheet, start=lead.end(), end=stop.start()).stripped(" ,;"))
            if any(PLACE.search(one.name) for one in things):
                continue
            is_told = len(things) > 1 or lead.re is _LABELLED
            if things and (is_told or any(one.unit_price is not None or one.model for one in things)):
                done = stop.start()
                yield from ((one, None) for one in things)
