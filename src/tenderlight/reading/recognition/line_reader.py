"""The characters in pictures of lines, their places and how sure they are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.character_edges import character_edges, widest_gap
from tenderlight.reading.recognition.slanted_boxes import LINE_HEIGHT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.slanted_boxes import Plane

    Shares = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_SAME_ROOM = 2
"""Lines next to each other in width that get the same room, the wider one's: paper is added to the other."""
_BATCH_WIDTH = 640
"""Pixels of all pictures read at once, where they are more than two. Of more, what they work on leaves the processor's
cache; of fewer, the engine takes up to a fifth longer a pixel."""
_WIDEST_PAIR = 6_400
"""Pixels of two lines read at once, for the sake of memory."""
_STEP = 8
_LEAST_CONTRAST = 24
_RULE = 0.92
"""Share of a row or column of pixels that is dark, from which on it is a drawn rule."""
_ROW_OF_INK = 0.04
_MARGIN = 1.0
_WIDE_GAP = 0.8
"""In heights of the ink; lines are narrowed, so this is about an em."""
_ACCOUNTED = 0.8
"""In heights of the ink: how far to both sides of its middle a character may go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineText:
    """What a line says. Places are shares of the picture's width or height."""

    text: str
    confidences: Shares
    """One a character, 0 to 1."""
    edges: Shares
    """(n, 2): where each character begins and ends; where white space or the end of the line is, where its ink does."""
    top: float
    """Where the ink begins."""
    bottom: float
    ink: float = 0.0
    """Columns of pixels that hold ink."""
    unread: float = 0.0
    """Share of them that no character accounts for: the model writes nothing for letters it does not know."""

    @property
    def confidence(self) -> float:
        """Mean over the characters, 0 to 1; 0 if there are none."""
        return float(self.confidences.mean()) if len(self.confidences) else 0.0


def read_lines(pictures: Sequence[Plane], models: Models) -> list[LineText]:
    """Return what lines say, in the same order.

    Args:
        pictures: Of one line each, dark on light, `LINE_HEIGHT` pixels high.
        models: See `load_models`.
    """
    result: dict[int, LineText] = {}
    batches = list(_batches([picture.shape[1] for picture in pictures]))
    answers = models.reader.likeliest(_tensor([pictures[index] for index in batch]) for batch in batches)
    for batch, (best, sure) in zip(batches, answers, strict=True):
        for row, index in enumerate(batch):
            result[index] = _decode(best[row], sure[row], pictures[index], models.alphabet)
    return [result[index] for index in range(len(pictures))]


def _tensor(pictures: Sequence[Plane]) -> NDArray[np.float32]:
    """Return pictures side by side, as the network wants them."""
    room = max(picture.shape[1] for picture in pictures)
    tensor = np.zeros((len(pictures), 3, LINE_HEIGHT, -(-room // _STEP) * _STEP), np.float32)
    for row, picture in enumerate(pictures):
        tensor[row, :, :, : picture.shape[1]] = picture.astype(np.float32) / 127.5 - 1.0
    return tensor


def _batches(widths: Sequence[int]) -> Iterator[list[int]]:
    """Yield lines that are read at once: pairs of like width, so that little is padding, and pairs of the same room.

    What a line says may depend on its room, and does not on the lines that are read with it.
    """
    batch: list[int] = []
    room = 0
    for pair in _pairs(widths):
        own_room = -(-widths[pair[-1]] // _STEP) * _STEP
        if batch and (own_room != room or room * (len(batch) + len(pair)) > _BATCH_WIDTH):
            yield batch
            batch = []
        batch, room = batch + pair, own_room
    if batch:
        yield batch


def _pairs(widths: Sequence[int]) -> Iterator[list[int]]:
    """Yield lines by two, narrow ones first; by one where they are very wide."""
    pair: list[int] = []
    for index in np.argsort(widths, kind="stable").tolist():
        if pair and (len(pair) == _SAME_ROOM or widths[index] * (len(pair) + 1) > _WIDEST_PAIR):
            yield pair
            pair = []
        pair.append(index)
    if pair:
        yield pair


def _decode(best: NDArray[np.int64], sure: NDArray[np.float32], picture: Plane, alphabet: Sequence[str]) -> LineText:
    """Read the steps of one line: runs of one character are one, the empty one parts equal neighbours."""
    width = picture.shape[1]
    steps = -(-width // _STEP)
    best, sure = best[:steps], sure[:steps]
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    ends = np.append(starts[1:], len(best))
    written = best[starts] != 0
    letters = [alphabet[number] for number in best[starts[written]].tolist()]
    confidences = np.maximum.reduceat(sure, starts)[written].astype(np.float64)
    middles = np.clip((starts[written] + ends[written]) / 2 * _STEP / width, 0.0, 1.0)
    return placed(picture, letters, confidences, middles)


def placed(picture: Plane, letters: list[str], confidences: Shares, middles: Shares) -> LineText:
    """Return characters that were read in a line with their places.

    Args:
        picture: Of the line, dark on light, `LINE_HEIGHT` pixels high.
        letters: Its characters.
        confidences: One a character.
        middles: Where each of them stands, as a share of the picture's width.
    """
    ink = ink_of_line(picture)
    top, bottom = _rows(ink)
    height = (bottom - top) * LINE_HEIGHT
    columns = np.asarray(ink.any(axis=0), np.bool_)
    letters, confidences, middles = _with_wide_gaps(letters, confidences, middles, columns, _WIDE_GAP * height)
    return LineText(
        text="".join(letters),
        confidences=np.clip(confidences, 0.0, 1.0),
        edges=character_edges(letters, middles, columns, height),
        top=top,
        bottom=bottom,
        ink=float(columns.sum()),
        unread=_unread(columns, middles, _ACCOUNTED * height),
    )


def unread_share(picture: Plane, middles: Shares) -> float:
    """Return the share of a line's ink that no character accounts for.

    Args:
        picture: Of the line.
        middles: Where the middle of each character is, as a share of the picture's width.
    """
    ink = ink_of_line(picture)
    top, bottom = _rows(ink)
    return _unread(np.asarray(ink.any(axis=0), np.bool_), middles, _ACCOUNTED * (bottom - top) * len(picture))


def _unread(columns: Flags, middles: Shares, reach: float) -> float:
    places = np.flatnonzero(columns)
    if not len(places):
        return 0.0
    near = np.zeros(len(columns) + 1, np.int64)
    np.add.at(near, np.maximum(0, np.rint(middles * len(columns) - reach).astype(np.int64)), 1)
    np.add.at(near, np.minimum(len(columns), np.rint(middles * len(columns) + reach).astype(np.int64)), -1)
    return float((np.cumsum(near)[places] <= 0).mean())


def _with_wide_gaps(
    letters: list[str], confidences: Shares, middles: Shares, columns: Flags, widest: float
) -> tuple[list[str], Shares, Shares]:
    """Write a space where more than an em of bare paper lies between two characters and none was read."""
    places = np.rint(middles * len(columns)).astype(np.int64).tolist()
    for index in range(len(letters) - 1, 0, -1):
        if letters[index].isspace() or letters[index - 1].isspace() or places[index] - places[index - 1] <= widest:
            continue
        gap = widest_gap(columns, places[index - 1], places[index])
        if gap is not None and gap[1] - gap[0] > widest:
            letters = [*letters[:index], " ", *letters[index:]]
            confidences = np.insert(confidences, index, confidences[index - 1 : index + 1].min())
            middles = np.insert(middles, index, (gap[0] + gap[1]) / 2 / len(columns))
    return letters, confidences, middles


def ink_of_line(picture: Plane) -> Flags:
    """Say which pixels are ink of characters; rules that are drawn along or across the whole picture are not."""
    dark, light = levels_of(picture, 2, 90)
    if light - dark < _LEAST_CONTRAST:
        return np.zeros(picture.shape, np.bool_)
    height, width = picture.shape
    ink: Flags = picture < np.uint8(math.ceil((dark + light) / 2))
    ink[np.count_nonzero(ink, axis=1) / width > _RULE] = False
    ink[:, np.count_nonzero(ink, axis=0) / height > _RULE] = False
    return ink


def levels_of(picture: Plane, *shares: int) -> list[float]:
    """Return how bright so many in a hundred pixels are at most, as `np.percentile` does, in a fraction of its time."""
    counted = np.cumsum(np.bincount(picture.ravel(), minlength=256))
    levels = []
    for share in shares:
        place = (picture.size - 1) * (share / 100)
        below, above = np.searchsorted(counted, (int(place), min(int(place) + 1, picture.size - 1)), side="right")
        part = place - int(place)
        levels.append(float(below + (above - below) * part if part < 0.5 else above - (above - below) * (1 - part)))
    return levels


def _rows(ink: Flags) -> tuple[float, float]:
    """Return where the ink begins and ends, as shares of the height; the whole height if there is none.

    The feet of the line above and the heads of the one below may stand in the picture too: ink at its edge with bare
    paper between it and the body of the line is not the line's.
    """
    rows = ink.sum(axis=1)
    used = rows > max(0.0, _ROW_OF_INK * rows.max())
    if not used.any():
        return 0.0, 1.0
    height = len(rows)
    changes = np.flatnonzero(np.diff(used, prepend=False, append=False))
    runs = list(zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True))
    body = max(range(len(runs)), key=lambda at: int(rows[slice(*runs[at])].sum()))
    first, last = 0, len(runs) - 1
    if body > 0 and runs[0][0] == 0:
        first = 1
    if body < last and runs[-1][1] == height:
        last -= 1
    return max(0.0, (runs[first][0] - _MARGIN) / height), min(1.0, (runs[last][1] + _MARGIN) / height)
