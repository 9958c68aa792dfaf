"""Questions against the entries of all lists held: what may be meant, and how it stood on the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from msgspec.structs import replace

from tenderlight.lists.history import EntryHistory, Lists
from tenderlight.lists.standing import Standing, Status, standing
from tenderlight.matching import CLAIM_GRADES, Match, Query
from tenderlight.matching.parsing import parse_name
from tenderlight.model.problem import Problem, problem
from tenderlight.model.values import PartialDate
from tenderlight.screening.ownership import OwnedHit, Ownership
from tenderlight.screening.prepared import Prepared
from tenderlight.screening.questions import STEP, Question, troubles
from tenderlight.screening.told import UNANSWERED, is_answered

RESEMBLES_IN_A_CASE = 0.6
"""Of a case nobody asked for each name: what is less alike is left out there."""
_TOGETHER = 256
"""Questions that are looked for together."""
SCREENING_VERSION = 2
"""Raised whenever the same question may get another answer though lists, matching and standing are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that a party may be, and how it stood."""

    match: Match
    history: EntryHistory
    standing: Standing

    @property
    def may_carry_a_claim(self) -> bool:
        """Whether its grade is more than a likeness."""
        return self.match.grade in CLAIM_GRADES


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """How a name was taken apart for comparing."""

    spelling: str
    words: tuple[str, ...]
    legal_form: str
    place: str
    branch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What the lists say to one question."""

    question: Question
    forms: Forms
    hits: tuple[Hit, ...] = ()
    """The surest grade first."""
    owned: tuple[OwnedHit, ...] = ()
    """Shares of listed parties in it, computed: below every hit, for a name that is listed itself needs none."""
    problems: tuple[Problem, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether the name was held against the lists."""
        return is_answered((each.code for each in self.problems), has_numbers=bool(self.question.query.identifiers))


class Screener:
    """Holds questions against the entries of lists: built once, asked often; the same lists, the same answers.

    Args:
        lists: The snapshots to use, all of them; as they were read, or prepared.
        resembles_from: Least score of an entry that only resembles a name; others are left out.
    """

    def __init__(self, lists: Lists | Prepared, *, resembles_from: float = 0.0) -> None:
        self._prepared = Prepared.of(lists) if isinstance(lists, Lists) else lists
        self._ownership = Ownership(self._prepared)
        self.held = self._prepared.held
        self.resembles_from = resembles_from

    def ask_all(self, questions: Iterable[Question]) -> Iterator[Screening]:
        """Yield an answer a question; many are looked for together, and one that is asked twice is looked for once."""
        known: dict[Query, tuple[Match, ...]] = {}
        every = iter(questions)
        while part := list(islice(every, _TOGETHER)):
            new = {question.query: question for question in part if question.query not in known}
            asked = {query: looked for query, question in new.items() if (looked := _looked_for(question)) is not None}
            known |= dict.fromkeys(new, ())
            known |= zip(asked, self._prepared.matcher.find_all(asked.values()), strict=True)
            yield from (self._answer(question, known[question.query]) for question in part)

    def ask(self, question: Question) -> Screening:
        """Answer one question.

        Problems: those of `Ownership.ask`; `screen-day-after-list`, `screen-name-empty`, `screen-name-long`,
        `screen-name-short`.
        """
        (answer,) = self.ask_all([question])
        return answer

    def _answer(self, question: Question, matches: tuple[Match, ...]) -> Screening:
        hits = []
        for match in matches:
            if match.grade not in CLAIM_GRADES and match.score < self.resembles_from:
                continue
            history = self._prepared.histories[match.place]
            hits.append(Hit(match=match, history=history, standing=standing_on(history, question.days)))
        problems = list(troubles(question))
        late = sorted({hit.match.entity.list_code for hit in hits if hit.standing.is_after_list})
        if late:
            problems.append(
                problem("screen-day-after-list", step=STEP, detail=f"({', '.join(late)})", pointer=question.where)
            )
        shares = self._ownership.ask(question)
        return Screening(
            question=question,
            forms=forms_of(question.query.name),
            hits=tuple(hits),
            owned=shares.hits,
            problems=(*problems, *shares.problems),
        )


def _looked_for(question: Question) -> Query | None:
    """Return what is looked for: the query, without a name that is too short; None if nothing can be."""
    codes = {each.code for each in troubles(question)}
    if codes & UNANSWERED:
        return None
    return replace(question.query, name="") if codes else question.query


def standing_on(history: EntryHistory, days: tuple[PartialDate, ...]) -> Standing:
    """Return how an entry stood on a day; on several days, of which one is right, only if it stood alike on all."""
    if not days:
        return standing(history, None)
    found = {day.iso(): standing(history, day) for day in days}
    if len({each.status for each in found.values()}) == 1:
        return found[max(found)]
    said = "; ".join(f"{each.status} on {day}" for day, each in sorted(found.items()))
    return Standing(status=Status.UNKNOWN, because=f"The documents give several days: {said}.")


def forms_of(name: str) -> Forms:
    """Return how a name is taken apart for comparing."""
    parsed = parse_name(name)
    return Forms(
        spelling=parsed.spelling,
        words=parsed.words,
        legal_form=parsed.form,
        place=parsed.place.written if parsed.place is not None else "",
        branch=parsed.branch,
    )
