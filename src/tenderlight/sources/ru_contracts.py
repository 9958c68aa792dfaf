"""Contracts of zakupki.gov.ru, signed, carried out or ended.

Of a contract the price stands once; payments of its performance are parts of it, and no price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlight.model.statement import Stage
from tenderlight.model.values import AmountKind, DateKind, SupplierRole
from tenderlight.sources.notice import Notice
from tenderlight.sources.ru_money import state_item, state_price, state_roubles
from tenderlight.sources.ru_parties import state_buyer, state_responsible, state_supplier
from tenderlight.sources.xml_text import at, first_at, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SUPPLIERS = ("suppliers/supplier", "suppliersInfo/supplierInfo", "supplier", "supplierInfo")
_PRICES = ("priceInfo/price", "price", "contractPriceInfo/price")
_PRICE_TYPES = {"M": AmountKind.CEILING, "MP": AmountKind.CEILING, "T": AmountKind.ESTIMATE, "A": AmountKind.ESTIMATE}
"""Types of a contract's price that are no price: the most it may cost (M), what it may be about (T)."""
_TOGETHER = ("The contract names several suppliers.",)


def state_contract(notice: Notice, paper: Element) -> None:
    """State customer, suppliers, price, dates and goods of a contract; of an annulled one only who and when."""
    state_buyer(notice, first_at(paper, "customer", "customerInfo", "commonInfo/customer"))
    state_responsible(notice, first_at(paper, "placer", "placerInfo"), written(first_at(paper, "placer/role")))
    notice.date(DateKind.CONTRACT, written(first_at(paper, "signDate", "contractInfo/signDate")), rule="sign_date")
    notice.date(DateKind.AWARD, written(first_at(paper, "protocolDate")), rule="protocol_date")
    if notice.stage is not Stage.CONTRACT:
        return
    period = first_at(paper, "executionPeriod")
    notice.date(DateKind.START, written(first_at(period, "startDate")), rule="execution_period")
    notice.date(DateKind.END, written(first_at(period, "endDate")), rule="execution_period")
    suppliers = [supplier for path in _SUPPLIERS for supplier in at(paper, path)]
    several = len(suppliers) > 1
    for supplier in suppliers:
        role = SupplierRole.MEMBER if several else SupplierRole.SOLE
        state_supplier(notice, supplier, rule="contract_supplier", role=role, against=_TOGETHER if several else ())
    if not suppliers:
        notice.trouble("supplier-not-named", pointer=pointer_to(paper))
    _state_price(notice, paper)
    for product in [*at(paper, "products/product"), *at(paper, "productsInfo/productInfo")]:
        state_item(notice, product, rule="product", currency=_currency_holder(paper))


def _currency_holder(paper: Element) -> Element:
    holder = first_at(paper, "priceInfo", "contractPriceInfo")
    return holder if holder is not None else paper


def _state_price(notice: Notice, paper: Element) -> None:
    holder = _currency_holder(paper)
    kind_of_price = written(first_at(holder, "priceType"))
    kind = _PRICE_TYPES.get(kind_of_price.words if kind_of_price is not None else "", AmountKind.CONTRACT)
    price = first_at(paper, *_PRICES)
    state_price(notice, kind, price, (holder, paper), rule="contract_price")
    if price is None:
        state_roubles(notice, kind, first_at(paper, "priceInfo/priceRUR", "priceRUR"), rule="contract_price")
    state_roubles(notice, AmountKind.CEILING, first_at(paper, "priceInfo/maxPriceRUR"), rule="maximum_price")


def state_performance(notice: Notice, paper: Element) -> None:
    """State when goods were accepted and which; what was paid in part is no price."""
    ending = first_at(paper, "termination")
    notice.date(DateKind.END, written(first_at(ending, "terminationDate")), rule="termination_date")
    executions = at(paper, "executions/execution")
    for execution in executions:
        accepted = written(first_at(execution, "docExecution/documentDate", "docAcceptance/documentDate"))
        notice.date(DateKind.ACCEPTANCE, accepted, rule="acceptance_paper")
        for subject in at(execution, "quantityContractSubjects/quantityContractSubject"):
            product = first_at(subject, "product")
            if product is not None:
                state_item(notice, product, rule="accepted_product", currency=None)
        notice.text(written(first_at(execution, "product")), heading="item")
