"""A case held against lists, and the record kept in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.lists.place import LOG, default_folder
from tenderlight.lists.store import ListStore
from tenderlight.screening.kept import RECORDS, is_current, keep_lines, newest
from tenderlight.screening.known import KnownAnswers, possible_matches
from tenderlight.screening.of_case import questions_of_case
from tenderlight.screening.prepared import prepare
from tenderlight.screening.record import head_of, line_of
from tenderlight.screening.screener import RESEMBLES_IN_A_CASE, Screener


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedCase:
    """What became of a screening after a run."""

    record: Path
    names: int
    asked: int
    """Names that were held against lists now; what the others' answers depend on is the same as before."""
    possible_matches: int
    """Names with one, at least."""
    is_new: bool


def screen_case(case: Case, *, store: ListStore | None = None) -> ScreenedCase | None:
    """Hold every party, brand and maker of a case against the lists held, and keep the record in the case.

    Only names are looked up that the newest record did not ask of the same lists under the same rules.

    Args:
        case: The case.
        store: The lists; None = those of the user.

    Returns:
        Where the record is; None if no list is held.

    Raises:
        ArchiveDamaged: If a list is missing or changed.
        CaseInUse, StorageFull, UsageError: If the record cannot be kept.
    """
    used = store or ListStore(default_folder())
    held = used.held() if (used.folder / LOG).exists() else []
    if not held:
        return None
    questions = tuple(questions_of_case(case.claims()))
    before = newest(case.folder)
    if before is not None and is_current(case.folder, questions, held):
        note_record(case, before)
        return ScreenedCase(record=before, names=len(questions), asked=0, possible_matches=0, is_new=False)
    head = head_of(held, resembles_from=RESEMBLES_IN_A_CASE)
    known = KnownAnswers(_vouched_for(case, before), head)
    lines = [known.line(question) for question in questions]
    to_ask = [question for question, line in zip(questions, lines, strict=True) if line is None]
    if to_ask:
        screener = Screener(prepare(used), resembles_from=RESEMBLES_IN_A_CASE)
        answers = map(line_of, screener.ask_all(to_ask))
        lines = [next(answers) if line is None else line for line in lines]
    told = [line for line in lines if line is not None]
    record = keep_lines(case.folder, [head, *told], held, used)
    note_record(case, record)
    return ScreenedCase(
        record=record,
        names=len(questions),
        asked=len(to_ask),
        possible_matches=possible_matches(told),
        is_new=True,
    )


def _vouched_for(case: Case, record: Path | None) -> bytes:
    """Return the bytes of a kept record if they are those that the custody log names; else, and without one, none."""
    content = b"" if record is None else record.read_bytes()
    if record is None or not case.knows_screening(f"{RECORDS}/{record.name}", hashlib.sha256(content).hexdigest()):
        return b""
    return content


def note_record(case: Case, record: Path) -> None:
    """Note a kept record in the custody log of its case, unless the log says so already.

    Args:
        case: The case, open for reading only; it is opened for changes where there is something to note.
        record: Where the record is kept.

    Raises:
        CaseInUse, StorageFull, UsageError: If the log cannot be written to.
    """
    name = f"{RECORDS}/{record.name}"
    sha256 = hashlib.sha256(record.read_bytes()).hexdigest()
    if not case.knows_screening(name, sha256):
        with Case.open(case.place, create=True) as writing:
            writing.record_screening(name, sha256)
