"""What reading lists costs: made ones of 100,000 entries in two forms, and every list in the shared folder.

    python benchmarks/lists.py [--shared DIR] [--entries N]

For each: entries, processor time, that time over the time of the plain parser of its form on the same bytes (`csv`,
`json`), and the memory that the entries take. Goals for 100,000 entries of four names each: under 40 times the plain
parser, and under 500 MB.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from tenderlight.lists.files import ListRefused, unpacked
from tenderlight.lists.folders import list_files
from tenderlight.lists.recognise import read_list

ROOT = Path(__file__).resolve().parents[1]
MOST_TIMES, MOST_MEGABYTES = 40.0, 500.0
ENTRIES = 100_000
FOLDERS = ("watchlists-us-2026", "watchlists-us-un", "watchlists-eu-nc", "ftm-samples")
WORDS = [
    "acorn",
    "birch",
    "cedar",
    "dogwood",
    "elm",
    "fir",
    "ginkgo",
    "hazel",
    "ilex",
    "juniper",
    "larch",
    "maple",
    "oak",
    "pine",
    "rowan",
    "sycamore",
]
TRADES = [
    "optics",
    "vision",
    "software",
    "trading",
    "machinery",
    "chemicals",
    "shipping",
    "metals",
    "textiles",
    "aviation",
    "power",
]
FORMS = ["Co., Ltd.", "LLC", "JSC", "GmbH", "S.A.", "Limited", "Corporation", "Pte. Ltd."]


def made(form: str, entries: int) -> bytes:
    """Return a list of that form ("table" or "entities"): companies that do not exist, four names each."""
    chance = random.Random(1)

    def name() -> str:
        words = f"{chance.choice(WORDS)} {chance.choice(TRADES)}".title()
        return f"{words} {chance.randrange(10**6)} {chance.choice(FORMS)}"

    if form == "table":
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(
            [
                "id",
                "schema",
                "name",
                "aliases",
                "countries",
                "addresses",
                "identifiers",
                "sanctions",
                "dataset",
                "first_seen",
                "last_seen",
            ]
        )
        for number in range(entries):
            aliases = ";".join(name() for _ in range(3))
            writer.writerow(
                [
                    f"NK-{number}",
                    "Company",
                    name(),
                    aliases,
                    "cn;ru",
                    "1 Road, Town, China",
                    10**9 + number,
                    "EU 2022/1",
                    "EU Financial Sanctions Files",
                    "2022-06-01",
                    "2026-04-29",
                ]
            )
        return text.getvalue().encode()
    lines = (
        json.dumps(
            {
                "id": f"NK-{number}",
                "schema": "Company",
                "target": True,
                "datasets": ["eu_fsf"],
                "properties": {
                    "name": [name()],
                    "alias": [name() for _ in range(3)],
                    "topics": ["sanction"],
                    "country": ["cn"],
                },
            }
        )
        for number in range(entries)
    )
    return "\n".join(lines).encode()


def plain_seconds(content: bytes) -> float:
    """Return the processor time of the plain parser of a file's form, 0 where there is none."""
    start = time.process_time()
    try:
        if content.lstrip()[:1] in b"{[":
            try:
                json.loads(content)
            except json.JSONDecodeError:
                for line in content.splitlines():
                    json.loads(line)
        elif content.lstrip()[:1] != b"<":
            for _ in csv.reader(io.StringIO(content.decode("utf-8", "replace"))):
                pass
        else:
            return 0.0
    except ValueError:
        return 0.0
    return time.process_time() - start


def measure(name: str, parts: dict[str, bytes]) -> tuple[float, float]:
    """Read a list, print a line, and return times the plain parser and megabytes."""
    plain = sum(plain_seconds(unpacked(part)) for part in parts.values())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    try:
        read = read_list(parts)
    except ListRefused as refusal:
        print(f"{name:44} {refusal.code}")
        return 0.0, 0.0
    seconds = time.process_time() - start
    megabytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    times = seconds / plain if plain else 0.0
    print(f"{name:44}{len(read.entities):>8}{seconds:>9.2f}{times:>9.1f}{megabytes:>8.0f}", flush=True)
    return times, megabytes


def main() -> int:
    """Print the figures; exit code 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--only", choices=["table", "entities"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        times, megabytes = measure(f"made {arguments.only}", {"targets": made(arguments.only, arguments.entries)})
        return 0 if times <= MOST_TIMES and megabytes <= MOST_MEGABYTES else 1
    print(f"{'list':44}{'entries':>8}{'CPU s':>9}{'x plain':>9}{'MB':>8}", flush=True)
    # each made list in a process of its own, so that its memory is its own
    again = [sys.executable, __file__, "--entries", str(arguments.entries), "--only"]
    codes = [subprocess.run([*again, form], check=False).returncode for form in ("table", "entities")]
    for folder in FOLDERS:
        path = arguments.shared / "data" / folder
        for parts in list_files(path) if path.is_dir() else ():
            measure(f"{folder}/{min(parts)}", dict(parts))
    holds = not any(codes)
    end = "holds" if holds else "MISSED"
    print(f"\ngoal: under {MOST_TIMES:.0f} times the plain parser and {MOST_MEGABYTES:.0f} MB: {end}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
