"""Parts of ZIP files, read from a plain directory at once and from any other by the standard library."""

from __future__ import annotations

import io
import zipfile

import pytest

from tenderlight.reading.archives import zip_parts
from tenderlight.reading.archives.zip_faults import ZIP_FAULTS
from tenderlight.reading.archives.zip_parts import entries_of, unpacked_part, zip_of_parts
from tests.reading.made_files import zip_of

PARTS = {"a.xml": b"<a/>" * 50, "folder/b.xml": b"", "c": bytes(range(256))}


def _by_the_library(content: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            (
                one.filename,
                one.compress_type,
                one.flag_bits,
                one.CRC,
                one.compress_size,
                one.file_size,
                one.header_offset,
            )
            for one in archive.infolist()
        ]


def _ours(content: bytes) -> list[tuple[object, ...]]:
    return [
        (one.name, one.method, one.flags, one.checksum, one.packed_size, one.size, one.at)
        for one in entries_of(content)
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_entries_and_parts_are_those_of_the_library(method: int) -> None:
    content = zip_of(PARTS, method)
    assert _ours(content) == _by_the_library(content)
    assert {one.name: unpacked_part(content, one) for one in entries_of(content)} == PARTS


def test_directories_written_otherwise_are_read_by_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = zip_of(PARTS)
    assert zip_parts._plain_entries(plain) is not None
    for content in (b"before" + plain, plain[:-2] + b"\x03\x00abc", zip_of({"名": b"x"})):
        assert zip_parts._plain_entries(content) is None
        assert _ours(content) == _by_the_library(content)
        for one in entries_of(content):
            assert unpacked_part(content, one) is not None


@pytest.mark.parametrize("cut", [0, 1, 21, 22, 40, 80, 150])
def test_directories_cut_short_are_refused(cut: int) -> None:
    content = zip_of(PARTS)
    with pytest.raises(ZIP_FAULTS):
        entries_of(content[:cut])


def test_directories_with_a_byte_changed_never_come_out_as_others() -> None:
    content = zip_of({"a.xml": b"<a/>" * 50})
    for at in range(content.index(b"PK\x01\x02"), len(content)):
        bent = bytearray(content)
        bent[at] ^= 0x41
        try:
            expected = _by_the_library(bytes(bent))
        except ZIP_FAULTS:
            with pytest.raises(ZIP_FAULTS):
                entries_of(bytes(bent))
        else:
            assert _ours(bytes(bent)) == expected


def test_a_zip_of_packed_parts_holds_them() -> None:
    content = zip_of(PARTS)
    packed = [zip_parts.packed_part(content, one) for one in entries_of(content)]
    made = zip_of_parts([one for one in packed if one is not None])
    assert {one.name: unpacked_part(made, one) for one in entries_of(made)} == PARTS
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
