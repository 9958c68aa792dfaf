"""Makes the index of a case in a process of its own, while a desk on the case is used already.

    TENDERLIGHT_INDEXED_CASE=CASE python -m tenderlight.cases.index_making FOLDER

The case is only read. It can be stopped at any moment: what is durable by then is used, and the next goes on there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tenderlight.cage.yielding import yield_as_a_session, yield_to_people
from tenderlight.cases.places import Place, place_of
from tenderlight.errors import TenderlightError

_CASE = "TENDERLIGHT_INDEXED_CASE"
"""Names the case: an address may hold a password, which would stand in the list of processes."""


def start(case: Place, index_folder: Path) -> subprocess.Popen[bytes]:
    """Start the process; Ctrl-C does not reach it. Its exit code is 0, or that of the error it met."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    environment[_CASE] = str(case.absolute()) if isinstance(case, Path) else case.address
    command = [sys.executable, "-P", "-m", __name__, str(index_folder.absolute())]
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(
        command, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )


def make(place: Place, index_folder: Path) -> int:
    """Bring the index of a case up to what was read; return the exit code of what came of it."""
    from tenderlight.cases import Case

    try:
        with Case.open(place) as case:
            case.search.keep_in(index_folder)
            case.search.refresh()
    except TenderlightError as trouble:
        return trouble.exit_code
    return 0


if __name__ == "__main__":
    yield_to_people()
    yield_as_a_session()
    sys.exit(make(place_of(os.environ.pop(_CASE)), Path(sys.argv[1])))
