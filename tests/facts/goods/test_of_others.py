"""Makes, models and numbers that a paper tells of other goods than those bought, and words that are no makes."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.goods.of_others import is_of_others, told_make, told_model
from tests.facts.summary import goods_by_rules, shown

ENGLISH = "Award\nBuyer: Kent Police\nTitle: Purchase of breath analysers\nSupplier: Acme Ltd\nQuantity: 20\n"
SPANISH = (
    "Adjudicación\nEntidad: Alcaldía de Cali\nObjeto: Adquisición de radios\nAdjudicatario: Alfa S.A.S.\nCantidad: 12\n"
)
UKRAINIAN = (
    "Повідомлення про укладення договору\nЗамовник: Львівська міська рада\nПредмет закупівлі: рації\n"
    "Кількість: 12 шт.\nПостачальник: ТОВ «Альфа»\n"
)
CHINESE = "中标公告\n采购人：海州市公安局\n中标供应商：海州甲科技有限公司\n中标金额：120000元\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{UKRAINIAN}Дискваліфіковано ТОВ «Бета»: марка — Hytera, модель — PD785\n",
        f"{UKRAINIAN}Наявні рації: марка — Hytera, модель — PD785\n",
        f"{ENGLISH}Rejected bid of Bolt Ltd: make: Lion, model: 700.\n",
        f"{ENGLISH}Bolt Ltd: make: Lion, model: 700\n",
        f"{ENGLISH}The specification named make: Draeger, model: 6820 as example. Acme offers another product.\n",
        f"{SPANISH}Radios existentes: marca: Motorola, modelo: DEP450\n",
        f"{SPANISH}Oferta descalificada:\nmarca: Motorola, modelo: DEP450\n",
        f"{ENGLISH.replace('Acme Ltd', 'Acme Ltd | Brand: Any, Model: N/A | Make of the loser: Ford')}",
    ],
)
def test_make_of_other_goods_is_not_that_of_those_bought(text: str) -> None:
    (item,) = goods_by_rules(text)
    assert (item.brand, item.model) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "make: Lion, model: 700.",
        "Goods of Acme Ltd: make: Lion, model: 700",
        "Offered make: Lion, model: 700. Delivery: May",
    ],
)
def test_make_of_the_supplier_is_read(line: str) -> None:
    (item,) = goods_by_rules(f"{ENGLISH}{line}\n")
    assert (item.brand, item.model) == ("Lion", "700")


@pytest.mark.parametrize("number", ["450 employees", "12 months", "30 officers", "6 users"])
def test_number_of_people_or_days_counts_no_goods(number: str) -> None:
    assert goods_by_rules(ENGLISH.replace("20", number)) == ()


@pytest.mark.parametrize(
    ("written", "make"),
    [
        ("Axis o similar", "Axis"),
        ("Axis or equivalent", "Axis"),
        ("Аксис или эквивалент", "Аксис"),
        ("none", ""),
        ("Chinese", ""),
        ("国产", ""),
        ("Any", ""),
        ("Orvex", "Orvex"),
    ],
)
def test_make_without_what_a_demand_adds(written: str, make: str) -> None:
    assert told_make(written) == make


def test_model_ends_with_its_sentence() -> None:
    assert told_model("6820. Another product") == "6820"
    assert told_model("N/A | Make: Ford") == ""
    assert told_model("V2.4 B") == "V2.4 B"


def test_existing_goods_in_a_cell_are_not_bought() -> None:
    assert is_of_others("patient monitor, 35 sets (existing)")
    assert not is_of_others("patient monitor, 35 sets")


def test_headings_above_bids_are_no_goods() -> None:
    text = "Adjudicación\nEntidad: Alcaldía de Cali\nLínea 2 Criterios de evaluación\n"
    assert goods_by_rules(f"{text}Proveedor | Cantidad | Precio unitario\nAlfa S.A.S. | 10 | $ 500.000\n") == ()


@pytest.mark.parametrize("name", ["运维人员3名，单价8000元", "租用车位20个，单价100元"])
def test_people_and_what_is_rented_are_no_goods(name: str) -> None:
    assert goods_by_rules(f"{CHINESE}主要标的：{name}\n") == ()


def test_bracket_of_a_make_without_a_code_divides_no_name() -> None:
    (item,) = goods_by_rules(f"{CHINESE}标的：支架（Hikvision Mount） 10个 单价50元\n")
    assert (item.brand, item.model) == (None, None)


@pytest.mark.parametrize(
    ("row", "item"),
    [
        ("1 监控硬盘 西部 数据 4T 2 800 1600", "监控硬盘 |  |  | 2  | 800"),
        ("1 服务器 国产 2 3 5000 15000", "服务器 |  |  | 3  | 5000"),
        ("1 头盔 凯夫拉 三级 NIJ 10 800 8000", "头盔 |  |  | 10  | 800"),
        ("1 防刺服 芳纶 纤维 5 900 4500", "防刺服 |  |  | 5  | 900"),
        ("1 网线 超五类 305 8 500 4000", "网线 |  |  | 8  | 500"),
        ("1 监控 支架 3 10 50 500", "监控支架 |  |  | 10  | 50"),
        ("1 门禁 云盾 YD-6 6 900 5400", "门禁 | 云盾 | YD-6 | 6  | 900"),
    ],
)
def test_kinds_and_things_are_no_makes_of_a_row(row: str, item: str) -> None:
    text = f"{CHINESE}序号 标的名称 品牌 规格型号 数量 单价 总价\n{row}\n五、评审专家名单：刘兰、蒲建\n"
    assert [shown(one) for one in goods_by_rules(text)] == [item]


def test_long_lines_are_read_fast() -> None:
    started = time.perf_counter()
    for sign in ("a", " ", "or ", "пример", "车"):
        is_of_others(sign * 50_000)
        told_make(sign * 50_000)
        told_model(sign * 50_000)
    assert time.perf_counter() - started < 5
