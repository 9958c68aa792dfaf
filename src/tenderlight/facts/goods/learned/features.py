"""What the reader of goods sees of a word: itself, its neighbours, its line, and what the other rules make of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenderlight._generated.makes import MAKES
from tenderlight.facts.goods.learned.tokens import Line, Word, products
from tenderlight.facts.goods.like_numbers import ANY_UNIT
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Sheet
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Statement, StatementKind

Signs = dict[str, dict[str, float]]
"""What is seen of one word: of itself and its line under "", of its neighbours under how far off they are. Each sign
weighs 1; they are in the same order each time, so that sums of their weights are the same to the last digit.
"""

_UNIT = re.compile(ANY_UNIT)
_MAKES = frozenset(make.lower() for make in MAKES)
_LABEL = re.compile(r"\s*(?:[\d一二三四五六七八九十]{1,3}[.、)]\s*)?(?P<label>[^:\n|\t]{1,40}):")
_BULLET = re.compile(r"\s*(?:[-•*·▪–—]|\d{1,2}[.)、]|[(]\d{1,2}[)])\s?")
_GAP = re.compile(r"\S {2,}\S")
_MONEY = re.compile(
    r"[¥€$£₽₴₹元]|(?<!\w)(?:rmb|usd|eur|cny|twd|hkd|руб|грн|euros?|gbp|kes|ngn|inr|rs|zar|xof|fcfa|mxn|cop|clp|ars|pen)(?!\w)"
)
_BOUNDS = "|;:,、。.()"
_FAR, _NEAR = 4, 2
"""Of neighbours so many words off only the shape is seen; of near ones the word itself."""
_FARTHEST_LABEL, _MOST_ABOVE = 12, 5
_LONGEST_WORD, _SHORTEST_STEM = 14, 4
_FARTHEST_BOUND, _MOST_BOUND = 8, 4
_MOST_NUMBERS, _MOST_PLACE, _LONG, _MOST_LONG, _MOST_FIGURES = 4, 8, 8, 6, 7
_FEWEST_BARS = 2
_THOUSANDS = re.compile(r"[., \u00a0\u202f]\d{3}(?!\d)")
_FRACTION = re.compile(r"[.,]\d{1,2}$")
_SEEN = frozenset(
    {
        StatementKind.BUYER,
        StatementKind.AGENCY,
        StatementKind.SUPPLIER,
        StatementKind.AMOUNT,
        StatementKind.DATE,
        StatementKind.PROJECT_NUMBER,
        StatementKind.TITLE,
    }
)
"""Other statements whose words the reader is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the other rules say of words, by their index."""

    meanings: Mapping[int, tuple[str, str, str]]
    """B or I (the value begins, goes on), the meaning of its label, the end of the label."""
    claims: Mapping[int, str]
    roles: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _LineSigns:
    """What is seen of a line as a whole."""

    own: tuple[str, ...]
    label: str
    shape: str
    meaning: str


def signs_of(
    notice: Notice, statements: Sequence[Statement], sheet: Sheet, lines: Sequence[Line]
) -> tuple[list[Word], list[Signs]]:
    """Return the words of the lines that have any, and what is seen of each.

    Args:
        notice: The document.
        statements: What the other rules state of it.
        sheet: One of its pages.
        lines: All lines of that page.
    """
    words = [word for line in lines for word in line.words]
    told = _told(notice, statements, sheet, words)
    shapes = [_shape(word) for word in words]
    far = [
        _weighed((shape, "unit") if _UNIT.fullmatch(word.flat) else (shape,))
        for word, shape in zip(words, shapes, strict=True)
    ]
    near = [_weighed(_beside(word, seen)) for word, seen in zip(words, far, strict=True)]
    of_lines = list(_signs_of_lines(lines, told))
    found: list[Signs] = []
    for number, line in enumerate(lines):
        shared = tuple(_around(of_lines, number)) if line.words else ()
        for place in range(len(line.words)):
            index = len(found)
            own = (*near[index], *shared, *_stems(words[index]), *_said(told, words, index), *_pairs(words, index))
            signs: Signs = {"": _weighed((*own, *_place_in(line, place, of_lines[number].label)))}
            for offset in range(max(-_FAR, -index), min(_FAR, len(words) - 1 - index) + 1):
                if offset:
                    signs[str(offset)] = near[index + offset] if abs(offset) <= _NEAR else far[index + offset]
            found.append(signs)
    return words, found


def _weighed(signs: Iterable[str]) -> dict[str, float]:
    return dict.fromkeys(signs, 1.0)


def _told(notice: Notice, statements: Sequence[Statement], sheet: Sheet, words: Sequence[Word]) -> _Told:
    starts = [word.start for word in words]
    meanings: dict[int, tuple[str, str, str]] = {}
    for entry in notice.entries:
        if entry.value.sheet.page.number != sheet.page.number:
            continue
        within = _between(words, starts, entry.value.start, entry.value.end)
        meaning = entry.meaning.value + (" in a row" if entry.row is not None else "")
        for index in within:
            meanings[index] = ("B" if index == within.start else "I", meaning, entry.label[-_LONGEST_WORD:])
    claims: dict[int, str] = {}
    for statement in statements:
        if statement.kind in _SEEN:
            for anchor in statement.anchors:
                if anchor.page_number == sheet.page.number:
                    within = _between(words, starts, anchor.start, anchor.end)
                    claims.update(dict.fromkeys(within, statement.kind.value))
    return _Told(meanings=meanings, claims=claims, roles=products(words))


def _between(words: Sequence[Word], starts: Sequence[int], start: int, end: int) -> range:
    """Return the indexes of the words that lie between two offsets."""
    first = bisect_left(starts, start)
    last = bisect_left(starts, end)
    return range(first, last - 1 if last > first and words[last - 1].end > end else last)


def _shape(word: Word) -> str:
    text = word.text
    if text == "\t" or text.startswith("  "):
        return "gap"
    if word.is_number:
        figures = min(sum(map(str.isdecimal, text)), _MOST_FIGURES)
        return f"{figures}{'.' * bool(_FRACTION.search(text))}{',' * bool(_THOUSANDS.search(text))}"
    if has_han(text):
        return "han"
    if text[0].isalpha():
        return "AB" if text.isupper() else "Ab" if text[0].isupper() else "ab"
    return text


def _beside(word: Word, shapes: Iterable[str]) -> Iterator[str]:
    yield from shapes
    yield f"w={word.flat[:_LONGEST_WORD]}"
    yield f"k={word.kind}"
    if word.flat in _MAKES:
        yield "make"


def _stems(word: Word) -> Iterator[str]:
    if word.flat[0].isalpha() and not has_han(word.flat) and len(word.flat) >= _SHORTEST_STEM:
        yield f"<{word.flat[:3]}"
        yield f"{word.flat[-3:]}>"
        yield f"<{word.flat[:5]}"


def _said(told: _Told, words: Sequence[Word], index: int) -> Iterator[str]:
    """Yield what labels, other statements and products say of a word and of those beside it."""
    if index in told.meanings:
        place, meaning, label = told.meanings[index]
        yield f"m={place}{meaning}"
        yield f"l={label}"
        yield f"mf={meaning} {words[index].is_number}"
    if index - 1 in told.meanings:
        yield f"m-1={told.meanings[index - 1][1]}"
    if index + 1 in told.meanings:
        yield f"m+1={told.meanings[index + 1][0]}{told.meanings[index + 1][1]}"
    if index in told.claims:
        yield f"c={told.claims[index]}"
    if words[index].kind:
        yield f"kr={words[index].kind} {told.roles.get(index)}"
        yield f"ks={words[index].kind} {_shape(words[index])}"
    if index in told.roles:
        yield f"r={told.roles[index]}"


def _pairs(words: Sequence[Word], index: int) -> Iterator[str]:
    own = words[index].flat[:8]
    if index:
        yield f"{words[index - 1].flat[:8]}+{own}"
    if index + 1 < len(words):
        yield f"{own}+{words[index + 1].flat[:8]}."
    if index > 1:
        yield f"{words[index - 2].flat[:6]}+{words[index - 1].flat[:6]}+{_shape(words[index])}"


def _place_in(line: Line, place: int, label: str) -> Iterator[str]:
    """Yield where in its line a word stands, and which sign bounds the words on either side, how far off."""
    yield f"at={min(place, _MOST_PLACE)}"
    if label:
        yield f"value={line.words[place].start > line.start + len(label)}"
    sides = (
        ("<", line.words[max(0, place - _FARTHEST_BOUND) : place][::-1]),
        (">", line.words[place + 1 : place + 1 + _FARTHEST_BOUND]),
    )
    for name, others in sides:
        away = next((at for at, other in enumerate(others[:_FARTHEST_BOUND]) if other.flat in _BOUNDS), None)
        if away is not None:
            yield f"{name}{others[away].flat}{min(away, _MOST_BOUND)}"
        else:
            yield f"{name}{'far' if len(others) >= _FARTHEST_BOUND else 'end'}{min(len(others), _MOST_BOUND)}"


def _signs_of_lines(lines: Sequence[Line], told: _Told) -> Iterator[_LineSigns]:
    first = 0
    for line in lines:
        inside = range(first, first + len(line.words))
        first += len(line.words)
        label = _LABEL.match(line.flat)
        name = " ".join(label["label"].split())[:30] if label is not None else ""
        cells = _cells_of(line.flat)
        kinds = "+".join(sorted({word.kind for word in line.words if word.kind}))
        numbers = min(sum(word.is_number for word in line.words), _MOST_NUMBERS)
        own = [
            f"numbers={numbers}",
            f"cells={cells}",
            f"money={bool(line.words) and _MONEY.search(line.flat) is not None}",
            f"long={min(len(line.words) // _LONG, _MOST_LONG)}",
            f"kinds={kinds}",
            f"bullet={_BULLET.match(line.flat) is not None}",
            f"product={any(told.roles.get(index) == 'product' for index in inside)}",
            *([f"label={name[:20]}", f"label>{name.split()[-1][:12]}", f"label>{name[-2:]}"] if name else ["no label"]),
        ]
        meaning = next((told.meanings[index][1] for index in inside if index in told.meanings), "")
        yield _LineSigns(own=tuple(own), label=name, shape=f"{cells}{numbers}{kinds}", meaning=meaning)


def _cells_of(line: str) -> str:
    """Return what sets the cells of a line apart."""
    if line.count("|") >= _FEWEST_BARS:
        return "|"
    if "\t" in line:
        return "tab"
    return "gap" if _GAP.search(line) else ";" if ";" in line else "-"


def _around(of_lines: Sequence[_LineSigns], number: int) -> Iterator[str]:
    """Yield what is seen of a line and of those around it."""
    yield from of_lines[number].own
    for above in range(number - 1, max(-1, number - 1 - _FARTHEST_LABEL), -1):
        if of_lines[above].label:
            yield f"above={of_lines[above].label[-12:]}"
            yield f"above: {min(number - above, _MOST_ABOVE)}"
            yield f"above m={of_lines[above].meaning}"
            break
    if number:
        yield f"line-1={of_lines[number - 1].shape}"
    if number + 1 < len(of_lines):
        yield f"line+1={of_lines[number + 1].shape}"
