"""Values of entities of FollowTheMoney, as its types take them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_CUT = frozenset({"name", "string", "text"})
"""Types whose values may be cut; a number that is cut is another."""


def put(entity: Any, name: str, value: str | Iterable[str] | None) -> bool:
    """Add values to a property of an entity, and say whether it has any then.

    What the type does not take (signs nobody sees, what is no date) is left out; words that are longer than it takes
    end in "…".
    """
    kind = entity.schema.get(name).type
    for one in (value,) if isinstance(value, str) else value or ():
        cleaned = kind.clean(one, proxy=entity)
        if cleaned is None:
            continue
        if len(cleaned) > kind.max_length and kind.name in _CUT:
            cleaned = f"{cleaned[: kind.max_length - 1]}…"
        if len(cleaned) <= kind.max_length:
            entity.add(name, cleaned, cleaned=True)
    return bool(entity.get(name))
