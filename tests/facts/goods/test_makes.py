"""Make and model come off a name whatever sets them apart; sizes, standards and names that only look so stay."""

from __future__ import annotations

from time import perf_counter

import pytest

from tenderlight.facts.goods.makes import make_off, taken_apart


def told(text: str, makes: frozenset[str] = frozenset()) -> tuple[str, str | None, str | None]:
    found = taken_apart(text, makes)
    return text[found.start : found.end], found.brand, found.model


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("移动打印终端（恒桥 HQ-P7）", ("移动打印终端", "恒桥", "HQ-P7")),
        ("移动打印终端（恒桥，HQ-P7）", ("移动打印终端", "恒桥", "HQ-P7")),
        ("移动打印终端（型号：HQ-P7，品牌：恒桥）", ("移动打印终端", "恒桥", "HQ-P7")),
        ("移动打印终端 恒桥HQ-P7", ("移动打印终端", "恒桥", "HQ-P7")),
        ("移动打印终端 恒桥/HQ-P7", ("移动打印终端", "恒桥", "HQ-P7")),
        ("移动打印终端 / 恒桥 / HQ-P7", ("移动打印终端", "恒桥", "HQ-P7")),
        ("移动打印终端HQ-P7", ("移动打印终端", None, "HQ-P7")),
        ("行動列印機　Printor P7", ("行動列印機", "Printor", "P7")),
        ("档案管理软件 恒桥 V2.4", ("档案管理软件", "恒桥", "V2.4")),
        ("档案管理软件 品牌型号：恒桥 HQ-S1", ("档案管理软件", "恒桥", "HQ-S1")),
        ("Label printer, Printor LP-40", ("Label printer", "Printor", "LP-40")),
        ("Label printer Printor LP4", ("Label printer", "Printor", "LP4")),
        ("Label printer – Printor – LP-40", ("Label printer", "Printor", "LP-40")),
        ("Label printer LP-40 (Printor)", ("Label printer", "Printor", "LP-40")),
        ("Label printer, Printor type LP-40", ("Label printer", "Printor", "LP-40")),
        ("LABEL PRINTER MAKE PRINTOR MODEL LP-40", ("LABEL PRINTER", "PRINTOR", "LP-40")),
        ("impresoras de etiquetas marca Printor, modelo LP-40 X", ("impresoras de etiquetas", "Printor", "LP-40 X")),
        ("imprimante d'étiquettes, marque Printor, réf. LP-40", ("imprimante d'étiquettes", "Printor", "LP-40")),
        ("Принтер этикеток «Печатник» ПЭ-7", ("Принтер этикеток", "Печатник", "ПЭ-7")),
        ("Принтер этикеток «Печатник-7»", ("Принтер этикеток", None, "Печатник-7")),
        ("Принтер этикеток Printor ПЭ-7, производитель ООО «Печать»", ("Принтер этикеток", "Printor", "ПЭ-7")),
        ("Папір офісний «Білий Аркуш»", ("Папір офісний", "Білий Аркуш", None)),
        ("چاپگر برچسب مدل LP-40 به", ("چاپگر برچسب", None, "LP-40")),
        ("طابعة ملصقات طراز LP-40", ("طابعة ملصقات", None, "LP-40")),
    ],
)
def test_make_and_model_come_off(text: str, apart: tuple[str, str | None, str | None]) -> None:
    assert told(text) == apart


@pytest.mark.parametrize(
    "text",
    [
        "打印纸 A4",
        "打印 终端",
        "高清 摄像机",
        "16路硬盘录像机",
        "管理软件V3.0",
        "Paper A4",
        "Cable UTP Cat6",
        "Backup battery for LP-40",
        "Bolt M12",
        "Rice type 2",
        "Camera, 4K, IP67",
        "Label printer",
        "Printing services 2024",
        "Бензин АИ-92",
        "Труба ПЭ-100",
        "Бетон М300",
        "Кабель «витая пара»",
        "Computer (with screen)",
        "LP-40",
    ],
)
def test_what_is_no_make_and_no_model_stays(text: str) -> None:
    assert told(text) == (text, None, None)


def test_a_make_that_the_document_names_counts_where_capitals_tell_nothing() -> None:
    assert told("Label Printer Printor LP-40") == ("Label Printer Printor", None, "LP-40")
    assert told("Label Printer Printor LP-40", frozenset({"Printor"})) == ("Label Printer", "Printor", "LP-40")


def test_a_make_comes_off_a_name_whose_model_stands_elsewhere() -> None:
    assert make_off("Label printer Printor").brand == "Printor"
    assert make_off("Label printer").brand is None


@pytest.mark.parametrize("sign", ["A", "«", "(", " ", "A1", "1-", "型号", "marca ", ", ", "品牌"])
def test_long_words_cost_no_time(sign: str) -> None:
    begins = perf_counter()
    taken_apart(sign * 50_000)
    taken_apart(sign * (158 // len(sign)))
    make_off(sign * (158 // len(sign)))
    assert perf_counter() - begins < 0.5
