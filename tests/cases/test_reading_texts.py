"""Texts of stored readings, for the search."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from tenderlight.cases.encoding import ITEM_BYTES_LIMIT, encode_reading
from tenderlight.cases.reading_texts import PageText, texts_of
from tenderlight.errors import CaseDamaged
from tenderlight.model.box import Box
from tenderlight.model.document import Page, Reading, Word
from tenderlight.model.record import Field, Record

RECORD = Record(key="ocid:1", pointer="/", statements=(), fields=(Field(pointer="/a", text="cameras"),))
READING = Reading(
    document="a" * 64,
    media_type="x",
    reader="pdf",
    reader_version=1,
    pages=(
        Page(number=2, text="two"),
        Page(number=1, text="人脸", words=(Word(start=0, end=2, box=Box(left=0, top=0, right=9, bottom=9)),)),
    ),
    records=(RECORD,),
)


def written(path: Path, lines: bytes) -> str:
    path.write_bytes(gzip.compress(lines))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_records_and_texts_are_told_without_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "reading"
    sha256 = written(path, encode_reading(READING))
    assert list(texts_of(path, sha256=sha256)) == [RECORD, PageText(1, "人脸"), PageText(2, "two")]


def test_of_a_page_that_was_read_twice_the_last_counts(tmp_path: Path) -> None:
    path = tmp_path / "reading"
    again = encode_reading(Reading(document="a" * 64, media_type="x", reader="pdf", reader_version=1,
                                   pages=(Page(number=2, text="recognised"),)))  # fmt: skip
    sha256 = written(path, encode_reading(READING).rpartition(b'{"item":"reading"')[0] + again)
    assert list(texts_of(path, sha256=sha256))[1:] == [PageText(1, "人脸"), PageText(2, "recognised")]


@pytest.mark.parametrize(
    "line",
    [
        b'{"item":"page","number":0,"text":"x"}',
        b'{"item":"page","number":1,"text":"' + b"x" * ITEM_BYTES_LIMIT + b'"}',
        b'{"item":"page","number":1',
        b'{"item":"record","key":1}',
    ],
)
def test_what_is_no_reading_is_damaged(tmp_path: Path, line: bytes) -> None:
    sha256 = written(tmp_path / "reading", line + b"\n")
    with pytest.raises(CaseDamaged):
        list(texts_of(tmp_path / "reading", sha256=sha256))
    with pytest.raises(CaseDamaged):
        list(texts_of(tmp_path / "reading", sha256="0" * 64))
    with pytest.raises(CaseDamaged):
        list(texts_of(tmp_path / "none", sha256=sha256))
