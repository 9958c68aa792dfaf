"""TED forms of the schema before 2014 (R2.0.8), which defence procurement (forms 16-19) used until 2023."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    DateKind,
    DateValue,
    PartyValue,
    ProjectNumberValue,
    SupplierRole,
    SupplierValue,
    TextValue,
)
from tenderlight.sources.notice import Notice
from tenderlight.sources.plain_values import read_date
from tenderlight.sources.ted_contents import identifiers_of, state_region
from tenderlight.sources.xml_text import attribute, child, children, descendants, local_name, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADINGS = {
    "TITLE_CONTRACT": "title",
    "CONTRACT_TITLE": "title",
    "SHORT_CONTRACT_DESCRIPTION": "description",
    "TOTAL_QUANTITY_OR_SCOPE": "quantity or scope",
    "LOT_TITLE": "lot",
    "LOT_DESCRIPTION": "lot",
    "ADDITIONAL_INFORMATION_ABOUT_LOTS": "lot",
    "OPTION_DESCRIPTION": "options",
    "ADDITIONAL_INFORMATION": "additional information",
    "REASON_CONTRACT_LAWFUL": "justification",
}
_ON_BEHALF = ("It buys on behalf of the buyers named beside it.",)


def state_older_form(notice: Notice, form: Element) -> None:
    """State what a form of the older schema says."""
    _state_buyers(notice, form)
    for title in descendants(form, "TITLE_CONTRACT"):
        words = written(title)
        if words is not None:
            notice.state(StatementKind.TITLE, TextValue(text=words.line), [words], rule="title")
    for label in ("FILE_REFERENCE_NUMBER", "NOTICE_NUMBER_OJ"):
        for element in descendants(form, label):
            words = written(element)
            if words is not None:
                value = ProjectNumberValue(number=words.words, label=label)
                notice.state(StatementKind.PROJECT_NUMBER, value, [words], rule=label.lower())
    for element in descendants(form, "RECEIPT_LIMIT_DATE"):
        _state_date(notice, DateKind.DEADLINE, element, rule="deadline")
    _state_scope(notice, form)
    awards = [element for element in form.iter() if local_name(element).startswith("AWARD_OF_CONTRACT")]
    awards += descendants(form, "AWARD_AND_CONTRACT_VALUE")
    for award in awards:
        _state_award(notice, award, several=len(awards) > 1)
    for element in form.iter():
        heading = _HEADINGS.get(local_name(element))
        if heading is not None:
            notice.text(written(element), heading=heading)


def _state_buyers(notice: Notice, form: Element) -> None:
    """State the buyers. An authority that buys on behalf of others that it names is their agency."""
    others = descendants(form, "CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY")  # as the schema spells it
    for address in others:
        _state_party(notice, address, is_agency=False)
    for address in descendants(form, "CA_CE_CONCESSIONAIRE_PROFILE"):
        _state_party(notice, address, is_agency=bool(others))


def _state_party(notice: Notice, address: Element, *, is_agency: bool) -> None:
    name = written(child(address, "ORGANISATION", "OFFICIALNAME")) or written(child(address, "ORGANISATION"))
    if name is None:
        notice.trouble("party-without-name", pointer=pointer_to(address))
        return
    identifiers, numbers = identifiers_of(address)
    value = PartyValue(name=name.line, identifiers=identifiers)
    if is_agency:
        notice.state(StatementKind.AGENCY, value, [name, *numbers], rule="on_behalf", against=_ON_BEHALF)
    else:
        notice.state(StatementKind.BUYER, value, [name, *numbers], rule="buyer")
        state_region(notice, address)


def _state_scope(notice: Notice, form: Element) -> None:
    """State the values that stand outside the awards: the final total of an award notice, else estimates."""
    for element in descendants(form, "TOTAL_FINAL_VALUE"):
        for cost in descendants(element, "COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE"):
            _state_cost(notice, AmountKind.AWARD, cost, rule="total_value")
    for name in ("COSTS_RANGE_AND_CURRENCY", "ESTIMATED_VALUE"):
        for cost in descendants(form, name):
            _state_cost(notice, AmountKind.ESTIMATE, cost, rule="estimated_value")


def _state_cost(notice: Notice, kind: AmountKind, cost: Element, *, rule: str, lot: str | None = None) -> None:
    if child(cost, "RANGE_VALUE_COST") is not None:
        notice.trouble("value-is-range", pointer=pointer_to(cost))
        return
    amount = child(cost, "VALUE_COST")
    against = ("It was announced before the contract was concluded.",) if notice.stage is Stage.SINGLE_SOURCE else ()
    notice.amount(kind, written(amount), attribute(cost, "CURRENCY"), rule=rule, lot=lot, against=against)


def _state_award(notice: Notice, award: Element, *, several: bool) -> None:
    number = written(child(award, "LOT_NUMBER")) or written(child(award, "CONTRACT_NUMBER"))
    lot = (number.words if number is not None else award.get("ITEM")) if several else None
    for date in descendants(award, "CONTRACT_AWARD_DATE"):
        _state_date(notice, DateKind.AWARD, date, rule="award_date")
    operators = [operator for operator in award.iter() if local_name(operator).startswith("ECONOMIC_OPERATOR_NAME")]
    role = SupplierRole.LOT_WINNER if several else SupplierRole.SOLE
    if notice.stage is Stage.SINGLE_SOURCE:
        role = SupplierRole.INTENDED
    elif len(operators) > 1:
        role = SupplierRole.MEMBER
    for operator in operators:
        name = written(next(iter(descendants(operator, "OFFICIALNAME")), None))
        if name is None:
            notice.trouble("party-without-name", pointer=pointer_to(operator))
            continue
        identifiers, numbers = identifiers_of(operator)
        value = SupplierValue(name=name.line, role=role, lot=lot, identifiers=identifiers)
        notice.state(StatementKind.SUPPLIER, value, [name, *numbers], rule="contractor")
    for values in children(award, "CONTRACT_VALUE_INFORMATION"):
        for cost in children(values, "COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE"):
            _state_cost(notice, AmountKind.AWARD, cost, rule="award_value", lot=lot)
        for cost in children(values, "INITIAL_ESTIMATED_TOTAL_VALUE_CONTRACT"):
            _state_cost(notice, AmountKind.ESTIMATE, cost, rule="estimated_award", lot=lot)


def _state_date(notice: Notice, kind: DateKind, element: Element, *, rule: str) -> None:
    """State a date whose day, month and year stand in elements of their own."""
    parts = [written(child(element, name)) for name in ("YEAR", "MONTH", "DAY")]
    if any(part is None for part in parts):
        return
    date = read_date("-".join(part.words.zfill(2) for part in parts if part is not None))
    if date is None:
        notice.trouble("date-unreadable", pointer=pointer_to(element))
        return
    notice.state(StatementKind.DATE, DateValue(date=date, date_kind=kind), parts, rule=rule)
