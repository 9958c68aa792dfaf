"""Values that look like private persons: never taken up, whatever label they stand beside."""

from __future__ import annotations

import re

from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季"
    "申詹翁柳邢骆庄章鲁岳柯温辛齐牛樊葛安殷耿艾焦关游鲍俞卞冉童聂单符裴管祝左滕席"
)
_COMPOUND_SURNAMES = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "司徒", "夏侯", "端木")
_PERSON = re.compile(rf"(?:[{_SURNAMES}][{HAN_CLASS}]{{1,2}}|(?:{'|'.join(_COMPOUND_SURNAMES)})[{HAN_CLASS}]{{1,2}})")
_TITLE = re.compile(
    r"(?:先生|女士|老师|经理|主任|科长|处长|局长|警官|同志|小姐|医生|院长|校长|书记|工程师)$"
    r"|^(?:mr|mrs|ms|miss|dr|señor|señora|sr|sra|mme|monsieur|madame|г-н|г-жа)\b\.?"
)
IDENTITY = re.compile(r"(?<!\d)(?:\d{17}[\dxX]|\d{15})(?!\d)")
PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\+\d{1,3}[\s-]?\d[\d\s-]{6,12}\d)(?!\d)")
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}")
_RUSSIAN_NAME = re.compile(r"(?:ип\s+)?[а-я]+(?:\s[а-я]\.\s?[а-я]\.|\s[а-я]+\s[а-я]+(?:вич|вна|ична|оглы|кызы))$")


def looks_like_person(text: str) -> bool:
    """Say whether a text looks like a person: a Chinese name, a name with a form of address, a Russian full name."""
    flat = flatten(text).strip()
    compact = "".join(flat.split())
    return bool(
        (len(compact) <= 4 and _PERSON.fullmatch(compact)) or _TITLE.search(flat) or _RUSSIAN_NAME.fullmatch(flat)
    )


def has_personal_number(text: str) -> bool:
    """Say whether a text holds what looks like a telephone or an identity number."""
    flat = flatten(text)
    return bool(PHONE.search(flat) or IDENTITY.search(flat))
