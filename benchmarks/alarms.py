"""What the rules of capabilities say of real notices, nearly all of which are innocent.

    python benchmarks/alarms.py [--shared DIR]

Reads every notice, law and tender document of the shared folders in this process, without a cage, and lists each
capability that is found as bought (required, offered, standard, optional): every line is to be judged by hand. A page
is a page of a document, or a record or line of a data file. At the end, alarms for a thousand pages, by capability, and
how many pages the rules read in a second.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tenderlight.capabilities import find_capabilities, find_in_fields, find_in_text
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.model.statement import BUYING_POLARITIES, Stage, Statement
from tenderlight.pipeline.steps import read_original

FOLDERS = (
    "zh-national-notices",
    "zh-yichang-notices",
    "zh-tw-tenders",
    "zh-laws",
    "documents",
    "ocds-publishers",
    "ocds-uk",
    "ocds-fixtures",
    "ted-standard-forms",
    "ted-eforms",
    "ru-44fz",
    "us-fpds",
    "br-feira",
)
DESCRIPTIONS = frozenset({"README.md", "FILES.tsv"})
"""Files about a folder, which are not of it."""
SHORTEST = 6
"""Characters of a string in a data file that may say something."""
LARGEST_BYTES = 20_000_000
SHOWN = 110


def main() -> int:
    """List what is found; exit code 2 if there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    data = parser.parse_args().shared / "data"
    pages = characters = 0
    seconds = 0.0
    alarms: Counter[str] = Counter()
    for folder in FOLDERS:
        for file in sorted(path for path in (data / folder).rglob("*") if path.is_file()):
            if file.name in DESCRIPTIONS or file.stat().st_size > LARGEST_BYTES:
                continue
            for part in parts(file):
                pages += 1
                characters += len(part.text) if isinstance(part, Page) else len(str(part))
                started = time.process_time()
                found = statements(part)
                seconds += time.process_time() - started
                for statement in found:
                    if statement.polarity in BUYING_POLARITIES:
                        alarms[statement.rule] += 1
                        words = " ".join(statement.anchors[0].text.split())[:SHOWN]
                        print(f"{statement.rule:26} {statement.polarity:9} {file.relative_to(data)}: {words}")
    if not pages:
        print(f"There is nothing to read under {data}.", file=sys.stderr)
        return 2
    print(f"\n{pages:,} pages, {characters:,} characters, {sum(alarms.values())} found as bought")
    print(f"{sum(alarms.values()) / pages * 1000:.2f} for a thousand pages: {dict(alarms.most_common())}")
    print(f"{pages / seconds:,.0f} pages a second, {characters / seconds / 1e6:.2f} million characters a second")
    return 0


def parts(file: Path) -> Iterator[Page | Record | str]:
    """Yield the pages or records of a file; of a data file that is no source, the words of each line."""
    content = file.read_bytes()
    items = list(read_original(OpenOriginal(content=content, untrusted_name=file.name), ReadingLimits()))
    found = [item for item in items if isinstance(item, Page | Record)]
    if found:
        yield from found
    elif file.suffix in {".json", ".jsonl"}:
        for line in content.decode("utf-8", "replace").splitlines():
            words = "\n".join(strings(line))
            if words:
                yield words


def strings(line: str) -> Iterator[str]:
    """Yield the strings of a line of JSON that are long enough to say something."""
    try:
        waiting = [json.loads(line)]
    except ValueError:
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and len(value) >= SHORTEST:
            yield value
        elif isinstance(value, dict):
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def statements(part: Page | Record | str) -> tuple[Statement, ...]:
    """Return what the rules say of a page, a record or words, taken for those of a tender."""
    if isinstance(part, Page):
        return find_capabilities([part], stage=Stage.TENDER)
    if isinstance(part, Record):
        return find_in_fields(part.fields, stage=Stage.TENDER)
    return find_in_text(part, doc_kind="tender_notice")


if __name__ == "__main__":
    sys.exit(main())
