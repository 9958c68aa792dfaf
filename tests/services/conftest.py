"""Services that the tests run by themselves."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tenderlight.archive.object_store import ObjectStore, Patience
from tenderlight.archive.store_place import StorePlace
from tenderlight.cases.places import Server
from tests.cases.small_job import do_job, everything, make_sources
from tests.memory_disk import memory_folder
from tests.services.faulty_proxy import Faults, faulty_proxy
from tests.services.postgresql import OwnServer, why_not
from tests.services.store_server import KEYS, make_bucket, missing, store_server

_numbers = itertools.count(1)
TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A bucket of its own, reached through a proxy that has faults."""

    place: StorePlace
    faults: Faults
    port: int
    """Of the server behind the proxy."""

    @property
    def store(self) -> ObjectStore:
        """The store, opened anew."""
        return ObjectStore(self.place, patience=Patience(attempts=TRIES, first_seconds=0.01))


@pytest.fixture(scope="session")
def store_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an object store on this machine."""
    reason = missing() if os.environ.get("WITH_SERVICES") else "services are tested by `make test-services`"
    if reason:
        pytest.skip(reason)
    with store_server(tmp_path_factory.mktemp("store")) as port:
        yield port


@pytest.fixture
def stored(store_port: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stored]:
    """A bucket of its own, and the environment that leads to it."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TENDERLIGHT_STORE_TRIES", str(TRIES))
    bucket = f"bucket-{next(_numbers)}"
    make_bucket(store_port, bucket)
    with faulty_proxy(store_port) as (address, faults):
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        yield Stored(place=StorePlace(bucket=bucket, prefix="cases/one"), faults=faults, port=store_port)


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder in memory."""
    with memory_folder() as place:
        yield place


@pytest.fixture(scope="session")
def server() -> Iterator[OwnServer]:
    """A PostgreSQL server; whoever stops it starts it again."""
    reason = why_not() if os.environ.get("WITH_SERVICES") else "services are tested by `make test-services`"
    if reason:
        pytest.skip(reason)
    with OwnServer() as started:
        yield started


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory, where the machine has one: what is forced to the disk is forced at once."""
    with memory_folder() as folder:
        yield folder


@pytest.fixture
def sources(quick: Path) -> Path:
    return make_sources(quick / "sources")


@pytest.fixture
def place(server: OwnServer, quick: Path) -> Server:
    return server.case(quick / "store")


@pytest.fixture
def copies(quick: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Goes to another machine: one that has copies of its own."""

    def go_to(machine: str) -> Path:
        monkeypatch.setenv("TENDERLIGHT_COPIES", str(quick / machine))
        return quick / machine

    go_to("here")
    return go_to


@pytest.fixture
def on_both(server: OwnServer, stored: Stored, copies: Callable[[str], Path]) -> Server:
    """A place for a new case with tables on a server, and all else in an object store."""
    return replace(server.case(), store=stored.place)


@pytest.fixture
def made(place: Server, sources: Path) -> Server:
    do_job(place, sources)
    return replace(place, store=None)


@pytest.fixture
def expected(quick: Path, sources: Path) -> str:
    do_job(quick / "undisturbed", sources)
    return everything(quick / "undisturbed")
