from __future__ import annotations

import pytest

from tenderlight.model.statement import StatementKind
from tests.sources.notices import dates, release, said, stage

ACTIVE = {"id": "a", "status": "active", "suppliers": [{"name": "Firm"}]}
PENDING = {"id": "a", "status": "pending", "suppliers": [{"name": "Firm"}]}
FAILED = {"id": "a", "status": "unsuccessful"}
CANCELLED = {"id": "a", "status": "cancelled"}
SIGNED = {"id": "c", "awardID": "a", "status": "active", "dateSigned": "2024-03-01"}


@pytest.mark.parametrize(
    ("expected", "members"),
    [
        ("plan", {"tag": ["planning"], "tender": {"status": "planned"}}),
        ("tender", {"tag": ["tender"], "tender": {"status": "active"}}),
        ("correction", {"tag": ["tenderAmendment"], "tender": {"status": "active"}}),
        ("correction", {"tag": ["tenderUpdate"], "tender": {"status": "active"}}),
        ("award", {"tag": ["award"], "awards": [ACTIVE]}),
        ("award", {"tag": "award", "awards": [ACTIVE]}),
        ("award", {"tag": ["awardUpdate"], "awards": [ACTIVE]}),
        ("contract", {"tag": ["contract"], "awards": [ACTIVE], "contracts": [SIGNED]}),
        ("contract", {"tag": ["implementation"], "contracts": [SIGNED]}),
        ("contract", {"tag": ["compiled"], "awards": [ACTIVE], "contracts": [SIGNED]}),
        ("contract", {"tag": ["tender", "award", "contract"], "awards": [ACTIVE], "contracts": [SIGNED]}),
        ("award", {"tag": ["compiled"], "awards": [FAILED, ACTIVE]}),
        ("award", {"tag": ["compiled"], "awards": [ACTIVE], "contracts": [{"id": "c", "status": "pending"}]}),
        ("award", {"tag": ["compiled"], "awards": [ACTIVE], "contracts": [{"id": "c", "status": "cancelled"}]}),
        ("candidate", {"tag": ["award"], "awards": [PENDING]}),
        ("candidate", {"tag": ["compiled"], "awards": [PENDING], "tender": {"status": "complete"}}),
        ("tender", {"tag": ["compiled"], "tender": {"status": "complete"}}),
        ("single_source", {"tag": ["tender"], "tender": {"status": "active", "procurementMethod": "direct"}}),
        ("tender", {"tag": ["tender"], "tender": {"status": "active", "procurementMethod": "limited"}}),
        ("plan", {"tag": ["compiled"], "planning": {"budget": {"id": "x"}}}),
        ("cancellation", {"tag": ["tenderCancellation"], "tender": {}}),
        ("cancellation", {"tag": ["tender"], "tender": {"status": "unsuccessful"}}),
        ("cancellation", {"tag": ["compiled"], "tender": {"status": "cancelled"}}),
        ("cancellation", {"tag": ["award"], "awards": [CANCELLED]}),
        ("cancellation", {"tag": ["compiled"], "tender": {"status": "complete"}, "awards": [FAILED, CANCELLED]}),
        ("cancellation", {"tag": ["compiled"], "tender": {"status": "cancelled"}, "awards": [ACTIVE]}),
        (
            "contract",
            {"tag": ["compiled"], "tender": {"status": "cancelled"}, "awards": [ACTIVE], "contracts": [SIGNED]},
        ),
        ("plan", {"tag": ["compiled"], "planning": [{"id": "x"}]}),
        (None, {"tag": ["compiled"], "parties": [{"id": "1", "name": "x", "roles": ["payer"]}]}),
    ],
)
def test_stage(expected: str | None, members: dict[str, object]) -> None:
    assert stage(release(**members)) == expected


def test_every_statement_has_the_stage_of_the_notice() -> None:
    record = release(tag=["award"], buyer={"name": "Town"}, tender={"title": "x"}, awards=[ACTIVE])
    assert {statement.stage for statement in record.statements} == {"award"}


def test_numbers_of_the_procedure() -> None:
    record = release(
        tender={"id": "T-1", "tenderID": "UA-2017-1-a"},
        contracts=[{"id": "c", "contractNumber": "2017/44"}, {"id": "d", "contractNumber": "6"}],
    )
    numbers = [statement.value for statement in said(record, StatementKind.PROJECT_NUMBER)]
    assert [(number.label, number.number) for number in numbers] == [  # type: ignore[union-attr]
        ("ocid", "ocds-test-1"),
        ("tender.id", "T-1"),
        ("tender.tenderID", "UA-2017-1-a"),
        ("contracts.contractNumber", "2017/44"),
    ]


def test_an_id_that_repeats_the_ocid_is_said_once() -> None:
    assert len(said(release(tender={"id": "ocds-test-1"}), StatementKind.PROJECT_NUMBER)) == 1


def test_dates_by_kind() -> None:
    record = release(
        tag=["contract"],
        date="2024-05-06T07:08:09Z",
        tender={"tenderPeriod": {"endDate": "2024-01-10T12:00:00+03:00"}, "bidOpening": {"date": "2024-01-11"}},
        awards=[{**ACTIVE, "date": "2024-02-20"}],
        contracts=[{**SIGNED, "period": {"startDate": "2024-03-02", "endDate": "2025-03-01"}}],
    )
    assert dates(record) == {
        "publication": ["2024-05-06"],
        "deadline": ["2024-01-10"],
        "opening": ["2024-01-11"],
        "award": ["2024-02-20"],
        "contract": ["2024-03-01"],
        "start": ["2024-03-02"],
        "end": ["2025-03-01"],
    }


def test_a_cancelled_award_has_no_date() -> None:
    assert "award" not in dates(release(awards=[{**CANCELLED, "date": "2024-02-20"}]))


def test_the_title_is_the_tenders_else_the_contracts() -> None:
    both = release(tender={"title": "Tender"}, contracts=[{"id": "c", "title": "Contract"}])
    assert [statement.value.text for statement in said(both, StatementKind.TITLE)] == ["Tender"]  # type: ignore[union-attr]
    alone = release(tender={"id": "1"}, contracts=[{"id": "c", "title_fr": "Contrat"}])
    assert [statement.value.text for statement in said(alone, StatementKind.TITLE)] == ["Contrat"]  # type: ignore[union-attr]
