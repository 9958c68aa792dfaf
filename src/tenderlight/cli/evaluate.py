"""`tenderlight evaluate`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.table import Table

    from tenderlight.evaluate.capabilities import CapabilityScore, Tally
    from tenderlight.evaluate.components import ComponentScore
    from tenderlight.evaluate.facts import FactsScore

DIFFERENCES_SHOWN = 20
FOUND_AS = ("required", "offered", "standard", "optional", "forbidden", "negated", "discussed", "missed")
"""Columns of the table of polarities."""
NARROWEST = 80
"""Columns that the table of capabilities takes at least, for codes are shown whole."""


@click.command(name="evaluate", short_help="Score capabilities, facts or components on a labelled set.")
@click.argument("what", type=click.Choice(["capabilities", "facts", "components"]))
@click.argument("labelled_set", metavar="SET", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--predictions", type=click.Path(path_type=Path, dir_okay=False), help="Write what was found, a line a case."
)
@click.option(
    "--suggestions",
    "per_thousand",
    metavar="N",
    type=click.FloatRange(min=0, min_open=True),
    help="Capabilities: say what the second reader adds at N suggestions for a thousand pages.",
)
@click.option(
    "--pages",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="With --suggestions: documents whose pages say which score that is.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the score as JSON.")
def command(
    what: str,
    labelled_set: Path,
    predictions: Path | None,
    per_thousand: float | None,
    pages: Path | None,
    as_json: bool,
) -> None:
    """Score what is found in SET (passages.jsonl, notices.jsonl or lines.jsonl, or their folder) against its labels.

    \b
    tenderlight evaluate capabilities passages.jsonl
    tenderlight evaluate facts notices.jsonl --predictions found.jsonl
    tenderlight evaluate components evaluation/components/development.jsonl
    tenderlight evaluate capabilities passages.jsonl --suggestions 20 --pages notices

    Wrong accusations and wrong values come first: they weigh more than anything missed.
    """
    if per_thousand is not None and what != "capabilities":
        raise click.UsageError("--suggestions is asked of capabilities only.")
    if (pages is None) != (per_thousand is None):
        raise click.UsageError("--suggestions N and --pages FOLDER belong together.")
    if per_thousand is not None and pages is not None:
        _print_suggestions(labelled_set, per_thousand, pages, as_json=as_json)
    elif what == "capabilities":
        from tenderlight.evaluate.capabilities import evaluate_capabilities

        _print_capabilities(evaluate_capabilities(labelled_set, predictions), as_json=as_json)
    elif what == "components":
        from tenderlight.evaluate.components import evaluate_components

        _print_components(evaluate_components(labelled_set, predictions), as_json=as_json)
    else:
        from tenderlight.evaluate.facts import evaluate_facts

        score = evaluate_facts(labelled_set, predictions)
        is_held_out = labelled_set.stem.startswith("held_out")
        _print_facts(replace(score, differences=()) if is_held_out else score, as_json=as_json, counts_only=is_held_out)


def _print_json(score: object) -> None:
    import msgspec

    click.echo(msgspec.json.encode(score).decode("utf-8"))


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _print_capabilities(score: CapabilityScore, *, as_json: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    if as_json:
        _print_json(score)
        return
    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False)
    for name in ("", "passages", "wrongly\naccused", "false\nalarms", "recall\n(buying)", "polarity", "found"):
        table.add_column(name, justify="left" if not name else "right", no_wrap=True)

    def line(name: str, tally: Tally) -> None:
        found = f"{tally.found}/{tally.expected}"
        cells = [str(tally.passages), str(tally.wrong_accusations), str(tally.false_alarms), _share(tally.recall)]
        table.add_row(name, *cells, _share(tally.polarity_accuracy), found)

    line("all", score.overall)
    if score.not_covered:
        line("capabilities with rules", score.covered)
    for groups in (score.by_language, score.by_capability):
        table.add_section()
        for name, tally in groups.items():
            line(name, tally)
    console = Console(width=max(NARROWEST, Console().width))
    console.print(table)
    if score.confusions:
        console.print(_confusions(score.confusions))
    if score.not_covered:
        click.echo(f"No rules yet for: {', '.join(score.not_covered)}")


def _confusions(counted: Mapping[str, Mapping[str, int]]) -> Table:
    """Return the table of polarities: what a careful reader finds, by what the rules make of it."""
    from rich import box
    from rich.table import Table

    found = [name for name in FOUND_AS if any(name in row for row in counted.values())]
    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False, title="polarity expected, and found as")
    for name in ("expected", *found):
        table.add_column(name, justify="right" if name in found else "left", no_wrap=True)
    for expected, row in counted.items():
        table.add_row(expected, *(str(row.get(name, 0)) for name in found))
    return table


def _print_suggestions(labelled_set: Path, per_thousand: float, folder: Path, *, as_json: bool) -> None:
    """Print what the second reader adds to the recall of the rules."""
    from tenderlight.evaluate.capabilities import predict_all, read_passages
    from tenderlight.evaluate.suggestions import Readers, scores_of, texts_of_pages

    passages = read_passages(labelled_set)
    pages, scores = scores_of(texts_of_pages(folder))
    added = Readers(passages, predict_all(passages)).at(per_thousand, pages, scores)
    if as_json:
        _print_json(added)
        return
    click.echo(
        f"{added.pages:,} pages: {per_thousand:g} for a thousand are those with a score over {added.score_over:.3f}\n"
        f"{len(passages):,} passages, {added.buying:,} purchases: {added.by_rules:,} found by the rules, "
        f"{added.added:,} more suggested, recall {_share(added.recall)}"
    )


def _print_components(score: ComponentScore, *, as_json: bool) -> None:
    if as_json:
        _print_json(score)
        return
    for name, tally in (("all", score.overall), *score.by_language.items()):
        click.echo(
            f"{name:8} {tally.lines:4} lines: {tally.wrong} wrong, {tally.overstated} overstated; {tally.found} of "
            f"{tally.expected} found, {tally.naming_right} named right, {tally.counts_right} of {tally.counts} "
            "counted right"
        )
    for sentence in score.differences[:DIFFERENCES_SHOWN]:
        click.echo(f"  {sentence}")


def _print_facts(score: FactsScore, *, as_json: bool, counts_only: bool) -> None:
    """Print a score; of a held-out part only counts, for whoever reads its cases mends the rules for them."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    if as_json:
        _print_json(score.as_json() | ({"caught": []} if counts_only else {}))
        return
    table = Table(box=box.SIMPLE_HEAD)
    for name in ("field", "wrong", "missing", "right", "accuracy"):
        table.add_column(name, justify="left" if name == "field" else "right")
    for field, wrong, missing, right, accuracy in score.table():
        table.add_row(field, str(wrong), str(missing), str(right), _share(accuracy))
    Console().print(table)
    click.echo(f"{score.cases_right} of {score.cases} cases are right in every field.")
    click.echo(f"{len(score.caught)} values are given that the labels warn of (budgets, fees, losers, people).")
    for caught in () if counts_only else score.caught:
        click.echo(f"  {caught.case} {caught.kind}: {caught.value}")
    for one in sorted(score.differences, key=lambda one: not one.is_wrong)[:DIFFERENCES_SHOWN]:
        what = "wrong" if one.is_wrong else "missing"
        click.echo(f"  {one.case} {one.field} {what}: expected {one.expected!r}, found {one.predicted!r}")
