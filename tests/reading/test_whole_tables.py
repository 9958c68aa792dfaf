"""Tables of formats without pages, and heads of several rows."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from tenderlight.cases.encoding import Undecodable, decode_item, encode_item
from tenderlight.model.document import Page
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.flow import FlowRow, FlowWriter
from tenderlight.reading.registry import reader_for
from tenderlight.reading.tables.whole_tables import WholeTable, whole_tables
from tests.reading.made_files import docx, pages, read_all, xlsx


def read(content: bytes, media_type: str, limits: ReadingLimits | None = None) -> list[Page]:
    reader = reader_for(media_type)
    assert reader is not None
    return pages(read_all(reader, content, limits=limits, media_type=media_type))


def read_one(content: bytes, media_type: str) -> Page:
    (page,) = read(content, media_type)
    return page


def only_table(page: Page) -> WholeTable:
    (table,) = whole_tables([page])
    return table


def heads(table: WholeTable) -> list[tuple[str, ...]]:
    return [cell.header_texts for cell in list(table.rows())[-1]]


def test_head_of_a_word_table_is_what_the_file_says() -> None:
    def row(texts: str, properties: str = "") -> str:
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts)
        return f"<w:tr>{properties}{cells}</w:tr>"

    is_head = "<w:trPr><w:tblHeader/></w:trPr>"
    body = f"<w:tbl>{row('ab', is_head)}{row('cd', is_head)}{row('ef')}{row('gh')}</w:tbl>"
    table = only_table(read_one(docx(body), formats.DOCX))
    assert table.header_rows == 2
    assert heads(table) == [("a", "c"), ("b", "d")]
    switched_off = body.replace("<w:tblHeader/>", '<w:tblHeader w:val="0"/>')
    assert only_table(read_one(docx(switched_off), formats.DOCX)).header_rows == 0


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ("<thead><tr><td>x<td>y</thead><tbody><tr><td>1<td>2</tbody>", 1),
        ("<tr><th>x<th>y<tr><td>1<td>2", 1),
        ("<tr><th rowspan=2>x<th colspan=2>y<tr><th>z<th>w<tr><td>1<td>2<td>3", 2),
        ("<tr><th>x<td>y<tr><th>1<td>2", 0),
        ("<tr><th>x<th>y<tr><th>1<th>2", 0),
    ],
    ids=["thead", "th", "two rows", "heads of rows", "all heads"],
)
def test_head_of_an_html_table_is_what_the_file_says(rows: str, count: int) -> None:
    table = only_table(read_one(f"<table>{rows}</table>".encode(), "text/html"))
    assert table.header_rows == count


def test_cell_over_columns_has_the_heads_of_all() -> None:
    html = b"<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>1<td colspan=2>2<tr><td>1<td>2<td>3</table>"
    table = only_table(read_one(html, "text/html"))
    rows = list(table.rows())
    assert [cell.header_texts for cell in rows[2]] == [("a",), ("b", "c", "d")]
    assert [cell.header_texts for cell in rows[3]] == [("a",), ("b", "c"), ("b", "d")]
    assert [cell.is_header for cell in rows[1]] == [True, True]


def test_frozen_rows_of_a_sheet_are_its_head_where_words_do_not_tell() -> None:
    def sheet(view: str) -> bytes:
        cells = "".join(
            f'<row r="{row}">'
            + "".join(f'<c r="{column}{row}" t="inlineStr"><is><t>{column}{row}</t></is></c>' for column in "AB")
            + "</row>"
            for row in (1, 2, 3)
        )
        return xlsx(f"{view}<sheetData>{cells}</sheetData>")

    frozen = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" state="frozen"/></sheetView></sheetViews>'
    assert only_table(read_one(sheet(frozen), formats.XLSX)).header_rows == 1
    assert only_table(read_one(sheet(""), formats.XLSX)).header_rows == 0


def test_table_longer_than_a_page_of_text_is_one_table() -> None:
    rows = ["name,quantity", *(f"pump {number},{number}" for number in range(300))]
    found = read("\n".join(rows).encode(), "text/csv", ReadingLimits(page_characters=500))
    assert len(found) > 5
    (table,) = whole_tables(found)
    assert (table.row_count, table.header_rows) == (301, 1)
    assert [row[1].text for row in table.rows()] == ["quantity", *map(str, range(300))]
    assert heads(table) == [("name",), ("quantity",)]


def test_table_that_begins_on_a_new_page_does_not_continue() -> None:
    writer = FlowWriter(ReadingLimits(page_characters=20))
    writer.line("x" * 15, "line 1")
    writer.open_table()
    for number in (0, 1):
        writer.row(FlowRow(number, ["abc", "abc"], (0, 1)), ["", ""])
    writer.close_table()
    found = [*writer.pages(), *writer.last_pages()]
    assert [[table.continues for table in page.tables] for page in found] == [[], [False]]


def test_readings_stored_before_heads_were_known_still_decode() -> None:
    page = read_one(b"name,quantity\npump,3\n", "text/csv")
    stored = encode_item(page)
    assert decode_item(stored) == page
    plain = msgspec.json.decode(stored)
    for key in ("header_rows", "continues"):
        del plain["tables"][0][key]
    older = decode_item(msgspec.json.encode(plain))
    assert isinstance(older, Page)
    assert older.tables == (replace(page.tables[0], header_rows=0),)


def test_head_larger_than_its_table_is_refused() -> None:
    page = read_one(b"name,quantity\npump,3\n", "text/csv")
    bad = replace(page, tables=(replace(page.tables[0], header_rows=3),))
    with pytest.raises(Undecodable):
        decode_item(encode_item(bad))


def test_titles_of_a_table_head_no_column() -> None:
    content = b"Price list,,\n,,unit: euro\nname,quantity,price\npump,3,4\nvalve,1,2\n"
    table = only_table(read_one(content, "text/csv"))
    assert table.header_rows == 3
    assert heads(table) == [("name",), ("quantity",), ("price",)]
