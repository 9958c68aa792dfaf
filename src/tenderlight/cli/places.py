"""How commands take a case: a folder, or the address of a database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tenderlight.cases.places import Place


class CasePlace(click.Path):
    """A case, named as people name it.

    Args:
        exists: Whether a folder must be there already.
    """

    def __init__(self, *, exists: bool = False) -> None:
        super().__init__(path_type=Path, exists=exists, file_okay=False)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Place:  # type: ignore[override]
        """Return the place that a word names."""
        if isinstance(value, str) and "://" in value:
            from tenderlight.cases.places import place_of

            return place_of(value)
        found = super().convert(value, param, ctx)  # type: ignore[arg-type]
        assert isinstance(found, Path)
        return found
