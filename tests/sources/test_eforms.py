from __future__ import annotations

import pytest

from tenderlight.model.record import Record
from tenderlight.model.statement import StatementKind
from tenderlight.sources.cut_notices import SURE
from tenderlight.sources.eforms import EformsReader
from tests.sources import eforms
from tests.sources.notices import buyers, dates, read, said, stage


def only(content: bytes) -> Record:
    [record] = read(EformsReader(), content).records
    return record


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("planning", "plan"),
        ("consultation", "plan"),
        ("competition", "tender"),
        ("dir-awa-pre", "single_source"),
        ("result", "award"),
        ("cont-modif", "contract"),
        ("completion", "acceptance"),
        ("change", "correction"),
        ("bri", None),
    ],
)
def test_stage_by_form_type(form: str, expected: str | None) -> None:
    assert stage(only(eforms.notice(form=form))) == expected


CHANGES = "<efac:Changes><efbc:ChangedNoticeIdentifier>n-0-01</efbc:ChangedNoticeIdentifier></efac:Changes>"


@pytest.mark.parametrize(
    ("form", "expected"), [("competition", "correction"), ("planning", "correction"), ("result", "award")]
)
def test_a_changed_call_is_a_correction_and_a_changed_award_an_award(form: str, expected: str) -> None:
    assert stage(only(eforms.notice(form=form, extension=CHANGES))) == expected


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["selec-w"], "award"),
        (["clos-nw"], "cancellation"),
        (["clos-nw", "selec-w"], "award"),
        (["open-nw"], "tender"),
        (["open-nw", "clos-nw"], "cancellation"),
    ],
)
def test_stage_by_the_results_of_lots(codes: list[str], expected: str) -> None:
    lots = [eforms.result(f"L{index}", code, [f"T{index}"]) for index, code in enumerate(codes)]
    tenders = [eforms.tender(f"T{index}", f"L{index}", "5", "P") for index in range(len(codes))]
    record = only(eforms.notice(extension=eforms.results(*lots, *tenders)))
    assert stage(record) == expected


def test_numbers_key_and_language() -> None:
    record = only(eforms.notice())
    assert (record.key, record.language) == ("eforms:n-1-01", "en")
    numbers = [statement.value for statement in said(record, StatementKind.PROJECT_NUMBER)]
    assert [(number.label, number.number) for number in numbers] == [  # type: ignore[union-attr]
        ("ContractFolderID", "p-1"),
        ("notice-id", "n-1"),
    ]


def test_the_date_of_dispatch_stands_in_for_publication_and_that_is_said() -> None:
    record = only(eforms.notice())
    assert dates(record) == {"publication": ["2024-01-02"]}
    assert said(record, StatementKind.DATE)[0].against
    published = "<efac:Publication><efbc:PublicationDate>2024-01-05Z</efbc:PublicationDate></efac:Publication>"
    record = only(eforms.notice(extension=published))
    assert dates(record) == {"publication": ["2024-01-05"]}
    assert not said(record, StatementKind.DATE)[0].against


def test_a_notice_without_a_number_says_so() -> None:
    content = eforms.notice().replace(b'<cbc:ID schemeName="notice-id">n-1</cbc:ID>', b"")
    assert read(EformsReader(), content).codes == ["record-without-id"]


def test_a_notice_that_is_cut_off_states_only_what_nothing_behind_can_change() -> None:
    whole = eforms.notice(
        eforms.party("ORG-1") + eforms.lot("LOT-1"), extension=eforms.organisations(("ORG-1", "Town"))
    )
    found = read(EformsReader(), whole[:-10])
    assert found.codes[0] == "xml-cut-short"
    assert [record.key for record in found.records] == ["eforms:n-1-01"]
    assert {said.kind for said in found.records[0].statements} <= SURE
    assert buyers(found.records[0]) == ["Town"]
    assert stage(read(EformsReader(), whole).records[0]) is not None


@pytest.mark.parametrize(
    "root", ["ContractNotice", "ContractAwardNotice", "PriorInformationNotice", "BusinessRegistrationInformationNotice"]
)
def test_recognises(root: str) -> None:
    assert EformsReader().recognises(eforms.notice(root=root))


def test_other_ubl_is_not_recognised() -> None:
    assert not EformsReader().recognises(eforms.notice(root="Invoice"))
    assert not EformsReader().recognises(b"<ContractNotice/>")
