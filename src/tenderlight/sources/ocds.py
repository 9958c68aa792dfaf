"""Open contracting data (OCDS 1.0, 1.1 and older drafts): releases and records, alone, in packages, lists or lines.

Each release is a notice of its own. Of a record the compiled release is read where there is one, else the history of
its fields (their last values), else each release in it. https://standard.open-contracting.org/1.1/en/schema/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tenderlight.model.problem import Problem, Severity, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.json_text import (
    GZIP_MAGIC,
    Outline,
    damage,
    decoded,
    open_json,
    unpacked,
    values,
)
from tenderlight.sources.ocds_release import SECTIONS, read_release

STEP = "read:ocds/1"
_NUMBERED = re.compile(r'"ocid"\s*:\s*"')
_LIST_OF_NOTICES = re.compile(r'"(?:releases|records)"\s*:\s*\[')
_PEEK_BYTES = 4 * 1024**2
_PACKAGE_NESTING = 3


class OcdsReader:
    """Reads open contracting data: JSON, JSON Lines, and gzip of either.

    Pointers are RFC 6901; in a file of many values (JSON Lines) the n-th value has the pointer "/n", from 0.
    """

    name = "ocds"
    version = 1
    media_types = frozenset({"application/json", "application/x-ndjson", "application/gzip"})

    def recognises(self, content: bytes) -> bool:
        """Say whether a JSON (or gzip) file is open contracting data, by the names that stand in its first 4 MiB."""
        if content.startswith(GZIP_MAGIC):
            content, _ = unpacked(content[:_PEEK_BYTES], ReadingLimits(unpacked_bytes=_PEEK_BYTES))
        text, _ = decoded(content[:_PEEK_BYTES])
        if text.lstrip("\ufeff \t\r\n\x1e")[:1] not in ("{", "["):
            return False
        is_package = _LIST_OF_NOTICES.search(text) and any(
            f'"{name}"' in text for name in ("publisher", "publishedDate")
        )
        return bool(_NUMBERED.search(text) or is_package)

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the count of notices, each notice, and what was wrong.

        Problems: gzip-damaged, gzip-too-large, encoding-guessed, text-damaged, json-damaged, json-truncated,
        json-repaired, json-too-deep, no-record-read, record-limit, and those of a release.
        """
        file = open_json(original.content, limits)
        for trouble in file.troubles:
            yield problem(trouble, step=STEP)
        yield from damage(file, step=STEP)
        yield PageCount(count=min(len(file.outline.spans), limits.records))
        yield from _notices(file.text, file.outline, limits)


def _notices(text: str, found: Outline, limits: ReadingLimits) -> Iterator[Item]:
    seen: dict[tuple[str, str], int] = {}
    count = 0
    for span, value, has_doubles in values(text, found.spans):
        place = JsonPlace(value, span.pointer)
        for doubled in place.doubled_names() if has_doubles else ():
            yield problem("duplicate-key", step=STEP, pointer=doubled.pointer)
        for item in _under(place, _PACKAGE_NESTING):
            if isinstance(item, Record) and not _is_new(item, seen):
                yield problem("duplicate-record", step=STEP, pointer=item.pointer)
                continue
            count += isinstance(item, Record)
            if count > limits.records:
                yield problem("record-limit", step=STEP, pointer=span.pointer)
                return
            yield item
    if not count:
        nothing = problem("no-record-read", step=STEP)
        is_whole = not (found.damage or found.is_too_deep)
        yield replace(nothing, severity=Severity.NOTE) if is_whole and text.strip() else nothing


def _is_new(record: Record, seen: dict[tuple[str, str], int]) -> bool:
    """Say whether this notice was not read before: the same words under the same key are the same notice."""
    said = hash(tuple((statement.kind, statement.value, statement.stage) for statement in record.statements))
    identity = (record.key, str(said))
    seen[identity] = seen.get(identity, 0) + 1
    return seen[identity] == 1


def _under(place: JsonPlace, nesting: int) -> Iterator[Record | Problem]:
    """Yield the notices of a release, a record, a package, or a list of any of these."""
    if place.is_list and nesting:
        for entry in place.entries():
            yield from _under(entry, nesting - 1)
    elif not place.is_object:
        yield problem("record-unrecognised", step=STEP, pointer=place.pointer)
    elif place.get("compiledRelease").is_object:
        yield from read_release(place.get("compiledRelease"), step=STEP, of=place)
    elif place.get("releases").is_list and place.get("releases") and nesting:
        yield from _embedded(place, nesting)
    elif place.get("versionedRelease").is_object:
        yield from read_release(place.get("versionedRelease"), step=STEP, of=place)
    elif place.get("records").is_list and nesting:
        yield from _under(place.get("records"), nesting)
    elif any(place.get(name) for name in SECTIONS):
        yield from read_release(place, step=STEP, of=place)
    else:
        yield problem("record-unrecognised", step=STEP, pointer=place.pointer)


def _embedded(place: JsonPlace, nesting: int) -> Iterator[Record | Problem]:
    """Yield the releases inside a record; those that are only links cannot be read."""
    for release in place.get("releases").entries():
        if release.get("url") and not any(release.get(name) for name in SECTIONS):
            yield problem("record-linked", step=STEP, pointer=release.pointer)
        elif release.is_object and not any(release.get(name) for name in SECTIONS):
            yield problem("record-unrecognised", step=STEP, pointer=release.pointer)
        else:
            yield from _under(release, nesting - 1)
