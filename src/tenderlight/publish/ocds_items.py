"""The line items of a section of an OCDS release: those of one document, for copies of a list do not add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from tenderlight.model.values import LineItemValue
from tenderlight.publish.believed import Fact, outweighing
from tenderlight.publish.ocds_section import CURRENCIES, EXTENSION, Section, worth

OTHER_LISTS = "Other documents list goods too; the items are those of the one that lists most."


def items(section: Section, lines: Sequence[Fact[LineItemValue]], shown: Callable[[str], str]) -> None:
    """Fill `items` with the lines of the document that lists most of them."""
    weighed = outweighing(lines)
    if not weighed:
        return
    counts = Counter(fact.claim.document for fact in weighed)
    longest = min(counts, key=lambda document: (-counts[document], document))
    section.fields["items"] = [_item(fact, shown) for fact in weighed if fact.claim.document == longest]
    others = [fact for fact in weighed if fact.claim.document != longest]
    if others:
        section.leave_out("items", OTHER_LISTS, others)


def _item(fact: Fact[LineItemValue], shown: Callable[[str], str]) -> dict[str, object]:
    value = fact.value
    made: dict[str, object] = {"id": fact.claim.claim, "description": shown(value.name)}
    if value.quantity is not None:
        made["quantity"] = value.quantity
    unit: dict[str, object] = {} if value.unit is None else {"name": value.unit}
    if value.unit_price is not None and value.currency in CURRENCIES:
        unit["value"] = worth(value.unit_price, value.currency)
    if unit:
        made["unit"] = unit
    made[EXTENSION] = {"status": fact.claim.status.value, "claims": {"description": [fact.claim.claim]}}
    return made
