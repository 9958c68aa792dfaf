"""After a run: the names of the case are held against the lists of the user, where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tenderlight.cli.plain import as_typed, plain

if TYPE_CHECKING:
    from tenderlight.cases import Case
    from tenderlight.pipeline.screening_case import ScreenedCase


def screen_after(case: Case) -> None:
    """Screen a case and say what came of it, on the error stream. Trouble with lists does not undo a run."""
    from tenderlight.errors import TenderlightError
    from tenderlight.lists.place import has_lists

    if not has_lists():
        return
    from tenderlight.pipeline.screening_case import screen_case

    try:
        screened = screen_case(case)
    except TenderlightError as trouble:
        click.echo(plain(f"Not screened: {trouble.message}\nWhat to do: {trouble.what_to_do()}"), err=True)
        return
    if screened is not None and screened.is_new:
        click.echo(
            plain(
                f"Held {screened.names} names against lists{_of_which(screened)}: "
                f"{screened.possible_matches} with a possible match "
                f"(`tenderlight screen --case {as_typed(case.place)}` shows them)."
            ),
            err=True,
        )


def _of_which(screened: ScreenedCase) -> str:
    """Say how many of the names were looked up now, if not all."""
    return "" if screened.asked == screened.names else f" ({screened.asked} looked up now, the rest as before)"
