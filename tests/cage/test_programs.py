"""A whole program behind walls: what it sees, what it may write, whom it may call."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from tenderlight.cage import WalledProgram, behind_walls, bubblewrap, open_call_filter
from tests.pipeline.made_converter import needs_walls


def run(*command: str, readable: tuple[str, ...] = (), scratch_bytes: int = 8 * 1024 * 1024) -> str:
    """Run a program behind walls and return what it printed."""
    needs_walls()
    walls = bubblewrap()
    assert walls is not None
    call_filter = open_call_filter()
    assert call_filter is not None
    try:
        done = subprocess.run(
            behind_walls(
                WalledProgram(command=command, readable=readable, scratch_bytes=scratch_bytes),
                bubblewrap=walls,
                call_filter=call_filter,
            ),
            pass_fds=(call_filter,),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        os.close(call_filter)
    return done.stdout + done.stderr


def python(program: str) -> str:
    """Run a few lines of Python behind walls."""
    if not Path("/usr/bin/python3").exists():
        pytest.skip("no Python among the system's programs")
    return run("/usr/bin/python3", "-I", "-c", program)


def test_it_sees_the_system_and_what_it_is_given_and_nothing_of_the_user(tmp_path: Path) -> None:
    given, kept = tmp_path / "given", tmp_path / "kept"
    given.mkdir()
    kept.mkdir()
    (given / "file").write_text("shown", "utf-8")
    said = run("/bin/sh", "-c", f"cat {given}/file; ls {tmp_path}; ls /; ls /etc /home /root", readable=(str(given),))
    assert said.startswith("shown")
    assert "kept" not in said
    assert "passwd" not in said
    assert "usr" in said


def test_it_may_write_to_its_own_folder_only_and_only_so_much(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("as it was", "utf-8")
    said = run(
        "/bin/sh",
        "-c",
        f"echo new > {tmp_path}/file; echo new > /usr/new; echo new > /new; echo mine > mine && cat mine; "
        "head -c 20000000 /dev/zero > large; wc -c < large",
        readable=(str(tmp_path),),
    )
    assert said.startswith("mine")
    assert (tmp_path / "file").read_text("utf-8") == "as it was"
    assert int(said.split()[1]) <= 8 * 1024 * 1024


def test_it_calls_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.5)
        port = canary.getsockname()[1]
        said = python(f"import socket; socket.create_connection(('127.0.0.1', {port}), timeout=5)")
        assert "Error" in said
        with pytest.raises(TimeoutError):
            canary.accept()


def test_it_inherits_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENDERLIGHT_SECRET", "5871")
    said = run("/usr/bin/env")
    assert "5871" not in said
    assert "HOME=/tmp" in said


def test_it_sees_no_other_process() -> None:
    assert {name for name in run("/bin/ls", "/proc").split() if name.isdigit()} <= {"1", "2", "3"}


def test_calls_that_no_program_needs_are_refused() -> None:
    said = python(
        "import ctypes\nlibrary = ctypes.CDLL(None, use_errno=True)\n"
        "for call in (lambda: library.ptrace(0, 0, 0, 0), lambda: library.unshare(0x10000000)):\n"
        "    print(call(), ctypes.get_errno())"
    )
    assert said.split() == ["-1", "1", "-1", "1"]


def test_without_bubblewrap_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("bwrap") is None
    assert bubblewrap() is None
