"""Services that the tests run by themselves."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tenderlight.archive.object_store import ObjectStore, Patience
from tenderlight.archive.store_place import StorePlace
from tests.memory_disk import memory_folder
from tests.services.faulty_proxy import Faults, faulty_proxy
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
    if missing():
        pytest.skip(missing())
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
