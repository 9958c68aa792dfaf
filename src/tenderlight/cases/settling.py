"""What a reading comes to when a page is read twice: first by its reader, then by text recognition.

A stored reading is only ever added to. A page that text recognition read follows the one it takes the place of, and so
do its problems.
"""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from tenderlight.model.problem import NEED_RECOGNITION, Problem


class _Numbered(Protocol):
    @property
    def number(self) -> int:
        """From 1."""
        ...


_PageT = TypeVar("_PageT", bound=_Numbered)


class Settled(Generic[_PageT]):
    """Takes pages and problems in the order of a reading; the last page of a number counts.

    With a page that is replaced go the problems that called for text recognition of it; all other problems stay.
    """

    def __init__(self) -> None:
        self._pages: dict[int, _PageT] = {}
        self._problems: dict[int, Problem] = {}
        self._calls: dict[int, list[int]] = {}
        """For each page, the problems that call for text recognition."""
        self._problem_count = 0

    def add(self, item: _PageT | Problem) -> None:
        """Take a page or a problem."""
        if isinstance(item, Problem):
            self._add_problem(item)
            return
        if item.number in self._pages:
            for index in self._calls.pop(item.number, ()):
                del self._problems[index]
        self._pages[item.number] = item

    def _add_problem(self, problem: Problem) -> None:
        self._problems[self._problem_count] = problem
        if problem.code in NEED_RECOGNITION and problem.page_number is not None:
            self._calls.setdefault(problem.page_number, []).append(self._problem_count)
        self._problem_count += 1

    @property
    def pages(self) -> tuple[_PageT, ...]:
        """One page of each number, in the order in which the numbers came."""
        return tuple(self._pages.values())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems that are left, in order."""
        return tuple(self._problems.values())

    @property
    def pages_to_recognise(self) -> tuple[int, ...]:
        """The numbers of the pages that call for text recognition, sorted."""
        return tuple(sorted(number for number in self._calls if number in self._pages))

    def calls(self, page_number: int) -> tuple[Problem, ...]:
        """Return the problems that call for text recognition of a page."""
        return tuple(self._problems[index] for index in self._calls.get(page_number, ()))
