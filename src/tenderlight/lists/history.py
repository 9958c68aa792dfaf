"""Several snapshots of a list make a history: who was listed, what changed, who was removed, between which days.

Two snapshots can be compared where they name entries alike: by the issuer's number, or by the same reader. Somebody who
is missing from a list of another form is not removed; its name may only be written otherwise there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from tenderlight.languages.normalise import fold_text
from tenderlight.lists.entries import ReadList
from tenderlight.lists.known import KNOWN_LISTS
from tenderlight.lists.store import Held, ListStore
from tenderlight.model.listing import ListedEntity
from tenderlight.model.values import PartialDate

_OFAC_READERS = frozenset({"ofac-xml", "ofac-csv", "us-csl-csv", "us-csl-json"})
_CSL_READERS = frozenset({"us-csl-csv", "us-csl-json"})
_NUMBERED = frozenset({"ofac", "un-xml", "ftm", "opensanctions-simple", "eu-journal-csv"})
"""Ways of naming entries in which each has a number of its own."""
_NOT_COMPARED = frozenset({"source"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An entry in one snapshot."""

    held: Held
    entity: ListedEntity | None
    """None: it is not in this snapshot."""
    is_comparable: bool = True
    """False: this snapshot names entries otherwise, so that absence says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryHistory:
    """What the snapshots of one list say of one entry, in the order of their days."""

    list_code: str
    sightings: tuple[Sighting, ...]

    @property
    def newest(self) -> ListedEntity:
        """The entry as the newest snapshot that has it states it."""
        return next(seen.entity for seen in reversed(self.sightings) if seen.entity is not None)

    def day(self, name: str) -> PartialDate | None:
        """Return one of an entry's days as the newest snapshot that gives it states it.

        Args:
            name: announced, effective, published, removed or known_listed.
        """
        newest_first = (seen.entity for seen in reversed(self.sightings) if seen.entity is not None)
        found = (getattr(entity, name) for entity in newest_first)
        return next((date for date in found if date is not None), None)

    @property
    def last_seen(self) -> Sighting:
        """The newest snapshot that has the entry."""
        return next(seen for seen in reversed(self.sightings) if seen.entity is not None)


class Change(StrEnum):
    """What happened to an entry between two snapshots."""

    LISTED = "listed"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A change between two snapshots of one list."""

    change: Change
    name: str
    entry: str
    before: Held
    after: Held
    fields: tuple[str, ...] = ()
    """What changed: "names", "addresses" …"""


class Lists:
    """The snapshots of a store, read, with the history of every entry.

    Args:
        store: Where they lie.
        codes: Lists to read; None = all.
        sha256s: Snapshots to read; None = all.
    """

    def __init__(
        self, store: ListStore, *, codes: Iterable[str] | None = None, sha256s: Iterable[str] | None = None
    ) -> None:
        self.held = held_of(store, codes=codes, sha256s=sha256s)
        self.read: dict[str, ReadList] = {}
        for held in self.held:
            if held.snapshot.sha256 not in self.read:
                self.read[held.snapshot.sha256] = store.entities(held.snapshot.sha256)
        self._histories: dict[tuple[str, str], EntryHistory] = {}
        for code in dict.fromkeys(held.snapshot.list_code for held in self.held):
            self._histories.update(_histories(code, self._in_order(code)))

    def __iter__(self) -> Iterator[EntryHistory]:
        """Yield the history of every entry."""
        return iter(self._histories.values())

    def events(self, list_code: str) -> Iterator[Event]:
        """Yield what changed from each snapshot of a list to the next one that can be compared with it."""
        last: dict[str, tuple[Held, Mapping[str, ListedEntity]]] = {}
        for held, entities in self._in_order(list_code):
            space = _space(held)
            if space in last:
                yield from _events(last[space], (held, entities))
            last[space] = (held, entities)

    def _in_order(self, code: str) -> list[tuple[Held, dict[str, ListedEntity]]]:
        """Return the entries of each snapshot of a list by what they are known in all of them."""
        of_list = [held for held in self.held if held.snapshot.list_code == code]
        entries = [(held, self._entries(held)) for held in of_list]
        numbered: dict[str, set[str]] = {}
        for held, found in entries:
            for entity in found:
                number = _number(entity, held)
                if number is not None:
                    numbered.setdefault(_name_key(entity), set()).add(number)
        return [(held, {_key(entity, held, numbered): entity for entity in found}) for held, found in entries]

    def _entries(self, held: Held) -> list[ListedEntity]:
        read = self.read[held.snapshot.sha256].entities
        return [entity for entity in read if entity.list_code == held.snapshot.list_code]


def held_of(
    store: ListStore, *, codes: Iterable[str] | None = None, sha256s: Iterable[str] | None = None
) -> tuple[Held, ...]:
    """Return the snapshots of a store that are wanted.

    Args:
        store: Where they lie.
        codes: Lists; None = all.
        sha256s: Snapshots; None = all.
    """
    wanted = None if codes is None else frozenset(codes)
    among = None if sha256s is None else frozenset(sha256s)
    return tuple(
        held
        for held in store.held()
        if (wanted is None or held.snapshot.list_code in wanted) and (among is None or held.snapshot.sha256 in among)
    )


def _space(held: Held) -> str:
    """Return in what way a snapshot names its entries."""
    reader = held.snapshot.reader.partition("/")[0]
    known = KNOWN_LISTS.get(held.snapshot.list_code)
    if known is not None and "Foreign Assets" in known.issuer and reader in _OFAC_READERS:
        return "ofac"
    return "csl" if reader in _CSL_READERS else reader


def _number(entity: ListedEntity, held: Held) -> str | None:
    """Return the issuer's number of an entry, or None if the snapshot gives none."""
    space = _space(held)
    has_number = space in _NUMBERED and any(mark.isdigit() for mark in entity.entry)
    return f"{space}:{entity.entry}" if has_number else None


def _name_key(entity: ListedEntity) -> str:
    """Return the letters of the main name, without a short form in brackets behind it, and the first country."""
    name = next((each.text for each in entity.names if entity.name.startswith(f"{each.text} (")), entity.name)
    letters = "".join(filter(str.isalnum, fold_text(name)))
    number = entity.entry.rpartition(" #")[2] if " #" in entity.entry else ""
    return f"name:{letters}:{','.join(entity.countries[:1])}:{number}"


def _key(entity: ListedEntity, held: Held, numbered: Mapping[str, set[str]]) -> str:
    """Return by what an entry is known in every snapshot: its number, or its name and country.

    An entry without a number is the one that has a number elsewhere if just one bears its name there.
    """
    number = _number(entity, held)
    if number is not None:
        return number
    name = _name_key(entity)
    same = numbered.get(name, ())
    return next(iter(same)) if len(same) == 1 else name


def _histories(code: str, ordered: list[tuple[Held, dict[str, ListedEntity]]]) -> dict[tuple[str, str], EntryHistory]:
    made: dict[tuple[str, str], EntryHistory] = {}
    keys = dict.fromkeys(key for _, entities in ordered for key in entities)
    for key in keys:
        spaces = {_space(held) for held, entities in ordered if key in entities}
        made[code, key] = EntryHistory(
            list_code=code,
            sightings=tuple(
                Sighting(held=held, entity=entities.get(key), is_comparable=_space(held) in spaces)
                for held, entities in ordered
            ),
        )
    return made


def _events(
    before: tuple[Held, Mapping[str, ListedEntity]], after: tuple[Held, Mapping[str, ListedEntity]]
) -> Iterator[Event]:
    for key, entity in after[1].items():
        older = before[1].get(key)
        changed = () if older is None else _differing(older, entity)
        if older is None or changed:
            change = Change.LISTED if older is None else Change.CHANGED
            yield Event(
                change=change,
                name=entity.name,
                entry=entity.entry,
                before=before[0],
                after=after[0],
                fields=changed,
            )
    for key, entity in before[1].items():
        if key not in after[1]:
            yield Event(change=Change.REMOVED, name=entity.name, entry=entity.entry, before=before[0], after=after[0])


def _differing(older: ListedEntity, newer: ListedEntity) -> tuple[str, ...]:
    return tuple(
        each.name
        for each in fields(ListedEntity)
        if each.name not in _NOT_COMPARED and getattr(older, each.name) != getattr(newer, each.name)
    )
