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
from tenderlight.reading.office.workbook_survey import WorkbookSurvey, survey_excel
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


def _copy(package: OfficePackage, survey: WorkbookSurvey, *, is_literal: bool = False) -> zipfile.ZipFile:
    copy = workbook_copy(package, survey, is_literal=is_literal)
    assert copy is not None
    return zipfile.ZipFile(io.BytesIO(copy))


def test_a_copy_holds_what_was_looked_through_and_no_more() -> None:
    content = xlsx(CELLS.decode(), CELLS.decode(), strings="<sst><si><t>a</t></si></sst>")
    package = _package(content)
    survey = survey_excel(package)
    with _copy(package, survey) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {
            "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/0.xml",
            "xl/worksheets/1.xml", "xl/sharedStrings.xml",
        }  # fmt: skip
        assert archive.read("xl/worksheets/0.xml") == merged_ranges_first(survey.listed[0].survey.xml)
    with _copy(package, survey, is_literal=True) as archive:
        assert archive.read("xl/worksheets/0.xml") == survey.listed[0].survey.xml


def test_large_sheets_are_handed_on_as_they_are_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.reading.office.workbook_copy.MOST_COPIED_BYTES", 10)
    content = xlsx(CELLS.decode())
    package = _package(content)
    with _copy(package, survey_excel(package)) as archive:
        assert archive.getinfo("xl/worksheets/0.xml").compress_type == zipfile.ZIP_DEFLATED
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
    area = survey.listed[0].survey.area
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
        assert (survey.listed[0].survey.area <= MOST_CELLS) is is_read


def test_small_parts_that_were_looked_through_are_handed_on_as_they_were_unpacked() -> None:
    package = _package(xlsx(CELLS.decode(), strings="<sst><si><t>a</t></si></sst>"))
    with _copy(package, survey_excel(package)) as archive:
        assert {found.compress_type for found in archive.infolist()} == {zipfile.ZIP_STORED}


def test_of_two_sheets_with_one_name_each_is_told_apart() -> None:
    large = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD99999"><v>1</v></c></row></sheetData>'
    )
    for sheets in ((large, CELLS.decode()), (CELLS.decode(), large)):
        workbook = Workbook(xlsx(*sheets, names=("One", "One")), ReadingLimits(), "test")
        assert [sheet.name for sheet in workbook.sheets] == ["One", "One"]
        for index, sheet in enumerate(sheets):
            assert (workbook.survey(index).area > MOST_CELLS) is (sheet is large)
        assert list(rows_of(workbook.sheet(sheets.index(CELLS.decode())))) == [(0, [1.0])]


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
    assert [sheet.name for sheet in survey_excel(package).listed] == ["清单"]
    assert package.problems == []
