"""Labels understood by the words they are made of: "Final contract price", "цена, предложенная победителем".

Portals put the same few words together in hundreds of ways. A label that the vocabulary does not list is understood
where each of its words is known, in one language, and the words together can mean one thing only. A word that is not
known, or two that do not go together, leave it unknown: what is not understood is not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tenderlight._generated.procurement import PARTS
from tenderlight.facts.labels.meanings import meaning_of_parts
from tenderlight.facts.words.vocabulary import Meaning

_LONGEST = 90
_MOST_WORDS = 14
_SHORTEST_STEM = 2
_TOKEN = re.compile(r"[^\W\d_]+|№|\d+(?:[.,]\d+)?\s?%|\d{1,2}|[#/]")
_NOISE = re.compile(r"(?:[\s'’`´\"«»“”(),.;:*\[\]º°ª&\u200c\u200f_-]|·)*")
_NUMBER_SIGNS = frozenset({"№", "#", "n", "no", "nº", "nr"})
_ARTICLE = re.compile(r"^(?:[وف]?[بكل]?ال|لل|و?لل)(?=\w{3})")
"""The Arabic article and the small words written together with it."""
_OPEN = "*"


def _plain(word: str) -> str:
    """Return a word without accents, if it is written in Latin letters."""
    if word.isascii() or not ("a" <= word[0] <= "z" or "\u00c0" <= word[0] <= "\u024f"):
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


_WORDS: dict[str, dict[str, str]] = {}
"""Whole words → what they are, by language."""
_STEMS: dict[str, dict[str, str]] = {}
_LONGEST_STEM = 0
for _language, _word, _part in PARTS:
    _stem = _plain(_word.removesuffix(_OPEN))
    (_STEMS if _word.endswith(_OPEN) else _WORDS).setdefault(_stem, {}).setdefault(_language, _part)
    if _word.endswith(_OPEN):
        _WORDS.setdefault(_stem, {}).setdefault(_language, _part)
        _LONGEST_STEM = max(_LONGEST_STEM, len(_stem))


@lru_cache(maxsize=8192)
def read_parts(label: str) -> Meaning | None:
    """Return what a label means by the words it is made of, or None.

    Args:
        label: Flat, without its colon and without Chinese signs.
    """
    if not 3 <= len(label) <= _LONGEST or label.count("(") != label.count(")"):
        return None
    words = _words_of(label.replace("\u200c", "").replace("\u200b", ""))
    if not words or len(words) > _MOST_WORDS:
        return None
    if "/" in words:
        return _alternatives(words)
    return _read(words)


def _words_of(label: str) -> list[str]:
    """Return the words of a label; none if it holds something else than words and small numbers."""
    words: list[str] = []
    position = 0
    while True:
        noise = _NOISE.match(label, position)
        position = noise.end() if noise else position
        if position == len(label):
            return words
        token = _TOKEN.match(label, position)
        if token is None:
            return []
        words.append(_plain(token[0]))
        position = token.end()


def _alternatives(words: list[str]) -> Meaning | None:
    """Read "Buyer / Acheteur" and "Supplier/Contractor name": as one label, or as several that mean the same."""
    whole = _read([word for word in words if word != "/"])
    if whole is not None:
        return whole
    parts: list[list[str]] = [[]]
    for word in words:
        if word == "/":
            parts.append([])
        else:
            parts[-1].append(word)
    meanings = {_read(part) for part in parts if part}
    return meanings.pop() if len(meanings) == 1 else None


def _read(words: list[str]) -> Meaning | None:
    known: dict[str, list[tuple[str, int]]] | None = None
    counts = False
    for at, word in enumerate(words):
        if word[0].isdigit():
            counts = counts or not word.endswith("%")
            continue
        if _is_number_sign(word, last=at + 1 == len(words)):
            kinds = dict.fromkeys(known or _LANGUAGES, ("number", len(word)))
        else:
            kinds = kinds_of(word)
        if known is None:
            known = {language: [kind] for language, kind in kinds.items()}
        else:
            known = {language: [*parts, kinds[language]] for language, parts in known.items() if language in kinds}
        if not known:
            return None
    return _agreed(known or {}, words, counts=counts)


def _agreed(known: dict[str, list[tuple[str, int]]], words: list[str], *, counts: bool) -> Meaning | None:
    """Return what the words mean in the language that knows most of their letters, or None if two differ."""
    told: list[tuple[int, Meaning]] = []
    for language, parts in known.items():
        meaning = meaning_of_parts(language, [kind for kind, _length in parts], words, counts=counts)
        if meaning is not None:
            told.append((sum(length for _kind, length in parts), meaning))
    most = max((letters for letters, _meaning in told), default=0)
    best = {meaning for letters, meaning in told if letters == most}
    return best.pop() if len(best) == 1 else None


def _is_number_sign(word: str, *, last: bool) -> bool:
    return word in "№#" or (last and word in _NUMBER_SIGNS)


@lru_cache(maxsize=8192)
def kinds_of(word: str) -> dict[str, tuple[str, int]]:
    """Return what a word of labels is, by language, and how many of its letters tell; empty if no label has it.

    Args:
        word: Folded, without accents if Latin.
    """
    found = {language: (kind, len(word)) for language, kind in _WORDS.get(word, {}).items()}
    for length in range(min(len(word) - 1, _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
        for language, kind in _STEMS.get(word[:length], {}).items():
            found.setdefault(language, (kind, length))
    article = _ARTICLE.match(word)
    return kinds_of(word[article.end() :]) if not found and article else found


_LANGUAGES = tuple(sorted({language for language, _word, _part in PARTS}))
