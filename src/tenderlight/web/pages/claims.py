"""Lists of claims, with counts by what they can be told apart by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus

from tenderlight.cases.listing import FACETS, NOT_SAID, Wanted
from tenderlight.publish.catalogue import knows
from tenderlight.web.asked import Asked
from tenderlight.web.lines import ClaimLine, claim_line
from tenderlight.web.saying import label_of
from tenderlight.web.showing import Shown

A_PAGE = 50
MOST_OPTIONS = 40
"""Values of a facet that can be chosen; the rest are rare."""
_CODE = re.compile(r"[a-z0-9_.-]{1,80}|-")
_ID = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value that a list can be narrowed to."""

    name: str
    label: str
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One thing that claims can be told apart by."""

    name: str
    label: str
    chosen: str
    chosen_label: str
    """What people read for it; empty = nothing is chosen."""
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsPage:
    """A part of a list of claims."""

    count: int
    first: int
    """Number of the first line, from 1; 0 = there is none."""
    last: int
    claims: tuple[ClaimLine, ...]
    facets: tuple[Facet, ...]
    chosen: dict[str, str]
    """What the list is narrowed to, as the address says."""
    contract: str | None
    """Title of the contract that the list is narrowed to."""
    previous: str | None
    following: str | None
    """Addresses of the parts before and behind."""


def wanted_of(asked: Asked) -> Wanted:
    """Return which claims an address asks for; what is not well formed is not asked for."""
    codes = {name: asked.word(name) for name in FACETS}
    found = {name: code for name, code in codes.items() if _CODE.fullmatch(code)}
    document, state = asked.word("document"), asked.word("waiting")
    return Wanted(
        **found,
        document=document if _ID.fullmatch(document) else None,
        is_waiting={"yes": True, "no": False}.get(state),
        contracts=_contracts(asked),
    )


def _contracts(asked: Asked) -> tuple[str, ...] | None:
    """Return the contracts that contract, place and year of an address leave; None = all."""
    contract, place, year = asked.word("contract"), asked.word("place"), asked.word("year")
    if not (contract or place or year):
        return None
    return tuple(
        head.contract
        for head in asked.desk.heads().values()
        if contract in {"", head.contract}
        and place in {"", head.country, head.province, head.place_code}
        and year in {"", str(head.year)}
    )


async def show_claims(asked: Asked) -> Shown:
    """Show a part of the claims that the address asks for."""
    wanted = wanted_of(asked)
    number = asked.number("page")
    first = (number - 1) * A_PAGE
    found = asked.desk.case.listed(wanted, first=first, most=A_PAGE)
    names = (*FACETS, "waiting", "contract", "place", "year", "document")
    head = asked.desk.head(asked.word("contract"))
    page = ClaimsPage(
        count=found.count,
        first=first + 1 if found.claims else 0,
        last=first + len(found.claims),
        claims=tuple(claim_line(asked, claim) for claim in found.claims),
        facets=facets_of(asked, wanted, tuple(name for name in FACETS if name != "rule" or asked.word("rule"))),
        chosen={name: asked.word(name) for name in names if asked.word(name)},
        contract=None if head is None else head.title or head.number or head.contract,
        previous=asked.here(page=number - 1) if number > 1 else None,
        following=asked.here(page=number + 1) if first + len(found.claims) < found.count else None,
    )
    return Shown(template="claims.html", values=page)


def facets_of(asked: Asked, wanted: Wanted, names: tuple[str, ...]) -> tuple[Facet, ...]:
    """Return what a list can be narrowed to by each of `names`, with counts."""
    counts = asked.desk.facets(wanted, names)
    return tuple(
        Facet(
            name=name,
            label=asked.say(f"facet.{name}"),
            chosen=asked.word(name),
            chosen_label=option_label(asked, name, asked.word(name)) if asked.word(name) else "",
            options=tuple(_options(asked, name, list(counts[name].items())[:MOST_OPTIONS])),
        )
        for name in names
    )


def _options(asked: Asked, facet: str, counts: Iterable[tuple[str, int]]) -> Iterator[Option]:
    chosen = asked.word(facet)
    others = asked.here(**{facet: None, "page": None})
    before = f"{others}{'&' if '?' in others else '?'}{facet}="
    for value, count in counts:
        yield Option(
            name=value,
            label=option_label(asked, facet, value),
            count=count,
            href=f"{before}{quote_plus(value)}",
            is_chosen=chosen == value,
        )


def option_label(asked: Asked, facet: str, value: str) -> str:
    """Return what people read for a value of a facet."""
    if facet == "capability" and value != NOT_SAID:
        return label_of(asked.language, value)
    key = f"{facet}.{'none' if value == NOT_SAID else value}"
    return asked.say(key) if knows(key) else asked.say("facet.none") if value == NOT_SAID else value
