"""Pages that a worker of a cluster draws and looks at itself: the same case as from lanes, and no pixels come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cage import Event, Job, LanePool, Outcome, OutcomeKind
from tenderlight.cases import Case
from tenderlight.pipeline import (
    cluster,
    cluster_pool,
    cluster_worker,
    cluster_workforce,
    pages_under_way,
    recogniser_workshop,
    recognition,
)
from tenderlight.pipeline.cluster_messages import Chunk
from tenderlight.pipeline.cluster_workforce import ClusterWorkforce
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.outcomes import RECOGNISE_LIMITS
from tenderlight.pipeline.run import Progress, RunOptions
from tenderlight.pipeline.workforce import LocalWorkforce, Workforce
from tenderlight.reading.recognition import models
from tests.cases.small_job import everything
from tests.memory_disk import memory_folder
from tests.pipeline import comparing_faults, recogniser_faults
from tests.pipeline.made import scanned_pdf
from tests.pipeline.made_courier import MadeCourier
from tests.pipeline.test_comparing import pages

PAGES = 25
PICTURE_BYTES = 50_000
"""Less than the pixels of one of the pages."""


class CountingCourier(MadeCourier):
    """Counts what workers send."""

    sent_bytes = 0
    longest = 0

    def receive(self) -> Iterator[tuple[bytes, int, bytes]]:
        for kind, number, content in super().receive():
            self.sent_bytes += len(content)
            self.longest = max(self.longest, len(content))
            yield kind, number, content


@pytest.fixture(autouse=True)
def planted(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Put a recogniser in place that some pages take over, and a cluster that is here."""
    monkeypatch.setattr(recogniser_workshop, "workshop", recogniser_faults.workshop)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    limits = replace(RECOGNISE_LIMITS, wall_seconds=recogniser_faults.HANGING_SECONDS)
    monkeypatch.setattr(pages_under_way, "RECOGNISE_LIMITS", limits)
    monkeypatch.setattr(cluster, "is_installed", lambda: True)
    monkeypatch.setattr(cluster_workforce, "Courier", CountingCourier)
    yield monkeypatch
    for pool in cluster_worker._pools.values():
        pool.close()
    cluster_worker._pools.clear()


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        (place / "documents").mkdir()
        yield place


def on_cluster(count: int, loses: Callable[[Chunk], bool] | None = None) -> tuple[ClusterWorkforce, CountingCourier]:
    hands = ClusterWorkforce("made:6379", count=count)
    courier = hands.courier
    assert isinstance(courier, CountingCourier)
    if loses is not None:
        courier.loses = loses
    return hands, courier


def told(folder: Path, name: str, hands: Workforce, **given: Any) -> str:
    """Run the main job, and return all that the case says, and what its readings are called."""
    options = RunOptions(paths=(folder / "documents",), case_folder=folder / name, **given)
    with hands, Case.open(folder / name, create=True) as case:
        Run(case, options, hands).go()
    names = sorted(path.name for path in (folder / name / "readings").rglob("*") if path.is_file())
    return "\n".join([everything(folder / name), *names])


def looks(courier: MadeCourier) -> list[tuple[int, ...]]:
    """Return the pages of each chunk that has pages drawn and looked at."""
    for chunk in courier.chunks:
        assert len(chunk.jobs) == 1 or all(job.look is None for job in chunk.jobs)
    return [job.look.page_numbers for chunk in courier.chunks for job in chunk.jobs if job.look is not None]


def messages(folder: Path, name: str, code: str) -> dict[int, str]:
    with Case.open(folder / name) as case:
        (line,) = case.documents()
        return {one.page_number or 0: one.message for one in case.problems_of(line.document) if one.code == code}


@pytest.mark.parametrize(("count", "at_once"), [(1, 4), (16, 1)])
def test_a_scan_is_read_as_by_lanes_and_its_pictures_stay_with_the_worker(
    count: int, at_once: int, folder: Path, planted: pytest.MonkeyPatch
) -> None:
    (folder / "documents" / "scan.pdf").write_bytes(scanned_pdf(PAGES))
    expected = told(folder, "lanes", LocalWorkforce(1))
    if at_once > 1:
        planted.setattr(recognition, "LARGE_BYTES", 1)
    hands, courier = on_cluster(count)
    seen: list[Progress] = []
    assert told(folder, "cluster", hands, on_progress=lambda one: seen.append(replace(one))) == expected
    assert sorted(page for one in looks(courier) for page in one) == list(range(1, PAGES + 1))
    assert max(map(len, looks(courier))) == at_once
    assert courier.sent_bytes < PAGES * PICTURE_BYTES / 2
    assert courier.longest < PICTURE_BYTES
    assert (seen[-1].pages_read, seen[-1].documents_waiting) == (PAGES, 0)
    assert len(messages(folder, "cluster", "page-not-recognised")) == 12


def test_lost_chunks_cost_a_retry_and_nothing_else(folder: Path, planted: pytest.MonkeyPatch) -> None:
    (folder / "documents" / "scan.pdf").write_bytes(scanned_pdf(9))
    expected = told(folder, "lanes", LocalWorkforce(1))
    planted.setattr(recognition, "LARGE_BYTES", 1)
    lost = iter([False, True, False, True, True])
    hands, courier = on_cluster(2, lambda _: next(lost, False))
    courier.ends_at = frozenset({7})
    assert told(folder, "cluster", hands) == expected
    assert courier.ended == 1


def test_a_page_at_which_workers_end_is_set_aside_and_the_others_are_read(folder: Path) -> None:
    (folder / "documents" / "scan.pdf").write_bytes(scanned_pdf(5))
    hands, courier = on_cluster(
        2, lambda chunk: any(job.look is not None and 3 in job.look.page_numbers for job in chunk.jobs)
    )
    told(folder, "cluster", hands)
    said = messages(folder, "cluster", "page-not-recognised")
    assert (sorted(said), looks(courier).count((3,))) == ([2, 3, 4], 3)
    assert "WorkerCrashedError" in said[3]


@pytest.mark.parametrize("task", [b'"page_numbers":[1]', b'"page_number":1,'], ids=["drawing", "looking"])
def test_a_page_whose_lane_is_lost_is_done_once_more_and_then_set_aside(
    task: bytes, folder: Path, planted: pytest.MonkeyPatch
) -> None:
    (folder / "documents" / "scan.pdf").write_bytes(scanned_pdf(3))
    expected = told(folder, "lanes", LocalWorkforce(1))
    losses = 0
    real = LanePool.events

    def events(pool: LanePool) -> Iterator[tuple[Job, Event]]:
        nonlocal losses
        is_lost = losses > 0 and any(task in job.task for job in pool._jobs.values())
        losses -= is_lost
        for job, event in real(pool):
            if isinstance(event, Outcome):
                yield job, replace(event, kind=OutcomeKind.LANE_LOST, message="it was lost") if is_lost else event
            elif not is_lost:
                yield job, event

    planted.setattr(LanePool, "events", events)
    for losses, name in ((1, "once"), (2, "twice")):  # noqa: B007 - counted down above
        hands, courier = on_cluster(1)
        found = told(folder, name, hands)
        assert looks(courier).count((1,)) == 2
        assert (found == expected) == (name == "once")
    assert "it was lost" in messages(folder, "twice", "page-not-recognised")[1]


def test_pages_are_compared_where_they_are_drawn(folder: Path, planted: pytest.MonkeyPatch) -> None:
    planted.setattr(recogniser_workshop, "workshop", comparing_faults.workshop)
    (folder / "documents" / "notice.pdf").write_bytes(pages(6))
    expected = told(folder, "lanes", LocalWorkforce(1))
    hands, courier = on_cluster(2)
    assert told(folder, "cluster", hands) == expected
    assert looks(courier)[0] == (1, 2, 3, 4)
    assert courier.longest < PICTURE_BYTES
    lost = iter([False, False, True, False, True])
    assert told(folder, "lost", on_cluster(2, lambda _: next(lost, False))[0]) == expected


def test_a_recogniser_that_does_not_start_on_a_worker_is_done_without(
    folder: Path, planted: pytest.MonkeyPatch
) -> None:
    planted.setattr(recogniser_workshop, "workshop", comparing_faults.broken_workshop)
    planted.setattr(recogniser_workshop, "OPENER", comparing_faults.broken_workshop().opener)
    planted.setattr("tenderlight.pipeline.local.OPENER", comparing_faults.broken_workshop().opener)
    for number in range(3):
        (folder / "documents" / f"scan {number}.pdf").write_bytes(scanned_pdf(2 + number))
    expected = told(folder, "lanes", LocalWorkforce(1))
    assert "recogniser-not-opened" in expected
    assert told(folder, "cluster", on_cluster(2)[0]) == expected


def test_a_file_that_a_worker_does_not_see_is_sent_from_then_on(folder: Path, planted: pytest.MonkeyPatch) -> None:
    planted.setattr(cluster_pool, "ALONE_BYTES", 100)
    (folder / "documents" / "scan.pdf").write_bytes(scanned_pdf(4))
    expected = told(folder, "lanes", LocalWorkforce(1))
    real = cluster_worker._original
    planted.setattr(cluster_worker, "_original", lambda job: None if job.original is None else real(job))
    hands, courier = on_cluster(1)
    assert told(folder, "cluster", hands) == expected
    assert sum(job.original is None for chunk in courier.chunks for job in chunk.jobs) == 1
