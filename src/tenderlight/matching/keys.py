"""Keys under which a name is found: within its script by pieces of spelling, across scripts by sound and meaning."""

from __future__ import annotations

from functools import lru_cache

from tenderlight.languages.scripts import Script, script_of
from tenderlight.matching.parsing import HAN, LATIN, ParsedName, content_words, split_trade
from tenderlight.matching.romanise import latin_letters, pinyin, sounds, syllables
from tenderlight.matching.tables import name_tables

_MOST_KEYS = 120
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
    if name.kind == HAN:
        text = name.spelling if not name.rest else _place(name) + name.rest
        marked = f"^{text}$" if len(text) < 3 else f"{text}$"
        return list(dict.fromkeys([marked[at : at + 2] for at in range(len(marked) - 1)]))[:_MOST_KEYS]
    text = f" {' '.join(name.words)} "
    return list(dict.fromkeys([text[at : at + 3] for at in range(len(text) - 2)]))[:_MOST_KEYS]


def _place(name: ParsedName) -> str:
    return name.place.written if name.place else ""


def cross_keys(name: ParsedName) -> list[str]:
    """Return the keys across scripts: words in English, syllables of pinyin by twos, words by their sound."""
    if name.kind == LATIN:
        found = _latin_keys(name)
    elif name.kind == HAN:
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
        found.extend(_word_keys(word))
        cut, whole = syllables(word) if word.isascii() and len(word) <= 24 else ((), False)
        run.extend(cut)
        if len(cut) > 1:
            found.append(f"b:{cut[0]}{cut[1]}")
        if not whole:
            found.extend(_pairs(run))
            run = []
    found.extend(_pairs(run))
    return found


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
    table = _japanese_words() if name.has_kana else _chinese_words()
    found: list[str] = []
    for text in (place, rest):
        found.extend(_meanings(text, *table))
    read = pinyin(place + rest)
    found.extend(_pairs([one for one in read if one]))
    begins = len(place)
    found.extend(f"b:{''.join(read[at : at + 2])}" for at, start in ((0, place), (begins, rest)) if len(start) > 1)
    brand, _ = split_trade(rest)
    if 2 <= len(brand) <= 6:
        found.append(f"s:{sounds(''.join(read[begins : begins + len(brand)]))}")
    for run in _latin_runs(rest):
        found.extend(_word_keys(run))
    if name.has_kana:
        found.extend(_sound_keys(latin_letters(_kana(rest))))
    else:
        found.extend(_meanings(rest, *_japanese_words())[:12] if name.form.startswith("jp-") else ())
    return found


def _kana(text: str) -> str:
    return "".join(one if "\u3041" <= one <= "\u30ff" else " " for one in text)


def _latin_runs(text: str) -> list[str]:
    return "".join(one if one.isascii() and one.isalnum() else " " for one in text).split()


def _sound_keys(text: str) -> list[str]:
    found = []
    for word in text.split():
        sound = sounds(word)
        found.append(f"s:{sound}")
        if len(sound) > 5:
            found.append(f"p:{sound[:5]}")
    return found


def _meanings(text: str, table: dict[str, tuple[str, ...]], longest: int) -> list[str]:
    """Return the English words for the words in a text that is written without blanks, the longest first."""
    found: list[str] = []
    at = 0
    while at < len(text):
        for length in range(min(longest, len(text) - at), 0, -1):
            meant = table.get(text[at : at + length])
            if meant:
                found.extend(meant)
                at += length
                break
        else:
            at += 1
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
def _chinese_words() -> tuple[dict[str, tuple[str, ...]], int]:
    words = _keyed(name_tables().words["zh"])
    return words, max(map(len, words))


@lru_cache(maxsize=1)
def _japanese_words() -> tuple[dict[str, tuple[str, ...]], int]:
    words = _keyed(name_tables().words["ja"])
    return words, max(map(len, words))


@lru_cache(maxsize=16)
def _words_of(script: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], int]:
    """Return whole words, beginnings of words, and the length of the longest."""
    keyed = _keyed(name_tables().words.get(script, {}))
    whole = {word: meant for word, meant in keyed.items() if not word.endswith("*")}
    begins = {word[:-1]: meant for word, meant in keyed.items() if word.endswith("*")}
    return whole, begins, max(map(len, keyed), default=0)


@lru_cache(maxsize=65_536)
def _other_word(word: str) -> tuple[str, ...]:
    """Return the keys of one word of another script."""
    script = _script_table(word)
    whole, begins, longest = _words_of(script)
    if script in _INSIDE:
        return (*_meanings(word, whole, longest), *_sound_keys(latin_letters(word)))
    meant = whole.get(word) or next(
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
