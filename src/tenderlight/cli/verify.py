"""`tenderlight verify`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command(name="verify", short_help="Check originals, log and quotes of a case.")
@click.argument("case_folder", metavar="CASE", type=click.Path(path_type=Path, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(case_folder: Path, as_json: bool) -> int:
    """Hash every original and reading of CASE again, check its log, and look up every quote.

    \b
    tenderlight verify my-case
    tenderlight verify my-case --json

    Nothing is changed. Ends with 6 if something does not hold, and says what.
    """
    from tenderlight.cli.plain import plain
    from tenderlight.errors import ExitCode
    from tenderlight.pipeline.verifying import verify_case

    result = verify_case(case_folder)
    if as_json:
        click.echo(json.dumps(asdict(result), ensure_ascii=False))
    else:
        for fault in result.faults:
            click.echo(plain(fault))
        if not result.faults:
            of_makers = f"; statements of makers: {result.statements}" if result.statements else ""
            said = f"{result.documents} originals, {result.claims} claims, {result.quotes} quotes{of_makers}"
            click.echo(f"All holds: {said}.")
    return ExitCode.NOT_VERIFIED if result.faults else ExitCode.DONE
