"""Claims, contracts and pages in Parquet: typed, and equal when read back."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case, PageLine
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.cases.encoding import encode_claim
from tenderlight.errors import OptionalPartMissing
from tenderlight.linking.parties import Parties
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.values import AmountKind
from tenderlight.publish import parquet
from tenderlight.publish.contract_cells import contract_rows
from tenderlight.publish.told_replies import Replies
from tests.publish.made_contract import make_case, money, said

arrow = pytest.importorskip("pyarrow.parquet")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_case(tmp_path_factory.mktemp("parquet") / "case")


def test_claims_are_equal_when_read_back(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP_ROWS", 4)
    with Case.open(folder) as case:
        replies = Replies(case=case, parties=parties_of_case(case))
        claims = list(case.claims())
        parquet.write_claims(claims, replies, tmp_path / "a.parquet")
        parquet.write_claims(iter(claims), replies, tmp_path / "b.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    file = arrow.ParquetFile(tmp_path / "a.parquet")
    assert file.num_row_groups == 2
    table = file.read()
    assert table.schema.names == list(parquet.CLAIM_COLUMNS)
    assert table.schema.equals(parquet.claim_schema())
    rows = table.to_pylist()
    for row, claim in zip(rows, claims, strict=True):
        printed = json.loads(encode_claim(claim))
        assert json.loads(row["value"]) == printed["value"]
        same = set(printed) - {"value", "edit"}
        assert {key: row[key] for key in same} == {key: printed[key] for key in same}
        assert row["party"] is not None or claim.kind not in {"buyer", "supplier", "bidder"}
    (price,) = [row for row in rows if row["kind"] == "amount"]
    assert (price["amount"], price["amount_decimal"]) == ("1234567.89", Decimal("1234567.89"))


EXACT = {
    "0.1": "0.1",
    "-5.25": "-5.25",
    "1234567890123456789012345678.0123456789": "1234567890123456789012345678.0123456789",
    "1E+5": "100000",
    "1.000000000000": "1",
    "0.12345678901": None,
    "1E+28": None,
}


@pytest.mark.parametrize("written", EXACT)
def test_decimals_are_exact_or_not_there(written: str, tmp_path: Path) -> None:
    claim = said(money(AmountKind.AWARD, written))
    expected = EXACT[written]
    assert parquet.exact(Decimal(written)) == (None if expected is None else Decimal(expected))
    parquet.write_claims([claim], _no_replies(), tmp_path / "a.parquet")
    (row,) = arrow.read_table(tmp_path / "a.parquet").to_pylist()
    assert Decimal(row["amount"]) == Decimal(written)
    assert row["amount_decimal"] == (None if expected is None else Decimal(expected))


def _no_replies() -> Any:
    class Nobody:
        parties = Parties(parties=())

        def of(self, _: object) -> tuple[()]:
            return ()

        def told(self, _: object) -> list[object]:
            return []

    return Nobody()


def test_contracts_and_pages_are_equal_when_read_back(folder: Path, tmp_path: Path) -> None:
    with Case.open(folder) as case:
        (made,) = contract_rows(case)
        parquet.write_contracts([made], tmp_path / "contracts.parquet")
    (row,) = arrow.read_table(tmp_path / "contracts.parquet").to_pylist()
    assert {key: value for key, value in row.items() if value and key not in {"contract", "because"}} == made.values
    line = PageLine(
        document="ab" * 32,
        path="=a.pdf",
        page_number=2,
        state=ReadState.PARTLY,
        method=PageMethod.RECOGNISED,
        read_by="pp/1",
        confidence=0.9731,
        reasons=("page-recognised", "hidden-text"),
    )
    parquet.write_pages([line], tmp_path / "pages.parquet")
    (row,) = arrow.read_table(tmp_path / "pages.parquet").to_pylist()
    assert row == {name: (list(line.reasons) if name == "reasons" else getattr(line, name)) for name in row}


def test_without_pyarrow_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(OptionalPartMissing) as missing:
        parquet.write_pages([], tmp_path / "a.parquet")
    assert missing.value.what_to_do() == "Install it with `pip install 'tenderlight[parquet]'`."
    assert list(tmp_path.iterdir()) == []
