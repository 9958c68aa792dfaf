"""`tenderlight team`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.web.team import Team

_FOLDER = click.argument("folder", metavar="ACCOUNTS", type=click.Path(path_type=Path, file_okay=False))
_NAME = click.argument("name", callback=lambda _context, _parameter, value: _composed(value))
_PASSWORD = click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")


@click.group(name="team", short_help="Accounts of those who review together.")
def command() -> None:
    """Keep the accounts of a team: who comes in to the desks of its cases, and what they may do there.

    \b
    tenderlight team add accounts anna --person "Anna R."
    tenderlight team allow accounts anna my-case reviewer
    tenderlight review my-case --team accounts

    A reader looks, a reviewer also decides and writes notes, an editor also corrects words and enters replies. Changes
    hold at once, also for who is logged in.
    """


@command.command(name="add", short_help="Make an account.")
@_FOLDER
@_NAME
@click.option("--person", default="", help="Name that decisions are written under. [NAME]")
@_PASSWORD
@click.option("--no-password", is_flag=True, help="Give it none: its owner comes in by an issuer (`team tie`).")
def add(folder: Path, name: str, *, person: str, password_stdin: bool, no_password: bool) -> None:
    """Make the account NAME; its password is asked for.

    \b
    tenderlight team add accounts anna --person "Anna R."
    tenderlight team add accounts anna --no-password
    """
    password = None if no_password else _password(from_stdin=password_stdin)
    with _changing(folder, f"team add {name}", is_made=True) as team:
        made = team.add(name, password, person=person)
    click.echo(f"{made.name}: decisions are written under the name {made.person}", err=True)


@command.command(name="password", short_help="Give an account another password.")
@_FOLDER
@_NAME
@_PASSWORD
def password(folder: Path, name: str, *, password_stdin: bool) -> None:
    """Give NAME another password, and end their sessions.

    \b
    tenderlight team password accounts anna
    """
    new = _password(from_stdin=password_stdin)
    with _changing(folder, f"team password {name}") as team:
        team.change_password(name, new)


@command.command(name="allow", short_help="Say what an account may do in a case.")
@_FOLDER
@_NAME
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.argument("role", type=click.Choice(["reader", "reviewer", "editor", "nothing"]))
def allow(folder: Path, name: str, case_folder: Place, role: str) -> None:
    """Let NAME do in CASE what ROLE says.

    \b
    tenderlight team allow accounts anna my-case reviewer
    tenderlight team allow accounts anna my-case nothing
    """
    from tenderlight.cases import Case
    from tenderlight.web.sessions import Role

    with Case.open(case_folder) as case:
        case_id = case.case_id
    with _changing(folder, f"team allow {name} {role}", case_id=case_id) as team:
        team.grant(name, case_id, None if role == "nothing" else Role(role))


@command.command(name="close", short_help="Let an account in no more.")
@_FOLDER
@_NAME
def close(folder: Path, name: str) -> None:
    """Let NAME in no more, and end their sessions. What they did stays.

    \b
    tenderlight team close accounts anna
    """
    with _changing(folder, f"team close {name}") as team:
        team.close_account(name)


@command.command(name="reopen", short_help="Let a closed account in again.")
@_FOLDER
@_NAME
def reopen(folder: Path, name: str) -> None:
    """Let NAME in again after `team close`, to do what it might before.

    \b
    tenderlight team reopen accounts anna
    """
    with _changing(folder, f"team reopen {name}") as team:
        team.reopen_account(name)


@command.command(name="tie", short_help="Tie an account to what an issuer calls its owner.")
@_FOLDER
@_NAME
@click.option("--issuer", metavar="URL", required=True, help="Address of the issuer, as it calls itself.")
@click.option("--subject", metavar="SUB", help="What the issuer calls the owner for good.")
@click.option("--email", metavar="ADDRESS", help="Address of mail that the issuer has verified; counts once.")
def tie(folder: Path, name: str, *, issuer: str, subject: str | None, email: str | None) -> None:
    """Let the owner of NAME come in by an issuer (OpenID Connect).

    \b
    tenderlight team tie accounts anna --issuer https://id.example.org --subject 248289761001
    tenderlight team tie accounts anna --issuer https://id.example.org --email anna@example.org

    The subject is for good. An address of mail is for the first time: who comes with it is tied by their subject then,
    and a later owner of the address is nobody here. What the issuer calls somebody who was refused is in `team audit`.
    """
    from tenderlight.errors import UsageError
    from tenderlight.web.identities import EMAIL, SUBJECT
    from tenderlight.web.oidc_settings import issuer_address

    if (subject is None) == (email is None):
        raise UsageError("Give --subject or --email, one of them.")
    kind, value = (SUBJECT, subject) if email is None else (EMAIL, email)
    with _changing(folder, f"team tie {name} {kind} {value} at {issuer}") as team:
        account = team.account(name)
        team.identities.tie(account.name, issuer_address(issuer), kind=kind, value=value or "")


@command.command(name="untie", short_help="Take away what an account is tied to.")
@_FOLDER
@_NAME
def untie(folder: Path, name: str) -> None:
    """Let nobody come in to NAME by an issuer any more, and end its sessions.

    \b
    tenderlight team untie accounts anna
    """
    with _changing(folder, f"team untie {name}") as team:
        count = team.identities.untie(team.account(name).name)
        team.end_all(name)
    click.echo(f"{name}: {count} ties taken away.", err=True)


@command.command(name="show", short_help="Show accounts, and what they may do.")
@_FOLDER
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each account.")
def show(folder: Path, *, as_json: bool) -> None:
    """Show the accounts, and what each may do in which case.

    \b
    tenderlight team show accounts
    """
    import msgspec

    from tenderlight.cli.plain import plain_line

    with _opened(folder) as team:
        access, ties = list(team.access()), list(team.identities.all())
        for one in team.accounts():
            roles = {each.case_id: each.role for each in access if each.account == one.name}
            if as_json:
                tied = [{"issuer": each.issuer, each.kind: each.value} for each in ties if each.account == one.name]
                said = {**msgspec.to_builtins(one), "roles": roles, "tied": tied}
                click.echo(msgspec.json.encode(said).decode("utf-8"))
            else:
                may = ", ".join(f"{role.value} in {case_id}" for case_id, role in roles.items()) or "nothing"
                tied_to = "".join(f"  {each.kind} {each.value}" for each in ties if each.account == one.name)
                click.echo(plain_line(f"{one.name}  {one.person}  {may}{tied_to}{'  closed' if one.closed_at else ''}"))


@command.command(name="sessions", short_help="Show who is logged in, and from where.")
@_FOLDER
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each.")
def sessions(folder: Path, *, as_json: bool) -> None:
    """Show who is logged in to which case, from where, since when, and when they were last seen.

    \b
    tenderlight team sessions accounts
    """
    import datetime

    import msgspec

    from tenderlight.cli.plain import plain_line
    from tenderlight.web.team_sessions import is_over

    def told(seconds: float) -> str:
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat(timespec="seconds")

    with _opened(folder) as team:
        for one in team.all_sessions():
            if is_over(one.began_at, one.seen_at):
                continue
            if as_json:
                said = {**msgspec.to_builtins(one), "began_at": told(one.began_at), "seen_at": told(one.seen_at)}
                click.echo(msgspec.json.encode(said).decode("utf-8"))
            else:
                times = f"since {told(one.began_at)}, seen {told(one.seen_at)}"
                click.echo(plain_line(f"{one.account}  {one.address}  {one.case_id}  {times}"))


@command.command(name="end", short_help="Log an account out everywhere.")
@_FOLDER
@_NAME
def end(folder: Path, name: str) -> None:
    """End all sessions of NAME, who may come in again.

    \b
    tenderlight team end accounts anna
    """
    with _changing(folder, f"team end {name}") as team:
        team.end_all(team.account(name).name)


@command.command(name="audit", short_help="Show every write that was tried.")
@_FOLDER
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each.")
def audit(folder: Path, *, as_json: bool) -> None:
    """Show every write that was tried at the desks of the team, every sign-in, and every change of its accounts.

    Each says who, when, from where, what, and how it ended.

    \b
    tenderlight team audit accounts --json
    """
    import msgspec

    from tenderlight.cli.plain import plain_line

    with _opened(folder) as team:
        for one in team.audit():
            if as_json:
                click.echo(msgspec.json.encode(one).decode("utf-8"))
            else:
                who = one.account or ("administrator" if one.address.startswith("command line") else "nobody known")
                click.echo(plain_line(f"{one.number}  {one.at}  {who}  {one.address}  {one.what}  {one.outcome}"))


@contextmanager
def _opened(folder: Path, *, is_made: bool = False) -> Iterator[Team]:
    """Open the accounts in a folder.

    Raises:
        UsageError: If there are none, and none are to be made: a folder is not made by looking at it.
    """
    from tenderlight.errors import UsageError
    from tenderlight.web.team import NAME, Team

    if not is_made and not (folder / NAME).is_file():
        raise UsageError(f"There are no accounts in {folder}; `tenderlight team add` makes the first.")
    with Team(folder) as team:
        yield team


@contextmanager
def _changing(folder: Path, what: str, *, case_id: str = "", is_made: bool = False) -> Iterator[Team]:
    """Open the accounts in a folder for one change, which is written down, whether it is made or refused."""
    from tenderlight.errors import TenderlightError
    from tenderlight.web.desk import MOST_TOLD
    from tenderlight.web.team import Audited, utc_now

    with _opened(folder, is_made=is_made) as team:
        outcome = "done"
        try:
            yield team
        except TenderlightError as trouble:
            outcome = type(trouble).__name__
            raise
        finally:
            told = Audited(
                at=utc_now(),
                case_id=case_id,
                account="",
                address=f"command line of {_user()}",
                what=what[:MOST_TOLD],
                outcome=outcome,
            )
            team.note(told)
            team.write_notes()


def _user() -> str:
    """Return whom the system takes whoever runs this for; their number if they have no name."""
    import os
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _composed(name: str) -> str:
    """Return a name in the form that a page sends it in."""
    import unicodedata

    return unicodedata.normalize("NFC", name)


def _password(*, from_stdin: bool) -> str:
    """Return a password: the first line of standard input, or what somebody types twice at a terminal."""
    import sys

    from tenderlight.errors import UsageError

    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    if not sys.stdin.isatty():
        raise UsageError("There is no terminal to ask for the password; give --password-stdin.")
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return typed
