"""Where each character of a line begins and ends, from where the model saw it and where ink is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.layout.lines import advance_widths

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Shares = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_MARGIN = 1.0
"""Pixels kept around ink."""
_REACH = 1.0
"""In heights of the ink: how far from the middle of the outermost character its line may still go."""
_BARE = 0.35
"""In heights of the ink: bare paper between characters from which on both end at their ink."""
_PAST_END = 0.6
"""In heights of the ink: a full stop is half as wide again as its ink, and found boxes end at the ink."""
_LEAST_FITTED = 3
_WIDE = "\u1100-\u115f\u2e80-\u2fff\u3001-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_RUN = re.compile(rf"[{_WIDE}]+|[^\s{_WIDE}]+")


def runs_of(text: str) -> list[tuple[int, int]]:
    """Return where runs of characters of like width begin and end.

    They end at white space, and where wide characters (Chinese) meet narrow ones (Latin letters, figures): a quote that
    begins inside a word is placed by the widths its characters usually have, and those go wrong in a mixture.
    """
    return [run.span() for run in _RUN.finditer(text)]


def character_edges(letters: Sequence[str], middles: Shares, columns: Flags, height: float) -> Shares:
    """Return (n, 2) shares of the width of a line's picture; the outermost may lie a little outside of it.

    Neighbours part where their usual widths say, between their middles; where much bare paper lies between two
    characters, both end at their ink. So do the first and the last of the line.

    Args:
        letters: Characters of the line.
        middles: Where the model saw them, as shares of the width.
        columns: Which columns of pixels hold ink.
        height: Of the ink, in pixels.
    """
    if not len(middles):
        return np.zeros((0, 2))
    pixels = len(columns)
    widths = np.array(advance_widths("".join(letters)), np.float64) + 1.0
    parts = widths[:-1] / (widths[:-1] + widths[1:])
    between = middles[:-1] + (middles[1:] - middles[:-1]) * parts
    left, right = _ends(columns, middles, _REACH * height)
    edges = np.stack([np.concatenate([[left], between]), np.concatenate([between, [right]])], axis=1)
    seen = [index for index, letter in enumerate(letters) if not letter.isspace()]
    places = np.rint(middles * pixels).astype(np.int64)
    for before, after in pairwise(seen):
        least = 1.0 if after - before > 1 else _BARE * height
        if places[after] - places[before] > least:
            gap = widest_gap(columns, int(places[before]), int(places[after]))
            if gap is not None and gap[1] - gap[0] >= least:
                edges[before, 1], edges[after, 0] = gap[0] / pixels, gap[1] / pixels
    for first, past in runs_of("".join(letters)):
        if past - first >= _LEAST_FITTED:
            edges[first:past] = _fitted(widths[first:past], middles[first:past])
    _part(edges)
    edges = np.clip(edges, -_PAST_END * height / pixels, 1.0 + _PAST_END * height / pixels)
    return np.stack([edges[:, 0], np.maximum(edges[:, 0], edges[:, 1])], axis=1)


def _fitted(widths: Shares, middles: Shares) -> Shares:
    """Return the edges of characters set at their usual widths, so that their middles lie as near as can be."""
    borders = np.concatenate([[0.0], np.cumsum(widths)])
    em, start = np.polyfit((borders[1:] + borders[:-1]) / 2, middles, 1)
    placed = start + em * borders
    return np.stack([placed[:-1], placed[1:]], axis=1)


def _part(edges: Shares) -> None:
    """Where neighbours overlap, let both end in the middle."""
    over = np.flatnonzero(edges[1:, 0] < edges[:-1, 1])
    edges[over + 1, 0] = edges[over, 1] = (edges[over + 1, 0] + edges[over, 1]) / 2


def _ends(columns: Flags, middles: Shares, reach: float) -> tuple[float, float]:
    """Return where the ink of the first character begins and that of the last ends."""
    pixels = len(columns)
    first, last = middles[0] * pixels, middles[-1] * pixels
    before = np.flatnonzero(columns[max(0, round(first - reach)) : round(first) + 1])
    after = np.flatnonzero(columns[round(last) : round(last + reach) + 1])
    left = max(0, round(first - reach)) + before[0] - _MARGIN if len(before) else first - reach / 2
    right = round(last) + after[-1] + 1 + _MARGIN if len(after) else last + reach / 2
    return max(0.0, left / pixels), min(1.0, right / pixels)


def widest_gap(columns: Flags, start: int, end: int) -> tuple[int, int] | None:
    """Return the longest run of pixels without ink between two places, or None."""
    bare = np.concatenate([[False], ~columns[start:end], [False]])
    changes = np.flatnonzero(bare[1:] != bare[:-1])
    if not len(changes):
        return None
    starts, ends = changes[::2], changes[1::2]
    widest = int(np.argmax(ends - starts))
    return start + int(starts[widest]), start + int(ends[widest])
