"""`tenderlight search`."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases import Case
    from tenderlight.cases.places import Place
    from tenderlight.cases.searching import Question, Search, Taken
    from tenderlight.model.hit import Hit

CONTEXT_SHOWN = 32
OWN_CLUSTER = "local"
"""A cluster that was started for a run and ended with it: starting it again costs as much as five thousand pages."""


@click.command(name="search", short_help="Find words in the pages of a case.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.argument("query")
@click.option("--capability", metavar="CODE", help="Only in documents with claims of this capability.")
@click.option("--polarity", help="Only in documents with claims of this polarity.")
@click.option("--stage", help="Only in documents with claims of this stage.")
@click.option("--path", help="Only in documents received under a path with these characters.")
@click.option("--most", type=click.IntRange(1, 10_000), default=20, help="How many hits to show. [20]")
@click.option("--json", "as_json", is_flag=True, help="Write the hits as lines of JSON.")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), help="Write all hits as this, to -o.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="File, or - for standard output.",
)
def command(
    case_folder: Place,
    query: str,
    *,
    most: int,
    as_json: bool,
    form: str | None,
    target: Path | None,
    **asked: str | None,
) -> None:
    """Find the pages of CASE that hold all words of QUERY.

    \b
    tenderlight search my-case 人脸识别
    tenderlight search my-case '"ethnic minority" -training' --stage contract
    tenderlight search my-case 'распознаван*' --format csv -o hits.csv

    Chinese is found from one character up, wherever it stands in a word; traditional finds simplified, capitals find
    small letters, and letters with accents those without. Of other languages whole words are found; an asterisk stands
    for the rest of one. "Words in quotes" stand one behind the other; -words are not on the page.

    `find` makes the index of a case at its end; what it does not hold yet, a search takes in first. Pages that were not
    read are in no index: nothing found is no proof that nothing is there.
    """  # fmt: skip
    from tenderlight.cases import Case
    from tenderlight.cases.searching import question_of
    from tenderlight.cli.written import write_out
    from tenderlight.errors import UsageError
    from tenderlight.publish.tables import HIT_WRITERS

    if (form is None) != (target is None):
        raise UsageError("--format and -o FILE belong together.")
    question = replace(
        question_of(query),
        capability=asked["capability"],
        polarity=asked["polarity"],
        stage=asked["stage"],
        path=asked["path"],
    )
    with Case.open(case_folder) as case:
        pages = case.summary().pages
        make_searchable(case)
        if form is not None and target is not None:
            write_out(partial(HIT_WRITERS[form], case.search.all(question)), target)
        else:
            _print(case.search, question, most=most, as_json=as_json)
        if pages.unread:
            click.echo(
                f"Not searched: {pages.not_read} pages that were not read, and what is missing of {pages.partly} "
                "that were read in part.",
                err=True,
            )


def make_searchable(case: Case) -> None:
    """Bring the index of a case up to what was read by now, and say so: a large case takes minutes the first time."""
    if not case.search.is_fresh():
        click.echo("Taking in what was read since the last search …", err=True)
        _make_searchable(case)


def _make_searchable(case: Case, workers: int | None = None, cluster: str | None = None) -> None:
    from tenderlight.cases.index_making import LocalWorkers

    if cluster is None:
        workers = workers or os.cpu_count() or 1
        case.search.refresh(_show_taken, workers=LocalWorkers(case=case.place, count=workers))
    else:
        _make_searchable_on(cluster, case, workers)
    taken = case.search.taken()
    if not taken.is_whole:
        click.echo(
            f"Not searchable: {taken.of_pages - taken.pages} pages of {taken.of_documents - taken.documents} documents "
            "whose stored readings are damaged. What to do: `tenderlight verify` names them.",
            err=True,
        )


def _make_searchable_on(cluster: str, case: Case, workers: int | None) -> None:
    from tenderlight.cli.plain import plain
    from tenderlight.pipeline.cluster_index import ClusterWorkers

    with ClusterWorkers(cluster, case.search.texts, count=workers) as hands:
        case.search.refresh(_show_taken, workers=hands)
    if hands.why_not:
        click.echo(plain(f"The rest of the index was made on this machine. {hands.why_not}"), err=True)


def searchable_after(case_folder: Place, workers: int | None = None, cluster: str | None = None) -> None:
    """Make a case searchable after a run; trouble with that does not undo the run. The case is not held meanwhile.

    Args:
        case_folder: The case.
        workers: How many processes make a large index; None = one a core.
        cluster: Address of the cluster whose workers make it; None, or one that was started here for the run: processes
            of this machine.
    """
    from tenderlight.cases import Case
    from tenderlight.cli.plain import plain
    from tenderlight.errors import TenderlightError

    try:
        with Case.open(case_folder) as case:
            if not case.search.is_fresh():
                _make_searchable(case, workers, None if cluster == OWN_CLUSTER else cluster)
    except TenderlightError as trouble:
        click.echo(plain(f"Not made searchable: {trouble.message}\nWhat to do: {trouble.what_to_do()}"), err=True)


def _show_taken(taken: Taken) -> None:
    click.echo(f"{taken.pages:,} of {taken.of_pages:,} pages can be searched.", err=True)


def _print(search: Search, question: Question, *, most: int, as_json: bool) -> None:
    from tenderlight.publish.hit_cells import encode_hit

    answer = search.find(question, most=most)
    for hit in answer.hits:
        click.echo(encode_hit(hit).decode("utf-8") if as_json else _shown(hit))
    more = "" if answer.total <= len(answer.hits) else f", {len(answer.hits)} shown: --most, or --format csv for all"
    click.echo(f"{answer.total} pages{more}.", err=True)


def _shown(hit: Hit) -> str:
    from tenderlight.cli.plain import plain

    place = f"p. {hit.page_number}" if hit.page_number is not None else hit.pointer or ""
    times = "" if hit.count == 1 else f"  ({hit.count} times)"
    before = " ".join(hit.before[-CONTEXT_SHOWN:].split())
    words = f"{before}[{' '.join(hit.text.split())}]{' '.join(hit.after[:CONTEXT_SHOWN].split())}"
    return plain(f"{hit.path} {place}{times}\n      {words}{_told_of_correction(hit)}")


def _told_of_correction(hit: Hit) -> str:
    if hit.read_as is not None:
        return f"  (as corrected by hand; was read as: {' '.join(hit.read_as.split()) or 'nothing'})"
    if hit.corrected_to is not None:
        return f"  (as read; corrected by hand to: {' '.join(hit.corrected_to.split()) or 'nothing'})"
    return ""
