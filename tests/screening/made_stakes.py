"""Lists and stakes, made for tests of computed shares."""

from __future__ import annotations

from pathlib import Path

from tenderlight.lists.store import ListStore
from tenderlight.screening.prepared import Prepared, prepare
from tests.lists import made_lists

LISTED = ("Acorn Defence Ltd", "Oak Optics GmbH")
DAY = "2025-10-01"
HEAD = "owner,owned,percent,date,source"


def table(*rows: str, head: str = HEAD) -> bytes:
    """Return a table of stakes."""
    return "\n".join((head, *rows, "")).encode()


def prepared(folder: Path, *files: bytes, listed: tuple[str, ...] = LISTED) -> Prepared:
    """Return an Entity List of that day with these entries, and stakes beside it."""
    entries = [made_lists.entry(name, federal_register="84 FR 1, 10/9/19") for name in listed]
    with ListStore(folder) as store:
        assert store.add({"a.json": made_lists.us_json(entities=entries)}).snapshots
        for number, content in enumerate(files):
            added = store.add({f"stakes {number}.csv": content})
            assert added.snapshots, added.problems
    return prepare(ListStore(folder))
