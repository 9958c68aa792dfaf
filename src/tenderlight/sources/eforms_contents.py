"""Who buys, what, when and where, in an eForms notice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tenderlight.model.record import VOID_LOT
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import AmountKind, DateKind, Identifier, PartyValue, RegionValue, TextValue
from tenderlight.sources.countries import country_code
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.xml_text import attribute, child, children, descendants, local_name, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WITHHELD_TEXT = "unpublished"
_WITHHELD_NUMBER = "-1"
_WITHHELD_DATE = "1970-01-01"
"""What stands in a published notice for a value withheld from publication (BT-195)."""
_CENTRAL = ("The buyer is a central purchasing body that awards for others.",)
_WITHHELD_AMOUNTS = {
    "TotalAmount": "not-val",
    "PayableAmount": "win-ten-val",
    "OverallMaximumFrameworkContractsAmount": "not-max-val",
    "OverallApproximateFrameworkContractsAmount": "not-app-val",
    "MaximumValueAmount": "max-val",
    "ReestimatedValueAmount": "ree-val",
}
"""Elements of amounts, and the code of BT-195 that says they are withheld."""
_HEADINGS = {
    "Name": "title",
    "Description": "description",
    "Note": "additional information",
    "OptionsDescription": "options",
    "ProcessReason": "justification",
    "ChangeDescription": "change",
    "ReasonDescription": "reason",
    "TermDescription": "subcontracting",
    "Title": "contract",
}
_TEXT_PARENTS = frozenset(
    {
        "Change",
        "ChangeReason",
        "ContractExtension",
        "Period",
        "ProcessJustification",
        "ProcurementProject",
        "SettledContract",
        "SubcontractingTerm",
        "SubordinateAwardingCriterion",
        "TenderingProcess",
    }
)
"""Elements whose texts are about what is bought; conditions for bidders, appeals and contacts are left out."""


@dataclass(frozen=True, kw_only=True)
class EformsNotice:
    """The parts of a notice that everything else refers to."""

    root: Element
    extension: Element | None
    """Where results and organisations stand; None = there are neither."""
    language: str
    """ISO 639-3 as declared (BT-702); "" = not said."""

    @cached_property
    def companies(self) -> dict[str, Element]:
        """Organisations by their number in the notice (ORG-0001), and by that of their contact points (TPO-0001)."""
        found: dict[str, Element] = {}
        for organisation in children(child(self.extension, "Organizations"), "Organization"):
            company = child(organisation, "Company")
            if company is None:
                continue
            for place in [*children(organisation, "TouchPoint"), company]:
                number = written(child(place, "PartyIdentification", "ID"))
                if number is not None:
                    found[number.words] = company
        return found

    @cached_property
    def lots(self) -> list[tuple[str, Element]]:
        """Lots (and parts, and groups of lots) with their numbers."""
        found = []
        for lot in children(self.root, "ProcurementProjectLot"):
            number = written(child(lot, "ID"))
            found.append((number.words if number is not None else "", lot))
        return found

    def in_its_language(self, elements: list[Element]) -> Written | None:
        """Return the text in the notice's language, else the first there is."""
        places = [(element.get("languageID"), written(element)) for element in elements]
        texts = [place for language, place in places if place is not None and language == self.language]
        texts += [place for _, place in places if place is not None]
        return next((text for text in texts if text.words != WITHHELD_TEXT), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An organisation as the notice gives it."""

    name: Written
    identifiers: tuple[Identifier, ...]
    numbers: tuple[Written, ...]
    """Where the identifiers stand."""
    element: Element


def company(notice: Notice, paper: EformsNotice, number: Element | None) -> Company | None:
    """Return the organisation with the number that stands in an element, or None if there is none."""
    words = written(number)
    element = paper.companies.get(words.words) if words is not None else None
    if element is None:
        return None
    names = [name for part in children(element, "PartyName") for name in children(part, "Name")]
    name = paper.in_its_language(names)
    if name is None:
        notice.trouble("party-without-name", pointer=pointer_to(element))
        return None
    country = attribute_country(element)
    identifiers: list[Identifier] = []
    numbers: list[Written] = []
    person = written(child(element.getparent(), "NaturalPersonIndicator"))
    is_person = person is not None and person.words == "true"
    for entity in children(element, "PartyLegalEntity") if not is_person else ():
        identifier = written(child(entity, "CompanyID"))
        if identifier is not None and any(letter.isdigit() for letter in identifier.words):
            scheme = f"{country} CompanyID" if country else "CompanyID"
            identifiers.append(Identifier(scheme=scheme, number=identifier.words))
            numbers.append(identifier)
    return Company(name=name, identifiers=tuple(identifiers), numbers=tuple(numbers), element=element)


def attribute_country(element: Element) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of an organisation's country (BT-514), or None."""
    words = written(child(element, "PostalAddress", "Country", "IdentificationCode"))
    return country_code(words.words) if words is not None else None


def amount(
    notice: Notice,
    kind: AmountKind,
    element: Element | None,
    *,
    rule: str,
    lot: str | None = None,
    against: tuple[str, ...] = (),
) -> None:
    """State the amount in an element; one that is withheld is noted and not stated."""
    words = written(element)
    if element is None or words is None:
        return
    code = _WITHHELD_AMOUNTS.get(local_name(element), "")
    around = [ancestor for ancestor in element.iterancestors() if local_name(ancestor) in ("LotTender", "NoticeResult")]
    privacy = [field for ancestor in around[:1] for field in children(ancestor, "FieldsPrivacy")]
    codes = {(field.findtext("{*}FieldIdentifierCode") or "").strip() for field in privacy}
    if words.words == _WITHHELD_NUMBER or code in codes:
        notice.trouble("value-withheld", pointer=words.pointer)
        return
    notice.amount(kind, words, attribute(element, "currencyID"), rule=rule, lot=lot, against=against)


def date(notice: Notice, kind: DateKind, element: Element | None, *, rule: str) -> None:
    """State the date in an element, unless it is withheld."""
    words = written(element)
    if words is not None and not words.words.startswith(_WITHHELD_DATE):
        notice.date(kind, words, rule=rule)


def state_contents(notice: Notice, paper: EformsNotice) -> None:
    """State buyers, agencies, region, title, estimates and dates, and keep the texts."""
    _state_buyers(notice, paper)
    project = child(paper.root, "ProcurementProject")
    title = paper.in_its_language(children(project, "Name"))
    if title is not None:
        notice.state(StatementKind.TITLE, TextValue(text=title.line), [title], rule="title")
    lots = [(number, lot) for number, lot in paper.lots if number]
    _state_estimate(notice, project, lot=None)
    for number, lot in lots:
        name = number if len(lots) > 1 else None
        _state_estimate(notice, child(lot, "ProcurementProject"), lot=name)
        most = child(lot, "TenderingProcess", "FrameworkAgreement", "EstimatedMaximumValueAmount")
        amount(notice, AmountKind.CEILING, most, rule="framework_maximum", lot=name)
        _state_dates(notice, lot, only=len(lots) == 1)
    _keep_texts(notice, paper)


def _state_buyers(notice: Notice, paper: EformsNotice) -> None:
    for party in children(paper.root, "ContractingParty"):
        buyer = company(notice, paper, child(party, "Party", "PartyIdentification", "ID"))
        if buyer is not None:
            organisation = buyer.element.getparent()
            central = written(child(organisation, "AwardingCPBIndicator"))
            against = _CENTRAL if central is not None and central.words == "true" else ()
            value = PartyValue(name=buyer.name.line, identifiers=buyer.identifiers)
            notice.state(StatementKind.BUYER, value, [buyer.name, *buyer.numbers], rule="buyer", against=against)
            _state_region(notice, buyer)
        for provider in children(child(party, "Party"), "ServiceProviderParty"):
            kind = written(child(provider, "ServiceTypeCode"))
            if kind is not None and kind.words == "serv-prov":
                _state_agency(notice, paper, child(provider, "Party", "PartyIdentification", "ID"))


def _state_agency(notice: Notice, paper: EformsNotice, number: Element | None) -> None:
    agency = company(notice, paper, number)
    if agency is not None:
        value = PartyValue(name=agency.name.line, identifiers=agency.identifiers)
        notice.state(StatementKind.AGENCY, value, [agency.name, *agency.numbers], rule="service_provider")


def _state_region(notice: Notice, buyer: Company) -> None:
    address = child(buyer.element, "PostalAddress")
    country = written(child(address, "Country", "IdentificationCode"))
    code = country_code(country.words) if country is not None else None
    region = written(child(address, "CountrySubentityCode"))
    town = written(child(address, "CityName"))
    if code or region or town:
        value = RegionValue(country=code, admin1=region.words if region else None, place=town.words if town else None)
        notice.state(StatementKind.REGION, value, [country if code else None, region, town], rule="buyer_address")


def _state_estimate(notice: Notice, project: Element | None, *, lot: str | None) -> None:
    total = child(project, "RequestedTenderTotal")
    estimate = child(total, "EstimatedOverallContractAmount")
    amount(notice, AmountKind.ESTIMATE, estimate, rule="estimated_value", lot=lot)
    for most in descendants(total, "FrameworkMaximumAmount") if total is not None else ():
        amount(notice, AmountKind.CEILING, most, rule="framework_maximum", lot=lot)


def _state_dates(notice: Notice, lot: Element, *, only: bool) -> None:
    process = child(lot, "TenderingProcess")
    for period in ("TenderSubmissionDeadlinePeriod", "ParticipationRequestReceptionPeriod"):
        date(notice, DateKind.DEADLINE, child(process, period, "EndDate"), rule="deadline")
    date(notice, DateKind.OPENING, child(process, "OpenTenderEvent", "OccurrenceDate"), rule="opening")
    if only:
        planned = child(lot, "ProcurementProject", "PlannedPeriod")
        date(notice, DateKind.START, child(planned, "StartDate"), rule="planned_period")
        date(notice, DateKind.END, child(planned, "EndDate"), rule="planned_period")


def _void_lots(paper: EformsNotice) -> set[str]:
    """Return the numbers of lots that ended without a winner (BT-142 `clos-nw`)."""
    found: set[str] = set()
    for element in paper.root.iter():
        if local_name(element) == "LotResult":
            code, lot = written(child(element, "TenderResultCode")), written(child(element, "TenderLot", "ID"))
            if code is not None and code.words == "clos-nw" and lot is not None:
                found.add(lot.words)
    return found


def _lot_heading(parent: Element, void: set[str]) -> str | None:
    """Return the heading of a text about a lot; None if it is about the whole procedure."""
    for ancestor in parent.iterancestors():
        if local_name(ancestor) == "ProcurementProjectLot":
            number = written(child(ancestor, "ID"))
            return VOID_LOT if number is not None and number.words in void else "lot"
    return None


def _keep_texts(notice: Notice, paper: EformsNotice) -> None:
    void = _void_lots(paper)
    for element in paper.root.iter():
        heading = _HEADINGS.get(local_name(element))
        parent = element.getparent()
        if heading is None or parent is None or local_name(parent) not in _TEXT_PARENTS:
            continue
        lot_heading = _lot_heading(parent, void)
        if local_name(parent) == "SubordinateAwardingCriterion" and lot_heading != VOID_LOT:
            heading = "award criterion"
        elif lot_heading is not None:
            heading = lot_heading
        words = written(element)
        if words is not None and words.words != WITHHELD_TEXT:
            notice.text(words, heading=heading)
