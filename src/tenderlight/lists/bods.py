"""Statements of the Beneficial Ownership Data Standard (0.2, 0.3 and 0.4), as a JSON list or JSON lines.

Of a person the name alone is kept. Only interests that are shares count as stakes; other interests (votes, seats) say
nothing of a share. A range counts with its lower end.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from tenderlight.lists.entries import ReadList
from tenderlight.lists.files import ListRefused, decode_json, lines_of
from tenderlight.lists.stakes import UNNAMED, Stakes, dataset_code, holder_of, percent_of, said_of
from tenderlight.lists.words import date_of
from tenderlight.model.stake import Holder, Stake
from tenderlight.model.values import Identifier

READER = "bods-json/1"
MOST_STATEMENTS = 2_000_000
_SHARES = frozenset({"shareholding"})


class _Number(msgspec.Struct, rename="camel"):
    id: str | None = None
    scheme: str | None = None


class _Name(msgspec.Struct, rename="camel"):
    full_name: str | None = None


class _Share(msgspec.Struct, rename="camel"):
    exact: Decimal | None = None
    minimum: Decimal | None = None
    exclusive_minimum: Decimal | bool | None = None


class _Interest(msgspec.Struct, rename="camel"):
    type: str | None = None
    share: _Share | None = None
    start_date: str | None = None
    end_date: str | None = None


class _Described(msgspec.Struct, rename="camel"):
    described_by_entity_statement: str | None = None
    described_by_person_statement: str | None = None

    @property
    def said(self) -> str | None:
        return self.described_by_entity_statement or self.described_by_person_statement


class _Details(msgspec.Struct, rename="camel"):
    name: str | None = None
    names: list[_Name] = []
    identifiers: list[_Number] = []
    subject: str | dict[str, str] | None = None
    interested_party: str | dict[str, str] | None = None
    interests: list[_Interest] = []


class _Source(msgspec.Struct, rename="camel"):
    url: str | None = None
    description: str | None = None


class _Publisher(msgspec.Struct, rename="camel"):
    name: str | None = None


class _Publication(msgspec.Struct, rename="camel"):
    publisher: _Publisher | None = None


class _Statement(msgspec.Struct, rename="camel"):
    statement_id: str = msgspec.field(name="statementID", default="")
    statement_id_4: str = msgspec.field(name="statementId", default="")
    statement_type: str | None = None
    record_type: str | None = None
    record_id: str | None = None
    record_status: str | None = None
    record_details: _Details | None = None
    name: str | None = None
    names: list[_Name] = []
    identifiers: list[_Number] = []
    subject: _Described | None = None
    interested_party: _Described | None = None
    interests: list[_Interest] = []
    statement_date: str | None = None
    source: _Source | None = None
    publication_details: _Publication | None = None

    @property
    def known_as(self) -> str:
        return self.record_id or self.statement_id or self.statement_id_4


def read(content: bytes) -> ReadList:
    """Read statements of ownership.

    Raises:
        ListRefused: `list-cut-short`, `list-damaged`, `list-empty`, `list-too-large`.
    """
    found = list(_statements(content))
    holders: dict[str, Holder] = {}
    for _, each in found:
        holder = _holder(each)
        if holder is not None:
            holders[each.known_as] = holder
    stakes = Stakes(READER)
    for place, each in found:
        for owner, owned, interest in _interests(each):
            _add(stakes, each, (holders.get(owner or ""), holders.get(owned or "")), interest, place)
    return stakes.finish()


def _statements(content: bytes) -> Iterator[tuple[str, _Statement]]:
    if content.lstrip()[:1] == b"[":
        every = decode_json(content, list[_Statement])
        if len(every) > MOST_STATEMENTS:
            raise ListRefused("list-too-large", f"({len(every)} statements)")
        yield from ((f"/{index}", each) for index, each in enumerate(every))
        return
    for number, line in lines_of(content):
        if number > MOST_STATEMENTS:
            raise ListRefused("list-too-large", f"(more than {MOST_STATEMENTS} lines)")
        yield f"line {number}", decode_json(line, _Statement)


def _holder(each: _Statement) -> Holder | None:
    kind = each.record_type or each.statement_type or ""
    is_person = kind.startswith("person")
    if not is_person and not kind.startswith("entity"):
        return None
    details = each.record_details
    names = details.names if details is not None else each.names
    name = (details.name if details is not None else each.name) or next((one.full_name for one in names), None) or ""
    numbers = [] if is_person else details.identifiers if details is not None else each.identifiers
    return holder_of(
        name, tuple(Identifier(scheme=one.scheme or "not said", number=one.id) for one in numbers if one.id)
    )


def _interests(each: _Statement) -> Iterator[tuple[str | None, str | None, _Interest]]:
    """Yield the shares that a statement says: id of the owner, of the owned, the interest."""
    details = each.record_details
    if each.record_type == "relationship" and details is not None and each.record_status != "closed":
        owner = details.interested_party if isinstance(details.interested_party, str) else None
        owned = details.subject if isinstance(details.subject, str) else None
        yield from ((owner, owned, one) for one in details.interests if one.type in _SHARES)
    elif each.statement_type == "ownershipOrControlStatement":
        owner = each.interested_party.said if each.interested_party is not None else None
        owned = each.subject.said if each.subject is not None else None
        yield from ((owner, owned, one) for one in each.interests if one.type in _SHARES)


def _add(
    stakes: Stakes, each: _Statement, parties: tuple[Holder | None, Holder | None], interest: _Interest, place: str
) -> None:
    owner, owned = parties
    publisher = each.publication_details.publisher if each.publication_details is not None else None
    source = each.source
    said = [
        publisher.name if publisher is not None else None,
        source.url or source.description if source is not None else None,
        each.known_as and f"statement {each.known_as}",
    ]
    says = said_of("; ".join(part for part in said if part))
    if owner is None or owned is None or not says:
        stakes.add(None, place)
        return
    share = interest.share or _Share()
    low = share.minimum
    if low is None and not isinstance(share.exclusive_minimum, bool):
        low = share.exclusive_minimum
    amount = share.exact if share.exact is not None else low
    code = dataset_code(publisher.name) if publisher is not None and publisher.name else UNNAMED
    stakes.add(
        Stake(
            owner=owner,
            owned=owned,
            percent=percent_of(f"{amount:f}") if amount is not None and amount.is_finite() else None,
            since=date_of(interest.start_date or each.statement_date),
            until=date_of(interest.end_date),
            says=says,
            list_code=code,
            place=place,
            is_range=share.exact is None,
        ),
        place,
        written="" if amount is None else str(amount),
    )
