"""`tenderlight case`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place


@click.group(name="case", short_help="Copy a case: between folders, object stores and databases.")
def command() -> None:
    """Copy a case from where it is to where there is none: folders, object stores, databases.

    \b
    tenderlight case copy my-case postgresql://anna@db.example/tenders --store shared/tenders
    """


@command.command(name="copy", short_help="Copy a case, and compare both.")
@click.argument("source", metavar="FROM", type=CasePlace())
@click.argument("target", metavar="TO", type=CasePlace())
@click.option(
    "--store",
    metavar="PLACE",
    help="Where the copy keeps originals, readings and log: s3://BUCKET/PREFIX or, of one in a database, a folder.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def copy(source: Place, target: Place, store: str | None, *, as_json: bool) -> None:
    """Copy the case FROM to TO, where there is none, and see that both say the same.

    \b
    tenderlight case copy my-case postgresql://anna@db.example/tenders --store shared/tenders
    tenderlight case copy my-case my-copy --store s3://our-bucket/tenders
    tenderlight case copy postgresql://anna@db.example/tenders my-copy

    Nobody changes the case meanwhile. Each file is held against its hash, the claims of both are compared, and the copy
    is checked as by `verify`. A copy that is interrupted is none; the same command does it again. From then on the two
    go their own ways: keep one of them.
    """
    from dataclasses import asdict

    from tenderlight.cases.copying import copy_case
    from tenderlight.cases.places import kept_at

    place, of_folder = kept_at(target, store)
    copied = copy_case(source, place, store=of_folder)
    if as_json:
        click.echo(json.dumps(asdict(copied)))
    else:
        said = f"Copied: {copied.claims} claims in {copied.rows} rows"
        click.echo(f"{said}. SHA-256 of the claims of both as exported: {copied.sha256}")
