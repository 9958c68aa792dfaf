"""Sums below a label of money that stands alone: "Presupuesto base", and on the next line "Importe 145.200 EUR"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.words.vocabulary import AMOUNTS, Meaning

_LIMITS = frozenset({Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE})


def told_below(pending: Hit | None, whole: Hit | None, hits: Sequence[Hit]) -> tuple[Hit | None, Sequence[Hit]]:
    """Return the label that waits for its total, and the labels of a line with what those above make of them.

    Args:
        pending: The label alone on the line above, or None.
        whole: The label of a sum whose parts are told first, or None.
        hits: The labels of the line.
    """
    first = hits[0]
    if pending is not None and pending.meaning in _LIMITS and first.meaning is Meaning.TOTAL:
        # the same again without or with its tax is told below: it is no price
        return replace(pending, meaning=Meaning.OTHER_AMOUNT), [_as(first, pending), *hits[1:]]
    if pending is not None and pending.meaning in AMOUNTS and first.meaning is None:
        return pending, hits
    if first.meaning is Meaning.TOTAL and whole is not None:
        return whole, [_as(first, whole), *hits[1:]]
    return (whole if first.meaning is None else None), hits


def _as(hit: Hit, other: Hit) -> Hit:
    """Return a label with the meaning and unit of another, unless it has a unit of its own."""
    return replace(hit, meaning=other.meaning, unit=hit.unit or other.unit)
