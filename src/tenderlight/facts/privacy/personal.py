"""Words of a document that are about private persons: experts, contacts, site staff, telephone and identity numbers.

They are never claims. What is found here can be blacked out wherever pages or quotes are shown: names beside the labels
of persons and contacts, in lists of experts, with a form of address; numbers and mail addresses anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.fields.key_values import read_entries
from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.names.persons import EMAIL, PHONE, looks_like_person
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.privacy.spans import Personal, PersonalSpan
from tenderlight.facts.privacy.western import western_identities, western_names, western_phones
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.document import Page

_LISTS = re.compile(
    r"(?:^|\n)[^\n:]{0,24}?(?:评审专家|评标专家|评委|评标委员会|谈判小组|磋商小组|询价小组|采购人代表|评审小组|"
    r"验收(?:小组|组)|专家组|论证专家)"
    r"[^\n:]{0,24}?(?:名单|成员|代表)?[^\n:]{0,12}?(?::|(?<=[单员表])(?=\n))[ \t]*(?P<names>(?:\n?[^\n]{0,120}){1,4})"
)
_NEXT_LABEL = re.compile(r"\n\s*(?:[一二三四五六七八九十]{1,3}\s*[、.]|\d{1,2}\s*[、.])|[。;]\s*\n|\n[^\n]{2,20}:")
_TOKEN = re.compile(rf"[{HAN_CLASS}]{{1,8}}(?:[·•.][{HAN_CLASS}]{{1,8}})+|[{HAN_CLASS}]{{2,4}}(?![{HAN_CLASS}])")
_CARD = re.compile(
    r"(?<![\da-z])(?:[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]|"
    r"[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}|[1-9]\d{2,5}\*{4,12}[\dx]{2,4})(?![\da-z])"
)
"""Numbers of identity cards of 18 and 15 digits, and those with stars in their middle."""
_IN_BRACKETS = re.compile(r"[(]0\d{1,3}[)]\s?\d{6,8}(?!\d)|(?<!\d)0\d{2,3}[-\s]\d{7,8}(?:[-转]\d{1,5})?(?!\d)")
_ADDRESSED = re.compile(
    rf"(?<![{HAN_CLASS}])(?P<name>[{HAN_CLASS}]{{1,4}}?)(?:先生|女士|老师|警官|小姐|同志|经理|主任|科长|"
    rf"工(?![程作业]))(?![{HAN_CLASS}])"
)
_LONGEST_NAME = 4
_OFFICE = re.compile(r"(?:集团|中心|大队|支队|分局|政府|银行|学校|大学|医院|法院|[局厅部处科院所室委办])$")
_WESTERN_NAME = re.compile(r"[A-ZÀ-ÞА-ЯЁ][\w'’.-]*(?:\s+(?:de|del|la|da|dos|van|von|[A-ZÀ-ÞА-ЯЁ][\w'’.-]*)){1,4}")
_NOT_NAMES = re.compile(
    r"详见|采购|招标|代表|专家|名单|人员|组长|成员|工程|经理|负责|单位|公司|技术|项目|联系|电话|注册|证书|资格|高级|"
    r"中级|建造|部门|以上|"
    r"合格|无|公告|签字|盖章|主任|科长|其他|信息|地址|邮|传真|先生|女士|老师|评审|评标|委员|随机|抽取|根据|按照|组建|"
    r"职称|姓名|予以|之日|证明|错误|之后|进行|应当"
)


_PATTERNS = (
    (_CARD, Personal.IDENTITY),
    (_IN_BRACKETS, Personal.PHONE),
    (PHONE, Personal.PHONE),
    (EMAIL, Personal.MAIL),
)
_WESTERN = (
    (western_names, Personal.NAME),
    (western_phones, Personal.PHONE),
    (western_identities, Personal.IDENTITY),
)


def find_personal(pages: Sequence[Page]) -> tuple[PersonalSpan, ...]:
    """Return what the pages say about private persons, in order, without overlap.

    A name that stands in running text without a label, a list or a form of address is not found: whoever publishes
    pages has to look.
    """
    found: list[PersonalSpan] = []
    for page in pages:
        sheet = Sheet(page=page, flat=flatten(page.text))
        found += [_span(sheet, start, end, kind) for start, end, kind in _numbers(sheet.flat)]
        found += [_span(sheet, start, end, Personal.NAME) for start, end in _addressed(sheet.flat)]
        found += [_span(sheet, start, end, Personal.NAME) for start, end in _listed(sheet.flat)]
        for finder, kind in _WESTERN:
            found += [_span(sheet, start, end, kind) for start, end in finder(page.text)]
    for entry in read_entries(pages, skip_models=False):
        if entry.meaning in {Meaning.PERSON, Meaning.CONTACT}:
            found += [_of_piece(piece) for piece in _named(entry)]
    kept: list[PersonalSpan] = []
    for span in sorted(found, key=lambda one: (one.page_number, one.start, -one.end)):
        if not kept or kept[-1].page_number != span.page_number or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _numbers(flat: str) -> Iterator[tuple[int, int, Personal]]:
    for pattern, kind in _PATTERNS:
        for match in pattern.finditer(flat):
            yield match.start(), match.end(), kind


def _addressed(flat: str) -> Iterator[tuple[int, int]]:
    for match in _ADDRESSED.finditer(flat):
        if not _NOT_NAMES.search(match["name"]):
            yield match.span("name")


def _listed(flat: str) -> Iterator[tuple[int, int]]:
    """Yield the names in lists of experts and commissions, up to the next heading or label."""
    for match in _LISTS.finditer(flat):
        names = match["names"]
        stop = _NEXT_LABEL.search(names)
        names = names[: stop.start()] if stop else names
        for token in _TOKEN.finditer(names):
            if _is_name(token[0]):
                yield match.start("names") + token.start(), match.start("names") + token.end()


def _named(entry: Entry) -> Iterator[Piece]:
    """Yield the names in the value of a label of persons or contacts."""
    value = entry.value
    if is_blank(value.text):
        return
    for token in _TOKEN.finditer(value.flat):
        if _is_name(token[0]) and (entry.meaning is Meaning.PERSON or looks_like_person(token[0])):
            yield value.part(*token.span())
    for match in _WESTERN_NAME.finditer(value.text):
        yield value.part(*match.span())


def _is_name(token: str) -> bool:
    if "·" in token or "•" in token:
        return True
    if len(token) <= _LONGEST_NAME:  # 行, 社 and 店 end names of people too
        return not _NOT_NAMES.search(token) and not _OFFICE.search(token)
    return not _NOT_NAMES.search(token) and not looks_like_organisation(token)


def _span(sheet: Sheet, start: int, end: int, kind: Personal) -> PersonalSpan:
    return PersonalSpan(page_number=sheet.page.number, start=start, end=end, kind=kind)


def _of_piece(piece: Piece) -> PersonalSpan:
    return _span(piece.sheet, piece.start, piece.end, Personal.NAME)
