from __future__ import annotations

import importlib.util

import numpy as np
import pytest

from tenderlight.cases.stored_readings import CYRILLIC
from tenderlight.reading.recognition import cyrillic_engine
from tenderlight.reading.recognition.cyrillic_engine import Glyph, SeenWord, joined, moved, sureness
from tenderlight.reading.recognition.models import Models, name
from tenderlight.reading.recognition.page_pixels import RECOGNISER


def word(text: str, confidence: float = 0.9) -> SeenWord:
    glyphs = tuple(Glyph(letter=letter, confidence=0.99, middle=10.0 * place) for place, letter in enumerate(text))
    return SeenWord(glyphs=glyphs, left=0.0, right=10.0 * len(text), confidence=confidence)


def test_without_its_network_or_its_package_the_engine_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cyrillic_engine, "_FOLDERS", ("/nonexistent",))
    assert not cyrillic_engine.is_installed()
    assert name() == RECOGNISER
    with pytest.raises(FileNotFoundError, match="tesseract-ocr-script-cyrl"):
        cyrillic_engine.CyrillicEngine()


def test_without_its_package_the_engine_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert not cyrillic_engine.is_installed()


def test_where_it_is_installed_the_name_of_who_recognised_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cyrillic_engine, "is_installed", lambda: True)
    assert name() == f"{RECOGNISER}-and-{cyrillic_engine.NAME}"
    assert cyrillic_engine.NAME == CYRILLIC


@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_empty_line_has_no_words(both: Models, level: int) -> None:
    assert both.cyrillic is not None
    assert both.cyrillic.read(np.full((48, 300), level, np.uint8)) == []


def test_lines_of_any_size_are_taken(both: Models) -> None:
    assert both.cyrillic is not None
    noise = np.random.default_rng(1).integers(0, 256, (48, 3_200), np.uint8)
    for width in (1, 8, 3_200):
        both.cyrillic.read(noise[:, :width])


def test_a_moved_word_spreads_its_characters_by_their_widths() -> None:
    found = moved(word("гЩг"), 100.0, 200.0)
    first, second, third = (glyph.middle for glyph in found.glyphs)
    assert 100 < first < second < third < 200
    assert second == pytest.approx(150)
    assert first - 100 < (third - first) / 4
    assert (found.left, found.right, found.text) == (100.0, 200.0, "гЩг")


def test_words_are_joined_and_as_sure_as_the_less_sure() -> None:
    both = joined(word("Пет", 0.9), word("ров", 0.4))
    assert (both.text, both.confidence) == ("Петров", 0.4)
    assert sureness([word("Пет", 0.9), word("ров", 0.3)]) == pytest.approx(0.6)
    assert sureness([]) == 0.0
