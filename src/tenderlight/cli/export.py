"""`tenderlight export`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

STANDARD_OUTPUT = Path("-")


@click.command(name="export", short_help="Write the claims of a case as JSON Lines, CSV or XLSX.")
@click.argument("case_folder", metavar="CASE", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "xlsx"]), required=True, help="File format.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="File, or - for standard output.",
)
def command(case_folder: Path, form: str, target: Path) -> None:
    """Write every claim of CASE into one file.

    \b
    tenderlight export my-case --format csv -o claims.csv
    tenderlight export my-case --format jsonl -o claims.jsonl
    tenderlight export my-case --format jsonl -o - | jq .value

    The same case gives the same bytes in every run. Columns and keys: docs/reference/columns.md.
    """
    from tenderlight.cases import Case
    from tenderlight.cli.plain import plain
    from tenderlight.publish.tables import WRITERS

    with Case.open(case_folder) as case:
        if target == STANDARD_OUTPUT:
            with tempfile.TemporaryDirectory() as folder:
                WRITERS[form](case.claims(), Path(folder) / form)
                with (Path(folder) / form).open("rb") as written:
                    shutil.copyfileobj(written, sys.stdout.buffer)
            return
        WRITERS[form](case.claims(), target)
    click.echo(f"Wrote {plain(str(target))}", err=True)
