"""Makes the index of a case in processes of their own: for a desk that is used already, or parts of it side by side.

    TENDERLIGHT_INDEXED_CASE=CASE python -m tenderlight.cases.index_making FOLDER
    TENDERLIGHT_INDEXED_CASE=CASE python -m tenderlight.cases.index_making --parts JOB

The case is only read. It can be stopped at any moment: what is durable by then is used, and the next goes on there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tenderlight.archive.storage import write_whole
from tenderlight.cage.yielding import yield_as_a_session, yield_to_people
from tenderlight.cases.places import Place, place_of
from tenderlight.cases.search_parts import MADE, Job
from tenderlight.errors import TenderlightError

_CASE = "TENDERLIGHT_INDEXED_CASE"
"""Names the case: an address may hold a password, which would stand in the list of processes."""
_MODULE = "tenderlight.cases.index_making"
_PARTS = "--parts"
LOOK_SECONDS = 0.05
STOP_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalWorkers:
    """Processes on this machine that make parts of the index of a case."""

    case: Place
    count: int
    are_here: bool = True

    def make(self, folder: Path, jobs: Sequence[Job]) -> Iterator[Path]:
        """Have each do a job, and yield the folder of each part that is made.

        Args:
            folder: For their files.
            jobs: No more than there are processes.
        """
        folder.mkdir(parents=True)
        working: list[subprocess.Popen[bytes]] = []
        try:
            for number, job in enumerate(jobs):
                file = folder / f"job-{number}.json"
                write_whole(file, msgspec.json.encode(job), temporary=folder / "job.new")
                working.append(_started(self.case, _PARTS, str(file.absolute())))
            waiting = [Path(part.folder) for job in jobs for part in job.parts]
            while waiting:
                is_over = all(process.poll() is not None for process in working)
                made = [part for part in waiting if (part / MADE).exists()]
                yield from made
                waiting = [part for part in waiting if part not in made]
                if is_over:  # those that are still waited for were not made
                    return
                time.sleep(LOOK_SECONDS)
        finally:
            _end(working)


def start(case: Place, index_folder: Path) -> subprocess.Popen[bytes]:
    """Start the process; Ctrl-C does not reach it. Its exit code is 0, or that of the error it met."""
    return _started(case, str(index_folder.absolute()))


def make(place: Place, index_folder: Path) -> int:
    """Bring the index of a case up to what was read; return the exit code of what came of it."""
    from tenderlight.cases import Case

    try:
        with Case.open(place) as case:
            case.search.keep_in(index_folder)
            case.search.refresh(workers=LocalWorkers(case=place, count=os.cpu_count() or 1))
    except TenderlightError as trouble:
        return trouble.exit_code
    return 0


def make_parts(place: Place, job: Path) -> int:
    """Make parts of the index of a case as long as the process lives that asked for them; return an exit code."""
    from tenderlight.cases import Case

    asked_by = os.getppid()
    try:
        with Case.open(place) as case:
            case.search.make_parts(msgspec.json.decode(job.read_bytes(), type=Job), lambda: os.getppid() == asked_by)
    except TenderlightError as trouble:
        return trouble.exit_code
    except InterruptedError:
        return 1
    return 0


def _started(case: Place, *words: str) -> subprocess.Popen[bytes]:
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    environment[_CASE] = str(case.absolute()) if isinstance(case, Path) else case.address
    command = [sys.executable, "-P", "-m", _MODULE, *words]
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(
        command, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    until = time.monotonic() + STOP_SECONDS
    for process in processes:
        try:
            process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":
    _case = place_of(os.environ.pop(_CASE))
    if sys.argv[1] == _PARTS:
        yield_as_a_session()
        sys.exit(make_parts(_case, Path(sys.argv[2])))
    yield_to_people()
    yield_as_a_session()
    sys.exit(make(_case, Path(sys.argv[1])))
