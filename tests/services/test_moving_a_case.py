"""A case goes from anywhere to anywhere, whole, and not at all if that is interrupted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.store_place import StorePlace
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import copy_case
from tenderlight.cases.opening import folder_of, is_there
from tenderlight.cases.places import Place, Server
from tenderlight.cases.postgresql import PostgresqlDatabase
from tenderlight.cli import tenderlight
from tenderlight.errors import StoreUnavailable, TenderlightError, UsageError
from tests.cases.small_job import do_job, everything
from tests.services.conftest import Stored
from tests.services.faulty_proxy import LIE, REFUSE, Request, no_fault
from tests.services.made_case import CONFIRM, claims
from tests.services.postgresql import OwnServer
from tests.services.test_case_in_store import log_in

FOLDER, OBJECTS, DATABASE, BOTH = (
    "folder",
    "folder and object store",
    "database and folder",
    "database and object store",
)
WAY = (FOLDER, OBJECTS, DATABASE, BOTH, FOLDER, DATABASE, OBJECTS, BOTH, OBJECTS, FOLDER, BOTH, DATABASE, FOLDER)
"""Over each step from one kind to another once."""

New = Callable[[str], tuple[Place, StorePlace | None]]


@pytest.fixture
def new(server: OwnServer, stored: Stored, quick: Path, copies: object) -> New:
    """Makes up a place of a kind where there is no case."""
    count = iter(range(100))

    def made_up(kind: str) -> tuple[Place, StorePlace | None]:
        number = next(count)
        store = replace(stored.place, prefix=f"copies/{number}")
        if kind in (DATABASE, BOTH):
            return server.case(store if kind == BOTH else quick / f"store-{number}"), None
        return quick / f"case-{number}", store if kind == OBJECTS else None

    return made_up


@pytest.fixture
def first(quick: Path, sources: Path) -> Path:
    do_job(quick / "first", sources)
    with Case.open(quick / "first", create=True) as case:
        case.reviews.add(CONFIRM, next(case.claims()).claim, person="A. Reader")
        document = next(line.document for line in case.documents() if line.path.endswith("公告1.txt"))
        case.custody.erase(document, person="Ana", because="Article 17")
    do_job(quick / "first", sources)
    return quick / "first"


def log_of(place: Place) -> bytes:
    return (folder_of(place) / LOG).read_bytes()


def test_over_every_step_from_one_kind_to_another(new: New, first: Path, sources: Path, quick: Path) -> None:
    said, log = everything(first), log_of(first)
    place: Place = first
    digests = set()
    for kind in WAY[1:]:
        target, store = new(kind)
        digests.add(copy_case(place, target, store=store).sha256)
        place = replace(target, store=None) if isinstance(target, Server) else target
        assert everything(place) == said
        assert check_case(place) == []
        assert log_of(place).startswith(log)  # further entries are of the keys that pin it
    assert len(digests) == 1
    assert isinstance(place, Path)
    originals = {path.name: path.read_bytes() for path in (first / "objects").glob("*/*")}
    assert {path.name: path.read_bytes() for path in (place / "objects").glob("*/*")} == originals
    do_job(place, sources)
    assert everything(place) == said
    assert not list(quick.glob("*.unfinished"))


@pytest.mark.parametrize("kind", [OBJECTS, BOTH])
def test_a_copy_into_a_store_that_broke_off_is_none_and_is_done_again(
    new: New, first: Path, stored: Stored, kind: str
) -> None:
    target, store = new(kind)
    aim = store or (target.store if isinstance(target, Server) else None)
    assert isinstance(aim, StorePlace)
    log = (first / LOG).read_bytes()
    place = replace(target, store=None) if isinstance(target, Server) else target
    broken = 0
    for last in (2, 9, *range(20, 60, 6)):

        def from_there_on(request: Request, last: int = last) -> str | None:
            return REFUSE if request.number >= last else None

        stored.faults.set(from_there_on)
        with pytest.raises(StoreUnavailable):
            copy_case(first, target, store=store)
        stored.faults.set(no_fault)
        kept = replace(stored, place=aim).store
        pieces = [kept.read(key, most_bytes=size) for key, size in kept.keys("custody")]
        assert pieces in ([], [log]), "there is no log, or all of it"
        if is_there(place):
            break  # it was made, and broke off when it was checked
        assert isinstance(target, Server) or not target.exists()
        broken += 1
    else:
        copy_case(first, target, store=store)
    assert broken > 2
    assert everything(place) == everything(first)
    assert check_case(place) == []


@pytest.mark.parametrize("kind", [DATABASE, BOTH])
def test_a_copy_that_the_server_did_not_acknowledge_is_none_and_is_done_again(
    new: New, first: Path, server: OwnServer, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    target, _ = new(kind)
    assert isinstance(target, Server)

    def killed(self: PostgresqlDatabase) -> None:
        raise KeyboardInterrupt(self)

    with monkeypatch.context() as patched:
        patched.setattr(PostgresqlDatabase, "commit", killed)
        with pytest.raises(KeyboardInterrupt):
            copy_case(first, target)
    with pytest.raises(UsageError, match="no case"):
        Case.open(replace(target, store=None))
    copy_case(first, target)
    assert everything(replace(target, store=None)) == everything(first)
    with pytest.raises(UsageError, match="already"):
        copy_case(first, target)
    Case.open(target, create=True).close()
    assert not list(folder_of(target).glob("copy-under-way*"))


def test_a_store_that_has_another_case_or_one_that_went_on_is_refused(
    new: New, first: Path, stored: Stored, quick: Path, sources: Path
) -> None:
    target, store = new(OBJECTS)
    assert isinstance(target, Path)
    copy_case(first, target, store=store)
    with Case.open(target, create=True) as case:
        case.reviews.add(CONFIRM, claims(target)[-1], person="B. Reader")
    do_job(quick / "other", sources)
    for source in (first, quick / "other"):
        with pytest.raises(UsageError, match="another case"):
            copy_case(source, quick / "again", store=store)
    assert not (quick / "again").exists()
    assert store is not None
    assert log_in(replace(stored, place=store)) == (target / LOG).read_bytes()


def test_what_does_not_match_its_hash_is_not_copied(new: New, first: Path) -> None:
    (damaged, *_) = (first / "objects").glob("*/*")
    damaged.chmod(0o600)
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    for kind in (FOLDER, OBJECTS, DATABASE):
        target, store = new(kind)
        with pytest.raises(TenderlightError, match="no longer matches"):
            copy_case(first, target, store=store)
        assert isinstance(target, Server) or not target.exists()


def test_a_store_that_lies_is_found_out(new: New, first: Path, stored: Stored) -> None:
    target, store = new(OBJECTS)
    stored.faults.set(lambda request: LIE if request.method == "PUT" and request.key.count("/objects/") else None)
    with pytest.raises(StoreUnavailable, match="said that it keeps"):
        copy_case(first, target, store=store)
    assert not isinstance(target, Path) or not target.exists()


def test_the_command(new: New, first: Path, stored: Stored, quick: Path) -> None:
    database, _ = new(BOTH)
    assert isinstance(database, Server)
    steps = ([first, database.address, "--store", str(database.store)], [database.address, quick / "back"])
    for words in steps:
        ended = CliRunner().invoke(tenderlight, ["case", "copy", *map(str, words)])
        assert ended.exit_code == 0, ended.output
    assert everything(quick / "back") == everything(first)
    refused = CliRunner().invoke(tenderlight, ["case", "copy", str(first), str(quick / "x"), "--store", "folder"])
    assert isinstance(refused.exception, UsageError)
