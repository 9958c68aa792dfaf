import pytest

from tenderlight._generated.divisions import DIVISIONS
from tenderlight.evaluate.facts import predict
from tenderlight.facts.places.divisions import division_code
from tenderlight.facts.places.regions import read_chinese_place


@pytest.mark.parametrize(
    ("words", "admin1", "place"),
    [
        ("湖北省南溪县公安局", "湖北省", "南溪县"),
        ("南溪县公安局", None, "南溪县"),
        ("北京市体育局", "北京市", None),
        ("北京市丰台区教委", "北京市", "丰台区"),
        ("巴中市巴州区文旅局", None, "巴中市巴州区"),
        ("新疆维吾尔自治区体育局", "新疆维吾尔自治区", None),
        ("凉山彝族自治州公安局", None, "凉山彝族自治州"),
        ("峨边彝族自治县水利局", None, "峨边彝族自治县"),
        ("滨海市民政局", None, "滨海市"),
        ("东澳市政府警察局", None, "东澳市"),
        ("岚山区教育局", None, "岚山区"),
        ("长江云数科技股份有限公司", None, None),
        ("市政工程建设管理处", None, None),
        ("县公安局", None, None),
        ("白洋工业园区管理委员会", None, None),
    ],
)
def test_a_place_is_what_is_printed_with_its_kind(words: str, admin1: str | None, place: str | None) -> None:
    assert read_chinese_place(words)[:2] == (admin1, place)


def test_every_division_of_the_table_is_read_in_the_name_of_an_office() -> None:
    names = dict(line.split(" ", 1) for line in DIVISIONS.split("\n") if line)
    zones = (
        "开发区",
        "园区",
        "管理区",
        "示范区",
        "实验区",
        "度假区",
        "合作区",
        "产业区",
        "试验区",
        "工业区",
        "保税区",
        "新城",
        "中心",
    )
    wrong = []
    for code, name in names.items():
        if name.endswith(zones) or code.endswith("0000"):
            continue
        above = dict.fromkeys(names.get(f"{code[:length]}{'0' * (6 - length)}", "") for length in (2, 4))
        written = "".join(one for one in above if one != name) + name
        admin1, place, _length = read_chinese_place(f"{written}公安局")
        if division_code(admin1, place)[0] != code:
            wrong.append((code, written))
    assert len(wrong) * 300 < len(names)


@pytest.mark.parametrize("words", ["长安区块链应用中心", "南京市场监管局", "城区公安局", "石家庄高新技术产业开发区"])
def test_words_that_begin_like_a_division_are_none(words: str) -> None:
    assert read_chinese_place(words)[1] is None


@pytest.mark.parametrize(
    ("lines", "admin1", "place"),
    [
        ("采购人：重庆市公安局蒲江新区分局", "重庆市", "蒲江新区"),
        ("采购人：天津市公安局滨江区分局", "天津市", "滨江区"),
        ("1.采购人信息\n名称：北京市公安局云阙分局\n地址：北京市云阙区府前西街9号", "北京市", "云阙区"),
        ("1.采购人信息\n名称：北京市公安局云阙分局\n地址：北京市海桐区府前西街9号", "北京市", None),
        ("采购人：油城区公安分局", None, "油城区"),
        ("采购人：中心城区公安分局", None, None),
        ("采购人：皋城新区管理委员会（安徽省皋城市）", "安徽省", "皋城市"),
    ],
)
def test_branches_and_brackets_tell_the_place_of_an_office(lines: str, admin1: str | None, place: str | None) -> None:
    region = predict(f"中标公告\n项目编号：QX-2022-3\n中标人：江北恒桥科技有限公司\n{lines}\n").region
    assert region is not None
    assert (region.admin1, region.place) == (admin1, place)
