"""Where the text under a head of a lot ends in Chinese."""

from __future__ import annotations

import re

OVER_HAN = re.compile(
    r"\n\s{0,4}(?:(?:其[他它余])?(?:未中标|未成交|未入围|未中选|落选|落标)(?!标|包|原因)[^\n:]{0,8}:|[一二三四五六七八九十]{1,3}[、.]|(?:采购|招标|机关|代理|公告|公示|发布|日期|总|合计|"
    r"中标总|成交总|评审|评标|开标|谈判|以上|(?:中标|成交|中选)(?:人|供应商|单位)\s?:[^\n]{2,40}\((?:第|包|标|\d{1,2}[包标])|"
    r"磋商|联系|地址|项目|预算|注|备注|特此|合约总|契约总|批出日|判给[总日]|决标日|签约日|案号|标案|押标|契约编|合约编)[^\n]{0,30}|\d{4}年)|"
    r"[ \t](?:采购|招标|机关|代理|公告|公示|发布|日期|评审|联系|地址|预算)[^\s:]{0,8}:"
)
"""Where the text under the last lot of a Chinese list is at its end."""
SECTION_HAN = re.compile(r"\s{0,2}(?:中标|成交|中选|采购|结果)[^\s:,。;]{0,6}(?:公告|公示|信息|结果)\s*\n")
"""Behind the head of a lot that is the heading of a notice of its own: what follows is of the lot up to the next."""
