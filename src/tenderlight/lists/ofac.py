"""OFAC's own files: `sdn.xml` (and `consolidated.xml`), and the older CSV files without a head.

The CSV files are a list in parts: `sdn.csv` (or `cons_prim.csv`) with `alt.csv`, `add.csv` and `sdn_comments.csv`,
joined by the entry's number. They give no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from tenderlight.lists.entries import Draft, Entries, ReadList
from tenderlight.lists.files import ListRefused, rows_of, text_of
from tenderlight.lists.words import countries_of, date_of, day_of, identifier_of, identifiers_in
from tenderlight.lists.xml_lists import all_text, root_of, text_at
from tenderlight.model.listing import NameKind
from tenderlight.model.problem import problem

XML_READER = "ofac-xml/1"
CSV_READER = "ofac-csv/1"
PARTS = {
    "sdn.csv": ("alt.csv", "add.csv", "sdn_comments.csv"),
    "cons_prim.csv": ("cons_alt.csv", "cons_add.csv", "cons_comments.csv"),
}
"""The main files of lists in parts, and their other parts, by name, as OFAC publishes them."""

_NOTHING = "-0-"
_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "entity": "Organization"}
_KINDS = {"aka": NameKind.ALIAS, "fka": NameKind.PREVIOUS, "nka": NameKind.ALIAS}
_QUOTED = re.compile(r"a\.k\.a\. '([^']+)'")
_REMARK_DATES = {
    "announced": re.compile(r"Listing Date \([^)]*\): (\d\d \w{3} \d{4})"),
    "effective": re.compile(r"Effective Date \([^)]*\): (\d\d \w{3} \d{4})"),
}
_PROGRAMMES_OF_LISTS = (
    ("CMIC", "us-ns-cmic"),
    ("NS-PLC", "us-plc"),
    ("FSE", "us-fse"),
    ("MBS", "us-ns-mbs"),
    ("UKRAINE-EO13662", "us-ssi"),
)


def read_xml(content: bytes, *, is_joined: bool = False) -> ReadList:
    """Read `sdn.xml` or `consolidated.xml`.

    Args:
        content: The file.
        is_joined: It is `consolidated.xml`, the other lists than that of the SDN joined: programmes tell them apart.

    Raises:
        ListRefused: `list-cut-short` if it ends too early, or has fewer entries than it says; `list-damaged`,
            `list-empty`.
    """
    root = root_of(content)
    found = root.findall("{*}sdnEntry")
    said = text_at(root, "publshInformation", "Record_Count")
    if said.isdigit() and int(said) != len(found):
        raise ListRefused("list-cut-short", f"(it says {said} entries and has {len(found)})")
    entries = Entries(XML_READER)
    for number, element in enumerate(found, 1):
        entries.add(_of_element(element, f"/sdnList/sdnEntry[{number}]", is_joined=is_joined))
    as_of = day_of(date_of(text_at(root, "publshInformation", "Publish_Date")))
    return entries.finish(as_of=as_of, url_said=(etree.QName(root).namespace or ""))


def _of_element(element: etree._Element, source: str, *, is_joined: bool) -> Draft:
    programmes = all_text(element, "programList", "program")
    schema = _SCHEMAS.get(text_at(element, "sdnType").lower(), "LegalEntity")
    draft = Draft(
        list_code=_code_by_programme(programmes) if is_joined else "us-sdn",
        schema=schema,
        source=source,
        entry=text_at(element, "uid"),
        programmes=tuple(programmes),
        countries=countries_of(all_text(element, "addressList", "address", "country")),
        addresses=[", ".join(_address(address)) for address in element.findall("{*}addressList/{*}address")],
    )
    draft.name(_full_name(element))
    for aka in element.findall("{*}akaList/{*}aka"):
        is_weak = text_at(aka, "category").lower() == "weak"
        kind = _KINDS.get(text_at(aka, "type").replace(".", "").lower(), NameKind.ALIAS)
        draft.name(_full_name(aka), NameKind.WEAK_ALIAS if is_weak else kind)
    for each in element.findall("{*}idList/{*}id"):
        _take_id(draft, each)
    _date_by_remarks(draft, text_at(element, "remarks"))
    return draft


def _code_by_programme(programmes: Iterable[str]) -> str:
    """Return the list of an entry of the joined file."""
    for programme in programmes:
        for beginning, code in _PROGRAMMES_OF_LISTS:
            if programme.upper().startswith(beginning):
                return code
    return "us-ofac-other"


def _take_id(draft: Draft, element: etree._Element) -> None:
    label, number = text_at(element, "idType"), text_at(element, "idNumber")
    for name in ("announced", "effective"):
        words = {"announced": "Listing Date", "effective": "Effective Date"}[name]
        if label.startswith(words):
            setattr(draft, name, date_of(number))
            return
    countries = countries_of([text_at(element, "idCountry")])
    found = identifier_of(label, number, countries[0] if countries else None)
    if found is not None:
        draft.identifiers.append(found)


def _full_name(element: etree._Element) -> str:
    last, first = text_at(element, "lastName"), text_at(element, "firstName")
    return f"{last}, {first}" if first and last else last or first


def _address(address: etree._Element) -> list[str]:
    fields = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
    return [text for field in fields if (text := text_at(address, field))]


def _date_by_remarks(draft: Draft, remarks: str) -> None:
    for name, pattern in _REMARK_DATES.items():
        found = pattern.findall(remarks)
        if found and getattr(draft, name) is None:
            setattr(draft, name, date_of(found[0]))


def read_csv(parts: Mapping[str, bytes]) -> ReadList:
    """Read a list in parts.

    Args:
        parts: The main file and whichever of its parts there are, by name.

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.

    Problems: `list-part-missing`.
    """
    main = next(name for name in PARTS if name in parts)
    is_joined = main != "sdn.csv"
    entries = Entries(CSV_READER)
    drafts: dict[str, Draft] = {}
    comments = {row[0]: row[1] for _, row in _rows(parts, PARTS[main][2], 2)}
    for number, row in _rows(parts, main, 12):
        drafts[row[0]] = _of_row(row, f"{main} row {number}", comments.get(row[0], ""), is_joined=is_joined)
    for number, row in _rows(parts, PARTS[main][0], 5):
        _owner(drafts, row[0], f"{PARTS[main][0]} row {number}").name(row[3], _KINDS.get(row[2], NameKind.ALIAS))
    for number, row in _rows(parts, PARTS[main][1], 6):
        owner = _owner(drafts, row[0], f"{PARTS[main][1]} row {number}")
        owner.addresses.append(", ".join(part for part in row[2:5] if part))
        owner.countries = tuple(dict.fromkeys((*owner.countries, *countries_of([row[4]]))))
    for draft in drafts.values():
        entries.add(draft)
    read = entries.finish(url_said=main)
    missing = [name for name in PARTS[main] if name not in parts]
    if not missing:
        return read
    note = problem("list-part-missing", step=f"lists:{CSV_READER}", detail=f"({', '.join(missing)})")
    return ReadList(entities=read.entities, reader=read.reader, url_said=main, problems=(*read.problems, note))


def _rows(parts: Mapping[str, bytes], name: str, columns: int) -> Iterable[tuple[int, list[str]]]:
    """Yield the rows of one part, "-0-" as nothing."""
    rows = list(rows_of(text_of(parts[name]))) if name in parts else []
    for place, (number, row) in enumerate(rows):
        if len(row) != columns:
            is_last = place == len(rows) - 1
            code = "list-cut-short" if is_last and len(row) < columns else "list-damaged"
            raise ListRefused(code, f"({name}, row {number}: {len(row)} cells and not {columns})")
        cells = [cell.strip() for cell in row]
        yield number, ["" if cell == _NOTHING else cell for cell in cells]


def _owner(drafts: dict[str, Draft], number: str, source: str) -> Draft:
    if number not in drafts:
        raise ListRefused("list-damaged", f"({source}: entry {number} is not in the main file; is it of another day?)")
    return drafts[number]


def _of_row(row: list[str], source: str, more_remarks: str, *, is_joined: bool) -> Draft:
    programmes = [part.strip(" []") for part in row[3].split("] [")]
    remarks = row[11] + more_remarks
    schema = _SCHEMAS.get(row[2].lower(), "Organization")
    draft = Draft(
        list_code=_code_by_programme(programmes) if is_joined else "us-sdn",
        schema=schema,
        source=source,
        entry=row[0],
        programmes=tuple(programmes),
        identifiers=list(identifiers_in(remarks)),
    )
    draft.name(row[1])
    for alias in _QUOTED.findall(remarks):
        draft.name(alias, NameKind.WEAK_ALIAS)
    _date_by_remarks(draft, remarks)
    return draft
