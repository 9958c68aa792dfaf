"""Records read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.errors import UsageError
from tenderlight.matching import Query
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening import Question, Screener
from tenderlight.screening.record import record_of
from tenderlight.screening.told import read_told
from tests.screening import held_lists

CODE = Identifier(scheme="CN-USCC", number="91110000MA005UCQ5P")


def test_a_record_tells_what_was_answered(tmp_path: Path) -> None:
    screener = Screener(held_lists.lists(tmp_path / "store"))
    day = (PartialDate(year=2020),)
    queries = [Query(name="Acorn Vision"), Query(name="X"), Query(name="X", identifiers=(CODE,)), Query(name="")]
    answered = list(screener.ask_all(Question(query=query, days=day) for query in queries))
    head, told = read_told(record_of(screener, answered))
    assert [each.list for each in head.lists] == ["us-entity-list"]
    found = list(told)
    assert [each.is_answered for each in found] == [each.is_answered for each in answered] == [True, False, True, False]
    assert [hit.grade for hit in found[0].hits] == ["listed-alias"]
    assert found[0].hits[0].entry_name == "Acorn Optics Co., Ltd."
    assert [hit.grade for hit in found[2].hits] == ["same-identifier"]


@pytest.mark.parametrize("lines", [(), (b"{}",), (b"\xff",), (b"[" * 10_000,)])
def test_what_is_no_record(lines: tuple[bytes, ...]) -> None:
    with pytest.raises(UsageError):
        read_told(lines)
