"""Who buys, what, when and where, in a TED standard form (schema R2.0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    DateKind,
    Identifier,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    TextValue,
)
from tenderlight.sources.countries import country_code
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.xml_text import attribute, child, children, descendants, local_name, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CENTRAL_PURCHASING = ("A central purchasing body awards it, perhaps for others.",)
_BUYERS = ("ADDRESS_CONTRACTING_BODY", "ADDRESS_CONTRACTING_BODY_ADDITIONAL")
_HEADINGS = {
    "TITLE": "title",
    "SHORT_DESCR": "description",
    "INFO_ADD": "additional information",
    "OPTIONS_DESCR": "options",
    "MAIN_FEATURES_AWARD": "procedure",
    "D_JUSTIFICATION": "justification",
    "JUSTIFICATION": "justification",
    "AC_CRITERION": "award criterion",
    "CRITERIA_EVALUATION": "award criterion",
    "UNFORESEEN_CIRCUMSTANCE": "modification",
    "ADDITIONAL_NEED": "modification",
    "INFO_ADD_SUBCONTRACTING": "subcontracting",
    "OLD_VALUE": "before the correction",
    "NEW_VALUE": "after the correction",
}
"""Elements that hold free text about what is bought; appeals, conditions for bidders and contacts are left out."""
_TEXT_SECTIONS = ("OBJECT_CONTRACT", "PROCEDURE", "AWARD_CONTRACT", "MODIFICATIONS_CONTRACT", "CHANGES")


def state_contents(notice: Notice, form: Element) -> None:
    """State buyers, region, numbers, titles, estimates and dates, and keep the texts."""
    body = child(form, "CONTRACTING_BODY")
    against = CENTRAL_PURCHASING if child(body, "CENTRAL_PURCHASING") is not None else ()
    for address in [address for name in _BUYERS for address in children(body, name)]:
        state_buyer(notice, address, against=against)
    _state_numbers(notice, form)
    objects = children(form, "OBJECT_CONTRACT")
    for contract in objects:
        title = written(child(contract, "TITLE"))
        if title is not None:
            notice.state(StatementKind.TITLE, TextValue(text=title.line), [title], rule="title")
        _state_estimates(notice, contract)
    _state_dates(notice, form)
    _keep_texts(notice, form)


def state_buyer(notice: Notice, address: Element, *, against: tuple[str, ...] = ()) -> None:
    """State the buyer at an address, and where it sits."""
    name = written(child(address, "OFFICIALNAME"))
    if name is None:
        notice.trouble("party-without-name", pointer=pointer_to(address))
        return
    identifiers, numbers = identifiers_of(address)
    value = PartyValue(name=name.line, identifiers=identifiers)
    notice.state(StatementKind.BUYER, value, [name, *numbers], rule="buyer", against=against)
    state_region(notice, address)


def identifiers_of(address: Element) -> tuple[tuple[Identifier, ...], list[Written]]:
    """Return the national number of a party, with its country in the scheme."""
    number = written(next(iter(descendants(address, "NATIONALID")), None))
    if number is None or not any(letter.isdigit() for letter in number.words):
        return (), []
    country = attribute(child(address, "COUNTRY"), "VALUE")
    scheme = f"{country.words} NATIONALID" if country is not None else "NATIONALID"
    return (Identifier(scheme=scheme, number=number.words),), [number]


def state_region(notice: Notice, address: Element) -> None:
    """State country, region code (NUTS) and town of an address."""
    country = attribute(child(address, "COUNTRY"), "VALUE")
    code = country_code(country.words) if country is not None else None
    region = attribute(child(address, "NUTS"), "CODE")
    town = written(child(address, "TOWN"))
    if code or region or town:
        value = RegionValue(country=code, admin1=region.words if region else None, place=town.words if town else None)
        notice.state(StatementKind.REGION, value, [country if code else None, region, town], rule="buyer_address")


def _state_numbers(notice: Notice, form: Element) -> None:
    places = [
        *[written(child(contract, "REFERENCE_NUMBER")) for contract in children(form, "OBJECT_CONTRACT")],
        *[written(child(procedure, "NOTICE_NUMBER_OJ")) for procedure in children(form, "PROCEDURE")],
        *[written(child(section, "NOTICE_NUMBER_OJ")) for section in children(form, "COMPLEMENTARY_INFO")],
    ]
    for place in places:
        if place is not None:
            label = "NOTICE_NUMBER_OJ" if "NOTICE_NUMBER_OJ" in place.pointer else "REFERENCE_NUMBER"
            value = ProjectNumberValue(number=place.words, label=label)
            notice.state(StatementKind.PROJECT_NUMBER, value, [place], rule=label.lower())


def _state_estimates(notice: Notice, contract: Element) -> None:
    """State estimated values: of the whole, and of each lot."""
    money(notice, AmountKind.ESTIMATE, child(contract, "VAL_ESTIMATED_TOTAL"), rule="estimated_total")
    for lot in children(contract, "OBJECT_DESCR"):
        number = written(child(lot, "LOT_NO"))
        value = child(lot, "VAL_OBJECT")
        money(notice, AmountKind.ESTIMATE, value, rule="estimated_lot", lot=number.words if number else None)


def money(
    notice: Notice,
    kind: AmountKind,
    element: Element | None,
    *,
    rule: str,
    lot: str | None = None,
    against: tuple[str, ...] = (),
) -> None:
    """State the amount in an element, with the currency in its attribute."""
    notice.amount(kind, written(element), attribute(element, "CURRENCY"), rule=rule, lot=lot, against=against)


def _state_dates(notice: Notice, form: Element) -> None:
    for procedure in children(form, "PROCEDURE"):
        notice.date(DateKind.DEADLINE, written(child(procedure, "DATE_RECEIPT_TENDERS")), rule="deadline")
        opening = child(procedure, "OPENING_CONDITION", "DATE_OPENING_TENDERS")
        notice.date(DateKind.OPENING, written(opening), rule="opening")
    if notice.stage is Stage.CANCELLATION:
        return
    lots = [lot for contract in children(form, "OBJECT_CONTRACT") for lot in children(contract, "OBJECT_DESCR")]
    if len(lots) == 1:
        notice.date(DateKind.START, written(child(lots[0], "DATE_START")), rule="period")
        notice.date(DateKind.END, written(child(lots[0], "DATE_END")), rule="period")


def _keep_texts(notice: Notice, form: Element) -> None:
    for section in form:
        if local_name(section) in _TEXT_SECTIONS:
            for element in section.iter():
                heading = _HEADINGS.get(local_name(element))
                if heading is not None:
                    notice.text(written(element), heading=heading)
    for section in children(form, "COMPLEMENTARY_INFO"):
        notice.text(written(child(section, "INFO_ADD")), heading="additional information")
