"""Who won what, for how much, in a TED standard form (schema R2.0.9).

A value in a framework agreement is the most that may be spent ("total maximum value for its entire duration"), so it is
a ceiling. A range of values gives no amount. A lot without an award has neither supplier nor amount.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, DateKind, ProjectNumberValue, SupplierRole, SupplierValue
from tenderlight.sources.notice import Notice
from tenderlight.sources.ted_contents import identifiers_of, money
from tenderlight.sources.xml_text import child, children, descendants, local_name, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INTENDED = ("It was announced before the contract was concluded (voluntary ex ante transparency).",)
_TOGETHER = ("Several suppliers share one award; the notice does not say whether they are a group.",)
_MODIFIED = ("It is the value before the modification that this notice reports.",)
_DECISION_FORMS = frozenset({"F15", "F23", "F25"})
"""Forms in which DATE_CONCLUSION_CONTRACT is headed "date of contract award decision"."""
_SHORTEST_NUMBER = 4
"""A contract number of fewer characters ("1", "02") counts contracts, it names none."""


def state_awards(notice: Notice, form: Element) -> None:
    """State suppliers, amounts and dates of the awards of a form."""
    awards = children(form, "AWARD_CONTRACT")
    is_framework = any(child(procedure, "FRAMEWORK") is not None for procedure in children(form, "PROCEDURE"))
    for contract in children(form, "OBJECT_CONTRACT"):
        _state_value(notice, contract, AmountKind.CEILING if is_framework else AmountKind.AWARD, lot=None)
    for award in awards:
        if child(award, "NO_AWARDED_CONTRACT") is not None:
            if notice.stage is not Stage.CANCELLATION:
                notice.trouble("lot-not-awarded", pointer=pointer_to(award))
            continue
        for done in children(award, "AWARDED_CONTRACT"):
            _state_award(notice, form, award, done, several=len(awards) > 1, is_framework=is_framework)
    _state_prizes(notice, form)
    _state_modification(notice, form, several=len(awards) > 1)


def _state_award(
    notice: Notice, form: Element, award: Element, done: Element, *, several: bool, is_framework: bool
) -> None:
    number = written(child(award, "LOT_NO"))
    contract = written(child(award, "CONTRACT_NO"))
    place = number or contract
    is_divided = several or any(
        child(contract, "LOT_DIVISION") is not None for contract in children(form, "OBJECT_CONTRACT")
    )
    lot = (place.words if place else award.get("ITEM")) if is_divided else None
    if contract is not None and len(contract.words) >= _SHORTEST_NUMBER:
        value = ProjectNumberValue(number=contract.words, label="CONTRACT_NO")
        notice.state(StatementKind.PROJECT_NUMBER, value, [contract], rule="contract_no")
    number_of_form = (form.get("FORM") or "").strip()
    kind = DateKind.AWARD if number_of_form in _DECISION_FORMS else DateKind.CONTRACT
    notice.date(kind, written(child(done, "DATE_CONCLUSION_CONTRACT")), rule="conclusion_date")
    _state_contractors(notice, done, lot=lot, several=several, is_framework=is_framework)
    value_kind = AmountKind.CEILING if is_framework else AmountKind.AWARD
    against = _MODIFIED if number_of_form == "F20" else ()
    for values in [done, *children(done, "VALUES"), *children(done, "VALUE")]:
        _state_value(notice, values, value_kind, lot=lot, against=against)
        money(notice, AmountKind.ESTIMATE, child(values, "VAL_ESTIMATED_TOTAL"), rule="estimated_award", lot=lot)


def _state_value(
    notice: Notice, values: Element, kind: AmountKind, *, lot: str | None, against: tuple[str, ...] = ()
) -> None:
    """State the total in an element; a withheld one and a range are noted."""
    total = child(values, "VAL_TOTAL")
    if any(element is not None and element.get("PUBLICATION") == "NO" for element in (values, total)):
        notice.trouble("value-withheld", pointer=pointer_to(values))
        return
    span = child(values, "VAL_RANGE_TOTAL")
    if span is not None:
        notice.trouble("value-is-range", pointer=pointer_to(span))
    if notice.stage is Stage.SINGLE_SOURCE:
        against = (*against, *_INTENDED)
    rule = "total_value" if local_name(values) == "OBJECT_CONTRACT" else "award_value"
    if notice.stage in (Stage.AWARD, Stage.SINGLE_SOURCE, Stage.CONTRACT):
        money(notice, kind, total, rule=rule, lot=lot, against=against)


def _state_contractors(notice: Notice, done: Element, *, lot: str | None, several: bool, is_framework: bool) -> None:
    groups = [done, *children(done, "CONTRACTORS")]
    if any(group.get("PUBLICATION") == "NO" for group in groups):
        notice.trouble("value-withheld", pointer=pointer_to(done))
        return
    found = [contractor for group in groups for contractor in children(group, "CONTRACTOR")]
    is_group = any(child(group, "AWARDED_TO_GROUP") is not None for group in groups)
    is_no_group = any(child(group, "NO_AWARDED_TO_GROUP") is not None for group in groups)
    role = SupplierRole.LOT_WINNER if several or len(found) > 1 else SupplierRole.SOLE
    against: tuple[str, ...] = ()
    if is_framework:
        role = SupplierRole.FRAMEWORK
    elif is_group or (len(found) > 1 and not is_no_group):
        role = SupplierRole.MEMBER
        against = () if is_group else _TOGETHER
    if notice.stage is Stage.SINGLE_SOURCE:
        role, against = SupplierRole.INTENDED, _INTENDED
    if not found:
        notice.trouble("supplier-not-named", pointer=pointer_to(done))
    for contractor in found:
        address = child(contractor, "ADDRESS_CONTRACTOR")
        _state_supplier(notice, address, SupplierValue(name="", role=role, lot=lot), rule="contractor", against=against)


def _state_supplier(
    notice: Notice, address: Element | None, part: SupplierValue, *, rule: str, against: tuple[str, ...] = ()
) -> None:
    """State the party at an address as a supplier with the role and lot of `part`."""
    if address is None:
        return
    name = written(child(address, "OFFICIALNAME"))
    if name is None:
        notice.trouble("party-without-name", pointer=pointer_to(address))
        return
    identifiers, numbers = identifiers_of(address)
    value = replace(part, name=name.line, identifiers=identifiers)
    notice.state(StatementKind.SUPPLIER, value, [name, *numbers], rule=rule, against=against)


def _state_prizes(notice: Notice, form: Element) -> None:
    """State the winners of a design contest (F13)."""
    for prize in [prize for results in children(form, "RESULTS") for prize in children(results, "AWARDED_PRIZE")]:
        notice.date(DateKind.AWARD, written(child(prize, "DATE_DECISION_JURY")), rule="jury_decision")
        groups = [group for group in [prize, *children(prize, "WINNERS")] if group.get("PUBLICATION") != "NO"]
        winners = [winner for group in groups for winner in children(group, "WINNER")]
        role = SupplierRole.LOT_WINNER if len(winners) > 1 else SupplierRole.SOLE
        for winner in winners:
            _state_supplier(notice, child(winner, "ADDRESS_WINNER"), SupplierValue(name="", role=role), rule="winner")
        money(notice, AmountKind.AWARD, child(prize, "VAL_PRIZE"), rule="prize")


def _state_modification(notice: Notice, form: Element, *, several: bool) -> None:
    """State what a contract became (F20): its suppliers, and its value after the modification."""
    for section in children(form, "MODIFICATIONS_CONTRACT"):
        for description in children(section, "DESCRIPTION_PROCUREMENT"):
            lot = written(_first(descendants(form, "LOT_NO"))) if several else None
            number = lot.words if lot is not None else None
            _state_contractors(notice, description, lot=number, several=several, is_framework=False)
        after = _first(descendants(section, "VAL_TOTAL_AFTER"))
        total = after if after is not None else _first(descendants(section, "VAL_TOTAL"))
        holder = total.getparent() if total is not None else None
        if holder is not None and holder.get("PUBLICATION") != "NO":
            money(notice, AmountKind.CONTRACT, total, rule="value_after_modification")


def _first(elements: list[Element]) -> Element | None:
    return elements[0] if elements else None
