"""How far what was read is from what is printed: characters, keys, places of characters, cells.

Order on the page plays no part in the share of wrong characters: every piece that was read goes to the printed line it
lies on (pieces that span several printed lines join them), and each line is compared for itself, after NFKC and without
white space. What lies on no line counts as added characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_MOST_DISTANCE = 0.6
"""In heights of a line: what lies further off belongs to no line."""
_SPANS = 0.5
_SAME_CELL = 0.6
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line of a page as printed; places in points of the level page."""

    text: str
    box: tuple[float, float, float, float]
    letters: tuple[tuple[float, float], ...] = ()
    """Where each character begins and ends; empty = not known."""
    em: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """A picture of a page and what is printed on it."""

    name: str
    condition: str
    dpi: float
    to_pixels: Numbers
    """(2, 3): points of the level page to pixels of the picture."""
    lines: tuple[PrintedLine, ...]
    keys: tuple[str, ...] = ()
    cells: tuple[tuple[float, float, float, float], ...] = ()
    """Of ruled tables."""

    def level(self, quad: Sequence[Sequence[float]]) -> Numbers:
        """Return the box around a quad of pixels in points of the level page: left, top, right, bottom."""
        matrix, shift = self.to_pixels[:, :2], self.to_pixels[:, 2]
        points = (np.array(quad) - shift) @ np.linalg.inv(matrix).T
        return np.concatenate([points.min(axis=0), points.max(axis=0)])

    def in_pixels(self, box: Sequence[float]) -> Numbers:
        """Return the upright box in the picture around a box of the level page."""
        left, top, right, bottom = box
        corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
        points = corners @ self.to_pixels[:, :2].T + self.to_pixels[:, 2]
        return np.concatenate([points.min(axis=0), points.max(axis=0)])


@dataclass(slots=True, kw_only=True)
class Score:
    """Sums over pages."""

    seconds: float = 0.0
    pages: int = 0
    characters: int = 0
    errors: int = 0
    gaps: int = 0
    """Spaces between words of Latin letters."""
    gaps_kept: int = 0
    keys: int = 0
    keys_found: int = 0
    shifts: list[float] = field(default_factory=list)
    """How far each border of a character is from where it is printed, in em."""
    numbers: int = 0
    """With points or commas."""
    numbers_wrong: int = 0
    """Read with the right digits and other marks."""
    numbers_unsaid: int = 0
    """Of these, the ones that nothing is said of."""
    cells: int = 0
    cells_found: int = 0
    cells_right: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another sum."""
        for name in self.__slots__:
            mine = getattr(self, name)
            if isinstance(mine, list):
                mine.extend(getattr(other, name))
            else:
                setattr(self, name, mine + getattr(other, name))

    @property
    def error_share(self) -> float:
        """Wrong, missing and added characters a printed character."""
        return self.errors / max(1, self.characters)


def plain(text: str) -> str:
    """Return a text after NFKC, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def score_text(page: PrintedPage, text: str, pieces: Sequence[tuple[str, Sequence[Sequence[float]]]]) -> Score:
    """Compare what was read with what is printed."""
    score = Score(pages=1, keys=len(page.keys))
    groups, strays = _groups(page, pieces)
    for members, found in groups:
        wanted = plain("".join(page.lines[index].text for index in members))
        wrong = distance(wanted, plain("".join(found)))
        score.characters += len(wanted)
        score.errors += wrong
        if wrong:
            score.notes.append(f"{page.name}: {' '.join(page.lines[i].text for i in members)} / {' '.join(found)}")
    for piece in strays:
        score.errors += len(plain(piece))
        score.notes.append(f"{page.name}: nothing / {piece}")
    whole = plain(text)
    score.keys_found = sum(plain(key) in whole for key in page.keys)
    spaced = " ".join(unicodedata.normalize("NFKC", text).split())
    for line in page.lines:
        for before, after in pairwise(line.text.split()):
            if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha():
                score.gaps += 1
                score.gaps_kept += f"{before} {after}" in spaced
    return score


def _groups(
    page: PrintedPage, pieces: Sequence[tuple[str, Sequence[Sequence[float]]]]
) -> tuple[list[tuple[list[int], list[str]]], list[str]]:
    """Return printed lines, joined where a piece spans several, with what was read there; and what lies on no line."""
    boxes = np.array([line.box for line in page.lines])
    places = [page.level(quad) for _, quad in pieces]
    groups = list(range(len(page.lines)))
    homes: list[int] = []
    for place in places:
        inside = _lines_spanned(boxes, place)
        homes.append(inside[0] if inside else -1)
        for other in inside[1:]:
            old, new = groups[other], groups[inside[0]]
            groups = [new if group == old else group for group in groups]
    result = []
    for group in {*groups}:
        members = sorted((index for index, own in enumerate(groups) if own == group), key=lambda i: boxes[i, 0])
        found = [index for index, home in enumerate(homes) if home >= 0 and groups[home] == group]
        found.sort(key=lambda index: places[index][0])
        result.append((members, [pieces[index][0] for index in found]))
    return result, [piece for (piece, _), home in zip(pieces, homes, strict=True) if home < 0]


def score_numbers(
    page: PrintedPage,
    pieces: Sequence[tuple[str, Sequence[Sequence[float]]]],
    doubtful: Sequence[Sequence[Sequence[float]]],
) -> Score:
    """Count the numbers with points and commas, those read with other ones, and those of them that nothing is said of.

    Args:
        page: What is printed.
        pieces: What was read.
        doubtful: Places that are reported because a number there may be another one.
    """
    score = Score()
    places = [page.level(quad) for quad in doubtful]
    for members, found in _groups(page, pieces)[0]:
        printed = _NUMBER.findall(plain(" ".join(page.lines[index].text for index in members)))
        read = Counter(re.findall(r"\d+(?:[.,:;]\d+)*", plain("".join(found))))
        by_digits = Counter("".join(filter(str.isdigit, number)) for number in read.elements())
        wrong = [
            number for number in (Counter(printed) - read).elements() if by_digits["".join(filter(str.isdigit, number))]
        ]
        boxes = [page.lines[index].box for index in members]
        said = any(_meet(place, box) for place in places for box in boxes)
        score.numbers += len(printed)
        score.numbers_wrong += len(wrong)
        score.numbers_unsaid += 0 if said else len(wrong)
        if wrong and not said:
            score.notes.append(f"{page.name}: nothing is said of {' '.join(wrong)}")
    return score


def _meet(one: Numbers, other: Sequence[float]) -> bool:
    return bool(one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def _lines_spanned(boxes: Numbers, place: Numbers) -> list[int]:
    """Return the printed lines a piece lies on, the nearest first; several only where it covers much of each."""
    heights = boxes[:, 3] - boxes[:, 1]
    middle = (place[1] + place[3]) / 2
    apart = np.abs(middle - (boxes[:, 1] + boxes[:, 3]) / 2) / heights
    centre = (place[0] + place[2]) / 2
    aside = np.maximum(0, np.maximum(boxes[:, 0] - centre, centre - boxes[:, 2])) / heights
    covered = np.minimum(boxes[:, 2], place[2]) - np.maximum(boxes[:, 0], place[0])
    spanned = (apart < _MOST_DISTANCE) & (covered > _SPANS * (boxes[:, 2] - boxes[:, 0]))
    order = np.argsort(apart + aside, kind="stable")
    near = [int(index) for index in order if apart[index] < 2 * _MOST_DISTANCE and aside[index] < 1.0]
    if not near:
        return []
    return near[:1] + [int(index) for index in np.flatnonzero(spanned) if index != near[0]]


def distance(one: str, other: str) -> int:
    """Return how many characters must be changed, added or taken away."""
    if one == other:
        return 0
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row[0] = row[0], number
        for index, compared in enumerate(other, 1):
            kept, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (letter != compared))
            before = kept
    return row[-1]


def score_places(page: PrintedPage, letters: Sequence[tuple[str, Sequence[Sequence[float]]]]) -> Score:
    """Compare where characters are said to stand with where they are printed, on lines that were read rightly."""
    boxes = np.array([line.box for line in page.lines])
    by_line: dict[int, list[tuple[str, Numbers]]] = {}
    for letter, quad in letters:
        place = page.level(quad)
        inside = _lines_spanned(boxes, place)
        if inside:
            by_line.setdefault(inside[0], []).append((letter, place))
    score = Score()
    for index, found in by_line.items():
        line = page.lines[index]
        found.sort(key=lambda each: each[1][0])
        printed = [span for letter, span in zip(line.text, line.letters, strict=False) if not letter.isspace()]
        read = plain("".join(letter for letter, _ in found))
        if not line.letters or read != plain(line.text) or len(found) != len(printed):
            continue
        for (_, place), (start, end) in zip(found, printed, strict=True):
            score.shifts.append(abs((place[0] + place[2]) - (start + end)) / 2 / line.em)
    return score


def score_cells(page: PrintedPage, cells: Sequence[Sequence[Sequence[float]]]) -> Score:
    """Compare cells, as upright boxes in the picture."""
    wanted = [page.in_pixels(box) for box in page.cells]
    found = [np.concatenate([np.min(quad, axis=0), np.max(quad, axis=0)]) for quad in cells]
    score = Score(cells=len(wanted), cells_found=len(found))
    taken: set[int] = set()
    for box in wanted:
        shares = [_shared(box, other) if index not in taken else 0.0 for index, other in enumerate(found)]
        if shares and max(shares) >= _SAME_CELL:
            taken.add(int(np.argmax(shares)))
            score.cells_right += 1
    return score


def _shared(one: Numbers, other: Numbers) -> float:
    """Return the area both boxes have over the area either has."""
    sides = np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2])
    if (sides <= 0).any():
        return 0.0
    common = float(sides.prod())
    return common / (float((one[2:] - one[:2]).prod()) + float((other[2:] - other[:2]).prod()) - common)
