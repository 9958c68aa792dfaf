"""US lists as JSON, one list a file: `list_id`, `extracted`, `count`, `entities` (the form of nsfreg).

The Entity List, the Military End-User List, UFLPA, Section 1260H, NS-CMIC, the FCC Covered List, orders of withholding.
"""

from __future__ import annotations

import re

import msgspec

from tenderlight.lists.entries import Draft, Entries, ReadList
from tenderlight.lists.files import ListRefused, decode_json
from tenderlight.lists.known import KnownList, code_of, list_of
from tenderlight.lists.words import citations_of, countries_of, date_of, dates_in, day_of, identifiers_in
from tenderlight.model.listing import NameKind

READER = "us-json/1"
_ANNOUNCED = re.compile(r"Listing Date(?: \([^)]*\))?: ([^;]+)")
_PROGRAMME = re.compile(r"Program: ([^;]+)")
_PARENT = re.compile(r"(?:Subordinate institution|Subsidiary|Branch) of ([^;.]+)")
_GROUP_WORDS = {"Fishing Vessels"}


class _Entry(msgspec.Struct):
    name: str | None
    aliases: list[str] | None = None
    country: str | None = None
    address: str | None = None
    status: str | None = None
    effective_date: str | None = None
    federal_register: str | None = None
    notes: str | None = None


class _File(msgspec.Struct):
    list_id: str
    entities: list[_Entry]
    source_file: str = ""
    extracted: str | None = None
    count: int | None = None


def read(content: bytes) -> ReadList:
    """Read one list.

    Raises:
        ListRefused: `list-cut-short` if the file ends too early or has another number of entries than it says;
            `list-damaged`, `list-empty`.
    """
    file = decode_json(content, _File)
    if file.count is not None and file.count != len(file.entities):
        raise ListRefused("list-cut-short", f"(it says {file.count} entries and has {len(file.entities)})")
    known = list_of(code_of(file.list_id))
    entries = Entries(READER)
    for index, entry in enumerate(file.entities):
        entries.add(_draft(entry, known, entries, f"/entities/{index}"))
    as_of = date_of(file.extracted)
    return entries.finish(as_of=day_of(as_of), url_said=file.source_file)


def _draft(entry: _Entry, known: KnownList, entries: Entries, source: str) -> Draft:
    notes = entry.notes or ""
    citations = entry.federal_register or ""
    printed = dates_in(citations)
    dated = entries.date(entry.effective_date, source=source)
    announced = _ANNOUNCED.search(notes)
    is_vessel = entry.country in _GROUP_WORDS
    draft = Draft(
        list_code=known.code,
        schema="Vessel" if is_vessel else "LegalEntity",
        source=source,
        countries=countries_of([entry.country]),
        addresses=[entry.address] if entry.address else [],
        announced=date_of(announced[1]) if announced else None,
        identifiers=list(identifiers_in(notes.replace(": ", " "))),
        programmes=(*_PROGRAMME.findall(notes), *_status(entry.status)),
        citations=citations_of(citations),
        parents=tuple(match[1].strip() for match in _PARENT.finditer(notes)),
    )
    draft.name((entry.name or "").removeprefix("Fishing Vessel: ") if is_vessel else entry.name)
    for alias in entry.aliases or ():
        draft.name(alias, NameKind.ALIAS)
    if known.is_issued_whole:
        draft.known_listed = dated or (printed[-1] if printed else None)
    else:
        draft.effective = dated
        draft.published = printed[0] if printed else None
    return draft


def _status(written: str | None) -> tuple[str, ...]:
    """Return the state of an order where it is another than in force ("Partially Modified")."""
    return () if written is None or written.strip().lower() in {"", "active"} else (f"status: {written.strip()}",)
