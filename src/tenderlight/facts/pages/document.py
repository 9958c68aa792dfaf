"""One document in the hands of the fact finders: its entries, its stage, its language."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.version import FACTS_VERSION
from tenderlight.facts.words.vocabulary import PASSED_OVER, Meaning
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import Value

SETTLED = frozenset({Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE, Stage.CORRECTION})
"""Stages whose documents may name suppliers and prices."""
CONCLUDED = SETTLED - {Stage.CORRECTION}
"""Those whose documents say so for themselves, and put nothing else right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A document as far as it has been understood."""

    sheets: tuple[Sheet, ...]
    entries: tuple[Entry, ...]
    stage: Stage | None
    title: Piece | None
    """The heading that tells the stage; None if it was told by a field."""
    language: str
    """ISO 639-1 of most of the text: zh, en, ru, uk, es, fr, pt, de, it, pl, ar or fa."""
    country: str | None = None
    """ISO 3166-1 alpha-2 where the words, the language and its writing tell; None = they do not."""
    day_first: bool | None = None
    """05/04/2023 is the fifth of April; None = it may be either."""
    decimal_mark: str | None = "."
    """"." or ","; None = 1.234 may be either."""
    _rows: Mapping[int, list[Entry]] = field(init=False, repr=False, compare=False)
    _outside_rows: Mapping[Meaning, list[Entry]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows: defaultdict[int, list[Entry]] = defaultdict(list)
        outside: defaultdict[Meaning, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.row is not None:
                rows[entry.row].append(entry)
            else:
                outside[entry.meaning].append(entry)
        object.__setattr__(self, "_rows", rows)
        object.__setattr__(self, "_outside_rows", outside)

    @property
    def price_meaning(self) -> Meaning:
        """What a price is that has no label: that of a contract, or that of an award."""
        is_contract = self.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
        return Meaning.CONTRACT_AMOUNT if is_contract else Meaning.AWARD_AMOUNT

    def of(self, *meanings: Meaning) -> list[Entry]:
        """Return the entries with one of these meanings that hold and are not under a heading to be passed over."""
        return [
            entry
            for entry in self.entries
            if entry.meaning in meanings and not entry.old and entry.section not in PASSED_OVER
        ]

    def row_of(self, entry: Entry) -> list[Entry]:
        """Return the entries of the same row, itself included; only itself outside tables."""
        if entry.row is None:
            return [entry]
        return self._rows.get(entry.row, [])

    def last_above(self, entry: Entry, meaning: Meaning) -> Entry | None:
        """Return the last entry before `entry` that has this meaning and stands in no table, or None."""
        known = self._outside_rows.get(meaning, [])
        at = bisect_left(known, entry.order, key=lambda other: other.order)
        return known[at - 1] if at else None

    def statement(
        self, kind: StatementKind, value: Value, pieces: Iterable[Piece], against: Sequence[str] = ()
    ) -> Statement:
        """Return a statement of one of the fact rules; the rule's code follows from the kind."""
        return Statement(
            kind=kind,
            value=value,
            anchors=anchors_of(pieces),
            rule=f"facts.{kind.value}",
            rule_version=FACTS_VERSION,
            stage=self.stage,
            against=tuple(dict.fromkeys(against)),
        )


def anchors_of(pieces: Iterable[Piece]) -> tuple[Anchor, ...]:
    """Return the anchors of pieces, each once, in the order given."""
    return tuple(dict.fromkeys(piece.anchor() for piece in pieces))
