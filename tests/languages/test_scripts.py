import pytest

from tenderlight.languages.scripts import Script, has_han, is_han, is_of_one_alphabet, main_script, script_of


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("公", Script.HAN),
        ("〇", Script.HAN),
        ("⽤", Script.HAN),
        ("𠮷", Script.HAN),
        ("，", Script.OTHER),
        ("カ", Script.KANA),
        ("한", Script.HANGUL),
        ("é", Script.LATIN),
        ("Ａ", Script.LATIN),
        ("ё", Script.CYRILLIC),
        ("ع", Script.ARABIC),
        ("7", Script.OTHER),
    ],
)
def test_a_character_has_a_script(character: str, script: Script) -> None:
    assert script_of(character) is script
    assert is_han(character) is (script is Script.HAN)


def test_the_main_script_is_that_of_most_letters() -> None:
    assert main_script("项目编号：HB") is Script.HAN
    assert main_script("Contract 合同 number") is Script.LATIN
    assert main_script("12,000.00") is Script.OTHER
    assert has_han("A公司")
    assert not has_han("Co. Ltd")


@pytest.mark.parametrize("word", ["объезд", "їжак", "камера", "қала", "šта", "Љубљана", "Standard", "", "12", "ДС-2К"])
def test_words_of_some_language_are_of_one_alphabet(word: str) -> None:
    assert is_of_one_alphabet(word)


@pytest.mark.parametrize("word", ["Ѕїапдага", "һіїрѕ", "съїзд", "Есоѕуѕ-їв", "ґъ", "ўћ"])
def test_letters_of_two_languages_are_of_no_alphabet(word: str) -> None:
    assert not is_of_one_alphabet(word)
