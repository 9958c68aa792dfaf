"""How alike two names look or sound, from 0 to 1. It orders what a person is shown; it never makes a grade."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, Levenshtein
from rapidfuzz.process import extractOne

from tenderlight.matching.keys import cross_keys
from tenderlight.matching.parsing import HAN, LATIN, ParsedName, content_words, general_words
from tenderlight.matching.romanise import latin_letters, read_together, sounds

_SHORT_FORM, _LONG_FORM = 0.96, 0.93
"""A short form of the listed name; a name of which the listed one is a short form."""
_NEARLY_WHOLE = 0.95
"""From here on nothing is gained by comparing word by word."""
_SHARING = 60
"""rapidfuzz's token_set_ratio below which names share too little to be compared word by word."""
_ALIKE = 0.8
"""From here on two words count as spellings of one."""
_SHORTEST_ALIKE = 4
"""Letters of a word below which another one cannot be so much alike: one letter of five is a fifth."""
_GENERAL = 0.45
"""What a word weighs that tells no party from another; names of persons have none."""
_NONE: frozenset[str] = frozenset()
_BY_LENGTH = tuple(0.3 + 0.14 * length for length in range(5))
"""What a word of so few letters weighs; a longer one weighs 1."""


def likeness(ours: ParsedName, theirs: ParsedName, *, person: bool = False) -> float:
    """Return the score of a candidate: how alike two names are, sharpened, the more so where names are short.

    Of names that are nine tenths alike about half are one, of short ones (four Chinese characters, one word) one in
    six, on a set of names and their variants among a hundred thousand others.
    """
    short = len(ours.rest) <= 4 if ours.kind is HAN else len(ours.words) == 1
    return similarity(ours, theirs, person=person) ** (12 if short else 6)


def similarity(ours: ParsedName, theirs: ParsedName, *, person: bool = False) -> float:
    """Return how alike two names are: 1 for the same spelling without legal form."""
    if ours.kind is theirs.kind:
        return _chinese(ours, theirs) if ours.kind is HAN else _words(ours.words, theirs.words, person=person)
    if ours.kind is HAN or theirs.kind is HAN:
        return _across_chinese(ours, theirs)
    return _words(latin_words(ours), latin_words(theirs), person=person)


def latin_words(name: ParsedName) -> tuple[str, ...]:
    """Return the words of a name in Latin letters as they sound."""
    return _heard(name.words, name.kind is LATIN)


@lru_cache(maxsize=32_768)
def _heard(words: tuple[str, ...], is_latin: bool) -> tuple[str, ...]:
    return tuple([sounds(word if is_latin else latin_letters(word)) for word in words])


def _chinese(ours: ParsedName, theirs: ParsedName) -> float:
    if _is_short_form(ours, theirs):
        return _SHORT_FORM
    if _is_short_form(theirs, ours):
        return _LONG_FORM
    whole = Levenshtein.normalized_similarity(_whole(ours), _whole(theirs))
    if not ours.brand_ends or not theirs.brand_ends:
        return whole
    brand = Levenshtein.normalized_similarity(ours.brand, theirs.brand)
    if brand <= 0.5:
        return 0.9 * whole
    our_trade, their_trade = ours.trade, theirs.trade
    trade = Levenshtein.normalized_similarity(our_trade, their_trade) if our_trade and their_trade else 0.8
    place = 0.8
    if ours.place and theirs.place:
        place = 1.0 if ours.place.codes & theirs.place.codes else 0.2
    return max(0.7 * brand + 0.15 * trade + 0.15 * place, 0.9 * whole)


def _is_short_form(short: ParsedName, whole: ParsedName) -> bool:
    """Say whether a name is the beginning of another's, with its place or without, and no form or place against it."""
    if len(short.rest) < 2 or short.form or not whole.rest.startswith(short.rest):
        return False
    return not (short.place and whole.place) or bool(short.place.codes & whole.place.codes)


def _whole(name: ParsedName) -> str:
    return (name.place.written if name.place else "") + name.rest


def _words(ours: tuple[str, ...], theirs: tuple[str, ...], *, person: bool) -> float:
    """Align words: each of the shorter name takes the likest of the longer; what is left over counts against it."""
    one, other = " ".join(ours), " ".join(theirs)
    if not one or not other:
        return 0.0
    is_long = len(ours) > 12 or len(theirs) > 12
    if person and not is_long:
        return _aligned(ours, theirs, person=True)
    plain = Levenshtein.normalized_similarity(one, other)
    if is_long:
        return max(plain, fuzz.token_sort_ratio(one, other) / 100)
    whole = max(0.97 * Levenshtein.normalized_similarity("".join(ours), "".join(theirs)), plain)
    if whole > _NEARLY_WHOLE or fuzz.token_set_ratio(one, other, score_cutoff=_SHARING) == 0:
        return whole
    return max(0.98 * _aligned(ours, theirs, person=False), whole)


def _aligned(ours: tuple[str, ...], theirs: tuple[str, ...], *, person: bool) -> float:
    least = 0.7 if person else _ALIKE
    fewer, more = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    left, weights = list(more), _weights(more, person=person)
    weight_alike = weight_all = 0.0
    for word, weight in zip(fewer, _weights(fewer, person=person), strict=True):
        weight_all += 2 * weight
        if word in left:
            best, found = 1.0, word
        else:
            best, found = _likest(word, left, person=person)
        if best >= least:
            at = left.index(found)
            del left[at]
            other = weights.pop(at)
            weight_alike += (weight + other) * best
            weight_all += other - weight
    spare = sum(weights)
    if person and len(fewer) > 1:
        spare *= 0.45
    return weight_alike / (weight_all + spare) if weight_all else 0.0


def _likest(word: str, others: list[str], *, person: bool) -> tuple[float, str]:
    best, found = 0.0, ""
    if not person:
        if len(word) < _SHORTEST_ALIKE or word.isdecimal():
            return best, found
        known = extractOne(word, others, scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE)
        if known is not None and known[0].isdecimal():
            return _likest(word, [other for other in others if not other.isdecimal()], person=False)
        return (best, found) if known is None else (known[1], known[0])
    for other in others:
        likeness = _person_likeness(word, other)
        if likeness > best:
            best, found = likeness, other
    return best, found


def _person_likeness(word: str, other: str) -> float:
    if len(word) == 1 or len(other) == 1:
        return 0.85 if word[0] == other[0] else 0.0
    if word.isdecimal() or other.isdecimal():
        return 0.0
    likeness = Levenshtein.normalized_similarity(word, other, score_cutoff=0.5)
    return max(likeness, JaroWinkler.similarity(sounds(word), sounds(other)) - 0.05) if likeness >= 0.5 else likeness


def _weights(words: tuple[str, ...], *, person: bool) -> list[float]:
    general = _NONE if person else general_words()
    return [
        _GENERAL if word in general else _BY_LENGTH[len(word)] if len(word) < len(_BY_LENGTH) else 1.0 for word in words
    ]


def _across_chinese(ours: ParsedName, theirs: ParsedName) -> float:
    """Return how much of the Chinese name the Western one tells, by reading and by meaning."""
    chinese, western = (ours, theirs) if ours.kind is HAN else (theirs, ours)
    read = read_together(_whole(chinese))
    written = "".join(_latin_words_plain(western))
    if read == written and read:
        return 0.96
    told, telling = set(cross_keys(chinese)), set(cross_keys(western))
    if not told or not telling:
        return 0.0
    shared = told & telling
    syllables = [key for key in told if key.startswith("y:")]
    meant = [key for key in shared if key.startswith("w:")]
    heard = len([key for key in shared if key.startswith("y:")]) / max(1, len(syllables))
    content = max(1, len(content_words(western.words)))
    return min(0.95, 0.45 * heard + 0.45 * min(1.0, (len(meant) + 1.2 * heard * len(syllables) / 2) / content))


def _latin_words_plain(name: ParsedName) -> tuple[str, ...]:
    return name.words if name.kind == LATIN else tuple(latin_letters(word) for word in name.words)
