"""The words of notices, ready to look up: labels, headings, titles and the small words that decide.

They are edited in `vocabulary/procurement/*.toml`; this module only knows what kinds of meaning there are.
"""

from __future__ import annotations

import re
from enum import StrEnum

from tenderlight._generated.procurement import LABELS, MARKS, SECTIONS, TELLING, TITLES
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage


class Meaning(StrEnum):
    """What a label says its value is."""

    BUYER = "buyer"
    CONTRACT_BUYER = "contract_buyer"
    END_USER = "end_user"
    OTHER_PARTY = "other_party"
    AGENCY = "agency"
    SUPPLIER = "supplier"
    PARTY = "party"
    CONTRACT_SUPPLIER = "contract_supplier"
    ADDRESSEE = "addressee"
    LEAD = "lead"
    MEMBER = "member"
    SUBCONTRACTOR = "subcontractor"
    INTENDED = "intended"
    CANDIDATE = "candidate"
    LOSER = "loser"
    AWARD_AMOUNT = "award_amount"
    CONTRACT_AMOUNT = "contract_amount"
    CALL_OFF_AMOUNT = "call_off_amount"
    TOTAL = "total"
    AMOUNT = "amount"
    AMOUNT_WORDS = "amount_words"
    AMOUNT_DIGITS = "amount_digits"
    BID_AMOUNT = "bid_amount"
    BUDGET = "budget"
    CEILING = "ceiling"
    ESTIMATE = "estimate"
    OTHER_AMOUNT = "other_amount"
    PERCENT = "percent"
    PUBLICATION_DATE = "publication_date"
    AWARD_DATE = "award_date"
    CONTRACT_DATE = "contract_date"
    CORRECTION_DATE = "correction_date"
    ACCEPTANCE_DATE = "acceptance_date"
    OPENING_DATE = "opening_date"
    DEADLINE = "deadline"
    START_DATE = "start_date"
    END_DATE = "end_date"
    DATE = "date"
    OTHER_DATE = "other_date"
    PROJECT_NUMBER = "project_number"
    LOT_NUMBER = "lot_number"
    CONTRACT_NUMBER = "contract_number"
    OTHER_NUMBER = "other_number"
    NO_NUMBER = "no_number"
    TITLE = "title"
    CONTRACT_TITLE = "contract_title"
    LOT = "lot"
    LOT_NAME = "lot_name"
    NAME = "name"
    ITEM_NAME = "item_name"
    ITEM_BRAND = "item_brand"
    ITEM_MODEL = "item_model"
    ITEM_QUANTITY = "item_quantity"
    ITEM_UNIT = "item_unit"
    UNIT_PRICE = "unit_price"
    ITEM_TOTAL = "item_total"
    ADDRESS = "address"
    PLACE = "place"
    PERSON = "person"
    CONTACT = "contact"
    STATUS = "status"
    CANCEL_REASON = "cancel_reason"
    CURRENCY = "currency"
    CHANGE = "change"
    OLD = "old"
    NEW = "new"
    OTHER = "other"


class Section(StrEnum):
    """What the lines under a heading are about."""

    BUYER = "buyer"
    AGENCY = "agency"
    CONTACT = "contact"
    AWARD = "award"
    BASICS = "basics"
    ITEMS = "items"
    INTENDED = "intended"
    CHANGE = "change"
    CANCELLED = "cancelled"
    INVITATION = "invitation"
    CANDIDATES = "candidates"
    LOSERS = "losers"
    BIDDERS = "bidders"
    IGNORED = "ignored"


BIDS = frozenset({Section.CANDIDATES, Section.LOSERS, Section.BIDDERS})
"""Headings over those who bid: nobody under them is a supplier, no price under them is the price."""
PASSED_OVER = BIDS | {Section.IGNORED}
"""Headings under which nothing is stated of what was bought."""


AMOUNTS = frozenset(
    {
        Meaning.AWARD_AMOUNT,
        Meaning.CONTRACT_AMOUNT,
        Meaning.CALL_OFF_AMOUNT,
        Meaning.TOTAL,
        Meaning.AMOUNT,
        Meaning.AMOUNT_WORDS,
        Meaning.AMOUNT_DIGITS,
        Meaning.BID_AMOUNT,
        Meaning.BUDGET,
        Meaning.CEILING,
        Meaning.ESTIMATE,
        Meaning.UNIT_PRICE,
        Meaning.ITEM_TOTAL,
    }
)
DATES = frozenset(
    {
        Meaning.PUBLICATION_DATE,
        Meaning.AWARD_DATE,
        Meaning.CONTRACT_DATE,
        Meaning.CORRECTION_DATE,
        Meaning.ACCEPTANCE_DATE,
        Meaning.OPENING_DATE,
        Meaning.DEADLINE,
        Meaning.START_DATE,
        Meaning.END_DATE,
        Meaning.DATE,
    }
)
NUMBERS = frozenset(
    {Meaning.PROJECT_NUMBER, Meaning.LOT_NUMBER, Meaning.CONTRACT_NUMBER, Meaning.OTHER_NUMBER, Meaning.NO_NUMBER}
)
PARTIES = frozenset(
    {
        Meaning.BUYER,
        Meaning.CONTRACT_BUYER,
        Meaning.AGENCY,
        Meaning.SUPPLIER,
        Meaning.PARTY,
        Meaning.CONTRACT_SUPPLIER,
        Meaning.ADDRESSEE,
        Meaning.LEAD,
        Meaning.MEMBER,
        Meaning.SUBCONTRACTOR,
        Meaning.INTENDED,
        Meaning.CANDIDATE,
        Meaning.LOSER,
        Meaning.NAME,
        Meaning.OTHER_PARTY,
        Meaning.END_USER,
    }
)
ITEMS = frozenset(
    {
        Meaning.ITEM_NAME,
        Meaning.ITEM_BRAND,
        Meaning.ITEM_MODEL,
        Meaning.ITEM_QUANTITY,
        Meaning.ITEM_UNIT,
        Meaning.UNIT_PRICE,
        Meaning.ITEM_TOTAL,
    }
)

_BY_LABEL: dict[str, Meaning] = {}
for _language, _word, _meaning in sorted(LABELS, key=lambda row: row[0] != "zh"):
    _BY_LABEL.setdefault(_word, Meaning(_meaning))
_LANGUAGES: dict[str, frozenset[str]] = {}
for _language, _word, _meaning in LABELS:
    _LANGUAGES[_word] = _LANGUAGES.get(_word, frozenset()) | {_language}
WESTERN_LABELS = tuple(sorted((word for word in _BY_LABEL if not has_han(word)), key=len, reverse=True))
HAN_LABELS = tuple(sorted((word for word in _BY_LABEL if has_han(word)), key=len, reverse=True))
_BY_HEADING: dict[str, Section] = {word: Section(section) for _language, word, section in SECTIONS}
HEADINGS = tuple(sorted(_BY_HEADING, key=len, reverse=True))
TITLE_WORDS = tuple((word, Stage(stage)) for _language, word, stage in TITLES)
TELLING_LABELS = tuple((word, Stage(stage)) for _language, word, stage in TELLING)


def meaning_of(label: str) -> Meaning | None:
    """Return what a label means, or None if it is not in the vocabulary.

    Args:
        label: Folded, without blanks if Chinese, without numbering, brackets and colon.
    """
    return _BY_LABEL.get(label)


def languages_of(label: str) -> frozenset[str]:
    """Return the languages (ISO 639-1) that have a label; none if it is not in the vocabulary."""
    return _LANGUAGES.get(label, frozenset())


def section_of(heading: str) -> Section | None:
    """Return what stands under a heading (folded, without numbering), or None if it is not in the vocabulary."""
    return _BY_HEADING.get(heading)


def marks(mark: str) -> tuple[str, ...]:
    """Return the words of one mark ("void", "lead", "blank" …), longest first."""
    return tuple(sorted((word for _language, word, kind in MARKS if kind == mark), key=len, reverse=True))


def mark_pattern(mark: str) -> re.Pattern[str]:
    """Return a pattern that finds the words of one mark in folded or flat text; `*` in a word stands for letters.

    Words are parted by their first sign, so that they are tried only where it stands.
    """
    by_first: dict[str, list[str]] = {}
    for word in marks(mark):
        first, rest = re.escape(word[0]), re.escape(word[1:]).replace(r"\*", r"\w{0,24}")
        by_first.setdefault(first, []).append(rest if has_han(word) else rf"(?<!\w{first}){rest}(?!\w)")
    return re.compile("|".join(rf"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()))
