"""What the reader of prices learns of a labelled text: which of its sums are of what, and which teach nothing."""

from __future__ import annotations

import importlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(__file__).resolve().parents[3] / "tools"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("train_price_reader")


def party(name: str, role: str, price: float | None, kind: str = "award", lot: str | None = None) -> dict[str, Any]:
    return {"name": name, "role": role, "price": price, "price_kind": kind, "lot": lot}


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([party("A", "winner", 5), party("B", "loser", 7, "bid")], {5: "whole", 7: "bid"}),
        ([party("A", "winner", 5, lot="1"), party("B", "winner", 7, lot="2")], {5: "lot", 7: "lot", 12: "whole"}),
        ([party("A", "winner", 5, lot="1"), party("A", "winner", 7, lot="2")], {5: "lot", 7: "lot", 12: "whole"}),
        ([party("A", "lead", 5), party("B", "member", None)], {5: "whole"}),
        ([party("A", "winner", 5, "unit"), party("B", "winner", 6, "ceiling")], {5: "unit", 6: "other"}),
        ([party("A", "winner", 5, "percent")], {}),
        ([party("A", "buyer", None)], {}),
    ],
    ids=["one", "lots", "lots of one", "joint", "each and limit", "percent", "nobody"],
)
def test_prices_of_parties(parties: list[dict[str, Any]], expected: dict[int, str], tool: Any) -> None:
    assert tool.prices_of_parties(parties) == {Decimal(one): kind for one, kind in expected.items()}


def test_prices_of_a_notice(tool: Any) -> None:
    row = {
        "expected": {
            "amount": 12,
            "amount_kind": "award",
            "lots": [{"amount": 5}, {"amount": None}],
            "items": [{"unit_price": 2}],
            "flags": ["budget:20", "total_not_printed", "estimate:18.5"],
        },
        "traps": {"losing_price": [13], "fee": [1]},
    }
    told = {"12": "whole", "5": "lot", "2": "unit", "20": "limit", "18.5": "limit", "13": "bid"}
    assert tool.prices_of(row) == {Decimal(one): kind for one, kind in told.items()}


@pytest.mark.parametrize(("kind", "told"), [("budget", "limit"), ("contract", "whole")])
def test_the_amount_of_a_notice_may_be_its_budget(kind: str, told: str, tool: Any) -> None:
    assert tool.prices_of({"expected": {"amount": 12, "amount_kind": kind}}) == {Decimal(12): told}
    assert tool.prices_of({"expected": {"amount": 12}, "not_judged": ["amount"]}) == {}


TEXT = "NOTICE OF AWARD\nBuyer: Dray Fire Service\nWinner: Kilnmoor Optics Ltd, GBP 30,000\nSecurity: GBP 1,200\n"


def test_sums_without_a_label_teach_only_where_labels_name_all(tool: Any) -> None:
    notice = {"id": "x", "text": TEXT, "expected": {"amount": 30_000, "amount_kind": "award"}}
    parties = {"id": "x", "text": TEXT, "parties": [party("Kilnmoor Optics Ltd", "winner", 30_000)]}
    assert tool.example_of(notice, tool.prices_of(notice))[2] == ["whole", "other"]
    assert tool.example_of(parties, tool.prices_of_parties(parties["parties"]))[2] == ["whole"]
