"""How two names stand to one another: the same, one made of the other by a rule, or told apart, and by what.

Rules for Chinese companies follow the State Administration for Industry and Commerce's rules for comparing company
names (企业名称相同相近比对规则, 工商企注字〔2017〕133号): at one registry a name with its parts in another order is
the same name. A difference of form is not, because companies joined by investment may share the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

import msgspec
from rapidfuzz.distance import Levenshtein

from tenderlight.matching.answers import Feature
from tenderlight.matching.forms import same_form
from tenderlight.matching.parsing import HAN, LATIN, ParsedName
from tenderlight.matching.places import same_place
from tenderlight.matching.romanise import read_together
from tenderlight.matching.similarity import latin_words
from tenderlight.matching.slips import only_slips, same_expanded, same_unslipped

SYLLABLES_ENOUGH = 6
"""Fewer syllables of pinyin are read by many names."""


class Standing(StrEnum):
    """How two names stand to one another."""

    SAME = "same"
    DERIVED = "derived"
    APART = "apart"


class Relation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How two names stand to one another, and the comparisons that say so. Made for each candidate."""

    standing: Standing
    features: tuple[Feature, ...]
    rule: str
    """In plain words: what makes them the same, or what tells them apart."""


def relate(ours: ParsedName, theirs: ParsedName) -> Relation:
    """Compare two names part by part."""
    if not ours.words or not theirs.words:
        return _apart("One of the names has nothing in it that tells parties apart.")
    if ours.kind is theirs.kind:
        return _chinese(ours, theirs) if ours.kind is HAN else _western(ours, theirs)
    if ours.kind is HAN or theirs.kind is HAN:
        return _across_chinese(ours, theirs)
    return _transliterated(ours, theirs)


def _apart(rule: str, *features: Feature) -> Relation:
    return Relation(standing=Standing.APART, features=features, rule=rule)


@lru_cache(maxsize=4096)
def _form(ours: str, theirs: str) -> tuple[bool | None, Feature]:
    same = same_form(ours, theirs) if ours or theirs else True
    weight = -0.6 if same is False else 0.2 if same else 0.0
    return same, Feature(name="legal form", ours=ours, theirs=theirs, weight=weight)


def _chinese(ours: ParsedName, theirs: ParsedName) -> Relation:
    if ours.spelling == theirs.spelling:
        feature = Feature(name="name", ours=ours.spelling, theirs=theirs.spelling, weight=1.0)
        return Relation(standing=Standing.SAME, features=(feature,), rule="It is the same name, letter for letter.")
    if ours.branch != theirs.branch:
        return _other_branch(ours, theirs)
    place = same_place(ours.place, theirs.place)
    features = [_place_feature(ours, theirs, place)]
    if ours.rest != theirs.rest:
        return _other_rest(ours, theirs, place, features[0])
    form, form_feature = _form(ours.form, theirs.form)
    features += [form_feature, Feature(name="brand and trade", ours=ours.rest, theirs=theirs.rest, weight=0.7)]
    if place is False:
        return _apart("Brand and trade are the same, the place is another: perhaps a sister company.", *features)
    if place is None and (ours.place or theirs.place):
        return _apart(
            "One of the names has no place, and companies of other cities may bear the rest of it.", *features
        )
    if form is False:
        return _apart("Only the legal form differs: perhaps converted, perhaps a sister company.", *features)
    written_alike = ours.bracket == theirs.bracket and _written(ours) == _written(theirs)
    if form and written_alike:
        return Relation(standing=Standing.SAME, features=tuple(features), rule="It is the same name in all its parts.")
    return Relation(standing=Standing.DERIVED, features=tuple(features), rule=_derived_by(form, written_alike))


def _derived_by(form: bool | None, written_alike: bool) -> str:
    told = [] if written_alike else ["the place is written otherwise or stands elsewhere in the name"]
    if form is None:
        told.append("the legal form is left out or said less exactly")
    return f"It is the same place, brand and trade; {' and '.join(told)}."


def _written(name: ParsedName) -> str:
    return name.place.written if name.place else ""


def _place_feature(ours: ParsedName, theirs: ParsedName, place: bool | None) -> Feature:
    weight = -0.8 if place is False else 0.3 if place else 0.0
    return Feature(name="place", ours=_written(ours), theirs=_written(theirs), weight=weight)


def _other_branch(ours: ParsedName, theirs: ParsedName) -> Relation:
    feature = Feature(name="branch", ours=ours.branch, theirs=theirs.branch, weight=-0.8)
    return _apart("One is a branch or an office, the other is not, or it is another branch.", feature)


def _other_rest(ours: ParsedName, theirs: ParsedName, place: bool | None, place_feature: Feature) -> Relation:
    if only_slips(ours, theirs):
        feature = Feature(name="slip of recognition", ours=ours.spelling, theirs=theirs.spelling, weight=0.4)
        return Relation(
            standing=Standing.DERIVED,
            features=(feature,),
            rule="Only characters that recognition takes for one another differ, none of them in place or brand.",
        )
    our_brand, our_trade, their_brand, their_trade = ours.brand, ours.trade, theirs.brand, theirs.trade
    brand = Feature(
        name="brand", ours=our_brand, theirs=their_brand, weight=0.5 if our_brand == their_brand and our_brand else -0.7
    )
    trade = Feature(name="trade", ours=our_trade, theirs=their_trade, weight=0.2 if our_trade == their_trade else -0.5)
    other_place = " and the place is another" if place is False else ""
    if our_brand and our_brand == their_brand:
        if our_trade and their_trade:
            rule = f"The brand is the same, the trade is another{other_place}: perhaps a sister company."
        else:
            rule = "The brand is the same, and one of the names does not say which company of that brand."
    else:
        rule = _what_differs(ours.rest, theirs.rest, other_place)
    return _apart(rule, brand, trade, place_feature)


def _what_differs(ours: str, theirs: str, other_place: str) -> str:
    if Levenshtein.distance(ours, theirs, score_cutoff=1) <= 1:
        return f"One character differs{other_place}: perhaps a slip, perhaps another company."
    if ours in theirs or theirs in ours:
        return f"One name is a part of the other{other_place}: what is added may make it another company."
    if len(ours) == len(theirs) and read_together(ours) == read_together(theirs):
        return f"They are read alike and written otherwise{other_place}."
    return f"The distinctive words differ{other_place}."


def _western(ours: ParsedName, theirs: ParsedName) -> Relation:
    if ours.branch != theirs.branch:
        return _other_branch(ours, theirs)
    form, form_feature = _form(ours.form, theirs.form)
    rule = _same_by(ours, theirs)
    if not rule:
        return _other_words(ours, theirs, form_feature)
    whole = Feature(name="name", ours=" ".join(ours.words), theirs=" ".join(theirs.words), weight=0.8)
    if ours.words == theirs.words or form is False:
        return _by_form(form, (whole, form_feature), ours, rule)
    return Relation(standing=Standing.DERIVED, features=(whole, form_feature), rule=f"{rule}.")


def _same_by(ours: ParsedName, theirs: ParsedName) -> str:
    """Return by what the words of two names are the same, in plain words; "" if they are not."""
    if ours.words == theirs.words:
        return "The words are the same"
    if ours.rest == theirs.rest:
        return "The letters are the same, the words are cut otherwise"
    if len(ours.words) != len(theirs.words) and "and" not in ours.words and "and" not in theirs.words:
        return ""  # neither abbreviations nor slips make one word of two
    if same_expanded(ours.words, theirs.words):
        return "The words are the same once abbreviations are written out"
    if same_unslipped(ours.words, theirs.words):
        return "Only signs that recognition takes for one another differ"
    return ""


def _by_form(form: bool | None, features: tuple[Feature, ...], ours: ParsedName, rule: str) -> Relation:
    if form is False:
        return _apart(f"{rule}, the legal form is another: perhaps another company.", *features)
    if form:
        return Relation(standing=Standing.SAME, features=features, rule=f"{rule}, and so is the legal form.")
    if len(ours.words) == 1:
        return _apart("One word alone, and the legal form is missing: others may bear it.", *features)
    return Relation(
        standing=Standing.DERIVED, features=features, rule=f"{rule}; the legal form is left out or said less exactly."
    )


def _other_words(ours: ParsedName, theirs: ParsedName, form_feature: Feature) -> Relation:
    one, other = ours.words, theirs.words
    shared = [word for word in one if word in other]
    only_ours = [word for word in one if word not in other] if shared else one
    only_theirs = [word for word in other if word not in one] if shared else other
    both = " ".join(shared)
    return _apart(
        _words_differ(ours, theirs, only_ours, only_theirs),
        Feature(name="words in both", ours=both, theirs=both, weight=0.3 if shared else 0.0),
        Feature(name="other words", ours=" ".join(only_ours), theirs=" ".join(only_theirs), weight=-0.6),
        form_feature,
    )


def _words_differ(ours: ParsedName, theirs: ParsedName, only_ours: Sequence[str], only_theirs: Sequence[str]) -> str:
    if not only_ours and not only_theirs and sorted(ours.words) == sorted(theirs.words):
        return "The words are the same in another order."
    if bool(only_ours) != bool(only_theirs):
        return "One name has words that the other has not: perhaps a sister company, a branch or a part of it."
    if Levenshtein.distance(ours.rest, theirs.rest, score_cutoff=2) <= 2:
        return "One or two letters differ: perhaps a slip, perhaps another company."
    return "The distinctive words differ."


def _transliterated(ours: ParsedName, theirs: ParsedName) -> Relation:
    if ours.branch != theirs.branch:
        return _other_branch(ours, theirs)
    one, other = latin_words(ours), latin_words(theirs)
    if "".join(one) != "".join(other):
        return _apart("Written in another script, and the letters do not follow from one another.")
    form, form_feature = _form(ours.form, theirs.form)
    heard = Feature(name="transliteration", ours=" ".join(one), theirs=" ".join(other), weight=0.7)
    if form is False:
        return _apart("Transliterated it is the same, the legal form is another.", heard, form_feature)
    if form is None and len(ours.words) == 1:
        return _apart("One word alone, and the legal form is missing: others may bear it.", heard, form_feature)
    return Relation(
        standing=Standing.DERIVED, features=(heard, form_feature), rule="The same name, written in another script."
    )


def _across_chinese(ours: ParsedName, theirs: ParsedName) -> Relation:
    chinese, western = (ours, theirs) if ours.kind is HAN else (theirs, ours)
    if western.kind is not LATIN:
        return _apart("Written in scripts that no rule leads from one to the other.")
    form, form_feature = _form(ours.form, theirs.form)
    spelling = _written(chinese) + chinese.rest
    read, told = read_together(spelling), western.rest
    if told != read:
        return _apart(
            "One is in Chinese, the other in Latin letters: no rule leads wholly from one to the other.", form_feature
        )
    heard = Feature(name="reading", ours=read, theirs=told, weight=0.6)
    if not chinese.place or len(spelling) < SYLLABLES_ENOUGH or form is False or chinese.branch:
        return _apart("It is read alike, which tells too little here: many characters have one reading.", heard)
    return Relation(
        standing=Standing.DERIVED,
        features=(heard, form_feature),
        rule="It is the pinyin of the whole name, place and trade among it; other characters may be read so too.",
    )
