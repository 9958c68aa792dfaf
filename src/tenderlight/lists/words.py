"""Dates, countries, identifiers and names as list files write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tenderlight.languages.dates import read_date
from tenderlight.model.listing import ListedName, NameKind
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.sources.countries import country_code

_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:[T Z+-].*)?")
_AMERICAN = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")
_WORDED = re.compile(r"\(?([A-Z][a-z]+ \d{1,2}, \d{4})\)?")
_OTHER_COUNTRIES = {
    "burma": "MM",
    "myanmar/burma": "MM",
    "crimea region of ukraine": "UA",
    "dprk": "KP",
    "democratic people's republic of korea": "KP",
    "people's republic of china": "CN",
    "prc": "CN",
    "russian federation": "RU",
    "region: gaza": "PS",
    "palestinian": "PS",
    "democratic republic of congo": "CD",
    "democratic republic of the congo": "CD",
    "republic of korea": "KR",
    "korea, south": "KR",
    "korea, north": "KP",
    "turkey": "TR",
    "türkiye": "TR",
    "syrian arab republic": "SY",
    "iran (islamic republic of)": "IR",
    "virgin islands, british": "VG",
    "united kingdom of great britain and northern ireland": "GB",
    "congo, democratic republic of the": "CD",
    "congo, republic of the": "CG",
}
_SCHEMES = {
    ("unified social credit code", "CN"): "CN-USCC",
    ("uscc", "CN"): "CN-USCC",
    ("tax id no", "RU"): "RU-INN",
    ("registration number", "RU"): "RU-OGRN",
    ("registration id", "RU"): "RU-OGRN",
    ("legal entity number", ""): "XI-LEI",
    ("swift/bic", ""): "SWIFT",
    ("vessel registration identification", ""): "IMO",
}
_LENGTHS = {"CN-USCC": (18,), "RU-INN": (10, 12), "RU-OGRN": (13, 15), "XI-LEI": (20,)}
_PERSONAL = (
    "passport",
    "cedula",
    "national id",
    "identification number",
    "ssn",
    "c.u.r.p",
    "birth",
    "gender",
    "driver",
)
_NUMBERED = re.compile(
    r"(?P<label>(?:[A-Z][A-Za-z/. -]*?)?(?:\(USCC\)|No\.|Number|ID|BIC|\bUSCC))[: ]+(?P<number>[0-9A-Za-z/-]{4,40})"
    r"(?: \((?P<country>[A-Z][A-Za-z ,]+)\))?"
)
_LEGAL_FORM = re.compile(
    r"(?i)\s*(?:co|company|ltd|limited|llc|l\.l\.c|inc|corp|corporation|gmbh|s\.?a|plc|jsc|ooo|pty|lp|llp|pvt)\b"
)
_QUOTES = "\"'“”‘’"


@lru_cache(maxsize=50_000)
def date_of(written: str | None, *, day_first: bool = False) -> PartialDate | None:
    """Return a date as lists write them, or None: 2019-10-09, 10/9/19, June 21, 2022, 03 Jun 2021, 30.7.2020, 2022.

    Args:
        written: The words of one date.
        day_first: Whether 10/9/2019 is 10 September; the American order is taken otherwise.
    """
    text = (written or "").strip()
    if iso := _ISO.fullmatch(text):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None)
    if not day_first and (american := _AMERICAN.fullmatch(text)):
        return _american(american)
    return read_date(text, day_first=day_first) if text else None


def day_of(date: PartialDate | None) -> datetime.date | None:
    """Return the day of a date, or None if it lacks its day."""
    return None if date is None or not date.month or not date.day else datetime.date(date.year, date.month, date.day)


def dates_in(citations: str) -> list[PartialDate]:
    """Return the dates of citations of the Federal Register, the earliest first."""
    found = [_american(match) for match in _AMERICAN.finditer(citations)]
    found += [date_of(match[1]) for match in _WORDED.finditer(citations)]
    return sorted((date for date in found if date is not None), key=PartialDate.iso)


def _american(match: re.Match[str]) -> PartialDate | None:
    year = int(match[3])
    if year < 100:
        year += 1900 if year >= 50 else 2000
    return _date(year, int(match[1]), int(match[2]))


def _date(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year=year, month=month, day=day)
    except ValueError:
        return None


def citations_of(written: str | None) -> tuple[str, ...]:
    """Return citations of an official journal, one each, blanks made even."""
    parts = re.split(r"\.?\s*\n(?=\d+ F)|;|(?<=\d)\.?\s*,?\s+(?=\d+ F\.?R)|, (?=\d+ F\.?R)", written or "")
    return tuple(found for part in parts if (found := " ".join(part.split()).strip(" .,")))


@lru_cache(maxsize=5_000)
def country_of(written: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country as lists name it, or None."""
    text = " ".join(written.replace("’", "'").split()).strip(" .").casefold()
    return _OTHER_COUNTRIES.get(text) or country_code(text)


def countries_of(names: Iterable[str | None]) -> tuple[str, ...]:
    """Return the codes of countries, each once, in their order; what is no country is left out."""
    found = (country_of(name) for name in names if name)
    return tuple(dict.fromkeys(code for code in found if code))


def last_word_country(address: str) -> str | None:
    """Return the country an address ends with, or None."""
    return country_of(address.strip(" .").rpartition(",")[2])


def identifier_of(label: str, number: str, country: str | None = None) -> Identifier | None:
    """Return an identifier of a firm under the scheme its label means, or None if it is one of a person, or nothing.

    Args:
        label: As the list writes it: "Tax ID No.", "Unified Social Credit Code (USCC)".
        number: As the list writes it.
        country: ISO 3166-1 alpha-2 of the register, if said.
    """
    words = re.sub(r"\(.*?\)", "", label).strip(" .:").casefold() or label.casefold()
    compact = re.sub(r"[\s-]", "", number) if not words.startswith("swift") else number.strip()
    if not compact or not any(mark.isdigit() for mark in compact) or any(word in words for word in _PERSONAL):
        return None
    scheme = _SCHEMES.get((words, country or "")) or _SCHEMES.get((words, ""))
    if scheme is None and words in {"unified social credit code", "uscc"}:
        scheme = "CN-USCC"
    if scheme in _LENGTHS and len(compact) not in _LENGTHS[scheme]:
        scheme = None
    if scheme == "IMO":
        compact = compact.upper().removeprefix("IMO")
    if scheme is not None:
        return Identifier(scheme=scheme, number=compact.upper())
    return Identifier(scheme=f"{country}: {words}" if country else words, number=number.strip())


def identifiers_in(remarks: str) -> Iterator[Identifier]:
    """Yield the identifiers of firms in remarks ("Tax ID No. 7744001497 (Russia); Registration Number …")."""
    for part in remarks.split(";"):
        match = _NUMBERED.fullmatch(part.strip(" ."))
        if match is None:
            continue
        country = country_of(match["country"]) if match["country"] else None
        found = identifier_of(match["label"].removeprefix("alt. "), match["number"], country)
        if found is not None:
            yield found


def split_names(written: str, *, kind: NameKind, commas: bool = False) -> Iterator[ListedName]:
    """Yield the names of one cell, as written, without an "and" before the last one.

    Args:
        written: Names between semicolons.
        kind: What they are.
        commas: Commas part names, too, unless one of the parts is no name but a legal form.
    """
    for piece in written.split(";"):
        names = [piece]
        parts = piece.split(",")
        if commas and not any(_LEGAL_FORM.match(part) for part in parts):
            names = parts
        for name in names:
            text = re.sub(r"^\s*and\s+", "", name).strip()
            is_quoted = len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES
            if text:
                weak = NameKind.WEAK_ALIAS if is_quoted and kind is NameKind.ALIAS else kind
                yield ListedName(text=text.strip(_QUOTES).strip() if is_quoted else text, kind=weak)
