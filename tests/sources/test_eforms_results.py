from __future__ import annotations

import pytest

from tenderlight.model.statement import StatementKind
from tenderlight.sources.eforms import EformsReader
from tests.sources import eforms
from tests.sources.eforms import bidder, contract, lot, result, results, tender
from tests.sources.notices import Read, amounts, dates, read, said, stage, suppliers

KNOWN = eforms.organisations(("ORG-1", "A"), ("ORG-2", "B"), ("ORG-3", "C"))
PARTIES = bidder("P-1", ["ORG-1"]) + bidder("P-2", ["ORG-2"])


def of(section: str, *, form: str = "result", inside: str = "") -> Read:
    inside = inside or lot("LOT-1")
    return read(EformsReader(), eforms.notice(inside, form=form, extension=section + KNOWN))


def test_the_way_from_lot_to_winner() -> None:
    section = results(
        '<cbc:TotalAmount currencyID="EUR">95</cbc:TotalAmount>',
        result("LOT-1", "selec-w", ["T-1"], ["C-1"]),
        tender("T-1", "LOT-1", "90.50", "P-1"),
        contract("C-1", ["T-1"], "<efac:ContractReference><cbc:ID>K/44</cbc:ID></efac:ContractReference>"),
        PARTIES,
    )
    [record] = of(section).records
    assert suppliers(record) == [("A", "sole", None)]
    assert amounts(record) == [("award", "95", "EUR", None), ("award", "90.50", "EUR", None)]
    assert (dates(record)["contract"], dates(record)["award"]) == (["2024-03-01"], ["2024-02-01"])
    assert said(record, StatementKind.PROJECT_NUMBER)[-1].anchors[0].text == "K/44"


def test_a_tender_that_no_contract_names_lost() -> None:
    section = results(
        result("LOT-1", "selec-w", ["T-1", "T-2"], ["C-1"]),
        tender("T-1", "LOT-1", "90", "P-1"),
        tender("T-2", "LOT-1", "80", "P-2"),
        contract("C-1", ["T-2"]),
        PARTIES,
    )
    [record] = of(section).records
    assert suppliers(record) == [("B", "sole", None)]
    assert amounts(record) == [("award", "80", "EUR", None)]


@pytest.mark.parametrize("contracts", [[], [contract("C-9", ["T-9"])], [contract("C-1", [])]])
def test_without_a_contract_that_names_one_the_tenders_listed_won(contracts: list[str]) -> None:
    section = results(result("LOT-1", "selec-w", ["T-1"]), tender("T-1", "LOT-1", "90", "P-1"), *contracts, PARTIES)
    assert suppliers(of(section).records[0]) == [("A", "sole", None)]


@pytest.mark.parametrize("code", ["clos-nw", "open-nw", "unpublished"])
def test_tenders_of_a_lot_without_winner_are_no_suppliers(code: str) -> None:
    section = results(
        '<cbc:TotalAmount currencyID="EUR">95</cbc:TotalAmount>',
        result("LOT-1", code, ["T-1"]),
        tender("T-1", "LOT-1", "90", "P-1"),
        PARTIES,
    )
    [record] = of(section).records
    assert (suppliers(record), amounts(record)) == ([], [])


def test_lots_keep_their_winners() -> None:
    section = results(
        result("LOT-1", "selec-w", ["T-1"], ["C-1"]),
        result("LOT-2", "clos-nw", ["T-2"]),
        result("LOT-3", "selec-w", ["T-3"], ["C-3"]),
        tender("T-1", "LOT-1", "90", "P-1"),
        tender("T-2", "LOT-2", "70", "P-1"),
        tender("T-3", "LOT-3", "80", "P-2"),
        contract("C-1", ["T-1"]),
        contract("C-3", ["T-3"]),
        PARTIES,
    )
    found = of(section, inside=lot("LOT-1") + lot("LOT-2") + lot("LOT-3"))
    [record] = found.records
    assert suppliers(record) == [("A", "lot winner", "LOT-1"), ("B", "lot winner", "LOT-3")]
    assert amounts(record) == [("award", "90", "EUR", "LOT-1"), ("award", "80", "EUR", "LOT-3")]
    assert found.codes == ["lot-not-awarded"]


def test_a_consortium_with_lead_and_subcontractor() -> None:
    section = results(
        result("LOT-1", "selec-w", ["T-1"]),
        tender("T-1", "LOT-1", "90", "P-1"),
        bidder("P-1", ["ORG-1", "ORG-2"], lead="ORG-2", sub="ORG-3", name="A & B".replace("&", "&amp;")),
    )
    assert suppliers(of(section).records[0]) == [
        ("A & B", "consortium", None),
        ("A", "member", None),
        ("B", "lead", None),
        ("C", "subcontractor", None),
    ]


def test_a_framework_lot() -> None:
    system = """<cac:TenderingProcess><cac:ContractingSystem><cbc:ContractingSystemTypeCode>fa-wo-rc
    </cbc:ContractingSystemTypeCode></cac:ContractingSystem></cac:TenderingProcess>"""
    name = "OverallMaximumFrameworkContractsAmount"
    ceiling = f'<efbc:{name} currencyID="EUR">900</efbc:{name}>'
    section = results(ceiling, result("LOT-1", "selec-w", ["T-1"]), tender("T-1", "LOT-1", "90", "P-1"), PARTIES)
    [record] = of(section, inside=lot("LOT-1", system)).records
    assert suppliers(record) == [("A", "framework", None)]
    assert amounts(record) == [("ceiling", "900", "EUR", None), ("award", "90", "EUR", None)]
    assert said(record, StatementKind.AMOUNT)[1].against


def test_highest_and_lowest_bid_are_no_price() -> None:
    bids = """<efac:LotResult><cbc:HigherTenderAmount currencyID="EUR">99</cbc:HigherTenderAmount>
    <cbc:LowerTenderAmount currencyID="EUR">1</cbc:LowerTenderAmount>
    <cbc:TenderResultCode>selec-w</cbc:TenderResultCode></efac:LotResult>"""
    assert amounts(of(results(bids)).records[0]) == []


def test_a_direct_award_announced_names_the_intended_supplier() -> None:
    section = results(
        result("LOT-1", "", ["T-1", "T-2"], ["C-1"]),
        tender("T-1", "LOT-1", "90", "P-1"),
        tender("T-2", "LOT-1", "80", "P-2"),
        contract("C-1", ["T-1"]),
        PARTIES,
    )
    [record] = of(section, form="dir-awa-pre").records
    assert suppliers(record) == [("A", "intended", None)]
    assert said(record, StatementKind.AMOUNT)[0].against


def test_a_modification_without_results_of_lots_follows_the_contract() -> None:
    section = results(tender("T-1", "LOT-1", "90", "P-1"), contract("C-1", ["T-1"]), PARTIES)
    [record] = of(section, form="cont-modif").records
    assert (stage(record), suppliers(record)) == ("contract", [("A", "sole", None)])
    assert amounts(record) == [("contract", "90", "EUR", None)]


@pytest.mark.parametrize(
    ("amount", "privacy"),
    [
        ("-1", ""),
        (
            "9.99",
            "<efac:FieldsPrivacy><efbc:FieldIdentifierCode>win-ten-val</efbc:FieldIdentifierCode></efac:FieldsPrivacy>",
        ),
    ],
)
def test_a_withheld_amount_is_noted_and_not_stated(amount: str, privacy: str) -> None:
    section = results(result("LOT-1", "selec-w", ["T-1"]), tender("T-1", "LOT-1", amount, "P-1", privacy), PARTIES)
    found = of(section)
    assert amounts(found.records[0]) == []
    assert found.codes == ["value-withheld"]


def test_references_that_lead_nowhere_are_survived() -> None:
    section = results(result("LOT-1", "selec-w", ["T-1", "T-9"]), tender("T-1", "LOT-1", "90", "P-9"))
    found = of(section)
    assert suppliers(found.records[0]) == []
    assert found.codes == ["supplier-not-named"]
