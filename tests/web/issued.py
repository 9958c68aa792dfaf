"""A desk whose people come in by a made issuer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tenderlight.cases import Case
from tenderlight.web import DeskSettings, make_app
from tenderlight.web.identities import SUBJECT
from tenderlight.web.issuer import Clocks, Fetch, Issuer
from tenderlight.web.oidc_settings import OidcSettings
from tenderlight.web.sessions import Role
from tenderlight.web.settings import local_hosts
from tenderlight.web.team import Audited, Team
from tests.web.made_desk import HOST
from tests.web.made_issuer import CLIENT, ISSUER, SECRET, MadeIssuer, Person


@dataclass
class Place:
    """A desk, its issuer and its accounts."""

    client: TestClient
    issuer: MadeIssuer
    accounts: Path
    now: list[float] = field(default_factory=lambda: [1_000.0])

    def begun(self, to: str = "") -> str:
        """Begin, and return the address at the issuer that the browser is sent to."""
        answer = self.client.get("/oidc/begin", params={"to": to} if to else {}, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def back(self, query: str) -> int:
        """Come back with a query; return the status."""
        return int(self.client.get(f"/oidc/back?{query}", follow_redirects=False).status_code)

    def come_in(self) -> int:
        """Go there and back; return the status."""
        return self.back(self.issuer.say_yes(self.begun()))

    def last(self) -> Audited:
        """Return what was written down last."""
        with Team(self.accounts) as team:
            return list(team.audit())[-1]

    @property
    def is_in(self) -> bool:
        """Say whether the browser is in."""
        return int(self.client.get("/index.json").status_code) == 200


def settings(**changes: object) -> OidcSettings:
    return OidcSettings(**{"issuer": ISSUER, "client_id": CLIENT, "secret": SECRET} | changes)  # type: ignore[arg-type]


Opened = Callable[..., Place]


@contextmanager
def desks(case_folder: Path, accounts: Path) -> Iterator[Opened]:
    """Open desks, one after the other, on a case of their own with one account, vera, who reviews."""
    clients: list[TestClient] = []
    with Case.open(case_folder) as case, Team(accounts) as team:
        team.add("vera", None, person="Vera of the team")
        team.grant("vera", case.case_id, Role.REVIEWER)
        team.identities.tie("vera", ISSUER, kind=SUBJECT, value=Person().sub)

    def open_one(*, fetch: Fetch | None = None, is_secure: bool = False, **changes: object) -> Place:
        made, now = MadeIssuer(), [1_000.0]
        issuer = Issuer(settings(**changes), fetch or made.fetch, clocks=Clocks(grows=lambda: now[0]))
        told = DeskSettings(hosts=local_hosts(8700), team=accounts, issuer=issuer, is_secure=is_secure)
        app = make_app(lambda: Case.open(case_folder, create=True), told)
        client = TestClient(app, base_url=f"{'https' if is_secure else 'http'}://{HOST}")
        client.__enter__()
        clients.append(client)
        return Place(client=client, issuer=made, accounts=accounts, now=now)

    try:
        yield open_one
    finally:
        for client in clients:
            client.__exit__(None, None, None)


def as_new(place: Place) -> Place:
    """Return a desk as if it was new: nobody is in, and the issuer does nothing wrong."""
    place.client.cookies.clear()
    app: Any = place.client.app
    app.state.desk.sessions._tries.clear()
    for one in fields(MadeIssuer):
        setattr(place.issuer, one.name, getattr(MadeIssuer(), one.name))
    place.now[0] += 4_000
    return place
