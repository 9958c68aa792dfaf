import pytest

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.in_values import clean_name, find_names, looks_like_organisation
from tenderlight.facts.names.persons import has_personal_number, looks_like_person
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


def names(text: str) -> list[str]:
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    return [found.name for found in find_names(Piece(sheet=sheet, start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("南溪县公安局", ["南溪县公安局"]),
        ("某市教育局（某市体育局）", ["某市教育局（某市体育局）"]),
        ("甲城科技有限公司 120万元", ["甲城科技有限公司"]),
        ("甲城科技有限公司（盖章）", ["甲城科技有限公司"]),
        ("甲城科技有限公司、乙港电子有限公司", ["甲城科技有限公司", "乙港电子有限公司"]),
        ("甲城科技有限公司和乙港电子有限公司联合体", ["甲城科技有限公司", "乙港电子有限公司"]),
        ("1.甲城科技有限公司；2.乙港电子有限公司", ["甲城科技有限公司", "乙港电子有限公司"]),
        ("武汉 星河\n安防有限公司", ["武汉星河安防有限公司"]),
        ("鸦岭镇人民政府", ["鸦岭镇人民政府"]),
        ("Cámaras del Valle S.A.S.", ["Cámaras del Valle S.A.S."]),
        ("Brightline Cameras Ltd. The contract runs", ["Brightline Cameras Ltd"]),
        ("Foo Optics (UK) Ltd, 12 High Street", ["Foo Optics (UK) Ltd"]),
        ("АО «Линза», ИНН 7700000000", ["АО «Линза»"]),
        ("张三", []),
        ("王女士", []),
        ("/", []),
        ("详见附件", []),
        ("____", []),
        ("本公司", []),
        ("代理机构", []),
        ("投标人应在公告期限内提出", []),
        ("info@example.org", []),
    ],
)
def test_organisations_are_found_and_nothing_else(value: str, found: list[str]) -> None:
    assert names(value) == found
    assert looks_like_organisation(value) is bool(found)


def test_blanks_of_typesetting_are_no_part_of_a_name() -> None:
    assert clean_name("云帆\n数字科技 （江宁） 有限公司") == "云帆数字科技（江宁）有限公司"
    assert clean_name("A3  Systems\nGmbH") == "A3 Systems GmbH"


@pytest.mark.parametrize(
    ("value", "blank"), [("", True), ("—", True), ("（ ）", True), ("待定", True), ("N/A", True), ("甲局", False)]
)
def test_a_field_filled_with_nothing_is_blank(value: str, blank: bool) -> None:
    assert is_blank(value) is blank


@pytest.mark.parametrize(
    ("value", "person"),
    [
        *((name, True) for name in ("李大勇", "欧阳明", "周老师", "Mr John Smith", "Иванов Иван Иванович")),
        *((name, False) for name in ("李宁公司", "人民医院", "Brightline Cameras", "ООО «Линза»")),
    ],
)
def test_persons_are_told_from_organisations(value: str, person: bool) -> None:
    assert looks_like_person(value) is person


@pytest.mark.parametrize(
    ("value", "personal"),
    [("13900000000", True), ("0799-5551234", True), ("11010519491231002X", True), ("HBZC-2022-0315", False)],
)
def test_numbers_of_persons_are_known(value: str, personal: bool) -> None:
    assert has_personal_number(value) is personal


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("COMITÉ DE COMPRAS Y CONTRATACIONES del Hospital Regional del Valle", "Hospital Regional del Valle"),
        ("Accounting Officer of the Mbeya Hills Water Authority", "Mbeya Hills Water Authority"),
        ("The Commissioner, Wardha Municipal Corporation", "Wardha Municipal Corporation"),
        ("WELLAND TRANSPORT AUTHORITY · Sessions House, Spalding", "WELLAND TRANSPORT AUTHORITY"),
        ("ГУП «Мосты Верхневолжья» по итогам отбора РС-3/2021", "ГУП «Мосты Верхневолжья»"),
        ("Strathgarve Leisure Trust, Strathgarve, IV00 0AA", "Strathgarve Leisure Trust"),
    ],
)
def test_the_organisation_alone_is_its_name(written: str, name: str) -> None:
    assert names(written) == [name]


@pytest.mark.parametrize(
    "unit",
    ["Departamento de Licitações", "COMITÉ DE SELECCIÓN", "Відділ закупівель", "REGIONAL PROCUREMENT OFFICE"],
)
def test_units_that_buy_have_no_name_of_their_own(unit: str) -> None:
    assert names(unit) == []
