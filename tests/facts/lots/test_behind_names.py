"""Lots that stand behind their winners."""

from __future__ import annotations

from decimal import Decimal

from tenderlight.evaluate.facts import predict

TEXT = (
    "Award decision\nThe Department of Harbours confirms that Kite Air Pty Ltd has been successful "
    "for Lots 1 and 3 and Reef "
    "Sensors Pty Ltd for Lot 2. The awarded values are $640,000 for Lot 1, $388,500 for Lot 2 and $212,000 for Lot 3.\n"
)


def test_each_lot_has_the_name_before_it_and_the_amount_before_it() -> None:
    found = predict(TEXT)
    assert [(one.lot, one.supplier, one.amount) for one in sorted(found.lots, key=lambda lot: lot.lot)] == [
        ("Lot 1", "Kite Air Pty Ltd", Decimal(640000)),
        ("Lot 2", "Reef Sensors Pty Ltd", Decimal(388500)),
        ("Lot 3", "Kite Air Pty Ltd", Decimal(212000)),
    ]
