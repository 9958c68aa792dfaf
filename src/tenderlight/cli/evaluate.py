"""`tenderlight evaluate`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tenderlight.evaluate.capabilities import CapabilityScore, Tally
    from tenderlight.evaluate.components import ComponentScore
    from tenderlight.evaluate.facts import FactsScore

DIFFERENCES_SHOWN = 20
NARROWEST = 80
"""Columns that the table of capabilities takes at least, for codes are shown whole."""


@click.command(name="evaluate", short_help="Score capabilities, facts or components on a labelled set.")
@click.argument("what", type=click.Choice(["capabilities", "facts", "components"]))
@click.argument("labelled_set", metavar="SET", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--predictions", type=click.Path(path_type=Path, dir_okay=False), help="Write what was found, a line a case."
)
@click.option("--json", "as_json", is_flag=True, help="Print the score as JSON.")
def command(what: str, labelled_set: Path, predictions: Path | None, as_json: bool) -> None:
    """Score what is found in SET (passages.jsonl, notices.jsonl or lines.jsonl, or their folder) against its labels.

    \b
    tenderlight evaluate capabilities passages.jsonl
    tenderlight evaluate facts notices.jsonl --predictions found.jsonl
    tenderlight evaluate components evaluation/components/development.jsonl

    Wrong accusations and wrong values come first: they weigh more than anything missed.
    """
    if what == "capabilities":
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
    Console(width=max(NARROWEST, Console().width)).print(table)
    if score.not_covered:
        click.echo(f"No rules yet for: {', '.join(score.not_covered)}")


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
