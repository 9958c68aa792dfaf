"""Pages whose Chinese font is neither in the file nor on the machine."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import read_pdf

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")
TITLE = "".join(show(50 + 40 * n, 250, letter, font="F2") for n, letter in enumerate("中标公告"))
PAGES = {
    "lost": TITLE + show(50, 200, "Number A-1"),
    "nameless": show(50, 250, "q", font="F4") + show(50, 200, "Number A-1"),
    "kept": show(50, 250, "采购人：", font="F2"),
    "latin": show(50, 250, "Buyer") + show(50, 230, "  ") + show(50, 210, "x"),
}
READ_ALL = f"""
import json, sys
sys.path[:0] = {[str(Path.cwd()), *sys.path]!r}
from tests.reading.test_missing_fonts import PAGES
from tests.reading.made_pdfs import MadePage, made_pdf
from tests.reading.pdf_reading import read_pdf
for name, content in PAGES.items():
    found = read_pdf(made_pdf(MadePage(content=content)))
    print(json.dumps([name, found.codes, found.pages[0].state, found.pages[0].text]))
"""


@pytest.fixture(scope="module")
def without_fonts() -> dict[str, tuple[list[list[object]], str, str]]:
    """Read all pages in a process that sees empty font folders."""
    hide = " && ".join(f"mount -t tmpfs none {folder}" for folder in FONT_FOLDERS if Path(folder).is_dir())
    if not hide or shutil.which("unshare") is None:
        pytest.skip("no folder of fonts that could be hidden")
    script = f"{hide} && exec '{sys.executable}' -c '{READ_ALL.replace(chr(39), chr(34))}'"
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script], capture_output=True, text=True, check=False
    )
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip(f"this machine hides no folder from a process: {done.stderr.strip()[:100]}")
    assert done.returncode == 0, done.stderr
    return {name: (codes, state, text) for name, codes, state, text in map(json.loads, done.stdout.splitlines())}


def test_lost_characters_are_read_by_the_tables_of_their_font(
    without_fonts: dict[str, tuple[list[list[object]], str, str]],
) -> None:
    codes, state, text = without_fonts["lost"]
    assert codes == [["page-read-by-font-tables", 1]]
    assert state == "read"
    assert text.replace(" ", "") == "中标公告\nNumberA-1\n"


def test_what_no_engine_can_read_is_told(without_fonts: dict[str, tuple[list[list[object]], str, str]]) -> None:
    codes, state, text = without_fonts["nameless"]
    assert codes == [["page-font-missing", 1]]
    assert (state, text) == ("partly", "Number A-1\n")


@pytest.mark.parametrize("name", ["kept", "latin"])
def test_text_that_is_whole_is_no_problem(
    name: str, without_fonts: dict[str, tuple[list[list[object]], str, str]]
) -> None:
    codes, state, _ = without_fonts[name]
    assert (codes, state) == ([], "read")


def test_nothing_is_lost_where_the_machine_has_a_font() -> None:
    found = read_pdf(made_pdf(MadePage(content=TITLE)))
    assert (found.codes, found.pages[0].text) == ([], "中 标 公 告\n")
