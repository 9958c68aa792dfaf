"""Documents as they were read: pages, lines, words, tables.

An original is known by the SHA-256 of its bytes. What a reader made of it is a `Reading`: pages of verbatim text with
places. A newer reader makes a new `Reading` of the same document; the document itself never changes.

Offsets are Unicode code points in `Page.text`, half-open: `page.text[word.start:word.end]` is the word.
Page numbers start at 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tenderlight.model.box import Box
from tenderlight.model.metadata import Property
from tenderlight.model.problem import Problem
from tenderlight.model.record import Record

if TYPE_CHECKING:  # layouts are made of words, which are defined here
    from tenderlight.model.layout import Layout

NO_RECOGNISER = "none"
"""Stands for the recogniser where pages needed one and there was none."""


class ReadState(StrEnum):
    """How much of a page or document was read. Never confuse `not_read` with "nothing found"."""

    READ = "read"
    PARTLY = "partly"
    NOT_READ = "not_read"


class PageMethod(StrEnum):
    """How the text of a page was obtained."""

    TEXT_LAYER = "text_layer"
    """The page carries its text (born-digital PDF)."""
    RECOGNISED = "recognised"
    """The page is a picture, and its words were read by text recognition: every word has a confidence."""
    FLOW = "flow"
    """The format has text but no fixed pages (HTML, Office, plain text): places instead of boxes."""
    NONE = "none"
    """No text was obtained (a picture of a page, for instance)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of characters without white space. Chinese text has no spaces: there a word is the run as typeset."""

    start: int
    end: int
    box: Box
    confidence: float | None = None
    """0-1 as given by text recognition; None = born digital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line (PDF), a paragraph or a cell (flow formats)."""

    start: int
    end: int
    box: Box | None = None
    """None in formats without fixed pages."""
    place: str | None = None
    """Stable place where there is no box: "paragraph 12", "table 2 row 3 cell 1", "Sheet1!B7"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell. Its text is `page.text[start:end]` (contiguous by construction); rows and columns start at 0."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of one page. Cells are in row order; a merged cell appears once, at its top-left place."""

    row_count: int
    column_count: int
    cells: Sequence[Cell]
    """A tuple, or `tenderlight.model.columns.CellColumns`."""
    box: Box | None = None
    header_rows: int = 0
    """Rows at the top that say what stands in the columns below them, with the titles above them; 0 = none, or none
    that could be told."""
    continues: bool = False
    """It is the first of its page and goes on from the last table of the page before. `header_rows` then counts the
    rows that only repeat the head of that table; see `tenderlight.reading.tables.whole_tables`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    r"""One page of verbatim text.

    `text` is in reading order. Lines end in "\n". In a table, rows end in "\n" and the cells of a row are separated by
    "\t"; line breaks inside a cell are "\n", and the cell's text stays in one piece.
    A spreadsheet's sheet is a page, and an HTML, Word or text file is one page.
    """

    number: int
    text: str
    width: float | None = None
    """Points as displayed; None in formats without fixed pages."""
    height: float | None = None
    lines: Sequence[Line] = ()
    """A tuple, or `tenderlight.model.columns.LineColumns`."""
    words: tuple[Word, ...] = ()
    """Empty in formats without fixed pages."""
    tables: tuple[Table, ...] = ()
    title: str | None = None
    """Name of the sheet, or the title an HTML page gives itself (shown outside its text); None = none."""
    method: PageMethod = PageMethod.TEXT_LAYER
    state: ReadState = ReadState.READ


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader, at one version, made of one original.

    `pages` may be incomplete: `state` says so, and `problems` say why.
    """

    document: str
    """SHA-256 of the original, lower-case hex."""
    media_type: str
    reader: str
    reader_version: int
    pages: tuple[Page, ...] = ()
    records: tuple[Record, ...] = ()
    """Notices of a structured source (OCDS, TED); such sources have no pages."""
    problems: tuple[Problem, ...] = ()
    page_count: int | None = None
    """Pages (sheets, records, files of an archive) the original says it has; None = unknown."""
    state: ReadState = ReadState.READ
    walls: str = ""
    """Which walls of the cage held while reading, for provenance."""
    recogniser: str = ""
    """Who looked at the pages that needed text recognition, with version ("pp-ocrv6-small/1"); `NO_RECOGNISER` if
    nobody could; "" if no page did."""
    layouts: tuple[Layout, ...] = ()
    """Where the text of pages without fixed size stands once laid out; at most one a page."""
    metadata: tuple[Property, ...] = ()
    """What the file says of itself beside its pages: authors, programs, times."""
