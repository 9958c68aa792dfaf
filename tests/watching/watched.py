"""A case that watches a site of our own, and what its log says of it."""

from __future__ import annotations

import ipaddress
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tenderlight.archive.custody import Entry, read_log
from tenderlight.cases import Case
from tenderlight.cases.places import Place as CasePlace
from tenderlight.sources.fetching import Fetcher
from tenderlight.watching.alerts import Channels
from tenderlight.watching.fetches import Manners, PoliteFetcher
from tenderlight.watching.listing import listing_of
from tenderlight.watching.looks import Look
from tenderlight.watching.places import SCHEMES, Place, State, Watched
from tenderlight.watching.polls import look_at
from tenderlight.watching.running import Looked, Watch, WatchOptions

LOOPBACK = (ipaddress.ip_network("127.0.0.1"),)
QUICK = Manners(agent="tenderlight/test", delay_seconds=0.0, pause_seconds=0.01)


@dataclass(slots=True, kw_only=True)
class WatchedCase:
    """A case, and what was said while it was watched."""

    folder: Path
    """Of the case, or of what it keeps beside its tables."""
    place: CasePlace | None = None
    """The case, if a server keeps its tables; None = the folder."""
    said: list[str] = field(default_factory=list)
    channels: Channels = field(default_factory=Channels)
    manners: Manners = QUICK
    is_allowed: bool = True
    most_bytes: int = 1 << 20
    most_seconds: float = 5.0

    def add(self, address: str, *, most_pages: int = 100) -> Place:
        """Watch a place that is due at every look."""
        if not (self.folder / "custody.jsonl").exists():
            Case.open(self.folder, create=True).close()
        return Watched(self.folder).add(address, every_seconds=10.0, most_pages=most_pages)[0]

    def look(self) -> Looked:
        """Look at every place once, due or not."""
        watched = Watched(self.folder)
        for place in watched.places():
            state = watched.state(place)
            state.next_at = 0.0
            watched.remember(place, state)
        return self.watch().go()

    def watch(self) -> Watch:
        """Return a watch that looks once."""
        return Watch(
            WatchOptions(
                case=self.place or self.folder,
                is_once=True,
                allowed=LOOPBACK if self.is_allowed else (),
                manners=self.manners,
                channels=self.channels,
                workers=1,
                most_bytes=self.most_bytes,
                most_seconds=self.most_seconds,
                say=self.said.append,
            )
        )

    def state_of(self, place: Place) -> State:
        """Return what is known of a place."""
        return Watched(self.folder).state(place)

    def entries(self) -> list[Entry]:
        """Return what the log says of the watch."""
        return [entry for entry, _ in read_log(self.folder) if entry.act == "watch"]

    def events(self) -> list[tuple[str, str]]:
        """Return what the log says was seen, changed or gone, and where: of a site, the path."""
        return [(str(one.details["what"]), _short(str(one.details["address"]))) for one in self.entries()]


def _short(address: str) -> str:
    return "/" + address.split("/", 3)[3] if address.startswith("http") else address


def polite(site_seconds: float = 5.0, *, most_bytes: int = 1 << 20, manners: Manners = QUICK) -> PoliteFetcher:
    """Return what fetches from this machine."""
    fetcher = Fetcher(allowed=LOOPBACK, schemes=SCHEMES, most_bytes=most_bytes, most_seconds=site_seconds)
    return PoliteFetcher(fetcher, manners, threading.Event())


@dataclass(slots=True, kw_only=True)
class Looking:
    """Looks at one place, without a case and without the cage."""

    address: str
    folder: Path
    most_pages: int = 100
    state: State = field(default_factory=State)

    def look(self) -> Look:
        """Look once; what it brought is on the disk."""
        place = Place(id=1, address=self.address, every_seconds=60.0, most_pages=self.most_pages)
        look = Look(place, self.state, self.folder / "arrived")
        fetcher = polite()
        asking = look_at(look, listing_of)
        wanted = next(asking)
        with suppress(StopIteration):
            while True:
                wanted = asking.send(fetcher.fetch(wanted))
        look.finish()
        return look

    def events(self) -> list[tuple[str, str]]:
        """Look once; return what was seen, changed or gone, and where."""
        return [(event.what, _short(event.address)) for event in self.look().events]
