"""What was met while reading goes with the claims that rest on it, and with no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.evidence import assemble
from tenderlight.evidence.doubts import DOUBTFUL, MOST_SENTENCES, SENTENCES
from tenderlight.languages.odd_characters import Oddity
from tenderlight.model.box import Box
from tenderlight.model.document import Line, Page, Reading, Word
from tenderlight.model.problem import PROBLEMS, Problem, Severity, problem
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import TextValue

TEXT = "First line\nSecond line\n"
TOP, LOWER = Box(left=10, top=10, right=90, bottom=20), Box(left=10, top=30, right=90, bottom=40)


def page(number: int, text: str = TEXT) -> Page:
    middle = text.index("\n") + 1
    lines = (Line(start=0, end=middle - 1, box=TOP), Line(start=middle, end=len(text) - 1, box=LOWER))
    words = tuple(Word(start=line.start, end=line.end, box=line.box) for line in lines if line.box)
    return Page(number=number, text=text, width=100, height=100, lines=lines, words=words)


def statement(page_number: int, text: str = "Second line", start: int = 11) -> Statement:
    anchor = Anchor(page_number=page_number, start=start, end=start + len(text), text=text)
    value = TextValue(text=text)
    return Statement(kind=StatementKind.TITLE, value=value, anchors=(anchor,), rule="facts.title", rule_version=1)


def against(*problems: Problem, of: Statement, pages: tuple[Page, ...] = (page(1), page(2))) -> tuple[str, ...]:
    reading = Reading(
        document="ab" * 32,
        media_type="application/pdf",
        reader="pdf",
        reader_version=1,
        pages=pages,
        problems=problems,
    )
    (claim,) = assemble(reading, [of], contract="c")
    return claim.against


def test_a_doubt_about_a_page_goes_with_its_claims_only() -> None:
    doubt = problem("pdf-revisions", step="read:pdf/2", page_number=2, detail="Before: “EUR 5”.")
    assert against(doubt, of=statement(2)) == (doubt.message,)
    assert against(doubt, of=statement(1)) == ()


def test_a_doubt_about_a_place_goes_with_the_words_in_it_only() -> None:
    doubt = problem("text-remapped", step="read:pdf/2", page_number=1, box=LOWER)
    assert against(doubt, of=statement(1)) == (doubt.message,)
    assert against(doubt, of=statement(1, "First line", 0)) == ()


def test_a_number_whose_marks_are_not_sure_is_said_against_claims_that_rest_on_it() -> None:
    doubt = problem("recognition-numbers-unsure", step="recognise:x/1", page_number=1, box=LOWER)
    assert against(doubt, of=statement(1)) == (doubt.message,)
    assert against(doubt, of=statement(1, "First line", 0)) == ()


def test_a_doubt_about_the_whole_file_goes_with_every_claim() -> None:
    doubt = problem("tracked-changes", step="read:word/2")
    assert against(doubt, of=statement(1)) == against(doubt, of=statement(2)) == (doubt.message,)


def test_what_a_statement_says_itself_comes_first() -> None:
    doubt = problem("tracked-changes", step="read:word/2")
    said = replace(statement(1), against=("It is late.",))
    assert against(doubt, doubt, of=said) == ("It is late.", doubt.message)


def test_what_was_not_read_is_no_doubt() -> None:
    assert against(problem("page-needs-recognition", step="read:pdf/2", page_number=1), of=statement(1)) == ()


def test_what_a_web_page_hides_is_no_doubt() -> None:
    assert against(problem("hidden-text", step="read:html/1"), of=statement(1)) == ()


def test_odd_letters_count_where_the_quote_stands() -> None:
    odd = page(1, "Аcme line\nOther line\n" + "x" * 40 + "\n")
    assert against(of=statement(1, "cme line", 1), pages=(odd,)) == (SENTENCES[Oddity.LOOK_ALIKE],)
    assert against(of=statement(1, "x" * 8, 53), pages=(odd,)) == ()


def test_a_doubt_about_a_place_in_a_record_goes_with_what_lies_in_it() -> None:
    doubt = problem("duplicate-key", step="read:ocds/1", pointer="/awards/1")
    anchor = Anchor(pointer="/awards/1/title", start=0, end=1, text="A")
    inside = replace(statement(1), anchors=(anchor,))
    beside = replace(inside, anchors=(replace(anchor, pointer="/awards/12/title"),))
    assert against(doubt, of=inside) == (doubt.message,)
    assert against(doubt, of=beside) == ()


def test_there_is_an_end_to_doubts() -> None:
    many = [
        problem("text-replaced", step="read:pdf/2", page_number=1, detail=f"Place {number}.") for number in range(99)
    ]
    assert len(against(*many, of=statement(1))) == MOST_SENTENCES


@pytest.mark.parametrize("code", sorted(DOUBTFUL))
def test_doubts_are_registered_and_leave_something_to_doubt(code: str) -> None:
    assert PROBLEMS[code].severity is not Severity.NOT_READ


def test_what_a_font_says_falsely_on_one_page_it_says_on_every_page() -> None:
    doubt = problem("page-text-disagrees", step="recognise", page_number=1, box=TOP, detail="9 is seen as 5.")
    assert against(doubt, of=statement(1, "First line", 0)) == (doubt.message,)
    assert against(doubt, of=statement(1)) == ()
    assert against(doubt, of=statement(2)) == (f"On page 1: {doubt.message}",)
