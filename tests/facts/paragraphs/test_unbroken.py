"""Facts of texts with broken lines: the values of the whole text, quoted as they stand."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenderlight.facts.paragraphs.unbroken import unbroken
from tenderlight.facts.reading import read_facts
from tenderlight.model.box import Box
from tenderlight.model.document import Cell, Line, Page, Table
from tests.facts.notices.western import WESTERN
from tests.facts.summary import read, summarise

ENGLISH = """CONTRACT AWARD NOTICE
Contracting authority: Harbour Roads and Public Lighting Directorate of the Northern Isles Regional Council
Title: Supply, installation and five years of maintenance of number plate recognition cameras at ferry terminals
Reference: HRPL/2023/0417
The contract was awarded on 14 March 2023 to Northwind Optical Instruments and Signalling Systems Limited for a total \
price of GBP 1,284,600.00 excluding VAT."""
SPANISH = """RESOLUCIÓN DE ADJUDICACIÓN
Entidad contratante: Secretaría de Seguridad y Convivencia Ciudadana de la Alcaldía Municipal de Puerto Amarillo
Objeto: suministro de cámaras corporales con su plataforma de gestión y custodia de evidencias digitales
Se adjudica el contrato a la empresa Tecnologías del Litoral y Montajes Electrónicos S.A.S. por un valor total de \
$ 1.845.300.000 incluido IVA.
Fecha de adjudicación: 22 de junio de 2022"""
FRENCH = """AVIS D'ATTRIBUTION DE MARCHÉ
Pouvoir adjudicateur : Communauté d'agglomération des Trois Vallées et du Plateau de la Haute-Mareuse
Objet du marché : fourniture et pose de caméras de vidéoprotection avec lecture automatique des plaques
Titulaire : Compagnie générale d'optique et de transmissions électroniques du Plateau SAS
Montant du marché : 418 250,00 € HT
Date d'attribution : 6 octobre 2021"""
CHINESE = """滨江区智慧社区人脸识别门禁系统采购项目中标公告
项目编号：BJQ-2022-0318
采购人：云澜市滨江区社会治安综合治理数据资源服务保障中心
中标供应商：云澜市启明视讯科技股份有限公司与东江智联信息技术有限公司组成的联合体
本项目于2022年6月14日完成评标，经评标委员会评审并由采购人确认，中标金额为人民币叁佰贰拾捌万伍仟陆佰元整（¥3,285,600.00）。
公告日期：2022年6月17日"""
TAIWANESE = """決標公告
標案案號：LQ-112-0457
標案名稱：112年度港區出入口車牌辨識及影像分析系統擴充與五年維護保養勞務採購案
機關名稱：瀾海港務股份有限公司東岸分公司港區保全及資訊設備管理處
得標廠商：海雲影像辨識科技工程股份有限公司
本案於民國112年5月9日決標，由海雲影像辨識科技工程股份有限公司以新臺幣肆佰伍拾陸萬柒仟元得標，履約期限自決標日起算二百四十日曆天。"""


def _wrapped(text: str, width: int) -> str:
    """Break each line of a text at a width: Chinese after so many signs, the rest at blanks."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.isascii() or line[0] < "\u2e80":
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        else:
            lines += [line[at : at + width] for at in range(0, len(line), width)]
    return "\n".join(lines)


@pytest.mark.parametrize("width", [60, 64, 68, 72, 76, 80])
@pytest.mark.parametrize("text", [ENGLISH, SPANISH, FRENCH], ids=["en", "es", "fr"])
def test_broken_notices_say_what_whole_ones_say(text: str, width: int) -> None:
    broken = _wrapped(text, width)
    assert broken != text
    assert summarise(read(broken)) == summarise(read(text))


@pytest.mark.parametrize("width", [30, 33, 36, 38, 45])
@pytest.mark.parametrize("text", [CHINESE, TAIWANESE], ids=["zh-Hans", "zh-Hant"])
def test_broken_chinese_notices_say_what_whole_ones_say(text: str, width: int) -> None:
    broken = _wrapped(text, width)
    assert broken != text
    assert summarise(read(broken)) == summarise(read(text))


@pytest.mark.parametrize("case", WESTERN, ids=lambda case: case.about)
def test_whole_notices_stay_themselves(case: object) -> None:
    pages = [Page(number=1, text=getattr(case, "text", ""))]
    assert unbroken(pages).pages == tuple(pages)


def test_quotes_are_cut_from_the_page_as_written() -> None:
    text = _wrapped(ENGLISH, 72)
    buyer = next(one for one in read(text) if one.kind == "buyer")
    assert [anchor.text for anchor in buyer.anchors] == [
        "Harbour Roads and Public Lighting Directorate of\nthe Northern Isles Regional Council"
    ]


def test_a_word_broken_by_a_hyphen_is_whole_and_a_name_keeps_its_own() -> None:
    text = (
        "The contract was awarded by the town to the firm of Seine-Maritime Elec-\n"
        "tronics and its partner, which is the transport authority of Haute-\nMareuse and the Isles"
    )
    read_page = unbroken([Page(number=1, text=text)]).pages[0]
    assert "Maritime Electronics and its" in read_page.text
    assert "of Haute-Mareuse and" in read_page.text


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("本项目采购编号由财政局统一编定并在平台公布，为GXLJ2023-G1-00321-G\nXZX", "00321-GXZX"),
        ("经评审，中标价为人民币捌拾玖万元，最终以审计决算为准但不超过89\n3,842.00元", "不超过893,842.00元"),
        ("设备全部采用同一制造厂家同一系列的产品，所供产品的型号为 Orion\nAtlas 型", "Orion Atlas 型"),
    ],
)
def test_blanks_stand_between_words_and_not_inside_numbers(lines: str, joined: str) -> None:
    assert joined in unbroken([Page(number=1, text=lines)]).pages[0].text


def test_tables_are_where_they_were() -> None:
    above = "The contract was awarded by the council to the lowest bidder, which is\nthe firm of Granite Ltd."
    text = f"{above}\nCamera\t12\n"
    start = len(above) + 1
    cells = (Cell(row=0, column=0, start=start, end=start + 6), Cell(row=0, column=1, start=start + 7, end=start + 9))
    page = Page(number=1, text=text, tables=(Table(row_count=1, column_count=2, cells=cells),))
    copy = unbroken([page]).pages[0]
    assert copy.text == f"{above.replace(chr(10), ' ')}\nCamera\t12\n"
    assert [copy.text[cell.start : cell.end] for cell in copy.tables[0].cells] == ["Camera", "12"]


def test_boxes_tell_a_full_line_where_letters_are_not_all_as_wide() -> None:
    lines = [
        ("Award notice", 60, 130),
        ("Contracting authority: MINISTRY OF WORKS AND WATERWAYS OF THE", 60, 535),
        ("Northern Isles", 60, 130),
        ("The contract was awarded on 4 May 2022 to Illinois Lighting Utilities Limited for little", 60, 534),
        ("more than had been estimated, USD 96,400.00.", 60, 300),
    ]
    text, placed, start = "\n".join(line[0] for line in lines), [], 0
    for at, (words, left, right) in enumerate(lines):
        box = Box(left=left, top=100 + 15 * at, right=right, bottom=110 + 15 * at)
        placed.append(Line(start=start, end=start + len(words), box=box))
        start += len(words) + 1
    copy = unbroken([Page(number=1, text=text, lines=tuple(placed), width=595, height=842)]).pages[0]
    assert copy.text.split("\n") == [
        lines[0][0],
        f"{lines[1][0]} {lines[2][0]}",
        f"{lines[3][0]} {lines[4][0]}",
    ]


words = st.sampled_from(
    [*ENGLISH.split(), *SPANISH.split(), "中标", "供应商：", "启明视讯科技有限公司", "1,200.00", "元。"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(words, max_size=120), st.integers(min_value=50, max_value=90))
def test_whatever_is_broken_is_quoted_as_written(parts: list[str], width: int) -> None:
    page = Page(number=1, text=textwrap.fill(" ".join(parts), width))
    copies = unbroken([page])
    assert "".join(copies.pages[0].text.split()) == "".join(page.text.split())
    for statement in read_facts([page]):
        for anchor in statement.anchors:
            assert page.text[anchor.start : anchor.end] == anchor.text
