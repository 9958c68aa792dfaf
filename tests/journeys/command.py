"""Runs the command as a user does: in a process of its own, from a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "lanshui-county"
COMMAND = (sys.executable, "-W", "error", "-m", "tenderlight")
"""A warning in the parent process ends the run."""
LONGEST_SECONDS = 120.0


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


def tenderlight(*arguments: str | Path | bytes, folder: Path | None = None) -> Ended:
    """Run `tenderlight` to its end.

    Args:
        arguments: As typed.
        folder: Where to stand; None = where the tests stand.
    """
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        timeout=LONGEST_SECONDS,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Ended(code=done.returncode, out=done.stdout, err=done.stderr.decode("utf-8", "backslashreplace"))
