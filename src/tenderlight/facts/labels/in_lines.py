"""Labels in a line of text: where they stand, what they mean, and where their values begin.

Chinese notices put pairs one after another ("一、项目编号：A 二、项目名称：B"), break labels with blanks (名   称), add
hints in brackets (（可填写下浮率、折扣率或费率）) and glue labels to the value before. A label that is not in the
vocabulary still ends the value before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tenderlight.facts.labels.blank_pairs import pairs_in
from tenderlight.facts.labels.foretold import as_foretold
from tenderlight.facts.labels.forms import tell
from tenderlight.facts.labels.hits import Hit, overlapped
from tenderlight.facts.labels.places import understood
from tenderlight.facts.labels.western import western_hits
from tenderlight.facts.words.lot_keys import LOT, LOT_WESTERN
from tenderlight.facts.words.vocabulary import (
    HAN_LABELS,
    HEADINGS,
    ITEMS,
    Meaning,
    Section,
    meaning_of,
    section_of,
)
from tenderlight.languages.alternatives import any_of
from tenderlight.languages.money import read_unit
from tenderlight.languages.scripts import HAN_CLASS, has_han

LONGEST_UNKNOWN = 20
_LONGEST_LOT = 36
"""Characters of a lot's number and name before a colon."""
CACHED = 8192
"""Lines and cells remembered: tables say the same again and again."""
_UNIT_BEFORE = re.compile(r"[(\[]\s*(?:计量|货币|金额)?(?:单位|币种)\s*$")
_UNIT_AFTER = re.compile(r"\s*[^()\[\]]{1,8}[)\]]")
"""A colon inside the unit of a label: 成交金额（单位：元）."""
_UNIT_BEHIND = re.compile(r"\s(?:in|en|em|в|у)\s(?P<unit>[^\s()]{1,8})$")
"""The unit that ends a label without brackets: Awarded Value in INR."""
_BLANKS = re.compile(r"[\s\u200b\u00ad]+")
_BRACKETS = re.compile(r"[(\[【〔〈<]([^()\[\]【】〔〕〈〉<>]{0,40})[)\]】〕〉>]")
_NUMBERING = re.compile(
    r"^(?:[ivx]{1,4}(?:\.\d{1,2}){1,3}\)\s)?[\s★▲●■□◆◇◎○•·*#>、.-]*(?:[(\[]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:\.\d{1,2}){0,3}|"
    r"[a-z])\s*[)\]、.:](?!\d)\s*){0,2}"
)
_DIGITS_BEFORE_HAN = re.compile(rf"^\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\s*(?=[{HAN_CLASS}])")
_COLON = re.compile(r"(?<!\d):(?!//)|(?<=\d):(?![\d/])")
_LETTER = re.compile(r"[^\W\d_]")
_AWARD_HEADING = re.compile(
    r"^[^:]{0,6}?(?:中标|成交)[^:]{0,6}(?:供应商|人|单位)(?:名称)?(?:[、,和及][^:]{1,10}){1,3}(?:金额|价格?|"
    r"报价)[^:]{0,6}:?(?=\s*$)"
)
_COUNT_BEHIND = re.compile(r"\d{1,2}$")
"""Bidders are counted: [投標廠商2]."""
_FRAMED = re.compile(r"(?:^|\s)\s*[\[【〔](?P<label>[^\[\]【】〔〕]{2,20})[\]】〕]\s*(?=[^\s:])")
"""A label in brackets at the beginning of its line, without a colon: [標案案號] A-1."""
_ARABIC = re.compile("[\u0600-\u06ff]")
_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_CUT = re.compile(r"[。;!?|\t\u2002]|(?<!\d),|,(?!\d)")
_LOT_PREFIX = re.compile(rf"^(?:{LOT.pattern})(?=[{HAN_CLASS}])")
_GLUED = frozenset(HAN_LABELS)
_LONGEST_GLUED = max(map(len, HAN_LABELS))
_HARMLESS_PREFIX = re.compile(
    r"(?:原公告的?|本次|本项目的?|该项目|项目|本标段|本包|最终|政府|本|拟|为|计|\W|"
    r"(?:公司|中心|局|院|厂|所|处|会|部|校|学|元|日|号|%|\)|无|\d))$"
)
_HEADING_WORDS = "|".join("\u200b*".join(heading) for heading in HEADINGS if has_han(heading))
_HEADING = re.compile(
    r"(?:^|(?<=[\s。;]))(?:(?:[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:\.\d)?)[)、.]?\s*){0,2})"
    rf"(?P<heading>{_HEADING_WORDS})(?=[\s\u200b(:]|$)"
)
_OFFICES = frozenset({Meaning.BUYER, Meaning.AGENCY})
_WON_OR_SIGNS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.OTHER_PARTY})
_LEADS = re.compile(r"(?:联合体)?(?:牵头|主办)(?:人|方|单位)?")
_BELONGS = re.compile(r"(?:联合体)?(?:成员|参与|协办)(?:[一二三\d]|人|方|单位)?")
_NAME_BEHIND = re.compile(
    rf"\s+[{HAN_CLASS}()]{{3,40}}(?:公司|[局厅委办院部队所处府馆会站署校]|中心|大学|中学|小学|集团|监狱)\s*$"
)
"""Behind the heading of a party its name, on the same line and without a colon: 采购单位 某县公安局."""
_PROSE_MEANINGS = frozenset(
    {
        *(Meaning.BUYER, Meaning.AGENCY, Meaning.SUPPLIER, Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT),
        *(
            Meaning.BUDGET,
            Meaning.CEILING,
            Meaning.ESTIMATE,
            Meaning.AWARD_DATE,
            Meaning.CONTRACT_DATE,
            Meaning.PUBLICATION_DATE,
        ),
        *(Meaning.PROJECT_NUMBER, Meaning.LEAD, Meaning.MEMBER, Meaning.PERCENT, Meaning.CONTRACT_NUMBER),
        *(Meaning.LOT_NUMBER, Meaning.CONTRACT_BUYER, Meaning.CONTRACT_SUPPLIER, Meaning.OTHER_DATE),
    }
)
_PROSE_LABELS = any_of(
    label
    for label in HAN_LABELS
    if len(label) > 1 and meaning_of(label) in _PROSE_MEANINGS and not label.endswith(("投资", "投资额"))
)
_PROSE = re.compile(
    rf"(?:(?P<old>原)(?:公告|文件)?的?|(?<![{HAN_CLASS}])|(?<=[将由本现])|(?<=[本该]项目)|(?<=本次)|(?<=[依根]据)|"
    rf"(?<=按照)|(?<=标段)|(?<=[\da-z一二三四五六七八九十]包)|(?<=[标分]包)|(?<=标项)|(?<=[超高]过)|(?<=高于)|"
    rf"(?<=超出))(?P<label>{_PROSE_LABELS})(?P<hint>\([^()]{{0,12}}\))?"
    rf"(?:\s*(?:[为是]|系(?![统列数]))\s*|\s+|(?=约?[¥\d])|(?<=[编案同]号)(?=[a-z]{{2,}}[a-z\d]*[-/\d])|"
    rf"(?=[二一][〇○零一二三四五六七八九]{{3}}年)|(?=大写|[壹贰叁肆伍陆柒捌玖]{{1}}[拾佰仟万])|(?=港币|人民币|新台币|"
    rf"台币|nt\$|hk\$)|(?=[(](?:人民币|¥)?\s*\d[\d,.]*\s*[万亿]?元))(?=[^\s:为是])"
)
_FORM_HINT = re.compile(r"\([^()\n]{0,12}填写[^()\n]{0,40}\)")
"""What a form says of how to fill it in, left in the page: （可填写下浮率、折扣率或费率）."""
_ITEM_PROSE = re.compile(r"(?:(?<=\s)|(?<=[,;、]))(?P<label>(?:中标|成交|含税)?单价|数量)\s*(?=[¥]?\d)")
"""Labels without a colon that stand in a line of goods: "型号：ZT66 单价149800元"."""
_RENEWAL = re.compile(r"现?(?:更正|变更|修改|调整|更改)为(?=\s?[^\s:])")


def squeeze(text: str) -> str:
    """Drop blanks: labels are looked up without them."""
    return _BLANKS.sub("", text)


@lru_cache(maxsize=CACHED)
def read_label(flat: str, *, after_value: bool = False) -> Hit | None:
    """Return what a text means if it is a label as a whole (a cell, a line, the words before a colon), else None.

    Args:
        flat: Flat text without the colon.
        after_value: A value may stand before it, so that digits at its beginning need not be its number.
    """
    if not _LETTER.search(flat):
        return None
    numbering = _NUMBERING.match(flat)
    start = numbering.end() if numbering else 0
    lead = None if after_value else _DIGITS_BEFORE_HAN.match(flat[start:])
    start += lead.end() if lead else 0
    written = flat[start:].strip().rstrip(":")
    hit = _lookup(written) or _lookup(flat.strip().rstrip(":"))
    if hit is None:
        return None
    hit = replace(hit, start=start, value_start=len(flat))
    return hit if has_han(flat) else _heard(hit, flat)


def _heard(hit: Hit, flat: str) -> Hit:
    """Return a label in a language written with spaces with what the words around it say of days and sums to come."""
    label = flat[hit.start : hit.value_start]
    meaning = as_foretold(hit.meaning, flat[: hit.start], label, hit.hint)
    return hit if meaning is hit.meaning else replace(hit, meaning=meaning)


@lru_cache(maxsize=CACHED)
def find_labels(flat: str) -> Sequence[Hit]:
    """Find the labels, headings and lot names in one line, in order; they do not overlap.

    Args:
        flat: One line of flat text.
    """
    if not has_han(flat):
        joined = flat.replace("\u200b", " ") if _ARABIC.search(flat) else flat  # مناقصه‌گزار is also two words
        return [_heard(hit, joined) for hit in understood(joined, western_hits(joined), read_label)]
    award = _award_heading(flat)
    if award is not None:
        return [award]
    hits = sorted(_colon_hits(flat), key=lambda hit: hit.start)
    for extra in (
        *_framed_hits(flat),
        *_heading_hits(flat),
        *_lot_hits(flat),
        *_prose_hits(flat),
        *pairs_in(flat, read_label),
        *(_item_hits(flat) if any(hit.meaning in ITEMS for hit in hits) else ()),
        *map(_is_renewal, _RENEWAL.finditer(flat)),
    ):
        first, end = overlapped(hits, extra)
        if first == end or (
            extra.section is not None and all(hit.meaning is None and not hit.lot for hit in hits[first:end])
        ):
            hits[first:end] = [extra]
    return hits


def _lookup(written: str) -> Hit | None:
    """Look a label up, with its brackets taken out and the name of a lot before it set aside."""
    squeezed = squeeze(written) if has_han(written) else " ".join(written.split())
    if not squeezed or len(squeezed) > 60:
        return None
    hints = _BRACKETS.findall(squeezed)
    plain = _BRACKETS.sub("", squeezed).strip(" :'\"*★▲·.-")
    if not plain and hints:
        plain = hints[0]
    prefix = _LOT_PREFIX.match(plain)
    lot = None
    meaning = meaning_of(plain)
    if meaning is None and prefix:
        meaning = meaning_of(plain[prefix.end() :])
        lot = _lot_span(written) if meaning else None
    old = False
    if meaning is None:
        told = tell(plain, in_one=_BLANKS.search(written.strip()) is None)
        if told is None:
            return None
        plain, meaning, old = told
    if meaning is Meaning.CANDIDATE and any(meaning_of(hint) is Meaning.SUPPLIER for hint in hints):
        meaning = Meaning.SUPPLIER  # 第一中标候选人（中标人）
    meaning = _part_of(meaning, hints)
    units = [unit for hint in hints for part in (hint, *hint.split(",")) if (unit := read_unit(part))]
    behind = _UNIT_BEHIND.search(plain) if not units else None
    units += [unit for unit in [read_unit(behind["unit"]) if behind else None] if unit]
    return Hit(
        start=0,
        value_start=0,
        label=plain,
        meaning=meaning,
        unit=units[0] if units else None,
        lot=lot,
        hint=" ".join(hints),
        old=old,
    )


def _part_of(meaning: Meaning | None, hints: Sequence[str]) -> Meaning | None:
    """Return the meaning of a label of who won or signs, with the part in a joint bid that its brackets say."""
    if meaning not in _WON_OR_SIGNS or not hints:
        return meaning
    if any(_LEADS.fullmatch(hint) for hint in hints):
        return Meaning.LEAD
    return Meaning.MEMBER if any(_BELONGS.fullmatch(hint) for hint in hints) else meaning


def _lot_span(written: str) -> tuple[int, int] | None:
    found = LOT.search(written) or LOT_WESTERN.search(written)
    return found.span() if found else None


def _colon_hits(flat: str) -> Iterator[Hit]:
    floor = 0
    for colon in _COLON.finditer(flat):
        segment = flat[floor : colon.start()]
        if _IN_ADDRESS.search(segment) or (_UNIT_BEFORE.search(segment) and _UNIT_AFTER.match(flat, colon.end())):
            continue
        cut = max((match.end() for match in _CUT.finditer(_mask_brackets(segment))), default=0)
        hit = _label_at_end(segment[cut:], after_value=floor > 0)
        if hit is None:
            floor = colon.end() if not _BRACKETS.sub("", segment[cut:]).strip() else floor
            continue
        offset = floor + cut
        lot = (hit.lot[0] + offset, hit.lot[1] + offset) if hit.lot else None
        yield replace(hit, start=hit.start + offset, value_start=colon.end(), lot=lot)
        floor = colon.end()


def _mask_brackets(text: str) -> str:
    """Hide what stands in brackets, so that commas there cut nothing."""
    return _BRACKETS.sub(lambda match: "_" * len(match[0]), text)


def _label_at_end(segment: str, *, after_value: bool) -> Hit | None:
    """Return the label a segment before a colon ends with; an unknown one has no meaning; None if there is none."""
    stripped = segment.rstrip()
    if not _BRACKETS.sub("", stripped).strip():
        hint = read_label(stripped)
        return replace(hit, start=0) if (hit := hint) and stripped.strip() else None
    alone = LOT.fullmatch(stripped.strip())
    if alone is not None and stripped.strip()[0] not in "包标":
        at = len(stripped) - len(stripped.lstrip())
        return Hit(start=at, value_start=0, label="", lot=(at, len(stripped)))
    starts = [match.end() for match in re.finditer(r"^\s*|\s+|(?<=[)\]】])|(?<=[(【\[])", stripped)]
    for start in starts:
        if stripped.count("(", start) > stripped.count(")", start) and start < stripped.rfind("("):
            continue
        known = read_label(stripped[start:], after_value=after_value)
        if known:
            lot = (known.lot[0] + start, known.lot[1] + start) if known.lot else None
            return replace(known, start=start, lot=lot)
    lots = [
        match
        for match in LOT.finditer(stripped)
        if match.end() == len(stripped) or stripped[match.end()] in "([" or not stripped[: match.start()].strip()
    ]
    if lots and len(stripped) - lots[-1].start() <= (LONGEST_UNKNOWN if lots[-1].start() else _LONGEST_LOT):
        return Hit(start=lots[-1].start(), value_start=0, label="", lot=lots[-1].span())
    return _glued(stripped) or _unknown(stripped, starts)


def _glued(segment: str) -> Hit | None:
    """Find a known label at the end of a segment, glued to what stands before it."""
    plain = _BRACKETS.sub(lambda match: "\u200b" * len(match[0]), segment)
    squeezed = plain.replace("\u200b", "").replace(" ", "")
    for length in range(min(len(squeezed), _LONGEST_GLUED), 2, -1):
        label = squeezed[-length:]
        if label not in _GLUED:
            continue
        before = squeezed[:-length]
        if not _HARMLESS_PREFIX.search(before):
            return None
        start = segment.rfind(label)
        if start < 0:
            return None
        return replace(_lookup(segment[start:]) or Hit(start=0, value_start=0), start=start, label=label)
    return None


def _unknown(segment: str, starts: list[int]) -> Hit | None:
    """Take the last word before a colon for a label that is not in the vocabulary."""
    for start in reversed(starts):
        length = len(squeeze(segment[start:]))
        if length >= 2:
            return Hit(start=start, value_start=0) if length <= LONGEST_UNKNOWN else None
    return None


def _heading_hits(flat: str) -> Iterator[Hit]:
    masked = _BRACKETS.sub(lambda match: "\u200b" * len(match[0]), flat)
    for match in _HEADING.finditer(masked):
        heading = match["heading"].replace("\u200b", "")
        meaning = meaning_of(heading)
        if meaning in _OFFICES and not flat[: match.start("heading")].strip() and _NAME_BEHIND.match(flat, match.end()):
            yield Hit(start=match.start(), value_start=match.end(), label=heading, meaning=meaning, strict=True)
            continue
        yield Hit(start=match.start(), value_start=match.end("heading"), label=heading, section=section_of(heading))


def _award_heading(flat: str) -> Hit | None:
    """Return the heading that names the winner's particulars together (成交供应商名称、联系地址及成交金额), or None."""
    match = _AWARD_HEADING.match(flat)
    if match is None:
        return None
    return Hit(start=match.start(), value_start=match.end(), label="中标信息", section=Section.AWARD)


def _framed_hits(flat: str) -> Iterator[Hit]:
    for match in _FRAMED.finditer(flat) if "[" in flat or "【" in flat or "〔" in flat else ():
        if LOT.fullmatch(match["label"]):
            yield Hit(start=match.start(), value_start=match.end(), lot=match.span("label"))
            continue
        known = read_label(_COUNT_BEHIND.sub("", match["label"]))
        if known is not None:
            yield replace(known, start=match.start(), value_start=match.end(), lot=None)


def _lot_hits(flat: str) -> Iterator[Hit]:
    for match in LOT.finditer(flat):
        before = flat[: match.start()].rstrip()
        after = flat[match.end() : match.end() + 1]
        apart = not before or before[-1] in ";。,、:)▍■●◆▶►•·" or before != flat[: match.start()]
        if apart and (not after or after in " :(;,\t"):
            yield Hit(start=match.start(), value_start=match.end(), lot=match.span())


def _prose_hits(flat: str) -> Iterator[Hit]:
    hints = [hint.span() for hint in _FORM_HINT.finditer(flat)] if "填写" in flat else []
    for match in _PROSE.finditer(flat):
        if any(start < match.start() < end for start, end in hints):
            continue
        meaning = meaning_of(match["label"])
        lots = [
            lot.span()
            for lot in LOT.finditer(flat, max(0, match.start() - 12), match.start())
            if lot.end() == match.start()
        ]
        yield Hit(
            start=lots[0][0] if lots else match.start(),
            value_start=match.end(),
            label=match["label"],
            meaning=meaning,
            unit=read_unit(match["hint"].strip("()")) if match["hint"] else None,
            lot=lots[0] if lots else None,
            strict=True,
            old=match["old"] is not None,
        )


def _item_hits(flat: str) -> Iterator[Hit]:
    for match in _ITEM_PROSE.finditer(flat):
        meaning = meaning_of(match["label"])
        yield Hit(start=match.start(), value_start=match.end(), label=match["label"], meaning=meaning, strict=True)


def _is_renewal(match: re.Match[str]) -> Hit:
    return Hit(start=match.start(), value_start=match.end(), label=match[0], meaning=Meaning.NEW, strict=True)
