"""Lists of lots that have a name and no number, and lists that describe lots before another gives them away."""

from __future__ import annotations

from tests.facts.summary import read, summarise


def test_lots_with_a_name_alone_have_their_winners() -> None:
    text = (
        "AWARD OF CONTRACTS\nTarsis Health Office\nLaboratory equipment: awarded to Labtech Ltd at USD 120,000\n"
        "Cold chain: awarded to Frigo SA at USD 88,000\nAmbulances: not awarded"
    )
    assert summarise(read(text))["suppliers"] == (
        "Frigo SA, lot winner, Cold chain",
        "Labtech Ltd, lot winner, Laboratory equipment",
    )


def test_what_a_lot_is_has_not_won_it() -> None:
    text = (
        "NOTICE OF AWARD\nProcuring entity: Port of Azura\nLots:\nLot 1 - Patrol boats\nLot 2 - Radios\n"
        "Lot 3 - Cameras\nAwardees:\nLot 1: Marine Craft Ltd, USD 900,000\nLot 2: Voicecom LLC, USD 120,000\n"
        "Lot 3: Optika Ltd, USD 75,000"
    )
    assert summarise(read(text))["suppliers"] == (
        "Marine Craft Ltd, lot winner, Lot 1",
        "Optika Ltd, lot winner, Lot 3",
        "Voicecom LLC, lot winner, Lot 2",
    )


def test_a_part_of_the_town_behind_a_name_is_no_part_of_it() -> None:
    text = "決標結果\n機關名稱：海山縣警察局\n得標廠商：遠目科技有限公司（東區）\n決標金額 1,200,000元"
    assert summarise(read(text))["suppliers"] == ("遠目科技有限公司, sole",)


def test_all_firms_listed_under_a_lot_of_a_framework_have_won_it() -> None:
    text = (
        "Framework Award Notice\nAwarding body: Northern Consortium\nLot 1: Platforms\n - Aerohawk UK Ltd\n"
        " - Skelder Systems Ltd\nLot 2: Detection\n - Passive Sky Ltd\nLot 3: Pilot training\n No award"
    )
    assert summarise(read(text))["suppliers"] == (
        "Aerohawk UK Ltd, framework, Lot 1",
        "Passive Sky Ltd, framework, Lot 2",
        "Skelder Systems Ltd, framework, Lot 1",
    )


def test_projects_that_a_list_counts_are_lots() -> None:
    text = (
        "邕水大学\n关于3个项目采购结果的公示\n1 YZ101 仿真实验平台  中标：南宁青云教育科技有限公司 1,289,000\n"
        "2 YZ105 运动场面层 流标\n3 YZ109 一卡通扩容  中标：北京润华智卡科技有限公司 385,600\n（金额单位：元）"
    )
    assert summarise(read(text))["suppliers"] == (
        "北京润华智卡科技有限公司, lot winner, 3",
        "南宁青云教育科技有限公司, lot winner, 1",
    )
