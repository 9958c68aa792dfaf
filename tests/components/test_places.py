from tenderlight.components.places import Places
from tenderlight.model.document import Cell, Page, Table
from tests.components.made import page_of

TEXT = "名称\t品牌\n摄像机\t大华\n品牌：宇视\n"


def test_cells_of_lines_with_tabulators_have_heads_and_rows() -> None:
    places = Places(TEXT.replace("：", ":"), page_of(TEXT), ())
    cell = places.cell_at(TEXT.index("大华"))
    assert cell is not None
    assert (cell.head, cell.row, cell.column) == ("品牌", 1, 1)
    assert [TEXT[one.start : one.end] for one in places.row_of(cell)] == ["摄像机", "大华"]
    assert places.cell_at(TEXT.index("宇视")) is None


def test_brands_stand_under_such_heads_and_behind_such_labels() -> None:
    places = Places(TEXT.replace("：", ":"), page_of(TEXT), ())
    assert [TEXT[start:end] for start, end in places.brand_zones()] == ["大华", "宇视"]


def test_cells_that_reach_down_far_are_followed_as_far_as_there_is_room() -> None:
    cells = tuple(Cell(row=row, column=0, start=row, end=row + 1, row_span=10_000) for row in range(5_000))
    page = Page(number=1, text="x" * 5_000, tables=(Table(row_count=5_000, column_count=1, cells=cells),))
    places = Places(page.text, page, ())
    assert sum(map(len, places.rows.values())) <= 105_000
    assert places.cell_at(4_999) is not None
