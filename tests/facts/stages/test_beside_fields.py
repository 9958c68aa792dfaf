"""Headings and states that say something else than the fields below them."""

from __future__ import annotations

import pytest

from tenderlight.model.statement import Stage
from tests.facts.summary import read, summarise

CONTRACT = """Employer: Ministry of Youth
Contractor: Zambezi Civils Ltd
Contract No: MY/14/2023
Contract price: USD 4,000.00
"""
PAPERS = [
    ("CERTIFICATE OF PRACTICAL COMPLETION\n" + CONTRACT, Stage.ACCEPTANCE),
    ("GOODS RECEIVED NOTE 512\n" + CONTRACT, Stage.ACCEPTANCE),
    ("Notice of termination\n" + CONTRACT, Stage.CANCELLATION),
    (
        "Оголошення UA-1\nСтатус: Торги відмінено\nЗамовник: Луганська лікарня\nКінцевий строк подання: 03.05.2023",
        Stage.CANCELLATION,
    ),
    ("竣工验收会议纪要\n建设单位：禾川县公安局\n合同金额：20万元\n合同编号：HC-1", Stage.ACCEPTANCE),
]


@pytest.mark.parametrize(("text", "stage"), PAPERS, ids=range(len(PAPERS)))
def test_what_the_first_lines_speak_of_counts_before_the_fields(text: str, stage: Stage) -> None:
    assert summarise(read(text))["stage"] == stage


def test_a_contract_stays_one_whatever_its_clauses_speak_of() -> None:
    text = "CONTRACT AGREEMENT\n" + CONTRACT + "5. Termination\nEither party may cancel it."
    assert summarise(read(text))["stage"] == Stage.CONTRACT
