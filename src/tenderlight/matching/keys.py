"""Keys under which a name is found: within its script by pieces of spelling, across scripts by sound and meaning."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tenderlight.languages.scripts import Script, script_of
from tenderlight.matching.parsing import HAN, LATIN, ParsedName, content_words
from tenderlight.matching.romanise import latin_letters, pinyin, sounds, syllables
from tenderlight.matching.tables import name_tables

_MOST_KEYS = 120
_LATIN_RUN = re.compile("[0-9A-Za-z]+")
_ACRONYM = (2, 10)
_SCRIPT_TABLES = {
    Script.CYRILLIC: "cyrillic",
    Script.HANGUL: "hangul",
    Script.ARABIC: "arabic",
}
_RANGES = ((0x370, 0x3FF, "greek"), (0x590, 0x5FF, "hebrew"), (0x900, 0x97F, "devanagari"), (0xE00, 0xE7F, "thai"))
_INSIDE = frozenset({"hangul", "thai"})
"""Scripts whose words are written together."""


def own_keys(name: ParsedName) -> list[str]:
    """Return the keys within the script of a name: pieces of three letters, or two Chinese characters."""
    if name.kind is HAN:
        text = name.spelling if not name.rest else _place(name) + name.rest
        marked = f"^{text}$" if len(text) < 3 else f"{text}$"
        return list(dict.fromkeys([marked[at : at + 2] for at in range(len(marked) - 1)]))[:_MOST_KEYS]
    text = f" {' '.join(name.words)} "
    return list(dict.fromkeys([text[at : at + 3] for at in range(len(text) - 2)]))[:_MOST_KEYS]


def _place(name: ParsedName) -> str:
    return name.place.written if name.place else ""


def cross_keys(name: ParsedName) -> list[str]:
    """Return the keys across scripts: words in English, syllables of pinyin by twos, words by their sound."""
    if name.kind is LATIN:
        found = _latin_keys(name)
    elif name.kind is HAN:
        found = _han_keys(name)
    else:
        found = _other_keys(name)
    return list(dict.fromkeys(found))[:_MOST_KEYS]


def initials(name: ParsedName) -> list[str]:
    """Return the acronyms that a Western name may have, as keys."""
    if name.kind != LATIN or len(name.words) < 2:
        return []
    every = "".join(word[0] for word in name.words)
    content = "".join(word[0] for word in content_words(name.words))
    shortest, longest = _ACRONYM
    return [f"a:{one}" for one in dict.fromkeys((content, every)) if shortest <= len(one) <= longest]


def as_acronym(name: ParsedName) -> list[str]:
    """Return the key of a name that may itself be an acronym: one short word."""
    shortest, longest = _ACRONYM
    if name.kind == LATIN and len(name.words) == 1 and shortest <= len(name.words[0]) <= longest:
        return [f"a:{name.words[0]}"]
    return []


def _latin_keys(name: ParsedName) -> list[str]:
    found: list[str] = []
    run: list[str] = []
    for word in content_words(name.words):
        keys, cut, whole = _latin_word(word)
        found += keys
        run += cut
        if not whole and run:
            found += _pairs(run)
            run = []
    return found + _pairs(run)


@lru_cache(maxsize=65_536)
def _latin_word(word: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Return the keys of a word by itself, its syllables of pinyin, and whether they are the whole word."""
    cut, whole = syllables(word) if word.isascii() and len(word) <= 24 else ((), False)
    begins = (f"b:{cut[0]}{cut[1]}",) if len(cut) > 1 else ()
    return (*_word_keys(word), *begins), cut, whole


@lru_cache(maxsize=65_536)
def _word_keys(word: str) -> tuple[str, ...]:
    if word.isdecimal() or len(word) < 2:
        return (f"w:{word}",)
    sound = sounds(word)
    return (
        (f"w:{_stem(word)}", f"s:{sound}", f"p:{sound[:5]}") if len(sound) > 5 else (f"w:{_stem(word)}", f"s:{sound}")
    )


def _stem(word: str) -> str:
    """Return an English word without the s of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _pairs(run: list[str]) -> list[str]:
    return [f"y:{run[at]}{run[at + 1]}" for at in range(len(run) - 1)]


def _han_keys(name: ParsedName) -> list[str]:
    place, rest = _place(name), name.rest
    has_kana = name.has_kana
    table = _japanese_words() if has_kana else _chinese_words()
    found = _meanings(place, table) + _meanings(rest, table)
    read = pinyin(place + rest)
    found += _pairs([one for one in read if one])
    begins = len(place)
    found.extend(f"b:{''.join(read[at : at + 2])}" for at, start in ((0, place), (begins, rest)) if len(start) > 1)
    if 2 <= name.brand_ends <= 6:
        found.append(f"s:{sounds(''.join(read[begins : begins + name.brand_ends]))}")
    for run in _LATIN_RUN.findall(rest):
        found += _word_keys(run)
    if has_kana:
        found += _sound_keys(latin_letters(_kana(rest)))
    elif name.form.startswith("jp-"):
        found += _meanings(rest, _japanese_words())[:12]
    return found


def _kana(text: str) -> str:
    return "".join(one if "\u3041" <= one <= "\u30ff" else " " for one in text)


def _sound_keys(text: str) -> list[str]:
    found = []
    for word in text.split():
        sound = sounds(word)
        found.append(f"s:{sound}")
        if len(sound) > 5:
            found.append(f"p:{sound[:5]}")
    return found


class _Words(NamedTuple):
    """Words of a script that is written without blanks, with the English ones for them as keys."""

    meant: dict[str, tuple[str, ...]]
    longest: dict[str, int]
    """Length of the longest word that begins with a character."""

    @classmethod
    def of(cls, meant: dict[str, tuple[str, ...]]) -> _Words:
        """Return the words with the longest of each first character."""
        longest: dict[str, int] = {}
        for word, keys in meant.items():
            if word and keys:
                longest[word[0]] = max(len(word), longest.get(word[0], 0))
        return cls(meant, longest)


def _meanings(text: str, words: _Words) -> list[str]:
    """Return the English words for the words in a text that is written without blanks, the longest first."""
    found: list[str] = []
    after = 0
    for at, longest in enumerate(map(words.longest.get, text)):
        if longest is None or at < after:
            continue
        for end in range(min(at + longest, len(text)), at, -1):
            meant = words.meant.get(text[at:end])
            if meant:
                found += meant
                after = end
                break
    return found


def _keyed(words: dict[str, str]) -> dict[str, tuple[str, ...]]:
    from tenderlight.matching.spelling import spelled

    keyed: dict[str, tuple[str, ...]] = {}
    for word, meant in words.items():
        keyed[spelled(word.rstrip("*")) + ("*" if word.endswith("*") else "")] = tuple(
            f"w:{_stem(one)}" for one in meant.split()
        )
    return keyed


@lru_cache(maxsize=1)
def _chinese_words() -> _Words:
    return _Words.of(_keyed(name_tables().words["zh"]))


@lru_cache(maxsize=1)
def _japanese_words() -> _Words:
    return _Words.of(_keyed(name_tables().words["ja"]))


@lru_cache(maxsize=16)
def _words_of(script: str) -> tuple[_Words, dict[str, tuple[str, ...]]]:
    """Return whole words, and beginnings of words."""
    keyed = _keyed(name_tables().words.get(script, {}))
    whole = {word: meant for word, meant in keyed.items() if not word.endswith("*")}
    begins = {word[:-1]: meant for word, meant in keyed.items() if word.endswith("*")}
    return _Words.of(whole), begins


@lru_cache(maxsize=65_536)
def _other_word(word: str) -> tuple[str, ...]:
    """Return the keys of one word of another script."""
    script = _script_table(word)
    whole, begins = _words_of(script)
    if script in _INSIDE:
        return (*_meanings(word, whole), *_sound_keys(latin_letters(word)))
    meant = whole.meant.get(word) or next(
        (begins[word[:length]] for length in range(len(word), 2, -1) if word[:length] in begins), ()
    )
    return (*meant, *_sound_keys(latin_letters(word)))


def _script_table(word: str) -> str:
    point = ord(word[0])
    for first, last, table in _RANGES:
        if first <= point <= last:
            return table
    return _SCRIPT_TABLES.get(script_of(word[0]), "")


def _other_keys(name: ParsedName) -> list[str]:
    found: list[str] = []
    for word in name.words:
        found.extend(_word_keys(word) if word.isascii() else _other_word(word))
    return found
