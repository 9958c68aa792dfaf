"""Frames of Chinese sentences that name who buys beside what is bought: in reports, letters of award and news.

"由某局采购的…项目", "你公司在某分局…采购中被确定为…", "某公司…采购评标工作已结束": the office or company stands where
only the one that buys does, and its name ends with a word that no thing ends with.
"""

from __future__ import annotations

import re

from tenderlight.facts.prose.chinese_frames import NAME, OFFICE, Frame
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

_OFFICE_ENDS = (
    r"[局厅署]|公安处|监狱|戒毒所|看守所|检察院|法院|(?<=[省市县区州乡镇])政府(?!采购)|管委会|委员会|大学|学院|医院|中学|小学|学校|博物馆|图书馆|"
    r"支队|大队|总队|海关"
)
_ENDS = rf"(?:{_OFFICE_ENDS}|有限公司|有限责任公司|集团(?![^\s,。;:]{{0,12}}公司))"
_SURE = (
    r"(?![我本该各受你贵])[^\s,。;:、“”\"《》()拟受以由与]{3,30}?"
    rf"{_ENDS}(?:[^\s,。;:、“”\"《》()拟受以由与]{{2,10}}?(?:支队|大队|总队|分局|分公司))?"
)
"""Whoever buys, by a word for an office that is none for a thing."""
_SPOKEN_FOR = (
    r"(?![我本该各受你贵])(?:(?!公司|集团|企业)[^\s,。;:、“”\"《》()拟受以由与]){3,30}?"
    rf"(?:{_OFFICE_ENDS})(?:(?:(?!公司|集团|企业)[^\s,。;:、“”\"《》()拟受以由与]){{2,10}}?(?:支队|大队|总队|分局))?"
)
"""An office whose head speaks of a purchase: the head of a company may speak for the one that sold."""
_SUBJECT = r"[^,。;:\n]{2,60}?(?:项目|采购|工程|招标|谈判|磋商|询价|比选|服务)"
_JUDGED = (
    r"(?:经(?:评标|评审|磋商|谈判|询价|比选)|的?(?:评标|评审|磋商|谈判|询价|比选)(?:工作)?(?:已|业已|现已|结束)|已(?:完成|结束|于|经|由)|"
    r"于\d{4}年[^,。;\n]{2,12}(?:开标|评审|谈判|磋商)|的?(?:中标|成交|采购)?(?:结果)?(?:公告|公示)发布后)"
)
_BEGINS = r"(?:^|\n|(?<=[。;]))\s*(?:[“\"])?"
_PARTY_TW = r"(?:^|\n|(?<=[:,。;]))\s*(?:立(?:契约|合约|约)书?人\s?:?\s*)?"
_SHORT = r"[(](?:以下|下文)?(?:简称|称)(?:为)?[“\"「]?"
"""How a contract of Taiwan calls its parties from then on: 廠商 甲公司（以下簡稱廠商）."""
_SIGNED = frozenset({Stage.CONTRACT, Stage.ACCEPTANCE, None})
_ANY = frozenset({*Stage, None})
_AWARDED = frozenset({Stage.AWARD, None})

BUYER_FRAMES: tuple[Frame, ...] = (
    (
        re.compile(
            rf"由(?P<value>{_SURE})(?:组织|负责|发起|牵头)?(?:实施)?的?(?:公开)?(?:采购|招标|询价|比选)(?=[的,。“\"])"
        ),
        Meaning.BUYER,
        _ANY,
        ("采购", "招标", "询价", "比选"),
    ),
    (
        re.compile(
            rf"{_BEGINS}(?P<value>{_SURE})的?\s?(?=[^,。;:\n]{{2}}){_SUBJECT}[”\"]?\s?(?:[(][^()\n]{{2,40}}[)])?,?{_JUDGED}"
        ),
        Meaning.BUYER,
        _ANY,
        ("评标", "评审", "磋商", "谈判", "询价", "比选", "已", "开标", "发布后"),
    ),
    (
        re.compile(
            r"[你贵](?:公司|单位|司)(?:[^,。;\n]{0,16}?)(?:在|参加了?的?|参与了?的?|投标的|就)\s?[“\"]?"
            rf"(?P<value>{_SURE})(?={_SUBJECT})"
        ),
        Meaning.BUYER,
        _AWARDED,
        ("公司", "单位", "司"),
    ),
    (
        re.compile(
            rf"[与和同向](?:采购人|采购单位|招标人|招标单位|业主|买方|建设单位)\s?(?P<value>{OFFICE})(?:签订|签署|订立|联系|洽|办理)"
        ),
        Meaning.BUYER,
        _AWARDED,
        ("采购人", "采购单位", "招标人", "招标单位", "业主", "买方", "建设单位"),
    ),
    (
        re.compile(rf"由(?:我|本)(?:公司|司|中心|单位)代理的?\s?[“\"]?(?P<value>{_SURE})(?={_SUBJECT})"),
        Meaning.BUYER,
        _ANY,
        ("代理",),
    ),
    (
        re.compile(rf"{_PARTY_TW}(?:招标|订购|采购)?机关\s*:?\s*(?P<value>{OFFICE})\s*{_SHORT}(?:本?机关|甲方)"),
        Meaning.CONTRACT_BUYER,
        _SIGNED,
        ("机关",),
    ),
    (
        re.compile(rf"{_PARTY_TW}(?:得标|承揽|立约)?厂商\s*:?\s*(?P<value>{NAME})\s*{_SHORT}(?:厂商|乙方)"),
        Meaning.CONTRACT_SUPPLIER,
        _SIGNED,
        ("厂商",),
    ),
    (
        re.compile(rf"(?<![^\s,。;:“\"])(?P<value>{_SPOKEN_FOR})(?:有关|相关)?负责人(?:告诉记者|表示|介绍|透露|说)"),
        Meaning.BUYER,
        _AWARDED,
        ("负责人",),
    ),
)
"""Beside `chinese_frames.FRAMES`; labels come before both."""
