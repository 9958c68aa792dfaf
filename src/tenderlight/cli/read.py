"""`tenderlight read`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tenderlight.model.document import Page
    from tenderlight.pipeline.one_file import Line
    from tenderlight.pipeline.showing import LaidOut


@click.command(name="read", short_help="Pages, words, boxes and tables of one file.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print each page, record, file and problem as a line of JSON.")
@click.option("--text", "as_text", is_flag=True, help="Print the text of each page verbatim, a form feed behind it.")
@click.option("--tables", "tables", type=click.Choice(["csv"]), help="Print all tables as one CSV table.")
@click.option("--show", "shown", metavar="PAGE", type=click.IntRange(min=1), help="Draw a page and the boxes on it.")
@click.option(
    "--recognise-minutes",
    type=click.IntRange(min=1),
    metavar="MINUTES",
    help="Minutes of a processor for reading pictures of pages. [5, and 10 seconds a page, 300 at most]",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="PNG file for --show, or - for standard output.",
)
def command(
    file: Path,
    *,
    tables: str | None,
    shown: int | None,
    target: Path | None,
    recognise_minutes: int | None,
    **answers: bool,
) -> int:
    """Read FILE in the cage, and print what came out.

    \b
    tenderlight read tender.pdf
    tenderlight read tender.pdf --text > tender.txt
    tenderlight read tender.pdf --tables csv > tables.csv
    tenderlight read tender.pdf --show 3 -o page3.png
    tenderlight read tender.pdf --json | jq .text

    --tables joins a table that goes on over pages, and begins each of its rows
    with the table's number, the page, the row's number, and 1 for a head. --show
    draws words in thin blue boxes and table cells in bold red ones. A file
    without pages (Word, web pages) is laid out for --json and --show where
    LibreOffice is installed; PAGE is then one of the pages it is laid out on.

    Nothing is stored. Ends with 3 if FILE was not read, or not wholly.
    """
    from tenderlight.errors import ExitCode, UsageError
    from tenderlight.pipeline.one_file import read_file

    as_json, as_text = answers["as_json"], answers["as_text"]
    if as_json + as_text + (tables is not None) + (shown is not None) > 1:
        raise UsageError("--json, --text, --tables and --show are four answers: ask for one at a time.")
    if (shown is None) != (target is None):
        raise UsageError("--show PAGE and -o FILE.png belong together.")
    lay_out = as_json or shown is not None
    lines = _Lines(read_file(file, lay_out=lay_out, recognise_minutes=recognise_minutes))
    if as_json:
        _print_json(lines)
    elif as_text:
        _print_text(lines)
    elif tables is not None:
        _print_tables(lines)
    elif shown is not None and target is not None:
        _show(lines, file, shown, target)
    else:
        _print_for_people(lines)
    return ExitCode.DONE if lines.is_whole else ExitCode.DONE_WITH_UNREAD


class _Lines:
    """What comes out of a file, and whether all of it was read."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.is_whole = True
        self.layouts: list[LaidOut] = []
        self.media_type = ""

    def __iter__(self) -> Iterator[Line]:
        from tenderlight.model.document import Reading
        from tenderlight.model.layout import Layout
        from tenderlight.pipeline.showing import LaidOut

        for line in self._lines:
            self.is_whole = self.is_whole and not line.is_costly
            if isinstance(line.item, Reading):
                self.media_type = line.item.media_type
            if isinstance(line.item, Layout):
                self.layouts.append(LaidOut(layout=line.item, pdf=line.pdf))
            yield line

    def pages(self, *, take: Callable[[Page], None]) -> None:
        """Hand each page to `take`; say of each problem what it is."""
        from tenderlight.cli.plain import plain
        from tenderlight.model.document import Page

        for line in self:
            if isinstance(line.item, Page):
                take(line.item)
            elif line.is_problem:
                click.echo(plain(line.as_text()), err=True)


def _print_json(lines: _Lines) -> None:
    for line in lines:
        sys.stdout.buffer.write(line.as_json() + b"\n")


def _print_for_people(lines: _Lines) -> None:
    from tenderlight.cli.plain import plain

    for line in lines:
        click.echo(plain(line.as_text()), err=line.is_problem)


def _print_text(lines: _Lines) -> None:
    """Print texts as they are; on a terminal, signs that it would obey as their numbers."""
    from tenderlight.cli.plain import plain

    is_terminal = sys.stdout.isatty()

    def write(page: Page) -> None:
        text = plain(page.text) if is_terminal else page.text
        sys.stdout.buffer.write(text.encode("utf-8") + (b"\n" if is_terminal else b"\f"))

    lines.pages(take=write)


def _print_tables(lines: _Lines) -> None:
    from tenderlight.cli.plain import plain
    from tenderlight.publish.read_tables import write_tables

    pages: list[Page] = []
    lines.pages(take=pages.append)
    written = io.StringIO(newline="")
    count = write_tables(pages, written)
    text = plain(written.getvalue().replace("\r\n", "\n")) if sys.stdout.isatty() else written.getvalue()
    sys.stdout.buffer.write(text.encode("utf-8"))
    click.echo(f"Tables: {count}", err=True)


def _show(lines: _Lines, file: Path, page_number: int, target: Path) -> None:
    from tenderlight.cli.plain import plain
    from tenderlight.cli.written import STANDARD_OUTPUT
    from tenderlight.errors import NoPicture
    from tenderlight.pipeline.showing import show_laid_out, show_page

    if target != STANDARD_OUTPUT and not target.parent.is_dir():
        raise NoPicture(f"{target} cannot be written: there is no such folder.", path=str(file))
    pages: dict[int, Page] = {}
    lines.pages(take=lambda page: pages.update({page.number: page}))
    page = pages.get(page_number)
    if lines.layouts:
        picture = show_laid_out(file, page_number, tuple(pages.values()), lines.layouts)
    elif page is None:
        raise NoPicture(f"{file} has no page {page_number} that could be opened.", path=str(file))
    else:
        picture = show_page(file, page, media_type=lines.media_type)
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(picture.png)
        return
    try:
        target.write_bytes(picture.png)
    except OSError as trouble:
        raise NoPicture(f"{target} cannot be written: {trouble.strerror or trouble}", path=str(file)) from trouble
    click.echo(f"Wrote {plain(str(target))}: {picture.words} words, {picture.cells} cells", err=True)
