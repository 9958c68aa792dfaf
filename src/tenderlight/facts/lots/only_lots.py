"""The one lot of a procedure that was not divided: 合同包1 alone is the whole, and its winner is the only one.

Portals number the lots of every procedure, also where there is one. A document that names none but the first, and says
of no others, is about all that was bought. Where the one it names is the second, others have notices of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.words.lot_keys import LOT, half_width, key_of
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten
from tenderlight.model.statement import Stage

_LONGEST = 60_000
_STAGES = frozenset({Stage.AWARD, Stage.CANCELLATION})
_FIRST_KEYS = frozenset({"1", "a", "甲", "item 1"})
_FIRST_OF_CODE = re.compile(r"(?:[-_/]0{0,2}1|[-_/]a)")
"""The end of the number of a first lot that is the number of the procedure and 1."""
_OF_EFORMS = re.compile(r"lot-0\d{3}")
"""The code that notices on the EU's eForms give every lot, also where there is one."""
_OTHERS = re.compile(
    r"(?:共|分(?!包|标(?![段包项]))为?|划分为|其中|其余|其他|另外?)\s{0,2}(?:[二两三四五六七八九十]|\d{1,2})?\s{0,2}个?(?:包|标段|标包|分包|标项|品项)"
    r"(?:另|已|将|的?结果|流标|废标)?"
)
"""Words that speak of more lots than the one named."""
_ONE_OF = re.compile(r"[共分]为?\s{0,2}[1一]\s{0,2}个")


def without_only_lot(notice: Notice) -> Notice:
    """Return a document whose one lot is the first, with what is said of that lot said of all.

    It is a notice on eForms, or an award or cancellation in Chinese.
    """
    named = {one.lot for one in notice.entries if one.lot is not None}
    if len(named) == 1 and _OF_EFORMS.fullmatch(flatten(next(iter(named)))) and not any(_more_codes(notice)):
        return replace(notice, entries=tuple(replace(one, lot=None) if one.lot else one for one in notice.entries))
    if notice.language != "zh" or notice.stage not in _STAGES or not named:
        return notice
    if len({key_of(lot) for lot in named}) != 1 or not all(map(_is_first, named)):
        return notice
    is_void = notice.stage is Stage.AWARD and any(one.meaning is Meaning.CANCEL_REASON for one in notice.entries)
    if is_void or any(_others(notice, named)):
        return notice
    return replace(notice, entries=tuple(replace(one, lot=None) if one.lot else one for one in notice.entries))


def names_one_lot(notice: Notice) -> bool:
    """Say whether all that a Chinese document calls lots is one, the first, and nothing in it speaks of others."""
    named = {one[0] for sheet in notice.sheets for one in LOT.finditer(sheet.flat[:_LONGEST])}
    if notice.language != "zh" or len({key_of(lot) for lot in named}) != 1 or not all(map(_is_first, named)):
        return False
    return not any(_others(notice, named))


def _more_codes(notice: Notice) -> Iterator[str]:
    """Yield the codes of further lots of a notice on eForms."""
    for sheet in notice.sheets:
        yield from (one[0] for one in _OF_EFORMS.finditer(sheet.flat[:_LONGEST]) if not one[0].endswith("0001"))


def _is_first(lot: str) -> bool:
    flat = flatten(half_width(lot)).strip()
    code = _FIRST_OF_CODE.search(flat[-4:])
    return key_of(lot) in _FIRST_KEYS or (code is not None and flat.endswith(code[0]))


def _others(notice: Notice, named: set[str]) -> Iterator[str]:
    """Yield what speaks of other lots than the ones named: their names, or words for several."""
    keys = {key_of(lot) for lot in named}
    for sheet in notice.sheets:
        flat = sheet.flat[:_LONGEST]
        yield from (one[0] for one in LOT.finditer(flat) if key_of(one[0]) not in keys and _is_apart(flat, one))
        yield from (one[0] for one in _OTHERS.finditer(flat) if not _ONE_OF.match(one[0]))


def _is_apart(flat: str, found: re.Match[str]) -> bool:
    """Say whether the name of a lot is no part of a word or number: 3包 of 第13包 or of 每3包."""
    return not flat[found.start() - 1 : found.start()].isalnum() or has_noun_first(found[0])


def has_noun_first(name: str) -> bool:
    """Say whether the name of a lot begins with the word for it: 包2, 标段三."""
    return name[0] in "第包标采合分子品项"
