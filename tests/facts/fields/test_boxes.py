"""What stands behind an empty box was not chosen."""

from __future__ import annotations

from tests.facts.summary import read, summarise

FORM = """DECISION ON AWARD
Buyer: Tolworth Police
[x] Award the contract to Larkfield Optics Ltd for £4,000.00
[ ] Award the contract to Orwell Radios Ltd for £4,600.00
Date of award: 3 May 2022"""


def test_only_the_firm_behind_the_ticked_box_has_won() -> None:
    assert summarise(read(FORM))["suppliers"] == ("Larkfield Optics Ltd, sole",)


def test_empty_boxes_alone_take_nothing_away() -> None:
    form = FORM.replace("[x] ", "").replace("[ ] Award the contract to Orwell Radios Ltd for £4,600.00", "[ ] Other")
    assert summarise(read(form))["suppliers"] == ("Larkfield Optics Ltd, sole",)
