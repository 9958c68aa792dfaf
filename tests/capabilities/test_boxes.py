"""Boxes to tick: what stands behind an empty one is not ordered where others are ticked."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text


def said(text: str) -> set[tuple[str, str]]:
    """Return the capabilities of an annex of a contract, with their polarity."""
    return {(one.rule, str(one.polarity)) for one in find_in_text(text, doc_kind="contract_annex")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选购单：□虹膜采集仪 ☑身份证阅读器 ☑签名板。", ("bio.iris", "negated")),
        ("功能勾选：☑人脸布控 □步态识别 □车牌抓拍。", ("bio.gait", "negated")),
        ("功能勾选：☑人脸布控 □步态识别 □车牌抓拍。", ("face.live_watchlist", "offered")),
        ("□ 手机取证工作站（不购） ■ 打印机 2台", ("dev.phone_forensics", "negated")),
        ("√硬盘录像机；☐声纹比对服务器；√交换机", ("bio.voiceprint", "negated")),
        ("Modules ordered: ☑ archive ☐ iris recognition ☑ training", ("bio.iris", "negated")),
        ("Módulos: ☑ archivo ☐ reconocimiento de iris ☑ formación", ("bio.iris", "negated")),
        ("Modules : ☑ archivage ☐ reconnaissance de l’iris ☑ formation", ("bio.iris", "negated")),
        ("Модули: ☑ архив ☐ распознавание по радужной оболочке ☑ обучение", ("bio.iris", "negated")),
    ],
)
def test_an_empty_box_among_ticked_ones_orders_nothing(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize("text", ["□虹膜采集仪2台\n□身份证阅读器4台", "■虹膜采集仪2台 ■签名板4台"])
def test_boxes_that_are_bullets_say_nothing(text: str) -> None:
    assert ("bio.iris", "offered") in said(text)
