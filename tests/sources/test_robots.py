"""What sites ask of programs."""

from __future__ import annotations

import time

import pytest

from tenderlight.sources.robots import MOST_BYTES, NOTHING_ALLOWED, Rule, read_robots

OF_RFC = b"User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n"


@pytest.mark.parametrize(
    ("robots", "target", "may"),
    [
        (OF_RFC, "/a.gif", False),
        (OF_RFC, "/a.gif?x", True),
        (OF_RFC, "/example/page", False),
        (OF_RFC, "/publications/", True),
        (
            b"User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n",
            "/example/page/disallowed.gif",
            False,
        ),
        (b"User-agent: *\nDisallow: /p\nAllow: /p\n", "/page", True),
        (b"User-agent: *\nDisallow:\n", "/", True),
        (b"User-agent: *\nDisallow: /\nAllow: /$\n", "/", True),
        (b"User-agent: *\nDisallow: /\nAllow: /$\n", "/a", False),
        (b"User-agent: other\nDisallow: /\n", "/", True),
        (b"User-agent: *\nDisallow: /\n\nUser-Agent: TENDERLIGHT\nDisallow: /x\n", "/a", True),
        (b"User-agent: tenderlight\nuser-agent: b\nDisallow: /x\nCrawl-delay: 1\nDisallow: /y\n", "/y", False),
        (
            b"User-agent: tenderlight\nDisallow: /x\nUser-agent: c\nDisallow: /y\nUser-agent: Tenderlight\nAllow: /\n",
            "/x",
            False,
        ),
        (b"\xef\xbb\xbfUser-agent: * # all\r\nDisallow: /a # not this\r\n", "/ab", False),
        ("User-agent: *\nDisallow: /公告\n".encode(), "/%E5%85%AC%E5%91%8A/1", False),
        (b"User-agent: *\nDisallow: /%7Ejoe\n", "/~joe/", False),
        (b"User-agent: *\nDisallow: /a%2Fb\n", "/a/b", True),
        (b"User-agent: *\nDisallow: /a%2fb\n", "/a%2Fb", False),
        (b"User-agent: *\nDisallow: /*?id=*&x\n", "/a/b?id=5&x", False),
        (b"User-agent: *\nDisallow: /a*b*b$\n", "/ab", True),
        (b"Disallow: /\n", "/", True),
        (b"<html>Not found</html>", "/", True),
        (b"\x00\xff" * 100, "/", True),
    ],
)
def test_what_may_be_fetched(robots: bytes, target: str, may: bool) -> None:
    assert read_robots(robots).may_fetch(target) is may


def test_time_between_requests() -> None:
    assert read_robots(b"User-agent: *\nCrawl-delay: 2.5\n").delay_seconds == 2.5
    for odd, seconds in ((b"1e9", 120.0), (b"nan", 0.0), (b"-5", 0.0), (b"inf", 120.0), (b"soon", 0.0)):
        assert read_robots(b"User-agent: *\nCrawl-delay: " + odd + b"\n").delay_seconds == seconds


def test_hostile_wishes_take_no_time() -> None:
    stars = b"User-agent: *\n" + b"Disallow: /" + b"a*" * 900 + b"\n" + b"Disallow: /" + b"a*" * 900 + b"b$\n"
    began = time.process_time()
    robots = read_robots(stars * 3_000)
    assert not robots.may_fetch("/" + "a" * 1_900)
    assert robots.may_fetch("/" + "a" * 1_900 + "b") is False
    assert time.process_time() - began < 5
    assert len(robots.rules) <= MOST_BYTES // 100
    assert NOTHING_ALLOWED.may_fetch("/x") is False
    assert Rule(pattern="/", may=False) in NOTHING_ALLOWED.rules
