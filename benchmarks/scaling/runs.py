"""One run of the main job, done in one of several ways, and watched."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scaling.watched import Cost, watched

IN_PROCESS = "from benchmarks.scaling.in_process_run import main; main()"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How the jobs of a run are done."""

    name: str
    options: tuple[str, ...] = ()
    is_in_process: bool = False

    def command(self, documents: Path, case: Path) -> list[str]:
        """Return the command that runs the main job this way."""
        if self.is_in_process:
            return [sys.executable, "-c", IN_PROCESS, str(documents), str(case)]
        run = ["-m", "tenderlight", "find", str(documents), "--case", str(case), "--no-screen", "--no-compare"]
        return [sys.executable, *run, *self.options]


def run(way: Way, documents: Path, case: Path) -> Cost:
    """Run the main job and measure it.

    Raises:
        RuntimeError: If it did not come to its end.
    """
    return watched(way.command(documents, case), os.environ | {"TENDERLIGHT_NICENESS": "0"})
