"""`tenderlight doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place


@click.command(name="doctor", short_help="What is installed and works, what is not, and how to mend it.")
@click.argument("case_folder", metavar="[CASE]", required=False, type=CasePlace())
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each check.")
def command(case_folder: Place | None, *, as_json: bool) -> int:
    """Look at this machine, and at CASE if one is named: what works, what does not, what that costs, how to mend it.

    \b
    tenderlight doctor
    tenderlight doctor my-case
    tenderlight doctor postgresql://anna@db.example/tenders
    tenderlight doctor --json | jq 'select(.verdict != "works")'

    Nothing is changed, and no network is asked, but the server of CASE and the object store that it names, if any.
    Ends with 0 if all that is needed works, though optional parts may be missing, else with 4. Whether the bytes of
    a case are what they were is what `tenderlight verify` says.
    """
    from dataclasses import asdict

    import msgspec

    from tenderlight.cli.plain import plain_line
    from tenderlight.doctor.checks import Verdict
    from tenderlight.doctor.machine import machine_checks
    from tenderlight.doctor.of_case import case_checks
    from tenderlight.errors import ExitCode

    verdicts = set()
    found = [*machine_checks(_on_disk(case_folder)), *(case_checks(case_folder) if case_folder else ())]
    for check in found:
        verdicts.add(check.verdict)
        if as_json:
            click.echo(msgspec.json.encode(asdict(check)).decode("utf-8"))
            continue
        click.echo(plain_line(f"{check.verdict.value:8} {check.name}: {check.found}"))
        if check.verdict is not Verdict.WORKS:
            click.echo(plain_line(f"         Costs: {check.costs}"))
            click.echo(plain_line(f"         Mend: {check.mend}"))
    return ExitCode.PART_MISSING if Verdict.BROKEN in verdicts else ExitCode.DONE


def _on_disk(case_place: Place | None) -> Path:
    """Return the folder whose disk must have room; the one we stand in if a server cannot say it."""
    from tenderlight.cases.opening import folder_of
    from tenderlight.errors import TenderlightError

    if case_place is None or isinstance(case_place, Path):
        return case_place or Path()
    try:
        return folder_of(case_place)
    except TenderlightError:
        return Path()
