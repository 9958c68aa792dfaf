"""Model types to their shapes in JSON, and back.

Offsets and figures are checked on the way back: whatever a shape alone cannot hold is held here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter, gt

import msgspec

from tenderlight.cases.layout_shapes import LayoutShape, layout_from_shape, layout_to_shape
from tenderlight.cases.metadata_shapes import MetadataShape, metadata_from_shape, metadata_to_shape
from tenderlight.cases.place_shapes import (
    box_from_shape,
    box_or_none,
    box_or_none_from_shape,
    box_to_shape,
    cells_from_shapes,
    cells_to_shapes,
    lines_from_shapes,
    lines_to_shapes,
    points,
)
from tenderlight.cases.shapes import (
    BoxShape,
    CellShape,
    ClaimShape,
    DateShape,
    EditShape,
    LineShape,
    MemberShape,
    PageCountShape,
    PageShape,
    ProblemShape,
    QuoteShape,
    RecordShape,
    StatementShape,
    TableShape,
    WordShape,
    bounded,
)
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, Table, Word
from tenderlight.model.edit import Edit
from tenderlight.model.layout import Layout
from tenderlight.model.metadata import FileMetadata
from tenderlight.model.problem import Problem
from tenderlight.model.quote import Quote
from tenderlight.model.reader import Item, MemberPart, PageCount
from tenderlight.model.record import Record
from tenderlight.model.statement import VALUE_TYPES, Statement, StatementKind
from tenderlight.model.values import DateValue, PartialDate, Value

ItemShape = PageShape | RecordShape | MemberShape | PageCountShape | ProblemShape | LayoutShape | MetadataShape

_value_encoder = msgspec.json.Encoder(decimal_format="number")
_value_decoders: dict[StatementKind, msgspec.json.Decoder[Value]] = {
    kind: msgspec.json.Decoder(value_type) for kind, value_type in VALUE_TYPES.items() if value_type is not DateValue
}
_START, _END = attrgetter("start"), attrgetter("end")
_NOTHING = msgspec.Raw(b"null")
_date_decoder = msgspec.json.Decoder(DateShape)


def item_to_shape(item: Item) -> ItemShape:
    """Return the shape of one item of a reader."""
    match item:
        case Page():
            return _page_to_shape(item)
        case Record():
            return RecordShape(
                key=item.key,
                pointer=item.pointer,
                statements=[statement_to_shape(statement) for statement in item.statements],
                fields=list(item.fields),
                language=item.language,
            )
        case Problem():
            return ProblemShape(
                code=item.code,
                step=item.step,
                message=item.message,
                severity=item.severity,
                page_number=item.page_number,
                box=box_or_none(item.box),
                pointer=item.pointer,
            )
        case MemberPart():
            return MemberShape(untrusted_path=item.untrusted_path, content=item.content, is_last=item.is_last)
        case PageCount():
            return PageCountShape(count=item.count)
        case Layout():
            return layout_to_shape(item)
        case FileMetadata():
            return metadata_to_shape(item)


def item_from_shape(shape: ItemShape) -> Item:
    """Return the item of a shape.

    Raises:
        ValueError: If it contradicts itself.
    """
    match shape:
        case PageShape():
            return _page_from_shape(shape)
        case RecordShape():
            return Record(
                key=shape.key,
                pointer=shape.pointer,
                statements=tuple(statement_from_shape(statement) for statement in shape.statements),
                fields=tuple(shape.fields),
                language=shape.language,
            )
        case ProblemShape():
            return Problem(
                code=shape.code,
                step=shape.step,
                message=shape.message,
                severity=shape.severity,
                page_number=shape.page_number,
                box=box_or_none_from_shape(shape.box),
                pointer=shape.pointer,
            )
        case MemberShape():
            return MemberPart(untrusted_path=shape.untrusted_path, content=shape.content, is_last=shape.is_last)
        case PageCountShape():
            return PageCount(count=shape.count)
        case LayoutShape():
            return layout_from_shape(shape)
        case MetadataShape():
            return metadata_from_shape(shape)


def statement_to_shape(statement: Statement) -> StatementShape:
    """Return the shape of a statement."""
    return StatementShape(
        kind=statement.kind,
        value=_value_to_raw(statement.value),
        anchors=list(statement.anchors),
        rule=statement.rule,
        rule_version=statement.rule_version,
        stage=statement.stage,
        polarity=statement.polarity,
        confidence=statement.confidence,
        against=list(statement.against),
    )


def statement_from_shape(shape: StatementShape) -> Statement:
    """Return the statement of a shape.

    Raises:
        ValueError: If it contradicts itself.
    """
    return Statement(
        kind=shape.kind,
        value=_value_from_raw(shape.kind, shape.value),
        anchors=tuple(shape.anchors),
        rule=shape.rule,
        rule_version=shape.rule_version,
        stage=shape.stage,
        polarity=shape.polarity,
        confidence=shape.confidence,
        against=tuple(shape.against),
    )


def claim_to_shape(claim: Claim) -> ClaimShape:
    """Return the shape of a claim."""
    return ClaimShape(
        claim=claim.claim,
        contract=claim.contract,
        kind=claim.kind,
        value=_value_to_raw(claim.value),
        polarity=claim.polarity,
        stage=claim.stage,
        rule=claim.rule,
        rule_version=claim.rule_version,
        confidence=claim.confidence,
        against=list(claim.against),
        status=claim.status,
        quotes=[quote_to_shape(quote) for quote in claim.quotes],
        picture=claim.picture,
        edit=None if claim.edit is None else edit_to_shape(claim.kind, claim.edit),
    )


def claim_from_shape(shape: ClaimShape) -> Claim:
    """Return the claim of a shape.

    Raises:
        ValueError: If it contradicts itself.
    """
    return Claim(
        claim=shape.claim,
        contract=shape.contract,
        kind=shape.kind,
        value=_value_from_raw(shape.kind, shape.value),
        polarity=shape.polarity,
        stage=shape.stage,
        rule=shape.rule,
        rule_version=shape.rule_version,
        confidence=shape.confidence,
        against=tuple(shape.against),
        quotes=tuple(quote_from_shape(quote) for quote in shape.quotes),
        status=shape.status,
        picture=shape.picture,
        edit=None if shape.edit is None else edit_from_shape(shape.edit),
    )


def edit_to_shape(kind: StatementKind, edit: Edit) -> EditShape:
    """Return the shape of what a reviewer put in the place of something, in a claim of this kind."""
    boxes = None if edit.boxes is None else [[box_to_shape(box) for box in quote] for quote in edit.boxes]
    return EditShape(kind=kind, value=_NOTHING if edit.value is None else _value_to_raw(edit.value), boxes=boxes)


def edit_from_shape(shape: EditShape) -> Edit:
    """Return what a reviewer put in the place of something.

    Raises:
        ValueError: If it contradicts itself.
    """
    boxes = None if shape.boxes is None else tuple(tuple(map(box_from_shape, quote)) for quote in shape.boxes)
    return Edit(value=None if shape.value == _NOTHING else _value_from_raw(shape.kind, shape.value), boxes=boxes)


def _value_to_raw(value: Value) -> msgspec.Raw:
    if isinstance(value, DateValue):
        return msgspec.Raw(_value_encoder.encode(DateShape(date=value.date.iso(), date_kind=value.date_kind)))
    _check_figures(value)
    return msgspec.Raw(_value_encoder.encode(value))


def _value_from_raw(kind: StatementKind, raw: msgspec.Raw) -> Value:
    if VALUE_TYPES[kind] is DateValue:
        shape = _date_decoder.decode(raw)
        year, month, day = (int(part) if part else None for part in (shape.date + "--").split("-")[:3])
        assert year is not None
        return DateValue(date=PartialDate(year=year, month=month, day=day), date_kind=shape.date_kind)
    value = _value_decoders[kind].decode(raw)
    _check_figures(value)
    return value


def _check_figures(value: Value) -> None:
    for field in fields(value):
        figure = getattr(value, field.name)
        if isinstance(figure, Decimal):
            bounded(figure)


def quote_to_shape(quote: Quote) -> QuoteShape:
    """Return the shape of a quote."""
    return QuoteShape(
        document=quote.document,
        path=quote.path,
        page_number=quote.page_number,
        start=quote.start,
        end=quote.end,
        text=quote.text,
        boxes=[box_to_shape(box) for box in quote.boxes],
        pointer=quote.pointer,
        before=quote.before,
        after=quote.after,
        reader=quote.reader,
        layout=quote.layout,
        layout_pages=list(quote.layout_pages),
    )


def quote_from_shape(shape: QuoteShape) -> Quote:
    """Return the quote of a shape.

    Raises:
        ValueError: If it is none.
    """
    return Quote(
        document=shape.document,
        path=shape.path,
        start=shape.start,
        end=shape.end,
        text=shape.text,
        page_number=shape.page_number,
        boxes=tuple(box_from_shape(box) for box in shape.boxes),
        pointer=shape.pointer,
        before=shape.before,
        after=shape.after,
        reader=shape.reader,
        layout=shape.layout,
        layout_pages=tuple(shape.layout_pages),
    )


def _page_to_shape(page: Page) -> PageShape:
    return PageShape(
        number=page.number,
        text=page.text,
        width=None if page.width is None else points(page.width),
        height=None if page.height is None else points(page.height),
        lines=lines_to_shapes(page.lines),
        words=[WordShape(word.start, word.end, *box_to_shape(word.box), word.confidence) for word in page.words],
        tables=[_table_to_shape(table) for table in page.tables],
        title=page.title,
        method=page.method,
        state=page.state,
    )


def _page_from_shape(shape: PageShape) -> Page:
    check_page(shape)
    return Page(
        number=shape.number,
        text=shape.text,
        width=shape.width,
        height=shape.height,
        lines=lines_from_shapes(shape.lines),
        words=tuple(
            Word(
                start=word.start,
                end=word.end,
                box=Box(left=word.left, top=word.top, right=word.right, bottom=word.bottom),
                confidence=word.confidence,
            )
            for word in shape.words
        ),
        tables=tuple(_table_from_shape(table) for table in shape.tables),
        title=shape.title,
        method=shape.method,
        state=shape.state,
    )


def check_page(shape: PageShape) -> None:
    """Check what a page's shape alone does not: offsets that fit its text, boxes that are not inside out.

    Raises:
        ValueError: If one does not hold.
    """
    length = len(shape.text)
    _check_spans(shape.lines, length)
    _check_spans(shape.words, length)
    for word in shape.words:
        if word.right < word.left or word.bottom < word.top:
            raise ValueError("the box of a word is turned inside out")
    _check_boxes([line.box for line in shape.lines])
    for table in shape.tables:
        _check_spans(table.cells, length)
        _check_boxes([table.box, *(cell.box for cell in table.cells)])
        if table.header_rows > table.row_count:
            raise ValueError("a table with more rows in its head than it has")


def _check_boxes(boxes: Iterable[BoxShape | None]) -> None:
    for left, top, right, bottom in filter(None, boxes):
        if right < left or bottom < top:
            raise ValueError("a box is turned inside out")


def _check_spans(spans: Sequence[LineShape] | Sequence[WordShape] | Sequence[CellShape], length: int) -> None:
    starts, ends = list(map(_START, spans)), list(map(_END, spans))
    if max(ends, default=0) > length or any(map(gt, starts, ends)):
        raise ValueError(f"offsets outside a page of {length} code points, or turned round")


def _table_to_shape(table: Table) -> TableShape:
    return TableShape(
        row_count=table.row_count,
        column_count=table.column_count,
        cells=cells_to_shapes(table.cells),
        box=box_or_none(table.box),
        header_rows=table.header_rows,
        continues=table.continues,
    )


def _table_from_shape(shape: TableShape) -> Table:
    return Table(
        row_count=shape.row_count,
        column_count=shape.column_count,
        cells=cells_from_shapes(shape.cells),
        box=box_or_none_from_shape(shape.box),
        header_rows=shape.header_rows,
        continues=shape.continues,
    )
