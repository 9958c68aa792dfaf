"""A notice while it is being read: every statement once, every text once, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.model.problem import Problem, problem
from tenderlight.model.record import Field, Record
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, DateKind, DateValue, Value
from tenderlight.sources.plain_values import read_currency, read_date, read_decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A value as it stands in a structured source: its place, and its text to the letter."""

    pointer: str
    """JSON Pointer or XPath."""
    text: str
    begin: int = 0
    """Where the words that count begin in the text."""
    until: int | None = None
    """Where they end; None = at its end."""

    @property
    def words(self) -> str:
        """The words that count, without white space at their ends."""
        return self.text[self.begin : self.until].strip()

    @property
    def line(self) -> str:
        """The words on one line: files wrap and indent long names."""
        return " ".join(self.words.split())

    def part(self, begin: int, until: int) -> Written:
        """Return some of the words; offsets count in the whole text."""
        return replace(self, begin=begin, until=until)

    def anchor(self) -> Anchor:
        """Return where the words stand in the value.

        Raises:
            ValueError: If there are no words.
        """
        kept = self.text[self.begin : self.until]
        start = self.begin + len(kept) - len(kept.lstrip())
        return Anchor(start=start, end=start + len(self.words), text=self.words, pointer=self.pointer)


class Notice:
    """Gathers what one notice states. The same statement is kept once, with its first anchors."""

    def __init__(
        self, *, source: str, step: str, stage: Stage | None, version: int = 1, day_first: bool = False
    ) -> None:
        self.stage = stage
        self._source = source
        self._step = step
        self._version = version
        self._day_first = day_first
        self._statements: dict[tuple[StatementKind, Value], Statement] = {}
        self._fields: dict[str, Field] = {}
        self._troubles: dict[str, tuple[Problem, int]] = {}

    def state(
        self,
        kind: StatementKind,
        value: Value,
        words: Sequence[Written | None],
        *,
        rule: str,
        against: Iterable[str] = (),
    ) -> None:
        """Keep a statement; `words` are the places it rests on, the first of them there (None = not in the source)."""
        anchors = tuple(dict.fromkeys(place.anchor() for place in words if place is not None and place.words))
        if not anchors or (kind, value) in self._statements:
            return
        self._statements[kind, value] = Statement(
            kind=kind,
            value=value,
            anchors=anchors,
            rule=f"{self._source}.{rule}",
            rule_version=self._version,
            stage=self.stage,
            against=tuple(against),
        )

    def has(self, kind: StatementKind) -> bool:
        """Say whether anything of this kind was kept."""
        return any(kept is kind for kept, _ in self._statements)

    def amount(
        self,
        kind: AmountKind,
        amount: Written | None,
        currency: Written | None,
        *,
        rule: str,
        lot: str | None = None,
        against: Iterable[str] = (),
    ) -> None:
        """Keep an amount of money. Nought and absence say nothing; what is no number, or negative, is a problem."""
        number = self.number(amount)
        if amount is None or number is None or number == 0:
            return
        if number < 0:
            self.trouble("amount-unreadable", pointer=amount.pointer, detail=amount.words[:80])
            return
        code = read_currency(currency.words) if currency is not None else None
        value = AmountValue(amount_kind=kind, amount=number, currency=code, lot=lot)
        words = (amount, currency if code else None)
        self.state(StatementKind.AMOUNT, value, words, rule=rule, against=against)

    def number(self, written: Written | None) -> Decimal | None:
        """Return the number written, or None if there is none; one that cannot be read is a problem."""
        if written is None or not written.words:
            return None
        number = read_decimal(written.words)
        if number is None:
            self.trouble("amount-unreadable", pointer=written.pointer, detail=written.words[:80])
        return number

    def date(self, kind: DateKind, written: Written | None, *, rule: str, against: Iterable[str] = ()) -> None:
        """Keep a date, if there is one; one that cannot be read is a problem."""
        if written is None or not written.words:
            return
        date = read_date(written.words, day_first=self._day_first)
        if date is None:
            self.trouble("date-unreadable", pointer=written.pointer, detail=written.words[:80])
            return
        self.state(StatementKind.DATE, DateValue(date=date, date_kind=kind), (written,), rule=rule, against=against)

    def text(self, written: Written | None, *, heading: str) -> None:
        """Keep a free text to be searched, unless the same words were kept before."""
        if written is not None and written.words and written.words not in self._fields:
            self._fields[written.words] = Field(pointer=written.pointer, text=written.text, heading=heading)

    def trouble(self, code: str, *, pointer: str | None = None, detail: str = "") -> None:
        """Note a problem. Of one code the first is kept, with the count of the others."""
        if code in self._troubles:
            first, count = self._troubles[code]
            self._troubles[code] = (first, count + 1)
        else:
            self._troubles[code] = (problem(code, step=self._step, pointer=pointer, detail=detail), 1)

    def problems(self) -> list[Problem]:
        """Return what could not be read, one problem a code."""
        return [
            first if count == 1 else replace(first, message=f"{first.message} ({count - 1} more in this notice)")
            for first, count in self._troubles.values()
        ]

    def record(self, *, key: str, pointer: str, language: str | None) -> Record:
        """Return the notice as a record."""
        return Record(
            key=key,
            pointer=pointer,
            statements=tuple(self._statements.values()),
            fields=tuple(self._fields.values()),
            language=language,
        )
