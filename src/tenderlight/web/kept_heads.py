"""The contracts of a case, each in a line, kept beside it: working them out anew takes seconds of a large case.

What is kept says up to which entry of the custody log it was made. Decisions made since then only change the lines of
their own contracts; after anything that makes other claims, all is worked out anew. As all of `derived/` it is no
evidence, and may be removed at any time.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.custody import Position
from tenderlight.cases import Case
from tenderlight.cases.erasing import HEADS
from tenderlight.cases.heads import ContractHead
from tenderlight.errors import TenderlightError
from tenderlight.linking.joins import Joins
from tenderlight.publish.writing import whole_file
from tenderlight.web.others import reviewed_since

PLACE = Path(HEADS)
MADE_WITH = 1
"""Raised whenever the same claims may give other lines or other joins."""
LARGEST_BYTES = 1 << 30
TAIL_BYTES = 4096
"""Of the log before the place it was made at: tells whether it is still the same log."""


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says."""

    made_with: int
    case: str
    entries: int
    size_bytes: int
    tail_sha256: str
    joined: Joins
    heads: dict[str, ContractHead]


def contract_heads(case: Case) -> dict[str, ContractHead]:
    """Return the contracts of a case, each in a line: those kept, brought up to now; else made, and kept."""
    found = _brought_up(case)
    if found is None:
        found = case.contract_heads()
        keep(case, found)
    return found


def keep(case: Case, heads: dict[str, ContractHead]) -> None:
    """Keep the contracts of a case as they are now, where the disk takes them.

    Args:
        case: All that it was told is acknowledged.
        heads: Its contracts.
    """
    position = case.position
    kept = _Kept(
        made_with=MADE_WITH,
        case=case.case_id,
        entries=position.entries,
        size_bytes=position.size_bytes,
        tail_sha256=_tail(case, position.size_bytes),
        joined=case.joins,
        heads=heads,
    )
    with suppress(TenderlightError, OSError), whole_file(case.folder / PLACE) as unfinished:
        unfinished.write_bytes(msgspec.json.encode(kept))


def _brought_up(case: Case) -> dict[str, ContractHead] | None:
    """Return the contracts as they were kept, with what people decided since; None if they are to be made anew."""
    kept = _kept(case)
    if kept is None:
        return None
    if _tail(case, kept.size_bytes) != kept.tail_sha256:
        return None
    try:
        since = Position(entries=kept.entries, size_bytes=kept.size_bytes)
        reviewed = reviewed_since(case, since, case.position)
    except TenderlightError:
        return None
    if reviewed is None:
        return None
    case.take_joins(kept.joined)
    changed = {claim.contract for claim in map(case.claim, sorted(reviewed)) if claim is not None}
    return kept.heads | case.contract_heads(*changed) if changed else kept.heads


def _kept(case: Case) -> _Kept | None:
    with suppress(OSError, msgspec.DecodeError, msgspec.ValidationError, ValueError):
        place = case.folder / PLACE
        if place.stat().st_size <= LARGEST_BYTES:
            kept = msgspec.json.decode(place.read_bytes(), type=_Kept)
            if (kept.made_with, kept.case) == (MADE_WITH, case.case_id) and min(kept.entries, kept.size_bytes) >= 0:
                return kept
    return None


def _tail(case: Case, size_bytes: int) -> str:
    """Return the SHA-256 of the log's last bytes before a place; each entry has a number nobody can guess."""
    with suppress(OSError, ValueError), (case.folder / LOG).open("rb") as log:
        start = max(0, size_bytes - TAIL_BYTES)
        log.seek(start)
        return hashlib.sha256(log.read(size_bytes - start)).hexdigest()
    return ""
