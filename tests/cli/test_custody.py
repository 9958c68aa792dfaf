"""`tenderlight custody`, from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tenderlight.archive.checking import check_log
from tenderlight.archive.keys import PLACE, own_key
from tenderlight.cli.custody import command
from tenderlight.cli.verify import command as verify
from tenderlight.errors import FetchFailed, FetchRefused, KeyNotUsable, NoSuchCase, NotVerified
from tests.archive.made_authority import OPENSSL, make_authority
from tests.cases.small_job import BOX, do_job, make_sources
from tests.memory_disk import memory_folder
from tests.sources.listener import Listener


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with memory_folder() as place:
        monkeypatch.setenv(PLACE, str(place / "keys"))
        do_job(place / "case", make_sources(place / "sources", files=1))
        yield place


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words], catch_exceptions=False)


def test_the_key_is_printed_and_its_place_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = own_key()
    assert key is not None
    assert run("key").stdout == f"{key.digits}\n"
    assert str(folder / "keys" / "signing-key.pem") in run("key").stderr
    assert run("key", "--pem").stdout.startswith("-----BEGIN PUBLIC KEY-----\n")
    monkeypatch.setenv(PLACE, "/dev/null/keys")
    with pytest.raises(KeyNotUsable):
        run("key")


def test_a_checkpoint_given_away_shows_a_log_written_anew(folder: Path) -> None:
    case, kept = folder / "case", folder / "kept"
    kept.write_text(run("checkpoint", case).stdout, "utf-8")
    assert kept.read_text("utf-8").startswith("tenderlight-case/")
    done = CliRunner().invoke(verify, [str(case), "--checkpoint", str(kept)], catch_exceptions=False)
    assert "All holds" in done.stdout


def test_a_new_key_signs_the_next_checkpoint(folder: Path) -> None:
    old = own_key()
    assert old is not None
    new = run("rotate").stdout.strip()
    assert new != old.digits
    run("checkpoint", folder / "case")
    do_job(folder / "case", make_sources(folder / "more", files=2))
    keys = check_log(folder / "case").keys
    assert [key.public.hex() for key in keys if key.public] == [old.digits, new]
    assert all(key.is_confirmed for key in keys)


@pytest.mark.skipif(OPENSSL is None, reason="needs openssl")
def test_an_authority_is_asked_over_the_network(folder: Path) -> None:
    case, authority = folder / "case", make_authority(folder / "authority")
    root = folder / "authority" / "root.pem"

    def stamped(said: bytes) -> bytes:
        head, _, request = said.partition(b"\r\n\r\n")
        assert head.startswith(b"POST /tsa HTTP/1.1\r\n")
        assert b"application/timestamp-query" in head
        answer = authority.stamp(request)
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(answer), answer)

    with Listener(answer=stamped) as listener:
        said = run("ask", case, f"http://127.0.0.1:{listener.port}/tsa", "--authority", root).stdout
    assert "by CN=Authority of the tests, on the first" in said
    assert len(check_log(case).stamps) == 1
    with Listener(answer=b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n") as listener, pytest.raises(FetchFailed):
        run("ask", case, f"http://127.0.0.1:{listener.port}/tsa", "--authority", root)
    for refused in ("http://169.254.169.254/", "file:///etc/passwd", "http://0x7f.1/"):
        with pytest.raises(FetchRefused):
            run("ask", case, refused, "--authority", root)
    assert len(check_log(case).stamps) == 1


@pytest.mark.skipif(OPENSSL is None, reason="needs openssl")
def test_a_time_stamp_is_asked_for_and_taken_in(folder: Path) -> None:
    case, authority = folder / "case", make_authority(folder / "authority")
    asked, answer = folder / "request.tsq", folder / "answer.tsr"
    assert run("request", case, "-o", asked).stdout == f"{asked}\n"
    answer.write_bytes(authority.stamp(asked.read_bytes()))
    said = run("stamp", case, answer, "--authority", folder / "authority" / "root.pem").stdout
    assert "by CN=Authority of the tests, on the first" in said
    (stamp,) = check_log(case).stamps
    assert stamp.entries < stamp.seq + 1 <= check_log(case).pinned_entries
    done = CliRunner().invoke(
        verify, [str(case), "--authority", str(folder / "authority" / "root.pem")], catch_exceptions=False
    )
    assert "All holds" in done.stdout
    other = make_authority(folder / "other")
    answer.write_bytes(other.stamp(asked.read_bytes()))
    with pytest.raises(NotVerified):
        run("stamp", case, answer, "--authority", folder / "authority" / "root.pem")
    answer.write_bytes(b"no answer")
    with pytest.raises(NotVerified, match="no answer"):
        run("stamp", case, answer, "--authority", folder / "authority" / "root.pem")
    assert len(check_log(case).stamps) == 1


def test_an_original_is_erased(folder: Path) -> None:
    case = folder / "case"
    files = [path for path in (case / "objects").rglob("*") if path.is_file()]
    (archive,) = (path.name for path in files if path.read_bytes().startswith(BOX))
    done = run("erase", case, archive, "--by", "R. Osei", "--because", "court order 12/2026")
    assert done.stdout.splitlines()[0] == archive
    assert len(done.stdout.splitlines()) == 3, "with the two files that lie in it alone"
    assert "All holds" in CliRunner().invoke(verify, [str(case)]).stdout


def test_no_case_is_made_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase):
        run("checkpoint", tmp_path)
    assert list(tmp_path.iterdir()) == []
