"""Makes and models that a model takes off names of goods, and the names that it leaves whole."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.goods.known_makes import Apart
from tenderlight.facts.readers.goods import divided as made
from tenderlight.facts.readers.goods.divided import divided
from tenderlight.facts.readers.goods.name_signs import signs_of_name
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue


@pytest.mark.parametrize(
    ("words", "language", "name", "brand", "model"),
    [
        ("bastones extensibles Zarpon KT9", "es", "bastones extensibles", "Zarpon", "KT9"),
        ("海康威视DS-2CD9999网络摄像机", "zh", "网络摄像机", "海康威视", "DS-2CD9999"),
        ("联想启天M777台式机", "zh", "台式机", "联想", "启天M777"),
        ("人员通道闸机 旺泽 WZ-T3", "zh", "人员通道闸机", "旺泽", "WZ-T3"),
        ("手持終端 Zebra TC27", "zh", "手持終端", "Zebra", "TC27"),
        ("Фотоловушка Boskon BG584", "ru", "Фотоловушка", "Boskon", "BG584"),
        ("лодка надувная Фрегат М-5", "ru", "лодка надувная", "Фрегат", "М-5"),
        ("vehículos Toyota Land Cruiser Prado", "es", "vehículos", "Toyota", "Land Cruiser Prado"),
        ("caméra dôme Bosch Flexidome", "fr", "caméra dôme", "Bosch", "Flexidome"),
        ("Vollkörperscanner Rapiscan 1000", "de", "Vollkörperscanner", "Rapiscan", "1000"),
        ("chalecos Zarpon 300", "es", "chalecos", "Zarpon", "300"),
    ],
)
def test_make_and_model_are_told_off_a_name(words: str, language: str, name: str, brand: str, model: str) -> None:
    found = divided(words, language)
    assert found is not None
    assert (words[found.start : found.end], found.brand, found.model) == (name, brand, model)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("batteries for Motorola radios", "en"),
        ("camera compatible with Hikvision NVR", "en"),
        ("патроны для принтера Canon", "ru"),
        ("适用于海康威视的支架", "zh"),
        ("access points WiFi 6", "en"),
        ("Level IIIA ballistic vests", "en"),
        ("Smart TV 55 inch", "en"),
        ("papel A4 75 g", "pt"),
        ("Ukrainian flags", "en"),
        ("Uyghur language OCR module", "en"),
        ("Body Camera BC-2", "en"),
        ("维吾尔语语音识别软件", "zh"),
        ("四轮驱动越野车", "zh"),
        ("", "en"),
        ("—", "zh"),
        ("vehicle seat covers Toyota Hilux", "en"),
        ("brackets to fit Hikvision DS-2CD", "en"),
        ("cameras other than Hikvision", "en"),
        ("cameras like Axis P3245", "en"),
        ("pneus para viatura Toyota Hilux", "pt"),
        ("housses pour tablettes Samsung", "fr"),
        ("caméras autres que Dahua", "fr"),
        ("recambios Toyota Hilux", "es"),
        ("cámaras tipo Hikvision", "es"),
        ("Kameras statt Hikvision", "de"),
        ("запчасти УАЗ Патриот", "ru"),
        ("замена камер Hikvision", "ru"),
        ("аккумулятор Motorola GP340", "ru"),
        ("батарея к Mavic 3", "ru"),
        ("海康威视摄像机支架", "zh"),
        ("华为交换机光模块", "zh"),
        ("西门子电梯维保", "zh"),
        ("头盔 凯夫拉 NIJ3A", "zh"),
        ("tenues Gendarmerie Nationale", "fr"),
        ("uniformes Guardia Civil", "es"),
        ("ponchos Quechua", "es"),
        ("fardas Polícia Militar", "pt"),
        ("tyres Land Cruiser", "en"),
        ("Drum kits Samba 20.00", "en"),
        ("laptops Intel Core i5", "en"),
        ("藏族服装", "zh"),
        ("étagères pour serveurs Dell", "fr"),
        ("antenas para radios Motorola", "es"),
        ("software for cameras Hikvision", "en"),
        ("трос для авто Toyota", "ru"),
        ("chaise Confort 2", "fr"),
        ("шкаф Стандарт 2", "ru"),
        ("bomba Submersible 2", "es"),
        ("Maps Xinjiang", "en"),
    ],
)
def test_names_without_a_make_of_their_own_stay_whole(words: str, language: str) -> None:
    assert divided(words, language) is None


def items_of(text: str) -> list[Statement]:
    return [one for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, LineItemValue)]


def test_a_make_that_a_model_told_says_so_and_quotes_the_page() -> None:
    text = (
        "ORDEN DE COMPRA N° 4471\nComprador: Municipalidad de Alto Verde\nProveedor: Equipos del Llano S.A.\n"
        "Artículo | Cantidad | Precio unitario | Importe\n"
        "chalecos Zarpon 300 | 12 | 80,00 | 960,00\nlinternas recargables | 5 | 20,00 | 100,00\n"
        "Total: 1.060,00 EUR\n"
    )
    first, second = items_of(text)
    assert isinstance(first.value, LineItemValue)
    assert (first.value.name, first.value.brand, first.value.model) == ("chalecos", "Zarpon", "300")
    assert remarks.TOLD_MAKE in first.against
    assert "Zarpon 300" in "".join(text[one.start : one.end] for one in first.anchors)
    assert isinstance(second.value, LineItemValue)
    assert second.value.brand is None
    assert remarks.TOLD_MAKE not in second.against


def test_words_between_name_and_the_model_that_rules_told_are_read_with_both() -> None:
    text = (
        "採購契約\n機關：北林縣消防局\n廠商：永固科技股份有限公司\n"
        "品名 | 數量 | 單位 | 單價\n手持式無線電機 Motorola XiR P8668i | 600 | 台 | 28,500\n總價：新臺幣17,100,000元\n"
    )
    (item,) = items_of(text)
    assert isinstance(item.value, LineItemValue)
    assert (item.value.name, item.value.brand, item.value.model) == ("手持式無線電機", "Motorola", "XiR P8668i")


def test_of_a_long_name_signs_are_seen_at_once() -> None:
    began = time.process_time()
    spans, signs = signs_of_name("AB-1" * 2_000, "en")
    assert len(spans) == len(signs)
    assert time.process_time() - began < 10


CELLS = (
    "採購契約\n機關：北林縣消防局\n廠商：永固科技股份有限公司\n"
    "品名 | 型號 | 數量 | 單位\n無線電機 | P8668i | 600 | 台\n"
)


def test_a_model_in_another_cell_is_no_part_of_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(made, "divided", lambda name, _language: asked.append(name))
    (item,) = items_of(CELLS)
    assert isinstance(item.value, LineItemValue)
    assert item.value.model == "P8668i"
    assert asked == []


@pytest.mark.parametrize("model", [None, "XiR", "P8668"])
def test_the_model_that_rules_told_is_not_lost(model: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Apart(start=0, end=4, brand="Motorola", model=model)
    monkeypatch.setattr(made, "divided", lambda _name, _language: found)
    (item,) = items_of(CELLS.replace("無線電機 | P8668i", "無線電機 Motorola XiR P8668i |"))
    assert isinstance(item.value, LineItemValue)
    assert (item.value.model or "").endswith("P8668i")
