"""Lists whose rows name several winners, told by what stands in the rows."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

LISTS = [
    (
        (
            "RESULTADOS DEL PROCESO 33-2024\nInstitución: Hospital Regional de Zacatal\n"
            "Oferente                    Ítems adjudicados    Monto adjudicado (USD)\n"
            "Reactivos del Golfo, S.A.   1, 3                 12,400.00\n"
            "Farma Istmo, S.A.           2                    8,150.50\n"
            "Total                                            20,550.50"
        ),
        ("Farma Istmo, S.A., lot winner", "Reactivos del Golfo, S.A., lot winner"),
        "20550.5",
    ),
    (
        (
            "AWARD NOTICE RFQ 88/2022\nEntity: Rural Water Agency of Kessia\nCompany | Items | USD\n"
            "Blue Pump Ltd | pumps | 45,000.00\nDelta Pipes Ltd | pipes | 12,700.00\nno award | valves | -\n"
            "All together | | 57,700.00"
        ),
        ("Blue Pump Ltd, lot winner", "Delta Pipes Ltd, lot winner"),
        None,
    ),
    (
        (
            "DELEGATED AWARDS, JUNE 2024\nFerrybank Housing Trust\n\nRef   1\nWhat  Entry phones, Mill Court\n"
            "Who   Border Intercom Ltd\nCost  £21,400.00\n\nRef   2\nWhat  CCTV, Mill Court\nWho   Solway Vision LLP\n"
            "Cost  £13,250.00"
        ),
        ("Border Intercom Ltd, lot winner, 1", "Solway Vision LLP, lot winner, 2"),
        "13250",
    ),
]


@pytest.mark.parametrize(("text", "suppliers", "amount"), LISTS, ids=range(len(LISTS)))
def test_all_firms_of_a_list_of_awards_have_won(text: str, suppliers: tuple[str, ...], amount: str | None) -> None:
    told = summarise(read(text))
    assert told["suppliers"] == suppliers
    assert amount is None or amount in str(told["amounts"])


BIDS = [
    (
        "AWARD NOTICE\nCity of Brannock\nCompany | Model | Price\nAlder Optics Inc. | AO-2 | $118,400.00\n"
        "Briar Video LLC | BV-9 | $109,975.00"
    ),
    (
        "BID TABULATION, CONTRACT AWARD PENDING\nCity of Brannock\nBidder    Bid offered    Award criteria score\n"
        "Alder Optics Inc.    $118,400.00    81\nBriar Video LLC    $109,975.00    77"
    ),
]


@pytest.mark.parametrize("text", BIDS, ids=range(len(BIDS)))
def test_bids_that_compete_have_not_won(text: str) -> None:
    assert summarise(read(text)).get("suppliers", ()) == ()
