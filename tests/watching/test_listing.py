"""What lists say, well made, badly made and hostile."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import pytest

from tenderlight.watching.list_reader import LIMITS, ListReader
from tenderlight.watching.listing import MOST_ITEMS, listing_of
from tests.watching.site import feed, package

URL = "https://example.org/lists/feed.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A feed, and the addresses in it."""

    name: str
    content: bytes
    links: tuple[str, ...]


FEEDS = (
    Made(name="rss", content=feed("/a", "b?x=1&amp;y=2", "https://other.example/c#part"),
         links=("https://example.org/a", "https://example.org/lists/b?x=1&y=2", "https://other.example/c")),
    Made(name="atom", content=b'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/self"/><entry>'
         b'<link rel="alternate" href="/a"/><link rel="edit" href="/edit"/><link rel="enclosure" href="/a.pdf"/>'
         b"</entry></feed>",
         links=("https://example.org/a", "https://example.org/a.pdf")),
    Made(name="rdf", content=b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
         b'xmlns="http://purl.org/rss/1.0/">'
         b"<channel><link>/site</link></channel><item><link>/a</link></item></rdf:RDF>", links=("https://example.org/a",)),
    Made(name="enclosure", content=b'<rss><channel><item><enclosure url="/a.pdf"/></item></channel></rss>',
         links=("https://example.org/a.pdf",)),
    Made(name="chinese", content=feed("/公告/1.html"),
         links=("https://example.org/%E5%85%AC%E5%91%8A/1.html",)),
    Made(name="gb18030", content='<?xml version="1.0" encoding="gb18030"?><rss><channel><item><link>/公告</link></item>'
         "</channel></rss>".encode("gb18030"),
         links=("https://example.org/%E5%85%AC%E5%91%8A",)),
    Made(name="not closed", content=b"<rss><channel><item><link>/a</link></item><item><link>/b</link><title>a & b",
         links=("https://example.org/a", "https://example.org/b")),
    Made(name="no way to fetch", content=feed("file:///etc/passwd", "javascript:alert(1)", "", "mailto:a@b", "/ok"),
         links=("https://example.org/ok",)),
)  # fmt: skip


@pytest.mark.parametrize("made", FEEDS, ids=lambda made: made.name)
def test_addresses_of_a_feed(made: Made) -> None:
    found = listing_of(made.content, URL)
    assert (found.kind, tuple(url for url, _ in found.items)) == ("feed", made.links)


def test_releases_of_a_package() -> None:
    found = listing_of(package(("1", "x"), ("2", "y"), following="?page=2"), "https://example.org/api?page=1")
    assert [key for key, _ in found.items] == ["ocds-1-1 1", "ocds-1-2 2"]
    assert found.next == "https://example.org/api?page=2"
    other = listing_of(package(("2", "y"), ("1", "changed")), URL)
    assert dict(found.items)["ocds-1-2 2"] == dict(other.items)["ocds-1-2 2"]
    assert dict(found.items)["ocds-1-1 1"] != dict(other.items)["ocds-1-1 1"]
    records = listing_of(b'{"records": [{"ocid": "a", "releases": []}, {"ocid": 5}, 3]}', URL)
    assert [key for key, _ in records.items] == ["a"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"plain",
        b"<html><body>hello</body></html>",
        b"{}",
        b"[1]",
        b'{"releases": 5}',
        b"<other/>",
        b"\x00\x01",
        b"{" * 50_000,
    ],
    ids=range(9),
)
def test_what_is_no_list_is_a_page(content: bytes) -> None:
    assert listing_of(content, URL).kind == "page"


def bomb(levels: int) -> bytes:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(levels))
    link = f"<rss><channel><item><link>/&e{levels};</link></item></channel></rss>"
    return f'<!DOCTYPE rss [<!ENTITY e0 "boom">{entities}]>{link}'.encode()


HOSTILE = {
    "entities": bomb(9),
    "a file of this machine": b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b"<rss><channel><item><link>/&x;</link></item></channel></rss>",
    "a document type elsewhere": b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd"><rss><channel/></rss>',
    "deep": b"<rss>" + b"<a>" * 200_000,
    "deep json": b'{"releases": ' + b"[" * 200_000,
    "many": feed(*(f"/{number}" for number in range(MOST_ITEMS + 5))),
    "many attributes": b"<rss " + b" ".join(b'a%d="x"' % number for number in range(50_000)) + b"/>",
    "long link": feed("/" + "x" * 5_000_000),
    "many links": b"<rss><channel><item>" + b"<link>/a</link>" * 20_000 + b"</item></channel></rss>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lists_end_and_say_nothing_of_this_machine(name: str) -> None:
    began = time.process_time()
    found = listing_of(HOSTILE[name], URL)
    assert time.process_time() - began < 5
    assert len(found.items) <= MOST_ITEMS
    assert found.is_cut is (name == "many")
    assert not any("boom" in url or "%0A" in url for url, _ in found.items)


def test_lists_are_read_in_the_cage() -> None:
    with ListReader(replace(LIMITS, memory_bytes=256 << 20)) as reader:
        found = reader.read(package(("1", "x")), URL)
        assert found is not None
        assert found.kind == "ocds"
        large = b'{"releases": [' + b"[]," * 5_000_000 + b"[]]}"
        assert reader.read(large, URL) is None, "it takes more memory than there is for a list"
        again = reader.read(feed("/a"), URL)
        assert again is not None
        assert again.items == (("https://example.org/a", ""),)
