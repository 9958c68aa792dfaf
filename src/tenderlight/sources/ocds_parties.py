"""Who buys, who acts for the buyer, and who supplies, in an OCDS release.

Buyer: `buyer`, else the parties with that role, else the buyers of the contracts, else the procuring entity (Prozorro
and others write the customer there; it is said as a doubt). Agency: the procuring entity where there is a buyer too and
the two differ in name and number. Bidders (`tenderers`, `bids`) are never suppliers.
"""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.statement import StatementKind
from tenderlight.model.values import Identifier, PartyValue, RegionValue, SupplierRole, SupplierValue
from tenderlight.sources.countries import country_code, country_of_region
from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.ocds_deals import Deal
from tenderlight.sources.personal_numbers import is_personal

_BUYER_ROLES = frozenset({"buyer", "comprador"})
_AGENCY_ROLES = frozenset({"procuringentity", "entidad que realiza la contratación"})
_NO_NUMBERS = frozenset({"null", "none", "n/a", "n.a.", "-", "0"})
_NAMES = ("name", "legalName", "name_en", "name_es", "name_fr")
_PROCURING = ("The source names it as procuring entity, which manages the procedure and may belong to the buyer.",)
_TOGETHER = ("Several suppliers share one award; the file does not say whether they act together or each for itself.",)
_ONLY_PROCURING = ("The source names it as procuring entity and names no buyer.",)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Party:
    name: Written
    identifiers: tuple[Identifier, ...]
    numbers: tuple[Written, ...]
    """Where the identifiers stand."""
    place: JsonPlace
    full: JsonPlace
    """Its entry among the parties, or `place` if there is none."""

    def is_same(self, other: _Party) -> bool:
        """Say whether name, id or first identifier are the same; additional ones are often shared by mistake."""
        mine, theirs = self.place.get("id").words(), other.place.get("id").words()
        same_name = _folded(self.name.words) == _folded(other.name.words)
        return same_name or bool(mine and mine == theirs) or self.identifiers[:1] == other.identifiers[:1] != ()


def state_parties(notice: Notice, release: JsonPlace, done: list[Deal]) -> None:
    """State buyer, agency, region and suppliers of a release."""
    register = {party.get("id").words(): party for party in release.get("parties").objects() if party.get("id").words()}
    buyers = _buyers(notice, release, register)
    agencies = _with_role(notice, release, register, _AGENCY_ROLES, release.get("tender", "procuringEntity"))
    against: tuple[str, ...] = ()
    if not buyers:
        buyers, agencies, against = agencies, [], _ONLY_PROCURING
    for buyer in buyers:
        value = PartyValue(name=buyer.name.line, identifiers=buyer.identifiers)
        notice.state(StatementKind.BUYER, value, [buyer.name, *buyer.numbers], rule="buyer", against=against)
        _state_region(notice, buyer)
    for agency in agencies:
        if not any(agency.is_same(buyer) for buyer in buyers):
            value = PartyValue(name=agency.name.line, identifiers=agency.identifiers)
            words = [agency.name, *agency.numbers]
            notice.state(StatementKind.AGENCY, value, words, rule="procuring_entity", against=_PROCURING)
    _state_suppliers(notice, release, register, done)


def _buyers(notice: Notice, release: JsonPlace, register: dict[str, JsonPlace]) -> list[_Party]:
    found = _with_role(notice, release, register, _BUYER_ROLES, release.get("buyer"))
    if found:
        return found
    named = [buyer for contract in release.get("contracts").objects() for buyer in contract.get("buyers").objects()]
    return [party for party in (_party(notice, buyer, register) for buyer in named) if party is not None]


def _with_role(
    notice: Notice, release: JsonPlace, register: dict[str, JsonPlace], roles: frozenset[str], named: JsonPlace
) -> list[_Party]:
    """Return the party named in its own section; else those of the register that have the role."""
    if named:
        party = _party(notice, named, register)
        if party is not None:
            return [party]
    entries = [
        party
        for party in release.get("parties").objects()
        if any(role.words().casefold() in roles for role in party.get("roles").entries())
    ]
    return [party for party in (_party(notice, entry, register) for entry in entries) if party is not None]


def _party(notice: Notice, place: JsonPlace, register: dict[str, JsonPlace]) -> _Party | None:
    full = register.get(place.get("id").words(), place)
    name = _name(place) or _name(full)
    if name is None:
        notice.trouble("party-without-name", pointer=place.pointer)
        return None
    identifiers: list[Identifier] = []
    numbers: list[Written] = []
    others = full.get("additionalIdentifiers")
    entries = [full.get("identifier"), *(others.objects() if others.is_list else [])]
    if full.pointer != place.pointer:
        entries.append(place.get("identifier"))
    for entry in entries:
        number = entry.get("id").written()
        scheme = entry.get("scheme").words()
        if number is None or not scheme or number.words.casefold() in _NO_NUMBERS:
            continue
        if is_personal(scheme, number.words):
            continue
        identifier = Identifier(scheme=scheme, number=number.words)
        if identifier not in identifiers:
            identifiers.append(identifier)
            numbers.append(number)
    return _Party(name=name, identifiers=tuple(identifiers), numbers=tuple(numbers), place=place, full=full)


def _name(place: JsonPlace) -> Written | None:
    if place.written() is not None:  # a name where an object should stand
        return place.written()
    return place.first(*_NAMES).written() or place.get("identifier").first(*_NAMES[1:]).written()


def _state_region(notice: Notice, buyer: _Party) -> None:
    address = buyer.full.get("address") or buyer.place.get("address")
    country = address.first("countryName", "country", "countryCode").written()
    code = country_code(country.words) if country is not None else None
    region = address.get("region").written()
    if code is None and region is not None:
        country, code = region, country_of_region(region.words)
    place = address.get("locality").written()
    if code or region or place:
        value = RegionValue(country=code, admin1=region.words if region else None, place=place.words if place else None)
        notice.state(StatementKind.REGION, value, [country if code else None, region, place], rule="buyer_address")


def _state_suppliers(notice: Notice, release: JsonPlace, register: dict[str, JsonPlace], done: list[Deal]) -> None:
    is_framework = release.get("tender", "techniques", "hasFrameworkAgreement").value is True
    several = len({deal.lot for deal in done if not deal.is_void}) > 1
    told: set[tuple[str, str | None]] = set()
    for deal in done:
        if deal.is_void:
            continue
        places = _places(deal)
        parties = [party for party in (_party(notice, place, register) for place in places) if party is not None]
        if not places and not deal.is_contract:
            notice.trouble("supplier-not-named", pointer=deal.place.pointer)
        parties = list({party.name.words: party for party in parties}.values())
        role = _role(deal, count=len(parties), several=several, is_framework=is_framework)
        for party in parties:
            if (_folded(party.name.words), deal.lot) in told:
                continue
            told.add((_folded(party.name.words), deal.lot))
            value = SupplierValue(name=party.name.line, role=role, lot=deal.lot, identifiers=party.identifiers)
            rule = "contract_supplier" if deal.is_contract else "award_supplier"
            against = deal.against + (_TOGETHER if len(parties) > 1 else ())
            notice.state(StatementKind.SUPPLIER, value, [party.name, *party.numbers], rule=rule, against=against)
    if any(deal.counts and deal.is_contract for deal in done) and not notice.has(StatementKind.SUPPLIER):
        notice.trouble("supplier-not-named", pointer=release.get("contracts").pointer)


def _places(deal: Deal) -> list[JsonPlace]:
    """Return where the suppliers stand; drafts of 2014 wrote them in the items of the award."""
    places = [place for place in deal.place.get("suppliers").entries() if place]
    for item in deal.place.get("items").objects():
        places += item.get("suppliers").objects()
    return places or deal.place.get("supplier").objects()


def _role(deal: Deal, *, count: int, several: bool, is_framework: bool) -> SupplierRole:
    if deal.is_pending:
        return SupplierRole.CANDIDATE
    if is_framework:
        return SupplierRole.FRAMEWORK
    if count > 1:
        return SupplierRole.MEMBER
    return SupplierRole.LOT_WINNER if several else SupplierRole.SOLE


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
