"""What other sentences of a paragraph say of words: one of several ways that was not taken, or what others did before.

A paragraph may describe a first, second and third option and then take the second; a bidder tells what it built
elsewhere before it says what it offers here. No word beside the description says so: the label does, or the way the
paragraph begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.cues import REFUSALS
from tenderlight.capabilities.polarity import Judge
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import Polarity

LONGEST_BEFORE = 400
"""Characters before words in which the way a paragraph begins still speaks of them."""
LONGEST_BEHIND = 600
"""Characters behind a description in which a sentence may name its label again."""
MOST_LABELS = 60

_COUNTED = {
    word: str(number)
    for number, words in enumerate(
        (
            "one first i a 一 甲 первый первого первом uno una primera primero première premier un une перший першого",
            "two second ii b 二 乙 второй второго втором dos segunda segundo deux seconde deuxième другий другого",
            "three third iii c 三 丙 третий третьего третьем tres tercera tercero trois troisième третій третього",
            "four fourth iv d 四 丁 четвертый четвертого cuatro cuarta cuarto quatre quatrième четвертий четвертого",
            "five fifth v e 五 戊 пятый cinco quinta quinto cinq cinquième п'ятий",
            "six sixth vi f 六 шестой seis six",
        ),
        start=1,
    )
    for word in words.split()
}
"""What counts alternatives, whatever the script: "option B", "the second" and 方案二 are number two."""
_WAYS = (
    r"options?|variants?|alternatives?|architectures?|schemes?|solutions?|scenarios?|approach(?:es)?|concepts?|designs?"
    r"|opci[oó]n(?:es)?|variantes?|alternativas?|soluci[oó]n(?:es)?|escenarios?|hypoth[eè]ses?|sc[eé]narios?"
    r"|вариант(?:а|у|ом|ы|е)?|сценари(?:й|я|и)|решени(?:е|я)|варіант(?:а|у|ом|и|і)?|сценарі(?:й|ю|ї)|方案|选项|路线|方式"
)
_PARTS = (
    r"lots?|items?|lines?|clauses?|requirements?|positions?|rows?|modules?|packages?|points?|paragraphs?|sections?"
    r"|features?|articles?|reng[lL]?[oó]n(?:es)?|partidas?|[ií]tems?|puntos?|cl[aá]usulas?|requisitos?|postes?"
    r"|exigences?|лот(?:а|у|ы|е)?|пункт(?:а|у|ы|е)?|позици(?:я|и|ю)|标段|包件|条款|功能点"
)
_WORDS = "|".join(sorted((word for word in _COUNTED if len(word) > len("ii")), key=len, reverse=True))
_TOKEN = (
    r"\(?(?P<token>\d{1,3}(?:[.-]\d{1,3}){0,3}(?:\([a-z]\))?|(?<![a-zà-ÿа-яёіїєґ])[a-f](?!\w)|[a-z]{1,3}-\d{1,3}|[一二三四五六甲乙丙丁]"
    rf"|(?:{_WORDS})(?!\w))\)?"
)
_JOINED = r"(?:\s?(?:,|、|and|or|&|y|et|и|та|或|和)\s?)"
_LABEL = re.compile(
    rf"(?<![a-zà-ÿа-яёіїєґ])(?:(?P<way>{_WAYS})|(?P<part>{_PARTS}))\s?(?:no\.?\s?|nos\.?\s?|n°\s?|№\s?|#)?{_TOKEN}"
)
_MORE = re.compile(rf"{_JOINED}(?:(?:{_WAYS}|{_PARTS})\s?)?{_TOKEN}")
_JOINT = re.compile(rf"[()\s]*{_JOINED}?[()\s]*")
_BARE = re.compile(r"(?:(?<=[:;,.\s])|^)\((?P<token>[a-f1-6])\)")
_DETERMINER = re.compile(
    r"[\W\d_]*(?:(?:the|our|an?|all|its|this|each|el|la|los|las|le|les|l'|un|une)\s?)?(?:[^\W\d_]+['’]s\s)?"
)
"""What may stand before "existing" where it begins a sentence."""
_PLACE = re.compile(r"\bthe (?:former|latter)\b|前者|后者")
_TAKES_OUT = frozenset({"removal", "cue.scope", "cue.elsewhere", "cue.rejected", "cue.set_aside"})
"""What takes a lot or an item out of a purchase; other refusals ("no partial bids") only tell of it."""


@dataclass(frozen=True, slots=True)
class _Label:
    number: str
    """What it counts: "2", "3.1"; one way of writing for B, two, second."""
    is_way: bool
    """One of several ways to do a thing, of which one is taken; a lot or an item is not."""
    start: int
    end: int


def told_of_others(senses: SenseMap, core: Span) -> Verdict | None:
    """Return that words are only told of: references, a company's past, other wares; None if the paragraph does not.

    "About us: we delivered … For this tender we offer …": what stands before the second sentence is not for sale here.
    """
    line = senses.layout.line(core[0])
    begun = senses.within(("told_of_others", "bought_here"), (max(line[0], core[0] - LONGEST_BEFORE), core[0]))
    if not begun or "bought_here" in begun[-1].senses:
        return None
    told = begun[-1]
    rest = senses.layout.text[told.end : senses.layout.sentence(told.start)[1]]
    governs_line = ":" in rest or not rest.strip(" ).。")
    if governs_line or told.start >= senses.layout.sentence(core[0])[0]:
        return Verdict(Polarity.DISCUSSED, "sentence", (told.start, told.end))
    return None


def told_of_existing(senses: SenseMap, core: Span) -> Verdict | None:
    """Return that a sentence begins with what is there already, and tells what that does; None if it asks for more.

    "The existing system, installed in 2019, compares faces …": it is far from the words, and still their subject.
    """
    start = senses.layout.sentence(core[0])[0]
    there = senses.within(("cue.existing",), (start, core[0]))
    if not there or _DETERMINER.fullmatch(senses.layout.text, start, there[0].start) is None:
        return None
    if ":" in senses.layout.text[there[0].end : core[0]]:
        return None
    if senses.within(("something_new", "cue.require", "modal", "bought_here"), (there[0].end, core[1])):
        return None
    return Verdict(Polarity.DISCUSSED, "sentence", (there[0].start, there[0].end))


def way_taken(senses: SenseMap, judge: Judge, core: Span) -> Verdict | None:
    """Return that words describe a labelled way or part that is not taken (or is); None if the text does not say so."""
    text = senses.layout.text
    line = senses.layout.line(core[0])
    own = _own(senses, _labels(senses, max(line[0], core[0] - LONGEST_BEFORE), core[0]), core)
    if own is None:
        return None
    high = min(len(text), core[1] + LONGEST_BEHIND) if own.is_way else min(line[1], core[1] + LONGEST_BEHIND)
    labels = _labels(senses, max(0, core[0] - LONGEST_BEFORE), high)
    for start, end in _sentences_behind(senses, core[1], high):
        named = [label for label in labels if start <= label.start < end]
        named += _places(text, [label for label in labels if label.end <= core[1] or label.start < start], (start, end))
        same = [label for label in named if label.number == own.number]
        if same:
            part = _part_of(text, named, same[0], end)
            verdict = _refused(senses, judge, part, is_way=own.is_way) or _taken(senses, own, (start, part[1]))
            if verdict is not None:
                return verdict
        elif own.is_way and any(label.is_way for label in named):
            taken = senses.within(("taken_way",), (start, end))
            if taken and _refused(senses, judge, (start, end), is_way=True) is None:
                return Verdict(Polarity.NEGATED, "sentence", (taken[0].start, taken[0].end))
    return None


def _labels(senses: SenseMap, low: int, high: int) -> list[_Label]:
    text = senses.layout.text
    found: list[_Label] = []
    for match in _LABEL.finditer(text, low, high):
        token, is_way = match.span("token"), match["way"] is not None
        start = match.start()
        more: re.Match[str] | None = match
        while more is not None and len(found) < MOST_LABELS:
            token = more.span("token")
            if _is_written_as_label(senses, token):
                found.append(_Label(_number(text[slice(*token)]), is_way, start, more.end()))
            more = _MORE.match(text, more.end(), high)
            start = more.start("token") if more else start
    taken = {place for label in found for place in range(label.start, label.end)}
    for match in _BARE.finditer(text, low, high):
        if match.start("token") not in taken and len(found) < MOST_LABELS:
            found.append(_Label(_number(match["token"]), True, match.start(), match.end()))
    return sorted(found, key=lambda label: label.start)


def _is_written_as_label(senses: SenseMap, token: Span) -> bool:
    """Say whether a single letter is one that counts: a capital, or in brackets ("options a bidder may choose")."""
    text = senses.layout.text[slice(*token)]
    if len(text) > 1 or not text.isascii() or text.isdigit():
        return True
    return senses.layout.written(token).isupper() or senses.layout.text[token[1] : token[1] + 1] == ")"


def _number(token: str) -> str:
    return _COUNTED.get(token, token)


def _own(senses: SenseMap, labels: Sequence[_Label], core: Span) -> _Label | None:
    """Return the label that opens what the words stand in: the last before them in their sentence."""
    sentence = senses.layout.sentence(core[0])[0]
    before = [label for label in labels if label.end <= core[0] and label.start >= sentence]
    return before[-1] if before else None


def _sentences_behind(senses: SenseMap, start: int, end: int) -> list[Span]:
    """Return the stretches behind words: the rest of their sentence, and the sentences that follow in the line."""
    found = []
    position = start
    while position < end:
        last = min(end, senses.layout.sentence(position)[1])
        if last <= position:
            break
        found.append((position, last))
        position = last
    return found


def _places(text: str, before: Sequence[_Label], span: Span) -> list[_Label]:
    """Read "the former", 后者: the first or the last of the ways that were named before."""
    ways = [label for label in before if label.is_way]
    if not ways:
        return []
    found = []
    for match in _PLACE.finditer(text, *span):
        way = ways[0] if match[0].endswith(("former", "前者")) else ways[-1]
        found.append(_Label(way.number, True, match.start(), match.end()))
    return found


def _part_of(text: str, named: Sequence[_Label], own: _Label, end: int) -> Span:
    """Return what a sentence says of one of the labels in it: up to the next label that is not joined to it."""
    reached = own.end
    for label in named:
        if label.start < reached:
            continue
        if not _JOINT.fullmatch(text, reached, label.start):
            return own.start, label.start
        reached = label.end
    return own.start, end


def _taken(senses: SenseMap, own: _Label, span: Span) -> Verdict | None:
    """Return that a way is taken by a sentence behind its description: it is no option any more."""
    taken = senses.within(("taken_way",), span) if own.is_way else []
    return Verdict(Polarity.REQUIRED, "sentence", (taken[0].start, taken[0].end)) if taken else None


def _refused(senses: SenseMap, judge: Judge, span: Span, *, is_way: bool) -> Verdict | None:
    refusing = [
        hit
        for hit, cue in judge.cue_hits(span)
        if cue.polarity in REFUSALS
        and not cue.whole_cell
        and (is_way or senses.within(_TAKES_OUT, (hit.start, hit.end)))
    ]
    return Verdict(Polarity.NEGATED, "sentence", (refusing[0].start, refusing[0].end)) if refusing else None
