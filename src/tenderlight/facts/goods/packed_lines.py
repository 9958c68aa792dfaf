"""Stretches of a Chinese line that may list goods, where it says other things before or behind them.

"防暴头盔 BA-1 400顶 单价180元 采购人：某分局 成交日期：…": a label that says nothing of goods ends the stretch, and
the name of a lot begins one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.labels.in_lines import find_labels
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.lot_keys import LOT
from tenderlight.facts.words.vocabulary import ITEMS, Meaning

_OF_GOODS = ITEMS | {Meaning.TOTAL, Meaning.ITEM_TOTAL}
_LISTS = re.compile(r"(?:需求|清单|明细|标的|货物|设备|产品|物资|内容|货品|物品|商品)(?:名称|信息|情况|内容|明细)?$")
"""Ends of labels that a list of goods stands beside."""
_LOT_BEGINS = re.compile(rf"(?:^|(?<=[\s;。:]))(?P<lot>{LOT.pattern})(?:\s?:\s?|\s{{1,4}})")
_LONGEST = 1200


def lists_goods(label: str) -> bool:
    """Say whether a label is one that a list of goods stands beside (采购需求, 询价内容, 货物清单)."""
    return _LISTS.search(label) is not None


def stretches(line: Piece) -> Iterator[tuple[Piece, str | None]]:
    """Yield the stretches of a line in which goods may stand, each with its lot as printed; none if it is one stretch.

    Args:
        line: One line of a page.
    """
    if len(line.flat) > _LONGEST:
        return
    cuts: list[tuple[int, int, bool, str | None]] = [(0, 0, True, None)]
    for hit in find_labels(line.flat):
        if hit.meaning in _OF_GOODS or (hit.lot is not None and hit.meaning in {None, Meaning.LOT}):
            continue
        cuts.append((hit.start, hit.value_start, hit.meaning in {None, Meaning.OTHER} and lists_goods(hit.label), None))
    cuts.extend(
        (match.start(), match.end(), True, line.text[slice(*match.span("lot"))])
        for match in _LOT_BEGINS.finditer(line.flat)
    )
    if len(cuts) == 1:
        return
    cuts.sort(key=lambda one: (one[0], one[3] is not None, one[1]))
    for (_start, begins, is_open, lot), stop in zip(cuts, [*(one[0] for one in cuts[1:]), len(line.flat)], strict=True):
        if is_open and begins < stop:
            yield line.part(begins, stop).stripped(" \t,、;.。"), lot
