"""What the rules of capabilities say of real notices, nearly all of which are innocent.

    python benchmarks/alarms.py [--shared DIR]

Reads every notice, law and tender document of the shared folders in this process, without a cage, and lists each
capability that is found as bought (required, offered, standard, optional): every line is to be judged by hand. A page
is a page of a document, or a record or line of a data file. At the end, alarms for a thousand pages, by capability, and
how many pages the rules read in a second.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tenderlight.capabilities import find_capabilities, find_in_fields, find_in_text
from tenderlight.evaluate.unlabelled import unlabelled_parts
from tenderlight.model.document import Page
from tenderlight.model.record import Record
from tenderlight.model.statement import BUYING_POLARITIES, Stage, Statement

SHOWN = 110


def main() -> int:
    """List what is found; exit code 2 if there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    data = parser.parse_args().shared / "data"
    pages = characters = 0
    seconds = 0.0
    alarms: Counter[str] = Counter()
    for file, part in unlabelled_parts(data):
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


def statements(part: Page | Record | str) -> tuple[Statement, ...]:
    """Return what the rules say of a page, a record or words, taken for those of a tender."""
    if isinstance(part, Page):
        return find_capabilities([part], stage=Stage.TENDER)
    if isinstance(part, Record):
        return find_in_fields(part.fields, stage=Stage.TENDER)
    return find_in_text(part, doc_kind="tender_notice")


if __name__ == "__main__":
    sys.exit(main())
