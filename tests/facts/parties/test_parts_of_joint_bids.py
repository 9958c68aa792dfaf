"""Joint bids and lists of winners in the ways that Chinese notices lay them out."""

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import read, summarise

_A, _B, _C = "江州星河科技有限公司", "白川云图软件有限公司", "东禾网络工程有限公司"
_HEAD = "江北县公安局门禁设备采购中标公告\n采购人：江北县公安局\n"
_PRICE = "\n中标价：120,000元\n"


def suppliers(text: str) -> object:
    return summarise(read(text))["suppliers"]


@pytest.mark.parametrize(
    "lines",
    [
        f"中标人：{_A}（联合体牵头人）\n　　　　{_B}（联合体成员）",
        f"中标人（联合体牵头人）：{_A}\n中标人（联合体成员）：{_B}",
        f"中标供应商：{_A}\n联合体成员：{_B}",
        f"中标供应商：{_A}（成员：{_B}）",
        f"经评审，由{_A}、{_B}组成的联合体中标（前者为牵头人）。",
    ],
)
def test_who_leads_and_who_belongs(lines: str) -> None:
    assert suppliers(f"{_HEAD}{lines}{_PRICE}") == (f"{_A}, lead", f"{_B}, member")


def test_parties_of_a_contract_say_their_part_in_the_label() -> None:
    text = f"合同公告\n甲方：江北县公安局\n乙方（牵头）：{_A}\n丙方（成员）：{_B}\n合同金额：12万元\n"
    assert suppliers(text) == (f"{_A}, lead", f"{_B}, member")


def test_winners_under_a_label_of_those_taken_in_are_those_of_a_framework() -> None:
    text = f"{_HEAD}入围供应商：{_A}、{_B}、{_C}（框架协议，有效期两年）\n"
    assert suppliers(text) == tuple(sorted(f"{one}, framework" for one in (_A, _B, _C)))


def test_firms_that_a_sentence_determines_below_it_have_been_taken_in() -> None:
    text = (
        "关于公布公务用车定点维修服务商入围名单的通知\n经公开招标，现确定下列2家为2024年度定点维修服务商：\n"
        f"（1）{_A}　　工时费优惠率 22%\n（2）{_B}　　工时费优惠率 20%\n江北县机关事务服务中心\n2024年6月20日\n"
    )
    assert suppliers(text) == tuple(sorted(f"{one}, framework" for one in (_A, _B)))


def test_a_unit_that_runs_procedures_is_no_supplier() -> None:
    text = "采购结果公示\n我院于2024年3月5日组织比选，共3家单位参加。\n招标采购中心 2024年3月13日\n"
    assert suppliers(text) == ()


def test_the_sum_of_a_lot_behind_a_comma_is_its_price() -> None:
    text = f"{_HEAD}第一包：{_A}，120,000元；第二包：{_B}，98,000元。\n"
    assert summarise(read(text))["amounts"] == ("award 120000 CNY 第一包", "award 98000 CNY 第二包")


def test_a_winner_has_the_lot_in_brackets_behind_its_name() -> None:
    text = f"{_HEAD}成交供应商1：{_A}（包1），成交价 12.8万元\n成交供应商2：{_B}（包2），成交价 9.65万元\n"
    assert suppliers(text) == tuple(sorted((f"{_A}, lot winner, 包1", f"{_B}, lot winner, 包2")))


@pytest.mark.parametrize(
    ("value", "amounts"),
    [
        ("单价1,280元/只，按实结算，上限金额38.4万元", ("unit_price 1280 CNY",)),
        ("设计费下浮率15%，建安费23,468,900.12元", ("award 23468900.12 CNY",)),
        ("综合单价最高限价800元/人天以内，以承诺的单价为准", ()),
    ],
)
def test_prices_of_one_and_rates_beside_a_sum(value: str, amounts: tuple[str, ...]) -> None:
    assert summarise(read(f"{_HEAD}成交供应商：{_A}\n最终报价：{value}\n"))["amounts"] in (amounts, ())


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        ("Name of supplier: Roko Works Ltd\nConsortium partner: Alvinka Ltd", ["lead", "member"]),
        ("Lead member: Roko Works Ltd\nOther member: Alvinka Ltd", ["lead", "member"]),
        ("Contractor: Roko Works Ltd (JV with Alvinka Ltd)", ["member", "member"]),
        ("Contractor: Data & Power (JV of Roko Works Ltd and Alvinka Ltd)", ["consortium", "member", "member"]),
        (
            (
                "Contractor: the consortium of Roko Works Ltd and Alvinka Ltd, represented by Roko Works "
                "Ltd as lead member"
            ),
            ["lead", "member"],
        ),
    ],
)
def test_english_joint_bids_have_their_parts(told: str, roles: list[str]) -> None:
    found = predict(
        f"CONTRACT AWARD NOTICE\nEmployer: South Water Utility\n{told}\nContract price: UGX 4,310,220,000\n"
    )
    assert [one.role for one in found.suppliers] == roles
