"""Goods that no rule for a layout reads: what the model proposes, how it is put together, and what is not taken."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.readers.goods.goods import MODEL, goods_by_reader
from tenderlight.facts.readers.goods.grouping import groups_of
from tenderlight.facts.readers.goods.lines import lines_of
from tenderlight.facts.readers.model import Model, Tagged, shared_model
from tenderlight.facts.readers.signs import signs_of
from tenderlight.facts.readers.words import Word, products
from tenderlight.facts.reading import before_goods, read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import LineItemValue


def by_reader(text: str) -> list[Statement]:
    notice, _offices, statements = before_goods([Page(number=1, text=text)])
    return goods_by_reader(notice, statements)


def told(statements: list[Statement]) -> list[tuple[str, Decimal | None, str | None]]:
    values = [one.value for one in statements if isinstance(one.value, LineItemValue)]
    return [(one.name, one.quantity, one.unit) for one in values]


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(ValueError, match="model"):
        Model(b"no model")


def words_of(line: str) -> list[Word]:
    """Words of a line, numbers as bare numbers; / ends a line."""
    words = []
    for index, text in enumerate(line.split()):
        flat = "\n" if text == "/" else text
        amount = Decimal(text) if text.isdecimal() else None
        words.append(Word(start=index * 10, end=index * 10 + len(text), text=flat, flat=flat, amount=amount))
    return words


def tagged(tags: str) -> list[Tagged]:
    """One tag a word: n(ame), b(rand), m(odel), q(uantity), u(nit), p(rice), . for none."""
    parts = {"n": "name", "b": "brand", "m": "model", "q": "qty", "u": "unit", "p": "price"}
    return [
        Tagged(part=parts[one], first=index, last=index + 1, certainty=1.0)
        for index, one in enumerate(tags.split())
        if one != "."
    ]


@pytest.mark.parametrize(
    ("line", "tags", "expected"),
    [
        ("lamp 3 pcs / cable 40 m", "n q u . n q u", [("lamp", "3", "pcs"), ("cable", "40", "m")]),
        ("3 pcs lamp / 40 m cable", "q u n . q u n", [("lamp", "3", "pcs"), ("cable", "40", "m")]),
        ("3 lamp , 40 cable", "q n . q n", [("lamp", "3", None), ("cable", "40", None)]),
        ("pcs lamp 3 / m cable 40", "u n q . u n q", [("lamp", "3", "pcs"), ("cable", "40", "m")]),
        ("lamp and cable 40 m", "n . n q u", [("lamp", None, None), ("cable", "40", "m")]),
        ("lamp 3 / 5 / cable 40", "n q . q . n q", [("lamp", "3", None), ("cable", "40", None)]),
        ("only 3 pcs", ". q u", []),
        ("pcs / lamp 3", "u . n q", [("lamp", "3", None)]),
        ("lamp / 3 pcs", "n . q u", [("lamp", "3", "pcs")]),
    ],
)
def test_what_belongs_to_a_name_stands_on_the_same_side_of_all_names(
    line: str, tags: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    words = words_of(line)
    found = [
        (
            words[one.name.first].text,
            *(words[one.parts[part].first].text if part in one.parts else None for part in ("qty", "unit")),
        )
        for one in groups_of(words, tagged(tags))
    ]
    assert found == expected


def test_two_factors_and_their_product_are_known_by_each_other() -> None:
    assert products(words_of("lamp 12 250 3000")) == {1: "less", 2: "more", 3: "product"}
    assert products(words_of("lamp 12 250 3001")) == {}
    assert products(words_of("1 60 60")) == {}, "one of a thing proves nothing"


NOTICES = [
    (
        (
            "中标公告\n采购人：清河县公安局\n中标供应商：安川数据技术有限公司\n中标金额：1,860,000元\n"
            "本次交付的内容包括人脸识别闸机 64台、访客登记终端 16台及配套安装。\n"
        ),
        [("人脸识别闸机", 64, "台"), ("访客登记终端", 16, "台")],
    ),
    (
        (
            "批出合約公告\n採購部門：城市保安事務處\n承辦商名稱：維港保安系統有限公司\n"
            "合約數量：固定鏡頭 320部；旋轉鏡頭 85部\n合約金額：港幣 15,280,000元\n批出日期：2022年10月31日\n"
        ),
        [("固定鏡頭", 320, "部"), ("旋轉鏡頭", 85, "部")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOTICES)
def test_goods_are_read_that_no_rule_for_a_layout_reads(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = by_reader(text)
    assert told(found) == [(name, Decimal(quantity), unit) for name, quantity, unit in expected]
    for one in found:
        assert remarks.LEARNED in one.against
        assert all(anchor.text == text[anchor.start : anchor.end] for anchor in one.anchors)


@pytest.mark.parametrize(
    "text",
    [
        (
            "中标公告\n采购人：清河县公安局\n中标供应商：安川数据技术有限公司\n"
            "评审专家：5人，得分 92.5 分\n投标文件 3份，服务期 24个月\n"
        ),
        (
            "AWARD NOTICE\nBuyer: Dray Fire Service\nSupplier: Aldertree Ltd\n"
            "4 tenders were received; score 92.5; the term is 24 months, payment in 3 parts.\n"
        ),
    ],
)
def test_numbers_that_count_no_goods_make_none(text: str) -> None:
    assert by_reader(text) == []


def test_goods_that_rules_read_stay_as_these_read_them() -> None:
    text = (
        "中标公告\n采购人：清河县公安局\n中标供应商：安川数据技术有限公司\n"
        "序号 | 名称 | 品牌 | 型号 | 数量 | 单位 | 单价\n1 | 人脸识别闸机 | 安川 | AC-200 | 64 | 台 | 5,800.00\n"
    )
    items = [one for one in read_facts([Page(number=1, text=text)]) if one.kind is StatementKind.LINE_ITEM]
    assert len(items) == 1
    assert remarks.LEARNED not in items[0].against


def test_every_word_looked_at_is_where_it_says() -> None:
    text = "采购内容：终端 16台\n\n" + "说明" * 30 + "\nItem 2:\tcable, 40 m  x2\n"
    notice, _offices, statements = before_goods([Page(number=1, text=text)])
    sheet = notice.sheets[0]
    words, signs = signs_of(notice, statements, sheet, lines_of(notice, sheet))
    assert len(words) == len(signs) > 0
    assert all(word.text in {text[word.start : word.end], "\n"} for word in words)


def test_a_page_of_very_many_numbers_is_looked_at_in_part() -> None:
    text = "\n".join(f"{index} | 线缆 | {index} 台" for index in range(1, 9000))
    notice, _offices, _statements = before_goods([Page(number=1, text=text[:19_000])])
    lines = lines_of(notice, notice.sheets[0])
    assert 5_000 < sum(len(line.words) for line in lines) <= 6_000


def test_no_words_are_tagged_as_nothing() -> None:
    assert shared_model(MODEL).tag([]) == []


def test_many_goods_on_long_lines_are_read_in_time() -> None:
    text = "中标公告\n采购人：清河县公安局\n" + "\n".join(["人脸识别闸机64台，单价29000元；" * 190] * 5)
    begun = time.process_time()
    by_reader(text)
    assert time.process_time() - begun < 8


HEAD = "中标公告\n采购人：清河县公安局\n中标供应商：安川数据技术有限公司\n中标金额：1,860,000元\n"
NOT_BOUGHT = [
    f"{HEAD}第二包 因有效供应商不足三家废标，内容为执法记录仪 120台、采集站 6台。\n",
    f"{HEAD}第二名海沧科技有限公司，投报人脸抓拍机 70台、热像仪 12台。\n",
    f"{HEAD}可选购（未采购）：访客终端 16台。\n",
    f"{HEAD}供应商业绩：曾为邻县公安局供应人脸抓拍机 300台、执法记录仪 80台。\n",
    f"{HEAD}我局现状：在用执法记录仪 90台，本次不更新。\n",
    (
        "AVISO DE ADJUDICACIÓN\nEntidad: Municipalidad de Lira\nAdjudicatario: Alfa S.A.\n"
        "Lote 2: desierto, 30 emisoras portátiles\n"
    ),
    "ПРОТОКОЛ\nЗаказчик: МКУ «Свет»\nПобедитель: ООО «Щит»\nЛот 2 не состоялся: мониторы — 8 штук, камеры — 4 штуки\n",
]


@pytest.mark.parametrize("text", NOT_BOUGHT, ids=range(len(NOT_BOUGHT)))
def test_goods_of_void_lots_of_losers_of_references_and_options_are_not_bought(text: str) -> None:
    assert by_reader(text) == []


def test_prices_that_are_limits_are_no_prices() -> None:
    found = by_reader(
        f"{HEAD}本次采购内容为执法记录仪 120台，最高限价单价 2,900元/台；采集站 6台，单价预算 8,500元/台。\n"
    )
    assert [one.value.unit_price for one in found if isinstance(one.value, LineItemValue)] == [None] * len(found)


def test_goods_are_added_only_to_the_list_that_rules_have_read() -> None:
    table = "序号 | 名称 | 品牌 | 型号 | 数量 | 单位 | 单价\n1 | 人脸识别闸机 | 安川 | AC-200 | 64 | 台 | 5,800.00\n"
    elsewhere = "其他说明：甲\n说明：乙\n说明：丙\n另有配套执法记录仪 90台、采集站 6台由区局自备。\n"
    items = [
        one.value
        for one in read_facts([Page(number=1, text=HEAD + table), Page(number=2, text=elsewhere)])
        if isinstance(one.value, LineItemValue)
    ]
    assert [item.name for item in items] == ["人脸识别闸机"]
