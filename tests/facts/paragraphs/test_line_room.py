"""How much room lines leave, and which lines may have been broken at all."""

import pytest

from tenderlight.facts.paragraphs.line_room import half_widths, runs_of_lines
from tenderlight.languages.normalise import flatten
from tenderlight.model.box import Box
from tenderlight.model.columns import LineColumns
from tenderlight.model.document import Cell, Line, Page, PageMethod, Table

LONG = "The authority has bought twelve cameras and one recorder from"
SHORT = "Aster Signals Ltd"


def _runs(page: Page) -> list[list[str]]:
    return [[line.text for line in run] for run in runs_of_lines(page, flatten(page.text))]


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("中标人", 6), ("型号 AB-2（台）", 15), ("Größe №7", 8), ("", 0)]
)
def test_chinese_signs_are_twice_as_wide(text: str, width: int) -> None:
    assert half_widths(text) == width


def test_room_is_what_the_longest_line_leaves_to_the_first_word_of_the_next() -> None:
    page = Page(number=1, text=f"{LONG}\n{SHORT}\n")
    ((line, following),) = runs_of_lines(page, flatten(page.text))
    assert (line.left_over, following.left_over) == (0, len(LONG) - len(SHORT))
    assert line.room_before(following) == -len(" Aster")


def test_a_mark_that_begins_no_line_takes_the_sign_before_it_along() -> None:
    page = Page(number=1, text=f"{'甲' * 30}\n乙。丙\n丁戊")
    (run,) = runs_of_lines(page, flatten(page.text))
    assert [line.first_word for line in run] == [2, 4, 2]


def test_chinese_broken_after_so_many_signs_leaves_nothing() -> None:
    page = Page(number=1, text=f"{'甲' * 30}\n{'乙' * 20}{'1' * 10}\n丙丁")
    (run,) = runs_of_lines(page, flatten(page.text))
    assert [line.left_over for line in run] == [0, 0, 56]


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red\nviolets are blue\nnobody bought\nanything new",
        f"{'A paragraph that nobody broke goes on and on. ' * 4}\n{LONG}\n{SHORT}",
        f"{'中' * 80}\n{'中' * 30}\n中标",
        LONG,
        "",
    ],
)
def test_short_lines_and_whole_paragraphs_were_not_broken(text: str) -> None:
    assert _runs(Page(number=1, text=text)) == []


def test_empty_lines_and_rows_part_runs() -> None:
    text = f"{LONG}\n{SHORT}\n\n{LONG}\n{SHORT}\nItem\tPrice\n{LONG}"
    assert _runs(Page(number=1, text=text)) == [[LONG, SHORT], [LONG, SHORT]]


def test_tables_of_the_page_are_left_as_they_are() -> None:
    cell = Cell(row=0, column=0, start=0, end=len(LONG) + 1 + len(SHORT))
    table = Table(row_count=1, column_count=1, cells=(cell,))
    page = Page(number=1, text=f"{LONG}\n{SHORT}\n{LONG}\n{SHORT}", tables=(table,))
    assert _runs(page) == [[LONG, SHORT]]


@pytest.mark.parametrize(("place", "runs"), [("line 1", [[LONG, SHORT]]), ("paragraph 1", []), ("Sheet1!B7", [])])
def test_formats_that_keep_paragraphs_have_no_broken_lines(place: str, runs: list[list[str]]) -> None:
    lines = LineColumns(starts=(0, len(LONG) + 1), ends=(len(LONG), len(LONG) + 18), places=(place, place))
    assert _runs(Page(number=1, text=f"{LONG}\n{SHORT}", lines=lines, method=PageMethod.FLOW)) == runs


def _boxed(lines: list[tuple[str, float, float, float]]) -> Page:
    """Return a page of lines with their left, right and top, ten points high."""
    text = "\n".join(line[0] for line in lines)
    placed, start = [], 0
    for words, left, right, top in lines:
        box = Box(left=left, top=top, right=right, bottom=top + 10)
        placed.append(Line(start=start, end=start + len(words), box=box))
        start += len(words) + 1
    return Page(number=1, text=text, lines=tuple(placed), width=595, height=842)


def test_boxes_tell_the_margin_of_each_column() -> None:
    narrow = "The offer of the second bidder was late, so it was not opened"
    page = _boxed([(LONG, 60, 360, 100), (SHORT, 60, 150, 115), (narrow, 400, 560, 100), (SHORT, 400, 460, 115)])
    ((first, _, second, _),) = runs_of_lines(page, flatten(page.text))
    assert (first.left_over, second.left_over) == (0, 0)


def test_letters_of_arabic_end_at_the_left() -> None:
    first, last = "قررت الوزارة إرساء المنافسة على شركة أفق الواحة للأنظمة الأمنية", "المحدودة بقيمة إجمالية"
    page = _boxed([(first, 60, 540, 100), (last, 400, 540, 115)])
    ((line, following),) = runs_of_lines(page, flatten(page.text))
    assert line.left_over == 0
    assert following.left_over > 30


def test_what_stands_beside_or_far_below_is_not_the_next_line() -> None:
    page = _boxed([(LONG, 60, 360, 100), (SHORT, 60, 150, 100), (SHORT, 60, 150, 115), (SHORT, 60, 150, 180)])
    ((first, beside, below, far),) = runs_of_lines(page, flatten(page.text))
    assert [first.is_above(one) for one in (beside, below, far)] == [False, True, False]
    assert first.gap_to(below) == 0.5
