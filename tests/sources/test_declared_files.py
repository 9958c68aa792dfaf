"""Files of flat sources: lists, lines, and tables in old encodings."""

from __future__ import annotations

import json

from tenderlight.model.reader import ReadingLimits
from tenderlight.sources.declared_files import DeclaredJsonReader, DeclaredTableReader, open_table
from tenderlight.sources.pointers import texts_of
from tenderlight.sources.recognise import reader_for
from tests.sources.notices import amounts, buyers, items, read, stage, suppliers

HEAD = '"id","publishDate","notificationNumber","currentContractStage","customer.name","customer.inn","OKPD2.name",'
HEAD += '"OKEI.name","quantity","sumRUR","supplier.name","supplier.inn"\n'
ROW = '"1","2018-01-09T17:04:38+03:00","0376","E","Полиция ""Юг""","0101002332","Камеры","Штука","2.0","{}",'
ROW += '"ООО ""Линза""","0105056025"\n'
TABLE = (HEAD + ROW.format("344484.59") + ROW.format("1 2,3,4") + "NA,NA,NA\n").encode("cp1251")


def test_rows_of_a_table_in_windows_1251() -> None:
    found = read(DeclaredTableReader(), TABLE)
    first = found.records[0]
    assert stage(first) == "contract"
    assert buyers(first) == ['Полиция "Юг"']
    assert suppliers(first) == [('ООО "Линза"', "sole", None)]
    assert amounts(first) == []
    assert items(first) == [("Камеры", "2.0", None, "344484.59", "RUB")]


def test_bad_cells_are_problems_and_the_other_rows_go_on() -> None:
    found = read(DeclaredTableReader(), TABLE)
    assert len(found.records) == 3
    assert items(found.records[1]) == [("Камеры", "2.0", None, None, None)]
    assert found.codes == [
        "encoding-guessed",
        "amount-unreadable",
        "record-without-id",
        "supplier-not-named",
    ] or sorted(found.codes) == sorted(
        ["encoding-guessed", "amount-unreadable", "record-without-id", "supplier-not-named"]
    )


def test_quotes_stand_in_their_cells() -> None:
    text_at = texts_of(TABLE)
    assert text_at("/0/supplier.name") == 'ООО "Линза"'
    assert text_at("/9/supplier.name") is None
    assert text_at("/x") is None
    for record in read(DeclaredTableReader(), TABLE).records:
        for statement in record.statements:
            for anchor in statement.anchors:
                assert (text_at(anchor.pointer or "") or "")[anchor.start : anchor.end] == anchor.text


def test_a_table_of_other_columns_is_no_source() -> None:
    assert reader_for("text/csv", b"a,b\n1,2\n") is None
    assert open_table(b'{"id": 1}') is None
    assert isinstance(reader_for("text/csv", TABLE), DeclaredTableReader)


def test_semicolons_and_utf_8() -> None:
    text = "nombre_entidad;id_contrato;valor_del_contrato;proveedor_adjudicado\nAlcaldía;1;5;Añil SAS\n"
    found = read(DeclaredTableReader(), text.encode())
    assert found.codes == []
    assert suppliers(found.records[0]) == [("Añil SAS", "sole", None)]


def test_lines_and_cut_lists_of_objects() -> None:
    row = {"nombre_entidad": "A", "id_contrato": "1", "valor_del_contrato": "5", "proveedor_adjudicado": "B"}
    lines = "\n".join(json.dumps({**row, "id_contrato": str(number)}) for number in range(3)).encode()
    assert len(read(DeclaredJsonReader(), lines).records) == 3
    cut = json.dumps([row, row, row]).encode()[:-10]
    found = read(DeclaredJsonReader(), cut)
    assert len(found.records) == 2
    assert found.codes == ["json-truncated"]
    assert "record-limit" in read(DeclaredJsonReader(), lines, ReadingLimits(records=2)).codes
