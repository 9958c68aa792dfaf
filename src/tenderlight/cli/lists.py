"""`tenderlight lists`."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tenderlight.lists.store import Added, Held
    from tenderlight.model.problem import Problem

_STORE = click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where lists are kept. [$TENDERLIGHT_LISTS, else ~/.local/share/tenderlight/lists]",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print a line of JSON each.")


@click.group(
    name="lists", short_help="Add lists of sanctions and controls; show what is held.", invoke_without_command=True
)
@_STORE
@_JSON
@click.pass_context
def command(context: click.Context, store: Path | None, *, as_json: bool) -> None:
    """Show the lists that are held, every snapshot with its day, hash, issuer and licence.

    \b
    tenderlight lists
    tenderlight lists add downloads/
    tenderlight lists changes us-entity-list

    Lists are fetched by you, from their issuers; nothing is downloaded. Forms: docs/reference/lists.md.
    """
    from tenderlight.errors import UsageError

    if context.invoked_subcommand is None:
        _show(store, as_json=as_json)
    elif store is not None or as_json:
        raise UsageError(f"Put --store and --json behind {context.invoked_subcommand}.")


@command.command(name="show", short_help="The same as without a word behind it.")
@_STORE
@_JSON
def show(store: Path | None, *, as_json: bool) -> None:
    """Show the lists that are held.

    \b
    tenderlight lists show
    tenderlight lists show --json | jq .snapshot.sha256
    """
    _show(store, as_json=as_json)


def _show(store: Path | None, *, as_json: bool) -> None:
    from tenderlight.lists.place import default_folder
    from tenderlight.lists.store import ListStore

    held = ListStore(store or default_folder()).held()
    if not held and not as_json:
        click.echo("No list is held. Add one with `tenderlight lists add FILE`.", err=True)
    for each in held:
        click.echo(_json_of(each) if as_json else _line_of(each))


@command.command(name="add", short_help="Read lists whole, and keep them.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day of the list, for files that do not say it themselves: YYYY-MM-DD.",
)
@click.option("--shorter", is_flag=True, help="Take a list though it has lost more than a fifth of its entries.")
@_STORE
@_JSON
def add(
    paths: tuple[Path, ...], as_of: datetime.datetime | None, store: Path | None, *, shorter: bool, as_json: bool
) -> int:
    """Add the list in a file, or every list under a folder.

    \b
    tenderlight lists add targets.simple.csv
    tenderlight lists add sdn.csv --as-of 2024-04-12
    tenderlight lists add downloads/

    A file is taken whole or not at all: if it is damaged or cut short, the list held before stays in use. Every
    snapshot is kept. Ends with 3 if some file was not taken.
    """
    from tenderlight.errors import ExitCode
    from tenderlight.lists.folders import list_files
    from tenderlight.lists.place import default_folder
    from tenderlight.lists.store import ListStore

    is_whole = True
    with ListStore(store or default_folder()) as kept:
        for path in paths:
            for parts in list_files(path):
                day = as_of.date() if as_of is not None else None
                added = kept.add(parts, as_of=day, may_shrink=shorter)
                is_whole = is_whole and bool(added.snapshots)
                _report(added, as_json=as_json)
    return ExitCode.DONE if is_whole else ExitCode.DONE_WITH_UNREAD


@command.command(name="changes", short_help="Who was listed, changed, removed between snapshots.")
@click.argument("list_code", metavar="LIST")
@_STORE
@_JSON
def changes(list_code: str, store: Path | None, *, as_json: bool) -> None:
    """Show what changed in LIST from each snapshot to the next one of the same form.

    \b
    tenderlight lists changes us-entity-list
    tenderlight lists changes us-sdn --json | jq .name
    """
    import msgspec

    from tenderlight.cli.plain import plain_line
    from tenderlight.errors import UsageError
    from tenderlight.lists.history import Lists
    from tenderlight.lists.place import default_folder
    from tenderlight.lists.store import ListStore

    lists = Lists(ListStore(store or default_folder()), codes=[list_code])
    if not lists.held:
        raise UsageError(f"No list {list_code} is held; `tenderlight lists` shows which are.")
    events = list(lists.events(list_code))
    if not events:
        click.echo("No two snapshots of this list, in one form, differ.", err=True)
    for event in events:
        days = [each.snapshot.as_of for each in (event.before, event.after)]
        if as_json:
            line = {
                "change": event.change,
                "entry": event.entry,
                "name": event.name,
                "fields": event.fields,
                "from": {"sha256": event.before.snapshot.sha256, "as_of": days[0]},
                "to": {"sha256": event.after.snapshot.sha256, "as_of": days[1]},
            }
            click.echo(msgspec.json.encode(line).decode("utf-8"))
            continue
        what = f" ({', '.join(event.fields)})" if event.fields else ""
        between = " to ".join(str(day or "day not said") for day in days)
        click.echo(plain_line(f"{event.change:8} {between}  {event.name}{what}"))


def _report(added: Added, *, as_json: bool) -> None:
    import msgspec

    from tenderlight.cli.plain import plain_line

    if as_json:
        line = {
            "file": added.name,
            "taken": bool(added.snapshots),
            "is_new": added.is_new and bool(added.snapshots),
            "snapshots": added.snapshots,
            "problems": added.problems,
        }
        click.echo(msgspec.json.encode(line).decode("utf-8"))
        return
    for snapshot in added.snapshots:
        new = "" if added.is_new else " (held already)"
        said = f"as of {snapshot.as_of}" if snapshot.as_of else "day not said"
        click.echo(plain_line(f"{snapshot.list_code}: {snapshot.entities} entries, {said}, from {added.name}{new}"))
    for problem in added.problems:
        click.echo(plain_line(f"{added.name}: {_words(problem)}"), err=True)


def _words(problem: Problem) -> str:
    return f"{problem.code}: {problem.message}"


def _line_of(held: Held) -> str:
    from tenderlight.cli.plain import plain_line

    snapshot = held.snapshot
    not_before = f"{held.newest} or later" if held.newest else "day not said"
    as_of = snapshot.as_of.isoformat() if snapshot.as_of else not_before
    return plain_line(
        f"{snapshot.list_code:24} {as_of:19} {snapshot.entities:>7}  {snapshot.sha256[:12]}  {snapshot.issuer}; "
        f"{snapshot.licence}; {', '.join(held.names)}; added {held.received[:10]}"
    )


def _json_of(held: Held) -> str:
    import msgspec

    return msgspec.json.encode(held).decode("utf-8")
