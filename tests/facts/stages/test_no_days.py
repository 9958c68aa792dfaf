"""Words of a contract's day at the start of a line of running text, with no day behind them."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

TEXTS = [
    "Those that complied on or before the\neffective date of the original Emergency\nOrder need not report again.\n",
    "The board asked who set the\neffective date as the chair of the board\nand was told that nobody knew.\n",
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_without_a_day_they_tell_no_stage(text: str) -> None:
    assert summarise(read(text)).get("stage") is None


def test_with_a_day_they_tell_of_a_contract() -> None:
    text = "Supply of chairs\nSupplier: Oak & Elm Ltd\nEffective date: 4 May 2021\n"
    assert summarise(read(text))["stage"] == "contract"
