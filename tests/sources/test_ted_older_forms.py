from __future__ import annotations

from tenderlight.model.record import Record
from tenderlight.sources.ted_standard_forms import TedReader
from tests.sources import ted
from tests.sources.notices import agencies, amounts, buyers, dates, read, stage, suppliers, texts

AUTHORITY = """<CONTRACTING_AUTHORITY_INFORMATION_DEFENCE><CA_CE_CONCESSIONAIRE_PROFILE><ORGANISATION>
<OFFICIALNAME>Ministry</OFFICIALNAME></ORGANISATION><COUNTRY VALUE="LV"/></CA_CE_CONCESSIONAIRE_PROFILE>
{more}</CONTRACTING_AUTHORITY_INFORMATION_DEFENCE>"""
COST = """<COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE CURRENCY="HUF"><VALUE_COST>{}</VALUE_COST>
</COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE>"""
AWARD = """<AWARD_OF_CONTRACT_DEFENCE ITEM="{lot}"><CONTRACT_NUMBER>{lot}</CONTRACT_NUMBER>
<CONTRACT_AWARD_DATE><DAY>7</DAY><MONTH>8</MONTH><YEAR>2021</YEAR></CONTRACT_AWARD_DATE>
<ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION>
<OFFICIALNAME>{name}</OFFICIALNAME></ORGANISATION></CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS>
<CONTRACT_VALUE_INFORMATION><INITIAL_ESTIMATED_TOTAL_VALUE_CONTRACT CURRENCY="HUF"><VALUE_COST>80</VALUE_COST>
</INITIAL_ESTIMATED_TOTAL_VALUE_CONTRACT>{cost}</CONTRACT_VALUE_INFORMATION></AWARD_OF_CONTRACT_DEFENCE>"""


def only(form: str, inside: str) -> Record:
    content = ted.notice(form, f"<FD>{inside}</FD>", element="CONTRACT_DEFENCE")
    [record] = read(TedReader(), content).records
    return record


def test_a_defence_award() -> None:
    inside = AUTHORITY.format(more="") + f"<TOTAL_FINAL_VALUE>{COST.format(90)}</TOTAL_FINAL_VALUE>"
    record = only("18", inside + AWARD.format(lot="1", name="Firm", cost=COST.format(90)))
    assert (stage(record), buyers(record)) == ("award", ["Ministry"])
    assert suppliers(record) == [("Firm", "sole", None)]
    assert amounts(record) == [("award", "90", "HUF", None), ("estimate", "80", "HUF", None)]
    assert dates(record)["award"] == ["2021-08-07"]


def test_several_awards_are_lots() -> None:
    awards = [AWARD.format(lot=lot, name=name, cost="") for lot, name in (("1", "A"), ("2", "B"))]
    assert suppliers(only("18", AUTHORITY.format(more="") + "".join(awards))) == [
        ("A", "lot winner", "1"),
        ("B", "lot winner", "2"),
    ]


def test_who_buys_on_behalf_of_others_is_their_agency() -> None:
    more = """<PURCHASING_ON_BEHALF_YES><CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY><ORGANISATION>
    <OFFICIALNAME>Army</OFFICIALNAME></ORGANISATION></CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY>
    </PURCHASING_ON_BEHALF_YES>"""
    record = only("17", AUTHORITY.format(more=more))
    assert (stage(record), buyers(record), agencies(record)) == ("tender", ["Army"], ["Ministry"])


def test_a_call_has_a_deadline_an_estimate_and_texts() -> None:
    inside = """<TITLE_CONTRACT><P>Gate</P></TITLE_CONTRACT><SHORT_CONTRACT_DESCRIPTION><P>A new gate</P>
    </SHORT_CONTRACT_DESCRIPTION><COSTS_RANGE_AND_CURRENCY CURRENCY="EUR"><VALUE_COST>70</VALUE_COST>
    </COSTS_RANGE_AND_CURRENCY><RECEIPT_LIMIT_DATE><DAY>07</DAY><MONTH>06</MONTH><YEAR>2021</YEAR></RECEIPT_LIMIT_DATE>"""
    record = only("17", AUTHORITY.format(more="") + inside)
    assert amounts(record) == [("estimate", "70", "EUR", None)]
    assert dates(record)["deadline"] == ["2021-06-07"]
    assert texts(record) == ["Gate", "A new gate"]


def test_a_range_gives_no_amount() -> None:
    inside = """<COSTS_RANGE_AND_CURRENCY CURRENCY="EUR"><RANGE_VALUE_COST><LOW_VALUE>1</LOW_VALUE></RANGE_VALUE_COST>
    </COSTS_RANGE_AND_CURRENCY>"""
    found = read(
        TedReader(), ted.notice("17", f"<FD>{AUTHORITY.format(more='')}{inside}</FD>", element="CONTRACT_DEFENCE")
    )
    assert found.codes == ["value-is-range"]
    assert amounts(found.records[0]) == []
