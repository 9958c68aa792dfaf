"""The loosest form of a rule: some senses of a capability in one clause, where what the lines say favours it.

Such a find is still one of senses, with words to show: of a clause that has one word with a sense of the capability
only, and that not what the capability acts on, nothing is made, however its letters read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.opinions import SecondOpinion
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.scoring import is_favoured
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.vocabulary import Capability, Form, Neighbour, Pattern
from tenderlight.capabilities.weaker_forms import MARKS
from tenderlight.capabilities.words import Hit

FEWEST_WORDS = 2
"""Words with a sense of the capability that its clause must have, unless one says what the capability acts on."""
MOST_CLAUSES = 2_000
"""Clauses looked at in one text."""
MOST_IN_LINE = 4
"""Words taken for one capability in one line, of which one is kept: a row may have thousands of cells."""


def some_senses(
    senses: SenseMap,
    forms: Iterable[tuple[Capability, Pattern]],
    neighbours: Mapping[str, Neighbour],
    opinion: SecondOpinion,
    is_long_enough: Callable[[Hit], bool],
) -> Iterator[Candidate]:
    """Yield, of each clause, the best word with a sense of each capability that the lines favour.

    Args:
        senses: The senses of the text.
        forms: Patterns to look for; those of other forms are passed over.
        neighbours: What each capability acts on, by code.
        opinion: Who says what lines favour.
        is_long_enough: Whether the line of a word gives enough to go by.
    """
    by_code = {capability.code: (capability, pattern) for capability, pattern in forms if pattern.form is Form.SOME}
    acted_on = {code: MARKS.get(code) or _own(code, neighbours) for code in by_code}
    telling = _united(tuple(pattern.core[0].senses for _, pattern in by_code.values()))
    acted_on_by_any = _united(tuple(acted_on.values()))
    taken: Counter[tuple[str, Span]] = Counter()
    for hits in _by_clause(senses, telling)[:MOST_CLAUSES]:
        first = hits[0]
        if len(hits) < FEWEST_WORDS and acted_on_by_any.isdisjoint(first.senses):
            continue
        if not is_long_enough(first):
            continue
        line = senses.layout.line(first.start)
        for code in sorted(by_code.keys() & opinion.likely_by_senses(first.start, first.end)):
            if taken[code, line] >= MOST_IN_LINE:
                continue
            capability, pattern = by_code[code]
            asked = pattern.core[0].senses
            found = [hit for hit in hits if not asked.isdisjoint(hit.senses)]
            best = _best(found, acted_on[code], is_other_enough=code not in MARKS)
            if best is None or any(senses.meets(need, (best.start, best.end), 0) for need in pattern.without):
                continue
            if is_favoured(opinion.of(code, best.start, best.end)):
                taken[code, line] += 1
                yield Candidate(capability, pattern, best.start, best.end, weak=False)


def _own(code: str, neighbours: Mapping[str, Neighbour]) -> frozenset[str]:
    return neighbours[code].own if code in neighbours else frozenset()


@lru_cache(maxsize=256)
def _united(senses: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*senses)


def _by_clause(senses: SenseMap, telling: frozenset[str]) -> list[list[Hit]]:
    """Return the words with a telling sense that stand in each clause, in order, without slips of recognition."""
    clauses: dict[Span, list[Hit]] = {}
    for hit in senses.hits:
        if not hit.weak and not telling.isdisjoint(hit.senses):
            clauses.setdefault(senses.layout.clause(hit.start), []).append(hit)
    return list(clauses.values())


def _best(found: Sequence[Hit], own: frozenset[str], *, is_other_enough: bool) -> Hit | None:
    """Return the first word that says what the capability acts on; else the first of several, if they are enough."""
    acted_on = next((hit for hit in found if not own.isdisjoint(hit.senses)), None)
    if acted_on is not None or not is_other_enough:
        return acted_on
    count, end = 0, -1
    for hit in sorted(found, key=lambda one: one.end):
        if hit.start >= end:
            count, end = count + 1, hit.end
    return found[0] if count >= FEWEST_WORDS else None
