"""What all tests share.

Properties are tried without a clock, since a slow machine is no fault of the code; lists that the user of the machine
holds are not looked at, and no key is made for them; nothing yields the processor to other work, for somebody waits for
each test; what is opened for the cage is opened once a process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.opened_once import workshops_opened_once

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

os.environ["TENDERLIGHT_LISTS"] = "/nonexistent/lists"
os.environ["TENDERLIGHT_KEYS"] = "/dev/null/keys"
os.environ["TENDERLIGHT_NICENESS"] = "0"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that two processes end together."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


@pytest.fixture(scope="session", autouse=True)
def opened_once() -> Iterator[None]:
    """Have the lanes of the program's own workshops made as copies of one."""
    from tenderlight.pipeline import local, one_file, recogniser_workshop
    from tenderlight.pipeline.drawing_workshop import DRAWING

    openers = (local.WORKSHOP, one_file.WORKSHOP, DRAWING, recogniser_workshop.workshop())
    with workshops_opened_once(frozenset(workshop.opener for workshop in openers)):
        yield
