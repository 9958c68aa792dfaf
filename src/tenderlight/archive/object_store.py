"""An object store, spoken to through obstore (https://developmentseed.org/obstore/), the one module that knows it.

What such a store promises is used as it stands, and nothing more:

- an object is there whole or not at all, and is named when the last byte has come;
- `create` is a conditional write (``If-None-Match: *``): of two writers of one name, one is refused;
- an answer that does not come says nothing: what was asked for may be done. So after a refusal, `create` looks whose
  object it is, and what was written is looked up before it is called kept (`confirm`).

Objects are written by one request each, straight from the file's pages in memory, so there are no parts that an
interrupted upload could leave behind; the protocol takes up to 5 GiB so. Requests are tried again a bounded number of
times with growing pauses; then the trouble is told. Keys, tokens and bodies appear in no message.
"""

from __future__ import annotations

import io
import os
import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from tenderlight.archive.store_place import Access, StorePlace, access_from
from tenderlight.errors import (
    OptionalPartMissing,
    StorageFull,
    StoreRefused,
    StoreUnavailable,
    TenderlightError,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Buffer  # type: ignore[attr-defined, unused-ignore]  # since Python 3.12

    from obstore.store import ObjectStore as Engine
    from obstore.store import S3Config

MOST_BYTES = 5 << 30
"""The largest object that the protocol takes in one request."""
PIECE_BYTES = 1 << 20
CONNECT_SECONDS = 10
SILENCE_SECONDS = 60
"""A server that says nothing for so long is given up."""
SLOWEST_BYTES_A_SECOND = 100_000
TRIES_VARIABLE = "TENDERLIGHT_STORE_TRIES"
MOST_TRIES = 20
MARK = "tenderlight.json"
_MARK_CONTENT = b'{"what":"the store of a Tenderlight case","format":1}\n'
_OTHER_CONTENT = b'{"what":"written over what was there"}\n'
_STATUS = re.compile(r"\b(?:status(?: code)?:? ?|error \()(?P<status>[1-5][0-9]{2})\b", re.IGNORECASE)
_FULL = re.compile(r"\b507\b|QuotaExceeded|StorageFull|InsufficientStorage|NotEnoughSpace", re.IGNORECASE)
_NO_BUCKET = re.compile(r"NoSuchBucket|InvalidBucketName", re.IGNORECASE)
_SKEWED = re.compile(r"RequestTimeTooSkewed|RequestExpired", re.IGNORECASE)
_REFUSED = re.compile(r"InvalidAccessKeyId|SignatureDoesNotMatch|AccessDenied|InvalidToken|ExpiredToken", re.IGNORECASE)

_users: dict[str, int] = {}
"""The process that used the library first: its threads do not live on in copies that fork(2) makes."""

Result = TypeVar("Result")


class Sink(Protocol):
    """Takes bytes, as a file does."""

    def write(self, content: bytes, /) -> object:
        """Take all of `content`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a request is tried."""

    attempts: int = 7
    first_seconds: float = 0.2
    """The pause after the first failure; each further one is twice as long, and somewhat by chance."""
    longest_seconds: float = 8.0

    @classmethod
    def from_environment(cls) -> Patience:
        """Return what `TENDERLIGHT_STORE_TRIES` says; 7 tries (about ten seconds of pauses) if it says nothing.

        Raises:
            UsageError: If it is no number from 1 to 20.
        """
        said = os.environ.get(TRIES_VARIABLE, str(cls().attempts))
        if not (said.isascii() and said.isdecimal() and 1 <= int(said[:3]) <= MOST_TRIES):
            raise UsageError(f"{TRIES_VARIABLE} must be a number from 1 to {MOST_TRIES}.")
        return cls(attempts=int(said))

    def pause(self, failures: int) -> float:
        """Return how long to wait after so many failures, in seconds."""
        longest = min(self.longest_seconds, self.first_seconds * float(2 ** (failures - 1)))
        return longest * random.uniform(0.5, 1.0)  # noqa: S311 - so that many writers do not come back at once


class _Missing(Exception):
    """There is no such object."""


class _Exists(Exception):
    """There is such an object already."""


class ObjectStore:
    """The part of a bucket that one case has. Safe to use from several threads.

    Args:
        place: Which bucket, and what part of it.
        access: How it is reached; None = as the environment says.
        patience: How long a request is tried; None = as the environment says.
        engine: The library's own store; None = one made of the above.

    Raises:
        OptionalPartMissing: If the extra `objects` is not installed.
        StoreRefused: If there are no keys.
    """

    def __init__(
        self,
        place: StorePlace,
        *,
        access: Access | None = None,
        patience: Patience | None = None,
        engine: Engine | None = None,
    ) -> None:
        self.place = place
        self._patience = patience or Patience.from_environment()
        self._access = access if engine is not None else access or access_from()
        self._given = engine
        self._engines: dict[int, Engine] = {}
        self._engine()

    def require_conditions(self) -> None:
        """See that the store refuses to write over what is there: some take the condition, say yes and do write.

        Raises:
            StoreRefused: If it does not.
            StoreUnavailable: If it gives no answer, or says yes to what it does not do.
        """
        if not self._create_once(MARK, _MARK_CONTENT):
            return
        self.confirm(MARK, len(_MARK_CONTENT))
        if self._create_once(MARK, _OTHER_CONTENT):
            self.confirm(MARK, len(_OTHER_CONTENT))  # else it said yes and did nothing
            raise StoreRefused(
                f"{self.place} writes over what is there although it is asked not to (If-None-Match: *), so originals "
                "would not be safe in it.",
                store=str(self.place),
            )

    def create(self, key: str, content: Buffer, *, size_bytes: int) -> bool:
        """Write an object unless there is one of that name; say whether there was none.

        After an answer that did not come, the object that is there may be this one; `has_same` tells.

        Raises:
            StorageFull: If the store would not take more.
            StoreRefused: If it is larger than such a store takes, or may not be written.
            StoreUnavailable: If the store gives no answer.
        """
        if size_bytes > MOST_BYTES:
            raise StoreRefused(f"{key} has {size_bytes} bytes; a store takes {MOST_BYTES}.", store=str(self.place))
        return self._create_once(key, content, size_bytes=size_bytes)

    def has_same(self, key: str, content: bytes) -> bool:
        """Say whether an object has just these bytes.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        return self.fetch(key, _Nowhere) == sha256(content).hexdigest()

    def digest(self, key: str) -> str | None:
        """Read an object and return the SHA-256 of its bytes; None = there is none.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        return self.fetch(key, _Nowhere)

    def overwrite(self, key: str, content: bytes) -> None:
        """Write an object, whatever there was. For the few files that grow.

        Raises:
            StorageFull, StoreRefused, StoreUnavailable: As for `create`.
        """
        import obstore

        self._try("write", key, lambda: obstore.put(self._engine(), key, content, use_multipart=False))

    def size(self, key: str) -> int | None:
        """Return the length of an object in bytes; None = there is none.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not say.
        """
        import obstore

        try:
            return int(self._try("look up", key, lambda: obstore.head(self._engine(), key))["size"])
        except _Missing:
            return None

    def confirm(self, key: str, size_bytes: int) -> None:
        """See that an object is there and as long as it should be.

        Raises:
            StoreUnavailable: If it is not: the store said yes to what it did not do.
        """
        found = self.size(key)
        if found != size_bytes:
            there = "is not there" if found is None else f"has {found} bytes instead of {size_bytes}"
            raise StoreUnavailable(
                f"{self.place} said that it keeps {key}, and the object {there}.", store=str(self.place)
            )

    def read(self, key: str, *, most_bytes: int) -> bytes | None:
        """Return an object; None = there is none, or it is longer than `most_bytes`.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        size = self.size(key)
        if size is None or size > most_bytes:
            return None
        content = io.BytesIO()

        def start() -> io.BytesIO:
            content.seek(0)
            content.truncate()
            return content

        found = self.fetch(key, start)
        return None if found is None else content.getvalue()

    def fetch(self, key: str, start: Callable[[], Sink]) -> str | None:
        """Read an object piece by piece, and return the SHA-256 of what came; None = there is none.

        Args:
            key: Its name.
            start: Gives what takes the bytes, empty; called anew for each attempt.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        import obstore

        def once() -> str:
            found = obstore.get(self._engine(MOST_BYTES), key)
            digest, taken, sink = sha256(), 0, start()
            for piece in found.stream(min_chunk_size=PIECE_BYTES):
                content = bytes(piece)
                digest.update(content)
                taken += len(content)
                sink.write(content)
            if taken != found.meta["size"]:
                raise ConnectionError(f"{taken} of {found.meta['size']} bytes came")
            return digest.hexdigest()

        try:
            return self._try("read", key, once)
        except _Missing:
            return None

    def keys(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Yield name and length of every object under a prefix (whole parts of names only), in order of their names.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not say.
        """
        import obstore

        def once() -> list[tuple[str, int]]:
            pages = obstore.list(self._engine(), prefix, chunk_size=1_000)
            return [(str(found["path"]), int(found["size"])) for page in pages for found in page]

        yield from sorted(self._try("list", prefix, once))

    def delete(self, key: str) -> None:
        """Delete an object for good. Harmless if there is none.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not, or it is there still.
        """
        import obstore

        try:
            self._try("delete", key, lambda: obstore.delete(self._engine(), key))
        except _Missing:
            return
        if self.size(key) is not None:
            raise StoreUnavailable(
                f"{self.place} said that it deleted {key}, and the object is there.", store=str(self.place)
            )

    def _create_once(self, key: str, content: Buffer, *, size_bytes: int = 0) -> bool:
        import obstore

        engine = self._engine(size_bytes)
        try:
            self._try("write", key, lambda: obstore.put(engine, key, content, mode="create", use_multipart=False))
        except _Exists:
            return False
        return True

    def _try(self, what: str, key: str, once: Callable[[], Result]) -> Result:
        failures = 0
        while True:
            try:
                with self._telling(what, key):
                    return once()
            except StoreUnavailable:
                failures += 1
                if failures >= self._patience.attempts:
                    raise
                time.sleep(self._patience.pause(failures))

    @contextmanager
    def _telling(self, what: str, key: str) -> Iterator[None]:
        """Turn the library's errors into the project's; what the server sent is looked at and not passed on."""
        from obstore import exceptions

        try:
            yield
        except (exceptions.AlreadyExistsError, exceptions.PreconditionError):
            raise _Exists from None
        except (exceptions.BaseError, OSError, ValueError) as trouble:
            untrusted_message = str(trouble)
            if isinstance(trouble, OSError) and not isinstance(trouble, (ConnectionError, FileNotFoundError)):
                raise  # the disk's
            is_gone = isinstance(trouble, (exceptions.NotFoundError, FileNotFoundError))
            if is_gone and not _NO_BUCKET.search(untrusted_message):
                raise _Missing from None
            raise self._trouble(what, key, untrusted_message, type(trouble).__name__) from None

    def _trouble(self, what: str, key: str, untrusted_message: str, kind: str) -> TenderlightError:
        place = str(self.place)
        status = _STATUS.search(untrusted_message)
        said = f"status {status['status']}" if status is not None else "no whole answer"
        if what == "write" and _FULL.search(untrusted_message):
            return StorageFull(f"{place} is full, or its quota is: {key} could not be written.", path=place)
        if _NO_BUCKET.search(untrusted_message):
            return StoreRefused(f"{place}: there is no such bucket.", store=place)
        if _SKEWED.search(untrusted_message):
            return StoreRefused(f"{place} tells another time than the clock of this machine.", store=place)
        if kind in ("PermissionDeniedError", "UnauthenticatedError") or _REFUSED.search(untrusted_message):
            return StoreRefused(f"{place} does not let these keys {what} {key}.", store=place)
        return StoreUnavailable(f"{place} would not {what} {key} ({said}).", store=place)

    def _engine(self, size_bytes: int = 0) -> Engine:
        """Return a store of the library whose patience with one request fits its length."""
        if self._given is not None:
            return self._given
        if _users.setdefault("process", os.getpid()) != os.getpid():
            raise TenderlightError("A copy of a process that used an object store uses one: it would wait forever.")
        seconds = SILENCE_SECONDS + max(0, size_bytes - PIECE_BYTES) // SLOWEST_BYTES_A_SECOND
        # a few sizes of patience, so that connections are used again
        seconds = next(step for step in (60, 600, 6_000, 60_000) if step >= seconds)
        if seconds not in self._engines:
            self._engines[seconds] = self._made(seconds)
        return self._engines[seconds]

    def _made(self, seconds: int) -> Engine:
        try:
            from obstore.store import S3Store
        except ImportError as missing:
            raise OptionalPartMissing("Object stores need the extra `objects`.", extra="objects") from missing
        access = self._access
        assert access is not None
        keys = {"access_key_id": access.key_id, "secret_access_key": access.secret, "session_token": access.token}
        settings = {**keys, "endpoint": access.endpoint, "region": access.region}
        options = cast("S3Config", {name: value for name, value in settings.items() if value})
        options["virtual_hosted_style_request"] = access.is_virtual_hosted
        return S3Store(
            self.place.bucket,
            config=options,
            prefix=self.place.prefix or None,
            client_options={
                "allow_http": bool(access.endpoint) and str(access.endpoint).startswith("http://"),
                "connect_timeout": timedelta(seconds=CONNECT_SECONDS),
                "read_timeout": timedelta(seconds=SILENCE_SECONDS),
                "timeout": timedelta(seconds=seconds),
            },
            retry_config={"max_retries": 0, "retry_timeout": timedelta(seconds=seconds)},
        )


class _Nowhere:
    def write(self, _content: bytes, /) -> None:
        """Drop it."""
