from __future__ import annotations

from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import PartyValue, RegionValue, SupplierValue
from tests.sources.notices import agencies, buyers, release, said, suppliers


def regions(record_statements: list[Statement]) -> list[RegionValue]:
    return [statement.value for statement in record_statements if isinstance(statement.value, RegionValue)]


TOWN = {"id": "t", "name": "Town", "roles": ["buyer"], "identifier": {"scheme": "GB-LAC", "id": "E1"}}
OFFICE = {"id": "o", "name": "Office", "roles": ["procuringEntity"]}


def test_the_buyer_has_its_number_from_the_register() -> None:
    [statement] = said(release(buyer={"id": "t", "name": "Town"}, parties=[TOWN]), StatementKind.BUYER)
    assert isinstance(statement.value, PartyValue)
    assert [(number.scheme, number.number) for number in statement.value.identifiers] == [("GB-LAC", "E1")]
    assert [anchor.pointer for anchor in statement.anchors] == ["/buyer/name", "/parties/0/identifier/id"]


def test_a_buyer_without_a_name_has_it_from_the_register() -> None:
    assert buyers(release(buyer={"id": "t", "name": ""}, parties=[TOWN])) == ["Town"]


def test_a_buyer_only_in_the_register_is_found_by_its_role() -> None:
    assert buyers(release(parties=[{**TOWN, "roles": ["Comprador"]}])) == ["Town"]


def test_a_number_for_an_id_finds_the_party() -> None:
    assert buyers(release(buyer={"id": 19}, parties=[{**TOWN, "id": "19"}])) == ["Town"]


def test_a_name_where_an_object_should_stand_is_the_buyer() -> None:
    assert buyers(release(buyer="Town")) == ["Town"]


def test_a_draft_of_2014_names_the_buyer_by_its_legal_name() -> None:
    assert buyers(release(buyer={"identifier": {"legalName": "國民小學"}})) == ["國民小學"]


def test_buyers_of_contracts() -> None:
    contracts = [{"id": "c", "buyers": [{"id": "t"}]}, {"id": "d", "buyers": [{"name": "City"}]}]
    assert buyers(release(contracts=contracts, parties=[{**TOWN, "roles": []}])) == ["Town", "City"]


def test_the_procuring_entity_beside_a_buyer_is_the_agency() -> None:
    record = release(buyer={"id": "t"}, tender={"procuringEntity": {"id": "o"}}, parties=[TOWN, OFFICE])
    assert (buyers(record), agencies(record)) == (["Town"], ["Office"])


def test_the_buyer_is_not_its_own_agency() -> None:
    by_name = release(buyer={"name": "Town  Hall"}, tender={"procuringEntity": {"id": "9", "name": "TOWN HALL"}})
    by_id = release(buyer={"id": "t", "name": "Town"}, tender={"procuringEntity": {"id": "t", "name": "Town Council"}})
    assert agencies(by_name) == agencies(by_id) == []


def test_a_shared_additional_number_does_not_make_two_parties_one() -> None:
    shared = {"additionalIdentifiers": [{"scheme": "X", "id": "1"}]}
    parties = [{**TOWN, **shared}, {**OFFICE, **shared, "identifier": {"scheme": "Y", "id": "2"}}]
    assert agencies(release(buyer={"id": "t"}, tender={"procuringEntity": {"id": "o"}}, parties=parties)) == ["Office"]


def test_the_same_first_number_makes_two_names_one_party() -> None:
    parties = [TOWN, {**OFFICE, "identifier": TOWN["identifier"]}]
    assert agencies(release(buyer={"id": "t"}, tender={"procuringEntity": {"id": "o"}}, parties=parties)) == []


def test_the_procuring_entity_alone_is_the_buyer_and_that_is_a_doubt() -> None:
    record = release(tender={"procuringEntity": {"name": "Office"}})
    [statement] = said(record, StatementKind.BUYER)
    assert statement.against
    assert agencies(record) == []


def test_region_from_the_buyers_address() -> None:
    address = {"countryName": "Україна", "region": "Київська область", "locality": "Київ"}
    record = release(buyer={"id": "t"}, parties=[{**TOWN, "address": address}])
    assert regions(said(record, StatementKind.REGION)) == [
        RegionValue(country="UA", admin1="Київська область", place="Київ")
    ]


def test_region_code_tells_the_country() -> None:
    record = release(buyer={"name": "Town", "address": {"region": "UKM82", "locality": "Glasgow"}})
    assert regions(said(record, StatementKind.REGION)) == [RegionValue(country="GB", admin1="UKM82", place="Glasgow")]


def test_an_unknown_country_is_left_out() -> None:
    record = release(buyer={"name": "Town", "address": {"countryName": "Other", "locality": "X"}})
    assert regions(said(record, StatementKind.REGION)) == [RegionValue(place="X")]


def test_only_standing_awards_have_suppliers() -> None:
    awards = [
        {"id": "1", "status": "unsuccessful", "suppliers": [{"name": "Loser"}]},
        {"id": "2", "status": "active", "suppliers": [{"name": "Winner"}]},
        {"id": "3", "status": "cancelled", "suppliers": [{"name": "Gone"}]},
    ]
    record = release(
        awards=awards, tender={"tenderers": [{"name": "Bidder"}]}, bids={"details": [{"tenderers": [{"name": "B"}]}]}
    )
    assert suppliers(record) == [("Winner", "sole", None)]


def test_a_pending_award_names_a_candidate() -> None:
    assert suppliers(release(awards=[{"id": "1", "status": "pending", "suppliers": [{"name": "Firm"}]}])) == [
        ("Firm", "candidate", None)
    ]


def test_several_awards_have_lot_winners() -> None:
    awards = [{"id": "1", "suppliers": [{"name": "A"}]}, {"id": "2", "suppliers": [{"name": "B"}]}]
    assert suppliers(release(awards=awards)) == [("A", "lot winner", "1"), ("B", "lot winner", "2")]


def test_several_suppliers_of_one_award_are_members_in_doubt() -> None:
    record = release(awards=[{"id": "1", "suppliers": [{"name": "A"}, {"name": "B"}]}])
    assert suppliers(record) == [("A", "member", None), ("B", "member", None)]
    assert all(statement.against for statement in said(record, StatementKind.SUPPLIER))


def test_a_framework_is_said() -> None:
    tender = {"techniques": {"hasFrameworkAgreement": True}}
    assert suppliers(release(tender=tender, awards=[{"id": "1", "suppliers": [{"name": "A"}]}])) == [
        ("A", "framework", None)
    ]


def test_the_same_supplier_in_award_and_contract_is_said_once() -> None:
    record = release(
        awards=[{"id": "a", "suppliers": [{"id": "f", "name": "Firm"}]}],
        contracts=[{"id": "c", "awardID": "a", "suppliers": [{"id": "f", "name": "FIRM"}]}],
        parties=[{"id": "f", "name": "Firm", "identifier": {"scheme": "GB-COH", "id": "123"}}],
    )
    assert suppliers(record) == [("Firm", "sole", None)]


def test_a_supplier_without_a_name_is_a_problem_and_no_claim() -> None:
    assert suppliers(release(awards=[{"id": "1", "suppliers": [{"id": "9", "name": " "}]}])) == []


def test_numbers_of_persons_are_not_kept() -> None:
    person = {"id": "p", "name": "A Person", "identifier": {"scheme": "Cédula de Ciudadanía", "id": "12345678"}}
    record = release(awards=[{"id": "1", "suppliers": [{"id": "p"}]}], parties=[person])
    [statement] = said(record, StatementKind.SUPPLIER)
    assert isinstance(statement.value, SupplierValue)
    assert statement.value.identifiers == ()
    assert "12345678" not in repr(record)


def test_a_draft_of_2014_has_suppliers_in_the_items() -> None:
    awards = {"items": [{"suppliers": [{"identifier": {"legalName": "普羅文化股份有限公司"}}]}]}
    assert suppliers(release(awards=awards)) == [("普羅文化股份有限公司", "sole", None)]
