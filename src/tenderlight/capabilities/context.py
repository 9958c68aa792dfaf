"""What the surroundings say of words: the list, table, question, chapter and document they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlight.capabilities.boxes import unticked
from tenderlight.capabilities.clauses import ITEM_MARKS, Span, starts_item
from tenderlight.capabilities.cues import REFUSALS, CueHit, Cues, of_polarity
from tenderlight.capabilities.legends import item_mark, letters_of_legend, marks_of_legend
from tenderlight.capabilities.paragraphs import told_of_existing, told_of_others, way_taken
from tenderlight.capabilities.polarity import Judge
from tenderlight.capabilities.records import told_of_record
from tenderlight.capabilities.senses import SenseMap, distance
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.tables import Tables, leading_cues
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.capabilities.vocabulary import Vocabulary
from tenderlight.capabilities.words import Hit
from tenderlight.model.statement import Polarity, Stage

LONGEST_NUMBER = 5
LONGEST_HEADING = 40
LONGEST_LEAD_LINES = 30
LONGEST_LEAD = 1500
LONGEST_ANSWER = 160
_POINTING = frozenset("该此")
"""How a refusal ends that points back (暂无该|功能)."""
JUST_BEHIND = 12
"""Characters between the mark of a response and the word that refuses."""
LONGEST_BEFORE = 120
"""Characters before the words in which a mark begins a question or an answer."""
USUAL_MARKS = "★▲※"
NO_LEGEND = "It is marked {}, and no legend of what that means was found in the document: it is read as a demand."
LONGEST_PROSE = 40
"""Characters between what is asked about in prose and the word that begins the answer."""
MOST_HEADINGS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The chapter that words stand in."""

    polarity: Polarity | None
    says: str
    """What speaks against a claim from here; empty = nothing."""
    is_boilerplate: bool
    heading: Span


class Surroundings:
    """Reads what stands around words in one text."""

    def __init__(self, senses: SenseMap, vocabulary: Vocabulary, cues: Cues) -> None:
        self._senses = senses
        self._layout = senses.layout
        self._text = senses.layout.text
        self._cues = cues
        self._places = self._find_places(vocabulary)
        self._legend = marks_of_legend(senses, cues)
        self._letters = letters_of_legend(senses, cues)
        self._tables = Tables(senses, self._legend, self._letters)

    def _find_places(self, vocabulary: Vocabulary) -> list[Place]:
        found = []
        for hit in self._senses.of(vocabulary.places):
            if not self._is_heading(hit):
                continue
            for sense in sorted(hit.senses & vocabulary.places.keys()):
                row = vocabulary.places[sense]
                found.append(
                    Place(
                        polarity=Polarity(row["polarity"]) if row["polarity"] else None,
                        says=row["says"],
                        is_boilerplate=row["boilerplate"] == "True",
                        heading=(hit.start, hit.end),
                    )
                )
        return found

    def _is_heading(self, hit: Hit) -> bool:
        """Say whether a hit is (or opens) a chapter heading: a short numbered line, or a line that is little else."""
        start, end = self._layout.line(hit.start)
        line = self._text[start:end].strip()
        lead = self._text[start : hit.start].strip()
        if len(lead) > 16 or self._is_entry((start, end)):
            return False
        is_short = len(line) <= LONGEST_HEADING and not line.endswith(("。", ";", ","))
        numbered = starts_item(self._text, start) and line[0] not in ITEM_MARKS
        if is_short and (numbered or (hit.end - hit.start) * 2 >= len(line)):
            return True
        opens = lead == "" or (numbered and len(lead) <= 8)
        following = self._text[hit.end : hit.end + 1]
        return opens and following in {":", "", ".", "。"} and hit.end - start <= LONGEST_HEADING

    def _is_entry(self, line: Span) -> bool:
        """Say whether a line is a table row with entries of its own; a heading in a table has a number at most."""
        cells = [self._text[first:last].strip(" \t|│") for first, last in self._layout.cells(line)]
        return sum(bool(cell) for cell in cells) - (bool(cells) and len(cells[0]) <= LONGEST_NUMBER) > 1

    def place(self, position: int) -> Place | None:
        """Return the chapter that holds `position`, as far as its heading says what it is for."""
        latest = None
        for place in self._places:
            if place.heading[0] > position:
                break
            latest = place
        return latest

    def verdict(self, core: Span, setting: Setting, judge: Judge) -> Verdict:
        """Return what the narrowest words around say.

        Args:
            core: The words that are judged.
            setting: What is known of the document.
            judge: Reads polarity for the pattern that the words meet.
        """
        asked = self._question(core, judge) or self._refused_in_response(core, judge)
        said = asked or self._said_around(core, setting, judge)
        if setting.buys_nothing and not self._is_settled(said, setting):
            return replace(said, polarity=Polarity.DISCUSSED)
        if asked is not None:
            return asked
        return (
            replace(said, polarity=Polarity.OFFERED)
            if setting.delivers and said.polarity is Polarity.REQUIRED
            else said
        )

    def _is_settled(self, said: Verdict, setting: Setting) -> bool:
        """Say whether a document that buys nothing says all the same what it leaves out.

        A plan buys nothing yet; what it says of systems elsewhere, of old ones or of proposals is talk. Only what it
        leaves out of its own purchase in so many words is left out.
        """
        if said.polarity is not Polarity.NEGATED:
            return False
        if setting.is_talk or said.cue is None:
            return setting.is_talk
        sentence = self._layout.sentence(said.cue[0])[0], self._layout.sentence(said.cue[1] - 1)[1]
        return bool(self._senses.within(("of_this", "cue.scope"), sentence))

    def _said_around(self, core: Span, setting: Setting, judge: Judge) -> Verdict:
        """Return what the clause, the list or table, the chapter, or the kind of document says."""
        own = unticked(self._layout, core) or judge.near_words(core)
        if own is not None and own.polarity in REFUSALS:
            return own
        beside = (
            told_of_others(self._senses, core)
            or way_taken(self._senses, judge, core)
            or told_of_record(self._senses, core)
        )
        if beside is None and not setting.is_bid:
            beside = told_of_existing(self._senses, core)
        if beside is not None:
            return beside
        row = self._tables.verdict(core, judge)
        if own is not None and own.polarity is not Polarity.REQUIRED:
            is_settled = row is not None and row.level == "row" and own.polarity is Polarity.OPTIONAL
            return row if is_settled and row is not None and row.polarity is not Polarity.REQUIRED else own
        wider = row or self._lead(core, judge) or self._mark(core)
        if wider is not None and (own is None or wider.polarity is not Polarity.REQUIRED):
            return wider
        place = self.place(core[0])
        if place is not None and place.polarity is not None and own is None and not _is_bought(place, setting):
            return Verdict(place.polarity, "place", place.heading)
        return own or setting.default

    def _question(self, core: Span, judge: Judge) -> Verdict | None:
        """Read a bidder's question and the answer to it."""
        first = self._layout.line(core[0])[0]
        answers = self._senses.within(("answer_mark",), (core[1], min(len(self._text), core[1] + 4 * LONGEST_ANSWER)))
        sentence_end = self._layout.sentence(core[1] - 1)[1]
        is_marked = self._text[sentence_end - 1 : sentence_end] == "?"
        asks = is_marked or self._is_led_as_question(core, first, answers) or self._asks_in_prose(core, answers, judge)
        clause = judge.clause(core)
        if not asks and self._senses.within(("asks_to_drop_here",), (clause[0], core[1])) and clause[1] < sentence_end:
            return self._reply(core, clause, (clause[1], sentence_end), judge)
        if not asks:
            return None
        answer = self._answer(core, sentence_end, answers, judge)
        if answer is None:
            return Verdict(Polarity.DISCUSSED, "sentence", against=("It stands in a question.",))
        return self._reply(core, (first, sentence_end), answer, judge)

    def _is_led_as_question(self, core: Span, first: int, answers: Sequence[Hit]) -> bool:
        """Say whether the last mark before the words begins a question (问：), and no answer or statement after it.

        What is asked by words without a mark (疑问, "question") counts where an answer follows.
        """
        low = max(first, core[0] - LONGEST_BEFORE)
        marks = self._senses.within(("question_mark_word", "answer_mark", "speaker"), (low, core[0]))
        if not marks or "question_mark_word" not in marks[-1].senses:
            return False
        opened = marks[-1]
        if opened.end - opened.start <= len("q:") and not self._begins(opened.start):
            return False
        asked = self._text[opened.end : opened.end + 1] == ":" or self._text[opened.end - 1] in ":."
        between = self._text[opened.end : core[0]]
        if "?" in between:
            return False
        if self._text[opened.start : opened.end].strip(":") in {"疑问", "疑义", "询问", "异议"} and not answers:
            return not self._layout.text[low : opened.start].strip(" \n\t0123456789.、()★*")
        return asked or bool(answers) or opened.start - first <= LONGEST_NUMBER

    def _begins(self, position: int) -> bool:
        """Say whether a line or sentence begins at `position`, or behind its number ("annex P: …" is no question)."""
        start = max(self._layout.line(position)[0], self._layout.sentence(position)[0])
        return not self._text[start:position].strip(" \t\n0123456789.、()★*|-")

    def _refused_in_response(self, core: Span, judge: Judge) -> Verdict | None:
        """Read "Requirement: … Response: not supported", and "Response: A is there; B is not" for a demanded B."""
        line_end = min(self._layout.line(core[1] - 1)[1], core[1] + LONGEST_ANSWER)
        marks = self._senses.within(("answer_mark", "response_mark"), (core[1], line_end))
        if not marks:
            return None
        begin = marks[0].end
        while begin < line_end:
            sentence = begin, min(line_end, self._layout.sentence(min(begin, len(self._text) - 1))[1])
            names_it = judge.names_again(sentence) or bool(self._senses.within(("anaphor",), sentence))
            for hit, cue in judge.cue_hits(sentence):
                names_it = names_it or self._text[hit.end - 1] in _POINTING
                near = hit.start - sentence[0] <= JUST_BEHIND if begin == marks[0].end else names_it
                if cue.polarity in REFUSALS and (near or names_it):
                    return Verdict(cue.polarity, "clause", (marks[0].start, hit.end))
            begin = sentence[1]
        return None

    def _without_outdated(self, cues: Sequence[CueHit], end: int) -> list[CueHit]:
        """Drop "existing" from the words that lead a list where something new is asked for behind it."""
        return [
            (hit, cue)
            for hit, cue in cues
            if cue.polarity is not Polarity.DISCUSSED or not self._senses.within(("something_new",), (hit.end, end))
        ]

    def _asks_in_prose(self, core: Span, answers: Sequence[Hit], judge: Judge) -> bool:
        """Read 关于是否须…的问题,答复如下: a question without its mark, answered in the same line."""
        if not answers or answers[0].start > self._layout.line(core[1] - 1)[1]:
            return False
        clause = judge.clause(core)
        away = distance(self._text, core, (answers[0].start, answers[0].end))
        return bool(self._senses.within(("whether",), clause)) and away <= LONGEST_PROSE

    def _reply(self, core: Span, question: Span, answer: Span, judge: Judge) -> Verdict:
        """Return what an answer says of what was asked about; "no" to "may it be left out?" demands it."""
        asks_to_drop = judge.is_refused_in_clause(core) or bool(
            self._senses.within(("asks_to_drop",), (max(question[0], core[0] - 120), question[1]))
        )
        stays = self._senses.within(("kept_demand",), (answer[0], self._layout.line(answer[0])[1]))
        if stays and stays[0].start - answer[0] <= LONGEST_ANSWER:
            return Verdict(Polarity.REQUIRED, "clause", (answer[0], stays[0].end))
        cues = judge.cue_hits(answer)
        again = [pair for pair in of_polarity(cues, *REFUSALS) if "bare_no" not in pair[0].senses]
        if asks_to_drop and again and judge.names_again((again[-1][0].end, answer[1])):
            return Verdict(again[-1][1].polarity, "clause", (answer[0], again[-1][0].end))
        if self._senses.within(("void_if_missing",), answer) and not self._senses.within(("if_there",), answer):
            return Verdict(Polarity.REQUIRED, "clause", answer)
        demanding = {Polarity.REQUIRED, Polarity.OFFERED}
        others = [pair for pair in cues if pair[1].polarity not in demanding]
        if others:
            said = of_polarity(others, *REFUSALS, Polarity.OPTIONAL, Polarity.STANDARD) or others
            hit, cue = min(said, key=lambda pair: (pair[0].start, -pair[0].end))
            kept = asks_to_drop and "bare_no" in hit.senses
            polarity = Polarity.REQUIRED if kept else cue.polarity
            return Verdict(polarity, "clause", (answer[0], hit.end))
        if cues or self._senses.within(("yes",), answer):
            return Verdict(Polarity.NEGATED if asks_to_drop else Polarity.REQUIRED, "clause", answer)
        return Verdict(Polarity.DISCUSSED, "sentence", answer, ("The answer to the question says neither yes nor no.",))

    def _answer(self, core: Span, sentence_end: int, answers: Sequence[Hit], judge: Judge) -> Span | None:
        """Return the first sentence that says something of the answer that follows a question."""
        line_end = self._layout.line(core[1] - 1)[1]
        begin = sentence_end
        if answers:
            begin = answers[0].end
        elif sentence_end >= line_end:
            return None
        end = min(self._layout.line(min(begin, len(self._text) - 1))[1], begin + LONGEST_ANSWER)
        while begin < end:
            sentence = self._layout.sentence(begin)
            answer = (begin, min(end, sentence[1]))
            if judge.cue_hits(answer) or self._senses.within(("yes",), answer) or sentence[1] >= end:
                return answer
            begin = sentence[1]
        return None

    def _mark(self, core: Span) -> Verdict | None:
        """Read a mark such as ★ before the line or clause by the document's own legend.

        Without a legend ★, ▲ and ※ stand at demands, as they mostly do, and the verdict says that none was found.
        """
        for start in (
            self._layout.line(core[0])[0],
            self._layout.sentence(core[0])[0],
            self._layout.clause(core[0])[0],
        ):
            mark = item_mark(self._text, start)
            if mark in self._legend:
                return Verdict(self._legend[mark], "clause", (start, start + 1))
            if mark and mark in USUAL_MARKS:
                return Verdict(Polarity.REQUIRED, "clause", (start, start + 1), (NO_LEGEND.format(mark),))
        return self._last_letter(core)

    def _last_letter(self, core: Span) -> Verdict | None:
        """Read a letter of the legend that ends a line: "Plate search - C"."""
        end = self._layout.line(core[1] - 1)[1]
        tail = self._text[max(core[1], end - 6) : end].rstrip(" .;\n")
        letter = tail[-1:]
        if letter in self._letters and tail[:-1].rstrip()[-1:] in {"-", "–", "—", ":", "("}:
            return Verdict(self._letters[letter], "clause", (end - 1, end))
        return None

    def _lead(self, core: Span, judge: Judge) -> Verdict | None:
        """Read the words that lead a list in: 选配：…, or a line ending with a colon before the items."""
        line = self._layout.line(core[0])
        head = self._last_colon(max(line[0], core[0] - LONGEST_LEAD), core[0], judge)
        if head is not None:
            return head
        numbered = starts_item(self._text, line[0])
        start = line[0]
        for _ in range(LONGEST_LEAD_LINES):
            before = self._layout.line_before(start)
            if before is None or core[0] - before[0] > LONGEST_LEAD:
                return None
            if before[1] in self._layout.paragraph_breaks and not numbered:
                return None
            text = self._text[before[0] : before[1]].strip()
            if text.endswith(("。", ";", ".", "!", "?")) or len(self._layout.cells(before)) > 1:
                start = before[0]
                continue
            if any(before[0] <= place.heading[0] < before[1] for place in self._places):
                return None
            if text.endswith(":") or (len(text) <= LONGEST_HEADING and not starts_item(self._text, before[0])):
                cues = self._without_outdated(leading_cues(judge, before), before[1])
                if cues:
                    return Verdict(cues[-1][1].polarity, "lead", (cues[-1][0].start, cues[-1][0].end))
                if text.endswith(":"):
                    return None
            start = before[0]
        return None

    def _last_colon(self, start: int, end: int, judge: Judge) -> Verdict | None:
        """Return what the last words before a colon between `start` and `end` say; a later head overrules."""
        place = end
        for _ in range(8):
            place = self._text.rfind(":", start, place)
            if place < 0:
                return None
            clause = self._layout.clause(place)
            if clause[1] - clause[0] > LONGEST_HEADING * 2:
                continue
            cues = self._without_outdated(leading_cues(judge, (clause[0], place)), place)
            if cues:
                return Verdict(cues[-1][1].polarity, "lead", (cues[-1][0].start, cues[-1][0].end))
        return None


def _is_bought(place: Place, setting: Setting) -> bool:
    """Say whether a heading tells what is asked for in a document that tells what was bought (采购内容 in an award)."""
    return place.polarity is Polarity.REQUIRED and setting.stage in {Stage.AWARD, Stage.ACCEPTANCE}
