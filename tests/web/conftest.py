"""One made case for all tests of the desk that only look; copies of it for those that change something."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.memory_disk import memory_folder
from tests.web.issued import Opened, Place, as_new, desks
from tests.web.made_desk import make_case, open_desk


@pytest.fixture(scope="session")
def made_folder() -> Iterator[Path]:
    """The folder of the made case; nobody changes it."""
    with memory_folder() as folder:
        yield make_case(folder / "case")


@pytest.fixture
def folder(made_folder: Path) -> Iterator[Path]:
    """A copy of the made case."""
    with memory_folder() as place:
        yield Path(shutil.copytree(made_folder, place / "case"))


@pytest.fixture
def client(folder: Path) -> Iterator[TestClient]:
    """A reader at a desk on a copy of the case."""
    with open_desk(folder) as client:
        yield client


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Opened]:
    """Open desks of one's own, whose accounts may be changed."""
    with desks(folder, tmp_path / "accounts") as open_one:
        yield open_one


@pytest.fixture(scope="module")
def kept(made_folder: Path) -> Iterator[Place]:
    """One desk for all tests that do not change its accounts."""
    with memory_folder() as folder:
        copy = Path(shutil.copytree(made_folder, folder / "case"))
        with desks(copy, folder / "accounts") as open_one:
            yield open_one()


@pytest.fixture
def place(kept: Place) -> Place:
    """The desk that is kept, as if it was new."""
    return as_new(kept)
