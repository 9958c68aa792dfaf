"""The log is append-only, survives a torn end, and shows every change of its past."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tenderlight.archive import custody
from tenderlight.archive.checking import check_log, notes_on_log
from tenderlight.archive.checkpoints import Checkpoint, read_checkpoint, write_checkpoint
from tenderlight.archive.custody import Act, CustodyLog, Entry, Position, read_entry, read_log
from tenderlight.archive.storage import WriterLock
from tenderlight.errors import CaseInUse, CustodyLogDamaged, StorageFull

ORIGIN = "tenderlight-case/0123"
START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that goes by itself, and can be set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


CLOCK = Clock()
NOTHING = Position()


def open_log(folder: Path, *, acknowledged: Position = NOTHING, clock: Clock = CLOCK) -> CustodyLog:
    return CustodyLog(folder, by="tenderlight/1", begin={"case": "0123"}, acknowledged=acknowledged, now=clock)


def write_log(folder: Path, *, entries: int = 20, every: int = 8) -> None:
    """Write a log with a checkpoint every so many entries, and some entries after the last."""
    log = open_log(folder)
    for number in range(1, entries):
        log.append(Act.INGEST, object=f"{number:064x}", size_bytes=number, path=f"采购/{number}.pdf")
        log.commit()
        if (number + 1) % every == 0:
            log.checkpoint(origin=ORIGIN)
    log.close()


def entries_of(folder: Path) -> list[Entry]:
    return [entry for entry, _ in read_log(folder)]


def test_an_entry_is_one_line_of_sorted_json(tmp_path: Path) -> None:
    log = open_log(tmp_path, clock=Clock())
    log.append(Act.INGEST, object="ab" * 32, size_bytes=7, path="采购\n公告.pdf")
    log.commit()
    line = (tmp_path / "custody.jsonl").read_bytes().splitlines()[1]
    found = json.loads(line)
    nonce = found["nonce"]
    assert len(bytes.fromhex(nonce)) == 16
    assert line.decode() == (
        f'{{"act":"ingest","by":"tenderlight/1","nonce":"{nonce}","object":"{"ab" * 32}",'
        '"path":"采购\\n公告.pdf","seq":1,"size_bytes":7,"t":"2026-11-22T12:00:00.002Z"}'
    )


def test_nothing_is_in_the_log_before_it_is_committed(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    log.append(Act.INGEST, object="ab" * 32)
    assert [entry.act for entry in entries_of(tmp_path)] == ["begin"]
    position = log.commit()
    assert position == log.position == Position(entries=2, size_bytes=(tmp_path / "custody.jsonl").stat().st_size)
    log.append(Act.INGEST, object="cd" * 32)
    log.discard()
    log.close()
    assert [entry.seq for entry in entries_of(tmp_path)] == [0, 1]


def test_a_log_is_gone_on_with(tmp_path: Path) -> None:
    write_log(tmp_path)
    log = open_log(tmp_path)
    log.append(Act.INGEST, object="ef" * 32)
    log.commit()
    log.checkpoint(origin=ORIGIN)
    log.close()
    assert [entry.seq for entry in entries_of(tmp_path)] == list(range(21))
    check = check_log(tmp_path)
    assert (check.entries, check.checkpoints, check.pinned_entries, check.torn) == (21, 3, 21, ())


def test_a_clock_set_back_is_an_entry_and_no_new_order(tmp_path: Path) -> None:
    clock = Clock()
    log = open_log(tmp_path, clock=clock)
    log.append(Act.INGEST, object="a")
    clock.now -= timedelta(days=30)
    log.append(Act.INGEST, object="b")
    log.append(Act.INGEST, object="c")
    log.commit()
    log.close()
    clock.now -= timedelta(days=30)
    log = open_log(tmp_path, clock=clock)
    log.append(Act.INGEST, object="d")
    log.commit()
    found = entries_of(tmp_path)
    assert [entry.act for entry in found] == ["begin", "ingest", "clock", "ingest", "ingest", "clock", "ingest"]
    assert found[2].details["before"] == found[1].time
    assert [entry.seq for entry in found] == list(range(7))
    checked = check_log(tmp_path)
    assert [seq for seq, _, _ in checked.set_back] == [2, 5]
    told = list(notes_on_log(tmp_path, checked))
    assert told[0] == f"The clock was set back at entry 2, from {found[1].time} to {found[2].time}."
    assert told[-1] == "No checkpoint covers the last 7 entries of the log yet."


def test_an_earlier_time_that_no_entry_explains_is_damage(tmp_path: Path) -> None:
    write_log(tmp_path, entries=4)
    path = tmp_path / "custody.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    entry = read_entry(lines[2], seq=2)
    lines[2] = replace(entry, time="2020-01-01T00:00:00.000Z").line() + b"\n"
    path.write_bytes(b"".join(lines))
    with pytest.raises(CustodyLogDamaged, match="Entry 2 of the log is earlier"):
        check_log(tmp_path)


@pytest.mark.parametrize("torn", [b"{", b'{"act":"ing', b"\x00" * 50, b"\x00\n", b"{}\n", b'{"seq":20}\n{"seq":21}\n'])
@pytest.mark.parametrize("entries", [0, 20])
def test_a_torn_end_is_set_aside_and_never_lost(tmp_path: Path, torn: bytes, entries: int) -> None:
    if entries:
        write_log(tmp_path, entries=entries)
    path = tmp_path / "custody.jsonl"
    whole = path.read_bytes() if entries else b""
    path.write_bytes(whole + torn)
    with pytest.raises(CustodyLogDamaged):
        check_log(tmp_path)
    log = open_log(tmp_path)
    log.append(Act.INGEST, object="after")
    log.commit()
    log.close()
    found = entries_of(tmp_path)
    said = found[entries or 1]
    assert said.act == "torn"
    assert (tmp_path / str(said.details["torn"])).read_bytes() == torn
    assert said.details["torn_sha256"] == hashlib.sha256(torn).hexdigest()
    assert path.read_bytes().startswith(whole)
    assert [entry.seq for entry in found] == list(range(len(found)))
    assert check_log(tmp_path).torn == (said.details["torn"],)


def test_a_torn_end_never_overwrites_an_earlier_one(tmp_path: Path) -> None:
    write_log(tmp_path)
    (tmp_path / "custody.torn-20").write_bytes(b"an earlier one, set aside before a second crash")
    with (tmp_path / "custody.jsonl").open("ab") as log:
        log.write(b"{half")
    open_log(tmp_path).close()
    assert (tmp_path / "custody.torn-20").read_bytes().startswith(b"an earlier")
    assert (tmp_path / "custody.torn-21").read_bytes() == b"{half"


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def lose_a_line(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    return b"".join(lines[:3] + lines[4:])


def swap_lines(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    return b"".join([*lines[:3], lines[4], lines[3], *lines[5:]])


def flip_a_bit(content: bytes) -> bytes:
    place = content.index(b"3.pdf")
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def add_a_space(content: bytes) -> bytes:
    return content.replace(b'"seq":3', b'"seq": 3')


def renumber(content: bytes) -> bytes:
    return content.replace(b'"seq":3,', b'"seq":3.0,')


def nest(content: bytes) -> bytes:
    return content.replace(b'"size_bytes":3,', b'"size_bytes":[3],')


@pytest.mark.parametrize("tamper", [cut, lose_a_line, swap_lines, flip_a_bit, add_a_space, renumber, nest])
def test_a_change_of_the_past_is_found(tmp_path: Path, tamper: object) -> None:
    assert callable(tamper)
    write_log(tmp_path)
    path = tmp_path / "custody.jsonl"
    path.write_bytes(tamper(path.read_bytes()))
    with pytest.raises(CustodyLogDamaged):
        check_log(tmp_path)


def test_a_log_rewritten_whole_is_found_by_an_old_checkpoint(tmp_path: Path) -> None:
    write_log(tmp_path / "one")
    write_log(tmp_path / "other", entries=30)  # the same entries, but for their nonces
    (tmp_path / "other" / "checkpoints" / "00000008").write_bytes(
        (tmp_path / "one" / "checkpoints" / "00000008").read_bytes()
    )
    with pytest.raises(CustodyLogDamaged, match="not those of the checkpoint"):
        check_log(tmp_path / "other")


def test_a_log_is_not_gone_on_with_if_what_was_acknowledged_is_gone(tmp_path: Path) -> None:
    write_log(tmp_path)
    path = tmp_path / "custody.jsonl"
    content = path.read_bytes()
    known = Position(entries=20, size_bytes=len(content))
    path.write_bytes(content[:-10])
    with pytest.raises(CustodyLogDamaged, match="end is missing"):
        open_log(tmp_path, acknowledged=known)
    path.write_bytes(content[:-10] + b"x" * 10)
    with pytest.raises(CustodyLogDamaged, match="Entry 19"):
        open_log(tmp_path, acknowledged=known)


def test_a_checkpoint_alone_pins_what_stands_before_it(tmp_path: Path) -> None:
    write_log(tmp_path)
    path = tmp_path / "custody.jsonl"
    path.write_bytes(path.read_bytes()[:1_000])
    with pytest.raises(CustodyLogDamaged, match="end is missing"):
        open_log(tmp_path)


def test_a_checkpoint_can_be_checked_with_head_and_sha256sum(tmp_path: Path) -> None:
    write_log(tmp_path)
    origin, entries, _, extension, *rest = (tmp_path / "checkpoints" / "00000016").read_text().split("\n")
    assert (origin, entries, rest) == (ORIGIN, "16", [""])
    word, size, kind, digest = extension.split(" ")
    assert (word, kind) == ("bytes", "sha256")
    script = f"head -c {int(size)} custody.jsonl | sha256sum"
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == digest


def test_a_signed_checkpoint_reads_as_the_same(tmp_path: Path) -> None:
    write_log(tmp_path)
    path = tmp_path / "checkpoints" / "00000016"
    unsigned = read_checkpoint(path)
    path.chmod(0o600)
    path.write_text(path.read_text() + "\n— newsroom.example+1f2e3d4c AAAA\n", "utf-8")
    assert read_checkpoint(path) == unsigned
    check_log(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "x", "o\n1\n\nbytes 1 sha256 x\n", "o\n01\n" + "A" * 43 + "=\nbytes 1 sha256 " + "a" * 64 + "\n", "\udcff"],
)
def test_what_is_no_checkpoint_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "00000001"
    path.write_bytes(text.encode("utf-8", errors="surrogateescape"))
    with pytest.raises(CustodyLogDamaged):
        read_checkpoint(path)


def test_a_checkpoint_is_read_as_it_was_written(tmp_path: Path) -> None:
    checkpoint = Checkpoint(origin=ORIGIN, entries=3, size_bytes=99, root=bytes(range(32)), sha256="ab" * 32)
    for folder in ("checkpoints", "tmp"):
        (tmp_path / folder).mkdir()
    assert read_checkpoint(write_checkpoint(tmp_path, checkpoint)) == checkpoint


def test_nothing_new_makes_no_checkpoint(tmp_path: Path) -> None:
    write_log(tmp_path, entries=8)
    log = open_log(tmp_path)
    assert log.checkpoint(origin=ORIGIN) is None
    log.close()
    assert len(list((tmp_path / "checkpoints").iterdir())) == 1


def test_a_full_disk_leaves_the_log_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_log(tmp_path)
    before = (tmp_path / "custody.jsonl").read_bytes()
    log = open_log(tmp_path)
    log.append(Act.INGEST, object="ab" * 32, path="x" * 1_000)

    def fill(descriptor: int, content: bytes) -> None:
        os.write(descriptor, content[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(custody, "write_all", fill)
        with pytest.raises(StorageFull):
            log.commit()
    assert (tmp_path / "custody.jsonl").read_bytes() == before
    log.append(Act.INGEST, object="cd" * 32)
    assert log.commit().entries == 21
    log.close()
    assert entries_of(tmp_path)[-1].details["object"] == "cd" * 32


@pytest.mark.parametrize("path", ["half a pair: \ud800", "x" * (1 << 20)])
def test_an_entry_that_could_not_be_read_back_is_not_written(tmp_path: Path, path: str) -> None:
    log = open_log(tmp_path)
    with pytest.raises(ValueError, match=r"surrogates|an entry of"):
        log.append(Act.INGEST, path=path)
    assert log.noted == 0


@pytest.mark.parametrize("line", [b"", b"{}\n", b"[]\n", b"7\n", b"null\n", b"\xff\n", b"[" * 99_999 + b"\n"])
def test_a_line_that_is_no_entry_is_refused(line: bytes) -> None:
    with pytest.raises((ValueError, RecursionError)):
        read_entry(line, seq=0)


def test_one_process_writes_at_a_time(tmp_path: Path) -> None:
    first = WriterLock(tmp_path)
    with pytest.raises(CaseInUse) as raised:
        WriterLock(tmp_path)
    assert str(tmp_path) in raised.value.what_to_do()
    first.free()
    WriterLock(tmp_path).free()
