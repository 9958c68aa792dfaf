"""Words of one mark are parted by their first sign; what they find is what each word finds by itself."""

import re

import pytest

from tenderlight._generated.procurement import MARKS
from tenderlight.facts.words.vocabulary import mark_pattern, marks
from tenderlight.languages.scripts import has_han

BESIDE = ("", " ", "a", "я", "中", "7", "-", "(")


def _one_by_one(mark: str) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w{0,24}") for word in marks(mark))
    return re.compile("|".join(word if has_han(word) else rf"(?<!\w){word}(?!\w)" for word in words))


@pytest.mark.parametrize("mark", sorted({kind for _language, _word, kind in MARKS}))
def test_a_mark_finds_what_its_words_find_one_by_one(mark: str) -> None:
    words = [word.replace("*", "ns") for word in marks(mark)]
    text = "\n".join(f"{before}{word}{behind}" for word in words for before in BESIDE for behind in BESIDE)
    found = [match.span() for match in mark_pattern(mark).finditer(text)]
    assert found == [match.span() for match in _one_by_one(mark).finditer(text)]
    assert found or mark == "blank"
