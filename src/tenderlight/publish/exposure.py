"""Every contract that names a maker's goods: what is named, as what, how many, and what does not prove a sale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from tenderlight.components.catalogue import catalogue
from tenderlight.components.configured import total
from tenderlight.components.naming import grade_of, plain_naming
from tenderlight.languages.normalise import fold_text
from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import (
    CHOSEN_FROM,
    CapabilityValue,
    ComponentValue,
    LineItemValue,
    Naming,
    PartialDate,
    PartyValue,
    RegionValue,
    SupplierValue,
    TextValue,
)
from tenderlight.screening.of_case import contract_days, split_brands

NO_SALE = (
    "That a product is named does not say that its maker sold it: goods pass through resellers and second-hand trade.",
    "A company of the maker's group, or one with a like name, is not the maker.",
)
"""What no row of an exposure proves."""
NOT_CHOSEN = "Nothing here says that the product was chosen."
NOT_CAME = "That it was delivered is said only in a record of acceptance."
RESOLD = "The supplier named is {supplier}: from whom it has the goods is not said here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A capability that the contract speaks of."""

    capability: str
    polarity: str
    stage: str
    is_on_page: bool
    """Whether it stands on the same page of the same document (in structured sources: in the same document)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureRow:
    """One place where a contract names a maker's goods."""

    maker: str
    """Code of the maker, or the name printed, folded, where the catalogue does not know it."""
    claim: Claim
    value: ComponentValue
    contract: str
    title: str
    buyers: tuple[str, ...]
    suppliers: tuple[str, ...]
    days: tuple[PartialDate, ...]
    day_is: str
    places: tuple[str, ...]
    beside: tuple[Beside, ...]
    unit_price: Decimal | None = None
    line_total: Decimal | None = None
    currency: str | None = None

    @property
    def year(self) -> int | None:
        """The year of the contract; None if no day is printed, or documents differ in it."""
        years = {day.year for day in self.days}
        return years.pop() if len(years) == 1 else None

    @property
    def naming(self) -> Naming:
        """As what it is named."""
        return self.value.naming or Naming.NAMED

    @property
    def quantity(self) -> Decimal | None:
        """How many in all; None if it is not printed."""
        return total(self.value)

    @property
    def steps(self) -> str:
        """How the quantity comes about, with its figures; empty if it is not known."""
        each, units = self.value.quantity_per_unit, self.value.units
        if self.quantity is None:
            return f"{each:f} in each; of how many units is not printed" if each is not None else ""
        if each is None or units is None:
            return f"{self.quantity:f} printed in the line"
        return f"{each:f} in each × {units:f} × {self.value.part_of} = {self.quantity:f}"

    @property
    def does_not_prove(self) -> tuple[str, ...]:
        """What speaks against it or is not said, a sentence each."""
        said = [NOT_CHOSEN] if self.naming.rank < CHOSEN_FROM else []
        said += [NOT_CAME] if CHOSEN_FROM <= self.naming.rank < Naming.ACCEPTED.rank else []
        said += [RESOLD.format(supplier=one) for one in self.suppliers if not _is_of(one, self.maker)]
        return tuple(dict.fromkeys((*said, *self.claim.against)))


def exposure_of(claims: Iterable[Claim]) -> dict[str, list[ExposureRow]]:
    """Return, for each maker that a case names, the rows of its exposure, by year, contract and strength.

    Args:
        claims: The claims of a case, those of a contract together, as `Case.claims` gives them.
    """
    found: dict[str, list[ExposureRow]] = {}
    for _, group in groupby(claims, key=lambda claim: claim.contract):
        for row in _of_contract(list(group)):
            found.setdefault(row.maker, []).append(row)
    for rows in found.values():
        rows.sort(key=_order)
    return found


def key_of(maker: str) -> str:
    """Return the key of `exposure_of` for a maker as somebody writes it: its code, or its name folded."""
    known = catalogue().maker_called(maker)
    return known.code if known is not None else _folded(maker)


def name_of(key: str) -> str:
    """Return what a maker is called."""
    maker = catalogue().makers.get(key)
    return maker.name if maker is not None else key


def _order(row: ExposureRow) -> tuple[int, str, int, str, int]:
    quote = row.claim.quotes[0]
    return row.year or 9999, row.contract, -row.naming.rank, quote.path, quote.start


def _of_contract(claims: Sequence[Claim]) -> list[ExposureRow]:
    days, day_is = contract_days(claims)
    titles = [claim.value.text for claim in claims if isinstance(claim.value, TextValue)]
    capabilities = [claim for claim in claims if isinstance(claim.value, CapabilityValue)]
    items = [claim for claim in claims if claim.kind is StatementKind.LINE_ITEM]
    blank = ExposureRow(
        maker="",
        claim=claims[0],
        value=ComponentValue(name=""),
        contract=claims[0].contract,
        title=titles[0] if titles else f"Contract {claims[0].contract[:8]}",
        buyers=_names(claims, StatementKind.BUYER),
        suppliers=_names(claims, StatementKind.SUPPLIER),
        days=days,
        day_is=day_is,
        places=_places(claims),
        beside=(),
    )
    rows = []
    for claim, value, maker in _named(claims):
        item = _item_of(claim, items) if value.part_of is None else None
        price = item.value if item is not None and isinstance(item.value, LineItemValue) else None
        rows.append(
            replace(
                blank,
                maker=maker,
                claim=claim,
                value=value,
                beside=_beside(claim, capabilities),
                unit_price=price.unit_price if price is not None else None,
                line_total=price.total if price is not None else None,
                currency=price.currency if price is not None else None,
            )
        )
    return rows


def _named(claims: Iterable[Claim]) -> list[tuple[Claim, ComponentValue, str]]:
    """Return the claims that name goods, with whose they are: of the catalogue, else by the name printed."""
    found = []
    for claim in claims:
        value = claim.value
        if isinstance(value, ComponentValue):
            names = [value.made_by] if value.made_by is not None else _unknown(value.maker)
            found += [(claim, value, name) for name in names]
        elif isinstance(value, LineItemValue):
            made = _as_component(claim, value)
            names = list(dict.fromkeys(_unknown(value.brand) + _unknown(value.maker)))
            found += [(claim, made, name) for name in names]
    return found


def _unknown(printed: str | None) -> list[str]:
    """Return the names printed that the catalogue does not know, folded; it has claims of its own for the others."""
    names = split_brands(printed or "")
    return [_folded(name) for name in names if catalogue().maker_called(name) is None]


def _as_component(claim: Claim, item: LineItemValue) -> ComponentValue:
    grade = grade_of(claim.stage, is_bid=False)
    is_one = len(split_brands(item.brand or item.maker or "")) == 1
    plain = plain_naming(grade, is_part=True, is_whole_item=item.model is not None)
    return ComponentValue(
        name=item.name,
        maker=item.brand or item.maker,
        model=item.model,
        units=item.quantity,
        lot=item.lot,
        naming=plain if is_one else Naming.REFERENCE,
        grade=grade,
    )


def _item_of(claim: Claim, items: Iterable[Claim]) -> Claim | None:
    """Return the line item in whose words a product is named."""
    return next((item for item in items if any(_meet(a, b) for a in claim.quotes for b in item.quotes)), None)


def _meet(one: Quote, other: Quote) -> bool:
    is_same = (one.document, one.page_number, one.pointer) == (other.document, other.page_number, other.pointer)
    return is_same and one.start < other.end and other.start < one.end


def _beside(claim: Claim, capabilities: Iterable[Claim]) -> tuple[Beside, ...]:
    pages = {(quote.document, quote.page_number) for quote in claim.quotes}
    found = [
        Beside(
            capability=one.value.capability,
            polarity="" if one.polarity is None else one.polarity.value,
            stage="" if one.stage is None else one.stage.value,
            is_on_page=any((quote.document, quote.page_number) in pages for quote in one.quotes),
        )
        for one in capabilities
        if isinstance(one.value, CapabilityValue)
    ]
    ordered = sorted(set(found), key=lambda one: (not one.is_on_page, one.capability, one.polarity, one.stage))
    return tuple(ordered)


def _names(claims: Iterable[Claim], kind: StatementKind) -> tuple[str, ...]:
    values = [claim.value for claim in claims if claim.kind is kind]
    return tuple(dict.fromkeys(one.name for one in values if isinstance(one, PartyValue | SupplierValue)))


def _places(claims: Iterable[Claim]) -> tuple[str, ...]:
    values = [claim.value for claim in claims if isinstance(claim.value, RegionValue)]
    told = (", ".join(part for part in (one.place, one.admin1, one.country) if part) for one in values)
    return tuple(dict.fromkeys(filter(None, told)))


def _is_of(supplier: str, maker: str) -> bool:
    """Say whether a supplier is the maker itself, by its registered name."""
    known = catalogue().makers.get(maker)
    return known is not None and _folded(supplier) in map(_folded, known.names)


def _folded(name: str) -> str:
    return " ".join(fold_text(name).split())
