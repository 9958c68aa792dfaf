"""Changes that are made one after another and acknowledged together, once the disk has them.

Forcing a change to the disk takes as long as showing several pages. So it is waited for in another thread, while pages
are shown; what people send in that time is made when it is done, and goes to the disk with one push. Nobody is told
that something was taken before it is on the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

_SubjectT = TypeVar("_SubjectT")
_MadeT = TypeVar("_MadeT")


class Acknowledged(Generic[_SubjectT]):
    """Makes changes of something, each of them whole, and acknowledges them in groups.

    Args:
        subject: What is changed; by nobody else as long as this is in use.
        commit: Forces what was changed to the disk; called in another thread, with no change under way.
    """

    def __init__(self, subject: _SubjectT, commit: Callable[[], None]) -> None:
        self._subject = subject
        self._commit = commit
        self._under_way: asyncio.Task[None] | None = None
        self._following: asyncio.Task[None] | None = None

    async def make(self, change: Callable[[_SubjectT], _MadeT]) -> _MadeT:
        """Make a change, and return what it returned once it is on the disk.

        Args:
            change: Makes it, or raises and leaves nothing of it.

        Raises:
            StorageFull: If the disk would not take the group that the change belongs to: then nothing of it was.
        """
        while self._under_way is not None:
            await asyncio.wait([self._under_way])
        made = change(self._subject)
        if self._following is None:
            self._following = asyncio.create_task(self._acknowledge())
        await asyncio.shield(self._following)
        return made

    async def settle(self) -> None:
        """Wait until all that was made is on the disk, or refused by it."""
        while waiting := [task for task in (self._under_way, self._following) if task is not None]:
            await asyncio.wait(waiting)

    async def _acknowledge(self) -> None:
        await asyncio.sleep(0)  # whoever waited for the group before makes their change now, and belongs to this one
        self._under_way, self._following = self._following, None
        try:
            await asyncio.to_thread(self._commit)
        finally:
            self._under_way = None
