"""`tenderlight verify`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place


class _Options(TypedDict):
    """What is believed, or held against."""

    key: str | None
    checkpoint: Path | None
    authority: Path | None
    made_from: Place | None
    read_again: bool


@click.command(name="verify", short_help="Check originals, log and quotes of a case or a dossier.")
@click.argument("folder", metavar="CASE|DOSSIER", type=CasePlace())
@click.option("--key", metavar="HEX", help="The public key that must sign it, as you were told elsewhere.")
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A checkpoint of the case that you were given earlier: the log must begin as it was then.",
)
@click.option(
    "--authority",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Certificates (PEM) of the authorities whose time stamps you believe.",
)
@click.option(
    "--case",
    "made_from",
    metavar="CASE",
    type=CasePlace(exists=True),
    help="Of a dossier with blacked out words: make its texts and pictures again from the case it was made "
    "from, and see that nothing else was changed.",
)
@click.option(
    "--read-again", is_flag=True, help="Read every original of the case again, and find its quotes there. Takes long."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(folder: Place, *, as_json: bool, **options: Unpack[_Options]) -> int:
    """Hash every original and reading of CASE again, check its log and time stamps, and look up every quote.

    Of a DOSSIER, do what the `verify.py` in it does, read its originals again, and find every quote in them.

    \b
    tenderlight verify my-case
    tenderlight verify my-case --read-again
    tenderlight verify my-case --checkpoint received-in-march --authority authority.pem
    tenderlight verify dossier --json
    tenderlight verify dossier --case my-case

    Nothing is changed. Ends with 6 if something does not hold, and says what, and which claims it touches.
    """
    from tenderlight.errors import ExitCode, UsageError
    from tenderlight.pipeline.verifying import Given, verify_case
    from tenderlight.publish.verifying import is_dossier, verify_dossier

    key, checkpoint, made_from = options["key"], options["checkpoint"], options["made_from"]
    believed = None if options["authority"] is None else options["authority"].read_bytes()
    if isinstance(folder, Path) and is_dossier(folder):
        if checkpoint is not None:
            raise UsageError("A dossier does not hold the whole log; --checkpoint is for a case.")
        dossier = verify_dossier(folder, authority=believed, key=key, made_from=made_from, tell=_tell_progress)
        said = f"{dossier.findings} findings, {dossier.quotes} quotes, {dossier.found_again} found again in originals"
        signed = f". Signed by the key {dossier.key}" if dossier.key else ""
        _tell(asdict(dossier), said + signed, as_json=as_json)
        return ExitCode.NOT_VERIFIED if dossier.faults else ExitCode.DONE
    if made_from is not None:
        raise UsageError("--case is for a dossier in which words are blacked out.")
    kept = None if checkpoint is None else checkpoint.read_text("utf-8", errors="replace")
    case = verify_case(folder, Given(checkpoint=kept, authority=believed, key=key, read_again=options["read_again"]))
    of_makers = f"; statements of makers: {case.statements}" if case.statements else ""
    said = f"{case.documents} originals, {case.claims} claims, {case.quotes} quotes{of_makers}"
    _tell(asdict(case), said, as_json=as_json)
    return ExitCode.NOT_VERIFIED if case.faults else ExitCode.DONE


def _tell_progress(done: int, whole: int) -> None:
    click.echo(f"Originals read again: {done} of {whole}.", err=True)


def _tell(result: dict[str, object], said: str, *, as_json: bool) -> None:
    from tenderlight.cli.plain import plain

    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    faults, notes = (result[name] for name in ("faults", "notes"))
    assert isinstance(faults, tuple | list)
    assert isinstance(notes, tuple | list)
    for fault in faults:
        click.echo(plain(fault))
    for note in notes:
        click.echo(plain(note), err=True)
    if not faults:
        click.echo(f"All holds: {said}.")
