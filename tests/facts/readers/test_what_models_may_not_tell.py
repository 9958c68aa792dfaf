"""What models are not asked, and what of their answers is not taken, however sure they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tenderlight.facts.goods.titled import is_sale
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.parties import together
from tenderlight.facts.readers.parties.roles import Part
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement
from tenderlight.model.values import SupplierRole
from tests.facts.readers.made_parts import (
    AWARD,
    buyers_in,
    part_of,
    piece_of,
    settled,
    supplier_of,
    suppliers_in,
    understood,
)

SURE = 0.99
KILNMOOR = "Kilnmoor Optics Ltd"


@pytest.mark.parametrize(
    "office", ["Ministry of Transport", "Ayuntamiento de Lira", "Министерство транспорта", "Stadt Lahr"]
)
def test_an_office_sells_nothing(office: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{AWARD}So wrote the {office}.\n"
    found = settled(monkeypatch, lambda _: [], lambda notice: [part_of(piece_of(notice, office), SURE)], text)
    assert suppliers_in(found) == []


@pytest.mark.parametrize(
    ("said", "lots"),
    [
        ("Lot 3 was won by Kilnmoor Optics Ltd.", ["Lot 3"]),
        ("For Lot 3 the bid of Kilnmoor Optics Ltd was disqualified.", [None]),
        ("Lot 3 was withdrawn, and Kilnmoor Optics Ltd with it.", [None]),
    ],
)
def test_no_lot_is_tied_where_words_say_that_it_was_not_won(
    said: str, lots: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR))],
        lambda notice: [part_of(piece_of(notice, KILNMOOR, 1), SURE, lots=[(piece_of(notice, "Lot 3"), SURE)])],
        f"{AWARD}{said}\n",
    )
    assert [lot for _name, _role, lot in suppliers_in(found)] == lots


def test_who_won_a_lot_by_the_rules_is_not_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settled(
        monkeypatch,
        lambda notice: [supplier_of(notice, piece_of(notice, KILNMOOR), lot="Lot 1", role=SupplierRole.LOT_WINNER)],
        lambda notice: [part_of(piece_of(notice, KILNMOOR), 0.0, likely="loser")],
    )
    assert suppliers_in(found) == [(KILNMOOR, SupplierRole.LOT_WINNER, "Lot 1")]


@pytest.mark.parametrize(("said", "buyers"), [("起拍价：3万元", []), ("预算金额：3万元", ["江城松榆电子有限公司"])])
def test_who_sells_is_no_buyer(said: str, buyers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"招标公告\n旧车辆五台停放在江城松榆电子有限公司院内。\n{said}\n"
    assert is_sale(understood(text)[0]) == (not buyers)
    found = settled(
        monkeypatch, lambda _: [], lambda notice: [part_of(piece_of(notice, "江城松榆电子有限公司"), buyer=SURE)], text
    )
    assert buyers_in(found) == buyers


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [("", False), ("评审情况：海沧科技有限公司未通过资格审查。\n", True)],
    ids=["plain", "with losers"],
)
def test_models_are_asked_of_chinese_papers_only_where_names_may_be_of_losers(
    said: str, is_asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def parts(notice: Notice, _told: Sequence[Statement], _pages: int) -> list[Part]:
        asked.append(notice.language)
        return []

    monkeypatch.setattr(together, "parts_of_parties", parts)
    text = f"中标公告\n采购人：松榆县公安局\n中标供应商：江城松榆电子有限公司\n中标金额：1386000元\n{said}"
    assert len(suppliers_in(read_facts([Page(number=1, text=text)]))) == 1
    assert asked == ["zh"] * is_asked
