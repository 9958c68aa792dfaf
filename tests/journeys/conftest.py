"""The example case, found once for all tests and all processes that run them."""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.command import EXAMPLE, find, tenderlight
from tests.reading.made_pdfs import MadePage, made_pdf, show

DOCUMENTS = ("05*", "06*", "07*", "08*", "11*", "12*", "14*")
"""One of each format but PDF; together read in a second or two."""
PDF_LINES = (
    "Invitation to tender 2024/17",
    "Buyer: Wexmoor Constabulary",
    "The system shall match every face seen by the street cameras with a watchlist.",
    "It must not estimate the ethnicity of any person.",
)
"""A page in a font that proves what it shows: no picture of it needs to be looked at, which takes seconds."""
INVITATION = "13-invitation.pdf"
NO_LAYOUT = "--no-layout"
"""The converter takes longer to start than these documents to read; runs stopped at its work are tested elsewhere."""


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
    """The claims it printed, a line each; of those printed twice, the last."""
    err: str


@pytest.fixture(scope="session")
def example_case(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> FoundCase:
    """Find the example case, or take the one that another process of this test run found."""

    def find(place: Path) -> None:
        ended = tenderlight("find", EXAMPLE / "documents", "--case", place / "case", "--json", anew=True)
        written = {"code": ended.code, "out": ended.out.decode("utf-8"), "err": ended.err}
        (place / "said.json").write_text(json.dumps(written), "utf-8")

    place = once(tmp_path_factory, worker_id, "example", find)
    said = json.loads((place / "said.json").read_text("utf-8"))
    lines = last_lines(said["out"].encode("utf-8"))
    return FoundCase(folder=place / "case", code=said["code"], lines=lines, err=said["err"])


def last_lines(printed: bytes) -> tuple[bytes, ...]:
    """Return the last line of each claim that `find --json` printed."""
    return tuple({json.loads(line)["claim"]: line for line in printed.splitlines()}.values())


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder of documents of every format that are quickly read."""
    return once(tmp_path_factory, worker_id, "sources", _copy_documents)


@pytest.fixture(scope="session")
def invitation(sources: Path) -> Path:
    """Return a PDF of one page whose text no picture needs to bear out."""
    return sources / INVITATION


@pytest.fixture(scope="session")
def undisturbed(sources: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the case of the sources, found in one go."""

    def make(folder: Path) -> None:
        assert find(sources, "--case", folder, NO_LAYOUT, anew=True).code == 0

    return once(tmp_path_factory, worker_id, "undisturbed", make)


def _copy_documents(folder: Path) -> None:
    folder.mkdir()
    for pattern in DOCUMENTS:
        for file in (EXAMPLE / "documents").glob(pattern):
            shutil.copy2(file, folder)
    lines = "".join(show(60, 760 - 30 * at, line) for at, line in enumerate(PDF_LINES))
    (folder / INVITATION).write_bytes(made_pdf(MadePage(content=lines, media_box=(0, 0, 595, 842))))


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
