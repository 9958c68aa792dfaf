"""Numbers of registers: brought to one writing, checked by their check digit, compared only within one scheme."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenderlight.matching.check_digits import CHECKS, is_credit_code
from tenderlight.model.values import Identifier

_SCHEMES = {
    "CN-USCC": "uscc",
    "CN-SAIC": "uscc",
    "USCC": "uscc",
    "USCCCODE": "uscc",
    "UNIFIED SOCIAL CREDIT CODE": "uscc",
    "LEI": "lei",
    "XI-LEI": "lei",
    "LEICODE": "lei",
    "RU-INN": "inn",
    "INN": "inn",
    "INNCODE": "inn",
    "RU-OGRN": "ogrn",
    "OGRN": "ogrn",
    "OGRNCODE": "ogrn",
    "BR-CNPJ": "cnpj",
    "CNPJ": "cnpj",
    "FR-RCS": "siren",
    "FR-SIREN": "siren",
    "SIREN": "siren",
    "FR-SIRET": "siret",
    "IMO": "imo",
    "IMONUMBER": "imo",
    "GB-COH": "gb-coh",
    "TW-UBN": "tw-ubn",
    "UBN": "tw-ubn",
    "UA-EDR": "edrpou",
    "EDRPOU": "edrpou",
    "PL-NIP": "nip",
    "PL-KRS": "krs",
    "ES-DIR3": "dir3",
    "DUNS": "duns",
    "US-DUNS": "duns",
}
_SIGNS = re.compile(r"[\s.\-/–—_]+")
_SHORTEST = 5
LABELS = {"uscc": "unified social credit code (GB 32100-2015)", "lei": "legal entity identifier (ISO 17442)"}


def credit_code(text: str) -> str | None:
    """Return the unified social credit code in `text`, upper case, or None if its check character fails."""
    code = _SIGNS.sub("", text).upper()
    return code if is_credit_code(code) else None


def scheme_of(scheme: str) -> str:
    """Return our name of a scheme; schemes without one keep theirs, in small letters."""
    return _SCHEMES.get(scheme.strip().upper(), scheme.strip().lower())


def comparable(identifier: Identifier) -> tuple[str, str] | None:
    """Return scheme and number in one writing, or None if the number cannot be one of its scheme.

    Numbers of schemes that have a check digit must have the right one; others need five signs and a figure.
    """
    scheme = scheme_of(identifier.scheme)
    number = _SIGNS.sub("", identifier.number).upper().removeprefix("IMO" if scheme == "imo" else "")
    check = CHECKS.get(scheme)
    if check:
        return (scheme, number) if check(number) else None
    tells = len(number) >= _SHORTEST and any(sign.isdecimal() for sign in number) and len(set(number)) > 1
    return (scheme, number) if tells and scheme else None


def credit_codes_in(identifiers: Iterable[Identifier]) -> frozenset[tuple[str, str]]:
    """Return the comparable forms of identifiers; a registration number that is a credit code counts as one too."""
    found = set()
    for identifier in identifiers:
        number = comparable(identifier)
        if number:
            found.add(number)
        code = credit_code(identifier.number)
        if code:
            found.add(("uscc", code))
    return frozenset(found)
