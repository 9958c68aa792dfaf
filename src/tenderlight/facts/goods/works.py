"""Whether a Chinese paper is about works: what it counts then is built, not bought."""

from __future__ import annotations

import re

from tenderlight.facts.pages.document import Notice

_WORKS = re.compile(r"施工|监理|勘察|工程|改造|治理|整治|修缮|提升|建设")
_WITH_GOODS = re.compile(
    r"采购|货物|设备|购置|系统|平台|装备|供货|物资|安装|器材|智慧|智能|视频|监控|摄像|信息|网络|数据|电子|软件|通信|"
    r"实验室|门禁|安防|雪亮|平安|公安|警|检察|法院|看守|监狱|校园网"
)
"""Words of titles of works that are bought with their equipment, or by those who buy much of it."""


def is_of_works(notice: Notice) -> bool:
    """Say whether the title of a Chinese paper, or its first line, speaks of works and of no goods."""
    if notice.language != "zh" or not notice.sheets:
        return False
    flat = notice.sheets[0].flat
    head = notice.title.flat if notice.title is not None else ""
    told = head + flat[: max(0, flat.find("\n"))]
    return _WORKS.search(told) is not None and _WITH_GOODS.search(told) is None
