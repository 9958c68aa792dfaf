"""What the steps hand on beside pages and records: who read an original, and what it claims of which contract."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingHead:
    """Who reads an original: known before the first page."""

    media_type: str
    reader: str
    """Empty if no reader takes this format."""
    reader_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractClaims:
    """The claims a document makes about one contract."""

    key: ContractKey
    claims: tuple[Claim, ...]
