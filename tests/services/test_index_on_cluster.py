"""The index of a case made by workers of Ray: the same answers in the same order, also when workers are killed."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from benchmarks.scaling.cluster_faults import workers_at_work
from tenderlight.cases import Case, search_index, search_parts
from tenderlight.languages import common_phrases
from tenderlight.pipeline import cluster
from tenderlight.pipeline.cluster_index import ClusterWorkers
from tests.cases.test_search_parts import Answers, made_anew
from tests.cases.test_search_phrases import receive_many
from tests.memory_disk import memory_folder

pytestmark = pytest.mark.skipif(not cluster.is_installed(), reason="Ray is not installed: make test-services")


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Have parts made of few pages, behind few of which phrases were learned."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "LEARNED_AT", 60)
        patch.setattr(search_index, "PARTS_MERGED", 2)
        patch.setattr(search_parts, "PART_ENTRIES", 50)
        patch.setattr(search_parts, "FEWEST_ENTRIES", 10)
        patch.setattr(common_phrases, "SHARE", 0.03)
        yield


@pytest.fixture(scope="module")
def case() -> Iterator[Case]:
    with memory_folder() as folder, Case.open(folder / "case", create=True) as opened:
        receive_many(opened)
        yield opened


@pytest.fixture(scope="module")
def alone(case: Case) -> Answers:
    return made_anew(case, None)


@pytest.mark.parametrize("count", [1, 2])
def test_workers_make_the_same_index(case: Case, alone: Answers, count: int) -> None:
    with ClusterWorkers("local", case.search.texts, count=count) as hands:
        assert made_anew(case, hands) == alone
    assert (hands.why_not, hands.made) == ("", 5)


def test_workers_that_are_killed_cost_a_retry_and_nothing_else(case: Case, alone: Answers) -> None:
    killed: list[int] = []
    is_over = threading.Event()

    def kill() -> None:
        while not is_over.wait(0.02) and len(killed) < 2:
            for number in workers_at_work(os.getpid())[:1]:
                os.kill(number, signal.SIGKILL)
                killed.append(number)

    killing = threading.Thread(target=kill)
    killing.start()
    try:
        with ClusterWorkers("local", case.search.texts, count=2) as hands:
            assert made_anew(case, hands) == alone
    finally:
        is_over.set()
        killing.join()
    assert (hands.why_not, hands.made, len(killed)) == ("", 5, 2)
