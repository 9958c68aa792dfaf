"""Publications: which dossiers left the machine, which were withdrawn, and which supersede which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PublicationKind(StrEnum):
    """What was done with a dossier."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A dossier published, or withdrawn, as it stands in the custody log."""

    number: int
    """From 1, in the order of the log."""
    kind: PublicationKind
    dossier: str
    """Name of the dossier."""
    sha256: str
    """SHA-256 of its manifest."""
    claims: tuple[str, ...]
    """Ids of the claims in it."""
    person: str
    """Who did it."""
    because: str
    """Why, in their words; "" = not said."""
    at: str
    """When, UTC."""
    concerns: int | None = None
    """Number of the publication that this one supersedes or withdraws."""
