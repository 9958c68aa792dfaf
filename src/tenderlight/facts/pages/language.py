"""The language of a notice: by its script, and among those written in Latin letters by its labels and small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import languages_of
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS, Script, main_script
from tenderlight.model.document import Page

_SAMPLE = 20_000
_WORDS = {
    "es": (
        *(
            " de ",
            " la ",
            " el ",
            " del ",
            " contrato",
            " para ",
            " los ",
            " por ",
            "ción ",
            " y ",
            " con ",
            " las ",
            " una ",
        ),
        *(" en ", " al ", " que ", " un "),
    ),
    "fr": (
        *(
            " le ",
            " la ",
            " des ",
            " du ",
            " marché",
            " pour ",
            " les ",
            " et ",
            " d'",
            " avec ",
            " une ",
            " société",
            " l'",
        ),
        *(" de ", " à ", " au ", " aux ", " par ", " en ", " un ", " que "),
    ),
    "en": (" the ", " of ", " and ", " contract", " for ", " supplier", " to ", " is "),
    "pt": (
        *(
            " de ",
            " do ",
            " da ",
            " dos ",
            " contrato",
            " para ",
            "ção ",
            " à ",
            " pelo ",
            " e ",
            " em ",
            " com ",
            " uma ",
        ),
        *(" no ", " na ", " ao ", " que ", " um ", " por "),
    ),
    "de": (" der ", " die ", " das ", " und ", " des ", " für ", " auftrag", " ohne "),
    "it": (" di ", " del ", " della ", " il ", " per ", " e ", " dell'", "zione ", " oltre "),
    "ar": (),
    "fa": (),
    "pl": (" w ", " na ", " z ", " i ", " oraz ", " umowy", " do ", "ości ", "ego "),
}
_OWN_LETTERS = {"pt": "ãõ", "de": "ßäöü", "pl": "łąęśżźćń", "es": "ñ¿¡", "fr": "èêœù"}
_PERSIAN = re.compile("[پچژگ]|\\bقرارداد\\b|\\bمناقصه\\b|\\bشماره\\b")
_UKRAINIAN = re.compile(r"[іїєґ]")
_RUSSIAN = re.compile(r"[ыэъё]")
_LETTER = 3
"""A letter that only one of the languages has counts as so many small words, up to as many letters."""


_A_SIGN = 3
"""Letters that say as much as one Chinese sign: forms in two languages say everything twice."""
_HAN = re.compile(f"[{HAN_CLASS}]")
_LATIN = re.compile(r"[^\W\d_]")


def _is_told_in_chinese(sample: str) -> bool:
    """Say whether the Chinese of a text in Latin letters says as much as the rest: a form of Hong Kong or Macao."""
    signs = len(_HAN.findall(sample)) if not sample.isascii() else 0
    return signs > 0 and _A_SIGN * signs >= len(_LATIN.findall(sample)) - signs


def language_of_notice(pages: Sequence[Page], entries: Sequence[Entry]) -> str:
    """Return the language of the text by its script, its letters, its labels and its small words."""
    sample = "".join(page.text[:_SAMPLE] for page in pages[:5])[:_SAMPLE]
    script = main_script(sample)
    if script is Script.HAN or (script is Script.LATIN and _is_told_in_chinese(sample)):
        return "zh"
    flat = flatten(sample)
    if script is Script.CYRILLIC:
        return "uk" if len(_UKRAINIAN.findall(flat)) > 2 * len(_RUSSIAN.findall(flat)) else "ru"
    if script is Script.ARABIC:
        return "fa" if _PERSIAN.search(sample) else "ar"
    spaced = f" {' '.join(flat.split())} "
    labels = Counter(language for entry in entries for language in languages_of(entry.label))

    def weight(language: str) -> tuple[int, int]:
        letters = sum(min(spaced.count(letter), _LETTER) for letter in _OWN_LETTERS.get(language, ""))
        words = sum(spaced.count(word) for word in _WORDS[language])
        return _LETTER * labels[language] + _LETTER * letters + words, labels[language]

    return max(_WORDS, key=weight)
