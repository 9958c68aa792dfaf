"""Writes how far a run is into a file that a collector of metrics reads."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tenderlight.cases import Case
    from tenderlight.cases.metrics import Sample
    from tenderlight.pipeline.run import Progress

EVERY_SECONDS = 10.0


class MetricsFile:
    """Keeps a file of metrics up to date while a run goes on.

    Args:
        path: Where it is; None = none is wanted.
        case: Name of the case.
    """

    def __init__(self, path: Path | None, case: str) -> None:
        self._path = path
        self._case = case
        self._began = time.time()
        self._next = 0.0

    def show(self, progress: Progress) -> None:
        """Write how far the run is, unless that was done a moment ago.

        Raises:
            StorageFull, UsageError: If the file cannot be written.
        """
        if self._path is not None and time.monotonic() >= self._next:
            self._write(progress, self._path, ())
            self._next = time.monotonic() + EVERY_SECONDS

    def finish(self, progress: Progress, case: Case) -> None:
        """Write what the run did, and what is in the case after it.

        Raises:
            StorageFull, UsageError: If the file cannot be written.
        """
        from tenderlight.cases.metrics import samples_of

        if self._path is not None:
            self._write(progress, self._path, samples_of(case.summary(), case=self._case), is_over=True)

    def _write(
        self, progress: Progress, path: Path, more: Iterator[Sample] | tuple[()], *, is_over: bool = False
    ) -> None:
        from tenderlight.cases.metrics import Sample, write_samples

        own = (("case", self._case),)
        counts = {
            "run_documents_done": ("Documents read and claimed in this run.", progress.documents_done),
            "run_queue": ("Documents that wait or are at work in this run.", progress.documents_waiting),
            "run_pages_read": ("Pages read in this run.", progress.pages_read),
            "run_claims_made": ("Claims made in this run.", progress.claims_made),
            "run_began_seconds": ("When this run began, in seconds since 1970.", int(self._began)),
            "run_is_over": ("Whether this run came to its end.", int(is_over)),
        }
        samples = [Sample(f"tenderlight_{name}", about, value, own) for name, (about, value) in counts.items()]
        write_samples(path, [*samples, *more])
