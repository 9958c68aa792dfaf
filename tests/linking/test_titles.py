"""Two notices of one purchase have one title, whatever else their headings say."""

from __future__ import annotations

import pytest

from tenderlight.linking.titles import comparable_title


@pytest.mark.parametrize(
    "title",
    [
        "澜水县重点区域视频感知采集系统",
        "澜水县重点区域视频感知采集系统采购项目中标（成交）结果公告",
        "澜水县公安局澜水县重点区域视频感知采集系统公开招标公告",
        "关于澜水县重点区域视频感知采集系统的更正公告",
        "澜水縣重點區域視頻感知采集系統（項目編號：LS-2022-31）合同公告",
    ],
)
def test_what_kind_of_notice_it_is_and_whose_it_is_are_left_out(title: str) -> None:
    assert comparable_title(title, ["澜水县公安局"]) == "澜水县重点区域视频感知采集系统"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("澜水县视频监控维护服务（2021年）采购", "澜水县视频监控维护服务（2022年）采购"),
        ("澜水县重点区域视频感知系统（二次）", "澜水县重点区域视频感知系统"),
        ("澜水县重点区域视频感知系统一期", "澜水县重点区域视频感知系统二期"),
        ("Supply of road cameras, phase 1", "Supply of road cameras, phase 2"),
    ],
)
def test_years_rounds_and_phases_stay(one: str, other: str) -> None:
    assert comparable_title(one, ()) != comparable_title(other, ())


@pytest.mark.parametrize("title", ["视频监控采购", "中标公告", "办公设备采购项目", "CCTV", "Road cameras", "", "2022"])
def test_a_title_that_many_purchases_have_is_none(title: str) -> None:
    assert comparable_title(title, ()) is None


def test_western_titles_lose_the_name_of_the_notice() -> None:
    plain = comparable_title("Public space CCTV control room upgrade", ())
    assert plain == "public space cctv control room upgrade"
    assert comparable_title("Invitation to tender: Public Space CCTV Control Room Upgrade", ()) == plain
