"""PowerPoint 97-2003 files taken apart: their slides in order, each with its texts.

Format: MS-PPT, https://learn.microsoft.com/openspecs/office_file_formats/ms-ppt
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tenderlight.reading.office.compound_file import CompoundFile

_ENCRYPTED_TOKEN = 0xF3D1C4DF
_DOCUMENT, _SLIDE, _NOTES, _SLIDE_ATOM, _EDIT, _PLACES = 0x03E8, 0x03EE, 0x03F0, 0x03EF, 0x0FF5, 0x1772
_TEXTS_OF_SLIDES, _TEXTS_OF_ONE, _SHOW_INFO = 0x0FF0, 0x03F3, 0x03F9
_TEXT_HEADER, _TEXT_REFERENCE, _WIDE_TEXT, _NARROW_TEXT = 0x0F9F, 0x0F9E, 0x0FA0, 0x0FA8
_PICTURE_SHAPE, _OBJECT_REFERENCE = 0xF00A, 0x0BC1
_PICTURE = 75
_IS_HIDDEN = 0x04
_TITLES = frozenset({0, 6})
_HIGHEST_DEPTH = 40
_MOST_RECORDS = 2_000_000
_MOST_EDITS = 1000


class _Record(NamedTuple):
    """A record: what it is, and where what it holds begins and ends."""

    kind: int
    instance: int
    is_container: bool
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class Slide:
    """A slide.

    Attributes:
        texts: Its texts, titles first; lines within a text are paragraphs.
        notes: Texts of its notes.
        title: The first of its titles; None if it has none.
        is_hidden: Whether the show leaves it out.
        pictures: Pictures on it.
    """

    texts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    title: str | None = None
    is_hidden: bool = False
    pictures: int = 0


class ShowFile:
    """An opened file.

    Attributes:
        is_encrypted: Whether it is locked with a password.
        is_damaged: Whether a part of it made no sense and was left out.
    """

    def __init__(self, compound: CompoundFile) -> None:
        self._content = compound.stream("PowerPoint Document") or b""
        user = compound.stream("Current User") or b""
        token, edit = struct.unpack_from("<II", user, 12) if len(user) >= 20 else (0, 0)
        self.is_encrypted = token == _ENCRYPTED_TOKEN or compound.has("EncryptedSummary")
        self.is_damaged = False
        self._count = 0
        self._places: dict[int, int] = {}
        self._document = 0
        self._find_places(edit)
        if not self._document:
            self.is_damaged = True
            self._find_places(self._last_edit())

    def slides(self) -> Iterator[Slide]:
        """Yield the slides in the order of the show."""
        document = self._at(self._document, _DOCUMENT)
        if document is None:
            self.is_damaged = True
            return
        notes: dict[int, int] = {}
        listed: list[tuple[int, list[tuple[int, str]]]] = []
        for record in self._children(document):
            if record.kind == _TEXTS_OF_SLIDES and record.instance == 2:
                notes |= {identifier: reference for reference, identifier, _ in self._listed(record)}
            elif record.kind == _TEXTS_OF_SLIDES and record.instance == 0:
                listed += [(reference, texts) for reference, _, texts in self._listed(record)]
        for reference, texts in listed:
            yield self._slide(reference, texts, notes)

    def _slide(self, reference: int, outline: list[tuple[int, str]], notes: dict[int, int]) -> Slide:
        slide = Slide()
        record = self._at(reference, _SLIDE)
        if record is None:
            self.is_damaged = True
            found = outline
        else:
            found = self._texts(record, outline)
            self._look_at(record, slide, notes)
        titles = [text for kind, text in found if kind in _TITLES and text.strip()]
        slide.texts = titles + [text for kind, text in found if kind not in _TITLES]
        slide.title = " ".join(titles[0].split())[:1000] if titles else None
        return slide

    def _look_at(self, record: _Record, slide: Slide, notes: dict[int, int]) -> None:
        for inner in self._walk(record):
            if inner.kind == _SHOW_INFO and inner.end - inner.start >= 12:
                slide.is_hidden = bool(self._content[inner.start + 10] & _IS_HIDDEN)
            elif inner.kind == _PICTURE_SHAPE and inner.instance == _PICTURE:
                slide.pictures += 1
            elif inner.kind == _SLIDE_ATOM and inner.end - inner.start >= 20:
                page = self._at(notes.get(self._number(inner.start + 16), 0), _NOTES)
                slide.notes = [text for _, text in self._texts(page, [])] if page else []

    def _texts(self, record: _Record, outline: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Texts of a slide, each with its kind. Those that stand in the outline are referred to by number."""
        found: list[tuple[int, str]] = []
        referred: set[int] = set()
        kind = -1
        for inner in self._walk(record):
            if inner.kind == _TEXT_HEADER:
                kind = self._number(inner.start)
            elif inner.kind == _TEXT_REFERENCE:
                number = self._number(inner.start)
                if number < len(outline) and number not in referred:
                    referred.add(number)
                    found.append(outline[number])
            elif inner.kind in {_WIDE_TEXT, _NARROW_TEXT}:
                found.append((kind, self._text(inner)))
        return [one for number, one in enumerate(outline) if number not in referred] + found

    def _listed(self, record: _Record) -> Iterator[tuple[int, int, list[tuple[int, str]]]]:
        """Slides of a list: number of the place of each, its identifier, and its texts in the outline."""
        reference = identifier = kind = -1
        texts: list[tuple[int, str]] = []
        for inner in self._children(record):
            if inner.kind == _TEXTS_OF_ONE and inner.end - inner.start >= 16:
                if reference >= 0:
                    yield reference, identifier, texts
                reference, identifier, texts = self._number(inner.start), self._number(inner.start + 12), []
            elif inner.kind == _TEXT_HEADER:
                kind = self._number(inner.start)
            elif inner.kind in {_WIDE_TEXT, _NARROW_TEXT}:
                texts.append((kind, self._text(inner)))
        if reference >= 0:
            yield reference, identifier, texts

    def _text(self, record: _Record) -> str:
        content = self._content[record.start : record.end]
        if record.kind == _NARROW_TEXT:
            return content.decode("latin-1")
        return content.decode("utf-16-le", "replace")

    def _find_places(self, edit: int) -> None:
        """Read where things lie from the last edit back to the first; what a later one says goes before."""
        for _ in range(_MOST_EDITS):
            record = self._record(edit)
            if record is None or record.kind != _EDIT or record.end - record.start < 20:
                return
            before, places, document = struct.unpack_from("<III", self._content, record.start + 8)
            self._document = self._document or document
            self._add_places(places)
            if not before or before >= edit:
                return
            edit = before

    def _last_edit(self) -> int:
        """Where the last edit lies, found by going through the whole file."""
        whole = _Record(kind=0, instance=0, is_container=True, start=0, end=len(self._content))
        edits = [record.start - 8 for record in self._children(whole) if record.kind == _EDIT]
        return edits[-1] if edits else len(self._content)

    def _add_places(self, offset: int) -> None:
        record = self._record(offset)
        if record is None or record.kind != _PLACES:
            self.is_damaged = True
            return
        at = record.start
        while at + 4 <= record.end:
            head = self._number(at)
            first, count = head & 0xFFFFF, head >> 20
            at += 4
            for number in range(first, first + min(count, (record.end - at) // 4)):
                self._places.setdefault(number, self._number(at + 4 * (number - first)))
            at += 4 * count

    def _at(self, reference: int, kind: int) -> _Record | None:
        record = self._record(self._places.get(reference, len(self._content)))
        return record if record is not None and record.kind == kind else None

    def _record(self, offset: int) -> _Record | None:
        self._count += 1
        if offset + 8 > len(self._content) or self._count > _MOST_RECORDS:
            return None
        version, kind, length = struct.unpack_from("<HHI", self._content, offset)
        end = min(offset + 8 + length, len(self._content))
        return _Record(kind=kind, instance=version >> 4, is_container=version & 15 == 15, start=offset + 8, end=end)

    def _children(self, record: _Record) -> Iterator[_Record]:
        at = record.start
        while at + 8 <= record.end:
            inner = self._record(at)
            if inner is None:
                return
            yield inner._replace(end=min(inner.end, record.end))
            at = inner.end

    def _walk(self, record: _Record, depth: int = 0) -> Iterator[_Record]:
        for inner in self._children(record):
            yield inner
            if inner.is_container:
                self.is_damaged = self.is_damaged or depth >= _HIGHEST_DEPTH
                yield from self._walk(inner, depth + 1) if depth < _HIGHEST_DEPTH else ()

    def _number(self, offset: int) -> int:
        return int.from_bytes(self._content[offset : offset + 4], "little")
