"""From statements to claims: each with quotes, a stable id, and the contract it is about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from tenderlight.evidence.anchoring import quote_of
from tenderlight.evidence.doubts import Doubts
from tenderlight.evidence.pictures import has_picture
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.document import Reading
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Statement

ID_LENGTH = 32
"""Hexadecimal digits of a claim's or contract's id (128 bits of a SHA-256)."""


def assemble(reading: Reading, statements: Iterable[Statement], *, contract: str) -> list[Claim]:
    """Make claims of what a document states about one contract.

    A statement made twice of the same words gives one claim. What was met while reading that makes the words doubtful
    (see `doubts`) goes with the claim, after what the statement itself says against it.

    Args:
        reading: What was read of the document.
        statements: What it states.
        contract: Id of the contract they are about.

    Returns:
        Claims in the order of the statements.

    Raises:
        QuoteNotFoundError: If a statement's words do not stand where it says.
    """
    claims: dict[str, Claim] = {}
    doubts = Doubts(reading)
    for statement in statements:
        quotes = tuple(quote_of(reading, anchor) for anchor in statement.anchors)
        name = claim_id(statement, quotes)
        claims.setdefault(
            name,
            Claim(
                claim=name,
                contract=contract,
                kind=statement.kind,
                value=statement.value,
                polarity=statement.polarity,
                stage=statement.stage,
                rule=statement.rule,
                rule_version=statement.rule_version,
                confidence=statement.confidence,
                against=tuple(dict.fromkeys((*statement.against, *doubts.about(quotes)))),
                quotes=quotes,
                picture=_picture(reading, quotes),
            ),
        )
    return list(claims.values())


def _picture(reading: Reading, quotes: Iterable[Quote]) -> PictureSays | None:
    is_there = any(has_picture(reading, quote.page_number) for quote in quotes)
    return PictureSays.NOT_COMPARED if is_there else None


def claim_id(statement: Statement, quotes: tuple[Quote, ...]) -> str:
    """Return the stable id: kind, value, polarity and rule of a statement, and where its words stand.

    Versions of rules and readers stay out, so that a review survives a better rule that says the same.
    """
    places = [f"{quote.document}|{quote.page_number}|{quote.pointer}|{quote.start}|{quote.end}" for quote in quotes]
    parts = [statement.kind.value, _as_words(statement.value), statement.polarity or "", statement.rule, *places]
    return digest("\n".join(parts))


def _as_words(value: object) -> str:
    """Return a value in a form that stays the same when its type gains a field that is empty here."""
    if is_dataclass(value):
        known = ((field.name, getattr(value, field.name)) for field in fields(value))
        return "(" + ",".join(f"{name}={_as_words(part)}" for name, part in known if part not in (None, ())) + ")"
    if isinstance(value, tuple):
        return "[" + ",".join(map(_as_words, value)) + "]"
    return str(value)


def digest(text: str) -> str:
    """Return the id of a text: the first 128 bits of its SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:ID_LENGTH]
