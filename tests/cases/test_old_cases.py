"""Cases that older releases made: read as they are, taken to the newest format, worked on; nothing in them is lost.

`old_cases/format_N.zip` holds a small case as the last release of that format made it, and the claims that release
exported of it.
"""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.database import CASE_FORMAT
from tenderlight.cases.encoding import encode_claim
from tenderlight.model.note import NoteKind
from tenderlight.model.review import ReviewVerdict
from tests.cases.small_job import VERSION

FIXTURES = Path(__file__).parent / "old_cases"
FORMATS = sorted(int(re.findall(r"[0-9]+", path.stem)[0]) for path in FIXTURES.glob("*.zip"))


@pytest.fixture(params=FORMATS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    with zipfile.ZipFile(FIXTURES / f"format_{request.param}.zip") as fixture:
        fixture.extractall(tmp_path)
    return tmp_path / "case"


def exported_then(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder.parent / "claims.jsonl").read_text("utf-8").splitlines()]


def exported_now(folder: Path) -> list[dict[str, object]]:
    with Case.open(folder) as case:
        return [json.loads(encode_claim(claim)) for claim in case.claims()]


def holds(then: object, now: object) -> bool:
    """Say whether all that was exported then is exported now, whatever was added since."""
    if isinstance(then, dict) and isinstance(now, dict):
        return all(key in now and holds(value, now[key]) for key, value in then.items())
    if isinstance(then, list) and isinstance(now, list):
        return len(then) == len(now) and all(map(holds, then, now))
    return then == now


def test_every_older_format_has_a_case() -> None:
    assert list(range(1, CASE_FORMAT)) == FORMATS


def test_an_old_case_is_read_as_it_is_and_says_what_it_said(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    then = exported_then(folder)
    assert then
    assert holds(then, exported_now(folder))
    assert check_case(folder) == []
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_an_old_case_is_worked_on(folder: Path) -> None:
    then = exported_then(folder)
    first = str(then[0]["claim"])
    with Case.open(folder, create=True) as case:
        assert case.unclaimed(VERSION) == []
        assert case.queue.progress().claims == len(then)
        assert all(each.place.points > 0 for each in case.queue.waiting())
        for person in ("A. Reader", "B. Reader"):
            case.reviews.add(ReviewVerdict.CONFIRM, first, person=person)
        case.notes.add(NoteKind.TAG, f"claim:{first}", "old", person="A. Reader")
    now = exported_now(folder)
    assert [claim["status"] for claim in now if claim["claim"] == first] == ["confirmed"]
    assert holds([claim | {"status": ""} for claim in then], [claim | {"status": ""} for claim in now])
    assert check_case(folder) == []
