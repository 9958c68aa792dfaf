"""The day on which a contract takes effect, which is that of the contract only where no other day is printed.

Forms of the United States have "Effective Date" beside "Date Signed"; the later of the two is no signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind, PartialDate

Labelled = tuple[DateKind, Piece, PartialDate, tuple[str, ...]]
"""What happened on a day, where it stands, the day, and what speaks against it."""
_TAKES_EFFECT = re.compile(
    r"\beffective\b|\bvig(?:ueur|or|encia)\b|\bв силу\b|\bчинності\b|\bdecorrenza\b|"
    r"\bnotifi(?:ée?s?|cation|cación|cação|cad[oa]|ed)(?!\w)|\bnotifica\b"
)
"""The words for a day on which a contract that was signed takes effect, or is made known to who got it."""
_THIS_PAPER = re.compile(
    r"\b(?:date )?issued?\b(?! to)|\b(?:date of issue|issue date|issuance)\b|"
    r"\b(?:amendment|addendum|corrigendum|erratum|bulletin|modification)\s"
    r"(?:was |is )?(?:posted|published|dated|uploaded)\b|"
    r"\bthis\b|\bdu présent\b|\bdel? presente\b|\bdeste\b|\bdieser\b|\bнастоящего\b|\bцього\b"
)
"""Words for the paper itself, and for its coming out, which papers that put others right say of themselves alone."""


def without_effect(notice: Notice, labelled: Sequence[Labelled]) -> list[Labelled]:
    """Return the days without those on which a contract takes effect, where another label tells when it was signed.

    Args:
        notice: The document.
        labelled: Its days that have labels.
    """
    effect = {_place(one.value) for one in notice.of(Meaning.CONTRACT_DATE) if _TAKES_EFFECT.search(one.label)}
    kept = [one for one in labelled if one[0] is not DateKind.CONTRACT or _place(one[1]) not in effect]
    return kept if any(kind is DateKind.CONTRACT for kind, *_ in kept) else list(labelled)


def kind_of_this_paper(notice: Notice, kind: DateKind, label: str) -> DateKind:
    """Return what happened on the day of "this notice": a notice that puts another right is its correction.

    Args:
        notice: The document.
        kind: What the label says by itself.
        label: Flat.
    """
    is_correction = kind is DateKind.PUBLICATION and notice.stage is Stage.CORRECTION
    return DateKind.CORRECTION if is_correction and _THIS_PAPER.search(label) else kind


def _place(piece: Piece) -> tuple[int, int]:
    return piece.sheet.page.number, piece.start
