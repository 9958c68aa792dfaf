"""How open contracting data and notices of the EU are read: the count of everything, and a second reading to compare.

    python benchmarks/structured_sources.py [--shared DIR] [--list]

Reads every file of five folders. Of each notice, suppliers, buyers and prices are looked up again in the plainest way
(the members of the JSON, the elements of the XML, by name alone) and compared with what was stated: a supplier that is
in no standing award, or is left out, a buyer left out, and a price that is no value of an award are differences. Goal:
no file lost, no difference, every quote found again at its pointer. Exit code 1 otherwise.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lxml import etree

from tenderlight.model.problem import Problem
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.model.values import AmountKind, AmountValue, PartyValue, StageValue, SupplierValue
from tenderlight.sources.pointers import texts_of
from tenderlight.sources.recognise import reader_for

FOLDERS = ("ocds-publishers", "ocds-uk", "ocds-fixtures", "ted-standard-forms", "ted-eforms")
MEDIA_TYPES = {
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".gz": "application/gzip",
    ".xml": "application/xml",
}
PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.CEILING})
VOID = frozenset({"cancelled", "unsuccessful"})


@dataclass(slots=True)
class Tally:
    """What came out of one folder."""

    files: int = 0
    lost: list[str] = field(default_factory=list)
    records: int = 0
    quotes: int = 0
    quotes_not_found: int = 0
    compared: int = 0
    differences: list[str] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Plain:
    """Names and numbers as a second, plain reading finds them; None = not looked for."""

    suppliers: set[str] | None
    buyers: set[str] | None
    prices: set[Decimal]


def main() -> int:
    """Print a table and return 0 if nothing is lost, different or not found again."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    options.add_argument("--list", action="store_true", help="print every difference")
    chosen = options.parse_args()
    is_good = True
    for name in FOLDERS:
        tally = measure(chosen.shared / "data" / name)
        print_tally(name, tally)
        if chosen.list:
            print(*tally.differences, *tally.lost, sep="\n")
        is_good = is_good and not (tally.lost or tally.differences or tally.quotes_not_found)
    return 0 if is_good else 1


def measure(folder: Path) -> Tally:
    """Read every file of a folder."""
    tally = Tally()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES):
        content = path.read_bytes()
        if not content:
            continue  # two files of the set have no bytes
        tally.files += 1
        started = time.perf_counter()
        reader = reader_for(MEDIA_TYPES[path.suffix], content)
        items = list(reader.read(OpenOriginal(content=content), ReadingLimits())) if reader is not None else []
        tally.seconds += time.perf_counter() - started
        records = [item for item in items if isinstance(item, Record)]
        problems = [item for item in items if isinstance(item, Problem)]
        if not records and not problems:
            tally.lost.append(str(path))
        tally.records += len(records)
        tally.problems.update(problem.code for problem in problems)
        look_again(tally, content, records)
        compare(tally, path, content, records)
    return tally


def look_again(tally: Tally, content: bytes, records: list[Record]) -> None:
    """Find every quote again at its pointer."""
    text_at = texts_of(content)
    for record in records:
        for statement in record.statements:
            tally.said[name_of(statement.value, statement.kind.value)] += 1
            for anchor in statement.anchors:
                tally.quotes += 1
                found = text_at(anchor.pointer or "")
                tally.quotes_not_found += found is None or found[anchor.start : anchor.end] != anchor.text
        for text in record.fields:
            tally.quotes += 1
            tally.quotes_not_found += text_at(text.pointer) != text.text


def name_of(value: object, kind: str) -> str:
    """Return the kind of a statement, with that of its amount, stage or role."""
    if isinstance(value, AmountValue):
        return f"{kind} {value.amount_kind.value}"
    if isinstance(value, SupplierValue):
        return f"{kind} {value.role.value}"
    return f"{kind} {value.stage}" if isinstance(value, StageValue) else kind


def compare(tally: Tally, path: Path, content: bytes, records: list[Record]) -> None:
    """Compare what was stated with the second reading."""
    plain = dict(plain_xml(content) if path.suffix == ".xml" else plain_json(path, content))
    for record in records:
        expected = plain.get(record.pointer)
        if expected is None:
            continue
        tally.compared += 1
        values = [statement.value for statement in record.statements]
        is_cancelled = any(isinstance(value, StageValue) and value.stage == "cancellation" for value in values)
        suppliers = {folded(value.name) for value in values if isinstance(value, SupplierValue)}
        buyers = {folded(value.name) for value in values if isinstance(value, PartyValue)}
        prices = {value.amount for value in values if isinstance(value, AmountValue) and value.amount_kind in PRICES}
        wanted = set() if is_cancelled else expected.suppliers
        if wanted is not None and suppliers != wanted:
            tally.differences.append(f"{path} {record.pointer} suppliers {sorted(suppliers ^ wanted)}")
        if expected.buyers is not None and not expected.buyers <= buyers:
            tally.differences.append(f"{path} {record.pointer} buyers {sorted(expected.buyers - buyers)}")
        if prices - expected.prices:
            tally.differences.append(f"{path} {record.pointer} prices {prices - expected.prices}")


def folded(name: object) -> str:
    """Return a name without what white space and case add."""
    return " ".join(str(name or "").split()).casefold()


def plain_xml(content: bytes) -> Iterator[tuple[str, Plain]]:
    """Yield the notice of a TED form by the names of elements; eForms are not looked at again."""
    root = etree.fromstring(content)
    forms = [form for form in root.findall("{*}FORM_SECTION/*") if form.get("CATEGORY") == "ORIGINAL"]
    if not forms:
        return
    form = forms[0]
    name = etree.QName(form).localname
    same = root.findall(f"{{*}}FORM_SECTION/{form.tag}")
    place = f"[{same.index(form) + 1}]" if len(same) > 1 else ""
    winners = [f".//{{*}}{part}//{{*}}OFFICIALNAME" for part in ("ADDRESS_CONTRACTOR", "ADDRESS_WINNER")]
    winners += [".//{*}ECONOMIC_OPERATOR_NAME_ADDRESS//{*}OFFICIALNAME"]
    bodies = ("ADDRESS_CONTRACTING_BODY", "ADDRESS_CONTRACTING_BODY_ADDITIONAL")
    totals = ("VAL_TOTAL", "VAL_PRIZE", "VAL_TOTAL_AFTER", "VALUE_COST")
    yield (
        f"/*/ted:FORM_SECTION/ted:{name}{place}",
        Plain(
            suppliers={folded(string(found)) for path in winners for found in form.findall(path)},
            buyers={
                folded(string(found))
                for body in bodies
                for found in form.findall(f"{{*}}CONTRACTING_BODY/{{*}}{body}/{{*}}OFFICIALNAME")
            },
            prices={Decimal(found.text or "0") for total in totals for found in form.iter(f"{{*}}{total}")},
        ),
    )


def string(element: etree._Element) -> str:
    """Return the text of an element."""
    return "".join(str(text) for text in element.itertext())


def plain_json(path: Path, content: bytes) -> Iterator[tuple[str, Plain]]:
    """Yield the notices of a file of releases or records, by the names of members."""
    if path.suffix == ".gz":
        return
    text = content.decode("utf-8-sig")
    lines = [line for line in text.splitlines() if line.strip()]
    value = [json.loads(line) for line in lines] if path.suffix == ".jsonl" else json.loads(text)
    for pointer, release in releases_of(value, ""):
        awards = [award for award in listed(release.get("awards")) if award.get("status") not in VOID]
        contracts = [deal for deal in listed(release.get("contracts")) if deal.get("status") not in VOID]
        holders = [*awards, *contracts, *(item for award in awards for item in listed(award.get("items")))]
        suppliers = {folded(party_name(party)) for holder in holders for party in listed(holder.get("suppliers"))}
        values = [
            deal.get(name) for deal in (*awards, *contracts) for name in ("value", "totalAwardValue", "valueWithTax")
        ]
        tender = release.get("tender") if isinstance(release.get("tender"), dict) else {}
        values.append((tender or {}).get("maxValue"))
        numbers = [str(value.get("amount")) for value in values if isinstance(value, dict)]
        buyer = release.get("buyer")
        name = folded(buyer.get("name")) if isinstance(buyer, dict) else ""
        prices = {number for number in map(decimal, numbers) if number is not None}
        yield pointer, Plain(suppliers - {""} if is_settled(awards) else None, {name} if name else None, prices)


def is_settled(awards: list[dict[str, Any]]) -> bool:
    """Say whether names alone tell the suppliers: parties known by number only are left to the reader."""
    return all(party_name(party) for award in awards for party in listed(award.get("suppliers")))


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


def decimal(written: str) -> Decimal | None:
    """Return a plain number, or None."""
    try:
        return Decimal(written)
    except InvalidOperation:
        return None


def print_tally(name: str, tally: Tally) -> None:
    """Print what came out of a folder."""
    rate = tally.files / tally.seconds if tally.seconds else 0.0
    print(f"{name}: {tally.files} files, {len(tally.lost)} lost, {tally.records} notices, {rate:.0f} files/s")
    print(f"  quotes {tally.quotes}, not found again {tally.quotes_not_found}")
    print(f"  compared {tally.compared}, differences {len(tally.differences)}")
    print("  stated  ", ", ".join(f"{kind} {count}" for kind, count in sorted(tally.said.items())))
    print("  problems", ", ".join(f"{code} {count}" for code, count in sorted(tally.problems.items())) or "none")


if __name__ == "__main__":
    sys.exit(main())
