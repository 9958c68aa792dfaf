"""Names of the divisions of the first level of China, as printed in full and short."""

from __future__ import annotations

PROVINCES = (
    "北京市|天津市|上海市|重庆市|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|"
    "新疆生产建设兵团|香港特别行政区|"
    "澳门特别行政区|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|"
    "云南|陕西|甘肃|青海|台湾)省"
)
"""Alternatives of a pattern, in simplified characters."""
SHORT_PROVINCES = "内蒙古|广西|西藏|宁夏|新疆"
