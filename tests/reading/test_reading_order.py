"""Rows, columns, and what must not be taken for columns."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.reading.layout.reading_order import Piece, rows_in_order

PROSE = "running text that fills its column"


def piece(number: int, left: float, top: float, text: str, *, line: int | None = None, is_table: bool = False) -> Piece:
    width = 5.0 * len(text)
    return Piece(
        number=number,
        left=left,
        top=top,
        right=left + width,
        bottom=top + 10,
        emitted=number,
        line=number if line is None else line,
        columns_of_type=len(text),
        is_table=is_table,
    )


def order(pieces: Sequence[Piece]) -> list[list[int]]:
    return [[each.number for each in row] for row in rows_in_order(pieces)]


def test_rows_come_from_top_to_bottom_whatever_the_file_draws_first() -> None:
    assert order([piece(0, 0, 40, "foot"), piece(1, 0, 0, "head"), piece(2, 0, 20, "middle")]) == [[1], [2], [0]]


def test_label_and_value_at_one_height_are_one_row() -> None:
    labels = [piece(number, 0, 15 * number, "Contracting body") for number in range(6)]
    values = [piece(10 + number, 200, 15 * number + 1, "Greyfen Council") for number in range(6)]
    assert order([*labels, *values]) == [[number, 10 + number] for number in range(6)]


def test_columns_drawn_one_after_the_other_are_read_so() -> None:
    left = [piece(number, 0, 15 * number, PROSE) for number in range(6)]
    right = [piece(10 + number, 200, 15 * number, PROSE) for number in range(6)]
    assert order([*left, *right]) == [[number] for number in (*range(6), *range(10, 16))]


def test_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    pieces = []
    for number in range(6):
        pieces += [
            piece(2 * number, 0, 15 * number, PROSE),
            piece(2 * number + 1, 200, 15 * number, PROSE, line=2 * number),
        ]
    assert order(pieces) == [[number] for number in (*range(0, 12, 2), *range(1, 12, 2))]


def test_rows_of_short_fields_drawn_line_by_line_stay_rows() -> None:
    pieces = []
    for number in range(6):
        pieces += [piece(2 * number, 0, 15 * number, "HZ-779C"), piece(2 * number + 1, 200, 15 * number, "3,872")]
    assert order(pieces) == [[2 * number, 2 * number + 1] for number in range(6)]


def test_heading_over_columns_comes_first_and_foot_last() -> None:
    head, foot = piece(98, 0, 0, "x" * 80), piece(99, 0, 130, "y" * 80)
    left = [piece(number, 0, 20 + 15 * number, PROSE) for number in range(6)]
    right = [piece(10 + number, 200, 20 + 15 * number, PROSE) for number in range(6)]
    assert order([*right, foot, *left, head]) == [[98], *([number] for number in (*range(6), *range(10, 16))), [99]]


def test_page_line_in_two_parts_over_columns_stays_one_row() -> None:
    left = [piece(number, 0, 20 + 15 * number, PROSE) for number in range(8)]
    right = [piece(10 + number, 200, 20 + 15 * number, PROSE) for number in range(8)]
    head = [piece(30, 0, 0, "Proposed Rules", line=30), piece(31, 250, 0, "Federal Register", line=30)]
    assert order([*head, *left, *right])[:2] == [[30, 31], [0]]


def test_three_columns() -> None:
    columns = [[piece(10 * side + n, 200 * side, 12 * n, PROSE) for n in range(7)] for side in range(3)]
    assert order([each for column in columns for each in column]) == [[10 * s + n] for s in range(3) for n in range(7)]


def test_table_is_a_row_of_its_own() -> None:
    table = piece(5, 0, 20, "t" * 40, line=-1, is_table=True)
    assert order([piece(0, 0, 0, "before"), table, piece(1, 0, 40, "after"), piece(2, 250, 21, "beside")]) == [
        [0],
        [5],
        [2],
        [1],
    ]


def test_raised_figure_stays_in_its_line() -> None:
    note = Piece(number=1, left=50, top=-2, right=54, bottom=4, emitted=1, line=0, columns_of_type=1)
    assert order([piece(0, 0, 0, "word"), note, piece(2, 60, 0, "goes on", line=0)]) == [[0, 1, 2]]
