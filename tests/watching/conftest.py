"""A site of our own to watch, and a case that watches it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory_disk import memory_folder
from tests.watching.site import Site, served
from tests.watching.watched import WatchedCase


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """An empty folder in memory: these tests force many files to the disk."""
    with memory_folder() as folder:
        yield folder


@pytest.fixture
def watched(tmp_path: Path) -> WatchedCase:
    return WatchedCase(folder=tmp_path / "case")
