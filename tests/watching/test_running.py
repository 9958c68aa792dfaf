"""Whole looks at a site of our own: what is fetched, what the case takes in, what its log says."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import msgspec
import pytest

from tenderlight.archive.custody import read_log
from tenderlight.cases import Case
from tenderlight.errors import CaseDamaged, CaseInUse
from tenderlight.watching import folders, running, taking_in
from tenderlight.watching.alerts import Channels
from tenderlight.watching.looks import ARRIVED
from tenderlight.watching.places import Watched
from tests.watching.site import Asked, Page, Site, feed, package
from tests.watching.watched import WatchedCase

NOTICE = "Contract award notice\nBuyer: A Police\nSupplier: B Ltd\nThe system shall match faces with a watchlist.\n"


def age(path: Path) -> None:
    """Wait until a file is old enough to be taken as written to its end."""
    while time.time() - path.stat().st_ctime < folders.SETTLED_SECONDS:
        time.sleep(0.02)


def notice(words: str = "") -> Page:
    return Page(
        body=f"<html><body><p>{NOTICE}{words}</p></body></html>".encode(), headers={"Content-Type": "text/html"}
    )


def test_a_feed_brings_documents_and_says_when_they_change_and_go(site: Site, watched: WatchedCase) -> None:
    site.pages = {
        "/f.rss": Page(body=feed("/a.html", f"{site.url}/b.html")),
        "/a.html": notice(),
        "/b.html": notice("b"),
    }
    watched.add(f"{site.url}/f.rss")
    assert watched.look().events == 2
    assert watched.events() == [("seen", "/a.html"), ("seen", "/b.html")]
    with Case.open(watched.folder) as case:
        assert {claim.kind.value for claim in case.claims()} >= {"buyer", "capability"}
    assert watched.look().events == 0
    site.pages |= {"/f.rss": Page(body=feed("/b.html")), "/a.html": Page(status=410), "/b.html": notice("other")}
    assert watched.look().events == 2
    assert sorted(watched.events()[2:]) == [("changed", "/b.html"), ("gone", "/a.html")]
    before = {str(one.details["address"]): one.details for one in watched.entries()[:2]}
    for entry in watched.entries()[2:]:
        assert entry.details["before_sha256"] == before[str(entry.details["address"])]["content_sha256"]
        with Case.open(watched.folder) as case, case.originals.open(str(entry.details["object"])) as capture:
            assert capture.read(2) == b"\x1f\x8b"
    assert list((watched.folder / "watch" / ARRIVED).iterdir()) == []


def test_releases_and_files_are_read_and_people_are_told(
    site: Site, watched: WatchedCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "SETTLED_SECONDS", 0.05)
    told: list[Asked] = []
    scans = tmp_path / "scans"
    scans.mkdir()
    (scans / "a.html").write_bytes(notice().body)
    age(scans / "a.html")
    site.pages = {"/releases": Page(body=package(("1", "Face recognition cameras with watchlist matching")))}
    watched.channels = Channels(webhook=f"{site.url}/hook?token=secret")
    watched.add(f"{site.url}/releases")
    watched.add(str(scans))
    counts = watched.look()
    assert (counts.events, counts.failed, counts.left_waiting) == (2, 0, 0)
    assert sorted(watched.events()) == [("seen", "ocds-1-1 1"), ("seen", "scans/a.html")]
    with Case.open(watched.folder) as case:
        documents = {claim.document for claim in case.claims() if claim.kind.value == "buyer"}
        assert len(documents) == 2
    assert any("Nobody was told by webhook" in line for line in watched.said)
    assert not any("secret" in line for line in watched.said)
    assert len(list((watched.folder / "watch" / "outbox").iterdir())) == 2
    site.hook = told.append
    watched.look()
    assert list((watched.folder / "watch" / "outbox").iterdir()) == []
    said = [msgspec.json.decode(one.body) for one in told]
    assert {one["place"] for one in said} == {f"{site.url}/releases", str(scans)}
    assert sum(one["claims_in_all"] for one in said) >= 1
    assert all(one["events"][0]["what"] == "seen" for one in said)
    assert "cameras" not in str(said), "an alert holds no words of a document"


def test_what_was_fetched_waits_while_somebody_holds_the_case(site: Site, watched: WatchedCase) -> None:
    site.pages = {"/a": Page(body=b"one")}
    watched.add(f"{site.url}/a")
    with Case.open(watched.folder, create=True):
        assert watched.look().left_waiting == 1
        site.pages = {"/a": Page(body=b"two")}
        assert watched.look().left_waiting == 2
    assert watched.events() == []
    assert watched.look().left_waiting == 0
    assert watched.events() == [("seen", "/a"), ("changed", "/a")]


def test_a_run_that_was_stopped_anywhere_is_done_again_and_nothing_is_doubled(
    site: Site, watched: WatchedCase, tmp_path: Path
) -> None:
    site.pages = {"/a": Page(body=b"one")}
    watched.add(f"{site.url}/a")
    with Case.open(watched.folder, create=True):
        watched.look()
    arrived = watched.folder / "watch" / ARRIVED
    state = watched.folder / "watch" / "state-1.json"
    kept = next(arrived.iterdir())
    copy = shutil.copytree(kept, tmp_path / "copy")
    state.unlink()  # as if stopped between the round and what is known
    half = arrived / "20260101T000000.000000Z-1"
    half.mkdir()
    (half / "capture.warc.gz").write_bytes(b"half")
    site.pages = {}
    watched.look()
    assert watched.events() == [("seen", "/a"), ("gone", "/a")]
    shutil.copytree(copy, arrived / kept.name)  # as if stopped between taking in and letting go
    watched.look()
    assert watched.events() == [("seen", "/a"), ("gone", "/a")]
    paths = [
        entry.details["path"]
        for entry, _ in read_log(watched.folder)
        if entry.act == "ingest" and "path" in entry.details
    ]
    assert len(paths) == len(set(paths)) == 2
    assert not half.exists()


def test_one_watch_at_a_time(site: Site, watched: WatchedCase) -> None:
    watched.add(f"{site.url}/a")
    watch = watched.watch()
    refused: list[str] = []

    def meanwhile(_: Asked) -> Page:
        with pytest.raises(CaseInUse) as trouble:
            watched.watch().go()
        refused.append(trouble.value.message)
        return Page(status=403)

    site.pages["/a"] = meanwhile
    assert watch.go().failed == 1
    assert "is writing to" in refused[0]


def test_a_place_that_fails_is_looked_at_less_and_less(site: Site, watched: WatchedCase) -> None:
    site.pages["/a"] = Page(status=403)
    place = watched.add(f"{site.url}/a")
    pauses = []
    for _ in range(4):
        watched.look()
        state = watched.state_of(place)
        pauses.append(round(state.next_at - state.looked_at))
    assert pauses == [20, 40, 80, 160]
    assert state.trouble.endswith("The server answers 403.")
    site.pages["/a"] = Page(status=503, headers={"Retry-After": "3600"})
    watched.look()
    state = watched.state_of(place)
    assert round(state.next_at - state.looked_at) == 3600


def test_without_being_named_this_machine_is_not_asked(site: Site, watched: WatchedCase) -> None:
    watched.is_allowed = False
    watched.add(f"{site.url}/a")
    assert watched.look().failed == 1
    assert site.asked == []
    assert any("of this machine" in line for line in watched.said)


def test_a_hostile_list_costs_its_look_alone(site: Site, watched: WatchedCase) -> None:
    site.pages = {"/deep": Page(body=b'{"releases":' + b"[" * 900_000), "/b": Page(body=b"b")}
    watched.add(f"{site.url}/deep")
    watched.add(f"{site.url}/b")
    counts = watched.look()
    assert ("seen", "/b") in watched.events()
    assert counts.looks == 2


def test_what_a_look_brought_stays_though_the_watch_ends_right_after_it(
    site: Site, watched: WatchedCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages = {"/a": Page(body=b"a")}
    watched.add(f"{site.url}/a")

    def ended(event: str, **_: object) -> None:
        raise KeyboardInterrupt(event)

    with monkeypatch.context() as patched:
        patched.setattr(running, "log_event", ended)
        with pytest.raises(KeyboardInterrupt):
            watched.look()
    watched.look()
    assert watched.events() == [("seen", "/a")]


def test_a_capture_that_cannot_be_read_now_waits(site: Site, watched: WatchedCase, tmp_path: Path) -> None:
    site.pages = {"/a": Page(body=b"a")}
    watched.add(f"{site.url}/a")
    with Case.open(watched.folder, create=True):
        watched.look()
    (capture,) = (watched.folder / "watch" / ARRIVED).glob("*/*.warc.gz")
    capture.rename(tmp_path / "aside")
    assert watched.look().left_waiting == 1
    assert any("It waits, and is tried again." in line for line in watched.said)
    (tmp_path / "aside").rename(capture)
    assert watched.look().left_waiting == 0
    assert watched.events() == [("seen", "/a")]


def test_what_a_look_brought_and_nobody_can_read_is_told_and_stays(site: Site, watched: WatchedCase) -> None:
    watched.add(f"{site.url}/a")
    damaged = watched.folder / "watch" / ARRIVED / "20260101T000000.000000Z-1" / "round.json"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"{")
    with pytest.raises(CaseDamaged, match="cannot be read"):
        watched.look()
    assert damaged.is_file()


def test_a_schedule_changed_during_a_look_doubles_nothing(site: Site, watched: WatchedCase) -> None:
    place = watched.add(f"{site.url}/a")

    def meanwhile(_: Asked) -> Page:
        Watched(watched.folder).add(place.address, every_seconds=77.0, most_pages=3)
        return Page(body=b"a")

    site.pages["/a"] = meanwhile
    watched.look()
    watched.look()
    assert watched.events() == [("seen", "/a")]


def test_tenders_of_a_list_of_changes_are_read(site: Site, watched: WatchedCase) -> None:
    tender = {
        "id": "0" * 32,
        "tenderID": "UA-2026-05-12-001234-a",
        "status": "active.tendering",
        "title": "Камери з розпізнаванням облич",
        "procuringEntity": {"name": "Управління поліції", "identifier": {"scheme": "UA-EDR", "id": "40108632"}},
    }
    changed = {"id": tender["id"], "dateModified": "2026-05-12T10:00:00+03:00"}
    as_json = {"Content-Type": "application/json"}
    end = msgspec.json.encode({"data": [], "next_page": {"path": "/api/tenders?offset=1", "offset": "1"}})
    site.pages = {
        "/api/tenders": Page(
            body=msgspec.json.encode({"data": [changed], "next_page": {"path": "/api/tenders?offset=1"}}),
            headers=as_json,
        ),
        "/api/tenders?offset=1": Page(body=end, headers=as_json),
        f"/api/tenders/{tender['id']}": Page(body=msgspec.json.encode({"data": tender}), headers=as_json),
    }
    watched.add(f"{site.url}/api/tenders")
    assert watched.look().events == 1
    assert watched.events() == [("seen", f"/api/tenders/{tender['id']}")]
    with Case.open(watched.folder) as case:
        found = {claim.kind.value: claim.value for claim in case.claims()}
    assert {"buyer", "project_number"} <= found.keys()
    assert watched.look().events == 0


def test_people_are_told_of_claims_that_a_run_made_which_was_stopped_before_it_told_them(
    site: Site, watched: WatchedCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages = {"/a.html": notice()}
    watched.channels = Channels(webhook=f"{site.url}/hook")
    told: list[Asked] = []
    site.hook = told.append
    watched.add(f"{site.url}/a.html")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(taking_in, "_alert", stopped)
        with pytest.raises(KeyboardInterrupt):
            watched.look()
    with Case.open(watched.folder) as case:
        waiting = len(list(case.claims(kind="capability")))
    watched.look()
    (alert,) = [msgspec.json.decode(one.body) for one in told]
    assert alert["claims_in_all"] == waiting > 0
