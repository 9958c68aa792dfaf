"""Runs every benchmark of this folder, one after the other, and says at the end which of their goals hold.

    python benchmarks/run.py [--shared DIR] [NAME ...]

A benchmark that takes `--shared` reads real files of the shared folder, and is left out where that folder is absent.
Exit code 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
LAST = "find"
"""The longest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """One script of this folder."""

    path: Path

    @property
    def name(self) -> str:
        """Its name, without the suffix."""
        return self.path.stem

    @property
    def needs_shared(self) -> bool:
        """Whether it reads files of the shared folder."""
        return '"--shared"' in self.path.read_text("utf-8")

    def run(self, shared: Path) -> str:
        """Run it and return how it ended, in a word."""
        if self.needs_shared and not (shared / "data").is_dir():
            return "left out: needs the shared folder"
        options = ["--shared", str(shared)] if self.needs_shared else []
        done = subprocess.run([sys.executable, str(self.path), *options], check=False)
        return "holds" if done.returncode == 0 else f"MISSED (exit code {done.returncode})"


def benchmarks() -> list[Benchmark]:
    """Return the benchmarks of this folder in the order in which they run."""
    paths = [path for path in FOLDER.glob("*.py") if path.name != Path(__file__).name]
    return [Benchmark(path=path) for path in sorted(paths, key=lambda path: (path.stem == LAST, path.stem))]


def main() -> int:
    """Run them; exit code 0 if every goal holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these")
    parser.add_argument("--shared", type=Path, default=FOLDER.parents[1] / "shared")
    arguments = parser.parse_args()
    chosen = [one for one in benchmarks() if not arguments.names or one.name in arguments.names]
    ends: list[tuple[str, str, float]] = []
    for one in chosen:
        print(f"\n=== {one.name} " + "=" * (70 - len(one.name)), flush=True)
        start = time.perf_counter()
        ends.append((one.name, one.run(arguments.shared.resolve()), time.perf_counter() - start))
    print(f"\n{'benchmark':24}{'seconds':>9}  goals")
    for name, end, seconds in ends:
        print(f"{name:24}{seconds:9.0f}  {end}")
    return 1 if any("MISSED" in end for _, end, _ in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
