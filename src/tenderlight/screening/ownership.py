"""Shares of listed parties in those that no list names, computed for the rules that ask so, for the day asked.

Who is owned to the rule's percent by parties that are listed, or are themselves so owned, counted together, is owned by
listed parties: then its own stakes count whole, and so on (OFAC's way of counting through several levels). A stake
without percent or day counts nothing; nor do stakes in a party whose stakes come to more than 100 %. Every step
is said. The answer is a computed share by stated stakes: no finding, and no word on control.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tenderlight.lists.standing import Status, standing
from tenderlight.matching import Grade, Match, Query
from tenderlight.model.problem import Problem, problem
from tenderlight.model.values import PartialDate
from tenderlight.screening.ownership_rules import OWNERSHIP_RULES, Force, OwnershipRule
from tenderlight.screening.prepared import Prepared
from tenderlight.screening.questions import STEP, Question
from tenderlight.screening.stake_graph import Owned, StakeGraph, bounds

OWNERSHIP_VERSION = 1
"""Raised whenever the same stakes and lists may give another share."""
MOST_PARTIES = 5_000
"""Owners of owners that are looked at for one name."""
_WHOLE = Decimal(100)


class OwnedGrade(StrEnum):
    """What a share of listed parties comes to; both below being listed oneself."""

    COMPUTED = "owned-by-listed-computed"
    """The share reaches what the rule asks."""
    BELOW = "part-owned-by-listed"
    """Listed parties hold a part, below what the rule asks, or how much is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One sum: the counted stakes in one party."""

    owned: str
    total: Decimal
    stakes: tuple[StepStake, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStake:
    """A stake in a sum, with where it is stated."""

    owner: str
    owner_is: str
    """How the owner counts: the entry it is, or "owned by listed (computed)"."""
    percent: Decimal | None
    since: str
    says: str
    list_code: str
    sha256: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedHit:
    """A share of listed parties in a name, under one rule."""

    rule: OwnershipRule
    grade: OwnedGrade
    force: Force
    """Whether the rule held on the day."""
    day: str
    total: Decimal
    """Percent that counts."""
    steps: tuple[Step, ...]
    """From the listed owners down to the name; the last is of the name itself."""
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What stakes say to one question."""

    hits: tuple[OwnedHit, ...] = ()
    problems: tuple[Problem, ...] = ()


class Ownership:
    """Computes shares of listed parties: built once, asked often.

    Args:
        prepared: The lists, and the stakes held beside them.
    """

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._graph = StakeGraph(prepared.stakes) if prepared.stakes else None
        self._known: dict[int, tuple[Match, ...]] = {}

    def ask(self, question: Question) -> Shares:
        """Return the shares of listed parties in a name, on the days asked for.

        Problems: `ownership-cycle`, `ownership-name-shared`, `ownership-over-100`, `ownership-percent-missing`,
        `ownership-sources-differ`.
        """
        if self._graph is None or not question.days:
            return Shares()
        found = self._graph.find(question.query)
        if len(found) > 1:
            return Shares(problems=(problem("ownership-name-shared", step=STEP, pointer=question.where),))
        if not found:
            return Shares()
        days = sorted({day for date in question.days for day in bounds(date)})
        answers = [
            _Day(self, self._graph, found[0], day).answer(question.where) for day in dict.fromkeys((days[0], days[-1]))
        ]
        return _agreed(answers)

    def listed(self, number: int, rule: OwnershipRule, day: datetime.date) -> str:
        """Return the entry of the rule's lists that a party of the stakes is on a day; "" if none."""
        assert self._graph is not None
        node = self._graph.nodes[number]
        if number not in self._known:
            query = Query(name=node.name, identifiers=node.identifiers)
            self._known[number] = tuple(
                match for match in self._prepared.matcher.find(query) if match.grade.rank < Grade.DERIVED_FORM.rank
            )
        on = PartialDate(year=day.year, month=day.month, day=day.day)
        for match in self._known[number]:
            if match.entity.list_code in rule.lists:
                stands = standing(self._prepared.histories[match.place], on)
                if stands.status is Status.LISTED:
                    return f"{match.entity.name} ({match.entity.list_code}, {match.grade}): {stands.because}"
        return ""


class _Day:
    """The shares in one party on one day."""

    def __init__(self, ownership: Ownership, graph: StakeGraph, asked: int, day: datetime.date) -> None:
        self._ownership, self._graph, self._asked, self._day = ownership, graph, asked, day
        self._codes: dict[str, list[str]] = {}
        self._stakes = self._upstream()
        self._barred = {owned for owned, stakes in self._stakes.items() if self._is_over(owned, stakes)}

    def answer(self, where: str) -> Shares:
        """Return the shares under every rule that holds, or may hold, on the day."""
        hits = []
        for rule in OWNERSHIP_RULES:
            force = rule.force(self._day)
            if force is not Force.NOT:
                hit = self._under(rule, force)
                if hit is not None:
                    hits.append(hit)
        problems = tuple(
            problem(code, step=STEP, detail=f"({'; '.join(places[:5])})", pointer=where)
            for code, places in sorted(self._codes.items())
        )
        return Shares(hits=tuple(hits), problems=problems if hits else ())

    def _upstream(self) -> dict[int, list[Owned]]:
        """Return the stakes in the party asked for, in its owners, and so on."""
        found: dict[int, list[Owned]] = {}
        waiting = [self._asked]
        while waiting and len(found) < MOST_PARTIES:
            owned = waiting.pop(0)
            if owned in found:
                continue
            found[owned] = self._graph.owners(owned, self._day)
            for each in found[owned]:
                if each.differs:
                    self._note("ownership-sources-differ", each)
                waiting.append(each.owner)
        self._note_circles(found)
        return found

    def _note_circles(self, found: dict[int, list[Owned]]) -> None:
        """Note stakes that lead back: what is left once parties without owners are taken off, again and again."""
        left = {owned: {each.owner for each in stakes if each.owner in found} for owned, stakes in found.items()}
        heirs: dict[int, list[int]] = {}
        for owned, owners in left.items():
            for owner in owners:
                heirs.setdefault(owner, []).append(owned)
        free = [owned for owned, owners in left.items() if not owners]
        while free:
            gone = free.pop()
            left.pop(gone)
            for owned in heirs.get(gone, ()):
                left[owned].discard(gone)
                if not left[owned]:
                    free.append(owned)
        for owned in sorted(left):
            self._codes.setdefault("ownership-cycle", []).append(self._graph.nodes[owned].said)

    def _is_over(self, owned: int, stakes: Sequence[Owned]) -> bool:
        total = sum((each.percent for each in stakes if each.percent is not None), Decimal(0))
        if total > _WHOLE:
            said = f"{self._graph.nodes[owned].said}: {total:f} %"
            self._codes.setdefault("ownership-over-100", []).append(said)
        return total > _WHOLE

    def _under(self, rule: OwnershipRule, force: Force) -> OwnedHit | None:
        """Return the share under one rule; None if no listed party has any part in it."""
        among = {each.owner for stakes in self._stakes.values() for each in stakes} | set(self._stakes)
        listed = {
            number: said
            for number in sorted(among - {self._asked})
            if (said := self._ownership.listed(number, rule, self._day))
        }
        if not listed:
            return None
        reached, counts = self._reached(rule, listed)
        own = reached.get(self._asked) or self._sum(self._asked, counts)
        if not own.stakes:
            return None
        is_reached = self._asked in reached
        steps = self._needed(own, reached)
        if force is Force.UNKNOWN:
            holds = f"Whether the rule holds on {self._day} is not known here: {rule.source}"
        else:
            holds = f"The rule: {rule.source}"
        comes_to = "at least" if is_reached else "below"
        end = (
            f"That is {comes_to} {rule.percent:f} %."
            if self._asked not in self._barred
            else ("Its stakes come to more than 100 %, so that no sum is computed.")
        )
        said = " ".join(step.sentence for step in steps)
        return OwnedHit(
            rule=rule,
            grade=OwnedGrade.COMPUTED if is_reached else OwnedGrade.BELOW,
            force=force,
            day=self._day.isoformat(),
            total=own.total,
            steps=steps,
            explanation=f"Computed for {self._day} by stated stakes. {said} {end} {holds}",
        )

    def _reached(self, rule: OwnershipRule, listed: dict[int, str]) -> tuple[dict[int, Step], dict[int, str]]:
        """Return the sums that reach what a rule asks, by party, and all parties whose stakes count then."""
        heirs: dict[int, set[int]] = {}
        for owned, stakes in self._stakes.items():
            for each in stakes:
                heirs.setdefault(each.owner, set()).add(owned)
        counts = dict(listed)
        reached: dict[int, Step] = {}
        waiting = {owned for owner in listed for owned in heirs.get(owner, ())}
        while waiting:
            new: dict[int, Step] = {}
            for owned in sorted(waiting - set(counts) - self._barred):
                step = self._sum(owned, counts)
                if step.total >= rule.percent:
                    new[owned] = step
            reached |= new
            counts |= dict.fromkeys(new, "owned by listed (computed)")
            waiting = {owned for owner in new for owned in heirs.get(owner, ())}
        return reached, counts

    def _sum(self, owned: int, counts: dict[int, str]) -> Step:
        parts = [each for each in self._stakes.get(owned, ()) if each.owner in counts and each.owner != owned]
        total = sum((each.percent for each in parts if each.percent is not None), Decimal(0))
        stakes = tuple(self._told(each, counts[each.owner]) for each in parts)
        for each in parts:
            if each.percent is None:
                self._note("ownership-percent-missing", each)
        name = self._graph.nodes[owned].said
        said = ", ".join(
            f"{each.owner} {'an unsaid part' if each.percent is None else f'{each.percent:f} %'} "
            f"({each.says}, {each.since or 'day not said'}; counts as {each.owner_is})"
            for each in stakes
        )
        return Step(owned=name, total=total, stakes=stakes, sentence=f"Of {name}: {said}; together {total:f} %.")

    def _needed(self, own: Step, reached: dict[int, Step]) -> tuple[Step, ...]:
        """Return the sums that the last one rests on, owners before what they own."""
        found: dict[int, Step] = {}
        waiting = [self._asked]
        while waiting:
            number = waiting.pop(0)
            step = own if number == self._asked else reached.get(number)
            if step is not None and number not in found:
                found[number] = step
                waiting.extend(each.owner for each in self._stakes.get(number, ()))
        return tuple(reversed(found.values()))

    def _told(self, each: Owned, owner_is: str) -> StepStake:
        first = each.stated[0]
        return StepStake(
            owner=self._graph.nodes[each.owner].said,
            owner_is=owner_is,
            percent=each.percent,
            since=first.stake.since.iso() if first.stake.since is not None else "",
            says=first.stake.says,
            list_code=first.stake.list_code,
            sha256=first.held.snapshot.sha256,
            place=first.stake.place,
        )

    def _note(self, code: str, each: Owned) -> None:
        said = f"{self._graph.nodes[each.owner].said} in {self._graph.nodes[each.owned].said}"
        places = self._codes.setdefault(code, [])
        if said not in places:
            places.append(said)


def _agreed(answers: Sequence[Shares]) -> Shares:
    """Return the answer of all days; a share that is reached on some of them only is below on that which is not."""
    problems = {(each.code, each.message): each for answer in answers for each in answer.problems}
    worst: dict[str, list[OwnedHit]] = {}
    for answer in answers:
        for hit in answer.hits:
            worst.setdefault(hit.rule.code, []).append(hit)
    hits = [_lowest(found) for found in worst.values() if len(found) == len(answers)]
    return Shares(hits=tuple(hits), problems=tuple(problems.values()))


def _lowest(found: Iterable[OwnedHit]) -> OwnedHit:
    return min(found, key=lambda hit: (hit.grade is OwnedGrade.COMPUTED, hit.force is Force.HELD, hit.total, hit.day))
