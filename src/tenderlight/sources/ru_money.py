"""Prices and goods of papers of zakupki.gov.ru.

The initial (maximum) price of a contract (НМЦК) is a ceiling. What was paid in part, advances and securities are no
price. Amounts in roubles stand in elements whose name ends in RUR, others beside their currency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlight.model.statement import StatementKind
from tenderlight.model.values import AmountKind, AmountValue, LineItemValue
from tenderlight.sources.notice import Notice
from tenderlight.sources.plain_values import read_currency
from tenderlight.sources.xml_text import first_at, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CODES = ("currency/code", "currency/currencyCode", "currencyCode")
_NAMES = ("name", "productName", "drugInfo/name", "MNNInfo/MNNName", "OKPD2/name", "OKPD/name", "KTRU/name")
_UNITS = (
    "OKEI/fullName",
    "OKEI/nationalCode",
    "OKEI/name",
    "OKEI/localSymbol",
    "OKEI/nationalName",
)
_ASKED = ("It stands in the notice: its price is what the customer expected.",)


def state_price(
    notice: Notice,
    kind: AmountKind,
    element: Element | None,
    holders: tuple[Element | None, ...],
    *,
    rule: str,
    lot: str | None = None,
) -> None:
    """State an amount with the currency that stands in the first of its holders that has one."""
    codes = (written(first_at(holder, *_CODES)) for holder in holders)
    currency = next((code for code in codes if code is not None), None)
    notice.amount(kind, written(element), currency, rule=rule, lot=lot)


def state_roubles(notice: Notice, kind: AmountKind, element: Element | None, *, rule: str) -> None:
    """State an amount whose element says that it is in roubles (priceRUR), unless the same was stated before."""
    amount = written(element)
    number = notice.number(amount)
    if amount is None or number is None or number <= 0:
        return
    value = AmountValue(amount_kind=kind, amount=number, currency="RUB")
    notice.state(StatementKind.AMOUNT, value, [amount], rule=rule)


def state_item(
    notice: Notice,
    product: Element,
    *,
    rule: str,
    currency: Element | None,
    lot: str | None = None,
    asked: bool = False,
) -> None:
    """State a product or purchase object as a line item.

    Args:
        notice: The notice.
        product: The element of the product; its quantity may stand in it or beside it.
        rule: Of the statement.
        currency: The element in which the currency stands.
        lot: The lot it belongs to.
        asked: It stands in a notice, so that its price is not that of the contract.
    """
    name = written(first_at(product, *_NAMES))
    if name is None:
        return
    quantity = written(first_at(product, "quantity/value", "quantity"))
    unit = written(first_at(product, *_UNITS))
    price = written(first_at(product, "price", "priceRUR", "pricePerUnit"))
    total = written(first_at(product, "sum", "sumRUR"))
    code = written(first_at(currency, *_CODES)) if currency is not None else None
    letters = read_currency(code.words) if code is not None else None
    count, each, whole = (notice.number(part) for part in (quantity, price, total))
    is_priced = bool(each) or bool(whole)
    value = LineItemValue(
        name=name.line,
        quantity=count or None,
        unit=unit.words if unit is not None else None,
        unit_price=each or None,
        total=whole or None,
        currency=letters if is_priced else None,
        lot=lot,
    )
    words = [name, quantity if count else None, unit, price if each else None, total if whole else None]
    words.append(code if letters and is_priced else None)
    notice.state(StatementKind.LINE_ITEM, value, words, rule=rule, against=_ASKED if asked and is_priced else ())
