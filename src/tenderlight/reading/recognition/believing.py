"""Which of the lines that were read are believed, and what is said about the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import PageMethod, ReadState
from tenderlight.reading.recognition.slanted_boxes import sizes, slants

if TYPE_CHECKING:
    from tenderlight.reading.recognition.line_reader import LineText
    from tenderlight.reading.recognition.readings import BoxText

_LEAST_SURE = 0.5
"""A line read with less than this on average is left out: it is a stain, a signature or a script unknown to us."""
_LEAST_SURE_SHORT = 0.75
_SHORT = 2
"""Characters; so few of them are easily seen in anything."""
_UNSURE = 0.8
_MOST_UNREAD = 0.4
"""Share of a line's ink that no character accounts for; more is a script the model does not know, or no text."""
_MUCH_INK = 100
"""Columns of pixels of a line 48 high: three or four letters."""
_MOST_STRANGE = 0.5
"""Share of the ink of all lines that may be of unknown script, before nothing of the page is believed."""
_MOST_ASKEW = 8.0
"""Degrees from the lines of the page."""
_MOST_ASKEW_SHORT = 12.0
_LARGE = 1.7
_LONG = 2.0
_NOTES = frozenset({"recognition-askew-left-out", "recognition-seal"})
"""Problems that cost nothing that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is made of the lines of a page."""

    kept: tuple[BoxText, ...]
    state: ReadState
    method: PageMethod
    codes: tuple[tuple[str, str], ...]
    """Problems, each with its detail."""


def judge(found: Sequence[BoxText], *, slant: float, dark_seals: int = 0) -> Verdict:
    """Sort out what is believed.

    Problems: `recognition-askew-left-out`, `recognition-lines-left-out`, `recognition-script-unknown`,
    `recognition-seal`, `recognition-unsure`.

    Args:
        found: What stands in the boxes of a page.
        slant: Of its lines, in degrees.
        dark_seals: Seals of grey or black ink on the page.
    """
    strange = sum(each.line.ink for each in found if _is_strange(each))
    if strange > _MOST_STRANGE * sum(each.line.ink for each in found):
        unknown = (("recognition-script-unknown", ""),)
        return Verdict(kept=(), state=ReadState.NOT_READ, method=PageMethod.NONE, codes=unknown)
    written = [each for each in found if each.line.text.strip() and not _is_strange(each)]
    heights = sizes(np.stack([each.corners for each in written]))[1] if written else np.zeros(1)
    level = [each for each in written if not _is_askew(each, slant, usual_height=float(np.median(heights)))]
    kept = tuple(each for each in level if is_believed(each.line))
    codes: list[tuple[str, str]] = []
    if strange:
        codes.append(("recognition-script-unknown", f"Lines left out: {sum(_is_strange(each) for each in found)}."))
    if len(level) < len(written):
        codes.append(("recognition-askew-left-out", f"Lines left out: {len(written) - len(level)}."))
    if len(kept) < len(level):
        codes.append(("recognition-lines-left-out", f"Lines left out: {len(level) - len(kept)}."))
    letters = sum(len(each.line.text) for each in kept)
    if 2 * sum(len(each.line.text) for each in kept if each.line.confidence < _UNSURE) > letters:
        codes.append(("recognition-unsure", ""))
    if dark_seals and kept:
        codes.append(("recognition-seal", f"Seals: {dark_seals}."))
    costs = {code for code, _ in codes} - _NOTES
    state = ReadState.PARTLY if costs else ReadState.READ
    return Verdict(kept=kept, state=state, method=PageMethod.RECOGNISED, codes=tuple(codes))


def _is_strange(found: BoxText) -> bool:
    """Say whether a line holds much ink that no character accounts for."""
    return found.line.unread > _MOST_UNREAD and found.line.ink >= _MUCH_INK


def is_believed(line: LineText) -> bool:
    """Say whether a line was read surely enough, and its ink accounted for."""
    floor = _LEAST_SURE_SHORT if len(line.text.strip()) <= _SHORT else _LEAST_SURE
    return line.confidence >= floor and line.unread <= _MOST_UNREAD


def _is_askew(found: BoxText, slant: float, *, usual_height: float) -> bool:
    """Say whether a line runs another way than those of the page: a watermark, the rim of a seal.

    The box of a short line may be a little askew by chance.
    """
    (width,), (height,) = sizes(found.corners[None])
    (own,) = slants(found.corners[None])
    apart = abs((float(own) - slant - 90.0 * found.turn + 180.0) % 360.0 - 180.0)
    if width < _LONG * height:
        return bool(apart > _MOST_ASKEW_SHORT and min(width, height) > _LARGE * usual_height)
    return bool(apart > _MOST_ASKEW)
