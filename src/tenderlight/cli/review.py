"""`tenderlight review`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tenderlight.cli.places import CasePlace

if TYPE_CHECKING:
    from tenderlight.cases.places import Place
    from tenderlight.web.serving import TeamPlace

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command(name="review", short_help="Look at the claims of a case in a browser, and decide.")
@click.argument("case_folder", metavar="CASE", type=CasePlace())
@click.option("--by", "person", default="", help="Name that decisions are written under. [asked for]")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port. [any that is free]")
@click.option("--team", type=click.Path(path_type=Path, file_okay=False), help="Folder of a team's accounts.")
@click.option("--host", default="127.0.0.1", help="With --team: address to listen at. [127.0.0.1]")
@click.option("--name", "names", multiple=True, help="With --team: name, and port, that browsers ask for.")
@click.option("--certificate", type=_FILE, help="With --team: certificate for https.")
@click.option("--key", type=_FILE, help="With --team: key of the certificate.")
@click.option("--oidc", type=_FILE, help="With --team: settings of an issuer by which people come in.")
@click.option("--https-in-front", is_flag=True, help="With --team: a program on this machine speaks https for it.")
def command(case_folder: Place, *, person: str, port: int, team: Path | None, **network: object) -> None:
    """Open the review desk of CASE on this machine, and print the link to it.

    \b
    tenderlight review my-case
    tenderlight review my-case --by "A. Reader" --port 8765
    tenderlight review my-case --team accounts

    The link works once and for this machine alone. Every decision goes into the custody log before it is shown as made.
    The desk holds the case as long as it runs: `find`, `decide` and `publish` are refused until it is stopped with
    Ctrl-C. Dossiers are published from its own page, too.

    With --team, people come in with name and password; `tenderlight team` makes accounts and says who may do what. With
    --oidc, they come in by an issuer (OpenID Connect), too; its secret is in $TENDERLIGHT_OIDC_SECRET or in a file.
    """
    from tenderlight.cases import Case
    from tenderlight.errors import UsageError
    from tenderlight.web.kept_heads import contract_heads
    from tenderlight.web.serving import bound, serve, serve_team

    of_team = network["host"] != "127.0.0.1", network["names"], network["certificate"], network["oidc"]
    if team is None and any(of_team):
        raise UsageError("--host, --name, --certificate and --oidc are for a team: give --team, too.")
    place_of_team = None if team is None else _team_place(team, network, case_folder)
    if place_of_team is not None:
        place_of_team.refuse_clear(str(network["host"]))
        place_of_team.refuse_empty()
    with Case.open(case_folder):
        pass  # there is one; opening it for changes would make it
    with Case.open(case_folder, create=True) as case, bound(str(network["host"]), port) as place:
        contract_heads(case)  # kept with the case, so that the first page of a large one need not wait for it
        if place_of_team is not None:
            scheme = "https" if place_of_team.is_secure else "http"
            address = f"{scheme}://{(*place_of_team.names, place.address)[0]}"
            case.say_desk(address)
            click.echo(f"{address}/")
            click.echo(f"People come in {place_of_team.ways}. Stop the desk with Ctrl-C.", err=True)
            if not place_of_team.has_anybody(case.case_id):
                click.echo("Nobody may do anything in this case yet; see `tenderlight team allow --help`.", err=True)
            _tell_of_issuer(place_of_team)
            serve_team(case, place, place_of_team)
            return
        case.say_desk(f"http://{place.address}")
        click.echo(place.opening_link)
        click.echo("Open this link in a browser; it works once. Stop the desk with Ctrl-C.", err=True)
        serve(case, place, person=" ".join(person.split())[:200])


def _tell_of_issuer(place: TeamPlace) -> None:
    """Say at once what people would find out one by one: that the issuer does not answer, or may not be asked."""
    import asyncio

    trouble = "" if place.issuer is None else asyncio.run(place.issuer.trouble())
    if trouble and place.issuer is not None:
        click.echo(
            f"{place.issuer.settings.issuer} did not answer as it must ({trouble}, see the reference of signing in); "
            "nobody comes in by it until it does.",
            err=True,
        )


def _team_place(team: Path, network: dict[str, object], case_folder: Place) -> TeamPlace:
    from tenderlight.cases.opening import folder_of
    from tenderlight.web.issuer import over_the_network
    from tenderlight.web.oidc_settings import read_oidc_settings
    from tenderlight.web.serving import TeamPlace

    oidc = network["oidc"]
    settings = read_oidc_settings(oidc, case_folder=folder_of(case_folder)) if isinstance(oidc, Path) else None
    names, certificate, key = network["names"], network["certificate"], network["key"]
    assert isinstance(names, tuple)
    return TeamPlace(
        folder=team,
        names=names,
        certificate=certificate if isinstance(certificate, Path) else None,
        key=key if isinstance(key, Path) else None,
        issuer=None if settings is None else over_the_network(settings),
        is_https_in_front=bool(network["https_in_front"]),
    )
