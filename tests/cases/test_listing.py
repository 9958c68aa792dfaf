"""Claims in lists, contracts in lines, single pages: the same as the whole says, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.listing import NOT_SAID, Wanted
from tenderlight.errors import CaseDamaged
from tenderlight.model.review import ReviewVerdict
from tests.web.made_desk import TEXT, make_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(make_case(tmp_path / "made"), create=True) as case:
        yield case


def test_parts_of_a_list_are_the_list(case: Case) -> None:
    every = list(case.claims())
    parts = [case.listed(Wanted(), first=first, most=7) for first in range(0, 24, 7)]
    assert {part.count for part in parts} == {len(every)} == {24}
    assert [claim for part in parts for claim in part.claims] == every
    assert case.listed(Wanted(stage=NOT_SAID)).count == 0
    assert case.listed(Wanted(polarity=NOT_SAID)).count == 21


def test_facets_count_what_is_listed(case: Case) -> None:
    found = case.facets(Wanted(kind="capability"))
    assert found["polarity"] == {"offered": 3}
    for facet, counts in case.facets(Wanted()).items():
        for value, count in counts.items():
            assert case.listed(replace(Wanted(), **{facet: value})).count == count  # type: ignore[arg-type]


def test_the_neighbours_of_a_claim_lead_through_the_whole_queue(case: Case) -> None:
    claim = case.listed(Wanted(), most=1, by_urgency=True).claims[0].claim
    seen = [claim]
    while (following := case.neighbours(Wanted(), seen[-1])[1]) is not None:
        assert case.neighbours(Wanted(), following)[0] == seen[-1]
        seen.append(following)
    assert len(seen) == len(set(seen)) == 24
    assert case.neighbours(Wanted(), "no such claim") == (None, None)


def test_a_contract_in_a_line(case: Case) -> None:
    heads = case.contract_heads()
    assert len(heads) == 3
    for contract, head in heads.items():
        assert case.contract_heads(contract) == {contract: head}
        assert (head.buyer, head.currency, head.country) == ("Ministry of Lanterns", "CNY", "CN")
        assert head.title == f"Notice {head.year - 2020 if head.year else ''}"
        assert head.capabilities == {"eth.face_ethnicity": 1}
        assert (head.claims, head.waiting, head.confirmed, head.documents) == (8, 8, 0, 1)


def test_what_was_rejected_is_in_no_line(case: Case) -> None:
    contract = next(iter(case.contract_heads()))
    for claim in list(case.claims(contract=contract)):
        if claim.kind in {"buyer", "capability"}:
            case.reviews.add(ReviewVerdict.REJECT, claim.claim, person="A. Reader")
    head = case.contract_heads(contract)[contract]
    assert (head.buyer, head.capabilities, head.waiting) == ("", {}, 6)
    assert head.mentions == {"eth.face_ethnicity": 1}


def test_one_page_is_the_page_of_the_whole_reading(case: Case) -> None:
    document = next(case.claims()).document
    stored = case.load_page(document, 1)
    reading = case.load_reading(document)
    assert stored is not None
    assert reading is not None
    assert stored.page == reading.pages[0]
    assert stored.page.text == TEXT
    assert stored.layout is None
    assert case.load_page(document, 2) is None
    assert case.load_page("0" * 64, 1) is None


def test_a_page_of_a_changed_reading_is_not_shown(case: Case) -> None:
    document = next(case.claims()).document
    (file,) = (case.folder / "readings").rglob(f"{document}*")
    file.chmod(0o600)
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(CaseDamaged):
        case.load_page(document, 1)
