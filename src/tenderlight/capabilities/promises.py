"""Refusals that forbid: "no … may", and what a party to a contract promises not to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.words import Hit
from tenderlight.model.statement import Stage

_NOT_TO_BE_DONE = "不绝概决"
"""How a refusal of an act begins, in Chinese (承诺不采集); 未 and 已 tell of a state (切结未内含)."""
_WILL = re.compile(r"\b(?:will|shall|would)\b")
_WAS = re.compile(r"\b(?:was|were|has been|have been|had been)\b")
_THAT = (" that ", ", que ", " que ", ", что ", ", що ")
"""Before "no", "none": what a party promises is that there is none."""


def none_may(senses: SenseMap, cue: Span, clause: Span) -> bool:
    """Read "no … may (shall, must, is permitted)": a refusal that forbids."""
    return bool(senses.within(("none_of",), cue)) and bool(senses.within(("modal", "permitted"), (cue[1], clause[1])))


def is_promised_not(senses: SenseMap, cue: Span, refusing: Sequence[Hit], *, stage: Stage | None, is_bid: bool) -> bool:
    """Read "the supplier undertakes that … will not": what a party to a contract will not do is forbidden to it.

    What a contract says is no part of it ("does not include") is left out, and not forbidden.

    Args:
        senses: The senses of the text.
        cue: The refusal that decides.
        refusing: Every refusal of the clause.
        stage: Stage of the document.
        is_bid: Whether the document is a bidder's own: what that leaves out is left out.
    """
    if any("cue.scope" in hit.senses for hit in refusing):
        return False
    will_not = any("cue.will_not" in hit.senses for hit in refusing)
    if will_not and stage is Stage.CONTRACT:
        return True
    if not will_not and not any(_is_of_an_act(senses, hit) for hit in refusing):
        return False
    sentence = senses.layout.sentence(cue[0])
    return not is_bid and bool(senses.within(("promise",), (sentence[0], cue[1])))


def _is_of_an_act(senses: SenseMap, hit: Hit) -> bool:
    """Say whether a refusal is of what somebody does; a fact that is warranted ("that none was …") is no promise."""
    text = senses.layout.text
    clause_end = senses.layout.clause(hit.start)[1]
    if "cue.ne" in hit.senses or text[hit.start] in _NOT_TO_BE_DONE:
        return True
    if text.endswith(_THAT, 0, hit.start) and _WAS.search(text, hit.end, clause_end) is None:
        return True
    return "none_of" in hit.senses and _WILL.search(text, hit.end, clause_end) is not None
