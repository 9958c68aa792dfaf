"""Cells of a table that say of their row whether its bidder won, whatever the head of their column is called."""

from __future__ import annotations

import re
from functools import lru_cache

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning, marks
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_HAN = re.compile(
    r"(?:未|不|拟)?(?:中标|成交|中选|入围|入选|得标)(?:人|单位|供应商|方|商)?|决标|落标|落选|否决|(?:作?废标|无效)(?:投标|标)?|"
    r"(?:不|未)通过|非最低标|次低标|(?:资格)?不(?:符|合格)"
)
AROUND_HAN = " .!*()[]★☆※●◆▲√✓✔"
"""Signs that stand beside a Chinese verdict and say no more than it does."""
_WON = frozenset(flatten(word) for word in marks("row_won"))
_LOST = frozenset(
    {
        *("not selected", "not awarded", "unsuccessful", "rejected", "lost", "disqualified", "non-responsive"),
        *("no adjudicado", "no adjudicada", "rechazada", "desestimada", "descalificada", "perdedor", "non retenu"),
        *("rejeté", "écarté", "não adjudicado", "desclassificada", "desclassificado", "inabilitada", "отклонена"),
        *("отклонено", "проиграл", "второе место", "відхилено", "не переміг", "nicht berücksichtigt"),
    }
)
_WITH = re.compile(r"\s?(?:&|/|,|\band\b|\by\b|\bet\b)\s?")
_ALSO = frozenset({"recommended", "responsive", "evaluated", "compliant", "1st", "first", "lowest", "recomendado"})
"""What a cell may say of a winner besides."""
_TRIMMED = " \t\n.,;:()[]*•!—–-"
_LONGEST = 30


def verdict_of(cell: Piece) -> Hit | None:
    """Return a label for a cell that holds nothing but a word for a winner or a loser, or None.

    It is none of a lot's state: "未中标" in the row of a bidder says nothing of its lot.
    """
    if not 0 < cell.end - cell.start <= _LONGEST or not is_verdict(cell.flat):
        return None
    label = "结果" if has_han(cell.flat) else "result"
    return Hit(start=0, value_start=0, label=label, meaning=Meaning.OTHER)


@lru_cache(maxsize=4096)
def is_verdict(flat: str) -> bool:
    """Say whether a text is nothing but a word for a winner or a loser.

    Args:
        flat: Flat text of a cell.
    """
    if len(flat) > _LONGEST:
        return False
    plain = flat.strip(AROUND_HAN)
    if has_han(plain):
        return _HAN.fullmatch("".join(plain.split())) is not None
    return plain in _LOST or is_won(flat)


def is_won(flat: str) -> bool:
    """Say whether a text in a language written with spaces says nothing but that a bidder won, and why.

    "Awarded (sole responsive)", "Recommended & awarded".
    """
    plain = flat.partition("(")[0].strip(_TRIMMED) or flat.strip(_TRIMMED)
    parts = _WITH.split(plain)
    return plain in _WON or (any(one in _WON for one in parts) and all(one in _WON or one in _ALSO for one in parts))
