"""A claim: something a document says about a contract, with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.edit import Edit
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import Value


class ClaimStatus(StrEnum):
    """What people said of a claim. Only a confirmed claim is a finding."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"


class PictureSays(StrEnum):
    """What the picture of a page shows where the quoted words stand in the text that the file gives the page."""

    SAME = "same"
    """The words that are quoted."""
    OTHER = "other"
    """Other words, or nothing."""
    UNCLEAR = "unclear"
    """Something that could not be read well enough to tell."""
    NOT_COMPARED = "not_compared"
    """Nobody looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement about a contract, tied to at least one verbatim quote.

    Raises:
        ValueError: If there is no quote.
    """

    claim: str
    """Stable id: the same words, in the same original, under the same rule, keep it in every run."""
    contract: str
    """Id of the contract it is about."""
    kind: StatementKind
    value: Value
    polarity: Polarity | None
    stage: Stage | None
    rule: str
    rule_version: int
    confidence: float | None
    against: tuple[str, ...]
    quotes: tuple[Quote, ...]
    status: ClaimStatus = ClaimStatus.UNREVIEWED
    picture: PictureSays | None = None
    """What the pictures of its quotes say, the worst of them; None if the words are not of a text beside a picture: a
    structured source, a format without pages, a page that was read from its picture."""
    edit: Edit | None = None
    """What those who confirmed it put in the place of its value or its boxes; None = nothing. The claim keeps both."""

    def __post_init__(self) -> None:
        if not self.quotes:
            raise ValueError("a claim cannot be built without a quote")

    @property
    def document(self) -> str:
        """SHA-256 of the original that the claim rests on first."""
        return self.quotes[0].document
