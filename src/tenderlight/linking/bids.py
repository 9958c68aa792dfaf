"""Which documents are bids, and whose: they say so in their title and name who bids."""

from __future__ import annotations

import re
from typing import NamedTuple

from tenderlight.linking.resemblance import letters_of

BEGINNING = 3_000
"""Characters in which title and bidder are looked for."""
LINES_OF_TITLE = 8
_CHINESE = (
    r"(?:电子)?(?:投标文件|投标书|投标函|响应文件|响应性文件|报价文件|报价书|应答文件)(?:[(（][^)）]{1,20}[)）])?"
)
_WESTERN = (
    r"(?:(?:our|technical|financial|commercial|price)\s+)*(?:bid|tender|proposal|offer|quotation)(?:\s+submission|\s+form)?|"
    r"oferta(?:\s+(?:técnica|económica|comercial))?|propuesta(?:\s+(?:técnica|económica))?|"
    r"proposta(?:\s+(?:técnica|comercial|de\s+preços))?|offre(?:\s+(?:technique|financière))?|acte\s+d[’']engagement|"
    r"mémoire\s+technique|angebot|offerte|oferta\s+wykonawcy|formularz\s+ofertowy|"
    r"заявка\s+на\s+участие[^\n]{0,80}|(?:техническое|коммерческое|ценовое)\s+предложение|тендерна\s+пропозиція"
)
_TITLE = re.compile(rf"[\W\d_]*(?:[^\n:：]{{0,60}}?{_CHINESE}|(?:{_WESTERN}))[\W\d_]*", re.IGNORECASE)
_LABEL = (
    r"投\s*标\s*人|投标单位|供\s*应\s*商|响应人|报价人|应答人|bidder|tenderer|offeror|licitador|oferente|licitante|proponente|"
    r"soumissionnaire|candidat|bieter|inschrijver|wykonawca|участник(?:\s+закупки)?|учасник"
)
_BIDDER = re.compile(
    rf"^[^\S\n]*(?:name\s+of\s+(?:the\s+)?)?(?:{_LABEL})(?:\s*(?:名称|全称|name))?(?:[(（][^)）\n]{{1,12}}[)）])?\s*[:：]\s*(?P<name>[^\n:：]{{2,100}})$",
    re.IGNORECASE | re.MULTILINE,
)


class Bidder(NamedTuple):
    """Who bids, and where the name stands on the first page."""

    letters: str
    start: int
    end: int


def bidder_of(text: str) -> Bidder | None:
    """Return who bids, if a document is a bid; None if it is none, or does not say whose.

    Args:
        text: Of its first page.
    """
    beginning = text[:BEGINNING]
    titles = [line.strip() for line in beginning.split("\n") if line.strip()][:LINES_OF_TITLE]
    if not any(_TITLE.fullmatch(line) for line in titles):
        return None
    found = _BIDDER.search(beginning)
    letters = "" if found is None else letters_of(found["name"])
    return None if found is None or not letters else Bidder(letters, *found.span("name"))
