"""How much of a page its text layer tells: all, part, or nothing; and which of its words the page does not show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import ReadState
from tenderlight.reading.legibility import is_garbled, is_plausible
from tenderlight.reading.pdfium import function

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.page_frame import PageFrame
    from tenderlight.reading.page_objects import PageObjects
    from tenderlight.reading.pdf_text import TextLines
    from tenderlight.reading.words_on_page import PageWords

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


def judge(
    words: PageWords, objects: PageObjects, frame: PageFrame, text_page: int, lines: TextLines
) -> tuple[PageWords, Verdict]:
    """Decide how much of a page its text layer tells.

    Words that the page does not show are left out: beyond its borders, or painted invisibly. An invisible layer over a
    picture of the page is what text recognition leaves behind: it is kept, and the page counts as partly read. Words
    in fonts that do not say which characters they show are left out, unless they read like text; if they are most of
    the page, it is not read.

    Args:
        words: All words of the page.
        objects: What else is on it.
        frame: Its frame.
        text_page: Its pdfium text page.
        lines: As read from the text page.

    Returns:
        The words to be used, and the verdict.
    """
    pictured = _picture_share(objects, frame)
    is_picture = pictured >= _WHOLE_PAGE or objects.shape_count >= _OUTLINED_SHAPES
    shown = _is_on_page(words, frame)
    invisible = _is_invisible(words, objects, text_page, lines) & shown
    if not is_picture:
        shown &= ~invisible
    hidden = int((words.ends - words.starts)[~shown].sum())
    is_layer = is_picture and _share(words, invisible) >= 0.5
    words = words.some(shown)
    if len(words.starts):
        words, verdict = _without_garbled(words, text_page, lines)
    elif pictured >= _PICTURE_SHARE or objects.shape_count >= _OUTLINED_SHAPES:
        verdict = Verdict(state=ReadState.NOT_READ, code="page-needs-recognition")
    else:
        verdict = Verdict(state=ReadState.READ)
    if verdict.state is ReadState.READ and is_layer:
        verdict = Verdict(state=ReadState.PARTLY, code="page-text-invisible")
    elif verdict.state is ReadState.READ and pictured >= _WHOLE_PAGE and _characters(words) < _LITTLE_TEXT:
        verdict = Verdict(state=ReadState.PARTLY, code="page-needs-recognition")
    return words, replace(verdict, hidden=hidden)


def _characters(words: PageWords) -> int:
    return int((words.ends - words.starts).sum())


def _share(words: PageWords, chosen: Flags) -> float:
    """Return the share of the characters that the chosen words have."""
    sizes = words.ends - words.starts
    return float(sizes[chosen].sum() / max(1, sizes.sum()))


def _picture_share(objects: PageObjects, frame: PageFrame) -> float:
    """Return the share of the page that pictures cover; strips of one scan add up."""
    if not len(objects.images):
        return 0.0
    left, top, right, bottom = objects.images.T
    across = np.clip(right, 0, frame.width) - np.clip(left, 0, frame.width)
    down = np.clip(bottom, 0, frame.height) - np.clip(top, 0, frame.height)
    return min(1.0, float((across * down).sum()) / (frame.width * frame.height))


def _is_on_page(words: PageWords, frame: PageFrame) -> Flags:
    """Say of each word whether its middle lies on the displayed page."""
    x = (words.boxes[:, 0] + words.boxes[:, 2]) / 2
    y = (words.boxes[:, 1] + words.boxes[:, 3]) / 2
    on_page: Flags = (x >= 0) & (x <= frame.width) & (y >= 0) & (y <= frame.height)
    return on_page


def _is_invisible(words: PageWords, objects: PageObjects, text_page: int, lines: TextLines) -> Flags:
    """Say of each word whether it is drawn in the mode that paints nothing."""
    if not objects.invisible_texts:
        return np.zeros(len(words.starts), np.bool_)
    firsts = lines.character(words.starts).tolist()
    owners = map(function("FPDFText_GetTextObject"), repeat(text_page), firsts)
    return np.fromiter((owner in objects.invisible_texts for owner in owners), np.bool_, len(firsts))


def _without_garbled(words: PageWords, text_page: int, lines: TextLines) -> tuple[PageWords, Verdict]:
    """Leave out words in fonts that do not name their characters, unless the engine's guess reads like text."""
    step = max(1, len(words.starts) // _SAMPLE)
    guessed = np.zeros(len(words.starts), np.bool_)
    if _has_no_character(words.some(np.arange(len(guessed)) % step == 0), text_page, lines).any():
        guessed = _has_no_character(words, text_page, lines)
    share = _share(words, guessed)
    is_guess = share >= _SOME_GUESSED
    if is_guess and not is_plausible(_text_of(words.some(guessed))):
        words = words.some(~guessed if share < _MOST_GUESSED else np.zeros(len(guessed), np.bool_))
        state = ReadState.PARTLY if len(words.starts) else ReadState.NOT_READ
        return words, Verdict(state=state, code="page-text-garbled")
    if is_garbled(_text_of(words)):
        nothing = words.some(np.zeros(len(guessed), np.bool_))
        return nothing, Verdict(state=ReadState.NOT_READ, code="page-text-garbled")
    return words, Verdict(state=ReadState.READ, code="page-text-guessed" if is_guess else None)


def _has_no_character(words: PageWords, text_page: int, lines: TextLines) -> Flags:
    """Say of each word whether the engine had to guess its middle character."""
    middles = lines.character((words.starts + words.ends - 1) // 2).tolist()
    errors = map(function("FPDFText_HasUnicodeMapError"), repeat(text_page), middles)
    return np.fromiter(errors, np.int64, len(middles)) > 0


def _text_of(words: PageWords) -> str:
    """Return the words with nothing between them."""
    parts = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    return "".join(words.text[start:end] for start, end in parts)
