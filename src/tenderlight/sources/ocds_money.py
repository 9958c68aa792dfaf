"""Amounts and line items of an OCDS release. What was paid, bid or budgeted is never the price."""

from __future__ import annotations

from tenderlight.model.statement import StatementKind
from tenderlight.model.values import AmountKind, LineItemValue
from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.notice import Notice
from tenderlight.sources.ocds_deals import Deal
from tenderlight.sources.plain_values import read_currency

_LOWER_BOUND = ("It is the lower end of the estimate.",)
_FRAMEWORK = ("The procedure ends in a framework agreement: the value may be its ceiling.",)
_ASKED = ("It stands in the tender: its price is what the buyer expected.",)
_WITH_TAX = ("It is the value with tax; none without tax is given.",)


def state_money(notice: Notice, release: JsonPlace, done: list[Deal]) -> None:
    """State amounts and line items of a release."""
    for plan in release.get("planning").objects():
        _state(notice, AmountKind.BUDGET, plan.get("budget").first("amount", "value"), rule="budget")
    _state(notice, AmountKind.BUDGET, release.get("tender", "budget", "value"), rule="budget")
    tender = release.get("tender")
    _state(notice, AmountKind.ESTIMATE, tender.get("value"), rule="tender_value")
    _state(notice, AmountKind.ESTIMATE, tender.get("minValue"), rule="tender_minimum", against=_LOWER_BOUND)
    _state(notice, AmountKind.CEILING, tender.get("maxValue"), rule="tender_maximum")
    framework = tender.get("techniques", "frameworkAgreement")
    _state(notice, AmountKind.CEILING, framework.first("maximumValue", "value"), rule="framework_maximum")
    lots = tender.get("lots").objects()
    for lot in lots:
        name = lot.get("id").words() if len(lots) > 1 else ""
        _state(notice, AmountKind.ESTIMATE, lot.get("value"), rule="lot_value", lot=name or None)
    is_framework = tender.get("techniques", "hasFrameworkAgreement").value is True
    for deal in done:
        if not deal.is_void:
            _state_deal(notice, deal, _FRAMEWORK if is_framework else ())
    _state_items(notice, release, done)


def _state(
    notice: Notice,
    kind: AmountKind,
    value: JsonPlace,
    *,
    rule: str,
    lot: str | None = None,
    against: tuple[str, ...] = (),
) -> None:
    """State a value object; a bare number where an object should stand has no currency."""
    amount = value.first("amount", "amountNet") if value.is_object else value
    notice.amount(kind, amount.written(), value.get("currency").written(), rule=rule, lot=lot, against=against)


def _state_deal(notice: Notice, deal: Deal, against: tuple[str, ...]) -> None:
    kind = AmountKind.CONTRACT if deal.is_contract else AmountKind.AWARD
    rule = "contract_value" if deal.is_contract else "award_value"
    if deal.is_pending:
        kind = AmountKind.BID
    against = deal.against + against
    value = deal.place.first("value", "totalAwardValue")
    if value:
        _state(notice, kind, value, rule=rule, lot=deal.lot, against=against)
    else:
        _state(notice, kind, deal.place.get("valueWithTax"), rule=rule, lot=deal.lot, against=against + _WITH_TAX)


def _state_items(notice: Notice, release: JsonPlace, done: list[Deal]) -> None:
    """State the items of the furthest section that has any: of contracts, else of awards, else of the tender."""
    standing = [deal for deal in done if not deal.is_void]
    for is_contract in (True, False):
        found = False
        for deal in standing:
            if deal.is_contract == is_contract:
                for item in deal.place.get("items").objects():
                    found = _state_item(notice, item, deal.lot, rule="deal_item") or found
        if found:
            return
    is_divided = len(release.get("tender", "lots").objects()) != 1
    for item in release.get("tender", "items").objects():
        lot = item.get("relatedLot").words() if is_divided else ""
        _state_item(notice, item, lot or None, rule="tender_item", against=_ASKED)


def _state_item(notice: Notice, item: JsonPlace, lot: str | None, *, rule: str, against: tuple[str, ...] = ()) -> bool:
    """State a line item; one without a description is only a code, and is left out."""
    name = item.first("description", "description_en", "description_es", "description_fr").written()
    if name is None:
        return False
    quantity = item.get("quantity").written()
    count = notice.number(quantity)
    unit = item.get("unit").first("name", "name_en", "name_es", "name_fr").written()
    price = item.get("unit", "value").first("amount", "amountNet").written()
    each = notice.number(price)
    currency = item.get("unit", "value", "currency").written()
    code = read_currency(currency.words) if currency is not None else None
    has_price = each is not None and each > 0
    value = LineItemValue(
        name=name.line,
        quantity=count if count is not None and count > 0 else None,
        unit=unit.words if unit else None,
        unit_price=each if has_price else None,
        currency=code if has_price else None,
        lot=lot,
    )
    priced = [price, currency if code else None] if has_price else []
    words = [name, quantity if value.quantity is not None else None, unit, *priced]
    notice.state(StatementKind.LINE_ITEM, value, words, rule=rule, against=against if has_price else ())
    return True
