"""Texts of structured records: a lot that ended without a winner buys nothing."""

from __future__ import annotations

from tenderlight.capabilities import find_in_fields
from tenderlight.model.record import VOID_LOT, Field
from tenderlight.model.statement import BUYING_POLARITIES, Stage

WORDS = "Supply of cameras with live facial recognition against a watch-list."


def test_a_lot_that_was_awarded_buys_and_a_void_lot_does_not() -> None:
    awarded = find_in_fields([Field(pointer="/a", text=WORDS, heading="lot")], stage=Stage.AWARD)
    void = find_in_fields([Field(pointer="/a", text=WORDS, heading=VOID_LOT)], stage=Stage.AWARD)
    assert [(one.stage, one.polarity in BUYING_POLARITIES) for one in awarded] == [(Stage.AWARD, True)]
    assert [(one.stage, one.polarity in BUYING_POLARITIES) for one in void] == [(Stage.CANCELLATION, False)]
