"""Rows of bidders some of which say that they won, and Chinese lists below a label."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

HEAD = "Internal Tender Committee - Result of Tender No. 61/2024\nBuyer: Tolworth Ports Authority\n"
ROWS = [
    (
        (
            "Company                      Price (OMR)   Position\n"
            "Jebel Technical Services LLC   412,830.750   3\n"
            "Muttrah Security SPC LLC       389,990.000   1   AWARDED\n"
        ),
        ("Muttrah Security SPC LLC, sole",),
    ),
    (
        (
            "oferente;item;total;condicion\n"
            "Suplimed Yaque, SRL;1;2,472,000.00;ADJUDICADO\n"
            "Equipos Moca, EIRELI;1;2,639,400.00;NO ADJUDICADO\n"
        ),
        ("Suplimed Yaque, SRL, sole",),
    ),
]


@pytest.mark.parametrize(("text", "names"), ROWS, ids=range(len(ROWS)))
def test_the_firm_whose_row_says_so_has_won(text: str, names: tuple[str, ...]) -> None:
    assert summarise(read(HEAD + text))["suppliers"] == names


def test_rows_that_all_say_so_or_none_tell_nobody() -> None:
    text = "Jebel Technical LLC   412,830   3\nMuttrah Security LLC   389,990   1\n"
    assert summarise(read(HEAD + text))["suppliers"] == ()


def test_a_list_below_a_label_names_them_all() -> None:
    text = (
        "信号优化服务框架协议第一阶段入围结果公告\n征集人：岱峰市公安局\n入围供应商（排名不分先后）：\n"
        "济南泉城智行科技有限公司（折扣88%）\n山东岱宗信号设备有限公司（折扣90%）\n淘汰：潍坊鸢都电子有限公司"
    )
    assert summarise(read(text))["suppliers"] == (
        "山东岱宗信号设备有限公司, framework",
        "济南泉城智行科技有限公司, framework",
    )


def test_the_notices_of_two_packages_in_one_paper_have_a_winner_each() -> None:
    text = (
        "采购包1中标公告\n\n采购人：禅江区公安局\n项目编号：44-1\n中标供应商：佛山数安科技有限公司\n中标金额：7,208元\n"
        "采购包2中标公告\n\n中标供应商：广州检测技术有限公司\n中标金额：186元\n"
    )
    assert summarise(read(text))["suppliers"] == (
        "佛山数安科技有限公司, lot winner, 采购包1",
        "广州检测技术有限公司, lot winner, 采购包2",
    )


def test_the_subject_of_a_sentence_wins_though_its_verb_is_far() -> None:
    text = (
        "COMUNICADO 112/2025\nMinisterio de Puertos de Quetzalia\nEl viceministro dio a conocer el resultado: "
        "Grupo Vigía Andino ofreció US$ 5,9 millones y se quedó con el contrato, por delante de Ojo Seguro, S.A."
    )
    assert summarise(read(text))["suppliers"] == ("Grupo Vigía Andino, sole",)
