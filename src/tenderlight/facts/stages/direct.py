"""Contracts made without a competition: the heading names the procedure, and fields tell whether it is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_DIRECT = re.compile(
    r"contrataci[oó]n directa|compra directa|adjudicaci[oó]n directa|contrata[cç][aã]o direta|ajuste direto|"
    r"dispensa|inexigibilidade|gr[eé] [aà] gr[eé]|direct (?:contracting|purchase|award|procurement)"
)
"""Headings that name how a contract was made, whether it is still to be made or has been."""
_DAY = re.compile(r"(?:19|20)\d\d")
_SELLERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER})


def signed_directly(stage: Stage, piece: Piece, entries: Sequence[Entry]) -> tuple[Stage, Piece]:
    """Return the stage, or a contract where one made without a competition names who sells and the day it was signed.

    Args:
        stage: What the heading tells.
        piece: The heading.
        entries: The document's entries.
    """
    if stage is not Stage.SINGLE_SOURCE or not _DIRECT.search(piece.flat):
        return stage, piece
    signed = next(
        (one for one in entries if one.meaning is Meaning.CONTRACT_DATE and _DAY.search(one.value.flat)), None
    )
    named = any(one.meaning in _SELLERS and not is_blank(one.value.text) for one in entries)
    return (Stage.CONTRACT, signed.value) if signed is not None and named else (stage, piece)


def only_intended(entries: Sequence[Entry]) -> Piece | None:
    """Return whom a label says is meant to get the contract, where no label or row names who has got it.

    "Adjudicataire prévu", below the heading "Adjudication de gré à gré". Chinese has rules of its own.
    """
    won = any(one.meaning in _SELLERS and one.label and not is_blank(one.value.text) for one in entries)
    named = (one.value for one in entries if one.meaning is Meaning.INTENDED and one.label and not one.strict)
    return next((one for one in named if not is_blank(one.text) and not has_han(one.flat)), None) if not won else None
