"""Where the text of a document without fixed pages stands once it is laid out on pages.

The text that is quoted stays the one its reader read. A converter lays the original out as a PDF, which is a file made
from it, never an original; each word of the text that was found again in that PDF has a page and a box there.
"""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.box import Box
from tenderlight.model.document import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """Width and height of a laid-out page as displayed, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOutLine:
    """Words of the text that stand side by side on one laid-out page.

    Raises:
        ValueError: If it has no words, or the page's number is below 1.
    """

    layout_page: int
    """Page of the laid-out PDF, from 1."""
    words: tuple[Word, ...]
    """Offsets count in the text of the page that was read; boxes are points of the laid-out page."""

    def __post_init__(self) -> None:
        if not self.words or self.layout_page < 1:
            raise ValueError("a line that is laid out needs words and a page")

    @property
    def start(self) -> int:
        """Where its first word begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends in the text."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the text of one page without fixed size (a whole Word or HTML file, a slide) stands once laid out."""

    page_number: int
    """The page whose text it is, from 1."""
    pdf: str
    """SHA-256 of the laid-out PDF, lower-case hex."""
    converter: str
    """Name and version of the program that made it: "LibreOffice 7.4.7.2"."""
    fonts: tuple[str, ...]
    """Names of the fonts in the PDF, sorted: another machine has others, and lays out otherwise."""
    page_sizes: tuple[PageSize, ...]
    """Of every page of the PDF, in order."""
    lines: tuple[LaidOutLine, ...]
    """In the order of the text; they do not overlap. What was not found again is in none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOutBox:
    """A box on a laid-out page."""

    layout_page: int
    """From 1."""
    box: Box
