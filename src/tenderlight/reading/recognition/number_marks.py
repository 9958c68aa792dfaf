"""Points and commas inside numbers: where the reader may have taken one for the other.

On a fax the tail of a comma is two pixels long. The reader then writes a point, and is sure of it: 36,575 becomes
36.575, a thousandth. Neither can its confidence tell, nor is it for us to make of a number what would be usual. So
such marks are looked at again, by their shape alone: a comma hangs below the digits and is taller than a point. And
whatever came of that, a number that could be another one is reported with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.slanted_boxes import cut_out, sizes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.line_reader import LineText
    from tenderlight.reading.recognition.readings import BoxText
    from tenderlight.reading.recognition.slanted_boxes import Plane

_NUMBER = re.compile(r"\d(?:[.,:;\uff0c\uff0e\uff1a\uff1b\u3002\u00b7]?\d){3,39}")
"""Four digits and more, with marks between them."""
_MARK = re.compile(r"\D")
_WIDE = str.maketrans("\uff0c\uff0e\uff1a\uff1b\u3002\u00b7", ",.:;..")
_DATE = re.compile(r"(?:1[89]|2[01])\d\d(?:\D\d{1,2}){1,2}")
_SURE = 0.8
"""A mark inside a number that the reader was less sure of may be another one."""
_TURNED_SURE = 0.5
"""How sure a mark is at most that its shape and the reader take for different ones."""
_HEIGHT = 96
"""Pixels of the picture in which marks are measured."""
_BESIDE = 0.3
"""In heights of the line: room kept on both sides of the number."""
_LEAST_DIGIT = 12
"""Pixels."""
_BELOW, _TALL = 0.035, 0.215
"""In heights of a digit: how far a comma hangs below the digits, and how tall it is, at least."""
_LOW = 0.55
"""In heights of a digit: a mark begins below this."""
_WIDEST = 0.5
_SPECK = 0.006
"""In squares of the height of a digit."""


def doubtful_numbers(line: LineText) -> list[tuple[int, int]]:
    """Return where numbers stand in a line that could be other numbers if a mark in them were another one.

    They are: numbers whose groups of digits fit no way of writing ("279.244.92"), those that can be read in two ways
    ("36.575", "1,280.125"), and those with a mark that is not sure. Dates and numbers of sections are none.
    """
    found = []
    for match in _NUMBER.finditer(line.text):
        number = match[0].translate(_WIDE)
        marks = [match.start() + mark.start() for mark in _MARK.finditer(number)]
        if not marks or _DATE.fullmatch(number):
            continue
        is_sure = all(line.confidences[at] >= _SURE for at in marks if line.text[at].translate(_WIDE) in ".,")
        if not is_sure or _is_unclear(number):
            found.append(match.span())
    return found


def _is_unclear(number: str) -> bool:
    """Say whether the groups of a number fit no way of writing, or two."""
    first, *groups = _MARK.split(number)
    marks = _MARK.findall(number)
    lengths = [len(group) for group in groups]
    if len(groups) == 1:
        has_thousand = lengths[0] == 3 and len(first) <= 3 and first != "0"
        return (marks[0] != "," and has_thousand) or (marks[0] == "," and lengths[0] > 3)
    if max(lengths, default=0) < 3:
        return False
    has_fraction = marks[-1] != marks[0]
    whole = lengths[:-1] if has_fraction else lengths
    is_grouped = {*whole} == {3} and len(first) <= 3 and len({*marks[: len(whole)]}) == 1 and {*marks} <= {".", ","}
    return not is_grouped or (has_fraction and lengths[-1] == 3)


def with_marks_seen(plane: Plane, found: Sequence[BoxText]) -> list[BoxText]:
    """Look again at the points before three digits of unclear numbers; those shaped like commas are read as such.

    Args:
        plane: Dark text on light ground.
        found: What was read in the boxes of the page.
    """
    return [_with_marks_seen(plane, each) if each.turn == 0 else each for each in found]


def _with_marks_seen(plane: Plane, found: BoxText) -> BoxText:
    line = found.line
    letters, confidences = list(line.text), line.confidences.copy()
    for match in _NUMBER.finditer(line.text):
        if not _is_unclear(match[0].translate(_WIDE)):
            continue
        for at in _before_three_digits(match):
            if line.text[at] != "," and _is_comma(plane, found, match.span(), at):
                letters[at] = ","
                confidences[at] = min(confidences[at], _TURNED_SURE)
    return replace(found, line=replace(line, text="".join(letters), confidences=confidences))


def _before_three_digits(match: re.Match[str]) -> Iterator[int]:
    for mark in re.finditer(r"\D(?=\d{3}(?!\d))", match[0]):
        yield match.start() + mark.start()


def _is_comma(plane: Plane, found: BoxText, span: tuple[int, int], at: int) -> bool:
    """Say whether a mark hangs below the digits of its number, and is as tall as a comma."""
    ink, edges = _picture(plane, found, span)
    digits = [
        rows
        for place in range(span[0], span[1])
        if found.line.text[place].isdigit() and (rows := _rows(ink, *edges[place - span[0]])) is not None
    ]
    if len(digits) < 2:
        return False
    top, bottom = np.median(np.array(digits), axis=0)
    if bottom - top < _LEAST_DIGIT:
        return False
    before, after = (float(edges[place - span[0]].mean()) for place in (at - 1, at + 1))
    mark = _mark(ink, (before, after), (float(top), float(bottom)))
    if mark is None:
        return False
    return bool(mark[1] - bottom >= _BELOW * (bottom - top) and mark[1] - mark[0] >= _TALL * (bottom - top))


def _picture(plane: Plane, found: BoxText, span: tuple[int, int]) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Return the ink of a number, and where its characters begin and end in that picture."""
    (width,), (height,) = sizes(found.corners[None])
    beside = _BESIDE * float(height) / max(1.0, float(width))
    edges = found.line.edges[span[0] : span[1]]
    start, end = float(edges[0, 0]) - beside, float(edges[-1, 1]) + beside
    along, down = found.corners[1] - found.corners[0], found.corners[3] - found.corners[0]
    left = found.corners[0] + start * along
    right = found.corners[0] + end * along
    corners = np.array([left, right, right + down, left + down], np.float32)
    pixels = max(8, round((end - start) * float(width) / max(1.0, float(height)) * _HEIGHT))
    picture = cut_out(plane, corners, width=min(pixels, 40 * _HEIGHT), height=_HEIGHT)
    dark, light = np.percentile(picture, (2, 90))
    ink = np.asarray(picture < (dark + light) / 2, np.uint8)
    return ink, (edges - start) / (end - start) * ink.shape[1]


def _rows(ink: NDArray[np.uint8], left: float, right: float) -> tuple[int, int] | None:
    """Return where the largest spot of ink between two columns begins and ends."""
    import cv2

    part = np.ascontiguousarray(ink[:, max(0, int(left)) : int(np.ceil(right))])
    if not part.size:
        return None
    _, _, spots, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    if len(spots) < 2:
        return None
    _, top, _, height, _ = spots[1 + int(np.argmax(spots[1:, 4]))].tolist()
    return top, top + height


def _mark(ink: NDArray[np.uint8], sides: tuple[float, float], digits: tuple[float, float]) -> tuple[int, int] | None:
    """Return where the largest low spot between the middles of two digits begins and ends."""
    import cv2

    height = digits[1] - digits[0]
    _, _, spots, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = [
        (pixels, top, top + tall)
        for left, top, wide, tall, pixels in spots[1:].tolist()
        if sides[0] <= left + wide / 2 <= sides[1]
        and digits[0] + _LOW * height <= top <= digits[1]
        and wide <= _WIDEST * height
        and pixels >= _SPECK * height**2
    ]
    return max(found)[1:] if found else None
