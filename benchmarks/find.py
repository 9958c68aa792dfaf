"""What the main job costs over many files: documents a second, memory, and a second run over the same files.

    python benchmarks/find.py [--shared DIR] [FOLDER] [--workers 2] [--parts 4 2 1]

Runs `tenderlight find` over every fourth file of the folder, over every second, and over all (by default the whole of
the shared data), each into a new case; then over all again. Memory is looked at ten times a second: the peak of the
parent alone as the kernel keeps it (VmHWM), and of the whole tree of processes at one moment, with pages that are
shared counted once (PSS). Processor seconds are those of the whole tree, and of the parent alone.

Goals: the parent stays under 300 MB, and flat as the folder grows: over all files at most 1.25 times what it takes over
half of them (a fourth may lack the large pictures of pages whose pixels pass through it, a few at a time). A second run
takes at most a twentieth of the first. Every file ends as read, or with a problem. Exit code 1 if one is missed, 2 if
there is nothing to run over.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.scaling.watched import Cost, watched
from tenderlight.cases import Case
from tenderlight.model.document import ReadState

GOAL_PARENT_MEGABYTES = 300.0
GOAL_GROWTH = 1.25
GOAL_SECOND_RUN = 20.0
SECOND_RUNS = 3


def find(folder: Path, case: Path, *, workers: int) -> Cost:
    """Run the command once and measure it.

    Raises:
        RuntimeError: If it did not come to its end.
    """
    run = ["-m", "tenderlight", "find", str(folder), "--case", str(case), "--workers", str(workers)]
    return watched([sys.executable, *run])


def link(paths: Sequence[Path], folder: Path) -> Path:
    """Make a folder of links to files."""
    folder.mkdir()
    for index, path in enumerate(paths):
        (folder / f"{index:06d}-{path.name}").symlink_to(path)
    return folder


def unexplained(case: Path) -> list[str]:
    """Return the documents that were not read whole, and of which no problem says why."""
    with Case.open(case) as opened:
        return [
            line.path
            for line in opened.documents()
            if line.state is not ReadState.READ and not opened.problems_of(line.document)
        ]


def print_summary(case: Path) -> int:
    """Print what came out, and return the number of documents."""
    with Case.open(case) as opened:
        found = opened.summary()
    print(
        f"\n{found.documents} documents: {found.read} read, {found.partly} partly read, {found.not_read} not read; "
        f"{found.not_received} not received. {found.contracts} contracts, {found.claims} claims."
    )
    print(", ".join(f"{code} {count}" for code, count in found.problems.items()))
    return found.documents


def documents_in(case: Path) -> int:
    """Return the number of documents of a case."""
    with Case.open(case) as opened:
        return opened.summary().documents


def measure(paths: Sequence[Path], parts: Sequence[int], *, workers: int) -> bool:
    """Measure and print everything; return whether the goals are met."""
    print(f"{'files':>8}{'documents':>11}{'seconds':>9}{'docs/s':>8}{'CPU s':>8}", end="")
    print(f"{'CPU ms/doc':>12}{'parent CPU s':>14}{'parent MB':>11}{'tree MB':>9}")
    peaks = []
    with tempfile.TemporaryDirectory() as place:
        for part in parts:
            some = paths[::part]
            folder, case = link(some, Path(place) / f"files-{part}"), Path(place) / f"case-{part}"
            first = find(folder, case, workers=workers)
            documents = documents_in(case)
            peaks.append(first.parent_megabytes)
            print(f"{len(some):8}{documents:11}{first.seconds:9.1f}{documents / first.seconds:8.1f}", end="")
            print(f"{first.cpu_seconds:8.1f}{1000 * first.cpu_seconds / documents:12.1f}", end="")
            print(f"{first.parent_cpu_seconds:14.1f}{first.parent_megabytes:11.0f}{first.tree_megabytes:9.0f}")
        again = statistics.median(find(folder, case, workers=workers).seconds for _ in range(SECOND_RUNS))
        print(f"{'again':>8}{documents:11}{again:9.1f}")
        print_summary(case)
        lost = unexplained(case)
    print()
    held = [
        _told("parent, MB", max(peaks), f"< {GOAL_PARENT_MEGABYTES:g}", holds=max(peaks) < GOAL_PARENT_MEGABYTES),
        _told(
            "parent, all / half", peaks[-1] / peaks[-2], f"<= {GOAL_GROWTH}", holds=peaks[-1] <= GOAL_GROWTH * peaks[-2]
        ),
        _told(
            "first run / second",
            first.seconds / again,
            f">= {GOAL_SECOND_RUN:g}",
            holds=first.seconds >= GOAL_SECOND_RUN * again,
        ),
        _told("neither read nor explained", len(lost), "0", holds=not lost),
    ]
    return all(held)


def _told(name: str, figure: float, goal: str, *, holds: bool) -> bool:
    print(f"{name:28}{figure:10.2f}  target {goal}: {'holds' if holds else 'MISSED'}")
    return holds


def main() -> int:
    """Run the benchmark; exit code 0 if the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="default: the whole of the shared data")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--parts", type=int, nargs="+", default=[4, 2, 1], help="every so-manieth file, the last is 1")
    arguments = parser.parse_args()
    folder = (arguments.folder or arguments.shared / "data").absolute()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    if not paths:
        print(f"no files under {folder}")
        return 2
    return 0 if measure(paths, arguments.parts, workers=arguments.workers) else 1


if __name__ == "__main__":
    sys.exit(main())
