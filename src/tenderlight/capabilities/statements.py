"""Finds capabilities in documents and records, and says with which polarity, where, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from tenderlight.capabilities.clauses import Layout, Span
from tenderlight.capabilities.context import Surroundings
from tenderlight.capabilities.cues import REFUSALS, Cues
from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.neighbours import which_hold
from tenderlight.capabilities.patterns import Candidate, candidates
from tenderlight.capabilities.polarity import Judge
from tenderlight.capabilities.rules.quantities import large_numbers
from tenderlight.capabilities.scoring import (
    SLIP,
    confidence_of,
    confidence_of_weaker,
    counter_evidence,
    is_agreed,
    is_strong_alone,
    is_too_short_for_weaker,
    is_too_unsure,
    is_too_unsure_of_weaker,
    is_worth_asking,
    signs_of,
)
from tenderlight.capabilities.searchtext import SearchText, search_text_at, search_text_of_pages
from tenderlight.capabilities.second_reader import Opinion, SecondOpinion
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.subjects import is_about_something_else
from tenderlight.capabilities.support import Surveyor
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.capabilities.weaker_forms import ANY_TWO
from tenderlight.capabilities.words import Hit
from tenderlight.model.document import Page
from tenderlight.model.record import VOID_LOT, Field
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, Stage, Statement, StatementKind
from tenderlight.model.values import CapabilityValue

LONGEST_QUOTE = 160
"""Characters of a quote, unless the words themselves need more."""
SAME_PLACE = 120
"""Findings of one capability and polarity this near in one line are one finding."""
NAMED = 0.88
"""What a pattern is worth, from which on its words name the capability."""
_STRETCH = 256
"""Characters of the stretches in which findings look for others that they conflict with."""


@dataclass(frozen=True, slots=True)
class _Found:
    candidate: Candidate
    verdict: Verdict
    against: tuple[str, ...]
    start: int
    """Start of the words to quote."""
    end: int


def find_capabilities(pages: Sequence[Page], *, stage: Stage | None, doubted: bool = False) -> tuple[Statement, ...]:
    """Return what the pages of one document say about capabilities, in the order of the text.

    Args:
        pages: Pages of one document, in order. Headings, legends and lists carry over from page to page.
        stage: Stage of the document; None = not known, and then only words that demand or offer count as buying.
        doubted: True to get, instead, the purchases that were found and are likelier wrong than right: no claims.
    """
    return _find(search_text_of_pages(pages), Setting(stage=stage), doubted=doubted)


def find_in_fields(fields: Sequence[Field], *, stage: Stage | None) -> tuple[Statement, ...]:
    """Return what the free texts of one record of a structured source say about capabilities.

    What a text says of a lot that ended without a winner was not bought: it stands at the stage of a cancellation.
    """
    found: list[Statement] = []
    for field in fields:
        setting = Setting(stage=Stage.CANCELLATION if field.heading == VOID_LOT else stage)
        found.extend(_find(search_text_at(field.text, field.pointer), setting))
    return tuple(found)


def find_in_text(
    text: str, *, doc_kind: str | None, language: str | None = None, recognised: bool = False
) -> tuple[Statement, ...]:
    """Return what one passage says about capabilities; anchors have the pointer "text".

    Args:
        text: The passage.
        doc_kind: Kind of document as labelled sets name it ("tender_spec", "bid_response"); None = not known.
        language: Not needed: the vocabulary of all languages is looked for. Taken so that callers need not choose.
        recognised: True if the text was read from a picture, so that characters may be read for others.
    """
    del language
    search_text = search_text_at(text, "text")
    if recognised:
        search_text = replace(search_text, recognised=((0, len(search_text.text)),))
    return _find(search_text, setting_of_kind(doc_kind))


def _find(search_text: SearchText, setting: Setting, *, doubted: bool = False) -> tuple[Statement, ...]:
    matcher = shared_matcher()
    hits = matcher.hits_that_may_matter(search_text.text, search_text.recognised)
    if not hits or (setting.is_boilerplate and not _has_refusal(hits)):
        return ()
    hits = large_numbers(search_text.text, hits)
    senses = SenseMap(hits, Layout(search_text, hits))
    met = list(candidates(senses, matcher.possible(hits)))
    opinion = SecondOpinion(search_text.text, senses)
    weaker = [] if doubted else _weaker(senses, hits, opinion)
    if not met and not weaker:
        return ()
    cues = Cues(senses, matcher.vocabulary, stage=setting.stage, is_bid=setting.is_bid)
    surroundings = Surroundings(senses, matcher.vocabulary, cues)
    kept, surveyor = _kept(met, senses, cues, surroundings, setting)
    made = [(one, *_statement(one, search_text, setting, surveyor, opinion)) for one in kept]
    if weaker:
        beside, surveyor = _kept(weaker, senses, cues, surroundings, setting)
        hold = which_hold([one.candidate for one in (*beside, *kept)], senses, matcher.vocabulary.neighbours)
        beside = [one for one in compress(beside, hold) if one.verdict.polarity in BUYING_POLARITIES]
        claimed = [one for one, _, is_doubted in made if not is_doubted]
        bought = (one for one in _one_a_line(beside, senses.layout) if not _is_known(one, claimed))
        made += [(one, *_statement_of_weaker(one, search_text, setting, surveyor, opinion)) for one in bought]
        made.sort(key=lambda one: (one[0].start, one[0].candidate.capability.code))
    return tuple(statement for _, statement, is_doubted in made if is_doubted is doubted)


def _weaker(senses: SenseMap, hits: Sequence[Hit], opinion: SecondOpinion) -> list[Candidate]:
    """Return what weaker forms of rules find and the second reader favours; the senses are asked first, being cheap."""
    layout = senses.layout

    def is_worth(code: str, hit: Hit) -> bool:
        line, is_latin = layout.line(hit.start), layout.text[hit.start] < "\u2e80"
        is_short = is_too_short_for_weaker(line[1] - line[0], is_latin=is_latin)
        return not is_short and is_worth_asking(opinion.of_senses(code, hit.start, hit.end))

    found = candidates(senses, shared_matcher().possible_in_weaker_form(hits), is_worth)
    return [one for one in found if is_agreed(opinion.of(one.capability.code, one.start, one.end))]


def _kept(
    met: Sequence[Candidate], senses: SenseMap, cues: Cues, surroundings: Surroundings, setting: Setting
) -> tuple[list[_Found], Surveyor]:
    """Return what holds of what meets patterns, one finding a place, and who looks around it."""
    matcher = shared_matcher()
    found = [one for candidate in met if (one := _judged(candidate, senses, cues, surroundings, setting)) is not None]
    hold = which_hold([one.candidate for one in found], senses, matcher.vocabulary.neighbours)
    found = list(compress(found, hold))
    kept = _without_answered(_without_superseded(_without_conflicts(found, senses.layout)), senses.layout)
    if setting.is_answers or setting.stage is Stage.CONTRACT:
        kept = _without_mentions(kept, senses.layout)
    used = (one.verdict.cue for one in found if one.verdict.polarity not in BUYING_POLARITIES)
    surveyor = Surveyor(met, senses, cues, matcher.exclusions, (cue for cue in used if cue is not None))
    return _merged(kept, senses.layout), surveyor


def _one_a_line(found: Sequence[_Found], layout: Layout) -> Iterable[_Found]:
    """Return, of what weaker forms find of a capability in a line, what the strongest of them finds."""
    best: dict[tuple[str, Span], _Found] = {}
    for one in found:
        key = one.candidate.capability.code, layout.line(one.candidate.start)
        if key not in best or _weight(one) > _weight(best[key]):
            best[key] = one
    return best.values()


def _is_known(one: _Found, claimed: Sequence[_Found]) -> bool:
    """Say whether a whole rule finds anything on the same words, or the same capability anywhere in the document.

    Lines of a document that buys a capability speak of it all over: what a weaker form finds there is mostly a sibling.
    """
    core = one.candidate
    return any(
        core.capability.code == other.candidate.capability.code
        or (core.start < other.candidate.end and other.candidate.start < core.end)
        for other in claimed
    )


def _has_refusal(hits: Sequence[Hit]) -> bool:
    return any(sense.startswith("cue.forbid") for hit in hits for sense in hit.senses)


def _judged(
    candidate: Candidate, senses: SenseMap, cues: Cues, surroundings: Surroundings, setting: Setting
) -> _Found | None:
    core = candidate.start, candidate.end
    judge = Judge(senses, cues, candidate.pattern)
    verdict = surroundings.verdict(core, setting, judge)
    only = candidate.pattern.only
    if only and verdict.polarity not in only:
        return None
    if _says_nothing_else(verdict) and is_about_something_else(senses, core):
        return None
    place = surroundings.place(core[0])
    if (setting.is_boilerplate or (place is not None and place.is_boilerplate)) and (
        verdict.polarity is not Polarity.FORBIDDEN
    ):
        return None
    against = counter_evidence(candidate, verdict, place)
    start, end = _quoted(core, verdict, judge.clause(core), senses.layout)
    line = senses.layout.line(core[0])
    if setting.is_bid and verdict.polarity is Polarity.OFFERED and core[1] <= line[1] <= line[0] + LONGEST_QUOTE:
        start, end = line  # what is demanded in a line of a bid, and what is offered for it
    return _Found(candidate, verdict, against, start, end)


def _says_nothing_else(verdict: Verdict) -> bool:
    """Say whether the words are taken for bought, or nothing near them says otherwise."""
    return verdict.polarity not in REFUSALS and (
        verdict.polarity is not Polarity.DISCUSSED or verdict.level == "document"
    )


def _quoted(core: Span, verdict: Verdict, clause: Span, layout: Layout) -> Span:
    """Return the words to quote: the sentence, or the clause where that is long, with the cue that decided if near."""
    sentence = layout.sentence(core[0])[0], layout.sentence(core[1] - 1)[1]
    start, end = sentence if sentence[1] - sentence[0] <= LONGEST_QUOTE else clause
    cue = verdict.cue
    if cue is not None and verdict.level in {"item", "clause", "sentence", "row"}:
        low, high = min(start, cue[0]), max(end, layout.clause(cue[1] - 1)[1])
        if high - low <= LONGEST_QUOTE:
            start, end = low, high
    if end - start > LONGEST_QUOTE:
        margin = max(0, (LONGEST_QUOTE - (core[1] - core[0])) // 2)
        start, end = max(start, core[0] - margin), min(end, core[1] + margin)
    text = layout.text
    while start < core[0] and text[start] in " ,;:。、.)|\t\n":
        start += 1
    while end > core[1] and text[end - 1] in " ,;:。、(|\t\n":
        end -= 1
    return start, end


def _without_conflicts(found: Sequence[_Found], layout: Layout) -> list[_Found]:
    """Where the same words give two polarities of one capability, keep what the surer pattern says."""
    kept: list[_Found] = []
    nearby: dict[tuple[str, int], list[_Found]] = {}
    """What was kept, by capability and by the stretches of text it stands in."""
    ordered = sorted(
        found,
        key=lambda one: (_is_vague(one, layout), -_weight(one), one.candidate.end - one.candidate.start),
    )
    for one in ordered:
        code = one.candidate.capability.code
        stretches = range(one.candidate.start // _STRETCH, one.candidate.end // _STRETCH + 1)
        if not any(_conflicts(one, other) for number in stretches for other in nearby.get((code, number), ())):
            kept.append(one)
            for number in stretches:
                nearby.setdefault((code, number), []).append(one)
    return kept


def _is_vague(one: _Found, layout: Layout) -> bool:
    """Say whether no word near decides on a finding, or its words stand in several clauses."""
    core = one.candidate
    return one.verdict.level == "document" or layout.clause(core.start) != layout.clause(core.end - 1)


def _conflicts(one: _Found, other: _Found) -> bool:
    return (
        one.candidate.capability is other.candidate.capability
        and one.verdict.polarity is not other.verdict.polarity
        and one.candidate.start < other.candidate.end
        and other.candidate.start < one.candidate.end
    )


def _without_superseded(found: Sequence[_Found]) -> list[_Found]:
    """Drop what the same document replaces by words that say the same capability again."""
    held = {one.candidate.capability.code for one in found if not one.verdict.superseded}
    return [one for one in found if not (one.verdict.superseded and one.candidate.capability.code in held)]


def _without_mentions(found: Sequence[_Found], layout: Layout) -> list[_Found]:
    """Drop what no word near demands or delivers where the same line of a contract or answer refuses it in words."""
    refused = {
        (one.candidate.capability.code, layout.line(one.candidate.start))
        for one in found
        if one.verdict.polarity in REFUSALS and one.verdict.level in {"item", "clause", "sentence"}
    }
    return [
        one
        for one in found
        if one.verdict.level != "document"
        or one.verdict.polarity in REFUSALS
        or (one.candidate.capability.code, layout.line(one.candidate.start)) not in refused
    ]


def _without_answered(found: Sequence[_Found], layout: Layout) -> list[_Found]:
    """Drop a demand where the same line answers it: what is offered there was demanded before."""
    offered = {
        (one.candidate.capability.code, layout.line(one.start))
        for one in found
        if one.verdict.polarity is Polarity.OFFERED
    }
    return [
        one
        for one in found
        if one.verdict.polarity is not Polarity.REQUIRED
        or (one.candidate.capability.code, layout.line(one.start)) not in offered
    ]


def _merged(found: Iterable[_Found], layout: Layout) -> list[_Found]:
    """Make one finding of those that say the same in the same place."""
    ordered = sorted(
        found, key=lambda one: (one.candidate.capability.code, one.start, -one.candidate.pattern.confidence)
    )
    merged: list[_Found] = []
    for one in ordered:
        last = merged[-1] if merged else None
        if last is None or not _is_same_place(last, one, layout):
            merged.append(one)
        else:
            best = last if _weight(last) >= _weight(one) else one
            merged[-1] = replace(best, start=min(last.start, one.start), end=max(last.end, one.end))
    return sorted(merged, key=lambda one: (one.start, one.candidate.capability.code))


def _weight(one: _Found) -> float:
    return one.candidate.pattern.confidence - (0.3 if one.candidate.weak else 0.0)


def _is_same_place(last: _Found, one: _Found, layout: Layout) -> bool:
    if last.candidate.capability is not one.candidate.capability or last.verdict.polarity is not one.verdict.polarity:
        return False
    if one.start < last.end:
        return True
    same_line = layout.line(last.start) == layout.line(one.start)
    return same_line and max(last.end, one.end) - min(last.start, one.start) <= SAME_PLACE * 2


def _statement(
    one: _Found, search_text: SearchText, setting: Setting, surveyor: Surveyor, second: SecondOpinion
) -> tuple[Statement, bool]:
    """Return what a finding says, and whether that is too unsure to be claimed; a refusal accuses nobody: never."""
    polarity = one.verdict.polarity
    is_named = one.candidate.pattern.confidence >= NAMED
    support = surveyor.support(one.candidate)
    signs = signs_of(support, polarity, one.against, delivers=setting.delivers)
    asked = polarity in BUYING_POLARITIES
    opinion = _opinion_of(one, second) if asked else None
    is_strong = is_strong_alone(support, signs, opinion, is_named=is_named)
    confidence = confidence_of(signs, opinion, is_named=is_named, is_strong=is_strong, is_misread=SLIP in one.against)
    words = search_text.text[one.start : one.end]
    is_doubted = asked and is_too_unsure(support, confidence, words, is_strong=is_strong)
    return _said(one, search_text, setting, confidence), is_doubted


def _opinion_of(one: _Found, second: SecondOpinion) -> Opinion | None:
    core = one.candidate
    return second.of_both(core.capability.code, (one.start, one.end), (core.start, core.end))


def _statement_of_weaker(
    one: _Found, search_text: SearchText, setting: Setting, surveyor: Surveyor, second: SecondOpinion
) -> tuple[Statement, bool]:
    """Return the same of a purchase that only a weaker form of a rule finds."""
    support = surveyor.support(one.candidate)
    signs = signs_of(support, one.verdict.polarity, one.against, delivers=setting.delivers)
    opinion = _opinion_of(one, second)
    confidence = 0.0 if opinion is None else confidence_of_weaker(signs, opinion)
    is_weakest = one.candidate.pattern.name == ANY_TWO
    is_doubted = not is_agreed(opinion) or is_too_unsure_of_weaker(support, confidence, is_weakest=is_weakest)
    return _said(one, search_text, setting, confidence), is_doubted


def _said(one: _Found, search_text: SearchText, setting: Setting, confidence: float) -> Statement:
    capability = one.candidate.capability
    return Statement(
        kind=StatementKind.CAPABILITY,
        value=CapabilityValue(capability=capability.code),
        anchors=search_text.anchors(one.start, one.end),
        rule=capability.code,
        rule_version=capability.version,
        stage=setting.stage,
        polarity=one.verdict.polarity,
        confidence=confidence,
        against=one.against,
    )
