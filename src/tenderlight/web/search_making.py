"""Brings the index of the search up to what was read: few pages at once, many while the desk is used already."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from tenderlight.cases import Case
from tenderlight.cases.index_making import start
from tenderlight.cases.searching import Taken

FEW_PAGES = 2_000
"""Pages that are taken in while somebody waits: a second's work."""
STOP_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """An index that is not whole."""

    pages: int
    """Pages and notices that are in it, and can be searched."""
    of_pages: int
    is_going_on: bool
    """Whether it is being made; if not, it could not be."""


class SearchMaking:
    """The index of the case on the desk: made once, for nobody reads documents meanwhile, and again after corrections.

    Args:
        case: On the desk.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._process: subprocess.Popen[bytes] | None = None
        self._has_begun = False
        self._is_whole = False

    def begin(self) -> None:
        """Have what is missing taken in; if that is much, the desk does not wait for it.

        Raises:
            StorageFull: The disk would not take it.
            UsageError: No index can be kept anywhere.
        """
        if self._has_begun or self._is_going_on():
            return
        search = self._case.search
        if not search.is_fresh():
            taken = search.taken()
            if taken.of_pages - taken.pages > FEW_PAGES:
                self._process = start(self._case.place, search.folder)
            else:
                search.refresh()
        self._has_begun = True

    def missing(self) -> Making | None:
        """Return how far the index is, having begun to make it; None if it is whole."""
        self.begin()
        if self._is_whole:
            return None
        is_going_on = self._is_going_on()
        taken: Taken = self._case.search.taken()
        self._case.search.look_again()
        if taken.is_whole and not is_going_on:
            self._is_whole = True
            return None
        return Making(pages=taken.pages, of_pages=taken.of_pages, is_going_on=is_going_on)

    def renew(self) -> None:
        """Have what was corrected meanwhile taken in before the next search."""
        self._has_begun = self._is_whole = False

    def _is_going_on(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """Stop; what is durable stays."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
