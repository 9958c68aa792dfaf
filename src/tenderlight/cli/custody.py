"""`tenderlight custody`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases import Case
    from tenderlight.cases.places import Place

_CASE = click.argument("case_folder", metavar="CASE", type=CasePlace(exists=True))


@click.group(name="custody", short_help="Keys, checkpoints, time stamps and erasure.")
def command() -> None:
    """Look after the log of a case: who signs it, what pins it, which times authorities put on it.

    \b
    tenderlight custody key
    tenderlight custody checkpoint my-case > to-a-partner
    tenderlight custody request my-case -o request.tsq
    tenderlight custody stamp my-case answer.tsr --authority authority.pem
    tenderlight custody ask my-case https://authority.example --authority authority.pem
    tenderlight custody erase my-case 5fc83de82a02… --by "R. Osei" --because "court order 12/2026"
    """


@command.command(name="key", short_help="Print the key that signs checkpoints.")
@click.option("--pem", is_flag=True, help="Print it as `openssl` reads it.")
def key(*, pem: bool) -> None:
    """Print the public half of the key of this installation, made if there is none yet.

    \b
    tenderlight custody key
    tenderlight custody key --pem > key.pem

    Tell it to whoever will check your dossiers, by another way than the dossiers themselves.
    """
    from tenderlight.archive.keys import default_folder, own_key, public_pem
    from tenderlight.errors import KeyNotUsable

    found = own_key()
    if found is None:
        raise KeyNotUsable("No key can be kept here.", path=str(default_folder()))
    click.echo(public_pem(found.public), nl=False) if pem else click.echo(found.digits)
    click.echo(f"Kept in {found.path}; nobody but you may read it.", err=True)


@command.command(name="rotate", short_help="Retire the key that signs, and make another.")
def rotate() -> None:
    """Make a new key. Each case says so, signed by the old key and the new one, when it is next changed.

    \b
    tenderlight custody rotate

    The old key is kept beside the new one to sign those changes. Print the new key with `tenderlight custody key`.
    """
    from tenderlight.archive import keys

    click.echo(keys.rotate().digits)


@command.command(name="checkpoint", short_help="Pin the log of a case; print the signed checkpoint.")
@_CASE
def checkpoint(case_folder: Place) -> None:
    """Pin the log of CASE and print the checkpoint: a few lines to give to a partner.

    \b
    tenderlight custody checkpoint my-case > checkpoint-of-march
    tenderlight verify my-case --checkpoint checkpoint-of-march

    Only a copy that you do not hold shows that you did not write the log anew.
    """
    click.echo(_pinned(case_folder).read_bytes(), nl=False)


@command.command(name="request", short_help="Write a request for a time stamp (RFC 3161).")
@_CASE
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write."
)
def request(case_folder: Place, file: Path) -> None:
    """Pin the log of CASE, and write a request for a time stamp on the checkpoint.

    \b
    tenderlight custody request my-case -o request.tsq
    curl -H "Content-Type: application/timestamp-query" --data-binary @request.tsq AUTHORITY > answer.tsr

    Nothing is sent. The request holds a hash, and nothing of the case; send it from any machine, to two authorities.
    """
    from tenderlight.archive.timestamps import request_for

    pinned = _pinned(case_folder)
    file.write_bytes(request_for(pinned.read_bytes()))
    click.echo(os.fsencode(file))
    click.echo(f"A request for {pinned.name}. Next: tenderlight custody stamp, with the answer.", err=True)


@command.command(name="stamp", short_help="Take in the answer of an authority.")
@_CASE
@click.argument("token", metavar="ANSWER", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--authority",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="Certificates of the authority (PEM), its root among them.",
)
def stamp(case_folder: Place, token: Path, authority: Path) -> None:
    """Check ANSWER to a request, keep it beside the checkpoint it is of, and enter it in the log.

    \b
    tenderlight custody stamp my-case answer.tsr --authority authority.pem

    What the checkpoint covers was written before the time it gives; what is entered from now on, after it.
    """
    _take_in(case_folder, token.read_bytes(), authority.read_bytes())


def _take_in(case_folder: Place, token: bytes, authority: bytes) -> None:
    """Take the answer of an authority in, and say what it says."""
    from tenderlight.cli.plain import plain

    with _changing(case_folder) as case:
        said = case.custody.stamp(token, authority)
    click.echo(plain(f"{said['said_at']} by {said['authority']}, on the first {said['checkpoint']} entries."))


@command.command(name="ask", short_help="Have an authority put a time on the log, over the network.")
@_CASE
@click.argument("url", metavar="URL")
@click.option(
    "--authority",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="Certificates of the authority (PEM), its root among them.",
)
def ask(case_folder: Place, url: str, authority: Path) -> None:
    """Pin the log of CASE, ask the authority at URL for a time stamp on the checkpoint, and take its answer in.

    \b
    tenderlight custody ask my-case https://authority.example --authority authority.pem

    As `request` and `stamp`, in one step. Nothing is sent but a hash, and nothing is asked but URL: no redirect is
    followed. The authority sees the address of this machine's network, and when it asked.
    """
    from tenderlight.archive.timestamps import request_for
    from tenderlight.sources.authorities import ask_authority

    certificates = authority.read_bytes()
    answer = ask_authority(url, request_for(_pinned(case_folder).read_bytes()))
    _take_in(case_folder, answer, certificates)


@command.command(name="erase", short_help="Take an original out of a case for good.")
@_CASE
@click.argument("document", metavar="SHA256")
@click.option("--by", "person", metavar="NAME", required=True, help="Who erases.")
@click.option("--because", metavar="TEXT", required=True, help="Why; it stays in the log.")
def erase(case_folder: Place, document: str, *, person: str, because: str) -> None:
    """Remove the original of that SHA-256 from CASE, with all that was read and claimed of it.

    \b
    tenderlight custody erase my-case 5fc83de82a02… --by "R. Osei" --because "court order 12/2026"

    Its hash, its path and what people wrote about it stay in the log, which says that it was erased and why; the log is
    as whole as before. An archive is erased with what lies in it and nowhere else. Copies elsewhere, dossiers among
    them, are not touched.
    """
    with _changing(case_folder) as case:
        for one in case.custody.erase(document, person=person, because=because):
            click.echo(one)


def _changing(case_folder: Place) -> Case:
    """Open a case that is there for changes.

    Raises:
        NoSuchCase: If it is not there: none is made.
    """
    from tenderlight.cases import Case
    from tenderlight.errors import NoSuchCase

    if not isinstance(case_folder, Path):
        Case.open(case_folder).close()
    elif not (case_folder / "custody.jsonl").is_file():
        raise NoSuchCase(f"There is no case in {case_folder}.", path=str(case_folder))
    return Case.open(case_folder, create=True)


def _pinned(case_folder: Place) -> Path:
    with _changing(case_folder) as case:
        return case.custody.pin()
