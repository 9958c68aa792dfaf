"""The text of a Word 97-2003 file as it lies in its streams: pieces of text, and runs of properties over them.

Positions count UTF-16 units over the whole text, as the format does; `text` has one character for each of them.
Format: MS-DOC 2.4 and 2.5, https://learn.microsoft.com/openspecs/office_file_formats/ms-doc
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tenderlight.reading.office.compound_file import CompoundFile
from tenderlight.reading.office.word_97_properties import (
    PLAIN,
    PLAIN_PARAGRAPH,
    CharacterLook,
    ParagraphLook,
    character_look,
    paragraph_look,
    short_look,
)

_MARK = 0xA5EC
_FIRST_VERSION = 0xC1
"""Word 97; before it the file was laid out otherwise."""
_IS_ENCRYPTED, _HAS_SECOND_TABLE = 0x0100, 0x0200
_COUNTS_AT, _PLACES_AT = 0x4C, 0x9A
_HEADERS, _CHARACTER_RUNS, _PARAGRAPH_RUNS, _FONTS, _PIECES = 11, 12, 13, 15, 33
_PAGE = 512
_MOST_RUNS = 1_000_000


class NotReadable(Exception):
    """The file holds no text that can be found. `code` is the problem to report."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code


class Piece(NamedTuple):
    """Text that lies together in the file."""

    start: int
    end: int
    offset: int
    """Of its first byte."""
    width: int
    """Bytes a character: 1 (code page 1252) or 2 (UTF-16)."""
    modifier: int


class _Run(NamedTuple):
    """A stretch of bytes of one look."""

    start: int
    end: int
    changes: bytes


class WordFile:
    """An opened file.

    Attributes:
        text: Every character of the file: body, then notes, headers and the rest, in the order of `counts`.
        counts: Characters of body, footnotes, headers, (nothing), comments, endnotes, text boxes, boxes in headers.
        is_damaged: Whether a part of it made no sense and was left out.

    Raises:
        NotReadable: office-encrypted, office-too-old, office-without-text or office-damaged.
    """

    def __init__(self, compound: CompoundFile, *, most_characters: int) -> None:
        self.is_damaged = False
        self._main = _main_stream(compound)
        flags = _short(self._main, 0x0A)
        if flags & _IS_ENCRYPTED:
            raise NotReadable("office-encrypted")
        self._tables = compound.stream("1Table" if flags & _HAS_SECOND_TABLE else "0Table") or b""
        self._elsewhere = compound.stream("Data") or b""
        self.counts = _numbers(self._main, _COUNTS_AT, 8)
        self._lists: list[bytes] = []
        self._pieces = self._found_pieces(most_characters)
        if not self._pieces:
            raise NotReadable("office-damaged", "There is no list of its pieces of text.")
        self.text = "".join(map(self._text_of, self._pieces))
        self._piece_starts = [piece.start for piece in self._pieces]
        self._paragraphs = sorted(self._runs(_PARAGRAPH_RUNS))
        self._paragraph_starts = [run.start for run in self._paragraphs]
        self._known: dict[bytes, ParagraphLook] = {}

    def paragraph(self, position: int) -> ParagraphLook:
        """How the paragraph is set that the character at `position` ends."""
        at = bisect_right(self._piece_starts, position) - 1
        if at < 0 or position >= self._pieces[at].end:
            return PLAIN_PARAGRAPH
        piece = self._pieces[at]
        offset = piece.offset + (position - piece.start) * piece.width
        at = bisect_right(self._paragraph_starts, offset) - 1
        if at < 0 or offset >= self._paragraphs[at].end:
            return PLAIN_PARAGRAPH
        listed = self._paragraphs[at].changes
        if listed not in self._known:
            self._known[listed] = paragraph_look(listed, self._elsewhere)
        return self._known[listed]

    def looks(self) -> list[tuple[int, int, CharacterLook]]:
        """Stretches of text that are not set plainly, by position, in order."""
        runs = sorted(
            (run.start, run.end, look)
            for run in self._runs(_CHARACTER_RUNS)
            if (look := character_look(run.changes)) != PLAIN
        )
        ends = [end for _, end, _ in runs]
        found: list[tuple[int, int, CharacterLook]] = []
        for piece in self._pieces:
            last = piece.offset + (piece.end - piece.start) * piece.width
            whole = short_look(PLAIN, piece.modifier, self._lists)
            if whole != PLAIN:
                found.append((piece.start, piece.end, whole))
            for start, end, look in runs[bisect_right(ends, piece.offset) : bisect_left(runs, (last,))]:
                first = piece.start + (max(start, piece.offset) - piece.offset) // piece.width
                after = piece.start + -(-(min(end, last) - piece.offset) // piece.width)
                found.append((first, after, short_look(look, piece.modifier, self._lists)))
                if len(found) > _MOST_RUNS:
                    raise NotReadable("office-damaged", "Its lists of properties make no sense.")
        return sorted(found)

    def header_stories(self) -> list[tuple[int, int]]:
        """Where each header and footer begins and ends, six a section (MS-DOC 2.3.1); empty ones too."""
        at, size = self._place(_HEADERS)
        first = self.counts[0] + self.counts[1]
        positions = [first + number for number in _numbers(self._tables, at, size // 4)]
        limit = first + self.counts[2]
        return [(start, min(end, limit)) for start, end in pairwise(positions[6:]) if first <= start <= end]

    def fonts(self) -> list[str]:
        """Names of the fonts by number."""
        at, size = self._place(_FONTS)
        listed = self._tables[at : at + size]
        names = []
        at = 4
        while at + 40 < len(listed):
            entry = listed[at : at + listed[at] + 1]
            names.append(entry[40:].decode("utf-16-le", "replace").partition("\0")[0])
            at += len(entry)
        return names

    def _place(self, number: int) -> tuple[int, int]:
        at, size = (*_numbers(self._main, _PLACES_AT + 8 * number, 2), 0, 0)[:2]
        return at, max(0, min(size, len(self._tables) - at))

    def _found_pieces(self, most_characters: int) -> list[Piece]:
        at, size = self._place(_PIECES)
        listed = self._tables[at : at + size]
        at = 0
        while listed[at : at + 1] == b"\x01":
            length = _short(listed, at + 1)
            self._lists.append(listed[at + 3 : at + 3 + length])
            at += 3 + length
        if listed[at : at + 1] != b"\x02":
            return []
        size = int.from_bytes(listed[at + 1 : at + 5], "little")
        return self._checked_pieces(listed[at + 5 : at + 5 + size], most_characters)

    def _checked_pieces(self, listed: bytes, most_characters: int) -> list[Piece]:
        count = max(0, (len(listed) - 4) // 12)
        positions = _numbers(listed, 0, count + 1)
        pieces: list[Piece] = []
        at = 0
        for number in range(count):
            entry = listed[4 * (count + 1) + 8 * number :][:8]
            _, place, modifier = struct.unpack("<HIH", entry)
            width = 1 if place & 0x40000000 else 2
            offset = (place & 0x3FFFFFFF) // (2 if width == 1 else 1)
            length = positions[number + 1] - positions[number]
            held = min(length, (len(self._main) - offset) // width)
            if positions[number] != at or held <= 0 or held < length:
                self.is_damaged = True
            held = min(held, most_characters - at)
            if positions[number] != at or held <= 0:
                break
            pieces.append(Piece(start=at, end=at + held, offset=offset, width=width, modifier=modifier))
            at += held
            if held < length:
                break
        return pieces

    def _text_of(self, piece: Piece) -> str:
        length = piece.end - piece.start
        content = self._main[piece.offset : piece.offset + length * piece.width]
        if piece.width == 1:
            return content.decode("cp1252", "replace")
        text = content.decode("utf-16-le", "surrogatepass")
        return text if len(text) == length else "".join(map(chr, array("H", content)))

    def _runs(self, which: int) -> Iterator[_Run]:
        """Runs of the pages of 512 bytes that hold properties of characters or paragraphs (MS-DOC 2.9.33, 2.9.174)."""
        at, size = self._place(which)
        count = max(0, (size - 4) // 8)
        entry_bytes = 1 if which == _CHARACTER_RUNS else 13
        for number in dict.fromkeys(_numbers(self._tables, at + 4 * (count + 1), count)):
            page = self._main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
            if len(page) < _PAGE or 4 * (page[-1] + 1) + entry_bytes * page[-1] >= _PAGE:
                self.is_damaged = True
                continue
            offsets = _numbers(page, 0, page[-1] + 1)
            for run in range(page[-1]):
                place = 2 * page[4 * len(offsets) + entry_bytes * run]
                listed = _listed(page, place, is_paragraph=which == _PARAGRAPH_RUNS)
                yield _Run(start=offsets[run], end=offsets[run + 1], changes=listed)


def _listed(page: bytes, place: int, *, is_paragraph: bool) -> bytes:
    if not place:
        return b""
    size = page[place]
    if not is_paragraph:
        return page[place + 1 : min(place + 1 + size, _PAGE - 1)]
    start = place + 1
    if size:
        size = 2 * size - 1
    else:
        size = 2 * page[start] if start < _PAGE else 0
        start += 1
    return page[start + 2 : min(start + size, _PAGE - 1)]


def _main_stream(compound: CompoundFile) -> bytes:
    if any("drm" in path[0].lower() for path in compound.paths):
        raise NotReadable("office-encrypted", "Its owner decides over a server who may open it.")
    main = compound.stream("WordDocument")
    if main is None:
        raise NotReadable("office-damaged" if compound.has("WordDocument") else "office-without-text")
    version = _short(main, 2)
    if len(main) < _PLACES_AT + 8 * (_PIECES + 1) or _short(main, 0) != _MARK or version < _FIRST_VERSION:
        is_old = len(main) >= 0x20 and version < _FIRST_VERSION and _short(main, 0) in {0xA5EC, 0xA5DC, 0xA5DB}
        raise NotReadable("office-too-old" if is_old else "office-damaged")
    return main


def _short(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 2], "little")


def _numbers(content: bytes, at: int, count: int) -> tuple[int, ...]:
    count = max(0, min(count, (len(content) - at) // 4))
    return struct.unpack_from(f"<{count}i", content, at) if count else ()
