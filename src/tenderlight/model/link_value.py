"""What a claim says that is a link: two documents have something in common. It never says why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class LinkKind(StrEnum):
    """What two documents have in common."""

    SAME_NOTICE = "same_notice"
    """Nearly all their words, and no fact that was read speaks against their being one notice: counted once."""
    SIMILAR_TEXT = "similar_text"
    """Nearly all their words, but they differ in a fact: two notices. Shown by a command, and no claim."""
    SHARED_CLAUSES = "shared_clauses"
    """Clauses that few buyers of the case have, though the buyers are different."""
    SHARED_TRAITS = "shared_traits"
    """Two bids for one contract have in common what documents of different contracts hardly ever have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkValue:
    """A link between the document of the first quote and another one, and how common such a thing is in the case."""

    link: LinkKind
    other: str
    """SHA-256 of the other document."""
    other_contract: str | None = None
    """Id of the contract that the other document is filed under by itself; None = it claims nothing."""
    similarity: Decimal | None = None
    """Of both texts, 0-1, with two decimals; None = of some words only, or facts alone were compared."""
    shared: int | None = None
    """How many clauses, traits or facts both have."""
    traits: tuple[str, ...] = ()
    """Which traits two bids share, by name."""
    alike: tuple[tuple[str, str], ...] = ()
    """Pointers into the file of the first quote and into the other, where both files say the same of themselves."""
    documents: int | None = None
    """In how many documents of the case the commonest of it stands."""
    of_documents: int | None = None
    """Of at least how many documents that were compared: 1, 2, 5, 10, 20, 50 … (see `at_least`)."""
    buyers: int | None = None
    """Of how many buyers those documents are."""
    of_buyers: int | None = None
    """Of at least how many buyers of the case whose documents are in its language."""
    pairs: int | None = None
    """How many pairs of documents of different contracts share the commonest trait."""
    of_pairs: int | None = None
    """Of at least how many such pairs."""


def at_least(count: int) -> int:
    """Return the largest of 0, 1, 2, 5, 10, 20, 50 … that is no more than a count.

    A claim that says how common something is among all documents would be another claim with each document that comes.
    """
    if count < 1:
        return 0
    power = 1
    while power * 10 <= count:
        power *= 10
    return next(step * power for step in (5, 2, 1) if step * power <= count)
