"""Why the rule fired, as the page of a claim shows it: each sense with its number, and the sentence lit by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from tenderlight.capabilities.explaining import Explanation, MetSense
from tenderlight.model.quote import Quote
from tenderlight.publish.told_words import pattern_in
from tenderlight.web.asked import Asked

MOST_NUMBERS = 6
"""Senses with a colour of their own; further ones share the last."""
MOST_LABELS = 4
"""Senses named where a rule takes one of very many."""
CUE = 0
"""Number of the words that say whether it is demanded, offered or refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a sentence that is shown in one way."""

    text: str
    is_quoted: bool
    number: int | None
    """Of the sense that it stands for; 0 = the cue, None = none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseView:
    """Something that the rule asks for, and what stands for it."""

    number: int
    means: str
    words: tuple[str, ...]
    """As they stand in the document; none = elsewhere in it."""
    is_context: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionView:
    """Something that would have kept the rule from firing."""

    means: str
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView:
    """Why the rule fired."""

    version: int
    """Of the rule that was asked now."""
    is_same_version: bool
    pattern: str
    """Its name."""
    senses: tuple[SenseView, ...]
    cue: tuple[str, ...]
    exclusions: tuple[ExclusionView, ...]


def why_view(asked: Asked, explained: Explanation, *, made_by: int) -> WhyView:
    """Return why a rule fired, in the language of the interface.

    Args:
        asked: The request.
        explained: What was found.
        made_by: Version of the rule that made the claim.
    """
    return WhyView(
        version=explained.version,
        is_same_version=explained.version == made_by,
        pattern=pattern_in(asked.language, explained.pattern),
        senses=tuple(
            SenseView(
                number=number,
                means=_means(asked, one.labels, one.labels_zh),
                words=tuple(dict.fromkeys(anchor.text for anchor in one.words)),
                is_context=one.is_context,
            )
            for number, one in _numbered(explained.met)
        ),
        cue=tuple(dict.fromkeys(anchor.text for anchor in explained.cue)),
        exclusions=tuple(
            ExclusionView(means=_means(asked, one.labels, one.labels_zh), is_there=one.is_there)
            for one in explained.exclusions
        ),
    )


def stretches(quote: Quote, around: tuple[int, int], text: str, explained: Explanation | None) -> tuple[Stretch, ...]:
    """Return a sentence cut where it is quoted and where senses stand.

    Args:
        quote: The quote in it.
        around: Where the sentence stands in the text.
        text: The text of the page, or what of it is known.
        explained: Why the rule fired; None = not known.
    """
    places = sorted(_places(quote.page_number, explained)) if explained is not None else []
    cuts = {around[0], around[1], quote.start, quote.end, *(at for start, end, _ in places for at in (start, end))}
    borders = sorted(cut for cut in cuts if around[0] <= cut <= around[1])
    found = []
    for low, high in pairwise(borders):
        number = next((number for start, end, number in places if start <= low and high <= end), None)
        is_quoted = quote.start <= low and high <= quote.end
        found.append(Stretch(text=text[low:high], is_quoted=is_quoted, number=number))
    return tuple(found)


def _places(page_number: int | None, explained: Explanation) -> Iterator[tuple[int, int, int]]:
    for number, one in _numbered(explained.met):
        yield from ((anchor.start, anchor.end, number) for anchor in one.words if anchor.page_number == page_number)
    yield from ((anchor.start, anchor.end, CUE) for anchor in explained.cue if anchor.page_number == page_number)


def _numbered(met: Sequence[MetSense]) -> Iterator[tuple[int, MetSense]]:
    return ((min(number, MOST_NUMBERS), one) for number, one in enumerate(met, start=1))


def _means(asked: Asked, english: tuple[str, ...], chinese: tuple[str, ...]) -> str:
    labels = chinese if asked.language == "zh" else english
    more = len(labels) - MOST_LABELS
    shown = reduce(lambda one, other: asked.say("why.or", one=one, other=other), labels[:MOST_LABELS])
    return shown if more <= 0 else asked.say("why.and_more", senses=shown, count=more)
