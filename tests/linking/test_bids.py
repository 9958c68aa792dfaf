"""Which documents are bids, and whose; notices that speak of bids are none."""

from __future__ import annotations

import pytest

from tenderlight.linking.bids import bidder_of
from tenderlight.linking.resemblance import letters_of

BIDS = [
    ("投标文件\n项目编号：QC-2024-018\n投标人：海州启明信息有限公司\n投标报价：1元", "海州启明信息有限公司"),
    ("青川市视频监控项目响应文件（正本）\n供应商名称：海州启明信息有限公司", "海州启明信息有限公司"),
    ("Technical proposal\nReference: 7\nBidder: Oak Lenses Ltd\nWe offer", "Oak Lenses Ltd"),
    ("Tender submission\nName of tenderer: Oak Lenses Ltd\n", "Oak Lenses Ltd"),
    ("Oferta técnica\nLicitador: Cámaras del Norte, S.L.\n", "Cámaras del Norte, S.L."),
    ("Offre technique\nSoumissionnaire : Optique du Nord SARL\n", "Optique du Nord SARL"),
    ("Angebot\nBieter: Nordkamera GmbH\n", "Nordkamera GmbH"),
    ("Коммерческое предложение\nУчастник: ООО «Северные камеры»\n", "ООО «Северные камеры»"),
    ("Тендерна пропозиція\nУчасник: ТОВ «Камера»\n", "ТОВ «Камера»"),
]
NONE = [
    "招标文件\n项目编号：QC-2024-018\n投标人：须具备资质\n",
    "中标公告\n投标人：海州启明信息有限公司\n中标金额：1元",
    "递交投标文件截止时间：2024年1月1日\n供应商：海州启明信息有限公司",
    "Invitation to tender\nBidder: see below\n",
    "Bid opening record\nBidder: Oak Lenses Ltd\n",
    "Contract award notice\nTenderer: Oak Lenses Ltd\n",
    "Anuncio de adjudicación\nLicitador: Cámaras del Norte, S.L.\n",
    "Technical proposal\nWe offer 12 cameras.\n",
    "",
]


@pytest.mark.parametrize(("text", "name"), BIDS)
def test_a_bid_says_whose_it_is(text: str, name: str) -> None:
    found = bidder_of(text)
    assert found is not None
    assert (found.letters, text[found.start : found.end]) == (letters_of(name), name)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_bid_or_does_not_say_whose(text: str) -> None:
    assert bidder_of(text) is None
