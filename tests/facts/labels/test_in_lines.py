import pytest

from tenderlight.facts.labels.in_lines import find_labels, read_label
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("招 标 人：", Meaning.BUYER),
        ("一、项目编号", Meaning.PROJECT_NUMBER),
        ("（3）采购人（甲方）", Meaning.BUYER),
        ("中标（成交）金额（万元）", Meaning.AWARD_AMOUNT),
        ("標案案號", Meaning.PROJECT_NUMBER),
        ("包2中标供应商", Meaning.SUPPLIER),
        ("未中标供应商", Meaning.LOSER),
        ("中标候选人名称", Meaning.CANDIDATE),
        ("代理服务费", Meaning.OTHER_AMOUNT),
        ("Contract value (ex VAT)", Meaning.CONTRACT_AMOUNT),
    ],
)
def test_a_label_has_a_meaning(written: str, meaning: Meaning) -> None:
    hit = read_label(flatten(written))
    assert hit is not None
    assert hit.meaning is meaning


@pytest.mark.parametrize("written", ["南溪县公安局", "1", "2022年5月", "拟采购的设备清单", ""])
def test_a_value_is_no_label(written: str) -> None:
    assert read_label(flatten(written)) is None


def test_the_unit_in_a_label_is_kept() -> None:
    hit = read_label(flatten("中标价（万元）"))
    assert hit is not None
    assert hit.unit is not None
    assert hit.unit.multiplier == 10_000


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("一、项目编号：A-1 二、项目名称：甲 三、采购人：乙局", ["项目编号", "项目名称", "采购人"]),
        ("采购人：甲局供应商地址：乙路", ["采购人", "供应商地址"]),
        ("开标时间：2022-01-01 09:00:00 网址：https://a.b:80/c", ["开标时间", "网址"]),
        ("中标（成交）金额：（可填写下浮率、折扣率或费率）：85%", ["中标金额"]),
        ("数量：80 单价：12,500.00", ["数量", "单价"]),
        ("Buyer: A Council. Reference AVC/21. Award date 14 June 2021.", ["buyer", "reference", "award date"]),
    ],
)
def test_labels_in_a_line_are_found_in_order(line: str, labels: list[str]) -> None:
    assert [hit.label for hit in find_labels(flatten(line))] == labels


def test_an_unknown_label_ends_the_value_before_it() -> None:
    hits = find_labels(flatten("采购人：甲局 神秘栏目：乙"))
    assert [hit.meaning for hit in hits] == [Meaning.BUYER, None]


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("Tender Inviting Authority: Harrowdene Borough Council", Meaning.BUYER),
        ("Ente: Empresa Portuaria del Gran Lago", Meaning.BUYER),
        ("Zuschlagserteilende Stelle: Stadt Hohenfels", Meaning.BUYER),
        ("Розпорядник коштів: Лучеська міська рада", Meaning.BUYER),
        ("填表機關：經濟部水利署", Meaning.BUYER),
        ("Tercero: Automatismos Jarilla, C.B.", Meaning.SUPPLIER),
        ("Credor: Optivia Lda.", Meaning.SUPPLIER),
        ("承判公司：匯澳工程有限公司", Meaning.SUPPLIER),
        ("Negotiated price: USD 1,200.00", Meaning.AWARD_AMOUNT),
        ("Endsumme: 1.234,00 EUR", Meaning.TOTAL),
        ("議定價格：新臺幣五百萬元", Meaning.AWARD_AMOUNT),
        ("授出日期：2023年5月3日", Meaning.AWARD_DATE),
        ("Quantity ordered: 12", Meaning.ITEM_QUANTITY),
        ("Bestellmenge: 12", Meaning.ITEM_QUANTITY),
        ("Preis je Einheit: 12,00 EUR", Meaning.UNIT_PRICE),
        ("验收数量：12台", Meaning.ITEM_QUANTITY),
    ],
)
def test_labels_of_many_forms_are_known(written: str, meaning: Meaning) -> None:
    assert find_labels(flatten(written))[0].meaning is meaning
