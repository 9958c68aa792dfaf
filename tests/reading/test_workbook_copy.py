"""The copy of a workbook that the engine is given, and how its size is told before."""

from __future__ import annotations

import io
import zipfile

import pytest

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.workbook import Workbook, rows_of
from tenderlight.reading.office.workbook_area import MOST_CELLS
from tenderlight.reading.office.workbook_copy import merged_ranges_first, workbook_copy
from tenderlight.reading.office.workbook_survey import survey_excel
from tests.reading.made_files import xlsx

CELLS = b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
MERGED = b'<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'


def test_merged_ranges_come_before_the_cells() -> None:
    assert merged_ranges_first(CELLS + MERGED + b"<x/>") == MERGED + CELLS + MERGED + b"<x/>"
    assert merged_ranges_first(b"<a>" + CELLS) == b"<a><mergeCells></mergeCells>" + CELLS


@pytest.mark.parametrize(
    "sheet",
    [
        b"<sheetData/>" + MERGED,
        MERGED + CELLS,
        CELLS + b"<x:mergeCells/>",
        CELLS + b"<mergeCells count='0'/>",
        CELLS + b"<!-- -->" + MERGED,
        CELLS.decode().encode("utf-16"),
    ],
)
def test_sheets_written_unusually_stay_as_they_are(sheet: bytes) -> None:
    assert merged_ranges_first(sheet) == sheet


def _package(content: bytes) -> OfficePackage:
    return OfficePackage(content, ReadingLimits(), "test")


def test_a_copy_holds_what_was_looked_through_and_no_more() -> None:
    content = xlsx(CELLS.decode(), CELLS.decode(), strings="<sst><si><t>a</t></si></sst>")
    package = _package(content)
    parts = survey_excel(package).parts
    copy = workbook_copy(package, parts)
    assert copy is not None
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {
            "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml",
        }  # fmt: skip
        assert archive.read("xl/worksheets/sheet1.xml") == merged_ranges_first(parts["xl/worksheets/sheet1.xml"])


def test_no_copy_is_made_of_large_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.reading.office.workbook_copy.MOST_COPIED_BYTES", 10)
    content = xlsx(CELLS.decode())
    package = _package(content)
    assert workbook_copy(package, survey_excel(package).parts) is None
    workbook = Workbook(content, ReadingLimits(), "test")
    assert list(rows_of(workbook.sheet(0))) == [(0, [1.0])]


@pytest.mark.parametrize(
    ("references", "is_exact"),
    [
        (("A1", "ZZ9999"), False),
        (("A1", "Z99999"), False),
        (("A1", "AAA1"), False),
        (("A1", "XFD9999"), True),
        (("A1", "B1048576"), True),
    ],
)
def test_areas_are_counted_exactly_where_a_bound_is_too_large(references: tuple[str, ...], is_exact: bool) -> None:
    rows = "".join(
        f'<row r="{name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{name}"><v>1</v></c></row>' for name in references
    )
    survey = survey_excel(_package(xlsx(f"<sheetData>{rows}</sheetData>")))
    area = survey.sheets["Sheet1"].area
    exact = {"XFD9999": 9_999 * 16_384, "B1048576": 2 * 1_048_576}.get(references[1])
    if is_exact:
        assert area == exact
    else:
        assert area <= MOST_CELLS


def test_long_sheets_are_bounded_as_short_ones_are() -> None:
    filler = "".join(
        f'<row r="{number}"><c r="AB{number}" t="str"><v>1234567</v></c></row>' for number in range(1, 300)
    )
    for last, is_read in (("C9999", True), ("XFD1048576", False)):
        number = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        sheet = f'<sheetData>{filler}<row r="{number}"><c r="{last}"><v>1</v></c></row></sheetData>'
        survey = survey_excel(_package(xlsx(sheet)))
        assert (survey.sheets["Sheet1"].area <= MOST_CELLS) is is_read


def test_small_parts_that_were_looked_through_are_handed_on_as_they_were_unpacked() -> None:
    package = _package(xlsx(CELLS.decode(), strings="<sst><si><t>a</t></si></sst>"))
    copy = workbook_copy(package, survey_excel(package).parts)
    assert copy is not None
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert {found.compress_type for found in archive.infolist()} == {zipfile.ZIP_STORED}


def test_of_sheets_with_one_name_the_larger_counts() -> None:
    large = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD99999"><v>1</v></c></row></sheetData>'
    )
    for sheets in ((large, CELLS.decode()), (CELLS.decode(), large)):
        survey = survey_excel(_package(xlsx(*sheets, names=("One", "One"))))
        assert survey.sheets["One"].area > MOST_CELLS


def test_a_workbook_may_name_an_encoding_that_the_quicker_parser_does_not_know() -> None:
    declaration = '<?xml version="1.0" encoding="GBK"?>'
    plain = xlsx(CELLS.decode(), names=("清单",))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith((".rels", "workbook.xml")):
                content = (declaration + content.decode()).encode("gbk")
            target.writestr(name, content)
    package = _package(made.getvalue())
    assert list(survey_excel(package).sheets) == ["清单"]
    assert package.problems == []
