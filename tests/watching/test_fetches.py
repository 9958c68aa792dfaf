"""How servers are treated, and what hostile ones can do: nothing is fetched that was not named, and all of it ends."""

from __future__ import annotations

import gzip
import itertools
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tenderlight.errors import UsageError
from tenderlight.sources.fetching import Fetcher
from tenderlight.watching.fetches import PoliteFetcher, Wanted, agent_of
from tenderlight.watching.places import SCHEMES
from tests.sources.listener import Listener, Turning
from tests.sources.ssrf_forms import LITERAL
from tests.watching.site import Asked, Page, Site
from tests.watching.watched import LOOPBACK, QUICK, polite


def test_what_is_sent_says_who_asks(site: Site) -> None:
    site.pages["/a"] = Page(body=b"a")
    assert polite(manners=replace(QUICK, agent=agent_of("a@b.example"))).fetch(Wanted(url=f"{site.url}/a")).body == b"a"
    assert {one.headers["user-agent"].partition("/")[0] for one in site.asked} == {"tenderlight"}
    assert all("(a@b.example)" in one.headers["user-agent"] for one in site.asked)
    with pytest.raises(UsageError):
        agent_of("a\r\nX: y")


def test_what_a_site_asks_is_done_and_said(site: Site) -> None:
    said: list[str] = []
    site.pages = {"/robots.txt": Page(body=b"User-agent: *\nDisallow: /no\n"), "/no": Page(), "/yes": Page(body=b"y")}
    fetcher = PoliteFetcher(Fetcher(allowed=LOOPBACK, schemes=SCHEMES), QUICK, threading.Event(), said.append)
    assert "robots.txt" in fetcher.fetch(Wanted(url=f"{site.url}/no")).trouble
    assert fetcher.fetch(Wanted(url=f"{site.url}/yes")).body == b"y"
    assert site.paths(but_robots=False) == ["/robots.txt", "/yes"]
    assert len(said) == 1


@pytest.mark.parametrize(
    ("robots", "may"), [(Page(status=404), True), (Page(status=403), True), (Page(status=500), False), (b"", False)]
)
def test_where_a_site_cannot_say_what_it_asks_nothing_is_fetched(site: Site, robots: Page | bytes, may: bool) -> None:
    site.pages = {"/robots.txt": robots, "/a": Page(body=b"a")}
    got = polite().fetch(Wanted(url=f"{site.url}/a"))
    assert (got.status == 200) is may
    assert bool(got.trouble) is not may


def test_a_redirect_is_held_against_what_the_site_asks(site: Site) -> None:
    site.pages = {
        "/robots.txt": Page(body=b"User-agent: *\nDisallow: /no\n"),
        "/a": Page(status=302, headers={"Location": "/no"}),
        "/no": Page(body=b"x"),
    }
    assert "robots.txt" in polite().fetch(Wanted(url=f"{site.url}/a")).trouble
    assert "/no" not in site.paths()


def test_one_host_has_one_connection_and_time_between(site: Site) -> None:
    site.pages = {f"/{number}": Page(body=b"x") for number in range(6)}
    fetcher = polite(manners=replace(QUICK, delay_seconds=0.03))
    threads = [threading.Thread(target=fetcher.fetch, args=(Wanted(url=f"{site.url}/{n}"),)) for n in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert site.most_at_once == 1
    times = [one.at for one in site.asked]
    assert len(times) == 7
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) >= 0.025


def test_a_site_may_ask_for_more_time(site: Site) -> None:
    site.pages = {"/robots.txt": Page(body=b"User-agent: *\nCrawl-delay: 0.2\n"), "/a": Page(), "/b": Page()}
    fetcher = polite()
    for path in ("/a", "/b"):
        fetcher.fetch(Wanted(url=site.url + path))
    assert site.asked[-1].at - site.asked[-2].at >= 0.19


def test_what_may_pass_is_tried_again_and_what_will_not_is_not(site: Site) -> None:
    answers = [Page(status=503), Page(status=429, headers={"Retry-After": "0"}), Page(body=b"at last")]
    site.pages = {"/a": lambda _: answers.pop(0), "/b": Page(status=403), "/c": Page(status=500)}
    assert polite().fetch(Wanted(url=f"{site.url}/a")).body == b"at last"
    assert polite().fetch(Wanted(url=f"{site.url}/b")).trouble == "The server answers 403."
    assert polite().fetch(Wanted(url=f"{site.url}/c")).trouble == "The server answers 500."
    assert [site.paths().count(path) for path in ("/a", "/b", "/c")] == [3, 1, 3]


def test_a_server_that_wants_to_be_left_alone_is(site: Site) -> None:
    at = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    site.pages = {
        "/a": Page(status=503, headers={"Retry-After": "7200"}),
        "/b": Page(status=429, headers={"Retry-After": at}),
    }
    for path in ("/a", "/b"):
        got = polite().fetch(Wanted(url=site.url + path))
        assert got.wait_seconds == pytest.approx(7200, abs=5)
    assert site.paths() == ["/a", "/b"]
    for odd in ("never", "-5", "9" * 30, "1e9"):
        site.pages = {"/a": Page(status=404, headers={"Retry-After": odd})}
        assert polite().fetch(Wanted(url=f"{site.url}/a")).wait_seconds == 0


def test_redirects_are_followed_a_little(site: Site) -> None:
    site.pages = {f"/{number}": Page(status=301, headers={"Location": f"/{number + 1}"}) for number in range(40)}
    site.pages["/4"] = Page(body=b"here")
    got = polite().fetch(Wanted(url=f"{site.url}/0"))
    assert (got.body, got.final_url, len(got.hops)) == (b"here", f"{site.url}/4", 5)
    assert "do not end" in polite().fetch(Wanted(url=f"{site.url}/10")).trouble
    site.pages["/loop"] = Page(status=302, headers={"Location": "/loop"})
    assert "do not end" in polite().fetch(Wanted(url=f"{site.url}/loop")).trouble


# Nothing is fetched from this machine or a private network unless it was named ------------------------------------


def test_no_form_of_an_address_of_this_machine_is_reached_unless_it_is_named() -> None:
    with Listener() as listener:
        fetcher = PoliteFetcher(
            Fetcher(schemes=SCHEMES, most_seconds=1.0, resolve=Listener._resolve), QUICK, threading.Event()
        )
        for form in LITERAL:
            url = form.replace("{port}", str(listener.port))
            for scheme in ("https://", "http://"):
                assert fetcher.fetch(Wanted(url=url.replace("https://", scheme))).status == 0
        assert listener.count == 0


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "::1", "fd00::1", "fe80::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::",
        "::127.0.0.1",
    ],
)  # fmt: skip
def test_no_name_leads_inside_and_no_redirect_does(site: Site, inside: str) -> None:
    fetcher = Fetcher(schemes=SCHEMES, resolve=Turning([inside]))
    got = PoliteFetcher(fetcher, QUICK, threading.Event()).fetch(Wanted(url="http://public.example/"))
    assert (got.status, got.hops) == (0, ())
    assert "stands for" in got.trouble
    host = f"[{inside}]" if ":" in inside else inside
    if inside != "127.0.0.1":
        site.pages["/a"] = Page(status=302, headers={"Location": f"http://{host}:{site.server.server_port}/secret"})
        assert polite().fetch(Wanted(url=f"{site.url}/a")).status == 0
        assert "/secret" not in site.paths()


def test_a_name_that_turns_after_it_was_looked_at_is_not_followed(site: Site) -> None:
    turning = Turning(["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"])
    site.pages = {"/a": Page(body=b"a"), "/b": Page(body=b"b")}
    fetcher = PoliteFetcher(Fetcher(allowed=LOOPBACK, schemes=SCHEMES, resolve=turning), QUICK, threading.Event())
    url = f"http://turning.example:{site.server.server_port}"
    assert fetcher.fetch(Wanted(url=f"{url}/a")).body == b"a"
    assert "127.0.0.2" in fetcher.fetch(Wanted(url=f"{url}/b")).trouble
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "//127.0.0.2/", "http://a b/"]
)
def test_a_redirect_leads_to_the_web_alone(site: Site, to: str) -> None:
    site.pages["/a"] = Page(status=302, headers={"Location": to})
    got = polite().fetch(Wanted(url=f"{site.url}/a"))
    assert (got.status, len(got.hops)) == (0, 1)
    assert got.trouble


def test_a_name_of_this_network_alone_leads_to_what_was_named_or_nowhere(site: Site) -> None:
    site.pages["/a"] = Page(body=b"a")
    url = f"http://intranet:{site.server.server_port}/a"
    for address, is_reached in (("127.0.0.1", True), ("127.0.0.2", False), ("93.184.215.14", False)):
        fetcher = Fetcher(allowed=LOOPBACK, schemes=SCHEMES, resolve=Turning([address]), most_seconds=1.0)
        got = PoliteFetcher(fetcher, QUICK, threading.Event()).fetch(Wanted(url=url))
        assert (got.body == b"a") is is_reached


# Hostile servers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", "no answer"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000 + b"\r\n", "no answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + b"x" * 200_000, "more than"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 150_000, "more than"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 1\r\n\r\nx", "packed as zstd"),
        (b"HTTP/1.1 103 Early\r\n\r\n" * 10_000, "no answer|more than|broke off"),
        (b"\x00" * 100, "no answer"),
    ],
)
def test_answers_that_are_not_taken(site: Site, answer: bytes, why: str) -> None:
    site.pages["/a"] = answer
    got = polite(most_bytes=100_000, manners=replace(QUICK, tries=1)).fetch(Wanted(url=f"{site.url}/a"))
    assert got.status == 0
    assert any(one in got.trouble for one in why.split("|"))


def test_what_unpacks_without_end_is_not_unpacked(site: Site) -> None:
    bomb = gzip.compress(b"\0" * (20 << 20), 6)
    for pack in ("gzip", "gzip, gzip"):
        body = gzip.compress(bomb) if "," in pack else bomb
        site.pages["/a"] = Page(body=body, headers={"Content-Encoding": pack})
        assert "unpacks to more" in polite().fetch(Wanted(url=f"{site.url}/a")).trouble
    site.pages["/a"] = Page(body=gzip.compress(b"plain"), headers={"Content-Encoding": "gzip"})
    assert polite().fetch(Wanted(url=f"{site.url}/a")).body == b"plain"


def test_a_slow_drip_ends(site: Site) -> None:
    def drip(_: Asked) -> bytes:
        time.sleep(2)
        return b"HTTP/1.1 200 OK\r\n"

    site.pages["/a"] = drip
    began = time.monotonic()
    got = polite(0.2, manners=replace(QUICK, tries=1)).fetch(Wanted(url=f"{site.url}/a"))
    assert "no answer" in got.trouble
    assert time.monotonic() - began < 1.5


def test_what_a_server_says_of_itself_does_not_harm_the_next_request(site: Site) -> None:
    for etag in ('"\xe9"', '"' + "x" * 5_000 + '"', '"a\tb"'):
        raw = f"HTTP/1.1 200 OK\r\nETag: {etag}\r\nContent-Length: 1\r\n\r\nx".encode("latin-1")
        site.pages["/a"] = raw
        got = polite().fetch(Wanted(url=f"{site.url}/a"))
        assert (got.status, got.etag) == (200, "")


def test_whoever_waits_stops_when_all_is_over(site: Site) -> None:
    over = threading.Event()
    fetcher = PoliteFetcher(Fetcher(allowed=LOOPBACK, schemes=SCHEMES), replace(QUICK, delay_seconds=60.0), over)
    threading.Timer(0.2, over.set).start()
    assert "ended" in fetcher.fetch(Wanted(url=f"{site.url}/a")).trouble
