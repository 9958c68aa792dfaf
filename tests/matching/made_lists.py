"""Lists of made entries for the tests of matching."""

from __future__ import annotations

from tenderlight.matching import Match, Matcher, Query
from tenderlight.model.listing import ListedEntity, ListedName, NameKind
from tenderlight.model.values import Identifier

CREDIT_CODE = "91330000MA27U6TE5K"
"""Made: its check character is right."""


def entry(
    *names: str,
    entry: str = "1",
    kinds: tuple[NameKind, ...] = (),
    schema: str = "Company",
    countries: tuple[str, ...] = (),
    identifiers: tuple[Identifier, ...] = (),
) -> ListedEntity:
    """Return an entry with these names, the first of kind "name" unless said otherwise, the others aliases."""
    each = kinds or (NameKind.NAME, *[NameKind.ALIAS] * (len(names) - 1))
    return ListedEntity(
        entry=entry,
        list_code="made",
        schema=schema,
        names=tuple(ListedName(text=name, kind=kind) for name, kind in zip(names, each, strict=True)),
        countries=countries,
        identifiers=identifiers,
    )


def best(name: str, *entries: ListedEntity, **said: object) -> Match | None:
    """Return the first match of a name among entries."""
    found = Matcher(entries).find(Query(name=name, **said))  # type: ignore[arg-type]
    return found[0] if found else None


def grade(name: str, listed: str | ListedEntity, **said: object) -> str | None:
    """Return the grade of a name against one entry, or None if it is not even offered."""
    match = best(name, entry(listed) if isinstance(listed, str) else listed, **said)
    return match.grade.value if match else None
