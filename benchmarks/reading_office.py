"""How fast Office files become pages with places, against the libraries that most programs read them with.

Run `python benchmarks/reading_office.py [--shared DIR] [--repeats N]`. All figures are CPU seconds of the process and
its children; the contenders take turns on each file, and the median over rounds counts. Ratios hold from machine to
machine; milliseconds do not.

R11: Word documents (DOCX) with header and tracked insertions at 20 times the speed of python-docx, which reads neither;
workbooks (XLSX) at 15 times the speed of openpyxl; Word 97 documents (DOC) at 100 times the speed of LibreOffice
started for one file (measured only where `soffice` is installed). Both peers give bare strings; ours gives pages with
the place of every paragraph and cell, the head of each table, and what was hidden or changed.
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
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.reading import registry
from tenderlight.reading.detect import media_type

CALLS = 5
LARGE_ROWS = 2_000
LARGE_COLUMNS = 8
OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A file, who reads it beside us, and how much faster we are to be."""

    name: str
    content: bytes
    peer: str
    read_by_peer: Callable[[bytes], object]
    goal: float
    words: tuple[str, ...] = ()
    """What our reading must hold, or the comparison is none."""


def read_by_us(content: bytes) -> list[Page]:
    """Read a file as the product does."""
    found = media_type(content)
    reader = registry.reader_for(found)
    assert reader is not None
    items = reader.read(OpenOriginal(content=content, media_type=found), ReadingLimits())
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


def with_openpyxl(content: bytes) -> list[tuple[object, ...]]:
    """Read the values of an XLSX with openpyxl, in its faster mode."""
    from openpyxl.reader.excel import load_workbook

    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)  # type: ignore[no-untyped-call]
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


def large_workbook() -> bytes:
    """Return a workbook of many rows, made here."""
    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("清单")
        sheet.write_row(0, 0, ["序号", "名称", "规格", "单位", "数量", "单价", "金额", "备注"])
        for row in range(1, LARGE_ROWS):
            sheet.write_row(row, 0, [row, f"摄像机 {row}", "400万像素", "台", row % 90, 3905.5, row * 39.05, "含税"])
    return held.getvalue()


def large_document() -> bytes:
    """Return a Word document of many paragraphs and a long table, made here."""
    import docx

    document = docx.Document()
    for number in range(LARGE_ROWS // 4):
        document.add_paragraph(f"{number}. 货物验收合格并取得增值税专用发票后30日内支付至合同总价的97%。")
    table = document.add_table(rows=0, cols=LARGE_COLUMNS)
    for row in range(LARGE_ROWS // 10):
        for at, cell in enumerate(table.add_row().cells):
            cell.text = f"{row}-{at} 摄像机"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def contests(shared: Path) -> list[Contest]:
    """Return what is compared: the shared files where they are, and larger ones made here."""
    found = [
        Contest(
            name="made document", content=large_document(), peer="python-docx", read_by_peer=with_python_docx, goal=20
        ),
        Contest(name="made workbook", content=large_workbook(), peer="openpyxl", read_by_peer=with_openpyxl, goal=15),
    ]
    office = shared / "data/reading/office"
    if office.is_dir():
        insertion = "交货期变更为60日历天"
        for name in ("contract1.docx", "contract2.docx"):
            content = (office / name).read_bytes()
            words = (insertion, "招标文件")
            found.append(
                Contest(
                    name=name, content=content, peer="python-docx", read_by_peer=with_python_docx, goal=20, words=words
                )
            )
        content = (office / "boq1.xlsx").read_bytes()
        found.append(Contest(name="boq1.xlsx", content=content, peer="openpyxl", read_by_peer=with_openpyxl, goal=15))
        if shutil.which("soffice"):
            content = (office / "contract1.doc").read_bytes()
            found.append(
                Contest(
                    name="contract1.doc", content=content, peer="LibreOffice, cold", read_by_peer=with_libreoffice,
                    goal=100, words=(insertion,),
                )
            )  # fmt: skip
    return found


def cpu_seconds(work: Callable[[bytes], object], content: bytes) -> float:
    """Return the CPU time of one call, children included, the mean of several for quick ones."""

    def spent() -> float:
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime

    gc.collect()
    before = spent()
    for _ in range(CALLS):
        work(content)
    return (spent() - before) / CALLS


def measure(contest: Contest, repeats: int) -> tuple[float, float]:
    """Return the median CPU seconds of ours and of the peer."""
    text = "".join(page.text for page in read_by_us(contest.content))
    assert all(words in text for words in contest.words), f"{contest.name} was not read whole"
    contest.read_by_peer(contest.content)
    ours, others = [], []
    for _ in range(repeats):
        ours.append(cpu_seconds(read_by_us, contest.content))
        others.append(cpu_seconds(contest.read_by_peer, contest.content))
    return statistics.median(ours), statistics.median(others)


def main() -> int:
    """Measure, print the table, and say whether every goal holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()
    registry.warm_up()
    gc.freeze()
    holds = True
    print(f"{'file':18} {'peer':18} {'ours ms':>9} {'peer ms':>9} {'ratio':>7} {'goal':>6}")
    for contest in contests(options.shared):
        ours, peer = measure(contest, options.repeats)
        ratio = peer / ours
        holds = holds and ratio >= contest.goal
        verdict = "" if ratio >= contest.goal else "  missed"
        print(
            f"{contest.name:18} {contest.peer:18} {ours * 1000:9.2f} {peer * 1000:9.2f} {ratio:7.1f} "
            f"{contest.goal:6.0f}{verdict}"
        )
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
