"""The parties of a case, by its claims and its newest screening."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.lists.store import ListStore
from tenderlight.pipeline.screening_case import screen_case
from tests.cases.party_case import FULL, OTHER, make_case
from tests.lists import made_lists


def test_the_newest_screening_tells_further_names_of_an_entry(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case", (FULL, OTHER))
    entries = [made_lists.entry(OTHER, aliases=[FULL])]
    with ListStore(tmp_path / "lists") as store:
        added = store.add({"a.json": made_lists.us_json(entities=entries)})
        assert added.snapshots
    with Case.open(folder) as case:
        assert len(parties_of_case(case).parties) == 2
        assert screen_case(case, store=ListStore(tmp_path / "lists")) is not None
        (party,) = parties_of_case(case).parties
    assert [reason.grade for reason in party.reasons] == ["listed-alias"]
    assert f"gives both names: {OTHER} (us-entity-list, " in party.reasons[0].because
