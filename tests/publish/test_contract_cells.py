"""A row a contract: every value its documents print, once, and where they contradict each other."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, PartyValue, ProjectNumberValue, Value
from tenderlight.publish.contract_cells import CONTRACT_COLUMNS, contract_cells, contract_row, encode_contract_row
from tenderlight.publish.tables import CONTRACT_WRITERS


def claim(path: str, kind: StatementKind, value: Value) -> Claim:
    return Claim(
        claim=f"{path} {kind} {value}",
        contract="11" * 16,
        kind=kind,
        value=value,
        polarity=None,
        stage=Stage.AWARD,
        rule="facts.test",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(Quote(document=path * 64, path=path, start=0, end=1, text="x", page_number=1),),
    )


def price(path: str, amount: int) -> Claim:
    value = AmountValue(amount_kind=AmountKind.SUM_OF_LOTS, amount=Decimal(amount), currency="CNY")
    return claim(path, StatementKind.AMOUNT, value)


CLAIMS = [
    claim("a", StatementKind.BUYER, PartyValue(name="澜水县公安局")),
    claim("b", StatementKind.BUYER, PartyValue(name="澜水县公安局")),
    claim("a", StatementKind.PROJECT_NUMBER, ProjectNumberValue(number="LS-1", label="项目编号")),
    claim("b", StatementKind.PROJECT_NUMBER, ProjectNumberValue(number="LS-1", label="")),
    price("a", 1_268_000),
    price("b", 1_286_000),
]


def test_values_stand_side_by_side_each_once() -> None:
    made = contract_row("11" * 16, "The same number.", CLAIMS)
    cells = contract_cells(made)
    assert list(cells) == list(CONTRACT_COLUMNS)
    assert cells["sources"] == "a\nb"
    assert cells["buyers"] == "澜水县公安局"
    assert cells["project_numbers"] == "LS-1 (项目编号)\nLS-1"
    assert cells["amounts"] == "1,268,000 CNY (sum of lots)\n1,286,000 CNY (sum of lots)"
    assert cells["contradictions"] == "price: 1,268,000 CNY: a; 1,286,000 CNY: b"
    assert cells["titles"] is None
    line = json.loads(encode_contract_row(made))
    assert list(line) == list(CONTRACT_COLUMNS)
    assert (line["because"], line["sources"], line["titles"]) == ("The same number.", ["a", "b"], [])


def test_every_form_is_written(tmp_path: Path) -> None:
    for form, write in CONTRACT_WRITERS.items():
        write([contract_row("11" * 16, "", CLAIMS)], tmp_path / form)
        assert (tmp_path / form).stat().st_size > 100
