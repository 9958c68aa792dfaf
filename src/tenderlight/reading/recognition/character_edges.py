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
_INSIDE = 0.2
"""In heights of the ink: from the side of a narrow character to its middle."""
_LEAST_FITTED = 3
_ENDS_COUNT = 3.0
"""How much more the ink at the end of a run counts than the middle of one character."""
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
    middles = _on_ink(letters, middles, columns, height)
    widths = np.array(advance_widths("".join(letters)), np.float64) + 1.0
    parts = widths[:-1] / (widths[:-1] + widths[1:])
    between = middles[:-1] + (middles[1:] - middles[:-1]) * parts
    (left, is_left_seen), (right, is_right_seen) = _ends(columns, middles, height)
    edges = np.stack([np.concatenate([[left], between]), np.concatenate([between, [right]])], axis=1)
    at_ink = np.zeros(edges.shape, np.bool_)
    at_ink[0, 0], at_ink[-1, 1] = is_left_seen, is_right_seen
    seen = [index for index, letter in enumerate(letters) if not letter.isspace()]
    places = np.rint(middles * pixels).astype(np.int64)
    for before, after in pairwise(seen):
        least = 1.0 if after - before > 1 else _BARE * height
        if places[after] - places[before] > least:
            gap = widest_gap(columns, int(places[before]), int(places[after]))
            if gap is not None and gap[1] - gap[0] >= least:
                edges[before, 1], edges[after, 0] = gap[0] / pixels, gap[1] / pixels
                at_ink[before, 1] = at_ink[after, 0] = True
    for first, past in runs_of("".join(letters)):
        if past - first >= _LEAST_FITTED:
            known = [
                edges[at, side] if at_ink[at, side] and letters[at].isalnum() else None
                for at, side in ((first, 0), (past - 1, 1))
            ]
            edges[first:past] = _fitted(widths[first:past], middles[first:past], known)
    _part(edges)
    edges = np.clip(edges, -_PAST_END * height / pixels, 1.0 + _PAST_END * height / pixels)
    return np.stack([edges[:, 0], np.maximum(edges[:, 0], edges[:, 1])], axis=1)


def _on_ink(letters: Sequence[str], middles: Shares, columns: Flags, height: float) -> Shares:
    """Move characters that were seen on bare paper back to the nearest ink: before white space they are seen late."""
    inked = np.flatnonzero(columns)
    if not len(inked):
        return middles
    places = middles * len(columns)
    after = np.minimum(np.searchsorted(inked, places), len(inked) - 1)
    before = np.maximum(after - 1, 0)
    to_left, to_right = places - inked[before], inked[after] - places
    inside = _INSIDE * height
    moved = np.where(np.abs(to_left) <= np.abs(to_right), inked[before] - inside, inked[after] + inside)
    is_bare = np.minimum(np.abs(to_left), np.abs(to_right)) > _MARGIN
    is_seen = np.array([not letter.isspace() for letter in letters])
    result = np.where(is_bare & is_seen, np.clip(moved, inked[0], inked[-1]) / len(columns), middles)
    return np.maximum.accumulate(result)


def _fitted(widths: Shares, middles: Shares, ends: Sequence[float | None]) -> Shares:
    """Return the edges of characters set at their usual widths, so that their middles lie as near as can be.

    Where ink shows where the run begins or ends, that counts as much as several middles: the network sees characters in
    steps of a sixth of an em, and those beside white space it sees shifted.
    """
    borders = np.concatenate([[0.0], np.cumsum(widths)])
    places, wanted, weights = (borders[1:] + borders[:-1]) / 2, middles, np.ones(len(middles))
    for border, end in zip((borders[0], borders[-1]), ends, strict=True):
        if end is not None:
            places, wanted = np.append(places, border), np.append(wanted, end)
            weights = np.append(weights, _ENDS_COUNT)
    weights = weights**2
    middle, wanted_middle = weights @ places / weights.sum(), weights @ wanted / weights.sum()
    away = weights * (places - middle)
    em = away @ (wanted - wanted_middle) / (away @ (places - middle))
    placed = wanted_middle + em * (borders - middle)
    return np.stack([placed[:-1], placed[1:]], axis=1)


def _part(edges: Shares) -> None:
    """Where neighbours overlap, let both end in the middle."""
    over = np.flatnonzero(edges[1:, 0] < edges[:-1, 1])
    edges[over + 1, 0] = edges[over, 1] = (edges[over + 1, 0] + edges[over, 1]) / 2


def _ends(columns: Flags, middles: Shares, height: float) -> tuple[tuple[float, bool], tuple[float, bool]]:
    """Return where the ink of the first character begins and that of the last ends, and whether it was seen."""
    pixels, reach = len(columns), _REACH * height
    first, last = middles[0] * pixels, middles[-1] * pixels
    before = _run_of_ink(columns[max(0, round(first - reach)) : round(first) + 1][::-1], _BARE * height)
    after = _run_of_ink(columns[round(last) : round(last + reach) + 1], _BARE * height)
    left = first - reach / 2 if before is None else round(first) - before - _MARGIN
    right = last + reach / 2 if after is None else round(last) + after + 1 + _MARGIN
    return (max(0.0, left / pixels), before is not None), (min(1.0, right / pixels), after is not None)


def _run_of_ink(columns: Flags, bare: float) -> int | None:
    """Return the last column of ink before much bare paper, beyond which lies a rule or a stain; None without ink."""
    inked = np.flatnonzero(columns)
    if not len(inked):
        return None
    parted = np.flatnonzero(np.diff(inked) > bare)
    return int(inked[parted[0]] if len(parted) else inked[-1])


def widest_gap(columns: Flags, start: int, end: int) -> tuple[int, int] | None:
    """Return the longest run of pixels without ink between two places, or None."""
    bare = np.concatenate([[False], ~columns[start:end], [False]])
    changes = np.flatnonzero(bare[1:] != bare[:-1])
    if not len(changes):
        return None
    starts, ends = changes[::2], changes[1::2]
    widest = int(np.argmax(ends - starts))
    return start + int(starts[widest]), start + int(ends[widest])
