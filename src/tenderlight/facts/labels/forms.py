"""Labels that are not in the vocabulary as printed, and what their form tells: 原中标金额, 供应商2, 采购人全称."""

from __future__ import annotations

import re
from collections.abc import Callable

from tenderlight.facts.labels.families import told_by_family
from tenderlight.facts.labels.parts import read_parts
from tenderlight.facts.words.vocabulary import AMOUNTS, NUMBERS, PARTIES, Meaning, meaning_of
from tenderlight.languages.scripts import has_han

Told = tuple[str, Meaning, bool]
"""The label it stands for, what it means, and whether its value no longer holds."""
_TAKEN_BACK = re.compile(
    r"原(?:(?:招标|采购|中标|成交|结果|决标)?(?:公告|文件|公示))?(?:中的|的)?|现|(?:更正|变更|修改|调整)[前后](?:之|的)?"
)
_FORMER_NOTICE = re.compile(r"原(?:招标|采购|中标|成交|结果)?(?:公告|公示)")
"""The notice before this one: its day is not this one's."""
_OLD = re.compile(
    r"原[^:]{0,10}(?:内容|结果|信息|公告|文件|表述|规定)|(?:更正|变更|修改|澄清|调整|更改)前(?:的?(?:内容|信息|结果|"
    r"表述))?"
)
_NEW = re.compile(
    r"现(?:更正|变更|修改|调整|更改|修正|改|公告)[^:]{0,6}|(?:更正|变更|修改|澄清|调整|更改)后(?:的?(?:内容|信息|结果|"
    r"表述))?"
)
_BY_END = (
    (
        re.compile(
            r"(?:未(?:中标|成交|中选|入围|得标|入选)|落标|落选|被?否决|无效|不合格|淘汰|未通过.{0,8}?)的?"
            r"(?:供应商|投标人|单位|厂商|候选人|企业).{0,12}"
        ),
        Meaning.LOSER,
    ),
    (
        re.compile(
            r"(?!.*(?:代理|招标|保证|税|专家|公证|违约|交易)).{0,12}(?:费用?|价款|酬金|租金|报酬)(?:总额|总计|合计|"
            r"总价|总金额)"
        ),
        Meaning.AMOUNT,
    ),
    (
        re.compile(
            r"(?!.*(?:代理|招标|保证|税|专家|公证|违约|交易|中标|成交|工本|标书|文件))"
            r"(?:.{1,6}服务费|.{0,6}(?:服务费用|物业费|维护费|运维费|租赁费|租用费|开发费|保安费|酬金|报酬))"
        ),
        Meaning.AMOUNT,
    ),
    (re.compile(r"(?:采购)?合同.{0,4}(?:编号|号码?)"), Meaning.CONTRACT_NUMBER),
    (re.compile(r".*(?:签订|签署|签约)(?:日期|时间)"), Meaning.CONTRACT_DATE),
    (re.compile(r".{0,10}(?:更正|变更|澄清)(?:日期|时间)"), Meaning.CORRECTION_DATE),
    (re.compile(r".{1,12}联系(?:人|方式|电话)(?:姓名)?"), Meaning.CONTACT),
)
"""What the end of a label tells, whatever stands before it."""
_ANY_END = re.compile("|".join(f"(?:{end.pattern})" for end, _ in _BY_END))
_WAS = re.compile(
    r"^(?:original|previous|prior|former|old)\b|\b(?:before (?:the )?(?:modification|amendment|change|variation)|"
    r"avant (?:modification|avenant)|до (?:внесения )?(?:изменения|изменений|змін)|antes de la modificación)"
)
"""What tells that an amount was replaced by another: "Original contract value"."""
_COUNTED = re.compile(r"(?<=[^\d])\d{1,2}$|(?<=.[^第])[一二三四五]$")
_LAST_OF_COUNT = frozenset("0123456789一二三四五")
_COPULAS = ("为", "是", "如下")
_SUM = re.compile(r"(?:合计|总计|共计|累计|全部|各包|各标段)(?:的)?(?=.)")
_AND_ADDRESS = re.compile(r"(?:名称)?[及和与、](?:注册|联系|通讯)?地址$")
_FULL_NAMES = ("全称", "名称", "单位名称")


def tell(plain: str, *, in_one: bool) -> Told | None:
    """Return what a label that is not in the vocabulary stands for by its form, or None.

    Args:
        plain: Folded, without blanks if Chinese, without numbering, brackets and colon.
        in_one: It is printed without blanks: what stands before its end is no other value.
    """
    is_filled = plain.endswith(_COPULAS) and not plain.startswith("是否")
    stem = plain.removesuffix("如下").rstrip("为是") if is_filled else plain
    if stem != plain:
        meaning = meaning_of(stem) or meaning_of(stem.removeprefix("本项目").removeprefix("本次"))
        return (stem, meaning, False) if meaning else tell(stem, in_one=in_one)
    if not has_han(plain):
        meaning = read_parts(plain)
        return (plain, meaning, meaning in AMOUNTS and bool(_WAS.search(plain))) if meaning is not None else None
    attempt: Callable[[str], Told | None]
    for attempt in _FORMS:
        told = attempt(plain)
        if told is not None:
            return told
    return _of_family(plain, in_one=in_one) or (_by_end(plain) if in_one else None)


def _counted(plain: str) -> Told | None:
    counted = _COUNTED.search(plain) if plain[-1:] in _LAST_OF_COUNT else None
    stem = plain[: counted.start()] if counted else ""
    meaning = meaning_of(stem)
    return (stem, meaning, False) if meaning is not None and meaning in PARTIES else None


def _full_name(plain: str) -> Told | None:
    for end in _FULL_NAMES:
        meaning = meaning_of(plain.removesuffix(end)) if plain.endswith(end) else None
        if meaning is not None and meaning in PARTIES:
            return plain, meaning, False
    return None


def _with_address(plain: str) -> Told | None:
    """Read 承办商名称及地址: the name stands first in its value."""
    ended = _AND_ADDRESS.search(plain)
    meaning = meaning_of(plain[: ended.start()]) if ended else None
    return (plain, meaning, False) if meaning is not None and meaning in PARTIES else None


def _of_all(plain: str) -> Told | None:
    match = _SUM.match(plain)
    meaning = meaning_of(plain[match.end() :]) if match else None
    if meaning in {Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS}:
        return "合计", Meaning.TOTAL, False
    return (
        (f"总{plain[match.end() :]}", meaning, False) if match and meaning is not None and meaning in AMOUNTS else None
    )


def _taken_back(plain: str) -> Told | None:
    match = _TAKEN_BACK.match(plain)
    meaning = meaning_of(plain[match.end() :]) if match else None
    if meaning is None:
        return None
    if meaning is Meaning.PUBLICATION_DATE and _FORMER_NOTICE.match(plain):
        return plain, Meaning.OTHER_DATE, False
    holds = meaning in NUMBERS or (meaning is Meaning.TITLE and "公告" in plain)
    is_old = plain[0] == "原" or (match is not None and "前" in match[0])
    return plain, meaning, is_old and not holds


def _changed(plain: str) -> Told | None:
    if _OLD.fullmatch(plain):
        return plain, Meaning.OLD, False
    return (plain, Meaning.NEW, False) if _NEW.fullmatch(plain) else None


def _of_family(plain: str, *, in_one: bool) -> Told | None:
    """Read a label made of the words of one family; 原 before it says that its value no longer holds."""
    old = _TAKEN_BACK.match(plain)
    told = told_by_family(plain[old.end() :] if old else plain, in_one=in_one) or told_by_family(plain, in_one=in_one)
    if told is None:
        return None
    label, meaning = told
    return label, meaning, plain[0] == "原" and meaning not in NUMBERS and meaning is not Meaning.TITLE


def _by_end(plain: str) -> Told | None:
    if _ANY_END.fullmatch(plain) is None:
        return None
    return next(((plain, told, False) for end, told in _BY_END if end.fullmatch(plain)), None)


_FORMS: tuple[Callable[[str], Told | None], ...] = (_counted, _full_name, _with_address, _of_all, _taken_back, _changed)
