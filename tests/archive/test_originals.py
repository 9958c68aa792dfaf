"""Originals are kept byte for byte under their SHA-256, or not at all."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tenderlight.archive import originals as module
from tenderlight.archive import storage
from tenderlight.archive.originals import Kept, Originals
from tenderlight.archive.shelf import Shelf
from tenderlight.errors import ArchiveDamaged, StorageFull
from tenderlight.model.problem import Problem


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    case = tmp_path / "case"
    case.mkdir()
    shelf = Shelf(case)
    shelf.clean()
    return shelf


@pytest.fixture
def archive(shelf: Shelf) -> Originals:
    return Originals(shelf.folder, shelf)


def left_over(shelf: Shelf) -> list[str]:
    return [path.name for path in (shelf.folder / "tmp").iterdir()]


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("size", [0, 1, 4096, (8 << 20) - 1, 8 << 20, (8 << 20) + 1, (9 << 20) + 7])
def test_a_file_is_kept_byte_for_byte_under_its_hash(
    archive: Originals, shelf: Shelf, tmp_path: Path, size: int
) -> None:
    content = os.urandom(1024) * (size // 1024) + os.urandom(size % 1024)
    file = tmp_path / "招标.pdf"
    file.write_bytes(content)
    kept = archive.keep_file(file)
    assert isinstance(kept, Kept)
    assert (kept.sha256, kept.size_bytes, kept.is_new) == (sha256(content), size, True)
    for _ in ("waiting for the disk", "on the disk"):
        with archive.open(kept.sha256) as original:
            assert original.read() == content
        shelf.sync()
    final = shelf.folder / "objects" / kept.sha256[:2] / kept.sha256
    assert final.read_bytes() == content
    assert stat.S_IMODE(final.stat().st_mode) == 0o440
    assert left_over(shelf) == []
    assert list(archive.all()) == [kept.sha256]
    archive.check(kept.sha256)


def test_the_same_bytes_are_kept_once(archive: Originals, shelf: Shelf) -> None:
    first = archive.keep_stream(io.BytesIO(b"same"))
    waiting = archive.keep_stream(io.BytesIO(b"same"))
    shelf.sync()
    later = archive.keep_stream(io.BytesIO(b"same"))
    assert (first.is_new, waiting.is_new, later.is_new) == (True, False, False)
    shelf.sync()
    assert list(archive.all()) == [first.sha256]
    assert left_over(shelf) == []


def test_an_original_may_arrive_in_pieces(archive: Originals, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IN_MEMORY_BYTES", 10)
    with archive.writer() as writer:
        for piece in (b"abc", b"", b"defghijkl", memoryview(b"mno")):
            writer.add(piece)
        kept = writer.finish()
    assert kept.sha256 == sha256(b"abcdefghijklmno")
    with archive.open(kept.sha256) as original:
        assert original.read() == b"abcdefghijklmno"


def test_what_is_not_finished_is_not_kept(archive: Originals, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IN_MEMORY_BYTES", 2)

    def break_off() -> None:
        with archive.writer() as writer:
            writer.add(b"half of ")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    shelf.sync()
    assert list(archive.all()) == left_over(shelf) == []


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def make_link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_nothing(path: Path) -> None:
    """Leave the place empty."""


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (make_pipe, "not-a-regular-file"),
        (make_socket, "not-a-regular-file"),
        (make_link_to_device, "not-a-regular-file"),
        (Path.mkdir, "not-a-regular-file"),
        (make_nothing, "no-such-file"),
    ],
)
def test_what_is_no_file_is_a_problem_and_is_not_waited_for(
    archive: Originals, tmp_path: Path, make: Callable[[Path], None], code: str
) -> None:
    place = tmp_path / "x"
    make(place)
    kept = archive.keep_file(place)
    assert isinstance(kept, Problem)
    assert kept.code == code


def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(
    archive: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe, file = tmp_path / "pipe", tmp_path / "file"
    os.mkfifo(pipe)
    file.write_bytes(b"x")
    looked_at = file.stat()
    monkeypatch.setattr(Path, "stat", lambda _path: looked_at)
    kept = archive.keep_file(pipe)
    assert isinstance(kept, Problem)
    assert kept.code == "not-a-regular-file"


def test_a_file_without_permission_is_a_problem(
    archive: Originals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"x")
    real_open = os.open

    def forbid(path: Path, flags: int, mode: int = 0o777) -> int:
        if path == file:  # root may open anything, so the refusal is played
            raise PermissionError(errno.EACCES, "Permission denied")
        return real_open(path, flags, mode)

    monkeypatch.setattr(os, "open", forbid)
    kept = archive.keep_file(file)
    assert isinstance(kept, Problem)
    assert (kept.code, "Permission denied" in kept.message) == ("file-not-readable", True)


@pytest.mark.parametrize("name", ["/proc/self/mem", "zero\0byte", "x" * 300])
def test_a_file_that_cannot_be_read_is_a_problem(archive: Originals, shelf: Shelf, tmp_path: Path, name: str) -> None:
    kept = archive.keep_file(tmp_path / name)
    assert isinstance(kept, Problem)
    assert kept.code == "file-not-readable"
    assert left_over(shelf) == []


@pytest.mark.parametrize(("changes", "is_kept"), [(1, True), (2, False)])
def test_a_file_that_changes_is_copied_again_once(
    archive: Originals, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: int, is_kept: bool
) -> None:
    file = tmp_path / "growing.log"
    file.write_bytes(b"first\n")
    real_read = module._read
    left = [changes]

    def read_while_it_grows(source: io.FileIO) -> bytes:
        piece = real_read(source)
        if source.tell() == len(piece) > 0 and left[0]:  # once in each attempt
            left[0] -= 1
            with file.open("ab") as growing:
                growing.write(b"more\n")
        return piece

    monkeypatch.setattr(module, "_read", read_while_it_grows)
    kept = archive.keep_file(file)
    if is_kept:
        assert isinstance(kept, Kept)
        assert kept.sha256 == sha256(b"first\nmore\n")
    else:
        assert isinstance(kept, Problem)
        assert kept.code == "file-changed-while-read"
    shelf.sync()
    assert len(list(archive.all())) == is_kept
    assert left_over(shelf) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
@pytest.mark.parametrize("in_memory", [0, 1 << 20])
def test_a_full_disk_leaves_nothing_half_written(
    archive: Originals, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, code: int, in_memory: int
) -> None:
    monkeypatch.setattr(module, "IN_MEMORY_BYTES", in_memory)

    def fill(descriptor: int, content: memoryview) -> None:
        os.write(descriptor, content[: len(content) // 2])
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as full:
        full.setattr("tenderlight.archive.shelf.write_all", fill)
        with pytest.raises(StorageFull) as raised:
            archive.keep_stream(io.BytesIO(b"too much"))
    assert str(shelf.folder) in raised.value.what_to_do()
    assert left_over(shelf) == list(archive.all()) == []
    assert archive.keep_stream(io.BytesIO(b"too much")).is_new


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: real_write(descriptor, content[:3]))
    descriptor = os.open(tmp_path / "x", os.O_WRONLY | os.O_CREAT)
    storage.write_all(descriptor, b"0123456789")
    os.close(descriptor)
    assert (tmp_path / "x").read_bytes() == b"0123456789"


def test_a_changed_or_missing_original_is_damage(archive: Originals, shelf: Shelf) -> None:
    kept = archive.keep_stream(io.BytesIO(b"contract"))
    shelf.sync()
    path = archive.path(kept.sha256)
    path.chmod(0o600)
    path.write_bytes(b"Contract")
    with pytest.raises(ArchiveDamaged) as raised:
        archive.check(kept.sha256)
    assert str(path) in raised.value.what_to_do()
    path.write_bytes(b"contract, and more")
    with pytest.raises(ArchiveDamaged):  # never taken for the same original
        archive.keep_stream(io.BytesIO(b"contract"))
    path.unlink()
    with pytest.raises(ArchiveDamaged, match="missing"):
        archive.open(kept.sha256)


@pytest.mark.parametrize("name", ["", "abc", "../../etc/passwd", "A" * 64, "g" * 64, "a" * 64 + "\n"])
def test_a_name_that_is_no_hash_is_refused(archive: Originals, name: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        archive.open(name)


def test_what_a_killed_run_left_is_cleaned_up(shelf: Shelf) -> None:
    shelf.new_file().write(b"half")
    assert left_over(shelf)
    Shelf(shelf.folder).clean()
    assert left_over(shelf) == []


@pytest.mark.parametrize("count", [2, 9])
def test_names_are_given_after_the_content_is_on_the_disk(
    archive: Originals, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Few files are forced to the disk one by one, many by one call; names follow, then the folders that hold them."""
    order: list[str] = []
    real_rename, real_fsync = os.rename, os.fsync

    def rename(source: Path, target: Path) -> None:
        order.append("rename")
        real_rename(source, target)

    def fsync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real_fsync(descriptor)

    def sync_all(_folder: Path) -> None:
        order.append("all")

    for number in range(count):
        archive.keep_stream(io.BytesIO(b"%d" % number))
    for folder in range(256):
        (shelf.folder / "objects" / f"{folder:02x}").mkdir(parents=True)
    monkeypatch.setattr(os, "rename", rename)
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr("tenderlight.archive.shelf._sync_file_system", sync_all)
    shelf.sync()
    if count == 2:
        assert order == ["file", "file", "rename", "rename", "folder", "folder"]
    else:
        assert order == ["all", *["rename"] * 9, "all"]
