"""What a learned reader sees of a word: itself, its neighbours, its line, and what the rules make of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.facts.goods.known_makes import is_known
from tenderlight.facts.goods.like_numbers import ANY_UNIT
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.readers.words import Line, Word, products
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Statement, StatementKind

Signs = list[str]
"""What is seen of one word: of itself, its line and, with how far off they are before it ("-1:"), its neighbours. Each
sign weighs 1; they are in the same order each time, so that sums of their weights are the same to the last digit.
"""

_UNIT = re.compile(ANY_UNIT)
_LABEL = re.compile(r"\s*(?:[\d一二三四五六七八九十]{1,3}[.、)]\s*)?(?P<label>[^:\n|\t]{1,40}):")
_BULLET = re.compile(r"\s*(?:[-•*·▪–—]|\d{1,2}[.)、]|[(]\d{1,2}[)])\s?")
_GAP = re.compile(r"\S {2,}\S")
MONEY = re.compile(
    r"[¥€$£₽₴₹元]|(?<!\w)(?:rmb|usd|eur|cny|twd|hkd|руб|грн|euros?|gbp|kes|ngn|inr|rs|zar|xof|fcfa|mxn|cop|clp|ars|pen)(?!\w)"
)
_BOUNDS = "|;:,、。.()"
_FAR, _NEAR = 4, 2
"""Of neighbours so many words off only the shape is seen; of near ones the word itself."""
_FARTHEST_LABEL, _MOST_ABOVE = 12, 5
_LONGEST_WORD, _SHORTEST_STEM = 14, 4
_MOST_KEPT = 20_000
"""Of words whose signs are kept; most are met again."""
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
    label_end: int
    """Behind the colon, from the start of the line; 0 = no label."""
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
    of_lines = list(_signs_of_lines(lines, told))
    found: list[Signs] = []
    for number, line in enumerate(lines):
        shared = tuple(_around(of_lines, number)) if line.words else ()
        for place in range(len(line.words)):
            index = len(found)
            word = words[index]
            signs = [*_beside(word.flat, word.kind, shapes[index], ""), *shared, *_stems(word.flat)]
            signs += _said(told, words, shapes, index)
            signs += _pairs(words, shapes, index)
            signs += _place_in(line, place, of_lines[number].label_end)
            for offset in range(max(-_FAR, -index), min(_FAR, len(words) - 1 - index) + 1):
                other = words[index + offset]
                if offset and abs(offset) <= _NEAR:
                    signs += _beside(other.flat, other.kind, shapes[index + offset], f"{offset}:")
                elif offset:
                    signs += _far(other.flat, shapes[index + offset], f"{offset}:")
            found.append(list(dict.fromkeys(signs)))
    return words, found


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


@lru_cache(maxsize=_MOST_KEPT)
def _far(word: str, shape: str, before: str) -> tuple[str, ...]:
    return (before + shape, f"{before}unit") if _UNIT.fullmatch(word) else (before + shape,)


@lru_cache(maxsize=_MOST_KEPT)
def _beside(word: str, kind: str, shape: str, before: str) -> tuple[str, ...]:
    seen = (*_far(word, shape, before), f"{before}w={word[:_LONGEST_WORD]}", f"{before}k={kind}")
    return (*seen, f"{before}make") if is_known(word) else seen


@lru_cache(maxsize=_MOST_KEPT)
def _stems(word: str) -> tuple[str, ...]:
    if word[0].isalpha() and not has_han(word) and len(word) >= _SHORTEST_STEM:
        return f"<{word[:3]}", f"{word[-3:]}>", f"<{word[:5]}"
    return ()


def _said(told: _Told, words: Sequence[Word], shapes: Sequence[str], index: int) -> Iterator[str]:
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
        yield f"ks={words[index].kind} {shapes[index]}"
    if index in told.roles:
        yield f"r={told.roles[index]}"


def _pairs(words: Sequence[Word], shapes: Sequence[str], index: int) -> Iterator[str]:
    own = words[index].flat[:8]
    if index:
        yield f"{words[index - 1].flat[:8]}+{own}"
    if index + 1 < len(words):
        yield f"{own}+{words[index + 1].flat[:8]}."
    if index > 1:
        yield f"{words[index - 2].flat[:6]}+{words[index - 1].flat[:6]}+{shapes[index]}"


def _place_in(line: Line, place: int, label_end: int) -> Iterator[str]:
    """Yield where in its line a word stands, and which sign bounds the words on either side, how far off."""
    yield f"at={min(place, _MOST_PLACE)}"
    if label_end:
        yield f"value={line.words[place].start >= line.start + label_end}"
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
            f"money={bool(line.words) and MONEY.search(line.flat) is not None}",
            f"long={min(len(line.words) // _LONG, _MOST_LONG)}",
            f"kinds={kinds}",
            f"bullet={_BULLET.match(line.flat) is not None}",
            f"product={any(told.roles.get(index) == 'product' for index in inside)}",
            *([f"label={name[:20]}", f"label>{name.split()[-1][:12]}", f"label>{name[-2:]}"] if name else ["no label"]),
        ]
        meaning = next((told.meanings[index][1] for index in inside if index in told.meanings), "")
        label_end = label.end() if label is not None else 0
        yield _LineSigns(
            own=tuple(own), label=name, label_end=label_end, shape=f"{cells}{numbers}{kinds}", meaning=meaning
        )


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
