"""Cuts the power under a small job, many times, and looks at what is left. Needs root, mkfs.ext4 and loop devices.

    python -m tests.cases.power_cuts [CUTS] [--broken]

The file behind a loop mount holds only what the kernel has written out. So: run a job on a loop mount, stop it at a
random moment, copy that file at once, mount the copy (the journal is replayed, as after a real cut), check the case,
go on with the job. `--broken` forces nothing to the disk; the cuts must find that. Run by hand before a release.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenderlight.archive import shelf
from tenderlight.archive.keys import PLACE
from tenderlight.cases import journal
from tenderlight.cases.checking import check_case
from tenderlight.errors import TenderlightError
from tests.cases.small_job import do_job, everything, make_sources

IMAGE_MEBIBYTES = 48
OPTIONS = "loop,data=writeback"
GROUP = 6


def run(*command: object) -> None:
    """Run a command that must succeed."""
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[None]:
    """Mount an image for the block."""
    run("mount", "-o", OPTIONS, image, place)
    try:
        yield
    finally:
        run("umount", place)


def job_in_child(case: Path, sources: Path, *, stop_after: float | None, is_broken: bool) -> Path:
    """Do the job in a child, and kill it after so many seconds; return the file it tells its acknowledgements to."""
    told = sources.parent / "told"
    told.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        if is_broken:
            os.fsync = lambda _descriptor: None  # type: ignore[assignment]
            shelf._sync_file_system = None
        commit = journal.Journal.commit

        def telling(self: journal.Journal) -> None:
            commit(self)
            if self._log.position.entries:
                told.write_text(str(self._log.position.entries))

        journal.Journal.commit = telling  # type: ignore[method-assign]
        do_job(case, sources)
        os._exit(0)
    if stop_after is not None:
        time.sleep(stop_after)
        os.kill(child, 9)
    os.waitpid(child, 0)
    return told


def cut(folder: Path, empty: Path, expected: str, *, stop_after: float, is_broken: bool) -> list[str]:
    """Cut the power once; return what does not hold afterwards."""
    image, left, place = folder / "image", folder / "left", folder / "mount"
    shutil.copyfile(empty, image)
    case = place / "case"
    with mounted(image, place):
        told = job_in_child(case, folder / "sources", stop_after=stop_after, is_broken=is_broken)
        run("cp", "--sparse=always", image, left)
    acknowledged = int(told.read_text() or 0) if told.exists() else 0
    with mounted(left, place):
        try:
            found = look(case, acknowledged)
            do_job(case, folder / "sources")
            found += [str(fault) for fault in check_case(case)]
            if everything(case) != expected:
                found.append("not the same case in the end")
        except TenderlightError as trouble:
            found = [f"{type(trouble).__name__}: {trouble}"]
    return found


def look(case: Path, acknowledged: int) -> list[str]:
    """Return what does not hold after the cut; a torn end of the log is no fault."""
    log = case / "custody.jsonl"
    content = log.read_bytes() if log.exists() else b""
    there = content.count(b"\n")
    if there < acknowledged:
        return [f"{acknowledged} entries were acknowledged, {there} are there"]
    if content.endswith(b"\n") and (case / "case.sqlite").exists() and (case / "case.sqlite").stat().st_size:
        return [str(fault) for fault in check_case(case)]
    return []


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main(cuts: int, *, is_broken: bool) -> None:
    """Cut the power `cuts` times and print what was found."""
    journal.GROUP_CHANGES = GROUP
    moments = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ[PLACE] = str(folder / "keys")
        (folder / "mount").mkdir()
        make_sources(folder / "sources", files=6)
        do_job(folder / "undisturbed", folder / "sources")
        expected = everything(folder / "undisturbed")
        empty = folder / "empty"
        with empty.open("wb") as image:
            image.truncate(IMAGE_MEBIBYTES << 20)
        run("mkfs.ext4", "-q", "-F", empty)
        shutil.copyfile(empty, folder / "image")
        started = time.monotonic()
        with mounted(folder / "image", folder / "mount"):
            job_in_child(folder / "mount" / "case", folder / "sources", stop_after=None, is_broken=is_broken)
        length = time.monotonic() - started
        faulty = 0
        for number in range(cuts):
            moment = moments.uniform(0, length)
            found = cut(folder, empty, expected, stop_after=moment, is_broken=is_broken)
            faulty += bool(found)
            for fault in found[:3]:
                say(f"cut {number} after {moment:.3f} s: {fault}")
        say(f"{cuts} power cuts, job of {length:.2f} s, ext4 {OPTIONS}: {faulty} with something lost or damaged")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(numbers[0] if numbers else 20, is_broken="--broken" in sys.argv)
