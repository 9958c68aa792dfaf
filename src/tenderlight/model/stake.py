"""Stakes: who holds how much of whom, as a source states it. Nothing is a stake without a source."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tenderlight.model.values import Identifier, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A party of a stake, as the source names it. Of a person the name alone is kept.

    Raises:
        ValueError: If it has neither name nor number.
    """

    name: str
    """As written; "" where the source gives a number alone."""
    identifiers: tuple[Identifier, ...] = ()

    def __post_init__(self) -> None:
        if not self.name and not self.identifiers:
            raise ValueError("a holder needs a name or a number")

    @property
    def said(self) -> str:
        """Its name, or its first number."""
        return self.name or f"{self.identifiers[0].scheme} {self.identifiers[0].number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """One stake as one source states it."""

    owner: Holder
    owned: Holder
    percent: Decimal | None
    """From 0 to 100; of a range, its lower end; None = the source does not say how much."""
    since: PartialDate | None
    """Day from which, or on which, the source states it; None = not said."""
    until: PartialDate | None = None
    """Day from which it no longer holds, as the source says."""
    says: str
    """Where it is stated: an address, a filing, the name of the register."""
    list_code: str
    """"ownership-…" for the file or data set; "gleif-level-2"."""
    place: str
    """Where in the file: "row 12", "line 3", a JSON Pointer."""
    is_range: bool = False
    """Whether `percent` is the lower end of a range."""
