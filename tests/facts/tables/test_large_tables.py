"""A table of many rows costs as much a row as a small one."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page

HEAD = "序号\t采购人\t项目编号\t项目名称\t中标供应商\t中标金额（元）\t中标日期\t备注\n"
ROW = "{n}\t{n}县公安局\tHB-2023-{n}\t摄像机采购\t甲{n}信息技术有限公司\t{n}00000\t2023-01-02\t无\n"
PAIRS = "项目编号\tHB-2023-{n}\t中标金额\t{n}00000元\t采购人\t{n}县公安局\n"


def seconds(text: str) -> float:
    started = time.process_time()
    assert read_facts([Page(number=1, text=text)])
    return time.process_time() - started


@pytest.mark.parametrize(("head", "row"), [(HEAD, ROW), ("", PAIRS)])
def test_ten_times_the_rows_take_about_ten_times_as_long(head: str, row: str) -> None:
    def table(count: int) -> str:
        return "中标公告\n" + head + "".join(row.format(n=number) for number in range(1, count + 1))

    seconds(table(50))
    assert seconds(table(3_000)) < 25 * max(seconds(table(300)), 0.05)


@pytest.mark.parametrize(
    "unit",
    [" ", "( ", ", ", "(", "de la ", "именуемый ", "as ", "\t", "公司、", "Ab Cd ", "one hundred ", "1 ", "1,\t"],
)
def test_a_page_of_one_sign_over_and_over_costs_little(unit: str) -> None:
    def page(characters: int) -> float:
        started = time.process_time()
        read_facts([Page(number=1, text=unit * (characters // len(unit)))])
        return time.process_time() - started

    page(100)
    assert page(1_600) < 40 * max(page(200), 0.02)
