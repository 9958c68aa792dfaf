"""Reads originals again, in the cage, and finds quotes in them: whatever was stored of them may be forged.

The readers are those of this version. One that has changed since may read a page otherwise, so a quote counts as found
if its words stand at its place, or else anywhere on its page.
"""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from tenderlight.cage import usable_cores
from tenderlight.model.document import Page, Reading
from tenderlight.model.metadata import FileMetadata
from tenderlight.model.record import Record
from tenderlight.pipeline.lane_on_demand import LaneOnDemand
from tenderlight.pipeline.one_file import read_file
from tenderlight.pipeline.picture_reader import Recognisers
from tenderlight.pipeline.places import Places

MOST_LANES = 4
"""Files that are read at once; each lane holds the libraries of the readers in memory."""


class ReadAgain:
    """Reads files, several side by side, each in a lane of the cage. Use as a context manager.

    Pages that are read from their pictures share as many further lanes as a run has for that.

    Args:
        lanes: Files at once; None = one a processor, `MOST_LANES` at most.
    """

    def __init__(self, lanes: int | None = None) -> None:
        self.lanes = lanes or min(usable_cores(), MOST_LANES)
        self._stack = ExitStack()
        self._recognisers = Recognisers()
        self._spare: SimpleQueue[LaneOnDemand] = SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        self._stack.enter_context(self._recognisers)
        for _ in range(self.lanes):
            self._spare.put(self._stack.enter_context(LaneOnDemand()))
        self._threads = ThreadPoolExecutor(self.lanes, thread_name_prefix="again")
        self._stack.callback(self._threads.shutdown, cancel_futures=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._stack.close()

    def read(self, path: Path, *, only: Collection[int] | None = None) -> Future[Reading]:
        """Return what is in a file now, once it is read; `UsageError` if it cannot be opened.

        Args:
            path: The file.
            only: Numbers of the pages that are asked about: others are not read from their pictures. None = all are.
        """
        assert self._threads is not None
        return self._threads.submit(self._read, path, only)

    def _read(self, path: Path, only: Collection[int] | None) -> Reading:
        spare = self._spare.get()
        try:
            lines = read_file(path, lane=spare.lane(), recognisers=self._recognisers, only=only)
            items = [line.item for line in lines]
        finally:
            self._spare.put(spare)
        last = items[-1]
        assert isinstance(last, Reading)
        pages = tuple(item for item in items if isinstance(item, Page))
        records = tuple(item for item in items if isinstance(item, Record))
        metadata = next((item.properties for item in items if isinstance(item, FileMetadata)), ())
        return replace(last, pages=pages, records=records, metadata=metadata)


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
