"""How structured sources are read: the count of everything, and a second reading to compare, field by field.

    python benchmarks/structured_sources.py [--shared DIR] [--list]

Reads every file of eight folders. Of each notice, stage, buyers, suppliers, prices, dates, numbers and line items are
looked up again in the plainest way (`plain_readings`: members of the JSON, elements of the XML, columns of the table,
by name alone) and compared with what was stated. A value that is stated and is not there is wrong; one that is there
and is not stated is missing. Goal: no file lost, nothing wrong or missing, every quote found again at its pointer. Exit
code 1 otherwise.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.plain_readings.json_files import of_json, of_table
from benchmarks.plain_readings.truth import FIELDS, Score, Truth, hold_against
from benchmarks.plain_readings.xml_files import of_xml
from tenderlight.model.problem import Problem
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.model.values import AmountValue, StageValue, SupplierValue
from tenderlight.sources.pointers import texts_of
from tenderlight.sources.recognise import reader_for

FOLDERS = (
    "ocds-publishers",
    "ocds-uk",
    "ocds-fixtures",
    "ted-standard-forms",
    "ted-eforms",
    "ru-44fz",
    "us-fpds",
    "br-feira",
)
MEDIA_TYPES = {
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".gz": "application/gzip",
    ".xml": "application/xml",
    ".csv": "text/csv",
}
NO_NOTICES = "spoonbill"
"""A folder of tables that its tool makes of notices, which are none of the sources read."""


@dataclass(slots=True)
class Tally:
    """What came out of one folder."""

    files: int = 0
    lost: list[str] = field(default_factory=list)
    records: int = 0
    quotes: int = 0
    quotes_not_found: int = 0
    compared: int = 0
    scores: dict[str, Score] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def main() -> int:
    """Print a table and return 0 if nothing is lost, wrong or not found again."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    options.add_argument("--list", action="store_true", help="print every difference")
    chosen = options.parse_args()
    is_good = True
    for name in FOLDERS:
        tally = measure(chosen.shared / "data" / name)
        print_tally(name, tally)
        if chosen.list:
            print(*tally.differences, *tally.lost, sep="\n")
        wrong = sum(score.wrong + score.missing for score in tally.scores.values())
        is_good = is_good and not (tally.lost or wrong or tally.quotes_not_found)
    return 0 if is_good else 1


def measure(folder: Path) -> Tally:
    """Read every file of a folder."""
    tally = Tally()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES):
        content = path.read_bytes()
        if not content or (path.suffix == ".csv" and NO_NOTICES in path.parts):
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
    plain = truths(path, content)
    for record in records:
        truth = plain.get(record.pointer)
        if truth is None:
            continue
        tally.compared += 1
        for difference in hold_against(record, truth, tally.scores):
            tally.differences.append(f"{path} {record.pointer} {difference}")


def truths(path: Path, content: bytes) -> dict[str, Truth]:
    """Return what a plain reading finds, by the pointers of notices."""
    if path.suffix == ".xml":
        return dict(of_xml(content))
    return dict(of_table(content)) if path.suffix == ".csv" else dict(of_json(path, content))


def print_tally(name: str, tally: Tally) -> None:
    """Print what came out of a folder."""
    rate = tally.files / tally.seconds if tally.seconds else 0.0
    print(f"{name}: {tally.files} files, {len(tally.lost)} lost, {tally.records} notices, {rate:.0f} files/s")
    print(f"  quotes {tally.quotes}, not found again {tally.quotes_not_found}; notices compared {tally.compared}")
    for field_name in FIELDS:
        score = tally.scores.get(field_name)
        if score is not None:
            print(
                f"  {field_name:<10} right {score.right:>6}  wrong {score.wrong:>4}  missing {score.missing:>4}"
                f"  accuracy {score.accuracy:.3f}"
            )
    print("  stated  ", ", ".join(f"{kind} {count}" for kind, count in sorted(tally.said.items())))
    print("  problems", ", ".join(f"{code} {count}" for code, count in sorted(tally.problems.items())) or "none")


if __name__ == "__main__":
    sys.exit(main())
