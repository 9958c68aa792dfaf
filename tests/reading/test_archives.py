"""Archives: the files in them come out whole, under their right names, within one budget, and nothing is written."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import stat
import struct
import tarfile
import zipfile
import zlib
from typing import cast

import pytest

from tenderlight.model.problem import Problem
from tenderlight.model.reader import MemberPart, PageCount, Reader, ReadingLimits
from tenderlight.reading import registry
from tenderlight.reading.archives import libarchive_session
from tenderlight.reading.archives.member_names import names_charset, unicode_path
from tenderlight.reading.archives.other_archives import is_rar_volume
from tenderlight.reading.detect import media_type
from tests.reading.made_files import codes, members, read_all, zip_of
from tests.shared_data import shared_file

MEBIBYTE = 1024 * 1024
NAME = "招标文件/第一章 招标公告.txt"


def reader_of(content: bytes) -> Reader:
    return cast("Reader", registry.reader_for(media_type(content)))


def unpacked(content: bytes, name: str = "") -> dict[str, bytes]:
    return members(read_all(reader_of(content), content, name))


def raw_zip(names: list[bytes], flags: int = 0, extra: bytes = b"") -> bytes:
    """A ZIP archive with names as bytes, each file holding its number."""
    body = directory = b""
    for number, name in enumerate(names):
        content = str(number).encode()
        fields = struct.pack("<HHHHHLLLHH", 20, flags, 0, 0, 33, zlib.crc32(content), len(content), len(content),
                             len(name), len(extra))  # fmt: skip
        directory += b"PK\x01\x02\x14\0" + fields + struct.pack("<HHHLL", 0, 0, 0, 0, len(body)) + name + extra
        body += b"PK\x03\x04" + fields + name + extra + content
    end = struct.pack("<HHHHLLH", 0, 0, len(names), len(names), len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def tar_of(entries: dict[str, bytes | tarfile.TarInfo], encoding: str = "utf-8") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT, encoding=encoding) as archive:
        for name, content in entries.items():
            if isinstance(content, tarfile.TarInfo):
                archive.addfile(content)
            else:
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
    return held.getvalue()


@pytest.mark.parametrize(
    ("charset", "names"),
    [
        ("gb18030", ["招标文件/第一章 招标公告.txt", "工程量清单（土建）.txt", "镕.doc"]),
        ("gb18030", ["附件1.pdf"]),
        ("big5", ["招標文件/第一章 招標公告.txt", "採購合約.doc"]),
        ("cp932", ["入札公告/契約書の写し.txt", "仕様書（カメラ）.xls"]),
        ("cp949", ["입찰공고/계약서 사본.txt", "과업지시서.hwp"]),
        ("cp866", ["Извещение/Контракт №5.doc", "Приложение.xls"]),
        ("cp437", ["Verträge/Übersicht.txt", "Prämie.doc"]),
        ("utf-8", ["招标.txt", "Łódź.txt"]),
    ],
)
def test_names_without_a_sign_of_their_character_set(charset: str, names: list[str]) -> None:
    content = raw_zip([name.encode(charset) for name in names])
    assert unpacked(content) == {name: str(number).encode() for number, name in enumerate(names)}


def test_a_name_in_the_unicode_field_wins_if_it_is_of_this_name() -> None:
    raw = "招标.txt".encode("gb18030")
    field = b"\x01" + struct.pack("<L", zlib.crc32(raw)) + "中标.txt".encode()
    extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert list(unpacked(raw_zip([raw], extra=extra))) == ["中标.txt"]
    assert unicode_path(extra, b"other") is None
    assert unicode_path(extra[:-3] + b"\xff\xff\xff", raw) is None
    assert unicode_path(b"\x75\x70\xff\xff", raw) is None


@pytest.mark.parametrize("path", ["data/reading/office/gbk_names.zip", "data/reading/office/utf8_names.zip"])
def test_real_archives_with_chinese_names(path: str) -> None:
    found = unpacked(shared_file(path).read_bytes())
    assert list(found) == ["招标文件/第一章 招标公告.txt", "工程量清单（土建）.txt", "附件1：法定代表人授权书.txt"]


def test_a_7z_archive_with_chinese_names() -> None:
    found = unpacked(shared_file("data/reading/office/names.7z").read_bytes())
    assert list(found) == ["contract1.docx", "招标文件/工程量清单.xlsx"]
    assert found["contract1.docx"] == shared_file("data/reading/office/contract1.docx").read_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "cp866"])
def test_names_in_tar_archives(charset: str) -> None:
    names = {"Контракт/Приложение.doc": b"a"} if charset == "cp866" else {NAME: b"a", "合同.pdf": b"b"}
    assert unpacked(tar_of(dict(names), charset)) == names


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_files_and_packed_archives(pack: object) -> None:
    packing = cast("type[bytes]", pack)
    suffix = {gzip.compress: "gz", bz2.compress: "bz2", lzma.compress: "xz"}[pack]  # type: ignore[index]
    assert unpacked(packing(b'{"a": 1}'), f"x/releases.json.{suffix}") == {"releases.json": b'{"a": 1}'}
    assert unpacked(packing(tar_of({NAME: b"a"})), "x.tar") == {NAME: b"a"}
    assert unpacked(packing(b"a") + packing(b"b"), "x") == {"x": b"ab"}


def test_large_files_come_in_parts() -> None:
    content = random.Random(0).randbytes(9 * MEBIBYTE)
    items = read_all(reader_of(b"PK\x03\x04"), zip_of({"a": content, "b": b"x"}))
    parts = [(item.untrusted_path, item.is_last) for item in items if isinstance(item, MemberPart)]
    assert parts == [("a", False), ("a", False), ("a", True), ("b", True)]
    assert members(items) == {"a": content, "b": b"x"}
    assert items[0] == PageCount(count=2)


def test_paths_are_only_text() -> None:
    names = ["../../x", "/etc/passwd", "C:\\x", "a/../b", "NUL", "a\x1b[2J.txt"]
    assert list(unpacked(zip_of(dict.fromkeys(names, "x")))) == names


BOMBS = {
    "zip": zip_of({"a": bytes(MEBIBYTE)}),
    "gzip": gzip.compress(bytes(MEBIBYTE)),
    "bzip2": bz2.compress(bytes(MEBIBYTE)),
    "xz": lzma.compress(bytes(MEBIBYTE)),
    "tar in gzip": gzip.compress(tar_of({"a": bytes(MEBIBYTE)})),
    "tar in gzip with a giant header": gzip.compress(tar_of({"n" * MEBIBYTE: b"x"})),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_stop_at_the_expansion_limit(bomb: str) -> None:
    items = read_all(reader_of(BOMBS[bomb]), BOMBS[bomb], limits=ReadingLimits(expansion_grace_bytes=500_000))
    assert codes(items) == ["limit-expansion"]
    assert sum(len(item.content) for item in items if isinstance(item, MemberPart)) <= 500_000
    assert members(items) == {}


@pytest.mark.parametrize(
    ("limits", "code", "taken"),
    [
        (ReadingLimits(members=2), "limit-members", 2),
        (ReadingLimits(unpacked_bytes=250), "limit-unpacked-bytes", 2),
        (ReadingLimits(expansion_ratio=0, expansion_grace_bytes=150), "limit-expansion", 1),
    ],
)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_limits_are_named(kind: str, limits: ReadingLimits, code: str, taken: int) -> None:
    files: dict[str, bytes | tarfile.TarInfo] = {name: bytes([index]) * 100 for index, name in enumerate("abcd")}
    content = zip_of(cast("dict[str, bytes]", files)) if kind == "zip" else tar_of(files)
    items = read_all(reader_of(content), content, limits=limits)
    assert (codes(items), len(members(items))) == ([code], taken)


def test_links_devices_and_system_files_stay_inside() -> None:
    link = tarfile.TarInfo("link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device = tarfile.TarInfo("device")
    device.type = tarfile.CHRTYPE
    content = tar_of({"link": link, "device": device, "__MACOSX/._a": b"x", "b/Thumbs.db": b"x", "a": b"x"})
    items = read_all(reader_of(content), content)
    assert list(members(items)) == ["a"]
    assert codes(items) == ["member-not-a-file", "system-files-left-out"]


def test_a_symbolic_link_in_a_zip_is_no_file() -> None:
    entry = zipfile.ZipInfo("link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
        archive.writestr("a", "x")
    items = read_all(reader_of(held.getvalue()), held.getvalue())
    assert (list(members(items)), codes(items)) == (["a"], ["member-not-a-file"])


def test_one_broken_file_does_not_cost_the_others() -> None:
    content = zip_of({"a": b"first", "b": b"second", "c": b"third"}, zipfile.ZIP_STORED).replace(b"second", b"sEcond")
    items = read_all(reader_of(content), content)
    assert members(items) == {"a": b"first", "c": b"third"}
    (trouble,) = [item for item in items if isinstance(item, Problem)]
    assert (trouble.code, trouble.pointer) == ("member-unreadable", "b")


def test_a_problem_follows_at_once_where_a_large_file_breaks_off() -> None:
    large = random.Random(2).randbytes(5 * MEBIBYTE)
    broken = {f"small {number}": b"second" for number in range(120)} | {"large": large + b"second", "after": b"third"}
    content = zip_of(broken, zipfile.ZIP_STORED).replace(b"second", b"sEcond")
    items = read_all(reader_of(content), content)
    assert members(items) == {"after": b"third"}
    (at,) = [index for index, item in enumerate(items) if isinstance(item, MemberPart) and not item.is_last]
    following = items[at + 1]
    assert isinstance(following, Problem)
    assert (following.code, following.pointer) == ("member-unreadable", "large")
    assert codes(items).count("member-unreadable") == 102


def test_a_zip_cut_short_gives_what_is_left() -> None:
    whole = zip_of({"a": b"first" * 100, "b": random.Random(1).randbytes(5000)})
    items = read_all(reader_of(whole), whole[:3000])
    assert members(items) == {"a": b"first" * 100}
    assert "archive-cut-short" in codes(items)


@pytest.mark.parametrize("kind", ["tar", "tar.gz"])
def test_a_tar_cut_short_gives_what_is_left(kind: str) -> None:
    whole = tar_of({"a": b"first", "b": random.Random(1).randbytes(50_000)})
    content = whole[:20_000] if kind == "tar" else gzip.compress(whole)[:20_000]
    items = read_all(reader_of(content), content)
    assert members(items) == {"a": b"first"}
    assert codes(items) == ["archive-cut-short"]


def test_a_tar_with_a_broken_header_in_the_middle_says_so() -> None:
    whole = bytearray(tar_of({"a": b"first", "b": b"second", "c": b"third"}))
    whole[1024 + 148 : 1024 + 156] = b"rubbish!"
    items = read_all(reader_of(bytes(whole)), bytes(whole))
    assert (members(items), codes(items)) == ({"a": b"first"}, ["archive-cut-short"])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (gzip.compress(b"x" * 1000, mtime=0)[:-9], "archive-damaged"),
        (bz2.compress(b"x" * 1000)[:-9], "archive-damaged"),
        (lzma.compress(b"x" * 1000)[:-9], "archive-damaged"),
        (gzip.compress(b"x", mtime=0) + b"rubbish", "rubbish-at-end"),
        (zip_of({}), "archive-empty"),
        (b"7z\xbc\xaf\x27\x1c" + b"\1" * 100, "archive-damaged"),
        (b"Rar!\x1a\x07\x00", "archive-damaged"),
        (raw_zip([b"a"], flags=1), "archive-encrypted"),
    ],
)
def test_trouble_has_its_code(content: bytes, code: str) -> None:
    assert code in codes(read_all(reader_of(content), content))


def test_only_locked_files_are_left_out() -> None:
    content = shared_file("data/hostile/archive/libarchive/test_read_format_rar4_encrypted.rar").read_bytes()
    items = read_all(reader_of(content), content)
    assert sorted(members(items)) == ["a.txt", "c.txt"]
    assert codes(items) == ["member-encrypted", "member-encrypted"]


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("test_read_format_rar_unicode.rar", ["表だよ/新しいフォルダ/新規テキスト ドキュメント.txt"]),
        ("test_read_format_zip_filename_cp932.zip", ["表だよ/一覧表.txt", "表だよ/漢字.txt"]),
        ("test_read_format_cab_1.cab", ["empty", "dir1/file1", "dir2/file2"]),
        ("test_read_format_lha_lh7.lzh", ["file1", "file2"]),
        ("test_read_format_zip_xz_multi.zipx", ["bash.bashrc", "pacman.conf", "profile"]),
        ("test_read_format_ustar_filename_cp866.tar.Z", ["ПРИВЕТ", "привет"]),
        ("test_read_format_iso_2.iso.Z", ["test_read_format_iso_2.iso"]),
    ],
)
def test_archives_of_odd_programs(name: str, files: list[str]) -> None:
    found = unpacked(shared_file(f"data/hostile/archive/libarchive/{name}").read_bytes(), name)
    assert set(files) <= set(found)


@pytest.mark.parametrize("number", [1, 2, 8])
def test_volumes_of_an_archive_are_not_taken_for_the_whole(number: int) -> None:
    name = f"data/hostile/archive/libarchive/test_read_format_rar5_multiarchive.part0{number}.rar"
    content = shared_file(name).read_bytes()
    assert codes(read_all(reader_of(content), content)) == ["archive-in-volumes"]
    assert not is_rar_volume(b"Rar!\x1a\x07\x01\x00")
    assert not is_rar_volume(b"Rar!\x1a\x07\x00")


def test_without_the_system_library_only_its_archives_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "tenderlight.reading.archives.libarchive_session", None)
    monkeypatch.delattr("tenderlight.reading.archives.libarchive_session", raising=False)
    for content in (b"7z\xbc\xaf\x27\x1c" + bytes(100), b"\x28\xb5\x2f\xfd" + bytes(20)):
        assert codes(read_all(reader_of(content), content)) == ["archive-reader-missing"]
    assert unpacked(zip_of({"a": b"x"})) == {"a": b"x"}
    assert libarchive_session.Session is not None


@pytest.mark.parametrize(("names", "charset"), [([], "utf-8"), ([b"a.txt"], "utf-8"), ([b"\xff\xfe"], None)])
def test_names_always_have_some_character_set(names: list[bytes], charset: str | None) -> None:
    found = names_charset(names)
    assert b"\xff\xfe".decode(found, "replace") is not None
    assert charset in {None, found}
