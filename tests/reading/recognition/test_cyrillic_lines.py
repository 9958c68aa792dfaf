from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tenderlight.model.document import PageMethod, ReadState
from tenderlight.reading.recognition.models import Models
from tenderlight.reading.recognition.pages import RecognisedPage, recognise
from tests.reading.made_pictures import DPI, as_page, blank, font, seal, write

RUSSIAN = [
    "ПРОТОКОЛ ПОДВЕДЕНИЯ ИТОГОВ",
    "Заказчик: Администрация района",
    "Цена контракта: 48 153 200,75 руб.",
    "Победитель: ООО «Северный ветер»",
    "Дата: 12 февраля 2024 г.",
]

BEFORE_AND_WITH = ("Победитель: ООО ", "Победитель: ООО «Северный")


def page_of(lines: list[str], *, cyrillic: bool = True) -> Image.Image:
    return write(blank(), [(40, 30 + 30 * number, text) for number, text in enumerate(lines)], cyrillic=cyrillic)


def codes(found: RecognisedPage) -> list[str]:
    return [problem.code for problem in found.problems if problem.code != "recognition-numbers-unsure"]


def test_a_russian_page_is_read_with_its_places_and_said(both: Models) -> None:
    found = recognise(as_page(page_of(RUSSIAN)), both)
    page = found.page
    assert page.text.splitlines() == RUSSIAN
    assert (page.state, page.method, codes(found)) == (ReadState.READ, PageMethod.RECOGNISED, ["recognition-cyrillic"])
    assert found.problems[0].message.endswith("Lines: 5.")
    assert all(word.confidence is not None and 0.8 < word.confidence <= 1 for word in page.words)
    winner = next(word for word in page.words if page.text[word.start : word.end].startswith("«Северный"))
    start, end = (40 + font(12, cyrillic=True).getlength(text) * 72 / DPI for text in BEFORE_AND_WITH)
    assert (winner.box.left, winner.box.right) == pytest.approx((start, end), abs=3)
    assert 118 <= winner.box.top <= winner.box.bottom <= 140


@pytest.mark.parametrize("turn", [1, 2])
def test_a_russian_page_on_its_side_or_head_is_read_the_same(both: Models, turn: int) -> None:
    turned = np.rot90(np.asarray(page_of(RUSSIAN)), turn)
    assert recognise(as_page(turned), both).page.text.splitlines() == RUSSIAN


def test_letters_of_other_cyrillic_languages_are_read(both: Models) -> None:
    lines = ["Замовник: Управління освіти м. Київ", "Возложител: Община Пловдив", "Наручилац: Град Нови Сад"]
    assert recognise(as_page(page_of(lines)), both).page.text.splitlines() == lines


def test_latin_words_in_russian_lines_stay_latin(both: Models) -> None:
    lines = [
        "Поставка серверов Lenovo SR650, 4 шт.",
        "Лицензия Microsoft Windows Server",
        "IP-камера Hikvision DS-2CD21",
    ]
    assert recognise(as_page(page_of(lines)), both).page.text.splitlines() == lines


def test_one_russian_line_on_a_chinese_page_is_read_and_the_rest_as_without_it(both: Models, latin: Models) -> None:
    chinese = write(blank(), [(40, 30, "智慧校园网络设备采购项目中标公告"), (40, 70, "供应商名称：鲁岳有限公司")])
    alone = recognise(as_page(chinese), latin).page.text.splitlines()
    write(chinese, [(40, 110, "Поставщик: ООО «Северный ветер»")], cyrillic=True)
    found = recognise(as_page(chinese), both)
    assert found.page.text.splitlines() == [*alone, "Поставщик: ООО «Северный ветер»"]
    assert (found.page.state, codes(found)) == (ReadState.READ, ["recognition-cyrillic"])


def test_letters_that_look_alike_are_those_of_the_page(both: Models) -> None:
    russian = recognise(as_page(page_of([*RUSSIAN[:2], "НОВЫЕ СЕРВЕРА", "СОСТАВ ВЕСТНИКА", "СТО РОТ"])), both)
    assert russian.page.text.splitlines()[2:] == ["НОВЫЕ СЕРВЕРА", "СОСТАВ ВЕСТНИКА", "СТО РОТ"]
    english = ["Contracting authority: Greyfen County", "HOT TEA, COPPER POT, CAMERA", "Award date: 12 February"]
    found = recognise(as_page(page_of(english)), both)
    assert (found.page.text.splitlines(), codes(found)) == (english, [])


def test_a_red_seal_fades_from_russian_lines(both: Models) -> None:
    sealed = seal(page_of(RUSSIAN), 150, 60)
    found = recognise(as_page(sealed), both).page.text.splitlines()
    assert ["".join(line.split()) for line in found] == ["".join(line.split()) for line in RUSSIAN]


def test_other_scripts_are_not_made_cyrillic(both: Models) -> None:
    korean = [
        "입찰 공고 및 낙찰자 결정 통지",
        "공급업체 주식회사 한국전자 계약금액",
        "서울특별시 조달청 물품 구매 계약",
    ]
    found = recognise(as_page(page_of(korean, cyrillic=False)), both)
    assert (found.page.text, found.page.state) == ("", ReadState.NOT_READ)
    assert codes(found) == ["recognition-script-unknown"]
