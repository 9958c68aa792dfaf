"""Frames of sentences in reports, letters and gazettes: a winner's own news, an agency's account, a buyer's assent.

They say the same as a notice, from another side: the company tells that it won from an office, the agency what it was
charged with, the committee whom it proposed and the buyer that it agreed.
"""

from __future__ import annotations

import re

from tenderlight.facts.prose.chinese_frames import NAME, NAMES, OFFICE, Frame
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

_GAINS = r"(?:中标|中选|签约|承建|拿下|斩获|摘得|夺得|赢得|竞得)"
_GLADLY = r"(?:成功|顺利|强势|正式|喜获|再次|连续|一举|又|独家|近日|日前|,){0,2}"
_OBJECT = r"(?=[^,。;:\n]{2,60}?(?:项目|工程|采购|系统|平台|标段|标包|服务|建设))"
_NO_OBJECT = (
    r"(?!候选|结果|公[告示]|通知|金额|价|单位|人|供应商|商|资格|后|的|方|情况|信息|服务费|无效|顺序|之日|日期|时间)"
)
_AT_HEAD = r"(?:^|\n|(?<=[。;,\]】]))\s*(?:(?:近日|日前|今[天日]|昨[天日]|喜报)[,!:]?\s*)?"
_SETTLED = r"(?:(?!评审|评标|评选|比选|投标|磋商|谈判|报名|预审|候选|推荐|竞[争标选]|拟)[^,。;\n])"
"""A character of a clause that speaks of no step on which more is still to be judged."""
_CANDIDATE = r"第一(?:名|顺位)?(?:的?(?:中标|成交|中选)?候选(?:人|供应商|单位))?"
_AGREES = r"(?:确认|确定|同意|批准|核准|核定)"
_ANY = frozenset(
    {Stage.AWARD, Stage.CANDIDATE, Stage.CANCELLATION, Stage.CORRECTION, Stage.TENDER, Stage.SINGLE_SOURCE, None}
)
_AWARDED = frozenset({Stage.AWARD, None})

REPORT_FRAMES: tuple[Frame, ...] = (
    (
        re.compile(rf"{_AT_HEAD}(?P<value>{NAME}){_GLADLY}{_GAINS}{_NO_OBJECT}{_OBJECT}"),
        Meaning.SUPPLIER,
        _AWARDED,
        ("中标", "中选", "签约", "承建", "拿下", "斩获", "摘得", "夺得", "赢得", "竞得"),
    ),
    (
        re.compile(
            rf"(?:公司|集团)[)]?{_GLADLY}{_GAINS}{_NO_OBJECT}了?(?P<value>{OFFICE})"
            r"(?=[“\"《「『]|[^,。;:\n]{0,50}?(?:项目|工程|采购|系统|平台))"
        ),
        Meaning.BUYER,
        _AWARDED,
        ("中标", "中选", "签约", "承建", "拿下", "斩获", "摘得", "夺得", "赢得", "竞得"),
    ),
    (
        re.compile(
            rf"{_AT_HEAD}(?P<value>{NAME})(?:有关|相关|项目|市场)?负责人(?:告诉记者|表示|介绍|透露|说)[,:\s“\"]{{0,3}}"
            rf"(?:该|本|我们?)?公司(?:已|已经)?{_GLADLY}(?:以[^,。;\n未拟]{{2,24}}?(?:的?(?:价格|报价|总?价))?{_GLADLY})?"
            rf"{_GAINS}{_NO_OBJECT}{_OBJECT}"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        ("负责人",),
    ),
    (
        re.compile(
            rf"推荐(?P<value>{NAME})为{_CANDIDATE}[^。\n]{{1,60}}?{_AGREES}[^。,;\n]{{0,12}}?为(?:本项目|"
            rf"本次|该项目)?(?:的)?(?:中标|成交|中选)"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        ("推荐",),
    ),
    (
        re.compile(
            rf"(?:确定|选定|公布)(?P<value>{NAMES})(?:等?[一二三四五六七八九十\d]{{1,3}}家)?(?:单位|企业|机构|公司)?(?:作?为|入围)"
            rf"{_SETTLED}{{0,40}}?(?:定点|入围|入库|框架|协议供货|备选库){_SETTLED}{{0,12}}?"
            r"(?:机构|单位|供应商|企业|厂家|服务商)(?:名单|名录)?(?=[)”\"\s]{0,3}(?:[,。;:、(]|$))"
        ),
        Meaning.SUPPLIER,
        _AWARDED,
        ("定点", "入围", "入库", "框架", "协议供货", "备选库"),
    ),
    (
        re.compile(rf"(?:由|委托|{_AT_HEAD})(?P<value>{NAME})\s*[(](?:采购|招标|本项目)?代理(?:机构|公司|单位|人)?[)]"),
        Meaning.AGENCY,
        _ANY,
        ("代理",),
    ),
    (
        re.compile(
            r"委托(?P<value>[^\s,。;:“”\"()]{2,26}?(?:招标|代理|咨询|采购|拍卖|项目管理)[^\s,。;:“”\"()]{0,12}?公司)"
            r"(?=[于就对以]|组织|进行|公开|采用|采取|实施|代理|开展|按|,|。|\s|$)"
        ),
        Meaning.AGENCY,
        _ANY,
        ("委托",),
    ),
    (
        re.compile(rf"(?:代理|组织|承办|实施)(?:采购|招标)?的(?P<value>{OFFICE})(?=\s*[“\"《「『])"),
        Meaning.BUYER,
        _ANY,
        ("代理", "组织", "承办", "实施"),
    ),
)
"""Beside `chinese_frames.FRAMES`; labels come before both."""
