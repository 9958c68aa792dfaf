from __future__ import annotations

from tenderlight.model.record import Record
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue, RegionValue
from tenderlight.sources.eforms import EformsReader
from tests.sources import eforms
from tests.sources.notices import agencies, amounts, buyers, dates, read, said, texts

PROJECT = """<cac:ProcurementProject>
<cbc:Name languageID="FRA">Caméras</cbc:Name><cbc:Name languageID="ENG">Cameras</cbc:Name>
<cbc:Description languageID="ENG">Some cameras</cbc:Description>{more}</cac:ProcurementProject>"""
ESTIMATE = """<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="EUR">{}
</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>"""


def call(inside: str, extension: str = "") -> Record:
    [record] = read(EformsReader(), eforms.notice(inside, form="competition", extension=extension)).records
    return record


def test_buyer_in_the_language_of_the_notice_with_number_and_place() -> None:
    record = call(eforms.party("ORG-1"), eforms.organisations(("ORG-1", "Town")))
    [buyer] = said(record, StatementKind.BUYER)
    assert isinstance(buyer.value, PartyValue)
    assert buyer.value.name == "Town"
    assert [(number.scheme, number.number) for number in buyer.value.identifiers] == [("LU CompanyID", "ORG-1")]
    assert said(record, StatementKind.REGION)[0].value == RegionValue(country="LU", admin1="LU000", place="Here")


def test_joint_buyers_and_a_service_provider() -> None:
    provider = """<cac:ServiceProviderParty><cbc:ServiceTypeCode>{}</cbc:ServiceTypeCode><cac:Party>
    <cac:PartyIdentification><cbc:ID>ORG-3</cbc:ID></cac:PartyIdentification></cac:Party></cac:ServiceProviderParty>"""
    known = eforms.organisations(("ORG-1", "Town"), ("ORG-2", "City"), ("ORG-3", "Helper"))
    inside = eforms.party("ORG-1", provider.format("serv-prov")) + eforms.party("ORG-2", provider.format("ted-esen"))
    record = call(inside, known)
    assert (buyers(record), agencies(record)) == (["Town", "City"], ["Helper"])


def test_a_central_purchasing_body_is_in_doubt() -> None:
    central = "<efbc:AwardingCPBIndicator>true</efbc:AwardingCPBIndicator>"
    record = call(eforms.party("ORG-1"), eforms.organisations(("ORG-1", "Town"), more=central))
    assert said(record, StatementKind.BUYER)[0].against


def test_numbers_of_persons_are_not_kept() -> None:
    person = "<efbc:NaturalPersonIndicator>true</efbc:NaturalPersonIndicator>"
    record = call(eforms.party("ORG-1"), eforms.organisations(("ORG-1", "A Person"), more=person))
    assert said(record, StatementKind.BUYER)[0].value == PartyValue(name="A Person")


def test_a_reference_to_nobody_gives_no_buyer() -> None:
    assert buyers(call(eforms.party("ORG-9"), eforms.organisations(("ORG-1", "Town")))) == []


def test_title_and_texts() -> None:
    lots = eforms.lot("LOT-1", PROJECT.format(more="").replace("Some cameras", "The first lot"))
    record = call(PROJECT.format(more="<cbc:Note>Mind the wind</cbc:Note>") + lots)
    assert [statement.anchors[0].text for statement in said(record, StatementKind.TITLE)] == ["Cameras"]
    assert texts(record) == ["Caméras", "Cameras", "Some cameras", "Mind the wind", "The first lot"]


def test_withheld_texts_are_left_out() -> None:
    record = call(PROJECT.format(more="").replace("Cameras", "unpublished"))
    assert "unpublished" not in repr(record)


def test_estimates_of_the_whole_and_of_lots() -> None:
    lots = "".join(eforms.lot(f"LOT-{n}", PROJECT.format(more=ESTIMATE.format(n))) for n in (40, 60))
    assert amounts(call(PROJECT.format(more=ESTIMATE.format(100)) + lots)) == [
        ("estimate", "100", "EUR", None),
        ("estimate", "40", "EUR", "LOT-40"),
        ("estimate", "60", "EUR", "LOT-60"),
    ]


def test_framework_maxima_are_ceilings() -> None:
    most = """<cac:TenderingProcess><cac:FrameworkAgreement><cbc:EstimatedMaximumValueAmount currencyID="EUR">900
    </cbc:EstimatedMaximumValueAmount></cac:FrameworkAgreement></cac:TenderingProcess>"""
    assert amounts(call(eforms.lot("LOT-1", most))) == [("ceiling", "900", "EUR", None)]


def test_dates_of_a_call() -> None:
    process = """<cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>2024-02-03+01:00</cbc:EndDate>
    </cac:TenderSubmissionDeadlinePeriod><cac:OpenTenderEvent><cbc:OccurrenceDate>2024-02-04Z</cbc:OccurrenceDate>
    </cac:OpenTenderEvent></cac:TenderingProcess>"""
    planned = "<cac:PlannedPeriod><cbc:StartDate>2024-06-01Z</cbc:StartDate></cac:PlannedPeriod>"
    record = call(eforms.lot("LOT-1", process + PROJECT.format(more=planned)))
    assert dates(record) == {
        "publication": ["2024-01-02"],
        "deadline": ["2024-02-03"],
        "opening": ["2024-02-04"],
        "start": ["2024-06-01"],
    }
