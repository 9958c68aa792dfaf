"""What the words around a capability say of it: demanded, delivered, optional, refused, or only talked about.

The narrowest words win: the item of an enumeration before its clause, the clause before its sentence, the sentence
before the list or table it stands in, these before the chapter, the chapter before the kind of document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.capabilities.amendments import amendment
from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.cues import REFUSALS, SHORT_REACH, CueHit, Cues, of_polarity
from tenderlight.capabilities.following import (
    LONGEST_REACH,
    is_aside,
    names_another,
    speaks_of_it,
    with_its_answer,
)
from tenderlight.capabilities.limits import is_said_by_law, limits_only
from tenderlight.capabilities.negation import (
    exception_closed,
    has_its_own_object,
    is_breach,
    is_no_background,
    names_what_is_left_out,
    refuses_noun_phrase,
    refuses_something_else,
)
from tenderlight.capabilities.none_counted import said_to_be_none
from tenderlight.capabilities.passives import begins_its_own, is_of_what_came
from tenderlight.capabilities.promises import is_promised_not, none_may
from tenderlight.capabilities.senses import SenseMap, distance
from tenderlight.capabilities.unless import is_demanded, is_void_if_missing
from tenderlight.capabilities.users import is_for_users
from tenderlight.capabilities.verdicts import WEAK, Verdict, strongest, without_price
from tenderlight.capabilities.vocabulary import Cue, Pattern
from tenderlight.capabilities.words import Hit
from tenderlight.model.statement import Polarity, Stage

LONGEST_SUMMED = 300
"""Characters behind the words in which a sentence may sum up the list that they stand in."""
USE_REACH = 4
"""Within which the verb of use follows 不得 for it to forbid what stands before."""
LONGEST_BRACKET = 24
LONGEST_LISTED = 24
"""Characters of an enumeration between a short cue and the words."""
_LISTED = ("face", "people", "ethnicity", "image_search")
_THERE = frozenset({"cue.existing", "cue.kept", "cue.existing_adjective"})
_CITED = frozenset({Polarity.OPTIONAL, Polarity.STANDARD})
"""What a standard may leave open or hold as its own, and a contract that cites it need not."""
_PHRASES = frozenset({"cue.without", "cue.no"})
_LISTING = re.compile(r" (?:or|and|nor|o|y|ni|ou|et|e|и|или|та|або|і) ")
_NO_NOUN = frozenset({"无", "無"})
"""What refuses the noun behind it, and nothing before (…,无异议)."""
_LAW = ("It tells what a law or standard says.",)


class Judge:
    """Reads polarity in one text, for words that meet one pattern.

    No word of its core refuses them: 封堵 ("block") may be what is bought.
    """

    def __init__(self, senses: SenseMap, cues: Cues, pattern: Pattern) -> None:
        self._senses = senses
        self._layout = senses.layout
        self._text = senses.layout.text
        self._cues = cues
        self._own = frozenset().union(*(need.senses for need in pattern.core))

    @property
    def is_bid(self) -> bool:
        """Say whether the document is a bidder's own."""
        return self._cues.is_bid

    def near_words(self, core: Span) -> Verdict | None:
        """Return what the item, the clause and the sentence of the words say, or None if they say nothing."""
        clause = self.clause(core)
        closed = exception_closed(self._senses, core, clause)
        if closed is not None and self._refuses((closed, self._layout.sentence(core[1] - 1)[1])):
            return None
        if is_breach(self._senses, core):
            return Verdict(Polarity.FORBIDDEN, "sentence")
        none = None if self._may_be_had(core) else said_to_be_none(self._layout, core)
        if none is not None and not names_another(self._senses, core[1], none[0]):
            return Verdict(Polarity.NEGATED, "sentence", none)
        if is_demanded(self._layout, core):
            return Verdict(Polarity.REQUIRED, "sentence")
        own = self._in_brackets(core) or self._amended(core) or self._in_clause(core, clause)
        if own is not None and own.polarity in REFUSALS:
            return own
        is_talk = own is not None and own.polarity is Polarity.DISCUSSED
        after = self._said_after(core, clause, needs_anaphor=is_talk) or self._summed_up(core, clause)
        if is_talk and after is not None and after.cue is not None and self._senses.within(("cue.scope",), after.cue):
            return own  # there already, and left as it is: nothing is cancelled
        if own is not None and (
            after is None or (after.polarity not in REFUSALS and own.polarity is not Polarity.REQUIRED)
        ):
            return own
        return after or self._in_sentence(core, clause)

    def _may_be_had(self, core: Span) -> bool:
        sentence = self._layout.sentence(core[0])[0], self._layout.sentence(core[1] - 1)[1]
        return bool(of_polarity(self.cue_hits(sentence), Polarity.OPTIONAL))

    def is_refused_in_clause(self, core: Span) -> bool:
        """Say whether the words' own clause refuses them: a question with "without …" asks to leave them out."""
        own = self._in_clause(core, self.clause(core))
        return own is not None and own.polarity in REFUSALS

    def names_again(self, span: Span) -> bool:
        """Say whether a stretch names what is judged by a word of its own."""
        return bool(self._senses.within(self._own, span))

    def clause(self, core: Span) -> Span:
        """Return the clause of the words; words that span clauses have them all."""
        first, last = self._layout.clause(core[0])[0], self._layout.clause(core[1] - 1)[1]
        return max(first, core[0] - 300), min(last, core[1] + 300)

    def cue_hits(self, span: Span) -> list[CueHit]:
        """Return the cues in a span; a hit with two cues is there twice."""
        return self._cues.within(span, self._own)

    def _in_brackets(self, core: Span) -> Verdict | None:
        """Read a remark in brackets right behind (or before) the words: 民族识别（选配）."""
        text = self._text
        spans: list[Span] = []
        numbered: Span | None = None
        item_end = self._layout.item(core[1] - 1)[1]
        if text[item_end : item_end + 1] in {"(", "[", "【"}:
            close = _first_of(text, ")]】", item_end, item_end + LONGEST_BRACKET)
            if close is not None:
                spans.append((item_end + 1, close))
        item_start = self._layout.item(core[0])[0]
        if item_start and text[item_start - 1] in ")]】":
            opened = max(text.rfind(mark, max(0, item_start - LONGEST_BRACKET), item_start) for mark in "([【")
            if opened >= 0 and ")" not in text[opened : item_start - 1]:
                numbered = opened + 1, item_start - 1
                spans.append(numbered)
        for span in spans:
            cues = [
                (hit, cue)
                for hit, cue in self.cue_hits(span)
                if cue.polarity is not Polarity.REQUIRED
                and cue.reach != SHORT_REACH
                and not (cue.whole_cell and span == numbered)
                and hit.senses.isdisjoint(_THERE)
                and not refuses_something_else(self._senses, hit, (core[0], min(core[1], span[0])))
                and not (cue.polarity in REFUSALS and self._limits(hit, core, span))
            ]
            if cues:
                return strongest(cues, "item")
        return None

    def _amended(self, core: Span) -> Verdict | None:
        """Read 原…现更正为…: the first part is void, the second holds."""
        part = amendment(self._senses, core, self._own, is_correction=self._cues.stage is Stage.CORRECTION)
        if part is None:
            return None
        if part.holds:
            return self._in_clause(core, self.clause(core)) or Verdict(Polarity.REQUIRED, "sentence", part.word)
        return Verdict(Polarity.NEGATED, "sentence", part.word, superseded=True)

    def _in_clause(self, core: Span, clause: Span) -> Verdict | None:
        cues = [(hit, cue) for hit, cue in self.cue_hits(clause) if self._governs(hit, cue, core)]
        if is_void_if_missing(self._senses, cues, core):
            return Verdict(Polarity.REQUIRED, "clause", None)
        if exception_closed(self._senses, core, clause) is not None:
            return Verdict(Polarity.NEGATED, "clause")
        cues = [pair for pair in cues if not (pair[1].polarity in REFUSALS and self._limits(pair[0], core, clause))]
        cues = self._without_outdated(cues, core)
        if not cues:
            return None
        if any(is_said_by_law(self._senses, hit, clause) for hit, _ in of_polarity(cues, Polarity.FORBIDDEN)):
            return Verdict(Polarity.DISCUSSED, "clause", against=_LAW)
        if any(none_may(self._senses, (hit.start, hit.end), clause) and hit.end <= core[1] for hit, _ in cues):
            return Verdict(Polarity.FORBIDDEN, "clause", (cues[0][0].start, cues[0][0].end))
        verdict = self._narrowest(cues, core)
        if verdict.polarity in _CITED and self._senses.within(("standard_cited",), (clause[0], core[0])):
            return replace(verdict, polarity=Polarity.DISCUSSED, against=_LAW)
        return self._weighed(verdict, cues, clause)

    def _narrowest(self, cues: Sequence[CueHit], core: Span) -> Verdict:
        own = self._layout.item(core[0])[0], self._layout.item(core[1] - 1)[1]
        firm = [pair for pair in cues if pair[0].senses.isdisjoint(WEAK)]
        in_item = [
            (hit, cue)
            for hit, cue in firm or cues
            if own[0] <= hit.start and hit.end <= own[1] and cue.polarity is not Polarity.REQUIRED
        ]
        return strongest(in_item, "item") if in_item else strongest(cues, "clause")

    def _weighed(self, verdict: Verdict, cues: Sequence[CueHit], clause: Span) -> Verdict:
        """Tell "left out" from "forbidden", and from "there already, and no matter of this purchase"."""
        if verdict.polarity is not Polarity.NEGATED or verdict.cue is None:
            return verdict
        if of_polarity(cues, Polarity.FORBIDDEN):
            return replace(verdict, polarity=Polarity.FORBIDDEN)
        refusing = [hit for hit, _ in of_polarity(cues, Polarity.NEGATED)]
        is_there = any(not hit.senses.isdisjoint(_THERE) for hit, _ in cues)
        if is_there and not any(self._senses.within(("removal",), (hit.start, hit.end)) for hit in refusing):
            return replace(verdict, polarity=Polarity.DISCUSSED)
        is_promised = is_promised_not(self._senses, verdict.cue, refusing, stage=self._cues.stage, is_bid=self.is_bid)
        if is_promised or none_may(self._senses, verdict.cue, clause):
            return replace(verdict, polarity=Polarity.FORBIDDEN)
        return verdict

    def _governs(self, hit: Hit, cue: Cue, core: Span) -> bool:
        """Say whether a cue in the clause speaks of the words at `core`."""
        names_what_follows = "cue.without" in hit.senses and hit.start >= core[1]
        if cue.whole_cell or names_what_follows or self._speaks_of_persons(hit, cue):
            return False
        if has_its_own_object(self._senses, hit, core, self._own):
            return False
        if hit.start >= core[0] and hit.end <= core[1]:
            return self._governs_inside(hit, cue, core)
        if not self._reaches(hit, cue, core):
            return False
        if cue.polarity in REFUSALS and refuses_something_else(self._senses, hit, core):
            return False
        if hit.start < core[0]:
            return cue.side in {"before", "either"} and not self._starts_anew(hit, core)
        if cue.side == "before" or self._speaks_of_the_next(hit, cue, core):
            return False
        end = self._layout.clause(hit.start)[1]
        is_of_another = cue.polarity in REFUSALS and begins_its_own(self._text, (hit.start, hit.end), end)
        return not is_of_another and self._is_followed(hit, cue)

    def _speaks_of_persons(self, hit: Hit, cue: Cue) -> bool:
        """Say whether a cue tells of persons, or of a list, and of no purchase: 曾上访的人员, "officers may"."""
        if cue.polarity is Polarity.DISCUSSED:
            return is_no_background(self._senses, hit)
        return cue.polarity is Polarity.OPTIONAL and is_for_users(self._senses, hit)

    def _governs_inside(self, hit: Hit, cue: Cue, core: Span) -> bool:
        """Say whether a cue among the words themselves speaks of them."""
        if cue.side == "before" and cue.polarity not in REFUSALS and hit.start > core[0]:
            return False
        if cue.polarity in REFUSALS and refuses_something_else(self._senses, hit, core):
            return False
        return cue.reach > SHORT_REACH or any(
            other.start == hit.end for other in self._senses.within(("face", "people", "ethnicity"), core)
        )

    def _reaches(self, hit: Hit, cue: Cue, core: Span) -> bool:
        """Say whether a cue reaches the words: none of a closed phrase reaches over a comma ("without delay, …")."""
        if distance(self._text, (hit.start, hit.end), core) <= cue.reach:
            between = self._text[hit.end : core[0]] if hit.end <= core[0] else ""
            is_phrase = not hit.senses.isdisjoint(_PHRASES)
            return not (is_phrase and ", " in between and not _LISTING.search(self._text[hit.end : core[1] + 40]))
        if self._opens_list_of(hit, cue, core) or refuses_noun_phrase(self._text, hit, core):
            return True
        return "none_of" in hit.senses and bool(self._senses.within(("modal", "permitted"), (hit.end, core[1])))

    def _is_followed(self, hit: Hit, cue: Cue) -> bool:
        """Say whether what a cue needs behind it to speak of what was before follows: …不得 + 启用."""
        if not cue.after_needs or cue.after_needs in hit.senses:
            return True
        if self._senses.within((cue.after_needs,), (hit.start, min(len(self._text), hit.end + 4 * USE_REACH))):
            return True
        return is_of_what_came(self._text, (hit.start, hit.end), self._layout.clause(hit.start)[1])

    def _speaks_of_the_next(self, hit: Hit, cue: Cue, core: Span) -> bool:
        """Say whether another matter stands between, behind a comma: "face search, audio alarm not included"."""
        if cue.polarity in {Polarity.REQUIRED, Polarity.OFFERED, Polarity.DISCUSSED}:
            return False
        if self._senses.within(("condition",), (self.clause(core)[0], core[0])):
            return False
        comma = self._text.rfind(", ", core[1], hit.start)
        if comma >= 0 and _LISTING.search(self._text[comma : hit.start]):
            return False  # "lingering, following or running must be …": one enumeration
        return names_another(self._senses, core[1], hit.start)

    def _limits(self, hit: Hit, core: Span, clause: Span) -> bool:
        return limits_only(self._senses, hit, core, clause, self._own)

    def _opens_list_of(self, hit: Hit, cue: Cue, core: Span) -> bool:
        """Say whether a short cue stands before an enumeration that the words are in: 无以脸搜脸、以图找人."""
        if cue.reach != SHORT_REACH or not hit.end <= core[0] <= hit.end + LONGEST_LISTED:
            return False
        between = self._text[hit.end : core[0]]
        kin = self._senses.within(_LISTED, (hit.end, core[0]))
        return "、" in between and "," not in between and any(first.start == hit.end for first in kin)

    def _starts_anew(self, hit: Hit, core: Span) -> bool:
        """Say whether a verb of its own stands between a cue and the words, behind a comma: 不支持甲、支持乙."""
        for verb in self._senses.within(("has_feature", "cue_border"), (hit.end, core[0])):
            between = self._text[hit.end : verb.start]
            if (
                any(mark in between for mark in "、,")
                or "cue_border" in verb.senses
                or between.endswith((" and ", " but "))
            ):
                return True
        return False

    def _refuses(self, span: Span) -> bool:
        """Say whether a stretch refuses something: 除甲外,不得… allows 甲."""
        return any(cue.polarity in REFUSALS for _, cue in self.cue_hits(span))

    def _without_outdated(self, cues: Sequence[CueHit], core: Span) -> list[CueHit]:
        """Drop "existing" where something new is asked for between it and the words: 在现有平台上新增…."""
        kept = []
        for hit, cue in cues:
            if cue.polarity is Polarity.DISCUSSED and hit.end <= core[0]:
                newer = self._senses.within(("something_new",), (hit.end, core[0]))
                if newer:
                    continue
            kept.append((hit, cue))
        return kept

    def _said_after(self, core: Span, clause: Span, *, needs_anaphor: bool) -> Verdict | None:
        """Read what the next clauses say of the words."""
        line_end = min(self._layout.line(core[1] - 1)[1], clause[1] + 160)
        position = clause[1]
        behind_asides = not needs_anaphor
        option: Verdict | None = None
        for number in range(LONGEST_REACH):
            if position >= line_end:
                return None
            following = self._layout.clause(position)
            following = max(position, following[0]), min(following[1], line_end)
            following = with_its_answer(self._layout, following, line_end)
            cues = self.cue_hits(following)
            if speaks_of_it(self._senses, clause, following, number if behind_asides else LONGEST_REACH, cues):
                verdict = self._says(following, cues)
                if verdict is not None:
                    return option if option and verdict.polarity in REFUSALS else verdict  # 选配,本期不采购
            if option is None and is_aside(self._senses, following):
                option = (
                    Verdict(Polarity.OPTIONAL, "clause", following) if of_polarity(cues, Polarity.OPTIONAL) else None
                )
            behind_asides = behind_asides and is_aside(self._senses, following)
            if not behind_asides and not needs_anaphor and self._layout.sentence(position)[0] >= clause[1]:
                return None  # another sentence with a matter of its own: what comes after speaks of that
            position = following[1]
        return None

    def _summed_up(self, core: Span, clause: Span) -> Verdict | None:
        """Read what a sentence says of a whole list before it in the same line, or right below: 以上功能均不采购."""
        line_end = self._layout.line(core[1] - 1)[1]
        below = self._layout.line_after(line_end)
        end = min(below[1] if below else line_end, clause[1] + LONGEST_SUMMED)
        for hit in self._senses.within(("sums_up",), (clause[1], end)):
            following = hit.start, min(end, self._layout.sentence(hit.start)[1])
            return self._says(following, self.cue_hits(following))
        return None

    def _says(self, following: Span, cues: Sequence[CueHit]) -> Verdict | None:
        length = len(self._text[following[0] : following[1]].strip(" ,;。."))
        telling = [
            (hit, cue)
            for hit, cue in cues
            if cue.polarity is not Polarity.REQUIRED
            and not (self.is_bid and cue.polarity is Polarity.DISCUSSED)
            and (not cue.whole_cell or (hit.end - hit.start) * 2 >= length)
            and (self._text[hit.start : hit.end] not in _NO_NOUN or hit.end >= following[0] + length)
            and not self._limits(hit, (hit.start, hit.start), following)
            and (not cue.after_needs or self._is_followed(hit, cue))
            and not names_what_is_left_out(self._senses, hit, (following[0], following[0]))
        ]
        refusing = of_polarity(telling, *REFUSALS)
        if refusing and self._senses.within(("void_if_missing",), following):
            return None  # 均不提供得0分: whoever lacks it loses points
        return strongest(telling, "clause") if telling else None

    def _in_sentence(self, core: Span, clause: Span) -> Verdict | None:
        """Read cues of the clauses before, in the same sentence, that lead what follows."""
        sentence = self._layout.sentence(core[0])
        first = max(sentence[0], core[0] - 300)
        leading = [
            (hit, cue)
            for hit, cue in without_price(self.cue_hits((first, clause[0])))
            if cue.leads
            and not cue.whole_cell
            and not self._starts_anew_sentence(hit, cue, core)
            and not (cue.polarity in REFUSALS and self._limits(hit, core, (hit.start, clause[1])))
            and not (cue.polarity in REFUSALS and refuses_something_else(self._senses, hit, core))
        ]
        if not leading:
            return None
        return strongest([leading[-1]], "sentence")

    def _starts_anew_sentence(self, hit: Hit, cue: Cue, core: Span) -> bool:
        between = (hit.end, core[0])
        if cue.polarity in REFUSALS:
            return bool(self._senses.within(("has_feature", "something_new", "cue_border"), between))
        return bool(self._senses.within(("something_new",), between))


def _first_of(text: str, marks: str, start: int, end: int) -> int | None:
    for place in range(start, min(end, len(text))):
        if text[place] in marks:
            return place
    return None
