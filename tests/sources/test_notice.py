from __future__ import annotations

import pytest

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, DateKind, TextValue
from tenderlight.sources.notice import Notice, Written


def at(text: str, pointer: str = "/x") -> Written:
    return Written(pointer=pointer, text=text)


@pytest.fixture
def notice() -> Notice:
    return Notice(source="made", step="read:made/1", stage=Stage.AWARD)


def test_white_space_around_words_is_not_quoted() -> None:
    anchor = at("  two words \n").anchor()
    assert (anchor.start, anchor.end, anchor.text) == (2, 11, "two words")


def test_a_wrapped_name_is_one_line() -> None:
    assert at("Compañía Española\n      de Petróleos").line == "Compañía Española de Petróleos"


def test_the_same_statement_is_kept_once(notice: Notice) -> None:
    for pointer in ("/a", "/b"):
        notice.state(StatementKind.TITLE, TextValue(text="x"), [at("x", pointer)], rule="title")
    [statement] = notice.record(key="k", pointer="", language=None).statements
    assert [anchor.pointer for anchor in statement.anchors] == ["/a"]
    assert (statement.rule, statement.stage) == ("made.title", Stage.AWARD)


def test_a_statement_without_words_is_not_made(notice: Notice) -> None:
    notice.state(StatementKind.TITLE, TextValue(text="x"), [None, at("  ")], rule="title")
    assert notice.record(key="k", pointer="", language=None).statements == ()


@pytest.mark.parametrize("amount", ["0", "0.00", "", "   "])
def test_nought_and_nothing_say_nothing(notice: Notice, amount: str) -> None:
    notice.amount(AmountKind.AWARD, at(amount), at("EUR", "/c"), rule="value")
    assert notice.record(key="k", pointer="", language=None).statements == ()
    assert notice.problems() == []


@pytest.mark.parametrize("amount", ["NaN", "-5", "1,234", "five"])
def test_an_amount_that_cannot_be_read_is_a_problem(notice: Notice, amount: str) -> None:
    notice.amount(AmountKind.AWARD, at(amount), at("EUR", "/c"), rule="value")
    assert notice.record(key="k", pointer="", language=None).statements == ()
    assert [(problem.code, problem.pointer) for problem in notice.problems()] == [("amount-unreadable", "/x")]


def test_an_amount_quotes_number_and_currency(notice: Notice) -> None:
    notice.amount(AmountKind.AWARD, at("1,234.50", "/a"), at("mdl", "/c"), rule="value")
    [statement] = notice.record(key="k", pointer="", language=None).statements
    assert [(anchor.pointer, anchor.text) for anchor in statement.anchors] == [("/a", "1,234.50"), ("/c", "mdl")]


def test_a_currency_that_is_none_is_left_out(notice: Notice) -> None:
    notice.amount(AmountKind.AWARD, at("5", "/a"), at("$", "/c"), rule="value")
    [statement] = notice.record(key="k", pointer="", language=None).statements
    assert [anchor.pointer for anchor in statement.anchors] == ["/a"]


def test_problems_of_one_code_are_counted(notice: Notice) -> None:
    for pointer in ("/a", "/b", "/c"):
        notice.date(DateKind.AWARD, at("soon", pointer), rule="date")
    [problem] = notice.problems()
    assert problem.pointer == "/a"
    assert problem.message.endswith("(2 more in this notice)")


def test_a_text_is_kept_once_and_to_the_letter(notice: Notice) -> None:
    notice.text(at(" one\ntwo ", "/a"), heading="title")
    notice.text(at("one\ntwo", "/b"), heading="description")
    assert [(field.pointer, field.text) for field in notice.record(key="k", pointer="", language=None).fields] == [
        ("/a", " one\ntwo ")
    ]
