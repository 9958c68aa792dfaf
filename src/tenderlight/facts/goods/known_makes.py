"""Makes that are known by name (大疆, Hikvision) in the words that name goods: 警用无人机大疆M300RTK.

A known make needs no sign that sets it apart, in scripts that write without blanks least of all, and what stands
behind it may be the name of a model in several words (DJI Matrice 210 RTK). The list is `vocabulary/makes.toml` with
the makers of `vocabulary/components`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tenderlight._generated.makes import MAKES
from tenderlight.languages.alternatives import any_of
from tenderlight.languages.normalise import simplified
from tenderlight.languages.scripts import HAN_CLASS, has_han

_LONGEST = 160
_LONGEST_MODEL = 30
_MOST_WORDS = 4
_FOLDED = frozenset(make.lower() for make in MAKES)
_LATIN = {written for make in MAKES if not has_han(make) for written in (make, make.upper())}
_KNOWN = re.compile(rf"(?<!\w)(?:{any_of(_LATIN)})(?![^\W{HAN_CLASS}])|{any_of(filter(has_han, MAKES))}")
_LATIN_BEHIND_HAN = re.compile(rf"(?<=[{HAN_CLASS}])(?:{any_of(_LATIN)})(?![^\W{HAN_CLASS}])")
_SIGNS = ' \t\u3000,，;；/／|│·、-–—(（「『«"“'
_CLOSING = ' \t\u3000)）」』»"”.。,，;；'
_WORD_FOR_MAKE = re.compile(
    r"(?<!\w)(?:(?:de (?:la )?|da )?marca|(?:de (?:la )?)?marque|make|brand|марк[аи]|marki|marka|marke|fabrikat|"
    r"fabricante?|品牌)\s?[.:：]?$",
    re.IGNORECASE,
)
"""A word that only leads to a make."""
_NAME = re.compile(r"[^\W\d_].*[^\W\d_][)）]?|[^\W\d_].*(?:[^\W_][)）]|\d[\"”″])", re.DOTALL)
_INCHES = re.compile(r"\d[\"”″]")
"""What may stand before a make: no figure, whose unit the make would be (40 HP)."""
_MODEL = re.compile(
    rf"(?=.*\d)[{HAN_CLASS}]{{0,4}}\s?[A-Za-zА-Яа-я0-9][\w.+/-]{{0,24}}(?:\s[A-ZА-Я0-9][\w.+/-]{{0,15}}){{0,3}}(?:定制版|版|型)?"
)
_HAS_FIGURE = re.compile(r"[A-Za-zА-Яа-я]+[ -]?\d|\d[A-Za-z]")
_FOR = re.compile(
    r"(?:适用于?|用于|兼容|支持|配套|替换|更换|替代|代替|非|类似|同等|"
    r"\b(?:for|compatible with|para|compatible con|pour|für|per|для|до|к|або|или|or|with|con|avec|с|"
    r"compat[íi]ve(?:l|is)(?: com)?|compatibles?|to fit|suitable for|fits|like|other than|not|"
    r"instead of|similar(?:es)? (?:to|a|ao)|"
    r"semelhantes? a|distint[ao]s? de|type|tipo|como|comme|ähnlich|wie|zu|"
    r"autres? que|au lieu de|statt|anstatt|ausser|außer|кроме|вместо|замість|крім|типа|типу|аналог\w*|"
    r"(?:замен|заміна|replac|reemplaz|substitu|remplac)\w*(?: (?:of|de|des|do|da)?\s?\w+)?))"
    r"\s?[(（]?\s?$",
    re.IGNORECASE,
)
"""What leads to a make whose goods these go with, and are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Where the name stands in a stretch of words, and the make and model taken off it."""

    start: int
    end: int
    brand: str | None = None
    model: str | None = None


def known_make(name: str) -> Apart | None:
    """Return a name that a known make follows, the make, and the model behind it if there is one.

    Args:
        name: Words that name goods, as printed.
    """
    if len(name) > _LONGEST:
        return None
    text = simplified(name)
    for found in (*_KNOWN.finditer(text), *_LATIN_BEHIND_HAN.finditer(text)):
        end = len(_WORD_FOR_MAKE.sub("", name[: found.start()].rstrip(_SIGNS)).rstrip(_SIGNS))
        end += 1 if _INCHES.match(name, end - 1) else 0
        model = name[found.end() :].strip(_SIGNS + _CLOSING)
        if _NAME.fullmatch(name[:end]) is None or goes_with(text, found.start()):
            continue
        if not model or is_model(model):
            return Apart(start=0, end=end, brand=name[found.start() : found.end()], model=model or None)
    return None


def is_known(make: str) -> bool:
    """Say whether a make is in the list, however its letters are written."""
    return make.lower() in _FOLDED


def goes_with(name: str, make: int) -> bool:
    """Say whether words before a make say that the goods go with those of that make, and are not of it.

    Args:
        name: Words that name goods, as printed.
        make: Where the make begins in it.
    """
    return _FOR.search(simplified(name), 0, make) is not None


def make_before(model: str) -> tuple[str, str] | None:
    """Return a known make and the model behind it: 华为Mate40Pro双系统定制版."""
    found = _KNOWN.match(simplified(model[:_LONGEST]))
    rest = model[found.end() :].strip(_SIGNS) if found is not None else ""
    return (model[: found.end()], rest) if found is not None and _HAS_FIGURE.search(rest[:_LONGEST_MODEL]) else None


def is_model(words: str) -> bool:
    """Say whether what stands behind a make is how one calls a model: a code, perhaps with a word before or behind."""
    if len(words) > _LONGEST_MODEL or len(words.split()) > _MOST_WORDS:
        return False
    return _MODEL.fullmatch(words) is not None
