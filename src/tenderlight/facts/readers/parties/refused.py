"""Words around a name or a lot by which nobody won: bids excluded, lots void or postponed, contracts undone."""

from __future__ import annotations

import re

from tenderlight.facts.lots.verdicts import LOST, VOID
from tenderlight.facts.pages.layout import Piece

_UNDONE = re.compile(
    r"(?<!\w)(?:(?:declared?|held|ruled|is|was) (?:null|void|invalid)|annul(?:led|s|ment)?|set aside|"
    r"quash\w*|rescind\w*|revok\w*|terminat\w*|withdrawn|withdrew|subcontract\w*|disqualif\w*|"
    r"(?:declar\w+|es|son|fue|foi) nul[oa]s?|nulidade?|anulad[oa]s?|revocad[oa]s?|revogad[oa]s?|rescindid[oa]s?|"
    r"inabilitad[oa]s?|inhabilitad[oa]s?|excluíd[oa]s?|suspens[oa]s?|suspendid[oa]s?|subcontrat\w*|"
    r"nullité|annul\w+|résili\w+|retir\w+|sous-trait\w*|exclue?s?|écartée?s?|classée? derni\w+|"
    r"nichtig\w*|aufgehoben|widerrufen|gekündigt|verschoben|zurückgestellt|ausgeschlossen|(?:sub|nach)unternehm\w*|"
    r"annullat\w+|revocat\w+|risolt\w+|esclus\w+|subappalt\w*|unieważni\w+|odwołan\w+|wykluczon\w+|odrzucon\w+|podwykonaw\w*|"
    r"недействительн\w*|расторг\w+|отмен\w+|аннулир\w+|отклон\w+|субподряд\w*|"
    r"недійсн\w*|розірва\w+|скасов\w+|відхилен\w+|відхил\w+|субпідряд\w*)(?!\w)|"
    r"合同无效|无效|撤销|解除|终止|废止|分包|استبعد|مستبعد|ألغ|ملغ|فسخ"
)
"""Words by which a bid, an award or a contract came to nothing, or was given by somebody who won."""
_RANK = re.compile(r"(?:^|\n)\s*第[一二三四五1-5]名\s*:?\s*$")
"""A rank before a name on its line: whether the first has won other words say."""
_ENDS = re.compile(r"[.;。；](?=\s|$|[^\d\s.])|\n")
_FARTHEST = 240


def is_undone(name: Piece) -> bool:
    """Say whether the line of a name only ranks it, or its sentence says that a bid, an award or contract is undone."""
    flat, sentence = name.sheet.flat, name.surrounded(_ENDS, _FARTHEST)
    if _RANK.search(flat, max(0, name.start - _FARTHEST), name.start) is not None:
        return True
    return _tells_undone(flat[sentence.start : name.start], flat[name.end : sentence.end])


def is_undone_between(lot: Piece, name: Piece) -> bool:
    """Say whether what stands between a lot and a name, or behind both in the sentence, says that nobody won there."""
    flat = name.sheet.flat
    first, last = sorted((lot, name), key=lambda one: one.start)
    behind = flat[last.end : last.surrounded(_ENDS, _FARTHEST).end]
    return _tells_undone(flat[first.end : last.start][-_FARTHEST:], behind)


def _tells_undone(before: str, behind: str) -> bool:
    around = f"{before} @ {behind}"
    return any(words.search(around) for words in (LOST, VOID, _UNDONE))
