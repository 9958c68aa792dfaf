"""Contracts of zakupki.gov.ru and what became of them."""

from __future__ import annotations

import pytest

from tenderlight.sources.ru_zakupki import ZakupkiReader
from tests.sources.notices import amounts, buyers, days, items, read, suppliers
from tests.sources.zakupki import CUSTOMER, NUMBER, paper

READER = ZakupkiReader()
LEGAL = (
    "<supplier><legalEntityRF><fullName>ООО «Линза»</fullName><INN>1660086239</INN></legalEntityRF>"
    "<contactInfo><lastName>Тайный</lastName></contactInfo></supplier>"
)
PERSON = (
    "<supplier><individualPersonRF><lastName>Ким</lastName><firstName>Яна</firstName>"
    "<INN>166008623912</INN></individualPersonRF></supplier>"
)


def contract(suppliers: str = LEGAL, price: str = "<price>1234567.89</price>", more: str = "") -> bytes:
    """Return a contract."""
    inside = (
        f"<regNum>2771234567822000012</regNum><number>15-К</number><signDate>2022-02-03</signDate>"
        f"<foundation><fcsOrder>{NUMBER}</fcsOrder></foundation>{CUSTOMER}"
        f"<priceInfo>{price}<currency><code>RUB</code></currency></priceInfo><suppliers>{suppliers}</suppliers>"
        "<products><product><name>Камера</name><quantity>3</quantity><price>10</price><sum>30</sum></product></products>"
    )
    return paper("contract", inside + more)


def test_a_contract() -> None:
    record = read(READER, contract()).records[0]
    assert buyers(record) == ["ГКУ «Безопасный город»"]
    assert suppliers(record) == [("ООО «Линза»", "sole", None)]
    assert amounts(record) == [("contract", "1234567.89", "RUB", None)]
    assert days(record) == [("contract", "2022-02-03")]
    assert items(record) == [("Камера", "3", "10", "30", "RUB")]
    assert "Тайный" not in str(record)


def test_a_person_keeps_the_name_and_not_the_number() -> None:
    record = read(READER, contract(PERSON)).records[0]
    assert suppliers(record) == [("Ким Яна", "sole", None)]
    assert "166008623912" not in str(record)


def test_several_suppliers_are_members() -> None:
    record = read(READER, contract(LEGAL + LEGAL.replace("Линза", "Призма"))).records[0]
    assert suppliers(record) == [("ООО «Линза»", "member", None), ("ООО «Призма»", "member", None)]


@pytest.mark.parametrize(("kind", "expected"), [("P", "contract"), ("M", "ceiling"), ("T", "estimate")])
def test_the_type_of_the_price_decides_what_it_is(kind: str, expected: str) -> None:
    record = read(READER, contract(price=f"<price>5</price><priceType>{kind}</priceType>")).records[0]
    assert amounts(record) == [(expected, "5", "RUB", None)]


def test_an_annulled_contract_has_neither_supplier_nor_price() -> None:
    record = read(READER, contract(more="<currentContractStage>IN</currentContractStage>")).records[0]
    assert suppliers(record) == []
    assert amounts(record) == []


def test_payments_of_the_performance_are_no_price() -> None:
    inside = """<regNum>1</regNum><executions><execution><docExecution><documentDate>2022-06-07</documentDate>
</docExecution><paid>500</paid><quantityContractSubjects><quantityContractSubject><product><name>Камера</name>
<quantity>3</quantity></product></quantityContractSubject></quantityContractSubjects></execution></executions>
<termination><terminationDate>2022-07-08</terminationDate><paid>500</paid></termination>"""
    record = read(READER, paper("contractProcedure", inside)).records[0]
    assert amounts(record) == []
    assert days(record) == [("end", "2022-07-08"), ("acceptance", "2022-06-07")]
    assert [item[:2] for item in items(record)] == [("Камера", "3")]
