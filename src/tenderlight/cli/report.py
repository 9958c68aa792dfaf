"""`tenderlight report`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place


@click.command(name="report", short_help="Write the claims of a case as static pages.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder. [CASE/report]"
)
@click.option(
    "--redact",
    is_flag=True,
    help="Black out names, telephone and identity numbers and mail addresses of private persons, and leave pictures of "
    "pages out.",
)
def command(case_folder: Place, folder: Path | None, *, redact: bool) -> None:
    """Write the claims of CASE as pages that open without a server and without script.

    \b
    tenderlight report my-case
    tenderlight report my-case -o /media/stick/report
    tenderlight report my-case --redact -o for-publication

    Each capability claim is shown in its sentence, with the quote lit on a picture of its page, and what speaks
    against it.
    """
    from tenderlight.cases import Case
    from tenderlight.cli.plain import as_typed, plain
    from tenderlight.publish.report import write_report

    with Case.open(case_folder) as case:
        first = write_report(case, folder or case.folder / "report", redact=redact)
    click.echo(os.fsencode(first))
    click.echo(f"Open {plain(str(first))} in a browser.", err=True)
    click.echo(f"Next: tenderlight export {as_typed(case_folder)} --format csv -o claims.csv", err=True)
