"""What the main job costs as it grows past one process and one machine, row by row.

    python benchmarks/scale.py [--rows ways overhead coordinator index links] [--documents 600] [--counts 1000 10000]

All documents are made (`benchmarks/scaling/documents.py`): notices, contracts, PDF files of four pages.

`ways`         pages a second, processor time and memory in-process, with lanes, and with Ray on this machine, with one
               and with two workers; a second run over the same files.
`overhead`     processor time of a document through Ray against lanes, in chunks of twenty: of the documents between a
               fourth and all of them, so that starting Ray does not count. Goal 1.25 (aim 1.15).
`coordinator`  processor time and memory of the one process that receives and stores, as documents grow tenfold, and of
               a second run. Goals: a document costs at most 1.25 times as much among ten times as many; memory grows by
               less than 10 KiB a document.
`index`        the index of the search over `--index-pages` pages made (20,000), by one, two and four processes, and by
               one and two workers of Ray on this machine: time, processor time of all and of the process that asked,
               and whether 200 queries are answered alike, hits in the same order. Goals: they are; two processes take
               at most 1.15 times the processor time of one.

`links`        processor time of linking made notices of one page: all, with nothing new, with one notice more, with a
               hundred more, as notices grow tenfold, without joining contracts, which `find` does anyway; and bytes
               kept for each. Goals: with one more it takes at most a tenth of what all took; each of a hundred more at
               most 1.5 times what each of all took.

Exit code 1 if a goal is missed. Where Ray is not installed its rows are left out. Faults are a program of their own:
`python -m benchmarks.scaling.cluster_faults`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.scaling.documents import make_documents
from benchmarks.scaling.runs import Way, run
from benchmarks.scaling.watched import Cost, watched
from tenderlight.pipeline import cluster

GOAL_OVERHEAD = 1.25
GOAL_SLOPE = 1.25
GOAL_KIBIBYTES = 10.0
GOAL_SHARED = 1.15
GOAL_ONE_MORE, GOAL_EACH = 0.1, 1.5
INDEX_WORKERS, RAY_WORKERS = (1, 2, 4), (1, 2)
ROUNDS = 2
IN_PROCESS = Way(name="in-process", is_in_process=True)


def lanes(count: int) -> Way:
    """Return the way of lanes on this machine."""
    return Way(name=f"lanes, {count}", options=("--workers", str(count)))


def ray(count: int) -> Way:
    """Return the way of Ray on this machine."""
    return Way(name=f"Ray, {count}", options=("--workers", str(count), "--cluster", "local"))


def measure_ways(arguments: argparse.Namespace) -> bool:
    """Print what each way costs; no goal."""
    chosen = [IN_PROCESS, lanes(1), lanes(2), *([ray(1), ray(2)] if cluster.is_installed() else [])]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        documents = Path(place) / "documents"
        pages = make_documents(documents, arguments.documents)
        print(f"\n{arguments.documents} documents, {pages} pages")
        print(f"{'way':14}{'s':>8}{'pages/s':>9}{'CPU s':>8}{'ms/page':>9}", end="")
        print(f"{'parent CPU s':>14}{'parent MB':>11}{'all MB':>8}")
        for index, way in enumerate(chosen):
            case = Path(place) / f"case-{index}"
            _print_cost(way.name, run(way, documents, case), pages)
        _print_cost("again, lanes", run(lanes(2), documents, case), pages)
    return True


def _print_cost(name: str, cost: Cost, pages: int) -> None:
    print(f"{name:14}{cost.seconds:8.1f}{pages / cost.seconds:9.1f}{cost.cpu_seconds:8.1f}", end="")
    print(f"{1000 * cost.cpu_seconds / pages:9.1f}{cost.parent_cpu_seconds:14.2f}", end="")
    print(f"{cost.parent_megabytes:11.0f}{cost.tree_megabytes:8.0f}", flush=True)


def measure_overhead(arguments: argparse.Namespace) -> bool:
    """Print how much more processor time a document takes through Ray; return whether the goal holds."""
    if not cluster.is_installed():
        print("\noverhead: left out, Ray is not installed")
        return True
    spent: dict[str, float] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        few, all_of_them = Path(place) / "few", Path(place) / "all"
        counts = {few: arguments.documents // 4, all_of_them: arguments.documents}
        for folder, count in counts.items():
            make_documents(folder, count)
        for turn in range(ROUNDS):
            for way in (lanes(2), ray(2)):
                for sign, folder in ((-1, few), (1, all_of_them)):
                    cost = run(way, folder, Path(place) / f"{turn}-{way.name}-{folder.name}")
                    spent[way.name] = spent.get(way.name, 0.0) + sign * cost.cpu_seconds
    documents = ROUNDS * (counts[all_of_them] - counts[few])
    for name, seconds in spent.items():
        print(f"{name:14}{1000 * seconds / documents:8.1f} ms of a processor for each of {documents} documents")
    ratio = spent["Ray, 2"] / spent["lanes, 2"]
    return _told(
        "Ray / lanes, processor time of a document", ratio, f"<= {GOAL_OVERHEAD}", holds=ratio <= GOAL_OVERHEAD
    )


def measure_coordinator(arguments: argparse.Namespace) -> bool:
    """Print how the coordinator grows; return whether the goals hold."""
    figures = [_coordinator(count) for count in sorted(arguments.counts)]
    print(f"\n{'documents':>10}{'CPU s':>9}{'ms each':>9}{'MB':>7}{'again, CPU s':>14}{'ms each':>9}")
    for one in figures:
        count = one["count"]
        print(f"{count:10.0f}{one['cpu_seconds']:9.1f}{1000 * one['cpu_seconds'] / count:9.2f}", end="")
        print(f"{one['megabytes']:7.0f}{one['again_cpu_seconds']:14.2f}{1000 * one['again_cpu_seconds'] / count:9.3f}")
    held = []
    for less, more in pairwise(figures):
        slope = more["cpu_seconds"] / more["count"] / (less["cpu_seconds"] / less["count"])
        grown = 1024 * (more["megabytes"] - less["megabytes"]) / (more["count"] - less["count"])
        held.append(_told("a document among more / among fewer", slope, f"<= {GOAL_SLOPE}", holds=slope <= GOAL_SLOPE))
        held.append(_told("KiB more for each document", grown, f"< {GOAL_KIBIBYTES:g}", holds=grown < GOAL_KIBIBYTES))
    return all(held)


def _coordinator(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as place:
        done = _in_process_of_its_own("benchmarks.scaling.coordinator_run", str(count), str(Path(place) / "case"))
    found: dict[str, float] = json.loads(done)
    return found


def measure_index(arguments: argparse.Namespace) -> bool:
    """Print what an index costs that several processes make; return whether the goals hold."""
    made: dict[str, dict[str, float | str]] = {}
    print(f"\n{arguments.index_pages} pages\n{'made by':>14}{'s':>9}{'CPU s':>9}{'asker, CPU s':>14}{'pages/s':>9}")
    with tempfile.TemporaryDirectory() as place:
        _in_process_of_its_own("benchmarks.scaling.index_run", "make", f"{place}/case", str(arguments.index_pages))
        ways = [("processes", count) for count in INDEX_WORKERS]
        ways += [("Ray", count) for count in RAY_WORKERS if cluster.is_installed()]
        for kind, count in ways:
            words = "index", f"{place}/case", f"{place}/index-{kind}-{count}", str(count)
            one = _on_ray(*words) if kind == "Ray" else _index_run(*words)
            made[f"{kind}, {count}"] = one
            print(f"{kind}, {count}".rjust(14), end="")
            print(f"{one['seconds']:9.1f}{one['cpu_seconds']:9.1f}{one['own_cpu_seconds']:14.1f}", end="")
            print(f"{arguments.index_pages / float(one['seconds']):9.0f}", flush=True)
    if cluster.is_installed():
        started = watched([sys.executable, "-m", "benchmarks.scaling.index_run", "connect", "local", "1"])
        print(f"of Ray, {started.cpu_seconds:.1f} s of a processor are for starting and ending it", flush=True)
    answers = {str(one["answers"]) for one in made.values()}
    dearer = float(made["processes, 2"]["cpu_seconds"]) / float(made["processes, 1"]["cpu_seconds"])
    return all(
        (
            _told("different answers", len(answers), "1", holds=len(answers) == 1),
            _told("two processes / one, processor time", dearer, f"<= {GOAL_SHARED}", holds=dearer <= GOAL_SHARED),
        )
    )


def _index_run(*words: str) -> dict[str, float | str]:
    found: dict[str, float | str] = json.loads(_in_process_of_its_own("benchmarks.scaling.index_run", *words))
    return found


def _on_ray(*words: str) -> dict[str, float | str]:
    """Have workers of Ray make an index; count the processors' time of all processes, but for the asking after it."""
    with tempfile.TemporaryFile() as output:
        command = [sys.executable, "-m", "benchmarks.scaling.index_run", *words, "local"]
        cost = watched(command, output=output)
        output.seek(0)
        found: dict[str, float | str] = json.loads(output.read())
    return found | {"cpu_seconds": cost.cpu_seconds - float(found["asking_cpu_seconds"])}


def measure_links(arguments: argparse.Namespace) -> bool:
    """Print what linking costs, of all notices and of a few more; return whether the goals hold."""
    print(f"\n{'notices':>10}{'CPU s':>9}{'ms each':>9}{'nothing new':>13}{'1 more':>9}{'100 more':>10}", end="")
    print(f"{'kept, bytes each':>18}{'links':>8}{'MB':>7}")
    held = []
    for count in sorted(arguments.counts):
        with tempfile.TemporaryDirectory() as place:
            done = _in_process_of_its_own("benchmarks.scaling.link_run", str(count), f"{place}/case")
        one: dict[str, float] = json.loads(done)
        print(f"{count:10}{one['first']:9.2f}{1000 * one['first'] / count:9.2f}{one['again']:13.3f}", end="")
        print(f"{one['one']:9.2f}{one['hundred']:10.2f}{one['kept_bytes'] / count:18.0f}{one['links']:8.0f}", end="")
        print(f"{one['megabytes']:7.0f}", flush=True)
        share, each = one["one"] / one["first"], (one["hundred"] - one["one"]) / 99 / (one["first"] / count)
        held.append(_told("one more / all", share, f"<= {GOAL_ONE_MORE}", holds=share <= GOAL_ONE_MORE))
        held.append(_told("each of 100 more / each of all", each, f"<= {GOAL_EACH}", holds=each <= GOAL_EACH))
    return all(held)


def _in_process_of_its_own(module: str, *words: str) -> bytes:
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).resolve().parents[1]).stdout


def _told(name: str, figure: float, goal: str, *, holds: bool) -> bool:
    print(f"{name:44}{figure:8.2f}  target {goal}: {'holds' if holds else 'MISSED'}", flush=True)
    return holds


ROWS: dict[str, Callable[[argparse.Namespace], bool]] = {
    "ways": measure_ways,
    "overhead": measure_overhead,
    "coordinator": measure_coordinator,
    "index": measure_index,
    "links": measure_links,
}


def main(words: Sequence[str] | None = None) -> int:
    """Run the benchmark; exit code 0 if the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=list(ROWS))
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--counts", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--index-pages", type=int, default=20_000)
    arguments = parser.parse_args(words)
    held = [ROWS[row](arguments) for row in arguments.rows]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
