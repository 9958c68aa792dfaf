"""The contracts in a line are kept with the case, brought up to what people decided, and never believed for long."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.model.review import ReviewVerdict
from tenderlight.web.kept_heads import PLACE, contract_heads
from tests.web.made_desk import open_desk
from tests.web.test_pages import decide, first_claim


def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return a list that takes up which contracts are worked out; () = all."""
    asked: list[tuple[str, ...]] = []
    make = Case.contract_heads

    def counting(case: Case, *contracts: str) -> object:
        asked.append(contracts)
        return make(case, *contracts)

    monkeypatch.setattr(Case, "contract_heads", counting)
    return asked


def test_what_was_kept_is_taken_with_what_was_decided_since(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch)
    with Case.open(folder) as case:
        made = contract_heads(case)
        assert asked == [()]
        assert contract_heads(case) == made
    with Case.open(folder, create=True) as case:
        claim = next(one for one in case.claims(kind="buyer"))
        case.reviews.add(ReviewVerdict.REJECT, claim.claim, person="A. Reader")
        case.commit()
        now = contract_heads(case)
    assert asked == [(), (claim.contract,)]
    assert (made[claim.contract].buyer, now[claim.contract].buyer) == ("Ministry of Lanterns", "")
    with Case.open(folder) as case:
        assert now == case.contract_heads()


def test_the_desk_keeps_them_when_it_is_closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(folder) as client:
        client.get("/")
        assert decide(client, first_claim(client), "confirm") == 303
    asked = counted(monkeypatch)
    with open_desk(folder) as client:
        assert client.get("/").status_code == 200
    assert asked == []


def test_they_are_made_anew_after_other_claims(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Case.open(folder, create=True) as case:
        contract_heads(case)
        claim = next(case.claims())
        asked = counted(monkeypatch)
        case.record_claims(claim.document, [], version="rules/2")
        case.commit()
        found = contract_heads(case)
    assert asked == [()]
    assert claim.contract not in found
    assert len(found) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"case": "another"},
        {"made_with": 0},
        {"entries": 10**9},
        {"entries": 0, "size_bytes": 0},
        {"size_bytes": 17},
        {"size_bytes": -1},
        {"tail_sha256": "0" * 64},
        {"heads": {"x": {"contract": 5}}},
        None,
    ],
    ids=str,
)
def test_what_is_of_another_state_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object] | None
) -> None:
    with Case.open(folder) as case:
        made = contract_heads(case)
        place = folder / PLACE
        place.write_text("{" if change is None else json.dumps(json.loads(place.read_bytes()) | change), "utf-8")
        asked = counted(monkeypatch)
        assert contract_heads(case) == made
        assert asked == [()]
