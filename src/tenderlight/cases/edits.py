"""Edits of people, held against the claim before they are kept: a value that can be, boxes that can be drawn."""

from __future__ import annotations

from dataclasses import MISSING, fields
from decimal import Decimal

from tenderlight.cases.encoding import encode_edit
from tenderlight.cases.urgency import gravities
from tenderlight.errors import UsageError
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.edit import Edit
from tenderlight.model.statement import VALUE_TYPES
from tenderlight.model.values import CapabilityValue, Value

BOXES_OF_A_QUOTE = 1_000
LARGEST_SIDE_POINTS = 200_000
LONGEST_TEXT = 2_000
"""Characters of a text of a value."""
LARGEST_EDIT = 200_000
"""Characters of an edit in JSON; an entry of the log has room for it."""


def fitting(edit: Edit, claim: Claim) -> str:
    """Return an edit of a claim as it is stored.

    Raises:
        UsageError: If it does not fit the claim, cannot be, or puts there what stands there.
    """
    if edit.value in (None, claim.value) and edit.boxes in (None, tuple(quote.boxes for quote in claim.quotes)):
        raise UsageError("The edit puts there what stands there; confirm the claim as it is.")
    if edit.value is not None:
        _refuse_impossible(edit.value, claim)
    if edit.boxes is not None:
        _refuse_misplaced(edit.boxes, claim)
    try:
        stored = encode_edit(claim.kind, edit)
    except ValueError as trouble:
        raise UsageError(f"The edit cannot be kept: {trouble}.") from trouble
    if len(stored) > LARGEST_EDIT:
        raise UsageError(f"The edit has more than {LARGEST_EDIT} characters.")
    return stored


def _refuse_impossible(value: Value, claim: Claim) -> None:
    if type(value) is not VALUE_TYPES[claim.kind]:
        raise UsageError(f"A claim of the kind {claim.kind.value} cannot have that value.")
    if isinstance(value, CapabilityValue) and value.capability not in gravities():
        raise UsageError(f"The vocabulary has no capability {value.capability:.80}.")
    for field in fields(value):
        part = getattr(value, field.name)
        if isinstance(part, str):
            is_needed = field.default is MISSING and field.default_factory is MISSING
            if (is_needed and not part.strip()) or len(part) > LONGEST_TEXT:
                raise UsageError(f"The value needs a {field.name} of 1 to {LONGEST_TEXT} characters.")
        if isinstance(part, Decimal) and (not part.is_finite() or part < 0) and "percent" not in field.name:
            raise UsageError(f"The {field.name} of a contract is a figure from 0 up.")


def _refuse_misplaced(boxes: tuple[tuple[Box, ...], ...], claim: Claim) -> None:
    if len(boxes) != len(claim.quotes):
        raise UsageError(f"The claim has {len(claim.quotes)} quotes; give the boxes of each.")
    for quote, of_quote in zip(claim.quotes, boxes, strict=True):
        if len(of_quote) > BOXES_OF_A_QUOTE:
            raise UsageError(f"A quote has at most {BOXES_OF_A_QUOTE} boxes.")
        if quote.layout is not None and len(of_quote) != len(quote.boxes):
            raise UsageError(
                "A quote on laid-out pages keeps the number of its boxes, for each is on a page of its own."
            )
        if quote.layout is None and quote.page_number is None and of_quote:
            raise UsageError("A quote of a source without pages has no boxes.")
        if quote.boxes and not of_quote:
            raise UsageError("A quote that stands in a box keeps at least one.")
        if not all(map(_can_be_drawn, of_quote)):
            raise UsageError("A box has a width and a height, and lies on the page.")


def _can_be_drawn(box: Box) -> bool:
    is_on_page = min(box.left, box.top) >= 0 and max(box.right, box.bottom) <= LARGEST_SIDE_POINTS
    return is_on_page and box.width > 0 and box.height > 0
