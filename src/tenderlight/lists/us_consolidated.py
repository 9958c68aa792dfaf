"""The US Consolidated Screening List, as CSV and as JSON: some thirteen lists of three departments in one file.

The CSV has two forms: with `_id`, and the older one without. The JSON is that of the International Trade
Administration: `results`, or the plain list of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from tenderlight.lists.entries import Draft, Entries, ReadList
from tenderlight.lists.files import ListRefused, decode_json, records_of, text_of
from tenderlight.lists.known import code_of, list_of
from tenderlight.lists.words import (
    citations_of,
    countries_of,
    date_of,
    dates_in,
    identifier_of,
    last_word_country,
    split_names,
)
from tenderlight.model.listing import ListedName, NameKind

CSV_READER = "us-csl-csv/1"
JSON_READER = "us-csl-json/1"
COLUMNS = frozenset(
    [
        "source",
        "entity_number",
        "programs",
        "name",
        "addresses",
        "federal_register_notice",
        "start_date",
        "end_date",
        "alt_names",
    ]
)

_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "entity": "Organization"}
_AFFILIATED = re.compile(r"\s+Affiliated Entity:\s+(?P<name>.+)", re.DOTALL)
_ID_DATES = {"Listing Date": "announced", "Effective Date": "effective"}


class _Address(msgspec.Struct):
    address: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country: str | None = None

    def in_line(self) -> str:
        """Return the address in one line."""
        return ", ".join(part for part in (self.address, self.city, self.state, self.postal_code, self.country) if part)


class _Id(msgspec.Struct):
    type: str | None = None
    number: str | None = None
    country: str | None = None


class _Result(msgspec.Struct):
    source: str
    name: str | None
    id: str | None = None
    entity_number: str | int | None = None
    type: str | None = None
    programs: list[str] | None = None
    addresses: list[_Address] | None = None
    federal_register_notice: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    alt_names: list[str] | None = None
    ids: list[_Id] | None = None
    country: str | None = None


class _Results(msgspec.Struct):
    results: list[_Result]
    total: int | None = None


def read_csv(content: bytes) -> ReadList:
    """Read the list as CSV.

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.
    """
    entries = Entries(CSV_READER)
    for number, row in records_of(text_of(content)):
        entries.add(_of_row(row, entries, f"row {number}"))
    return entries.finish()


def read_json(content: bytes) -> ReadList:
    """Read the list as JSON.

    Raises:
        ListRefused: `list-cut-short` if it ends too early, or has fewer results than it says; `list-damaged`,
            `list-empty`.
    """
    entries = Entries(JSON_READER)
    is_plain = content.lstrip()[:1] == b"["
    if is_plain:
        results = decode_json(content, list[_Result])
    else:
        file = decode_json(content, _Results)
        results = file.results
        if file.total is not None and file.total != len(results):
            raise ListRefused("list-cut-short", f"(it says {file.total} entries and has {len(results)})")
    for index, result in enumerate(results):
        entries.add(_of_result(result, entries, f"/{index}" if is_plain else f"/results/{index}"))
    return entries.finish()


def _of_row(row: dict[str, str], entries: Entries, source: str) -> Draft:
    code = code_of(row["source"])
    addresses = [part.strip() for part in row["addresses"].split(";") if part.strip()]
    draft = Draft(
        list_code=code,
        schema=_SCHEMAS.get(row.get("type", "").lower(), "LegalEntity"),
        source=source,
        entry=row["entity_number"],
        addresses=addresses,
        countries=countries_of(last_word_country(address) for address in addresses),
        programmes=tuple(part.strip() for part in row["programs"].split(";")),
    )
    _name(draft, row["name"], split_names(row["alt_names"], kind=NameKind.ALIAS))
    for part in row.get("ids", "").split(";"):
        _identify(draft, [piece.strip() for piece in part.split(",")])
    _date(draft, row["start_date"], row["end_date"], row["federal_register_notice"], entries)
    return draft


def _identify(draft: Draft, pieces: list[str]) -> None:
    """Take one of "CN, 91110000MA005UCQ5P, Unified Social Credit Code (USCC)", "03 Jun 2021, Listing Date (CMIC)"."""
    if len(pieces) < 2:
        return
    label = pieces[-1]
    which = _ID_DATES.get(re.sub(r"\s*\(.*", "", label))
    if which is not None:
        setattr(draft, which, date_of(pieces[-2]))
        return
    country = pieces[0] if len(pieces) == 3 and len(pieces[0]) == 2 else None
    found = identifier_of(label, pieces[-2], country)
    if found is not None:
        draft.identifiers.append(found)


def _of_result(result: _Result, entries: Entries, source: str) -> Draft:
    said = [address.country for address in result.addresses or ()] + [result.country]
    draft = Draft(
        list_code=code_of(result.source),
        schema=_SCHEMAS.get((result.type or "").lower(), "LegalEntity"),
        source=source,
        entry=str(result.entity_number or ""),
        addresses=[address.in_line() for address in result.addresses or ()],
        countries=countries_of(said),
        programmes=tuple(result.programs or ()),
    )
    _name(draft, result.name, (ListedName(text=name, kind=NameKind.ALIAS) for name in result.alt_names or ()))
    for each in result.ids or ():
        _identify(draft, [*([each.country] if each.country else []), each.number or "", each.type or ""])
    _date(draft, result.start_date, result.end_date, result.federal_register_notice, entries)
    return draft


def _name(draft: Draft, written: str | None, others: Iterator[ListedName]) -> None:
    """Name an entry; "X. Affiliated Entity: Y" of the Entity List is an entry of Y."""
    text = written or ""
    affiliated = _AFFILIATED.search(text)
    draft.name(affiliated["name"] if affiliated else text)
    draft.names.extend(others)


def _date(draft: Draft, start: str | None, end: str | None, notice: str | None, entries: Entries) -> None:
    """Date an entry.

    The Bureau of Industry and Security's start date is the day of the Federal Register (Huawei: 21 May 2019, in effect
    since 16 May); the other departments' is the day of effect.
    """
    printed = dates_in(notice or "")
    draft.citations = citations_of(notice)
    begun = entries.date(start, source=draft.source)
    draft.published = printed[0] if printed else None
    if list_of(draft.list_code).start_is_publication:
        draft.published = draft.published or begun
    elif begun is not None:
        draft.effective = begun
    draft.removed = entries.date(end, source=draft.source)
