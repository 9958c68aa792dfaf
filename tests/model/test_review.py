"""Which reviews of a claim count, and what they make of it."""

from __future__ import annotations

import pytest

from tenderlight.model.edit import Edit
from tenderlight.model.review import Review, ReviewVerdict, standing
from tenderlight.model.values import TextValue

CONFIRM, REJECT, UNSURE, UNDO = ReviewVerdict


def review(
    number: int, person: str, verdict: ReviewVerdict, *, seen: int | None = None, undoes: int | None = None
) -> Review:
    return Review(
        number=number,
        claim="c",
        document="a" * 64,
        verdict=verdict,
        person=person,
        because="",
        at="2026-01-01T00:00:00+00:00",
        seen=seen,
        saw="now",
        undoes=undoes,
    )


def reviews(said: list[tuple[str, ReviewVerdict | int]]) -> list[Review]:
    """Return reviews numbered from 1; of an undoing, the number it undoes stands for the verdict."""
    return [
        review(number, person, UNDO, undoes=int(verdict))
        if isinstance(verdict, int)
        else review(number, person, verdict)
        for number, (person, verdict) in enumerate(said, 1)
    ]


@pytest.mark.parametrize(
    ("said", "status", "is_disputed"),
    [
        ([("A", CONFIRM)], "confirmed", False),
        ([("A", CONFIRM), ("B", CONFIRM)], "confirmed", False),
        ([("A", CONFIRM), ("B", REJECT)], "unsure", True),
        ([("A", CONFIRM), ("B", UNSURE)], "unsure", True),
        ([("A", UNSURE)], "unsure", False),
        ([("A", CONFIRM), ("A", REJECT)], "rejected", False),
        ([("A", CONFIRM), ("Ａ", REJECT), ("a", REJECT)], "rejected", False),
        ([("A", CONFIRM), ("B", REJECT), ("B", CONFIRM)], "confirmed", False),
        ([("A", REJECT), ("A", 1)], "unreviewed", False),
        ([("A", REJECT), ("A", CONFIRM), ("A", 2)], "rejected", False),
        ([("A", CONFIRM), ("B", REJECT), ("B", 2)], "confirmed", False),
        ([("A", CONFIRM), ("A", REJECT), ("A", 2), ("A", 1)], "unreviewed", False),
    ],
)
def test_the_newest_review_of_each_person_counts(
    said: list[tuple[str, ReviewVerdict | int]], status: str, is_disputed: bool
) -> None:
    found = standing(reviews(said), says="now")
    assert (found.status.value, found.is_disputed) == (status, is_disputed)


def test_reviews_of_other_words_are_outdated_and_do_not_count() -> None:
    said = reviews([("A", CONFIRM), ("B", REJECT)])
    found = standing(said, says="other")
    assert (found.status.value, found.counting, found.outdated) == ("unreviewed", (), tuple(said))


def test_reviews_made_without_seeing_those_of_others_are_named() -> None:
    said = [review(1, "A", CONFIRM, seen=0), review(2, "B", CONFIRM, seen=0), review(3, "C", CONFIRM, seen=2)]
    assert standing(said, says="now").unseen == ((2, (1,)),)
    again = [review(1, "A", CONFIRM, seen=0), review(2, "A", CONFIRM, seen=0), review(3, "B", CONFIRM)]
    assert standing(again, says="now").unseen == ()  # their own, and who did not say what they saw


def test_an_edit_that_changes_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="changes nothing"):
        Edit()
    assert Edit(value=TextValue(text="x")).boxes is None
