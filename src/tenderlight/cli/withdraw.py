"""`tenderlight withdraw`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases import Case
    from tenderlight.cases.places import Place
    from tenderlight.model.publication import Publication


@click.command(name="withdraw", short_help="Say in the log that a dossier no longer holds; show which do.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.argument("dossier", required=False)
@click.option("--by", "person", metavar="NAME", help="Who withdraws it; with a dossier.")
@click.option("--because", metavar="WORDS", help="Why; with a dossier.")
@click.option("--json", "as_json", is_flag=True, help="Print lines of JSON.")
def command(case_folder: Place, dossier: str | None, *, person: str | None, because: str | None, as_json: bool) -> None:
    """Withdraw DOSSIER, by its name; without a name, show every dossier of CASE and whether it holds.

    \b
    tenderlight withdraw my-case
    tenderlight withdraw my-case 4f80ea29b7a9-2 --by "R. Osei" --because "The reply shows another contract."

    Nobody's copy changes by this: tell those who have one. The next dossier of the contract says that it was withdrawn.
    """
    from tenderlight.cases import Case
    from tenderlight.errors import UsageError

    if dossier is None:
        with Case.open(case_folder) as case:
            standing = {one.number for one in case.publications.current()}
            for one in case.publications:
                _tell(one, holds=one.number in standing, as_json=as_json)
        return
    if not person or not because:
        raise UsageError("Say --by: who withdraws it, and --because: why.")
    with Case.open(case_folder) as case:
        number = _number_of(case, dossier)
    with Case.open(case_folder, create=True) as case:
        made = case.publications.withdraw(number, person=person, because=because)
        case.finish_run()
    _tell(made, holds=False, as_json=as_json)


def _number_of(case: Case, dossier: str) -> int:
    """Return the number of the publication of a dossier that holds.

    Raises:
        UsageError: If there is none of that name.
    """
    from tenderlight.errors import UsageError

    for one in case.publications.current():
        if one.dossier == dossier:
            return one.number
    raise UsageError(f"No dossier {dossier:.80} holds; `tenderlight withdraw CASE` shows which do.")


def _tell(one: Publication, *, holds: bool, as_json: bool) -> None:
    from tenderlight.cli.plain import plain

    if as_json:
        click.echo(json.dumps({**asdict(one), "holds": holds}, ensure_ascii=False))
        return
    state = "withdrawn" if one.kind == "withdraw" else "holds" if holds else "no longer holds"
    because = f": {one.because}" if one.because else ""
    click.echo(plain(f"{one.dossier}  {one.at}  {one.sha256[:16]}  {state}, {one.person}{because}"))
