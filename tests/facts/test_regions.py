import pytest

from tenderlight.facts.regions import read_chinese_place


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
