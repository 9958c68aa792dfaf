"""Notifications, changes, cancellations and plans of zakupki.gov.ru: what is to be bought, by whom, at what most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, DateKind, ProjectNumberValue, SupplierRole
from tenderlight.sources.notice import Notice
from tenderlight.sources.ru_money import state_item, state_price
from tenderlight.sources.ru_parties import state_buyer, state_responsible, state_supplier
from tenderlight.sources.xml_text import at, descendants, first_at, local_name, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RESPONSIBLE = (
    ("purchaseResponsible/responsibleOrg", "purchaseResponsible/responsibleRole"),
    ("purchaseResponsibleInfo/responsibleOrgInfo", "purchaseResponsibleInfo/responsibleRole"),
    ("notificationCancelFailureOrg", "notificationCancelFailureOrg/responsibleRole"),
    ("commonInfo/publisherInfo/publishedOrg", "commonInfo/publisherInfo/responsibleRole"),
)
_SPECIALISED = ("purchaseResponsible/specializedOrg", "purchaseResponsibleInfo/specializedOrgInfo")
_LOTS = ("lots/lot", "lot", "notificationInfo/lotsInfo/lotInfo", "lotsInfo/lotInfo")
_WHOLE = ("notificationInfo",)
_MOST = ("maxPrice", "maxPriceInfo/maxPrice", "contractConditionsInfo/maxPriceInfo/maxPrice")
_DEADLINES = (
    "procedureInfo/collecting/endDate",
    "procedureInfo/collectingInfo/endDT",
    "notificationInfo/procedureInfo/collectingInfo/endDT",
    "procedureInfo/collecting/endDT",
)
_OPENINGS = ("procedureInfo/opening/date", "procedureInfo/openingInfo/openingDT")


def state_notification(notice: Notice, paper: Element) -> None:
    """State customers, bodies, ceiling, deadline and goods of a notification; of a cancelled one no goods."""
    for path, role in _RESPONSIBLE:
        for element in at(paper, path):
            state_responsible(notice, element, written(first_at(paper, role)))
    for path in _SPECIALISED:
        state_responsible(notice, first_at(paper, path), None)
    notice.date(DateKind.DEADLINE, written(first_at(paper, *_DEADLINES)), rule="deadline")
    notice.date(DateKind.OPENING, written(first_at(paper, *_OPENINGS)), rule="opening")
    if notice.stage is Stage.CORRECTION:
        notice.date(DateKind.CORRECTION, written(first_at(paper, "docDate", "docPublishDate")), rule="change_date")
    lots = [lot for path in _LOTS for lot in at(paper, path)] or [part for path in _WHOLE for part in at(paper, path)]
    if not lots and first_at(paper, *_MOST) is not None:
        lots = [paper]
    for lot in lots:
        _state_lot(notice, lot, several=len(lots) > 1)
    if notice.stage is Stage.SINGLE_SOURCE:
        for element in [*at(paper, "lot/supplier"), *at(paper, "supplier"), *at(paper, "contractors/contractor")]:
            state_supplier(notice, element, rule="single_supplier", role=SupplierRole.INTENDED)


def _state_lot(notice: Notice, lot: Element, *, several: bool) -> None:
    number = written(first_at(lot, "lotNumber")) if several else None
    name = number.words if number is not None else None
    for customer in descendants(lot, "customer"):
        parent = customer.getparent()
        if parent is not None and local_name(parent) in (
            "customerRequirement",
            "customerRequirementInfo",
            "customerQuantity",
        ):
            state_buyer(notice, customer)
    most = first_at(lot, *_MOST)
    holders = (lot, first_at(lot, "contractConditionsInfo/maxPriceInfo", "maxPriceInfo"))
    state_price(notice, AmountKind.CEILING, most, holders, rule="maximum_price", lot=name)
    if notice.stage is Stage.CANCELLATION:
        return
    priced = holders[1] if holders[1] is not None else lot
    for item in descendants(lot, "purchaseObject"):
        state_item(notice, item, rule="purchase_object", currency=priced, lot=name, asked=True)


_POSITIONS = (
    "providedPurchases/positions/position",
    "positions/position",
    "tenderPlanPositions/tenderPlanPosition",
    "plan/positions/position",
)
_FINANCES = (
    "commonInfo/financeInfo/planPayments/total",
    "commonInfo/financeInfo/total",
    "financeInfo/total",
    "financeInfo/planPayments/total",
    "contractMaxPrice",
    "productSpecification/contractMaxPrice",
)


def state_plan(notice: Notice, paper: Element) -> None:
    """State the customer of a plan, and of each position its number and its budget."""
    state_buyer(notice, first_at(paper, "customerInfo", "commonInfo/customerInfo", "customer", "commonInfo/customer"))
    positions = [position for path in _POSITIONS for position in at(paper, path)]
    for position in positions:
        number = written(first_at(position, "commonInfo/positionNumber", "positionNumber", "IKZ", "commonInfo/IKZ"))
        if number is not None:
            value = ProjectNumberValue(number=number.words, label="positionNumber")
            notice.state(StatementKind.PROJECT_NUMBER, value, [number], rule="position_number")
        lot = number.words if number is not None and len(positions) > 1 else None
        finances = (position, paper, first_at(paper, "commonInfo"))
        state_price(
            notice, AmountKind.BUDGET, first_at(position, *_FINANCES), finances, rule="position_finance", lot=lot
        )
        for path in (
            "commonInfo/purchaseObjectInfo",
            "purchaseObjectInfo",
            "purchaseObjectName",
            "contractSubjectName",
        ):
            notice.text(written(first_at(position, path)), heading="lot")
