"""Who won what, for how much, in an eForms notice: lot result → tender → tendering party → organisation.

A tender won if the result of its lot says that a winner was chosen (BT-142 `selec-w`) and lists it; where a contract
names some of the tenders listed, only those won, for a result may list losers too. Notices of direct awards and of
modifications have no BT-142; there the contract decides. The highest and lowest bid (BT-710, BT-711) are no price.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, DateKind, ProjectNumberValue, SupplierRole, SupplierValue
from tenderlight.sources.eforms_contents import WITHHELD_TEXT, EformsNotice, amount, company, date
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.xml_text import child, children, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INTENDED = ("It was announced before the contract was concluded (voluntary ex ante transparency).",)
_FRAMEWORK = ("The lot is a framework agreement: the value may be its ceiling.",)
_CHOSEN = "selec-w"


class Results:
    """The result section of a notice, with its references followed."""

    def __init__(self, extension: Element | None) -> None:
        self.section = child(extension, "NoticeResult")
        self.lots = children(self.section, "LotResult")
        self.contracts = children(self.section, "SettledContract")
        self.tenders = _by_number(self.section, "LotTender")
        self.parties = _by_number(self.section, "TenderingParty")
        codes = [written(child(lot, "TenderResultCode")) for lot in self.lots]
        self.outcomes: list[Written] = [code for code in codes if code is not None]

    def winners(self) -> list[tuple[str, str | None]]:
        """Return the tenders that won, by number, each with its lot (None = not said)."""
        signed = {number for contract in self.contracts for number in _numbers(contract, "LotTender")}
        found: list[tuple[str, str | None]] = []
        for result in self.lots:
            lot = _lot(result)
            code = written(child(result, "TenderResultCode"))
            listed = _numbers(result, "LotTender") or self._tenders_of_contracts(result, lot)
            sure = [number for number in listed if number in signed]
            if code is None:
                found.extend((number, lot) for number in sure)
            elif code.words == _CHOSEN:
                found.extend((number, lot) for number in sure or listed)
        if not self.lots:
            found.extend((number, _lot(tender)) for number, tender in self.tenders.items() if number in signed)
        return list(dict.fromkeys((number, lot) for number, lot in found if number in self.tenders))

    def _tenders_of_contracts(self, result: Element, lot: str | None) -> list[str]:
        """Return the tenders that the contracts of a result name, if they are for its lot."""
        own = set(_numbers(result, "SettledContract"))
        named = [
            number
            for contract in self.contracts
            if _number(contract) in own
            for number in _numbers(contract, "LotTender")
        ]
        return [number for number in named if number in self.tenders and _lot(self.tenders[number]) in (None, lot)]

    def contracts_of(self, winners: list[tuple[str, str | None]]) -> list[Element]:
        """Return the contracts with these tenders, and those of the lots that were won."""
        tenders = {number for number, _ in winners}
        lots = {lot for _, lot in winners}
        own = {number for result in self.lots if _lot(result) in lots for number in _numbers(result, "SettledContract")}
        return [
            contract
            for contract in self.contracts
            if tenders.intersection(_numbers(contract, "LotTender")) or _number(contract) in own
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Winner:
    """A tender that won."""

    tender: Element
    lot: str | None
    """None where the notice has one lot only."""
    is_framework: bool
    is_one_of_several: bool
    """There are other winners, of this lot or of others."""


def _by_number(section: Element | None, name: str) -> dict[str, Element]:
    return {number: element for element in children(section, name) if (number := _number(element))}


def _number(element: Element) -> str:
    words = written(child(element, "ID"))
    return words.words if words is not None else ""


def _lot(element: Element) -> str | None:
    words = written(child(element, "TenderLot", "ID"))
    return words.words if words is not None else None


def _numbers(element: Element, name: str) -> list[str]:
    return [number for part in children(element, name) if (number := _number(part))]


def state_results(notice: Notice, paper: EformsNotice, results: Results) -> None:
    """State suppliers, amounts and dates of the results of a notice."""
    if results.section is None or notice.stage is Stage.CANCELLATION:
        return
    winners = results.winners()
    _note_lots_without_winner(notice, results)
    if winners:
        kind = AmountKind.CONTRACT if notice.stage is Stage.CONTRACT else AmountKind.AWARD
        total = child(results.section, "TotalAmount")
        amount(notice, kind, total, rule="notice_value", against=_against(notice, is_framework=False))
    for name in ("OverallMaximumFrameworkContractsAmount", "OverallApproximateFrameworkContractsAmount"):
        most = AmountKind.CEILING if "Maximum" in name else AmountKind.ESTIMATE
        amount(notice, most, child(results.section, name), rule="framework_value")
    for result in results.lots:
        values = child(result, "FrameworkAgreementValues")
        place = written(child(result, "TenderLot", "ID"))
        number = place.words if place is not None and len(paper.lots) > 1 else None
        amount(notice, AmountKind.CEILING, child(values, "MaximumValueAmount"), rule="framework_maximum", lot=number)
        again = child(values, "ReestimatedValueAmount")
        amount(notice, AmountKind.ESTIMATE, again, rule="framework_estimate", lot=number)
    frameworks = _framework_lots(paper)
    several = len(paper.lots) > 1
    winners_of = Counter(lot for _, lot in winners)
    for number, lot in winners:
        winner = Winner(
            tender=results.tenders[number],
            lot=lot if several else None,
            is_framework=lot in frameworks,
            is_one_of_several=several or winners_of[lot] > 1,
        )
        _state_winner(notice, paper, results, winner)
    if winners and not notice.has(StatementKind.SUPPLIER):
        notice.trouble("supplier-not-named", pointer=pointer_to(results.section))
    for contract in results.contracts_of(winners) if winners else ():
        _state_contract(notice, contract)


def _note_lots_without_winner(notice: Notice, results: Results) -> None:
    for result in results.lots:
        code = written(child(result, "TenderResultCode"))
        if code is not None and code.words == "clos-nw":
            notice.trouble("lot-not-awarded", pointer=pointer_to(result))


def _framework_lots(paper: EformsNotice) -> set[str]:
    """Return the lots that end in a framework agreement (BT-765)."""
    found: set[str] = set()
    for number, lot in paper.lots:
        for system in children(child(lot, "TenderingProcess"), "ContractingSystem"):
            code = child(system, "ContractingSystemTypeCode")
            words = written(code)
            if code is not None and words is not None and words.words.startswith("fa-"):
                found.add(number)
    return found


def _against(notice: Notice, *, is_framework: bool) -> tuple[str, ...]:
    intended = _INTENDED if notice.stage is Stage.SINGLE_SOURCE else ()
    return (*intended, *(_FRAMEWORK if is_framework else ()))


def _state_winner(notice: Notice, paper: EformsNotice, results: Results, winner: Winner) -> None:
    kind = AmountKind.CONTRACT if notice.stage is Stage.CONTRACT else AmountKind.AWARD
    value = child(winner.tender, "LegalMonetaryTotal", "PayableAmount")
    against = _against(notice, is_framework=winner.is_framework)
    amount(notice, kind, value, rule="tender_value", lot=winner.lot, against=against)
    reference = written(child(winner.tender, "TenderingParty", "ID"))
    party = results.parties.get(reference.words) if reference is not None else None
    if party is None:
        return
    tenderers = children(party, "Tenderer")
    name = written(child(party, "Name"))
    if len(tenderers) > 1 and name is not None and name.words != WITHHELD_TEXT:
        role = SupplierRole.INTENDED if notice.stage is Stage.SINGLE_SOURCE else SupplierRole.CONSORTIUM
        value_of_group = SupplierValue(name=name.line, role=role, lot=winner.lot)
        notice.state(StatementKind.SUPPLIER, value_of_group, [name], rule="tendering_party")
    for tenderer in tenderers:
        role = _role(notice, tenderer, winner, count=len(tenderers))
        _state_supplier(notice, paper, tenderer, role, winner.lot)
    for subcontractor in children(party, "SubContractor"):
        _state_supplier(notice, paper, subcontractor, SupplierRole.SUBCONTRACTOR, winner.lot)


def _role(notice: Notice, tenderer: Element, winner: Winner, *, count: int) -> SupplierRole:
    if notice.stage is Stage.SINGLE_SOURCE:
        return SupplierRole.INTENDED
    if count > 1:
        leads = written(child(tenderer, "GroupLeadIndicator"))
        return SupplierRole.LEAD if leads is not None and leads.words == "true" else SupplierRole.MEMBER
    if winner.is_framework:
        return SupplierRole.FRAMEWORK
    return SupplierRole.LOT_WINNER if winner.is_one_of_several else SupplierRole.SOLE


def _state_supplier(notice: Notice, paper: EformsNotice, place: Element, role: SupplierRole, lot: str | None) -> None:
    found = company(notice, paper, child(place, "ID"))
    if found is None:
        return
    value = SupplierValue(name=found.name.line, role=role, lot=lot, identifiers=found.identifiers)
    against = _INTENDED if role is SupplierRole.INTENDED else ()
    rule = "subcontractor" if role is SupplierRole.SUBCONTRACTOR else "tenderer"
    notice.state(StatementKind.SUPPLIER, value, [found.name, *found.numbers], rule=rule, against=against)


def _state_contract(notice: Notice, contract: Element) -> None:
    date(notice, DateKind.CONTRACT, child(contract, "IssueDate"), rule="contract_date")
    date(notice, DateKind.AWARD, child(contract, "AwardDate"), rule="award_date")
    number = written(child(contract, "ContractReference", "ID"))
    if number is not None and number.words != WITHHELD_TEXT and len(number.words) > 1:
        value = ProjectNumberValue(number=number.words, label="ContractReference")
        notice.state(StatementKind.PROJECT_NUMBER, value, [number], rule="contract_reference")
