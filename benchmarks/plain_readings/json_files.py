"""Plain readings of JSON and of tables: OCDS by the names of members, rows by their columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.plain_readings.truth import Truth, day, folded, money

VOID = frozenset({"cancelled", "unsuccessful"})
ENDED = frozenset({"cancelled", "canceled", "unsuccessful", "withdrawn"})


def of_json(path: Path, content: bytes) -> Iterator[tuple[str, Truth]]:
    """Yield the notices of a file of releases, records or bids, by the names of members."""
    if path.suffix == ".gz":
        return
    text = content.decode("utf-8-sig")
    lines = [line for line in text.splitlines() if line.strip()]
    value = [json.loads(line) for line in lines] if path.suffix == ".jsonl" else json.loads(text)
    if path.name == "bids.json":
        for index, bid in enumerate(value):
            date = bid["when"][:10]
            opened = f"{date[6:]}-{date[3:5]}-{date[:2]}"
            yield f"/{index}", {"stage": None, "opened": {opened}, "buyers": set(), "suppliers": set(), "prices": set()}
        return
    for pointer, release in releases_of(value, ""):
        yield pointer, _of_release(release)


def of_table(content: bytes) -> Iterator[tuple[str, Truth]]:
    """Yield the rows of a table of contracts in windows-1251."""
    for index, row in enumerate(csv.DictReader(io.StringIO(content.decode("cp1251")))):
        cells = {name.split(".", 1)[-1] if name.startswith("contract.") else name: cell for name, cell in row.items()}
        buyer = cells.get("customer.name") or cells.get("customer.fullName")
        supplier = cells.get("supplier.name") or cells.get("legalEntityRF.fullName")
        number = cells.get("notificationNumber") or cells.get("order.notificationNumber")
        yield (
            f"/{index}",
            {
                "stage": {"contract"},
                "buyers": {folded(buyer)} - {"na"},
                "suppliers": {folded(supplier)} - {"na"},
                "prices": set(),
                "published": {day(cells.get("publishDate")) or ""},
                "numbers": {folded(number)} - {"na"},
                "items": {folded(cells.get("OKPD2.name"))} - {"na"},
            },
        )


def _of_release(release: dict[str, Any]) -> Truth:
    tender = release.get("tender") if isinstance(release.get("tender"), dict) else {}
    has_ended = str((tender or {}).get("status")).casefold() in ENDED
    awards = [award for award in listed(release.get("awards")) if award.get("status") not in VOID]
    contracts = [deal for deal in listed(release.get("contracts")) if deal.get("status") not in VOID]
    signed = [deal for deal in contracts if deal.get("status") != "pending"]
    if has_ended and not signed:
        awards, contracts = [], []
    holders = [*awards, *contracts, *(item for award in awards for item in listed(award.get("items")))]
    suppliers = {folded(party_name(party)) for holder in holders for party in listed(holder.get("suppliers"))}
    values = [
        deal.get("value") or deal.get("totalAwardValue") or deal.get("valueWithTax")
        for deal in (*awards, *contracts)
        if deal.get("status") != "pending"
    ]
    buyer = release.get("buyer")
    name = folded(buyer.get("name")) if isinstance(buyer, dict) else ""
    is_named = all(party_name(party) for award in awards for party in listed(award.get("suppliers")))
    return {
        "buyers": {name} if name else None,
        "suppliers": suppliers - {""} if is_named else None,
        "prices": {
            money(value.get("amount"), value.get("currency")) or "" for value in values if isinstance(value, dict)
        },
        "signed": {day(deal.get("dateSigned")) or "" for deal in contracts if deal.get("status") != "pending"},
        "published": {day(release.get("date")) or ""} if isinstance(release.get("date"), str) else None,
        "numbers": {folded(release.get("ocid"))} if isinstance(release.get("ocid"), str) else None,
    }


def releases_of(value: Any, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield releases with the pointers of their notices."""
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from releases_of(entry, f"{pointer}/{index}")
    elif isinstance(value, dict):
        if isinstance(value.get("compiledRelease"), dict):
            yield pointer, value["compiledRelease"]
        elif isinstance(value.get("releases"), list):
            yield from releases_of(value["releases"], f"{pointer}/releases")
        elif isinstance(value.get("records"), list):
            yield from releases_of(value["records"], f"{pointer}/records")
        else:
            yield pointer, value


def listed(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list; one object stands for a list of one."""
    entries = value if isinstance(value, list) else [value]
    return [entry for entry in entries if isinstance(entry, dict)]


def party_name(party: dict[str, Any]) -> str:
    """Return the name a party is given where it stands."""
    identifier = party.get("identifier")
    return str(party.get("name") or (identifier.get("legalName") if isinstance(identifier, dict) else "") or "")
