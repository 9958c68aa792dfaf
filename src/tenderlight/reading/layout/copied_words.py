"""The words of one of two copies of a text, each in the form in which it is compared with the other's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tenderlight.languages.scripts import HAN_CLASS

_SINGLE = rf"{HAN_CLASS}\u3041-\u30ff"
_TOKEN = re.compile(rf"[{_SINGLE}]|[^\W_{_SINGLE}]+|[^\w\s]|_")
_DASHES = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2212"}
_QUOTES = {ord(quote): "'" for quote in "\u2018\u2019\u02bc"}


def folded(text: str) -> str:
    """Return text without what a layout may change: white space, width, case, kind of dash and apostrophe."""
    return "".join(_folded(token) for token in _TOKEN.findall(text))


@lru_cache(maxsize=65_536)
def _folded(token: str) -> str:
    plain = unicodedata.normalize("NFKC", token).translate(_DASHES).translate(_QUOTES).casefold()
    return "".join(letter for letter in plain if not letter.isspace() and unicodedata.category(letter) != "Cf")


class CopiedWords:
    """The words of a text, in order: what each is compared as, its page (an index), and its offsets there.

    A Chinese character is a word, and so is a punctuation mark.
    """

    def __init__(self, pages: Iterable[str]) -> None:
        self.keys: list[str] = []
        self.pages: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for index, text in enumerate(pages):
            for found in _TOKEN.finditer(text):
                key = _folded(found.group())
                if key:
                    self.keys.append(key)
                    self.pages.append(index)
                    self.starts.append(found.start())
                    self.ends.append(found.end())


def letters_of(tokens: CopiedWords, indexes: Iterable[int]) -> list[tuple[str, int, int]]:
    """Return each letter of some words, with the word's index and the letter's offset on its page.

    Empty if folding changes how many letters a word has: then nobody knows which is which.
    """
    letters: list[tuple[str, int, int]] = []
    for index in indexes:
        key, start, end = tokens.keys[index], tokens.starts[index], tokens.ends[index]
        if len(key) != end - start:
            return []
        letters += [(letter, index, start + place) for place, letter in enumerate(key)]
    return letters


def are_same(ours: Sequence[tuple[str, int, int]], theirs: Sequence[tuple[str, int, int]]) -> bool:
    """Say whether there are letters, and the same on both sides."""
    return bool(ours) and [letter for letter, _, _ in ours] == [letter for letter, _, _ in theirs]
