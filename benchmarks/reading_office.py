"""How fast the text of Office files is read, against the libraries that most programs read them with.

Run `python benchmarks/reading_office.py [--shared DIR] [--repeats N]`. All figures are CPU seconds of the process and
its children; the contenders take turns on each file, and the median over rounds counts. Ratios hold from machine to
machine; milliseconds do not.

R11: Word documents (DOCX) with header and tracked insertions at 20 times the speed of python-docx; workbooks (XLSX) at
15 times the speed of openpyxl; Word 97 documents (DOC) at 100 times the speed of LibreOffice started for one file
(measured only where `soffice` is installed).

Three things are measured beside each peer:

- `text` is the job that the peer does, and what the goal is held against. DOCX: from bytes to the texts of all
  paragraphs, cells, headers and footers, with tracked insertions and without tracked deletions (`word.parts_of`).
  XLSX: from bytes to the value of every cell of every sheet with its type (`workbook.Workbook`, `workbook.rows_of`);
  what is looked through before a stranger's file may be read counts in. Both are the first step of the reader itself.
- `engine` is the engine alone, which no reader over it can pass by much. DOCX: the main part is unpacked and parsed by
  lxml, and nothing is read from it. XLSX: calamine is given the file as it came, trusts it, and hands out all rows. It
  has no goal: it shows how much of one is left.
- `reader` is the whole reader, as the product runs it: pages with the place of every paragraph and cell, heads of
  tables, notes of what is hidden, changed, damaged or left out. Peers have nothing of the kind; it has no goal, but
  for DOC, whose reader is measured whole against it.

python-docx reads paragraphs, cells and headers, but no tracked insertions. openpyxl reads in its read-only mode and in
its ordinary one; the faster counts. Documents made here have parts like those that Word writes, a header, and a tracked
insertion in every fiftieth paragraph; workbooks have numbers, texts and a second sheet. What was read is held against
what the peer read before anything is timed.
"""

from __future__ import annotations

import argparse
import gc
import io
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.reading import registry
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.sheets import shown
from tenderlight.reading.office.word import parts_of
from tenderlight.reading.office.workbook import Value, Workbook, rows_of

LEAST_SECONDS = 0.05
"""Quick calls are repeated for at least this long, and the mean counts."""
MOST_CALLS = 50
COLUMNS = 8
ROWS_OF_TABLE = 250
SIZES = ((10, 50), (100, 500), (1_000, 5_000), (5_000, 50_000))
"""Paragraphs and cells of documents made here; workbooks have the cells alone."""
STEP = "benchmark"
LIMITS = ReadingLimits()
INSERTION = "交货期变更为60日历天"
HEADER = "招标文件"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Work = Callable[[bytes], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A file, who reads it beside us, and how much faster we are to be."""

    name: str
    content: bytes
    ours: dict[str, Work]
    peers: dict[str, Work]
    goals: dict[str, float]
    """By the name of what is ours."""


def words_of_document(content: bytes) -> list[str]:
    """Read the paragraphs and cells of a DOCX."""
    texts: list[str] = []
    for _, part in parts_of(OfficePackage(content, LIMITS, STEP)):
        for block in part.blocks:
            texts += [block] if isinstance(block, str) else [text for row in block.rows for text in row.texts]
    return texts


def values_of_workbook(content: bytes) -> list[list[Value]]:
    """Read the values of the cells of an XLSX."""
    workbook = Workbook(content, LIMITS, STEP)
    return [row for index in range(len(workbook.sheets)) for _, row in rows_of(workbook.sheet(index))]


def parsed_document(content: bytes) -> object:
    """Unpack and parse the main part of a DOCX."""
    return OfficePackage(content, LIMITS, STEP).tree("word/document.xml")


def rows_of_engine(content: bytes) -> list[list[Value]]:
    """Have the engine hand out the rows of an XLSX."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = map(workbook.get_sheet_by_index, range(len(workbook.sheet_names)))
    return [row for sheet in sheets for row in sheet.iter_rows()]


def pages_of(content: bytes) -> list[Page]:
    """Read a file as the product does."""
    found = media_type(content)
    reader = registry.reader_for(found)
    assert reader is not None
    items = reader.read(OpenOriginal(content=content, media_type=found), LIMITS)
    return [item for item in items if isinstance(item, Page)]


def with_python_docx(content: bytes) -> list[str]:
    """Read paragraphs, cells and headers of a DOCX with python-docx."""
    import docx

    document = docx.Document(io.BytesIO(content))
    texts = [paragraph.text for section in document.sections for paragraph in section.header.paragraphs]
    texts += [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            texts += [cell.text for cell in row.cells]
    return texts


def with_openpyxl_read_only(content: bytes) -> list[tuple[Value | None, ...]]:
    """Read the values of an XLSX with openpyxl, in its mode for large files."""
    return _with_openpyxl(content, read_only=True)


def with_openpyxl(content: bytes) -> list[tuple[Value | None, ...]]:
    """Read the values of an XLSX with openpyxl, in its ordinary mode."""
    return _with_openpyxl(content, read_only=False)


def _with_openpyxl(content: bytes, *, read_only: bool) -> list[tuple[Value | None, ...]]:
    from openpyxl.reader.excel import load_workbook

    workbook = load_workbook(io.BytesIO(content), read_only=read_only, data_only=True)  # type: ignore[no-untyped-call]
    return [row for sheet in workbook for row in sheet.iter_rows(values_only=True)]


def with_libreoffice(content: bytes) -> None:
    """Turn a DOC into text with LibreOffice, started for it alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.doc")
        path.write_bytes(content)
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt",
                "--outdir", folder, str(path),
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip


def made_workbook(cells: int) -> bytes:
    """Return a bill of quantities with about so many cells."""
    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("清单")
        sheet.write_row(0, 0, ["序号", "名称", "规格", "单位", "数量", "单价", "金额", "备注"])
        for row in range(1, cells // COLUMNS):
            sheet.write_row(row, 0, [row, f"摄像机 {row}", "400万像素", "台", row % 90, 3905.5, row * 39.05, "含税"])
        workbook.add_worksheet("说明").write(0, 0, "单价含税")
    return held.getvalue()


def made_document(paragraphs: int, cells: int) -> bytes:
    """Return a Word document of so many paragraphs and about so many cells, with the parts that Word writes."""
    import docx

    empty = docx.Document()
    empty.sections[0].header.paragraphs[0].text = HEADER
    held = io.BytesIO()
    empty.save(held)
    body = [_paragraph(number) for number in range(paragraphs)]
    for first in range(0, cells // COLUMNS, ROWS_OF_TABLE):
        rows = range(first, min(first + ROWS_OF_TABLE, cells // COLUMNS))
        body += ["<w:tbl><w:tblPr/><w:tblGrid/>", *map(_row, rows), "</w:tbl>"]
    made = io.BytesIO()
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                section = content[content.index(b"<w:sectPr") : content.index(b"</w:body>")].decode()
                inside = "".join([*body, section])
                content = (
                    f'<w:document xmlns:w="{_WORD}" xmlns:r="{_RELATION}"><w:body>{inside}</w:body></w:document>'
                ).encode()
            target.writestr(name, content)
    return made.getvalue()


def _paragraph(number: int) -> str:
    inserted = (
        f'<w:ins w:id="{number}" w:author="a"><w:r><w:t>{INSERTION}</w:t></w:r></w:ins>' if number % 50 == 1 else ""
    )
    return (
        '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>'
        f"<w:r><w:t>{number}. 货物验收合格并取得增值税专用发票后30日内</w:t></w:r>"
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>支付至合同总价的97%。</w:t></w:r>{inserted}</w:p>"
    )


def _row(number: int) -> str:
    cells = (
        '<w:tc><w:tcPr><w:tcW w:w="1080" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:r><w:t>{number}-{column} 摄像机</w:t></w:r></w:p></w:tc>"
        for column in range(COLUMNS)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def document_contest(name: str, content: bytes) -> Contest:
    """Return a contest over a DOCX, after a look at what was read."""
    ours, theirs = words_of_document(content), with_python_docx(content)
    assert any(INSERTION in text for text in ours), f"{name} was not read whole"
    assert HEADER in ours[0], f"{name} was not read whole"
    known = {text.replace(INSERTION, "").strip() for text in ours} | {text.strip() for text in ours}
    assert {text.strip() for text in theirs} <= known | {""}, f"{name} was not read whole"
    return Contest(
        name=name,
        content=content,
        ours={"engine": parsed_document, "text": words_of_document, "reader": pages_of},
        peers={"python-docx": with_python_docx},
        goals={"text": 20.0},
    )


def workbook_contest(name: str, content: bytes) -> Contest:
    """Return a contest over an XLSX, after a look at what was read."""
    ours = [shown(value) for row in values_of_workbook(content) for value in row if value != ""]
    theirs = [shown(value) for row in with_openpyxl(content) for value in row if value is not None]
    assert ours == theirs, f"{name} was not read as openpyxl reads it"
    return Contest(
        name=name,
        content=content,
        ours={"engine": rows_of_engine, "text": values_of_workbook, "reader": pages_of},
        peers={"openpyxl, read-only": with_openpyxl_read_only, "openpyxl": with_openpyxl},
        goals={"text": 15.0},
    )


def contests(shared: Path) -> list[Contest]:
    """Return what is compared: the shared files where they are, and files of several sizes made here."""
    office = shared / "data/reading/office"
    found = []
    if office.is_dir():
        found += [document_contest(name, (office / name).read_bytes()) for name in ("contract1.docx", "contract2.docx")]
        found.append(workbook_contest("boq1.xlsx", (office / "boq1.xlsx").read_bytes()))
    for paragraphs, cells in SIZES:
        found.append(document_contest(f"made, {paragraphs} + {cells}", made_document(paragraphs, cells)))
    for _, cells in SIZES:
        found.append(workbook_contest(f"made, {cells} cells", made_workbook(cells)))
    if office.is_dir() and shutil.which("soffice"):
        found.append(
            Contest(
                name="contract1.doc",
                content=(office / "contract1.doc").read_bytes(),
                ours={"reader": pages_of},
                peers={"LibreOffice, cold": with_libreoffice},
                goals={"reader": 100.0},
            )
        )
    return found


def cpu_seconds(work: Work, content: bytes) -> float:
    """Return the CPU time of one call, children included, the mean of several for quick ones.

    A first call is not counted: it pays for what the one before has left. A tree of a large document is a million small
    pieces of memory, and whoever next asks for a large one puts them together, for 50 ms.
    """

    def spent() -> float:
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime

    gc.collect()
    work(content)
    before, calls = spent(), 0
    while not calls or (spent() - before < LEAST_SECONDS and calls < MOST_CALLS):
        work(content)
        calls += 1
    return (spent() - before) / calls


def measure(contest: Contest, repeats: int) -> dict[str, float]:
    """Return the median CPU seconds of ours and of the peers, by name."""
    contenders = {**contest.ours, **contest.peers}
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(repeats):
        for name, work in contenders.items():
            seconds[name].append(cpu_seconds(work, contest.content))
    return {name: statistics.median(found) for name, found in seconds.items()}


def main() -> int:
    """Measure, print the table, and say whether every goal holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    registry.warm_up()
    compared = contests(options.shared)
    gc.collect()
    gc.freeze()  # so that nobody pays for modules that others have loaded
    holds = True
    print(f"{'file':20} {'ours':7} {'peer, the fastest':20} {'ours ms':>9} {'peer ms':>9} {'ratio':>7} {'goal':>5}")
    for contest in compared:
        seconds = measure(contest, options.repeats)
        peer = min(contest.peers, key=seconds.__getitem__)
        for ours in contest.ours:
            ratio, goal = seconds[peer] / seconds[ours], contest.goals.get(ours)
            missed = goal is not None and ratio < goal
            holds = holds and not missed
            print(
                f"{contest.name:20} {ours:7} {peer:20} {seconds[ours] * 1000:9.2f} {seconds[peer] * 1000:9.2f} "
                f"{ratio:7.1f} {'' if goal is None else f'{goal:5.0f}'}{'  missed' if missed else ''}"
            )
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
