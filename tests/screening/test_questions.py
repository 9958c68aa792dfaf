"""Names from arguments, lines and tables."""

from __future__ import annotations

from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening.questions import columns_of, of_names, of_row, troubles

DAY = PartialDate(year=2022)


def test_names_are_numbered_and_none_is_left_out() -> None:
    found = list(of_names(["Acorn  Optics", "", "Birch"], on=DAY, origin="line"))
    assert [(each.query.name, each.where) for each in found] == [
        ("Acorn Optics", "line 1"),
        ("", "line 2"),
        ("Birch", "line 3"),
    ]
    assert [len(troubles(each)) for each in found] == [0, 1, 0]


def test_columns_by_usual_heads_and_by_name() -> None:
    head = ["No", "Supplier", " 统一社会信用代码 ", "Country", "Date"]
    columns = columns_of(head)
    assert columns is not None
    assert (columns.name, columns.country, columns.day) == ("Supplier", "Country", "Date")
    assert dict(columns.identifiers) == {" 统一社会信用代码 ": "CN-USCC"}
    named = columns_of(head, name="no")
    assert named is not None
    assert named.name == "No"
    assert columns_of(["No", "Price"]) is None
    assert columns_of(head, name="Bidder") is None


def test_a_row_has_its_own_day_or_the_one_asked_for_or_none() -> None:
    columns = columns_of(["name", "uscc", "country", "address", "date"])
    assert columns is not None
    row = {"name": " Acorn\nOptics ", "uscc": "91 ", "country": "China", "address": "Hangzhou", "date": "2020-02-03"}
    question = of_row(row, columns, on=DAY, where="row 2")
    assert question.query.name == "Acorn Optics"
    assert question.query.identifiers == (Identifier(scheme="CN-USCC", number="91"),)
    assert (question.query.country, question.query.place) == ("CN", "Hangzhou")
    assert (question.days, question.day_is) == ((PartialDate(year=2020, month=2, day=3),), "of the row")
    assert of_row(row | {"date": ""}, columns, on=DAY, where="row 2").days == (DAY,)
    assert of_row(row | {"date": "soon"}, columns, on=DAY, where="row 2").days == ()
