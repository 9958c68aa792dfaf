"""Disturbs jobs on cases in an object store, and counts what was lost or doubled.

    python -m tests.services.store_bench kills 50     killed at random moments, every tenth request with a fault
    python -m tests.services.store_bench faults 50    every third request with a fault, until the job is done
    python -m tests.services.store_bench two 20       two writers at once on one store, each with a folder of its own
    python -m tests.services.store_bench both 20      tables on a PostgreSQL server that is cut, restarted or killed at
                                                      random moments, every twentieth request to the store with a fault

Add a number to begin the chances with; it is printed. What a job ended with that it should not have ended with is
printed with its trace, and counted.

After each, the case must say what an undisturbed one in a folder says, its log must be the joined segments and have
every entry that was acknowledged before, no file may have been received twice, and every check must hold.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.custody import Act, read_log
from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.storage import make_folder
from tenderlight.archive.store_place import StorePlace, copies_folder, note_place
from tenderlight.cases.checking import check_case
from tenderlight.cases.opening import folder_of
from tenderlight.cases.places import Place
from tenderlight.errors import CaseInUse, DatabaseLost, StorageFull, StoreUnavailable
from tests.cases.small_job import do_job, everything, make_sources
from tests.memory_disk import memory_folder
from tests.services.faulty_proxy import CUT, CUT_REQUEST, LIE, LOSE_ANSWER, REFUSE, Faults, faulty_proxy, no_fault
from tests.services.postgresql import OwnServer
from tests.services.store_server import KEYS, make_bucket, store_server

FAULTS = (REFUSE, LOSE_ANSWER, CUT, CUT_REQUEST, LIE, "500", "503", "507")
BUCKET = "bench"


class Bench:
    """A folder, a store with faults before it, and what an undisturbed case says."""

    def __init__(self, folder: Path, faults: Faults) -> None:
        self.folder = folder
        self.faults = faults
        self.sources = make_sources(folder / "sources")
        do_job(folder / "plain", self.sources)
        self.undisturbed = everything(folder / "plain")
        self.counts: Counter[str] = Counter()
        self.errors = folder / "errors"
        """Traces of what jobs ended with that they should not have ended with."""

    def begin(self, name: str) -> tuple[Path, StorePlace]:
        """Return a new case, in a part of the store of its own."""
        place = StorePlace(bucket=BUCKET, prefix=name)
        return self.case_on(place, name), place

    def case_on(self, place: StorePlace, name: str) -> Path:
        """Return a new case on a part of the store."""
        case = self.folder / name
        make_folder(case)
        note_place(case, place)
        return case

    def disturb(self, share: float, drawn: random.Random) -> None:
        """Have that share of requests meet a fault."""
        self.faults.set(lambda _: drawn.choice(FAULTS) if drawn.random() < share else None)

    def until_done(self, case: Place) -> None:
        """Do the job until it ends, and count what stopped it."""
        while True:
            before = log_of(case)
            try:
                do_job(case, self.sources)
            except (StoreUnavailable, StorageFull, CaseInUse, DatabaseLost) as trouble:
                self.counts[f"stopped by {type(trouble).__name__}"] += 1
                continue
            finally:
                self.counts["acknowledged entries lost"] += not log_of(case).startswith(before)
            return

    def count_from(self, work: Callable[[], None]) -> None:
        """Do something in a child (the library's threads do not live on in copies), and take over what it counted."""
        self.count_from_all([work])

    def count_from_all(self, works: list[Callable[[], None]]) -> None:
        """Do several things at once, each in a child, and take over what they counted."""
        children = []
        for work in works:
            ours, theirs = os.pipe()
            child = start(lambda work=work, to=theirs: self._count_in(work, to), self.errors)  # type: ignore[misc]
            children.append((child, ours))
            os.close(theirs)
        for child, ours in children:
            os.waitpid(child, 0)
            with os.fdopen(ours, "rb") as counts:
                self.counts.update(json.loads(counts.read() or b'{"children that failed": 1}'))

    def _count_in(self, work: Callable[[], None], to: int) -> None:
        self.counts.clear()
        work()
        os.write(to, json.dumps(self.counts).encode())

    def look(self, case: Place, place: StorePlace) -> None:
        """Count what is not as it should be."""
        self.counts["faults"] += len(self.faults.done)
        self.faults.set(no_fault)
        self.count_from(lambda: self._look(case, place))
        shutil.rmtree(folder_in(case), ignore_errors=True)

    def _look(self, case: Place, place: StorePlace) -> None:
        store, folder = ObjectStore(place), folder_of(case)
        joined = b"".join(store.read(key, most_bytes=size) or b"" for key, size in store.keys("custody"))
        received = Counter(
            (
                entry.details["object"],
                entry.details.get("path"),
                entry.details.get("member"),
                entry.details.get("container"),
            )
            for entry, _ in read_log(folder)
            if entry.act == Act.INGEST
        )
        self.counts["jobs"] += 1
        self.counts["says something else"] += everything(case) != self.undisturbed
        self.counts["log is not the joined segments"] += not joined.startswith((folder / LOG).read_bytes())
        self.counts["received twice"] += sum(count - 1 for count in received.values())
        troubles = [trouble.message for trouble in check_case(case)]
        self.counts["checks that do not hold"] += bool(troubles)
        for trouble in troubles:
            self.counts[f"check: {trouble}"] += 1


def kills(bench: Bench, count: int, drawn: random.Random) -> None:
    """Kill jobs at random moments."""
    started = time.monotonic()
    case, place = bench.begin("timed")
    in_child(lambda: do_job(case, bench.sources), bench.errors, killed_after=None)
    longest = time.monotonic() - started
    bench.look(case, place)
    for number in range(count):
        case, place = bench.begin(f"kill-{number}")
        bench.disturb(0.1, drawn)
        for _ in range(2):
            moment = drawn.uniform(0, longest)
            killed = in_child(partial(bench.until_done, case), bench.errors, killed_after=moment)
            bench.counts["killed"] += killed
        bench.count_from(lambda case=case: bench.until_done(case))  # type: ignore[misc]
        bench.look(case, place)


def faults(bench: Bench, count: int, drawn: random.Random) -> None:
    """Do jobs against a store that fails often."""
    for number in range(count):
        case, place = bench.begin(f"faults-{number}")
        bench.disturb(0.33, drawn)
        bench.count_from(lambda case=case: bench.until_done(case))  # type: ignore[misc]
        bench.look(case, place)


def two(bench: Bench, count: int, drawn: random.Random) -> None:
    """Have two writers do one job at once."""
    for number in range(count):
        place = StorePlace(bucket=BUCKET, prefix=f"two-{number}")
        cases = [bench.case_on(place, f"two-{number}-{who}") for who in ("one", "other")]
        bench.disturb(0.02, drawn)
        bench.count_from_all([lambda case=case: bench.until_done(case) for case in cases])  # type: ignore[misc]
        for case in cases:  # reads on where the other came to
            bench.count_from(lambda case=case: bench.until_done(case))  # type: ignore[misc]
        for case in reversed(cases):
            bench.look(case, place)


def both(bench: Bench, count: int, drawn: random.Random) -> None:
    """Do jobs on cases with tables on a server that goes away, and a store that fails."""
    os.environ["TENDERLIGHT_COPIES"] = str(bench.folder / "copies")
    with OwnServer() as server:
        for number in range(count):
            store = StorePlace(bucket=BUCKET, prefix=f"both-{number}")
            place = server.case(store)
            bench.disturb(0.05, drawn)
            over = threading.Event()
            thread = threading.Thread(target=_disturb_server, args=(bench, server, drawn, over))
            thread.start()
            bench.count_from(partial(bench.until_done, place))
            over.set()
            thread.join()
            bench.look(place, store)


def _disturb_server(bench: Bench, server: OwnServer, drawn: random.Random, over: threading.Event) -> None:
    while not over.wait(drawn.uniform(0.1, 1.5)):
        how = drawn.choice(("cut", "restarted", "killed"))
        bench.counts[f"database {how}"] += 1
        if how == "cut":
            server.cut()
            continue
        (server.stop if how == "restarted" else server.kill)()
        server.start()


def folder_in(case: Place) -> Path:
    """Return the folder of a case, or of its copies."""
    if isinstance(case, Path):
        return case
    assert isinstance(case.store, StorePlace)
    return copies_folder(case.store)


def log_of(case: Place) -> bytes:
    """Return the copy of the log in a case folder; empty if there is none yet."""
    path = folder_in(case) / LOG
    return path.read_bytes() if path.exists() else b""


def start(work: Callable[[], None], errors: Path) -> int:
    """Do something in a child; return its number. What it ends with is added to a file."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            with errors.open("a", encoding="utf-8") as file:
                file.write(f"{traceback.format_exc()}\0")
            raise
        finally:
            os._exit(code)
    return child


def in_child(work: Callable[[], None], errors: Path, *, killed_after: float | None) -> bool:
    """Do something in a child, and kill it after so many seconds; say whether it had to be."""
    child = start(work, errors)
    until = None if killed_after is None else time.monotonic() + killed_after
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.WIFSIGNALED(status)
        if until is not None and time.monotonic() >= until:
            os.kill(child, signal.SIGKILL)
            until = None
        time.sleep(0.005)


def main(way: str, count: int, seed: int) -> None:
    """Run one of the benches, and print the counts."""
    os.environ.update(KEYS, TENDERLIGHT_STORE_TRIES="3")
    drawn = random.Random(seed)
    with memory_folder() as folder, store_server(folder) as port, faulty_proxy(port) as (address, of_proxy):
        os.environ["AWS_ENDPOINT_URL"] = address
        make_bucket(port, BUCKET)
        bench = Bench(folder, of_proxy)
        {"kills": kills, "faults": faults, "two": two, "both": both}[way](bench, count, drawn)
        traces = bench.errors.read_text("utf-8").split("\0")[:-1] if bench.errors.exists() else []
    sys.stdout.write(f"{way} {count} {seed}\n")
    for trace, times in Counter(traces).most_common():
        sys.stdout.write(f"{times} times:\n{trace}\n")
    bench.counts["errors that were none of those expected"] = len(traces)
    for name, found in sorted(bench.counts.items()):
        sys.stdout.write(f"{found:6} {name}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int((*sys.argv, sys.argv[2])[3]))
