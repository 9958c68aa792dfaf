"""Where a case is: a folder, or the tables of a PostgreSQL server with a store for everything else.

One word names either, wherever a case is named: a path, or ``postgresql://user@host/database``.
"""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass, replace
from pathlib import Path

from tenderlight.archive.store_place import StorePlace, parse_place
from tenderlight.errors import UsageError

SCHEMES = ("postgresql://", "postgres://")
ELSEWHERE = "tables-elsewhere.txt"
"""File of a folder whose tables a server keeps; it says which."""
UNDER_WAY = "copy-under-way.txt"
"""File of a folder that a copy has filled, and whose tables a server may not have acknowledged yet."""
_SECRET = frozenset({"password", "passfile", "sslpassword"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A case whose tables a PostgreSQL server keeps."""

    address: str
    """As it was given; it may hold a password, so it is never shown. `str` is."""
    store: Path | StorePlace | None = None
    """Where originals, readings and log are, should the case be made; else the case itself knows."""

    def __str__(self) -> str:
        parts = urllib.parse.urlsplit(self.address)
        user, sign, host = parts.netloc.rpartition("@")
        query = urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
        shown = [(name, value) for name, value in query if name.lower() not in _SECRET]
        place = f"{user.partition(':')[0]}{sign}{host}"
        # put together by hand: urlunsplit leaves the slashes out where there is no host
        asked = f"?{urllib.parse.urlencode(shown, quote_via=urllib.parse.quote, safe='/')}" if shown else ""
        return f"postgresql://{place}{parts.path}{asked}"

    def __repr__(self) -> str:
        return f"Server({str(self)!r})"

    @property
    def name(self) -> str:
        """Name of the database."""
        return urllib.parse.unquote(urllib.parse.urlsplit(self.address).path.strip("/")) or "postgresql"


Place = Path | Server


def place_of(word: str) -> Place:
    """Return the place that a word names: a path, or the address of a database.

    Raises:
        UsageError: If it is an address that cannot be read.
    """
    if "://" not in word:
        return Path(word)
    try:
        parts = urllib.parse.urlsplit(word)
        is_one = word.startswith(SCHEMES) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one:
        raise UsageError("A case is a folder, or in a database: postgresql://user@host:port/database.")
    return Server(address=word)


def name_of(place: Place) -> str:
    """Return the name of the folder, or of the database."""
    return place.name if isinstance(place, Server) else place.resolve().name


def stored_at(word: str) -> Path | StorePlace:
    """Return the place that a word names for originals, readings and log: a folder, or an object store.

    Raises:
        UsageError: If it is an address of something else.
    """
    return parse_place(word) if "://" in word else Path(word)


def with_store(place: Place, store: Path | StorePlace | None) -> Place:
    """Return a place with where originals, readings and log are to be, should the case be made.

    Raises:
        UsageError: If it is a folder: that holds everything itself, or notes its object store.
    """
    if store is None:
        return place
    if not isinstance(place, Server):
        raise UsageError("--store FOLDER is for a case in a database; a folder holds everything itself.")
    return replace(place, store=store.absolute() if isinstance(store, Path) else store)


def kept_at(place: Place, word: str | None) -> tuple[Place, StorePlace | None]:
    """Return where the tables of a case are, and the object store of one that has them in a folder.

    Args:
        place: The case, as it was named.
        word: Where originals, readings and log are to be, should the case be made; None = not said.

    Raises:
        UsageError: If it is no place for them.
    """
    store = None if word is None else stored_at(word)
    if isinstance(store, StorePlace) and not isinstance(place, Server):
        return place, store
    return with_store(place, store), None


def refuse_elsewhere(folder: Path) -> None:
    """Refuse a folder whose tables a server keeps: with tables of its own it would be a second case on one log.

    Raises:
        UsageError: If it is one.
    """
    try:
        address = (folder / ELSEWHERE).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return
    raise UsageError(f"The tables of the case in {folder} are kept by a server: name {address} in its place.")
