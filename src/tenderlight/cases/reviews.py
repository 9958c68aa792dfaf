"""Reviews of claims by people: entries of the custody log and rows; none is overwritten."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.archive.custody import Act
from tenderlight.cases.alone import alone
from tenderlight.cases.edits import fitting
from tenderlight.cases.encoding import decode_claim
from tenderlight.cases.pen import Pen
from tenderlight.cases.registers import REVIEWS, Details
from tenderlight.cases.standings import restand_claim, review_of, reviews_of, says, standing_of, standing_of_claim
from tenderlight.cases.words_of_people import BECAUSE_CHARACTERS, bounded_or_empty
from tenderlight.errors import UsageError
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.edit import Edit
from tenderlight.model.review import Review, ReviewVerdict, Standing, person_key, standing

_GONE = "claim NOT IN (SELECT id FROM claims)"
_CLAIM = "SELECT body FROM claims WHERE id = ?"


class Reviews(Pen):
    """The reviews of a case, and the pen for further ones."""

    def __iter__(self) -> Iterator[Review]:
        """Yield every review, undone ones too, the oldest first."""
        return map(review_of, REVIEWS.rows(self._database))

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return self._database.row("SELECT 1 FROM reviews LIMIT 1") is not None

    def of(self, claim: str) -> tuple[Review, ...]:
        """Return the reviews of a claim, undone ones too, the oldest first."""
        return reviews_of(self._database, claim)

    def details(self, number: int) -> Details:
        """Return a review as its entry of the log says it; its edit, if there is one, is JSON.

        Raises:
            UsageError: If there is none.
        """
        for details in REVIEWS.rows(self._database, "number = ?", number):
            return details
        raise UsageError(f"There is no review {number}.")

    def standing(self, claim: str) -> Standing:
        """Return where a claim stands, and by which reviews."""
        return standing_of(self._database, claim)

    def standing_of(self, claim: Claim) -> Standing:
        """Return where a claim of the case stands, and by which reviews."""
        return standing_of_claim(self._database, claim)

    def standing_by(self, reviews: tuple[Review, ...], claim: Claim) -> Standing:
        """Return where a claim of the case stands by its reviews, as `of` returned them."""
        return standing(reviews, says=says(claim))

    def status(self, claim: str) -> ClaimStatus:
        """Return the status of a claim, see `tenderlight.model.review.standing`."""
        return self.standing(claim).status

    def without_claim(self) -> Iterator[Review]:
        """Yield the reviews whose claim is no longer made: the rules, the reading or the document changed since."""
        return map(review_of, REVIEWS.rows(self._database, _GONE))

    def lost_claims(self) -> list[str]:
        """Return the claims that are no longer made, and of which a review would count if they were."""
        claims = self._database.query("SELECT DISTINCT claim FROM reviews WHERE claim NOT IN (SELECT id FROM claims)")
        return [claim for (claim,) in list(claims) if self.standing(claim).outdated]

    def outdated(self) -> Iterator[Review]:
        """Yield the reviews of claims that say something else now than when they were reviewed."""
        claims = self._database.query("SELECT DISTINCT claim FROM reviews WHERE claim IN (SELECT id FROM claims)")
        for (claim,) in list(claims):
            yield from self.standing(claim).outdated

    def disputed(self) -> Iterator[Review]:
        """Yield the reviews that count of claims on which people disagree, claim by claim."""
        claims = self._database.query("SELECT id FROM claims WHERE is_waiting = 1 AND status = 'unsure' ORDER BY id")
        for (claim,) in list(claims):
            yield from self.standing(claim).counting

    @alone
    def add(
        self,
        verdict: ReviewVerdict,
        claim: str,
        *,
        person: str,
        because: str = "",
        edit: Edit | None = None,
        seen: int | None = None,
    ) -> Review:
        """Write a review into log and database.

        Args:
            verdict: Confirm, reject or unsure; for an undoing see `undo`.
            claim: Id of the claim.
            person: Who says it.
            because: Why; may be left out.
            edit: What is put in the place of value or boxes of a claim that is confirmed.
            seen: Number of the newest review of the claim that the person saw; 0 = they saw that there was none. A
                review made without seeing a newer one is kept, and `Standing.unseen` says so.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If nobody says it; if there is no such claim; if the edit does not fit the claim, or claims
                nothing; if the case is open for reading only.
        """
        if verdict is ReviewVerdict.UNDO:
            raise UsageError("An undoing names the review that no longer counts.")
        reviewed = self._claim(claim)
        if reviewed is None:
            raise UsageError(
                f"The case has no claim {claim:.80}; `tenderlight export CASE --format csv` shows its ids."
            )
        if edit is not None and verdict is not ReviewVerdict.CONFIRM:
            raise UsageError("Only a claim that is confirmed is edited: say confirm, with the right value or boxes.")
        return self._written(
            {
                "claim": reviewed.claim,
                "object": reviewed.document,
                "verdict": verdict.value,
                "because": because,
                "saw": says(reviewed),
                "edit": None if edit is None else fitting(edit, reviewed),
                "seen": seen,
                "undoes": None,
            },
            person,
            reviewed,
        )

    @alone
    def undo(
        self, claim: str, *, person: str, because: str = "", number: int | None = None, seen: int | None = None
    ) -> Review:
        """Say that a review no longer counts; what its person had said of the claim before counts again.

        Args:
            claim: Id of the claim; it need no longer be made.
            person: Who says it: the person who made the review.
            because: Why; may be left out.
            number: The review; None = the person's newest of the claim.
            seen: As for `add`.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If there is no such review of that person, or it is undone already; if the case is open for
                reading only.
        """
        reviews = self.of(claim)
        undone = {review.undoes for review in reviews}
        mine = [
            review
            for review in reviews
            if review.verdict is not ReviewVerdict.UNDO
            and review.number not in undone
            and person_key(review.person) == person_key(" ".join(person.split()))
            and number in (None, review.number)
        ]
        if not mine:
            which = "no review" if number is None else f"no review {number}"
            raise UsageError(
                f"There is {which} of that claim by {person:.80} that still counts; only who made one undoes it."
            )
        last = mine[-1]
        return self._written(
            {
                "claim": last.claim,
                "object": last.document,
                "verdict": ReviewVerdict.UNDO.value,
                "because": because,
                "saw": last.saw,
                "edit": None,
                "seen": seen,
                "undoes": last.number,
            },
            person,
            self._claim(last.claim),
        )

    def _claim(self, claim: str) -> Claim | None:
        row = self._database.row(_CLAIM, (claim,))
        return None if row is None else decode_claim(row[0].encode("utf-8"))

    def _written(self, details: Details, person: str, claim: Claim | None) -> Review:
        journal = self._writing()
        details["because"] = bounded_or_empty(str(details["because"]), BECAUSE_CHARACTERS, "--because: why")
        signed = self._signed(REVIEWS, details, person)
        seen, number = details["seen"], signed["number"]
        if isinstance(seen, int) and isinstance(number, int) and not 0 <= seen < number:
            raise UsageError(f"There is no review {seen} that could have been seen.")
        with journal.change():
            self._put(REVIEWS, Act.REVIEW, signed)
            if claim is not None:
                restand_claim(self._database, claim)
        return review_of(signed)
