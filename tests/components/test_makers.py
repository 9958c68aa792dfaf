import pytest

from tenderlight.components.makers import named_company


@pytest.mark.parametrize(
    ("text", "maker", "name"),
    [
        ("杭州海康威视数字技术股份有限公司", "hikvision", "杭州海康威视数字技术股份有限公司"),
        ("杭州海康威视科技有限公司、", "hikvision", "杭州海康威视科技有限公司"),
        ("国投智能(厦门)信息股份有限公司", "meiya-pico", "国投智能（厦门）信息股份有限公司"),
    ],
)
def test_a_registered_name_is_its_legal_person(text: str, maker: str, name: str) -> None:
    found = named_company(text)
    assert (found and found.maker, found and found.name) == (maker, name)


@pytest.mark.parametrize(
    "text",
    [
        "浙江海康科技有限公司",
        "杭州海康饮料机械有限公司",
        "杭州海康威视数字技术股份有限公司北京分公司",
        "杭州海康威视",
        "浙江零跑科技股份有限公司",
        "",
    ],
)
def test_sisters_branches_and_namesakes_are_none(text: str) -> None:
    assert named_company(text) is None
