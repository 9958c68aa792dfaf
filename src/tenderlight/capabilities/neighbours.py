"""Which of several capabilities found on the same words holds: the one whose own object stands there.

"Compared with the voices of known persons" has the words of a watch-list of faces, and no face: it is found as voices
alone. What each capability acts on is data (`vocabulary/capabilities/neighbours.toml`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.vocabulary import Neighbour, Scope


def which_hold(found: Sequence[Candidate], senses: SenseMap, neighbours: Mapping[str, Neighbour]) -> list[bool]:
    """Say of each finding whether it holds, or gives way to another capability on the same words.

    Args:
        found: What meets patterns, of all capabilities, in any order.
        senses: The senses of the text.
        neighbours: How capabilities stand to each other, by code.
    """
    if len({one.capability.code for one in found}) == 1:
        return [True] * len(found)
    sides = [_Side.of(one, senses, neighbours.get(one.capability.code, _NONE)) for one in found]
    nameless = [any(one.lacks_its_object_beside(other) for other in sides) for one in sides]
    named = [side for side, gone in zip(sides, nameless, strict=True) if not gone]
    return [
        not gone and not any(one.is_said_more_narrowly_by(other) for other in named)
        for one, gone in zip(sides, nameless, strict=True)
    ]


_NONE = Neighbour(own=frozenset(), gives_way_to=frozenset())


@dataclass(frozen=True, slots=True)
class _Side:
    """A finding, and whether what its capability acts on is named around it."""

    candidate: Candidate
    neighbour: Neighbour
    sentence: Span
    in_sentence: bool
    in_line: bool

    @classmethod
    def of(cls, candidate: Candidate, senses: SenseMap, neighbour: Neighbour) -> Self:
        core = candidate.start, candidate.end
        sentence, line = (senses.scope(scope, core, 0) for scope in (Scope.SENTENCE, Scope.LINE))
        own = neighbour.own
        return cls(
            candidate,
            neighbour,
            sentence,
            in_sentence=bool(own and senses.within(own, sentence)),
            in_line=not own or bool(senses.within(own, line)),
        )

    def lacks_its_object_beside(self, other: _Side) -> bool:
        """Say whether the object of the other capability is named in the sentence, and that of this one nowhere."""
        if self.candidate.capability is other.candidate.capability or self.in_line or not other.in_sentence:
            return False
        return self.sentence[0] <= other.candidate.start < self.sentence[1]

    def is_said_more_narrowly_by(self, other: _Side) -> bool:
        """Say whether the other capability is found on the same words and is the narrower of the two."""
        one, two = self.candidate, other.candidate
        if one.capability is two.capability or two.capability.code not in self.neighbour.gives_way_to:
            return False
        return one.start < two.end and two.start < one.end
