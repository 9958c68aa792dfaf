"""Whatever the bytes are: readers only yield, places hold what they say, and text that went in comes out."""

from __future__ import annotations

import csv
import html
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import formats, registry
from tenderlight.reading.blocks import SourceCell, arrange
from tenderlight.reading.charset import decode
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.word import WordReader
from tenderlight.reading.text import TableTextReader
from tenderlight.reading.web.html import HtmlReader
from tests.reading.made_files import (
    codes,
    docx,
    line_texts,
    members,
    odt,
    only_page,
    paragraph,
    read_all,
    table_texts,
    xlsx,
    zip_of,
)

SMALL = ReadingLimits(
    pages=20, page_characters=200, document_characters=2000, members=5, unpacked_bytes=100_000, element_depth=20
)
OURS = sorted(registry.media_types() - {"application/pdf"})
words = st.text(st.sampled_from("采购人：云渡县中标价abcXYZ019 ,.（）é"), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split()) or "x"
)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(words, min_size=width, max_size=width), min_size=2, max_size=5)
)
markup = st.lists(
    st.one_of(
        words,
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "</table>",
                "<br>",
                "<td rowspan=3>",
                "<td colspan=0>",
                "<div hidden>",
                "</div>",
                "<pre>\n ",
                "<ul><li>",
                "<!--",
                "-->",
                "&nbsp;",
                "&#x1F600;",
                "<script>",
                "</script>",
                "<svg>",
                "<th>",
                "<template>",
                "<select><option>",
            ]
        ),
    ),
    max_size=40,
).map("".join)
SEEDS = (
    docx(paragraph("采购人") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", header=paragraph("h")),
    odt("<text:p>采购人</text:p>"),
    xlsx('<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'),
    zip_of({"招标.txt": b"x" * 50, "a/b.txt": b"y"}, zipfile.ZIP_STORED),
)


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["gbk", "utf-16", "hz"])))
def test_decoding_never_fails_and_always_gives_storable_text(content: bytes, declared: str | None) -> None:
    decode(content, declared).text.encode("utf-8")


@given(st.binary(max_size=700), st.text(max_size=10))
def test_some_format_is_always_found(content: bytes, name: str) -> None:
    assert media_type(content, name) in {*formats.FORMAT_NAMES, formats.UNKNOWN, formats.EMPTY}


@pytest.mark.parametrize("kind", OURS)
@given(content=st.binary(max_size=600))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_readers_only_yield_whatever_the_bytes(kind: str, content: bytes) -> None:
    reader = registry.reader_for(kind)
    assert reader is not None
    read_all(reader, content, limits=SMALL, media_type=kind)


@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=4), st.data())
@settings(max_examples=60, deadline=None)
def test_readers_only_yield_for_damaged_files(seed: bytes, changes: list[tuple[int, int]], data: st.DataObject) -> None:
    damaged = bytearray(seed)
    for at, value in changes:
        damaged[at % len(damaged)] = value
    content = bytes(damaged[: data.draw(st.integers(1, len(damaged)))])
    reader = registry.reader_for(media_type(content))
    if reader is not None:
        read_all(reader, content, limits=SMALL)


@given(markup)
@settings(max_examples=150, deadline=None)
def test_broken_markup_gives_sound_pages(source: str) -> None:
    read_all(HtmlReader(), source.encode(), limits=SMALL)


@given(st.lists(words, min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_paragraphs_come_back_from_html_and_word(texts: list[str]) -> None:
    page = "".join(f"<p>{html.escape(text)}</p>" for text in texts).encode()
    assert line_texts(only_page(read_all(HtmlReader(), page))) == texts
    body = "".join(paragraph(html.escape(text)) for text in texts)
    assert line_texts(only_page(read_all(WordReader(), docx(body)))) == texts


@given(tables)
@settings(max_examples=40, deadline=None)
def test_tables_come_back_from_html_and_text(rows: list[list[str]]) -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{html.escape(text)}' for text in row)}" for row in rows)
    page = only_page(read_all(HtmlReader(), f"<table>{cells}</table>".encode()))
    assert table_texts(page) == rows
    written = io.StringIO(newline="")
    csv.writer(written, delimiter="\t").writerows(rows)
    assert table_texts(only_page(read_all(TableTextReader(), written.getvalue().encode(), "x.tsv"))) == rows


@given(
    st.lists(
        st.lists(st.builds(SourceCell, row_span=st.integers(0, 5), column_span=st.integers(1, 4)), max_size=4),
        max_size=5,
    )
)
def test_every_cell_of_a_table_has_a_place_of_its_own(rows: list[list[SourceCell]]) -> None:
    for number, cell in enumerate(cell for row in rows for cell in row):
        cell.blocks.append(str(number))
    for block in arrange(rows):
        if not isinstance(block, str):
            places = [(row.number, column) for row in block.rows for column in row.columns]
            assert places == sorted(set(places))


@given(st.dictionaries(words, st.binary(max_size=50), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_files_come_back_from_a_zip(files: dict[str, bytes]) -> None:
    content = zip_of(files)
    reader = registry.reader_for(formats.ZIP)
    assert reader is not None
    items = read_all(reader, content)
    assert members(items) == files
    assert codes(items) == []
