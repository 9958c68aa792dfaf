"""`tenderlight publish`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.errors import CaseInUse


class _Options(TypedDict):
    """How a dossier is made."""

    person: str
    because: str
    only: tuple[str, ...]
    seal: tuple[str, ...]
    redact: bool
    attach: tuple[str, ...]
    lists: bool
    no_names: bool


@click.command(
    name="publish", short_help="Write the dossier of a contract: what people confirmed, for others to check."
)
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.argument("contract", metavar="CONTRACT")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder to write; nothing may be in it.",
)
@click.option("--by", "person", metavar="NAME", required=True, help="Who publishes, for the log.")
@click.option("--because", metavar="WORDS", default="", help="Why, for the log: of a newer dossier, what changed.")
@click.option("--only", metavar="CLAIM", multiple=True, help="Publish only this finding; may be given again.")
@click.option(
    "--seal",
    metavar="DOCUMENT",
    multiple=True,
    help="Give only the hash of this original: its SHA-256, the beginning of it, or its path; `all` for every one. May "
    "be given again.",
)
@click.option(
    "--redact",
    is_flag=True,
    help="Black out private persons in texts and pictures, keep a record of it, and seal every original.",
)
@click.option(
    "--attach",
    metavar="FILE",
    multiple=True,
    help="Publish this file that came with a reply, as it came: its name, its SHA-256 or the beginning of it; `all` "
    "for every one. May be given again. Of others the hash is given.",
)
@click.option(
    "--lists",
    is_flag=True,
    help="Tell what lists say to those who are named: list, version, entry, kind of match, and what it does not show. "
    "Look at each at the desk before.",
)
@click.option("--no-names", is_flag=True, help="Leave out the names of those who reviewed and publish.")
def command(case_folder: Place, contract: str, folder: Path, **options: Unpack[_Options]) -> None:
    """Write the dossier of CONTRACT: an id, its beginning, or a number of the procedure.

    \b
    tenderlight publish my-case 4f80ea29 --by "R. Osei" -o dossier
    tenderlight publish my-case LSGC-2023-0117 --by "R. Osei" --redact -o /media/stick/dossier
    tenderlight publish my-case 4f80ea29 --by "R. Osei" --seal all --no-names -o dossier

    Only what a person confirmed is published, with what speaks against it, and with the reply of everyone it names.
    Where one of these is missing, nothing is written, and the message says which. Ends with 6 then.
    """
    from datetime import UTC, datetime

    from tenderlight.cases import Case
    from tenderlight.cases.opening import refuse_missing
    from tenderlight.cli.plain import plain
    from tenderlight.errors import CaseInUse
    from tenderlight.publish.dossier import publish
    from tenderlight.publish.dossier_findings import contract_named
    from tenderlight.publish.dossier_wishes import Wishes

    refuse_missing(case_folder)
    wishes = Wishes(
        person=options["person"],
        because=options["because"],
        only=options["only"],
        seal=options["seal"],
        redact=options["redact"],
        attach=options["attach"],
        lists=options["lists"],
        has_names=not options["no_names"],
    )
    try:
        opened = Case.open(case_folder, create=True)
    except CaseInUse as trouble:
        raise _on_the_desk(case_folder, contract, trouble) from None
    with opened as case:
        made = publish(case, contract_named(case, contract), folder, wishes, now=datetime.now(UTC))
    click.echo(os.fsencode(made.folder / "data" / "index.html"))
    click.echo(f"Dossier {made.name}: {made.findings} findings, digest {made.sha256}.", err=True)
    click.echo(f"Next: python3 -I -S {plain(str(made.folder / 'data' / 'verify.py'))}", err=True)


def _on_the_desk(case_folder: Place, contract: str, trouble: CaseInUse) -> CaseInUse:
    """Return a refusal that says where to publish, if it is the desk that holds the case."""
    from tenderlight.archive.storage import holder_of
    from tenderlight.cases import Case
    from tenderlight.errors import CaseInUse
    from tenderlight.publish.dossier_findings import contract_named

    holder = holder_of(case_folder) if isinstance(case_folder, Path) else None
    if holder is None or not holder.desk:
        return trouble
    with Case.open(case_folder) as case:
        address = f"{holder.desk}/contracts/{contract_named(case, contract)}/publish"
    said = f"{trouble.message} Publish there: {address} (for editors), or stop the desk and run this again."
    return CaseInUse(said, **trouble.details)
