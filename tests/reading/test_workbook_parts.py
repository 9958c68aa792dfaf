"""The engine that reads workbooks comes to no part that was not looked through, whatever a file says of its parts."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.office.workbook import Workbook, rows_of
from tenderlight.reading.office.workbook_area import MOST_CELLS
from tests.reading import made_xlsb
from tests.reading.made_files import OFFICE, SHEETS, xlsx, zip_of

SMALL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
LARGE = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="ALZ9999"><v>1</v></c></row></sheetData>'
"""Ten million cells and more between the first and the last."""
SHEET, OTHER = "xl/worksheets/sheet1.xml", "xl/worksheets/other.xml"
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
Change = Callable[[str], str]


def _changed(content: bytes, changes: Mapping[str, Change], **new: str) -> bytes:
    """A workbook with some parts changed or left out, and the sheet LARGE in a part that nobody should come to."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    made = {name: changes.get(name, str)(part) for name, part in parts.items()}
    return zip_of({name: part for name, part in made.items() if part} | new)


def _opened(content: bytes) -> Workbook:
    return Workbook(content, ReadingLimits(), "test")


def _read(workbook: Workbook) -> list[int | None]:
    """How many cells each sheet has that may be read, in memory; None = it may not, or cannot, be read."""
    found: list[int | None] = []
    for index, _ in enumerate(workbook.sheets):
        survey = workbook.survey(index)
        if survey.is_unreadable or survey.area > MOST_CELLS:
            found.append(None)
            continue
        try:
            sheet = workbook.sheet(index)
        except ValueError:
            found.append(None)
        else:
            assert sheet.width * sheet.height <= survey.area
            found.append(sheet.width * sheet.height)
    return found


def _to(target: str) -> Change:
    return lambda part: part.replace('Target="worksheets/sheet1.xml"', f'Target="{target}"')


@pytest.mark.parametrize(
    ("changes", "large", "read"),
    [
        ({RELATIONS: _to('worksheets/other.xml" TargetMode="External')}, OTHER, [None]),
        ({RELATIONS: _to("worksheets/./sheet1.xml")}, "xl/worksheets/./sheet1.xml", [1]),
        ({RELATIONS: _to("worksheets/sheet&#49;.xml")}, "xl/worksheets/sheet&#49;.xml", [1]),
        ({RELATIONS: _to("worksheets/../worksheets/sheet1.xml")}, "xl/worksheets/../worksheets/sheet1.xml", [1]),
        ({RELATIONS: _to("/xl/worksheets/sheet1.xml")}, "xl//xl/worksheets/sheet1.xml", [1]),
        (
            {
                RELATIONS: lambda part: _to("worksheets/other.xml")(part).replace(
                    "</R", '<Other Id="s1" Target="worksheets/sheet1.xml"/></R'
                )
            },
            OTHER,
            [1],
        ),
        ({BOOK: lambda part: part.replace('name="Sheet1"', 'name="a\nb"')}, OTHER, [1]),
        ({BOOK: lambda part: part.replace('r:id="s1"', 'r:id="s&#49;"')}, OTHER, [1]),
        ({BOOK: lambda part: part.replace('r:id="s1"', 'r:id="s2"')}, OTHER, [None]),
    ],
)  # fmt: skip
def test_what_stands_under_another_name_is_not_read(
    changes: Mapping[str, Change], large: str, read: list[int | None]
) -> None:
    large_sheet = f'<worksheet xmlns="{SHEETS}">{LARGE}</worksheet>'
    assert _read(_opened(_changed(xlsx(SMALL), changes, **{large: large_sheet}))) == read


def test_a_sheet_that_is_too_large_is_given_to_no_other_sheet() -> None:
    """The engine would take the relation, whose name it looks for; we would take the last with the key."""

    def crossed(part: str) -> str:
        return _to("worksheets/sheet2.xml")(part).replace("</R", '<Other Id="s1" Target="worksheets/sheet1.xml"/></R')

    assert _read(_opened(_changed(xlsx(SMALL, LARGE), {RELATIONS: crossed}))) == [1, None]


def test_sheets_are_those_of_the_part_that_the_file_starts_from() -> None:
    """Others lie under the usual names."""
    content = xlsx(SMALL, names=("Mine",))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        book, relations = archive.read(BOOK).decode(), archive.read(RELATIONS).decode()
    decoy = _changed(
        content,
        {
            "_rels/.rels": lambda part: part.replace("xl/workbook.xml", "xl/book.xml"),
            BOOK: lambda part: part.replace("Mine", "Decoy"),
            RELATIONS: _to("worksheets/other.xml"),
        },
        **{
            "xl/book.xml": book,
            "xl/_rels/book.xml.rels": relations,
            OTHER: f'<worksheet xmlns="{SHEETS}">{LARGE}</worksheet>',
        },
    )
    workbook = _opened(decoy)
    assert [sheet.name for sheet in workbook.sheets] == ["Mine"]
    assert _read(workbook) == [1]


def test_parts_may_lie_anywhere_and_be_called_anything() -> None:
    strings = "<sst><si><t>甲</t></si></sst>"
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row></sheetData>'
    styles = f'<styleSheet xmlns="{SHEETS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    relations = (
        f'<Relationships><Relationship Id="a" Type="{OFFICE}/worksheet" Target="../leaves/one"/>'
        f'<Relationship Id="b" Type="{OFFICE}/sharedStrings" Target="words"/>'
        f'<Relationship Id="c" Type="{OFFICE}/styles" Target="/looks"/></Relationships>'
    )
    book = (
        f'<x:workbook xmlns:x="{SHEETS}" xmlns:k="{OFFICE}"><x:workbookPr date1904="true"/>'
        '<x:sheets><x:sheet name="甲" sheetId="1" k:id="a"/></x:sheets></x:workbook>'
    )
    start = f'<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/books/b1"/></Relationships>'
    workbook = _opened(
        zip_of(
            {
                "_rels/.rels": start, "books/b1": book, "books/_rels/b1.rels": relations, "books/words": strings,
                "leaves/one": f"<worksheet>{cells}</worksheet>", "looks": styles,
            }
        )
    )  # fmt: skip
    assert [sheet.name for sheet in workbook.sheets] == ["甲"]
    assert list(rows_of(workbook.sheet(0))) == [(0, ["甲", datetime.date(2027, 3, 16)])]


def test_strings_are_those_that_were_looked_at() -> None:
    """A part of the same name in another folder, first in the file, is not the one that is read."""
    cells = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
    honest, lying = "<sst><si><t>甲</t></si></sst>", '<sst uniqueCount="999999999999"><si><t>乙</t></si></sst>'
    for first, read in ((lying, True), (honest, False)):
        content = xlsx(cells, strings=honest if read else lying)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {"a/sharedStrings.xml": first} | {name: archive.read(name).decode() for name in archive.namelist()}
        workbook = _opened(zip_of(parts))
        assert (workbook.hindrance == "") is read
        if read:
            assert list(rows_of(workbook.sheet(0))) == [(0, ["甲"])]


def test_kinds_of_sheets_and_what_is_hidden_are_known() -> None:
    content = _changed(
        xlsx(SMALL, SMALL, SMALL, SMALL, states=("visible", "hidden", "veryHidden", "odd")),
        {
            RELATIONS: lambda part: part.replace(
                f'Id="s1" Type="{OFFICE}/worksheet"', f'Id="s1" Type="{OFFICE}/chartsheet"'
            ).replace(f'Id="s2" Type="{OFFICE}/worksheet"', f'Id="s2" Type="{OFFICE}/xlMacrosheet"')
        },
    )
    workbook = _opened(content)
    assert [sheet.has_cells for sheet in workbook.sheets] == [False, True, True, True]
    assert [sheet.is_visible for sheet in workbook.sheets] == [True, False, False, False]
    assert list(rows_of(workbook.sheet(1))) == [(0, [1.0])]


def test_a_sheet_that_the_engine_refuses_rearranged_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.reading.office.workbook_copy.merged_ranges_first", lambda _: b"<sheetData></row>")
    assert list(rows_of(_opened(xlsx(SMALL)).sheet(0))) == [(0, [1.0])]


_TARGETS = st.sampled_from(
    [
        "worksheets/sheet1.xml", "worksheets/sheet2.xml", "worksheets/./sheet2.xml", "worksheets//sheet2.xml",
        "/xl/worksheets/sheet2.xml", "xl/worksheets/sheet2.xml", "../xl/worksheets/sheet2.xml", "WORKSHEETS/SHEET2.XML",
        "worksheets/sheet&#50;.xml", "worksheets\\\\sheet2.xml", "worksheets/sheet2.xml\n", "", "worksheets/",
    ]
)  # fmt: skip
_RELATION = st.tuples(
    st.sampled_from(["Relationship", "Other", "x:Relationship", "relationship"]),
    st.sampled_from(["s1", "s2", "S1", "s&#49;", "s1 "]),
    _TARGETS,
    st.sampled_from(["", ' TargetMode="External"', ' TargetMode="Internal"']),
)


@given(relations=st.lists(_RELATION, max_size=6), keys=st.lists(st.sampled_from(["s1", "s2", "s&#49;"]), max_size=3))
def test_no_list_of_relations_leads_to_a_sheet_that_is_too_large(
    relations: list[tuple[str, str, str, str]], keys: list[str]
) -> None:
    written = "".join(
        f'<{tag} Id="{key}" Type="{OFFICE}/worksheet" Target="{target}"{mode}/>' for tag, key, target, mode in relations
    )
    listed = "".join(f'<sheet name="{number}" sheetId="1" r:id="{key}"/>' for number, key in enumerate(keys))
    content = _changed(
        xlsx(SMALL, LARGE),
        {
            RELATIONS: lambda _: f'<Relationships xmlns:x="x">{written}</Relationships>',
            BOOK: lambda _: f'<workbook xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        },
        **{"xl/worksheets/./sheet2.xml": f"<worksheet>{LARGE}</worksheet>"},
    )
    assert set(_read(_opened(content))) <= {1, None}


@pytest.mark.parametrize(
    "target", ['worksheets/other.bin" TargetMode="External', "worksheets/./sheet1.bin", "worksheets/sheet&#49;.bin"]
)
def test_nor_does_a_binary_workbook_lead_to_a_part_that_was_not_looked_at(target: str) -> None:
    small = made_xlsb.sheet(made_xlsb.row(0, made_xlsb.cell(0, 1.0)))
    rows = (made_xlsb.row(0, *(made_xlsb.cell(column, 1.0) for column in range(20))), made_xlsb.row(0xFFFFF))
    large = made_xlsb.sheet(*rows, made_xlsb.row(0xFFFFF, made_xlsb.cell(19, 1.0)))
    with zipfile.ZipFile(io.BytesIO(made_xlsb.xlsb(small))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = "xl/_rels/workbook.bin.rels"
    parts[relations] = parts[relations].replace(b"worksheets/sheet1.bin", target.encode())
    read = _read(_opened(zip_of({**parts, f"xl/{target.partition(chr(34))[0]}": large})))
    assert read in ([1], [None])


_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
)


def _ods(**tables: tuple[int, int]) -> bytes:
    written = "".join(
        f'<table:table table:name="{name.rstrip("_")}"><table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
        for name, (rows, columns) in tables.items()
    )
    body = f"<office:body><office:spreadsheet>{written}</office:spreadsheet></office:body>"
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": f"<office:document-content {_ODF}>{body}</office:document-content>",
        }
    )


def test_an_ods_workbook_is_not_opened_where_its_sheets_are_too_large_together() -> None:
    """The engine takes all of them into memory when it opens one."""
    assert _read(_opened(_ods(a=(3, 2), b=(1, 1)))) == [6, 1]
    workbook = _opened(_ods(a=(3_000, 2_000), b=(3_000, 2_000)))
    assert workbook.hindrance == "office-without-text"
    assert [found.code for found in workbook.problems()] == ["limit-cells"]


def test_sheets_of_an_ods_workbook_are_told_apart_as_the_engine_does() -> None:
    twice = _opened(_ods(a=(30, 20), a_=(1, 1)))
    assert [twice.survey(index).area for index in (0, 1)] == [600, 600]
    assert _opened(_ods(**{"a\nb": (30, 20)})).survey(0).area == 600
