"""Heads of lots with what is bought behind them, before a colon: in brackets, or counted."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

ENGLISH = "Contract award. Authority: Norwick Fire Authority. Awarded 3 May 2024. "
HAN = "清江市教育局设备采购成交公告\n采购人：清江市教育局\n"
WON = [
    (f"{ENGLISH}Lot A 220 radios: Harrow Radio Ltd £94,500; Lot B 15 masts: Caddy Masts Ltd £37,250."),
    (f"{ENGLISH}Lot A 40 radios: Harrow Radio Ltd £94,500; Lot B masts: Caddy Masts Ltd £37,250; Lot C: no award."),
    (f"{ENGLISH}\nLot A 40 radios: Harrow Radio Ltd £94,500\nLot B 12 masts: Caddy Masts Ltd £37,250"),
]
WON_HAN = [
    "一标（电台）：清江电子有限公司，成交价 94,500元\n二标（天线）：白石通信有限公司，成交价 37,250元\n",
    "1标(电台)：清江电子有限公司，成交价94500元；\n2标(天线)：白石通信有限公司，成交价37250元。\n",
    "一标（电台40部）：清江电子有限公司，94,500元\n二标（天线）：白石通信有限公司，37,250元\n三标（车）：流标\n",
]  # fmt: skip


@pytest.mark.parametrize("text", WON)
def test_a_number_behind_the_letter_of_a_lot_counts_its_goods(text: str) -> None:
    assert [(one.name, one.lot) for one in predict(text).suppliers] == [
        ("Harrow Radio Ltd", "Lot A"),
        ("Caddy Masts Ltd", "Lot B"),
    ]


@pytest.mark.parametrize("text", WON_HAN)
def test_a_bracket_behind_a_short_lot_says_what_it_is(text: str) -> None:
    assert [one.name for one in predict(HAN + text).suppliers] == ["清江电子有限公司", "白石通信有限公司"]
    assert len({one.lot for one in predict(HAN + text).suppliers}) == 2


def test_bids_for_short_lots_name_nobody() -> None:
    text = "一标（电台）：投标人清江电子有限公司 94,500元\n二标（天线）：投标人白石通信有限公司 37,250元\n"

    assert not predict(f"清江市教育局设备采购招标公告\n采购人：清江市教育局\n{text}").suppliers
