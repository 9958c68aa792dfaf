"""Names that one text shows to be those of private persons, found again where nothing beside them shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from tenderlight.facts.privacy.spans import Personal, PersonalSpan
from tenderlight.languages.scripts import has_han

_SHORTEST_HAN, _SHORTEST_OTHER = 3, 5
"""Characters of a name that is looked for by itself; shorter ones are parts of ordinary words."""


def names_of(spans: Iterable[tuple[str, PersonalSpan]]) -> frozenset[str]:
    """Return the names of persons among stretches of texts that are long enough to be looked for by themselves."""
    found = (text[span.start : span.end].strip() for text, span in spans if span.kind is Personal.NAME)
    return frozenset(name for name in found if _tells(name))


def _tells(name: str) -> bool:
    if has_han(name):
        return len(name) >= _SHORTEST_HAN
    return len(name) >= _SHORTEST_OTHER and any(sign in name for sign in " .-’'")


def with_names(
    text: str, spans: Iterable[PersonalSpan], names: Collection[str], *, page_number: int = 1
) -> tuple[PersonalSpan, ...]:
    """Return the stretches to black out in a text: those found, and every place where one of these names stands."""
    found = [*spans, *(span for name in names for span in _places(text, name, page_number))]
    kept: list[PersonalSpan] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end:
            kept[-1] = replace(kept[-1], end=span.end)
    return tuple(kept)


def _places(text: str, name: str, page_number: int) -> Iterator[PersonalSpan]:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        is_part = not has_han(name) and (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
        if not is_part:
            yield PersonalSpan(page_number=page_number, start=at, end=end, kind=Personal.NAME)
        at = text.find(name, end)
