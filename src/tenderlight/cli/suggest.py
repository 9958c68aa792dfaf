"""`tenderlight suggest`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tenderlight.cases.places import Place
    from tenderlight.model.suggestion import Suggestion

LONGEST_SHOWN = 160


@click.command(name="suggest", short_help="Places that a person may want to look at: no claims.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.option(
    "--per-thousand",
    type=click.FloatRange(min=0, min_open=True),
    default=20.0,
    help="How many for a thousand pages. [20]",
)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), help="Write them as this, to -o.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="File, or - for standard output.",
)
def command(case_folder: Place, per_thousand: float, form: str | None, target: Path | None) -> None:
    """Suggest where the stored pages of CASE may say what no rule found, the likeliest place first.

    \b
    tenderlight suggest my-case
    tenderlight suggest my-case --per-thousand 50 --format csv -o look-at.csv

    A second reader, a small model trained on labelled passages, gives each stretch of text a score. A suggestion
    is for a person to look at. It is no claim, stands in no report, and says nothing of anybody.
    """
    from tenderlight.cases import Case
    from tenderlight.cli.written import write_out
    from tenderlight.errors import UsageError
    from tenderlight.pipeline.suggesting import suggest
    from tenderlight.publish.tables import SUGGESTION_WRITERS

    if (form is None) != (target is None):
        raise UsageError("--format and -o FILE belong together.")
    with Case.open(case_folder) as case:
        suggestions = suggest(case, per_thousand=per_thousand)
        if form is None or target is None:
            _print(suggestions)
        else:
            write_out(partial(SUGGESTION_WRITERS[form], suggestions), target)


def _print(suggestions: Iterable[Suggestion]) -> None:
    from tenderlight.cli.plain import plain

    count = 0
    for one in suggestions:
        count += 1
        first = one.quotes[0]
        place = f"p. {first.page_number}" if first.page_number is not None else first.pointer or ""
        words = " ".join(first.text.split())[:LONGEST_SHOWN]
        click.echo(plain(f"{one.score:.2f}  {one.capability}  {first.path} {place}\n      {words}"))
    click.echo(f"{count} suggestions: places to look at, no claims.", err=True)
