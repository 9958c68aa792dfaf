"""What speaks for a finding, and what against it, by what stands around: other ways to it, rivals, refusals, things.

One pattern alone is often met by chance. Where several lead to the same capability in one sentence it is hardly ever
chance; where another capability is found there as well, or the paragraph refuses something, it often is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.cues import REFUSALS, Cues, of_polarity
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.subjects import WORD_JOINS
from tenderlight.capabilities.vocabulary import Scope
from tenderlight.model.statement import Polarity

MOST_WAYS = 4
"""More ways than these say no more."""
MOST_LENGTH = 40.0
"""The same of words, in Chinese characters."""
MOST_NEIGHBOURS = 200
"""Findings looked at around one: nobody writes more in a sentence, and a hostile page must not cost hours."""
_MEASURE = re.compile(
    r"[^,;。]{0,16}?(?:超过|低于|少于|高于|大于|小于|晚于|迟于|超出|more than|less than|fewer|exceed|below|above|beyond"
    r"|later than|plus de|moins de|supérieur|inférieur|más de|menos de|superior|inferior"
    r"|более|менее|выше|ниже|більше|менше)"
)
"""What follows a refusal that only bounds a figure: "must not weigh more than 3 kg"."""
LONGEST_MEASURE = 30
_THINGS = frozenset({"thing_object", "make_believe"})
_QUOTES = ("“", '"', "「", "«", "‘", "『")
_BACKGROUND = frozenset({Polarity.DISCUSSED})
_TRADES = frozenset({"other_trade", "other_trade_title", "other_theme"})


class Near(Enum):
    """How near something stands."""

    SENTENCE = "in the sentence"
    LINE = "in the paragraph or row, in another sentence"
    NOWHERE = "not in the paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What stands around a finding, as far as it tells whether the finding is right."""

    ways: int
    """Patterns of the same capability that are met in the sentence, at most `MOST_WAYS`."""
    length: float
    """Length of the words that meet them, in Chinese characters (four letters count as one), at most `MOST_LENGTH`."""
    has_rival: bool
    """Whether another capability is found on some of the same words."""
    has_equal_rival: bool
    """Whether one is found on them that the sentence says in as many ways."""
    has_stronger_rival: bool
    """Whether one is found on them that the sentence says in more ways."""
    refusal: Near
    """Where something is refused that no other finding is refused by."""
    background: Near
    """Where something is told of as there, planned or cited."""
    is_near_things: bool
    """Whether the paragraph or row names things, plants or animals that are watched like people."""
    is_near_exclusion: bool
    """Whether the sentence names what the capability is not (words that only ever exclude it), and no rival is it."""
    is_quoted: bool
    """Whether the words begin with a quotation mark: a word that is spoken of."""
    is_latin: bool
    """Whether the words are of a script that sets words apart: chance meetings are commoner there."""
    line_length: int
    """Characters of the paragraph or row."""
    is_near_trade: bool
    """Whether the sentence names works, printing, food and the like, which are bought beside what has such a name."""


class Surveyor:
    """Looks around findings in one text."""

    def __init__(
        self,
        met: Sequence[Candidate],
        senses: SenseMap,
        cues: Cues,
        exclusions: Mapping[str, frozenset[str]],
        used: Iterable[Span] = (),
    ) -> None:
        """Keep what is asked again and again.

        Args:
            met: What meets patterns, of all capabilities, whether or not it is reported.
            senses: The senses of the text.
            cues: Its cues.
            exclusions: By code of a capability, the senses that only ever exclude it.
            used: Where the cues stand that refuse, or only tell of, one of the findings: they speak of nothing else.
        """
        self._met = sorted(met, key=lambda one: one.start)
        self._starts = [one.start for one in self._met]
        self._longest = max((one.end - one.start for one in met), default=0)
        self._senses = senses
        self._cues = cues
        self._exclusions = exclusions
        self._used = frozenset(used)

    def support(self, candidate: Candidate) -> Support:
        """Return what stands around a finding."""
        core = candidate.start, candidate.end
        sentence, line = (self._senses.scope(scope, core, 0) for scope in (Scope.SENTENCE, Scope.LINE))
        ways: dict[str, set[str]] = {}
        rivals: set[str] = set()
        places: set[int] = set()
        for one in self._around(candidate, sentence):
            ways.setdefault(one.capability.code, set()).add(one.pattern.name)
            if one.capability is candidate.capability:
                places.update(self._places(one) if len(places) < 4 * MOST_LENGTH else ())
            elif one.start < core[1] and core[0] < one.end:
                rivals.add(one.capability.code)
        own = len(ways[candidate.capability.code])
        return Support(
            ways=min(own, MOST_WAYS),
            length=min(MOST_LENGTH, self._length(places)),
            has_rival=bool(rivals),
            has_equal_rival=any(len(ways[code]) >= own for code in rivals),
            has_stronger_rival=any(len(ways[code]) > own for code in rivals),
            refusal=self._near(REFUSALS, sentence, line),
            background=self._near(_BACKGROUND, sentence, line),
            is_near_things=self._names(_THINGS, line),
            is_near_exclusion=not rivals
            and self._names(self._exclusions.get(candidate.capability.code, frozenset()), sentence),
            is_quoted=self._senses.layout.text[max(0, core[0] - 1) : core[0]] in _QUOTES,
            is_latin=self._senses.layout.text[core[0]] < "\u2e80",
            line_length=line[1] - line[0],
            is_near_trade=self._is_near_trade(core, sentence),
        )

    def _near(self, polarities: frozenset[Polarity], sentence: Span, line: Span) -> Near:
        """Say how near the words stand to a cue that decides on no other finding."""
        cues = of_polarity(self._cues.within(line), *polarities)
        text = self._senses.layout.text
        places = [
            hit
            for hit, _ in cues
            if (hit.start, hit.end) not in self._used and not _MEASURE.match(text, hit.end, hit.end + LONGEST_MEASURE)
        ]
        if any(sentence[0] <= hit.start < sentence[1] for hit in places):
            return Near.SENTENCE
        return Near.LINE if places else Near.NOWHERE

    def _is_near_trade(self, core: Span, sentence: Span) -> bool:
        """Say whether another trade is named in the sentence, and no word joins it as a second purchase."""
        text = self._senses.layout.text
        for trade in self._senses.within(_TRADES, sentence):
            between = text[trade.end : core[0]] if trade.end <= core[0] else text[core[1] : trade.start]
            if not any(join in between for join in WORD_JOINS):
                return True
        return False

    def _around(self, candidate: Candidate, span: Span) -> list[Candidate]:
        """Return a finding and those beside it that are in a span, or reach into it."""
        first = bisect_left(self._starts, span[0] - self._longest)
        last = bisect_right(self._starts, span[1] - 1, lo=first)
        place = bisect_left(self._starts, candidate.start)
        first, last = max(first, place - MOST_NEIGHBOURS // 2), min(last, place + MOST_NEIGHBOURS // 2)
        beside = [one for one in self._met[first:last] if one.end > span[0] and one is not candidate]
        return [candidate, *beside]

    def _places(self, one: Candidate) -> set[int]:
        hits = self._senses.between((one.start, one.end))
        return {place for hit in hits if hit.end <= one.end for place in range(hit.start, hit.end)}

    def _length(self, places: set[int]) -> float:
        text = self._senses.layout.text
        return sum(1.0 if text[place] > "\u2e80" else 0.25 for place in places)

    def _names(self, senses: frozenset[str], span: Span) -> bool:
        return bool(self._senses.within(senses, span))
