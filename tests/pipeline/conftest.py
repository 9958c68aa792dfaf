"""A case to work on, on a memory disk, and workshops that are opened once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tenderlight.cases import Case
from tenderlight.pipeline import local, recogniser_workshop
from tenderlight.pipeline.drawing_workshop import DRAWING
from tests.memory_disk import memory_folder
from tests.opened_once import workshops_opened_once


@pytest.fixture(scope="session", autouse=True)
def opened_once() -> Iterator[None]:
    openers = (local.WORKSHOP, DRAWING, recogniser_workshop.workshop())
    with workshops_opened_once(frozenset(workshop.opener for workshop in openers)):
        yield


@pytest.fixture
def case() -> Iterator[Case]:
    with memory_folder() as folder, Case.open(folder / "case", create=True) as case:
        yield case
