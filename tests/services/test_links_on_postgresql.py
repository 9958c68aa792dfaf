"""Links in a database: the same claims as in a folder, gone with what they rest on, checked against the log."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import digest_of
from tenderlight.cases.places import Place, Server
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline.link_claims import LinkedNow, link_case
from tests.pipeline.test_linking import made_texts
from tests.pipeline.test_suggesting import claims_made, received


def linked(where: Place, folder: Path) -> LinkedNow:
    folder.mkdir()
    with Case.open(where, create=True) as case:
        for document in received(case, folder, *made_texts().values()):
            claims_made(case, document)
        case.commit()
    with Case.open(where) as case:
        now = link_case(case)
        assert link_case(case) is None
    assert now is not None
    return now


def test_links_in_a_database_are_those_in_a_folder(place: Server, tmp_path: Path) -> None:
    there = linked(place, tmp_path / "one")
    here = linked(tmp_path / "case", tmp_path / "two")
    assert there.claims == here.claims == 2
    assert there.notices == here.notices
    with Case.open(place) as in_database, Case.open(tmp_path / "case") as in_folder:
        assert digest_of(in_database) == digest_of(in_folder)
    assert check_case(place) == []
    with Case.open(place, create=True) as case:
        before = list(case.claims(kind=StatementKind.LINK))
        claims_made(case, before[0].document)
        assert before[0] not in list(case.claims(kind=StatementKind.LINK))
        link_case(case)
        assert list(case.claims(kind=StatementKind.LINK)) == before
    assert check_case(place) == []
