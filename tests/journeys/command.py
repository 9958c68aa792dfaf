"""Runs the command as a user does: in a process of its own, from a folder of its own.

Where its start is not what is tested, it is forked from a process that has everything loaded, and its caged lanes are
copied from those that this process of the tests holds open: see `loaded`.
"""

from __future__ import annotations

import atexit
import ctypes
import functools
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tenderlight.pipeline import local, one_file
from tests.journeys.forked import CAN_FORK, LoadedCommand

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "lanshui-county"
COMMAND = (sys.executable, "-W", "error", "-m", "tenderlight")
"""A warning in the parent process ends the run."""
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
LONGEST_SECONDS = 240.0
WORKSHOPS = {"find": (local.WORKSHOP,), "read": (one_file.WORKSHOP,), "verify": (one_file.WORKSHOP,)}
"""What commands open in the cage that have much to load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: bytes
    err: str

    @property
    def lines(self) -> list[str]:
        """Lines of standard output."""
        return self.out.decode("utf-8").splitlines()


def environment(**more: str) -> dict[str, str]:
    """Return the variables a command is started with: words at full width, no colour, UTF-8."""
    return {**os.environ, "COLUMNS": "400", "NO_COLOR": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **more}


def tenderlight(
    *arguments: str | Path | bytes, folder: Path | None = None, as_anyone: bool = False, anew: bool = False
) -> Ended:
    """Run `tenderlight` to its end.

    Args:
        arguments: As typed.
        folder: Where to stand; None = where the tests stand.
        as_anyone: Without the superuser's right to read and write whatever is locked.
        anew: By a fresh interpreter that loads everything, as always for `as_anyone`.
    """
    if as_anyone or anew or not CAN_FORK:
        return _started(arguments, folder=folder, as_anyone=as_anyone)
    code, out, err = _loaded().run(
        [os.fsdecode(one) for one in arguments],
        folder=folder or Path.cwd(),
        variables=environment(),
        workshops=WORKSHOPS.get(os.fsdecode(arguments[0]), ()) if arguments else (),
        seconds=LONGEST_SECONDS,
    )
    return Ended(code=code, out=out, err=err.decode("utf-8", "backslashreplace"))


def _started(arguments: tuple[str | Path | bytes, ...], *, folder: Path | None, as_anyone: bool) -> Ended:
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=LONGEST_SECONDS,
        stdin=subprocess.DEVNULL,
        check=False,
        preexec_fn=_give_up_privileges if as_anyone else None,
    )
    return Ended(code=done.returncode, out=done.stdout, err=done.stderr.decode("utf-8", "backslashreplace"))


@functools.cache
def _loaded() -> LoadedCommand:
    made = LoadedCommand(ROOT, environment())
    atexit.register(made.close)
    return made


def find(*arguments: str | Path, as_anyone: bool = False, anew: bool = False) -> Ended:
    """Run `tenderlight find` with one caged lane: a second one costs more to start than these tests give it to do.

    Words are not held against pictures: that is tested with the example case, and below the command.
    """
    return tenderlight("find", *arguments, "--workers", "1", "--no-compare", as_anyone=as_anyone, anew=anew)


def _give_up_privileges() -> None:
    """Have the program started next obey the modes of files even if it is the superuser's."""
    kernel = ctypes.CDLL(None, use_errno=True)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if kernel.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) and os.geteuid() == 0:
            raise OSError(ctypes.get_errno(), "a privilege could not be given up")
