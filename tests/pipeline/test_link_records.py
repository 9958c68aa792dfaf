"""Records of structured sources beside pages and other records: one notice, counted once, with the words of both."""

from __future__ import annotations

import json
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.model.link_value import LinkValue
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline.link_claims import link_case
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.verifying import verify_case
from tests.pipeline.in_process import InProcess


def release(ocid: str, tag: str, amount: int, supplier: str = "Oak Lenses Ltd") -> dict[str, object]:
    party = {"id": "s", "name": supplier, "roles": ["supplier"]}
    return {
        "ocid": ocid,
        "id": f"{ocid}-{tag}",
        "date": "2023-05-04T00:00:00Z",
        "tag": [tag],
        "buyer": {"id": "b", "name": "Wexmoor Borough Council"},
        "parties": [{"id": "b", "name": "Wexmoor Borough Council", "roles": ["buyer"]}, party],
        "tender": {"id": "t", "title": "Cameras for the town centre of Wexmoor"},
        "awards": [
            {
                "id": "1",
                "status": "active",
                "date": "2023-05-02T00:00:00Z",
                "title": "Cameras for the town centre of Wexmoor",
                "value": {"amount": amount, "currency": "GBP"},
                "suppliers": [{"id": "s", "name": supplier}],
            }
        ],
    }


def test_a_release_saved_from_two_sites_counts_once_and_another_award_does_not(tmp_path: Path) -> None:
    first, second = "ocds-ab12cd-000001", "ocds-ab12cd-000002"
    files = {
        "site-one.json": [release(first, "award", 120_000), release(second, "award", 60_000)],
        "site-two.json": [release(first, "award", 120_000)],
        "changed.json": [release(second, "award", 65_000, "Ash Optics Ltd")],
    }
    folder = tmp_path / "in"
    folder.mkdir()
    for name, releases in files.items():
        (folder / name).write_text(json.dumps({"uri": name, "version": "1.1", "releases": releases}, indent=len(name)))
    options = RunOptions(paths=(folder,), case_folder=tmp_path / "case", compare=False, lay_out=False)
    with Case.open(tmp_path / "case", create=True) as case:
        Run(case, options, InProcess()).go()
        now = link_case(case)
        assert now is not None
        assert (now.notices.compared, now.notices.copies) == (4, 1)
        (link,) = case.claims(kind=StatementKind.LINK)
        assert isinstance(link.value, LinkValue)
        assert (link.rule, link.value.similarity, link.value.shared) == ("link.same_facts", None, len(link.quotes) // 2)
        assert {quote.path for quote in link.quotes} == {"in/site-one.json", "in/site-two.json"}
        assert {quote.text for quote in link.quotes} >= {"Oak Lenses Ltd"}
        assert link_case(case) is None
    found = verify_case(tmp_path / "case")
    assert found.faults == ()
    assert found.claims > 1
