"""Links of a case are the same whoever read its documents: this process, lanes, or workers of a Ray cluster."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.encoding import encode_claim
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline import cluster
from tenderlight.pipeline.link_claims import link_case
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.workforce import LocalWorkforce, Workforce, workforce
from tests.linking.made_bids import write_case
from tests.memory_disk import memory_folder
from tests.pipeline.in_process import InProcess
from tests.pipeline.test_linking import made_texts

pytestmark = pytest.mark.skipif(not cluster.is_installed(), reason="Ray is not installed: make test-services")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Bids with properties, and notices of which one stands there twice and two buyers share clauses."""
    with memory_folder() as place:
        (place / "documents").mkdir()
        write_case(place / "documents")
        for name, text in made_texts().items():
            (place / "documents" / name).write_text(text, "utf-8")
        yield place


def options(folder: Path, *, workers: int | None = None) -> RunOptions:
    case = folder / f"case-{time.monotonic_ns()}"
    return RunOptions(
        paths=(folder / "documents",), case_folder=case, cluster="local", workers=workers, compare=False, lay_out=False
    )


def linked(given: RunOptions, hands: Workforce) -> tuple[list[bytes], list[str]]:
    """Return all links of a case that was made by some hands, and what its readings are called."""
    with hands, Case.open(given.case_folder, create=True) as case:
        Run(case, given, hands).go()
        link_case(case)
        case.commit()
        links = sorted(encode_claim(claim) for claim in case.claims(kind=StatementKind.LINK))
        names = sorted(path.name for path in (case.folder / "readings").rglob("*") if path.is_file())
    return links, names


def test_links_are_the_same_in_one_process_on_lanes_and_on_a_cluster(folder: Path) -> None:
    given = options(folder)
    lanes = linked(given, LocalWorkforce(2))
    rules = sorted(line.split(b'"rule":"')[1].split(b'"')[0] for line in lanes[0])
    assert rules == [b"link.same_notice", b"link.shared_clauses", *[b"link.shared_traits"] * 3]
    with Case.open(given.case_folder) as case:
        reading = case.load_reading(next(iter(case.documents())).document)
    assert reading is not None
    assert linked(options(folder), InProcess(walls=reading.walls)) == lanes
    for workers in (1, 2):
        on_cluster = options(folder, workers=workers)
        assert linked(on_cluster, workforce(on_cluster)) == lanes
