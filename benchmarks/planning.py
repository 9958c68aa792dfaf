"""What `tenderlight plan` says beforehand, against what the run then comes to, over the sets of `../shared/data`.

    python benchmarks/planning.py [--shared DIR] [--sets documents,ted-eforms]

Each set is planned, then found. Compared are pages and notices, processor time of all processes of the run, and the
disk that the case takes. Goals: nine in ten figures between their bounds, and every middle figure within a factor of
two. Exit code 1 if one is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.pipeline.local import find
from tenderlight.pipeline.planning.estimate import Estimate
from tenderlight.pipeline.planning.plan import PlanOptions, plan
from tenderlight.pipeline.planning.processor import seconds_of_all
from tenderlight.pipeline.run import Progress, RunOptions

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = ("documents", "zh-yichang-notices", "ted-eforms", "ru-44fz", "ocds-publishers", "ted-standard-forms", "reading")
GOAL_SHARE = 0.9
GOAL_FACTOR = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A figure planned, and what it came to."""

    of: str
    figure: str
    planned: Estimate
    actual: float

    @property
    def is_between(self) -> bool:
        """Whether it came to something between the bounds, a page in a hundred aside."""
        return 0.99 * self.planned.low - 1 <= self.actual <= 1.01 * self.planned.high + 1

    @property
    def factor(self) -> float:
        """How many times too high or too low the middle figure was; 1 = right."""
        low, high = sorted((self.planned.value, self.actual))
        return high / low if low > 0 else 1.0


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def compared(name: str, folder: Path, workspace: Path) -> list[Compared]:
    """Plan a folder, find it, and return both sides."""
    case_folder = workspace / "case"
    planned = plan(PlanOptions(paths=(folder,), case_folder=case_folder))
    print(
        f"{name}: {planned.trial.files} of {planned.trial.of_files} tried, {planned.trial.wall_seconds:.0f} s",
        flush=True,
    )
    before = most = seconds_of_all()

    def look(_progress: Progress) -> None:  # some lanes end without being waited for
        nonlocal most
        most = max(most, seconds_of_all())

    find(RunOptions(paths=(folder,), case_folder=case_folder, on_progress=look)).close()
    spent = max(most, seconds_of_all()) - before
    with Case.open(case_folder) as case:
        case.search.refresh()
        pages = sum(cost.pages + cost.records for cost in case.received_costs())
    return [
        Compared(of=name, figure="pages", planned=planned.pages, actual=pages),
        Compared(of=name, figure="seconds", planned=planned.seconds, actual=spent),
        Compared(of=name, figure="bytes", planned=planned.disk_bytes, actual=size_of(case_folder)),
    ]


def main() -> int:
    """Run the benchmark; exit code 0 if the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--shared", type=Path, default=SHARED)
    arguments = parser.parse_args()
    found: list[Compared] = []
    for name in arguments.sets.split(","):
        with tempfile.TemporaryDirectory() as workspace:
            found += compared(name, arguments.shared / "data" / name, Path(workspace))
    print(f"\n{'set':22}{'figure':9}{'low':>14}{'planned':>14}{'high':>14}{'came to':>14}{'factor':>8}")
    for one in found:
        planned = one.planned
        sign = "" if one.is_between else "  outside"
        print(
            f"{one.of:22}{one.figure:9}{planned.low:14,.0f}{planned.value:14,.0f}{planned.high:14,.0f}{one.actual:14,.0f}"
            f"{one.factor:8.2f}{sign}"
        )
    share = sum(one.is_between for one in found) / len(found)
    worst = max(one.factor for one in found)
    is_met = share >= GOAL_SHARE and worst <= GOAL_FACTOR
    print(f"\nbetween bounds: {share:.2f} (goal {GOAL_SHARE}); furthest off: {worst:.2f} times (goal {GOAL_FACTOR})")
    print("holds" if is_met else "MISSED")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
