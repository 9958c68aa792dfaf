"""Parties made by hand, as the models would tell them: what rules settle of them is asked without any model."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.buyers import Offices
from tenderlight.facts.readers.parties import together
from tenderlight.facts.readers.parties.lot_places import LotPlace
from tenderlight.facts.readers.parties.roles import WON, Part
from tenderlight.facts.readers.parties.together import with_read_parties
from tenderlight.facts.reading import told_by_rules
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import PartyValue, SupplierRole, SupplierValue

AWARD = (
    "NOTICE OF AWARD\nBuyer: Dray Fire Service\nLetters came from Kilnmoor Optics Ltd and Brackmoor Systems Ltd.\n"
    "They speak of Lot 1 and Lot 2. The letter of Tarn Vision Ltd came late; so did that of the Harbour Board.\n"
)


def sheet_of(text: str, number: int = 1) -> Sheet:
    return Sheet(page=Page(number=number, text=text), flat=flatten(text))


def understood(*texts: str) -> tuple[Notice, Offices]:
    notice, offices, _statements = told_by_rules([Page(number=at, text=text) for at, text in enumerate(texts, 1)])
    return notice, offices


def piece_of(notice: Notice, words: str, nth: int = 0, page: int = 1) -> Piece:
    """The nth place of some words on a page."""
    sheet = notice.sheets[page - 1]
    start, end = [match.span() for match in re.finditer(re.escape(words), sheet.page.text)][nth]
    return Piece(sheet=sheet, start=start, end=end)


def part_of(
    piece: Piece,
    won: float = 0.0,
    *,
    likely: str = "winner",
    buyer: float = 0.0,
    lots: Sequence[tuple[Piece, float]] = (),
    certainty: float = 0.0,
) -> Part:
    chances = {"buyer": buyer, "other": 0.0, likely if likely in WON else "winner": won}
    tied = tuple((LotPlace(piece=place, lots=(place.text,)), chance) for place, chance in lots)
    return Part(piece=piece, chances=chances, lots=tied, certainty=certainty)


def supplier_of(
    notice: Notice, piece: Piece, *, lot: str | None = None, role: SupplierRole = SupplierRole.SOLE
) -> Statement:
    return notice.statement(StatementKind.SUPPLIER, SupplierValue(name=piece.text, role=role, lot=lot), [piece])


def buyer_of(notice: Notice, piece: Piece) -> Statement:
    return notice.statement(StatementKind.BUYER, PartyValue(name=piece.text), [piece])


def suppliers_in(statements: Sequence[Statement]) -> list[tuple[str, SupplierRole, str | None]]:
    values = [one.value for one in statements if isinstance(one.value, SupplierValue)]
    return [(one.name, one.role, one.lot) for one in values]


def buyers_in(statements: Sequence[Statement]) -> list[str]:
    values = [one.value for one in statements if one.kind is StatementKind.BUYER]
    return [one.name for one in values if isinstance(one, PartyValue)]


def given(monkeypatch: pytest.MonkeyPatch, parts: Callable[[Notice], Sequence[Part]]) -> None:
    """Let the models tell these parts of parties."""
    monkeypatch.setattr(together, "parts_of_parties", lambda notice, _statements, _pages: parts(notice))


def settled(
    monkeypatch: pytest.MonkeyPatch,
    told: Callable[[Notice], Sequence[Statement]],
    parts: Callable[[Notice], Sequence[Part]],
    text: str = AWARD,
) -> list[Statement]:
    """What is stated of a text where rules tell one thing and the models another."""
    given(monkeypatch, parts)
    notice, offices = understood(text)
    return with_read_parties(notice, offices, told(notice))
