"""Parts of the index of the search: made by processes of their own, each for some documents, then put in whole.

A part is an index like that of the case, in `index/parts/`. Its segments, the files in which the engine keeps the
terms of some entries, say nothing of the index they lie in: they are moved beside those of the case, and named in its
list of segments. A part of which that list says nothing yet was never there.

How many processes make an index, and which parts they make of it, shows in no answer: see `in_one_order`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from tenderlight.archive.storage import write_whole
from tenderlight.cases.reading_texts import PageText
from tenderlight.cases.search_entries import Entry, entries_of
from tenderlight.cases.search_taking import HEAP_BYTES, Taking, open_terms
from tenderlight.errors import CaseDamaged
from tenderlight.languages.common_phrases import CommonPhrases
from tenderlight.model.record import Record

if TYPE_CHECKING:
    from tantivy import DocAddress

PART_ENTRIES = 20_000
"""Entries of a part, or all that are shared out among the processes if that is less."""
FEWEST_ENTRIES = 2_000
"""Of a part: for fewer a process is not worth its start."""
FOLDER = "parts"
MADE = "made.json"
_LIST, _FILES = "meta.json", ".managed.json"
_OF_SEGMENT = re.compile(r"[0-9a-f]{32}(\.[0-9a-z]{1,20}){1,2}")
SAME_SHARE = 1e-5
"""Of a score, by which the next may be lower and is the same: so far the order counts in which an engine adds up."""
SPARE_HITS = 40
"""Asked for beyond those that are wanted, to see where those of the last score end."""


class Part(msgspec.Struct, frozen=True):
    """Documents whose terms are made together."""

    folder: str
    documents: tuple[tuple[int, str], ...]
    """Number in the index, and the document."""


class Job(msgspec.Struct, frozen=True):
    """Parts for a process to make."""

    parts: tuple[Part, ...]
    phrases: tuple[str, ...] | None
    """The common ones; None = they are not told."""


class Workers(Protocol):
    """Processes, here or elsewhere."""

    @property
    def count(self) -> int:
        """How many there are; 0 = none can be had."""

    @property
    def are_here(self) -> bool:
        """Whether they take processors of this machine: one of them alone spares nobody anything."""

    def make(self, folder: Path, jobs: Sequence[Job], /) -> Iterator[Path]:
        """Have each do a job, and yield the folder of each part that is made.

        Args:
            folder: For their files; it is there only if they make it.
            jobs: No more than there are processes.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedOut:
    """How work on an index is shared out among processes.

    Args:
        workers: Who does it. A part that they do not make is made by the process that asked.
        entries: Of each document, about how many entries it has.
    """

    workers: Workers
    entries: Mapping[str, int] = field(default_factory=dict)

    def jobs(self, folder: Path, documents: Sequence[tuple[int, str]], phrases: Sequence[str] | None) -> list[Job]:
        """Return jobs, for a process each; none if it is not worth it."""
        whole = sum(self.entries.get(document, 1) for _, document in documents)
        if whole < 2 * FEWEST_ENTRIES or (count := self.workers.count) < (2 if self.workers.are_here else 1):
            return []
        most = max(FEWEST_ENTRIES, min(PART_ENTRIES, -(-whole // count)))
        parts: list[list[tuple[int, str]]] = [[]]
        size = 0
        for number, document in documents:
            if size >= most:
                parts.append([])
                size = 0
            parts[-1].append((number, document))
            size += self.entries.get(document, 1)
        named = [Part(str(folder / f"{at:06}"), tuple(part)) for at, part in enumerate(parts)]
        shares = [tuple(named[first::count]) for first in range(count)]
        return [Job(share, None if phrases is None else tuple(phrases)) for share in shares if share]


def make_parts(job: Job, load: Callable[[str], Iterable[PageText | Record]], go_on: Callable[[], bool]) -> None:
    """Make the parts of a job, each with a note of what is in it when it is whole.

    Args:
        job: Which.
        load: How the texts of a document are loaded.
        go_on: Asked before each document.
    """
    common = None if job.phrases is None else CommonPhrases(job.phrases)
    for part in job.parts:
        folder = Path(part.folder)
        damaged: set[int] = set()
        entries: dict[int, int] | None = None
        while entries is None:  # once more for each that is damaged: a part holds whole documents alone
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            entries = _made(part, damaged, common, load, go_on)
        note_made(folder, entries)


def note_made(folder: Path, entries: Mapping[int, int]) -> None:
    """Note that the part in a folder is whole, and how many entries of which documents it holds."""
    write_whole(folder / MADE, msgspec.json.encode(entries), temporary=folder / f"{MADE}.new")


def make_part_of(folder: Path, documents: Iterable[tuple[int, Iterable[Entry]]], phrases: Sequence[str] | None) -> None:
    """Make a part of entries that are at hand, in an empty folder.

    Args:
        folder: For its files; the note that it is whole is for the caller to write.
        documents: Number in the index, and the entries.
        phrases: The common ones; None = they are not told.
    """
    writer = open_terms(folder).writer(HEAP_BYTES, 1)
    taking = Taking(writer, None if phrases is None else CommonPhrases(phrases))
    for number, entries in documents:
        for entry in entries:
            taking.add(entry, number)
    taking.finish()
    writer.commit()
    writer.wait_merging_threads()


def files_of(part: Path) -> list[Path]:
    """Return the files of a part that go into an index: those of its segments, and the list of them."""
    names = {str(one["segment_id"]).replace("-", "") for one in _segments(part)}
    return [*sorted(path for path in part.iterdir() if path.stem in names), part / _LIST]


def is_file_of_part(name: str) -> bool:
    """Say whether a file of a part can have that name."""
    return name == _LIST or _OF_SEGMENT.fullmatch(name) is not None


def _segments(part: Path) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = msgspec.json.decode((part / _LIST).read_bytes())["segments"]
    return listed


def _made(
    part: Part,
    damaged: set[int],
    common: CommonPhrases | None,
    load: Callable[[str], Iterable[PageText | Record]],
    go_on: Callable[[], bool],
) -> dict[int, int] | None:
    """Make a part; return how many entries each document has, None if one more was found to be damaged."""
    writer = open_terms(Path(part.folder)).writer(HEAP_BYTES, 1)
    taking = Taking(writer, common)
    entries: dict[int, int] = {}
    for number, document in part.documents:
        if not go_on():
            raise InterruptedError
        if number in damaged:
            continue
        entries[number] = 0
        try:
            for entry in entries_of(load(document), number):
                taking.add(entry, number)
                entries[number] += 1
        except CaseDamaged:
            damaged.add(number)
            return None
    taking.finish()
    writer.commit()
    writer.wait_merging_threads()
    return entries


def entries_in(part: Path) -> dict[int, int]:
    """Return how many entries of which documents a part holds.

    Raises:
        ValueError: It is not whole.
    """
    try:
        return msgspec.json.decode((part / MADE).read_bytes(), type=dict[int, int])
    except OSError as refused:
        raise ValueError(f"no whole part: {refused.strerror}") from refused


def put_in(part: Path, terms: Path) -> None:
    """Put the terms of a part into an index that nobody writes to; it is the same as before, or whole with them.

    Raises:
        ValueError: The part is not of the same form.
        OSError: The disk would not take it.
    """
    ours, theirs = (msgspec.json.decode((folder / _LIST).read_bytes()) for folder in (terms, part))
    if any(ours[name] != theirs[name] for name in ("schema", "index_settings")):
        raise ValueError("a part of another form")
    files = files_of(part)[:-1]
    held = set(msgspec.json.decode((terms / _FILES).read_bytes(), type=list[str]))
    # told first of files that it may delete should they be in no list
    held.update(path.name for path in files)
    write_whole(terms / _FILES, msgspec.json.encode(sorted(held)), temporary=terms / f"{_FILES}.new")
    for path in files:
        path.rename(terms / path.name)
    ours["segments"] += theirs["segments"]
    write_whole(terms / _LIST, msgspec.json.encode(ours), temporary=terms / f"{_LIST}.new")


def forget_parts(folder: Path) -> None:
    """Delete parts that were left behind."""
    with suppress(OSError):
        shutil.rmtree(folder / FOLDER)


def in_one_order(
    search: Callable[[int], list[tuple[float, DocAddress]]],
    numbers: Callable[[Sequence[DocAddress]], Sequence[int]],
    upto: int,
) -> list[DocAddress]:
    """Return the first hits, those of the highest score first, of one score by the number of their entry.

    The engine goes by the segment they are in instead, and that depends on who made it when.

    Args:
        search: Returns so many hits of the highest scores.
        numbers: Returns the numbers of entries.
        upto: How many hits are wanted.
    """
    limit = upto + SPARE_HITS
    while True:
        hits = search(limit)
        starts = [
            0,
            *(at for at, (one, next_one) in enumerate(pairwise(hits), 1) if not _is_alike(one[0], next_one[0])),
        ]
        if len(hits) < limit or starts[-1] >= upto:
            break
        limit *= 8
    ordered: list[DocAddress] = []
    for start, end in pairwise((*starts, len(hits))):
        if start >= upto:
            break
        alike = [address for _, address in hits[start:end]]
        if len(alike) > 1:
            by_number = sorted(zip(numbers(alike), range(len(alike)), strict=True))
            alike = [alike[at] for _, at in by_number]
        ordered += alike
    return ordered[:upto]


def _is_alike(score: float, next_score: float) -> bool:
    """Say whether two scores differ by no more than the order in which an engine adds up."""
    return score - next_score <= SAME_SHARE * score
