"""What the words around a capability say of it: demanded, delivered, optional, refused, or only talked about.

The narrowest words win: the item of an enumeration before its clause, the clause before its sentence, the sentence
before the list or table it stands in, these before the chapter, the chapter before the kind of document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.matching import Hit
from tenderlight.capabilities.negation import exception_closed, is_breach, refuses_something_else
from tenderlight.capabilities.senses import SenseMap, distance
from tenderlight.capabilities.vocabulary import Cue, Pattern, Vocabulary
from tenderlight.model.statement import Polarity, Stage

USE_REACH = 4
"""Within which the verb of use follows 不得 for it to forbid what stands before."""
LONGEST_BRACKET = 24
SHORT_REACH = 2
"""Cues of one character (不, 无) reach no further and count only right before the words."""
LONGEST_REACH = 3
"""Clauses that may say something of the words before them."""
LONGEST_LISTED = 24
"""Characters of an enumeration between a short cue and the words."""
_LISTED = ("face", "people", "ethnicity", "image_search")
NEAR_THE_START = 12
"""Characters of a clause before the words that point back (采购人明确不采集此类信息)."""
LONGEST_ANSWERED = 14
"""A clause at most this long may be all that is said of the clause before it (…：不支持)."""

_RANK = {
    Polarity.FORBIDDEN: 0,
    Polarity.NEGATED: 1,
    Polarity.DISCUSSED: 2,
    Polarity.OPTIONAL: 3,
    Polarity.STANDARD: 4,
    Polarity.OFFERED: 5,
    Polarity.REQUIRED: 6,
}
_WEAK = frozenset({"cue.standard_weak", "cue.background_weak"})
_WEAK_RANK = {Polarity.DISCUSSED: 0, Polarity.STANDARD: 1}
_REFUSALS = frozenset({Polarity.FORBIDDEN, Polarity.NEGATED})
_CITED = frozenset({Polarity.OPTIONAL, Polarity.STANDARD})
"""What a standard may leave open or hold as its own, and a contract that cites it need not."""
_ACTS = ("recognise", "capture", "compare", "detect", "crawl", "dna_act", "rate", "unmask", "extract", "mac_collect")
_WORN = frozenset({"tag_named", "tag_thing"})
_ASKING_STAGES = frozenset({Stage.PLAN, Stage.TENDER, Stage.SINGLE_SOURCE, Stage.CORRECTION})
_BUYING_STAGES = frozenset({Stage.TENDER, Stage.SINGLE_SOURCE, Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A polarity, and how it was come by."""

    polarity: Polarity
    level: str
    """What said it: item, clause, sentence, lead, row, column, place, document."""
    cue: Span | None = None
    against: tuple[str, ...] = ()
    superseded: bool = False
    """True for words that the same document replaces by others."""


class Judge:
    """Reads polarity in one text."""

    def __init__(self, senses: SenseMap, vocabulary: Vocabulary, *, stage: Stage | None, is_bid: bool = False) -> None:
        self._senses = senses
        self._layout = senses.layout
        self._text = senses.layout.text
        self._cues = vocabulary.cues
        self._stage = stage
        self._is_bid = is_bid
        self._own: frozenset[str] = frozenset()

    @property
    def is_bid(self) -> bool:
        """Say whether the document is a bidder's own."""
        return self._is_bid

    def turn_to(self, pattern: Pattern) -> None:
        """Judge what meets this pattern: no word of its core refuses it (封堵, "block": that is what is bought)."""
        self._own = frozenset().union(*(need.senses for need in pattern.core))

    def near_words(self, core: Span) -> Verdict | None:
        """Return what the item, the clause and the sentence of the words say, or None if they say nothing."""
        clause = self.clause(core)
        closed = exception_closed(self._senses, core, clause)
        if closed is not None and self._refuses((closed, self._layout.sentence(core[1] - 1)[1])):
            return None
        if is_breach(self._senses, core):
            return Verdict(Polarity.FORBIDDEN, "sentence")
        own = self._in_brackets(core) or self._amended(core) or self._in_clause(core, clause)
        if own is not None and own.polarity is not Polarity.DISCUSSED and not self._is_asked(own, core, clause):
            return own
        after = self._said_after(core, clause, needs_anaphor=own is not None)
        if own is not None and (after is None or after.polarity not in _REFUSALS):
            return own
        return after or self._in_sentence(core, clause)

    def _is_asked(self, own: Verdict, core: Span, clause: Span) -> bool:
        """Say whether a clause only asks if something is demanded (是否须…): what follows may answer."""
        return own.polarity is Polarity.REQUIRED and bool(self._senses.within(("whether",), (clause[0], core[0])))

    def is_refused_in_clause(self, core: Span) -> bool:
        """Say whether the words' own clause refuses them: a question with "without …" asks to leave them out."""
        own = self._in_clause(core, self.clause(core))
        return own is not None and own.polarity in _REFUSALS

    def clause(self, core: Span) -> Span:
        """Return the clause of the words; words that span clauses have them all."""
        first, last = self._layout.clause(core[0])[0], self._layout.clause(core[1] - 1)[1]
        return max(first, core[0] - 300), min(last, core[1] + 300)

    def cue_hits(self, span: Span) -> list[tuple[Hit, Cue]]:
        """Return the cues in a span; a hit with two cues is there twice."""
        found: list[tuple[Hit, Cue]] = []
        for hit in self._senses.within(self._cues, span):
            is_own = not self._own.isdisjoint(hit.senses)
            cues = [self._cues[sense] for sense in hit.senses if sense in self._cues and self._counts(sense)]
            found.extend((hit, cue) for cue in cues if not (is_own and cue.polarity in _REFUSALS))
        return found

    def _counts(self, sense: str) -> bool:
        """Say whether a cue means something at this stage: a tender "plans to buy" what it is buying."""
        if sense == "cue.standard_weak":
            return not self._is_bid
        if sense == "cue.plan":
            return self._stage not in _BUYING_STAGES
        return sense != "cue.offered_later" or self._is_bid or self._stage not in _ASKING_STAGES

    def _in_brackets(self, core: Span) -> Verdict | None:
        """Read a remark in brackets right behind (or before) the words: 民族识别（选配）."""
        text = self._text
        spans = []
        item_end = self._layout.item(core[1] - 1)[1]
        if text[item_end : item_end + 1] in {"(", "[", "【"}:
            close = _first_of(text, ")]】", item_end, item_end + LONGEST_BRACKET)
            if close is not None:
                spans.append((item_end + 1, close))
        item_start = self._layout.item(core[0])[0]
        if item_start and text[item_start - 1] in ")]】":
            opened = max(text.rfind(mark, max(0, item_start - LONGEST_BRACKET), item_start) for mark in "([【")
            if opened >= 0:
                spans.append((opened + 1, item_start - 1))
        for span in spans:
            cues = [
                (hit, cue)
                for hit, cue in self.cue_hits(span)
                if cue.polarity is not Polarity.REQUIRED
                and cue.reach != SHORT_REACH
                and not refuses_something_else(self._senses, hit, (core[0], min(core[1], span[0])))
            ]
            if cues:
                return _strongest(cues, "item")
        return None

    def _amended(self, core: Span) -> Verdict | None:
        """Read 原…现更正为…: the first part is void, the second holds."""
        sentence = self._wide_sentence(core)
        was = self._senses.within(("amended_from",), sentence)
        now = self._senses.within(("amended_to", "amended_weak"), sentence)
        now = [hit for hit in now if "amended_to" in hit.senses or any(start.end <= hit.start for start in was)]
        before = [hit for hit in now if hit.end <= core[0]]
        if before:
            later_was = any(hit.start > before[-1].end and hit.end <= core[0] for hit in was)
            if not later_was:
                return self._in_clause(core, self.clause(core)) or Verdict(
                    Polarity.REQUIRED, "sentence", (before[-1].start, before[-1].end)
                )
        after = [hit for hit in now if hit.start >= core[1]]
        opened = [hit for hit in was if hit.end <= core[0]]
        if after and opened:
            return Verdict(Polarity.NEGATED, "sentence", (after[0].start, after[0].end), superseded=True)
        return None

    def _wide_sentence(self, core: Span) -> Span:
        first, last = self._layout.line(core[0])[0], self._layout.line(core[1] - 1)[1]
        return max(first, core[0] - 200), min(last, core[1] + 200)

    def _in_clause(self, core: Span, clause: Span) -> Verdict | None:
        cues = [(hit, cue) for hit, cue in self.cue_hits(clause) if self._governs(hit, cue, core)]
        if self._is_void_if_missing(cues, core):
            return Verdict(Polarity.REQUIRED, "clause", None)
        if exception_closed(self._senses, core, clause) is not None:
            return Verdict(Polarity.NEGATED, "clause")
        cues = [
            pair for pair in cues if not (pair[1].polarity in _REFUSALS and self._limits_only(pair[0], core, clause))
        ]
        cues = self._without_outdated(cues, core)
        if not cues:
            return None
        if any(cue.polarity is Polarity.FORBIDDEN and self._is_said_by_law(hit, clause) for hit, cue in cues):
            return Verdict(Polarity.DISCUSSED, "clause", against=("It tells what a law or standard says.",))
        own = self._layout.item(core[0])[0], self._layout.item(core[1] - 1)[1]
        firm = [pair for pair in cues if pair[0].senses.isdisjoint(_WEAK)]
        item_cues = [
            (hit, cue)
            for hit, cue in firm or cues
            if own[0] <= hit.start and hit.end <= own[1] and cue.polarity is not Polarity.REQUIRED
        ]
        verdict = _strongest(item_cues, "item") if item_cues else _strongest(cues, "clause")
        if verdict.polarity in _CITED and self._senses.within(("standard_cited",), (clause[0], core[0])):
            return replace(verdict, polarity=Polarity.DISCUSSED, against=("It tells what a law or standard says.",))
        return replace(verdict, polarity=Polarity.FORBIDDEN) if self._none_may(verdict, clause) else verdict

    def _none_may(self, verdict: Verdict, clause: Span) -> bool:
        """Read "no … may (shall, must)": a refusal that forbids."""
        if verdict.polarity is not Polarity.NEGATED or verdict.cue is None:
            return False
        none_of = self._senses.within(("none_of",), verdict.cue)
        return bool(none_of) and bool(self._senses.within(("modal",), (verdict.cue[1], clause[1])))

    def _governs(self, hit: Hit, cue: Cue, core: Span) -> bool:
        """Say whether a cue in the clause speaks of the words at `core`."""
        if cue.whole_cell:
            return False
        if hit.start >= core[0] and hit.end <= core[1]:
            if cue.side == "before" and hit.start > core[0] and cue.reach != SHORT_REACH:
                return False
            return cue.reach > SHORT_REACH or any(
                other.start == hit.end for other in self._senses.within(("face", "people", "ethnicity"), core)
            )
        away = distance(self._text, (hit.start, hit.end), core)
        if away > cue.reach and not self._opens_list_of(hit, cue, core):
            return False
        if cue.polarity in _REFUSALS and refuses_something_else(self._senses, hit, core):
            return False
        if hit.start < core[0]:
            return cue.side in {"before", "either"} and not self._starts_anew(hit, core)
        if cue.side == "before":
            return False
        return not cue.after_needs or bool(
            self._senses.within((cue.after_needs,), (hit.end, min(len(self._text), hit.end + 4 * USE_REACH)))
            or cue.after_needs in hit.senses
        )

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

    def _is_void_if_missing(self, cues: Sequence[tuple[Hit, Cue]], core: Span) -> bool:
        """Read 不支持…的按无效投标处理: whoever lacks it is out, so it is demanded."""
        if not any(cue.polarity is Polarity.NEGATED for _, cue in cues):
            return False
        sentence = self._layout.sentence(core[0])[0], self._layout.sentence(core[1] - 1)[1]
        around = max(sentence[0], core[0] - 60), min(sentence[1], core[1] + 120)
        return bool(self._senses.within(("void_if_missing",), around)) and not self._senses.within(
            ("if_there",), around
        )

    def _refuses(self, span: Span) -> bool:
        """Say whether a stretch refuses something: 除甲外,不得… allows 甲."""
        return any(cue.polarity in _REFUSALS for _, cue in self.cue_hits(span))

    def _limits_only(self, hit: Hit, core: Span, clause: Span) -> bool:
        """Say whether a refusal concerns what is done with the results (export, delay), not the capability."""
        keeps = bool(self._senses.within(("register", "face_library", "enrol"), core))
        if self._refuses_an_act(hit, core):
            return False
        for limit in self._senses.within(("limit", "limit_keep"), (hit.start, clause[1])):
            if (core[0] <= limit.start and limit.end <= core[1]) or (keeps and "limit_keep" in limit.senses):
                continue
            if not self._own.isdisjoint(_WORN) and limit.end <= core[0]:  # 不得佩戴…手环: wearing it is what it is for
                continue
            if limit.start >= core[1]:
                return True
            if not self._senses.within(("use_verb", "recognise"), (limit.end, core[0])):
                return True
        return False

    def _refuses_an_act(self, hit: Hit, core: Span) -> bool:
        """Say whether the act that follows the refusing word at once is the capability's own (不得采集人脸并提供)."""
        for act in self._senses.within(_ACTS, (hit.end, core[1])):
            if act.start - hit.end > 1 or not act.senses.isdisjoint(("limit", "limit_keep")):
                break
            return not self._text.startswith("的", act.end)
        return False

    def _is_said_by_law(self, hit: Hit, clause: Span) -> bool:
        """Say whether a law forbids ("Article 5 bans …"), and not the text itself ("under the Act, it must not …")."""
        before = self._senses.within(("law",), (max(clause[0], hit.start - 60), hit.start))
        if not before:
            return False
        between = self._text[before[-1].end : hit.start]
        return (
            "," not in between and distance(self._text, (before[-1].start, before[-1].end), (hit.start, hit.end)) <= 3
        )

    def _without_outdated(self, cues: Sequence[tuple[Hit, Cue]], core: Span) -> list[tuple[Hit, Cue]]:
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
        """Read what follows: "…：不支持", "…，该功能不启用", "… This is not required."."""
        line_end = min(self._layout.line(core[1] - 1)[1], clause[1] + 160)
        position = clause[1]
        for number in range(LONGEST_REACH):
            if position >= line_end:
                return None
            following = self._layout.clause(position)
            following = (max(position, following[0]), min(following[1], line_end))
            if self._speaks_of_it(clause, following, LONGEST_REACH if needs_anaphor else number):
                length = len(self._text[following[0] : following[1]].strip(" ,;。."))
                cues = [
                    (hit, cue)
                    for hit, cue in self.cue_hits(following)
                    if cue.polarity is not Polarity.REQUIRED
                    and (not cue.whole_cell or (hit.end - hit.start) * 2 >= length)
                ]
                cues = [
                    (hit, cue) for hit, cue in cues if not self._limits_only(hit, (hit.start, hit.start), following)
                ]
                if cues:
                    return _strongest(cues, "clause")
            position = following[1]
        return None

    def _speaks_of_it(self, clause: Span, following: Span, number: int) -> bool:
        if number == 0 and self._senses.within(("condition",), clause):
            return any(cue.polarity in _REFUSALS for _, cue in self.cue_hits(following))
        anaphors = self._senses.within(("anaphor",), following)
        if anaphors and anaphors[0].start - following[0] <= NEAR_THE_START:
            return True
        if number or following[1] - following[0] > 4 * LONGEST_ANSWERED:
            return False
        cues = self.cue_hits(following)
        words = self._text[following[0] : following[1]].strip(" ,;。.")
        if words.endswith(":") or self._layout.sentence(clause[1] - 1) != self._layout.sentence(following[0]):
            return False
        opens = bool(cues) and cues[0][0].start - following[0] <= 2
        share = sum(hit.end - hit.start for hit, _ in cues)
        ends_in_colon = self._text[clause[0] : clause[1]].rstrip().endswith(":")
        return bool(cues) and (ends_in_colon or (opens and share * 2 >= len(words)))

    def _in_sentence(self, core: Span, clause: Span) -> Verdict | None:
        """Read cues of the clauses before, in the same sentence, that lead what follows."""
        sentence = self._layout.sentence(core[0])
        first = max(sentence[0], core[0] - 300)
        leading = [(hit, cue) for hit, cue in self.cue_hits((first, clause[0])) if cue.leads and not cue.whole_cell]
        leading = [
            (hit, cue)
            for hit, cue in leading
            if not self._starts_anew_sentence(hit, cue, core)
            and not (cue.polarity in _REFUSALS and self._limits_only(hit, core, (hit.start, clause[1])))
            and not (cue.polarity in _REFUSALS and refuses_something_else(self._senses, hit, core))
        ]
        if not leading:
            return None
        return _strongest([leading[-1]], "sentence")

    def _starts_anew_sentence(self, hit: Hit, cue: Cue, core: Span) -> bool:
        between = (hit.end, core[0])
        if cue.polarity in _REFUSALS:
            return bool(self._senses.within(("has_feature", "something_new", "cue_border"), between))
        return bool(self._senses.within(("something_new",), between))


def _rank(pair: tuple[Hit, Cue]) -> int:
    """Order cues by what they say; weak ones ("built in", "currently") come after every other."""
    hit, cue = pair
    return len(_RANK) + _WEAK_RANK[cue.polarity] if not hit.senses.isdisjoint(_WEAK) else _RANK[cue.polarity]


def _strongest(cues: Sequence[tuple[Hit, Cue]], level: str) -> Verdict:
    hit, cue = min(cues, key=_rank)
    return Verdict(cue.polarity, level, (hit.start, hit.end))


def _first_of(text: str, marks: str, start: int, end: int) -> int | None:
    for place in range(start, min(end, len(text))):
        if text[place] in marks:
            return place
    return None
