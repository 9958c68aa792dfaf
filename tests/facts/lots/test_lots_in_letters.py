"""Lots that letters and lists call sites and parts, and a letter to somebody who lost."""

from __future__ import annotations

from tests.facts.summary import read, summarise


def test_a_standstill_letter_tells_who_won_each_lot_and_not_the_price_of_whom_it_is_written_to() -> None:
    text = (
        "Moray Islands Council\n4 March 2025\n\nDear Sir or Madam,\n\nREFUSE VEHICLES: LOTS 1 TO 2\n\n"
        "Thank you for your tender of £1,204,750.00. I regret to tell you that you have not been successful.\n\n"
        "The contracts are to go to:\n"
        " • Lot 1 (loaders) – Strathbeg Vehicles Ltd, £1,386,900.00\n"
        " • Lot 2 (narrow track) – Kerrow Bodies Limited, £1,090,000.00\n"
    )
    found = summarise(read(text))
    assert found["suppliers"] == (
        "Kerrow Bodies Limited, lot winner, Lot 2",
        "Strathbeg Vehicles Ltd, lot winner, Lot 1",
    )
    assert "1204750" not in str(found["amounts"])


def test_sites_in_a_list_are_lots() -> None:
    text = (
        "Contract Award Summary\nBuyer: Tolworth Ports Authority\n"
        "Site A  Residence ....... Umkhonto Guarding (Pty) Ltd ......... ZAR 4,212,000\n"
        "Site B  Warehouse ....... Blue Crane Risk (Pty) Ltd ........... ZAR 1,106,400\n"
    )
    assert summarise(read(text))["suppliers"] == (
        "Blue Crane Risk (Pty) Ltd, lot winner, Site B",
        "Umkhonto Guarding (Pty) Ltd, lot winner, Site A",
    )
