"""Papers of Hong Kong and Macao in two languages: who buys, who won which lot, and names in Latin letters."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("label", "buyer"),
    [
        ("採購部門：香港港口科技統籌組", "香港港口科技統籌組"),
        ("部門 Department：香港離島水警支援科", "香港離島水警支援科"),
        ("採購機構：海角警務處", "海角警務處"),
        ("Procuring Department 採購部門：香港海角大學採購組", "香港海角大學"),
        ("採購部門：採購組", None),
        ("採購部門：行政及財務科", None),
    ],
)
def test_a_label_names_a_section_that_no_form_of_a_name_proves(label: str, buyer: str | None) -> None:
    text = (
        f"批出合約公告 Contract Award\n招標編號 Tender Ref.：HK/22/18\n{label}\n"
        "承辦商 Contractor：恆昌工程有限公司\n合約金額：港幣1,090,000元"
    )
    assert predict(text).buyer == buyer


@pytest.mark.parametrize(
    ("lines", "lots"),
    [
        (
            "項目1：維港光學有限公司　港幣 2,360,000元\n項目2：Harbour Sensor Limited　港幣 14,820,000元",
            (("項目1", "維港光學有限公司", 2_360_000), ("項目2", "Harbour Sensor Limited", 14_820_000)),
        ),
        (
            (
                "第一組 探訪系統：新濠通訊有限公司 澳門元 2,180,000.00\n"
                "第二組 屏蔽設備：Sociedade Farol, Lda. 澳門元 3,650,000.00"
            ),
            (("第一組", "新濠通訊有限公司", 2_180_000), ("第二組", "Sociedade Farol, Lda.", 3_650_000)),
        ),
        (
            (
                "Lot A（東翼）— 承辦商：明昇保安有限公司 — HK$4,125,000\n"
                "Lot B（西翼）— 承辦商：Pacific Guard Limited — HK$3,980,500"
            ),
            (("Lot A", "明昇保安有限公司", 4_125_000), ("Lot B", "Pacific Guard Limited", 3_980_500)),
        ),
        (
            "合約甲：明昇保安有限公司，港幣4,125,000元\n合約乙：Pacific Guard Limited，港幣3,980,500元",
            (("合約甲", "明昇保安有限公司", 4_125_000), ("合約乙", "Pacific Guard Limited", 3_980_500)),
        ),
    ],
)
def test_lots_are_won_by_firms_in_either_script(lines: str, lots: tuple[tuple[str, str, int], ...]) -> None:
    notice = predict(
        f"批出合約公告\n採購部門：香港路政署\n招標編號：HY/21/3\n批出結果：\n{lines}\n批出日期：2021年5月10日"
    )
    assert tuple((one.lot, one.supplier, int(one.amount or 0)) for one in notice.lots) == lots


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sociedade Farol, Lda.（法羅工程有限公司）", "Sociedade Farol, Lda.（法羅工程有限公司）"),
        ("Nordlys Optik AS（挪威）", "Nordlys Optik AS"),
        ("Titan Systems Ltd（以下簡稱乙方）", "Titan Systems Ltd"),
        ("凱鑑資訊有限公司（共同投標廠商）", "凱鑑資訊有限公司"),
    ],
)
def test_a_bracket_belongs_to_a_name_where_it_repeats_it(written: str, name: str) -> None:
    text = (
        f"服務合約\n甲方：澳門特別行政區政府交通事務局\n乙方：{written}\n"
        "合約金額：MOP 33,400,000.00\n簽署日期：2020年6月12日"
    )
    assert [one.name for one in predict(text).suppliers] == [name]


def test_a_form_in_two_languages_is_chinese_and_its_number_stands_behind_the_english_word() -> None:
    text = (
        "合約 Contract No. CEDT-23-118\n甲方（僱主）：香港九鼎大學\n乙方（承建商）：Titan Access Systems (HK) Ltd\n"
        "合約價 Contract Sum：港幣貳佰柒拾捌萬元正（HK$2,780,000.00）\n簽署日期：2023年5月22日"
    )
    told = summarise(read(text))
    assert (told["numbers"], told["suppliers"]) == (("CEDT-23-118",), ("Titan Access Systems (HK) Ltd, sole",))
