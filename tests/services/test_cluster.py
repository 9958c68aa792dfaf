"""The main job on a Ray cluster of this machine: the same case as without one, also when workers are killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.scaling.cluster_faults import workers_at_work
from benchmarks.scaling.documents import make_documents
from tenderlight.cases import Case
from tenderlight.pipeline import cluster, parts
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.workforce import LocalWorkforce, Workforce, workforce
from tests.cases.small_job import everything
from tests.memory_disk import memory_folder
from tests.pipeline.in_process import InProcess
from tests.reading.made_pdfs import MadePage, made_pdf, show

pytestmark = pytest.mark.skipif(not cluster.is_installed(), reason="Ray is not installed: make test-services")

DOCUMENTS = 30
LONG_PAGES = 2 * parts.PAGES_A_PART + 1


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        make_documents(place / "documents", DOCUMENTS)
        pages = [MadePage(content=show(40, 200, f"Page {number} of the annex")) for number in range(LONG_PAGES)]
        (place / "documents" / "long.pdf").write_bytes(made_pdf(*pages))
        yield place


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "PAGES_A_PART", LONG_PAGES)
        return told(folder, LocalWorkforce(2))


def options(folder: Path, name: str, *, workers: int | None = None) -> RunOptions:
    return RunOptions(
        paths=(folder / "documents",), case_folder=folder / name, cluster="local", workers=workers, compare=False
    )


def told(folder: Path, hands: Workforce) -> str:
    """Run the main job, and return all that the case says, and what its readings are called."""
    given = options(folder, f"case-{time.monotonic_ns()}")
    with hands, Case.open(given.case_folder, create=True) as case:
        Run(case, given, hands).go()
    names = sorted(path.name for path in (case.folder / "readings").rglob("*") if path.is_file())
    return "\n".join([everything(given.case_folder), *names])


def walls(folder: Path) -> str:
    """Return what held around the jobs of a case that was made with lanes."""
    with Case.open(next(folder.glob("case-*"))) as case:
        reading = case.load_reading(next(iter(case.documents())).document)
    assert reading is not None
    return reading.walls


def test_one_process_gives_the_same_case(folder: Path, undisturbed: str) -> None:
    assert told(folder, InProcess(walls=walls(folder))) == undisturbed


@pytest.mark.parametrize("workers", [1, 2])
def test_a_cluster_gives_the_same_case(workers: int, folder: Path, undisturbed: str) -> None:
    assert told(folder, workforce(options(folder, "", workers=workers))) == undisturbed


def test_a_killed_worker_costs_a_retry_and_nothing_else(folder: Path, undisturbed: str) -> None:
    killed: list[int] = []
    is_over = threading.Event()

    def kill() -> None:
        while not is_over.wait(0.1) and len(killed) < 2:
            for number in workers_at_work(os.getpid())[:1]:
                os.kill(number, signal.SIGKILL)
                killed.append(number)

    killing = threading.Thread(target=kill)
    killing.start()
    try:
        assert told(folder, workforce(options(folder, "", workers=2))) == undisturbed
    finally:
        is_over.set()
        killing.join()
    assert len(killed) == 2
