"""What stands around a name or a sum on a page: words beside it, its label, line, row and headings, what rules say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.signs import MONEY, Signs
from tenderlight.facts.readers.words import Line, lines_in
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, LOT
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Statement
from tenderlight.model.values import SupplierValue

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*|[^\w\s]")
_LABEL = re.compile(r"\s*(?:[(]?[\d一二三四五六七八九十]{1,3}[.、)]\s*)?(?P<label>[^:\n|\t@]{1,60}):")
_SENTENCE = re.compile(r"[.;。；]\s")
_STOP = re.compile(r"[.;。；]")
_CELL = re.compile(r"[|\t]|\s{2,}")
_COLUMN = re.compile(r"[|\t]")
_NUMBERED = re.compile(r"\s*[(]?(?P<rank>\d{1,2}|[ivx]{1,4})\s?[.)、|\t]")
_ANY_LOT = re.compile(rf"{LOT.pattern}|{HEADS_WESTERN.pattern}")
_NAME = "@"
"""What stands for another name in what is seen of one."""
_STEM = 4
_NEXT, _BESIDE, _CLAUSE, _OWN = 3, 14, 12, 6
_ABOVE, _HEADINGS, _SHORT_LINE, _LEADS, _HEAD_ROWS = 8, 3, 8, 13, 30
_LOT_BEFORE, _MOST_SINCE = 400, 3
_MONEY_NEAR = 60
_FROM_OTHERS = (
    *(
        "left0 ",
        "left2 ",
        "right0 ",
        "left ",
        "right ",
        "clause< ",
        "clause> ",
        "label",
        "column",
        "cell ",
        "last cell ",
    ),
    *("rule ", "entry", "lead ", "head ", "lot word "),
)
"""What is seen of a name is told of the same name elsewhere on the page, too."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """A page with the names or sums on it that are looked at, in their order; none overlaps another."""

    notice: Notice
    statements: Sequence[Statement]
    sheet: Sheet
    names: Sequence[Piece]
    lines: Sequence[Line]
    line_of: Sequence[int]
    """By the index of a name, that of its line."""

    @cached_property
    def blanked(self) -> str:
        """The page with a sign in the place of each name: of the same length."""
        kept, position = [], 0
        for name in self.names:
            kept += [self.sheet.flat[position : name.start], _NAME.ljust(name.end - name.start)]
            position = name.end
        return "".join([*kept, self.sheet.flat[position:]])

    @cached_property
    def with_names(self) -> frozenset[int]:
        """The lines on which names stand."""
        return frozenset(self.line_of)

    @cached_property
    def has_lots(self) -> bool:
        """Whether the page speaks of lots."""
        return _ANY_LOT.search(self.sheet.flat) is not None

    @cached_property
    def keys(self) -> list[str]:
        """The names as they are compared."""
        return ["".join(filter(str.isalnum, name.flat)) for name in self.names]

    @cached_property
    def said(self) -> list[tuple[int, int, str]]:
        """Where on the page the rules state something, and what."""
        return [
            (
                anchor.start,
                anchor.end,
                f"{one.kind.value} {one.value.role if isinstance(one.value, SupplierValue) else ''}",
            )
            for one in self.statements
            for anchor in one.anchors
            if anchor.page_number == self.sheet.page.number
        ]

    def sides(self, index: int) -> tuple[str, str]:
        """Return what stands on the line of a name before and behind it."""
        name, line = self.names[index], self.lines[self.line_of[index]]
        end = line.start + len(line.flat)
        return self.blanked[line.start : name.start], self.blanked[name.end : max(name.end, end)]


def surroundings(notice: Notice, statements: Sequence[Statement], names: Sequence[Piece]) -> Surroundings:
    """Return the page on which names or sums stand.

    Args:
        notice: The document.
        statements: What the rules state of it.
        names: What is looked at on one of its pages, in its order, at least one; none overlaps another.
    """
    lines = lines_in(names[0].sheet)
    starts = [line.start for line in lines]
    return Surroundings(
        notice=notice,
        statements=statements,
        sheet=names[0].sheet,
        names=names,
        lines=lines,
        line_of=[bisect_right(starts, name.start) - 1 for name in names],
    )


def with_others(page: Surroundings, own: Sequence[Signs]) -> list[Signs]:
    """Return what is seen of each piece, and what is seen of the same words elsewhere on the page."""
    return [[*signs, *_of_others(page, own, index)] for index, signs in enumerate(own)]


def _of_others(page: Surroundings, own: Sequence[Signs], index: int) -> Iterator[str]:
    found: dict[str, None] = {}
    for other, key in enumerate(page.keys):
        if other != index and key == page.keys[index]:
            found.update(dict.fromkeys(f"elsewhere {sign}" for sign in own[other] if sign.startswith(_FROM_OTHERS)))
    yield from found


def signs_around(page: Surroundings, index: int) -> Iterator[str]:
    """Yield what stands around a piece, and what rules say of it."""
    before, behind = page.sides(index)
    yield from _beside(before, behind)
    yield from _label(before)
    yield from _above(page, page.line_of[index])
    yield from _in_row(page, index, before, behind)
    yield from _lead(page, page.line_of[index])
    yield from _of_lot(page, index)
    yield from _by_rules(page, page.names[index])


def signs_among(page: Surroundings, index: int) -> Iterator[str]:
    """Yield the place of a piece among the others of its page, and what the document is."""
    before, behind = page.sides(index)
    line = page.line_of[index]
    yield f"times {min(page.keys.count(page.keys[index]), _NEXT)}"
    if page.keys[index] in page.keys[:index]:
        yield "named before"
    yield f"money {MONEY.search(behind[:_MONEY_NEAR]) is not None} {MONEY.search(before[-_MONEY_NEAR:]) is not None}"
    numbered = _NUMBERED.match(page.lines[line].flat)
    if numbered is not None:
        yield f"rank {numbered['rank']}"
    beside = [at for at, other in enumerate(page.line_of) if other == line]
    yield f"beside {min(len(beside), 5)} {min(beside.index(index), 4)}"
    yield f"nth {min(index, _OWN)}"
    yield f"last {index == len(page.names) - 1}"
    yield f"stage {page.notice.stage.value if page.notice.stage is not None else None}"
    yield f"language {page.notice.language}"


def beginnings(text: str) -> list[str]:
    """Return the beginnings of the words of a text; pairs of signs in Chinese; one sign for all numbers."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if has_han(word):
            found += [word[at : at + 2] for at in range(len(word) - 1)] or [word]
        else:
            found.append("#" if word[0].isdecimal() else word[:_STEM])
    return found


def _beside(before: str, behind: str) -> Iterator[str]:
    left, right = beginnings(before)[::-1], beginnings(behind)
    yield from (f"left{at} {word}" for at, word in enumerate(left[:_NEXT]))
    yield from (f"right{at} {word}" for at, word in enumerate(right[:_NEXT]))
    yield f"left2 {' '.join(left[1::-1])}" if left[1:] else f"left {bool(left)}"
    yield f"right2 {' '.join(right[:2])}" if right[1:] else f"right {bool(right)}"
    yield from (f"left {word}" for word in left[:_BESIDE])
    yield from (f"far left {word}" for word in left[_NEXT:_BESIDE])
    yield from (f"right {word}" for word in right[:_BESIDE])
    yield from (f"clause< {word}" for word in beginnings(_SENTENCE.split(before)[-1])[-_CLAUSE:])
    yield from (f"clause> {word}" for word in beginnings(_STOP.split(behind, maxsplit=1)[0])[:_CLAUSE])


def _label(before: str) -> Iterator[str]:
    label = _LABEL.match(before)
    words = beginnings(label["label"]) if label is not None else []
    if label is None or not words:
        yield "no label"
        return
    yield f"label {label['label'].strip()[:30]}"
    yield f"label end {words[-1]}"
    yield from (f"label word {word}" for word in words)


def _above(page: Surroundings, line: int) -> Iterator[str]:
    """Yield what the lines above say: whether they name others, their labels, and what may be headings."""
    seen = 0
    for at in range(line - 1, max(-1, line - 1 - _ABOVE), -1):
        text = page.lines[at].flat
        if not text.strip():
            continue
        seen += 1
        if at in page.with_names:
            label = _LABEL.match(text)
            if seen == 1:
                yield "name above"
            if seen < _HEADINGS and label is not None:
                yield f"label{seen} {label['label'].strip()[-20:]}"
            continue
        words = beginnings(text)
        yield from (f"above {word}" for word in words[:_OWN])
        if len(words) < _SHORT_LINE:
            yield f"heading {text.strip()[:30]}"
            yield from (f"head {word}" for word in words)
        if seen >= _HEADINGS or len(words) < _SHORT_LINE:
            break
    if line + 1 < len(page.lines):
        yield from (f"below {word}" for word in beginnings(page.lines[line + 1].flat)[:_OWN])


def _in_row(page: Surroundings, index: int, before: str, behind: str) -> Iterator[str]:
    """Yield what the other cells of a row say, and the head of the column."""
    cells = _CELL.split(f"{before}{_NAME}{_NAME}{behind}")
    if cells[1:]:
        place = next((at for at, cell in enumerate(cells) if _NAME + _NAME in cell), 0)
        yield f"place {min(place, _OWN)}"
        for at, cell in enumerate(cells):
            if at != place:
                yield from (f"cell {word}" for word in beginnings(cell)[:_NEXT])
        yield from (f"last cell {word}" for word in beginnings(cells[-1])[:_NEXT])
    columns = len(_COLUMN.split(before))
    head = _head_of(page, page.line_of[index], columns) if columns > 1 or _COLUMN.search(behind) else ""
    if head:
        yield f"column {head[:24]}"
        yield from (f"column word {word}" for word in beginnings(head))


def _head_of(page: Surroundings, line: int, column: int) -> str:
    """Return what the nearest line above without figures has in a column."""
    for at in range(line - 1, max(-1, line - 1 - _HEAD_ROWS), -1):
        cells = _COLUMN.split(page.lines[at].flat)
        if not cells[1:]:
            break
        if not any(map(str.isdecimal, page.lines[at].flat)):
            return cells[column - 1].strip() if column <= len(cells) else ""
    return ""


def _lead(page: Surroundings, line: int) -> Iterator[str]:
    """Yield the end of the nearest line above that leads to others: "The following have been appointed:"."""
    for at in range(line - 1, max(-1, line - 1 - _LEADS), -1):
        text = page.lines[at].flat.rstrip()
        if text.endswith(":"):
            yield f"led {min(line - at, _NEXT)}"
            yield from (f"lead {word}" for word in beginnings(text)[-_CLAUSE:])
            return


def _of_lot(page: Surroundings, index: int) -> Iterator[str]:
    """Yield how many names stand between a name and the lot named last before it."""
    yield f"lots {page.has_lots}"
    name, line = page.names[index], page.lines[page.line_of[index]]
    low = max(0, name.start - _LOT_BEFORE)
    before = [*_ANY_LOT.finditer(page.sheet.flat, low, name.start)]
    if not before:
        return
    last = before[-1]
    since = sum(last.end() <= other.start < name.start for other in page.names)
    yield f"since lot {min(since, _MOST_SINCE)}"
    yield f"lot of line {last.start() >= line.start} {min(since, 2)}"
    if not since:
        yield from (f"lot word {word}" for word in beginnings(page.blanked[last.end() : name.start])[:_OWN])


def _by_rules(page: Surroundings, name: Piece) -> Iterator[str]:
    for entry in page.notice.entries:
        value = entry.value
        same = value.sheet.page.number == page.sheet.page.number
        if same and value.start < name.end and name.start < value.end:
            yield f"entry {entry.meaning.value}{' in a row' if entry.row is not None else ''}"
            yield f"entry label {entry.label[-20:]}"
            yield from (f"entry word {word}" for word in beginnings(entry.label))
    for start, end, said in page.said:
        if start < name.end and name.start < end:
            yield f"rule {said}"
