"""Pages that are recognised, and words that are held against pictures, on a cluster: the same case as from lanes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.scaling.cluster_faults import ENDS, ended, start, workers_at_work
from benchmarks.scaling.cluster_nodes import readings
from benchmarks.scaling.outcome import outcome
from tenderlight.cases import Case
from tenderlight.model.claim import PictureSays
from tenderlight.model.document import PageMethod
from tenderlight.pipeline import cluster
from tenderlight.reading.recognition import models
from tests.memory_disk import memory_folder
from tests.pipeline.made import scanned_pdf
from tests.reading.made_picture_lies import HONEST, LIES

pytestmark = [
    pytest.mark.skipif(not cluster.is_installed(), reason="Ray is not installed: make test-services"),
    pytest.mark.skipif(not models.is_installed(), reason="the extra `ocr` is not installed"),
]

ON_CLUSTER = ("--cluster", "local", "--workers", "2")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        documents = place / "documents"
        documents.mkdir()
        for name, content in {
            **{lie.name: lie.content for lie in LIES[:2]},
            **HONEST,
            "scan.pdf": scanned_pdf(2),
        }.items():
            (documents / name).write_bytes(content)
        yield place


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> str:
    case = folder / "undisturbed"
    code, words = ended(start(folder / "documents", case))
    assert code in ENDS, words
    return outcome(case)


@pytest.fixture(scope="module")
def on_cluster(folder: Path) -> Path:
    case = folder / "on a cluster"
    code, words = ended(start(folder / "documents", case, *ON_CLUSTER))
    assert code in ENDS, words
    return case


def test_a_cluster_recognises_and_compares(on_cluster: Path) -> None:
    with Case.open(on_cluster) as case:
        said = {claim.picture for claim in case.claims()}
        read = [case.load_reading(line.document) for line in case.documents()]
    methods = {page.method for reading in read if reading is not None for page in reading.pages}
    recognisers = {reading.recogniser for reading in read if reading is not None}
    assert {PictureSays.OTHER, PictureSays.SAME} <= said
    assert (PageMethod.TEXT_LAYER in methods, len(recognisers - {""})) == (True, 1)


def test_it_gives_the_same_case(on_cluster: Path, undisturbed: str) -> None:
    assert outcome(on_cluster) == undisturbed


def test_a_worker_that_is_killed_meanwhile_costs_a_retry_and_nothing_else(folder: Path, undisturbed: str) -> None:
    case = folder / "with a worker killed"
    process = start(folder / "documents", case, *ON_CLUSTER)
    killed = 0
    while process.poll() is None and not killed:
        time.sleep(0.05)
        # the last documents are read: what is at work claims, draws, recognises or compares
        for number in workers_at_work(process.pid)[: len(readings(case)) >= len(HONEST)]:
            os.kill(number, signal.SIGKILL)
            killed += 1
    code, words = ended(process)
    assert (code in ENDS, killed) == (True, 1), words
    assert outcome(case) == undisturbed
