"""Checks that the records of screenings in a case are what they were, and that the lists they name lie beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tenderlight.errors import ArchiveDamaged, CaseDamaged, Damaged, UsageError
from tenderlight.lists.store import ListStore
from tenderlight.screening.kept import LISTS, RECORDS, records
from tenderlight.screening.record import snapshots_of


def check_records(case_folder: Path, said: Mapping[str, str]) -> Iterator[Damaged]:
    """Yield whatever is wrong with the records of a case; nothing in it is changed.

    Args:
        case_folder: The case.
        said: SHA-256 of each record by its path from the folder, as the log says.
    """
    store = ListStore(case_folder / LISTS)
    there = {f"{RECORDS}/{path.name}": path for path in records(case_folder)}
    for name in sorted(there.keys() - said.keys()):
        yield _damaged(there[name], "the log does not say that it was kept")
    checked: set[str] = set()
    for name, sha256 in sorted(said.items()):
        path = there.get(name)
        if path is None:
            yield _damaged(case_folder / name, "it is missing")
            continue
        try:
            content = path.read_bytes()
        except OSError as trouble:
            yield _damaged(path, f"it could not be read ({trouble.strerror})")
            continue
        if hashlib.sha256(content).hexdigest() != sha256:
            yield _damaged(path, "it no longer matches its SHA-256 in the log")
            continue
        wanted = [each for each in snapshots_of(content) if each not in checked]
        checked.update(wanted)
        yield from _check_lists(store, wanted)


def _check_lists(store: ListStore, sha256s: list[str]) -> Iterator[Damaged]:
    for sha256 in sha256s:
        try:
            store.check(sha256)
        except ArchiveDamaged as trouble:
            yield trouble
        except UsageError as trouble:
            yield CaseDamaged(trouble.message, path=str(store.folder))


def _damaged(path: Path, what: str) -> CaseDamaged:
    return CaseDamaged(f"The record of a screening {path}: {what}.", path=str(path))
