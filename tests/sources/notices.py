"""What the tests of this room share: read bytes, and look at what was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from tenderlight.model.problem import Problem
from tenderlight.model.reader import OpenOriginal, PageCount, Reader, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import (
    AmountValue,
    DateValue,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    StageValue,
    SupplierValue,
)
from tenderlight.sources.ocds import OcdsReader


class Read(NamedTuple):
    """What came out of one file."""

    records: list[Record]
    problems: list[Problem]
    counts: list[int]

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]


def read(reader: Reader, content: bytes, limits: ReadingLimits | None = None) -> Read:
    items = list(reader.read(OpenOriginal(content=content), limits or ReadingLimits()))
    return Read(
        records=[item for item in items if isinstance(item, Record)],
        problems=[item for item in items if isinstance(item, Problem)],
        counts=[item.count for item in items if isinstance(item, PageCount)],
    )


def release(**members: object) -> Record:
    """Read one OCDS release made of these members."""
    whole: Mapping[str, object] = {"ocid": "ocds-test-1", "id": "1", "date": "2024-05-01T00:00:00Z", **members}
    found = read(OcdsReader(), json.dumps(whole).encode())
    assert len(found.records) == 1, found
    return found.records[0]


def said(record: Record, kind: StatementKind) -> list[Statement]:
    return [statement for statement in record.statements if statement.kind is kind]


def stage(record: Record) -> str | None:
    values = [said.value for said in record.statements if isinstance(said.value, StageValue)]
    assert len(values) <= 1
    return values[0].stage if values else None


def buyers(record: Record) -> list[str]:
    return [said.value.name for said in said(record, StatementKind.BUYER) if isinstance(said.value, PartyValue)]


def agencies(record: Record) -> list[str]:
    return [said.value.name for said in said(record, StatementKind.AGENCY) if isinstance(said.value, PartyValue)]


def suppliers(record: Record) -> list[tuple[str, str, str | None]]:
    """Return name, role and lot of each supplier."""
    values = [said.value for said in record.statements if isinstance(said.value, SupplierValue)]
    return [(value.name, value.role.value, value.lot) for value in values]


def amounts(record: Record) -> list[tuple[str, str, str | None, str | None]]:
    """Return kind, number, currency and lot of each amount."""
    values = [said.value for said in record.statements if isinstance(said.value, AmountValue)]
    return [(value.amount_kind.value, str(value.amount), value.currency, value.lot) for value in values]


def dates(record: Record) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value in [said.value for said in record.statements if isinstance(said.value, DateValue)]:
        found.setdefault(value.date_kind.value, []).append(value.date.iso())
    return found


def line_items(record: Record) -> list[LineItemValue]:
    return [said.value for said in record.statements if isinstance(said.value, LineItemValue)]


def texts(record: Record) -> list[str]:
    return [field.text for field in record.fields]


def days(record: Record) -> list[tuple[str, str]]:
    """Return kind and day of each date, in the order they were stated."""
    values = [said.value for said in record.statements if isinstance(said.value, DateValue)]
    return [(value.date_kind.value, value.date.iso()) for value in values]


def numbers(record: Record) -> list[str]:
    return [said.value.number for said in record.statements if isinstance(said.value, ProjectNumberValue)]


def regions(record: Record) -> list[tuple[str | None, str | None, str | None]]:
    values = [said.value for said in record.statements if isinstance(said.value, RegionValue)]
    return [(value.country, value.admin1, value.place) for value in values]


def items(record: Record) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    """Return name, quantity, price of one, total and currency of each line item."""
    return [
        (item.name, _plain(item.quantity), _plain(item.unit_price), _plain(item.total), item.currency)
        for item in line_items(record)
    ]


def _plain(number: object) -> str | None:
    return None if number is None else str(number)
