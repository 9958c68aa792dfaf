"""Customers, authorised bodies and suppliers as papers of zakupki.gov.ru name them.

A natural person may be a supplier: the name is public, the tax number (12 digits) is not kept. Contact persons stand in
elements of their own and are never read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlight.model.statement import StatementKind
from tenderlight.model.values import Identifier, PartyValue, RegionValue, SupplierRole, SupplierValue
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.personal_numbers import is_personal
from tenderlight.sources.xml_text import at, first_at, pointer_to, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMES = ("fullName", "organizationName", "name", "shortName", "fullNameLat", "firmName", "legalFormFullName")
_INNER = (
    "legalEntityRF",
    "legalEntityRFInfo/EGRULInfo",
    "legalEntityRFInfo",
    "legalEntityForeignState",
    "legalEntityForeignStateInfo",
    "legalEntityRFInfo/otherInfo",
    "individualPersonRF",
    "individualPersonRFInfo/EGRIPInfo",
    "individualPersonRFInfo",
    "individualPersonForeignState",
    "individualPersonForeignStateInfo",
    "individualPersonRFisCulture",
    "EGRULInfo",
    "mainInfo",
)
"""Where the name of a supplier may stand, below the element that stands for it."""
_PERSON_NAMES = ("lastName", "firstName", "middleName")
_NUMBERS = (("inn", "RU-INN"), ("INN", "RU-INN"), ("taxPayerCode", "taxPayerCode"), ("regNum", "RU-SPZ"))
_CUSTOMER_ROLES = frozenset({"CU", "CUSTOMER", "OCU", "CN", "OCN"})
_NOTHING = frozenset({"-", "—", "нет", "отсутствует"})
_ADDRESSES = ("factAddress", "factualAddress", "postAddress", "postalAddress", "legalAddress", "address")
_COUNTRY = re.compile(r"^\s*(?:Страна:\s*)?Росси(?:йская\s+Федерация|я)")
_SUBJECT = re.compile(
    r"(?<![\w-])(?:[А-ЯЁ][\w-]+(?:\s+[А-ЯЁ][\w-]+)?\s+(?:Респ|РЕСПУБЛИКА|Республика|обл|ОБЛ|ОБЛАСТЬ|область|край|КРАЙ|АО|Аобл)"
    r"|(?:Респ|Республика|РЕСПУБЛИКА)\.?\s+[А-ЯЁ][\w-]+(?:\s\([\w-]+\))?)(?![\w-])"
)
_CITY = re.compile(
    r"(?<![\w-])(?:(?P<after>[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?)\s(?:г|Г|город|с|п|рп|пгт)"
    r"|(?:г|Г|город|гор)\.?\s+(?P<before>[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?))(?=[\s,;.]|$)"
)
_FEDERAL_CITIES = ("Москва", "Санкт-Петербург", "Севастополь", "МОСКВА", "САНКТ-ПЕТЕРБУРГ", "СЕВАСТОПОЛЬ")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuParty:
    """An organisation or a trader as a paper names it."""

    name: str
    words: tuple[Written, ...]
    """Where the name stands; a person's in up to three places."""
    identifiers: tuple[Identifier, ...]
    numbers: tuple[Written, ...]
    element: Element


def party_in(element: Element | None) -> RuParty | None:
    """Return the party that an element stands for, or None if no name stands in it."""
    if element is None:
        return None
    for place in [*(inner for path in _INNER for inner in at(element, path)), element]:
        words = _name_in(place)
        if words:
            identifiers, numbers = _numbers_in(place)
            name = " ".join(part.line for part in words)
            return RuParty(name=name, words=words, identifiers=identifiers, numbers=numbers, element=element)
    return None


def _name_in(place: Element) -> tuple[Written, ...]:
    name = written(first_at(place, *_NAMES))
    if name is not None and name.words.casefold() not in _NOTHING:
        return (name,)
    holder = first_at(place, "nameRF", "fullNameRF", "fio") or place
    parts = (written(first_at(holder, part)) for part in _PERSON_NAMES)
    found = tuple(part for part in parts if part is not None and part.words.casefold() not in _NOTHING)
    return found if len(found) > 1 else ()


def _numbers_in(place: Element) -> tuple[tuple[Identifier, ...], tuple[Written, ...]]:
    identifiers: list[Identifier] = []
    numbers: list[Written] = []
    for name, scheme in _NUMBERS:
        number = written(first_at(place, name))
        if number is None or is_personal(scheme, number.words) or number.words in _NOTHING:
            continue
        identifier = Identifier(scheme=scheme, number=number.words)
        if identifier not in identifiers:
            identifiers.append(identifier)
            numbers.append(number)
    return tuple(identifiers), tuple(numbers)


def state_buyer(notice: Notice, element: Element | None, *, rule: str = "customer") -> None:
    """State a customer as buyer, with the region of its address."""
    party = party_in(element)
    if party is None:
        return
    value = PartyValue(name=party.name, identifiers=party.identifiers)
    notice.state(StatementKind.BUYER, value, [*party.words, *party.numbers], rule=rule)
    _state_region(notice, party)


def state_responsible(notice: Notice, element: Element | None, role: Written | None) -> None:
    """State who runs the procedure: the customer itself (role CU), or an authorised body, which is an agency."""
    if role is not None and role.words in _CUSTOMER_ROLES:
        state_buyer(notice, element, rule="responsible_customer")
        return
    party = party_in(element)
    if party is None:
        return
    value = PartyValue(name=party.name, identifiers=party.identifiers)
    notice.state(StatementKind.AGENCY, value, [*party.words, *party.numbers], rule="authorised_body")


def state_supplier(
    notice: Notice,
    element: Element | None,
    *,
    rule: str,
    role: SupplierRole = SupplierRole.SOLE,
    lot: str | None = None,
    against: tuple[str, ...] = (),
) -> bool:
    """State a supplier; return False if none is named."""
    party = party_in(element)
    if party is None:
        if element is not None:
            notice.trouble("party-without-name", pointer=pointer_to(element))
        return False
    value = SupplierValue(name=party.name, role=role, lot=lot, identifiers=party.identifiers)
    notice.state(StatementKind.SUPPLIER, value, [*party.words, *party.numbers], rule=rule, against=against)
    return True


def _state_region(notice: Notice, buyer: RuParty) -> None:
    address = written(first_at(buyer.element, *_ADDRESSES))
    if address is None:
        return
    country = "RU" if _COUNTRY.search(address.text) else None
    subject, city = _SUBJECT.search(address.text), _CITY.search(address.text)
    place = (city["after"] or city["before"]) if city is not None else None
    admin1 = subject[0] if subject is not None else None
    if admin1 is None and place in _FEDERAL_CITIES:
        admin1 = place
    if country or admin1 or place:
        value = RegionValue(country=country, admin1=admin1, place=place)
        notice.state(StatementKind.REGION, value, [address], rule="customer_address")
