import pytest

from tenderlight.linking.numbers import procedure_number
from tests.facts.summary import read


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("采购公告\n项目编号：hbzc－2022-0315", "HBZC-2022-0315"),
        ("采购公告\n项目编号：【3501】FXZB〔GK〕2021018", "(3501)FXZB(GK)2021018"),
        ("采购公告\n采购计划编号：计2022-77\n项目编号：AB 2022-11", "AB2022-11"),
        ("采购公告\n项目编号：A-1", None),
        ("采购公告\n项目编号：/", None),
        ("采购公告\n采购人：甲县公安局", None),
    ],
)
def test_documents_are_joined_by_their_first_number(text: str, key: str | None) -> None:
    assert procedure_number(read(text)) == key
