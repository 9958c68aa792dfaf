"""Kills people's work on a case at every step it makes towards the disk, and looks whether anything is lost.

Run as a program, in a process of its own (it forks): `python -m tests.cases.review_bench WAY FOLDER [EVERY]`. Prints
one line of JSON: how many runs were tried, how many were disturbed, and every violation found.

Ways: `kill` dies at each step (a write is torn in half first), `full` finds the disk full at each step. The planted
fault, which must be found and ends at the first violation: `kill-early` tells people that their review is kept before
it is. EVERY = 3 tries each third step only.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.model.note import NoteKind
from tenderlight.model.reply import Asked
from tenderlight.model.review import ReviewVerdict
from tests.cases.crash_bench import ENDED, FULL, Steps, be_full, die, run_forked
from tests.cases.steps import KEY, claim_on, read, receive

real_write = os.write
CLAIMS = ("one", "two")
PEOPLE = ("A", "B")
ASKED = Asked(party="Acorn", asked_of="x", asked_how="mail", asked_at="2026-05-01", deadline="2026-05-15")


def make(folder: Path) -> Path:
    """Make the case that people work on."""
    with Case.open(folder / "prepared", create=True) as case:
        document = receive(case, folder, "a.txt", "人脸识别".encode())
        read(case, document)
        case.record_claims(document, [(KEY, [claim_on(document, name) for name in CLAIMS])], version="rules/1")
    return folder / "prepared"


def work(folder: Path, acknowledge: Callable[[str], None], *, is_early: bool = False) -> None:
    """Have two people review, ask for a reply and write a note; acknowledge each once it is committed."""
    with Case.open(folder, create=True) as case:
        for person in PEOPLE:
            for claim in CLAIMS:
                made = case.reviews.add(ReviewVerdict.CONFIRM, claim, person=person)
                if is_early:
                    acknowledge(f"review {made.number}")
                case.commit()
                if not is_early:
                    acknowledge(f"review {made.number}")
            reply = case.replies.add(ASKED, person=person, attachments=[("a.txt", io.BytesIO(person.encode() * 9_000))])
            case.commit()
            acknowledge(f"reply {reply.number}")
            note = case.notes.add(NoteKind.TAG, "case", person, person=person)
            case.commit()
            acknowledge(f"note {note.number}")


def kept(folder: Path) -> list[str]:
    """Return what is there, once whatever was torn is put in order."""
    with Case.open(folder, create=True) as case:
        reviews = [f"review {one.number}" for one in case.reviews]
        replies = [f"reply {one.number}" for one in case.replies]
        return [*reviews, *replies, *(f"note {one.number}" for one in case.notes)]


class Bench:
    """One way of disturbing, over copies of one case."""

    def __init__(self, folder: Path, *, is_early: bool) -> None:
        self._folder = folder
        self._is_early = is_early
        self._prepared = make(folder)
        self.tried = self.disturbed = 0
        self.violations: list[str] = []

    def every_step(self, at_step: Callable[[str, tuple[object, ...]], None], *, ended_as: int, every: int) -> None:
        """Disturb the work at its first step, at its second, and so on to the last."""
        for stop_at in range(1, self._steps() + 1, every):
            self._attempt(stop_at, at_step, ended_as)
            if self.violations and self._is_early:
                return

    def _attempt(self, stop_at: int, at_step: Callable[[str, tuple[object, ...]], None], ended_as: int) -> None:
        case = self._copy()
        reading, writing = os.pipe()

        def disturbed() -> None:
            Steps(stop_at, at_step).arm()
            work(case, lambda said: _tell(writing, said), is_early=self._is_early)

        code = run_forked(disturbed)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as told:
            acknowledged = told.read().splitlines()
        self.tried += 1
        self.disturbed += code == ended_as
        if code not in (ended_as, ENDED):
            self.violations.append(f"step {stop_at}: ended with {code}")
        found = kept(case)
        self.violations += [f"step {stop_at}: {said} is lost" for said in acknowledged if said not in found]
        self.violations += [f"step {stop_at}: {fault}" for fault in check_case(case)]
        if len(found) > len(acknowledged) + 1:
            self.violations.append(f"step {stop_at}: more is there than was said")

    def _steps(self) -> int:
        reading, writing = os.pipe()
        case = self._copy()

        def counted() -> None:
            steps = Steps(0, die)
            steps.arm()
            work(case, lambda _said: None)
            real_write(writing, str(steps.count).encode())

        assert run_forked(counted) == ENDED
        return int(os.read(reading, 20))

    def _copy(self) -> Path:
        case = self._folder / "case"
        shutil.rmtree(case, ignore_errors=True)
        shutil.copytree(self._prepared, case)
        return case


def _tell(pipe: int, said: str) -> None:
    real_write(pipe, f"{said}\n".encode())


def main(way: str, folder: Path, every: int = 1) -> None:
    """Disturb in one way, and print what was found."""
    bench = Bench(folder, is_early=way == "kill-early")
    if way == "full":
        bench.every_step(be_full, ended_as=FULL, every=every)
    else:
        bench.every_step(die, ended_as=-signal.SIGKILL, every=every)
    report = {"tried": bench.tried, "disturbed": bench.disturbed, "violations": bench.violations}
    sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
