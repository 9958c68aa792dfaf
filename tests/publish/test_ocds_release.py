"""One contract as a release: a budget is no price, a tender no award, who lost supplies nothing, no day is made up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    DateKind,
    Identifier,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    StageValue,
    SupplierRole,
    SupplierValue,
    TextValue,
    Value,
)
from tenderlight.publish.believed import DIFFER, NO_DAY
from tenderlight.publish.ocds_items import OTHER_LISTS
from tenderlight.publish.ocds_release import NO_STAGE, NOTHING_COUNTS, NOTHING_SAID
from tenderlight.publish.ocds_section import (
    NO_CURRENCY,
    NOT_IN_OCDS,
    PER_PERIOD,
    PERCENTAGE,
    SEVERAL_SUPPLIERS,
)
from tests.publish.made_contract import (
    BUYER,
    CONTRACT,
    LOSER,
    WINNER,
    bidder,
    day,
    edited,
    money,
    released,
    said,
    supplier,
)
from tests.publish.ocds_validator import faults

CONFIRMED, REJECTED, UNSURE = ClaimStatus.CONFIRMED, ClaimStatus.REJECTED, ClaimStatus.UNSURE


def at(value: Any, path: str) -> Any:
    """Return what stands at a place such as "awards/0/value"; None if there is nothing."""
    for step in path.split("/"):
        if isinstance(value, list):
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def cny(amount: str) -> dict[str, object]:
    return {"amount": Decimal(amount), "currency": "CNY"}


AWARD, TENDER, SIGNED = Stage.AWARD, Stage.TENDER, Stage.CONTRACT
PRICE = money(AmountKind.AWARD, "100")
PARTLY = day(DateKind.AWARD, 2023, 9)
WHOLE = day(DateKind.AWARD, 2023, 9, 7)

HOLDS: dict[str, tuple[list[Claim], dict[str, object]]] = {
    "an award": (
        [said(supplier()), said(PRICE), said(WHOLE)],
        {
            "awards/0/value": cny("100"),
            "awards/0/date": "2023-09-07T00:00:00Z",
            "awards/0/suppliers/0/name": WINNER,
            "awards/0/status": "active",
            "contracts": None,
            "tender": None,
            "tag": ["award"],
        },
    ),
    "a budget is never an award value": (
        [said(supplier()), said(money(AmountKind.BUDGET, "90")), said(money(AmountKind.CEILING, "95"))],
        {"awards/0/value": None, "planning/budget/amount": cny("90"), "tag": ["planning", "award"]},
    ),
    "a tender is no award": (
        [said(supplier(), TENDER), said(money(AmountKind.AWARD, "9"), TENDER), said(TextValue(text="t"), TENDER)],
        {"awards": None, "contracts": None, "tender/title": "t", "tag": ["tender"]},
    ),
    "an estimate is what the tender is worth": (
        [said(money(AmountKind.ESTIMATE, "80"), TENDER), said(day(DateKind.DEADLINE, 2023, 8, 1), TENDER)],
        {"tender/value": cny("80"), "tender/tenderPeriod/endDate": "2023-08-01T23:59:59Z", "awards": None},
    ),
    "who lost is a tenderer": (
        [said(supplier()), said(bidder())],
        {"tender/tenderers/0/name": LOSER, "tender/tenderers/1": None, "awards/0/suppliers/1": None},
    ),
    "a bid is no price": ([said(supplier()), said(money(AmountKind.BID, "70"))], {"awards/0/value": None}),
    "a candidate is a tenderer": (
        [said(supplier(role=SupplierRole.CANDIDATE), Stage.CANDIDATE), said(PRICE, Stage.CANDIDATE)],
        {"tender/tenderers/0/name": WINNER, "awards": None, "tag": ["tender"]},
    ),
    "who is to be asked is no supplier": (
        [said(supplier(role=SupplierRole.INTENDED), Stage.SINGLE_SOURCE)],
        {"awards": None, "parties/0/roles": ["intendedSupplier"], "tender/procurementMethod": "direct"},
    ),
    "a subcontractor is no supplier": (
        [said(supplier()), said(supplier(LOSER, SupplierRole.SUBCONTRACTOR))],
        {"awards/0/suppliers/1": None, "awards/1": None},
    ),
    "a cancelled procedure": (
        [said(StageValue(stage="cancellation"), Stage.CANCELLATION), said(supplier(), Stage.CANCELLATION)],
        {"awards": None, "tender/status": "cancelled", "tag": ["tenderCancellation"]},
    ),
    "an award of a procedure that was cancelled has no status": (
        [said(supplier()), said(StageValue(stage="cancellation"), Stage.CANCELLATION, document="b")],
        {"awards/0/status": None, "awards/0/suppliers/0/name": WINNER, "tender": None},
    ),
    "a contract": (
        [
            said(supplier(), SIGNED),
            said(money(AmountKind.CONTRACT, "42868000.10"), SIGNED),
            said(day(DateKind.CONTRACT, 2023, 9, 20), SIGNED),
            said(day(DateKind.END, 2024, 9, 20), SIGNED),
        ],
        {
            "contracts/0/value": cny("42868000.10"),
            "contracts/0/awardID": "award",
            "contracts/0/dateSigned": "2023-09-20T00:00:00Z",
            "contracts/0/period/endDate": "2024-09-20T23:59:59Z",
            "awards/0/value": None,
            "tag": ["award", "contract"],
        },
    ),
    "a lot each": (
        [
            said(supplier(WINNER, SupplierRole.LOT_WINNER, "1")),
            said(supplier(LOSER, SupplierRole.LOT_WINNER, "2")),
            said(money(AmountKind.AWARD, "10", lot="1")),
            said(money(AmountKind.AWARD, "20", lot="2")),
            said(money(AmountKind.AWARD, "30")),
            said(money(AmountKind.SUM_OF_LOTS, "30")),
        ],
        {
            "awards/0/value": cny("10"),
            "awards/1/value": cny("20"),
            "awards/1/suppliers/0/name": LOSER,
            "awards/2": None,
        },
    ),
    "partners share an award": (
        [said(supplier(WINNER, SupplierRole.LEAD)), said(supplier(LOSER, SupplierRole.MEMBER)), said(PRICE)],
        {"awards/0/value": cny("100"), "awards/0/suppliers/1/name": LOSER, "awards/1": None},
    ),
    "what was rejected fills nothing": (
        [said(supplier()), said(PRICE, status=REJECTED), said(WHOLE, status=UNSURE)],
        {"awards/0/value": None, "awards/0/date": None},
    ),
    "what was confirmed outweighs what nobody looked at": (
        [said(supplier()), said(PRICE), said(money(AmountKind.AWARD, "110"), status=CONFIRMED)],
        {"awards/0/value": cny("110"), "awards/0/tenderlight/status": "unreviewed"},
    ),
    "what people put in the place of a value": (
        [said(supplier()), edited(said(PRICE), money(AmountKind.AWARD, "120"))],
        {"awards/0/value": cny("120")},
    ),
    "everything confirmed": (
        [said(supplier(), status=CONFIRMED), said(PRICE, status=CONFIRMED)],
        {"awards/0/tenderlight/status": "confirmed"},
    ),
    "a month that the day lies in": (
        [said(supplier()), said(WHOLE), said(PARTLY, document="b")],
        {"awards/0/date": "2023-09-07T00:00:00Z"},
    ),
    "a printed OCID": (
        [said(ProjectNumberValue(number="ocds-abc123-1", label="ocid")), said(supplier())],
        {"ocid": "ocds-abc123-1", "tender": None},
    ),
    "several buyers": (
        [said(PartyValue(name=BUYER)), said(PartyValue(name="澜水县教育局")), said(supplier())],
        {"buyer": None, "parties/1/roles": ["buyer"]},
    ),
    "an end user": (
        [said(PartyValue(name=BUYER), kind=StatementKind.END_USER), said(supplier())],
        {"buyer": None, "parties/0/roles": ["endUser"]},
    ),
}


@pytest.mark.parametrize("name", HOLDS)
def test_what_a_release_says(name: str) -> None:
    claims, expected = HOLDS[name]
    release = released(claims)
    assert {path: at(release, path) for path in expected} == expected
    assert faults({**HEAD, "releases": [release]}) == []
    assert len(release["tenderlight"]["claims"]) == len(claims)


HEAD = {
    "uri": "urn:uuid:00000000-0000-5000-8000-000000000000",
    "version": "1.1",
    "publisher": {"name": "x"},
    "publishedDate": "2026-11-01T10:00:00Z",
}

EMPTY: dict[str, tuple[list[Claim], str, str]] = {
    "prices differ": ([said(PRICE), said(money(AmountKind.AWARD, "101"), document="b")], "awards/award/value", DIFFER),
    "a rate": (
        [said(money(AmountKind.AWARD, None, percent=Decimal(12), percent_kind="下浮率"))],
        "awards/award/value",
        PERCENTAGE,
    ),
    "no currency": ([said(money(AmountKind.AWARD, "100", None))], "awards/award/value", NO_CURRENCY),
    "a currency that OCDS has not": ([said(money(AmountKind.AWARD, "1", "SLE"))], "awards/award/value", NOT_IN_OCDS),
    "a year's price": ([said(money(AmountKind.AWARD, "1", period="每年"))], "awards/award/value", PER_PERIOD),
    "a month": ([said(PARTLY)], "awards/award/date", NO_DAY),
    "days differ": ([said(WHOLE), said(day(DateKind.AWARD, 2023, 9, 8), document="b")], "awards/award/date", DIFFER),
    "another month": ([said(WHOLE), said(day(DateKind.AWARD, 2023, 8), document="b")], "awards/award/date", DIFFER),
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_field_that_stays_empty_says_why(name: str) -> None:
    claims, field, because = EMPTY[name]
    release = released([said(supplier()), *claims])
    assert at(release, field.replace("/award/", "/0/")) is None
    ids = [claim.claim for claim in claims]
    assert {"field": field, "because": because, "claims": ids} in release["tenderlight"]["leftOut"]
    assert faults({**HEAD, "releases": [release]}) == []


def test_of_several_suppliers_for_one_thing_each_has_an_award_and_none_the_price() -> None:
    release = released([said(supplier()), said(supplier(LOSER)), said(PRICE)])
    assert [award["suppliers"][0]["name"] for award in release["awards"]] == [WINNER, LOSER]
    assert [award.get("value") for award in release["awards"]] == [None, None]
    assert [left["because"] for left in release["tenderlight"]["leftOut"]] == [SEVERAL_SUPPLIERS] * 2


def test_copies_of_a_list_do_not_add_up() -> None:
    lines = [
        LineItemValue(name=name, quantity=Decimal("0.10"), unit="台", unit_price=Decimal("6850"), currency="CNY")
        for name in "ab"
    ]
    copies = [said(line, document=document) for document in "ab" for line in lines]
    release = released([said(supplier()), *copies])
    items = release["awards"][0]["items"]
    assert [item["description"] for item in items] == ["a", "b"]
    assert items[0]["unit"] == {"name": "台", "value": cny("6850")}
    assert str(items[0]["quantity"]) == "0.10"
    (left,) = release["tenderlight"]["leftOut"]
    assert (left["because"], len(left["claims"])) == (OTHER_LISTS, 2)


def test_parties_have_their_spellings_and_numbers_and_a_corrected_name_is_no_ones_yet() -> None:
    one = SupplierValue(name="Oak Lenses Ltd", identifiers=(Identifier(scheme="GB-COH", number="01234567"),))
    two = SupplierValue(name="OAK LENSES LTD", identifiers=(Identifier(scheme="GB-COH", number="01234567"),))
    release = released([said(one), said(two, document="b")])
    (party,) = release["parties"]
    assert party["identifier"] == {"scheme": "GB-COH", "id": "01234567"}
    assert party["tenderlight"]["names"] == [
        {"name": name, "script": "latin"} for name in ("Oak Lenses Ltd", "OAK LENSES LTD")
    ]
    claim = edited(said(one), SupplierValue(name=WINNER))
    (party,) = released([claim])["parties"]
    assert (party["id"], party["name"]) == (f"claim-{claim.claim}", WINNER)


def test_a_contract_of_no_stage_is_kept_without_sections() -> None:
    release = released([said(LineItemValue(name="gate"), None)])
    assert (release["tag"], release["ocid"]) == (["planning"], f"tenderlight-{CONTRACT}")
    assert release["tenderlight"]["leftOut"] == [{"field": "tag", "because": NO_STAGE, "claims": []}]
    assert not release.keys() & {"tender", "awards", "contracts", "planning"}


@pytest.mark.parametrize(
    ("claim", "because"),
    [
        (said(TextValue(text="t"), Stage.AWARD), NOTHING_SAID),
        (said(supplier(), status=REJECTED), NOTHING_COUNTS),
        (said(supplier(), status=UNSURE), NOTHING_COUNTS),
    ],
)
def test_a_release_without_sections_says_why(claim: Claim, because: str) -> None:
    release = released([claim])
    assert faults({**HEAD, "releases": [release]}) == []
    assert release["tenderlight"]["leftOut"] == [{"field": "tag", "because": because, "claims": []}]
    assert not release.keys() & {"tender", "awards", "contracts", "planning"}


def test_digits_stay_what_they_are() -> None:
    digits = "12345678901234567890123.10"
    release = released([said(supplier()), said(money(AmountKind.AWARD, digits))])
    assert str(release["awards"][0]["value"]["amount"]) == digits


@pytest.mark.parametrize(
    "text", ["\u200b", "\x00", "-", "x" * 5_000, "<script>alert(1)</script>", "=1+1", "\u202ex", "#"]
)
def test_hostile_words_leave_a_valid_release(text: str) -> None:
    values: list[Value] = [
        PartyValue(name=text, identifiers=(Identifier(scheme=text, number=text),)),
        supplier(text, lot=text),
        bidder(text),
        money(AmountKind.AWARD, "1E+20", lot=text),
        TextValue(text=text),
        ProjectNumberValue(number=text, label="ocid"),
        LineItemValue(
            name=text, unit=text, quantity=Decimal("1E-7"), unit_price=Decimal("0.1"), currency="CNY", lot=text
        ),
    ]
    release = released([said(value) for value in values])
    assert faults({**HEAD, "releases": [release]}) == []
    assert "#" not in release["id"]
    assert release["awards"][0]["items"][0]["quantity"] == Decimal("1E-7")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("date", "2023-09"),
        ("tag", ["bought"]),
        ("tenderlight/claims/0/quotes", []),
        ("tenderlight/claims/0/status", "true"),
        ("awards/0/value", {"amount": "100", "currency": "CNY"}),
        ("awards/0/price", 1),
        ("buyer", "a name"),
    ],
)
def test_the_validator_finds_what_is_planted(place: str, value: object) -> None:
    release = released([said(PartyValue(name=BUYER)), said(supplier()), said(PRICE)])
    assert faults({**HEAD, "releases": [release]}) == []
    *way, last = place.split("/")
    (at(release, "/".join(way)) if way else release)[last] = value
    assert faults({**HEAD, "releases": [release]}) != []
