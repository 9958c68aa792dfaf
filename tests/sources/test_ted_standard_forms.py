from __future__ import annotations

import pytest

from tenderlight.model.record import Record
from tenderlight.model.statement import StatementKind
from tenderlight.sources.cut_notices import SURE
from tenderlight.sources.ted_standard_forms import TedReader
from tests.sources import ted
from tests.sources.notices import amounts, buyers, dates, read, said, stage, suppliers, texts


def only(content: bytes) -> Record:
    found = read(TedReader(), content)
    assert len(found.records) == 1, found
    return found.records[0]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("F01", "plan"),
        ("F02", "tender"),
        ("F03", "award"),
        ("F05", "tender"),
        ("F06", "award"),
        ("F12", "tender"),
        ("F13", "award"),
        ("F14", "correction"),
        ("F15", "single_source"),
        ("F20", "contract"),
        ("F24", "tender"),
        ("F25", "award"),
        ("T02", "award"),
        ("F99", None),
    ],
)
def test_stage_by_form(form: str, expected: str | None) -> None:
    record = only(ted.notice(form, ted.body() + ted.contract()))
    assert stage(record) == expected
    if expected is not None:
        assert said(record, StatementKind.STAGE)[0].anchors[0].text == form


@pytest.mark.parametrize(
    ("form", "kind", "procedure", "expected"),
    [
        ("F01", "PRI_ONLY", "", "plan"),
        ("F01", "PRI_CALL_COMPETITION", "", "tender"),
        ("F04", "PER_CALL_COMPETITION", "", "tender"),
        ("F21", "CONTRACT", "", "tender"),
        ("F21", "AWARD_CONTRACT", "", "award"),
        ("F22", "PER_ONLY", "", "plan"),
        ("F22", "QSU_ONLY", "", "tender"),
        ("F23", "CONCESSION_AWARD_CONTRACT", "", "award"),
        ("F23", "PRI", "", "plan"),
        ("F23", "PRI", "<PROCEDURE><DATE_RECEIPT_TENDERS>2020-02-03</DATE_RECEIPT_TENDERS></PROCEDURE>", "tender"),
    ],
)
def test_stage_by_type_of_notice(form: str, kind: str, procedure: str, expected: str) -> None:
    record = only(ted.notice(form, f'<NOTICE TYPE="{kind}"/>' + ted.body() + ted.contract() + procedure))
    assert stage(record) == expected
    assert said(record, StatementKind.STAGE)[0].anchors[0].text == kind


def test_no_award_at_all_is_a_cancellation_and_its_words_are_the_reason() -> None:
    record = only(ted.notice("F03", ted.body() + ted.contract() + ted.NOT_AWARDED))
    assert stage(record) == "cancellation"
    [anchor] = said(record, StatementKind.STAGE)[0].anchors
    assert anchor.text == "PROCUREMENT_UNSUCCESSFUL"
    assert anchor.pointer is not None
    assert anchor.pointer.startswith("local-name(/*/ted:FORM_SECTION/ted:F03_2014/")


def test_only_the_original_form_is_read() -> None:
    translation = f'<F02_2014 CATEGORY="TRANSLATION" FORM="F02" LG="EN">{ted.contract()}</F02_2014>'
    spanish = ted.contract().replace("Cameras", "Cámaras")
    record = only(ted.notice("F02", ted.body() + spanish, language="ES", other=translation))
    assert record.language == "es"
    assert record.pointer == "/*/ted:FORM_SECTION/ted:F02_2014[2]"
    assert texts(record) == ["Cámaras", "Some cameras.\nAnd masts."]


def test_code_labels_are_no_words_of_the_notice() -> None:
    assert "Surveillance" not in repr(only(ted.notice("F02", ted.body() + ted.contract())))


def test_number_and_date_of_publication() -> None:
    record = only(ted.notice("F02", ted.body() + ted.contract()))
    assert record.key == "ted:2020/S 001-000001"
    assert dates(record) == {"publication": ["2020-01-02"]}


def test_without_a_number_the_document_number_is_the_key() -> None:
    content = ted.notice("F02", ted.body()).replace(b"<NO_DOC_OJS>2020/S 001-000001</NO_DOC_OJS>", b"")
    assert only(content).key == "ted:1-2020"
    found = read(TedReader(), content.replace(b'DOC_ID="1-2020"', b""))
    assert found.codes == ["record-without-id"]


def test_an_export_without_a_form_is_a_problem() -> None:
    assert read(TedReader(), b"<TED_EXPORT><FORM_SECTION/></TED_EXPORT>").codes == ["no-record-read"]


def test_a_form_that_is_cut_off_states_only_what_nothing_behind_can_change() -> None:
    whole = ted.notice("F03", ted.body() + ted.contract() + ted.award(["A LLC"]) + ted.NOT_AWARDED)
    found = read(TedReader(), whole[: whole.index(b"</AWARDED_CONTRACT>")])
    assert found.codes == ["xml-cut-short"]
    assert buyers(found.records[0]) == ["Town"]
    assert {said.kind for said in found.records[0].statements} <= SURE
    assert "Some cameras.\nAnd masts." in [field.text for field in found.records[0].fields]
    assert suppliers(read(TedReader(), whole).records[0])


def test_a_buyer_in_whose_section_the_file_is_cut_off_is_not_stated() -> None:
    whole = ted.notice("F02", ted.body())
    found = read(TedReader(), whole[: whole.index(b"<TOWN>")])
    assert (found.codes, buyers(found.records[0])) == (["xml-cut-short"], [])


def test_a_form_that_is_whole_keeps_all_that_it_states_where_the_file_is_cut_off_behind() -> None:
    whole = ted.notice("F03", ted.body() + ted.award(["A LLC"]))
    found = read(TedReader(), whole[: whole.index(b"</FORM_SECTION>")])
    assert found.records == read(TedReader(), whole).records


def test_of_a_file_that_is_cut_off_before_its_form_nothing_is_stated() -> None:
    whole = ted.notice("F02", ted.body())
    found = read(TedReader(), whole[: whole.index(b"<FORM_SECTION>")])
    assert (found.codes, found.records) == (["xml-cut-short", "no-record-read"], [])


def test_recognises() -> None:
    assert TedReader().recognises(ted.notice("F02", ""))
    assert not TedReader().recognises(b"<html><body>TED_EXPORT</body></html>")


def test_a_value_that_is_an_entity_is_absent_and_the_rest_goes_on() -> None:
    whole = ted.notice(
        "F03", ted.body() + ted.contract() + ted.award(["&firm;"], '<VAL_TOTAL CURRENCY="EUR">5</VAL_TOTAL>')
    )
    head, rest = whole.split(b"?>", 1)
    found = read(TedReader(), head + b'?><!DOCTYPE TED_EXPORT [<!ENTITY firm "A Ltd">]>' + rest)
    assert "xml-entity" in found.codes
    assert suppliers(found.records[0]) == []
    assert amounts(found.records[0]) == [("award", "5", "EUR", None)]
    assert buyers(found.records[0]) == ["Town"]
