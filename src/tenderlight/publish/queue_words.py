"""Why a claim stands where it stands in the queue, in words."""

from __future__ import annotations

from functools import reduce

from tenderlight.cases.urgency import Reason, Urgency
from tenderlight.publish.catalogue import say


def why_here(language: str, urgency: Urgency) -> str:
    """Return in one sentence why a claim stands where it does: what a mistake would cost, and what makes it unsure."""
    parts = (_said(language, reason) for reason in urgency.reasons)
    said = reduce(lambda first, more: say(language, "order.then", first=first, more=more), parts)
    return say(language, "order.end", all=said)


def _said(language: str, reason: Reason) -> str:
    words = {name: say(language, key) for name, key in reason.words.items()}
    return say(language, reason.key, **reason.values, **words)
