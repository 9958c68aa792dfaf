"""The record of a screening as one page that opens without script and prints well (PDF by the browser)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tenderlight
from tenderlight.errors import UsageError
from tenderlight.lists.known import list_of
from tenderlight.lists.standing import STANDING_VERSION
from tenderlight.lists.store import Held
from tenderlight.matching import MATCHING_VERSION
from tenderlight.publish.pages import page_environment
from tenderlight.publish.screening_cells import answer_of, screening_rows, told_rows
from tenderlight.publish.tables import SCREENING_WRITERS
from tenderlight.publish.writing import whole_file
from tenderlight.screening.kept import newest
from tenderlight.screening.ownership import OWNERSHIP_VERSION
from tenderlight.screening.record import days_of, record_of
from tenderlight.screening.screener import SCREENING_VERSION, Screener, Screening

DAY_WORDS = {
    "announced": "announced",
    "effective": "in effect from",
    "published": "printed",
    "removed": "removed, or ends, on",
    "known_listed": "known to be listed on",
}

ALWAYS_SHOWN = ("announced", "effective", "published")
"""Days that are shown of every hit, also where the list does not say them."""


def write_screening_page(screenings: Iterable[Screening], held: Iterable[Held], target: Path) -> None:
    """Write a page of screenings: each name, what was found, the days apart, the reasons, the lists used.

    Raises:
        StorageFull: If the disk would not take it.
    """
    lists = sorted(held, key=lambda each: (each.snapshot.list_code, each.snapshot.sha256))
    text = (
        page_environment()
        .get_template("screening.html")
        .render(
            screenings=[(screening, list(screening_rows([screening]))) for screening in screenings],
            lists=lists,
            answer_of=answer_of,
            days_of=days_of,
            day_words=DAY_WORDS,
            list_of=list_of,
            version=tenderlight.__version__,
            rules=f"matching/{MATCHING_VERSION}, standing/{STANDING_VERSION}, ownership/{OWNERSHIP_VERSION}, "
            f"screening/{SCREENING_VERSION}",
        )
    )
    with whole_file(target) as unfinished:
        unfinished.write_text(text, "utf-8")


def write_record(screener: Screener, screenings: Iterable[Screening], target: Path) -> None:
    """Write the record of a screening.

    Raises:
        StorageFull: If the disk would not take it.
    """
    with whole_file(target) as unfinished, unfinished.open("wb") as file:
        for line in record_of(screener, screenings):
            file.write(line + b"\n")


def write_kept_screenings(case_folder: Path, form: str, target: Path) -> None:
    """Write the newest record of a case as a table; as JSON Lines it is the record itself, byte for byte.

    Args:
        case_folder: The case.
        form: jsonl, csv or xlsx.
        target: Where to.

    Raises:
        StorageFull: If the disk would not take it.
        UsageError: If the names of the case were never held against lists, or the record is none.
    """
    record = newest(case_folder)
    if record is None:
        raise UsageError(f"The names of {case_folder} were not held against lists yet: `tenderlight screen --case`.")
    content = record.read_bytes()
    if form == "jsonl":
        with whole_file(target) as unfinished:
            unfinished.write_bytes(content)
    else:
        SCREENING_WRITERS[form](told_rows(content.splitlines()), target)
