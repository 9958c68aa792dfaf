"""How large a stored page is with a box for each word, and how large it would be with one for each character.

    python benchmarks/stored_pages.py [FILE.pdf ...]

Without files, the tender files of the example case are taken. Sizes are exact, compressed as a case compresses them.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tenderlight.cases.encoding import encode_item
from tenderlight.cases.stored_readings import COMPRESSION
from tenderlight.model.document import Page, Word
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.reading.layout.lines import boxes_of
from tenderlight.reading.pdf.pdf_reader import PdfReader

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "lanshui-county" / "documents"


def pages_of(path: Path) -> Iterator[Page]:
    """Yield the pages of a PDF as they are read."""
    for item in PdfReader().read(OpenOriginal(content=path.read_bytes()), ReadingLimits()):
        if isinstance(item, Page):
            yield item


def with_characters(page: Page) -> Page:
    """Return the page with every character as a word of its own."""
    places = [(start, boxes_of(page, start, start + 1)) for word in page.words for start in range(word.start, word.end)]
    characters = [Word(start=start, end=start + 1, box=boxes[0]) for start, boxes in places if boxes]
    return replace(page, words=tuple(characters))


def packed_bytes(page: Page) -> int:
    """Return the size of a page in a stored reading."""
    return len(gzip.compress(encode_item(page), COMPRESSION))


def main(arguments: Sequence[str]) -> int:
    """Print a line a file."""
    files = [Path(name) for name in arguments] or sorted(EXAMPLE.glob("*.pdf"))
    print(f"{'pages':>6} {'words, KB':>10} {'characters, KB':>15} {'times':>6}  file")
    for path in files:
        pages = [page for page in pages_of(path) if page.words]
        if not pages:
            continue
        words = sum(map(packed_bytes, pages))
        characters = sum(packed_bytes(with_characters(page)) for page in pages)
        print(
            f"{len(pages):>6} {words / 1000:>10.1f} {characters / 1000:>15.1f} {characters / words:>6.1f}  {path.name}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
