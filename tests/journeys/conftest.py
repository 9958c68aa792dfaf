"""The example case, found once for all tests and all processes that run them."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.command import EXAMPLE, tenderlight


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "journey: runs the command in a process of its own; slower than other tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("journey")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCase:
    """A case as `tenderlight find --json` left it; tests only read it."""

    folder: Path
    code: int
    lines: tuple[bytes, ...]
    """What it printed: a claim a line."""
    err: str


@pytest.fixture(scope="session")
def example_case(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> FoundCase:
    """Find the example case, or take the one that another process of this test run found."""

    def find(place: Path) -> None:
        ended = tenderlight("find", EXAMPLE / "documents", "--case", place / "case", "--json")
        written = {"code": ended.code, "out": ended.out.decode("utf-8"), "err": ended.err}
        (place / "said.json").write_text(json.dumps(written), "utf-8")

    place = once(tmp_path_factory, worker_id, "example", find)
    said = json.loads((place / "said.json").read_text("utf-8"))
    lines = tuple(line.encode("utf-8") for line in said["out"].split("\n")[:-1])
    return FoundCase(folder=place / "case", code=said["code"], lines=lines, err=said["err"])


def once(factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], None]) -> Path:
    """Return a place that `make` filled once, for all processes of this test run together."""
    base = factory.getbasetemp()
    place = (base if worker_id == "master" else base.parent) / name
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.with_suffix(".done").exists():
            make(place)
            place.with_suffix(".done").touch()
    return place
