"""One lane of the cage, for whoever looks at originals one after the other: it reads, and makes no claims."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from tenderlight.cage import Lane, LaneState
from tenderlight.pipeline.one_file import WORKSHOP


class LaneOnDemand:
    """A lane that is opened when it is first asked for, and again when it was lost. Use as a context manager."""

    def __init__(self) -> None:
        self._lane: Lane | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._lane is not None:
            self._lane.close()

    def lane(self) -> Lane:
        """Return the lane, which can take a job."""
        if self._lane is None or self._lane.state is LaneState.LOST:
            self._lane = Lane(WORKSHOP)
        return self._lane
