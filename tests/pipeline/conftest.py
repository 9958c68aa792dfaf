"""A case to work on, on a memory disk, and ends of caged jobs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tenderlight.cases import Case
from tests.memory_disk import memory_folder


@pytest.fixture
def case() -> Iterator[Case]:
    with memory_folder() as folder, Case.open(folder / "case", create=True) as case:
        yield case
