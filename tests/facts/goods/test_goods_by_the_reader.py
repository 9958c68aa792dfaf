"""Goods that no rule for a layout reads: what the model proposes, how it is put together, and what is not taken."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from importlib import resources
from pathlib import Path

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.goods.learned.features import signs_of
from tenderlight.facts.goods.learned.goods import goods_by_reader
from tenderlight.facts.goods.learned.grouping import groups_of
from tenderlight.facts.goods.learned.tagger import MODEL, Model, Tagged, shared_model
from tenderlight.facts.goods.learned.tokens import Word, lines_of, products
from tenderlight.facts.reading import before_goods, read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import LineItemValue

EVALUATION = Path(__file__).resolve().parents[3] / "evaluation"


def by_reader(text: str) -> list[Statement]:
    notice, _offices, statements = before_goods([Page(number=1, text=text)])
    return goods_by_reader(notice, statements)


def told(statements: list[Statement]) -> list[tuple[str, Decimal | None, str | None]]:
    values = [one.value for one in statements if isinstance(one.value, LineItemValue)]
    return [(one.name, one.quantity, one.unit) for one in values]


def test_the_model_was_trained_on_the_texts_that_ship() -> None:
    generated = resources.files("tenderlight._generated")
    made = json.loads((generated / "goods_reader.json").read_text("utf-8"))
    sets = [
        *sorted((EVALUATION / "notices").glob("development*.jsonl")),
        *sorted((EVALUATION / "goods").glob("*.jsonl")),
    ]
    assert made["made_of"] == hashlib.sha256(b"".join(path.read_bytes() for path in sets)).hexdigest()
    assert made["sha256"] == hashlib.sha256((generated / MODEL).read_bytes()).hexdigest()


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
        "废标公告\n项目名称：人脸识别闸机 64台采购\n采购人：清河县公安局\n废标原因：有效投标人不足三家\n",
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


def test_the_reader_is_not_asked_where_rules_read_goods() -> None:
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
    notice, _offices, statements = before_goods([Page(number=1, text=text[:19_000])])
    lines = lines_of(notice, notice.sheets[0])
    assert sum(len(line.words) for line in lines) <= 6_000
    assert shared_model().tag([]) == []
    assert statements is not None
