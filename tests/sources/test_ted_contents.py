from __future__ import annotations

from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue, RegionValue, TextValue
from tenderlight.sources.ted_standard_forms import TedReader
from tests.sources import ted
from tests.sources.notices import amounts, buyers, dates, read, said


def test_buyer_number_and_place() -> None:
    [record] = read(TedReader(), ted.notice("F02", ted.body() + ted.contract())).records
    [buyer] = said(record, StatementKind.BUYER)
    assert isinstance(buyer.value, PartyValue)
    assert [(number.scheme, number.number) for number in buyer.value.identifiers] == [("ES NATIONALID", "Q1")]
    assert said(record, StatementKind.REGION)[0].value == RegionValue(country="ES", admin1="ES300", place="Here")


def test_a_country_in_place_of_a_number_is_no_number() -> None:
    content = ted.notice("F02", ted.body().replace("Q1", "Spain"))
    [record] = read(TedReader(), content).records
    assert said(record, StatementKind.BUYER)[0].value == PartyValue(name="Town")


def test_joint_buyers() -> None:
    more = (
        "<ADDRESS_CONTRACTING_BODY_ADDITIONAL><OFFICIALNAME>City</OFFICIALNAME></ADDRESS_CONTRACTING_BODY_ADDITIONAL>"
    )
    [record] = read(TedReader(), ted.notice("F02", ted.body(more))).records
    assert buyers(record) == ["Town", "City"]


def test_a_central_purchasing_body_is_in_doubt() -> None:
    [record] = read(TedReader(), ted.notice("F02", ted.body("<CENTRAL_PURCHASING/>"))).records
    assert said(record, StatementKind.BUYER)[0].against


def test_a_body_without_a_name_is_a_problem() -> None:
    content = ted.notice("F02", ted.body().replace("Town", ""))
    assert read(TedReader(), content).codes == ["party-without-name"]


def test_a_wrapped_title_is_one_line_but_quoted_as_it_stands() -> None:
    content = ted.notice("F02", ted.contract().replace("Cameras", "Cameras\n      and masts") + ted.body())
    [record] = read(TedReader(), content).records
    [title] = said(record, StatementKind.TITLE)
    assert title.value == TextValue(text="Cameras and masts")
    assert title.anchors[0].text == "Cameras\n      and masts"


def test_values_before_an_award_are_estimates() -> None:
    lots = """<OBJECT_DESCR ITEM="1"><LOT_NO>1</LOT_NO><VAL_OBJECT CURRENCY="EUR">40</VAL_OBJECT></OBJECT_DESCR>
    <OBJECT_DESCR ITEM="2"><LOT_NO>2</LOT_NO><VAL_OBJECT CURRENCY="EUR">60</VAL_OBJECT></OBJECT_DESCR>"""
    values = '<VAL_ESTIMATED_TOTAL CURRENCY="EUR">100.00</VAL_ESTIMATED_TOTAL>'
    [record] = read(TedReader(), ted.notice("F02", ted.body() + ted.contract(values, lots))).records
    assert amounts(record) == [
        ("estimate", "100.00", "EUR", None),
        ("estimate", "40", "EUR", "1"),
        ("estimate", "60", "EUR", "2"),
    ]


def test_dates_of_the_procedure() -> None:
    procedure = """<PROCEDURE><DATE_RECEIPT_TENDERS>2020-02-03</DATE_RECEIPT_TENDERS>
    <OPENING_CONDITION><DATE_OPENING_TENDERS>2020-02-04</DATE_OPENING_TENDERS></OPENING_CONDITION></PROCEDURE>"""
    lot = "<OBJECT_DESCR><DATE_START>2020-03-01</DATE_START><DATE_END>2021-03-01</DATE_END></OBJECT_DESCR>"
    [record] = read(TedReader(), ted.notice("F02", ted.body() + ted.contract("", lot) + procedure)).records
    assert dates(record) == {
        "publication": ["2020-01-02"],
        "deadline": ["2020-02-03"],
        "opening": ["2020-02-04"],
        "start": ["2020-03-01"],
        "end": ["2021-03-01"],
    }


def test_a_correction_keeps_what_was_and_what_is() -> None:
    changes = """<CHANGES><CHANGE><OLD_VALUE><TEXT><P>10 cameras</P></TEXT></OLD_VALUE>
    <NEW_VALUE><TEXT><P>20 cameras</P><P>and masts</P></TEXT></NEW_VALUE></CHANGE></CHANGES>"""
    [record] = read(TedReader(), ted.notice("F14", ted.body() + changes)).records
    assert [(field.heading, field.text) for field in record.fields] == [
        ("before the correction", "10 cameras"),
        ("after the correction", "20 cameras\nand masts"),
    ]


def test_legal_remedies_and_conditions_for_bidders_are_no_texts() -> None:
    inside = """<LEFTI><SUITABILITY><P>a licence</P></SUITABILITY></LEFTI><COMPLEMENTARY_INFO>
    <INFO_ADD><P>note</P></INFO_ADD><REVIEW_PROCEDURE><P>appeal</P></REVIEW_PROCEDURE></COMPLEMENTARY_INFO>"""
    [record] = read(TedReader(), ted.notice("F02", ted.body() + inside)).records
    assert [field.text for field in record.fields] == ["note"]
