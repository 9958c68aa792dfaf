"""What letters say to those who won, and to those who did not."""

from __future__ import annotations

import re

_YOU = r"[你贵](?:公司|会|司|单位|院|所|厂|店|社|行|中心|商号|基金会|合作社)"
TOLD_HAN = re.compile(
    rf"(?:决标|判给|批予|批出|授予|交由?|委托|由|与|聘用|接纳|选定|确定|同意)[^。;\n]{{0,8}}{_YOU}|"
    rf"{_YOU}[^。;\n]{{0,24}}(?:中标|成交|中选|得标|获接纳|供应|供货|承接|承办|承建|被?确定为)"
)
NOT_HAN = re.compile(r"未能|未获|未被|落选|遗憾|未中|不予|代理|组织(?:采购|招标)")
_ANY = r"(?:[^.]|\.(?=\d))"
_BID = r"(?:bid|tender|offer|quotation|proposal|quote)"
TOLD = re.compile(
    rf"your (?:company['’]s )?{_BID}\b{_ANY}{{0,400}}?\b(?:accepted|successful|approved|selected)|"
    rf"\b(?:award(?:ed)?|give|place)\b{_ANY}{{0,60}}\bto (?:you|your (?:company|firm))\b|"
    r"(?:you|your (?:company|firm)) (?:have|has) (?:been )?(?:awarded|selected|won)|"
    rf"accept(?:ed)? your {_BID}"
)
NOT_TOLD = re.compile(r"regret|unsuccessful|not (?:been )?(?:accepted|successful|selected|awarded)|sorry|unfortunately")
REGRETS = re.compile(
    rf"(?:regret|sorry|unfortunately)[^.]{{0,80}}\byour?\b|"
    rf"\byour {_BID}[^.]{{0,60}}\b(?:not|unsuccessful)\b"
)
"""What is written to somebody who did not win."""
