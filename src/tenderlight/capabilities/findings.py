"""What meets a pattern, judged: with which polarity, what speaks against it, which words to quote, and what holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from tenderlight.capabilities.clauses import Layout, Span
from tenderlight.capabilities.context import Surroundings
from tenderlight.capabilities.cues import REFUSALS, Cues
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.neighbours import which_hold
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.polarity import Judge
from tenderlight.capabilities.scoring import counter_evidence
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.subjects import is_about_something_else
from tenderlight.capabilities.support import Surveyor
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, Stage

LONGEST_QUOTE = 160
"""Characters of a quote, unless the words themselves need more."""
SAME_PLACE = 120
"""Findings of one capability and polarity this near in one line are one finding."""
_STRETCH = 256
"""Characters of the stretches in which findings look for others that they conflict with."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words that meet a pattern, and what is made of them."""

    candidate: Candidate
    verdict: Verdict
    against: tuple[str, ...]
    start: int
    """Start of the words to quote."""
    end: int


def kept_of(
    met: Sequence[Candidate], senses: SenseMap, cues: Cues, surroundings: Surroundings, setting: Setting
) -> tuple[list[Found], Surveyor]:
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


def _judged(
    candidate: Candidate, senses: SenseMap, cues: Cues, surroundings: Surroundings, setting: Setting
) -> Found | None:
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
    return Found(candidate, verdict, against, start, end)


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


def _without_conflicts(found: Sequence[Found], layout: Layout) -> list[Found]:
    """Where the same words give two polarities of one capability, keep what the surer pattern says."""
    kept: list[Found] = []
    nearby: dict[tuple[str, int], list[Found]] = {}
    """What was kept, by capability and by the stretches of text it stands in."""
    ordered = sorted(
        found,
        key=lambda one: (_is_vague(one, layout), -weight_of(one), one.candidate.end - one.candidate.start),
    )
    for one in ordered:
        code = one.candidate.capability.code
        stretches = range(one.candidate.start // _STRETCH, one.candidate.end // _STRETCH + 1)
        if not any(_conflicts(one, other) for number in stretches for other in nearby.get((code, number), ())):
            kept.append(one)
            for number in stretches:
                nearby.setdefault((code, number), []).append(one)
    return kept


def _is_vague(one: Found, layout: Layout) -> bool:
    """Say whether no word near decides on a finding, or its words stand in several clauses."""
    core = one.candidate
    return one.verdict.level == "document" or layout.clause(core.start) != layout.clause(core.end - 1)


def _conflicts(one: Found, other: Found) -> bool:
    return (
        one.candidate.capability is other.candidate.capability
        and one.verdict.polarity is not other.verdict.polarity
        and one.candidate.start < other.candidate.end
        and other.candidate.start < one.candidate.end
    )


def _without_superseded(found: Sequence[Found]) -> list[Found]:
    """Drop what the same document replaces by words that say the same capability again."""
    held = {one.candidate.capability.code for one in found if not one.verdict.superseded}
    return [one for one in found if not (one.verdict.superseded and one.candidate.capability.code in held)]


def _without_mentions(found: Sequence[Found], layout: Layout) -> list[Found]:
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


def _without_answered(found: Sequence[Found], layout: Layout) -> list[Found]:
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


def _merged(found: Iterable[Found], layout: Layout) -> list[Found]:
    """Make one finding of those that say the same in the same place."""
    ordered = sorted(
        found, key=lambda one: (one.candidate.capability.code, one.start, -one.candidate.pattern.confidence)
    )
    merged: list[Found] = []
    for one in ordered:
        last = merged[-1] if merged else None
        if last is None or not _is_same_place(last, one, layout):
            merged.append(one)
        else:
            best = last if weight_of(last) >= weight_of(one) else one
            merged[-1] = replace(best, start=min(last.start, one.start), end=max(last.end, one.end))
    return sorted(merged, key=lambda one: (one.start, one.candidate.capability.code))


def weight_of(one: Found) -> float:
    """Return what the pattern of a finding is worth; where a word is misread, less."""
    return one.candidate.pattern.confidence - (0.3 if one.candidate.weak else 0.0)


def _is_same_place(last: Found, one: Found, layout: Layout) -> bool:
    if last.candidate.capability is not one.candidate.capability or last.verdict.polarity is not one.verdict.polarity:
        return False
    if one.start < last.end:
        return True
    same_line = layout.line(last.start) == layout.line(one.start)
    return same_line and max(last.end, one.end) - min(last.start, one.start) <= SAME_PLACE * 2
