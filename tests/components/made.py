"""Lines and pages, and the products found in them, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tenderlight.components.finding import find_components
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.statement import Stage, Statement
from tenderlight.model.values import ComponentValue


def page_of(text: str) -> Page:
    """Return a page of a format without fixed pages."""
    return Page(number=1, text=text, method=PageMethod.FLOW)


def statements(text: str, stage: Stage | None = Stage.CONTRACT, *, with_facts: bool = False) -> Sequence[Statement]:
    """Return what is found in a text."""
    page = page_of(text)
    return find_components([page], read_facts([page]) if with_facts else (), stage=stage).statements


def values(text: str, stage: Stage | None = Stage.CONTRACT, *, with_facts: bool = False) -> list[ComponentValue]:
    """Return the values found in a text."""
    return [
        one.value for one in statements(text, stage, with_facts=with_facts) if isinstance(one.value, ComponentValue)
    ]


def named(text: str, stage: Stage | None = Stage.CONTRACT) -> list[tuple[str | None, str]]:
    """Return makers and as what they are named."""
    return [(value.made_by, str(value.naming)) for value in values(text, stage)]


def number(figure: Decimal | None) -> int | None:
    """Return a figure as a whole number."""
    return None if figure is None else int(figure)
