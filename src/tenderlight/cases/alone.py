"""Methods that read a case and then change it, with nobody else changing it in between."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from tenderlight.cases.journal import Journal


class Writing(Protocol):
    """Whatever writes to a case through its journal."""

    _journal: Journal | None
    """None = the case is open for reading only."""


_SelfT = TypeVar("_SelfT", bound=Writing)
_ParametersT = ParamSpec("_ParametersT")
_MadeT = TypeVar("_MadeT")


def alone(
    method: Callable[Concatenate[_SelfT, _ParametersT], _MadeT],
) -> Callable[Concatenate[_SelfT, _ParametersT], _MadeT]:
    """Have a method hold the case: what it reads still holds when it writes."""

    @functools.wraps(method)
    def held(self: _SelfT, /, *args: _ParametersT.args, **kwargs: _ParametersT.kwargs) -> _MadeT:
        journal = self._journal
        if journal is None:
            return method(self, *args, **kwargs)
        with journal.holding():
            return method(self, *args, **kwargs)

    return held
