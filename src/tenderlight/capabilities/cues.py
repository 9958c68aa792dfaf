"""The words of one text that say of others whether they are demanded, delivered, optional, refused or talked about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.passives import is_predicate
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.vocabulary import Cue, Vocabulary
from tenderlight.capabilities.words import Hit
from tenderlight.model.statement import Polarity, Stage

CueHit = tuple[Hit, Cue]

REFUSALS = frozenset({Polarity.FORBIDDEN, Polarity.NEGATED})
NEGATE = "cue.negate"
REMOVAL = "removal"
"""What goes away: a refusal where a correction says it."""
MINIMUM = "cue.minimum"
"""What looks like a refusal and is none: it means nothing else where its words do."""
SHORT_REACH = 2
"""Cues of one character (不, 无) reach no further and count only right before the words."""
_ASKING_STAGES = frozenset({Stage.PLAN, Stage.TENDER, Stage.SINGLE_SOURCE, Stage.CORRECTION})
_BUYING_STAGES = frozenset({Stage.TENDER, Stage.SINGLE_SOURCE, Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE})
DELIVERING_STAGES = frozenset({Stage.CANDIDATE, Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE})
_SETTLED_STAGES = frozenset({Stage.AWARD, Stage.ACCEPTANCE})
"""Where a second phase or an upgrade is what was bought, and no more a thing of later."""
_NEGATORS = ("не ", "no ", "não ", "not ", "لا ", "غیر ", "n'est pas ", "ne sont pas ", "non ")
"""What turns a word that demands or delivers right behind it into a refusal: не требуется, no incluido, non inclus."""
_NEGATABLE = frozenset({Polarity.REQUIRED, Polarity.OFFERED, Polarity.STANDARD})
WILL_NOT = "cue.will_not"
FORBIDDEN = "cue.forbidden_after"
FARTHEST_MODAL = 24
"""Characters before "не" in which a verb makes what follows its own (может не вести)."""
_WITH_VERB = frozenset({"cue.ne", "cue.no"})
_PARTS = frozenset({"cue.standard_included", "cue.standard_parts"})
_A_QUANTITY = re.compile(r"\W{0,2}(?:\w+ )?\d")
"""Behind "includes": a contract that includes twelve of a thing delivers it, and does not say how the thing comes."""
_FUTURE = re.compile(
    r"n[oã]o? (?:se |l[aeo]s? )?\w+r[áã]o?n?\b|(?:ne |n')(?:se |s'|en |y |l[ae]s? |l'|lui )?\w+(?:ra|ront)\b"
)
"""What Spanish, Portuguese and French say of the future: no instalará, não serão, n'établira."""
_NOT_TO = re.compile(r"не \w+(?:[аяеиуыо]ть|сти|чь|[иі]ти|ати|яти|увати)(?:сь|ся)?\b")
"""An instruction in Russian and Ukrainian: не вести, не аналізувати."""
_NE_PAS = re.compile(r"ne (?:pas|jamais|point) \w+(?:er|ir|re)\b")
_BINDS = re.compile(r"(?:(?:engage|veille|oblige|tenu|astreint)\w* (?:à|de)|^|[.;:•–\n-]) ?$")
"""Before "ne pas" and an infinitive, what makes it an instruction; "permet de ne pas" tells what a thing can do."""
_UKRAINIAN = re.compile("[іїєґ]")
"""In Ukrainian -ть ends no infinitive, but what "they" do."""
_MAY_NOT = re.compile(
    r"(?:мо[жг]\w+|позволя\w+|чтобы|щоб|дозволя\w+|прав[оае]\w*|можно|можна|лучше|решил\w*) (?:\w+ )?$"
)
_ONLY = re.compile(r"(?:ne |n')(?!\w+ (?:pas|point|jamais|plus) )(?:[\w']+ ){1,2}(?:que |qu')")
"""French "ne … que" is no refusal: only."""
_ADVERBS = frozenset({"cue.negate_adjacent"})
_VERBS = ("use_verb", "plain_verb", "supplied_verb", "recognise", "capture", "compare", "detect", "extract")
"""What 不 and 未 right before them refuse as a whole: 不记录, 未采集."""
_WHO = ("person", "vehicle")


class Cues:
    """The cues of one text that count at the stage of its document, in order."""

    def __init__(self, senses: SenseMap, vocabulary: Vocabulary, *, stage: Stage | None, is_bid: bool) -> None:
        self._senses = senses
        self._cues = vocabulary.cues
        self.stage = stage
        self.is_bid = is_bid
        self._found = self._all()
        self._starts = [hit.start for hit, _ in self._found]

    def within(self, span: Span, own: frozenset[str] = frozenset()) -> list[CueHit]:
        """Return the cues in a span; words with two cues are there twice.

        Args:
            span: Offsets in the text searched.
            own: Senses of the words that are judged. A word of theirs refuses nothing (封堵, "block": it is bought).
        """
        found = self._found[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]
        return [
            (hit, cue)
            for hit, cue in found
            if hit.end <= span[1]
            and (
                cue.polarity not in REFUSALS
                or own.isdisjoint(hit.senses)
                or is_predicate(self._senses.layout.text, (hit.start, hit.end))
            )
        ]

    def _all(self) -> list[CueHit]:
        found: list[CueHit] = []
        reached = 0
        telling = {*self._cues, REMOVAL} if self.stage is Stage.CORRECTION else self._cues
        for hit in sorted(self._senses.of(telling), key=lambda hit: (hit.start, -hit.end)):
            if hit.end <= reached and not self._is_same(found, hit):
                continue
            reached = max(reached, hit.end)
            if "cue.ne" in hit.senses and _ONLY.match(self._senses.layout.text, hit.start):
                continue
            composed = self._refused_verb(hit)
            if composed is not None:
                (cue,) = composed.senses
                found.append((composed, self._cues[cue]))
                continue
            senses = [MINIMUM] if MINIMUM in hit.senses else sorted(self._telling(hit))
            if not senses and REMOVAL in hit.senses:
                senses = [NEGATE]  # what goes away by a correction (зачёркнуто, biffé)
            found.extend(self._with_negator(hit, self._cues[sense]) for sense in senses if self._counts(sense))
        found.sort(key=lambda pair: pair[0].start)
        return found

    def _telling(self, hit: Hit) -> frozenset[str]:
        """Return the cues that words are."""
        senses = hit.senses & self._cues.keys()
        counts_things = not senses.isdisjoint(_PARTS) and _A_QUANTITY.match(self._senses.layout.text, hit.end)
        return senses - _PARTS if counts_things else senses

    @staticmethod
    def _is_same(found: Sequence[CueHit], hit: Hit) -> bool:
        return bool(found) and (found[-1][0].start, found[-1][0].end) == (hit.start, hit.end)

    def _counts(self, sense: str) -> bool:
        """Say whether a cue means something at this stage: a tender "plans to buy" what it is buying."""
        if sense in {"cue.standard_weak", "cue.standard_preset"}:
            return not self.is_bid and (sense == "cue.standard_weak" or self.stage not in _ASKING_STAGES)
        if sense == "cue.optional_phase":
            return self.stage not in _SETTLED_STAGES
        if sense in _PARTS:
            return self.stage is Stage.CONTRACT and not self.is_bid
        if sense == "cue.standard_there":
            return self.is_bid or self.stage in DELIVERING_STAGES
        if sense in {"cue.existing", "cue.kept"} and self.is_bid:
            return sense == "cue.existing"
        if sense == "cue.plan":
            return self.stage not in _BUYING_STAGES
        return sense != "cue.offered_later" or self.is_bid or self.stage not in _ASKING_STAGES

    def _with_negator(self, hit: Hit, cue: Cue) -> CueHit:
        """Read не требуется, "no incluido": the word is known, and the one before turns it round."""
        if cue.polarity not in _NEGATABLE or cue.whole_cell:
            return hit, cue
        text = self._senses.layout.text
        for negator in _NEGATORS:
            start = hit.start - len(negator)
            if start >= 0 and text.startswith(negator, start) and (not start or not text[start - 1].isalnum()):
                return Hit(start, hit.end, frozenset({NEGATE}), hit.weak), self._cues[NEGATE]
        return hit, cue

    def _end_of_instruction(self, hit: Hit) -> int | None:
        """Return where "не вести" ends, or None if a verb before makes it its own (может не вести), or it is none."""
        layout = self._senses.layout
        told = _NOT_TO.match(layout.text, hit.start)
        if told is None or _MAY_NOT.search(layout.text, max(0, hit.start - FARTHEST_MODAL), hit.start):
            return None
        is_finite = told.group().endswith(("ть", "ться")) and _UKRAINIAN.search(layout.text, *layout.line(hit.start))
        return None if is_finite else told.end()

    def _end_of_french_instruction(self, hit: Hit) -> int | None:
        """Return where "ne pas filmer" ends, or None if it tells no one what not to do."""
        text = self._senses.layout.text
        told = _NE_PAS.match(text, hit.start)
        bound = told is not None and _BINDS.search(text[max(0, hit.start - FARTHEST_MODAL) : hit.start]) is not None
        return told.end() if told is not None and bound else None

    def _refused_verb(self, hit: Hit) -> Hit | None:
        """Read 不记录, 未采集, n'établira: a negation and the verb right behind it are one refusal."""
        if not hit.senses.isdisjoint(_WITH_VERB):
            text = self._senses.layout.text
            if (end := self._end_of_instruction(hit) or self._end_of_french_instruction(hit)) is not None:
                return Hit(hit.start, end, frozenset({FORBIDDEN}), hit.weak)
            future = _FUTURE.match(text, hit.start)
            return Hit(hit.start, future.end(), frozenset({WILL_NOT}), hit.weak) if future else None
        if hit.senses.isdisjoint(_ADVERBS) or self._senses.layout.text[hit.start] == "无":
            return None
        verbs = [verb for verb in self._senses.within(_VERBS, (hit.end, hit.end + 8)) if verb.start == hit.end]
        if not verbs:
            return None
        end = max(verb.end for verb in verbs)
        described = self._senses.layout.text[hit.start] == "未" and any(
            who.start == end for who in self._senses.within(_WHO, (end, end + 8))
        )
        return None if described else Hit(hit.start, end, frozenset({NEGATE}), hit.weak)


def of_polarity(cues: Iterable[CueHit], *polarities: Polarity) -> list[CueHit]:
    """Return the cues with one of the polarities."""
    return [(hit, cue) for hit, cue in cues if cue.polarity in polarities]
