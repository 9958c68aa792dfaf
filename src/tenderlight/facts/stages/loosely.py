"""The stage of a document without a heading and known sentences: by what sentences tell of the one firm named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.letter_words import NOT_HAN, TOLD_HAN
from tenderlight.facts.prose.loose_awards import LooseAward, loose_awards
from tenderlight.facts.prose.referred_bids import referred_bid
from tenderlight.facts.prose.told import Told
from tenderlight.facts.stages.western_sentences import is_open_or_undone
from tenderlight.facts.stages.words import UNDECIDED
from tenderlight.model.statement import Stage

_PAGES = 3
_LONGEST = 1_500
_STOPPED = re.compile(
    r"(?<![未如若或可])(?:暂停|终止|取消|中止)(?:了)?(?:本项目|该项目|本次|此次|上述项目)?的?(?:采购|招标|投标|谈判|磋商|询价|比选)(?:活动|工作|程序)?(?=[,。;])"
)
"""A sentence of a short paper by which a procedure is given up."""
_INVITED = re.compile(
    r"潜在(?:投标人|供应商|申请人|响应人)应[在于]|(?:兹|现|特|诚)邀请?[^。;\n]{2,40}(?:参加|参与|投标|报价|磋商|谈判|应答)"
)
"""A sentence that invites to bid: of the national form for tenders (财办库〔2020〕50号), and of letters."""
_STAGES = ((Told.WON, Stage.AWARD), (Told.SIGNED, Stage.CONTRACT), (Told.DELIVERED, Stage.ACCEPTANCE))


def stage_loosely_told(sheets: Sequence[Sheet], language: str) -> tuple[Stage, Piece] | None:
    """Return the stage that sentences about one firm tell, and its name, or None.

    Args:
        sheets: The document.
        language: ISO 639-1; Chinese has rules of its own.
    """
    if any(is_open_or_undone(sheet) for sheet in sheets[:_PAGES]):
        return None
    is_undecided = language == "zh" and any(UNDECIDED.search(sheet.flat) for sheet in sheets[:1])
    referred = None if is_undecided else referred_bid(sheets[:_PAGES], None)
    if referred is not None:
        return Stage.AWARD, referred.name
    if language == "zh":
        return _told_in_letter(sheets[0]) if sheets else None
    found = [(sheet, one) for sheet in sheets[:_PAGES] for one in loose_awards(sheet.page.text)]
    if len({_key(sheet, one) for sheet, one in found}) != 1:
        return None
    for told, stage in _STAGES:
        for sheet, one in found:
            if one.told is told:
                return stage, Piece(sheet=sheet, start=one.start, end=one.end)
    return None


def _told_in_letter(sheet: Sheet) -> tuple[Stage, Piece] | None:
    """Return what a Chinese letter tells: all ended, a price is still to be agreed, bids are invited, somebody won."""
    stopped = _STOPPED.search(sheet.flat[:_LONGEST])
    if stopped is not None:
        return Stage.CANCELLATION, Piece(sheet=sheet, start=stopped.start(), end=stopped.end())
    undecided = UNDECIDED.search(sheet.flat)
    if undecided is not None:
        return Stage.CANDIDATE, Piece(sheet=sheet, start=undecided.start(), end=undecided.end())
    invited = _INVITED.search(sheet.flat[:_LONGEST])
    if invited is not None:
        return Stage.TENDER, Piece(sheet=sheet, start=invited.start(), end=invited.end())
    letter = TOLD_HAN.search(sheet.flat)
    if letter is None or NOT_HAN.search(sheet.flat):
        return None
    return Stage.AWARD, Piece(sheet=sheet, start=letter.start(), end=letter.end())


def _key(sheet: Sheet, one: LooseAward) -> str:
    return "".join(filter(str.isalnum, sheet.flat[one.start : one.end]))
