"""What the facts counted, joined to the products found in the same words, so that no part is claimed twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.components.naming import plain_naming
from tenderlight.model.statement import Statement
from tenderlight.model.values import ComponentValue, Grade


def with_counts(found: Sequence[Statement], counted: Sequence[Statement], *, grade: Grade | None) -> list[Statement]:
    """Return the products found, with the counts that the facts read of the same words; and what only they have."""
    made = list(found)
    for fact in counted:
        assert isinstance(fact.value, ComponentValue)
        mates = [at for at, one in enumerate(made) if _overlap(one, fact)]
        if mates:
            value = made[mates[0]].value
            assert isinstance(value, ComponentValue)
            if value.quantity_per_unit is None and value.part_of is not None:
                value = replace(value, quantity_per_unit=fact.value.quantity_per_unit)
                made[mates[0]] = replace(made[mates[0]], value=value)
            continue
        naming = plain_naming(grade, is_part=True, is_whole_item=False)
        made.append(replace(fact, value=replace(fact.value, naming=naming, grade=grade)))
    return made


def _overlap(one: Statement, other: Statement) -> bool:
    return any(
        (mine.page_number, mine.pointer) == (theirs.page_number, theirs.pointer)
        and mine.start < theirs.end
        and theirs.start < mine.end
        for mine in one.anchors
        for theirs in other.anchors
    )
