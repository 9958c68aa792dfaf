from __future__ import annotations

from tenderlight.model.record import Record
from tenderlight.model.statement import StatementKind
from tenderlight.sources.ted_standard_forms import TedReader
from tests.sources import ted
from tests.sources.notices import Read, amounts, dates, read, said, stage, suppliers

TOTAL = '<VAL_TOTAL CURRENCY="EUR">{}</VAL_TOTAL>'
ESTIMATE = '<VAL_ESTIMATED_TOTAL CURRENCY="EUR">{}</VAL_ESTIMATED_TOTAL>'
RANGE = '<VAL_RANGE_TOTAL CURRENCY="EUR"><LOW>1</LOW><HIGH>9</HIGH></VAL_RANGE_TOTAL>'


def of(form: str, *parts: str) -> Read:
    return read(TedReader(), ted.notice(form, ted.body() + "".join(parts)))


def only(form: str, *parts: str) -> Record:
    [record] = of(form, *parts).records
    return record


def test_one_award() -> None:
    record = only(
        "F03",
        ted.contract(TOTAL.format("90")),
        ted.award(["Firm"], ESTIMATE.format("100") + TOTAL.format("90"), number="2019/77"),
    )
    assert suppliers(record) == [("Firm", "sole", None)]
    assert amounts(record) == [("award", "90", "EUR", None), ("estimate", "100", "EUR", None)]
    assert dates(record)["contract"] == ["2019-12-27"]
    numbers = [statement.anchors[0].text for statement in said(record, StatementKind.PROJECT_NUMBER)]
    assert numbers == ["2020/S 001-000001", "R/1", "2019/77"]


def test_older_files_have_no_lists_of_contractors_and_values() -> None:
    award = ted.award(["Firm"], TOTAL.format("90"))
    for name in ("CONTRACTORS", "VALUES"):
        award = award.replace(f"<{name}>", "").replace(f"</{name}>", "")
    record = only("F03", ted.contract(), award)
    assert suppliers(record) == [("Firm", "sole", None)]
    assert amounts(record) == [("award", "90", "EUR", None)]


def test_lots_keep_their_winners_and_values() -> None:
    found = of(
        "F03",
        ted.contract(TOTAL.format("90")),
        ted.award(["A"], TOTAL.format("40"), lot="1"),
        ted.NOT_AWARDED,
        ted.award(["B"], TOTAL.format("50"), lot="3"),
    )
    [record] = found.records
    assert stage(record) == "award"
    assert suppliers(record) == [("A", "lot winner", "1"), ("B", "lot winner", "3")]
    assert amounts(record) == [
        ("award", "90", "EUR", None),
        ("award", "40", "EUR", "1"),
        ("award", "50", "EUR", "3"),
    ]
    assert found.codes == ["lot-not-awarded"]


def test_a_procedure_without_award_has_no_supplier_and_no_price() -> None:
    record = only("F03", ted.contract(TOTAL.format("90") + ESTIMATE.format("100")), ted.NOT_AWARDED)
    assert suppliers(record) == []
    assert amounts(record) == [("estimate", "100", "EUR", None)]


def test_a_group_has_members() -> None:
    assert suppliers(only("F03", ted.award(["A", "B"], group="<AWARDED_TO_GROUP/>"))) == [
        ("A", "member", None),
        ("B", "member", None),
    ]


def test_several_winners_that_are_no_group_each_won() -> None:
    assert suppliers(only("F03", ted.award(["A", "B"], group="<NO_AWARDED_TO_GROUP/>"))) == [
        ("A", "lot winner", None),
        ("B", "lot winner", None),
    ]


def test_where_the_group_is_not_said_it_is_in_doubt() -> None:
    record = only("F03", ted.award(["A", "B"]))
    assert [role for _, role, _ in suppliers(record)] == ["member", "member"]
    assert all(statement.against for statement in said(record, StatementKind.SUPPLIER))


def test_an_award_on_a_form_for_plans_is_an_award() -> None:
    record = only("F21", '<NOTICE TYPE="PRI_ONLY"/>', ted.contract(), ted.award(["A"], TOTAL.format("9")))
    assert (stage(record), suppliers(record)) == ("award", [("A", "sole", None)])
    assert said(record, StatementKind.STAGE)[0].anchors[0].text == "AWARDED_CONTRACT"


def test_a_framework_has_a_ceiling_and_no_price() -> None:
    record = only("F03", ted.contract(TOTAL.format("900")), ted.FRAMEWORK, ted.award(["A", "B"], TOTAL.format("900")))
    assert amounts(record) == [("ceiling", "900", "EUR", None)]
    assert suppliers(record) == [("A", "framework", None), ("B", "framework", None)]


def test_a_range_gives_no_amount() -> None:
    found = of("F06", ted.contract(RANGE), ted.award(["A"], RANGE))
    assert amounts(found.records[0]) == []
    assert found.codes == ["value-is-range"]


def test_withheld_values_and_names_are_noted_and_not_read() -> None:
    award = ted.award(["A"], TOTAL.format("90"))
    hidden = award.replace("<VALUES>", '<VALUES PUBLICATION="NO">').replace(
        "<CONTRACTORS>", '<CONTRACTORS PUBLICATION="NO">'
    )
    found = of("F06", ted.contract(), hidden)
    assert (suppliers(found.records[0]), amounts(found.records[0])) == ([], [])
    assert found.codes == ["value-withheld"]


def test_a_withheld_total_is_not_read() -> None:
    found = of("F06", ted.contract(TOTAL.format("90").replace("<VAL_TOTAL", '<VAL_TOTAL PUBLICATION="NO"')))
    assert amounts(found.records[0]) == []
    assert found.codes == ["value-withheld"]


def test_an_award_without_a_name_is_noted() -> None:
    assert of("F06", ted.award([])).codes == ["supplier-not-named"]


def test_an_announced_direct_award_names_the_intended_supplier() -> None:
    record = only("F15", ted.contract(TOTAL.format("90")), ted.award(["Firm"], TOTAL.format("90")))
    assert suppliers(record) == [("Firm", "intended", None)]
    assert amounts(record) == [("award", "90", "EUR", None)]
    assert all(said.against for said in record.statements if said.kind in ("supplier", "amount"))
    assert "contract" not in dates(record)
    assert dates(record)["award"] == ["2019-12-27"]


def test_a_value_in_a_call_is_never_a_price() -> None:
    assert amounts(only("F02", ted.contract(TOTAL.format("90")))) == []


def test_a_modification_has_the_value_after_it() -> None:
    after = """<MODIFICATIONS_CONTRACT><DESCRIPTION_PROCUREMENT><CONTRACTORS><CONTRACTOR><ADDRESS_CONTRACTOR>
    <OFFICIALNAME>Heir</OFFICIALNAME></ADDRESS_CONTRACTOR></CONTRACTOR></CONTRACTORS></DESCRIPTION_PROCUREMENT>
    <INFO_MODIFICATIONS><VALUES><VAL_TOTAL_BEFORE CURRENCY="EUR">90</VAL_TOTAL_BEFORE>
    <VAL_TOTAL_AFTER CURRENCY="EUR">120</VAL_TOTAL_AFTER></VALUES></INFO_MODIFICATIONS></MODIFICATIONS_CONTRACT>"""
    record = only("F20", ted.contract(), ted.award(["Firm"], TOTAL.format("90")), after)
    assert suppliers(record) == [("Firm", "sole", None), ("Heir", "sole", None)]
    assert amounts(record) == [("award", "90", "EUR", None), ("contract", "120", "EUR", None)]
    old, new = said(record, StatementKind.AMOUNT)
    assert old.against
    assert not new.against


def test_a_design_contest_has_winners_and_a_prize() -> None:
    results = """<RESULTS><AWARDED_PRIZE><DATE_DECISION_JURY>2020-01-01</DATE_DECISION_JURY><WINNERS>
    <WINNER><ADDRESS_WINNER><OFFICIALNAME>A</OFFICIALNAME></ADDRESS_WINNER></WINNER></WINNERS>
    <VAL_PRIZE CURRENCY="EUR">5000</VAL_PRIZE></AWARDED_PRIZE></RESULTS>"""
    record = only("F13", ted.contract(), results)
    assert suppliers(record) == [("A", "sole", None)]
    assert amounts(record) == [("award", "5000", "EUR", None)]
    assert dates(record)["award"] == ["2020-01-01"]


def test_a_contest_without_a_prize_is_a_cancellation() -> None:
    results = "<RESULTS><NO_AWARDED_PRIZE><PROCUREMENT_DISCONTINUED/></NO_AWARDED_PRIZE></RESULTS>"
    assert stage(only("F13", ted.contract(), results)) == "cancellation"
