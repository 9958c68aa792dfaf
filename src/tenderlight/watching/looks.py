"""One look at a place: what was found new, changed or gone, and the captures that show it, in a folder of its own.

The folder waits in `watch/arrived/` until the case takes it in, which may be later: the review desk may hold the case.
Its `round.json` is written last; a folder without it is what a crash left, and is dropped.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

import tenderlight
from tenderlight.archive.captures import Captured, CaptureWriter
from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.errors import CaseDamaged
from tenderlight.watching.fetches import Fetched, Hop, Wanted
from tenderlight.watching.places import Known, Place, State

ARRIVED = "arrived"
ROUND = "round.json"
NEWS, REST = "capture.warc.gz", "rest.warc.gz"
"""What something new was found in; what only shows that something is gone: pages of a list without it."""
MOST_BYTES = 2 << 30
"""Captured in one look; what is beyond is left for the next."""
MOST_SECONDS = 3_600.0
"""Of one look; what is not asked for by then is left for the next."""
SEEN, CHANGED, GONE = "seen", "changed", "gone"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was seen, changed or gone."""

    what: str
    address: str
    sha256: str = ""
    """Of what is there now; empty = nothing."""
    before: str = ""
    """Of what was there before; empty = nothing that we know of."""


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """What one look brought."""

    place: int
    address: str
    at: str
    """UTC, ISO 8601, to the second."""
    began: float
    """The same in seconds since 1970."""
    events: tuple[Event, ...]
    captures: tuple[str, ...]
    """Files of the folder, in the order to take them in; the events belong to the first."""
    kind: str = ""
    """What the place is: ocds, feed, changes, page, folder."""
    files: tuple[tuple[str, str], ...] = ()
    """Of a folder that is watched: files of this one, and the path of each as received."""


class Look:
    """One look at one place, going on.

    Args:
        place: The place.
        state: What was known of it; it is changed as things are found.
        waiting: The folder `arrived` of the watch.
    """

    def __init__(self, place: Place, state: State, waiting: Path) -> None:
        self.place, self.state = place, state
        self.began = datetime.now(UTC)
        self.events: list[Event] = []
        self.files: list[tuple[str, str]] = []
        self.troubles: list[str] = []
        self.failed = False
        """Whether the place itself gave no answer that could be taken."""
        self.wait_seconds = 0.0
        """How long the server of the place wants to be left alone."""
        self.left = 0
        """Addresses left for the next look."""
        self._bytes = 0
        self._is_kept = False
        self._writers: dict[str, CaptureWriter] = {}
        stamp = self.began.strftime("%Y%m%dT%H%M%S.%f")
        self.folder = waiting / f"{stamp}Z-{place.id}"

    @property
    def is_full(self) -> bool:
        """Whether no more is to be captured in this look."""
        return self._bytes >= MOST_BYTES or (datetime.now(UTC) - self.began).total_seconds() > MOST_SECONDS

    def wanted(self, url: str, *, is_list: bool = False) -> Wanted:
        """Return an address as it is to be asked for: only if it changed since it was last taken.

        Args:
            url: The address.
            is_list: Whether it is the list itself, of which no content is remembered.
        """
        known = self.state.known.get(url)
        if known is None or not (known.object or is_list):
            return Wanted(url=url)
        return Wanted(url=url, etag=known.etag, modified=known.modified)

    def judge(self, got: Fetched) -> None:
        """Take what became of a document: new, changed, gone, as it was, or not to be had now."""
        known = self.state.known.setdefault(got.url, Known())
        known.looked_at = time.time()
        if got.trouble:
            self.troubles.append(f"{got.url}: {got.trouble}")
            known.failed += 1
            return
        known.failed = 0
        before = known.object
        if got.is_gone:
            if before:
                self.add(Event(what=GONE, address=got.url, before=before), got)
            known.object = known.etag = known.modified = ""
        elif got.status != 304:
            if got.sha256 != before:
                self.add(
                    Event(what=CHANGED if before else SEEN, address=got.url, sha256=got.sha256, before=before), got
                )
            known.object, known.etag, known.modified = got.sha256, got.etag, got.modified

    def add(self, event: Event, got: Fetched | None = None) -> None:
        """Note an event, and capture what shows it."""
        self.events.append(event)
        if got is not None:
            self.capture(got.hops)

    def capture(self, hops: tuple[Hop, ...], *, into: str = NEWS) -> None:
        """Write what went over the line into a capture."""
        for hop in hops:
            got = hop.exchange
            captured = Captured(
                url=got.url,
                at=hop.at,
                address=got.address,
                asked=got.asked,
                answer=got.answer,
                payload=got.untrusted_body,
            )
            self.count(len(got.answer))
            self.writer(into).add(captured)

    def count(self, size_bytes: int) -> None:
        """Count what was captured."""
        self._bytes += size_bytes

    def writer(self, name: str) -> CaptureWriter:
        """Return what writes a capture of this look."""
        if name not in self._writers:
            make_folder(self.folder)
            software = f"tenderlight/{tenderlight.__version__}"
            self._writers[name] = CaptureWriter(self.folder / name, software=software, at=self.began)
        return self._writers[name]

    def finish(self) -> Round | None:
        """Close the captures and write what this look brought; None, and no folder, if that is nothing.

        Raises:
            StorageFull: If the disk would not take it.
        """
        for writer in self._writers.values():
            writer.finish()
        if not self.events:
            self.drop()
            return None
        is_gone = any(event.what == GONE for event in self.events)
        captures = tuple(name for name in (NEWS, REST) if name in self._writers and (name == NEWS or is_gone))
        found = Round(
            place=self.place.id,
            address=self.place.address,
            at=self.began.strftime("%Y-%m-%dT%H:%M:%SZ"),
            began=self.began.timestamp(),
            events=tuple(self.events),
            captures=captures,
            kind=self.state.kind,
            files=tuple(self.files),
        )
        self._writers.clear()
        self._is_kept = True
        write_whole(self.folder / ROUND, msgspec.json.encode(found), temporary=self.folder / f".{ROUND}")
        return found

    def drop(self) -> None:
        """Let the captures go, unless the look ended: what is known of the place may say that the case has them."""
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()
        if not self._is_kept:
            shutil.rmtree(self.folder, ignore_errors=True)


def waiting_rounds(waiting: Path) -> Iterator[tuple[Path, Round]]:
    """Yield what earlier looks brought and the case has not taken in, the oldest first; drop what was not ended.

    Raises:
        CaseDamaged: If what a look brought cannot be read; it stays where it is.
    """
    for folder in sorted(waiting.iterdir()) if waiting.is_dir() else ():
        path = folder / ROUND
        try:
            found = msgspec.json.decode(path.read_bytes(), type=Round)
        except FileNotFoundError:
            shutil.rmtree(folder, ignore_errors=True)
        except (OSError, msgspec.MsgspecError) as trouble:
            raise CaseDamaged(f"{path} cannot be read: {trouble}.", path=str(path)) from trouble
        else:
            yield folder, found


def let_go(folder: Path) -> None:
    """Take away what the case has taken in; what makes it whole goes first, so that half of it is never taken in."""
    (folder / ROUND).unlink()
    shutil.rmtree(folder)


def settle(state: State, found: Round) -> None:
    """Bring what is known of a place up to what a look brought; harmless if it is so already."""
    if state.looked_at >= found.began:
        return
    state.kind = state.kind or found.kind
    state.is_open = True  # what the look left undone is not known
    for event in found.events:
        known = state.known.setdefault(event.address, Known())
        if known.object != event.sha256:
            known.object, known.etag, known.modified = event.sha256, "", ""
