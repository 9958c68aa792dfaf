"""When two titles are one: without the words that say which notice it is, and without the buyer's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenderlight._generated.procurement import TITLES
from tenderlight.languages.normalise import fold_text
from tenderlight.languages.scripts import has_han, is_han

FEWEST_HAN = 8
"""Chinese characters that a title needs to be told from others of the same buyer."""
FEWEST_WORDS, FEWEST_LETTERS = 3, 20
"""Words and letters that any other title needs."""

_NUMBERED = re.compile(r"[(\[【〔](?:\w{0,4}编\s*号|项目代码|ref\.?|no\.?|№)[^)\]】〕]*[)\]】〕]")
_WORD = re.compile(r"[^\W_]+")
_ENDS = frozenset(
    {
        *(word for _, word, _ in TITLES if has_han(word)),
        *("公告", "公示", "公开招标", "竞争性磋商", "竞争性谈判", "询价", "单一来源", "招标", "采购", "项目", "的"),
    }
)
_LONGEST_END = max(map(len, _ENDS))
_BEGINS = ("关于", "的")
_NOTICES = frozenset(tuple(_WORD.findall(word)) for _, word, _ in TITLES if not has_han(word))
_LONGEST_NOTICE = max(map(len, _NOTICES))


def comparable_title(title: str, buyers: Iterable[str]) -> str | None:
    """Return a title for comparing.

    Args:
        title: As printed.
        buyers: Names of the buyer in comparable form (`linking.buyers`): a title often begins with one.

    Returns:
        None if what is left is too short to tell one purchase of a buyer from another.
    """
    folded = _NUMBERED.sub(" ", fold_text(title).casefold())
    words = _WORD.findall(folded)
    if has_han(folded):
        letters = _bare("".join(words), tuple(buyers))
        return letters if sum(map(is_han, letters)) >= FEWEST_HAN else None
    kept = _without_notice(tuple(words))
    is_long = len(kept) >= FEWEST_WORDS and sum(map(len, kept)) >= FEWEST_LETTERS
    return " ".join(kept) if is_long else None


def _bare(letters: str, buyers: tuple[str, ...]) -> str:
    """Take off the buyer's name in front, and at the end, one by one, the words that say which notice it is."""
    while True:
        shorter = letters
        for begin in (*buyers, *_BEGINS):
            shorter = shorter.removeprefix(begin)
        lengths = range(min(_LONGEST_END, len(shorter)), 0, -1)
        end = next((length for length in lengths if shorter[-length:] in _ENDS), 0)
        shorter = shorter[: len(shorter) - end]
        if shorter == letters:
            return letters
        letters = shorter


def _without_notice(words: tuple[str, ...]) -> tuple[str, ...]:
    for length in range(min(_LONGEST_NOTICE, len(words)), 0, -1):
        if words[:length] in _NOTICES:
            return words[length:]
        if words[-length:] in _NOTICES:
            return words[:-length]
    return words
