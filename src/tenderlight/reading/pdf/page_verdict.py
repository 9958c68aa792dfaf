"""How much of a page its text layer tells: all, part, or nothing; and which of its words the page does not show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import ReadState
from tenderlight.reading.legibility import is_doubtful, is_garbled, is_plausible

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.layout.words_on_page import PageWords
    from tenderlight.reading.pdf.shown_page import ShownPage

    Flags = NDArray[np.bool_]

_PICTURE_SHARE = 0.02
"""A page without text whose pictures cover more than this may say something in them."""
_WHOLE_PAGE = 0.6
_OUTLINED_SHAPES = 40
_LITTLE_TEXT = 200
"""Characters; a whole-page picture with less text on it is taken for a scan with a stamp or a page number."""
_SAMPLE = 128
_SOME_GUESSED, _MOST_GUESSED = 0.02, 0.5
"""Shares of the characters of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a page, and the codes that say why."""

    state: ReadState
    code: str | None = None
    """Code of the problem that kept the page from being read whole."""
    hidden: int = 0
    """Characters left out because the page does not show them."""


def judge(words: PageWords, shown_page: ShownPage, *, shape_count: int) -> tuple[PageWords, Verdict]:
    """Decide how much of a page its text layer tells.

    Words that the page does not show are left out (see `shown_page`). An invisible layer over a picture of the page is
    what text recognition leaves behind: it is kept, and the page counts as partly read. Words in fonts that do not say
    which characters they show are left out, unless they read like text; if they are most of the page, it is not read.

    Args:
        words: All words of the page.
        shown_page: What it shows.
        shape_count: Filled shapes on it; many of them may be outlined letters.

    Returns:
        The words to be used, and the verdict.
    """
    pictured = shown_page.picture_share
    has_outlines = shape_count >= _OUTLINED_SHAPES
    is_picture = pictured >= _WHOLE_PAGE or has_outlines
    invisible = shown_page.invisible(words)
    is_layer = is_picture and _share(words, invisible) >= 0.5
    hidden = shown_page.off_page(words) | shown_page.switched_off(words) | (shown_page.unseen(words) & ~invisible)
    hidden |= invisible & np.bool_(not is_picture)
    hidden_characters = int((words.ends - words.starts)[hidden].sum())
    words = words.some(~hidden)
    if len(words.starts):
        words, verdict = _without_garbled(words, shown_page)
    elif pictured >= _PICTURE_SHARE or has_outlines:
        verdict = Verdict(state=ReadState.NOT_READ, code="page-needs-recognition")
    else:
        verdict = Verdict(state=ReadState.READ)
    if verdict.state is ReadState.READ and is_layer:
        verdict = Verdict(state=ReadState.PARTLY, code="page-text-invisible")
    elif verdict.state is ReadState.READ and pictured >= _WHOLE_PAGE and _characters(words) < _LITTLE_TEXT:
        verdict = Verdict(state=ReadState.PARTLY, code="page-needs-recognition")
    return words, replace(verdict, hidden=hidden_characters)


def _characters(words: PageWords) -> int:
    return int((words.ends - words.starts).sum())


def _share(words: PageWords, chosen: Flags) -> float:
    """Return the share of the characters that the chosen words have."""
    sizes = words.ends - words.starts
    return float(sizes[chosen].sum() / max(1, sizes.sum()))


def _without_garbled(words: PageWords, shown_page: ShownPage) -> tuple[PageWords, Verdict]:
    """Leave out words in fonts that do not name their characters, unless the engine's guess reads like text."""
    step = max(1, len(words.starts) // _SAMPLE)
    guessed = np.zeros(len(words.starts), np.bool_)
    if shown_page.unnamed(words.some(np.arange(len(guessed)) % step == 0)).any():
        guessed = shown_page.unnamed(words)
    share = _share(words, guessed)
    is_guess = share >= _SOME_GUESSED
    if is_guess and not is_plausible(_text_of(words.some(guessed))):
        words = words.some(~guessed if share < _MOST_GUESSED else np.zeros(len(guessed), np.bool_))
        state = ReadState.PARTLY if len(words.starts) else ReadState.NOT_READ
        return words, Verdict(state=state, code="page-text-garbled")
    if is_garbled(_text_of(words)):
        nothing = words.some(np.zeros(len(guessed), np.bool_))
        return nothing, Verdict(state=ReadState.NOT_READ, code="page-text-garbled")
    if is_guess:
        return words, Verdict(state=ReadState.READ, code="page-text-guessed")
    return words, Verdict(state=ReadState.READ, code="page-text-doubtful" if is_doubtful(_text_of(words)) else None)


def _text_of(words: PageWords) -> str:
    """Return the words with nothing between them."""
    parts = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    return "".join(words.text[start:end] for start, end in parts)
