"""Stories of a Word 97 file (body, headers, notes, text boxes) as paragraphs and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tenderlight.reading.blocks import Block
from tenderlight.reading.office.word_97_file import WordFile
from tenderlight.reading.office.word_97_properties import CharacterLook, RowShape
from tenderlight.reading.pdf.sign_fonts import sign
from tenderlight.reading.tables.table_edges import EdgedCell, OpenTables

_ENDS = re.compile("[\r\x07\x0c]")
_FIELD_MARKS = re.compile("([\x13-\x15])")
_SPECIAL = {
    **dict.fromkeys(range(0x20)),
    0x09: "\t", 0x0A: "\n", 0x0B: "\n", 0x0E: "\n", 0x1E: "\u2011", 0x1F: "\u00ad",
}  # fmt: skip
_HALVES = re.compile("[\ud800-\udfff]")


class WordStories:
    """Makes blocks of the stories of one file, and counts what is met on the way.

    Attributes:
        changes: Tracked insertions and deletions.
        hidden_characters: Characters of hidden text, left out.
        pictures: Pictures and drawn objects.
    """

    def __init__(self, file: WordFile) -> None:
        self.changes = 0
        self.hidden_characters = 0
        self.pictures = 0
        self._file = file
        self._cuts: list[tuple[int, int, str]] = []
        self._deleted_ends: set[int] = set()
        self._find_cuts(file.looks(), file.fonts())
        self._cut_ends = [end for _, end, _ in self._cuts]
        self._fields: list[bool] = []

    def blocks(self, start: int, end: int) -> list[Block]:
        """Paragraphs and tables of the story between two positions."""
        end = min(end, len(self._file.text))
        found: list[Block] = []
        tables = OpenTables(found)
        self._fields = []
        held = ""
        at = start
        for mark in _ENDS.finditer(self._file.text, start, max(start, end)):
            held += self._shown(at, mark.start())
            at = mark.end()
            if mark.start() in self._deleted_ends and mark[0] == "\r":
                continue
            self._end_paragraph(tables, held, mark.start())
            held = ""
        tables.at_depth(0)
        tables.paragraph(held + self._shown(at, end))
        return found

    def _end_paragraph(self, tables: OpenTables, text: str, position: int) -> None:
        look = self._file.paragraph(position)
        is_cell_mark = self._file.text[position] == "\x07"
        depth = max(look.depth, 1) if is_cell_mark else look.depth
        tables.at_depth(depth)
        if depth and look.ends_row:
            tables.paragraph(text)
            shape = look.row
            tables.end_row(shape.edges[0] if shape else None, _shapes(shape), is_header=look.is_header)
            return
        tables.paragraph(text)
        if is_cell_mark or look.ends_inner_cell:
            tables.end_cell()

    def _find_cuts(self, looks: Sequence[tuple[int, int, CharacterLook]], fonts: Sequence[str]) -> None:
        """Find what is left out of the text, and what stands there instead."""
        last_end, last_kind = -1, ""
        at = 0
        for first, end, look in looks:
            kind = "deleted" if look.is_deleted else "inserted" if look.is_inserted else ""
            self.changes += bool(kind) and (kind, first) != (last_kind, last_end)
            last_end, last_kind = end, kind
            start = max(first, at)
            if start >= end or not (look.is_deleted or look.is_hidden or look.symbol):
                continue
            shown = ""
            if look.is_deleted:
                self._deleted_ends.update(found.start() for found in _ENDS.finditer(self._file.text, start, end))
            elif look.is_hidden:
                self.hidden_characters += end - start
            elif look.symbol:
                font, code = look.symbol
                shown = sign(fonts[font] if font < len(fonts) else "", code) * (end - start)
            self._cuts.append((start, end, shown))
            at = end

    def _shown(self, start: int, end: int) -> str:
        """The text between two positions as it is shown."""
        parts: list[str] = []
        at = start
        for number in range(bisect_right(self._cut_ends, start), len(self._cuts)):
            first, after, instead = self._cuts[number]
            if first >= end:
                break
            parts += (self._file.text[at : max(first, at)], instead)
            at = max(at, after)
        parts.append(self._file.text[at:end])
        text = self._without_instructions("".join(parts))
        self.pictures += text.count("\x01") + text.count("\x08")
        text = text.translate(_SPECIAL)
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text

    def _without_instructions(self, text: str) -> str:
        """Leave out what fields are made from, and keep what they show; a field may go over several paragraphs."""
        if not self._fields and not _FIELD_MARKS.search(text):
            return text
        kept = []
        for part in _FIELD_MARKS.split(text):
            if part == "\x13":
                self._fields.append(True)
            elif part == "\x14" and self._fields:
                self._fields[-1] = False
            elif part == "\x15" and self._fields:
                self._fields.pop()
            elif not any(self._fields[-64:]):
                kept.append(part)
        return "".join(kept)


def _shapes(row: RowShape | None) -> list[EdgedCell]:
    if row is None:
        return []
    return [
        EdgedCell(
            right=right,
            continues_left=at in row.continues_left,
            continues_above=at in row.continues_above,
            starts_down=at in row.starts_down,
        )
        for at, right in enumerate(row.edges[1:])
    ]
