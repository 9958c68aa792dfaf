from __future__ import annotations

import pytest

from tenderlight.matching.places import place_at_start, place_named, same_place


@pytest.mark.parametrize(
    ("name", "place", "rest"),
    [
        ("深圳市大疆创新科技", "深圳市", "大疆创新科技"),
        ("广东省深圳市大疆创新", "广东省深圳市", "大疆创新"),
        ("新疆乌鲁木齐海视新安", "新疆乌鲁木齐", "海视新安"),
        ("伊犁某某", "伊犁", "某某"),
        ("中国移动", "中国", "移动"),
    ],
)
def test_the_place_comes_off_the_beginning(name: str, place: str, rest: str) -> None:
    found, left = place_at_start(name)
    assert found is not None
    assert (found.written, left) == (place, rest)


def test_a_name_without_place_has_none() -> None:
    assert place_at_start("岚川智能") == (None, "岚川智能")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("深圳市", "深圳", True),
        ("广东省深圳市", "深圳市", True),
        ("墨玉县", "墨玉", True),
        ("和田市", "和田县", False),
        ("和田", "和田市", False),
        ("和田", "和田地区", True),
        ("山西省", "陕西省", False),
        ("上海", "上海市浦东新区", False),
        ("北京市朝阳区", "长春市朝阳区", False),
        ("长安区", "西安市长安区", None),
        ("长安区", "长安区", True),
    ],
)
def test_places_are_one_or_two(one: str, other: str, same: bool | None) -> None:
    assert same_place(place_named(one), place_named(other)) is same


def test_without_a_place_nothing_can_be_said() -> None:
    assert same_place(None, place_named("深圳")) is None
    assert place_named("深圳岚川") is None
