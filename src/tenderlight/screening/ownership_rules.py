"""Rules that reach whom listed parties own, though no list names it: what they ask, and on which days they hold.

Only these are computed. Other lists reach those that they name, or leave it to the reader to look further.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Force(StrEnum):
    """Whether a rule held on a day."""

    HELD = "in force"
    NOT = "not in force"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipRule:
    """A rule that counts the stakes of listed parties together."""

    code: str
    title: str
    lists: tuple[str, ...]
    """Codes of the lists whose entries count."""
    percent: Decimal
    """From which share, all listed owners together."""
    periods: tuple[tuple[datetime.date, datetime.date | None], ...]
    """First and last days on which it holds; None = no end is known."""
    open_from: datetime.date | None
    """Day from which it is not known here whether it holds; None = it is known."""
    source: str

    def force(self, day: datetime.date) -> Force:
        """Return whether the rule held on a day."""
        if self.open_from is not None and day >= self.open_from:
            return Force.UNKNOWN
        held = any(first <= day and (last is None or day <= last) for first, last in self.periods)
        return Force.HELD if held else Force.NOT


OWNERSHIP_RULES = (
    OwnershipRule(
        code="us-bis-50",
        title="BIS: affiliates owned to 50 % or more, counted together (Entity List, Military End-User List)",
        lists=("us-entity-list", "us-military-end-user"),
        percent=Decimal(50),
        periods=((datetime.date(2025, 9, 29), datetime.date(2025, 11, 9)),),
        open_from=datetime.date(2026, 11, 10),
        source="Expansion of End-User Controls to Cover Affiliates of Certain Listed Entities, in effect from "
        "29 September 2025, suspended from 10 November 2025 to 9 November 2026; what holds later is to be looked up.",
    ),
    OwnershipRule(
        code="us-ofac-50",
        title="OFAC: entities owned to 50 % or more by blocked persons, counted together (SDN)",
        lists=("us-sdn",),
        percent=Decimal(50),
        periods=((datetime.date(2014, 8, 13), None),),
        open_from=None,
        source="Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked, "
        "13 August 2014 (ofac.treasury.gov).",
    ),
)
"""Every rule that is computed."""
