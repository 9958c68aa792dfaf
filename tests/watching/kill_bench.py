"""Kills a watch at random, again and again, while its site changes in steps and fails; counts what was lost or doubled.

    python -m tests.watching.kill_bench 120          at least so many kills
    python -m tests.watching.kill_bench 120 7        with other chances

At each step the watch is killed at random moments, then goes on until a look has taken place without trouble: what a
site shows while nobody looks cannot be seen. Questions for robots.txt run into the limit of time, answers are 503, and
connections are closed, one in ten each. At the end the log must say what that of an undisturbed watch says, address by
address; no entry and no capture may be there twice; nothing may wait; and every check of the case must hold.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tenderlight.archive.custody import read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.watching import folders, taking_in
from tenderlight.watching.fetches import Manners
from tenderlight.watching.looks import ARRIVED
from tenderlight.watching.places import Watched
from tests.watching.site import Asked, Page, Site, feed, package, served
from tests.watching.watched import WatchedCase

KILLS_A_STEP = 4
DOCUMENTS, RELEASES, FILES = 6, 7, 3
SLOW_SECONDS = 0.6
MANNERS = Manners(agent="tenderlight/test", delay_seconds=0.0, pause_seconds=0.01, tries=2)
Said = dict[str, list[tuple[object, ...]]]


def pages_at(step: int) -> dict[str, Page]:
    """Return what the site says at a step: documents and releases are new, changed, gone, and back."""
    pages = {"/page": Page(body=f"page {step // 2}".encode())}
    there = [number for number in range(DOCUMENTS) if (number + step) % 4]
    pages |= {f"/document/{number}": Page(body=f"{number} {(step + number) // 3}".encode()) for number in there}
    pages["/feed"] = Page(body=feed(*(f"/document/{number}" for number in there)))
    made = [(str(number), f"title {(step * number) % 5}") for number in range(RELEASES) if (number + step) % 3]
    pages["/releases"] = Page(body=package(*made[:3], following="/releases/2"))
    pages["/releases/2"] = Page(body=package(*made[3:]))
    return pages | changes_at(step)


def changes_at(step: int) -> dict[str, Page]:
    """Return a list of changes, three a step, by pages of two, and what is there now."""
    made = [(f"t{(one + of) % RELEASES}", str(of)) for of in range(step + 1) for one in range(0, 6, 2)]
    pages = {f"/tenders/{number}": Page(body=f"{number} {day}".encode()) for number, day in made}
    for start in range(len(made) + 1):
        here = made[start : start + 2]
        data = [{"id": number, "dateModified": day} for number, day in here]
        following = {"path": f"/tenders?offset={start + len(here)}"}
        path = f"/tenders?offset={start}" if start else "/tenders"
        pages[path] = Page(body=json.dumps({"data": data, "next_page": following}).encode())
    return pages


def files_at(step: int, folder: Path) -> None:
    """Write what a folder has at a step."""
    for number in range(FILES):
        file = folder / f"{number}.txt"
        if (number + step) % FILES == 0:
            file.unlink(missing_ok=True)
        else:
            file.write_text(f"{number} {step // 2}")


def with_faults(pages: dict[str, Page], drawn: random.Random) -> dict[str, Page | Callable[[Asked], Page | bytes]]:
    """Have one answer in ten fail, and one question for robots.txt in ten run into the limit of time."""

    def failing(page: Page) -> Callable[[Asked], Page | bytes]:
        def say(_: Asked) -> Page | bytes:
            chance = drawn.random()
            return Page(status=503) if chance < 0.05 else b"" if chance < 0.1 else page

        return say

    def robots(_: Asked) -> Page:
        if drawn.random() < 0.1:
            time.sleep(SLOW_SECONDS)
        return Page(status=404)

    return {**{path: failing(page) for path, page in pages.items()}, "/robots.txt": robots}


def case_of(site: Site, folder: Path, files: Path) -> WatchedCase:
    """Return a case that watches all of it."""
    watched = WatchedCase(folder=folder, manners=MANNERS, most_seconds=SLOW_SECONDS / 2)
    for address in (*(f"{site.url}/{name}" for name in ("feed", "releases", "page", "tenders")), str(files)):
        watched.add(address)
    return watched


def in_child(work: Callable[[], bool], *, killed_after: float | None) -> bool | None:
    """Do something in a child; return what came of it, or None if it was killed."""
    child = os.fork()
    if child == 0:
        code = 2
        try:
            os.setpgid(0, 0)
            code = 0 if work() else 1
        finally:
            os._exit(code)
    until = None if killed_after is None else time.monotonic() + killed_after
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            if os.WIFSIGNALED(status):
                return None
            assert os.WEXITSTATUS(status) in (0, 1), status
            return os.WEXITSTATUS(status) == 0
        if until is not None and time.monotonic() >= until:
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.002)


def looked(watched: WatchedCase) -> bool:
    """Look once; say whether all that is there was seen."""
    counts = watched.look()
    states = [Watched(watched.folder).state(place) for place in Watched(watched.folder).places()]
    troubled = [one for state in states for one in state.known.values() if one.failed]
    return not (counts.failed or counts.left_waiting or troubled or any(state.trouble for state in states))


def said_by(watched: WatchedCase, files: Path) -> Said:
    """Return what the log says of each address, in order."""
    said: Said = {}
    for entry in watched.entries():
        about = entry.details
        address = str(about["address"]).removeprefix(f"{files.name}/")
        address = "/" + address.split("/", 3)[3] if address.startswith("http") else address
        said.setdefault(address, []).append((about["what"], about["content_sha256"], about["before_sha256"]))
    return said


def settle(files: Path) -> None:
    """Wait until files are old enough to be taken as written to their end."""
    time.sleep(folders.SETTLED_SECONDS * 2 if any(files.iterdir()) else 0)


def main(least: int, seed: int) -> None:
    """Run the bench, and print the counts."""
    drawn, counts = random.Random(seed), Counter[str]()
    folders.SETTLED_SECONDS = 0.02
    # the main job has kills of its own
    vars(taking_in)["find"] = lambda options: Case.open(options.case_folder)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as name, served() as site:
        top = Path(name)
        files = top / "files"
        files.mkdir()
        quiet = case_of(site, top / "quiet", files)
        disturbed = case_of(site, top / "disturbed", files)
        step, longest = 0, 0.5
        while counts["killed"] < least:
            files_at(step, files)
            settle(files)
            site.pages = dict(pages_at(step))
            started = time.monotonic()
            assert in_child(lambda: looked(quiet), killed_after=None)
            longest = 1.2 * (time.monotonic() - started)
            site.pages = dict(with_faults(pages_at(step), drawn))
            for _ in range(KILLS_A_STEP):
                ended = in_child(lambda: looked(disturbed), killed_after=drawn.uniform(0, longest))
                counts["killed" if ended is None else "ended before they were killed"] += 1
            while not in_child(lambda: looked(disturbed), killed_after=None):
                counts["looks with trouble"] += 1
            step += 1
        counts["steps"] = step
        expected, found = said_by(quiet, files), said_by(disturbed, files)
        counts["entries"] = sum(map(len, expected.values()))
        for address in expected.keys() | found.keys():
            one, other = expected.get(address, []), found.get(address, [])
            counts["entries lost"] += sum((Counter(one) - Counter(other)).values())
            counts["entries doubled"] += sum((Counter(other) - Counter(one)).values())
            counts["addresses that differ"] += one != other
        paths = Counter(
            entry.details["path"] for entry, _ in read_log(disturbed.folder) if entry.details.get("path") is not None
        )
        counts["captures"] = sum("watch/" in str(path) for path in paths)
        counts["captures taken in twice"] += sum(
            count - 1 for path, count in paths.items() if str(path).endswith(".gz")
        )
        counts["left waiting"] += len(list((disturbed.folder / "watch" / ARRIVED).iterdir()))
        counts["checks that do not hold"] += len(check_case(disturbed.folder))
    for what, count in sorted(counts.items()):
        sys.stdout.write(f"{count:6} {what}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int((*sys.argv, "1")[2]))
