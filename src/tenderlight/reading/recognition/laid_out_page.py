"""From what was read on a page, and the rules drawn on it, to text in order with its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tenderlight.reading.layout.page_layout import lay_out
from tenderlight.reading.layout.words_on_page import turned
from tenderlight.reading.recognition.lines_to_words import words_of
from tenderlight.reading.recognition.ruled_lines import grids_of
from tenderlight.reading.tables.unruled import with_tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tenderlight.reading.layout.page_layout import LaidOutText
    from tenderlight.reading.recognition.readings import BoxText

    Points = NDArray[np.float64]


def laid_out_page(found: Sequence[BoxText], rules: Points, levelled: Callable[[Points], Points]) -> LaidOutText:
    """Put what was read in order; all places are points of the level page.

    Args:
        found: What stands in the boxes of the page.
        rules: Drawn rules, one box each, in points of the level page.
        levelled: Makes points of the level page of pixels of the upright picture.
    """
    read = words_of(found, levelled)
    words = read.words
    if not len(words.starts):
        return lay_out(words, [])
    rules = turned(rules, words.main_direction)
    return lay_out(*with_tables(words, grids_of(rules), rules, read.read_letters))
