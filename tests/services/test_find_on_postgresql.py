"""Runs of `find` into a database, as people type them: what is exported is, byte for byte, what a folder exports."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.desk import Desk, Times
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import digest_of
from tenderlight.cases.places import Server
from tenderlight.cli import tenderlight as program
from tests.journeys.command import COMMAND, EXAMPLE, environment, tenderlight
from tests.journeys.conftest import DOCUMENTS
from tests.screening import held_lists
from tests.services.conftest import Stored
from tests.services.made_case import CONFIRM

OPTIONS = ("--no-layout", "--no-compare", "--workers", "1")
TABLES = ("claims", "contracts", "pages", "parties", "screenings", "statements")
FORMS = ("jsonl", "csv")
LONGEST_SECONDS = 120.0


@pytest.fixture(scope="module", autouse=True)
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lists that names are held against."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TENDERLIGHT_LISTS", str(held_lists.fill(tmp_path_factory.mktemp("lists") / "lists")))
        yield


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "documents"
    folder.mkdir()
    for pattern in DOCUMENTS:
        for file in (EXAMPLE / "documents").glob(pattern):
            shutil.copy2(file, folder)
    return folder


@pytest.fixture(scope="module")
def in_folder(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case that an undisturbed run makes in a folder."""
    folder = tmp_path_factory.mktemp("found") / "folder"
    assert tenderlight("find", documents, "--case", folder, *OPTIONS).code == 0
    return folder


def exported(case: str | Path, folder: Path) -> dict[str, bytes]:
    """Return what each table of a case is exported as, in each form."""
    folder.mkdir()
    found = {}
    for table in TABLES:
        for form in FORMS:
            file = folder / f"{table}.{form}"
            wish = ["export", str(case), "--table", table, "--format", form, "-o", str(file)]
            ended = CliRunner().invoke(program, wish)
            assert ended.exit_code == 0, ended.output
            found[file.name] = file.read_bytes()
    return found


def test_all_exports_are_those_of_a_folder(documents: Path, in_folder: Path, place: Server, tmp_path: Path) -> None:
    assert place.store is not None
    ended = tenderlight("find", documents, "--case", place.address, "--store", str(place.store), *OPTIONS)
    assert ended.code == 0, ended.err
    expected = exported(in_folder, tmp_path / "of-folder")
    assert exported(place.address, tmp_path / "of-server") == expected
    assert len(expected["claims.jsonl"].splitlines()) > 20
    again = tenderlight("find", "--again", "--all", "--case", place.address, "--workers", "1")
    assert again.code == 0, again.err
    assert exported(place.address, tmp_path / "again") == expected


def test_every_command_on_a_database_whose_store_is_an_object_store(
    documents: Path, in_folder: Path, on_both: Server, stored: Stored, tmp_path: Path
) -> None:
    place = on_both.address
    ended = tenderlight("find", documents, "--case", place, "--store", str(stored.place), *OPTIONS)
    assert ended.code == 0, ended.err
    assert exported(place, tmp_path / "of-both") == exported(in_folder, tmp_path / "of-folder")
    words = re.search(rb'"text":"([^"]{5,20})"', (tmp_path / "of-folder" / "claims.jsonl").read_bytes())
    assert words is not None
    for command in (
        ("verify", place),
        ("report", place, "-o", tmp_path / "report"),
        ("search", place, words[1].decode()),
        ("screen", "--case", place),
        ("custody", "checkpoint", place),
        ("doctor", place),
    ):
        ended = tenderlight(*command)
        assert ended.code in ((0, 4) if command[0] == "doctor" else (0,)), (command, ended)
    assert f"{stored.place} answers".encode() in ended.out
    desk = Desk(replace(on_both, store=None))
    client = desk.client()
    try:
        assert 'action="/claims/' in client.get("/queue", Times())
    finally:
        client.close()
        desk.stop()
    with Case.open(on_both) as case:
        claim = next(case.claims()).claim
    assert tenderlight("decide", place, claim, "confirm", "--by", "A. Reader").code == 0
    assert tenderlight("find", documents, "--case", place, *OPTIONS).code == 0
    assert tenderlight("verify", place).code == 0


def test_a_run_beside_a_desk_that_decides(documents: Path, in_folder: Path, place: Server, tmp_path: Path) -> None:
    assert place.store is not None
    first = tmp_path / documents.name
    first.mkdir()
    shutil.copy2(next(documents.glob("08*")), first)
    begun = tenderlight("find", first, "--case", place.address, "--store", str(place.store), *OPTIONS)
    assert begun.code == 0, begun.err
    of_both = replace(place, store=None)
    desk, looks, decisions = Desk(of_both), Times(), Times()
    command = [*COMMAND, "find", str(documents), "--case", place.address, *OPTIONS]
    try:
        client = desk.client()
        quiet = subprocess.DEVNULL
        run = subprocess.Popen(command, env=environment(), stdout=quiet, stderr=quiet)
        try:
            while run.poll() is None:
                page = client.get("/queue", looks)
                claim = re.search(r'action="/claims/([0-9a-f]+)/review"', page)
                once = re.search(r'name="once" value="([^"]+)"', page)
                if claim is not None and once is not None:
                    form = {"once": once[1], "verdict": "confirm", "to": "/queue"}
                    client.post(f"/claims/{claim[1]}/review", form, decisions)
        finally:
            run.kill()
            run.wait(LONGEST_SECONDS)
            client.close()
    finally:
        desk.stop()
    assert (run.returncode, looks.wrong, decisions.wrong) == (0, 0, 0)
    assert len(decisions.seconds) > 10
    shutil.copytree(in_folder, tmp_path / "decided")
    with Case.open(of_both) as case, Case.open(tmp_path / "decided", create=True) as decided:
        reviews = list(case.reviews)
        for review in reviews:
            decided.reviews.add(CONFIRM, review.claim, person=review.person)
        decided.commit()
        assert digest_of(case) == digest_of(decided)
    assert [one.number for one in reviews] == list(range(1, len(decisions.seconds) + 1))
    assert check_case(of_both) == []
