"""A case to work on, on a memory disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tests.memory_disk import memory_folder


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """An empty folder in memory: these tests force hundreds of files to the disk."""
    with memory_folder() as folder:
        yield folder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case", create=True) as case:
        yield case
