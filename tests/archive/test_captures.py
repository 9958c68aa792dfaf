"""Captures are web archives that others read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tenderlight.archive.captures import Captured, CaptureWriter
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.reading.web.warc_records import WarcRecord, records
from tenderlight.reading.web.web_captures import WebArchiveReader

AT = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
BODY = b"<html><body>Award notice</body></html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "capture.warc.gz"
    with CaptureWriter(path, software="tenderlight/test", at=AT) as writer:
        writer.add(
            Captured(
                url="https://example.org/a?b=c",
                at=AT,
                address="2001:db8::1",
                asked=b"GET /a?b=c HTTP/1.1\r\nHost: example.org\r\n\r\n",
                answer=HEAD + CHUNKED,
                payload=BODY,
            )
        )
        writer.note("file:///data/in", [{"path": "in/公告.txt"}], at=AT)
    return path


def test_a_capture_is_read_as_it_was_written(written: Path) -> None:
    found = list(records(written.read_bytes(), most_bytes=1 << 20, record_bytes=1 << 20))
    assert all(isinstance(one, WarcRecord) and one.is_sound for one in found)
    kinds = [one.kind for one in found if isinstance(one, WarcRecord)]
    assert kinds == ["warcinfo", "response", "request", "metadata"]
    items = list(
        WebArchiveReader().read(OpenOriginal(content=written.read_bytes(), untrusted_name=""), ReadingLimits())
    )
    codes = {getattr(item, "code", "") for item in items}
    assert "capture-damaged" not in codes
    assert "capture-digest-differs" not in codes
    assert any("https://example.org/a?b=c" in str(item) for item in items)


def test_the_tools_of_libraries_read_it_and_its_digests_hold(written: Path) -> None:
    with written.open("rb") as file:
        found = [
            (
                one.rec_type,
                one.rec_headers.get_header("WARC-Target-URI"),
                one.content_stream().read(),
                one.digest_checker.passed,
            )
            for one in ArchiveIterator(file, check_digests=True)  # type: ignore[no-untyped-call]
        ]
    assert [kind for kind, *_ in found] == ["warcinfo", "response", "request", "metadata"]
    assert found[1][1:3] == ("https://example.org/a?b=c", BODY)
    assert all(passed is not False for *_, passed in found)


def test_a_file_that_is_there_is_not_written_over(written: Path) -> None:
    before = written.read_bytes()
    with pytest.raises(FileExistsError):
        CaptureWriter(written, software="x", at=AT)
    assert written.read_bytes() == before
