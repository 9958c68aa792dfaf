"""Which contract a document is about.

A procedure is known by its number: the OCID of a structured source, or the project number that a Chinese, Russian or
English document prints. Printed numbers are counted by each buyer and each agency for itself, so that "2023-001" stands
on thousands of notices: documents are about the same contract only if they print the same number and name the same
buyer. Where a document names no buyer, its number must be one that nobody else is likely to give out: a register's, or
one with the letters of an agency. Such documents are one contract, and in a case (`cases.joining`) that of the one
buyer who has the number there; if there are two such buyers, of neither. All others stand alone, until the case joins
them (`linking.joins`). Nothing is joined by likeness: two contracts that are one are a nuisance, one contract that is
two names a wrong supplier.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from tenderlight.linking.buyers import comparable_buyer

ID_LENGTH = 32
FEWEST_DIGITS = 5
"""Digits that a number without a year needs to be told from the buyer's other numbers."""
LONG_NUMBER = 9
"""Digits and Latin letters, besides dates and filling zeros, that a number of digits needs to be nobody else's."""
LETTERED_NUMBER, FEWEST_LETTERS, FEWEST_LETTERED_DIGITS = 8, 3, 4
"""The same for a number with the letters of an agency: signs in all, letters and digits among them."""

_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(rf"(?<!\d){_YEAR}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?|20[0-3]\d")
_ONLY_A_DATE = re.compile(
    rf"\D*{_YEAR}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?\D*|"
    rf"\D*{_YEAR}[-/.年]{_MONTH}[-/.月]{_DAY}日?|{_YEAR}[-/.年]{_MONTH}月?"
)
_SHORT_YEAR = re.compile(r"[-/.][12]\d[-/.]\d+|\d[-/.][12]\d$")
_DIGITS = re.compile(r"\d+")
_LATIN = re.compile(r"[A-Z]")
_EVERYWHERE = re.compile(
    r"ocid:ocds-[a-z0-9]{6}-.+|ted:(?:(?:19|20)\d\d/S ?[\d-]+|\d+-(?:19|20)\d\d)|"
    r"eforms:(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d+)?|\d+-(?:19|20)\d\d)",
    re.DOTALL | re.IGNORECASE,
)
"""Identifiers that hold beyond their file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractKey:
    """What a contract is known by, and how that was found."""

    key: str
    """With scheme: "ocid:…", "project:…", "document:…"."""
    because: str
    """A sentence for readers: why documents with this key are one contract."""

    @property
    def contract(self) -> str:
        """Id of the contract: 128 bits of the key's SHA-256, in hexadecimal."""
        return hashlib.sha256(self.key.encode("utf-8", errors="surrogatepass")).hexdigest()[:ID_LENGTH]


def of_document(document: str, *, number: str | None, buyer: str | None) -> ContractKey:
    """Return the key of a document with pages.

    Args:
        document: Its SHA-256.
        number: The number of its procedure in comparable form (`facts.contract_key`); None = it prints none.
        buyer: The first buyer it names, as printed; None = it names none.
    """
    if number is None:
        return alone(document)
    name = None if buyer is None else comparable_buyer(buyer)
    if name is not None and tells_among_one_buyers(number):
        return ContractKey(
            key=f"project:{number} buyer:{name}",
            because="The documents print the same project number and name the same buyer.",
        )
    if name is None and tells_among_all(number):
        return ContractKey(
            key=f"project:{number}",
            because="The documents print the same project number, a number nobody else is likely to use.",
        )
    return ContractKey(
        key=f"document:{document}", because="The project number it prints may be others' as well; it stands alone."
    )


def of_record(record: str, *, document: str) -> ContractKey:
    """Return the key of a structured notice.

    An OCID begins with the prefix of its publisher, and TED counts for all of Europe; any other identifier holds in its
    own file only.

    Args:
        record: The record's key, with scheme.
        document: SHA-256 of the file it stands in.
    """
    if is_everywhere(record):
        return ContractKey(key=record, because="The notices carry the same identifier.")
    return ContractKey(
        key=f"{record} document:{document}", because="The notices carry the same identifier in the same file."
    )


def is_everywhere(record: str) -> bool:
    """Say whether the key of a structured notice holds beyond its file."""
    return _EVERYWHERE.fullmatch(record) is not None


def alone(document: str) -> ContractKey:
    """Return the key of a document that prints no number: it is joined with nothing."""
    return ContractKey(key=f"document:{document}", because="The document prints no project number; it stands alone.")


def tells_among_one_buyers(number: str) -> bool:
    """Say whether a buyer is likely to give out a number only once: a serial number with its year, or a long one.

    "HT-001" begins anew each year; "20230315" and "2023" are dates.
    """
    if _ONLY_A_DATE.fullmatch(number):
        return False
    if _DATE.search(number) or _SHORT_YEAR.search(number):
        return True
    return _significant_digits(number) >= FEWEST_DIGITS


def tells_among_all(number: str) -> bool:
    """Say whether a number is a register's or has an agency's letters: nobody else is likely to give it out.

    Dates and filling zeros do not count: "ZB-20230315-0001" says no more than "ZB-1".
    """
    rest = _DATE.sub(" ", number)
    digits, letters = _significant_digits(rest), len(_LATIN.findall(rest))
    if digits >= LONG_NUMBER - 1 and digits + letters >= LONG_NUMBER:
        return True
    is_lettered = letters >= FEWEST_LETTERS and digits >= FEWEST_LETTERED_DIGITS
    return is_lettered and digits + letters >= LETTERED_NUMBER


def _significant_digits(number: str) -> int:
    return sum(len(run.lstrip("0")) for run in _DIGITS.findall(number))
