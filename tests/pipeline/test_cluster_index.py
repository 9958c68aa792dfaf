"""Parts of an index that workers of a cluster make: the same answers in the same order, whatever is lost on the way."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlight.cases import Case, search_index, search_parts
from tenderlight.cli.search import searchable_after
from tenderlight.errors import ClusterLost
from tenderlight.languages import common_phrases
from tenderlight.pipeline import cluster, cluster_index, cluster_part, cluster_workforce
from tenderlight.pipeline.cluster_index import ClusterWorkers
from tenderlight.pipeline.cluster_messages import (
    END,
    FRAME,
    PartMade,
    read_entries,
    read_piece,
    write_entries,
    write_part_made,
    write_piece,
)
from tenderlight.pipeline.cluster_worker import run_chunk
from tests.cases.test_search_parts import Answers, made_anew
from tests.cases.test_search_phrases import receive_many, wrongly_answered
from tests.cases.test_searching import receive
from tests.memory_disk import memory_folder
from tests.pipeline.made_courier import MadeCourier

Held = dict[tuple[str, int], str]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Have parts made of few pages, by workers that are here."""
    monkeypatch.setattr(search_index, "LEARNED_AT", 60)
    monkeypatch.setattr(search_index, "PARTS_MERGED", 2)
    monkeypatch.setattr(search_parts, "PART_ENTRIES", 50)
    monkeypatch.setattr(search_parts, "FEWEST_ENTRIES", 10)
    monkeypatch.setattr(common_phrases, "SHARE", 0.03)
    monkeypatch.setattr(cluster, "is_installed", lambda: True)
    monkeypatch.setattr(cluster_workforce, "Courier", MadeCourier)
    return monkeypatch


@pytest.fixture
def case() -> Iterator[Case]:
    with memory_folder() as folder, Case.open(folder / "case", create=True) as opened:
        yield opened


@pytest.fixture
def held(case: Case) -> Held:
    return receive_many(case)


@pytest.fixture
def alone(case: Case, held: Held) -> Answers:
    return made_anew(case, None)


def workers(case: Case, *, count: int = 2) -> tuple[ClusterWorkers, MadeCourier]:
    hands = ClusterWorkers("made:6379", case.search.texts, count=count)
    courier = hands._hands.courier
    assert isinstance(courier, MadeCourier)
    return hands, courier


@pytest.mark.parametrize("count", [1, 2, 4])
def test_the_number_of_workers_shows_in_no_answer(case: Case, held: Held, alone: Answers, count: int) -> None:
    hands, courier = workers(case, count=count)
    assert made_anew(case, hands) == alone
    assert len(courier.parts) > 4
    assert wrongly_answered(case, held) == []
    entries = sum(len(entries) for part in courier.parts for _, entries in part.documents)
    assert 0 < case.search.taken().pages - entries <= 60 + 20, "all but what common phrases are learned from"


def test_parts_that_are_lost_cost_a_retry_and_nothing_else(case: Case, alone: Answers) -> None:
    hands, courier = workers(case)
    lost = iter([True, False, True, True])
    courier.loses_part = lambda _: next(lost, False)
    courier.ends_at = frozenset({3})
    assert made_anew(case, hands) == alone
    told = [tuple(number for number, _ in part.documents) for part in courier.parts]
    assert len(told) == len(set(told)) + 3 + 4, "three at which workers ended, and four that were out with the courier"


def test_a_part_at_which_workers_end_is_made_by_whoever_asked(case: Case, held: Held, alone: Answers) -> None:
    hands, courier = workers(case)
    courier.loses_part = lambda part: part.documents == courier.parts[0].documents
    assert made_anew(case, hands) == alone
    poison = [part for part in courier.parts if part.documents == courier.parts[0].documents]
    assert len(poison) == cluster_index.MOST_TRIES
    assert (wrongly_answered(case, held), hands.why_not) == ([], "")


def test_a_cluster_that_is_gone_leaves_the_rest_to_whoever_asked(
    case: Case, alone: Answers, small: pytest.MonkeyPatch
) -> None:
    hands, courier = workers(case)
    receive_now = courier.receive
    calls = 0

    def receive_until_gone() -> Iterator[tuple[bytes, int, bytes]]:
        nonlocal calls
        calls += 1
        if calls > 2:
            raise ClusterLost("The cluster cannot be reached", address="made:6379")
        yield from receive_now()

    small.setattr(courier, "receive", receive_until_gone)
    assert made_anew(case, hands) == alone
    assert hands.why_not == "The cluster cannot be reached"


def test_a_worker_with_other_versions_makes_nothing(case: Case, alone: Answers, small: pytest.MonkeyPatch) -> None:
    hands, _ = workers(case)
    small.setattr(cluster_index, "versions_of_parts", lambda: "index/0")
    assert made_anew(case, hands) == alone
    assert "other versions" in hands.why_not


def _as_made(change: Callable[[int, bytes], list[tuple[int, bytes]]]) -> Callable[[bytes], Iterator[bytes]]:
    def does(written: bytes) -> Iterator[bytes]:
        for content in run_chunk(written):
            for _, kind, said in read_entries(content):
                yield write_entries([(0, one, other) for one, other in change(kind, said)])

    return does


CHANGES: dict[str, Callable[[int, bytes], list[tuple[int, bytes]]]] = {
    "a file that is elsewhere": lambda kind, said: [
        (FRAME, write_piece("../../../" + read_piece(said)[0], b"x")) if kind == FRAME else (kind, said)
    ],
    "a file of another kind": lambda kind, said: [(FRAME, write_piece(".managed.json", b"[]")), (kind, said)],
    "a file that is cut": lambda kind, said: [
        (FRAME, write_piece(read_piece(said)[0], read_piece(said)[1][1:])) if kind == FRAME else (kind, said)
    ],
    "other documents": lambda kind, said: [
        (kind, said) if kind == FRAME else (END, write_part_made(PartMade(entries={1 << 20: 1}, sizes={})))
    ],
    "no end": lambda kind, said: [(kind, said)] if kind == FRAME else [],
    "nothing that can be read": lambda kind, _: [(kind, b"torn")],
    "too much": lambda kind, said: [(kind, said)] * (12 if kind == FRAME else 1),
}


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_what_is_no_part_is_not_taken(case: Case, alone: Answers, small: pytest.MonkeyPatch, name: str) -> None:
    small.setattr(MadeCourier, "does", staticmethod(_as_made(CHANGES[name])))
    small.setattr(cluster_index, "MORE_BYTES", 1 << 10)
    hands, courier = workers(case)
    assert made_anew(case, hands) == alone
    assert len(courier.parts) % cluster_index.MOST_TRIES == 0
    assert not list(case.folder.parent.glob("*.term"))


def test_long_texts_go_in_parts_of_their_own_and_very_long_ones_not_at_all(
    case: Case, held: Held, small: pytest.MonkeyPatch
) -> None:
    document = receive(case, "long.txt", pages=("人脸识别" * 200, "识人"))
    held |= {(document, 1): "人脸识别" * 200, (document, 2): "识人"}
    small.setattr(search_parts, "PART_ENTRIES", 10_000)
    alone = made_anew(case, None)
    small.setattr(cluster_index, "TEXT_BYTES", 2_000)
    hands, courier = workers(case)
    assert made_anew(case, hands) == alone
    sizes = [sum(len(one.text.encode()) for _, entries in part.documents for one in entries) for part in courier.parts]
    assert max(sizes) <= 2_000
    assert len(sizes) > 4
    assert wrongly_answered(case, held) == []


def test_a_damaged_reading_goes_to_no_worker(case: Case, held: Held) -> None:
    case.commit()
    documents = sorted({document for document, _ in held})
    (path,) = (case.folder / "readings").glob(f"*/{documents[-1]}.*")
    path.write_bytes(b"torn")
    hands, _ = workers(case)
    assert case.search.refresh(workers=hands) > 0
    taken = case.search.taken()
    assert (taken.of_documents - taken.documents, taken.is_whole) == (1, False)
    assert wrongly_answered(case, {place: text for place, text in held.items() if place[0] != documents[-1]}) == []


def test_a_worker_deletes_what_one_that_was_killed_left_behind_and_nothing_else(
    tmp_path: Path, small: pytest.MonkeyPatch
) -> None:
    small.setattr(tempfile, "tempdir", str(tmp_path))
    left, another = tmp_path / f"{cluster_part.NAME}left", tmp_path / f"{cluster_part.NAME}another"
    for folder in (left, another):
        folder.mkdir()
    (left / cluster_part.LOCK).touch()
    with cluster_part._folder() as at_work:
        assert sorted(tmp_path.iterdir()) == sorted([another, at_work.parent])
        with cluster_part._folder():
            assert at_work.exists()
    assert list(tmp_path.iterdir()) == [another]


@pytest.mark.parametrize("address", ["local", "made:6379", None])
def test_a_run_on_a_cluster_has_it_make_the_index(
    case: Case, held: Held, small: pytest.MonkeyPatch, address: str | None
) -> None:
    given: list[MadeCourier] = []

    class Noted(MadeCourier):
        def __init__(self, *words: str, count: int | None) -> None:
            super().__init__(*words, count=count)
            given.append(self)

    small.setattr(cluster_workforce, "Courier", Noted)
    case.commit()
    searchable_after(case.folder, 2, address)
    assert sum(len(one.parts) > 0 for one in given) == (address == "made:6379")
    assert case.search.is_fresh()
    assert wrongly_answered(case, held) == []
