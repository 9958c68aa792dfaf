"""In which order people are shown what was found: what costs most to miss comes first."""

from __future__ import annotations

from tenderlight.capabilities import SEVERITIES, capability_entries
from tenderlight.model.claim import Claim
from tenderlight.model.statement import BUYING_POLARITIES
from tenderlight.model.values import CapabilityValue
from tenderlight.publish.wording import is_purchase


def gravity(code: str) -> int:
    """Return the place of a capability in the order of gravity, 0 the gravest.

    A capability that is no longer in the vocabulary comes after those that are.
    """
    entry = capability_entries().get(code)
    return len(SEVERITIES) if entry is None else SEVERITIES.index(entry.severity)


def least_telling(claim: Claim) -> tuple[bool, bool, int]:
    """Return a key to sort capability claims by: purchases, then requests, then the rest; the gravest first in each."""
    assert isinstance(claim.value, CapabilityValue)
    return claim.polarity not in BUYING_POLARITIES, not is_purchase(claim), gravity(claim.value.capability)
