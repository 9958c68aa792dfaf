"""Lists held in a folder, for tests that ask them."""

from __future__ import annotations

from pathlib import Path

from tenderlight.lists.history import Lists
from tenderlight.lists.store import ListStore
from tests.lists import made_lists

ENTITY_LIST = made_lists.us_json(
    entities=[
        made_lists.entry(
            "Acorn Optics Co., Ltd.",
            aliases=["Acorn Vision"],
            federal_register="84 FR 54004, 10/9/19",
            notes="USCC: 91110000MA005UCQ5P (China)",
        ),
        made_lists.entry("Ji", federal_register="84 FR 54004, 10/9/19"),
        made_lists.entry("Chestnut Supercomputing Centre", federal_register="86 FR 1, 4/9/21"),
    ]
)


def fill(folder: Path, *contents: bytes) -> Path:
    """Put lists into a store."""
    with ListStore(folder) as store:
        for content in contents or (ENTITY_LIST,):
            assert store.add({"list": content}).snapshots
    return folder


def lists(folder: Path, *contents: bytes) -> Lists:
    """Return lists that were put into a store and read from it again."""
    return Lists(ListStore(fill(folder, *contents)))
