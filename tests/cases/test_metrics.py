"""Numbers for a collector."""

from __future__ import annotations

from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tenderlight.cases import PageCounts, Summary
from tenderlight.cases.metrics import Sample, samples_of, text_of, write_samples
from tenderlight.errors import UsageError

SUMMARY = Summary(
    documents=9,
    read=4,
    partly=2,
    not_read=1,
    waiting=2,
    not_received=3,
    contracts=5,
    claims=70,
    capabilities={},
    problems={"time-limit": 2, "empty-file": 1},
    walls={},
    pages=PageCounts(read=10, recognised=4, partly=1, not_read=2),
)


def test_a_collector_reads_them() -> None:
    text = text_of(samples_of(SUMMARY, case='a "case"\\ of\nours'))
    found = {
        (one.name, one.labels.get("state") or one.labels.get("code", "")): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }
    assert found["tenderlight_documents", "waiting"] == 2
    assert found["tenderlight_pages", "not_read"] == 2
    assert found["tenderlight_documents_with_problem", "time-limit"] == 2
    assert found["tenderlight_claims", ""] == 70
    large = text_of([Sample("a", "An a.", 1_795_940_000)])
    assert large.endswith("\na 1795940000\n")
    (case,) = {one.labels["case"] for family in text_string_to_metric_families(text) for one in family.samples}
    assert case == 'a "case"\\ of\nours'


def test_each_name_is_explained_once() -> None:
    lines = text_of(samples_of(SUMMARY, case="x")).splitlines()
    explained = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(explained) == len(set(explained))


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.prom"
    write_samples(path, [Sample("a", "An a.", 1.5)])
    assert path.read_text() == "# HELP a An a.\n# TYPE a gauge\na 1.5\n"

    def failing() -> list[Sample]:
        raise UsageError("no")

    with pytest.raises(UsageError):
        write_samples(path, failing())
    assert [one.name for one in tmp_path.iterdir()] == ["a.prom"]
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_samples(tmp_path / "folder", [Sample("a", "An a.", 1)])
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.prom", "folder"]
