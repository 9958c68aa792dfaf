"""`tenderlight export`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

import click

STANDARD_OUTPUT = Path("-")


@click.command(name="export", short_help="Write claims, contracts or pages of a case as JSON Lines, CSV or XLSX.")
@click.argument("case_folder", metavar="CASE", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), required=True, help="File format.")
@click.option(
    "--table",
    type=click.Choice(["claims", "contracts", "pages"]),
    default="claims",
    help="What to write: the claims; a row a contract, with what its documents say side by side and where they "
    "contradict each other; or the ledger that says of every page how it was read. [claims]",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="File, or - for standard output.",
)
def command(case_folder: Path, form: str, table: str, target: Path) -> None:
    """Write every claim of CASE, or every contract or page, into one file.

    \b
    tenderlight export my-case --format csv -o claims.csv
    tenderlight export my-case --format jsonl -o claims.jsonl
    tenderlight export my-case --format jsonl -o - | jq .value
    tenderlight export my-case --table contracts --format csv -o contracts.csv
    tenderlight export my-case --table pages --format csv -o pages.csv

    The same case gives the same bytes in every run. Columns and keys: docs/reference/columns.md.
    """
    from tenderlight.cases import Case
    from tenderlight.cli.plain import plain
    from tenderlight.publish.contract_cells import contract_rows
    from tenderlight.publish.tables import CONTRACT_WRITERS, PAGE_WRITERS, WRITERS

    with Case.open(case_folder) as case:
        write = {
            "claims": partial(WRITERS[form], case.claims()),
            "contracts": partial(CONTRACT_WRITERS[form], contract_rows(case)),
            "pages": partial(PAGE_WRITERS[form], case.pages()),
        }[table]
        if target == STANDARD_OUTPUT:
            with tempfile.TemporaryDirectory() as folder:
                write(Path(folder) / form)
                with (Path(folder) / form).open("rb") as written:
                    shutil.copyfileobj(written, sys.stdout.buffer)
            return
        write(target)
    click.echo(f"Wrote {plain(str(target))}", err=True)
