"""The day on which a procedure was given up."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "NOTICE OF CANCELLATION\nSolicitation Number: W9-24-Q-0012\nAgency: Fort Harlan Contracting Office\n"
                "Originally issued on 01/17/2024. The solicitation was withdrawn on 02/28/2024 for want of funds.\n"
            ),
            "publication 2024-02-28",
        ),
        (
            (
                "GOVERNMENT OF ASSAM\nOFFICE OF THE DIRECTOR OF PRISONS\n"
                "No. DP/12/77                 Dated 02.02.2023\n"
                "CANCELLATION NOTICE\nThe NIT No. DP/e-14/2022 floated on 05.12.2022 for jammers is hereby cancelled.\n"
            ),
            "publication 2023-02-02",
        ),
        (
            (
                "Tender cancelled\nThe tender for the supply of 30 breathalysers (ref. SC/22/8), "
                "published on 4 May 2022, "
                "was cancelled by Corran County Council on 6 June 2022. All tenders were above the budget.\n"
            ),
            "publication 2022-06-06",
        ),
    ],
)
def test_it_counts_before_the_day_of_the_call(text: str, told: str) -> None:
    assert summarise(read(text))["dates"] == (told,)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Date Issued: 2 July 2024", "correction 2024-07-02"),
        ("Issued on: 2 July 2024", "correction 2024-07-02"),
        ("Notice published 2 July 2024", "publication 2024-07-02"),
    ],
)
def test_a_correction_comes_out_on_its_own_day(line: str, told: str) -> None:
    text = f"CORRIGENDUM No. 2\nTender No. SW/22/9, Supply of Meters\nProcuring entity: Sands Water Board\n{line}\n"
    assert summarise(read(text))["dates"] == (told,)


@pytest.mark.parametrize(
    "said",
    [
        "The previous contract was terminated on 6 June 2022.",
        "The contract with Alder Ltd was cancelled on 6 June 2022.",
        "The contract with Birch Co. Ltd. was cancelled on 6 June 2022.",
        "An earlier tender for the same goods was withdrawn on 6 June 2022.",
        "The bid of Alder Ltd was withdrawn on 6 June 2022.",
        "The previous agreement\nwas cancelled by the council on 6 June 2022.",
    ],
)
def test_the_end_of_another_contract_or_tender_is_not_that_day(said: str) -> None:
    text = f"NOTICE OF CANCELLATION\nBuyer: Moor Council\n{said} This tender (published 4 March 2024) is cancelled.\n"
    dates = summarise(read(text))["dates"]
    assert isinstance(dates, tuple)
    assert not any("2022-06-06" in one for one in dates)


@pytest.mark.parametrize(
    "said",
    [
        "The tender for a framework agreement, first published on 4 May 2022, was cancelled on 6 June 2022.",
        "Bid No. 7/2022 (contract for meters) was withdrawn on 6 June 2022.",
    ],
)
def test_what_the_tender_is_for_does_not_hide_its_end(said: str) -> None:
    text = f"NOTICE OF CANCELLATION\nBuyer: Moor Council\n{said}\n"
    assert summarise(read(text))["dates"] == ("publication 2022-06-06",)
