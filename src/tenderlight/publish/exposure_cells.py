"""An exposure as rows of a table, and as lines of JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import msgspec

from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.maker_statements import MakerStatement
from tenderlight.components.catalogue import catalogue, catalogue_version
from tenderlight.components.chain import chain_of
from tenderlight.components.version import COMPONENTS_VERSION
from tenderlight.publish.cells import Cell
from tenderlight.publish.exposure import NO_SALE, ExposureRow, name_of
from tenderlight.publish.wording import where

EXPOSURE_FORM = "tenderlight-exposure/1"
EXPOSURE_COLUMNS = {
    "year": "Year of the contract; empty where no day is printed, or documents differ in it.",
    "day": "Day of the contract; several where documents differ.",
    "day_is": "What the day is: of the contract, of the award, of publication.",
    "contract": "Id of the contract.",
    "title": "Its title, as printed first.",
    "buyers": "Every buyer named.",
    "suppliers": "Every supplier named.",
    "places": "Where the contract belongs, as far as the text says.",
    "stage": "Stage of the document that names the product.",
    "grade": "Where the product is named: spec, bid, award, contract, acceptance.",
    "naming": "As what it is named: banned, reference, floor, existing, listed, item, accepted …",
    "rank": "How much that says, 1 to 7; from 5 on, that the product was chosen.",
    "name": "The product or part, as printed.",
    "maker": "Brand or maker, as printed.",
    "model": "Model, as printed.",
    "product": "Product line.",
    "company": "Legal person that is printed as maker, where it is one of the catalogue.",
    "part_of": "Line item that it is a part of.",
    "quantity": "How many in all; empty where it is not printed.",
    "steps": "How that quantity comes about.",
    "unit_price": "Price of one, of a line item.",
    "line_total": "Price of the line.",
    "currency": "ISO 4217 code of both.",
    "capabilities_beside": "Capabilities on the same page, with polarity and stage.",
    "capabilities_of_contract": "Capabilities elsewhere in the contract's documents, with polarity and stage.",
    "does_not_prove": "What speaks against it or is not said, sentence by sentence.",
    "chain": "From what is printed to the owner of the maker, each step with its source and day.",
    "quote": "The words, verbatim.",
    "where": "Document and page of the words.",
    "document": "SHA-256 of the original.",
    "claim": "Id of the claim.",
}
"""Columns of an exposure, in order, with their meaning."""
_SEPARATOR = "\n"
_encoder = msgspec.json.Encoder(decimal_format="number")


def exposure_cells(row: ExposureRow) -> dict[str, Cell]:
    """Return a place where goods are named as a row: a value for each of `EXPOSURE_COLUMNS`."""
    value, quote = row.value, row.claim.quotes[0]
    product = catalogue().products.get(value.product or "")
    beside = [
        (one.is_on_page, f"{one.capability} {one.polarity} ({one.stage or 'stage not stated'})") for one in row.beside
    ]
    return {
        "year": row.year,
        "day": ", ".join(day.iso() for day in row.days) or None,
        "day_is": row.day_is,
        "contract": row.contract,
        "title": row.title,
        "buyers": _SEPARATOR.join(row.buyers) or None,
        "suppliers": _SEPARATOR.join(row.suppliers) or None,
        "places": _SEPARATOR.join(row.places) or None,
        "stage": None if row.claim.stage is None else row.claim.stage.value,
        "grade": None if value.grade is None else value.grade.value,
        "naming": row.naming.value,
        "rank": row.naming.rank,
        "name": value.name,
        "maker": value.maker,
        "model": value.model,
        "product": None if product is None else product.name,
        "company": value.company,
        "part_of": value.part_of,
        "quantity": row.quantity,
        "steps": row.steps or None,
        "unit_price": row.unit_price,
        "line_total": row.line_total,
        "currency": row.currency,
        "capabilities_beside": _SEPARATOR.join(words for is_beside, words in beside if is_beside) or None,
        "capabilities_of_contract": _SEPARATOR.join(words for is_beside, words in beside if not is_beside) or None,
        "does_not_prove": _SEPARATOR.join(row.does_not_prove) or None,
        "chain": _SEPARATOR.join(chain_words(row)),
        "quote": quote.text,
        "where": where(quote.path, quote.page_number, quote.pointer),
        "document": quote.document,
        "claim": row.claim.claim,
    }


def chain_words(row: ExposureRow) -> list[str]:
    """Return the steps from what is printed to the owner, a line each, with source, day and confidence."""
    lines = []
    for hop in chain_of(row.value):
        of = f", {hop.as_of}" if hop.as_of else ""
        sure = f", confidence {hop.confidence}" if hop.confidence else ""
        lines.append(f"{hop.step}: {hop.name} ({hop.because}; {hop.source}{of}{sure})")
    return lines


def price_words(row: ExposureRow) -> str:
    """Return the prices printed in the line, of one and of all, with the currency; "" if none is."""
    currency = row.currency or "(currency not stated)"
    prices = ((row.unit_price, "each"), (row.line_total, "in all"))
    return "; ".join(f"{price:,f} {currency} {of}" for price, of in prices if price is not None)


def encode_exposure(maker: str, rows: Sequence[ExposureRow], statements: Sequence[MakerStatement]) -> list[bytes]:
    """Return an exposure as lines of JSON, without their ends: one for the maker, then one a place."""
    known = catalogue().makers.get(maker)
    head = {
        "exposure": EXPOSURE_FORM,
        "maker": maker,
        "name": name_of(maker),
        "is_in_catalogue": known is not None,
        "versions": {"components": COMPONENTS_VERSION, "catalogue": catalogue_version()},
        "contracts": len({row.contract for row in rows}),
        "places": len(rows),
        "does_not_prove": NO_SALE,
        "statements": statements,
    }
    return [_encoder.encode(head), *map(encode_exposure_row, rows)]


def encode_exposure_row(row: ExposureRow) -> bytes:
    """Return one place as a line of JSON, without its end."""
    return _encoder.encode(_line(row))


def _line(row: ExposureRow) -> dict[str, object]:
    cells = exposure_cells(row)
    return {
        **{name: cell for name, cell in cells.items() if name not in {"chain", "quote", "where", "document", "claim"}},
        "buyers": row.buyers,
        "suppliers": row.suppliers,
        "places": row.places,
        "capabilities_beside": [asdict(one) for one in row.beside if one.is_on_page],
        "capabilities_of_contract": [asdict(one) for one in row.beside if not one.is_on_page],
        "does_not_prove": row.does_not_prove,
        "chain": [asdict(hop) for hop in chain_of(row.value)],
        "claim": msgspec.Raw(encode_claim(row.claim)),
    }
