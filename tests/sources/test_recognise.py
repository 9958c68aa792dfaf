from __future__ import annotations

import gzip

import pytest

from tenderlight.sources.recognise import reader_for
from tests.sources import eforms, ted

OCDS = b'{"ocid": "a", "tender": {}}'


@pytest.mark.parametrize(
    ("media_type", "content", "name"),
    [
        ("application/json", OCDS, "ocds"),
        ("application/x-ndjson", OCDS + b"\n" + OCDS, "ocds"),
        ("application/gzip", gzip.compress(OCDS, mtime=0), "ocds"),
        ("application/xml", ted.notice("F02", ""), "ted"),
        ("application/xml", eforms.notice(), "eforms"),
        ("application/json", b'{"colour": "red"}', None),
        ("application/xml", b"<html/>", None),
        ("application/gzip", gzip.compress(b"plain text", mtime=0), None),
        ("application/gzip", b"\x1f\x8b\x08 broken", None),
        ("application/pdf", OCDS, None),
    ],
)
def test_the_reader_of_a_file(media_type: str, content: bytes, name: str | None) -> None:
    reader = reader_for(media_type, content)
    assert (reader.name if reader is not None else None) == name
