import pytest

from tenderlight.components.words import word_scan
from tenderlight.languages.normalise import flatten


def makers(text: str, *, in_brand_cell: bool = False) -> list[str]:
    return [hit.maker for hit in word_scan().find(flatten(text), in_brand_cell=in_brand_cell)]


@pytest.mark.parametrize(
    "text",
    [
        "海康路派出所",
        "大华街道办事处",
        "大华医院信息科",
        "依图施工",
        "曙光小学",
        "杭州海康威视数字技术股份有限公司",
        "浙江海康科技有限公司",
        "Hikvision UK Limited",
        "ООО «Dahua Рус»",
        "www.hikvision.com",
        "sales@axis.com",
        "military intelligence",
        "Sony Setiawan signed",
        "the axis of the camera",
        "Predator control",
        "三星级酒店",
        "DH",
        "WD",
        "烽火台修缮",
    ],
)
def test_a_name_inside_something_else_is_no_maker(text: str) -> None:
    assert makers(text) == []


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("海康威视", "hikvision"),
        ("海康摄像机", "hikvision"),
        ("大华网络摄像机", "dahua"),
        ("大华 IPC-HFW5442", "dahua"),
        ("Intel CPU", "intel"),
        ("камеры видеонаблюдения Dahua", "dahua"),
        ("cámaras Axis", "axis"),
        ("Axis P3245 network camera", "axis"),
        ("輝達", "nvidia"),
        ("华为设备", "huawei"),
    ],
)
def test_a_name_of_goods_is_its_maker(text: str, maker: str) -> None:
    assert makers(text) == [maker]


def test_a_name_of_everyday_counts_where_brands_stand() -> None:
    assert makers("大华") == []
    assert makers("大华", in_brand_cell=True) == ["dahua"]
    assert makers("Predator", in_brand_cell=True) == []
    assert makers("DH", in_brand_cell=True) == []


def test_a_name_of_everyday_counts_in_a_list_of_makers_of_the_same_goods() -> None:
    assert makers("海康威视、大华、宇视") == ["hikvision", "dahua", "uniview"]
    assert makers("海康威视、大华街道") == ["hikvision"]
