"""`tenderlight plan`."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from rich.console import Console

    from tenderlight.cases.places import Place
    from tenderlight.pipeline.planning.estimate import Estimate
    from tenderlight.pipeline.planning.plan import Plan

SECOND, MINUTE, HOUR, DAY = 1, 60, 3_600, 86_400
KINDS_SHOWN = 20


@click.command(name="plan", short_help="What a run would have to do, how long, how much disk.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, exists=True, readable=False))
@click.option("--case", "case_folder", type=CasePlace(), default="case", help="Folder, or database. [case]")
@click.option("--workers", type=click.IntRange(min=1), help="Lanes that the run would have. [one a core]")
@click.option("--no-try", is_flag=True, help="Try none of the files: judge by what the case holds of their kind.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON, times in seconds, sizes in bytes.")
def command(paths: tuple[Path, ...], case_folder: Place, workers: int | None, *, no_try: bool, as_json: bool) -> None:
    """Say what `tenderlight find PATH... --case CASE` would have to do: pages, time, disk; and why.

    \b
    tenderlight plan tenders/ --case my-case
    tenderlight plan tenders/ --case my-case --workers 16 --json
    tenderlight plan --case my-case

    A few files of each kind and size (48 at most, for 90 seconds at most) are read in a case of their own, which is
    thrown away; what the case holds of their kind counts, too. The bounds say how far files of a kind differ. Time is
    that of a machine with nothing else to do.

    Without PATH: what of the case is out of date, because readers, rules or lists are others now.
    """  # fmt: skip
    from rich.console import Console

    from tenderlight.cage.yielding import yield_to_people
    from tenderlight.cases.opening import is_there
    from tenderlight.errors import UsageError
    from tenderlight.pipeline.planning.plan import PlanOptions, plan

    if not paths and not is_there(case_folder):
        raise UsageError("Say what would be read, one PATH or more; or --case, for what is out of date in a case.")
    yield_to_people()
    made = plan(PlanOptions(paths=paths, case_folder=case_folder, workers=workers, tries=not no_try))
    if as_json:
        click.echo(json.dumps(_as_json(made), ensure_ascii=False, indent=2))
    else:
        _print(Console(highlight=False), made)


def _as_json(made: Plan) -> dict[str, Any]:
    told = dataclasses.asdict(made)
    trial = told.pop("trial")
    told["tried"] = {
        "files": made.trial.files,
        "of_files": made.trial.of_files,
        "wall_seconds": round(made.trial.wall_seconds, 1),
        "claim_seconds_a_page": trial["claim_seconds"],
        "bytes_a_page": trial["page_bytes"],
    }
    return told


def _print(console: Console, made: Plan) -> None:
    if made.kinds:
        _print_kinds(console, made)
    for words in (*_to_do(made), *_figures(made)):
        console.print(words, soft_wrap=True, markup=False)


def _to_do(made: Plan) -> Iterator[str]:
    """Yield what is to be done beside new files, and what is not."""
    of_case = made.of_case
    for code, count in made.not_received.items():
        yield f"Cannot be received: {count:,} ({code})"
    if of_case.unchanged:
        yield f"Known and unchanged, not read again: {of_case.unchanged:,} files"
    for why, count in of_case.read.items():
        yield f"To read: {count:,} documents of the case ({why})"
    for why, count in of_case.claim.items():
        yield f"To claim: {count:,} documents of the case ({why})"
    if of_case.is_screened is False:
        yield "To hold against lists: names, or lists, are others than in the newest screening"
    if of_case.search_pages:
        yield f"To take into the index: {of_case.search_pages:,} pages"


def _figures(made: Plan) -> Iterator[str]:
    """Yield pages, time and disk, and what they rest on."""
    if not made.kinds and not made.seconds.high:
        of_case = made.of_case
        if of_case.is_screened is not False and not of_case.search_pages:
            yield "Nothing is to be done."
        return
    if made.is_guessed:
        yield "What the files hold is not known: none was tried, and the case holds nothing of their kind."
        return
    yield f"Pages: {_bounds(made.pages, _count)}"
    lanes = "1 lane" if made.lanes == 1 else f"{made.lanes} lanes"
    yield f"Time:  {_bounds(made.seconds.times(1 / made.lanes), _time)} with {lanes}"
    yield f"Disk:  {_bounds(made.disk_bytes, _size)}; {_size(made.free_bytes)} free"
    if made.disk_bytes.high > made.free_bytes:
        yield "The disk may not be large enough."
    tried = made.trial
    late = f" of {tried.of_files}" if tried.files < tried.of_files else ""
    by = [f"{tried.files}{late} files tried for {tried.wall_seconds:.0f} s"] if tried.of_files else []
    by += [f"{made.known_files:,} files of the case"] if made.known_files else []
    if by:
        yield f"By {' and '.join(by)}."


def _print_kinds(console: Console, made: Plan) -> None:
    from rich import box
    from rich.table import Table

    from tenderlight.cli.plain import plain_line

    table = Table(box=box.SIMPLE_HEAD, title="New files", title_justify="left")
    table.add_column("kind")
    for name in ("files", "size", "pages", "of them pictures", "notices", "processor"):
        table.add_column(name, justify="right")
    for kind in made.kinds[:KINDS_SHOWN]:
        figures = (kind.pages, kind.recognised, kind.records)
        shown = ["?" if made.is_guessed else _count(one.value) for one in figures]
        seconds = "?" if made.is_guessed else _time(kind.seconds.value)
        table.add_row(plain_line(kind.kind) or "(no end)", f"{kind.files:,}", _size(kind.size_bytes), *shown, seconds)
    rest = made.kinds[KINDS_SHOWN:]
    if rest:
        table.add_row(
            f"{len(rest)} more", f"{sum(kind.files for kind in rest):,}", _size(sum(k.size_bytes for k in rest))
        )
    console.print(table)


def _bounds(estimate: Estimate, shown: Callable[[float], str]) -> str:
    value, low, high = (shown(one) for one in (estimate.value, estimate.low, estimate.high))
    return f"about {value}" if low == high == value else f"about {value} ({low} to {high})"


def _count(value: float) -> str:
    return f"{_rounded(value):,.0f}"


def _size(value: float) -> str:
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if value >= factor:
            return f"{_rounded(value / factor):g} {unit}"
    return f"{value:.0f} bytes"


def _time(seconds: float) -> str:
    for unit, length in (("days", DAY), ("h", HOUR), ("min", MINUTE)):
        if seconds >= 2 * length:
            return f"{_rounded(seconds / length):g} {unit}"
    return f"{max(1, round(seconds))} s" if seconds else "0 s"


def _rounded(value: float) -> float:
    """Return a number with two figures: an estimate has no more."""
    if value <= 0:
        return 0.0
    return round(value, 1 - math.floor(math.log10(value)))
