"""Web archives: documents under their addresses, past everything that is damaged or lies."""

from __future__ import annotations

import base64
import gzip
import hashlib
import zlib

import pytest

from tenderlight.model.problem import Problem
from tenderlight.model.reader import Item, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.zip_archives import PackedWebArchiveReader
from tenderlight.reading.detect import media_type
from tenderlight.reading.web.web_captures import WebArchiveReader
from tests.reading.made_files import codes, members, read_all, zip_of
from tests.shared_data import shared_file

READER = WebArchiveReader()
PAGE = "<html><p>采购人：甲县公安局</p></html>".encode()


def record(block: bytes, kind: str = "response", address: str = "https://a.example/", **more: str) -> bytes:
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    listed = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return b"WARC/1.0\r\n" + listed.encode() + b"\r\n" + block + b"\r\n\r\n"


def http(body: bytes = PAGE, *headers: str, status: str = "200 OK") -> bytes:
    listed = "".join(f"{header}\r\n" for header in headers or ("Content-Type: text/html",))
    return f"HTTP/1.1 {status}\r\n{listed}\r\n".encode() + body


def sha1(content: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()


def left_out(items: list[Item]) -> str:
    return next(item.message for item in items if isinstance(item, Problem) and item.code == "captures-left-out")


@pytest.mark.parametrize("pack", ["plain", "each", "whole"])
def test_documents_come_out_under_their_addresses(pack: str) -> None:
    all_records = [
        record(b"software: x\r\n", "warcinfo", ""),
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(http(), address="<https://a.example/公告?id=1>"),
        record(http(b"", "Location: https://b.example/", status="302 Found")),
        record(http(PAGE, status="404 Not Found")),
        record(b"%PDF-1.4\n1 0 obj", "resource", "https://a.example/1.pdf", Content_Type="application/pdf"),
    ]
    content = b"".join(gzip.compress(one) if pack == "each" else one for one in all_records)
    content = gzip.compress(content) if pack == "whole" else content
    assert media_type(content) == formats.WARC
    items = read_all(READER, content)
    assert members(items) == {"https://a.example/公告?id=1": PAGE, "https://a.example/1.pdf": b"%PDF-1.4\n1 0 obj"}
    assert codes(items) == ["captures-left-out"]
    assert "(failures 1, redirects 1, request 1, warcinfo 1)" in left_out(items)


@pytest.mark.parametrize(
    ("content", "address", "declared", "is_kept"),
    [
        (PAGE, "https://a.example/", "text/html", True),
        (b"var a = '<p>';", "https://a.example/a.js", "application/javascript", False),
        (b"a{}", "https://a.example/a", "text/css", False),
        (b"plain words", "https://a.example/a", "text/plain", True),
        (b"plain words", "https://a.example/a", "application/x-unknown", False),
        (b"a;b\n1;2\n", "https://a.example/prices.csv", "application/octet-stream", True),
        (b'{"a": 1}', "https://a.example/api", "application/json", False),
        (b'{"ocid": 1}', "https://a.example/releases.json", "application/json", True),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "https://a.example/logo.png", "image/png", False),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 30_000, "https://a.example/scan.png", "image/png", True),
        (b"\x00\x01\x02rubbish\xff", "https://a.example/a.doc", "application/msword", True),
        (b"\x00\x01\x02rubbish\xff", "https://a.example/font", "font/woff2", False),
        (
            b'{"releases": [{"ocid": "ocds-1", "tag": ["award"]}]}',
            "https://a.example/api?page=2",
            "application/json",
            True,
        ),
        (b'{"user": {"theme": "dark"}}', "https://a.example/api?page=2", "application/json", False),
        (b'<?xml version="1.0"?><!-- x --><rss version="2.0"><channel/></rss>', "https://a.example/f.xml", "", False),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', "https://a.example/f.xml", "", False),
        (b'<?xml version="1.0"?><notice><feed/></notice>', "https://a.example/n.xml", "", True),
    ],
)
def test_what_counts_as_a_document(content: bytes, address: str, declared: str, is_kept: bool) -> None:
    items = read_all(READER, record(http(content, f"Content-Type: {declared}"), address=address))
    assert members(items) == ({address: content} if is_kept else {})


def test_transfer_wrappings_are_taken_off() -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (PAGE[:20], PAGE[20:])) + b"0\r\n\r\n"
    raw = zlib.compressobj(wbits=-15)
    bodies = [
        (chunks, ["Transfer-Encoding: chunked"]),
        (PAGE, ["Transfer-Encoding: chunked"]),
        (gzip.compress(PAGE), ["Content-Encoding: gzip"]),
        (PAGE, ["Content-Encoding: gzip"]),
        (zlib.compress(PAGE), ["Content-Encoding: deflate"]),
        (raw.compress(PAGE) + raw.flush(), ["Content-Encoding: deflate"]),
    ]
    for body, headers in bodies:
        items = read_all(READER, record(http(body, *headers)))
        assert members(items) == {"https://a.example/": PAGE}, headers
        assert codes(items) == [], headers


def test_what_cannot_be_unpacked_is_said() -> None:
    items = read_all(READER, record(http(b"\x0b\x02\x80", "Content-Encoding: br")))
    assert codes(items) == ["member-unreadable", "archive-damaged"]
    cut = gzip.compress(PAGE * 500)[:-20]
    assert codes(read_all(READER, record(http(cut, "Content-Encoding: gzip"))))[0] == "capture-damaged"
    chunks = b"%x\r\n%s" % (len(PAGE) + 50, PAGE)
    items = read_all(READER, record(http(chunks, "Transfer-Encoding: chunked")))
    assert members(items) == {"https://a.example/": PAGE}
    assert codes(items) == ["capture-damaged"]


def test_digests_are_checked() -> None:
    block = http()
    right = record(block, WARC_Block_Digest=sha1(block), WARC_Payload_Digest=sha1(PAGE))
    assert codes(read_all(READER, right)) == []
    hexadecimal = "sha256:" + hashlib.sha256(PAGE).hexdigest()
    assert codes(read_all(READER, record(block, WARC_Payload_Digest=hexadecimal))) == []
    for more in ({"WARC_Block_Digest": sha1(b"x")}, {"WARC_Payload_Digest": sha1(b"x")}):
        items = read_all(READER, record(block, **more))
        assert codes(items) == ["capture-digest-differs"]
        assert members(items) == {"https://a.example/": PAGE}


def test_a_damaged_record_costs_itself_alone() -> None:
    good = record(http(), address="https://b.example/")
    for bad in (
        b"rubbish\r\n\r\n",
        record(http(), Content_Length="-5"),
        record(http(), Content_Length="x"),
        record(http(), Content_Length="10"),
        record(http(), Content_Length=str(len(http()) + 40)),
        record(http(), Content_Length="999999999999"),
    ):
        items = read_all(READER, record(b"x", "warcinfo") + bad + good, media_type=formats.WARC)
        assert members(items)["https://b.example/"] == PAGE, bad
        assert "capture-damaged" in codes(items), bad


def test_a_damaged_member_costs_itself_alone() -> None:
    packed = [gzip.compress(record(http(), address=f"https://a.example/{number}")) for number in range(3)]
    packed[1] = packed[1][:30] + b"\xff" * 8 + packed[1][38:]
    items = read_all(READER, b"".join(packed))
    assert {"https://a.example/0", "https://a.example/2"} <= set(members(items))
    assert "capture-damaged" in codes(items)
    items = read_all(READER, b"".join(packed)[:-40])
    assert "https://a.example/0" in members(items)
    assert "capture-damaged" in codes(items)


def test_limits_hold() -> None:
    small = ReadingLimits(record_bytes=100)
    items = read_all(READER, record(http(PAGE * 10)) + record(http(b"%PDF-1"), address="b"), limits=small)
    assert list(members(items)) == ["b"]
    assert codes(items) == ["limit-record-bytes"]
    packed = gzip.compress(record(http(b"<p>" + b"x" * 20_000_000)))
    assert codes(read_all(READER, packed)) == ["limit-expansion"]
    body = gzip.compress(b"<p>" + b"x" * 20_000_000)
    items = read_all(READER, record(http(body, "Content-Encoding: gzip")))
    assert codes(items) == ["limit-expansion"]
    assert codes(read_all(READER, record(http()) * 3, limits=ReadingLimits(members=2))) == ["limit-members"]


def test_an_archive_of_archives_hands_on_the_archives_alone() -> None:
    packed = gzip.compress(record(http()))
    wacz = zip_of(
        {"datapackage.json": "{}", "archive/data.warc.gz": packed, "pages/pages.jsonl": "{}", "indexes/i": "x"}
    )
    items = read_all(PackedWebArchiveReader(), wacz)
    assert members(items) == {"archive/data.warc.gz": packed}
    assert "(indexes and notes 3)" in left_out(items)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("example-bad-non-chunked.warc.gz", {"http://example.com/"}),
        ("example-bad.warc.gz.bad", {"http://example.com?example=1"}),
    ],
)
def test_real_odd_archives(name: str, expected: set[str]) -> None:
    assert set(members(read_all(READER, shared_file(f"data/hostile/warc/warcio/{name}").read_bytes()))) == expected
