"""Whether nothing but what is on record was changed in what a redacted dossier shows: for whoever has the case.

Every text and every picture is made again from the case. What the dossier shows must be that, black where the record
says so and nowhere else. Without the case, a reader sees that texts and pictures are as on record, and black at those
places.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from tenderlight.cases import Case
from tenderlight.errors import UsageError
from tenderlight.evidence.anchoring import page_of
from tenderlight.pipeline.drawing import draw_pages
from tenderlight.publish.dossier_pictures import keyed_hash, keys_of
from tenderlight.publish.words_proof import (
    RecordedWords,
    Span,
    blacked_out,
    words_changed,
    words_not_as_recorded,
)

_FILE = re.compile(r"(?:pages|pictures)/[0-9a-f]{1,64}-[0-9a-f]{1,16}\.(?:json|png)")


class _Text(msgspec.Struct):
    file: str
    document: str
    spans: list[Span]
    before: str
    after: str


class _Picture(msgspec.Struct):
    file: str
    document: str
    drawn: str
    page_number: int
    dots_per_inch: int
    boxes: list[tuple[float, float, float, float]]
    before: str
    after: str


class _Record(msgspec.Struct):
    texts: list[_Text]
    pictures: list[_Picture]
    words: list[RecordedWords] = []


class _Place(msgspec.Struct):
    document: str
    page_number: int | None
    pointer: str | None
    offset: int
    text: str


def redaction_faults(case: Case, folder: Path) -> list[str]:
    """Return what does not hold of a redacted dossier, a sentence each; empty if nothing else was changed.

    Args:
        case: The case it was made from.
        folder: The dossier.

    Raises:
        UsageError: If the dossier has no record of what was blacked out.
    """
    data, record, keys = folder / "data", _record(folder), keys_of(case)
    return [
        *_text_faults(case, data, record.texts, keys),
        *_picture_faults(case, data, record.pictures, keys),
        *words_changed(case, data, record.words, keys),
    ]


def record_faults(folder: Path) -> list[str]:
    """Return what of the record of a redacted dossier does not hold, as far as can be told without the case.

    Every text and picture on record must have the hash on record, and every text must be black at the places on record.

    Args:
        folder: The dossier.

    Raises:
        UsageError: If the dossier has no record of what was blacked out.
    """
    record = _record(folder)
    faults = []
    for one in record.texts:
        text = _text_of(folder / "data" / one.file)
        if text is None or one.after != hashlib.sha256(text.encode()).hexdigest():
            faults.append(f"data/{one.file} is not the text that the record of what was blacked out is of.")
        elif any(text[span.start : span.end] != _black(text, span) for span in one.spans):
            faults.append(f"data/{one.file} is not black where the record of what was blacked out says so.")
    for picture in record.pictures:
        path = folder / "data" / picture.file
        if not path.is_file() or picture.after != hashlib.sha256(path.read_bytes()).hexdigest():
            faults.append(f"data/{picture.file} is not the picture that the record of what was blacked out is of.")
    return [*faults, *words_not_as_recorded(folder / "data", record.words)]


def has_record(folder: Path) -> bool:
    """Say whether a dossier says that something in it was blacked out."""
    return (folder / "data" / "redactions.json").is_file()


def _record(folder: Path) -> _Record:
    try:
        record = msgspec.json.decode((folder / "data" / "redactions.json").read_bytes(), type=_Record)
    except (OSError, msgspec.DecodeError, RecursionError) as trouble:
        raise UsageError(f"{folder} has no record of what was blacked out ({trouble}).") from trouble
    files = [*(one.file for one in record.texts), *(one.file for one in record.pictures)]
    misplaced = [file for file in files if not _FILE.fullmatch(file)]
    if misplaced:
        raise UsageError(f"The record of what was blacked out names {misplaced[0]:.80}, which is no file of a dossier.")
    return record


def _text_of(path: Path) -> str | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Place).text
    except (OSError, msgspec.DecodeError, RecursionError):
        return None


def _black(text: str, span: Span) -> str:
    return blacked_out(text[span.start : span.end], [(0, span.end - span.start)])


def _text_faults(case: Case, data: Path, texts: Sequence[_Text], keys: Mapping[str, str]) -> Iterator[str]:
    on_record = {one.file: one for one in texts}
    for path in sorted((data / "pages").glob("*.json")):
        name = f"pages/{path.name}"
        place = msgspec.json.decode(path.read_bytes(), type=_Place)
        was = _as_read(case, place)
        if was is None:
            yield f"{name} is of a place that the case does not know."
            continue
        said = on_record.pop(name, None)
        spans = [] if said is None else [(span.start, span.end) for span in said.spans]
        if place.text != blacked_out(was, spans):
            yield f"{name} differs from what was read in more than is on record."
        if said is not None and said.before != keyed_hash(keys.get(said.document, ""), was.encode()):
            yield f"{name}: what was read has another hash than is on record."
        if said is not None and said.after != hashlib.sha256(place.text.encode()).hexdigest():
            yield f"{name} has another hash than is on record."
    yield from (f"{name} is on record and not there." for name in on_record)


def _as_read(case: Case, place: _Place) -> str | None:
    reading = case.load_reading(place.document)
    if reading is None:
        return None
    if place.page_number is not None:
        page = page_of(reading, place.page_number)
        return None if page is None else page.text
    values = [field.text for record in reading.records for field in record.fields if field.pointer == place.pointer]
    values += [
        anchor.text
        for record in reading.records
        for statement in record.statements
        for anchor in statement.anchors
        if anchor.pointer == place.pointer and anchor.start == place.offset
    ]
    return next((value for value in values if len(value) == len(place.text)), None)


def _picture_faults(case: Case, data: Path, pictures: Sequence[_Picture], keys: Mapping[str, str]) -> Iterator[str]:
    for one in pictures:
        path = data / one.file
        shown = path.read_bytes() if path.is_file() else b""
        numbers = {one.drawn: (one.page_number,)}
        boxes = {one.drawn: tuple((one.page_number, box) for box in one.boxes)}
        before = _drawn(case, numbers, one.dots_per_inch, {})
        if shown != _drawn(case, numbers, one.dots_per_inch, boxes):
            yield f"{one.file} is not the page with the boxes on record black and nothing else changed."
        if one.before != keyed_hash(keys.get(one.document, ""), before):
            yield f"{one.file}: the page has another hash than is on record."
        if one.after != hashlib.sha256(shown).hexdigest():
            yield f"{one.file} has another hash than is on record."


def _drawn(
    case: Case,
    numbers: Mapping[str, tuple[int, ...]],
    dots_per_inch: int,
    black: Mapping[str, tuple[tuple[int, tuple[float, float, float, float]], ...]],
) -> bytes:
    found = draw_pages(case, numbers, dots_per_inch=dots_per_inch, black=black)
    return next((picture.png for _, picture in found), b"")
