"""Claims, contracts and pages as Parquet: typed columns, written in groups of rows. Needs the extra `parquet`.

Money stands as the text of its digits, which is always exact, and beside it as decimal128(38, 10) where that holds it
exactly; else that column is null. What one claim, quote or reply holds is nested as in JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Context, Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from tenderlight.cases import PageLine
from tenderlight.cases.encoding import encode_claim
from tenderlight.errors import OptionalPartMissing
from tenderlight.model.claim import Claim
from tenderlight.publish.cells import row
from tenderlight.publish.contract_cells import CONTRACT_COLUMNS, ContractRow
from tenderlight.publish.told_replies import Replies
from tenderlight.publish.writing import whole_file

GROUP_ROWS = 2_000
"""Rows that are held before they are written."""
PLACES = 10
_FITS = Decimal(10) ** (38 - PLACES)
_PLACE = Decimal(1).scaleb(-PLACES)
_WIDE = Context(prec=200)

CLAIM_COLUMNS = {
    "claim": "Stable id of the claim.",
    "contract": "Id of the contract it is about.",
    "kind": "What the claim is about.",
    "value": "The value, as JSON with the keys of its kind.",
    "value_words": "The value in words.",
    "amount": "Money or a unit price, the text of its digits; null for other kinds.",
    "amount_decimal": "The same as decimal128(38, 10); null where that does not hold it exactly.",
    "currency": "ISO 4217 code of the amount.",
    "polarity": "What the words say of a capability.",
    "stage": "Where the document stands in the procedure.",
    "status": "What reviewers said: unreviewed, confirmed, rejected, unsure.",
    "edit": "What reviewers put in the place of value or boxes, as JSON; null = nothing.",
    "rule": "Code of the rule.",
    "rule_version": "Its version.",
    "confidence": "0-1; null where it does not apply.",
    "against": "What speaks against it: a list of sentences.",
    "picture": "What the pictures of the pages show where the words stand.",
    "party": "Id of the party it names.",
    "party_name": "The spelling of that party that most claims use.",
    "quotes": "All its quotes, with the keys of JSON.",
    "replies": "What was asked and answered, with the keys of JSON.",
}
"""Columns of claims in Parquet, in order, with their meaning."""


def _arrow() -> tuple[Any, Any]:
    """Return pyarrow and its module of Parquet.

    Raises:
        OptionalPartMissing: If it is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise OptionalPartMissing("Parquet needs pyarrow.", extra="parquet") from None
    return pyarrow, pyarrow.parquet


def claim_schema() -> Any:
    """Return the types of `CLAIM_COLUMNS`.

    Raises:
        OptionalPartMissing: If pyarrow is not installed.
    """
    arrow, _ = _arrow()
    text, texts, number = arrow.string(), arrow.list_(arrow.string()), arrow.int64()
    quote = {
        **dict.fromkeys(("document", "path"), text),
        **dict.fromkeys(("page_number", "start", "end"), number),
        "text": text,
        "boxes": arrow.list_(arrow.list_(arrow.float64())),
        **dict.fromkeys(("pointer", "before", "after", "reader", "layout"), text),
        "layout_pages": arrow.list_(number),
    }
    attachment = arrow.struct({"name": text, "sha256": text, "size_bytes": number})
    reply = {
        "reply": number,
        **dict.fromkeys(("party", "contract", "asked_of", "asked_how", "asked_at", "deadline", "answer"), text),
        "answered_at": text,
        "attachments": arrow.list_(attachment),
    }
    typed = {
        "amount_decimal": arrow.decimal128(38, PLACES),
        "rule_version": number,
        "confidence": arrow.float64(),
        "against": texts,
        "quotes": arrow.list_(arrow.struct(quote)),
        "replies": arrow.list_(arrow.struct(reply)),
    }
    return arrow.schema([(name, typed.get(name, text)) for name in CLAIM_COLUMNS])


def contract_schema() -> Any:
    """Return the types of the columns of contracts: texts, and lists of texts for all but `contract` and `because`."""
    arrow, _ = _arrow()
    text, texts = arrow.string(), arrow.list_(arrow.string())
    return arrow.schema([(name, text if name in {"contract", "because"} else texts) for name in CONTRACT_COLUMNS])


def page_schema() -> Any:
    """Return the types of the columns of the ledger of pages."""
    arrow, _ = _arrow()
    text = arrow.string()
    typed = {"page_number": arrow.int64(), "confidence": arrow.float64(), "reasons": arrow.list_(text)}
    names = ("document", "path", "page_number", "state", "method", "read_by", "confidence", "reasons")
    return arrow.schema([(name, typed.get(name, text)) for name in names])


def write_claims(claims: Iterable[Claim], replies: Replies, target: Path) -> None:
    """Write claims.

    Raises:
        OptionalPartMissing: If pyarrow is not installed.
        StorageFull: If the disk would not take it.
    """
    _write(claim_schema(), partial(_claim, replies=replies, parties=replies.parties.by_claim()), claims, target)


def write_contracts(rows: Iterable[ContractRow], target: Path) -> None:
    """Write contracts; raises as `write_claims`."""
    _write(contract_schema(), _contract, rows, target)


def write_pages(lines: Iterable[PageLine], target: Path) -> None:
    """Write the ledger of pages; raises as `write_claims`."""
    _write(page_schema(), _page, lines, target)


WRITERS: dict[str, Callable[..., None]] = {"contracts": write_contracts, "pages": write_pages}


def exact(amount: Decimal | None) -> Decimal | None:
    """Return an amount if decimal128(38, 10) holds it exactly, else None."""
    if amount is None or abs(amount) >= _FITS:
        return None
    rounded = amount.quantize(_PLACE, context=_WIDE)
    return rounded if rounded == amount else None


def _write(schema: Any, made: Callable[[Any], dict[str, object]], rows: Iterable[Any], target: Path) -> None:
    arrow, parquet = _arrow()
    with whole_file(target) as unfinished, parquet.ParquetWriter(unfinished, schema) as writer:
        for group in _groups(map(made, rows)):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))


def _groups(rows: Iterator[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    while group := list(islice(rows, GROUP_ROWS)):
        yield group


def _claim(claim: Claim, *, replies: Replies, parties: Mapping[str, Any]) -> dict[str, object]:
    cells, told = row(claim), msgspec.json.decode(encode_claim(claim), type=dict[str, msgspec.Raw])
    amount, party = cells["amount"], parties.get(claim.claim)
    assert amount is None or isinstance(amount, Decimal)
    edit = bytes(told["edit"]).decode("utf-8")
    return {
        **cells,
        "value": bytes(told["value"]).decode("utf-8"),
        "value_words": cells["value"],
        "amount": None if amount is None else f"{amount:f}",
        "amount_decimal": exact(amount),
        "confidence": claim.confidence,
        "against": list(claim.against),
        "edit": None if edit == "null" else edit,
        "party": None if party is None else party.id,
        "party_name": None if party is None else party.name,
        "quotes": msgspec.json.decode(told["quotes"]),
        "replies": replies.told(replies.of(claim)),
    }


def _contract(made: ContractRow) -> dict[str, object]:
    listed: dict[str, object] = {column: made.values.get(column, []) for column in CONTRACT_COLUMNS}
    return {**listed, "contract": made.contract, "because": made.because}


def _page(line: PageLine) -> dict[str, object]:
    return {
        "document": line.document,
        "path": line.path,
        "page_number": line.page_number,
        "state": line.state.value,
        "method": line.method.value,
        "read_by": line.read_by,
        "confidence": line.confidence,
        "reasons": list(line.reasons),
    }
