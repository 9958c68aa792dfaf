"""Reviews: what people said of claims. Only a confirmed claim is a finding, and no review is ever overwritten."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.claim import ClaimStatus
from tenderlight.model.edit import Edit


class ReviewVerdict(StrEnum):
    """What somebody said of a claim."""

    CONFIRM = "confirm"
    """The document says it."""
    REJECT = "reject"
    """The document does not say it."""
    UNSURE = "unsure"
    """It was looked at and cannot be told."""
    UNDO = "undo"
    """An earlier review of the same person no longer counts."""


STATUS_BY_VERDICT = {
    ReviewVerdict.CONFIRM: ClaimStatus.CONFIRMED,
    ReviewVerdict.REJECT: ClaimStatus.REJECTED,
    ReviewVerdict.UNSURE: ClaimStatus.UNSURE,
}
"""The status that a claim has when all who reviewed it say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review, as it stands in the custody log."""

    number: int
    """From 1, in the order of the log, over the whole case."""
    claim: str
    """Id of the claim; the claim may no longer be made."""
    document: str
    """SHA-256 of the original that the claim rests on first."""
    verdict: ReviewVerdict
    person: str
    """Who said so, as they call themselves."""
    because: str
    """Why, in their words; "" = not said."""
    at: str
    """When, UTC, ISO 8601."""
    seen: int | None
    """Number of the newest review of the claim that the person saw; 0 = saw none; None = not known."""
    saw: str
    """What the claim said then: a SHA-256 over kind, value, polarity, stage and the words of its quotes."""
    edit: Edit | None = None
    undoes: int | None = None
    """Of an undoing, the number of the review that no longer counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a claim stands, by all its reviews."""

    status: ClaimStatus
    is_disputed: bool
    """Whether people disagree: in their verdicts, or in what they would put in its place."""
    counting: tuple[Review, ...]
    """The newest review of each person that was not undone, the oldest first."""
    outdated: tuple[Review, ...]
    """Reviews that would count, had the claim not said something else when they were made."""
    unseen: tuple[tuple[int, tuple[int, ...]], ...]
    """Reviews that count and were made without seeing others that stood there already: number, numbers of those."""

    @property
    def edit(self) -> Edit | None:
        """What all who confirm it would put in its place; None if nothing, or if they disagree."""
        return self.counting[-1].edit if self.counting and not self.is_disputed else None

    @property
    def last(self) -> int:
        """Number of the newest review that counts; 0 if none does."""
        return self.counting[-1].number if self.counting else 0


def person_key(person: str) -> str:
    """Return what two spellings of one reviewer's name have in common: width and case of letters do not tell."""
    return unicodedata.normalize("NFKC", person).casefold()


def standing(reviews: Sequence[Review], *, says: str) -> Standing:
    """Return where a claim stands.

    The newest review of each person counts that was not undone. A review of other words than the claim has now does
    not count: the person is asked to look again. If all who count say the same, that is the status; if they disagree,
    the claim is unsure and disputed.

    Args:
        reviews: All reviews of the claim, the oldest first.
        says: What the claim says now, as in `Review.saw`; "" if it is no longer made.
    """
    undone = {review.undoes for review in reviews}
    newest: dict[str, Review] = {}
    for review in reviews:
        if review.verdict is not ReviewVerdict.UNDO and review.number not in undone:
            newest[person_key(review.person)] = review
    latest = sorted(newest.values(), key=lambda review: review.number)
    counting = tuple(review for review in latest if review.saw == says)
    said = {(review.verdict, review.edit) for review in counting}
    status = ClaimStatus.UNREVIEWED
    if said:
        verdicts = {verdict for verdict, _ in said}
        status = STATUS_BY_VERDICT[verdicts.pop()] if len(said) == 1 else ClaimStatus.UNSURE
    unseen = ((review.number, missed) for review in counting if (missed := _missed(review, reviews)))
    return Standing(
        status=status,
        is_disputed=len(said) > 1,
        counting=counting,
        outdated=tuple(review for review in latest if review.saw != says),
        unseen=tuple(unseen),
    )


def _missed(review: Review, reviews: Sequence[Review]) -> tuple[int, ...]:
    """Return the reviews of others that stood there when a review was made and that its person had not seen."""
    if review.seen is None:
        return ()
    person = person_key(review.person)
    return tuple(
        other.number
        for other in reviews
        if review.seen < other.number < review.number and person_key(other.person) != person
    )
