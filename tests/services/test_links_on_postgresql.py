"""Links in a database: the same claims as in a folder, gone with what they rest on, checked against the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import digest_of
from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.places import Place, Server
from tenderlight.cases.reading_texts import PageText
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline import link_corpus
from tenderlight.pipeline.link_claims import LinkedNow, link_case
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.verifying import verify_case
from tests.linking.made_bids import write_case
from tests.pipeline.in_process import InProcess
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


def of_files(where: Place, documents: Path) -> set[bytes]:
    """Return the claims between bids of a case that is made at a place, each checked there."""
    options = RunOptions(paths=(documents,), case_folder=where, compare=False, lay_out=False)
    with InProcess() as hands, Case.open(where, create=True) as case:
        Run(case, options, hands).go()
        link_case(case)
        case.commit()
    assert verify_case(where).faults == ()
    with Case.open(where) as case:
        return {encode_claim(claim) for claim in case.claims(kind=StatementKind.LINK)}


def test_what_files_say_is_stored_and_linked_alike_in_a_folder_a_database_and_an_object_store(
    place: Server, on_both: Server, tmp_path: Path
) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    write_case(documents)
    in_folder = of_files(tmp_path / "case", documents)
    assert len(in_folder) == 3
    assert of_files(place, documents) == in_folder
    assert of_files(on_both, documents) == in_folder
    digests = []
    for where in (tmp_path / "case", place, on_both):
        with Case.open(where) as case:
            digests.append(digest_of(case))
    assert len(set(digests)) == 1


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


def test_what_is_kept_for_linking_is_the_same_in_a_database_and_serves_there(
    place: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, asked = [], list[str]()
    honest = link_corpus.pages_of

    def pages_of(case: Case, document: str) -> list[PageText]:
        asked.append(document)
        return honest(case, document)

    monkeypatch.setattr(link_corpus, "pages_of", pages_of)
    places: tuple[Place, ...] = place, tmp_path / "case"
    for at, where in enumerate(places):
        linked(where, tmp_path / f"texts {at}")
        with Case.open(where, create=True) as case:
            kept.append(sorted(case.rows_of("kept_for_links", "document part digest body")))
            (document,) = received(case, tmp_path / f"texts {at}", made_texts()["5.txt"] + "\n来源：另一网站")
            claims_made(case, document)
            case.commit()
            asked.clear()
            link_case(case)
            assert document in asked
            assert len(set(asked)) == 2  # it, and the one that it is a copy of
    assert kept[0] == kept[1]
    assert len(kept[0]) > 2 * len(made_texts())
    with Case.open(place) as in_database, Case.open(tmp_path / "case") as in_folder:
        assert digest_of(in_database) == digest_of(in_folder)
