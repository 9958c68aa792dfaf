"""Contract actions of the United States."""

from __future__ import annotations

from tenderlight.model.statement import StatementKind
from tenderlight.sources.fpds import FpdsReader
from tests.sources.notices import amounts, buyers, days, numbers, read, regions, said, stage, suppliers

READER = FpdsReader()


def action(
    values: str = "",
    *,
    element: str = "award",
    modification: str = "0",
    kind: str = "DEFINITIVE CONTRACT",
    more: str = "",
) -> bytes:
    """Return a feed with one action."""
    identity = "contractID/IDVID" if element == "IDV" else "awardID/awardContractID"
    outer, inner = identity.split("/")
    return f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><content>
<ns1:{element} xmlns:ns1="https://www.fpds.gov/FPDS"><ns1:{outer}><ns1:{inner}>
<ns1:agencyID name="A">4740</ns1:agencyID>
<ns1:PIID>GS1</ns1:PIID><ns1:modNumber>{modification}</ns1:modNumber></ns1:{inner}></ns1:{outer}>
<ns1:relevantContractDates><ns1:signedDate>2022-01-02 00:00:00</ns1:signedDate></ns1:relevantContractDates>{values}
<ns1:purchaserInformation>
<ns1:contractingOfficeAgencyID name="PUBLIC BUILDINGS SERVICE">4740</ns1:contractingOfficeAgencyID>
<ns1:contractingOfficeID name="AN OFFICE">J</ns1:contractingOfficeID>{more}</ns1:purchaserInformation>
<ns1:contractData><ns1:contractActionType description="{kind}">B</ns1:contractActionType>
<ns1:descriptionOfContractRequirement>CAMERAS</ns1:descriptionOfContractRequirement></ns1:contractData>
<ns1:vendor><ns1:contractorName>LENS LLC</ns1:contractorName></ns1:vendor>
<ns1:placeOfPerformance><ns1:principalPlaceOfPerformance><ns1:stateCode name="TEXAS">TX</ns1:stateCode>
<ns1:countryCode name="UNITED STATES">USA</ns1:countryCode></ns1:principalPlaceOfPerformance>
</ns1:placeOfPerformance></ns1:{element}></content></entry></feed>""".encode()


def dollars(total: str, own: str) -> str:
    """Return values: of the whole contract, and of this action."""
    names = ("ObligatedAmount", "BaseAndExercisedOptionsValue", "BaseAndAllOptionsValue")
    whole = "".join(f"<ns1:total{name}>{total}{index}</ns1:total{name}>" for index, name in enumerate(names, 1))
    part = "".join(
        f"<ns1:{name[0].lower()}{name[1:]}>{own}{index}</ns1:{name[0].lower()}{name[1:]}>"
        for index, name in enumerate(names, 1)
    )
    totals = f"<ns1:totalDollarValues>{whole}</ns1:totalDollarValues>" if total else ""
    return f"<ns1:dollarValues>{part}</ns1:dollarValues>{totals}"


def test_an_award() -> None:
    record = read(READER, action(dollars("", "10"))).records[0]
    assert record.key == "fpds:4740:GS1"
    assert stage(record) == "contract"
    assert numbers(record) == ["GS1"]
    assert buyers(record) == ["PUBLIC BUILDINGS SERVICE"]
    assert suppliers(record) == [("LENS LLC", "sole", None)]
    assert amounts(record) == [("contract", "102", "USD", None), ("ceiling", "103", "USD", None)]
    assert days(record) == [("contract", "2022-01-02")]
    assert regions(record) == [("US", "TEXAS", None)]


def test_of_a_modification_the_totals_count_and_are_said_to_be_later() -> None:
    record = read(READER, action(dollars("900", "1"), modification="P0003")).records[0]
    assert amounts(record) == [("contract", "9002", "USD", None), ("ceiling", "9003", "USD", None)]
    assert said(record, StatementKind.AMOUNT)[0].against == ("It is the value after modification P0003.",)
    assert said(record, StatementKind.DATE)[0].against


def test_a_modification_without_totals_has_no_amount() -> None:
    assert amounts(read(READER, action(dollars("", "1"), modification="1")).records[0]) == []


def test_an_order_is_a_call_off_and_a_framework_has_ceilings_only() -> None:
    order = read(READER, action(dollars("", "10"), kind="DELIVERY ORDER")).records[0]
    assert amounts(order)[0][0] == "call_off"
    framework = read(READER, action(dollars("", "10"), element="IDV")).records[0]
    assert {kind for kind, *_ in amounts(framework)} == {"ceiling"}
    assert suppliers(framework) == [("LENS LLC", "framework", None)]


def test_money_taken_back_is_no_price() -> None:
    found = read(READER, action(dollars("-5", "-5"), modification="1"))
    assert amounts(found.records[0]) == []


def test_that_another_agency_pays_is_a_doubt() -> None:
    payer = '<ns1:fundingRequestingAgencyID name="BORDER AGENCY">1</ns1:fundingRequestingAgencyID>'
    record = read(READER, action(more=payer)).records[0]
    assert said(record, StatementKind.BUYER)[0].against == ("Another agency asked for it and pays: BORDER AGENCY.",)
    assert [one.anchors[0].text for one in said(record, StatementKind.END_USER)] == ["BORDER AGENCY"]


def test_a_feed_without_actions_and_a_damaged_one() -> None:
    empty = b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:f="https://www.fpds.gov/FPDS"/>'
    assert READER.recognises(empty)
    assert read(READER, empty).codes == ["no-record-read"]
    assert read(READER, action()[:60]).codes == ["xml-damaged"]
    assert not READER.recognises(b'<feed xmlns="http://www.w3.org/2005/Atom"/>')


def test_of_a_feed_that_is_cut_off_the_whole_actions_are_read() -> None:
    entry = action()[action().index(b"<entry>") : action().index(b"</feed>")]
    feed = action().replace(b"</feed>", entry + entry + b"</feed>")
    whole = read(READER, feed)
    for cut in (b"LENS LLC", b"</entry></feed>", b"PIID>GS1"):
        found = read(READER, feed[: feed.rindex(cut)])
        assert found.codes[0] == "xml-cut-short"
        count = 3 if cut.startswith(b"</entry>") else 2
        assert [record.statements for record in found.records] == [one.statements for one in whole.records[:count]]
    assert read(READER, feed[: feed.index(b"LENS")]).codes == ["xml-cut-short", "no-record-read"]
