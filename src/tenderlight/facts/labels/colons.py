"""Signs that stand where a colon could: "Buyer — X", "供应商 / 甲公司", "[Amount] 1 200".

Pairs are told by their colon everywhere else, so a copy of the page is made in which such a sign is one. A sign counts
only behind a label of the vocabulary that begins its line, and only where no other label follows: the head of a table
has several.
"""

from __future__ import annotations

import re

from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES, NUMBERS, PARTIES, Meaning
from tenderlight.languages.scripts import HAN_CLASS, has_han

_LONGEST = 60
"""Characters of a label, and of what is looked at behind its sign."""
_SIGN = re.compile(
    rf"[ \u200b]+(?:[-–—→>/·=~]|--|——|==|=>|->|::)[ \u200b]+|(?<=[{HAN_CLASS})])(?:—{{1,2}}|={{1,2}}>?|→|->)"
)
"""A sign between blanks, or one that needs none behind Chinese."""
_GAP = re.compile(r"(?<=\S)(?: {2,}|\t *)(?=\S)")
_FEWEST_GAPS = 3
"""Lines with nothing but blanks between label and value, by which a page is one of two columns."""
_FRAME = re.compile(
    r"[ \u200b]*(?:[-–—•*·▪■●◆▶][ \u200b]*)?(?P<open>[\[【〔「])"
    r"(?P<label>[^\[\]【】〔〕「」\n:]{2,40})(?P<close>[\]】〕」])"
    r"[ \u200b]*(?=[^\s:\]】〕」])"
)
"""A label in brackets at the beginning of its line."""
_OLD = re.compile(r"(?:was|were|previously|formerly|antes|avant|było|було|было|vorher|bisher|prima)\b|原|由")
"""Behind a label in brackets: the value that was there before is told first."""
_NUMBERING = re.compile(r"[ \u200b]*(?:[-–—•*·▪■●◆▶>][ \u200b]+|\(?\d{1,2}[.)、][ \u200b]*)?")
_TOLD_SO = (AMOUNTS | DATES | PARTIES | NUMBERS | {Meaning.TITLE, Meaning.CONTRACT_TITLE}) - {
    Meaning.NAME,
    Meaning.DATE,
    Meaning.UNIT_PRICE,
    Meaning.ITEM_TOTAL,
}
"""What labels must mean: words that are as often the beginning of a heading are left out."""


def with_colons(flat: str) -> str:
    """Return a text with a colon for each sign that sets a known label apart from its value; as long as it was.

    Args:
        flat: A flat page, or a part of one.
    """
    lines = [_line(line) for line in flat.split("\n")]
    gaps = {at: gap for at, line in enumerate(lines) if (gap := _gap_behind_label(line)) is not None}
    if len(gaps) < _FEWEST_GAPS:
        return "\n".join(lines)
    return "\n".join(
        f"{line[: gaps[at]]}:{line[gaps[at] + 1 :]}" if at in gaps else line for at, line in enumerate(lines)
    )


def _gap_behind_label(line: str) -> int | None:
    """Return where the blanks begin that alone part a known label from its value, or None.

    A page of such lines has two columns; the head of a table has another label behind the blanks, a row of one more.
    """
    gap = _GAP.search(line, 0, _LONGEST)
    if gap is None or ":" in line[: gap.end()] or has_han(line):
        return None
    numbering = _NUMBERING.match(line)
    label = line[numbering.end() if numbering else 0 : gap.start()]
    behind = line[gap.end() :]
    if not label.strip() or not behind.strip() or _GAP.search(behind) or not _is_told_so(label):
        return None
    return None if _is_head(behind) else gap.start()


def _line(line: str) -> str:
    if "|" in line or "\t" in line:
        return line
    frame = _FRAME.match(line)
    if frame is not None and _is_told_so(frame["label"]) and not _OLD.match(line, frame.end()):
        return f"{line[: frame.start('open')]} {frame['label']}:{line[frame.end('close') :]}"
    sign = _SIGN.search(line, 0, _LONGEST)
    if sign is None:
        return line
    numbering = _NUMBERING.match(line)
    label = line[numbering.end() if numbering else 0 : sign.start()]
    behind = line[sign.end() : sign.end() + _LONGEST]
    if ":" in label or not behind.strip() or not _is_told_so(label) or _is_head(behind):
        return line
    return f"{line[: sign.start()]}{':'.ljust(sign.end() - sign.start())}{line[sign.end() :]}"


def _is_told_so(label: str) -> bool:
    known = read_label(label) if len(label) > 1 else None
    return known is not None and known.lot is None and known.meaning in _TOLD_SO


def _is_head(behind: str) -> bool:
    """Say whether another label follows a sign: the line is the head of a table, or the sign is one of "and"."""
    first = re.split(r"[:/|=→>—–\t]| - ", behind, maxsplit=1)[0]
    return read_label(first.strip()) is not None
