"""Finds what a text says about capabilities, and weighs each finding: how likely it is right, and whether to claim it.

Whole rules are asked first. What only a weaker form of a rule meets is looked at where the second reader favours the
capability, and claimed where a finding like it is most likely right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenderlight.capabilities.clauses import Layout, Span
from tenderlight.capabilities.context import Surroundings
from tenderlight.capabilities.cues import Cues
from tenderlight.capabilities.findings import Found, kept_of
from tenderlight.capabilities.likelihood import LITTLE_LEARNED, Surrounds, figures_of, load_trees
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.opinions import Opinion, ReaderTables, SecondOpinion
from tenderlight.capabilities.patterns import Candidate, candidates
from tenderlight.capabilities.polarity_reader import PolarityModel, load_polarity_model, reread
from tenderlight.capabilities.rules.quantities import large_numbers
from tenderlight.capabilities.scoring import (
    LEAST_SAID,
    LEAST_SUGGESTED,
    SLIP,
    confidence_of,
    is_agreed,
    is_strong_alone,
    is_too_short_for_weaker,
    is_too_unsure,
    is_too_unsure_of_weaker,
    likely_by_signs,
    likely_if_misread,
    signs_of,
    without_slip,
)
from tenderlight.capabilities.searchtext import SearchText
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.some_senses import some_senses
from tenderlight.capabilities.support import Surveyor
from tenderlight.capabilities.vocabulary import Form
from tenderlight.capabilities.words import Hit
from tenderlight.model.statement import BUYING_POLARITIES

NAMED = 0.88
"""What a pattern is worth, from which on its words name the capability."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A finding, and how likely it is right."""

    found: Found
    figures: Sequence[float]
    """What the trees of `likelihood` were asked; none where they were not."""
    confidence: float
    is_doubted: bool
    """Whether it is too unsure to be claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedText:
    """The findings of one text."""

    whole: tuple[Weighed, ...]
    """What whole rules find."""
    weaker: tuple[Weighed, ...]
    """What only weaker forms of rules find: purchases, several of which may stand on the same words."""
    layout: Layout

    def claimed(self) -> list[Weighed]:
        """Return what is claimed, in the order of the text."""
        sure = [one for one in self.whole if not one.is_doubted]
        likely = (one for one in self.weaker if not one.is_doubted)
        bought = [one for one in _one_a_line(likely, self.layout) if not _is_known(one.found, sure)]
        return sorted([*sure, *bought], key=lambda one: (one.found.start, one.found.candidate.capability.code))

    def doubted(self) -> list[Weighed]:
        """Return the purchases that rules find, or weaker forms of them, and that are too unsure to be claimed."""
        by_rules = [one for one in self.whole if one.is_doubted]
        weaker = (one for one in self.weaker if one.is_doubted and one.confidence >= LEAST_SUGGESTED)
        in_part = [one for one in _one_a_line(weaker, self.layout) if not _is_known(one.found, self.whole)]
        return [*by_rules, *(one for one in in_part if not _is_known(one.found, self.claimed()))]


def weigh(
    search_text: SearchText,
    setting: Setting,
    *,
    in_weaker_forms: bool = True,
    readers: ReaderTables | None = None,
    polarities: PolarityModel | None = None,
) -> WeighedText | None:
    """Return what is found in a text; None if nothing is.

    Args:
        search_text: The text.
        setting: What is known of its document.
        in_weaker_forms: Whether to look for weaker forms of the rules, too.
        readers: Whom to ask; None = those that ship with the package.
        polarities: Who gives a second opinion on polarity; None = the one that ships.
    """
    matcher = shared_matcher()
    hits = matcher.hits_that_may_matter(search_text.text, search_text.recognised)
    if not hits or (setting.is_boilerplate and not _has_refusal(hits)):
        return None
    scales = _Scales(search_text, setting, large_numbers(search_text.text, hits), readers, polarities)
    met = list(candidates(scales.senses, matcher.possible(scales.hits)))
    in_part = scales.weaker() if in_weaker_forms else []
    if not met and not in_part:
        return None
    whole, surveyor = scales.kept(met)
    scales.remember(whole)
    weaker = scales.bought(in_part) if in_part else ()
    return WeighedText(
        whole=tuple(scales.weighed(one, surveyor) for one in whole), weaker=tuple(weaker), layout=scales.senses.layout
    )


class _Scales:
    """Weighs what is found in one text."""

    def __init__(
        self,
        search_text: SearchText,
        setting: Setting,
        hits: Sequence[Hit],
        readers: ReaderTables | None,
        polarities: PolarityModel | None,
    ) -> None:
        self.hits = hits
        self.senses = SenseMap(hits, Layout(search_text, hits))
        self._text = search_text.text
        self._setting = setting
        self._polarities = polarities
        self._opinion = SecondOpinion(search_text.text, self.senses, readers)
        self._found_in_line: dict[Span, frozenset[str]] = {}
        vocabulary = shared_matcher().vocabulary
        self._cues = Cues(self.senses, vocabulary, stage=setting.stage, is_bid=setting.is_bid)
        self._surroundings = Surroundings(self.senses, vocabulary, self._cues)

    def weaker(self) -> list[Candidate]:
        """Return what weaker forms find where the reader may favour it; senses are asked first, being cheap.

        Two senses are met by two words: one that means both says no more than itself.
        """

        def is_worth(code: str, hit: Hit) -> bool:
            return self._is_long_enough(hit) and code in self._opinion.likely_by_senses(hit.start, hit.end)

        matcher = shared_matcher()
        forms = matcher.possible_in_weaker_form(self.hits)
        found = candidates(self.senses, (one for one in forms if one[1].form is not Form.SOME), is_worth)
        words = {(hit.start, hit.end) for hit in self.hits}
        said = (one for one in found if one.pattern.form is not Form.ANY_TWO or (one.start, one.end) not in words)
        agreed = [one for one in said if is_agreed(self._opinion.of(one.capability.code, one.start, one.end))]
        neighbours = matcher.vocabulary.neighbours
        return [*some_senses(self.senses, forms, neighbours, self._opinion, self._is_long_enough), *agreed]

    def _is_long_enough(self, hit: Hit) -> bool:
        """Say whether the line of a word is long enough for a weaker form of a rule."""
        line, is_latin = self.senses.layout.line(hit.start), self._text[hit.start] < "\u2e80"
        return not is_too_short_for_weaker(line[1] - line[0], is_latin=is_latin)

    def kept(self, met: Sequence[Candidate]) -> tuple[list[Found], Surveyor]:
        """Return what holds of what meets patterns, with the polarity that it has, and who looks around it."""
        found, surveyor = kept_of(met, self.senses, self._cues, self._surroundings, self._setting)
        model = self._polarities or load_polarity_model()
        return [reread(one, self.senses.layout, self._setting, model) for one in found], surveyor

    def remember(self, whole: Sequence[Found]) -> None:
        """Keep which capabilities whole rules find bought in which line."""
        for one in whole:
            if one.verdict.polarity in BUYING_POLARITIES:
                line = self.senses.layout.line(one.candidate.start)
                known = self._found_in_line.get(line, frozenset())
                self._found_in_line[line] = known | {one.candidate.capability.code}

    def bought(self, met: Sequence[Candidate]) -> Iterator[Weighed]:
        """Yield the purchases among what meets weaker forms."""
        found, surveyor = self.kept(met)
        for one in found:
            if one.verdict.polarity in BUYING_POLARITIES:
                yield self.weighed(one, surveyor)

    def weighed(self, one: Found, surveyor: Surveyor) -> Weighed:
        """Return how likely a finding is right, and whether that is too little; a refusal accuses nobody: never."""
        core, polarity = one.candidate, one.verdict.polarity
        support, is_misread = surveyor.support(core), SLIP in one.against
        surrounds = Surrounds(
            support,
            signs_of(support, polarity, one.against, delivers=self._setting.delivers),
            self._setting.delivers,
        )
        if polarity not in BUYING_POLARITIES:
            confidence = confidence_of(likely_by_signs(surrounds.signs), is_misread=is_misread)
            return Weighed(found=one, figures=(), confidence=confidence, is_doubted=False)
        is_whole, opinion = core.pattern.form is Form.WHOLE, self._opinion_of(one)
        figures: Sequence[float] = ()
        likely = likely_by_signs(surrounds.signs) if is_whole else 0.0
        words = self._text[core.start : core.end]
        if opinion is not None:
            figures = figures_of(one, surrounds, opinion, words)
            likely = load_trees().probability(figures)
        is_doubted = (
            is_too_unsure(likely, support) if is_whole else is_too_unsure_of_weaker(likely, support, core.pattern.form)
        )
        if is_whole and is_doubted:
            is_doubted = not is_strong_alone(
                support,
                without_slip(surrounds.signs) if is_misread else surrounds.signs,
                None if opinion is None else likely,
                is_named=core.pattern.confidence >= NAMED,
                has_cue=one.verdict.cue is not None,
                is_little_learned=LITTLE_LEARNED.search(words) is not None,
            )
            likely = likely if is_doubted else max(likely, LEAST_SAID)
        confidence = confidence_of(likely_if_misread(likely) if is_misread else likely, is_misread=is_misread)
        return Weighed(found=one, figures=figures, confidence=confidence, is_doubted=is_doubted)

    def _opinion_of(self, one: Found) -> Opinion | None:
        core = one.candidate
        beside = self._found_in_line.get(self.senses.layout.line(core.start), frozenset())
        return self._opinion.of_both(core.capability.code, (one.start, one.end), (core.start, core.end), beside)


def _has_refusal(hits: Sequence[Hit]) -> bool:
    return any(sense.startswith("cue.forbid") for hit in hits for sense in hit.senses)


def _one_a_line(weaker: Iterable[Weighed], layout: Layout) -> Iterable[Weighed]:
    """Return, of what weaker forms find of a capability in a line, the likeliest."""
    best: dict[tuple[str, Span], Weighed] = {}
    for one in weaker:
        key = one.found.candidate.capability.code, layout.line(one.found.candidate.start)
        if key not in best or one.confidence > best[key].confidence:
            best[key] = one
    return best.values()


def _is_known(one: Found, claimed: Sequence[Weighed]) -> bool:
    """Say whether a whole rule finds anything on the same words, or the same capability anywhere in the document.

    Lines of a document that buys a capability speak of it all over: what a weaker form finds there is mostly a sibling.
    """
    core = one.candidate
    others = (weighed.found.candidate for weighed in claimed)
    return any(
        core.capability.code == other.capability.code or (core.start < other.end and other.start < core.end)
        for other in others
    )
