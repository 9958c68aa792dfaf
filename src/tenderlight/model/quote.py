"""Verbatim words of an original, with the place where anyone can find them again."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.box import Box

CONTEXT_LENGTH = 32
"""Code points of text kept before and after a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of one original.

    `text` equals `page.text[start:end]` (or that slice of the value at `pointer`) exactly: checked by the maker, and
    again by `verify`.

    Raises:
        ValueError: If it names neither a page nor a pointer, the offsets do not fit the text, or the boxes of a layout
            are not each on a page of it.
    """

    document: str
    """SHA-256 of the original."""
    path: str
    """Path as received (inside an archive: path of the archive, "!", path in it)."""
    start: int
    end: int
    text: str
    page_number: int | None = None
    boxes: tuple[Box, ...] = ()
    """One a line, points of the displayed page (with a `layout`: of its pages); empty where the words have a `pointer`
    alone."""
    pointer: str | None = None
    """JSON Pointer or XPath of a structured source; the paragraph or cell of a flow format; a property of the file."""
    before: str = ""
    after: str = ""
    reader: str = ""
    """Name and version of the reader: "pdf/1"."""
    layout: str | None = None
    """SHA-256 of the PDF that a document without pages was laid out as; None if `boxes` are of the page itself."""
    layout_pages: tuple[int, ...] = ()
    """With a `layout`: the page of that PDF, from 1, that each of `boxes` is on."""

    def __post_init__(self) -> None:
        if len(self.layout_pages) != (0 if self.layout is None else len(self.boxes)):
            raise ValueError("each box of a layout needs the page that it is on, and no other box has one")
        if self.page_number is None and self.pointer is None:
            raise ValueError("a quote needs a page or a pointer")
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"offsets {self.start}-{self.end} do not fit the text {self.text[:40]!r}")
