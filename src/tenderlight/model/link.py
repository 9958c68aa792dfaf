"""A link: documents of a case whose text is the same, or nearly. It says what stands in both, and never why."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.link_value import LinkKind
from tenderlight.model.quote import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWords:
    """Words that stand in two documents, and how common they are in the case."""

    first: Quote
    second: Quote
    similarity: float
    """Of the stretches of five letters in either, how many are in both, 0-1; 1 = the same letters."""
    documents: int
    """In how many documents of the case they stand, or nearly."""
    buyers: int
    """Of how many buyers those are; documents whose buyer is not known count for none."""
    of_buyers: int = 0
    """Of a clause: buyers of the case whose documents are in its language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two documents with text in common.

    Raises:
        ValueError: If no words are shown.
    """

    kind: LinkKind
    similarity: float | None
    """Of both texts, as that of `SharedWords`; None = of clauses only."""
    words: tuple[SharedWords, ...]
    clauses: int
    """How many clauses they share, of which `words` shows some."""
    buyers: tuple[str, ...] = ()
    """Of the first and of the second document, as the comparison takes them."""
    differs: tuple[str, ...] = ()
    """Facts in which they differ."""
    traits: tuple[str, ...] = ()
    """Sorts of traits that two bids share."""
    pairs: int = 0
    """How many pairs of documents of different contracts share a trait of the commonest of these sorts."""
    of_pairs: int = 0
    """Of how many such pairs."""
    of_documents: int
    """Documents that were compared."""
    of_buyers: int
    """Buyers of those."""

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a link needs words of both documents")
