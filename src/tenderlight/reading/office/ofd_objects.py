"""What is drawn on a page of an OFD: texts letter by letter, straight lines, pictures (GB/T 33190-2016, 8 to 11)."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.layout.lines import advance_widths
from tenderlight.reading.layout.words_on_page import PageWords
from tenderlight.reading.xml_tree import attribute, child, local_name

if TYPE_CHECKING:
    from lxml import etree
    from numpy.typing import NDArray

    Boxes = NDArray[np.float64]

POINTS_A_MILLIMETRE = 72 / 25.4
_ABOVE, _BELOW = 0.88, 0.12
"""How far letters reach over and under their base line, in sizes of the font."""
_WORD_GAP = 0.6
"""A gap so wide, in sizes of the font, ends a word."""
_HIGHEST_DEPTH = 64
_MOST_NUMBERS = 100_000
_MOST_RULES = 100_000
_STRAIGHT = 0.05
"""Millimetres by which a line may lean and still be straight."""
_PATH_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")
_ENDS = {"M": 2, "L": 2, "S": 2, "B": 6, "Q": 4, "A": 7}
"""Numbers that each command of a path takes; the last two are where it ends."""
_LARGEST = 1e6
_LONGEST_PATH = 4 * 1024 * 1024

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def numbers(text: str | None) -> list[float]:
    """The numbers of a list; empty if anything in it is none, or none that can be."""
    try:
        found = [float(part) for part in (text or "").split()[:_MOST_NUMBERS]]
    except ValueError:
        return []
    return found if all(math.isfinite(number) and abs(number) <= _LARGEST for number in found) else []


class PageObjects:
    """Collects the texts and lines of one page.

    Attributes:
        hidden_characters: Characters that are set to be invisible, left out.
        pictures: Pictures.
        is_cut: Whether there was more text than may be.
    """

    def __init__(self, most_characters: int) -> None:
        self.hidden_characters = 0
        self.pictures = 0
        self.is_cut = False
        self._left = most_characters
        self._texts: list[str] = []
        self._letters: list[Boxes] = []
        self._turns: list[int] = []
        self._gaps: list[NDArray[np.bool_]] = []
        self._rules: list[tuple[float, float, float, float]] = []

    def add(self, parent: etree._Element, origin: tuple[float, float], depth: int = 0) -> None:
        """Add what is in an element, moved by `origin` millimetres."""
        for element in parent if depth <= _HIGHEST_DEPTH else ():
            name = local_name(element)
            if name == "TextObject":
                self._add_text(element, origin)
            elif name == "PathObject":
                self._add_path(element, origin)
            elif name == "ImageObject":
                self.pictures += 1
            elif name == "Appearance":
                box = numbers(attribute(element, "Boundary"))
                moved = (origin[0] + box[0], origin[1] + box[1]) if len(box) == 4 else origin
                self.add(element, moved, depth + 1)
            elif name in {"Layer", "PageBlock", "Annot"} and not _is_invisible(element):
                self.add(element, origin, depth + 1)

    def words(self) -> tuple[PageWords, Boxes]:
        """Return the words in the order of the file, and the box of each letter; all boxes in points."""
        text = "\n".join(self._texts)
        letters = np.zeros((len(text), 4))
        starts: list[int] = []
        ends: list[int] = []
        lines: list[int] = []
        at = 0
        for line, (run, boxes, gaps) in enumerate(zip(self._texts, self._letters, self._gaps, strict=True)):
            letters[at : at + len(run)] = boxes
            for start, end in _words_of(run, gaps):
                starts.append(at + start)
                ends.append(at + end)
                lines.append(line)
            at += len(run) + 1
        around = [
            (*letters[start:end, :2].min(axis=0), *letters[start:end, 2:].max(axis=0))
            for start, end in zip(starts, ends, strict=True)
        ]
        words = PageWords(
            text=text,
            starts=np.array(starts, np.int64),
            ends=np.array(ends, np.int64),
            boxes=np.array(around, np.float64).reshape(-1, 4),
            lines=np.array(lines, np.int64),
            turns=np.array([self._turns[line] for line in lines], np.int64),
            cells=np.full(len(starts), -1, np.int64),
        )
        return words, letters

    def rules(self) -> Boxes:
        """Return the straight lines, one row each: left, top, right, bottom in points."""
        return np.array(self._rules, np.float64).reshape(-1, 4) * POINTS_A_MILLIMETRE

    def _add_text(self, element: etree._Element, origin: tuple[float, float]) -> None:
        codes = [code for code in element if local_name(code) == "TextCode" and code.text]
        if _is_invisible(element):
            self.hidden_characters += sum(len("".join((code.text or "").split())) for code in codes)
            return
        placed = _Placement(element, origin)
        for code in codes:
            text = (code.text or "").strip("\r\n\t").replace("\n", " ")[: self._left]
            self.is_cut = self.is_cut or len(text) == self._left
            self._left -= len(text)
            if not text.strip():
                continue
            boxes, gaps = placed.letters(code, text)
            self._texts.append(text)
            self._letters.append(boxes)
            self._gaps.append(gaps)
            self._turns.append(placed.turn)

    def _add_path(self, element: etree._Element, origin: tuple[float, float]) -> None:
        data = child(element, "AbbreviatedData")
        if data is None or not data.text or _is_invisible(element):
            return
        matrix, (left, top) = _matrix(element), _corner(element, origin)
        for one, other in _straight_lines(data.text):
            ends = [_moved(matrix, point) for point in (one, other)]
            (x1, y1), (x2, y2) = ((x + left, y + top) for x, y in ends)
            if len(self._rules) >= _MOST_RULES:
                return
            if min(abs(x1 - x2), abs(y1 - y2)) <= _STRAIGHT:
                self._rules.append((min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))


class _Placement:
    """Where the letters of a text object stand."""

    def __init__(self, element: etree._Element, origin: tuple[float, float]) -> None:
        self._matrix = _matrix(element)
        self._corner = _corner(element, origin)
        size = numbers(attribute(element, "Size"))
        self._size = size[0] if size and size[0] > 0 else 3.5
        scale = numbers(attribute(element, "HScale"))
        self._scale = scale[0] if scale and scale[0] > 0 else 1.0
        angle = math.atan2(self._matrix[1], self._matrix[0])
        self.turn = round(angle / (math.pi / 2)) % 4
        """Clockwise quarter turns of the text: y goes downwards."""

    def letters(self, code: etree._Element, text: str) -> tuple[Boxes, NDArray[np.bool_]]:
        """Return the box of each letter in points, and before which of them a wide gap stands."""
        size = self._size
        widths = np.array(advance_widths(text), np.float64) * (size * self._scale / 1000)
        x, y = self._places(code, widths)
        moves, climbs = np.diff(x), np.abs(np.diff(y))
        reach = np.append(np.where(moves > 0, np.minimum(moves, 1.5 * widths[:-1]), widths[:-1]), widths[-1])
        gaps = np.zeros(len(text), np.bool_)
        gaps[1:] = (moves - widths[:-1] > _WORD_GAP * size) | (moves < -size) | (climbs > _WORD_GAP * size)
        return self._displayed(x, x + reach, y - _ABOVE * size, y + _BELOW * size), gaps

    def _places(self, code: etree._Element, widths: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
        """Where each letter begins on its base line, in millimetres of the object."""
        count = len(widths)
        across, down = _steps(attribute(code, "DeltaX"), count), _steps(attribute(code, "DeltaY"), count)
        if across is None:
            across = widths[:-1] if down is None else np.zeros(count - 1)
        moves = (across, np.zeros(count - 1) if down is None else down)
        starts = (numbers(attribute(code, name)) for name in ("X", "Y"))
        return tuple(
            (start[0] if start else 0.0) + np.concatenate([[0.0], np.cumsum(move)])
            for start, move in zip(starts, moves, strict=True)
        )

    def _displayed(
        self,
        left: NDArray[np.float64],
        right: NDArray[np.float64],
        top: NDArray[np.float64],
        bottom: NDArray[np.float64],
    ) -> Boxes:
        """Boxes of the object as boxes of the page in points."""
        a, b, c, d, e, f = self._matrix
        corners = [(left, top), (right, top), (left, bottom), (right, bottom)]
        xs = np.stack([a * x + c * y + e for x, y in corners]) + self._corner[0]
        ys = np.stack([b * x + d * y + f for x, y in corners]) + self._corner[1]
        boxes = np.stack([xs.min(axis=0), ys.min(axis=0), xs.max(axis=0), ys.max(axis=0)], axis=1)
        return boxes.clip(-_LARGEST, _LARGEST) * POINTS_A_MILLIMETRE


def _steps(text: str | None, count: int) -> NDArray[np.float64] | None:
    """Distances from letter to letter: numbers, or "g 3 5.5" for three times 5.5; None if there are none."""
    parts = (text or "").split()[:_MOST_NUMBERS]
    if not parts or count < 2:
        return None
    steps: list[float] = []
    at = 0
    while at < len(parts) and len(steps) < count - 1:
        if parts[at] == "g":
            given = numbers(" ".join(parts[at + 1 : at + 3]))
            if len(given) < 2:
                return None
            steps += [given[1]] * max(0, min(int(given[0]), count))
            at += 3
        else:
            given = numbers(parts[at])
            if not given:
                return None
            steps += given
            at += 1
    steps += [steps[-1]] * (count - 1 - len(steps)) if steps else [0.0] * (count - 1)
    return np.array(steps[: count - 1])


def _words_of(text: str, gaps: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where the words of a run begin and end: at white space, and at wide gaps."""
    found = []
    for word in re.finditer(r"\S+", text):
        cuts = [word.start(), *(word.start() + np.flatnonzero(gaps[word.start() + 1 : word.end()]) + 1), word.end()]
        found += [(int(start), int(end)) for start, end in pairwise(cuts)]
    return found


def _straight_lines(path: str) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    found: list[tuple[tuple[float, float], tuple[float, float]]] = []
    tokens = _PATH_TOKEN.findall(path[:_LONGEST_PATH])
    here = first = (0.0, 0.0)
    at = 0
    while at < len(tokens) and len(found) < _MOST_RULES:
        command = tokens[at]
        at += 1
        if command == "C":
            found.append((here, first))
            here = first
        elif command in _ENDS:
            given = numbers(" ".join(tokens[at : at + _ENDS[command]]))
            if len(given) < _ENDS[command]:
                return found
            end = (given[-2], given[-1])
            if command == "L":
                found.append((here, end))
            elif command in "MS":
                first = end
            here = end
            at += len(given)
    return found


def _moved(matrix: Matrix, point: tuple[float, float]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _matrix(element: etree._Element) -> Matrix:
    given = numbers(attribute(element, "CTM"))
    return (given[0], given[1], given[2], given[3], given[4], given[5]) if len(given) == 6 else _PLAIN


def _corner(element: etree._Element, origin: tuple[float, float]) -> tuple[float, float]:
    box = numbers(attribute(element, "Boundary"))
    left, top = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
    return left + origin[0], top + origin[1]


def _is_invisible(element: etree._Element) -> bool:
    return (attribute(element, "Visible") or "").strip().lower() == "false" or (
        attribute(element, "Alpha") or ""
    ).strip() == "0"
