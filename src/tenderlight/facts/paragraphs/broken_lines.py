"""Which lines of a page were broken for want of room, and go on in the next line.

A line was broken if the first word of the next would not have fitted on it, and if words or signs tell that what it
says goes on: the next line begins with a small letter, a bracket or a sum is cut in two, a word leads on. Where a page
has such lines, or Chinese ones that end at the same place, full lines without such a sign count as broken too. A line
that begins something new, by a label, a number, a bullet or columns, goes on from nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from tenderlight.facts.labels.in_lines import find_labels, read_label
from tenderlight.facts.names.western import LEGAL
from tenderlight.facts.paragraphs.line_room import TextLine, runs_of_lines
from tenderlight.languages.currencies import CURRENCIES, alternatives
from tenderlight.languages.scripts import HAN_CLASS, has_han
from tenderlight.model.document import Page

_ROOM_OF_SURE, _ROOM_OF_SURE_HAN = 6.0, 4.0
"""Half widths that a line may leave where words tell that it goes on: letters are not all as wide."""
_ROOM_OF_LIKELY = 1.0
_USUAL_GAP, _SAME_GAP = 1.0, 0.2
"""Heights of a line: a gap between lines of one paragraph, and by how much such gaps differ."""
_COLUMNS = re.compile(
    r"\S[ \u3000]{3,}\S|\S\u3000{2,}\S|\S {2,}\S[^\n]* {2,}\S|\S / \S[^\n]* / \S|(?:;[^;\n]*){3}|"
    r"[│┃║｜|]|[-─═━_*=~]{4}|\.{4}"
)
"""What sets cells of a row apart, and what is drawn."""
_REST_OF_CELL = re.compile(r"[,.:)](?!\.)")
_FEWEST_CELLS, _LONGEST_CELLS = 4, 12
_CELL = re.compile(r"[^ \u3000]+")
_LABEL = re.compile(r"(?:\W{0,3})[^\W\d_](?:(?!\d{4})[^:,;.«»\"\n]){0,45}:(?!//)")
_LABEL_HAN = re.compile(r"[^:,。;、!?(]{2,24}(?:\([^()]{0,20}\))?[^:,。;、!?(]{0,12}:")
_MOST_WORDS_OF_LABEL = 6
_ITEM = re.compile(
    r"[-–—•·▪■●◆◇○□★▲※*>+→►▶✓✔☑☐◎⊙#@\[【〔《〈×]|"
    r"[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|[а-я])\)|"
    r"(?:\d{1,3}|[ivx]{2,5}|[一二三四五六七八九十]{1,3})(?:[.、:](?!\d)|、(?=\d{1,3}[^\W\d]))|[a-zа-я]\.\s(?![a-zа-я]\.)|[a-z]\s[–-]\s|"
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?\s(?!\d{{3}})|\d{{1,3}}[ \u3000]+(?=[{HAN_CLASS}])|"
    r"第[一二三四五六七八九十\d]{1,3}|[品目标包][项目段录包]?[一二三四五六七八九十\d]|[①-⑳]|[合总小]计|(?:sub-?)?total\b|"
    r"(?:art|artículo|artigo|article|статья|§|lot|lote|los|lotto|лот|item|ítem|partida|renglón|posten|pozycja|позиция)\b"
    r"[\s.]{0,2}(?:n[°ºo.]{1,2}\s?)?\w{1,3}\b"
)
"""What begins an entry of a list: its number, its bullet, its lot, or the word for a total."""
_ENDS = re.compile(r"(?:——|[.。!?;:…])(?:['\"”’」』)\]»]{0,3})$")
_ABBREVIATED = re.compile(
    r"(?:(?:^|[\s(])(?:n[or]s?|n[°º]|num|núm|art|arts|ref|sr|sra|dr|mr|mrs|ms|st|fa|gs|rs|kshs?|ст|ул|обл|им)\.|"
    r"(?<=\s)[a-zа-я]\.|\b(?:[a-z]\.){2})$"
)
"""An abbreviation that ends no sentence."""
_SMALL_WORD = re.compile(
    r"(?:^|[\s(])(?:of|and|the|for|in|at|on|by|to|with|from|an?|or|de|del|della|dello|delle|dei|dell['’]|di|da|do|das|dos|"
    r"du|des|la|las|los|le|les|el|il|y|e|o|et|au|aux|en|par|para|por|pour|sur|avec|con|com|per|und|von|der|die|das|dem|den|für|"
    r"mit|im|am|zur|zum|i|z|w|na|do|dla|oraz|и|в|на|с|для|по|от|об?|у|к|из|при|та|з|від|до|за)$|[,&/(–=@×№-]$"
)
"""Words and signs that lead on."""
_LEADS_ON_HAN = re.compile(r"[,、(《“‘&/]$")
_PRICED_ENTRY = re.compile(
    rf"\d\s?[{HAN_CLASS}]{{1,2}}[)]?[,、]\s?(?:单价|每[{HAN_CLASS}])[^,、;\d]{{0,6}}[\d.,]{{1,16}}元?$"
)
"""How goods end that stand one a line: 2輛，單價3,450元."""
_GOES_ON = re.compile(r"[)》”’」』,.。、;:%!?»]|[$€£¥₹]\s?\d")
_SUM_IN_BRACKETS = re.compile(r"\((?:大写|小写|人民币|¥|[壹贰叁肆伍陆柒捌玖拾])")
_CURRENCY = alternatives({**CURRENCIES, "$": "", "€": "", "£": "", "₹": ""})
_BEGINS_SUM = re.compile(rf"(?:(?<![^\W\d_])|(?<=\d)){_CURRENCY}\.?$")
_FIGURE = re.compile(r"\d")
_CUT_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .,]\d{3})*$")
_REST_OF_FIGURE = re.compile(r"\d{3}(?:[ .,]\d{3})*(?!\d)")
_ENDS_FIGURE = re.compile(r"\d\.?$")
_YEAR = re.compile(r"(?:19|20)\d\d[年./-]")
_UNIT = re.compile(rf"(?:тыс|млн|млрд|тис|mil|million|billion)\b|{_CURRENCY}")
_FORM = re.compile(rf"{LEGAL}|\s[Cc]\.\s?[Vv]\.")
_FORM_HAN = re.compile(r"(?:(?:股份)?有限)?(?:责任)?公司")
_ENDS_CODE = re.compile(r"[a-z\d]$")
_REST_OF_CODE = re.compile(r"[-/.][a-z\d]")
_OPEN_QUOTE = re.compile(r"(?:^|[\s(,:])\"[^\"\s][^\"]*$")
_BRACKETS = {"(": ")", "«": "»", "“": "”", "„": "“", "「": "」", "《": "》", "[": "]", "【": "】"}
_CLOSES_WITHIN = 80
_CLAUSE = re.compile(r"[，、](?=[^。；！？：:]*$)")
"""A comma in a sentence that has no end yet."""
_SKELETON = re.compile(r"(?P<figure>\d+)|(?P<letters>[^\W\d_]+)|(?P<blank>\s+)")
_FEWEST_ALIKE = 3
_CASELESS = re.compile(rf"[{HAN_CLASS}\u0600-\u06ff]")
_LONG_WORD = 3
_CODE = re.compile(r"(?=\S{0,20}[^\W\d_])\S*\d\S*")
_WORDS = re.compile(r"[^\d,;$€£]+")
_LONGEST_REST = 12
"""Characters of the second half of a label."""
_FEWEST_PAIRS = 2
_PLAIN_LABEL = re.compile(r"(?:(?!如下|下列|以下)[^\W\d_]|['’\s.]){2,40}:")


class Sign(IntEnum):
    """How surely words tell that a line goes on in the next."""

    NONE = 0
    LIKELY = 1
    """Nothing speaks against it."""
    SURE = 2


def broken_lines(page: Page, flat: str) -> list[tuple[TextLine, TextLine]]:
    """Return the lines of a page that go on, each with the line it goes on in, in order.

    Args:
        page: The page.
        flat: Its flat text.
    """
    likely: list[tuple[TextLine, TextLine]] = []
    found: list[tuple[TextLine, TextLine]] = []
    against = exact = 0
    for line, following, room in _neighbours(runs_of_lines(page, flat)):
        if room >= (_ROOM_OF_SURE_HAN if has_han(line.flat) else _ROOM_OF_SURE):
            against += following.text[0].islower() and _ITEM.match(following.flat) is None
            continue
        sign = _sign(line, following)
        if sign is Sign.SURE:
            found.append((line, following))
        elif sign is Sign.LIKELY and room < _ROOM_OF_LIKELY:
            likely.append((line, following))
            exact += _has_no_case(line.text) and not _begins_anew(line, following)
    if len(found) > against or (exact > 1 and not against):
        widest = min((line.gap_to(following) for line, following in found), default=_USUAL_GAP) + _SAME_GAP
        found += [pair for pair in likely if pair[0].gap_to(pair[1]) <= widest and not _begins_anew(*pair)]
    return sorted(found, key=lambda pair: pair[0].start)


def _neighbours(runs: Sequence[Sequence[TextLine]]) -> Iterator[tuple[TextLine, TextLine, float]]:
    for run in runs:
        for line, following in pairwise(run):
            if line.is_above(following):
                yield line, following, line.room_before(following)


def _has_no_case(text: str) -> bool:
    """Say whether small letters cannot tell that a text goes on: it is written in Chinese or Arabic signs."""
    return _CASELESS.search(text) is not None


def _sign(line: TextLine, following: TextLine) -> Sign:
    """Say how surely a full line goes on in the next."""
    first, second = line.flat, following.flat
    if _COLUMNS.search(following.text) or (_is_row(first) and _is_row(second)):
        return Sign.NONE
    if _COLUMNS.search(line.text):
        return Sign.SURE if _REST_OF_CELL.match(second) else Sign.NONE
    if _is_cut_in_two(line, following):
        return Sign.SURE
    if _PRICED_ENTRY.search(first) and _PRICED_ENTRY.search(second):
        return Sign.NONE
    if _ENDS.search(first) and not _goes_on_behind_stop(line, following):
        return Sign.NONE
    if _ITEM.match(second) or _has_label(following):
        return Sign.NONE
    if not following.text[0].islower() and _are_alike(first, second):
        return Sign.NONE
    return Sign.SURE if _leads_on(line, following) else Sign.LIKELY


def _is_row(flat: str) -> bool:
    """Say whether blanks set the cells of a row of Chinese apart."""
    if not has_han(flat):
        return False
    cells = _CELL.findall(flat)
    return len(cells) >= _FEWEST_CELLS and sum(map(len, cells)) < _LONGEST_CELLS * len(cells)


def _is_cut_in_two(line: TextLine, following: TextLine) -> bool:
    """Say whether a bracket, a figure, a sum or a label stands on two lines."""
    first, second = line.flat, following.flat
    if has_han(first) and (_FORM_HAN.match(second) or (_ENDS_CODE.search(first) and _REST_OF_CODE.match(second))):
        return True
    closing = '"' if _OPEN_QUOTE.search(first) and first.count('"') % 2 else _open_bracket(first)
    if (closing and closing in second[:_CLOSES_WITHIN]) or (_FIGURE.match(second) and _is_figure_cut(line, following)):
        return True
    is_small = has_han(second) or following.text[0].islower()
    return (is_small and _is_label_cut(first, second)) or _ends_with_label(first)


def _is_figure_cut(line: TextLine, following: TextLine) -> bool:
    """Say whether the figure that a line begins with has its beginning, or its currency, in the line before."""
    first, second = line.flat, following.flat
    if _CUT_FIGURE.search(first) and _REST_OF_FIGURE.match(second):
        return True
    if _ITEM.match(second):
        return False
    currency = _BEGINS_SUM.search(first)
    if currency is not None and not first[: currency.start()].rstrip()[-1:].isdigit():
        return True
    is_full = has_han(first) and line.left_over < 1 and not _YEAR.match(second)
    return is_full and _ENDS_FIGURE.search(first) is not None


def _is_label_cut(first: str, second: str) -> bool:
    """Say whether a label begins at the end of one line and ends in the next."""
    label, colon, _value = second.partition(":")
    if not colon or not label or len(label) > _LONGEST_REST:
        return False
    if has_han(label):
        ends = [first[-count:] for count in range(1, _LONGEST_REST)]
        return read_label(label) is None and any(read_label(end + label) is not None for end in ends)
    words = first.split()
    ends = [" ".join(words[-count:]) for count in (1, 2) if len(words) > count]
    return any(_WORDS.fullmatch(end) and read_label(f"{end} {label}") is not None for end in ends)


def _ends_with_label(first: str) -> bool:
    """Say whether the last of several pairs of a line lacks its value."""
    if not first.endswith(":"):
        return False
    hits = find_labels(first)
    if not hits or hits[-1].value_start != len(first) or hits[-1].meaning is None:
        return False
    if len(hits) < _FEWEST_PAIRS and first[: hits[-1].start].rstrip()[-1:] not in {".", ";", "。"}:
        return False
    return _PLAIN_LABEL.fullmatch(first, hits[-1].start) is not None


def _open_bracket(flat: str) -> str:
    """Return the bracket that would close the last one left open in a line; "" if none is."""
    awaited: list[str] = []
    for sign in flat:
        if sign in _BRACKETS:
            awaited.append(_BRACKETS[sign])
        elif awaited and sign == awaited[-1]:
            awaited.pop()
    return awaited[-1] if awaited else ""


def _goes_on_behind_stop(line: TextLine, following: TextLine) -> bool:
    if line.flat[-1] == ";":
        return not has_han(line.flat)
    if line.flat[-1] == ".":
        begins = following.text[0]
        return (
            begins.islower()
            or begins == "("
            or bool(_ABBREVIATED.search(line.flat) or _FORM.match(f" {following.text}"))
        )
    return False


def _has_label(following: TextLine) -> bool:
    """Say whether a line begins with words before a colon that may be a label."""
    flat = following.flat
    if has_han(flat[:20]):
        return _LABEL_HAN.match(flat) is not None
    found = _LABEL.match(flat)
    if found is None or len(found[0].split()) > _MOST_WORDS_OF_LABEL:
        return False
    return not following.text[0].islower() or read_label(found[0].rstrip(" :")) is not None


def _are_alike(first: str, second: str) -> bool:
    """Say whether two lines begin with the same signs and figures, as entries of a list do."""
    bones, others = _bones(first), _bones(second)
    same = 0
    for one, other in zip(bones, others, strict=False):
        if one != other:
            break
        same += 1
    signs = bones[:same].replace("a", "").replace(" ", "")
    return len(signs) >= _FEWEST_ALIKE or (same == min(len(bones), len(others)) and len(signs) > 1)


def _bones(flat: str) -> str:
    def bone(found: re.Match[str]) -> str:
        return {"figure": "9", "letters": "a", "blank": " "}[found.lastgroup or "blank"]

    return _SKELETON.sub(bone, flat[:120])


def _leads_on(line: TextLine, following: TextLine) -> bool:
    """Say whether the end of a line leads on, or the next begins as no line does."""
    first, second = line.flat, following.flat
    if has_han(first):
        return bool(
            _LEADS_ON_HAN.search(first)
            or _GOES_ON.match(second)
            or _SUM_IN_BRACKETS.match(second)
            or (_CLAUSE.search(line.text) and not _begins_anew(line, following))
        )
    return bool(
        following.text[0].islower()
        or _GOES_ON.match(second)
        or second[0] in "(«„"
        or _SMALL_WORD.search(first if line.text.isupper() else line.text)
        or _FORM.match(f" {following.text}")
        or (first[-1].isdigit() and _UNIT.match(second))
    )


def _begins_anew(line: TextLine, following: TextLine) -> bool:
    """Say whether a line that may go on from a full one begins with a known label, or one of both is a heading."""
    if not _has_no_case(line.text) and (_is_heading(line, following) or _CODE.fullmatch(following.text)):
        return True
    words = following.flat.split()
    fewest = 1 if has_han(words[0]) else min(len(words), 2)
    if not line.text.split()[-1].islower():
        labels = (" ".join(words[:count]) for count in range(fewest, _MOST_WORDS_OF_LABEL))
        if any(read_label(label) is not None for label in labels if _WORDS.fullmatch(label)):
            return True
    hits = find_labels(following.flat) if has_han(following.flat) else ()
    return len(hits) > 0 and hits[0].start == 0 and not hits[0].strict


def _is_heading(line: TextLine, following: TextLine) -> bool:
    """Say whether one line is written in capitals and the words of the other next to it are not."""
    above, below = line.text.split(), following.text.split()
    if all(map(_is_capital, above)):
        return not _is_capital(below[0])
    if len(below) > 1 and all(map(_is_capital, below)) and not _is_capital(above[-1]):
        return True
    return len(below) > 1 and all(map(_is_long_capital, below[:2])) and not _is_capital(above[-1])


def _is_long_capital(word: str) -> bool:
    return len(word) > _LONG_WORD and _is_capital(word)


def _is_capital(word: str) -> bool:
    """Say whether a word has no small letter."""
    return word == word.upper()
