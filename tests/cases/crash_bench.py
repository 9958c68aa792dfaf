"""Kills, or fills the disk of, a small job at every step it makes towards the disk, and looks at what is left.

Run as a program, in a process of its own (it forks): `python -m tests.cases.crash_bench WAY FOLDER [EVERY]`. Prints one
line of JSON: how many runs were tried, how many were disturbed, and every violation found.

Ways: `kill` dies at each step (a write is torn in half first), `full` finds the disk full at each step, `random` is
killed from outside at random moments, `small-files` may write no file beyond a growing size. The planted faults, which
must be found, end at the first violation: `kill-database-first` acknowledges in the database before the log,
`kill-named-early` gives originals their name before they are complete, `kill-no-torn` does not look for a torn end of
the log. EVERY = 3 tries each third step only; of
`random` it is the number of kills.
"""

from __future__ import annotations

import errno
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from tenderlight.archive import custody, shelf
from tenderlight.archive.keys import PLACE
from tenderlight.cases import journal
from tenderlight.cases.checking import check_case
from tenderlight.cases.database import Database
from tenderlight.errors import StorageFull, TenderlightError
from tests.cases.small_job import do_job, everything, make_sources

ENDED, FULL, BROKEN = 0, 3, 4
FILES = 2
GROUP = 6
"""Changes acknowledged together: small, so that many orders are met."""
OPERATIONS = ("write", "fsync", "rename", "ftruncate", "mkdir", "chmod", "unlink")
RANDOM_KILLS = 12


class Steps:
    """Counts what goes to the disk, and does `at_step` at one of them."""

    def __init__(
        self, stop_at: int, at_step: Callable[[str, tuple[object, ...]], None], *, only: frozenset[str] | None = None
    ) -> None:
        self.count = 0
        self._only = only
        self._stop_at = stop_at
        self._at_step = at_step

    def arm(self) -> None:
        """Stand between the project and the operating system, and before and after each commit of the database."""
        for name in OPERATIONS:
            setattr(os, name, self._counted(name, getattr(os, name)))
        if shelf._sync_file_system is not None:
            shelf._sync_file_system = self._counted("syncfs", shelf._sync_file_system)  # type: ignore[assignment]
        commit = self._counted("commit", Database.commit)
        after = self._counted("committed", lambda _database: None)

        def counted_commit(database: Database) -> None:
            commit(database)
            after(database)

        Database.commit = counted_commit  # type: ignore[method-assign, assignment]

    def _counted(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        if self._only is not None and name not in self._only:
            return real

        def step(*arguments: object, **options: object) -> object:
            self.count += 1
            if self.count == self._stop_at:
                self._at_step(name, arguments)
            return real(*arguments, **options)

        return step


real_write = os.write


def die(name: str, arguments: tuple[object, ...]) -> NoReturn:
    """Die as by a kill -9; a write gets half of its bytes through."""
    if name == "write":
        descriptor, content = arguments
        assert isinstance(descriptor, int)
        assert isinstance(content, bytes | memoryview)
        real_write(descriptor, bytes(content)[: len(content) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def be_full(name: str, arguments: tuple[object, ...]) -> None:
    """Find the disk full; a write gets half of its bytes through."""
    if name in {"write", "fsync", "rename", "mkdir", "syncfs"}:
        if name == "write":
            descriptor, content = arguments
            assert isinstance(descriptor, int)
            assert isinstance(content, bytes | memoryview)
            real_write(descriptor, bytes(content)[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def run_forked(work: Callable[[], None]) -> int:
    """Do the work in a child; return how it ended: an exit code, or minus a signal."""
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            work()
            code = ENDED
        except StorageFull:
            code = FULL
        except BaseException as trouble:  # noqa: BLE001 - reported by the code
            sys.stderr.write(f"{type(trouble).__name__}: {trouble}\n")
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


class Bench:
    """One way of disturbing, over fresh cases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources = make_sources(folder / "sources", files=FILES)
        self.tried = 0
        self.disturbed = 0
        self.violations: list[str] = []
        undisturbed = folder / "undisturbed"
        do_job(undisturbed, self.sources)
        self.expected = everything(undisturbed)
        assert not check_case(undisturbed)

    def attempt(self, name: str, work: Callable[[Path], None], *, ended_as: int) -> None:
        """Disturb one job, look at what is left, go on with it undisturbed, and look again."""
        case = self.folder / "case"
        shutil.rmtree(case, ignore_errors=True)
        self.tried += 1
        code = run_forked(lambda: work(case))
        if code == ended_as:
            self.disturbed += 1
        elif code != ENDED:
            self.violations.append(f"{name}: ended with {code}")
        self._look(f"{name}, left", case)
        again = run_forked(lambda: do_job(case, self.sources))
        if again != ENDED:
            self.violations.append(f"{name}: the next run ended with {again}")
            return
        self._look(f"{name}, gone on with", case)
        if everything(case) != self.expected:
            self.violations.append(f"{name}: not the same case in the end")
        if list((case / "tmp").iterdir()):
            self.violations.append(f"{name}: something is left in tmp")

    def _look(self, name: str, case: Path) -> None:
        if not (case / "case.sqlite").exists() or not (case / "custody.jsonl").exists():
            return
        if not (case / "case.sqlite").stat().st_size:
            return  # killed before the database was made
        try:
            found = [str(fault) for fault in check_case(case)]
        except TenderlightError as trouble:
            found = [f"{type(trouble).__name__}: {trouble}"]
        # a torn end of the log is what a kill leaves; the next run sets it aside
        torn = "left" in name and _is_torn_only(case)
        self.violations.extend(f"{name}: {fault}" for fault in found if not torn)

    def every_step(
        self, at_step: Callable[[str, tuple[object, ...]], None], *, ended_as: int, every: int, until_found: bool
    ) -> None:
        """Disturb a job at its first step, at its second, and so on to the last.

        Until a fault is found, only writes and commits are disturbed: faults planted here show there.
        """
        only = frozenset({"write", "commit"}) if until_found else None
        for stop_at in range(1, self._steps_of_a_run(only) + 1, every):

            def work(case: Path, stop_at: int = stop_at) -> None:
                Steps(stop_at, at_step, only=only).arm()
                do_job(case, self.sources)

            self.attempt(f"step {stop_at}", work, ended_as=ended_as)
            if self.violations and until_found:
                return

    def _steps_of_a_run(self, only: frozenset[str] | None) -> int:
        reading, writing = os.pipe()

        def work() -> None:
            steps = Steps(0, die, only=only)
            steps.arm()
            do_job(self.folder / "counted", self.sources)
            real_write(writing, str(steps.count).encode())

        assert run_forked(work) == ENDED
        return int(os.read(reading, 20))

    def random_kills(self, *, seed: int, count: int) -> None:
        """Kill a job from outside, at random moments of it."""
        moments = random.Random(seed)
        started = time.monotonic()
        run_forked(lambda: do_job(self.folder / "timed", self.sources))
        length = time.monotonic() - started
        for number in range(count):
            moment = moments.uniform(0, length)

            def work(case: Path, moment: float = moment) -> None:
                parent = os.getpid()
                if os.fork() == 0:
                    time.sleep(moment)
                    os.kill(parent, signal.SIGKILL)
                    os._exit(0)
                do_job(case, self.sources)

            self.attempt(f"kill {number} after {moment:.3f} s", work, ended_as=-signal.SIGKILL)

    def small_files(self) -> None:
        """Let no file grow beyond a size, from almost nothing to more than enough."""
        for kibibytes in (0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 160, 192, 256, 1024):

            def work(case: Path, kibibytes: int = kibibytes) -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (kibibytes * 1024, kibibytes * 1024))
                do_job(case, self.sources)

            self.attempt(f"files up to {kibibytes} KiB", work, ended_as=FULL)


def _is_torn_only(case: Path) -> bool:
    """Say whether the log reads well up to a torn end, and nothing before is pinned or known to reach further."""
    content = (case / "custody.jsonl").read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    if whole == content:
        return False
    copy = case.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(case, copy)
    (copy / "custody.jsonl").write_bytes(whole)
    return not check_case(copy)


def plant(fault: str) -> None:
    """Break the order of writing on purpose."""
    if fault == "database-first":

        def commit(self: journal.Journal) -> None:
            if not self._changes or self._given_up:
                return
            content = b"".join(self._log._noted)
            here = self._log.position
            self._remember(
                custody.Position(
                    entries=here.entries + len(self._log._noted), size_bytes=here.size_bytes + len(content)
                )
            )
            self.database.commit()
            self.shelf.sync()
            self._log.commit()
            self._changes = 0

        journal.Journal.commit = commit  # type: ignore[method-assign]
    elif fault == "named-early":
        put = shelf.Shelf.put

        def put_early(self: shelf.Shelf, file: shelf.NewFile, final: Path) -> None:
            final.parent.mkdir(parents=True, exist_ok=True)
            content = file.path.read_bytes()
            with final.open("wb", buffering=0) as early:
                os.write(early.fileno(), content)
            put(self, file, final)

        shelf.Shelf.put = put_early  # type: ignore[method-assign]
    elif fault == "no-torn":

        def leave(_log: custody.CustodyLog, _size: int) -> None:
            return None

        custody.CustodyLog._set_aside = leave  # type: ignore[method-assign, assignment]
    else:
        raise ValueError(fault)


def main(way: str, folder: Path, every: int = 1) -> None:
    """Disturb in one way, and print what was found."""
    journal.GROUP_CHANGES = GROUP
    os.environ[PLACE] = str(folder / "keys")  # checkpoints are signed: that is a step towards the disk, too
    bench = Bench(folder)
    if way.startswith("kill"):
        fault = way.removeprefix("kill").removeprefix("-")
        if fault:
            plant(fault)
        bench.every_step(die, ended_as=-signal.SIGKILL, every=every, until_found=bool(fault))
    elif way == "full":
        bench.every_step(be_full, ended_as=FULL, every=every, until_found=False)
    elif way == "random":
        bench.random_kills(seed=20_221_205, count=every if every > 1 else RANDOM_KILLS)
    elif way == "small-files":
        bench.small_files()
    else:
        raise ValueError(way)
    report = {"tried": bench.tried, "disturbed": bench.disturbed, "violations": bench.violations}
    sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:]))
