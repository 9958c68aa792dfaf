"""Who won, where a letter says it to those who won: "your bid has been accepted", 决标予贵会, 由你公司供应.

The firm is the one the letter is addressed to: behind a word for the addressee, on a line of its own that ends in a
colon, or the line below a word for its head ("The Proprietor"), before the salutation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import companies
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.letter_words import NOT_HAN, NOT_TOLD, TOLD, TOLD_HAN
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_STAGES = frozenset({Stage.AWARD, Stage.CONTRACT})
_HEAD = 900
_TO_HAN = re.compile(
    r"(?m)^[ \t]*(?:(?:受文者|受件人|收件人|受文单位|主送(?:单位)?|致|正本)[ \t]*:"
    r"[ \t]*(?P<told>[^\s:,;、\n][^:,;、\n]{3,40}?)|(?P<alone>[^\s:,;、。\n][^:,;、。\n]{3,40}?)[ \t]*:)[ \t]*$"
)
_SALUTES = re.compile(r"(?m)^\s*(?:dear|hi|hello|good (?:day|morning)|to whom)\b")
_HEAD_OF_FIRM = re.compile(
    r"(?i)^\W*(?:to\s*:?\s*)?(?:the\s)?(?:m/s\.?|messrs\.?|attn\.?:?|attention:?|"
    r"(?:managing |sales |general |technical )?(?:proprietor|proprietress|director|manager|owner|partner|president|"
    r"ceo|chief executive(?: officer)?|secretary))\s*[,:]?\s*"
)
_NO_NAME = re.compile(
    r"\d|@|^(?:ref|date|subject|re|from|cc|attn|po box|p\.o)\b|street|road|avenue|\bbox\b", re.IGNORECASE
)
_MOST_WORDS = 8


def written_to(notice: Notice) -> Piece | None:
    """Return where the one firm stands to which a letter of award is addressed, or None.

    Args:
        notice: An award or contract in which nothing else says who won.
    """
    if notice.stage not in _STAGES:
        return None
    for sheet in notice.sheets[:1]:
        if has_han(sheet.flat):
            if not TOLD_HAN.search(sheet.flat) or NOT_HAN.search(sheet.flat):
                return None
            found = list(_addressees_han(sheet))
        else:
            if not TOLD.search(" ".join(sheet.flat.split())) or NOT_TOLD.search(sheet.flat):
                return None
            found = list(_addressees(sheet))
        return found[0] if len({piece.flat for piece in found}) == 1 else None
    return None


def _addressees_han(sheet: Sheet) -> Iterator[Piece]:
    for match in _TO_HAN.finditer(sheet.flat[:_HEAD]):
        group = "told" if match["told"] is not None else "alone"
        names = find_names(Piece(sheet=sheet, start=match.start(group), end=match.end(group)))
        yield from (one.piece for one in names if len(names) == 1)


def _addressees(sheet: Sheet) -> Iterator[Piece]:
    """Yield the firm above the salutation: with its legal form, else the line below, or behind, a word for its head."""
    salute = _SALUTES.search(sheet.flat)
    end = salute.start() if salute is not None else min(len(sheet.flat), _HEAD)
    after_head = False
    for line in re.finditer(r"[^\n]+", sheet.page.text[:end]):
        head = _HEAD_OF_FIRM.match(line[0])
        if head is None and not after_head:
            continue
        start = line.start() + (head.end() if head is not None else 0)
        piece = Piece(sheet=sheet, start=start, end=line.end()).stripped(" \t.,;:")
        after_head = head is not None and piece.end == piece.start
        if piece.end == piece.start:
            continue
        formed = next((span for span in companies(piece.text) if span[0] <= 1), None)
        if formed is not None:
            yield piece.part(*formed)
            return
        if not _NO_NAME.search(piece.text) and 1 < len(piece.text.split()) <= _MOST_WORDS and piece.text[0].isupper():
            yield from (one.piece for one in find_names(piece)[:1])
            return
