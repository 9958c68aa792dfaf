"""Dates whose day or year is written in words, as deeds and resolutions do.

"The twenty-second day of August two thousand and nineteen", "a los veintiún (21) días del mes de junio de dos mil
veintidós (2022)", "aos cinco dias do mês de maio de dois mil e vinte". Where digits stand in brackets they are read,
and the words beside them are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tenderlight.languages.number_words import read_number_words
from tenderlight.model.values import PartialDate

_HINT = re.compile(r"\b(?:thousand|mil|mille|duemila|d[ií]as? d)|\((?:19|20)\d\d\)")
"""Without one of these no date is written so."""
_SIGNS = ("mil", "thousand", "a d", "s d", "(19", "(20")
"""Without one of these there is no such hint: to look for letters is quicker."""
_BACK = 60
_AHEAD = 70
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_LAST_DAY = 31
_TENS = {"twenty": 20, "thirty": 30}
_FRENCH_ORDINAL = re.compile(r"(?P<stem>[a-zà-ÿ-]{2,20}?)(?:e|u)?i[èe]me$")
_FRENCH_STEMS = {"cinq": "cinq", "neuv": "neuf"}
_ITALIAN = (
    *("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici"),
    *("quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti", "ventuno", "ventidue"),
    *("ventitré", "ventiquattro", "venticinque", "ventisei", "ventisette", "ventotto", "ventinove", "trenta"),
    "trentuno",
)
_ITALIAN_NUMBERS = {word: value for value, word in enumerate(_ITALIAN, start=1)} | {"ventitre": 23, "primo": 1}
_YEAR_BEFORE = re.compile(
    r"\bl['’]an(?:no|née)?\s(?P<words>[^\W\d_][^.;:()]{3,40}?)[\s,]+(?:e\s|et\s)?(?:le\s|addì\s|(?:il\s)?giorno\s)"
)
"""The year that a minute begins with: "L'an deux mille vingt-deux, le vingt-septième jour du mois de septembre"."""
_SPELLED = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)
_ORDINALS = {word: value for value, word in enumerate(_SPELLED, start=1)} | {
    "thirtieth": 30,
    **dict.fromkeys(("primero", "primer", "primeiro", "premier"), 1),
}
_DAY_DIGITS = re.compile(r"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|[eè]r|[èe]me|e|[ºª°])?\)?\s*(?P<between>[^\d\n]{0,24})$")
_BETWEEN = re.compile(
    r"(?:\)?\s*|days?|d[ií]as?|d[ií]a|jours?|the|of|d(?:el?|o|u)|d['’]|de|di|mes|mese|m[eê]s|month|mois|,|\s)*"
)
_DAY_WORDS = re.compile(
    r"(?P<words>[^\W\d_]+(?:[\s-]+[^\W\d_]+){0,3}?)\s+"
    r"(?:days?\s+of\s+|of\s+|d[ií]as?\s+(?:d(?:el?|o)\s+m[eê]s\s+)?(?:de\s+)?|de\s+|"
    r"jours?\s+(?:du mois\s+)?d(?:e\s+|['’])|du mois d(?:e\s+|['’])|"
    r"del mese di\s+)?"
    r"(?:the month of\s+)?$"
)
_TO_YEAR = re.compile(r"[\s,]*(?:of\s+|del?\s+(?:año\s+)?|do ano de\s+|in the year\s+|l'an\s+)*")
_YEAR_DIGITS = re.compile(r"[^\d().;\n]{0,50}\((?P<year>(?:19|20)\d\d)\)")
_PLAIN_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?!\d)")


def find_worded_dates(
    flat: str, months: Mapping[str, int], month: re.Pattern[str]
) -> Iterator[tuple[int, int, PartialDate]]:
    """Yield start, end and day of each date in words; those that cannot be are left out.

    Args:
        flat: Flat text.
        months: Names of months and their numbers.
        month: Finds such a name (group `name`).
    """
    if not any(sign in flat for sign in _SIGNS) or not _HINT.search(flat):
        return
    for match in month.finditer(flat):
        year = _year(flat, match.end()) or _year_before(flat, match.start(), match.end())
        day = _day(flat, match.start()) if year else None
        if year is None or day is None:
            continue
        try:
            date = PartialDate(year=year[0], month=months[match["name"]], day=day[0])
        except ValueError:
            continue
        yield day[1], year[1], date


def _year(flat: str, at: int) -> tuple[int, int] | None:
    """Return the year that follows the name of a month, and where it ends."""
    lead = _TO_YEAR.match(flat, at)
    at = lead.end() if lead else at
    for pattern in (_PLAIN_YEAR, _YEAR_DIGITS):
        digits = pattern.match(flat, at, at + _AHEAD)
        if digits is not None:
            return int(digits["year"]), digits.end()
    read = read_number_words(flat[at : at + _AHEAD])
    if read is None or not _FIRST_YEAR <= read[0] <= _LAST_YEAR:
        return None
    return read[0], at + read[1]


def _year_before(flat: str, at: int, end: int) -> tuple[int, int] | None:
    """Return the year that stands before the day in words, and where the date ends."""
    found = _YEAR_BEFORE.search(flat, max(0, at - 2 * _BACK), at)
    if found is None:
        return None
    words = found["words"].strip(" ,")
    italian = _ITALIAN_NUMBERS.get(words.removeprefix("duemila")) if words.startswith("duemila") else None
    read = read_number_words(words)
    year = 2000 + italian if italian is not None else read[0] if read is not None else 0
    return (year, end) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _day(flat: str, at: int) -> tuple[int, int] | None:
    """Return the day before the name of a month, and where it begins."""
    start = max(0, at - _BACK)
    before = flat[start:at]
    digits = _DAY_DIGITS.search(before)
    if digits is not None and _BETWEEN.fullmatch(digits["between"]):
        day = int(digits["day"])
        return (day, start + digits.start()) if 1 <= day <= _LAST_DAY else None
    words = _DAY_WORDS.search(before)
    if words is None:
        return None
    parts = re.split(r"[\s-]+", words["words"])
    named = next((value for first in range(len(parts)) if (value := _value(parts[first:])) is not None), None)
    return (named, start + words.start("words")) if named is not None and 1 <= named <= _LAST_DAY else None


def _value(parts: list[str]) -> int | None:
    """Return the number that words are, cardinal or ordinal, if they are nothing else."""
    last = _ORDINALS.get(parts[-1])
    if last is not None and len(parts) == 1:
        return last
    if last is not None and len(parts) == 2 and parts[0] in _TENS:
        return _TENS[parts[0]] + last
    if len(parts) == 1 and parts[0] in _ITALIAN_NUMBERS:
        return _ITALIAN_NUMBERS[parts[0]]
    ordinal = _FRENCH_ORDINAL.fullmatch(parts[-1])
    if ordinal is not None:
        stem = ordinal["stem"]
        full = next((one for one in (_FRENCH_STEMS.get(stem, stem), f"{stem}e") if read_number_words(one)), stem)
        parts = [*parts[:-1], full]
    text = " ".join(parts)
    read = read_number_words(text)
    return read[0] if read is not None and read[1] == len(text) else None
