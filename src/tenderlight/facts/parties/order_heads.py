"""Whom an order is written to: the firm that stands without a label at the head of a purchase or work order.

"PURCHASE ORDER No. 7 … M/s X, Hyderabad", "أمر توريد … السادة / شركة …", "BON DE COMMANDE … À la société X": the line
begins with a form of address that only firms are addressed by, or with a word for the one who is written to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.model.statement import Stage

_STAGES = frozenset({Stage.CONTRACT, Stage.ACCEPTANCE})
_HEAD = 1_200
_ORDER = re.compile(
    r"\b(?:(?:purchase|work|works|supply|delivery|service|local purchase|job|task) order|letter of order|lpo)\b|"
    r"bon de commande|lettre de commande|orden(?:es)? de (?:compra|servicio|trabajo)|ordem de (?:compra|fornecimento|"
    r"serviço)|nota de encomenda|bestell(?:ung|schein)|ordine d['’]acquisto|buono d['’]ordine|zamówienie nr|"
    r"[أا]مر (?:ال)?(?:تورید|شراء|عمل|إسناد)|سفارش خرید"
)
_ADDRESS = re.compile(
    r"(?m)^[ \t]*(?:(?:to|vendor|attn)\s?[,:]?\s{0,3})?(?:"
    r"(?:m/s|messrs)\.?\s+|"
    r"(?:à|a)\s(?:l['’]attention\sde\s)?(?:la\ssociété|l['’]entreprise|l['’]éts)\s|"
    r"señores\s?:?\s|sres\.?\s?:?\s|aos?\ssenhore?s?\s?:?\s|spett(?:\.le|abile)\s(?:ditta\s|società\s)?|an\sdie\sfirma\s|"
    r"(?:إلی\s)?السادة\s?[/:]?\s?(?=شرکة|مؤسسة|مجموعة|مصنع|مکتب))(?P<name>[^\n|\t]{3,90})$"
)
_OFFICE = re.compile(
    r"(?i)\b(?:ministry|department|municipal|council|directorate|authority|government|treasur|accounts?)\b"
)


def order_addressee(notice: Notice) -> Piece | None:
    """Return where the one firm stands to which an order is written, or None.

    Args:
        notice: A contract or acceptance in which no label says who supplies.
    """
    if notice.stage not in _STAGES or not notice.sheets:
        return None
    head = notice.sheets[0].flat[:_HEAD]
    if _ORDER.search(head) is None:
        return None
    found = list(_addressed(notice))
    return found[0] if len({piece.flat for piece in found}) == 1 else None


def _addressed(notice: Notice) -> Iterator[Piece]:
    sheet = notice.sheets[0]
    for match in _ADDRESS.finditer(sheet.flat[:_HEAD]):
        value = Piece(sheet=sheet, start=match.start("name"), end=match.end("name")).stripped(" \t.,;:")
        names = find_names(value)
        is_office = _OFFICE.search(value.text) is not None and not has_company(value.text)
        if len(names) == 1 and not is_office:
            yield names[0].piece
