"""What marks such as ★, * or M mean, by the legend of the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.capabilities.clauses import ITEM_MARKS, Span
from tenderlight.capabilities.cues import REFUSALS, Cues
from tenderlight.capabilities.senses import SenseMap
from tenderlight.model.statement import Polarity

LONGEST_MEANING = 60
LONGEST_LEGEND = 400
MOST_MARKS = 400
MOST_IN_BETWEEN = 16
"""Characters between a mark and the word that says it means something (带“★”号的技术参数为…)."""
_MARK = r"[★☆▲△※●○◆◇■□◎#*►➢]"
_QUOTED = re.compile(rf"[\"'“‘「《(\[]?({_MARK})[\"'”’」》)\]]?")
_LINK = re.compile(
    r"\s?(?:号|符号|标记|标识|者|项|类|的|条款|参数|指标|技术|内容|要求|部分|功能|条目|[)）”\"'」])*\s?"
    r"(?:均)?(?:为|是|表示|代表|指|属于|属|系|:|=|—|–|-|→|必须|须|应)"
    r"|\s?(?:items?|requirements?|clauses?|features?|entries|functions?|\)|\"|')*\s?"
    r"(?:marks?|means?|denotes?|indicates?|stands? for|signif\w+|designates?|identif\w+|is|are|shall be|=|:|—|–|-|→)"
    r"|\s?(?:означа\w+|обознача\w+|отмеча\w+|познача\w+|—|-|=|:)"
    r"|\s?(?:indica\w*|significa\w*|señala\w*|designa\w*|signifie\w*|désigne\w*|indique\w*|correspond\w*|يعني|به معنی)"
)
_LEAD = re.compile(
    r"(?:带有?|标有?|标注有?|加注?|打|注有?|凡|以|用|前有|含|记有|标记|标示|标识|符号|图例|说明|注|其中"
    r"|marked(?: with)?|bearing|with(?: an?| the)?|by(?: an?| the)?|asterisk|star|legend|key|notes?"
    r"|знаком|символом|отмеченн\w+|помеченн\w+|позначен\w+"
    r"|marcad\w+ con|señalad\w+ con|con(?: un)?|marqué\w* d['’]un|avec)"
    r"\s?[:(\"'“‘「(]?\s?$"
)
_TELLING = (":", "=", "—", "–", "→", "表示", "代表", "means", "denotes", "indicates", "mark", "marks", "означает")
_CALLED = ("号", "条款", "项", "标记", "符号", "标识", "items", "requirements", "clauses", "features")
_CONSEQUENCE = ("void_if_missing", "deviation")
"""Senses of what befalls an offer that does not meet a marked item: the item is demanded."""
_LETTER = re.compile(
    r"(?<![\w&/.-])[\"'“‘「(]?([a-z]{1,2})[\"'”’」)]?\s?"
    r"(?:类|级|档)?(?:物资|设备|货物|条款|项|品目|产品)?"
    r"(?:marks?|means?|denotes?|indicates?|stands? for|=|:|–|—|-|为|表示|指|代表)\s?"
)


def marks_of_legend(senses: SenseMap, cues: Cues) -> dict[str, Polarity]:
    """Return what marks mean that the document explains, in a sentence or in a table row of mark and meaning."""
    text = senses.layout.text
    found: dict[str, Polarity] = {}
    for number, match in enumerate(_QUOTED.finditer(text)):
        if number >= MOST_MARKS:
            break
        meaning = _meaning(senses, match)
        said = _said(senses, cues, meaning) if meaning else None
        if said is not None:
            found.setdefault(match[1], said)
    return found


def _meaning(senses: SenseMap, match: re.Match[str]) -> Span | None:
    """Return where the meaning of a mark stands, or None if the mark only stands at an item."""
    text, layout = senses.layout.text, senses.layout
    line = layout.line(match.start(1))
    cells = layout.cells(line)
    if len(cells) > 1:
        filled = [cell for cell in cells if text[cell[0] : cell[1]].strip(" \t|│")]
        is_row = len(filled) == len("★…") and filled[0][0] <= match.start(1) < filled[0][1]
        return filled[1] if is_row and text[slice(*filled[0])].strip(' \t|│()"“”') == match[1] else None
    end = min(layout.sentence(match.end() - 1)[1], match.end() + LONGEST_MEANING)
    following = _QUOTED.search(text, match.end(), end)
    end = following.start() if following else end
    led = _LEAD.search(text, max(line[0], match.start() - MOST_IN_BETWEEN), match.start()) is not None
    link = _LINK.match(text, match.end())
    if led:
        return match.end(), end
    at_item = match.start() == line[0] or not text[line[0] : match.start()].strip("0123456789.、() ")
    if link is None or (at_item and not _explains(text[match.end() : link.end()])):
        return None
    return link.end() - 1, end


def _explains(link: str) -> bool:
    """Say whether what follows a mark at the start of a line explains it ("★：…", ★条款为…), unlike ★须支持…."""
    return link.strip().endswith(_TELLING) or any(word in link for word in _CALLED)


def _said(senses: SenseMap, cues: Cues, meaning: Span) -> Polarity | None:
    """Return what a legend says: a demand, whatever follows from not meeting it (不满足作无效投标, 负偏离扣分)."""
    said = [cue.polarity for _, cue in cues.within(meaning)]
    if not said:
        return None
    demanded = Polarity.REQUIRED if senses.within(_CONSEQUENCE, meaning) else said[0]
    return next((polarity for polarity in said if polarity not in REFUSALS), demanded)


def letters_of_legend(senses: SenseMap, cues: Cues) -> dict[str, Polarity]:
    """Read what capital letters mean that mark the rows of a table ("M marks a mandatory requirement; P …").

    One letter alone explains nothing: it may be any word. A legend explains two at least within a few lines.
    """
    found = list(_letters(senses, cues))
    return {
        letter: polarity
        for place, letter, polarity in found
        if any(other != letter and abs(place - near) <= LONGEST_LEGEND for near, other, _ in found)
    }


def _letters(senses: SenseMap, cues: Cues) -> Iterator[tuple[int, str, Polarity]]:
    text = senses.layout.text
    for match in _LETTER.finditer(text):
        if not senses.layout.written(match.span(1)).isupper():
            continue
        sentence_end = senses.layout.sentence(match.end() - 1)[1]
        following = _LETTER.search(text, match.end(), sentence_end)
        meaning = match.end(), min(following.start() if following else sentence_end, match.end() + LONGEST_MEANING)
        said = _said(senses, cues, meaning)
        if said is not None:
            yield match.start(), match[1], said


def item_mark(text: str, start: int) -> str:
    """Return the mark that the words from `start` begin with, behind their number; empty if there is none."""
    head = text[start : start + 8].lstrip("0123456789.、() ")
    return head[0] if head and head[0] in ITEM_MARKS else ""
