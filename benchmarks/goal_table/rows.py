"""Rows of the goal table of reliability: what came of each, and of the fault that is planted in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What came of one row."""

    figure: str
    is_met: bool | None
    """None = it could not be measured here."""
    planted: str
    is_found: bool | None
    """Whether the planted fault was found."""


def all_hold(numbers: Iterable[int], measure: Callable[[int], Row]) -> bool:
    """Measure rows by their numbers and print each; return whether all hold and every planted fault was found."""
    is_fine = True
    for number in numbers:
        start = time.perf_counter()
        row = measure(number)
        held = {True: "holds", False: "MISSED", None: "-"}[row.is_met]
        found = {True: "found", False: "NOT FOUND", None: "-"}[row.is_found]
        print(f"{number:3} {held:7} {row.figure}", flush=True)
        print(f"    {found:9} planted: {row.planted}   ({time.perf_counter() - start:.0f} s)", flush=True)
        is_fine &= row.is_met is not False and row.is_found is not False
    return is_fine
