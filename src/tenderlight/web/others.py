"""What others did meanwhile to a case that several processes change, so that a desk does not show what is over."""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress

from tenderlight.archive.custody import Act, Position, read_log
from tenderlight.cases import Case
from tenderlight.errors import CaseInUse, StoreUnavailable

OTHER_CLAIMS = frozenset({Act.BEGIN, Act.INGEST, Act.EXTRACT, Act.CLAIM, Act.LINK, Act.ERASE, Act.TORN})
"""Acts after which there may be other claims, documents or joined contracts."""
MOST_ENTRIES = 2_000
"""Entries that are looked through; after more, all is asked anew."""


def reviewed_since(case: Case, before: Position, until: Position, *, known: Container[int] = ()) -> list[str] | None:
    """Return the claims that people decided on between two places of the log; None if all may be other claims.

    Args:
        case: The case.
        before: The first place.
        until: The second.
        known: Numbers of reviews that are left out.

    Raises:
        CustodyLogDamaged: If the log cannot be read there.
    """
    if not 0 <= until.entries - before.entries <= MOST_ENTRIES:
        return None
    with suppress(CaseInUse, StoreUnavailable):
        case.custody.read_on(until)
    found: dict[str, None] = {}
    read = before.size_bytes
    for entry, at in read_log(case.folder, start=before, end_bytes=until.size_bytes):
        read = at
        if entry.act in OTHER_CLAIMS:
            return None
        if entry.act == Act.REVIEW and entry.details.get("number") not in known:
            found[str(entry.details.get("claim"))] = None
    # what this machine has of the log may end earlier, while the store that has all of it gives no answer
    return list(found) if read == until.size_bytes else None
