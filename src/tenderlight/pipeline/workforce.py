"""Who does the jobs of a run: lanes of this machine, or a cluster. Results do not depend on it."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from tenderlight.cage import JobPool, LanePool, Workshop, usable_cores
from tenderlight.pipeline.run import RunOptions


class Workforce(Protocol):
    """Makes pools that jobs are handed to. Use as a context manager."""

    @property
    def side_by_side(self) -> int:
        """Jobs that are done at the same time, as far as is known."""

    @property
    def looks_where_it_draws(self) -> bool:
        """Whether whoever draws pages looks at them, too: see `LookJob`."""

    def pool(self, workshop: Workshop) -> JobPool:
        """Start a pool whose jobs are done in a workshop. Whoever asks for it closes it."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None: ...


class LocalWorkforce:
    """Lanes of this machine."""

    looks_where_it_draws = False

    def __init__(self, count: int | None = None) -> None:
        """Start nothing yet.

        Args:
            count: Lanes of a pool at most; None = one a core.
        """
        self._count = count or usable_cores()

    @property
    def side_by_side(self) -> int:
        """Lanes of a pool."""
        return self._count

    def pool(self, workshop: Workshop) -> JobPool:
        """Start a pool of lanes."""
        return LanePool(workshop, count=self._count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Leave nothing: pools are closed by those who asked for them."""


def workforce(options: RunOptions) -> Workforce:
    """Return who is to do the jobs of a run.

    Raises:
        OptionalPartMissing: If it is a cluster, and Ray is not installed.
    """
    if options.cluster is None:
        return LocalWorkforce(options.workers)
    from tenderlight.pipeline.cluster_workforce import ClusterWorkforce

    return ClusterWorkforce(options.cluster, count=options.workers)
