"""Sources that are flat: each entry, line or row is one notice, and a layout says what its columns are.

A layout is a declaration (`declared_layouts`); this module reads by it. Pointers are JSON Pointers; in a table the n-th
row under the head is "/n" (from 0), and "/n/column" is a cell of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from tenderlight.model.problem import Problem
from tenderlight.model.record import Record
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    DateKind,
    Identifier,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    StageValue,
    SupplierRole,
    SupplierValue,
    TextValue,
)
from tenderlight.sources.countries import country_code
from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.personal_numbers import is_personal
from tenderlight.sources.plain_values import read_currency

_SIGNS_OF_MONEY = re.compile(r"^(?:R\$|US\$|[$€£₽₴])\s*|\s*(?:[€£₽₴]|руб\.?|грн\.?)$")
_SEVERAL = ("The source names several suppliers in one place.",)


class Row(Protocol):
    """A notice of a flat source."""

    @property
    def pointer(self) -> str:
        """Where it stands."""

    def at(self, path: str) -> Written | None:
        """Return what stands in a column, or down a path of members; None = nothing."""

    def rows(self, path: str) -> list[Row]:
        """Return the objects of a list inside; a table has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemColumns:
    """Where the one line item of a row stands."""

    name: tuple[str, ...]
    quantity: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    unit_price: tuple[str, ...] = ()
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyColumns:
    """Where a party stands. The first column that is filled in counts."""

    name: tuple[str, ...]
    number: tuple[str, ...] = ()
    scheme: str = ""
    scheme_column: str = ""
    """Says what kind of number it is; a personal one is not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A list of what happened to a notice, and what its words mean for it."""

    path: str
    date: str
    event: str
    ends: re.Pattern[str]
    """Events by which nothing is bought."""
    changes: re.Pattern[str]
    """Events that change the notice: their dates are those of corrections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the columns or members of a flat source are."""

    name: str
    signs: tuple[str, ...]
    """Names by which it is recognised: all must be there."""
    holders: tuple[str, ...] = ()
    """Members of a JSON object under which the list of notices may stand."""
    key: tuple[str, ...]
    stage: Stage | None
    stage_column: str = ""
    stages: Mapping[str, Stage | None] = field(default_factory=dict)
    """Beginnings of words of that column, folded; None = nothing was settled: neither supplier nor price counts."""
    numbers: tuple[tuple[str, str], ...] = ()
    """Columns and labels."""
    numbers_within: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Columns that hold several numbers in words; the pattern's group `label` is what stands before `number`."""
    history: History | None = None
    buyer: PartyColumns | None = None
    agency: PartyColumns | None = None
    supplier: PartyColumns | None = None
    amounts: tuple[tuple[AmountKind, str], ...] = ()
    currency: str | None = None
    """ISO 4217, where the source knows one only."""
    currency_column: str = ""
    dates: tuple[tuple[DateKind, str], ...] = ()
    titles: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    item: ItemColumns | None = None
    country: str | None = None
    country_column: str = ""
    admin1: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    nothing: frozenset[str] = frozenset({"", "na", "n/a", "null", "none", "no definido", "no adjudicado", "-"})
    day_first: bool = False
    language: str = "en"
    encoding: str = "cp1252"
    """Of a table that is not in UTF-8."""


class JsonRow:
    """An object of a list."""

    def __init__(self, place: JsonPlace) -> None:
        self.place = place
        self.pointer = place.pointer

    def at(self, path: str) -> Written | None:
        """Return the text or number down a path ("award.awardee.name"), if it is one."""
        return self.place.get(*path.split(".")).written()

    def rows(self, path: str) -> list[Row]:
        """Return the objects of a list inside."""
        return [JsonRow(entry) for entry in self.place.get(*path.split(".")).objects()]


def read_row(layout: Layout, row: Row, *, step: str) -> Iterator[Record | Problem]:
    """Yield the notice that a row is, and what could not be read in it.

    Problems: record-without-id, amount-unreadable, date-unreadable, supplier-not-named.
    """
    reading = _Reading(layout, row, step)
    yield reading.record()
    yield from reading.notice.problems()


class _Reading:
    """One row being read."""

    def __init__(self, layout: Layout, row: Row, step: str) -> None:
        self._layout = layout
        self._row = row
        self.notice = Notice(source=layout.name, step=step, stage=None, day_first=layout.day_first)

    def record(self) -> Record:
        """Return the notice."""
        layout = self._layout
        self._stage()
        self._numbers()
        self._party(StatementKind.BUYER, layout.buyer)
        self._party(StatementKind.AGENCY, layout.agency)
        self._supplier()
        self._amounts()
        for kind, column in layout.dates:
            self.notice.date(kind, self._first((column,)), rule="date")
        self._texts()
        self._region()
        self._item()
        key = self._first(layout.key)
        if key is None:
            self.notice.trouble("record-without-id", pointer=self._row.pointer or "/")
        name = f"{layout.name}:{key.words if key is not None else self._row.pointer}"
        return self.notice.record(key=name, pointer=self._row.pointer, language=layout.language)

    @property
    def _is_settled(self) -> bool:
        return self.notice.stage in (Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE)

    def _first(self, columns: tuple[str, ...]) -> Written | None:
        for column in columns:
            found = self._row.at(column)
            if found is not None and found.words.casefold() not in self._layout.nothing:
                return found
        return None

    def _stage(self) -> None:
        layout = self._layout
        said = self._first((layout.stage_column,)) if layout.stage_column else None
        stage, words = layout.stage, said or self._first(layout.key)
        if said is not None:
            folded = " ".join(said.words.casefold().split())
            for word, meant in layout.stages.items():
                if folded.startswith(word):
                    stage = meant
                    break
        history = layout.history
        for entry in self._row.rows(history.path) if history is not None else ():
            event = entry.at(history.event) if history is not None else None
            if event is None or history is None:
                continue
            if history.ends.search(event.text):
                stage, words = Stage.CANCELLATION, event
            elif history.changes.search(event.text):
                self.notice.date(DateKind.CORRECTION, entry.at(history.date), rule="change_date")
        self.notice.stage = stage
        if stage is not None:
            self.notice.state(StatementKind.STAGE, StageValue(stage=stage.value), [words], rule="stage")

    def _numbers(self) -> None:
        for column, label in self._layout.numbers:
            self._number(self._first((column,)), label)
        for column, pattern in self._layout.numbers_within:
            whole = self._first((column,))
            for found in pattern.finditer(whole.text) if whole is not None else ():
                self._number(whole.part(*found.span("number")) if whole else None, " ".join(found["label"].split()))

    def _number(self, number: Written | None, label: str) -> None:
        if number is not None:
            value = ProjectNumberValue(number=number.words, label=label)
            self.notice.state(StatementKind.PROJECT_NUMBER, value, [number], rule="number")

    def _identifiers(self, columns: PartyColumns) -> tuple[tuple[Identifier, ...], list[Written]]:
        number = self._first(columns.number)
        said = self._row.at(columns.scheme_column) if columns.scheme_column else None
        if number is None or is_personal(said.words if said is not None else columns.scheme, number.words):
            return (), []
        if is_personal(columns.scheme, number.words):
            return (), []
        return (Identifier(scheme=columns.scheme, number=number.words),), [number]

    def _party(self, kind: StatementKind, columns: PartyColumns | None) -> None:
        name = self._first(columns.name) if columns is not None else None
        if columns is None or name is None:
            return
        identifiers, numbers = self._identifiers(columns)
        value = PartyValue(name=name.line, identifiers=identifiers)
        self.notice.state(kind, value, [name, *numbers], rule=kind.value)

    def _supplier(self) -> None:
        columns = self._layout.supplier
        if columns is None or not (self._is_settled or self.notice.stage is Stage.CANDIDATE):
            return
        name = self._first(columns.name)
        if name is None:
            self.notice.trouble("supplier-not-named", pointer=self._row.pointer or "/")
            return
        identifiers, numbers = self._identifiers(columns)
        role = SupplierRole.SOLE if self._is_settled else SupplierRole.CANDIDATE
        value = SupplierValue(name=name.line, role=role, identifiers=identifiers)
        against = _SEVERAL if ";" in name.words or "\n" in name.words else ()
        self.notice.state(StatementKind.SUPPLIER, value, [name, *numbers], rule="supplier", against=against)

    def _amounts(self) -> None:
        said = self._row.at(self._layout.currency_column) if self._layout.currency_column else None
        for kind, column in self._layout.amounts:
            if kind in (AmountKind.AWARD, AmountKind.CONTRACT) and not self._is_settled:
                continue
            amount = self._bare(self._first((column,)))
            number = self.notice.number(amount)
            if amount is None or number is None or number <= 0:
                continue
            code = read_currency(said.words) if said is not None else self._layout.currency
            value = AmountValue(amount_kind=kind, amount=number, currency=code)
            self.notice.state(StatementKind.AMOUNT, value, [amount, said if code else None], rule=kind.value)

    @staticmethod
    def _bare(amount: Written | None) -> Written | None:
        """Return an amount without the sign of its currency."""
        sign = _SIGNS_OF_MONEY.search(amount.text) if amount is not None else None
        if amount is None or sign is None:
            return amount
        is_before = sign.start() == 0
        return amount.part(sign.end() if is_before else 0, len(amount.text) if is_before else sign.start())

    def _texts(self) -> None:
        title = self._first(self._layout.titles)
        if title is not None:
            self.notice.state(StatementKind.TITLE, TextValue(text=title.line), [title], rule="title")
            self.notice.text(title, heading="title")
        for column in self._layout.texts:
            self.notice.text(self._first((column,)), heading="description")

    def _region(self) -> None:
        admin1, place = self._first(self._layout.admin1), self._first(self._layout.place)
        said = self._first((self._layout.country_column,)) if self._layout.country_column else None
        country = country_code(said.words) if said is not None else self._layout.country
        if admin1 is None and place is None and said is None:
            return
        value = RegionValue(
            country=country, admin1=admin1.line if admin1 else None, place=place.line if place else None
        )
        self.notice.state(StatementKind.REGION, value, [said, admin1, place], rule="region")

    def _item(self) -> None:
        columns = self._layout.item
        name = self._first(columns.name) if columns is not None else None
        if columns is None or name is None:
            return
        quantity, price, total = (
            self._bare(self._first(names)) for names in (columns.quantity, columns.unit_price, columns.total)
        )
        unit = self._first(columns.unit)
        count, each, whole = (self.notice.number(part) for part in (quantity, price, total))
        value = LineItemValue(
            name=name.line,
            quantity=count or None,
            unit=unit.words if unit else None,
            unit_price=each or None,
            total=whole or None,
            currency=self._layout.currency if each or whole else None,
        )
        words = [name, quantity if count else None, unit, price if each else None, total if whole else None]
        self.notice.state(StatementKind.LINE_ITEM, value, words, rule="item")
