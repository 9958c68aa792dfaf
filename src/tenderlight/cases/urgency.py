"""How urgently a claim wants a person's look, and why: what a mistake would cost, times how unsure the claim is.

Both are whole points, so that the order is the same on every machine. The order says where to look first, and nothing
of how likely any wrong is; it is never published.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.statement import BUYING_POLARITIES, Stage, StatementKind
from tenderlight.model.values import CapabilityValue

RULES = 1
"""Version of the points below: raised with any change, so that older cases are ordered anew."""

PURCHASES = frozenset({Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE})
"""Stages at which a document shows that something was bought."""
STAGE_POINTS = {
    **dict.fromkeys(PURCHASES, 30),
    Stage.SINGLE_SOURCE: 20,
    Stage.CANDIDATE: 20,
}
"""What the stage adds to the cost of a wrong capability that is bought; other stages add `STAGE_ELSE`."""
STAGE_ELSE = 10
GRAVITY_POINTS = {"critical": 40, "high": 30, "medium": 20, "low": 10}
GRAVITY_UNKNOWN = 10
NOT_BOUGHT_SHARE = 4
"""A capability that is forbidden, absent or only spoken of costs this part of what it would cost if bought."""
KIND_POINTS = {
    StatementKind.SUPPLIER: 20,
    StatementKind.BUYER: 15,
    StatementKind.END_USER: 15,
    StatementKind.COMPONENT: 15,
    StatementKind.BIDDER: 10,
    StatementKind.AMOUNT: 10,
    StatementKind.LINE_ITEM: 8,
    StatementKind.AGENCY: 6,
    StatementKind.LINK: 6,
}
"""What a wrong fact costs; other kinds cost `KIND_ELSE`."""
KIND_ELSE = 4
NAMING = frozenset({StatementKind.SUPPLIER, StatementKind.BUYER, StatementKind.END_USER, StatementKind.COMPONENT})
"""Kinds that tie somebody to what the same contract buys: half of the gravity of that is added."""

SURE = 10
"""Doubt of a claim that nothing speaks against."""
AGAINST_FIRST, AGAINST_EACH, AGAINST_MOST = 20, 10, 50
PICTURE_POINTS = {PictureSays.OTHER: 60, PictureSays.UNCLEAR: 30, PictureSays.NOT_COMPARED: 5}
RULE_POINTS = 60
"""Of a rule that is not sure at all; less in proportion."""
RECOGNISED, RECOGNISED_POINTS = 5, 60
"""Words that text recognition read, and what is added if it was not sure at all."""
DISPUTED = 100
OUTDATED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A part of why a claim stands where it stands, to be said in any language."""

    key: str
    """Text of the catalogue."""
    values: Mapping[str, str | int] = field(default_factory=dict)
    """What stands for its placeholders, as it is."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Placeholders for which a text of the catalogue stands: its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency:
    """How urgently a claim wants a look."""

    cost: int
    """What a mistake would cost, in points."""
    doubt: int
    """How unsure it is, in points, at least `SURE`."""
    reasons: tuple[Reason, ...]
    """What it costs, and each doubt."""

    @property
    def points(self) -> int:
        """The place in the queue, the highest first."""
        return self.cost * self.doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around a claim."""

    beside: str | None = None
    """Gravity of the gravest capability that the same document says is bought with the same contract; None = none."""
    recognised: float | None = None
    """How sure text recognition was of the worst of its pages, 0-1; None = no page was recognised."""
    is_disputed: bool = False
    is_outdated: bool = False
    """Whether somebody reviewed it when it said other words."""


@lru_cache(maxsize=1)
def gravities() -> Mapping[str, str]:
    """Return how grave each capability of the vocabulary is if bought."""
    # the table alone: all that capabilities are found with would take longer to load than a review to write
    rows = json.loads((resources.files("tenderlight._generated") / "capability_entries.json").read_bytes())
    return {row["code"]: row["severity"] for row in rows}


@lru_cache(maxsize=1)
def order_version() -> str:
    """Return what the order was made with: these rules, and how grave the vocabulary says capabilities are."""
    said = json.dumps(sorted(gravities().items())).encode("ascii")
    return f"{RULES}/{hashlib.sha256(said).hexdigest()[:16]}"


def gravest_bought(claims: Sequence[Claim]) -> str | None:
    """Return the gravity of the gravest capability among claims that says it is bought; None if none does."""
    return gravest(
        claim.value.capability
        for claim in claims
        if isinstance(claim.value, CapabilityValue) and claim.polarity in BUYING_POLARITIES
    )


def gravest(capabilities: Iterable[str]) -> str | None:
    """Return the gravity of the gravest of these capabilities; None if there are none."""
    return max(map(_gravity, capabilities), key=lambda gravity: (_points(gravity), gravity), default=None)


def urgency(claim: Claim, around: Surroundings) -> Urgency:
    """Return how urgently a claim wants a person's look, and why."""
    cost, because = _cost(claim, around)
    doubts = list(_doubts(claim, around))
    reasons = tuple(reason for _, reason in doubts) or (Reason(key="order.sure"),)
    return Urgency(cost=cost, doubt=SURE + sum(points for points, _ in doubts), reasons=(because, *reasons))


def _gravity(capability: str) -> str:
    return gravities().get(capability, "unknown")


def _points(gravity: str) -> int:
    return GRAVITY_POINTS.get(gravity, GRAVITY_UNKNOWN)


def _cost(claim: Claim, around: Surroundings) -> tuple[int, Reason]:
    if isinstance(claim.value, CapabilityValue):
        return _cost_of_capability(claim, _gravity(claim.value.capability))
    points = KIND_POINTS.get(claim.kind, KIND_ELSE)
    words = {"kind": f"kind.{claim.kind.value}"}
    if claim.kind in NAMING and around.beside is not None:
        words["gravity"] = f"severity.{around.beside}"
        return points + _points(around.beside) // 2, Reason(key="order.named_beside", words=words)
    return points, Reason(key="order.fact", words=words)


def _cost_of_capability(claim: Claim, gravity: str) -> tuple[int, Reason]:
    stage = "none" if claim.stage is None else claim.stage.value
    words = {"gravity": f"severity.{gravity}", "stage": f"stage.{stage}", "polarity": f"polarity.{claim.polarity}"}
    if claim.polarity not in BUYING_POLARITIES:
        return _points(gravity) // NOT_BOUGHT_SHARE, Reason(key="order.not_bought", words=words)
    points = _points(gravity) + (STAGE_ELSE if claim.stage is None else STAGE_POINTS.get(claim.stage, STAGE_ELSE))
    return points, Reason(key="order.bought" if claim.stage in PURCHASES else "order.asked_for", words=words)


def _doubts(claim: Claim, around: Surroundings) -> list[tuple[int, Reason]]:
    found = []
    if around.is_disputed:
        found.append((DISPUTED, Reason(key="order.disputed")))
    if around.is_outdated:
        found.append((OUTDATED, Reason(key="order.outdated")))
    if claim.picture in PICTURE_POINTS:
        found.append((PICTURE_POINTS[claim.picture], Reason(key=f"order.picture_{claim.picture.value}")))
    if claim.against:
        points = min(AGAINST_FIRST + AGAINST_EACH * (len(claim.against) - 1), AGAINST_MOST)
        found.append((points, Reason(key="order.against", values={"count": len(claim.against)})))
    if claim.confidence is not None and (points := round(RULE_POINTS * (1 - claim.confidence))):
        found.append((points, Reason(key="order.rule", values={"percent": round(100 * claim.confidence)})))
    if around.recognised is not None:
        points = RECOGNISED + round(RECOGNISED_POINTS * (1 - around.recognised))
        found.append((points, Reason(key="order.recognised", values={"percent": round(100 * around.recognised)})))
    return found
