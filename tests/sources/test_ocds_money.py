from __future__ import annotations

from decimal import Decimal

from tenderlight.model.statement import StatementKind
from tests.sources.notices import amounts, line_items, release, said


def money(amount: object, currency: str = "EUR") -> dict[str, object]:
    return {"amount": amount, "currency": currency}


def test_each_amount_has_its_kind() -> None:
    record = release(
        planning={"budget": {"amount": money(100)}},
        tender={"value": money(90), "minValue": money(80), "maxValue": money(95)},
        awards=[{"id": "a", "value": money(70)}],
        contracts=[{"id": "c", "awardID": "a", "value": money(69.5)}],
    )
    assert amounts(record) == [
        ("budget", "100", "EUR", None),
        ("estimate", "90", "EUR", None),
        ("estimate", "80", "EUR", None),
        ("ceiling", "95", "EUR", None),
        ("award", "70", "EUR", None),
        ("contract", "69.5", "EUR", None),
    ]


def test_plans_may_be_several() -> None:
    planning = [{"budget": {"amount": money(100)}}, {"budget": {"value": money(50)}}]
    assert amounts(release(planning=planning)) == [("budget", "100", "EUR", None), ("budget", "50", "EUR", None)]


def test_payments_and_bids_are_no_amounts_of_the_contract() -> None:
    record = release(
        bids={"details": [{"value": money(60)}]},
        contracts=[{"id": "c", "implementation": {"transactions": [{"amount": money(1), "value": money(2)}]}}],
    )
    assert amounts(record) == []


def test_cancelled_awards_and_contracts_have_no_amounts() -> None:
    record = release(
        awards=[{"id": "a", "status": "cancelled", "value": money(70)}],
        contracts=[{"id": "c", "status": "cancelled", "value": money(70)}],
        tender={"value": money(90)},
    )
    assert amounts(record) == [("estimate", "90", "EUR", None)]


def test_a_pending_award_is_a_bid() -> None:
    assert amounts(release(awards=[{"id": "a", "status": "pending", "value": money(70)}])) == [
        ("bid", "70", "EUR", None)
    ]


def test_amounts_of_several_awards_keep_their_lots() -> None:
    awards = [{"id": "a", "value": money(70)}, {"id": "b", "value": money(70)}]
    assert amounts(release(awards=awards)) == [("award", "70", "EUR", "a"), ("award", "70", "EUR", "b")]


def test_values_of_lots_are_estimates() -> None:
    lots = [{"id": "1", "value": money(5)}, {"id": "2", "value": money(6)}]
    assert amounts(release(tender={"lots": lots})) == [("estimate", "5", "EUR", "1"), ("estimate", "6", "EUR", "2")]


def test_the_digits_stand_as_written() -> None:
    record = release(awards=[{"id": "a", "value": {"amount": "1,234.50", "currency": "mdl"}}])
    [statement] = said(record, StatementKind.AMOUNT)
    assert [anchor.text for anchor in statement.anchors] == ["1,234.50", "mdl"]
    assert amounts(record) == [("award", "1234.50", "MDL", None)]


def test_a_framework_value_is_in_doubt() -> None:
    tender = {"techniques": {"hasFrameworkAgreement": True, "frameworkAgreement": {"maximumValue": money(900)}}}
    record = release(tender=tender, awards=[{"id": "a", "value": money(70)}])
    assert amounts(record) == [("ceiling", "900", "EUR", None), ("award", "70", "EUR", None)]
    assert [bool(statement.against) for statement in said(record, StatementKind.AMOUNT)] == [False, True]


def test_a_value_with_tax_stands_in_for_one_without() -> None:
    record = release(contracts=[{"id": "c", "valueWithTax": money(116, "MXN")}])
    assert amounts(record) == [("contract", "116", "MXN", None)]
    assert said(record, StatementKind.AMOUNT)[0].against


def test_a_bare_number_is_an_amount_without_currency() -> None:
    assert amounts(release(awards=[{"id": "a", "value": 12}])) == [("award", "12", None, None)]


ITEM = {"description": "Camera", "quantity": 80, "unit": {"name": "piece", "value": money(125)}}


def test_a_line_item() -> None:
    [item] = line_items(release(awards=[{"id": "a", "items": [ITEM]}]))
    assert (item.name, item.quantity, item.unit, item.unit_price, item.currency) == (
        "Camera",
        Decimal(80),
        "piece",
        Decimal(125),
        "EUR",
    )


def test_items_come_from_the_furthest_section() -> None:
    record = release(
        tender={"items": [{"description": "asked"}]},
        awards=[{"id": "a", "items": [{"description": "awarded"}]}],
        contracts=[{"id": "c", "awardID": "a", "items": [{"description": "bought"}]}],
    )
    assert [item.name for item in line_items(record)] == ["bought"]


def test_items_of_failed_awards_do_not_count() -> None:
    record = release(
        tender={"items": [{"description": "asked"}]},
        awards=[{"id": "a", "status": "unsuccessful", "items": [{"description": "offered"}]}],
    )
    assert [item.name for item in line_items(record)] == ["asked"]


def test_the_price_of_an_item_asked_for_is_in_doubt() -> None:
    [statement] = said(release(tender={"items": [ITEM]}), StatementKind.LINE_ITEM)
    assert statement.against


def test_codes_without_a_description_and_prices_of_nought_are_left_out() -> None:
    items = [{"classification": {"description": "CPV label"}}, {**ITEM, "quantity": 0, "unit": {"value": money(0)}}]
    [item] = line_items(release(awards=[{"id": "a", "items": items}]))
    assert (item.quantity, item.unit_price, item.currency) == (None, None, None)
