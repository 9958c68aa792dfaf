import pytest

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.role_brackets import members_in_bracket, parted_by_roles
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tests.facts.names.test_in_values import names

_A, _B, _C = "江州星河科技有限公司", "白川云图软件有限公司", "东禾设计研究院有限公司"


def roles(text: str) -> list[tuple[str, str]]:
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    found = find_names(Piece(sheet=sheet, start=0, end=len(text)))
    return [(one.name, "lead" if one.leads else "member" if one.is_member else "-") for one in found]


@pytest.mark.parametrize(
    "value",
    [
        f"{_A}（牵头）{_B}（成员）",
        f"{_A}（联合体牵头人）{_B}（联合体成员）",
        f"（主）{_A}（成）{_B}",
        f"（联合体牵头人）{_A}（联合体成员）{_B}",
        f"{_A}（成员：{_B}）",
        f"{_A}（联合体成员单位：{_B}）",
        f"{_A}（联合体牵头人，其他成员：{_B}）",
    ],
)
def test_brackets_say_who_leads_and_who_belongs(value: str) -> None:
    assert roles(value) == [(_A, "lead"), (_B, "member")]


def test_several_members_stand_in_one_bracket() -> None:
    assert roles(f"{_A}（成员：{_B}、{_C}）") == [(_A, "lead"), (_B, "member"), (_C, "member")]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (f"（公章）{_A}", [_A]),
        (f"{_A}（包1）", [_A]),
        (f"{_A}（鉴证）", [_A]),
        (f"（盖章）{_A}（盖章）", [_A]),
    ],
)
def test_brackets_of_seals_and_lots_are_no_part_of_a_name(value: str, found: list[str]) -> None:
    assert names(value) == found


def test_brackets_are_looked_through_in_one_go() -> None:
    assert len(parted_by_roles("公司(成员)" * 20_000)) == 19_999
    assert members_in_bracket("(成员" * 20_000) is None
