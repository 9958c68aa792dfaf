"""A PostgreSQL server of the tests' own, in a temporary folder and reached by a socket there; no network."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tenderlight.archive.store_place import StorePlace
from tenderlight.cases.places import Server

PROGRAMS = Path("/usr/lib/postgresql")
USER = "tenderlight"
START_SECONDS = 30.0
_SETTINGS = {
    "listen_addresses": "''",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "log_min_messages": "fatal",
    "logging_collector": "off",
}


def programs() -> Path | None:
    """Return the folder of the newest server installed by Debian's packages; None if there is none."""
    found = [folder for folder in PROGRAMS.glob("*/bin") if (folder / "initdb").is_file()]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


def why_not() -> str:
    """Return why no server can be started here; empty if one can."""
    try:
        import psycopg  # noqa: F401 - whether it is there
    except ImportError:
        return "the extra `postgres` is not installed (make test-services)"
    return "" if programs() else "no PostgreSQL server is installed (make test-services)"


class OwnServer:
    """A server, started by a user that is not root. Use as a context manager.

    Args:
        is_fast: Whether its data may lie in memory, where the machine has a folder that does.
        settings: Further settings.
    """

    def __init__(self, *, is_fast: bool = True, settings: dict[str, str] | None = None) -> None:
        found = programs()
        assert found is not None
        self._programs = found
        self._settings = {**_SETTINGS, **(settings or {})}
        self._account = None if os.geteuid() else pwd.getpwnam("nobody")
        memory = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(prefix="tl-pg-", dir=memory if is_fast and memory.is_dir() else None))
        self._data = self.folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._count = 0
        self._give(self.folder)

    def __enter__(self) -> Self:
        """Make its data, and start it."""
        self._data.mkdir(exist_ok=True)
        self._give(self._data)
        made = ["-D", self._data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        self._run("initdb", *map(str, made))
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it, and remove its data."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value.strip(chr(39))}")]
        command = [str(self._programs / "postgres"), "-D", str(self._data), "-k", str(self.folder), *settings]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **self._as_user())  # type: ignore[call-overload]
        end = time.monotonic() + START_SECONDS
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "log").read_text()[-2000:]
            assert time.monotonic() < end, "the server does not start"
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it: at once but in order (SIGINT), or as a crash does (SIGQUIT)."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(START_SECONDS)
            self._process = None

    def kill(self) -> None:
        """Kill it and all that belongs to it with signal 9, as a crash of the machine would."""
        assert self._process is not None
        children = subprocess.run(
            ["pgrep", "-P", str(self._process.pid)], capture_output=True, text=True, check=False
        ).stdout.split()
        self._process.kill()
        for child in children:
            try:
                os.kill(int(child), signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait(START_SECONDS)
        self._process = None
        (self._data / "postmaster.pid").unlink(missing_ok=True)
        time.sleep(0.05)

    def cpu_seconds(self) -> float:
        """Return how much processor time it has taken, with the processes that ended."""
        assert self._process is not None
        ticks = 0
        for place in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = place.read_text("utf-8", errors="replace").rpartition(")")[2].split()
            except OSError:
                continue  # it ended just now
            if place.parent.name == str(self._process.pid):
                ticks += sum(map(int, fields[11:15]))
            elif fields[1] == str(self._process.pid):
                ticks += sum(map(int, fields[11:13]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def case(self, store: Path | StorePlace | None = None) -> Server:
        """Return a place for a new case: an empty database."""
        import psycopg

        self._count += 1
        name = f"case_{self._count}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return Server(address=self.address(name), store=store)

    def address(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql://{USER}@/{database}?host={self.folder}"

    def cut(self) -> int:
        """Cut every connection to databases of cases; return how many there were."""
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            found = connection.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname LIKE 'case%'"
            ).fetchone()
        return int(found[0]) if found else 0

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.address("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **self._as_user())  # type: ignore[call-overload]

    def _as_user(self) -> dict[str, object]:
        if self._account is None:
            return {"cwd": self.folder}
        return {"cwd": self.folder, "user": self._account.pw_uid, "group": self._account.pw_gid, "extra_groups": []}

    def _give(self, folder: Path) -> None:
        folder.chmod(0o700)
        if self._account is not None:
            os.chown(folder, self._account.pw_uid, self._account.pw_gid)
