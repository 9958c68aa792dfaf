"""Spellings in groups, by the reasons of rules and the decisions of people; what tells two apart splits a group.

A chain of reasons may join two that cannot be one: two valid numbers of one register, or two that somebody told apart.
Then its weakest links go, on both sides: what stands between the two joins neither. The answer does not depend on the
order in which anything was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from tenderlight.linking.party_decisions import Decision, Verdict
from tenderlight.linking.party_reasons import DECIDED, Groups, Reason
from tenderlight.linking.party_spellings import ONE_EACH, Spelling

MOST_CONFLICTS = 1_000
"""Pairs of a group that tell each other apart; in a worse group, every reason but those of people goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Spellings in groups."""

    groups: tuple[tuple[str, ...], ...]
    kept: tuple[Reason, ...]
    dropped: tuple[Reason, ...]
    """Reasons that would join what is told apart."""
    passed_over: tuple[Decision, ...]
    """Decisions that contradict newer ones, or that name one spelling twice."""


def grouped(spellings: Sequence[Spelling], reasons: Iterable[Reason], decisions: Sequence[Decision]) -> Grouped:
    """Return the parties of a case as groups of spellings.

    Args:
        spellings: Every spelling.
        reasons: Why two may be one, by rules.
        decisions: Those in force, the newest first; of spellings that are not in the case, they wait.
    """
    by_key = {spelling.key: spelling for spelling in spellings}
    same, apart, passed_over = _decided(by_key, decisions)
    pinned = Groups(by_key)
    for reason in same:
        pinned.join(reason.one, reason.other)
    kept = [*same, *reasons]
    dropped: list[Reason] = []
    while True:
        found = Groups(by_key)
        for reason in kept:
            found.join(reason.one, reason.other)
        loose = _loose(found, kept, _conflicts(found, by_key, pinned, apart))
        if not loose:
            break
        dropped.extend(reason for reason in kept if reason in loose)
        kept = [reason for reason in kept if reason not in loose]
    return Grouped(
        groups=tuple(tuple(group) for group in found.all()),
        kept=tuple(kept),
        dropped=tuple(dropped),
        passed_over=tuple(passed_over),
    )


_Pair = tuple[str, str]


def _decided(
    by_key: dict[str, Spelling], decisions: Sequence[Decision]
) -> tuple[list[Reason], set[_Pair], list[Decision]]:
    """Return what people joined and told apart; the newest decisions first, those that contradict them passed over."""
    joined = Groups(by_key)
    same: list[Reason] = []
    apart: set[_Pair] = set()
    passed_over: list[Decision] = []
    for each in decisions:
        if each.one not in by_key or each.other not in by_key:
            continue
        ends = {joined.lead(each.one), joined.lead(each.other)}
        if each.verdict is Verdict.SAME:
            if any({joined.lead(one), joined.lead(other)} == ends for one, other in apart):
                passed_over.append(each)
                continue
            joined.join(each.one, each.other)
            because = f"{each.person} says that they are one: {each.because}"
            same.append(Reason(one=each.pair[0], other=each.pair[1], grade=DECIDED, because=because))
        elif len(ends) == 1:
            passed_over.append(each)
        else:
            apart.add(each.pair)
    return same, apart, passed_over


def _conflicts(found: Groups, by_key: dict[str, Spelling], pinned: Groups, apart: set[_Pair]) -> dict[str, list[_Pair]]:
    """Return the pairs of each group that cannot be one, by the lead of the group."""
    conflicts: dict[str, list[_Pair]] = {}
    for one, other in sorted(apart):
        if found.lead(one) == found.lead(other):
            conflicts.setdefault(found.lead(one), []).append((one, other))
    for group in found.all():
        numbers: dict[str, dict[str, set[str]]] = {}
        for key in group:
            for scheme, number in by_key[key].numbers:
                if scheme in ONE_EACH:
                    numbers.setdefault(scheme, {}).setdefault(pinned.lead(key), set()).add(number)
        for held in numbers.values():
            pairs = (pair for pair in combinations(sorted(held), 2) if not held[pair[0]] & held[pair[1]])
            for pair in pairs:
                conflicts.setdefault(group[0], []).append(pair)
                if len(conflicts[group[0]]) > MOST_CONFLICTS:
                    break
    return conflicts


def _loose(found: Groups, kept: Sequence[Reason], conflicts: dict[str, list[_Pair]]) -> set[Reason]:
    """Return the reasons that go, so that no group holds two that cannot be one."""
    if not conflicts:
        return set()
    of_group: dict[str, list[Reason]] = {}
    for reason in kept:
        of_group.setdefault(found.lead(reason.one), []).append(reason)
    loose: set[Reason] = set()
    for lead, pairs in conflicts.items():
        reasons = of_group[lead]
        if len(pairs) > MOST_CONFLICTS:
            loose |= {reason for reason in reasons if reason.grade != DECIDED}
            continue
        for one, other in pairs:
            loose |= _weakest_between(reasons, one, other)
    return loose


def _weakest_between(reasons: Sequence[Reason], one: str, other: str) -> set[Reason]:
    """Return the weakest reasons that two need for being in one group: those that touch either, on a way to the other.

    Reasons of one grade weaker than that, and those that lead elsewhere, stay.
    """
    keys = {key for reason in reasons for key in (reason.one, reason.other)}
    for rank in sorted({reason.rank for reason in reasons}):
        strong = Groups(keys)
        for reason in reasons:
            if reason.rank < rank:
                strong.join(reason.one, reason.other)
        up_to = [reason for reason in reasons if reason.rank <= rank]
        if not _reach(up_to, keys, set(), one, other):
            continue
        at_rank = [reason for reason in up_to if reason.rank == rank]
        found: set[Reason] = set()
        for near, far in ((one, other), (other, one)):
            own = {key for key in keys if strong.lead(key) == strong.lead(near)}
            outside = _without(up_to, keys, own)
            for reason in at_rank:
                ends = [key for key in (reason.one, reason.other) if key not in own]
                if len(ends) == 1 and outside.lead(ends[0]) == outside.lead(far):
                    found.add(reason)
        return found
    return set()


def _reach(reasons: Sequence[Reason], keys: set[str], without: set[str], one: str, other: str) -> bool:
    found = _without(reasons, keys, without)
    return found.lead(one) == found.lead(other)


def _without(reasons: Sequence[Reason], keys: set[str], without: set[str]) -> Groups:
    found = Groups(keys)
    for reason in reasons:
        if reason.one not in without and reason.other not in without:
            found.join(reason.one, reason.other)
    return found
