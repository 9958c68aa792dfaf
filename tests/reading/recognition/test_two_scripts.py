from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tenderlight.reading.recognition.cyrillic_engine import Glyph, SeenWord
from tenderlight.reading.recognition.line_reader import LineText
from tenderlight.reading.recognition.models import Models
from tenderlight.reading.recognition.two_scripts import Alphabet, Word, as_line, read_in_both, with_alphabets


def word(text: str, *, other: str = "", left: float = 0.0, number: int = -1, whole: float = 1.0) -> Word:
    made = Word(
        letters=tuple(text),
        confidences=(0.99,) * len(text),
        middles=tuple(left + 5 + 10.0 * place for place in range(len(text))),
        number=number,
        whole=whole,
    )
    return replace(made, other=word(other)) if other else made


def texts(words: list[Word], *, is_cyrillic_page: bool = True, in_use: str = "") -> list[str]:
    return [each.text for each in with_alphabets(words, is_cyrillic_page=is_cyrillic_page, in_use=in_use)]


@pytest.mark.parametrize(
    ("text", "alphabet"),
    [
        ("Закон", Alphabet.CYRILLIC),
        ("Linux", Alphabet.OTHER),
        ("采购", Alphabet.OTHER),
        ("HP", Alphabet.EITHER),
        ("НР", Alphabet.EITHER),
        ("48,5", Alphabet.NONE),
    ],
)
def test_words_have_an_alphabet(text: str, alphabet: Alphabet) -> None:
    assert word(text).alphabet is alphabet


def test_a_word_of_either_alphabet_follows_its_line() -> None:
    either = word("НР", other="HP")
    assert texts([word("Закон"), either]) == ["Закон", "НР"]
    assert texts([word("Linux"), either]) == ["Linux", "HP"]
    assert texts([word("Закон"), word("HP", other="НР"), word("Linux")]) == ["Закон", "HP", "Linux"]
    assert texts([either]) == ["НР"]
    assert texts([either], is_cyrillic_page=False) == ["HP"]


def test_letters_that_the_language_of_the_page_lacks_are_latin() -> None:
    assert texts([word("Закон"), word("АРІ", other="API")]) == ["Закон", "API"]
    assert texts([word("Закон"), word("АРІ", other="API")], in_use="ІА") == ["Закон", "АРІ"]
    assert texts([word("ІР-камера")]) == ["IP-камера"]
    assert texts([word("ІР-камера")], in_use="І") == ["ІР-камера"]


def test_a_line_is_put_together_with_spaces_between_words() -> None:
    picture = np.full((48, 200), 255, np.uint8)
    picture[10:40, 2:28] = picture[10:40, 42:68] = picture[10:40, 70:96] = 0
    first = word("сто", number=0, whole=0.8)
    second = word("рот", left=40, number=1)
    unseen = word("采购公", left=68)  # stands close by, and the second engine saw no word there
    line = as_line(picture, [first, second, unseen])
    assert line.text == "сто рот采购公"
    assert line.confidences[:3].tolist() == [0.8, 0.8, 0.8]
    assert line.confidences[4:].min() == pytest.approx(0.99)
    assert np.all(np.diff(line.edges[:, 0]) >= 0)


def seen_as(text: str, *, confidence: float) -> SeenWord:
    glyphs = tuple(Glyph(letter=letter, confidence=confidence, middle=12.0 * at + 8) for at, letter in enumerate(text))
    return SeenWord(glyphs=glyphs, left=2.0, right=12.0 * len(text) + 2, confidence=confidence)


@pytest.mark.parametrize(
    ("cyrillic", "latin", "chosen"),
    [
        ("Ѕїапдага", "Standard", "Standard"),
        ("Серверы!", "CepBepbl", "Серверы!"),
        ("гакиркї.ъ", "zakupki.b", "zakupki.b"),
    ],
)
def test_letters_of_no_one_language_give_way_to_latin_ones_however_clear_they_are(
    cyrillic: str, latin: str, chosen: str, models: Models
) -> None:
    picture = np.full((48, 12 * len(cyrillic) + 8), 255, np.uint8)
    for at in range(len(cyrillic)):
        picture[10:40, 12 * at + 4 : 12 * at + 12] = 0
    edges = np.array([(12 * at + 4, 12 * at + 12) for at in range(len(latin))]) / picture.shape[1]
    first = LineText(text=latin, confidences=np.full(len(latin), 0.8), edges=edges, top=0.2, bottom=0.8)
    words = read_in_both(picture, first, [seen_as(cyrillic, confidence=0.999)], models)
    assert [each.text for each in words] == [chosen]
