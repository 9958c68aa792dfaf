"""Countries that buy in English, by their names and by how they write their money."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

TAIL = "\nSupplier: A Motors Ltd\nDate of award: 5 May 2022\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bahamas", "BS"),
        ("The Gambia", "GM"),
        ("Tonga", "TO"),
        ("Samoa", "WS"),
        ("St. Kitts and Nevis", "KN"),
        ("Federated States of Micronesia", "FM"),
        ("Cayman Islands", "KY"),
        ("Kyrgyz Republic", "KG"),
        ("Isle of Man", "IM"),
        ("Northern Ireland", "GB"),
        ("Ireland", "IE"),
    ],
)
def test_the_name_of_a_country_behind_the_buyer_tells_it(name: str, code: str) -> None:
    region = predict(f"NOTICE OF AWARD\nBuyer: Harbour Patrol Service, {name}\nPrice: 412,300.00{TAIL}").region
    assert region is not None
    assert region.country == code


@pytest.mark.parametrize("buyer", ["Harbour Patrol Service, Jersey City, New Jersey", "Port of Pago, American Samoa"])
def test_a_name_within_another_is_no_country(buyer: str) -> None:
    region = predict(f"NOTICE OF AWARD\nBuyer: {buyer}\nPrice: USD 412,300.00{TAIL}").region
    assert region is None or region.country not in {"JE", "WS"}


@pytest.mark.parametrize(
    ("buyer", "written", "currency"),
    [
        ("Ministry of Works, Lesotho", "M 21,455,000.00", "LSL"),
        ("Ministry of Works, Eswatini", "E1,455,000", "SZL"),
        ("Gambia Ports Authority, The Gambia", "D1,324,800.00", "GMD"),
        ("City of Harare, Zimbabwe", "ZWL$ 84,500,000.00", "ZWL"),
        ("Nigerian Ports Authority", "=N=84,500,000.00", "NGN"),
        ("Ministry of Works, Bahamas", "B$418,000.00", "BSD"),
        ("Samoa Ports Authority, Apia", "SAT$ 415,000", "WST"),
        ("Uganda Revenue Authority", "Shs. 212,400,000/=", "UGX"),
    ],
)
def test_money_is_read_as_the_country_writes_it(buyer: str, written: str, currency: str) -> None:
    found = predict(f"NOTICE OF AWARD\nBuyer: {buyer}\nContract price: {written}{TAIL}")
    assert (found.amount is not None, found.currency) == (True, currency)


def test_the_capital_of_the_united_states_is_in_no_state() -> None:
    region = predict(f"AWARD\nBuyer: Waterways Police Service, Washington, DC\nPrice: 412,300.00 USD{TAIL}").region
    assert region is not None
    assert (region.admin1 == "Washington", region.place) == (False, "Washington")


@pytest.mark.parametrize("office", ["Treasury", "Polytechnic", "Conservancy", "Inspectorate", "Reserve Bank"])
def test_more_offices_head_their_papers(office: str) -> None:
    found = predict(f"Karoo Plains {office}\nTENDER AWARD\nContract price: GBP 41,200.00{TAIL}")
    assert found.buyer == f"Karoo Plains {office}"


@pytest.mark.parametrize("word", ["Published", "Posted on", "Uploaded on", "Notice published"])
def test_a_line_that_says_when_it_was_published_tells_no_award(word: str) -> None:
    found = predict(
        f"CONTRACT AWARD NOTICE\nBuyer: East Council\nSupplier: Skip Ltd\nValue: £41,200\n{word} 7 May 2020\n"
    )
    assert (found.date, found.date_kind) == ("2020-05-07", "publication")


@pytest.mark.parametrize(
    ("label", "party"),
    [("Contracting activity", "buyer"), ("Contract let by", "buyer"), ("Order placed on", "supplier")],
)
def test_more_labels_name_the_parties(label: str, party: str) -> None:
    found = predict(f"CONTRACT AWARD NOTICE\n{label}: Harrow & Daughters\nValue: £41,200\nAward date: 5 May 2022\n")
    assert (found.buyer if party == "buyer" else found.suppliers[0].name) == "Harrow & Daughters"
