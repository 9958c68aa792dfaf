"""How many notices a second one core reads facts from, their text already read, and where the time goes."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import tenderlight.facts.reading as steps
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page

ROUNDS = 3


def notices_a_second(notices: Sequence[Sequence[Page]]) -> float:
    """Return the rate of the best of three rounds, in CPU time; vocabulary is loaded before."""
    read_facts(notices[0])
    best = min(_seconds(notices) for _ in range(ROUNDS))
    return len(notices) / best


def _seconds(notices: Sequence[Sequence[Page]]) -> float:
    start = time.process_time()
    for pages in notices:
        read_facts(pages)
    return time.process_time() - start


def where_time_goes(notices: Sequence[Sequence[Page]]) -> list[tuple[str, float]]:
    """Return the share of time of each step that reading facts calls, the greatest first; the rest is the last."""
    spent: defaultdict[str, float] = defaultdict(float)
    kept = {name: step for name, step in vars(steps).items() if _is_step(step)}
    for name, step in kept.items():
        setattr(steps, name, _timed(name, step, spent))
    try:
        total = _seconds(notices)
    finally:
        for name, step in kept.items():
            setattr(steps, name, step)
    shares = [(name, seconds / total) for name, seconds in sorted(spent.items(), key=lambda one: -one[1])]
    return [*shares, ("the rest", 1 - sum(share for _, share in shares))]


def _is_step(step: object) -> bool:
    module = getattr(step, "__module__", "")
    is_ours = module.startswith(("tenderlight.facts", "tenderlight.languages")) and step is not read_facts
    return is_ours and callable(step) and not isinstance(step, type)


def _timed(name: str, step: Callable[..., Any], spent: defaultdict[str, float]) -> Callable[..., Any]:
    """Return the step, timed; a step within a step counts for the outer one alone."""

    def timed(*words: Any, **named: Any) -> Any:
        before = sum(spent.values())
        start = time.process_time()
        try:
            return step(*words, **named)
        finally:
            inner = sum(spent.values()) - before
            spent[name] += time.process_time() - start - inner

    return timed
