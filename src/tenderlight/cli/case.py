"""`tenderlight case`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place


@click.group(name="case", short_help="Copy a case: from a folder into a database, or back.")
def command() -> None:
    """Copy a case from a folder into a database, or back.

    \b
    tenderlight case copy my-case postgresql://anna@db.example/tenders --store shared/tenders
    """


@command.command(name="copy", short_help="Copy a case, and compare both.")
@click.argument("source", metavar="FROM", type=CasePlace())
@click.argument("target", metavar="TO", type=CasePlace())
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    help="Of a copy in a database: folder for its originals, readings and log.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def copy(source: Place, target: Place, store: Path | None, *, as_json: bool) -> None:
    """Copy the case FROM to TO, where there is none, and see that both say the same.

    \b
    tenderlight case copy my-case postgresql://anna@db.example/tenders --store shared/tenders
    tenderlight case copy postgresql://anna@db.example/tenders my-copy

    Nobody changes the case meanwhile. From then on the two go their own ways: keep one of them.
    """
    from dataclasses import asdict

    from tenderlight.cases.copying import copy_case
    from tenderlight.cases.places import with_store

    copied = copy_case(source, with_store(target, store))
    if as_json:
        click.echo(json.dumps(asdict(copied)))
    else:
        said = f"Copied: {copied.claims} claims in {copied.rows} rows"
        click.echo(f"{said}. SHA-256 of the claims of both as exported: {copied.sha256}")
