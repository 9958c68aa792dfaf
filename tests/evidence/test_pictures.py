"""Which lines are held against pictures, and what comes of it for the claims that rest on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tenderlight.evidence import assemble
from tenderlight.evidence.pictures import ComparedLine, QuotedLine, other_lines, quoted_lines, with_picture
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.document import Line, Page, PageMethod, Reading, Word
from tenderlight.model.problem import problem
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import TextValue
from tenderlight.reading.recognition.seen_lines import Difference, Seen, SeenLine

LINES = ("Contract award notice", "Value: EUR 8,250,000", "excluding tax")
TEXT = "\n".join(LINES) + "\n"
STARTS = (0, 22, 43)
SEEN_BY = "reader-of-pictures/3"


def page(number: int = 1, *, method: PageMethod = PageMethod.TEXT_LAYER) -> Page:
    lines, words = [], []
    for row, (start, text) in enumerate(zip(STARTS, LINES, strict=True)):
        box = Box(left=40, top=40 + 30 * row, right=300, bottom=52 + 30 * row)
        lines.append(Line(start=start, end=start + len(text), box=box))
        words.append(Word(start=start, end=start + len(text.rstrip()), box=box))
    return Page(number=number, text=TEXT, width=400, height=600, lines=tuple(lines), words=tuple(words), method=method)


def reading(*pages: Page, **how: object) -> Reading:
    made = Reading(document="ef" * 32, media_type="application/pdf", reader="pdf", reader_version=1, pages=pages)
    return replace(made, **how)  # type: ignore[arg-type]


def claims(read: Reading, *spans: tuple[int, int, int], kind: StatementKind = StatementKind.TITLE) -> list[Claim]:
    """A claim of a kind for each page, start and end."""
    statements = [
        Statement(
            kind=StatementKind.TITLE,
            value=TextValue(text=f"{number} {start}"),
            anchors=(Anchor(page_number=number, start=start, end=end, text=TEXT[start:end]),),
            rule="facts.title",
            rule_version=1,
        )
        for number, start, end in spans
    ]
    return [replace(claim, kind=kind) for claim in assemble(read, statements, contract="c")]


FIGURE = (1, 29, 42)
"""The figure in the second line."""


def test_the_lines_that_a_quote_touches_are_compared() -> None:
    read = reading(page(1), page(2))
    found = quoted_lines(read, claims(read, (2, 29, 50), FIGURE))
    assert [(line.page_number, line.text) for line in found.lines] == [
        (1, LINES[1]), (2, LINES[1]), (2, LINES[2]),
    ]  # fmt: skip
    assert found.is_whole
    assert found.lines[0].box == Box(left=40, top=70, right=300, bottom=82)


@pytest.mark.parametrize(
    "read",
    [
        reading(page(method=PageMethod.RECOGNISED)),
        reading(replace(page(method=PageMethod.FLOW), width=None)),
        reading(page(), media_type="application/ofd"),
        reading(page(), problems=(problem("page-font-missing", step="read", page_number=1),)),
    ],
)
def test_what_has_no_picture_to_trust_is_not_compared(read: Reading) -> None:
    made = claims(read, FIGURE)
    assert quoted_lines(read, made).lines == ()
    has_text_and_picture = read.pages[0].method is PageMethod.TEXT_LAYER
    assert [one.picture for one in made] == [PictureSays.NOT_COMPARED if has_text_and_picture else None]


def test_there_is_a_limit_and_price_lists_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.evidence.pictures.MOST_LINES", 2)
    read = reading(*(page(number) for number in range(1, 5)))
    made = claims(read, (1, 29, 42), (2, 29, 42), kind=StatementKind.LINE_ITEM)
    made += claims(read, (4, 29, 42), (3, 29, 42), kind=StatementKind.AMOUNT)
    found = quoted_lines(read, made)
    assert [line.page_number for line in found.lines] == [3, 4]
    assert not found.is_whole
    monkeypatch.setattr("tenderlight.evidence.pictures.MOST_LINES", 400)
    monkeypatch.setattr("tenderlight.evidence.pictures.MOST_ITEM_LINES", 1)
    found = quoted_lines(read, made)
    assert [line.page_number for line in found.lines] == [1, 3, 4]
    assert not found.is_whole
    monkeypatch.setattr("tenderlight.evidence.pictures.MOST_PAGES", 1)
    found = quoted_lines(read, [*made, *claims(read, (4, 0, 8))])
    assert [(line.page_number, line.start) for line in found.lines] == [(4, 0), (4, 22)]
    assert not found.is_whole


def compared(*seen: SeenLine, first: int = 1) -> dict[int, Sequence[ComparedLine]]:
    """Lines of page 1 from a row on, and what is seen of each."""
    lines = [
        ComparedLine(
            line=QuotedLine(
                page_number=1, start=start, end=start + len(text), text=text, box=Box(left=0, top=0, right=9, bottom=9)
            ),
            seen=each,
        )
        for start, text, each in zip(STARTS[first:], LINES[first:], seen, strict=False)
    ]
    return {1: lines}


def figure(*differences: tuple[int, int, bool], text: str = "Value: EUR 3,250,000") -> SeenLine:
    made = tuple(Difference(start=start, end=end, is_sure=is_sure) for start, end, is_sure in differences)
    return SeenLine(seen=Seen.READ, text=text, differences=made)


@pytest.mark.parametrize(
    ("seen", "says"),
    [
        (figure(), PictureSays.SAME),
        (figure((11, 12, True)), PictureSays.OTHER),
        (figure((11, 12, False)), PictureSays.UNCLEAR),
        (figure((0, 5, True)), PictureSays.SAME),  # beside the words that are quoted
        (SeenLine(seen=Seen.BLANK), PictureSays.OTHER),
        (SeenLine(seen=Seen.UNCLEAR), PictureSays.UNCLEAR),
    ],
)
def test_only_what_is_sure_and_inside_the_quote_speaks_against_it(seen: SeenLine, says: PictureSays) -> None:
    (made,) = claims(reading(page()), FIGURE)
    found = with_picture(made, compared(seen), seen_by=SEEN_BY)
    assert found.picture is says
    assert len(found.against) == (says is PictureSays.OTHER)
    assert replace(found, picture=made.picture, against=()) == made
    assert len(list(other_lines([found], compared(seen)[1]))) == (says is PictureSays.OTHER)


def test_the_sentence_says_what_is_said_and_what_is_seen() -> None:
    (made,) = claims(reading(page()), FIGURE)
    (sentence,) = with_picture(made, compared(figure((11, 12, True))), seen_by=SEEN_BY).against
    assert sentence == (
        "The picture of page 1 shows “Value: EUR 3,250,000” where the text of the file says “Value: EUR 8,250,000”, "
        "as reader-of-pictures/3 reads it."
    )
    (sentence,) = with_picture(made, compared(SeenLine(seen=Seen.BLANK)), seen_by=SEEN_BY).against
    assert sentence == "The picture of page 1 shows nothing where the text of the file says “Value: EUR 8,250,000”."


def test_words_of_which_a_line_was_not_compared_are_not_said_to_be_the_same() -> None:
    (made,) = claims(reading(page()), (1, 29, 56))
    both = compared(figure(), SeenLine(seen=Seen.READ))
    assert with_picture(made, both, seen_by=SEEN_BY).picture is PictureSays.SAME
    assert with_picture(made, compared(figure()), seen_by=SEEN_BY).picture is PictureSays.NOT_COMPARED
    assert with_picture(made, {}, seen_by=SEEN_BY).picture is PictureSays.NOT_COMPARED
    lied = compared(figure((11, 12, True)))
    assert with_picture(made, lied, seen_by=SEEN_BY).picture is PictureSays.OTHER


def test_the_worst_of_several_quotes_counts_and_recognised_pages_are_left_out() -> None:
    read = reading(page(1), page(2, method=PageMethod.RECOGNISED), recogniser="reader-of-pictures/2")
    statement = Statement(
        kind=StatementKind.TITLE,
        value=TextValue(text="a"),
        anchors=tuple(
            Anchor(page_number=number, start=start, end=end, text=TEXT[start:end])
            for number, start, end in ((1, 0, 8), FIGURE, (2, 29, 42))
        ),
        rule="facts.title",
        rule_version=1,
    )
    (made,) = assemble(read, [statement], contract="c")
    same = compared(SeenLine(seen=Seen.READ), figure(), first=0)
    assert with_picture(made, same, seen_by=SEEN_BY).picture is PictureSays.SAME
    worse = compared(SeenLine(seen=Seen.UNCLEAR), figure((11, 12, True)), first=0)
    assert with_picture(made, worse, seen_by=SEEN_BY).picture is PictureSays.OTHER
