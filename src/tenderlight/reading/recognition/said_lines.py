"""Lines of a text held against the picture of their page.

A text layer can say what it likes; people read the picture. Here the places at which the text says its lines stand are
cut out of the picture and read, by the pixels alone, and the two are held against each other. A line that reads the
same at once is done. One that does not is read twice more, closely and in two cuts: a difference is sure only if every
reading shows it, is confident of what it shows, and finds what the text says there impossible. Digits are forgiven
nothing that letters are not; letters that look alike are.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.close_reading import (
    CloseLetter,
    CloseLine,
    known_letters,
    plain_letter,
    read_closely,
)
from tenderlight.reading.recognition.contradictions import look_alike
from tenderlight.reading.recognition.ink import ink_of
from tenderlight.reading.recognition.readings import read_boxes
from tenderlight.reading.recognition.seen_lines import Difference, SaidLine, Seen, SeenLine
from tenderlight.reading.recognition.slanted_boxes import is_tall, line_picture

if TYPE_CHECKING:
    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.page_pixels import PagePixels
    from tenderlight.reading.recognition.readings import BoxText
    from tenderlight.reading.recognition.slanted_boxes import Corners, Plane

_MARGINS = (0.12, 0.25)
"""Of a line's height, by which its box is cut out larger, in the two close readings."""
_STRETCHES = (1.0, 1.4)
"""Of its width, in the two: neighbours that are equal run together in a narrow picture."""
_LEAST_CONTRAST = 24
"""Of 255, between what is lightest and darkest in a line."""
_FEW = 2
"""Characters of a line that is higher than wide though its text lies level."""
_SURE = 0.9
_LEAST_CONFIDENT = 0.8
"""Mean confidence of a line under which nothing that differs is sure."""
_MOST_UNREAD = 0.1
"""Share of a line's ink that no character accounts for, from which on nothing is told of it."""
_STROKES = frozenset("1il|")
"""What a rule beside a line may be read as."""
_MOST_DECIMALS = 2
_SEPARATORS = frozenset(".,")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A character as it is compared."""

    letter: str
    offset: int
    """Of the character in its text."""


def compare_lines(pixels: PagePixels, lines: Sequence[SaidLine], models: Models) -> tuple[SeenLine, ...]:
    """Return what the picture of a page shows in the place of each line, in the same order.

    Args:
        pixels: The page as displayed.
        lines: What its text says, and where.
        models: See `load_models`.
    """
    if not lines:
        return ()
    page = _Page(pixels)
    cuts = [[page.corners(line, margin) for margin in _MARGINS] for line in lines]
    found = read_boxes(page.plain, np.stack([corners for corners, *_ in cuts]), models)
    return tuple(
        _compared(line, page, corners, each, models) for line, corners, each in zip(lines, cuts, found, strict=True)
    )


class _Page:
    """The picture of a page: as it is, and with its seals faded, which costs as much as reading eight lines."""

    def __init__(self, pixels: PagePixels) -> None:
        self._pixels = pixels
        self._scale = np.array([pixels.width / pixels.width_points, pixels.height / pixels.height_points], np.float32)

    @functools.cached_property
    def plain(self) -> Plane:
        """How bright each pixel is."""
        import cv2

        return np.asarray(cv2.cvtColor(self._pixels.array, cv2.COLOR_RGB2GRAY), np.uint8)

    @functools.cached_property
    def without_seals(self) -> Plane:
        """The same with seals faded."""
        return ink_of(self._pixels.array, points_a_pixel=float(2 / self._scale.sum())).plane

    def is_even(self, corners: Corners) -> bool:
        """Say whether nothing stands out in a box: people see nothing there, whatever a machine may make of it."""
        (left, top), (right, bottom) = np.floor(corners.min(axis=0)), np.ceil(corners.max(axis=0))
        height, width = self.plain.shape
        part = self.plain[
            max(0, int(top)) : max(0, min(height, int(bottom))), max(0, int(left)) : max(0, min(width, int(right)))
        ]
        return not part.size or int(part.max()) - int(part.min()) < _LEAST_CONTRAST

    def corners(self, line: SaidLine, margin: float) -> Corners:
        """Return the corners of a line, in pixels, with a margin. One of one or two characters is made to lie level."""
        box = line.box
        more = margin * min(box.height, box.width)
        aside = more
        if len(line.text.strip()) <= _FEW and box.height > box.width:
            more = margin * box.height
            aside = more + (box.height - box.width) / 2
        left, top, right, bottom = box.left - aside, box.top - more, box.right + aside, box.bottom + more
        corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
        return np.asarray(corners * self._scale, np.float32)


def _compared(line: SaidLine, page: _Page, cuts: Sequence[Corners], found: BoxText, models: Models) -> SeenLine:
    said = _units(line.text)
    is_unread = not found.line.ink and not found.line.text.strip()
    if said and (is_unread or page.is_even(cuts[0])):
        return SeenLine(seen=Seen.BLANK)
    if not said or _letters(said) == _letters(_units(found.line.text)):
        return SeenLine(seen=Seen.READ, text=found.line.text)
    if is_tall(cuts[0][None])[0]:
        return SeenLine(seen=Seen.UNCLEAR, text=found.line.text)
    readings = [
        read_closely(line_picture(page.without_seals, corners, squeeze=stretch), models)
        for corners, stretch in zip(cuts, _STRETCHES, strict=True)
    ]
    first = readings[0]
    if any(_letters(said) == _letters(_units(reading.text)) for reading in readings):
        return SeenLine(seen=Seen.READ, text=line.text)
    is_poor = any(_confidence(reading) < _LEAST_CONFIDENT or reading.unread > _MOST_UNREAD for reading in readings)
    if is_poor or _is_only_in_other_order(line.text, first.text):
        return SeenLine(seen=Seen.UNCLEAR, text=first.text)
    known = known_letters(models.alphabet)
    lists = [_differences(line.text, said, reading, known) for reading in readings]
    return SeenLine(seen=Seen.READ, text=first.text, differences=_agreed(lists))


def _is_only_in_other_order(one: str, other: str) -> bool:
    """Say whether two lines are made of the same words: where two directions of writing meet, their order is open."""
    return sorted(one.split()) == sorted(other.split())


def _confidence(line: CloseLine) -> float:
    return sum(one.confidence for one in line.letters) / max(1, len(line.letters))


def _agreed(lists: Sequence[Sequence[Difference]]) -> tuple[Difference, ...]:
    """Return the differences of the first reading that the others have too; they are sure if all are."""
    agreed = []
    for one in lists[0]:
        meeting = [
            [other for other in others if other.start < one.end and one.start < other.end] for others in lists[1:]
        ]
        if all(meeting):
            is_sure = one.is_sure and all(any(other.is_sure for other in others) for others in meeting)
            agreed.append(Difference(start=one.start, end=one.end, is_sure=is_sure))
    return tuple(agreed)


def _units(text: str) -> list[_Unit]:
    """Return the letters and digits of a text as they are compared, and the signs that part the digits of a number."""
    units = [
        _Unit(letter, offset)
        for offset, written in enumerate(text)
        for letter in plain_letter(written)
        if letter.isalnum() or letter in _SEPARATORS
    ]
    between = {
        index
        for index, unit in enumerate(units[1:-1], 1)
        if unit.letter in _SEPARATORS and units[index - 1].letter.isdigit() and units[index + 1].letter.isdigit()
    }
    return [unit for index, unit in enumerate(units) if unit.letter not in _SEPARATORS or index in between]


def _letters(units: Sequence[_Unit]) -> str:
    return "".join(unit.letter for unit in units)


def _differences(text: str, said: Sequence[_Unit], reading: CloseLine, known: frozenset[str]) -> list[Difference]:
    read = _units(reading.text)
    found = []
    matcher = SequenceMatcher(None, _letters(said), _letters(read), autojunk=False)
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        if what == "equal":
            continue
        block = _Block(said, read, reading, (start, end), (other_start, other_end))
        if block.is_forgiven:
            continue
        first, past = block.offsets(len(text))
        found.append(Difference(start=first, end=past, is_sure=block.is_sure(known)))
    return found


class _Block:
    """A run of characters of the text, and the run of characters that was read instead."""

    def __init__(
        self,
        said: Sequence[_Unit],
        read: Sequence[_Unit],
        reading: CloseLine,
        said_span: tuple[int, int],
        read_span: tuple[int, int],
    ) -> None:
        self._all_said, self._said_span = said, said_span
        self._all_read, self._read_span = read, read_span
        self._said = said[slice(*said_span)]
        self._read = read[slice(*read_span)]
        self._reading = reading
        letters = reading.letters
        self._seen: list[CloseLetter] = [letters[unit.offset] for unit in self._read]
        self._before = [letters[read[read_span[0] - 1].offset]] if read_span[0] else []
        self._after = [letters[read[read_span[1]].offset]] if read_span[1] < len(read) else []

    @property
    def _is_parted_otherwise(self) -> bool:
        """Whether only signs that part the digits of a number differ."""
        return all(unit.letter in _SEPARATORS for unit in (*self._said, *self._read))

    @staticmethod
    def _figure(units: Sequence[_Unit], span: tuple[int, int]) -> str:
        """Return the number that a block stands in, whatever parts its thousands: its digits, a point, two decimals."""
        start, end = span
        while start and (units[start - 1].letter.isdigit() or units[start - 1].letter in _SEPARATORS):
            start -= 1
        while end < len(units) and (units[end].letter.isdigit() or units[end].letter in _SEPARATORS):
            end += 1
        written = _letters(units[start:end]).replace(",", ".")
        whole, point, decimals = written.rpartition(".")
        if not point or len(decimals) > _MOST_DECIMALS:
            whole, decimals = written, ""
        return f"{whole.replace('.', '')}.{decimals.ljust(_MOST_DECIMALS, '0')}"

    @property
    def is_forgiven(self) -> bool:
        """Whether the two look alike, and the one is possible where the other was read; or part a number alike."""
        if self._is_parted_otherwise:
            said, read = self._figure(self._all_said, self._said_span), self._figure(self._all_read, self._read_span)
            return said == read
        return self._looks_alike and all(map(self._is_possible, self._said))

    @property
    def _looks_alike(self) -> bool:
        """Whether recognition takes the letters of the two for each other; two digits it must not."""
        said = [unit.letter for unit in self._said if unit.letter not in _SEPARATORS]
        read = [unit.letter for unit in self._read if unit.letter not in _SEPARATORS]
        return len(said) == len(read) and all(
            look_alike(one, other) and not (one.isdigit() and other.isdigit())
            for one, other in zip(said, read, strict=True)
        )

    def is_sure(self, known: frozenset[str]) -> bool:
        """Say whether the picture shows something else beyond doubt."""
        if any(unit.letter not in known for unit in self._said) or any(one.confidence < _SURE for one in self._seen):
            return False
        if self._said:
            is_alike = self._looks_alike and not self._is_parted_otherwise
            return not is_alike and not all(map(self._is_possible, self._said))
        is_at_edge = self._said_span[0] in {0, len(self._all_said)}
        return not is_at_edge and not all(unit.letter in _STROKES for unit in self._read)

    def _is_possible(self, unit: _Unit) -> bool:
        """Say whether a character of the text may stand between the neighbours of the block.

        Where a neighbour is the same character, the step beside it tells of the neighbour.
        """
        first = self._before[0].end if self._before else 0
        past = self._after[0].start if self._after else len(self._reading.possible)
        if self._before and unit.letter in plain_letter(self._before[0].letter):
            first += 1
        if self._after and unit.letter in plain_letter(self._after[0].letter):
            past -= 1
        return any(unit.letter in possible for possible in self._reading.possible[first:past])

    def offsets(self, length: int) -> tuple[int, int]:
        """Return where it stands in the text; around it, if the text has nothing there."""
        start, end = self._said_span
        if start == end:
            start, end = max(0, start - 1), min(len(self._all_said), end + 1)
        units = self._all_said[start:end]
        return (units[0].offset, units[-1].offset + 1) if units else (0, length)
