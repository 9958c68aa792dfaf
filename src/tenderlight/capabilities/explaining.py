"""Why a rule fires on words: which of them stand for what it asks for, looked at once more.

A claim keeps the rule, its version and the words, not the senses that met. They are found again by the rules of this
version, in the same page; where a rule has changed since, whoever shows the answer says of which version it is.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from tenderlight.capabilities.clauses import Layout, Span
from tenderlight.capabilities.context import Surroundings
from tenderlight.capabilities.cues import Cues
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.patterns import Candidate, candidates
from tenderlight.capabilities.polarity import Judge
from tenderlight.capabilities.rules.quantities import large_numbers
from tenderlight.capabilities.searchtext import SearchText, search_text_at, search_text_of_pages
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.capabilities.vocabulary import Need, Scope
from tenderlight.capabilities.words import Hit
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page
from tenderlight.model.statement import Anchor, Polarity, Stage
from tenderlight.model.values import CapabilityValue

TABLE = "capability_senses.json"
MOST_WORDS = 6
"""Words shown of one sense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetSense:
    """Something that the rule asks for, and the words that stand for it."""

    labels: tuple[str, ...]
    """In English: what the words mean; several where the rule takes one of several."""
    labels_zh: tuple[str, ...]
    words: tuple[Anchor, ...]
    """Where they stand; none = they stand elsewhere in the document."""
    is_context: bool
    """Whether it need only stand around the words, and is not one of those that must stand together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Something that keeps the rule from firing."""

    labels: tuple[str, ...]
    labels_zh: tuple[str, ...]
    is_there: bool
    """Whether it stands there all the same, and other words lift it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a rule fires."""

    rule: str
    version: int
    """Of the rule that was asked, which may be another than made the claim."""
    pattern: str
    """Name of what was met, in English."""
    met: tuple[MetSense, ...]
    cue: tuple[Anchor, ...]
    """The words that say whether it is demanded, offered, refused; none = the kind of document alone says so."""
    exclusions: tuple[Exclusion, ...]
    """What was looked for and would have kept the rule from firing."""


def explain(claim: Claim, pages: Sequence[Page]) -> Explanation | None:
    """Return why the rule of a capability finds what it claims; None if it is no capability, or it is not found again.

    Args:
        claim: The claim.
        pages: The pages that its quotes stand on, in order, as they were read; none = it has none, and the words around
            its first quote are looked at.
    """
    if not isinstance(claim.value, CapabilityValue) or claim.rule != claim.value.capability:
        return None
    if pages:
        text = search_text_of_pages(pages)
        spans = [span for quote in claim.quotes for span in _on_page(text, quote.page_number, quote.start, quote.end)]
    else:
        quote = claim.quotes[0]
        text = search_text_at(quote.before + quote.text + quote.after, quote.pointer or "")
        spans = _on_page(text, None, len(quote.before), len(quote.before) + len(quote.text))
    if not spans:
        return None
    quoted = min(span[0] for span in spans), max(span[1] for span in spans)
    return _explain(text, quoted, claim.rule, claim.polarity, claim.stage)


@lru_cache(maxsize=1)
def sense_labels() -> dict[str, tuple[str, str]]:
    """Return what each sense means, in English and Chinese; read once a process."""
    rows = json.loads((resources.files("tenderlight._generated") / TABLE).read_bytes())
    return {name: (english, chinese) for name, (english, chinese) in rows.items()}


def _on_page(text: SearchText, page_number: int | None, start: int, end: int) -> list[Span]:
    """Return where a stretch of a page stands in the text searched."""
    found = []
    for piece in text.pieces:
        low, high = max(start, piece.start), min(end, piece.start + piece.length)
        if piece.page_number == page_number and low < high:
            shift = piece.joined_start - piece.start
            found.append((bisect_left(text.starts, low + shift), bisect_left(text.starts, high + shift)))
    return [span for span in found if span[0] < span[1]]


def _explain(
    text: SearchText, quoted: Span, rule: str, polarity: Polarity | None, stage: Stage | None
) -> Explanation | None:
    matcher = shared_matcher()
    hits = large_numbers(text.text, matcher.hits_that_may_matter(text.text, text.recognised))
    senses = SenseMap(hits, Layout(text, hits))
    patterns = [pair for pair in matcher.possible(hits) if pair[0].code == rule]
    near = [one for one in candidates(senses, patterns) if one.start < quoted[1] and quoted[0] < one.end]
    if not near:
        weaker = (
            one for one in candidates(senses, matcher.possible_in_weaker_form(hits)) if one.capability.code == rule
        )
        near = [one for one in weaker if one.start < quoted[1] and quoted[0] < one.end]
    if not near:
        return None
    cues = Cues(senses, matcher.vocabulary, stage=stage, is_bid=False)
    surroundings = Surroundings(senses, matcher.vocabulary, cues)

    def verdict(one: Candidate) -> Verdict:
        judge = Judge(senses, cues, one.pattern)
        return surroundings.verdict((one.start, one.end), Setting(stage=stage), judge)

    best = min(near, key=lambda one: (verdict(one).polarity is not polarity, one.weak, -one.pattern.confidence))
    cue = verdict(best).cue
    return Explanation(
        rule=rule,
        version=best.capability.version,
        pattern=best.pattern.name,
        met=tuple(_met(best, senses, text)),
        cue=() if cue is None else text.anchors(*cue),
        exclusions=tuple(_exclusions(best, senses)),
    )


def _met(one: Candidate, senses: SenseMap, text: SearchText) -> Iterator[MetSense]:
    core = one.start, one.end
    for need in one.pattern.core:
        yield _of_need(need, senses.within(need.senses, core), text, is_context=False)
    for need in one.pattern.context:
        is_anywhere = need.scope is Scope.DOCUMENT
        found = senses.of(need.senses) if is_anywhere else _around(need, senses, core, one.pattern.near)
        yield _of_need(need, found, text, is_context=True)


def _around(need: Need, senses: SenseMap, core: Span, near: int) -> list[Hit]:
    return senses.within(need.senses, senses.scope(need.scope, core, near))


def _of_need(need: Need, found: Sequence[Hit], text: SearchText, *, is_context: bool) -> MetSense:
    said = {sense for hit in found for sense in hit.senses & need.senses} or set(need.senses)
    words = (anchor for hit in found[:MOST_WORDS] for anchor in text.anchors(hit.start, hit.end))
    english, chinese = _labels(said)
    return MetSense(labels=english, labels_zh=chinese, words=tuple(words), is_context=is_context)


def _exclusions(one: Candidate, senses: SenseMap) -> Iterator[Exclusion]:
    core = one.start, one.end
    for need in one.pattern.without:
        english, chinese = _labels(need.senses)
        is_there = bool(_around(need, senses, core, one.pattern.near)) if need.scope is not Scope.DOCUMENT else False
        yield Exclusion(labels=english, labels_zh=chinese, is_there=is_there)


def _labels(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what senses mean in both languages; a sense without words of its own goes by its name."""
    known = sense_labels()
    pairs = [known.get(name, (name, name)) for name in sorted(names)]
    return tuple(english for english, _ in pairs), tuple(chinese for _, chinese in pairs)
