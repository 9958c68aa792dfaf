"""`tenderlight watch`, as it is typed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tenderlight.cases import Case
from tenderlight.errors import UsageError
from tests.cli.test_parties import run as called
from tests.memory_disk import memory_folder
from tests.watching.site import Asked, Page, Site, served


def run(*arguments: str | Path, code: int | None = None) -> Result:
    """Run the command; it ends with that code."""
    result = called(*arguments)
    if result.exception is not None:
        raise result.exception
    assert result.return_value == code
    return result


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site


@pytest.fixture
def case() -> Iterator[Path]:
    with memory_folder() as folder:
        yield folder / "case"


def test_places_are_added_shown_looked_at_and_removed(site: Site, case: Path) -> None:
    site.pages["/a"] = Page(body=b"Contract award notice")
    told = run("watch", "add", f"{site.url}/a", "--every", "10s", "--case", case)
    assert told.stdout == f"1  {site.url}/a  is watched\n"
    assert "looked at never" in run("watch", "list", "--case", case).stdout
    looked = run("watch", "run", "--once", "--allow-address", "127.0.0.1", "--case", case, "--workers", "1", code=0)
    assert "1 new" in looked.stderr
    shown = json.loads(run("watch", "list", "--json", "--case", case).stdout)
    assert (shown["kind"], shown["there"], shown["trouble"]) == ("page", 1, "")
    assert "is watched no more" in run("watch", "remove", "1", "--case", case).stdout
    with Case.open(case) as opened:
        assert opened.summary().documents >= 1, "what was captured stays"
    with pytest.raises(UsageError, match="Nothing is watched"):
        run("watch", "run", "--once", "--case", case)


def test_a_place_that_could_not_be_read_ends_with_3(site: Site, case: Path) -> None:
    run("watch", "add", f"{site.url}/a", "--case", case)
    told = run("watch", "run", "--once", "--case", case, code=3)
    assert "of this machine" in told.stderr
    assert site.asked == []


@pytest.mark.parametrize("wrong", ["nonsense", "127.0.0.1/99", "example.org", ""])
def test_an_address_that_is_none_is_not_allowed(case: Path, site: Site, wrong: str) -> None:
    run("watch", "add", f"{site.url}/a", "--case", case)
    with pytest.raises(UsageError, match="is no network address"):
        run("watch", "run", "--once", "--allow-address", wrong, "--case", case)


def test_a_watch_goes_on_until_it_is_stopped(site: Site, case: Path) -> None:
    came = threading.Event()

    def answer(asked: Asked) -> Page:
        came.set()
        return Page(status=403)

    site.pages["/a"] = answer
    run("watch", "add", f"{site.url}/a", "--every", "10s", "--case", case)
    command = [sys.executable, "-m", "tenderlight", "--log", "json", "watch", "run", "--case", str(case)]
    more = ["--allow-address", "127.0.0.1", "--delay", "0.1"]
    with subprocess.Popen([*command, *more], stderr=subprocess.PIPE) as watching:
        try:
            assert came.wait(60)
            assert watching.poll() is None
            watching.send_signal(signal.SIGTERM)
            _, said = watching.communicate(timeout=60)
        finally:
            watching.kill()
    assert watching.returncode == 130
    events = [json.loads(line) for line in said.splitlines() if line.startswith(b"{")]
    assert events[-1]["event"] == "command.end"
    assert events[-1]["code"] == 130
    assert not any("127.0.0.1" in str(one) for one in events), "events name no addresses"
