"""Values of every model type, as Hypothesis strategies: the one place where they are composed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hypothesis import strategies as st

from tenderlight.model.box import Box
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import Cell, Line, Page, PageMethod, Reading, ReadState, Table, Word
from tenderlight.model.link_value import LinkKind, LinkValue
from tenderlight.model.problem import PROBLEMS, Problem, Severity
from tenderlight.model.quote import Quote
from tenderlight.model.reader import Item, MemberPart, PageCount
from tenderlight.model.record import Field, Record
from tenderlight.model.statement import VALUE_TYPES, Anchor, Polarity, Stage, Statement, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    BidderValue,
    BidOutcome,
    CapabilityValue,
    ComponentValue,
    DateKind,
    DateValue,
    Grade,
    Identifier,
    LineItemValue,
    MarkValue,
    MarkWeight,
    Naming,
    PartialDate,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    ScoreValue,
    StageValue,
    SupplierRole,
    SupplierValue,
    TextValue,
    Value,
)

SCRIPTS = 'aZ9 \t\n\r\x00"\\/人脸识别臺灣ёЯعب🙂\u2028\ufeff\u202e￥＝'


def texts(*, min_size: int = 0, max_size: int = 40) -> st.SearchStrategy[str]:
    """Text of any script, without halves of surrogate pairs (no reader may yield them)."""
    anything = st.characters(exclude_categories=["Cs"])
    return st.text(st.sampled_from(SCRIPTS) | anything, min_size=min_size, max_size=max_size)


def hashes() -> st.SearchStrategy[str]:
    """SHA-256 in hexadecimal."""
    return st.binary(min_size=32, max_size=32).map(bytes.hex)


def shares() -> st.SearchStrategy[float | None]:
    """A confidence."""
    return st.none() | st.floats(0, 1)


def names() -> st.SearchStrategy[str]:
    """Code of a rule, name of a reader."""
    return st.from_regex(r"\A[a-z][a-z_.]{0,20}\Z")


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Boxes as stored: points to two decimals."""
    hundredths = st.integers(-100_000, 1_000_000)
    left, right = sorted((draw(hundredths), draw(hundredths)))
    top, bottom = sorted((draw(hundredths), draw(hundredths)))
    return Box(left=left / 100, top=top / 100, right=right / 100, bottom=bottom / 100)


@st.composite
def spans(draw: st.DrawFn, length: int) -> tuple[int, int]:
    """Half-open offsets in a text of that length."""
    start, end = sorted((draw(st.integers(0, length)), draw(st.integers(0, length))))
    return start, end


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Pages with lines, words and tables whose offsets fit."""
    text = draw(texts(max_size=200))
    span = spans(len(text))
    side = st.none() | st.integers(0, 500_000).map(lambda hundredths: hundredths / 100)
    return Page(
        number=draw(st.integers(1, 10_000)),
        text=text,
        width=draw(side),
        height=draw(side),
        lines=tuple(
            Line(start=start, end=end, box=draw(st.none() | boxes()), place=draw(st.none() | texts()))
            for start, end in draw(st.lists(span, max_size=3))
        ),
        words=tuple(
            Word(start=start, end=end, box=draw(boxes()), confidence=draw(shares()))
            for start, end in draw(st.lists(span, max_size=3))
        ),
        tables=tuple(draw(st.lists(tables(span), max_size=2))),
        title=draw(st.none() | texts()),
        method=draw(st.sampled_from(PageMethod)),
        state=draw(st.sampled_from(ReadState)),
    )


@st.composite
def tables(draw: st.DrawFn, span: st.SearchStrategy[tuple[int, int]]) -> Table:
    """Tables of a page."""
    places = draw(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), span), max_size=4))
    cells = tuple(
        Cell(
            row=row,
            column=column,
            start=start,
            end=end,
            row_span=draw(st.integers(1, 3)),
            column_span=draw(st.integers(1, 3)),
            box=draw(st.none() | boxes()),
        )
        for row, column, (start, end) in places
    )
    return Table(
        row_count=8,
        column_count=8,
        cells=cells,
        box=draw(st.none() | boxes()),
        header_rows=draw(st.integers(0, 8)),
        continues=draw(st.booleans()),
    )


def figures() -> st.SearchStrategy[Decimal | None]:
    """Figures a contract can hold, with the zeros they were written with."""
    return st.none() | st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=None).filter(
        lambda number: number.adjusted() > -50 and len(number.as_tuple().digits) < 50
    )


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Dates that may lack their day, or month and day."""
    date = draw(st.dates())
    parts = draw(st.integers(1, 3))
    return PartialDate(year=date.year, month=date.month if parts > 1 else None, day=date.day if parts > 2 else None)


def _identifiers() -> st.SearchStrategy[tuple[Identifier, ...]]:
    return st.lists(st.builds(Identifier, scheme=texts(), number=texts()), max_size=2).map(tuple)


def _maybe() -> st.SearchStrategy[str | None]:
    return st.none() | texts()


def _counts() -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, 10**9)


_VALUES: dict[type[Value], Callable[[], st.SearchStrategy[Value]]] = {
    CapabilityValue: lambda: st.builds(CapabilityValue, capability=names()),
    PartyValue: lambda: st.builds(PartyValue, name=texts(), identifiers=_identifiers()),
    SupplierValue: lambda: st.builds(
        SupplierValue, name=texts(), role=st.sampled_from(SupplierRole), lot=_maybe(), identifiers=_identifiers()
    ),
    AmountValue: lambda: st.builds(
        AmountValue,
        amount_kind=st.sampled_from(AmountKind),
        amount=figures(),
        currency=st.none() | st.just("CNY"),
        percent_kind=_maybe(),
        percent=figures(),
        lot=_maybe(),
    ),
    DateValue: lambda: st.builds(DateValue, date=partial_dates(), date_kind=st.sampled_from(DateKind)),
    ProjectNumberValue: lambda: st.builds(ProjectNumberValue, number=texts(), label=texts()),
    TextValue: lambda: st.builds(TextValue, text=texts()),
    RegionValue: lambda: st.builds(RegionValue, country=_maybe(), admin1=_maybe(), place=_maybe()),
    StageValue: lambda: st.builds(StageValue, stage=st.sampled_from(Stage).map(str)),
    LineItemValue: lambda: st.builds(
        LineItemValue,
        name=texts(),
        brand=_maybe(),
        model=_maybe(),
        quantity=figures(),
        unit=_maybe(),
        unit_price=figures(),
        total=figures(),
        currency=_maybe(),
        lot=_maybe(),
    ),
    BidderValue: lambda: st.builds(
        BidderValue,
        name=texts(),
        outcome=st.sampled_from(BidOutcome),
        rank=st.none() | st.integers(1, 100),
        amount=figures(),
        currency=_maybe(),
        percent_kind=_maybe(),
        percent=figures(),
        lot=_maybe(),
    ),
    ScoreValue: lambda: st.builds(
        ScoreValue,
        score=figures().filter(lambda number: number is not None),
        score_kind=texts(),
        party=_maybe(),
        lot=_maybe(),
    ),
    MarkValue: lambda: st.builds(MarkValue, mark=texts(), weight=st.sampled_from(MarkWeight)),
    LinkValue: lambda: st.builds(
        LinkValue,
        link=st.sampled_from(LinkKind),
        other=texts(),
        other_contract=_maybe(),
        similarity=figures(),
        shared=_counts(),
        traits=st.lists(texts(), max_size=3).map(tuple),
        documents=_counts(),
        of_documents=_counts(),
        buyers=_counts(),
        of_buyers=_counts(),
        pairs=_counts(),
        of_pairs=_counts(),
    ),
    ComponentValue: lambda: st.builds(
        ComponentValue,
        name=texts(),
        part_of=_maybe(),
        maker=_maybe(),
        model=_maybe(),
        quantity_per_unit=figures(),
        units=figures(),
        lot=_maybe(),
        kind=_maybe(),
        product=_maybe(),
        made_by=_maybe(),
        company=_maybe(),
        naming=st.none() | st.sampled_from(Naming),
        grade=st.none() | st.sampled_from(Grade),
        read_as=_maybe(),
    ),
}


def values(kind: StatementKind) -> st.SearchStrategy[Value]:
    """Values of the type that belongs to a kind."""
    return _VALUES[VALUE_TYPES[kind]]()


@st.composite
def anchors(draw: st.DrawFn) -> Anchor:
    """Anchors on a page or at a pointer."""
    text = draw(texts(min_size=1))
    start = draw(st.integers(0, 1_000_000))
    page_number, pointer = draw(st.sampled_from([(3, None), (None, "/releases/0/title"), (1, "table 2 row 3 cell 1")]))
    return Anchor(start=start, end=start + len(text), text=text, page_number=page_number, pointer=pointer)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Statements of every kind."""
    kind = draw(st.sampled_from(StatementKind))
    return Statement(
        kind=kind,
        value=draw(values(kind)),
        anchors=tuple(draw(st.lists(anchors(), min_size=1, max_size=2))),
        rule=draw(names()),
        rule_version=draw(st.integers(0, 1_000)),
        stage=draw(st.none() | st.sampled_from(Stage)),
        polarity=draw(st.none() | st.sampled_from(Polarity)),
        confidence=draw(shares()),
        against=tuple(draw(st.lists(texts(), max_size=2))),
    )


def records() -> st.SearchStrategy[Record]:
    """Notices of structured sources."""
    return st.builds(
        Record,
        key=texts(),
        pointer=texts(),
        statements=st.lists(statements(), max_size=2).map(tuple),
        fields=st.lists(st.builds(Field, pointer=texts(), text=texts(), heading=texts()), max_size=2).map(tuple),
        language=st.none() | st.sampled_from(["zh", "en"]),
    )


def problems() -> st.SearchStrategy[Problem]:
    """Problems of any registered code."""
    return st.builds(
        Problem,
        code=st.sampled_from(sorted(PROBLEMS)),
        step=names(),
        message=texts(),
        severity=st.sampled_from(Severity),
        page_number=st.none() | st.integers(1, 10_000),
        box=st.none() | boxes(),
        pointer=_maybe(),
    )


def items() -> st.SearchStrategy[Item]:
    """Whatever a reader may yield."""
    return (
        pages()
        | records()
        | problems()
        | st.builds(PageCount, count=st.integers(0, 2**31 - 1))
        | st.builds(MemberPart, untrusted_path=texts(), content=st.binary(max_size=100), is_last=st.booleans())
    )


def readings() -> st.SearchStrategy[Reading]:
    """Readings of any mixture."""
    return st.builds(
        Reading,
        document=hashes(),
        media_type=st.just("application/pdf"),
        reader=names(),
        reader_version=st.integers(0, 1_000),
        pages=st.lists(pages(), max_size=2, unique_by=lambda page: page.number).map(tuple),
        records=st.lists(records(), max_size=2).map(tuple),
        problems=st.lists(problems(), max_size=2).map(tuple),
        page_count=st.none() | st.integers(0, 1_000),
        state=st.sampled_from(ReadState),
        walls=texts(),
    )


@st.composite
def quotes(draw: st.DrawFn, *, document: str | None = None) -> Quote:
    """Quotes on a page or at a pointer."""
    anchor = draw(anchors())
    return Quote(
        document=document or draw(hashes()),
        path=draw(texts()),
        start=anchor.start,
        end=anchor.end,
        text=anchor.text,
        page_number=anchor.page_number,
        boxes=tuple(draw(st.lists(boxes(), max_size=2))),
        pointer=anchor.pointer,
        before=draw(texts(max_size=32)),
        after=draw(texts(max_size=32)),
        reader="pdf/1",
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Claims of every kind."""
    kind = draw(st.sampled_from(StatementKind))
    return Claim(
        claim=draw(hashes())[:32],
        contract=draw(hashes())[:32],
        kind=kind,
        value=draw(values(kind)),
        polarity=draw(st.none() | st.sampled_from(Polarity)),
        stage=draw(st.none() | st.sampled_from(Stage)),
        rule=draw(names()),
        rule_version=draw(st.integers(0, 1_000)),
        confidence=draw(shares()),
        against=tuple(draw(st.lists(texts(), max_size=2))),
        quotes=tuple(draw(st.lists(quotes(), min_size=1, max_size=2))),
        status=draw(st.sampled_from(ClaimStatus)),
    )
