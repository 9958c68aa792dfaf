from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.reading.recognition.models import Models
from tenderlight.reading.recognition.page_pixels import PagePixels
from tenderlight.reading.recognition.pages import RecognisedPage, recognise
from tests.reading.made_pictures import RED, as_page, blank, rule_table, seal, write

NOTICE = [
    (40, 30, "智慧校园网络设备采购项目中标公告"),
    (40, 70, "项目编号：HYJC-2026-4050"),
    (40, 100, "供应商名称：鲁岳园林绿化工程有限责任公司"),
    (40, 130, "Contracting authority: Greyfen County Council"),
]
TEXTS = [text for _, _, text in NOTICE]


def notice() -> Image.Image:
    return write(blank(), NOTICE)


def codes(found: RecognisedPage) -> list[str]:
    return [problem.code for problem in found.problems]


def assert_whole(page: Page) -> None:
    """Check what holds of every page: words cover the text and lie on the page, offsets ascend."""
    assert page.width is not None
    assert page.height is not None
    assert "".join(page.text[word.start : word.end] for word in page.words) == "".join(page.text.split())
    assert all(one.end <= other.start for one, other in pairwise(page.words))
    for word in page.words:
        assert word.confidence is not None
        assert 0 <= word.confidence <= 1
        assert 0 <= word.box.left <= word.box.right <= page.width
        assert 0 <= word.box.top <= word.box.bottom <= page.height
    for line in page.lines:
        assert page.text[line.start : line.end].strip() == page.text[line.start : line.end]


def test_lines_come_out_as_drawn_with_their_places(models: Models) -> None:
    found = recognise(as_page(notice(), page_number=3), models)
    page = found.page
    assert_whole(page)
    assert page.text.splitlines() == TEXTS
    assert (page.number, page.method, page.state, found.problems) == (3, PageMethod.RECOGNISED, ReadState.READ, ())
    assert page.width == pytest.approx(400, abs=0.5)
    assert page.height == pytest.approx(260, abs=0.5)
    for line, (left, top, _) in zip(page.lines, NOTICE, strict=True):
        assert line.box is not None
        assert line.box.left == pytest.approx(left, abs=2.5)
        assert top <= line.box.top <= line.box.bottom <= top + 18


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_head_is_read_the_same(models: Models, turn: int) -> None:
    upright = recognise(as_page(notice()), models).page
    page = recognise(as_page(np.rot90(np.asarray(notice()), -turn)), models).page
    assert_whole(page)
    assert page.text == upright.text
    first, other = upright.words[0].box, page.words[0].box
    assert page.width is not None
    assert page.height is not None
    expected = {
        1: (page.width - first.bottom, first.left),
        2: (page.width - first.right, page.height - first.bottom),
        3: (first.top, page.height - first.right),
    }[turn]
    assert (other.left, other.top) == pytest.approx(expected, abs=2.5)


def test_a_page_that_lies_askew_is_read_line_by_line(models: Models) -> None:
    askew = notice().rotate(-3, fillcolor="white", resample=Image.Resampling.BICUBIC)
    page = recognise(as_page(askew), models).page
    assert_whole(page)
    assert page.text.splitlines() == TEXTS


def test_a_red_seal_fades_and_a_red_heading_does_not(models: Models) -> None:
    page = write(notice(), [(40, 170, "云梯县政府采购中心文件")], points=20, colour=RED)
    found = recognise(as_page(seal(page, 150, 40)), models)
    assert found.page.text.splitlines() == [*TEXTS, "云梯县政府采购中心文件"]
    assert found.page.state is ReadState.READ


def test_a_dark_seal_is_said(models: Models) -> None:
    found = recognise(as_page(seal(notice(), 150, 40, colour=(110, 110, 110))), models)
    assert codes(found) == ["recognition-seal"]
    assert found.page.state is ReadState.READ
    assert "鲁岳园林绿化工程有限责任公司" in found.page.text


def test_cells_of_a_ruled_table_hold_their_text(models: Models) -> None:
    across, down = (40, 100, 220, 340), (60, 84, 108, 132)
    rows = [("序号", "名称", "金额(元)"), ("1", "三层交换机", "318,400.00"), ("2", "磁盘阵列", "905,260.00")]
    page = rule_table(blank(), across, down)
    write(
        page,
        [
            (x + 6, y + 5, text)
            for y, row in zip(down, rows, strict=False)
            for x, text in zip(across, row, strict=False)
        ],
    )
    found = recognise(as_page(write(page, [(40, 30, "成交货物一览")])), models).page
    assert_whole(found)
    (table,) = found.tables
    assert (table.row_count, table.column_count) == (3, 3)
    assert [found.text[cell.start : cell.end] for cell in table.cells] == [text for row in rows for text in row]
    first = table.cells[0].box
    assert first is not None
    assert (first.left, first.top, first.right, first.bottom) == pytest.approx((40, 60, 100, 84), abs=1.5)


def test_label_and_value_stay_apart(models: Models) -> None:
    page = recognise(
        as_page(write(blank(), [(40, 40, "联系人"), (110, 40, "邱女士"), (40, 80, "电话：5521608")])), models
    ).page
    assert page.text.splitlines()[0].split() == ["联系人", "邱女士"]


def test_columns_of_upright_characters_are_read_downwards(models: Models) -> None:
    columns = ["公開招標公告", "開標時間六月十一日"]
    page = blank(200, 300)
    for number, text in enumerate(columns):
        write(page, [(120 - 50 * number, 30 + 21 * place, letter) for place, letter in enumerate(text)], points=18)
    assert recognise(as_page(page), models).page.text.splitlines() == columns


def test_letters_that_the_model_does_not_know_are_not_made_up(latin: Models) -> None:
    lines = [(40, 40, "Извещение о проведении аукциона"), (40, 80, "Заказчик: Администрация района")]
    found = recognise(as_page(write(blank(), lines, cyrillic=True)), latin)
    assert (found.page.text, found.page.state, found.page.method) == ("", ReadState.NOT_READ, PageMethod.NONE)
    assert codes(found) == ["recognition-script-unknown"]


def test_one_line_of_unknown_letters_does_not_cost_the_page(latin: Models) -> None:
    page = write(notice(), [(40, 170, "Заказчик: Администрация района")], cyrillic=True)
    found = recognise(as_page(page), latin)
    assert found.page.text.splitlines() == TEXTS
    assert (found.page.state, codes(found)) == (ReadState.PARTLY, ["recognition-script-unknown"])


def test_a_watermark_is_left_out_and_said(models: Models) -> None:
    mark = write(blank(), [(90, 90, "内部资料严禁外传")], points=30, colour=(190, 190, 190)).rotate(
        30, fillcolor="white"
    )
    found = recognise(as_page(np.minimum(np.asarray(notice()), np.asarray(mark))), models)
    assert found.page.text.splitlines() == TEXTS
    assert "recognition-askew-left-out" in codes(found)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_empty_page_is_read_and_says_nothing(models: Models, level: int) -> None:
    found = recognise(as_page(np.full((300, 400, 3), level, np.uint8)), models)
    assert (found.page.text, found.page.words, found.page.state, found.problems) == ("", (), ReadState.READ, ())


@pytest.mark.parametrize("seed", range(3))
def test_no_words_are_seen_in_noise_or_in_a_landscape(models: Models, seed: int) -> None:
    random = np.random.default_rng(seed)
    noise = random.integers(0, 256, (300, 400, 3), dtype=np.uint8)
    small = Image.fromarray(random.integers(0, 256, (12, 16, 3), dtype=np.uint8))
    landscape = np.asarray(small.resize((400, 300), Image.Resampling.BICUBIC))
    for picture in (noise, landscape):
        assert recognise(as_page(picture), models).page.text == ""


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 900), (2000, 2), (33, 31)])
def test_pictures_of_any_size_are_taken(models: Models, width: int, height: int) -> None:
    picture = np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)
    assert_whole(recognise(as_page(picture), models).page)


@pytest.mark.parametrize(("width", "samples"), [(0, b""), (2, b"abc"), (100_000, b"")])
def test_a_picture_that_is_none_is_a_mistake_of_the_caller(width: int, samples: bytes) -> None:
    with pytest.raises(ValueError, match=r"size|pixels|samples"):
        PagePixels(page_number=1, width_points=1, height_points=1, width=width, height=500, samples=samples)


def test_the_same_picture_gives_the_same_page(models: Models) -> None:
    assert recognise(as_page(notice()), models) == recognise(as_page(notice()), models)
