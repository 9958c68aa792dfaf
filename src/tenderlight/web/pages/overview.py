"""The overview: how far reading and review are."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.cases import Summary
from tenderlight.web.asked import Asked
from tenderlight.web.showing import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the overview says."""

    case: str
    summary: Summary


async def show_overview(asked: Asked) -> Shown:
    """Show the case in figures."""
    case = asked.desk.case
    return Shown(template="overview.html", values=Overview(case=case.name, summary=case.summary()))


async def show_help(asked: Asked) -> Shown:
    """Show the keys, and what the words mean."""
    del asked
    return Shown(template="help.html", values={"keys": KEYS})


KEYS = ("y", "n", "h", "e", "u", "j", "k", "?")
"""Keys of the queue, each explained in the catalogue."""
