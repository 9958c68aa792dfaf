"""One name for each lot in all that a document states: "Lot 1" in a list and "1" in a table are the same lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.words.lot_keys import key_of
from tenderlight.model.statement import Statement
from tenderlight.model.values import AmountValue, SupplierValue


def with_one_name(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements whose prices call each lot as its supplier does; the first that names it counts."""
    suppliers = [one.value.lot for one in statements if isinstance(one.value, SupplierValue) and one.value.lot]
    called = {key_of(lot): lot for lot in reversed(suppliers)}
    return [_renamed(one, called) for one in statements] if called else list(statements)


def _renamed(statement: Statement, called: dict[str, str]) -> Statement:
    value = statement.value
    if not isinstance(value, SupplierValue | AmountValue) or value.lot is None:
        return statement
    lot = called.get(key_of(value.lot), value.lot)
    return statement if lot == value.lot else replace(statement, value=replace(value, lot=lot))
