"""Reads ZIP archives: hands on the files in them."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator

from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.member_names import names_charset, unicode_path
from tenderlight.reading.archives.other_archives import libarchive_items
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.archives.zip_faults import ZIP_FAULTS

_CHUNK_BYTES = 256 * 1024
_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
_WEB_ARCHIVE = re.compile(r"\.warc(?:\.gz)?\Z", re.IGNORECASE)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})


class ZipReader:
    """Reads ZIP. Directory and contents are read by the standard library; what it cannot, by libarchive.

    Names are taken from the Unicode field, else as UTF-8 where the entry says so, else by `names_charset`. Nothing
    is written: a path such as "../x" is only text.
    Problems: archive-cut-short, archive-damaged, archive-empty, archive-encrypted, archive-reader-missing,
    limit-expansion, limit-members, limit-unpacked-bytes, member-encrypted, member-not-a-file, member-unreadable,
    system-files-left-out.
    """

    name = "zip"
    version = 1
    media_types = frozenset({formats.ZIP})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the files in the order of the directory, then what was not taken out."""
        yield from _items(original, Unpacking(len(original.content), limits, f"read:{self.name}/{self.version}"))


class PackedWebArchiveReader:
    """Reads WACZ: hands on the web archives in it, and leaves out their indexes.

    Problems: those of `ZipReader`, captures-left-out. Format: https://specs.webrecorder.net/wacz/1.1.1/
    """

    name = "wacz"
    version = 1
    media_types = frozenset({formats.WACZ})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the web archives in the order of the directory, then what was not taken out."""
        unpacking = Unpacking(len(original.content), limits, f"read:{self.name}/{self.version}")
        yield from _items(original, unpacking, only=_WEB_ARCHIVE)


def _items(original: OpenOriginal, unpacking: Unpacking, only: re.Pattern[str] | None = None) -> Iterator[Item]:
    """Hand on the files of an archive; where `only` is given, those whose path it matches."""
    archive = _opened(original.content)
    if archive is None:
        yield from libarchive_items(original.content, formats.ZIP, unpacking)
        return
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if any(_needs_libarchive(entry) for entry in entries):
            yield from libarchive_items(original.content, formats.ZIP, unpacking)
            return
        wanted = [
            (entry, path)
            for entry, path in zip(entries, _paths(entries), strict=True)
            if only is None or only.search(path)
        ]
        yield PageCount(count=len(wanted))
        for entry, path in wanted:
            yield from _file(archive, entry, path, unpacking)
            if unpacking.is_over:
                break
    if len(wanted) < len(entries):
        yield unpacking.problem("captures-left-out", detail=f"(indexes and notes {len(entries) - len(wanted)})")
    yield from unpacking.end()


def _opened(content: bytes) -> zipfile.ZipFile | None:
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except ZIP_FAULTS:
        return None


def _needs_libarchive(entry: zipfile.ZipInfo) -> bool:
    return entry.compress_type not in _METHODS and not entry.flag_bits & _ENCRYPTED


def _file(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, unpacking: Unpacking) -> Iterator[Item]:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        unpacking.note_not_a_file(path)
    elif entry.flag_bits & _ENCRYPTED:
        unpacking.note_encrypted(path)
    elif unpacking.wants(path):
        try:
            yield from unpacking.file(path, _chunks(archive, entry))
        except ZIP_FAULTS as damage:
            yield from unpacking.unreadable(path, damage)


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            yield chunk


def _paths(entries: list[zipfile.ZipInfo]) -> list[str]:
    """Names of the entries. The standard library has decoded those without a sign as cp437, which loses nothing."""
    raw_names = {
        at: entry.orig_filename.encode("cp437")
        for at, entry in enumerate(entries)
        if not entry.flag_bits & _NAME_IS_UTF8
    }
    codec = names_charset(list(raw_names.values()))
    paths = []
    for at, entry in enumerate(entries):
        raw_name = raw_names.get(at)
        if raw_name is None:
            paths.append(entry.orig_filename)
        else:
            paths.append(unicode_path(entry.extra, raw_name) or raw_name.decode(codec, "replace"))
    return paths
