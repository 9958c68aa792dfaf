"""Which of two headings is a paper's own where one of them only names what the paper is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_ONLY_NUMBERED = re.compile(r"第[\w/-]{3,24}号(?:公开|限制|有限|局限)?(?:招标|竞投|询价)")
"""A line that is the number of a procedure, above what became of it: 第014/DCS/2023號公開招標."""


def own_of_two(headings: Sequence[tuple[Stage, Piece]]) -> tuple[Stage, Piece] | None:
    """Return the heading that is the paper's own beside the name of its contract or procedure; None = neither is that.

    "Certificate of acceptance", and below it "Contract No. 12", whose fields it has.

    Args:
        headings: Stages and the words that name them, in order.
    """
    if len(headings) < 2:
        return None
    if headings[1][0] is Stage.AWARD and _ONLY_NUMBERED.fullmatch(headings[0][1].flat):
        return headings[1]
    (stage, piece), *others = headings
    is_deed = stage is Stage.ACCEPTANCE and all(other is Stage.CONTRACT for other, _piece in others)
    return headings[0] if is_deed and _is_whole_line(piece) and not has_han(piece.flat) else None


def _is_whole_line(piece: Piece) -> bool:
    flat = piece.sheet.flat
    line = flat[flat.rfind("\n", 0, piece.start) + 1 :].partition("\n")[0]
    return line.strip(" .:") == piece.flat.strip(" .:")
