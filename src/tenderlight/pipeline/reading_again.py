"""Reads originals again, in the cage, and finds quotes in them: whatever was stored of them may be forged.

The readers are those of this version. One that has changed since may read a page otherwise, so a quote counts as found
if its words stand at its place, or else anywhere on its page.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from tenderlight.model.document import Page, Reading
from tenderlight.model.record import Record
from tenderlight.pipeline.lane_on_demand import LaneOnDemand
from tenderlight.pipeline.one_file import read_file
from tenderlight.pipeline.places import Places


class ReadAgain(LaneOnDemand):
    """Reads files, one after the other, in one lane of the cage. Use as a context manager."""

    def read(self, path: Path, *, only: Collection[int] | None = None) -> Reading:
        """Return what is in a file now.

        Args:
            path: The file.
            only: Numbers of the pages that are asked about: others are not read from their pictures. None = all are.

        Raises:
            UsageError: If it cannot be opened.
        """
        items = [line.item for line in read_file(path, lane=self.lane(), only=only)]
        last = items[-1]
        assert isinstance(last, Reading)
        pages = tuple(item for item in items if isinstance(item, Page))
        return replace(last, pages=pages, records=tuple(item for item in items if isinstance(item, Record)))


def stands(reading: Reading, where: int | str, start: int, end: int, text: str) -> bool:
    """Say whether words stand at their place in what was read again, or else anywhere on their page.

    Args:
        reading: What was read.
        where: The number of the page, or the pointer of a structured original.
        start: Where the words start there, in code points.
        end: Where they end.
        text: The words.
    """
    if isinstance(where, str):
        return Places(reading).has(where, start, end, text)
    page = next((page.text for page in reading.pages if page.number == where), "")
    return page[start:end] == text or text in page
