"""Lists of single issuers: the annexes of EU acts as tables, the Denied Persons List, the UFLPA page."""

from __future__ import annotations

import re

from tenderlight.lists.entries import Draft, Entries, ReadList
from tenderlight.lists.files import ListRefused, records_of, text_of
from tenderlight.lists.words import (
    citations_of,
    countries_of,
    dates_in,
    last_word_country,
    split_names,
)
from tenderlight.model.listing import NameKind
from tenderlight.model.values import Identifier

EU_READER = "eu-journal-csv/1"
EU_COLUMNS = frozenset({"celex", "recordid", "programkey", "annex", "startdate", "schema", "name", "alias"})
DENIED_READER = "us-denied-persons/1"
DENIED_COLUMNS = frozenset({"name", "effective_date", "expiration_date", "standard_order", "fr_citation"})
UFLPA_READER = "us-uflpa-page/1"
UFLPA_HEADS = (("name of entity", "effective date"), ("entity name", "effective date"))

_EU_NUMBERS = {
    "inncode": "RU-INN",
    "ogrncode": "RU-OGRN",
    "leicode": "XI-LEI",
    "imonumber": "IMO",
    "registrationnumber": "registrationNumber",
    "taxnumber": "taxNumber",
}
_CREDIT_CODE = re.compile(r"\b\d{8}[0-9A-Z]{10}\b")
_SAYS_ALIAS = r"(?:(?:and |including )?(?:\w+ )?alias(?:es)?:|(?:and )?(?:also|formerly) known as)"
_ALIASES = re.compile(rf"\s*\((?P<names>{_SAYS_ALIAS}.+)\)", re.IGNORECASE | re.DOTALL)
_PIECE = re.compile(rf"(?P<says>{_SAYS_ALIAS})?\s*(?P<name>.+)", re.IGNORECASE | re.DOTALL)
_PARTS = re.compile(
    r";\s*(?:and\s+)?| and (?=(?:also|formerly) known as)|(?<=Co\.) and |(?<=Ltd\.) and |(?<=Limited) and ",
)
_AND_MORE = re.compile(r"(?i),?\s*and (?:its )?(?:subsidiaries|subordinate.*|affiliated.*)$")


def read_eu(content: bytes) -> ReadList:
    """Read an annex of an EU act as a table, one row a name (OpenSanctions' transcriptions).

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.
    """
    entries = Entries(EU_READER)
    acts: dict[str, None] = {}
    for number, row in records_of(text_of(content)):
        acts[row["celex"]] = None
        entries.add(_of_eu_row(row, entries, f"row {number}"))
    return entries.finish(url_said=", ".join(acts))


def _of_eu_row(row: dict[str, str], entries: Entries, source: str) -> Draft:
    numbers = [
        Identifier(scheme="CN-USCC" if _CREDIT_CODE.fullmatch(number) else scheme, number=number)
        for name, scheme in _EU_NUMBERS.items()
        for number in _numbers(row.get(name, ""))
    ]
    addresses = [part.strip() for part in row.get("address", "").split(";")]
    said = [*re.split(r"[;,]", row.get("country", "")), row.get("jurisdiction", "")]
    draft = Draft(
        list_code=_act(row["celex"]),
        schema=row["schema"] or "LegalEntity",
        source=source,
        entry=f"{row['annex']}.{row['recordid']}" if row["recordid"] else "",
        effective=entries.date(row["startdate"], source=source, day_first=True),
        countries=countries_of([*said, *(last_word_country(address) for address in addresses)]),
        addresses=addresses,
        identifiers=numbers,
        programmes=(row["programkey"], row.get("measure", "")),
        citations=(f"CELEX {row['celex']}",),
    )
    draft.name(row["name"])
    for column, kind in (
        ("alias", NameKind.ALIAS),
        ("weakalias", NameKind.WEAK_ALIAS),
        ("previousname", NameKind.PREVIOUS),
    ):
        draft.names.extend(split_names(row.get(column, ""), kind=kind, commas=True))
    return draft


def _numbers(cell: str) -> list[str]:
    """Return the numbers of a cell, without the words in brackets that say whose they are."""
    parts = (re.sub(r"\(.*?\)", "", part).strip() for part in cell.split(";"))
    return [part for part in parts if any(mark.isdigit() for mark in part)]


def _act(celex: str) -> str:
    """Return the code of the list an act keeps: "32020R1998" → "eu-2020-1998"."""
    match = re.fullmatch(r"3(\d{4})[A-Z](\d{4})", celex.strip())
    return f"eu-{match[1]}-{match[2]}" if match else f"eu-{celex.strip().lower()}"


def read_denied(content: bytes) -> ReadList:
    """Read the Denied Persons List (`dpl.txt`, between tabulators).

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`.
    """
    entries = Entries(DENIED_READER)
    for number, row in records_of(text_of(content), delimiter="\t"):
        source = f"row {number}"
        printed = dates_in(row["fr_citation"])
        draft = Draft(
            list_code="us-denied-persons",
            schema="LegalEntity",
            source=source,
            countries=countries_of([row.get("country", "")]),
            effective=entries.date(row["effective_date"], source=source),
            removed=entries.date(row["expiration_date"], source=source),
            published=printed[0] if printed else None,
            citations=citations_of(row["fr_citation"]),
        )
        draft.name(row["name"])
        entries.add(draft)
    return entries.finish()


def read_uflpa(content: bytes) -> ReadList:
    """Read the page of the UFLPA Entity List: the tables "Name of Entity / Effective Date".

    Raises:
        ListRefused: `list-cut-short` if the page ends too early; `list-damaged` if a row has another number of cells;
            `list-empty`.
    """
    from selectolax.lexbor import LexborHTMLParser

    text = text_of(content)
    if "</html>" not in text[-2000:].lower():
        raise ListRefused("list-cut-short", "(the page has no end)")
    entries = Entries(UFLPA_READER)
    for place, table in enumerate(LexborHTMLParser(text).css("table"), 1):
        rows = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in table.css("tr")]
        if not rows or tuple(cell.lower() for cell in rows[0]) not in UFLPA_HEADS:
            continue
        for number, row in enumerate(rows[1:], 1):
            if len(row) != len(UFLPA_HEADS[0]):
                raise ListRefused("list-damaged", f"(table {place}, row {number})")
            entries.add(_of_uflpa_row(row, entries, f"table {place} row {number}"))
    return entries.finish()


def _of_uflpa_row(row: list[str], entries: Entries, source: str) -> Draft:
    draft = Draft(
        list_code="us-uflpa",
        schema="LegalEntity",
        source=source,
        countries=("CN",),
        effective=entries.date(row[1], source=source),
    )
    aliases = _ALIASES.search(row[0])
    draft.name(_AND_MORE.sub("", row[0] if aliases is None else row[0][: aliases.start()]))
    kind = NameKind.ALIAS
    for piece in _PARTS.split(aliases["names"]) if aliases is not None else ():
        match = _PIECE.fullmatch(piece.strip())
        if match is None:
            continue
        if match["says"]:
            kind = NameKind.PREVIOUS if "formerly" in match["says"].lower() else NameKind.ALIAS
        draft.name(match["name"], kind)
    return draft
