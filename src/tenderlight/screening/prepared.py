"""Lists made ready for asking, kept beside their store: read once, asked from then on without reading a list again.

::

    lists/prepared/<key>   one for each set of snapshots that was asked

The key is the SHA-256 of what the file depends on: the snapshots, and the code and tables that read and compare them.
So a file of another version is never found. A file that is damaged, by its own SHA-256, is made again. Nothing in it
is needed: with the folder gone, it is made anew from the lists.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import overload

import msgspec

import tenderlight
from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.errors import StorageFull, UsageError
from tenderlight.lists.history import EntryHistory, Lists, Sighting, held_of
from tenderlight.lists.store import Held, ListStore
from tenderlight.matching import Matcher
from tenderlight.matching.name_index import NameIndex
from tenderlight.matching.postings import Sections
from tenderlight.model.listing import ListedEntity
from tenderlight.model.stake import Stake

FOLDER = "prepared"
KEPT = 4
"""Files kept in the folder, the newest; others are made again when they are asked for."""
_FORM = b"tenderlight-prepared/1\n"
_DEPENDS_ON = ("lists", "matching", "languages", "model", "screening/prepared.py", "_generated/divisions.py")
_TABLES = ("_generated/party_names.json", "_generated/pinyin.json", "_generated/traditional.py")
_DIGEST_BYTES = 32


class _Sighting(msgspec.Struct, array_like=True):
    held: int
    entity: int
    """Number among the entries; -1 = not in this snapshot."""
    is_comparable: bool


class _History(msgspec.Struct, array_like=True):
    list_code: str
    sightings: list[_Sighting]


class _Parts(msgspec.Struct, array_like=True):
    """Where each part of a file lies: its length, one after the other."""

    lengths: list[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldStake:
    """A stake, and the snapshot that states it."""

    held: Held
    stake: Stake


class Prepared:
    """The entries of lists with their histories, and a matcher over their names.

    Args:
        held: The snapshots.
        histories: The history of every entry.
        matcher: Over the newest form of each entry, in the same order.
        stakes: Every stake of the snapshots.
    """

    def __init__(
        self,
        held: Sequence[Held],
        histories: Sequence[EntryHistory],
        matcher: Matcher,
        stakes: Sequence[HeldStake] = (),
    ) -> None:
        self.held = tuple(held)
        self.stakes = tuple(stakes)
        self.histories = histories
        self.matcher = matcher

    @classmethod
    def of(cls, lists: Lists) -> Prepared:
        """Return lists that were read, made ready."""
        histories = tuple(lists)
        stakes = [
            HeldStake(held=held, stake=stake)
            for held in lists.held
            for stake in lists.read[held.snapshot.sha256].stakes
            if stake.list_code == held.snapshot.list_code
        ]
        return cls(lists.held, histories, Matcher(history.newest for history in histories), stakes)


def prepare(
    store: ListStore,
    *,
    codes: Iterable[str] | None = None,
    sha256s: Iterable[str] | None = None,
    keeps: bool = True,
) -> Prepared:
    """Return the lists of a store, ready for asking; from the file of an earlier call where there is a whole one.

    Args:
        store: Where they lie. Their bytes are checked against their hashes every time.
        codes: Lists to use; None = all.
        sha256s: Snapshots to use; None = all.
        keeps: Whether to keep the file for later calls, where the store may be written to.

    Raises:
        ArchiveDamaged: If a list is missing or changed.
        UsageError: If the store may not be read.
    """
    held = held_of(store, codes=codes, sha256s=sha256s)
    for sha256 in dict.fromkeys(each.snapshot.sha256 for each in held):
        store.check(sha256)
    path = store.folder / FOLDER / _key(held)
    with suppress(OSError, KeyError, ValueError, msgspec.DecodeError):
        return _read(path.read_bytes(), held)
    prepared = Prepared.of(Lists(store, codes=codes, sha256s=sha256s))
    if keeps and held:
        with suppress(OSError, StorageFull, UsageError):
            _keep(path, prepared)
    return prepared


def _key(held: Sequence[Held]) -> str:
    digest = hashlib.sha256(_code().encode("ascii"))
    digest.update(msgspec.json.encode(held))
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code() -> str:
    """Return the SHA-256 of everything but the lists that a prepared file depends on."""
    versions = (sys.version, unicodedata.unidata_version, importlib.metadata.version("anyascii"), sys.byteorder)
    digest = hashlib.sha256("\n".join(versions).encode("utf-8"))
    package = Path(tenderlight.__file__).parent
    for name in (*_DEPENDS_ON, *_TABLES):
        place = package / name
        for path in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _keep(path: Path, prepared: Prepared) -> None:
    make_folder(path.parent)
    write_whole(path, _written(prepared), temporary=path.with_name(f".{path.name}.unfinished"))
    others = sorted(path.parent.iterdir(), key=lambda each: (each != path, -each.stat().st_mtime_ns))
    for old in others[KEPT:]:
        old.unlink()


def _written(prepared: Prepared) -> bytes:
    """Return the content of a file: form, SHA-256 of the rest, length of the table of parts, that table, the parts."""
    numbers = {each: number for number, each in enumerate(prepared.held)}
    entries: dict[int, int] = {}
    entities: list[bytes] = []
    histories: list[bytes] = []
    for history in prepared.histories:
        sightings = []
        for seen in history.sightings:
            at = -1
            if seen.entity is not None:
                at = entries.setdefault(id(seen.entity), len(entries))
                if at == len(entities):
                    entities.append(msgspec.msgpack.encode(seen.entity))
            sightings.append(_Sighting(numbers[seen.held], at, seen.is_comparable))
        histories.append(msgspec.msgpack.encode(_History(history.list_code, sightings)))
    sections: Sections = {}
    for name, rows in (("entities", entities), ("histories", histories)):
        sections[name] = b"".join(rows)
        sections[f"{name}.ends"] = msgspec.msgpack.encode(_ends(rows))
    stakes = [(numbers[each.held], each.stake) for each in prepared.stakes]
    sections["stakes"] = msgspec.msgpack.encode(stakes)
    sections |= prepared.matcher.index.packed()
    table = msgspec.msgpack.encode(_Parts([(name, len(content)) for name, content in sections.items()]))
    body = b"".join((len(table).to_bytes(8, "little"), table, *sections.values()))
    return b"".join((_FORM, hashlib.sha256(body).digest(), body))


def _ends(rows: Sequence[bytes]) -> list[int]:
    ends, at = [], 0
    for row in rows:
        at += len(row)
        ends.append(at)
    return ends


def _read(content: bytes, held: Sequence[Held]) -> Prepared:
    """Return what a file holds.

    Raises:
        KeyError, ValueError, msgspec.DecodeError: If it is damaged, or no such file.
    """
    begin = len(_FORM) + _DIGEST_BYTES
    body = memoryview(content)[begin:]
    if not content.startswith(_FORM) or hashlib.sha256(body).digest() != content[len(_FORM) : begin]:
        raise ValueError("a prepared list is damaged")
    at = 8 + int.from_bytes(body[:8], "little")
    parts = msgspec.msgpack.decode(body[8:at], type=_Parts)
    sections: dict[str, memoryview] = {}
    for name, length in parts.lengths:
        sections[name] = body[at : at + length]
        at += length
    entries = _Entries(sections["entities"], msgspec.msgpack.decode(sections["entities.ends"], type=list[int]))
    histories = _Histories(
        sections["histories"], msgspec.msgpack.decode(sections["histories.ends"], type=list[int]), entries, held
    )
    index = NameIndex.unpacked(_Newest(histories), sections)
    stakes = msgspec.msgpack.decode(sections["stakes"], type=list[tuple[int, Stake]])
    return Prepared(
        held, histories, Matcher(index), [HeldStake(held=held[number], stake=stake) for number, stake in stakes]
    )


class _Entries:
    """Entries of a file, each decoded when it is asked for, and then kept."""

    def __init__(self, content: memoryview, ends: list[int]) -> None:
        self._content, self._ends = content, ends
        self._known: dict[int, ListedEntity] = {}

    def __getitem__(self, number: int) -> ListedEntity:
        found = self._known.get(number)
        if found is None:
            start = self._ends[number - 1] if number else 0
            row = self._content[start : self._ends[number]]
            found = self._known[number] = msgspec.msgpack.decode(row, type=ListedEntity)
        return found


class _Histories(Sequence[EntryHistory]):
    """The same for histories."""

    def __init__(self, content: memoryview, ends: list[int], entries: _Entries, held: Sequence[Held]) -> None:
        self._content, self._ends, self._entries, self._held = content, ends, entries, held
        self._known: dict[int, EntryHistory] = {}

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, number: int) -> EntryHistory: ...
    @overload
    def __getitem__(self, number: slice) -> list[EntryHistory]: ...
    def __getitem__(self, number: int | slice) -> EntryHistory | list[EntryHistory]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        found = self._known.get(number)
        if found is None:
            start = self._ends[number - 1] if number else 0
            row = msgspec.msgpack.decode(self._content[start : self._ends[number]], type=_History)
            found = self._known[number] = EntryHistory(
                list_code=row.list_code,
                sightings=tuple(
                    Sighting(
                        held=self._held[each.held],
                        entity=self._entries[each.entity] if each.entity >= 0 else None,
                        is_comparable=each.is_comparable,
                    )
                    for each in row.sightings
                ),
            )
        return found


class _Newest(Sequence[ListedEntity]):
    """The newest form of each entry."""

    def __init__(self, histories: _Histories) -> None:
        self._histories = histories

    def __len__(self) -> int:
        return len(self._histories)

    @overload
    def __getitem__(self, number: int) -> ListedEntity: ...
    @overload
    def __getitem__(self, number: slice) -> list[ListedEntity]: ...
    def __getitem__(self, number: int | slice) -> ListedEntity | list[ListedEntity]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        return self._histories[number].newest
