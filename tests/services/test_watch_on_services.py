"""A watch of a case that is kept by services takes in what it takes in of a case in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.archive.custody import read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import digest_of
from tenderlight.cases.opening import folder_of
from tenderlight.cases.places import Place as CasePlace
from tenderlight.cases.places import Server
from tenderlight.cli import tenderlight
from tests.services.conftest import Stored
from tests.services.faulty_proxy import REFUSE, no_fault
from tests.services.postgresql import OwnServer
from tests.watching.site import Page, Site, package, served
from tests.watching.watched import WatchedCase

KINDS = ("in a database", "with an object store", "in both")


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as started:
        yield started


@pytest.fixture(params=KINDS)
def kept(request: pytest.FixtureRequest, quick: Path) -> tuple[CasePlace, str]:
    """A place for a new case, and what is said with --store."""
    if request.param == "in a database":
        place: Server = request.getfixturevalue("place")
        return place, str(place.store)
    stored: Stored = request.getfixturevalue("stored")
    return (request.getfixturevalue("on_both") if request.param == "in both" else quick / "case"), str(stored.place)


def events(place: CasePlace) -> list[tuple[object, object]]:
    log = read_log(folder_of(place))
    return [(one.details["what"], one.details["content_sha256"]) for one, _ in log if one.act == "watch"]


def watched(site: Site, place: CasePlace, store: str | None) -> list[tuple[object, object]]:
    """Look three times at a site that changes; return what the log says."""
    case = place.address if isinstance(place, Server) else str(place)
    told = ["--store", store] if store else []
    ended = CliRunner().invoke(tenderlight, ["watch", "add", f"{site.url}/list", "--case", case, *told])
    assert ended.exit_code == 0, ended.output
    case_watched = WatchedCase(folder=folder_of(place), place=place)
    for releases in ((("1", "Face recognition cameras"),), (("1", "Roads"), ("2", "Face recognition")), (("2", "x"),)):
        site.pages = {"/list": Page(body=package(*releases))}
        assert case_watched.look().left_waiting == 0
    listed = CliRunner().invoke(tenderlight, ["watch", "list", "--case", case, "--json"])
    assert '"there":1' in listed.output
    return events(place)


def test_the_log_and_the_claims_are_those_of_a_folder(site: Site, kept: tuple[CasePlace, str], quick: Path) -> None:
    place, store = kept
    expected = watched(site, quick / "plain", None)
    assert len(expected) == 5
    assert watched(site, place, store) == expected
    assert check_case(place) == []
    with Case.open(quick / "plain") as plain, Case.open(place) as case:
        assert digest_of(case)[0] == digest_of(plain)[0] > 0  # paths in them have the times of the looks


def test_while_database_or_store_are_away_what_was_fetched_waits(
    site: Site, on_both: Server, stored: Stored, server: OwnServer
) -> None:
    Case.open(on_both, create=True).close()
    looking = WatchedCase(folder=folder_of(on_both), place=on_both)
    site.pages = {"/a": Page(body=b"one")}
    looking.add(f"{site.url}/a")
    watch = looking.watch()
    server.stop()
    try:
        assert watch.go().left_waiting == 1
    finally:
        server.start()
    site.pages = {"/a": Page(body=b"two")}
    stored.faults.set(lambda _: REFUSE)
    assert looking.look().left_waiting == 2
    stored.faults.set(no_fault)
    assert looking.look().left_waiting == 0
    assert looking.events() == [("seen", "/a"), ("changed", "/a")]
