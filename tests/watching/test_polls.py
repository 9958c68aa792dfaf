"""What is asked for when a place is looked at, and what is concluded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.watching import polls
from tenderlight.watching.looks import settle, waiting_rounds
from tenderlight.watching.places import State
from tests.watching.site import Asked, Page, Site, feed, package
from tests.watching.watched import Looking


@pytest.fixture
def looking(site: Site, tmp_path: Path) -> Looking:
    return Looking(address=f"{site.url}/list", folder=tmp_path)


def test_a_page_is_seen_changed_gone_and_back(site: Site, looking: Looking) -> None:
    site.pages["/list"] = Page(body=b"one")
    assert looking.events() == [("seen", "/list")]
    assert looking.events() == []
    site.pages["/list"] = Page(body=b"two")
    assert looking.events() == [("changed", "/list")]
    site.pages["/list"] = Page(status=404)
    assert looking.events() == [("gone", "/list")]
    assert looking.events() == []
    site.pages["/list"] = Page(body=b"two")
    assert looking.events() == [("seen", "/list")]


def test_what_did_not_change_is_asked_for_under_that_condition(site: Site, looking: Looking) -> None:
    site.pages = {"/list": Page(body=feed("/a"), headers={"Last-Modified": "x"}), "/a": Page(body=b"a")}
    looking.look()
    first = len(site.asked)
    looking.look()
    conditions = [one.headers.get("if-none-match", "") for one in site.asked[first:] if one.path != "/robots.txt"]
    assert len(conditions) == 2
    assert all(conditions)
    assert "if-modified-since" in next(one for one in site.asked[first:] if one.path == "/list").headers


def test_a_server_in_trouble_takes_nothing_away(site: Site, looking: Looking) -> None:
    site.pages = {"/list": Page(body=feed("/a", "/b")), "/a": Page(body=b"a"), "/b": Page(body=b"b")}
    assert len(looking.events()) == 2
    for bad in (Page(status=500), Page(status=403), b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"):
        site.pages |= {"/list": bad, "/a": bad, "/b": bad}
        look = looking.look()
        assert (look.events, look.failed) == ([], True)
    site.pages |= {"/list": Page(body=b"<html><body>We are moving</body></html>")}
    look = looking.look()
    assert (look.events, look.failed) == ([], True)
    assert "is none" in look.troubles[0]


def test_a_document_that_gave_no_answer_is_asked_for_again(site: Site, looking: Looking) -> None:
    site.pages = {"/list": Page(body=feed("/a", "/b")), "/a": Page(status=503), "/b": Page(body=b"b")}
    assert looking.events() == [("seen", "/b")]
    site.pages |= {"/list": Page(body=feed("/c")), "/a": Page(body=b"a"), "/c": Page(body=b"c")}
    assert looking.events() == [("seen", "/c"), ("seen", "/a")]


def test_a_feed_that_is_gone_leaves_its_documents_watched(site: Site, looking: Looking) -> None:
    site.pages = {"/list": Page(body=feed("/a")), "/a": Page(body=b"a")}
    looking.look()
    site.pages = {"/list": Page(status=410), "/a": Page(body=b"other")}
    assert looking.events() == [("changed", "/a")]


def test_more_new_documents_than_one_look_takes_are_left_for_the_next(
    site: Site, looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polls, "MOST_NEW", 2)
    site.pages = {"/list": Page(body=feed("/a", "/b", "/c")), **{f"/{one}": Page(body=one.encode()) for one in "abc"}}
    first = looking.look()
    assert (len(first.events), first.left) == (2, 1)
    assert looking.events() == [("seen", "/c")]


def test_pages_of_a_feed_are_followed_while_they_bring_something(site: Site, looking: Looking) -> None:
    def atom(link: str, following: str) -> Page:
        return Page(
            body=f'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="{following}"/>'
            f'<entry><link rel="alternate" href="{link}"/></entry></feed>'.encode()
        )

    site.pages = {
        "/list": atom("/a", "/p2"),
        "/p2": atom("/b", "/p3"),
        "/p3": atom("/b", "/p4"),
        "/a": Page(body=b"a"),
        "/b": Page(body=b"b"),
    }
    assert looking.events() == [("seen", "/a"), ("seen", "/b")]
    assert "/p4" not in site.paths()


def test_releases_are_seen_changed_and_gone_over_all_pages(site: Site, looking: Looking) -> None:
    site.pages = {
        "/list": Page(body=package(("1", "x"), ("2", "x"), following="/list?page=2")),
        "/list?page=2": Page(body=package(("3", "x"))),
    }
    assert looking.events() == [("seen", f"ocds-1-{n} {n}") for n in "123"]
    assert looking.events() == []
    site.pages = {
        "/list": Page(body=package(("4", "x"), ("1", "x"), following="/list?page=2")),
        "/list?page=2": Page(body=package(("2", "other"))),
    }
    look = looking.look()
    assert [(one.what, one.address[-1]) for one in look.events] == [("seen", "4"), ("changed", "2"), ("gone", "3")]
    assert (look.folder / "capture.warc.gz").exists()


def test_a_list_that_was_not_walked_to_its_end_says_of_nothing_that_it_is_gone(site: Site, looking: Looking) -> None:
    whole = {
        "/list": Page(body=package(("1", "x"), following="/list?page=2")),
        "/list?page=2": Page(body=package(("2", "x"))),
    }
    for bad in (Page(status=500), Page(status=404), Page(body=b"{}"), b""):
        looking.state.known.clear()
        site.pages = dict(whole)
        assert len(looking.events()) == 2
        site.pages["/list?page=2"] = bad
        look = looking.look()
        assert (look.events, len(look.troubles)) == ([], 1)


def test_paging_without_end_ends(site: Site, looking: Looking) -> None:
    looking.most_pages = 5
    count = 0

    def endless(asked: Asked) -> Page:
        nonlocal count
        count += 1
        return Page(body=package((str(count), "x"), following=f"/list?page={count}"), has_etag=False)

    site.pages = {"/list": endless, **{f"/list?page={number}": endless for number in range(50)}}
    look = looking.look()
    assert (count, len(look.events)) == (5, 5)
    assert "--most-pages" in look.troubles[0]


@pytest.mark.parametrize("following", ["/list", "/again", "/twin"])
def test_pages_that_lead_in_a_circle_end(site: Site, looking: Looking, following: str) -> None:
    site.pages = {
        "/list": Page(body=package(("1", "x"), following=following)),
        "/again": Page(body=package(("2", "x"), following="/again")),
        "/twin": Page(body=package(("1", "x"), following=following)),
    }
    look = looking.look()
    assert len(site.paths()) <= 2
    assert ("circle" in look.troubles[0]) or ("again and again" in look.troubles[0])


def test_pages_may_not_lead_into_this_machine(site: Site, looking: Looking) -> None:
    site.pages = {"/list": Page(body=package(("1", "x"), following=site.url.replace("127.0.0.1", "127.0.0.2") + "/p"))}
    look = looking.look()
    assert "not followed" in look.troubles[0]
    assert "of this machine" in look.troubles[0]
    for scheme in ("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"):
        site.pages = {"/list": Page(body=package(("1", "y"), following=scheme))}
        assert looking.look().troubles == []
    assert site.paths() == ["/list"] * 4


def pages_of_a_feed(*pages: list[str]) -> dict[str, Page]:
    """Return pages of a feed, each of which leads to the next, and what their entries lead to."""
    made = {}
    for number, links in enumerate(pages):
        more = f'<link rel="next" href="/list{number + 1}"/>' if number + 1 < len(pages) else ""
        entries = "".join(f'<entry><link href="{link}"/></entry>' for link in links)
        content = f'<feed xmlns="http://www.w3.org/2005/Atom">{more}{entries}</feed>'.encode()
        made[f"/list{number or ''}"] = Page(body=content)
        made |= {link: Page(body=link.encode()) for link in links}
    return made


def test_what_is_left_of_further_pages_of_a_feed_is_found_though_the_first_brings_nothing_new(
    site: Site, looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polls, "MOST_NEW", 2)
    site.pages |= pages_of_a_feed(["/a", "/b"], ["/c", "/d"], ["/e"])
    found = [looking.events() for _ in range(4)]
    assert found == [
        [("seen", "/a"), ("seen", "/b")],
        [("seen", "/c"), ("seen", "/d")],
        [("seen", "/e")],
        [],
    ]
    before = len(site.asked)
    looking.look()
    assert "/list1" not in [one.path for one in site.asked[before:]], "all of it is known, so the first page will do"


def test_a_feed_that_broke_off_half_way_is_walked_over_to_its_end_the_next_time(site: Site, looking: Looking) -> None:
    whole = pages_of_a_feed(["/a"], ["/b"], ["/c"])
    site.pages = {**whole, "/list2": Page(status=500)}
    assert looking.events() == [("seen", "/a"), ("seen", "/b")]
    site.pages = dict(whole)
    assert looking.events() == [("seen", "/c")]


def test_a_document_that_failed_for_long_is_asked_for_once_a_day(
    site: Site, looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages = {"/list": Page(body=feed("/a")), "/a": Page(status=500)}
    for _ in range(polls.MOST_FAILED):
        looking.look()
    site.pages["/a"] = Page(body=b"a")
    assert looking.events() == []
    monkeypatch.setattr(polls, "SELDOM_SECONDS", 0.0)
    assert looking.events() == [("seen", "/a")]


class Prozorro:
    """A list of changes: each page leads to the next, the last one has none yet."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.changes: list[tuple[str, str]] = []
        self.size = 2

    def change(self, number: str, day: str) -> None:
        """Have something change."""
        self.changes.append((number, day))
        self.site.pages[f"/api/tenders/{number}"] = Page(
            body=f'{{"data": {{"id": "{number}", "on": "{day}"}}}}'.encode()
        )
        for start in range(len(self.changes) + 1):
            path = f"/api/tenders?offset={start}" if start else "/api/tenders"
            here = self.changes[start : start + self.size]
            page = {
                "data": [{"id": one, "dateModified": on} for one, on in here],
                "next_page": {
                    "offset": str(start + len(here)),
                    "path": f"/api/tenders?offset={start + len(here)}",
                    "uri": f"http://inside.example/api/tenders?offset={start + len(here)}",
                },
            }
            self.site.pages[path] = Page(body=json.dumps(page).encode())


@pytest.fixture
def prozorro(site: Site, looking: Looking) -> Prozorro:
    made = Prozorro(site)
    looking.address = f"{site.url}/api/tenders"
    for number, day in (("a", "1"), ("b", "1"), ("c", "2"), ("d", "3"), ("e", "4")):
        made.change(number, day)
    return made


def test_a_list_of_changes_is_followed_and_gone_on_with(site: Site, looking: Looking, prozorro: Prozorro) -> None:
    assert looking.events() == [("seen", f"/api/tenders/{one}") for one in "abcde"]
    before = len(site.asked)
    assert looking.events() == []
    asked = [one.path for one in site.asked[before:] if "offset" in one.path or one.path == "/api/tenders"]
    assert asked == ["/api/tenders?offset=5"]
    prozorro.change("b", "5")
    prozorro.change("f", "6")
    assert looking.events() == [("changed", "/api/tenders/b"), ("seen", "/api/tenders/f")]
    site.pages["/api/tenders/c"] = Page(status=404)
    assert looking.events() == [("gone", "/api/tenders/c")]


def test_of_a_list_of_changes_what_one_look_does_not_take_is_taken_by_the_next(
    site: Site, looking: Looking, prozorro: Prozorro, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polls, "MOST_NEW", 3)
    first = looking.look()
    assert (len(first.events), first.left) == (3, 1)
    assert looking.events() == [("seen", "/api/tenders/d"), ("seen", "/api/tenders/e")]
    looking.state, looking.most_pages = State(), 1
    found = [looking.look() for _ in range(4)]
    assert [len(look.events) for look in found] == [2, 2, 1, 0]
    assert [look.left for look in found] == [1, 1, 1, 0]


def test_a_list_of_changes_loses_nothing_by_troubles(site: Site, looking: Looking, prozorro: Prozorro) -> None:
    pages = dict(site.pages)
    site.pages |= {"/api/tenders?offset=2": Page(status=503), "/api/tenders/b": b""}
    assert looking.events() == [("seen", "/api/tenders/a")]
    site.pages = dict(pages)
    assert sorted(looking.events()) == [("seen", f"/api/tenders/{one}") for one in "bcde"]
    del site.pages["/api/tenders?offset=5"]
    assert looking.look().failed
    prozorro.change("g", "7")
    del site.pages["/api/tenders?offset=5"]
    assert looking.events() == [("seen", "/api/tenders/g")], "a page that is gone: all is walked over from the first"


@pytest.mark.parametrize(
    "content",
    [
        b'{"data": [{"id": "../../admin", "dateModified": "1"}], "next_page": {"path": "/x"}}',
        b'{"data": [{"id": 7}], "next_page": {}}',
        b'{"data": {"id": "a"}, "next_page": {}}',
        b'{"data": []}',
    ],
)
def test_what_is_no_list_of_changes_is_a_page(site: Site, looking: Looking, content: bytes) -> None:
    site.pages = {"/list": Page(body=content)}
    assert looking.events() == [("seen", "/list")]


def test_a_list_of_changes_that_leads_in_a_circle_ends(site: Site, looking: Looking) -> None:
    page = b'{"data": [{"id": "a", "dateModified": "1"}], "next_page": {"path": "/list"}}'
    site.pages = {"/list": Page(body=page), "/list/a": Page(body=b"a")}
    assert looking.events() == [("seen", "/list/a")]
    assert looking.events() == []


def test_after_a_kill_right_after_a_look_what_it_had_left_is_found(
    site: Site, looking: Looking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polls, "MOST_NEW", 2)
    site.pages |= pages_of_a_feed(["/a", "/b"], ["/c"], ["/d"])
    assert looking.events() == [("seen", "/a"), ("seen", "/b")]
    looking.state = State()  # as if it had not been remembered
    for _, found in waiting_rounds(looking.folder / "arrived"):
        settle(looking.state, found)
    assert looking.events() == [("seen", "/c"), ("seen", "/d")]


@pytest.mark.parametrize("robots", [Page(status=503), b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"])
def test_while_what_a_site_asks_cannot_be_told_nothing_is_taken_for_looked_at(
    site: Site, looking: Looking, robots: Page | bytes
) -> None:
    site.pages = {"/list": Page(body=feed("/a")), "/a": Page(body=b"a")}
    looking.look()
    site.pages = {"/list": Page(body=feed("/a", "/b")), "/a": Page(body=b"a2"), "/b": Page(body=b"b")}
    whole = dict(site.pages)
    site.pages["/robots.txt"] = robots
    look = looking.look()
    assert (look.events, look.failed) == ([], True)
    site.pages = whole
    assert sorted(looking.events()) == [("changed", "/a"), ("seen", "/b")]
