"""The example case in the forms of others: valid by their own rules, and saying what the documents say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases import Case
from tenderlight.publish.exporting import Wish, export
from tests.journeys.conftest import FoundCase
from tests.publish.ftm_validator import faults as faults_of_entities
from tests.publish.ocds_validator import faults as faults_of_package

SYSTEM = "NYZC2023-138-006"


def exported(case: FoundCase, form: str, target: Path) -> bytes:
    with Case.open(case.folder) as opened:
        export(opened, Wish(form=form), target)
    return target.read_bytes()


def test_a_release_package_is_valid_and_says_what_the_documents_say(example_case: FoundCase, tmp_path: Path) -> None:
    package: Any = json.loads(exported(example_case, "ocds", tmp_path / "a.json"))
    assert faults_of_package(package) == []
    assert exported(example_case, "ocds", tmp_path / "b.json") == (tmp_path / "a.json").read_bytes()
    releases = {release.get("tender", {}).get("id", release["ocid"]): release for release in package["releases"]}
    assert len(releases) == 8
    system = releases[SYSTEM]
    assert system["tag"] == ["planning", "tender", "award", "contract"]
    assert system["planning"]["budget"]["amount"] == {"amount": 43600000, "currency": "CNY"}
    (award,), (contract,) = system["awards"], system["contracts"]
    assert award["value"] == contract["value"] == {"amount": 42868000, "currency": "CNY"}
    assert contract["dateSigned"] == "2023-09-20T00:00:00Z"
    suppliers, losers = award["suppliers"], system["tender"]["tenderers"]
    assert [party["name"] for party in suppliers] == ["南屿云岫信息技术有限公司"]
    assert len(losers) == 2
    assert not {party["id"] for party in suppliers} & {party["id"] for party in losers}
    claims = [claim["claim"] for release in package["releases"] for claim in release["tenderlight"]["claims"]]
    assert sorted(claims) == sorted({json.loads(line)["claim"] for line in example_case.lines})
    assert "ocds-ex4mpl-AVDC-2024-019" in {release["ocid"] for release in package["releases"]}


def test_entities_are_valid_and_hold_every_claim(example_case: FoundCase, tmp_path: Path) -> None:
    pytest.importorskip("followthemoney")
    entities = [json.loads(line) for line in exported(example_case, "ftm", tmp_path / "a.json").splitlines()]
    assert faults_of_entities(entities) == []
    claims = {entity["id"] for entity in entities if entity["schema"] == "Documentation"}
    assert claims == {f"tl-claim-{json.loads(line)['claim']}" for line in example_case.lines}


def test_parquet_holds_every_claim(example_case: FoundCase, tmp_path: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    exported(example_case, "parquet", tmp_path / "a.parquet")
    rows = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    printed = {found["claim"]: found for found in map(json.loads, example_case.lines)}
    assert {row["claim"] for row in rows} == printed.keys()
    assert all(row["quotes"] == printed[row["claim"]]["quotes"] for row in rows)
