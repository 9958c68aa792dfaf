"""Jobs that go out in chunks: the same case as from lanes, whatever chunks are lost on the way."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cage import FileByContent, Job, Limits, Outcome, OutcomeKind, Workshop
from tenderlight.cases import Case
from tenderlight.cli import tenderlight
from tenderlight.errors import ClusterLost, ExitCode, OptionalPartMissing, UsageError
from tenderlight.pipeline import cluster, cluster_messages, cluster_worker, cluster_workforce
from tenderlight.pipeline.cluster_messages import Chunk
from tenderlight.pipeline.cluster_pool import BYTES_A_CHUNK, JOBS_A_CHUNK, ClusterPool
from tenderlight.pipeline.cluster_workforce import ClusterWorkforce
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.pages_under_way import held
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.workforce import LocalWorkforce, Workforce
from tests.cases.small_job import everything
from tests.memory_disk import memory_folder
from tests.pipeline.made_courier import MadeCourier, echo_chunk

NOTICE = "中标公告\n项目编号：LS-2023-{number:04}\n采购人：蓝水县第{number}中学\n中标供应商：星河{number}科技有限公司\n"
ECHO = Workshop(opener="echo:echo")
Made = Callable[..., tuple[ClusterWorkforce, MadeCourier]]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        documents = place / "documents"
        documents.mkdir()
        for number in range(12):
            (documents / f"{number:02}.txt").write_text(NOTICE.format(number=number), "utf-8")
        yield place


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> str:
    return told(folder, "lanes", LocalWorkforce(1))


@pytest.fixture
def echoing(made: Made, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Make a workforce without lanes: jobs are answered with their task."""
    monkeypatch.setattr(MadeCourier, "does", staticmethod(echo_chunk))
    return made


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    """Make a workforce whose chunks are done here."""

    def make(
        *, count: int = 16, loses: Callable[[Chunk], bool] | None = None, ends_at: frozenset[int] = frozenset()
    ) -> tuple[ClusterWorkforce, MadeCourier]:
        workforce = ClusterWorkforce("made:6379", count=count)
        courier = workforce.courier
        assert isinstance(courier, MadeCourier)
        courier.ends_at = ends_at
        if loses is not None:
            courier.loses = loses
        return workforce, courier

    monkeypatch.setattr(cluster, "is_installed", lambda: True)
    monkeypatch.setattr(cluster_workforce, "Courier", MadeCourier)
    yield make
    for pool in cluster_worker._pools.values():
        pool.close()
    cluster_worker._pools.clear()


def told(folder: Path, name: str, workforce: Workforce) -> str:
    """Run the main job, and return all that the case says, and what its readings are called."""
    place = folder / name
    options = RunOptions(paths=(folder / "documents",), case_folder=place, compare=False)
    with workforce, Case.open(place, create=True) as case:
        Run(case, options, workforce).go()
    names = sorted(path.name for path in (place / "readings").rglob("*") if path.is_file())
    return "\n".join([everything(place), *names])


def echo(key: str, *, size: int = 0, lies_at: FileByContent | None = None) -> Job:
    original = held(b"x" * size) if size else None
    return Job(key=key, task=key.encode(), original=original, limits=Limits(), lies_at=lies_at)


def ends(pool: ClusterPool) -> dict[str, OutcomeKind]:
    """Go on until nothing is out; return how each job ended last."""
    found = {}
    while pool.in_flight:
        pool.begin()
        for job, event in pool.take(set()):
            if isinstance(event, Outcome):
                found[job.key] = event.kind
                if event.kind is OutcomeKind.PUT_BACK:
                    pool.submit(job)
    return found


@pytest.mark.parametrize("count", [1, 16])
def test_chunks_give_the_same_case_as_lanes(count: int, made: Made, folder: Path, undisturbed: str) -> None:
    workforce, courier = made(count=count)
    assert told(folder, f"chunks-{count}", workforce) == undisturbed
    assert sum(len(chunk.jobs) for chunk in courier.chunks) == 24, "each was read and claimed once"
    assert (max(len(chunk.jobs) for chunk in courier.chunks) > 1) == (count == 1), "they are spread over who is idle"


def test_lost_chunks_cost_a_retry_and_nothing_else(made: Made, folder: Path, undisturbed: str) -> None:
    lost = iter([True, False, True, False, False, True])
    workforce, courier = made(count=2, loses=lambda _chunk: next(lost, False), ends_at=frozenset({4}))
    assert told(folder, "lost", workforce) == undisturbed
    assert sum(len(chunk.jobs) for chunk in courier.chunks) > 24
    assert courier.ended == 1


def test_a_document_at_which_workers_end_is_set_aside_and_the_rest_goes_on(made: Made, folder: Path) -> None:
    poison = (folder / "documents" / "07.txt").read_bytes()
    workforce, courier = made(count=2, loses=lambda chunk: any(job.original == poison for job in chunk.jobs))
    told(folder, "poison", workforce)
    with Case.open(folder / "poison") as case:
        found = {line.path: [one.code for one in case.problems_of(line.document)] for line in case.documents()}
    assert {path: codes for path, codes in found.items() if codes} == {"documents/07.txt": ["worker-lost"]}
    assert len(found) == 12
    alone = [chunk for chunk in courier.chunks if chunk.is_careful and chunk.jobs[0].original == poison]
    assert [len(chunk.jobs) for chunk in alone] == [1, 1]


@pytest.mark.parametrize(
    ("others_lost", "own_losses", "kind"),
    [
        (0, 1, OutcomeKind.FINISHED),
        (0, 2, OutcomeKind.WORKER_LOST),
        (2, 3, OutcomeKind.FINISHED),
        (2, 4, OutcomeKind.WORKER_LOST),
        (30, 5, OutcomeKind.FINISHED),
        (30, 6, OutcomeKind.WORKER_LOST),
    ],
)
def test_where_workers_end_at_anything_a_job_is_tried_more_often(
    others_lost: int, own_losses: int, kind: OutcomeKind, echoing: Made
) -> None:
    large = BYTES_A_CHUNK  # each goes alone
    left = Counter({b"long": own_losses, **{f"other {number}".encode(): 1 for number in range(others_lost)}})

    def loses(chunk: Chunk) -> bool:
        (job,) = chunk.jobs
        left[job.task] -= 1
        return left[job.task] >= 0

    workforce, courier = echoing(count=1, loses=loses)
    pool = workforce.pool(ECHO)
    for key in ("long", *(f"other {number}" for number in range(max(others_lost, 5)))):
        pool.submit(echo(key, size=large))
    found = ends(pool)
    assert found.pop("long") is kind
    assert set(found.values()) == {OutcomeKind.FINISHED}
    tries = sum(chunk.jobs[0].task == b"long" for chunk in courier.chunks)
    assert tries == own_losses + (kind is OutcomeKind.FINISHED)


def test_small_jobs_go_together_and_large_ones_alone(echoing: Made) -> None:
    workforce, courier = echoing(count=1)
    pool = workforce.pool(ECHO)
    for number in range(JOBS_A_CHUNK + 5):
        pool.submit(echo(f"small {number}"))
    pool.submit(echo("large", size=BYTES_A_CHUNK))
    pool.submit(echo("last"))
    assert set(ends(pool).values()) == {OutcomeKind.FINISHED}
    assert [len(chunk.jobs) for chunk in courier.chunks] == [20, 5, 1, 1]


def test_no_more_is_taken_than_workers_can_do_soon(echoing: Made) -> None:
    pool = echoing(count=2)[0].pool(ECHO)
    while pool.open:
        pool.submit(echo(f"job {pool.in_flight}"))
    assert pool.in_flight == 2 * 2 * JOBS_A_CHUNK


def test_a_file_stays_where_it_lies_and_is_sent_if_it_is_not_seen_there(echoing: Made, tmp_path: Path) -> None:
    workforce, courier = echoing(count=1)
    pool = workforce.pool(ECHO)
    seen = tmp_path / "seen"
    seen.write_bytes(b"x" * BYTES_A_CHUNK)
    content = hashlib.sha256(b"something else").hexdigest()
    right = FileByContent(path=str(seen), sha256=hashlib.sha256(seen.read_bytes()).hexdigest())
    for key, place in {
        "seen": right,
        "another": FileByContent(path=str(seen), sha256=content),
        "absent": FileByContent(path=str(tmp_path / "absent"), sha256=content),
    }.items():
        pool.submit(echo(key, size=BYTES_A_CHUNK, lies_at=place))
    assert set(ends(pool).values()) == {OutcomeKind.FINISHED}
    travelled = [job.task for chunk in courier.chunks for job in chunk.jobs if job.original is not None]
    assert sorted(travelled) == [b"absent", b"another"]


def test_a_worker_with_other_versions_is_not_believed(echoing: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = echoing()[0].pool(ECHO)
    pool.submit(echo("one"))
    monkeypatch.setattr(cluster_messages, "versions", lambda: "tenderlight 0.0.1")
    with pytest.raises(ClusterLost, match=r"tenderlight 0\.0\.1"):
        ends(pool)


def test_workers_that_all_end_end_the_run(echoing: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_workforce, "LOSING_SECONDS", 0.0)
    pool = echoing(count=1, loses=lambda _chunk: True)[0].pool(ECHO)
    for number in range(40):
        pool.submit(echo(f"job {number}"))
    with pytest.raises(ClusterLost, match="with no job done in between"):
        ends(pool)


@pytest.mark.parametrize("hands", ["lanes", "chunks"])
def test_a_run_that_lost_its_cluster_is_gone_on_with(
    hands: str, made: Made, folder: Path, undisturbed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_workforce, "LOSING_SECONDS", 0.0)
    monkeypatch.setattr(cluster_workforce, "MOST_LOSSES", 0)
    monkeypatch.setattr(cluster_workforce, "MOST_LOSSES_A_PROCESSOR", 0)
    chunks = count()
    name = f"lost, then {hands}"
    with pytest.raises(ClusterLost) as lost:
        told(folder, name, made(count=4, loses=lambda _chunk: next(chunks) > 2)[0])
    assert lost.value.exit_code == ExitCode.CLUSTER_LOST
    readings = folder / name / "readings"
    assert 0 < sum(path.is_file() for path in readings.rglob("*")) < 12
    assert told(folder, name, made(count=4)[0] if hands == "chunks" else LocalWorkforce(1)) == undisturbed


def test_addresses_that_ray_takes_otherwise_are_refused(echoing: Made) -> None:
    with pytest.raises(UsageError, match="HOST:PORT"):
        ClusterWorkforce("ray://head:10001")


def test_the_command_hands_on_the_address(echoing: Made, tmp_path: Path) -> None:
    words = ["find", str(tmp_path), "--case", str(tmp_path / "case"), "--cluster", "ray://head:10001"]
    refused = CliRunner().invoke(tenderlight, words)
    assert isinstance(refused.exception, UsageError)
    assert not (tmp_path / "case").exists()


def test_ray_is_an_optional_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "is_installed", lambda: False)
    with pytest.raises(OptionalPartMissing) as refused:
        ClusterWorkforce("local")
    assert refused.value.details == {"extra": "cluster"}
