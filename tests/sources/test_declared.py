"""Rows read by a layout."""

from __future__ import annotations

import json

import pytest

from tenderlight.model.record import Record
from tenderlight.sources.declared_files import DeclaredJsonReader
from tests.sources.notices import Read, amounts, buyers, days, items, numbers, read, regions, stage, suppliers

READER = DeclaredJsonReader()
CONTRACT = {
    "nombre_entidad": "ALCALDÍA DE PUERTO CLARO",
    "nit_entidad": "800100200",
    "departamento": "Bolívar",
    "ciudad": "Puerto Claro",
    "proceso_de_compra": "CO1.BDOS.1",
    "id_contrato": "CO1.PCCNTR.1",
    "estado_contrato": "En ejecución",
    "objeto_del_contrato": "Cámaras",
    "proveedor_adjudicado": "Cámaras del Valle S.A.S.",
    "documento_proveedor": "900300400",
    "tipodocproveedor": "NIT",
    "valor_del_contrato": "350000000",
    "fecha_de_firma": "2021-11-15T00:00:00.000",
}


def secop(**changes: str) -> Read:
    return read(READER, json.dumps([{**CONTRACT, **changes}]).encode())


def only(found: Read) -> Record:
    assert len(found.records) == 1
    return found.records[0]


def test_a_contract_of_secop() -> None:
    record = only(secop())
    assert record.key == "secop_contracts:CO1.BDOS.1"
    assert stage(record) == "contract"
    assert buyers(record) == ["ALCALDÍA DE PUERTO CLARO"]
    assert suppliers(record) == [("Cámaras del Valle S.A.S.", "sole", None)]
    assert amounts(record) == [("contract", "350000000", "COP", None)]
    assert days(record) == [("contract", "2021-11-15")]
    assert numbers(record) == ["CO1.BDOS.1", "CO1.PCCNTR.1"]
    assert regions(record) == [("CO", "Bolívar", "Puerto Claro")]


@pytest.mark.parametrize(("state", "expected"), [("Cancelado", "cancellation"), ("Borrador", None)])
def test_what_was_not_signed_has_neither_supplier_nor_price(state: str, expected: str | None) -> None:
    record = only(secop(estado_contrato=state))
    assert stage(record) == expected
    assert suppliers(record) == []
    assert amounts(record) == []


def test_the_number_of_a_person_is_not_kept() -> None:
    record = only(secop(tipodocproveedor="Cédula de Ciudadanía", documento_proveedor="79123456"))
    assert suppliers(record)
    assert "79123456" not in str(record)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("$1.999.556.971,20", "1999556971.20"),
        ("$350,000,000", "350000000"),
        ("1,234", None),
        ("a convenir", None),
    ],
)
def test_amounts_are_read_one_way_or_not_at_all(written: str, expected: str | None) -> None:
    found = secop(valor_del_contrato=written)
    assert [amount for _, amount, *_ in amounts(only(found))] == ([expected] if expected else [])
    assert found.codes == ([] if expected else ["amount-unreadable"])


def test_the_base_price_of_a_process_is_a_ceiling() -> None:
    process = {
        "entidad": "Alcaldía",
        "id_del_proceso": "CO1.REQ.1",
        "precio_base": "500",
        "estado_del_procedimiento": "Publicado",
        "nombre_del_proveedor": "No Definido",
        "valor_total_adjudicacion": "0",
    }
    record = only(read(READER, json.dumps([process]).encode()))
    assert stage(record) == "tender"
    assert amounts(record) == [("ceiling", "500", "COP", None)]
    process |= {"estado_del_procedimiento": "Adjudicado", "nombre_del_proveedor": "A", "valor_total_adjudicacion": "4"}
    record = only(read(READER, json.dumps([process]).encode()))
    assert stage(record) == "award"
    assert suppliers(record) == [("A", "sole", None)]
    assert amounts(record) == [("ceiling", "500", "COP", None), ("award", "4", "COP", None)]


def test_an_opportunity_of_sam_under_its_holder() -> None:
    notice = {
        "noticeId": "n1",
        "title": "Cameras",
        "solicitationNumber": "S-1",
        "fullParentPathName": "JUSTICE.BUREAU OF PRISONS",
        "type": "Award Notice",
        "postedDate": "2022-05-06",
        "award": {
            "date": "2022-05-01",
            "number": "A1",
            "amount": "100.5",
            "awardee": {"name": "LENS LLC", "ueiSAM": "U"},
        },
        "pointOfContact": [{"fullName": "Somebody Private"}],
    }
    record = only(read(READER, json.dumps({"totalRecords": 1, "opportunitiesData": [notice]}).encode()))
    assert stage(record) == "award"
    assert suppliers(record) == [("LENS LLC", "sole", None)]
    assert amounts(record) == [("award", "100.5", "USD", None)]
    assert "Somebody" not in str(record)
    asked = only(read(READER, json.dumps({"opportunitiesData": [{**notice, "type": "Sources Sought"}]}).encode()))
    assert stage(asked) == "plan"
    assert suppliers(asked) == []


def test_bids_of_feira_have_numbers_in_words_and_a_history() -> None:
    bid = {
        "modality": "LICITAÇÃO Nº. 353-2019 / PREGÃO ELETRÔNICO Nº. 219-2019",
        "description": "Câmeras",
        "when": "03/01/2020 08h30",
        "document_url": "",
        "history": [{"when": "25/06/2019 10h53", "event": "Correção editalícia", "url": ""}],
    }
    record = only(read(READER, json.dumps([bid]).encode()))
    assert stage(record) == "tender"
    assert numbers(record) == ["353-2019", "219-2019"]
    assert days(record) == [("correction", "2019-06-25"), ("opening", "2020-01-03")]
    assert items(record) == []
    bid["history"] = [{"when": "25/06/2019 10h53", "event": "Aviso de revogação", "url": ""}]
    assert stage(only(read(READER, json.dumps([bid]).encode()))) == "cancellation"
