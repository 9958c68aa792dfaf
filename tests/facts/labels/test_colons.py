"""Signs that stand where a colon could."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.labels.colons import with_colons
from tenderlight.languages.normalise import flatten
from tests.facts.summary import read, summarise

SIGNS = (" - ", " – ", " — ", " = ", " / ", " → ", " => ", " > ", " · ")
HAN_SIGNS = (*SIGNS, "——", "—", "→", "=")


@pytest.mark.parametrize("sign", SIGNS, ids=range(len(SIGNS)))
def test_a_sign_behind_a_label_is_a_colon(sign: str) -> None:
    text = (
        f"CONTRACT AWARD NOTICE\nContracting authority{sign}Harrowdene Borough Council\n"
        f"Supplier{sign}Brightspan Optics Ltd\nContract value{sign}GBP 412,650.00\nAward date{sign}3 May 2023\n"
    )
    told = summarise(read(text))
    assert told["buyer"] == ("Harrowdene Borough Council",)
    assert told["suppliers"] == ("Brightspan Optics Ltd, sole",)
    assert told["dates"] == ("award 2023-05-03",)


@pytest.mark.parametrize("sign", HAN_SIGNS, ids=range(len(HAN_SIGNS)))
def test_chinese_needs_no_blanks_beside_the_sign(sign: str) -> None:
    text = (
        f"中标结果公告\n采购人{sign}湖南省湘岚县公安局\n中标人{sign}长沙麓北信息技术有限公司\n中标价{sign}637,500元\n"
    )
    told = summarise(read(text))
    assert told["buyer"] == ("湖南省湘岚县公安局",)
    assert told["suppliers"] == ("长沙麓北信息技术有限公司, sole",)
    assert told["amounts"] == ("award 637500 CNY",)


def test_labels_stand_in_brackets_and_between_bars() -> None:
    framed = "[Buyer] Port Lindsay City Council\n[Supplier] Bellbird Systems Pty Ltd\nPURCHASE ORDER\n"
    assert with_colons(flatten(framed)).count(":") == 2
    barred = "｜機關名稱｜清安縣政府警察局｜\n｜得標廠商｜裕豐資訊有限公司｜\n｜決標金額｜12,980,000元｜\n決標公告\n"
    told = summarise(read(barred))
    assert told["suppliers"] == ("裕豐資訊有限公司, sole",)
    assert told["amounts"] == ("award 12980000 TWD",)


@pytest.mark.parametrize(
    "line",
    [
        "supplier / price / lot",
        "项目名称/编号: 甲-1",
        "código / onu | producto | cantidad",
        "delivery of cameras — phase two",
        "[award amount] was cad 2,071,400.00 now cad 2,017,400.00",
        "the council - which met in may - approved it",
    ],
)
def test_heads_sentences_and_old_values_stay_as_they_are(line: str) -> None:
    assert with_colons(line) == line


def test_a_text_is_as_long_as_it_was_and_read_in_a_moment() -> None:
    for text in ("buyer" + " -" * 40_000, "[" * 50_000, "采购人" + " " * 50_000 + "—", "| " * 40_000):
        start = time.process_time()
        assert len(with_colons(text)) == len(text)
        assert time.process_time() - start < 2


def test_blanks_alone_part_labels_from_values_on_a_page_of_two_columns() -> None:
    for gap in ("  ", "        ", "\t"):
        text = (
            f"UK7: Contract details notice\nContracting authority{gap}Hollins NHS Trust\n"
            f"Supplier{gap}Pennard Doors Ltd, 4 Kiln Lane, Hollins\nTotal contract value{gap}GBP 84,500.00\n"
            f"Date the contract was signed{gap}24 July 2025\nContract dates{gap}1 August 2025 to 31 July 2027\n"
        )
        told = summarise(read(text))
        assert told["buyer"] == ("Hollins NHS Trust",)
        assert told["suppliers"] == ("Pennard Doors Ltd, sole",)
        assert told["dates"] == ("contract 2025-07-24", "start 2025-08-01")


def test_heads_and_rows_of_tables_are_no_pairs() -> None:
    text = "Supplier   Price   Date\nA Ltd   10   4\nBuyer   Supplier\nContract value   Award date\nSupplier   B Ltd\n"
    assert with_colons(flatten(text)) == flatten(text)
