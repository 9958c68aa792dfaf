"""Texts that look other than they are are told from texts that only use many alphabets."""

from __future__ import annotations

import pytest

from tenderlight.languages.odd_characters import Oddity, odd_places

ODD = {
    "EUR \u202e999\u202c": ("\u202e", Oddity.TURNED),
    "\u2067Acme\u2069 Ltd": ("\u2067", Oddity.TURNED),
    "Ac\u200bme": ("\u200b", Oddity.INVISIBLE),
    "1\u20602,5": ("\u2060", Oddity.INVISIBLE),
    "5\U000e0061\U000e0062": ("\U000e0061\U000e0062", Oddity.INVISIBLE),
    "Аcme Ltd": ("Аcme", Oddity.LOOK_ALIKE),
    "Hikvisiоn": ("Hikvisiоn", Oddity.LOOK_ALIKE),
    "ΗUAWEI": ("ΗUAWEI", Oddity.LOOK_ALIKE),
}


@pytest.mark.parametrize("text", ODD)
def test_what_looks_other_than_it_is_is_found(text: str) -> None:
    (found,) = odd_places(text)
    assert (text[found.start : found.end], found.oddity) == ODD[text]


@pytest.mark.parametrize(
    "text",
    [
        "采购公告 12 台 摄像机",
        "Поставка камер Hikvision для МВД, IP-камера",
        "Φ50 mm, 10 kΩ, cosφ 0.9, ΔT, µm",
        "\u202a13800138000\u202c",  # a telephone number as address books paste it
        "\u202bשלום\u202c EUR 5",
        "采购\u200b人",
        "end\u200b\ufeff",
        "👩\u200d💻 emoji",
    ],
)
def test_ordinary_texts_are_left_alone(text: str) -> None:
    assert list(odd_places(text)) == []
