"""Records of screenings kept in a case folder, each under a number, none overwritten, with the lists they used.

::

    case/
      screenings/0001.jsonl   records; the highest number is the newest
      lists/                  a store of the snapshots that they name
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.lists.store import Held, ListStore
from tenderlight.screening.questions import Question
from tenderlight.screening.record import encode_question, head_of, record_of
from tenderlight.screening.screener import RESEMBLES_IN_A_CASE, Screener, Screening
from tenderlight.screening.told import ToldScreening, read_told

RECORDS = "screenings"
LISTS = "lists"
_NAME = re.compile(r"\d{4,}\.jsonl")


class _Line(msgspec.Struct):
    question: msgspec.Raw


def records(case_folder: Path) -> list[Path]:
    """Return the records of a case, the oldest first."""
    folder = case_folder / RECORDS
    found = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(found, key=lambda path: int(path.stem))


def newest(case_folder: Path) -> Path | None:
    """Return the newest record of a case, or None."""
    return next(reversed(records(case_folder)), None)


def is_current(case_folder: Path, questions: Iterable[Question], held: Iterable[Held]) -> bool:
    """Say whether the newest record asks just these questions, of just these lists, under the present rules."""
    path = newest(case_folder)
    if path is None:
        return False
    head, *lines = path.read_bytes().splitlines() or [b""]
    if head != head_of(held, resembles_from=RESEMBLES_IN_A_CASE):
        return False
    asked = [bytes(msgspec.json.decode(line, type=_Line).question) for line in lines]
    return asked == [encode_question(question) for question in questions]


def keep(case_folder: Path, screener: Screener, screenings: Iterable[Screening], store: ListStore) -> Path:
    """Keep a record and the lists it used in a case; see `keep_lines`."""
    return keep_lines(case_folder, record_of(screener, screenings), screener.held, store)


def keep_lines(case_folder: Path, lines: Iterable[bytes], held: Iterable[Held], store: ListStore) -> Path:
    """Keep the lines of a record and the lists it used in a case. One that is like the newest is not kept twice.

    Args:
        case_folder: The case.
        lines: Of the record, without their ends.
        held: The snapshots that it used.
        store: Where they are.

    Returns:
        Where it is kept.

    Raises:
        CaseInUse: If another process is keeping one.
        StorageFull: If the disk would not take it.
        UsageError: If the case may not be written to.
    """
    content = b"".join(line + b"\n" for line in lines)
    with ListStore(case_folder / LISTS) as own:
        store.lend(own, [each.snapshot.sha256 for each in held])
        before = newest(case_folder)
        if before is not None and before.read_bytes() == content:
            return before
        make_folder(case_folder / RECORDS)
        number = int(before.stem) + 1 if before is not None else 1
        path = case_folder / RECORDS / f"{number:04}.jsonl"
        write_whole(path, content, temporary=path.with_name(f".{path.name}.unfinished"))
        return path


def by_contract(record: Path) -> dict[str, list[ToldScreening]]:
    """Return what a record says of each contract."""
    found: dict[str, list[ToldScreening]] = {}
    for screening in read_told(record.read_bytes().splitlines())[1]:
        found.setdefault(screening.question.where, []).append(screening)
    return found
