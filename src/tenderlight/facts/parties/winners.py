"""Those who won, and the part of each: sole, lead, member, lot winner, in a framework, or the name of a group."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tenderlight.facts import remarks
from tenderlight.facts.names.in_values import FoundName
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.values import SupplierRole

_CONSORTIUM_NAME = re.compile(
    r"uni[oó]n temporal|cons[oó]rcio|ute |consortium|joint venture|groupement|консорциум|.*联合体$|"
    r"arge |bietergemeinschaft|arbeitsgemeinschaft|raggruppamento|rti |konsorcjum|консорціум|"
    r".*\s(?:joint venture|jv|consortium)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Winner:
    """One who won, as one place of the document names him."""

    entry: Entry
    name: FoundName
    role: SupplierRole | None
    """None = follows from how many winners there are."""
    lot: str | None
    alone: bool
    """The only name in its field."""
    replaces: str | None = None
    """The name a correction takes back."""
    place: Piece | None = None
    """Where that name stands."""


def as_party(winner: Winner) -> Winner:
    """Return a member of a framework ("Members: A; B") as one who won by himself."""
    is_listed = winner.role is SupplierRole.MEMBER and winner.entry.meaning is Meaning.MEMBER
    return replace(winner, role=None) if is_listed else winner


def with_lead(winners: list[Winner]) -> list[Winner]:
    """Give the lead to the one winner of no part beside members of a joint bid, where nobody else has it."""
    roles = {one.role for one in winners}
    others = {bare(one.name.name) for one in winners if one.role is None}
    if SupplierRole.MEMBER not in roles or SupplierRole.LEAD in roles or len(others) != 1:
        return winners
    is_group = any(one.role is None and _CONSORTIUM_NAME.match(one.name.piece.flat) for one in winners)
    if any(one.lot is not None for one in winners) or is_group:
        return winners
    return [replace(one, role=one.role or SupplierRole.LEAD) for one in winners]


def bare(name: str) -> str:
    """Return a name as it is compared: capitals, blanks and the full stop behind a legal form make no other company."""
    return "".join(name.casefold().split()).rstrip(".")


def settle(
    same: list[Winner], *, several: bool, framework: bool, by_lot: bool, has_lead: bool
) -> tuple[SupplierRole, tuple[str, ...]]:
    """Return the role of one supplier, and what speaks against it."""
    against = tuple(remarks.replaces(one.replaces) for one in same if one.replaces)
    roles = [one.role for one in same if one.role is not None]
    told = SupplierRole.LEAD if SupplierRole.LEAD in roles else next(iter(roles), None)
    is_group = any(_CONSORTIUM_NAME.match(one.name.piece.flat) for one in same)
    if told is not None:
        return SupplierRole.CONSORTIUM if is_group and told is SupplierRole.MEMBER else told, against
    if is_group:
        return SupplierRole.CONSORTIUM, against
    joined = any(not one.alone for one in same)
    if joined and framework:
        return SupplierRole.FRAMEWORK, against
    if joined:
        marked = has_lead or any(one.name.in_consortium for one in same)
        return SupplierRole.MEMBER, against if marked else (*against, remarks.JOINED)
    if framework and (by_lot or not any(one.lot for one in same)):
        return SupplierRole.FRAMEWORK, against
    if any(one.lot for one in same):
        return SupplierRole.LOT_WINNER, against
    if several:
        return SupplierRole.LOT_WINNER, (*against, remarks.NO_LOTS)
    return SupplierRole.SOLE, against
