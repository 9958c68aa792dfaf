"""Where the text of a page and its picture, read by text recognition, contradict each other.

Text recognition errs now and then, in letters that look alike most of all. A font that shows other letters than it says
errs always: each time a letter stands there, another one is seen. So single differences are left alone, and what counts
is that one letter is seen as another time after time, or once where it stands nowhere else and recognition was sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tenderlight.model.box import Box
from tenderlight.model.document import Line, Page, Word

_LIKE = (
    "0OoDQ", "1lI|iJjtf", "2Zz", "5Ss", "8B3", "6GbC", "9gq", "uvUVyY", "rnm", "aoce", "4A", "7T1", "hbn", "EF",
)  # fmt: skip
"""Letters that recognition takes for each other."""
_SURE = 0.9
_VERY_SURE = 0.97
_SHARE = 0.6
"""Of the places of a letter at which it is seen as one other."""
_LEAST_TIMES = 2
_LONGEST_LINE = 400
_MOST_LINES = 2_000
_MARGIN = 0.35
"""Of a line's height, by which words of the picture may stand higher or lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Letters that the text says and the picture does not show."""

    pairs: tuple[tuple[str, str], ...]
    """What is said, what is seen."""
    said: tuple[str, ...]
    """Lines of the text that hold such letters."""
    seen: tuple[str, ...]
    """The same lines as recognition reads them."""
    box: Box


def contradiction(layer: Page, seen: Page) -> Contradiction | None:
    """Return what contradicts the text of a page in its picture, or None if nothing does.

    Args:
        layer: The page as the file says.
        seen: The page as text recognition reads it.
    """
    stood: Counter[str] = Counter()
    taken: Counter[tuple[str, str]] = Counter()
    sure: dict[tuple[str, str], float] = {}
    lines: list[tuple[Line, str, list[tuple[str, str]]]] = []
    for line, said, text, confidence in _line_pairs(layer, seen):
        pairs = list(_replacements(said, _without_spaces(text), stood))
        taken.update(pairs)
        for pair in pairs:
            sure[pair] = max(sure.get(pair, 0), confidence)
        if pairs:
            lines.append((line, text, pairs))
    false = {pair for pair, count in taken.items() if _is_false(pair, count, stood[pair[0]], sure[pair])}
    held = [(line, text) for line, text, pairs in lines if false.intersection(pairs) and line.box is not None]
    if not held:
        return None
    boxes = [line.box for line, _ in held if line.box is not None]
    return Contradiction(
        pairs=tuple(sorted(false)),
        said=tuple(layer.text[line.start : line.end] for line, _ in held),
        seen=tuple(text for _, text in held),
        box=Box(
            left=min(box.left for box in boxes),
            top=min(box.top for box in boxes),
            right=max(box.right for box in boxes),
            bottom=max(box.bottom for box in boxes),
        ),
    )


def _is_false(pair: tuple[str, str], count: int, stood: int, sure: float) -> bool:
    if count < _SHARE * stood:
        return False
    return count >= _LEAST_TIMES or (pair[0].isdigit() and pair[1].isdigit() and sure >= _VERY_SURE)


def _line_pairs(layer: Page, seen: Page) -> Iterator[tuple[Line, str, str, float]]:
    """Yield the lines of the text, without spaces, with what stands there in the picture, and how sure that is."""
    words = sorted(seen.words, key=lambda word: word.box.top)
    for line in layer.lines[:_MOST_LINES]:
        if line.box is None or line.end - line.start > _LONGEST_LINE:
            continue
        inside = [word for word in words if _is_on(word.box, line.box)]
        inside.sort(key=lambda word: word.box.left)
        confidence = _confidence(inside)
        if inside and confidence >= _SURE:
            text = " ".join(seen.text[word.start : word.end] for word in inside)
            yield line, _without_spaces(layer.text[line.start : line.end]), text, confidence


def _is_on(word: Box, line: Box) -> bool:
    middle_x, middle_y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    margin = _MARGIN * (line.bottom - line.top)
    return line.left - 2 <= middle_x <= line.right + 2 and line.top - margin <= middle_y <= line.bottom + margin


def _confidence(words: Sequence[Word]) -> float:
    known = [word.confidence for word in words if word.confidence is not None]
    return min(known, default=0.0)


def _replacements(said: str, seen: str, stood: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield letters and digits that are seen as others; count at which of them the lines could be compared."""
    for what, start, end, other_start, other_end in SequenceMatcher(None, said, seen, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and end - start == other_end - other_start):
            stood.update(said[start:end])
        if what == "replace" and end - start == other_end - other_start:
            for ours, theirs in zip(said[start:end], seen[other_start:other_end], strict=True):
                if ours.isalnum() and theirs.isalnum() and not look_alike(ours, theirs):
                    yield ours, theirs


def look_alike(one: str, other: str) -> bool:
    """Say whether recognition takes two characters for each other."""
    return one.casefold() == other.casefold() or any(one in group and other in group for group in _LIKE)


def _without_spaces(text: str) -> str:
    return "".join(text.split())
