"""`tenderlight find`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.model.claim import Claim


STORE = "tenderlight.store"


def _note_store(context: click.Context, _: click.Parameter, typed: str | None) -> None:
    context.meta[STORE] = typed


CLUSTER = f"{__name__}.cluster"
"""Where the context of the command keeps the address of the cluster."""


def _keep_cluster(context: click.Context, _option: click.Parameter, address: str | None) -> None:
    context.meta[CLUSTER] = address


@click.command(name="find", short_help="The main job: archive, read, claim.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path, exists=True, readable=False))
@click.option("--case", "case_folder", type=CasePlace(), default="case", help="Folder, or database. [case]")
@click.option(
    "--store",
    metavar="PLACE",
    expose_value=False,
    callback=_note_store,
    help="Where a new case keeps originals, readings and log: s3://BUCKET/PREFIX or, of one in a database, a folder. "
    "The case remembers it.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print each claim as a line of JSON as soon as it is made; once more at the end if other documents tell of "
    "what contract it is.",
)
@click.option("--workers", type=click.IntRange(min=1), help="Caged readers side by side. [one a core]")
@click.option(
    "--cluster",
    metavar="ADDRESS|local",
    expose_value=False,
    callback=_keep_cluster,
    help="Have the work done by a Ray cluster: HOST:PORT of its head, or `auto`, on one of its nodes; `local` starts "
    "one here. [this machine, without Ray]",
)
@click.option(
    "--no-layout",
    is_flag=True,
    help="Do not lay documents without pages out on pages, even if LibreOffice is installed.",
)
@click.option(
    "--no-compare",
    is_flag=True,
    help="Do not hold the words of claims against the pictures of their pages.",
)
@click.option(
    "--recognise-minutes",
    type=click.IntRange(min=1),
    metavar="MINUTES",
    help="Minutes of a processor for reading the pictures of one document; those left unread for want of time are read "
    "again. [5, and 10 seconds a page, 300 at most]",
)
@click.option("--no-screen", is_flag=True, help="Do not hold the names of the case against the lists that are held.")
@click.option("--no-link", is_flag=True, help="Do not compare the documents of the case with each other.")
@click.option(
    "--again",
    is_flag=True,
    help="Make claims anew from stored pages where the rules, or what was read, have changed; takes no PATH.",
)
@click.option("--all", "every_claim", is_flag=True, help="With --again: all claims, whatever has changed.")
@click.option(
    "--metrics",
    "metrics_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep a file of metrics (Prometheus text) up to date while the run goes on.",
)
@click.option("--strict", is_flag=True, help="Stop at the first document that is not read whole.")
def command(
    paths: tuple[Path, ...],
    case_folder: Place,
    *,
    workers: int | None,
    as_json: bool,
    recognise_minutes: int | None,
    metrics_file: Path | None,
    **wishes: bool,
) -> int:
    """Archive every file under PATH, read it, and say what it claims, with quotes.

    \b
    tenderlight find tenders/ --case my-case
    tenderlight find tenders/ more.zip notice.html --case my-case
    tenderlight find tenders/ --case my-case --json | jq .value
    tenderlight find --again --case my-case
    tenderlight find tenders/ --case my-case --cluster 10.0.0.5:6379
    tenderlight find tenders/ --case postgresql://anna@db.example/tenders --store s3://our-bucket/tenders

    Stop it at any moment and run the same command again: it goes on where it stopped. Files that were read
    before are not read again. After a change of the rules claims are made anew; --again does that alone, and
    opens no original. Ends with 3 if some document was not read, or not wholly. `tenderlight plan` says
    beforehand what there is to do.

    It yields the processor to what people wait for, the review desk too; TENDERLIGHT_NICENESS=0 has it take its share.
    """
    from tenderlight.cage.yielding import yield_to_people
    from tenderlight.cases.places import kept_at, name_of
    from tenderlight.cli.linked import link_after
    from tenderlight.cli.metrics_file import MetricsFile
    from tenderlight.cli.progress_line import ProgressLine
    from tenderlight.cli.screened import screen_after
    from tenderlight.cli.search import searchable_after
    from tenderlight.cli.summary import print_summary
    from tenderlight.errors import ExitCode, UsageError
    from tenderlight.pipeline.local import find
    from tenderlight.pipeline.run import Progress, RunOptions

    if wishes["every_claim"] and not wishes["again"]:
        raise UsageError("--all belongs to --again: it makes claims anew where nothing has changed.")
    if wishes["again"] == bool(paths):
        raise UsageError("Say what to read, one PATH or more; or --again, without a PATH, for what the case holds.")
    place, store = kept_at(case_folder, click.get_current_context().meta.get(STORE))
    cluster = click.get_current_context().meta.get(CLUSTER)
    yield_to_people()
    metrics, last = MetricsFile(metrics_file, name_of(case_folder)), Progress()
    with ProgressLine() as line:

        def show(progress: Progress) -> None:
            nonlocal last
            last = progress
            line.show(progress)
            metrics.show(progress)

        options = RunOptions(
            paths=paths,
            case_folder=place,
            workers=workers,
            cluster=cluster,
            lay_out=not wishes["no_layout"],
            compare=not wishes["no_compare"],
            recognise_minutes=recognise_minutes,
            again=wishes["again"],
            every_claim=wishes["every_claim"],
            store=store,
            is_strict=wishes["strict"],
            on_claim=_print_claim if as_json else _say_nothing,
            on_progress=show,
        )
        case = find(options)
    with case:
        if not wishes["no_link"]:
            link_after(case, options.on_claim)
        metrics.finish(last, case)
        is_whole = print_summary(case, with_claims=not as_json)
        if not wishes["no_screen"]:
            screen_after(case)
    searchable_after(case_folder, workers, cluster)
    return ExitCode.DONE if is_whole else ExitCode.DONE_WITH_UNREAD


def _print_claim(claim: Claim) -> None:
    from tenderlight.cases.encoding import encode_claim

    sys.stdout.buffer.write(encode_claim(claim) + b"\n")
    sys.stdout.buffer.flush()


def _say_nothing(_claim: Claim) -> None:
    """Without --json, claims are shown together at the end."""
