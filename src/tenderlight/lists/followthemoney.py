"""FollowTheMoney entities: JSON lines, nested or not, or one JSON list; and OpenSanctions' table of targets.

An entry is an entity that is a target, or bears a topic of listing; where a file has neither (a list of one's own),
each legal entity, vessel and aircraft is. `Sanction` entities give dates and programme, one entry a data set;
`Address` and `Ownership` entities that belong to an entry are joined to it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from tenderlight.lists.entries import Draft, Entries, ReadList
from tenderlight.lists.files import ListRefused, decode_json, lines_of, records_of, text_of
from tenderlight.lists.known import code_of, known_list, list_of
from tenderlight.lists.stakes import Stakes, dataset_code, holder_of, percent_of, said_of
from tenderlight.lists.words import countries_of, date_of, day_of
from tenderlight.model.listing import NameKind
from tenderlight.model.stake import Holder, Stake
from tenderlight.model.values import Identifier, PartialDate

READER = "ftm/2"
SIMPLE_READER = "opensanctions-simple/1"
SIMPLE_COLUMNS = frozenset({"id", "schema", "name", "aliases", "countries", "identifiers", "dataset"})

PARTIES = frozenset(
    {"Person", "Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Airplane", "Asset", "Security"}
)
"""Schemata that an entry can have; a document, an address and a passport are none."""
_DOCUMENTS = frozenset(
    {"Document", "Folder", "Package", "Email", "Page", "Pages", "PlainText", "HyperText", "Workbook"}
)
_BELONGING = {"Sanction": "entity", "Address": "", "Ownership": "asset"}
"""What a nested file may write inside an entry, and by which property it belongs to that."""
UNNAMED = "list"
"""Code of the list in a file that names none."""
_LISTING_TOPICS = (
    "sanction",
    "sanction.counter",
    "debarment",
    "export.control",
    "export.risk",
    "reg.action",
    "corp.disqual",
)
_NO_LISTS = ("ext_", "ann_", "wd_", "permid", "ru_egrul", "opencorporates")
"""Beginnings of the data sets by which OpenSanctions adds to an entry what registers and others say of it."""
_NAMES = {
    "name": NameKind.NAME,
    "alias": NameKind.ALIAS,
    "weakAlias": NameKind.WEAK_ALIAS,
    "previousName": NameKind.PREVIOUS,
    "abbreviation": NameKind.WEAK_ALIAS,
}
_SCHEMES = {
    "innCode": "RU-INN",
    "ogrnCode": "RU-OGRN",
    "uscCode": "CN-USCC",
    "leiCode": "XI-LEI",
    "imoNumber": "IMO",
    "registrationNumber": "registrationNumber",
    "taxNumber": "taxNumber",
    "vatCode": "vatCode",
    "dunsCode": "XI-DUNS",
    "uniqueEntityId": "US-UEI",
    "okpoCode": "RU-OKPO",
}

_CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}")


class _Entity(msgspec.Struct):
    id: str
    schema: str
    properties: dict[str, list[str | _Entity]]
    caption: str | None = None
    datasets: list[str] = []
    target: bool | None = None
    first_seen: str | None = None
    last_seen: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plain:
    """An entity, others named by their ids."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    caption: str | None = None
    datasets: list[str]
    target: bool | None
    first_seen: str | None
    last_seen: str | None


class _Line(msgspec.Struct):
    op: str | None = None


def read(content: bytes) -> ReadList:
    """Read FollowTheMoney entities.

    Raises:
        ListRefused: `list-cut-short` if the last line is not whole; `list-damaged`, `list-empty`; `list-is-a-change` if
            the file is a delta; `list-unknown-form` if it holds documents.
    """
    found = list(_entities(content))
    if any(entity.schema in _DOCUMENTS for _, entity in found):
        raise ListRefused("list-unknown-form", "(an archive of documents, not a list)")
    owned = _Belonging(entity for _, entity in found)
    is_entry = _chooser([entity for _, entity in found])
    stakes = stakes_in(found)
    if stakes.made and not _names_targets(entity for _, entity in found):
        return stakes.finish()
    entries = Entries(READER)
    for source, entity in found:
        if entity.schema in PARTIES and is_entry(entity):
            for draft in _drafts(entity, owned, source):
                entries.add(draft)
    seen = (day_of(date_of(entity.last_seen)) for _, entity in found)
    read_entries = entries.finish(as_of=max((day for day in seen if day is not None), default=None))
    return replace(read_entries, stakes=tuple(stakes.made), problems=(*read_entries.problems, *stakes.problems()))


def _names_targets(entities: Iterable[_Plain]) -> bool:
    """Say whether a file tells who is listed; one that only says who owns whom lists nobody."""
    return any(each.target or each.schema == "Sanction" or "topics" in each.properties for each in entities)


def stakes_in(found: list[tuple[str, _Plain]]) -> Stakes:
    """Return the stakes that `Ownership` entities state, their parties by name and number."""
    by_id = {entity.id: entity for _, entity in found if entity.schema in PARTIES}
    stakes = Stakes(READER)
    for source, entity in found:
        said = entity.properties
        if entity.schema != "Ownership" or not said.get("owner") or not said.get("asset"):
            continue
        written = next(iter(said.get("percentage", ())), "")
        stated = (*said.get("sourceUrl", ()), *said.get("publisher", ()), *said.get("recordId", ()), *entity.datasets)
        for owner in said["owner"]:
            for owned in said["asset"]:
                holders = _holder(by_id.get(owner)), _holder(by_id.get(owned))
                made = None
                if holders[0] is not None and holders[1] is not None:
                    made = Stake(
                        owner=holders[0],
                        owned=holders[1],
                        percent=percent_of(written),
                        since=date_of(next(iter((*said.get("startDate", ()), *said.get("date", ()))), None)),
                        until=date_of(next(iter(said.get("endDate", ())), None)),
                        says=said_of("; ".join((*stated, f"entity {entity.id}"))),
                        list_code=dataset_code(next(iter(entity.datasets), "")),
                        place=source,
                    )
                stakes.add(made, source, written=written)
    return stakes


def _holder(entity: _Plain | None) -> Holder | None:
    if entity is None:
        return None
    numbers = tuple(
        Identifier(scheme=scheme, number=number)
        for name, scheme in _SCHEMES.items()
        for number in entity.properties.get(name, ())
        if entity.schema != "Person"
    )
    return holder_of(entity.caption or next(iter(entity.properties.get("name", ())), ""), numbers)


def _entities(content: bytes) -> Iterator[tuple[str, _Plain]]:
    if content.lstrip()[:1] == b"[":
        for index, entity in enumerate(decode_json(content, list[_Entity])):
            yield from _flat(f"/{index}", entity)
        return
    lines = list(lines_of(content))
    decoder = msgspec.json.Decoder(_Entity)
    for place, (number, line) in enumerate(lines):
        try:
            entity = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
            if _is_delta(line):
                raise ListRefused("list-is-a-change") from trouble
            is_short = place == len(lines) - 1 and "truncated" in str(trouble)
            code = "list-cut-short" if is_short else "list-damaged"
            raise ListRefused(code, f"(line {number}: {trouble})") from trouble
        yield from _flat(f"line {number}", entity)


def _flat(source: str, entity: _Entity) -> Iterator[tuple[str, _Plain]]:
    """Yield an entity, and those that a nested file writes inside it as far as they belong to an entry."""
    said: dict[str, list[str]] = {}
    for name, values in entity.properties.items():
        said[name] = [value if isinstance(value, str) else value.id for value in values]
        for value in values:
            if isinstance(value, _Entity) and value.schema in _BELONGING:
                back: list[str | _Entity] = [entity.id]
                value.properties.setdefault(_BELONGING[value.schema], back)
                yield from _flat(source, value)
    yield (
        source,
        _Plain(
            id=entity.id,
            schema=entity.schema,
            properties=said,
            caption=entity.caption,
            datasets=entity.datasets,
            target=entity.target,
            first_seen=entity.first_seen,
            last_seen=entity.last_seen,
        ),
    )


def _is_delta(line: bytes) -> bool:
    try:
        return msgspec.json.decode(line, type=_Line).op is not None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


class _Chooser:
    def __init__(self, *, by_target: bool, by_topic: bool) -> None:
        self._by_target = by_target
        self._by_topic = by_topic

    def __call__(self, entity: _Plain) -> bool:
        topics = entity.properties.get("topics", ())
        is_listed = any(topic in _LISTING_TOPICS for topic in topics)
        if self._by_target:
            # one who is only linked to somebody listed, or a politician, is a target of a collection but of no list
            return bool(entity.target) and (is_listed or not self._by_topic)
        return is_listed or not self._by_topic


def _chooser(entities: list[_Plain]) -> _Chooser:
    return _Chooser(
        by_target=any(entity.target is not None for entity in entities),
        by_topic=any("topics" in entity.properties for entity in entities),
    )


class _Belonging:
    """What other entities say of an entry: sanctions, addresses, owners."""

    def __init__(self, entities: Iterable[_Plain]) -> None:
        self.sanctions: dict[str, list[_Plain]] = {}
        self.addresses: dict[str, str] = {}
        self.captions: dict[str, str] = {}
        self.owners: dict[str, list[str]] = {}
        for entity in entities:
            self.captions[entity.id] = entity.caption or next(iter(entity.properties.get("name", ())), "")
            if entity.schema == "Sanction":
                for one in entity.properties.get("entity", ()):
                    self.sanctions.setdefault(one, []).append(entity)
            elif entity.schema == "Address":
                self.addresses[entity.id] = "; ".join(entity.properties.get("full", ()))
            elif entity.schema == "Ownership" and not entity.properties.get("endDate"):
                for one in entity.properties.get("asset", ()):
                    self.owners.setdefault(one, []).extend(entity.properties.get("owner", ()))


def _drafts(entity: _Plain, owned: _Belonging, source: str) -> Iterator[Draft]:
    """Yield an entry for each data set that sanctions the entity; one for all of them where none is told apart."""
    groups: dict[str, list[_Plain]] = {}
    for sanction in owned.sanctions.get(entity.id, ()):
        for dataset in sanction.datasets or [UNNAMED]:
            groups.setdefault(_list_code(dataset, sanction), []).append(sanction)
    if not groups:
        lists = [name for name in entity.datasets if not name.startswith(_NO_LISTS)] or entity.datasets[:1] or [UNNAMED]
        groups = {code_of(name): [] for name in lists}
    for code, sanctions in groups.items():
        draft = _draft(entity, owned, source, code, sanctions)
        # the entity's own day is that of the first list it was seen on, whichever that was
        seen = [sanction.first_seen for sanction in sanctions] or [entity.first_seen] * (len(groups) == 1)
        draft.known_listed = _earliest([day for text in seen if (day := date_of(text))])
        yield draft


def _list_code(dataset: str, sanction: _Plain) -> str:
    """Return the list: the one its authority or programme is known by ("Entity List (EL) - …"), else the data set."""
    for said in (*sanction.properties.get("program", ()), *sanction.properties.get("authority", ())):
        known = known_list(said) if dataset.startswith("us_trade_csl") else None
        if known is not None:
            return known.code
    return code_of(dataset)


def _draft(entity: _Plain, owned: _Belonging, source: str, code: str, sanctions: list[_Plain]) -> Draft:
    said = entity.properties
    draft = Draft(
        list_code=code,
        schema=entity.schema,
        source=source,
        entry=entity.id,
        countries=countries_of((*said.get("country", ()), *said.get("jurisdiction", ()))),
        addresses=[
            *said.get("address", ()),
            *(owned.addresses.get(one, "") for one in said.get("addressEntity", ())),
        ],
        identifiers=[
            Identifier(scheme=scheme, number=number)
            for name, scheme in _SCHEMES.items()
            for number in said.get(name, ())
        ],
        programmes=(*said.get("program", ()), *said.get("programId", ())),
        parents=tuple(filter(None, (owned.captions.get(one) for one in owned.owners.get(entity.id, ())))),
    )
    draft.name(entity.caption if entity.caption in said.get("name", ()) else None)
    for name, kind in _NAMES.items():
        for text in said.get(name, ()):
            draft.name(text, kind)
    _date(draft, [sanction.properties for sanction in sanctions])
    return draft


def _date(draft: Draft, sanctions: list[dict[str, list[str]]]) -> None:
    """Take the earliest days of all sanctions of one list, and the latest end if every one of them has an end."""
    start = "published" if list_of(draft.list_code).start_is_publication else "effective"
    setattr(draft, start, _earliest(_days(sanctions, "startDate")))
    draft.announced = _earliest(_days(sanctions, "listingDate"))
    if sanctions and all(said.get("endDate") for said in sanctions):
        draft.removed = max(_days(sanctions, "endDate"), key=PartialDate.iso, default=None)
    draft.programmes = (*draft.programmes, *(text for said in sanctions for text in said.get("program", ())))


def _days(sanctions: list[dict[str, list[str]]], name: str) -> list[PartialDate]:
    return [day for said in sanctions for text in said.get(name, ()) if (day := date_of(text))]


def _earliest(days: list[PartialDate]) -> PartialDate | None:
    return min(days, key=PartialDate.iso, default=None)


def read_simple(content: bytes) -> ReadList:
    """Read OpenSanctions' `targets.simple.csv`.

    Its days are those on which the collection first and last saw an entry, not days of listing.

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.
    """
    entries = Entries(SIMPLE_READER)
    last = None
    for number, row in records_of(text_of(content)):
        entries.add(_of_row(row, f"row {number}"))
        seen = day_of(date_of(row.get("last_seen")))
        last = max(filter(None, (last, seen)), default=None)
    return entries.finish(as_of=last)


def _of_row(row: dict[str, str], source: str) -> Draft:
    draft = Draft(
        list_code=code_of(row["dataset"]),
        schema=row["schema"] if row["schema"] in PARTIES else "LegalEntity",
        source=source,
        entry=row["id"],
        countries=countries_of(_parts(row["countries"])),
        addresses=list(_parts(row.get("addresses", ""))),
        identifiers=[_guessed(number) for number in _parts(row["identifiers"])],
        known_listed=date_of(row.get("first_seen")),
        programmes=tuple(_parts(row.get("sanctions", "") or row.get("program_ids", ""))),
    )
    draft.name(row["name"])
    for alias in _parts(row["aliases"]):
        draft.name(alias, NameKind.ALIAS)
    return draft


def _parts(cell: str) -> Iterator[str]:
    """Yield the values of a cell: between semicolons, in quotation marks where they hold one."""
    if '"' not in cell:
        yield from filter(None, (part.strip() for part in cell.split(";")))
        return
    for row in csv.reader([cell], delimiter=";"):
        yield from filter(None, (part.strip() for part in row))


def _guessed(number: str) -> Identifier:
    """Return an identifier of a table that does not say of what register: its form tells only a Chinese credit code."""
    compact = number.replace("-", "").replace(" ", "").upper()
    return Identifier(scheme="CN-USCC" if _CREDIT_CODE.fullmatch(compact) else "not said", number=compact)
