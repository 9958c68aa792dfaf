"""Headings of papers in English, and decisions of councils and boards that their sentences tell."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

_FIELDS = "Buyer: Moorvale Council\nReference: MV/22/9\nPublished: 14 March 2025\n"


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("UK5: Transparency notice - Procurement Act 2023", "single_source"),
        ("Future procurement opportunity", "plan"),
        ("Industry day notice", "plan"),
        ("Solicitation amendment", "correction"),
        ("Cancellation of solicitation", "cancellation"),
        ("Unverified bid results", "candidate"),
        ("Bid tabulation", "candidate"),
    ],
)
def test_a_heading_tells_the_stage(heading: str, stage: str) -> None:
    assert summarise(read(f"{heading}\n{_FIELDS}"))["stage"] == stage


def test_a_part_called_contract_is_no_heading() -> None:
    text = (
        "UK5: Transparency notice - Procurement Act 2023\nContract 1\nSupplier: Marchbank Ltd\n"
        "Contract value: £198,300\nEarliest date the contract will be signed: 2 September 2025\n"
    )
    assert summarise(read(text))["stage"] == "single_source"


@pytest.mark.parametrize(
    "text",
    [
        (
            "BID TABULATION\nBorough of Lark\nHudson Glass LLC  $121,400.00\nIron Corp.  $139,750.00\n"
            "Awarded by resolution dated July 6, 2021 to Hudson Glass LLC for $121,400.00\n"
        ),
        (
            "MINUTE ORDER\nACTION: Authorized the Purchasing Agent to issue a purchase order to Hudson Glass LLC in "
            "the amount of $121,400.00 for mirrors.\n"
        ),
        (
            "Award of contract for mirrors\nStaff recommends award to the low proposer, Hudson Glass LLC, "
            "for $121,400.00.\nCOUNCIL ACTION: Approved July 6, 2021\n"
        ),
    ],
    ids=["tabulation", "minute", "memorandum"],
)
def test_a_decision_tells_who_won_at_what_price(text: str) -> None:
    told = summarise(read(text))
    assert told["stage"] == "award"
    assert "Hudson Glass LLC" in str(told["suppliers"])
    assert "121400" in str(told["amounts"])


def test_the_dollars_are_those_of_the_country_that_habits_tell() -> None:
    text = "Award Announcement\nThe County Board of Supervisors has awarded a contract to Puget Inc. for $1,874,000."
    assert "USD" in str(summarise(read(text))["amounts"])


def test_what_holds_after_an_amendment_is_the_price() -> None:
    text = (
        "Contract Notice Amendment\nCN ID: CN3790016-A2\nSupplier: Gum Monitoring Pty Ltd\n"
        "Original Contract Value (AUD): $640,000.00\nAmendment Value (AUD): $155,000.00\n"
        "Contract Value after amendment (AUD): $795,000.00\n"
    )
    told = summarise(read(text))
    assert "795000" in str(told["amounts"])
    assert "155000" not in str(told["amounts"])
