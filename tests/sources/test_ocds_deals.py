from __future__ import annotations

import pytest

from tenderlight.sources.json_places import JsonPlace
from tenderlight.sources.ocds_deals import Deal, deals


def found(**members: object) -> list[Deal]:
    return deals(JsonPlace(members, ""))


@pytest.mark.parametrize(
    ("status", "counts", "is_void", "has_doubt"),
    [
        ("active", True, False, False),
        ("", True, False, False),
        ("terminated", True, False, False),
        ("pending", False, False, True),
        ("cancelled", False, True, False),
        ("Unsuccessful", False, True, False),
        ("Anulat", False, True, False),
        ("desierto", False, True, False),
        ("Înregistrat(ă)", True, False, True),
    ],
)
def test_status(status: str, *, counts: bool, is_void: bool, has_doubt: bool) -> None:
    [deal] = found(awards=[{"id": "a", "status": status}])
    assert (deal.counts, deal.is_void, bool(deal.against)) == (counts, is_void, has_doubt)


def test_one_award_is_the_whole() -> None:
    assert [deal.lot for deal in found(awards=[{"id": "a"}], contracts=[{"id": "c", "awardID": "a"}])] == [None, None]


def test_of_several_awards_each_is_its_own_lot_and_that_of_its_contract() -> None:
    several = found(awards=[{"id": "a"}, {"id": "b"}], contracts=[{"id": "c", "awardID": "b"}])
    assert [deal.lot for deal in several] == ["a", "b", "b"]


def test_failed_awards_do_not_divide() -> None:
    assert [deal.lot for deal in found(awards=[{"id": "a", "status": "unsuccessful"}, {"id": "b"}])][1] is None


def test_named_lots_come_first() -> None:
    lots = {"lots": [{"id": "1"}, {"id": "2"}]}
    awards = [{"id": "a", "relatedLots": ["1", "2"]}, {"id": "b", "lotID": "3"}]
    assert [deal.lot for deal in found(tender=lots, awards=awards)] == ["1, 2", "3"]


def test_the_only_lot_is_the_whole() -> None:
    assert [deal.lot for deal in found(tender={"lots": [{"id": "1"}]}, awards=[{"id": "a", "relatedLots": ["1"]}])] == [
        None
    ]


def test_contracts_without_awards_are_told_apart_by_their_ids() -> None:
    assert [deal.lot for deal in found(contracts=[{"id": "c"}, {"id": "d"}])] == ["c", "d"]


def test_lots_may_be_objects() -> None:
    [deal] = found(tender={"lots": [{"id": "1"}, {"id": "2"}]}, awards=[{"id": "a", "relatedLots": [{"lotId": "2"}]}])
    assert deal.lot == "2"


@pytest.mark.parametrize(
    ("contract", "is_void"), [("pending", True), ("cancelled", True), ("active", False), ("", False)]
)
def test_a_cancelled_procedure_buys_nothing_unless_a_contract_was_signed(contract: str, *, is_void: bool) -> None:
    award, _ = found(
        tender={"status": "cancelled"},
        awards=[{"id": "a", "status": "active"}],
        contracts=[{"id": "c", "awardID": "a", "status": contract}],
    )
    assert award.is_void == is_void


def test_an_award_whose_contract_was_cancelled_is_in_doubt() -> None:
    award, contract = found(awards=[{"id": "a"}], contracts=[{"id": "c", "awardID": "a", "status": "cancelled"}])
    assert award.against == ("A contract of this award was cancelled.",)
    assert contract.is_void


def test_a_contract_of_a_cancelled_award_is_in_doubt() -> None:
    _, contract = found(awards=[{"id": "a", "status": "cancelled"}], contracts=[{"id": "c", "awardID": "a"}])
    assert contract.against == ("The award of this contract was cancelled.",)
