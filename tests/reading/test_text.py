"""Plain text and tables written as text."""

from __future__ import annotations

import pytest

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.text import TableTextReader, TextReader, delimiter_of
from tests.reading.made_files import codes, line_texts, only_page, pages, read_all, table_texts


def table(content: str | bytes, name: str = "x.csv") -> list[list[str]]:
    raw = content.encode() if isinstance(content, str) else content
    return table_texts(only_page(read_all(TableTextReader(), raw, name)))


def test_lines_keep_their_words_and_their_numbers() -> None:
    page = only_page(read_all(TextReader(), "甲方：公安局\r\n\r\n\r\n  乙方：  公司\tx\rend".encode()))
    assert page.text == "甲方：公安局\n\n  乙方：  公司\tx\nend\n"
    assert [line.place for line in page.lines] == ["line 1", "line 4", "line 5"]


@pytest.mark.parametrize("charset", ["cp1251", "utf-16", "koi8-r", "utf-8-sig"])
def test_text_in_other_character_sets(charset: str) -> None:
    text = "Заказчик: Министерство внутренних дел\nЦена контракта: 5 миллионов рублей"
    assert line_texts(only_page(read_all(TextReader(), text.encode(charset)))) == text.split("\n")


def test_one_endless_line_is_cut_into_pages_without_loss() -> None:
    content = b"x" * 1000
    found = pages(read_all(TextReader(), content, limits=ReadingLimits(page_characters=101)))
    assert [len(page.text) for page in found] == [101] * 10
    assert "".join(page.text.strip("\n") for page in found).encode() == content


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2,5\n3,5;4,5\n", [["a", "b"], ["1,5", "2,5"], ["3,5", "4,5"]]),
        ("sep=|\na|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ('a,b\n"x, y","say ""hi"""\n', [["a", "b"], ["x, y", 'say "hi"']]),
        ('a,b\n"two\nlines",c\n', [["a", "b"], ["two\nlines", "c"]]),
        ('a,b\n24" screen,5\n', [["a", "b"], ['24" screen', "5"]]),
        ('a,b\n"open,1\nc,2\nd,3\n', [["a", "b"], ['"open', "1"], ["c", "2"], ["d", "3"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n\n1,\n,2", [["a", "b"], [], ["1", ""], ["", "2"]]),
        ("供应商，金额\n某公司，5\n", [["供应商，金额"], ["某公司，5"]]),
    ],
)
def test_tables_written_as_text(content: str, rows: list[list[str]]) -> None:
    assert table(content) == rows


def test_a_russian_export_of_a_spreadsheet() -> None:
    content = "Поставщик;Сумма\r\nООО «Ромашка»;1 500,00\r\nЗАО «Лютик и сыновья»;2 300,50\r\n"
    assert table(content.encode("cp1251"))[1] == ["ООО «Ромашка»", "1 500,00"]
    assert table(content.replace(";", "\t").encode("utf-16"), "x.tsv")[2] == ["ЗАО «Лютик и сыновья»", "2 300,50"]


def test_places_of_cells() -> None:
    page = only_page(read_all(TableTextReader(), b"a,b\n1,2\n", "x.csv"))
    assert [line.place for line in page.lines] == ["row 1 cell 1", "row 1 cell 2", "row 2 cell 1", "row 2 cell 2"]


@pytest.mark.parametrize("media_type", ["", "text/csv"])
def test_a_single_column_has_some_delimiter(media_type: str) -> None:
    assert delimiter_of("alone\nstill alone\n", media_type) == ("alone\nstill alone\n", ",")


def test_a_tab_separated_table_may_hold_commas() -> None:
    assert delimiter_of("a,b,c\td\n", "text/tab-separated-values")[1] == "\t"


def test_a_row_wider_than_any_spreadsheet_is_cut_and_reported() -> None:
    items = read_all(TableTextReader(), b"a," * 20_000 + b"\n", "x.csv")
    assert only_page(items).tables[0].column_count == 16_384
    assert codes(items) == ["limit-cells", "sheets-not-laid-out"]


def test_a_table_cut_by_pages_stays_tables() -> None:
    content = "".join(f"{row},x\n" for row in range(10, 30)).encode()
    found = pages(read_all(TableTextReader(), content, "x.csv", ReadingLimits(page_characters=50)))
    assert [table_texts(page)[0] for page in found] == [["10", "x"], ["20", "x"]]
    assert [page.lines[0].place for page in found] == ["row 1 cell 1", "row 11 cell 1"]


def test_many_quotations_that_never_close_take_little_time() -> None:
    rows = table('a,"b\n' * 20_001)
    assert sum(text.count("b") for row in rows for text in row) == 20_001


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig", "big5"])
@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
def test_tables_in_every_usual_charset_with_every_usual_delimiter(codec: str, delimiter: str) -> None:
    rows = [["名稱", "數量", "備註"], ["攝影機", "2", f'含"引號"與{delimiter}符號'], ["伺服器", "3", "兩\n行"]]
    quoted = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    items = read_all(TableTextReader(), "\r\n".join(quoted).encode(codec), "prices.csv", media_type="text/csv")
    expected = [[cell.replace("\t", " ") for cell in row] for row in rows]
    assert table_texts(only_page(items)) == expected
    assert codes(items) == ["sheets-not-laid-out"]


def test_a_quotation_mark_that_closes_a_mebibyte_later_is_a_letter() -> None:
    lines = ['1,"open', *(f"{number},{'x' * 200}" for number in range(2, 6000)), '6000,close"', "6001,last"]
    page = only_page(read_all(TableTextReader(), "\n".join(lines).encode(), "a.csv", media_type="text/csv"))
    texts = table_texts(page)
    assert texts[0] == ["1", '"open']
    assert texts[-1] == ["6001", "last"]
    assert len(texts) == 6001
