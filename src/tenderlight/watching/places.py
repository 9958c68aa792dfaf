"""What is watched, and what is known of each place: small files in the folder `watch/` of the case.

The custody log says what was seen, changed and gone. What is here says what to ask next, and can be lost: everything at
a place is then fetched once more, and what the case has under the same hash is new to nobody.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import urldefrag

import msgspec

from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.errors import CaseDamaged, FetchRefused, UsageError
from tenderlight.sources.addresses import place_of

FOLDER = "watch"
SCHEMES = ("https", "http")
MOST_PLACES = 10_000
_Kind = TypeVar("_Kind")
_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_SPAN = re.compile(r"([1-9][0-9]{0,6})([smhd])")
SHORTEST_SECONDS = 10.0
LONGEST_SECONDS = 365 * 86_400.0


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place that is watched."""

    id: int
    address: str
    """A URL, or the path of a folder from the root."""
    every_seconds: float
    most_pages: int = 100
    """Pages of a list that are followed in one look."""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder on this machine."""
        return self.address.startswith("/")


class Known(msgspec.Struct, kw_only=True):
    """What is known of one address."""

    object: str = ""
    """SHA-256 of what was last there; empty = gone, or never taken."""
    etag: str = ""
    modified: str = ""
    """What the server said under `Last-Modified`."""
    mark: str = ""
    """What a list of changes said of it when it was last taken."""
    looked_at: float = 0.0
    """Seconds since 1970."""
    failed: int = 0
    """Questions in a row to which there was no answer that could be taken."""


class State(msgspec.Struct, kw_only=True):
    """What is known of a place."""

    kind: str = ""
    """ocds, feed, changes, page or folder; empty = not looked at yet."""
    looked_at: float = 0.0
    next_at: float = 0.0
    failed: int = 0
    """Looks in a row that failed."""
    trouble: str = ""
    """What went wrong at the last look; empty = nothing."""
    next_page: str = ""
    """Of a list of changes, the page to go on with; empty = the first."""
    is_open: bool = False
    """Whether the last look left something of a feed: the next one goes on where pages bring nothing new."""
    known: dict[str, Known] = msgspec.field(default_factory=dict)
    """By address; of open contracting data, by release."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of a place."""

    id: int
    address: str
    every_seconds: float
    most_pages: int
    kind: str
    looked_at: str | None
    """UTC, ISO 8601, to the second; None = never."""
    next_at: str | None
    there: int
    """Documents, releases or files that were there when they were last looked at."""
    trouble: str


def told_of(place: Place, state: State) -> Told:
    """Return what is told of a place."""
    return Told(
        id=place.id,
        address=place.address,
        every_seconds=place.every_seconds,
        most_pages=place.most_pages,
        kind=state.kind,
        looked_at=_time(state.looked_at),
        next_at=_time(state.next_at),
        there=sum(bool(one.object) for one in state.known.values()),
        trouble=state.trouble,
    )


def _time(seconds: float) -> str | None:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds else None


class Watched:
    """The places of a case, and their states.

    Args:
        case_folder: The case; it need not be there yet.
    """

    def __init__(self, case_folder: Path) -> None:
        self.folder = case_folder / FOLDER

    def places(self) -> list[Place]:
        """Return all places, in the order in which they were added.

        Raises:
            CaseDamaged: If the file that lists them cannot be read.
        """
        return _read(self.folder / "places.json", list[Place]) or []

    def add(self, address: str, *, every_seconds: float, most_pages: int) -> tuple[Place, bool]:
        """Watch a place; return it, and whether it was not watched before (its schedule may be another now).

        Raises:
            UsageError: If it is neither an address nor a folder, or there are too many.
        """
        places = self.places()
        written = address_of(address)
        before = next((one for one in places if one.address == written), None)
        number = before.id if before else max((one.id for one in places), default=0) + 1
        place = Place(id=number, address=written, every_seconds=every_seconds, most_pages=most_pages)
        if len(places) >= MOST_PLACES and before is None:
            raise UsageError(f"{MOST_PLACES} places are watched already.")
        self._write("places.json", [*(one for one in places if one.id != number), place])
        return place, before is None

    def remove(self, named: str) -> Place:
        """Watch a place no more; what was captured stays.

        Args:
            named: Its number, or its address.

        Raises:
            UsageError: If it is not watched.
        """
        places = self.places()
        found = next((one for one in places if named in (str(one.id), one.address)), None)
        if found is None:
            raise UsageError(f"{named} is not watched; `tenderlight watch list` shows what is.")
        self._write("places.json", [one for one in places if one is not found])
        (self.folder / f"state-{found.id}.json").unlink(missing_ok=True)
        return found

    def state(self, place: Place) -> State:
        """Return what is known of a place.

        Raises:
            CaseDamaged: If its file cannot be read.
        """
        return _read(self.folder / f"state-{place.id}.json", State) or State()

    def remember(self, place: Place, state: State) -> None:
        """Keep what is known of a place.

        Raises:
            StorageFull: If the disk would not take it; what was known before stays.
        """
        self._write(f"state-{place.id}.json", state)

    def _write(self, name: str, value: object) -> None:
        make_folder(self.folder)
        write_whole(self.folder / name, msgspec.json.encode(value), temporary=self.folder / f".{name}")


def seconds_of(said: str) -> float:
    """Return the seconds of a span written as 30s, 15m, 6h or 1d.

    Raises:
        UsageError: If it is none, or too short or too long.
    """
    found = _SPAN.fullmatch(said)
    seconds = float(int(found[1]) * _SECONDS[found[2]]) if found else 0.0
    if not SHORTEST_SECONDS <= seconds <= LONGEST_SECONDS:
        raise UsageError(f"{said:.40} is no span of time from 10s to 365d, written as 30s, 15m, 6h or 1d.")
    return seconds


def address_of(named: str) -> str:
    """Return the address of a place in the one form in which it is kept.

    Raises:
        UsageError: If it is neither an address that can be fetched from nor a folder.
    """
    if "://" not in named:
        folder = Path(named)
        if not folder.is_dir():
            raise UsageError(f"{named} is neither a folder nor an address that begins with https:// or http://.")
        return str(folder.resolve())
    address = urldefrag(named)[0]
    try:
        place_of(address, schemes=SCHEMES)
    except FetchRefused as refused:
        raise UsageError(f"{named} cannot be watched. {refused.message}") from None
    return address


def _read(path: Path, kind: type[_Kind]) -> _Kind | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as trouble:
        raise CaseDamaged(f"{path} cannot be read: {trouble}.", path=str(path)) from trouble
