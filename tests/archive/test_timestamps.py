"""A token holds for its checkpoint, from its authority, unchanged to the byte; and it bounds time from both sides."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.archive.custody import Act, CustodyLog, Detail, Entry, read_log
from tenderlight.archive.timestamps import (
    Bounds,
    bounds_of,
    check_stamps,
    check_token,
    clock_doubt,
    keep_token,
    request_for,
    stamp_of,
    stamps_of,
)
from tenderlight.errors import CustodyLogDamaged, NotVerified
from tests.archive.made_authority import OPENSSL, Authority, make_authority
from tests.memory_disk import memory_folder

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="needs openssl")


@pytest.fixture(scope="module")
def authority() -> Iterator[Authority]:
    with memory_folder() as folder:
        yield make_authority(folder / "one")


@pytest.fixture(scope="module")
def other() -> Iterator[Authority]:
    with memory_folder() as folder:
        yield make_authority(folder / "two")


@pytest.fixture
def case(tmp_path: Path, authority: Authority) -> Path:
    """A log with a stamped checkpoint: of 3 entries, the stamp in entry 3, more after it."""
    log = CustodyLog(tmp_path, by="tenderlight/1", begin={"case": "01"})
    for number in range(2):
        log.append(Act.INGEST, object=f"{number:064x}", path="x")
    log.commit()
    log.checkpoint(origin="tenderlight-case/01")
    token = authority.stamp(request_for((tmp_path / "checkpoints" / "00000003").read_bytes()))
    said = keep_token(tmp_path, entries=3, token=token, authority=authority.certificates)
    log.append(Act.STAMP, **said)
    log.append(Act.INGEST, object="ab" * 32, path="y")
    log.commit()
    log.close()
    return tmp_path


def stamps(case: Path) -> list[Entry]:
    return [entry for entry, _ in read_log(case)]


def faults(case: Path, trusted: bytes | None = None) -> list[str]:
    found = check_stamps(case / "checkpoints", stamps_of(stamps(case)), trusted=trusted)
    return [fault.message for fault in found]


def test_a_token_of_the_authority_holds_here_and_for_openssl(case: Path, authority: Authority) -> None:
    assert faults(case) == []
    assert faults(case, authority.certificates) == []
    (stamp,) = stamps_of(stamps(case))
    assert stamp.authority == "CN=Authority of the tests"
    assert (stamp.seq, stamp.entries) == (3, 3)
    folder = case / "checkpoints"
    assert authority.verify(folder / stamp.token, folder / stamp.checkpoint)
    assert not authority.verify(folder / stamp.token, folder / stamp.authority_file)


def test_another_authority_is_not_believed(case: Path, other: Authority) -> None:
    (fault,) = faults(case, other.certificates)
    assert "does not hold" in fault
    with pytest.raises(NotVerified):
        check_token(other.stamp(request_for(b"words")), b"other words", other.certificates)
    for authority in (b"", b"no certificate", other.certificates[:200]):
        with pytest.raises(NotVerified):
            check_token(other.stamp(request_for(b"words")), b"words", authority)


def test_every_flipped_bit_of_a_token_is_found(case: Path) -> None:
    """Bits that nobody signed, too: the log has the SHA-256."""
    (path,) = (case / "checkpoints").glob("*.tsr")
    whole = path.read_bytes()
    choose = random.Random(3161)
    for _ in range(60):
        content = bytearray(whole)
        content[choose.randrange(len(whole))] ^= 1 << choose.randrange(8)
        path.write_bytes(content)
        assert len(faults(case)) == 1
    path.write_bytes(whole)
    assert faults(case) == []


@pytest.mark.parametrize("name", ["*.tsr", "*.pem", "00000003"])
def test_what_is_missing_is_told(case: Path, name: str) -> None:
    (path,) = (case / "checkpoints").glob(name)
    path.unlink()
    assert len(faults(case)) == 1


@pytest.mark.parametrize("token", [b"", b"0", b"\x30\x03\x02\x01\x00", b"\x30" * 5_000, b"x" * (1 << 20 | 1)])
def test_what_is_no_token_is_refused_and_not_kept(case: Path, authority: Authority, token: bytes) -> None:
    before = sorted((case / "checkpoints").iterdir())
    with pytest.raises(NotVerified):
        keep_token(case, entries=3, token=token, authority=authority.certificates)
    with pytest.raises(CustodyLogDamaged):
        keep_token(case, entries=4, token=token, authority=authority.certificates)
    assert sorted((case / "checkpoints").iterdir()) == before


def test_time_is_bounded_from_both_sides(case: Path) -> None:
    told = stamps_of(stamps(case))
    at = told[0].said_at
    assert [bounds_of(seq, told) for seq in range(5)] == [
        *[Bounds(after="", before=at)] * 3,
        Bounds(after="", before=""),
        Bounds(after=at, before=""),
    ]
    assert [clock_doubt(entry, bounds_of(entry.seq, told)) for entry in stamps(case)] == [None] * 5


@pytest.mark.parametrize(
    ("time", "bounds", "is_doubtful"),
    [
        ("2026-01-01T12:00:00.000Z", Bounds(after="2026-01-01T12:04:00Z", before=""), False),
        ("2026-01-01T12:00:00.000Z", Bounds(after="2026-01-01T12:06:00Z", before=""), True),
        ("2026-01-01T12:00:00.000Z", Bounds(after="", before="2026-01-01T11:56:00Z"), False),
        ("2026-01-01T12:00:00.000Z", Bounds(after="", before="2026-01-01T11:54:00Z"), True),
        ("2026-01-01T12:00:00.000Z", Bounds(after="2026-01-01T11:00:00Z", before="2026-01-01T13:00:00Z"), False),
        ("yesterday", Bounds(after="2026-01-01T11:00:00Z", before=""), True),
    ],
)
def test_a_clock_that_was_wrong_is_told(time: str, bounds: Bounds, is_doubtful: bool) -> None:
    entry = Entry(seq=7, time=time, act=Act.INGEST, by="", nonce="")
    assert (clock_doubt(entry, bounds) is not None) == is_doubtful


@pytest.mark.parametrize("name", ["token_sha256", "authority_sha256"])
def test_a_stamp_cannot_lead_to_another_folder(name: str) -> None:
    sums: dict[str, Detail] = {"token_sha256": "ab" * 32, "authority_sha256": "cd" * 32, name: "../../x" + "a" * 57}
    details: dict[str, Detail] = {"said_at": "x", "authority": "x", "checkpoint": 3, **sums}
    with pytest.raises(ValueError, match=name):
        stamp_of(Entry(seq=5, time="", act=Act.STAMP, by="", nonce="", details=details))


@pytest.mark.parametrize("lacking", ["said_at", "authority", "token_sha256", "authority_sha256", "checkpoint"])
def test_an_entry_that_lacks_something_is_no_stamp(lacking: str) -> None:
    sums: dict[str, Detail] = {"token_sha256": "ab" * 32, "authority_sha256": "cd" * 32}
    whole: dict[str, Detail] = {"said_at": "x", "authority": "x", "checkpoint": 3, **sums}
    assert stamp_of(Entry(seq=5, time="", act=Act.STAMP, by="", nonce="", details=whole)).entries == 3
    details: dict[str, Detail] = {key: value for key, value in whole.items() if key != lacking}
    with pytest.raises(ValueError, match="a time stamp"):
        stamp_of(Entry(seq=5, time="", act=Act.STAMP, by="", nonce="", details=details))
