"""A case gives one answer, in one order, however archives are nested."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.document import Page
from tests.cases.small_job import VERSION
from tests.cases.steps import KEY, claim_on, pack, read, receive


def test_files_in_archives_have_the_paths_of_every_archive_they_are_in(tmp_path: Path, case: Case) -> None:
    outer = receive(case, tmp_path, "b.zip", b"outer")
    receive(case, tmp_path, "a.zip", b"outer")
    inner = receive(case, tmp_path, "c/inner.zip", b"inner")
    page = hashlib.sha256(b"page").hexdigest()
    pack(case, outer, ("in.zip", inner), ("same.txt", page), ("same.txt", page))
    pack(case, inner, ("页.txt", page))
    assert case.paths(page) == [
        "a.zip!in.zip!页.txt",
        "a.zip!same.txt",
        "b.zip!in.zip!页.txt",
        "b.zip!same.txt",
        "c/inner.zip!页.txt",
    ]
    assert (case.depth(outer), case.depth(inner), case.depth(page)) == (0, 0, 1)
    lines = {line.document: line.path for line in case.documents()}
    assert lines[page] == "a.zip!in.zip!页.txt"


def test_an_archive_that_holds_itself_ends(tmp_path: Path, case: Case) -> None:
    one = receive(case, tmp_path, "one.zip", b"one")
    other = hashlib.sha256(b"other").hexdigest()
    pack(case, one, ("itself.zip", one), ("other.zip", other))
    pack(case, other, ("one.zip", one), ("other.zip", other))
    assert case.paths(one) == ["one.zip"]
    assert case.paths(other) == ["one.zip!other.zip"]
    assert [line.path for line in case.documents()] == ["one.zip", "one.zip!other.zip"]


def test_a_tower_of_archives_does_not_take_for_ever(tmp_path: Path, case: Case) -> None:
    """Eight floors of eight ways each are sixteen million paths."""
    floor = receive(case, tmp_path, "tower.zip", b"tower")
    for number in range(8):
        above = hashlib.sha256(b"%d" % number).hexdigest()
        pack(case, floor, *((f"{way}.zip", above) for way in range(8)))
        floor = above
    started = time.process_time()
    assert list(case.documents())[-1].document == floor
    assert len(case.paths(floor)) == 1_000
    assert time.process_time() - started < 2


def test_claims_come_in_one_order_whatever_the_order_they_were_made_in(tmp_path: Path) -> None:
    contents = [b"one", b"two", b"three"]
    lists = []
    for name, order in (("first", contents), ("second", contents[::-1])):
        with Case.open(tmp_path / name, create=True) as case:
            for content in order:
                document = receive(case, tmp_path, f"{content.decode()}.txt", content)
                read(case, document, Page(number=1, text="x"))
                other = ContractKey(key=f"project:{len(content)}", because="The same number.")
                mine = [
                    claim_on(document, f"{document[:4]}-3", page_number=2),
                    claim_on(document, f"{document[:4]}-1", start=40),
                    claim_on(document, f"{document[:4]}-2", start=9),
                ]
                theirs = [claim_on(document, f"{document[:4]}-4", key=other)]
                case.record_claims(document, [(KEY, mine), (other, theirs)], version=VERSION)
            lists.append(list(case.claims()))
    assert lists[0] == lists[1]
    assert len(lists[0]) == 12
    places = [(one.contract, one.document, one.quotes[0].page_number, one.quotes[0].start) for one in lists[0]]
    assert places == sorted(places)
    assert {one.quotes[0].path for one in lists[0]} == {"one.txt", "two.txt", "three.txt"}


def test_claims_can_be_asked_for_by_kind_and_document(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    read(case, document, Page(number=1, text="x"))
    case.record_claims(document, [(KEY, [claim_on(document, "c1")])], version=VERSION)
    assert [one.claim for one in case.claims(kind="capability", document=document)] == ["c1"]
    assert list(case.claims(kind="buyer")) == list(case.claims(document="0" * 64)) == []
    assert case.contract_reasons() == {KEY.contract: "The same number."}
    assert case.contracts_of_documents() == {document: (KEY.contract,)}
    summary = case.summary()
    assert (summary.claims, summary.contracts) == (1, 1)
    assert summary.capabilities == {"face_recognition": {"required": 1}}
