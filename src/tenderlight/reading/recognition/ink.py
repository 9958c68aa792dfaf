"""From colours to one plane of brightness in which print is dark and seals are not.

Ink of any colour is text: a red heading, a blue form. Only a seal, pressed over text, is in the way. Where a coloured
spot is as large and as square as a seal, and either is drawn around or lies over black print, the brightest of the
three channels is taken: coloured ink fades in it, black ink does not. A seal scanned in grey, or a black one, is known
by its ring alone. In both, what is not about as dark as the print is then faded further (see also `seal_ink`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.rings import find_rings
from tenderlight.reading.recognition.seal_ink import without_seal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    Plane = NDArray[np.uint8]
    Flags = NDArray[np.uint8]

_MILLIMETRE = 72 / 25.4
_SMALL_PIXELS = 0.5
"""Millimetres a pixel of the small picture in which seals are looked for."""
_COLOURED = 40
"""Brightest channel less darkest."""
_DARK = 110
_JOINED = 1.5
"""Millimetres: gaps in a worn seal."""
_SEAL_SIDES = (13.0, 80.0)
"""Millimetres. Chinese seals measure 38 to 58, chops of persons 15 to 25; blurred edges take a little."""
_MOST_LONGER = 2.2
_RING = 0.6
"""Share of the spot's sides that one unbroken stroke spans, if it is drawn around."""
_OVER_PRINT = 0.01
"""Share of the spot that is black."""
_MOST_FILLED = 0.6
"""Share of the spot that is coloured; a filled field with letters on it has more."""
_MOST_SPOTS = 400
_LEAST_COLOUR = 0.0005
_FADED_COLOURED, _FADED_GREY = (0.45, 0.7), (0.3, 0.5)
"""Of the way from the print to the paper: what is lighter than the second is the seal, darker than the first print."""
_UNDER_SEAL = 25
"""How much darker than a seal's ink that is which lies over print."""
_BEYOND = 3
"""Small pixels around a ring that are faded too."""
_LEAST_CONTRAST = 60

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What is printed on a page."""

    plane: Plane
    """How bright each pixel is, seals faded."""
    rules: Plane
    """The same for drawn rules: of seals only the colour is gone, since what is as thin as a rule would fade too."""
    dark_seals: int
    """How many seals of grey or black ink lie on it: what stands under them may be lost."""


def ink_of(picture: Picture, *, points_a_pixel: float) -> Ink:
    """Return the print of a page without its seals.

    Args:
        picture: (height, width, 3) RGB.
        points_a_pixel: Size of a pixel on the page.
    """
    import cv2

    seals, rules, step = _without_coloured_seals(picture, points_a_pixel)
    plane = rules.copy()
    for left, top, right, bottom in seals:
        part = picture[top:bottom, left:right].max(axis=2)
        plane[top:bottom, left:right] = _faded(part, _FADED_COLOURED)
    height, width = plane.shape
    size = max(1, round(width / step)), max(1, round(height / step))
    millimetre = _MILLIMETRE / (points_a_pixel * step)
    grey = np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.uint8)
    rings = find_rings(grey, millimetre)
    for x, y, radius in rings:
        _fade_ring(plane, (x * step, y * step, (radius + _BEYOND) * step), _MILLIMETRE / points_a_pixel)
    dark_seals = sum(not any(_holds(seal, x * step, y * step) for seal in seals) for x, y, _ in rings)
    return Ink(plane, rules, dark_seals)


def _fade_ring(plane: Plane, ring: tuple[float, float, float], millimetre: float) -> None:
    """Fade the seal in a ring, given by its middle and radius in pixels; its surroundings show how dark print is."""
    x, y, reach = ring
    left, top, right, bottom = _enlarged((x - 2 * reach, y - 2 * reach, x + 2 * reach + 1, y + 2 * reach + 1), 1.0)
    part = plane[top:bottom, left:right]
    down, across = np.ogrid[top : top + part.shape[0], left : left + part.shape[1]]
    inside = (across - x) ** 2 + (down - y) ** 2 <= reach**2
    if inside.any():
        wiped = without_seal(part, inside, millimetre)
        rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
        seal = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        part[seal] = np.where(inside[seal], _faded(wiped[seal], _FADED_GREY), part[seal])


def rules_of(picture: Picture, *, points_a_pixel: float) -> Plane:
    """Return `Ink.rules` alone, in a fraction of the time: where tables are looked for and nothing is read.

    Args:
        picture: (height, width, 3) RGB.
        points_a_pixel: Size of a pixel on the page.
    """
    _, rules, _ = _without_coloured_seals(picture, points_a_pixel)
    return rules


def _without_coloured_seals(picture: Picture, points_a_pixel: float) -> tuple[list[Box], Plane, float]:
    """Return the boxes of coloured seals, brightness without their colour, and the step of the small picture."""
    import cv2

    plane = np.array(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    height, width = plane.shape
    step = max(1.0, _SMALL_PIXELS * _MILLIMETRE / points_a_pixel)
    millimetre = _MILLIMETRE / (points_a_pixel * step)
    size = max(1, round(width / step)), max(1, round(height / step))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    seals = [_enlarged(seal, step) for seal in _coloured_seals(small, millimetre)]
    for left, top, right, bottom in seals:
        plane[top:bottom, left:right] = _without_colour(picture[top:bottom, left:right])
    return seals, plane, step


def _without_colour(part: Picture) -> Plane:
    """Return the brightness of a part of a page with coloured ink gone, where nothing darker lies under it."""
    brightest = part.max(axis=2)
    coloured = brightest - part.min(axis=2) > _COLOURED
    if coloured.any():
        usual = float(np.median(brightest[coloured]))
        brightest[coloured & (brightest > usual - _UNDER_SEAL)] = 255
    return np.asarray(brightest, np.uint8)


def _holds(box: Box, x: float, y: float) -> bool:
    left, top, right, bottom = box
    return left <= x < right and top <= y < bottom


def _enlarged(box: tuple[float, float, float, float], step: float) -> Box:
    left, top, right, bottom = (round(side * step) for side in box)
    return max(0, left), max(0, top), right, bottom


def _faded(part: Plane, shares: tuple[float, float]) -> Plane:
    """Return a part of a page with all ink faded that is lighter than its print."""
    if not part.size:
        return part
    dark, light = np.percentile(part, (1, 85))
    if light - dark < _LEAST_CONTRAST:
        return part
    first, past = (dark + share * (light - dark) for share in shares)
    levels = np.arange(256, dtype=np.float64)
    faded = np.interp(levels, (0, first, past, light, 255), (0, first, light, light, 255))
    table: Plane = np.clip(faded, 0, 255).astype(np.uint8)
    return np.asarray(table[part], np.uint8)


def _coloured_seals(small: Picture, millimetre: float) -> list[Box]:
    """Return the boxes of spots that are seals, in pixels of the small picture."""
    import cv2

    red, green, blue = cv2.split(small)
    brightest = np.asarray(cv2.max(cv2.max(red, green), blue))
    darkest = cv2.min(cv2.min(red, green), blue)
    coloured = (cv2.subtract(brightest, darkest) > _COLOURED).astype(np.uint8)
    if coloured.mean() < _LEAST_COLOUR:
        return []
    reach = 2 * round(_JOINED * millimetre / 2) + 1
    joined = cv2.morphologyEx(coloured, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    count, _, spots, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    _, _, strokes, _ = cv2.connectedComponentsWithStats(coloured, connectivity=8)
    found = []
    for left, top, width, height, _ in spots[1 : min(count, _MOST_SPOTS)].tolist():
        right, bottom = left + width, top + height
        shorter, longer = sorted((width / millimetre, height / millimetre))
        if shorter < _SEAL_SIDES[0] or longer > _SEAL_SIDES[1] or longer > _MOST_LONGER * shorter:
            continue
        if coloured[top:bottom, left:right].mean() > _MOST_FILLED:
            continue
        inside = (strokes[:, 0] >= left) & (strokes[:, 0] < right) & (strokes[:, 1] >= top) & (strokes[:, 1] < bottom)
        ring = (strokes[:, 2] >= _RING * width) & (strokes[:, 3] >= _RING * height)
        over_print = (brightest[top:bottom, left:right] < _DARK).mean() > _OVER_PRINT
        if (inside & ring)[1:].any() or over_print:
            found.append((left - 1, top - 1, right + 1, bottom + 1))
    return found
