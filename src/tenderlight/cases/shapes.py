"""The shapes that the types of `tenderlight.model` take in JSON, and the bounds a value must keep to be let in.

What is decoded may come from a child that a hostile document has taken over, so every shape is closed: an unknown key,
a number out of bounds or a text too long is refused. `tenderlight.cases.shaping` turns shapes into model types.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import msgspec

from tenderlight.model.claim import ClaimStatus, PictureSays
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.problem import Severity
from tenderlight.model.record import Field
from tenderlight.model.statement import Anchor, Polarity, Stage, StatementKind
from tenderlight.model.values import DateKind

LARGEST_COORDINATE = 1_000_000_000.0
"""Points; a coordinate beyond it (hostile PDFs have them) is moved to this border."""
LARGEST_DECIMAL_DIGITS = 60
LARGEST_DECIMAL_EXPONENT = 60
LARGEST_OFFSET = 2**31 - 1

Count = Annotated[int, msgspec.Meta(ge=0, le=LARGEST_OFFSET)]
PageNumber = Annotated[int, msgspec.Meta(ge=1, le=LARGEST_OFFSET)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Coordinate = Annotated[float, msgspec.Meta(ge=-LARGEST_COORDINATE, le=LARGEST_COORDINATE)]
Length = Annotated[float, msgspec.Meta(ge=0, le=LARGEST_COORDINATE)]
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Code = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9-]{0,79}$")]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Words = Annotated[str, msgspec.Meta(max_length=4_000)]
MemberContent = Annotated[bytes, msgspec.Meta(max_length=4 * 1024 * 1024)]

BoxShape = tuple[Coordinate, Coordinate, Coordinate, Coordinate]
"""Left, top, right, bottom, in points to two decimals."""


class WordShape(msgspec.Struct, array_like=True, frozen=True, gc=False, forbid_unknown_fields=True):
    """``[start, end, left, top, right, bottom, confidence or null]``."""

    start: Count
    end: Count
    left: Coordinate
    top: Coordinate
    right: Coordinate
    bottom: Coordinate
    confidence: Share | None = None


class LineShape(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """``[start, end, box or null, place or null]``."""

    start: Count
    end: Count
    box: BoxShape | None = None
    place: str | None = None


class CellShape(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """``[row, column, start, end, row_span, column_span, box or null]``."""

    row: Count
    column: Count
    start: Count
    end: Count
    row_span: Annotated[int, msgspec.Meta(ge=1, le=LARGEST_OFFSET)] = 1
    column_span: Annotated[int, msgspec.Meta(ge=1, le=LARGEST_OFFSET)] = 1
    box: BoxShape | None = None


class TableShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of one page."""

    row_count: Count
    column_count: Count
    cells: list[CellShape]
    box: BoxShape | None = None
    header_rows: Count = 0
    continues: bool = False


class PageShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="page"):
    """A page."""

    number: PageNumber
    text: str
    width: Length | None
    height: Length | None
    lines: list[LineShape]
    words: list[WordShape]
    tables: list[TableShape]
    title: str | None
    method: PageMethod
    state: ReadState


class StatementShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement; the shape of `value` depends on `kind`."""

    kind: StatementKind
    value: msgspec.Raw
    anchors: list[Anchor]
    rule: Name
    rule_version: Count
    stage: Stage | None
    polarity: Polarity | None
    confidence: Share | None
    against: list[Words]


class RecordShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="record"):
    """A notice of a structured source."""

    key: str
    pointer: str
    statements: list[StatementShape]
    fields: list[Field]
    language: Annotated[str, msgspec.Meta(max_length=200)] | None


class ProblemShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="problem"):
    """A problem."""

    code: Code
    step: Name
    message: Words
    severity: Severity
    page_number: PageNumber | None
    box: BoxShape | None
    pointer: Annotated[str, msgspec.Meta(max_length=65_536)] | None


class MemberShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="member"):
    """A part of a file found in an archive."""

    untrusted_path: Annotated[str, msgspec.Meta(max_length=65_536)]
    content: MemberContent
    is_last: bool


class PageCountShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="page_count"):
    """How many pages the original says it has."""

    count: Count


class ReadingShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="item", tag="reading"):
    """The last line of a stored reading: what it is a reading of, and how far it came."""

    document: Sha256
    media_type: Name
    reader: Annotated[str, msgspec.Meta(max_length=200)]
    reader_version: Count
    page_count: Count | None
    state: ReadState
    walls: Words
    recogniser: Annotated[str, msgspec.Meta(max_length=200)] = ""


class DateShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A date, as "2022-12-05", "2022-12" or "2022"."""

    date: Annotated[str, msgspec.Meta(pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
    date_kind: DateKind


class QuoteShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quote as exported."""

    document: Sha256
    path: str
    page_number: PageNumber | None
    start: Count
    end: Count
    text: str
    boxes: list[BoxShape]
    pointer: str | None
    before: str
    after: str
    reader: str
    layout: Sha256 | None = None
    layout_pages: list[PageNumber] = []


class EditShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reviewer put in the place of a claim's value, or of the boxes of its quotes; null = nothing."""

    kind: StatementKind
    value: msgspec.Raw
    boxes: list[list[BoxShape]] | None


class ClaimShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A claim as exported. The order of keys is part of the interface: new ones go to the end."""

    claim: Name
    contract: Name
    kind: StatementKind
    value: msgspec.Raw
    polarity: Polarity | None
    stage: Stage | None
    rule: Name
    rule_version: Count
    confidence: Share | None
    against: list[Words]
    status: ClaimStatus
    quotes: list[QuoteShape]
    picture: PictureSays | None = None
    edit: EditShape | None = None


def bounded(number: Decimal | None) -> Decimal | None:
    """Return `number` if it can be a figure of a contract.

    Raises:
        ValueError: If it is not finite, or has more digits or a larger exponent than any honest figure.
    """
    if number is None:
        return None
    if not number.is_finite():
        raise ValueError("a figure that is not a number")
    if len(number.as_tuple().digits) > LARGEST_DECIMAL_DIGITS or abs(number.adjusted()) > LARGEST_DECIMAL_EXPONENT:
        raise ValueError("a figure larger or finer than any contract's")
    return number
