"""Links as people come by them: made by `find` as its last step, left out where that is wished, checked by `verify`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.journeys.command import tenderlight

NOTICE = (
    "中标公告\n项目编号：QC-2025-007\n采购人：青川市公安局\n中标金额：486000元\n技术要求\n"
    "1、前端设备应支持全天候运行，内存不低于32GB，硬盘不低于4TB，并提供不少于三年的质保服务。\n"
    "2、平台应记录操作日志并保存一年以上，支持按角色分配权限，支持与既有系统对接，提供完整的接口文档。\n"
    "3、供应商应在合同签订后三十日内完成安装调试，并对使用人员进行不少于两次的培训，培训费用包含在报价中。\n"
    "4、验收按照招标文件与响应文件进行，验收不合格的应在十日内整改，整改后仍不合格的不予支付剩余款项。\n"
)
QUICK = ("--no-layout", "--no-compare", "--workers", "1")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(NOTICE, "utf-8")
    (folder / "two.txt").write_text(f"转载自青川市政府采购网\n{NOTICE}", "utf-8")
    return folder


def kinds(printed: bytes) -> list[str]:
    return [json.loads(line)["kind"] for line in printed.splitlines()]


def test_find_links_as_its_last_step_unless_told_not_to(sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    without = tenderlight("find", sources, "--case", case, "--no-link", "--json", *QUICK)
    assert (without.code, "link" in kinds(without.out)) == (0, False)
    assert "Documents compared" not in without.err
    linked = tenderlight("find", sources, "--case", case, "--json", *QUICK)
    (line,) = linked.out.splitlines()
    assert {quote["path"] for quote in json.loads(line)["quotes"]} == {"in/one.txt", "in/two.txt"}
    assert (
        "Documents compared: 2; notices: 1; copies of those: 1; claims of what documents have in common: 1 "
        in linked.err
    )
    again = tenderlight("find", sources, "--case", case, "--json", *QUICK)
    assert (again.code, again.out, "Documents compared" in again.err) == (0, b"", False)
    exported = tenderlight("export", case, "--format", "jsonl", "-o", "-")
    assert line in exported.out.splitlines()
    assert tenderlight("verify", case).code == 0
