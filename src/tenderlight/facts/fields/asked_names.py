"""Names that a form asks for below the word for a party: "Заказчик", and below it "Наименование организации: …".

The word for the party stands alone on its line or over a table; what asks for the name may stand between it and the
name, with or without other words of the form ("Организация Страна, код").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning

_PARTIES = frozenset({Meaning.BUYER, Meaning.SUPPLIER, Meaning.AGENCY, Meaning.INTENDED})
_FORMS = (
    r"(?:[\s,;()/.–—-]{1,3}(?:юридическ\w+|физическ\w+|лица|ф\.?\s?и\.?\s?о|индивидуальн\w+|предпринимател\w+|организаци\w+|заказчик\w*|"
    r"поставщик\w*|подрядчик\w*|исполнител\w*|участник\w*|покупател\w*|для|или|и|та|страна|код|инн|кпп|огрн|адрес|статус|телефон|"
    r"юридичн\w+|фізичн\w+|особ\w+|замовник\w*|постачальник\w*|переможц\w*|прізвище|ім['’ʼ]я|по батькові|піб|єдрпоу))"
)
_ASKS = re.compile(
    r"\s{0,4}(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s)?(?:(?:полное|сокращ[её]нное|краткое|фирменное|повне|скорочене|официальное)\s)?"
    rf"(?:наименование|найменування|назва|название|организация|організація){_FORMS}{{0,14}}[\s).:]{{0,3}}"
)
_ASKS_BEFORE = re.compile(
    r"\s{0,6}(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.)]{1,2}\s{0,3}|[-•*]\s)?"
    r"(?:(?:official |full |legal )?name|nombre(?: o razón social)?|nombre/razón social|razón social|"
    r"denominaci[óo]n(?: social)?|nome(?: ou firma)?|designação|denominazione|ragione sociale|nom(?: officiel)?|"
    r"raison sociale|dénomination(?: sociale)?|nazwa|firma|bezeichnung|(?:полное )?наименование|назва)\s{0,2}:\s{1,4}"
)
"""What asks for the name of the party above, before the name: "16.1) Nombre: X"."""


def without_asking(pending: Hit, value: Piece) -> Piece:
    """Return the value of a party's label without the word below it that asks for the name."""
    asks = _ASKS_BEFORE.match(value.flat) if pending.meaning in _PARTIES else None
    return value.part(asks.end(), len(value.flat)) if asks is not None else value


def asks_name(pending: Hit | None, flat: str) -> bool:
    """Say whether a line below the word for a party does nothing but ask for its name."""
    return pending is not None and pending.meaning in _PARTIES and _ASKS.fullmatch(flat) is not None


def asks_until(pending: Hit, hits: Sequence[Hit], flat: str) -> int:
    """Return where the first label of a line may begin that asks for the name of the party above; 0 if none does.

    What stands before it then is its number or "полное", and no value: "1.1. Найменування: …".
    """
    return hits[0].start if hits and named_below(pending, hits, flat) is not hits else 0


def named_below(pending: Hit | None, hits: Sequence[Hit], flat: str) -> Sequence[Hit]:
    """Return the labels of a line, the first as that of the party above it if it asks for a name."""
    if pending is None or pending.meaning not in _PARTIES or not hits or hits[0].start > 8:
        return hits
    asks = _ASKS.fullmatch(flat, 0, hits[0].value_start) or _ASKS.fullmatch(hits[0].label)
    return [replace(hits[0], meaning=pending.meaning), *hits[1:]] if asks is not None else hits
