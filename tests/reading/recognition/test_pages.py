from __future__ import annotations

import numpy as np
import pytest

from tenderlight.model.document import PageMethod, ReadState
from tenderlight.reading.recognition.models import Models, is_installed, load_models
from tenderlight.reading.recognition.pages import PagePixels, recognise
from tests.reading.made_pictures import Picture, as_page, drawn

pytestmark = pytest.mark.skipif(not is_installed(), reason="the extra `ocr` is not installed")

NOTICE = [
    (40, 30, "智慧校园网络设备采购项目中标公告"),
    (40, 70, "项目编号：HYJC-2026-4050"),
    (40, 100, "供应商名称：鲁岳园林绿化工程有限责任公司"),
    (40, 130, "Contracting authority: Greyfen County Council"),
]


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


@pytest.fixture(scope="module")
def notice() -> Picture:
    return drawn(NOTICE)


def test_lines_come_out_as_drawn_with_their_places(models: Models, notice: Picture) -> None:
    found = recognise(as_page(notice, page_number=3), models)
    page = found.page
    assert page.text.splitlines() == [text for _, _, text in NOTICE]
    assert (page.number, page.method, page.state, found.problems) == (3, PageMethod.RECOGNISED, ReadState.READ, ())
    assert page.width == pytest.approx(400, abs=0.5)
    assert page.height == pytest.approx(260, abs=0.5)
    for line, (left, top, _) in zip(page.lines, NOTICE, strict=True):
        assert line.box is not None
        assert line.box.left == pytest.approx(left, abs=2.5)
        assert top <= line.box.top <= line.box.bottom <= top + 18


def test_every_word_has_its_text_a_box_on_the_page_and_a_confidence(models: Models, notice: Picture) -> None:
    page = recognise(as_page(notice), models).page
    assert [page.text[word.start : word.end] for word in page.words] == page.text.split()
    assert page.width is not None
    assert page.height is not None
    for word in page.words:
        assert word.confidence is not None
        assert 0.5 < word.confidence <= 1
        assert 0 <= word.box.left < word.box.right <= page.width
        assert 0 <= word.box.top < word.box.bottom <= page.height


@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_empty_page_is_read_and_says_nothing(models: Models, level: int) -> None:
    found = recognise(as_page(np.full((300, 400, 3), level, np.uint8)), models)
    assert (found.page.text, found.page.words, found.page.state, found.problems) == ("", (), ReadState.READ, ())


@pytest.mark.parametrize(("width", "samples"), [(0, b""), (2, b"abc"), (100_000, b"")])
def test_a_picture_that_is_none_is_a_mistake_of_the_caller(width: int, samples: bytes) -> None:
    with pytest.raises(ValueError, match=r"size|pixels|samples"):
        PagePixels(page_number=1, width_points=1, height_points=1, width=width, height=500, samples=samples)
