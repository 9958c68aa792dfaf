"""Every party, brand and maker of a case as questions, at the day of its contract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from tenderlight.components.catalogue import catalogue
from tenderlight.matching import Query
from tenderlight.model.claim import Claim
from tenderlight.model.values import (
    BidderValue,
    ComponentValue,
    DateKind,
    DateValue,
    Identifier,
    LineItemValue,
    PartialDate,
    PartyValue,
    SupplierValue,
)
from tenderlight.screening.questions import Question

_DAYS = (
    (DateKind.CONTRACT, "of the contract"),
    (DateKind.AWARD, "of the award"),
    (DateKind.PUBLICATION, "of publication"),
)
"""The day of a contract: that of its signature, else of the award, else of the notice."""
_BETWEEN_BRANDS = re.compile(
    r"[/／、，;；|]|,(?!\s*(?i:ltd|inc|llc|co|limited|s\.?a|gmbh)\b)|\s或\s|\b(?i:or|или|або|oder|lub)\b"
    r"|(?<=\w) (?:o|u|ou) (?=\w)|(?<=[\u4e00-\u9fff])或(?=[\u4e00-\u9fff])"
)
_LAST_OF_A_LIST = re.compile(r"\s(?:and|y|e|et|und|и|та|i)\s|(?<=[\u4e00-\u9fff])[和及与](?=[\u4e00-\u9fff])")
"""What stands before the last brand of a list; two names that it joins may be one: Marks and Spencer."""
_NO_BRAND = re.compile(
    r"(?i)(?:等|及以上|同等|同档|档次|品牌|或?相当于|国产|定制|自定|无|/|-|—|n/?a"
    r"|or equivalent|equivalent|approved equal|equal|similar(?:es)?|otr[oa]s?|autres?|gleichwertig|równoważn\w"
    r"|или эквивалент|эквивалент|o equivalente|ou équivalent)*"
)


@dataclass(slots=True, kw_only=True)
class _Named:
    claims: list[str] = field(default_factory=list)
    identifiers: dict[Identifier, None] = field(default_factory=dict)


def questions_of_case(claims: Iterable[Claim]) -> Iterator[Question]:
    """Yield a question for each name in each role of each contract.

    Args:
        claims: The claims of a case, those of a contract together, as `Case.claims` gives them.
    """
    for contract, group in groupby(claims, key=lambda claim: claim.contract):
        found = list(group)
        days, day_is = contract_days(found)
        named: dict[tuple[str, str], _Named] = {}
        for claim in found:
            for role, name, identifiers in _names(claim):
                each = named.setdefault((role, name), _Named())
                each.claims.append(claim.claim)
                each.identifiers.update(dict.fromkeys(identifiers))
        for (role, name), each in named.items():
            yield Question(
                query=Query(name=name, identifiers=tuple(each.identifiers)),
                days=days,
                day_is=day_is,
                where=contract,
                role=role,
                claims=tuple(each.claims),
            )


def contract_days(claims: Iterable[Claim]) -> tuple[tuple[PartialDate, ...], str]:
    """Return the day of a contract and what it is; several where its documents differ, none where none is printed."""
    found: dict[DateKind, dict[PartialDate, None]] = {}
    for claim in claims:
        if isinstance(claim.value, DateValue):
            found.setdefault(claim.value.date_kind, {})[claim.value.date] = None
    for kind, words in _DAYS:
        if kind in found:
            return tuple(sorted(found[kind], key=PartialDate.iso)), words
    return (), "not known"


def _names(claim: Claim) -> Iterator[tuple[str, str, tuple[Identifier, ...]]]:
    """Yield the parties, brands and makers that a claim names: role, name, identifiers."""
    value = claim.value
    if isinstance(value, PartyValue | SupplierValue):
        yield claim.kind.value, value.name, value.identifiers
    elif isinstance(value, BidderValue):
        yield f"bidder ({value.outcome})", value.name, ()
    elif isinstance(value, LineItemValue | ComponentValue):
        brand = value.brand if isinstance(value, LineItemValue) else None
        for role, written in (("brand", brand), ("maker", value.maker)):
            for name in split_brands(written or ""):
                yield role, name, ()
        if isinstance(value, ComponentValue):
            for name in _made_by(value):
                yield f"maker, by the catalogue ({value.naming or 'named'})", name, ()


def _made_by(value: ComponentValue) -> tuple[str, ...]:
    """Return the legal person that is printed as maker, else the registered names of the maker that is known."""
    if value.company is not None:
        return (value.company,)
    maker = catalogue().makers.get(value.made_by or "")
    return () if maker is None else maker.names or (maker.name,)


def split_brands(written: str) -> list[str]:
    """Return the brands of a cell: "海康威视/大华或同等" names two. Words that name no brand are left out."""
    parts = _BETWEEN_BRANDS.split(written)
    if len(parts) > 1:
        parts = [each for part in parts for each in _LAST_OF_A_LIST.split(part)]
    brands = (" ".join(part.split()).strip("()（）:： ") for part in parts)
    named = (brand.removesuffix("等") for brand in brands if brand and not _NO_BRAND.fullmatch(brand))
    return list(dict.fromkeys(named))
