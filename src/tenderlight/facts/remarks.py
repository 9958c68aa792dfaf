"""What speaks against a fact, in fixed sentences that can be read back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

NO_UNIT = "no unit is printed beside the number; it is read as yuan"
NO_CURRENCY = "no currency is printed beside the number; it is read as that of the country"
NO_DATE_LABEL = "no word beside the date says what happened on it"
NOT_BOUGHT = "the row says that it is an option or not bought"
NO_LOTS = "the document names several suppliers and no lots"
ONLY_FIRM = "no word says so; it is the only company that the document can mean"
LOOSELY_TOLD = "no usual words say so; it is the only company of which sentences speak as of the winner"
LEARNED = "no rule for such a list reads it; a model trained on labelled texts took these words for goods"
TOLD_MAKE = "no sign sets the make apart from the name; a model trained on labelled names did"
READ_PARTY = "no rule for such words reads it; a model trained on labelled texts told the part of this party"
READ_LOT = "no rule ties this supplier to a lot; a model trained on labelled texts did"
READ_ENDS = "rules cut this name at another place; a model trained on labelled texts told where it begins and ends"
READ_PRICE = "no rule reads a price here; a model trained on labelled texts took this sum for it"
READ_STAGE = (
    "no rule tells the stage by these words; a model trained on labelled texts told it by all words of the document"
)
NO_STAGE = "no words say what stage the document is of; it names them as an award would"
ONLY_OFFICE = "no word says so; it is the only office that the document names"
ONLY_SUM = "no word says so; it is the only sum that can be the price"
ADDED_UP = "no word says so; it is what the sums on the lines of those who won add up to"
SAID_TOTAL = "no word says that it is the price; a word for a total stands before it"
BESIDE_WINNER = "no word says so; it stands beside who won"
JOINED = "several names stand in one field; the document does not say how they work together"
BESIDE_LEAD = "no word says so; another of those who won leads a joint bid"
_REPLACES = "replaces {old}, which the document takes back"
_REPLACED_BY = "the document takes it back; what holds is {new}"
_CONFLICT = "in digits the document prints {other}"
_LOTS_SUM = "the lots add up to {total}"
_ITEM_SUM = "unit price times quantity is {product}"
_LINES_SUM = "the lines add up to {total}"
_OVER = "it is more than the {limit} of {amount}"
_PLACES = "several places have this name, and the document does not say which it is: {names}"
_ALSO = "the document also prints {other}"
_ALSO_NAMES = "the document also gives {other} this part"
_NUMBER_IN = re.compile(r"\d+(?:\.\d+)?")


def replaces(old: str) -> str:
    """Say that a correction put the value in the place of another."""
    return _REPLACES.format(old=old)


def replaced_by(new: str) -> str:
    """Say of a value that was taken back what takes its place."""
    return _REPLACED_BY.format(new=new)


def conflict(other: Decimal) -> str:
    """Say that the digits differ from the amount in capital numerals."""
    return _CONFLICT.format(other=f"{other:f}")


def lots_sum(total: Decimal) -> str:
    """Say that the printed total is not the sum of the lots."""
    return _LOTS_SUM.format(total=f"{total:f}")


def lines_sum(total: Decimal) -> str:
    """Say that the printed total is not the sum of the lines of goods."""
    return _LINES_SUM.format(total=f"{total:f}")


def several_places(names: Sequence[str]) -> str:
    """Say that the place may be any of several of that name."""
    return _PLACES.format(names="、".join(names))


def over_limit(limit: str, amount: Decimal) -> str:
    """Say that a price is more than the budget or ceiling that the same document prints."""
    return _OVER.format(limit=limit, amount=f"{amount:f}")


def item_sum(product: Decimal) -> str:
    """Say that the printed line total is not unit price times quantity."""
    return _ITEM_SUM.format(product=f"{product:f}")


def also_prints(other: str) -> str:
    """Say that the document prints another value in the same place."""
    return _ALSO.format(other=other)


def also_names(other: str) -> str:
    """Say that the document gives another party the same part."""
    return _ALSO_NAMES.format(other=other)


def flag_of(remark: str) -> str | None:
    """Return the flag of the labelled sets that a remark stands for ("superseded_amount:755000"), or None."""
    for flag, sentence in (
        ("superseded_amount", _REPLACES),
        ("amount_conflict", _CONFLICT),
        ("sum_mismatch", _LOTS_SUM),
        ("sum_mismatch", _LINES_SUM),
    ):
        head, _, tail = sentence.partition("{")
        number = _NUMBER_IN.search(remark)
        if remark.startswith(head) and remark.endswith(tail.partition("}")[2]) and number:
            return f"{flag}:{Decimal(number[0]).normalize():f}"
    return None
