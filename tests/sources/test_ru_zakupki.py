"""Papers of the Russian register of contracts: which they are, their numbers, stages and titles."""

from __future__ import annotations

import pytest

from tenderlight.model.reader import ReadingLimits
from tenderlight.model.statement import StatementKind
from tenderlight.sources.recognise import reader_for
from tenderlight.sources.ru_zakupki import ZakupkiReader
from tests.sources.notices import agencies, buyers, days, numbers, read, said, stage
from tests.sources.zakupki import CUSTOMER, NUMBER, organisation, paper

READER = ZakupkiReader()


@pytest.mark.parametrize(
    ("name", "inside", "expected"),
    [
        ("fcsNotificationEA44", "", "tender"),
        ("epNotificationEF2020", "", "tender"),
        ("fcsNotificationEP44", "", "single_source"),
        ("fcsNotificationCancel", "", "cancellation"),
        ("fcsNotificationLotCancel", "", "cancellation"),
        ("fcsNotificationCancelFailure", "", "correction"),
        (
            "fcsNotificationEA44",
            "<modification><modificationNumber>1</modificationNumber></modification>",
            "correction",
        ),
        ("fcsClarification", "", "correction"),
        ("fcsProtocolEF1", "", "candidate"),
        ("fcsProtocolEF3", "", "award"),
        ("epProtocolEF2020Final", "", "award"),
        ("fcsProtocolCancel", "", "cancellation"),
        ("fcsProtocolEFInvalidation", "", "cancellation"),
        ("fcsProtocolEvasion", "", None),
        ("fcsPlacementResult", "<procedurelFailed>true</procedurelFailed>", "cancellation"),
        ("fcsPlacementResult", "<procedurelFailed>false</procedurelFailed>", "award"),
        ("fcsContractSign", "", "contract"),
        ("contract", "<currentContractStage>E</currentContractStage>", "contract"),
        ("contract", "<currentContractStage>IN</currentContractStage>", "cancellation"),
        ("contractProcedure", "", "acceptance"),
        ("contractCancel", "", "cancellation"),
        ("tenderPlan2020", "", "plan"),
    ],
)
def test_stage_is_that_of_the_paper(name: str, inside: str, expected: str | None) -> None:
    found = read(READER, paper(name, NUMBER + inside))
    assert stage(found.records[0]) == expected


def test_a_protocol_without_an_admitted_application_is_an_end() -> None:
    reason = "<protocolLot><abandonedReason><name>Не подано ни одной заявки</name></abandonedReason></protocolLot>"
    record = read(READER, paper("fcsProtocolEF1", NUMBER + reason)).records[0]
    assert stage(record) == "cancellation"
    assert said(record, StatementKind.STAGE)[0].anchors[0].text == "Не подано ни одной заявки"


def test_numbers_publication_title_and_key() -> None:
    inside = (
        f"{NUMBER}<docPublishDate>2022-03-04T10:00:00+03:00</docPublishDate>"
        "<purchaseObjectInfo>Поставка камер\n   видеонаблюдения</purchaseObjectInfo>"
    )
    record = read(READER, paper("fcsNotificationEA44", inside)).records[0]
    assert record.key == "zakupki:0372200001222000045"
    assert record.language == "ru"
    assert numbers(record) == ["0372200001222000045"]
    assert days(record) == [("publication", "2022-03-04")]
    assert (
        said(record, StatementKind.TITLE)[0].anchors[0].pointer
        == "/*/export:fcsNotificationEA44/oos:purchaseObjectInfo"
    )
    assert record.fields[0].heading == "title"


def test_who_publishes_is_buyer_or_agency_by_its_role() -> None:
    for role, expected in (("CU", ([], ["комитет"])), ("RA", (["комитет"], []))):
        inside = (
            f"{NUMBER}<purchaseResponsible>{organisation('responsibleOrg', 'комитет')}"
            f"<responsibleRole>{role}</responsibleRole></purchaseResponsible>"
        )
        record = read(READER, paper("fcsNotificationEA44", inside)).records[0]
        assert (agencies(record), buyers(record)) == expected


def test_several_papers_are_several_notices_and_unknown_ones_are_said() -> None:
    two = paper("fcsContractSign", NUMBER).replace(
        b"</ns2:export>", b"<ns2:nsiOrganization/><ns2:contract/></ns2:export>"
    )
    found = read(READER, two)
    assert [stage(record) for record in found.records] == ["contract", "contract"]
    assert found.codes == ["record-unrecognised", "supplier-not-named", "record-without-id", "supplier-not-named"] or (
        "record-unrecognised" in found.codes and "record-without-id" in found.codes
    )
    assert "record-limit" in read(READER, two, ReadingLimits(records=1)).codes


def test_the_format_is_recognised_by_its_namespace() -> None:
    assert reader_for("application/xml", paper("contract", NUMBER)) is not None
    assert not READER.recognises(b"<export><contract/></export>")
    assert READER.recognises(b'<contract xmlns="http://zakupki.gov.ru/oos/types/1"/>')


def test_damage_is_a_problem_and_nothing_else() -> None:
    assert read(READER, paper("contract", NUMBER)[:-30]).codes == ["xml-damaged"]
    assert read(READER, paper("nsiOrganization", "")).codes == ["record-unrecognised", "no-record-read"]


def test_of_an_export_that_is_cut_off_the_whole_papers_are_read() -> None:
    one = paper("contract", NUMBER + CUSTOMER)
    end = one.index(b"</ns2:export>")
    two = one[:end] + one[one.index(b"<ns2:contract ") : end - 40]
    found = read(READER, two)
    assert found.codes[0] == "xml-cut-short"
    assert [numbers(record) for record in found.records] == [numbers(read(READER, one).records[0])]
    assert [buyers(record) for record in found.records] == [buyers(read(READER, one).records[0])]
    assert read(READER, one[: end - 40]).codes == ["xml-cut-short", "no-record-read"]


def test_contacts_and_commissions_are_never_stated_or_searched() -> None:
    inside = (
        f"{NUMBER}<commission><commissionMembers><commissionMember><lastName>Тайный</lastName></commissionMember>"
        f"</commissionMembers></commission><protocolLot>{CUSTOMER}</protocolLot>"
        "<contactInfo><lastName>Тайный</lastName><contactPhone>8-900-000-00-00</contactPhone></contactInfo>"
    )
    record = read(READER, paper("fcsProtocolEF3", inside)).records[0]
    assert buyers(record) == ["ГКУ «Безопасный город»"]
    assert "Тайный" not in str(record)
    assert "8-900" not in str(record)
