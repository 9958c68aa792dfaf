"""Scores of finding names, by kind of case: recall at 1 and 5, what is found at the grades of claims, false joins."""

from __future__ import annotations

import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.screening_sets.names import NameQuery
from tenderlight.matching import CLAIM_GRADES, Match, Matcher, Query

AT = 5


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of the queries of one category."""

    asked: int = 0
    first: int = 0
    among: int = 0
    claimed: int = 0
    joined: int = 0
    """Queries with an entry at a grade of claims that is not the one meant."""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of all queries."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    joins: list[tuple[NameQuery, Match]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        """Queries a second of processor time."""
        return sum(tally.asked for tally in self.tallies.values()) / self.seconds


def ask(matcher: Matcher, queries: Sequence[NameQuery]) -> Outcome:
    """Ask the matcher all queries, as a screening of many names does."""
    outcome = Outcome()
    started = time.process_time()
    asked = (Query(name=query.name, schema=query.schema) for query in queries)
    answers = list(matcher.find_all(asked, most=AT, least=0.0))
    outcome.seconds = time.process_time() - started
    for query, matches in zip(queries, answers, strict=True):
        tally = outcome.tallies[query.category]
        entries = [match.entity.entry for match in matches]
        claims = [match for match in matches if match.grade in CLAIM_GRADES]
        tally.asked += 1
        tally.first += query.target in entries[:1]
        tally.among += query.target in entries[:AT]
        tally.claimed += any(match.entity.entry == query.target for match in claims)
        false = [match for match in claims if match.entity.entry != query.target]
        tally.joined += bool(false)
        outcome.joins.extend((query, match) for match in false)
    return outcome


def recalled(queries: Iterable[NameQuery], candidates: Callable[[int], Sequence[str]]) -> dict[str, tuple[int, int]]:
    """Return how many of each category were asked, and how many had their target among the candidates."""
    found: dict[str, tuple[int, int]] = {}
    for at, query in enumerate(queries):
        asked, among = found.get(query.category, (0, 0))
        found[query.category] = (asked + 1, among + (query.target in candidates(at)[:AT]))
    return found


def most_memory_megabytes() -> float:
    """Return the most memory this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
