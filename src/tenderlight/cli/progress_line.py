"""How far a run is, on the terminal's error stream; nothing where there is no terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from tenderlight.pipeline.run import Progress


class ProgressLine:
    """A line that shows documents done, pages and claims while a run goes on."""

    def __init__(self) -> None:
        self._progress: RichProgress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

            self._progress = Progress(
                SpinnerColumn(),
                TextColumn("{task.completed:,.0f} of {task.total:,.0f} documents"),
                BarColumn(),
                TextColumn("{task.fields[pages]:,} pages, {task.fields[claims]:,} claims"),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._task = self._progress.add_task("find", total=0, pages=0, claims=0)
            self._progress.start()
        return self

    def show(self, progress: Progress) -> None:
        """Show the counts of a run."""
        if self._progress is not None and self._task is not None:
            self._progress.update(
                self._task,
                completed=progress.documents_done,
                total=progress.documents_done + progress.documents_waiting,
                pages=progress.pages_read,
                claims=progress.claims_made,
            )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()
