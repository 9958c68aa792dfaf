"""How the main job ends over files made to hurt: each with a named outcome, none with a word on its neighbours.

    python benchmarks/hostile.py [--shared DIR] [--workers 2] [--every 1] [--only NAME] [--list] [--plant FAULT]

Runs the main job (archive, cage, claims) over all files of the hostile set with an ordinary document after every
fourth, then over those ordinary documents alone. `manifest.tsv` of the set says what each file must end as:

- `reads`: something came out of it (a page, a record, a file), whatever else was missing;
- `error`: a problem says what is wrong with it;
- `limited`: a problem names a limit or says that part was not read, or all of it came out within every limit;
- `either`: content or a problem.

No file may end as a crash or as a fault of a reader. Goals: every file has a named outcome; all of `error` and
`limited` and 97 in 100 of `reads` are met; no lane is lost; the ordinary documents read and claim to the same bytes in
both runs; no child takes more than 1 GiB + 64 MiB or 60 s of the clock; nothing is written outside the case; the case
is whole, and the set unchanged. Exit code 1 if one is missed. `--list` names every file that missed, and why.

`--plant` breaks something on purpose, which must be found: `neighbours` changes an ordinary document between the runs,
`outside` writes a file beside the case, `memory` gives children three times the memory, `ends` loses the problem of a
file that must have one.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tenderlight.cage import Event, Lane, Limits, Outcome, OutcomeKind
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.model.document import ReadState
from tenderlight.model.problem import Problem, Severity
from tenderlight.pipeline import local
from tenderlight.pipeline.outcomes import limits_for
from tenderlight.pipeline.run import RunOptions

GOAL_READS = 0.97
MOST_BYTES = (1024 + 64) * 1024**2
MOST_SECONDS = 60.0
CONTROL_EVERY = 4
FAULTS = frozenset({"crashed", "reader-failed", "rule-failed"})
LIMITS_MET = ("time-limit", "memory-limit", "answer-limit", "limit-", "gzip-too-large")
CONTROL = """<html><body><h1>中标公告</h1><p>项目编号：K-{number}</p><p>采购人：甲县公安局</p>
<p>中标金额：￥{number}.00</p>
<p>支持人脸识别，布控报警。</p><table><tr><td>序号</td><td>名称</td></tr><tr><td>{number}</td><td>摄像机</td></tr></table></body>"""
ATTACKERS = ("tl-escape", "evil", "pwned", "passwd-copy")
"""Parts of the names under which files of the set try to get out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """A line of the manifest."""

    path: str
    sha256: str
    kind: str
    expect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """What became of one file, with all that was found in it."""

    has_content: bool
    state: ReadState | None
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]:
        """Codes of its problems, each once."""
        return sorted({one.code for one in self.problems})

    @property
    def name(self) -> str:
        """One word for the table."""
        if not set(self.codes).isdisjoint(FAULTS):
            return "fault"
        if any(code.startswith(LIMITS_MET) for code in self.codes):
            return "limit"
        costly = any(one.severity is not Severity.NOTE for one in self.problems)
        if self.has_content:
            return "partly" if costly else "read"
        return "refused" if costly else "silent"

    def meets(self, expect: str) -> bool:
        """Whether this is what the manifest says."""
        if self.name in {"fault", "silent"}:
            return False
        if expect == "reads":
            return self.has_content
        return bool(self.problems) if expect == "error" else True


OUTCOMES: list[Outcome] = []
"""How each caged child of a run ended, and what it took."""


def watch() -> None:
    """Keep how every caged child ends from now on, whatever its work is."""
    receive = Lane.receive

    def receive_and_keep(lane: Lane) -> list[Event]:
        events = receive(lane)
        OUTCOMES.extend(event for event in events if isinstance(event, Outcome))
        return events

    Lane.receive = receive_and_keep  # type: ignore[assignment, method-assign]


def roomy_limits(size_bytes: int) -> Limits:
    """Return limits that let a child take more memory than it may: a fault to be planted."""
    return replace(limits_for(size_bytes), memory_bytes=3 * 1024**3)


def read_manifest(folder: Path) -> list[Hostile]:
    """Return the lines of the manifest, in its order."""
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Hostile(path=row["file"], sha256=row["sha256"], kind=row["kind"], expect=row["expect"])
            for row in csv.DictReader(file, delimiter="\t")
        ]


def lay_out(files: Sequence[Hostile], source: Path, folder: Path) -> list[str]:
    """Link the hostile files and the ordinary documents between them; return the names of the ordinary ones."""
    folder.mkdir(parents=True)
    controls = []
    for number, one in enumerate(files):
        (folder / f"{number:05d}-{Path(one.path).name}").symlink_to(source / one.path)
        if number % CONTROL_EVERY == CONTROL_EVERY - 1:
            controls.append(f"{number:05d}z-control.html")
            (folder / controls[-1]).write_text(CONTROL.format(number=1000 + number), "utf-8")
    return controls


def run(paths: tuple[Path, ...], case: Path, workers: int) -> float:
    """Run the main job; return how long it took."""
    start = time.perf_counter()
    local.find(RunOptions(paths=paths, case_folder=case, workers=workers)).close()
    return time.perf_counter() - start


def fingerprint(case: Case, document: str) -> str:
    """Return a digest of all that was read of a document and claimed from it."""
    digest = hashlib.sha256(repr(case.load_reading(document)).encode("utf-8", "surrogatepass"))
    for one in case.claims(document=document):  # the path in a quote is where the document lies in this run
        quotes = [replace(quote, path="") for quote in one.quotes]
        digest.update(repr((one.claim, one.value, one.against, quotes)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def fingerprints(folder: Path, names: Sequence[str]) -> dict[str, str]:
    """Return the fingerprint of each ordinary document of a case, by name."""
    with Case.open(folder) as case:
        wanted = frozenset(names)
        lines = ((Path(line.path).name, line.document) for line in case.documents())
        return {name: fingerprint(case, document) for name, document in lines if name in wanted}


def ends(folder: Path, files: Sequence[Hostile]) -> dict[str, End]:
    """Return what became of each file, by its SHA-256."""
    with Case.open(folder) as case:
        lines = {line.document: line for line in case.documents()}
        below: dict[str, list[str]] = {}
        for document, known in lines.items():
            below.setdefault(known.path.split("!")[0], []).append(document)
        found = {}
        for one in files:
            if (line := lines.get(one.sha256)) is None:
                found[one.sha256] = End(has_content=False, state=None, problems=())
                continue
            inside = below.get(line.path.split("!")[0], [one.sha256])
            problems = [problem for document in inside for problem in case.problems_of(document)]
            reading = case.load_reading(one.sha256)
            has_pages = reading is not None and any(page.state is not ReadState.NOT_READ for page in reading.pages)
            has_content = has_pages or bool(line.records) or len(inside) > 1 or line.state is ReadState.READ
            found[one.sha256] = End(has_content=has_content, state=line.state, problems=tuple(problems))
        return found


def print_table(files: Sequence[Hostile], found: dict[str, End]) -> None:
    """Print outcomes by expectation, and what was met by kind of file."""
    names = ("read", "partly", "limit", "refused", "silent", "fault")
    print(f"\n{'expected':10}{'files':>7}" + "".join(f"{name:>9}" for name in names) + f"{'met':>9}")
    for expect in ("reads", "error", "limited", "either"):
        some = [one for one in files if one.expect == expect]
        counted = Counter(found[one.sha256].name for one in some)
        met = sum(found[one.sha256].meets(expect) for one in some)
        print(f"{expect:10}{len(some):>7}" + "".join(f"{counted[name]:>9}" for name in names) + f"{met:>9}")
    print(f"\n{'kind':14}{'files':>7}" + "".join(f"{name:>9}" for name in names) + f"{'met':>9}")
    for kind in sorted({one.kind for one in files}):
        some = [one for one in files if one.kind == kind]
        counted = Counter(found[one.sha256].name for one in some)
        met = sum(found[one.sha256].meets(one.expect) for one in some)
        print(f"{kind:14}{len(some):>7}" + "".join(f"{counted[name]:>9}" for name in names) + f"{met:>9}")


def strangers(place: Path, case: Path) -> list[str]:
    """Return files that are where none may be: beside the case, unknown in it, or where the set would like them."""
    known = {"objects", "readings", "layouts", "checkpoints", "tmp", "custody.jsonl", "case.sqlite", "lock"}
    found = [str(path) for path in case.iterdir() if path.name not in known and not path.name.startswith("case.sqlite")]
    around = [path for path in place.rglob("*") if path.is_file() and not path.is_symlink()]
    found += [str(path) for path in around if case not in path.parents and not path.name.endswith("z-control.html")]
    for folder in (Path("/tmp"), Path.home(), Path.cwd()):
        found += [str(path) for path in folder.iterdir() if any(name in path.name for name in ATTACKERS)]
    return found


def main() -> int:
    """Run, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="take each n-th file only")
    parser.add_argument("--only", default="", help="take only files with this in their path")
    parser.add_argument("--plant", nargs="+", choices=["neighbours", "outside", "memory", "ends"], default=[])
    parser.add_argument("--list", action="store_true", help="name every file that missed")
    arguments = parser.parse_args()
    source = arguments.shared.resolve() / "data" / "hostile"
    files = [one for one in read_manifest(source) if arguments.only in one.path][:: arguments.every]
    watch()
    if "memory" in arguments.plant:
        vars(local)["limits_for"] = roomy_limits
    with tempfile.TemporaryDirectory() as name:
        return judge(files, source, Path(name) / "a" / "b" / "c" / "d", arguments)


def judge(files: Sequence[Hostile], source: Path, place: Path, arguments: argparse.Namespace) -> int:
    """Run twice in `place` and say which goals hold."""
    controls = lay_out(files, source, place / "in")
    case = place / "out" / "case"
    case.parent.mkdir()
    seconds = run((place / "in",), case, arguments.workers)
    outcomes = list(OUTCOMES)
    if "neighbours" in arguments.plant:
        (place / "in" / controls[0]).write_text(CONTROL.format(number=7), "utf-8")
    if "outside" in arguments.plant:
        (place / "escaped.txt").write_text("written by nobody we know", "utf-8")
    with tempfile.TemporaryDirectory() as alone:
        run(tuple(place / "in" / one for one in controls), Path(alone) / "case", arguments.workers)
        expected = fingerprints(Path(alone) / "case", controls)
    found = ends(case, files)
    if "ends" in arguments.plant:
        lost = next(one.sha256 for one in files if one.expect == "error")
        found[lost] = replace(found[lost], problems=())
    print_table(files, found)
    missed = [one for one in files if not found[one.sha256].meets(one.expect)]
    if arguments.list:
        for one in missed:
            print(f"missed: {one.path} must {one.expect}: {found[one.sha256].name} {found[one.sha256].codes}")
    reads = [one for one in files if one.expect == "reads"]
    peak = max(outcome.peak_memory_bytes for outcome in outcomes)
    slowest = max(outcome.wall_seconds for outcome in outcomes)
    checks = {
        "every file has a named outcome": all(found[one.sha256].name not in {"silent", "fault"} for one in files),
        "all of error and limited met": not [one for one in missed if one.expect in {"error", "limited"}],
        f"reads met: {1 - sum(one in missed for one in reads) / max(1, len(reads)):.3f}": (
            sum(one not in missed for one in reads) >= GOAL_READS * len(reads)
        ),
        "no lane lost": all(outcome.kind is not OutcomeKind.LANE_LOST for outcome in outcomes),
        f"{len(controls)} ordinary documents to the same bytes": fingerprints(case, controls) == expected,
        f"largest child {peak / 1024**2:.0f} MiB": peak <= MOST_BYTES,
        f"slowest child {slowest:.1f} s": slowest <= MOST_SECONDS,
        "nothing written elsewhere": not strangers(place, case),
        "the case is whole": not check_case(case),
        "the set is unchanged": all(_sha256(source / one.path) == one.sha256 for one in files),
    }
    used = sum(outcome.cpu_seconds for outcome in outcomes)
    print(f"\n{len(files)} files, {len(outcomes)} children, {seconds:.0f} s; in the cage {used:.0f} s of a processor")
    for name, holds in checks.items():
        print(f"{'holds ' if holds else 'MISSED'}  {name}")
    return 0 if all(checks.values()) else 1


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
