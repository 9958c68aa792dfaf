"""Claims as rows of a table, safe to open in a spreadsheet program."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from tenderlight.model.claim import Claim
from tenderlight.model.link_value import LinkKind, LinkValue
from tenderlight.model.quote import Quote
from tenderlight.model.values import (
    AmountValue,
    BidderValue,
    CapabilityValue,
    ComponentValue,
    DateValue,
    LineItemValue,
    MarkValue,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    ScoreValue,
    StageValue,
    SupplierValue,
    TextValue,
    Value,
)

Cell = str | Decimal | int | None

COLUMNS = {
    "claim": "Stable id of the claim.",
    "contract": "Id of the contract it is about.",
    "kind": "What the claim is about: capability, buyer, supplier, amount …",
    "value": "The value in words: the capability's code, the name, the date, the number, the item.",
    "value_kind": "What sort of value: role of a supplier, kind of an amount or a date, label of a number.",
    "amount": "Money in the base unit of the currency, or a unit price; empty for other kinds.",
    "currency": "ISO 4217 code of the amount.",
    "polarity": "What the words say of a capability: required, offered, standard, optional, forbidden …",
    "stage": "Where the document stands in the procedure.",
    "status": "What reviewers said: unreviewed, confirmed, rejected, unsure.",
    "quote": "The words, verbatim.",
    "path": "Where the original was received.",
    "page_number": "Page of the quote, from 1; empty in structured sources.",
    "place": "JSON Pointer, XPath, paragraph or cell, where there is one.",
    "start": "Offset of the quote in the page's text, in code points.",
    "end": "End of the quote, not included.",
    "against": "What speaks against the claim, sentence by sentence.",
    "rule": "Code of the rule that made the claim.",
    "rule_version": "Version of that rule.",
    "confidence": "0-1; empty where it does not apply.",
    "document": "SHA-256 of the original.",
    "more_quotes": "How many further quotes the claim has; all are in the JSON Lines export.",
    "picture": "What the pictures of the pages show where the words stand: same, other, unclear, not_compared.",
    "party": "Id of the party that a buyer, agency, end user, supplier or bidder is, as `--table parties` gives it.",
    "party_name": "The spelling of that party that most claims use.",
    "edited_value": "The value that reviewers put in the place of `value`, in words; empty if none.",
    "replies": "What the party, or the parties of the contract, were asked, and what they answered, in full.",
}
"""Columns of the CSV and XLSX exports, in order, with their meaning."""

_FORMULA = re.compile(
    r"^[\s\x00-\x1f\x7f-\xa0\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3000\ufeff\"]{0,1000}"
    r"[=+\-@＝＋－＠﹦﹢﹣﹫]"
    r"|^[\t\r\n]|[;|]\s{0,1000}[=+\-@＝＋－＠]"
)


def row(claim: Claim) -> dict[str, Cell]:
    """Return one claim as a row: a value for each of `COLUMNS`, the first quote in full, the party left open."""
    quote: Quote = claim.quotes[0]
    words, kind, amount, currency = described(claim.value)
    return {
        "claim": claim.claim,
        "contract": claim.contract,
        "kind": claim.kind.value,
        "value": words,
        "value_kind": kind,
        "amount": amount,
        "currency": currency,
        "polarity": None if claim.polarity is None else claim.polarity.value,
        "stage": None if claim.stage is None else claim.stage.value,
        "status": claim.status.value,
        "quote": quote.text,
        "path": quote.path,
        "page_number": quote.page_number,
        "place": quote.pointer,
        "start": quote.start,
        "end": quote.end,
        "against": " ".join(claim.against) or None,
        "rule": claim.rule,
        "rule_version": claim.rule_version,
        "confidence": None if claim.confidence is None else Decimal(str(claim.confidence)),
        "document": claim.document,
        "more_quotes": len(claim.quotes) - 1,
        "picture": None if claim.picture is None else claim.picture.value,
        "party": None,
        "party_name": None,
        "edited_value": None if claim.edit is None or claim.edit.value is None else described(claim.edit.value)[0],
        "replies": None,
    }


def safe(text: str) -> str:
    """Return a text that no spreadsheet program takes for a formula: a leading apostrophe where it might."""
    return f"'{text}" if _FORMULA.search(text) else text


_Description = tuple[str, str | None, Decimal | None, str | None]


def described(value: Value) -> _Description:
    """Return a value as people read it: words, what sort it is, amount, currency."""
    describe: Callable[[Value], _Description] = _DESCRIBE[type(value)]
    return describe(value)


def _amount(value: AmountValue) -> _Description:
    words = "" if value.percent is None else f"{value.percent_kind or ''} {value.percent:f} %".strip()
    if value.amount is not None:
        words = f"{_figure(value.amount)} {value.currency or ''}".strip()
    kind = value.amount_kind.value if value.lot is None else f"{value.amount_kind.value}, lot {value.lot}"
    return words, kind, value.amount, value.currency


def _figure(amount: Decimal) -> str:
    """Return a figure for people: thousands set apart, no zeros behind the decimal point that say nothing."""
    whole = amount.to_integral_value()
    return f"{whole:,f}" if amount == whole else f"{amount.normalize():,f}"


def _line_item(value: LineItemValue) -> _Description:
    quantity = None if value.quantity is None else f"{value.quantity:f} {value.unit or ''}".strip()
    parts = [value.name, value.brand, value.model, quantity]
    return " · ".join(part for part in parts if part), "unit price", value.unit_price, value.currency


def _supplier(value: SupplierValue) -> _Description:
    role = value.role.value if value.lot is None else f"{value.role.value}, lot {value.lot}"
    return value.name, role, None, None


def _bidder(value: BidderValue) -> _Description:
    words = value.name if value.rank is None else f"{value.name} ({value.rank})"
    if value.amount is None and value.percent is not None:
        words = f"{words}: {value.percent_kind or ''} {value.percent:f} %"
    kind = value.outcome.value if value.lot is None else f"{value.outcome.value}, lot {value.lot}"
    return words, kind, value.amount, value.currency


def _score(value: ScoreValue) -> _Description:
    words = f"{value.score:f}" if value.party is None else f"{value.party}: {value.score:f}"
    return words, value.score_kind, None, None


def _component(value: ComponentValue) -> _Description:
    each = None if value.quantity_per_unit is None else f"{value.quantity_per_unit:f} in each"
    printed = " · ".join(part for part in (value.name, value.maker, value.model, each) if part)
    made_by = None if value.made_by is None else f"made by {value.made_by}"
    kind = ", ".join(part for part in (value.naming, made_by, value.part_of and f"part of {value.part_of}") if part)
    return printed, kind or None, None, None


def _region(value: RegionValue) -> _Description:
    return ", ".join(part for part in (value.place, value.admin1, value.country) if part), None, None, None


def _link(value: LinkValue) -> _Description:
    if value.link is LinkKind.SAME_NOTICE and value.similarity is None:
        words = f"same contract and stage, {value.shared} facts agree"
    elif value.link is LinkKind.SAME_NOTICE:
        words = f"nearly the same words, {value.similarity} of 1"
    else:
        traits = f": {', '.join(value.traits)}" if value.traits else ""
        words = f"{value.shared} {value.link.value.replace('_', ' ')}{traits}"
    return words, value.link.value, None, None


_DESCRIBE: dict[type[Value], Callable[..., _Description]] = {
    AmountValue: _amount,
    CapabilityValue: lambda value: (value.capability, None, None, None),
    DateValue: lambda value: (value.date.iso(), value.date_kind.value, None, None),
    LineItemValue: _line_item,
    PartyValue: lambda value: (value.name, None, None, None),
    ProjectNumberValue: lambda value: (value.number, value.label, None, None),
    RegionValue: _region,
    StageValue: lambda value: (value.stage, None if value.lot is None else f"lot {value.lot}", None, None),
    SupplierValue: _supplier,
    BidderValue: _bidder,
    ScoreValue: _score,
    MarkValue: lambda value: (value.mark, value.weight.value, None, None),
    ComponentValue: _component,
    LinkValue: _link,
    TextValue: lambda value: (value.text, None, None, None),
}
