"""Claims keep their names as long as they say the same of the same words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tenderlight.evidence import assemble
from tenderlight.model.document import Page, PageMethod, Reading
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue

PAGE = Page(number=1, text="中标金额：100万元", method=PageMethod.FLOW)
READING = Reading(document="ef" * 32, media_type="text/html", reader="html", reader_version=1, pages=(PAGE,))
STATEMENT = Statement(
    kind=StatementKind.AMOUNT,
    value=AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal(1000000), currency="CNY"),
    anchors=(Anchor(page_number=1, start=5, end=10, text="100万元"),),
    rule="facts.amount",
    rule_version=1,
    stage=Stage.AWARD,
)


def names(*statements: Statement, reading: Reading = READING) -> list[str]:
    return [claim.claim for claim in assemble(reading, statements, contract="c")]


def test_newer_versions_keep_the_name() -> None:
    newer = replace(STATEMENT, rule_version=7, confidence=0.5, against=("It is late.",))
    assert names(newer, reading=replace(READING, reader_version=2)) == names(STATEMENT)


def test_another_value_place_rule_or_original_has_another_name() -> None:
    others = [
        replace(STATEMENT, value=AmountValue(amount_kind=AmountKind.BUDGET, amount=Decimal(1000000), currency="CNY")),
        replace(STATEMENT, anchors=(Anchor(page_number=1, start=5, end=8, text="100"),)),
        replace(STATEMENT, rule="facts.other"),
    ]
    found = {name for statement in (STATEMENT, *others) for name in names(statement)}
    found |= set(names(STATEMENT, reading=replace(READING, document="aa" * 32)))
    assert len(found) == 5


def test_the_same_statement_twice_is_one_claim() -> None:
    assert len(names(STATEMENT, STATEMENT)) == 1
