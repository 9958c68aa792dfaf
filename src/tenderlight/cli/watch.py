"""`tenderlight watch`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.model.claim import Claim
    from tenderlight.sources.fetching import IpNetwork

_CASE = click.option("--case", "case", type=CasePlace(), default="case", help="Folder, or database. [case]")


@click.group(name="watch", short_help="Look at places again and again, and take in what is new.")
def command() -> None:
    """Look at places again and again: what is new, changed or gone goes into the case, with a capture.

    \b
    tenderlight watch add https://example.org/api/releases.json --every 6h --case my-case
    tenderlight watch add https://example.org/tenders.rss --case my-case
    tenderlight watch add scans --every 5m --case my-case
    tenderlight watch run --case my-case

    A place is a list of releases (OCDS), a list of changes (Prozorro), a feed (RSS, Atom), any other page or file, or a
    folder.
    """


@command.command(name="add", short_help="Watch a place.")
@click.argument("place", metavar="URL|FOLDER")
@_CASE
@click.option("--every", default="6h", help="How often: 30s, 15m, 6h, 1d. [6h]")
@click.option(
    "--store",
    metavar="PLACE",
    help="Where a new case keeps originals, readings and log: s3://BUCKET/PREFIX or, of one in a database, a folder.",
)
@click.option(
    "--most-pages", default=100, type=click.IntRange(1, 100_000), help="Pages of a list that are followed. [100]"
)
def add(place: str, case: Place, every: str, store: str | None, most_pages: int) -> None:
    """Watch a place, or change how often it is looked at. Nothing is fetched yet.

    \b
    tenderlight watch add https://example.org/tenders.rss --case my-case
    tenderlight watch add scans --every 5m --case my-case
    tenderlight watch add scans --case postgresql://anna@db.example/tenders
    """
    from tenderlight.cases import Case
    from tenderlight.cases.opening import folder_of, is_there
    from tenderlight.cases.places import kept_at
    from tenderlight.cli.plain import plain_line
    from tenderlight.watching.places import Watched, address_of, seconds_of

    seconds, address = seconds_of(every), address_of(place)
    new, of_folder = kept_at(case, store)
    if store is not None or not is_there(case):
        Case.open(new, create=True, store=of_folder).close()
    added, is_new = Watched(folder_of(case)).add(address, every_seconds=seconds, most_pages=most_pages)
    click.echo(plain_line(f"{added.id}  {added.address}  {'is watched' if is_new else 'was watched already'}"))


@command.command(name="list", short_help="Show what is watched.")
@_CASE
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON each.")
def list_places(case: Place, *, as_json: bool) -> None:
    """Show what is watched: how often, when it was looked at last, and what went wrong then.

    \b
    tenderlight watch list --case my-case
    tenderlight watch list --case my-case --json | jq .trouble
    """
    import msgspec

    from tenderlight.cases.opening import folder_of
    from tenderlight.cli.plain import plain_line
    from tenderlight.watching.places import Watched, told_of

    watched = Watched(folder_of(case))
    places = watched.places()
    if not places and not as_json:
        click.echo("Nothing is watched. Add a place with `tenderlight watch add`.", err=True)
    for place in places:
        told = told_of(place, watched.state(place))
        if as_json:
            click.echo(msgspec.json.encode(told).decode("utf-8"))
            continue
        trouble = f"  {told.trouble}" if told.trouble else ""
        click.echo(
            plain_line(
                f"{place.id:>4}  {told.kind or '-':6}  every {place.every_seconds:.0f} s  "
                f"looked at {told.looked_at or 'never'}  {told.there} there  {place.address}{trouble}"
            )
        )


@command.command(name="remove", short_help="Watch a place no more.")
@click.argument("place", metavar="URL|FOLDER|NUMBER")
@_CASE
def remove(place: str, case: Place) -> None:
    """Watch a place no more. What was captured stays in the case.

    \b
    tenderlight watch remove 3 --case my-case
    """
    from tenderlight.cases.opening import folder_of
    from tenderlight.cli.plain import plain_line
    from tenderlight.watching.places import Watched

    click.echo(plain_line(f"{Watched(folder_of(case)).remove(place).address} is watched no more."))


@command.command(name="run", short_help="Look at what is due, again and again.")
@_CASE
@click.option("--once", is_flag=True, help="Look at what is due now, and end: for cron and timers.")
@click.option(
    "--allow-address",
    "addresses",
    multiple=True,
    metavar="ADDRESS",
    help="A network address, or a network (10.1.0.0/16), on this machine or in a private network, that may be fetched "
    "from. Without it none is.",
)
@click.option(
    "--alerts",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Settings of e-mail and webhook, in a file that nobody else may read.",
)
@click.option("--delay", default=2.0, type=click.FloatRange(0.1, 600), help="Seconds between requests to a host. [2]")
@click.option("--contact", default="", metavar="WORDS", help="Said to servers: an address of mail, a page.")
@click.option("--workers", type=click.IntRange(min=1), help="Caged readers side by side. [one a core]")
@click.option("--no-link", is_flag=True, help="Do not compare what came with the rest of the case.")
def run(case: Place, *, once: bool, addresses: tuple[str, ...], alerts: Path | None, **more: object) -> int:
    """Look at every place when it is due, take in what is new, changed or gone, and run `find` on it.

    \b
    tenderlight watch run --case my-case
    tenderlight watch run --case my-case --once --alerts alerts.toml
    tenderlight watch run --case my-case --allow-address 10.1.2.3

    What robots.txt asks is done, and said; a host has one connection at a time. While another process holds the case,
    the review desk say, what was fetched waits. Ends with 3, with --once, if some place could not be read.
    """
    import signal

    from tenderlight.cage.yielding import yield_to_people
    from tenderlight.cases.opening import folder_of
    from tenderlight.cli.plain import plain
    from tenderlight.errors import ExitCode, UsageError
    from tenderlight.watching.alerts import read_channels
    from tenderlight.watching.fetches import Manners, agent_of
    from tenderlight.watching.places import Watched
    from tenderlight.watching.running import Watch, WatchOptions

    if not Watched(folder_of(case)).places():
        raise UsageError(f"Nothing is watched in {case}. Add a place with `tenderlight watch add`.")
    workers, delay, is_linked = more["workers"], more["delay"], not more["no_link"]
    assert isinstance(delay, float)
    options = WatchOptions(
        case=case,
        is_once=once,
        allowed=tuple(map(_network, addresses)),
        manners=Manners(agent=agent_of(str(more["contact"])), delay_seconds=delay),
        channels=read_channels(alerts),
        workers=workers if isinstance(workers, int) else None,
        say=lambda words: click.echo(plain(words), err=True),
        after_run=lambda place: _after_run(place, is_linked=is_linked),
    )
    yield_to_people()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        counts = Watch(options).go()
    finally:
        signal.signal(signal.SIGTERM, before)
    return ExitCode.DONE_WITH_UNREAD if counts.failed or counts.left_waiting else ExitCode.DONE


def _network(said: str) -> IpNetwork:
    import ipaddress

    from tenderlight.errors import UsageError

    try:
        return ipaddress.ip_network(said, strict=False)
    except ValueError:
        raise UsageError(f"{said:.60} is no network address, as 127.0.0.1 or 10.1.0.0/16 is.") from None


def _tell_nobody(_claim: Claim) -> None:
    """Say nothing of a claim: the case has it."""


def _after_run(place: Place, *, is_linked: bool) -> None:
    """Screen the case, link it, and make it searchable, as after `find`."""
    from tenderlight.cases import Case
    from tenderlight.cli.linked import link_after
    from tenderlight.cli.screened import screen_after
    from tenderlight.cli.search import searchable_after

    with Case.open(place) as case:
        screen_after(case)
        if is_linked:
            link_after(case, _tell_nobody)
    searchable_after(place)
