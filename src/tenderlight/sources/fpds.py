"""Contract actions of the United States government: the Atom feed of FPDS, and its entries alone.

Each entry is one action on one contract: its award, or a modification of it. All actions on one contract are read under
one key. https://www.fpds.gov/wiki/index.php/Atom_Feed_Specifications_V_1.5.3

Of the money of an action, the value of the base and the options exercised so far is the price. With all options it is a
ceiling, and what is obligated is set aside, not spent. Of an indefinite-delivery contract every value is a ceiling.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    DateKind,
    Identifier,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    StageValue,
    SupplierRole,
    SupplierValue,
    TextValue,
)
from tenderlight.sources.countries import country_code
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.xml_text import (
    attribute,
    first_at,
    local_name,
    name_of,
    open_xml,
    pointer_to,
    root_name,
    written,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STEP = "read:fpds/1"
_ACTIONS = frozenset({"award", "IDV", "OtherTransactionAward", "OtherTransactionIDV"})
_FRAMEWORKS = frozenset({"IDV", "OtherTransactionIDV"})
_IDS = ("awardID/awardContractID", "contractID/IDVID", "contractID", "awardID", "OtherTransactionAwardID")
_REFERENCED = ("awardID/referencedIDVID", "contractID/referencedIDVID", "referencedIDVID")
_ORDERS = frozenset({"DELIVERY ORDER", "TASK ORDER", "BPA CALL", "DELIVERY/TASK ORDER"})
_NAMES = ("vendor/vendorHeader/vendorName", "vendor/contractorName", "vendor/vendorHeader/vendorLegalOrganizationName")
_UEI = "vendor/vendorSiteDetails/entityIdentifiers/vendorUEIInformation"
_NUMBERS = (
    (f"{_UEI}/UEI", "US-UEI"),
    ("vendor/vendorSiteDetails/entityIdentifiers/vendorDUNSInformation/DUNSNumber", "US-DUNS"),
    ("vendor/vendorSiteDetails/vendorAlternateSiteDetails/cageCode", "US-CAGE"),
    ("vendor/vendorSiteDetails/entityIdentifiers/cageCode", "US-CAGE"),
)
_MODIFIED = "The action is modification {number} of the contract: its date is that of the modification."
_AFTER = "It is the value after modification {number}."
_FUNDED = "Another agency asked for it and pays: {name}."
_OFFICE = "The source names it as contracting office; it names no agency."


class FpdsReader:
    """Reads FPDS. Pointers are XPath with the prefixes `atom:` and `fpds:` where the file uses those namespaces."""

    name = "fpds"
    version = 1
    media_types = frozenset({"application/xml", "text/xml", "application/atom+xml"})

    def recognises(self, content: bytes) -> bool:
        """Say whether it is an Atom feed of FPDS or one of its entries."""
        namespace, name = root_name(content)
        if name in ("feed", "entry"):
            return b"www.fpds.gov/FPDS" in content[:65536] or b"www.fpdsng.com/FPDS" in content[:65536]
        return name in _ACTIONS and namespace.endswith("/FPDS")

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield each action as a notice, and what could not be read.

        Problems: xml-cut-short, xml-damaged, xml-dtd, xml-entity, xml-too-deep, no-record-read, record-limit,
        record-without-id, amount-unreadable, date-unreadable, supplier-not-named.
        """
        file = open_xml(original.content, limits)
        if isinstance(file, str):
            yield problem(file, step=STEP)
            return
        yield from file.problems(STEP)
        root = file.root
        actions = [root] if local_name(root) in _ACTIONS else [part for part in root.iter() if _is_action(part)]
        actions = [action for action in actions if not file.is_unfinished(action)]
        if not actions:
            yield problem("no-record-read", step=STEP)
            return
        yield PageCount(count=min(len(actions), limits.records))
        for action in actions[: limits.records]:
            yield from _read_action(action)
        if len(actions) > limits.records:
            yield problem("record-limit", step=STEP)


def _is_action(element: Element) -> bool:
    parent = element.getparent()
    return local_name(element) in _ACTIONS and parent is not None and local_name(parent) == "content"


def _read_action(action: Element) -> Iterator[Item]:
    notice = Notice(source="fpds", step=STEP, stage=Stage.CONTRACT)
    kind = attribute(first_at(action, "contractData/contractActionType"), "description")
    words = kind or name_of(action)
    notice.state(StatementKind.STAGE, StageValue(stage=Stage.CONTRACT.value), [words], rule="stage")
    key = _state_numbers(notice, action)
    modification = written(first_at(action, *(f"{path}/modNumber" for path in _IDS)))
    changed = modification.words if modification is not None and modification.words.strip("0") else None
    _state_buyer(notice, action)
    is_framework = local_name(action) in _FRAMEWORKS
    _state_supplier(notice, action, is_framework=is_framework)
    _state_amounts(notice, action, kind, changed)
    _state_dates(notice, action, changed)
    _state_region(notice, action)
    description = written(first_at(action, "contractData/descriptionOfContractRequirement"))
    if description is not None:
        notice.state(StatementKind.TITLE, TextValue(text=description.line), [description], rule="requirement")
        notice.text(description, heading="title")
    yield notice.record(key=key, pointer=pointer_to(action), language="en")
    yield from notice.problems()


def _state_numbers(notice: Notice, action: Element) -> str:
    """State the numbers of the contract; return the key: agency, number of the framework if any, own number."""
    own = written(first_at(action, *(f"{path}/PIID" for path in _IDS)))
    framework = written(first_at(action, *(f"{path}/PIID" for path in _REFERENCED)))
    agency = written(first_at(action, *(f"{path}/agencyID" for path in _IDS)))
    solicitation = written(first_at(action, "contractData/solicitationID"))
    for number, label in ((own, "PIID"), (framework, "referencedIDVID"), (solicitation, "solicitationID")):
        if number is not None:
            value = ProjectNumberValue(number=number.words, label=label)
            notice.state(StatementKind.PROJECT_NUMBER, value, [number], rule="contract_number")
    if own is None:
        notice.trouble("record-without-id", pointer=pointer_to(action))
        return f"fpds:{pointer_to(action)}"
    return "fpds:" + ":".join(part.words for part in (agency, framework, own) if part is not None)


def _state_buyer(notice: Notice, action: Element) -> None:
    information = first_at(action, "purchaserInformation")
    agency = attribute(first_at(information, "contractingOfficeAgencyID"), "name")
    office = attribute(first_at(information, "contractingOfficeID"), "name")
    against: tuple[str, ...] = () if agency is not None else (_OFFICE,)
    buyer = agency or office
    if buyer is None:
        return
    payer = attribute(first_at(information, "fundingRequestingAgencyID"), "name")
    if agency is not None and payer is not None and payer.line.casefold() != agency.line.casefold():
        against = (_FUNDED.format(name=payer.line),)
    notice.state(StatementKind.BUYER, PartyValue(name=buyer.line), [buyer], rule="contracting_agency", against=against)
    if payer is not None and payer.line.casefold() != buyer.line.casefold():
        notice.state(StatementKind.END_USER, PartyValue(name=payer.line), [payer], rule="funding_agency")


def _state_supplier(notice: Notice, action: Element, *, is_framework: bool) -> None:
    name = written(first_at(action, *_NAMES, f"{_UEI}/UEILegalBusinessName"))
    if name is None:
        notice.trouble("supplier-not-named", pointer=pointer_to(action))
        return
    found = [(written(first_at(action, path)), scheme) for path, scheme in _NUMBERS]
    numbers = [(number, scheme) for number, scheme in found if number is not None]
    value = SupplierValue(
        name=name.line,
        role=SupplierRole.FRAMEWORK if is_framework else SupplierRole.SOLE,
        identifiers=tuple(Identifier(scheme=scheme, number=number.words) for number, scheme in numbers),
    )
    notice.state(StatementKind.SUPPLIER, value, [name, *(number for number, _ in numbers)], rule="vendor")


def _state_amounts(notice: Notice, action: Element, kind: Written | None, changed: str | None) -> None:
    """State the price so far and the ceiling; a modification's own values are differences, and are left alone."""
    against = (_AFTER.format(number=changed),) if changed else ()
    price = first_at(action, "totalDollarValues/totalBaseAndExercisedOptionsValue")
    most = first_at(action, "totalDollarValues/totalBaseAndAllOptionsValue")
    if changed is None:
        price = price if price is not None else first_at(action, "dollarValues/baseAndExercisedOptionsValue")
        most = most if most is not None else first_at(action, "dollarValues/baseAndAllOptionsValue")
    is_order = kind is not None and kind.words.upper() in _ORDERS
    price_kind = AmountKind.CALL_OFF if is_order else AmountKind.CONTRACT
    if local_name(action) in _FRAMEWORKS:
        price_kind = AmountKind.CEILING
    _state_dollars(notice, price_kind, price, rule="base_and_exercised_options", against=against)
    _state_dollars(notice, AmountKind.CEILING, most, rule="base_and_all_options", against=against)


def _state_dollars(
    notice: Notice, kind: AmountKind, element: Element | None, *, rule: str, against: tuple[str, ...]
) -> None:
    """State an amount in dollars: the schema knows no other currency."""
    amount = written(element)
    number = notice.number(amount)
    if number is not None and number > 0:
        value = AmountValue(amount_kind=kind, amount=number, currency="USD")
        notice.state(StatementKind.AMOUNT, value, [amount], rule=rule, against=against)


def _state_dates(notice: Notice, action: Element, changed: str | None) -> None:
    dates = first_at(action, "relevantContractDates")
    against = (_MODIFIED.format(number=changed),) if changed else ()
    notice.date(DateKind.CONTRACT, written(first_at(dates, "signedDate")), rule="signed_date", against=against)
    notice.date(DateKind.START, written(first_at(dates, "effectiveDate")), rule="effective_date", against=against)
    last = first_at(dates, "currentCompletionDate", "lastDateToOrder")
    notice.date(DateKind.END, written(last), rule="completion_date")


def _state_region(notice: Notice, action: Element) -> None:
    place = first_at(action, "placeOfPerformance")
    holder = first_at(place, "principalPlaceOfPerformance")
    code = written(first_at(holder, "countryCode"))
    state = attribute(first_at(holder, "stateCode"), "name") or written(first_at(holder, "stateCode"))
    town = attribute(first_at(place, "placeOfPerformanceZIPCode"), "city") or written(first_at(holder, "locationCode"))
    town = town if town is None or not town.words.isdigit() else None
    country = country_code(code.words) if code is not None else None
    if country or state or town:
        value = RegionValue(country=country, admin1=state.words if state else None, place=town.words if town else None)
        notice.state(StatementKind.REGION, value, [code if country else None, state, town], rule="place_of_performance")
