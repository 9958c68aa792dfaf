"""The parties of a case in its report: who stands in a contract, under which spellings, and in which others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tenderlight.linking.parties import Party
from tenderlight.publish.party_cells import numbers_said


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLink:
    """Another contract that names a party."""

    href: str
    """From the folder of the report."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party as a page shows it."""

    id: str
    name: str
    schema: str
    roles: str
    numbers: tuple[str, ...]
    others: tuple[str, ...]
    """Its other spellings, as written."""
    reasons: tuple[str, ...]
    perhaps: tuple[tuple[str, str, str], ...]
    """Id, name and reason of others that it resembles or is told apart from."""
    contracts: int
    links: tuple[PartyLink, ...] = ()
    """Contracts of the report that name it."""


def party_view(party: Party, names: Mapping[str, str], links: tuple[PartyLink, ...] = ()) -> PartyView:
    """Return a party for a page.

    Args:
        party: The party.
        names: The name of each party of the case, by id.
        links: Pages of contracts that name it.
    """
    others = [name for variant in party.variants for name in variant.written if name != party.name]
    reasons = [f"{reason.grade}: {reason.because} {reason.second}".strip() for reason in party.reasons]
    return PartyView(
        id=party.id,
        name=party.name,
        schema=party.schema,
        roles=", ".join(party.roles).replace("_", " "),
        numbers=tuple(numbers_said(party.numbers)),
        others=tuple(dict.fromkeys(others)),
        reasons=tuple(dict.fromkeys(reasons)),
        perhaps=tuple((each.party, names[each.party], each.reason.because) for each in party.perhaps),
        contracts=len(party.contracts),
        links=links,
    )
