"""Goods that a document names and nobody is said to sell: of void lots, of other bids, of references, options."""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import simplified

NOT_BOUGHT = re.compile(
    r"废标|流标|未成交|未中标|落标|第[二三四五六]名|第[二三]中标候选人|业绩|可选|选配|备选|未采购|不采购|"
    r"(?<!\w)(?:not awarded|no award|unsuccessful|rejected|excluded|disqualified|second[- ]ranked|"
    r"reserve bidder|optional|not purchased|previously supplied|"
    r"no adjudicad[oa]s?|desiert[oa]s?|desert[oa]s?|fracassad[oa]s?|excluíd[oa]s?|rechazad[oa]s?|desclassificad[oa]s?|"
    r"infructueux|sans suite|écartée?s?|rejetée?s?|non retenue?s?|escluse?|respint[aeio]|"
    r"не состоял\w*|отклон\w+|не відбу\w*|відхилен\w*|відмінен\w*|не присужд\w*|"
    r"unbesetzt|aufgehoben\w*|ausgeschlossen\w*|unieważnion\w*|odrzucon\w*)(?!\w)|(?:ملغ|مرفوض|مقصى)\w*"
)
"""Words of a clause whose goods are not bought, or not from whoever won."""
_ENDS = re.compile(r"[.。;；\n](?=\s|$|[^\d])")
_FARTHEST = 200
_PEOPLE = re.compile(
    r"(?:租用|租赁|租借|出租)[^（(]{1,20}|[^（(]{0,12}(?:人员|人数|工程师|技术员|服务员|保安|保安员|保洁员|驾驶员|司机|专家|讲师|学员|员工)"
    r"(?:\s?\d{1,4}\s?[名人位个])?"
)
"""Chinese words for people, and for what is rented: neither is bought."""
_VERDICT = re.compile(rf"\W*(?:{NOT_BOUGHT.pattern})\W*")


def is_refused(sheet: Sheet, start: int, end: int) -> bool:
    """Say whether the clause of a name, or the name itself, says that this is not bought.

    Args:
        sheet: The page.
        start: Where the name begins.
        end: Where it ends.
    """
    clause = Piece(sheet=sheet, start=start, end=end).surrounded(_ENDS, _FARTHEST)
    return NOT_BOUGHT.search(clause.flat) is not None


def is_verdict(name: str) -> bool:
    """Say whether what stands for a name only says that nothing was bought: "не состоялся", "Unsuccessful"."""
    return _VERDICT.fullmatch(name.lower()) is not None


def is_no_thing(name: str) -> bool:
    """Say whether what stands for a name only says that nothing was bought, or names people or what is rented."""
    return is_verdict(name) or _PEOPLE.fullmatch(simplified(name.strip())) is not None
