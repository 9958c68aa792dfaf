"""What a page shows of the words in its file: not those painted invisibly, white on white, under a surface, too small.

What a reader of the page cannot see must not become a fact about it. Everything is decided from what the file says is
drawn, and in which order; nothing is rendered, so the answer is the same on every machine. A surface is believed to
cover only if it is a plain opaque rectangle; a picture may let through what is under it, and is not believed to cover.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.pdf.pdf_layers import in_layers
from tenderlight.reading.pdf.pdfium import function

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.layout.words_on_page import PageWords
    from tenderlight.reading.pdf.page_frame import PageFrame
    from tenderlight.reading.pdf.page_objects import DrawnPage, PageObjects
    from tenderlight.reading.pdf.pdf_text import TextLines

    Flags = NDArray[np.bool_]
    Boxes = NDArray[np.float64]

_INVISIBLE_MODES = frozenset({3, 7})
_STROKED_MODES = frozenset({1, 2, 5, 6})
"""Text rendering modes (ISO 32000-1, table 106): paint nothing; draw outlines."""
_WHITE = 250
_OPAQUE = 255
_SMALLEST_TYPE_POINTS = 1.6
_COVERED = 0.9
_RECTANGLE_SEGMENTS = 6
_MOST_SURFACES = 2_000


class ShownPage:
    """Tells what is seen on a page. One flag a word everywhere."""

    def __init__(
        self, drawn: DrawnPage, frame: PageFrame, text_page: int, lines: TextLines, *, layers_off: frozenset[str]
    ) -> None:
        self._layers_off = layers_off
        self._drawn = drawn
        self._frame = frame
        self._text_page = text_page
        self._lines = lines
        self._modes = list(map(function("FPDFTextObj_GetTextRenderMode"), drawn.texts.handles))

    @property
    def picture_share(self) -> float:
        """The share of the page that pictures cover; strips of one scan add up."""
        boxes = self._frame.displayed(self._drawn.images.stored_bounds())
        left, top, right, bottom = boxes.T
        across = np.clip(right, 0, self._frame.width) - np.clip(left, 0, self._frame.width)
        down = np.clip(bottom, 0, self._frame.height) - np.clip(top, 0, self._frame.height)
        return min(1.0, float((across * down).sum()) / (self._frame.width * self._frame.height))

    def unnamed(self, words: PageWords) -> Flags:
        """Say of each word whether its font does not say which characters it shows: the engine had to guess."""
        middles = self._lines.character((words.starts + words.ends - 1) // 2).tolist()
        errors = map(function("FPDFText_HasUnicodeMapError"), repeat(self._text_page), middles)
        return np.fromiter(errors, np.int64, len(middles)) > 0

    def off_page(self, words: PageWords) -> Flags:
        """Say of each word whether its middle lies outside the displayed page."""
        x, y = _middles(words)
        outside: Flags = (x < 0) | (x > self._frame.width) | (y < 0) | (y > self._frame.height)
        return outside

    def invisible(self, words: PageWords) -> Flags:
        """Say of each word whether it is drawn in the mode that paints nothing."""
        texts = self._drawn.texts.handles
        nothing = {text for text, mode in zip(texts, self._modes, strict=True) if mode in _INVISIBLE_MODES}
        if not nothing:
            return np.zeros(len(words.starts), np.bool_)
        return np.fromiter((owner in nothing for owner in self._owners(words)), np.bool_, len(words.starts))

    def switched_off(self, words: PageWords) -> Flags:
        """Say of each word whether it is in a layer that is switched off."""
        off = in_layers(self._drawn.texts.handles, self._layers_off) if self._layers_off else frozenset()
        if not off:
            return np.zeros(len(words.starts), np.bool_)
        return np.fromiter((owner in off for owner in self._owners(words)), np.bool_, len(words.starts))

    def unseen(self, words: PageWords) -> Flags:
        """Say of each word whether it is too small, white with nothing dark beneath, or under an opaque surface."""
        across, down = (words.boxes[:, 2:] - words.boxes[:, :2]).T
        unseen: Flags = np.where(words.turns % 2 == 1, across, down) < _SMALLEST_TYPE_POINTS
        texts, surfaces = self._drawn.texts, self._surfaces()
        white = _is_white(texts) & np.array([mode not in _STROKED_MODES for mode in self._modes], np.bool_)
        latest = max(surfaces.orders, default=0)
        if not white.any() and latest < min(texts.orders, default=latest + 1):
            return unseen
        index = {handle: number for number, handle in enumerate(texts.handles)}
        owners = np.array([index.get(owner, -1) for owner in self._owners(words)], np.int64)
        owned = owners >= 0
        orders = np.where(owned, np.array([*texts.orders, 0])[owners], latest + 1)
        if white.any():
            on_white = owned & np.append(white, False)[owners]
            unseen |= on_white & ~self._has_something_beneath(words, orders)
        return unseen | self._is_covered(words, orders, surfaces)

    def _owners(self, words: PageWords) -> list[int]:
        """Return the text object of each word."""
        firsts = self._lines.character(words.starts).tolist()
        return list(map(function("FPDFText_GetTextObject"), repeat(self._text_page), firsts))

    def _surfaces(self) -> PageObjects:
        """Return the paths that are not mere lines."""
        paths = self._drawn.paths
        bounds = paths.stored_bounds()
        broad = np.minimum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) > _SMALLEST_TYPE_POINTS
        return paths.some(np.flatnonzero(broad)[:_MOST_SURFACES].tolist())

    def _has_something_beneath(self, words: PageWords, orders: NDArray[np.int64]) -> Flags:
        """Say of each word whether a surface that is not white, or a picture, was drawn under it before."""
        surfaces = self._surfaces()
        coloured = surfaces.some(np.flatnonzero(~_is_white(surfaces)).tolist())
        found = np.zeros(len(words.starts), np.bool_)
        x, y = _middles(words)
        for objects in (coloured, self._drawn.images, self._drawn.shadings):
            boxes = self._frame.displayed(objects.stored_bounds())
            for order, (left, top, right, bottom) in zip(objects.orders, boxes.tolist(), strict=True):
                found |= (order < orders) & (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
        return found

    def _is_covered(self, words: PageWords, orders: NDArray[np.int64], surfaces: PageObjects) -> Flags:
        """Say of each word whether a plain opaque rectangle was drawn over it later."""
        covered = np.zeros(len(words.starts), np.bool_)
        boxes = self._frame.displayed(surfaces.stored_bounds())
        opaque = surfaces.fill_colours()[:, 3] == _OPAQUE
        for number in np.flatnonzero(opaque & (np.array(surfaces.orders, np.int64) > orders.min(initial=0))).tolist():
            under = (orders < surfaces.orders[number]) & ~covered & (_share_inside(words, boxes[number]) >= _COVERED)
            if under.any() and _is_plain_rectangle(surfaces.handles[number]):
                covered |= under & (_share_inside(words, self._clipped(surfaces, number, boxes[number])) >= _COVERED)
        return covered

    def _clipped(self, surfaces: PageObjects, number: int, box: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what clipping leaves of a surface."""
        clip = function("FPDFPageObj_GetClipPath")(surfaces.handles[number])
        if not clip:
            return box
        if surfaces.matrices[number] is not None:
            return np.zeros(4)
        for path in range(max(0, function("FPDFClipPath_CountPaths")(clip))):
            count = max(0, function("FPDFClipPath_CountPathSegments")(clip, path))
            segments = [function("FPDFClipPath_GetPathSegment")(clip, path, segment) for segment in range(count)]
            points = np.zeros((count, 2), np.float32)
            for row, segment in enumerate(segments):
                place = points.ctypes.data + 8 * row
                function("FPDFPathSegment_GetPoint")(segment, place, place + 4)
            if not count:
                return np.zeros(4)
            stored = np.concatenate([points.min(axis=0), points.max(axis=0)]).reshape(1, 4)
            left, top, right, bottom = self._frame.displayed(stored)[0]
            box = np.array([max(box[0], left), max(box[1], top), min(box[2], right), min(box[3], bottom)])
        return box


def _middles(words: PageWords) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return (words.boxes[:, 0] + words.boxes[:, 2]) / 2, (words.boxes[:, 1] + words.boxes[:, 3]) / 2


def _is_white(objects: PageObjects) -> Flags:
    white: Flags = np.all(objects.fill_colours()[:, :3] >= _WHITE, axis=1)
    return white


def _share_inside(words: PageWords, box: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share of each word's box that lies inside a box."""
    left, top, right, bottom = words.boxes.T
    across = np.clip(np.minimum(right, box[2]) - np.maximum(left, box[0]), 0, None)
    down = np.clip(np.minimum(bottom, box[3]) - np.maximum(top, box[1]), 0, None)
    share: NDArray[np.float64] = across * down / np.maximum((right - left) * (bottom - top), 1e-9)
    return share


def _is_plain_rectangle(path: int) -> bool:
    """Say whether a path is a filled rectangle that lets nothing through."""
    mode = np.zeros(2, np.int32)
    function("FPDFPath_GetDrawMode")(path, mode.ctypes.data, mode.ctypes.data + 4)
    is_rectangle = 4 <= function("FPDFPath_CountSegments")(path) <= _RECTANGLE_SEGMENTS
    return bool(mode[0]) and is_rectangle and not function("FPDFPageObj_HasTransparency")(path)
