"""Frames of Chinese sentences in which a name stands: what leads to it, what follows, and what it is there.

A sentence of a purchase has few parts: who buys, the word for buying, giving or signing, from or to whom, at what
price. A frame is one of these parts with the words that bind the name to it. The name begins behind a word that can end
no name, so that it is never longer than its owner.
"""

from __future__ import annotations

import re

from tenderlight.facts.names.grammar import FIRM_ENDS_HAN
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

Frame = tuple[re.Pattern[str], Meaning, frozenset[Stage | None] | None, tuple[str, ...] | None]
"""A pattern with the group `value`, what the value is, the stages at which it counts (None = all), and words of which
one stands in every match (None = no such words)."""

NAME = (
    r"[“\"「]?(?:[^\s,。;:、“”\"()]|[(][^()甲乙丙买卖供需以下简称]{1,8}[)]){4,40}?"
    rf"(?:{FIRM_ENDS_HAN})"
    r"(?![^\s,。;:、()“”与和及同以由向将]{0,10}公司|联合社)"
    r"(?:[(][^()]{1,12}[)])?[”\"」]?"
)
"""A company: up to the first word that ends one and is not followed by a longer end (集团有限公司, 公司某市分公司)."""
RANKED = r"(?:(?:最低|次低|第[一二三]低)标(?!价|的|之)(?:厂商)?)?"
"""Which bid it is, before the name of who made it, in Taiwan: 改由次低标甲公司承揽."""
NAMES = (
    rf"(?:{NAME}(?:(?:[(][^()\n]{{1,12}}[)])?(?:[和与及、/&+;]|以及|偕同|会同|携手|联合){NAME}){{1,4}}(?:[(][^()\n]{{1,12}}[)])?"
    r"(?:(?:共同)?(?:组成|组建)的?)?(?:联合体|联营体|共同体)?|"
    rf"以{NAME}为(?:联合体)?(?:牵头|主办|主体)(?:人|方|单位)?[、,和与及](?:以?{NAME}[、,和与及]?){{1,4}}为[^,。;\n]{{2,8}}的联合体)"
)
"""Companies that one sentence joins."""
OFFICE = (
    r"(?![我本该各受])[^\s,。;:、“”\"《》拟受以由与]{3,40}?"
    r"(?:[局厅委办院部队所处府馆会站署]|中心|学校|大学|中学|小学|银行|公司|集团|监狱(?!管理)|海关|(?<!互)联网)"
)
"""Whoever buys: an office, or a company that buys."""
_BEGINS = r"(?:^|\n|(?<=[。;])|(?<=[,:讯]))\s*"
_DAY = r"(?:\d{2,4}年\d{1,2}月(?:\d{1,2}日)?[,]?\s*)?"
_SOON = (
    r"(?:日前|近日|今[天日]|昨[天日]|现|已|正式|[于在](?:今年|去年|[\d二])[^,。\n]{2,14}?[年月日]|[(][^()]{1,12}[)])"
)
_BUYS = r"(?:甲方|买方|采购方|采购人|采购单位|需方|委托方|委托单位|发包方|发包人|招标人|业主|建设单位|订购方|用户单位)"
_SELLS = (
    r"(?:乙方|卖方|供方|供货方|供货商|供应方|供货单位|供应商|承包方|承包人|承包商|承建单位|承建商|承建方|承办商|"
    r"承揽人|承接单位|服务方|服务商|服务单位|受托方|施工单位|中标人|中标方|中标商|成交商)"
)
_CALLED = r"[(](?:以下|下文|下称|本合同|又)*(?:简称|称)?(?:为|作)?[“\"]?"
_WINS = r"(?:中标|成交|中选|得标|夺标|竞得|摘得|拿下|赢得|胜出|入选|获得|承接|承揽)"
_SIGNS = r"(?:签订|签署|订立|签约|签下|签定|缔结|达成)"
_TAKES = r"(?:采购|购买|订购|购置|购入|选购|租用|租赁|租借|采办|定购)"
_SUPPLIES = r"(?:供货|供应|供给|提供|承建|承办|承接|施工|建设|实施|负责|运维|维护|开发|安装|中标|承担)"
_SIGNED = frozenset({Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE, None})
_AWARDED = frozenset({Stage.AWARD, None})
_COMMITTEE = r"[^,。;\n]{0,24}?(?:评标|评审|磋商|谈判|询价|比选|竞价|代理|专家|小组)"
"""Those who judge bids and those who act for others decide nothing of their own."""

_BUYER_SIGNS = (
    "甲方",
    "买方",
    "采购方",
    "采购人",
    "采购单位",
    "需方",
    "委托方",
    "委托单位",
    "发包方",
    "发包人",
    "招标人",
    "业主",
    "建设单位",
    "订购方",
    "用户单位",
)
_SELLER_SIGNS = ("乙方", "卖方", "供", "承", "服务", "受托方", "施工单位", "中标", "成交商")

FRAMES: tuple[Frame, ...] = (
    (
        re.compile(
            rf"(?:{_BEGINS}){_DAY}(?!{_COMMITTEE})(?P<value>{OFFICE})(?:经?研究|会议研究|书面)?(?:确定|选定|决定|复函)"
            r"(?=下列|以下|由|将|[,，]|[^,。;\n]{2,40}为)"
        ),
        Meaning.BUYER,
        _AWARDED,
        ("确定", "选定", "决定", "复函"),
    ),
    (
        re.compile(rf"{_BEGINS}{_DAY}(?P<value>{OFFICE})\s*{_CALLED}{_BUYS}[”\"]?[)]"),
        Meaning.CONTRACT_BUYER,
        _SIGNED,
        _BUYER_SIGNS,
    ),
    (
        re.compile(rf"(?:{_BEGINS}|[与和同向由]\s*)(?P<value>{NAME})\s*{_CALLED}{_SELLS}[”\"]?[)]"),
        Meaning.CONTRACT_SUPPLIER,
        _SIGNED,
        _SELLER_SIGNS,
    ),
    (
        re.compile(rf"{_BEGINS}{_BUYS}(?:为|是|系)?(?P<value>{OFFICE})(?=[,。;(]|\s*$)"),
        Meaning.CONTRACT_BUYER,
        _SIGNED,
        _BUYER_SIGNS,
    ),
    (
        re.compile(rf"{_BEGINS}{_SELLS}(?:为|是|系)?(?P<value>{NAME})(?=[,。;(共已按将交如]|\s*$)"),
        Meaning.CONTRACT_SUPPLIER,
        _SIGNED,
        _SELLER_SIGNS,
    ),
    (
        re.compile(
            rf"(?:(?<!参)与|(?<!合)同|(?<=[局院队所处部委府会])和)\s*[“\"]?(?P<value>{NAME})[”\"]?"
            rf"\s*(?:[(][^()\n]{{0,30}}[)])?[^。;\n]{{0,30}}?{_SIGNS}"
        ),
        Meaning.CONTRACT_SUPPLIER,
        _SIGNED,
        ("签订", "签署", "订立", "签约", "签下", "签定", "缔结", "达成"),
    ),
    (
        re.compile(rf"{_BEGINS}{_DAY}(?P<value>{OFFICE}){_SOON}{{0,2}}(?:与|和|同)[^。;\n]{{4,60}}?{_SIGNS}"),
        Meaning.BUYER,
        _SIGNED,
        ("签订", "签署", "订立", "签约", "签下", "签定", "缔结", "达成"),
    ),
    (
        re.compile(
            r"(?:批予|批给予?|批出予|判给予?|判予|判授|授予|授与|授标[予给于]|交予|决标[予给于]|发包[予给]|给予|颁予|交由|"
            rf"(?:合约|合同|工程|项目|标案|案)[^。;\n]{{0,20}}?(?:批|判|授|给|交)[予给])\s*[“\"]?(?P<value>{NAME})"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        ("批", "判", "授", "决标", "发包", "给予", "颁予", "交予", "交由", "交给"),
    ),
    (
        re.compile(
            rf"(?:{_BEGINS}|由|确定|选定)(?:最终|最后|最终确定|结果|最终由|其中)?由?"
            rf"{RANKED}\s*(?P<value>{NAME})"
            rf"\s*(?:[(][^()\n]{{0,60}}[)])?\s*(?:最终|最后)?(?:以|凭|按)(?:[^,。;\n]|(?<=\d),(?=\d)){{2,40}}?"
            rf"(?:的)?{_WINS}"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        (
            "中标",
            "成交",
            "中选",
            "得标",
            "夺标",
            "竞得",
            "摘得",
            "拿下",
            "赢得",
            "胜出",
            "入选",
            "获得",
            "承接",
            "承揽",
        ),
    ),
    (
        re.compile(
            r"(?:以下|下列|共有?|确定)[^,。;:\n]{0,8}?(?:家)?(?:企业|供应商|单位|机构|公司|投标人|"
            r"服务商)[^。:\n]{0,80}?"
            r"(?:入围|中选|中标|成交|入选)[^。;:\n]{0,50}:\s*(?P<value>[^。;\n]{6,900})"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        ("入围", "中选", "中标", "成交", "入选"),
    ),
    (
        re.compile(
            rf"(?<![面倾转意方朝投])(?:向|从)\s*[“\"]?(?P<value>{NAME})[”\"]?\s*(?:[(][^()]{{0,20}}[)])?"
            rf"(?:直接|集中|一次性|统一|追加|续)?{_TAKES}"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        ("采购", "购买", "订购", "购置", "购入", "选购", "租用", "租赁", "租借", "采办", "定购"),
    ),
    (
        re.compile(
            rf"(?:{_BEGINS}|同意|决定|确定|拟|并|仍)由\s*[“\"]?(?P<value>{NAME})[”\"]?\s*(?:[(][^()]{{0,20}}[)])?"
            rf"(?:继续|独家|统一|直接|负责)?{_SUPPLIES}[^。\n]{{0,60}}?元"
        ),
        Meaning.SUPPLIER,
        _SIGNED,
        ("供", "提供", "承", "施工", "建设", "实施", "负责", "运维", "维护", "开发", "安装", "中标"),
    ),
    (
        re.compile(
            rf"{_BEGINS}{_DAY}(?P<value>{OFFICE}){_SOON}{{0,2}}"
            rf"(?:{_TAKES}(?!中心|办|代|人|单位|文件|公告|项目|合同|活动|需求|意向|方式|网)|办理|招标|"
            rf"就|将(?![^,。;\n]{{0,40}}分包)|对|组织|完成|通过|以[^,。;\n]{{2,14}}方式|开展|委托|向|发布|举行|启动|实施|"
            r"[“\"《])"
        ),
        Meaning.BUYER,
        frozenset({Stage.AWARD, Stage.CONTRACT, Stage.SINGLE_SOURCE, None}),
        None,
    ),
    (
        re.compile(
            rf"{_BEGINS}{_DAY}(?P<value>{OFFICE})(?:现)?(?:拟|计划|意向)(?:于[^,。;\n]{{4,14}}?)?[^,。"
            rf";\n]{{0,14}}?{_TAKES}"
        ),
        Meaning.BUYER,
        frozenset({Stage.PLAN, Stage.TENDER, Stage.SINGLE_SOURCE}),
        ("拟", "计划", "意向"),
    ),
    (
        re.compile(rf"(?:由|,|^|\n)(?P<value>{OFFICE})(?:作为|担任|系|为)(?:本项目的?|该项目的?)?{_BUYS}"),
        Meaning.BUYER,
        _SIGNED,
        ("作为", "担任", "系", "为"),
    ),
    (
        re.compile(
            rf"(?:确定|选定|评定|审定|推荐|选取)的?(?:成交|中标|中选)?(?:供应商|单位|公司|企业|厂家|"
            rf"供货商|服务商)(?:为|是)?"
            rf"(?P<value>{NAME})(?=[,。;(]|{_SUPPLIES})"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        ("供应商", "单位", "公司", "企业", "厂家", "服务商"),
    ),
    (
        re.compile(
            rf"{_BEGINS}(?:由)?(?P<value>{NAME})(?:[(][^()]{{0,12}}[)])?(?:独家|共同)?(?:中标|成交|中选|得标)?"
            r"(?:承建|承接|承担|承办|中标|供货|承揽)(?:该项目|建设|实施|供货|承建)?(?=[,。;])"
        ),
        Meaning.SUPPLIER,
        _SIGNED,
        ("承建", "承接", "承担", "承办", "中标", "供货", "承揽"),
    ),
    (
        re.compile(
            rf"{_BEGINS}(?P<value>{NAME})(?:[(][^()]{{0,12}}[)])?(?:(?:按照?|依照?|根据)[^,。;\n]{{1,40}}?)?"
            rf"(?:共|已|如期|按期)?向(?:{OFFICE}|我[局单位院校]{{1,2}})(?:共|已)?(?:交付|移交|供货|供应|提供)"
        ),
        Meaning.CONTRACT_SUPPLIER,
        frozenset({Stage.ACCEPTANCE, Stage.CONTRACT, None}),
        ("交付", "移交", "供货", "供应", "提供"),
    ),
    (
        re.compile(rf"公司[^,。;\n]{{0,40}}?向(?P<value>{OFFICE})(?:共|已)?(?:交付|移交|供货|供应|提供)"),
        Meaning.CONTRACT_BUYER,
        frozenset({Stage.ACCEPTANCE, Stage.CONTRACT, None}),
        ("交付", "移交", "供货", "供应", "提供"),
    ),
    (
        re.compile(
            rf"(?:更正|变更|调整|改|递补|顺延)(?:为|由|至)?(?:第[一二三]名?)?(?:中标|成交)?(?:候选人|供应商|人)?(?:为|是)?"
            rf"[“\"]?(?P<value>{NAME})(?=[”\",。;])"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.CORRECTION}),
        ("更正", "变更", "调整", "改", "递补", "顺延"),
    ),
    (
        re.compile(
            rf"(?:从|据)(?![市县区省州]?(?:公安|财政|教育|司法))(?P<value>{OFFICE})(?:获悉|了解到|得知|处?获得|官网|消息|介绍|通报)"
        ),
        Meaning.BUYER,
        _SIGNED,
        ("获悉", "了解到", "得知", "获得", "官网", "消息", "介绍", "通报"),
    ),
)
"""Beside the patterns of `prose`; labels come before both."""

INTENT = re.compile(r"(?:拟|计划|申请|打算|意向|建议|预计)(?!定)[^。;\n]{0,60}$")
"""Words before a name in its sentence that say that nothing is settled yet."""
