"""`tenderlight new`."""

from __future__ import annotations

from pathlib import Path

import click

QUESTIONS = {
    "label": "Label in English",
    "label_zh": "Label in Chinese",
    "severity": "How grave it is if bought (critical, high, medium, low)",
    "definition": "What it is, in one sentence",
    "says_it": "A sentence of a tender that asks for it",
    "words": "The words in it that mean this alone",
    "innocent": "A sentence that looks alike and must not be found",
    "not_when": "What that sentence is about, in a few words",
    "because": "Why it matters: instruments and articles",
    "source": "A source for that",
}


@click.command(name="new", short_help="Begin a rule of the vocabulary.")
@click.argument("what", type=click.Choice(["rule"]))
@click.argument("code", metavar="CODE")
@click.option("--checkout", type=click.Path(path_type=Path, file_okay=False), default=".", help="The repository. [.]")
@click.option("--label", prompt=QUESTIONS["label"])
@click.option("--label-zh", prompt=QUESTIONS["label_zh"])
@click.option("--severity", prompt=QUESTIONS["severity"])
@click.option("--definition", prompt=QUESTIONS["definition"])
@click.option("--says-it", prompt=QUESTIONS["says_it"])
@click.option("--words", prompt=QUESTIONS["words"])
@click.option("--innocent", prompt=QUESTIONS["innocent"])
@click.option("--not-when", prompt=QUESTIONS["not_when"])
@click.option("--because", prompt=QUESTIONS["because"])
@click.option("--source", prompt=QUESTIONS["source"])
def command(what: str, code: str, checkout: Path, **answers: str) -> None:  # noqa: ARG001 - there is one thing to begin
    """Begin the rule CODE in a copy of the repository: entry, page, example and expected result.

    \b
    tenderlight new rule track.school_records

    Asks for what is not given as an option. What it writes finds one sentence and passes the tests; deepen it
    from there, as docs/how-to/add-a-term.md tells.
    """
    from tenderlight.capabilities.new_rule import NewRule, write_rule
    from tenderlight.cli.plain import plain

    for path in write_rule(checkout, NewRule(code=code, **answers)):
        click.echo(f"Wrote {plain(str(path))}")
    click.echo("Next: make tables && make test", err=True)
