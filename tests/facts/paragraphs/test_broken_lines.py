"""Which lines were broken for want of room: in many languages and layouts, and what only looks like it."""

import time

import pytest

from tenderlight.facts.paragraphs.broken_lines import broken_lines
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


def _goes_on(text: str) -> list[str]:
    """Return what each line goes on with, where it does: the line below it."""
    return [following.text for _, following in broken_lines(Page(number=1, text=text), flatten(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Contracting authority: Directorate for Roads, Harbours and Lights of\nthe Western Isles",
        "Supplier: Consolidated Signalling and Optical Instruments (Northern\nDivision) Ltd, Alnmouth",
        "After evaluation the panel decided to accept the offer of Granite &\nMarble Security Partners LLP.",
        "The accepted contract amount, all duties and taxes included, is USD\n1,284,500.00.",
        "The board resolved that the contract shall be awarded to Blue Heron\nLtd, whose price was the lowest.",
        "El contrato se adjudica a la empresa Comercializadora Andina de Luz\nS.A.S. por $ 4.500.000",
        "Titulaire du lot n° 1 : Compagnie générale de télésurveillance et de\nBalisage du Nord SAS",
        "Le montant total du marché attribué à la société Orme Vidéo est de 1\n245 600,00 € HT",
        "Победителем признано Общество с ограниченной ответственностью\n«Полярная звезда»",
        "Цена договора, предложенная победителем открытого конкурса, 58 900\n000 тенге без НДС",
        "Замовник: Комунальне некомерційне підприємство міської лікарні № 4 у\nмісті Вербівка",
        "Auftragnehmer ist die Bietergemeinschaft aus der Firma Hellweg und\nder Firma Lindner",
        'The parties agreed to change the name of the contract to "Harbour\nWatch", and nothing else.',
        "采购人为云澜市滨江区社会治安综合治理中心，供应商为启明视讯科\n技集团",
        "经评审，确定由东江智联信息技术股份有限公司云澜分公司承建，\n成交价三百万元",
        "中标供应商为青禾市远瞻视讯科技集团及其全资子公司启航科技有限\n公司",
        "本合同总金额为人民币壹佰贰拾叁万肆仟伍佰陆拾元整以及税款共计\n（¥1,234,560.00）",
        "項目名稱：港區車牌辨識系統及影像分析平臺五年維護保養勞務（案號\nLQ-112-0457）",
        "招标文件已于本月十日在本市公共资源交易平台公开发布，采购项目编\n号：QH-2023-17",
    ],
)
def test_words_tell_that_a_full_line_goes_on(text: str) -> None:
    assert _goes_on(text) == [text.split("\n")[1]]


@pytest.mark.parametrize(
    "text",
    [
        # labels, each with its value
        "Contracting authority: Directorate for Roads and Harbours of Alnmouth\nSupplier: Granite Ltd",
        "Órgano de contratación: Junta de Gobierno del Ayuntamiento de la Vega\nAdjudicatario: Luz S.L.",
        "采购人：云澜市滨江区社会治安综合治理数据资源服务保障中心办公室\n供应商：启明公司",
        "采购人：云澜市滨江区社会治安综合治理数据资源服务保障中心，本级\n采购代理机构名称及地址：某公司",
        # entries of lists
        "1. Twelve fixed cameras with housing, brackets and cable, first lot\n2. one recorder with disks",
        "- twelve fixed cameras with their housing, brackets and cable, lot 1\n- one recorder with disks",
        "(a) to supply the goods in the quantities named in the first annex\n(b) to install them",
        "Lot 1: twelve fixed cameras with their housing, brackets and cable\nLot 2 one recorder",
        "一、本项目采购内容为人脸识别门禁设备及配套软件的供货和安装调试\n二、采购方式为询价",
        '14 sets of monitor 55" with wall bracket and cable, Orion OR-55 @ 900\n15 sets of monitor 43" @ 700',
        # rows
        "Fixed dome camera   Orion OD-220   12 pcs   EUR 250.00   EUR 3000\nrecorder   1 pc   EUR 900",
        "Camera; Orion; OD-220; 12; 250.00; 3,000.00; delivered and accepted\nrecorder; Orion; OR-8; 1",
        "| Camera with housing | 12 | 250.00 | 3,000.00 | accepted in full |\n| recorder | 1 | 900.00 |",
        "人脸识别摄像机 远瞻 YZ-F200 台 二十 三千 六万元整 质保三年上门\n交换机 远瞻 YZ-S24 台 五",
        # an end is an end
        "The contract was awarded to Granite Ltd at the price named in its bid.\nThe bid was opened in May.",
        "The following firms were invited to hand in their offers by Tuesday:\nGranite Ltd",
        "经评标委员会评审并报采购人确认，现将本项目的中标结果公布如下：\n启明视讯科技有限公司",
        # addresses and headings
        "Town Hall of Upper Alnmouth, Department of Supplies, Room 214, Level 2\n14 Market Street",
        "MUNICIPALITY OF UPPER ALNMOUTH AND ALL ITS SUBORDINATE DEPARTMENTS\nAward notice",
        "Municipality of Upper Alnmouth and all of its Subordinate Departments\nAWARD OF CONTRACT",
        "青禾市公安局滨江分局智慧社区人脸识别门禁系统采购项目\n中标公告",
        # lines of verse and of lists, none as long as a page is wide
        "the camera looked upon the sea\nand no one looked at it\nthe sea looked back",
    ],
)
def test_what_only_looks_broken_is_left_as_it_is(text: str) -> None:
    assert _goes_on(text) == []


def test_lines_that_would_have_had_room_go_on_in_nothing() -> None:
    text = f"{'A line as long as any line of this page may get to be, it seems'}\nof seven\nmen\nand women\n"
    assert _goes_on(text) == ["of seven"]


def test_a_page_with_broken_lines_has_more_of_them() -> None:
    buyer = "Contracting authority: Directorate for Roads and Harbours of Western\nMarches and Isles"
    told = "The contract for twelve cameras was awarded on the fourth of May 2022\nto Granite Ltd."
    assert _goes_on(buyer) == []
    assert _goes_on(f"{buyer}\n{told}") == ["Marches and Isles", "to Granite Ltd."]


def test_but_not_where_most_lines_of_the_page_were_broken_before_they_were_full() -> None:
    verse = "all we\nbought was\nlight and\nglass"
    told = "The contract for twelve cameras was awarded on the fourth of May 2022\nto Granite Ltd."
    buyer = "Contracting authority: Directorate for Roads and Harbours of Western\nMarches and Isles"
    assert _goes_on(f"{buyer}\n{told}\n{verse}") == ["to Granite Ltd."]


def test_chinese_lines_that_end_at_one_place_go_on() -> None:
    lines = [
        "我单位拟采购人脸识别门禁设备一批用于各社区出入口的日常管理和",
        "服务保障工作由中标人负责全部设备的供货安装调试培训及三年质保",
        "服务",
    ]
    assert _goes_on("\n".join(lines)) == lines[1:]


def test_known_labels_without_a_colon_begin_anew() -> None:
    told = "El contrato para doce cámaras se adjudicó el cuatro de mayo del 2022 a\nla empresa Granito S.A."
    place = "Entidad contratante: Dirección de Puertos y Caminos de la Provincia 12\nValor del contrato 96.000 EUR"
    assert _goes_on(f"{told}\n{place}") == ["la empresa Granito S.A."]


@pytest.mark.parametrize("sign", ["(", '"', "a:", "1", "甲：", "，甲", ". ", "A ", "1,000 ", "; ", "a / ", "采购"])
def test_large_pages_cost_no_more_than_their_length(sign: str) -> None:
    line = (sign * 72)[:72]
    started = time.process_time()
    _goes_on("\n".join([line] * 1500))
    _goes_on(sign * 50_000)
    assert time.process_time() - started < 5
