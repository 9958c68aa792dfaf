"""What of a case was made from something that is another today, and why: what the next run would do again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tenderlight.cases import answers
from tenderlight.cases.database import Database

NEVER = "never done"
OTHER_READING = "read anew since"


def why_to_read(database: Database, documents: Sequence[str], readers: Mapping[str, int]) -> dict[str, int]:
    """Return why documents would be read again, and how many for each reason, the most frequent first.

    Args:
        database: Of the case.
        documents: Those that `Case.unread` names.
        readers: As for `Case.unread`.
    """
    found: Counter[str] = Counter()
    for document in documents:
        row = database.row("SELECT reader, reader_version FROM readings WHERE document = ?", (document,))
        if row is None:
            found[NEVER] += 1
            continue
        reader, version = row
        newest = readers.get(reader)
        if newest == version:
            found["what reads pictures, or lays documents out, is another now"] += 1
        elif not reader:
            found["more formats are read now"] += 1
        else:
            now = f"{reader}/{newest}" if newest is not None else "another reader"
            found[f"{reader}/{version} → {now}"] += 1
    return dict(found.most_common())


def why_to_claim(database: Database, versions: Sequence[str]) -> dict[str, int]:
    """Return why claims would be made anew, and of how many documents for each reason, the most frequent first.

    Args:
        database: Of the case.
        versions: As for `Case.unclaimed`, the newest first.
    """
    found: Counter[str] = Counter()
    for document in answers.unclaimed(database, versions):
        row = database.row("SELECT version, reading_sha256 FROM claim_runs WHERE document = ?", (document,))
        if row is None:
            found[NEVER] += 1
        else:
            found[_changed(str(row[0]), versions[0]) or OTHER_READING] += 1
    return dict(found.most_common())


def _changed(before: str, now: str) -> str:
    """Return which of the versions that claims were made by are others now: "facts/3 → facts/4"."""
    old, new = ({part.partition("/")[0]: part for part in versions.split()} for versions in (before, now))
    changed = [f"{old.get(name, 'none')} → {part}" for name, part in new.items() if old.get(name) != part]
    gone = [f"{part} → none" for name, part in old.items() if name not in new and len(old) > len(new)]
    return ", ".join([*changed, *gone])
