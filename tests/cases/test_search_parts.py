"""However many processes make an index, and whatever becomes of them, it answers the same, in the same order."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tenderlight.archive import storage
from tenderlight.cases import Case, index_making, search_index, search_parts
from tenderlight.cases.index_making import LocalWorkers
from tenderlight.cases.search_index import FOLDER, SearchIndex
from tenderlight.cases.search_parts import MADE, Job, SharedOut, Workers, in_one_order
from tenderlight.cases.searching import question_of
from tenderlight.languages import common_phrases
from tests.cases.test_search_phrases import queries, receive_many, wrongly_answered
from tests.cases.test_searching import Killed, receive

Answers = list[tuple[int, list[tuple[str, int | None]]]]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Have parts made of few pages, behind few of which phrases were learned."""
    monkeypatch.setattr(search_index, "LEARNED_AT", 60)
    monkeypatch.setattr(search_index, "PARTS_MERGED", 2)
    monkeypatch.setattr(search_parts, "PART_ENTRIES", 50)
    monkeypatch.setattr(search_parts, "FEWEST_ENTRIES", 10)
    monkeypatch.setattr(common_phrases, "SHARE", 0.03)
    return monkeypatch


@dataclass(kw_only=True)
class Here:
    """Workers that are not."""

    case: Case
    count: int
    are_here: bool = True
    after: Callable[[Path, list[Path]], list[Path]] = lambda _, made: made
    jobs: list[Job] = field(default_factory=list)

    def make(self, folder: Path, jobs: Sequence[Job]) -> Iterator[Path]:
        self.jobs += jobs
        made: list[Path] = []
        for job in reversed(jobs):
            self.case.search.make_parts(job, lambda: True)
            made += [Path(part.folder) for part in job.parts]
        yield from self.after(folder, made)


def answers(case: Case) -> Answers:
    """Return how many hits each query has, and the first ones in order."""
    found = [case.search.find(question_of(query), most=25) for query in (*queries(), "人", "人脸 识人", "x")]
    return [(one.total, [(hit.document, hit.page_number) for hit in one.hits]) for one in found]


def made_anew(case: Case, workers: Workers | None) -> Answers:
    case.search.close()
    shutil.rmtree(case.folder / FOLDER, ignore_errors=True)
    case.search.refresh(workers=workers)
    assert case.search.taken().is_whole
    assert case.search._opened().index.searcher().num_docs == case.search.taken().pages
    assert not (case.folder / FOLDER / search_parts.FOLDER).exists()
    return answers(case)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_the_number_of_workers_shows_in_no_answer(case: Case, count: int) -> None:
    held = receive_many(case)
    alone = made_anew(case, None)
    assert max(total for total, _ in alone) > 200
    workers = Here(case=case, count=count)
    assert made_anew(case, workers) == alone
    assert len(workers.jobs) == (count if count > 1 else 0)
    assert sum(len(job.parts) for job in workers.jobs) > 4 or count == 1
    assert wrongly_answered(case, held) == []


def test_what_is_new_or_read_anew_goes_into_an_index_that_others_made(case: Case) -> None:
    held = receive_many(case)
    made_anew(case, Here(case=case, count=2))
    for name, version in (("0.txt", 2), ("300.txt", 2), ("later.txt", 1)):
        document = receive(case, name, pages=("人脸识别人脸", "识人脸脸识", "x"), version=version)
        held = {place: text for place, text in held.items() if place[0] != document}
        held.update({(document, 1): "人脸识别人脸", (document, 2): "识人脸脸识", (document, 3): "x"})
    assert case.search.refresh(workers=Here(case=case, count=2)) == 3
    assert wrongly_answered(case, held) == []
    more = {f"more {at}.txt": receive(case, f"more {at}.txt", pages=("人脸识别脸",) * 20) for at in range(4)}
    held.update({(document, number): "人脸识别脸" for document in more.values() for number in range(1, 21)})
    workers = Here(case=case, count=2)
    assert case.search.refresh(workers=workers) == 4
    assert len(workers.jobs) == 2
    assert wrongly_answered(case, held) == []


def test_a_part_that_was_not_made_or_not_whole_is_made_by_whoever_asked(case: Case) -> None:
    held = receive_many(case)
    alone = made_anew(case, None)

    def lost(_: Path, made: list[Path]) -> list[Path]:
        (made[0] / MADE).unlink()
        (made[1] / MADE).write_bytes(b"{torn")
        return made[:-1]

    assert made_anew(case, Here(case=case, count=2, after=lost)) == alone
    assert wrongly_answered(case, held) == []


def test_a_damaged_reading_is_in_no_part_and_the_others_of_its_part_are(case: Case) -> None:
    held = receive_many(case)
    case.commit()
    documents = sorted({document for document, _ in held})
    for document in documents[-2:]:
        (path,) = (case.folder / "readings").glob(f"*/{document}.*")
        path.write_bytes(b"torn")
    assert case.search.refresh(workers=Here(case=case, count=2)) > 0
    taken = case.search.taken()
    assert (taken.of_documents - taken.documents, taken.is_whole) == (2, False)
    assert wrongly_answered(case, {place: text for place, text in held.items() if place[0] in documents[:-2]}) == []


@pytest.mark.parametrize("killed_at", [".managed.json", "meta.json", "noted"])
def test_a_process_killed_while_it_put_parts_in_leaves_no_wrong_answer(
    case: Case, small: pytest.MonkeyPatch, killed_at: str
) -> None:
    held = receive_many(case)
    alone = made_anew(case, None)
    case.search.close()
    shutil.rmtree(case.folder / FOLDER)
    index = SearchIndex(case.folder / FOLDER)
    calls = 0

    def put_in(part: Path, terms: Path) -> None:
        nonlocal calls
        calls += 1
        with small.context() as here:
            if calls == 3 and killed_at != "noted":
                write = storage.write_whole

                def write_whole(final: Path, content: bytes, *, temporary: Path) -> None:
                    if final.name == killed_at:
                        raise Killed
                    write(final, content, temporary=temporary)

                here.setattr(search_parts, "write_whole", write_whole)
            search_parts.put_in(part, terms)
        if calls == 3:
            raise Killed

    shared_out = SharedOut(workers=Here(case=case, count=2), entries=dict.fromkeys(case.search._readings(), 20))
    with small.context() as here:
        here.setattr(search_index, "put_in", put_in)
        with pytest.raises(Killed):
            index.refresh(dict(case.search._readings()), case.load_texts, shared_out=shared_out)
    index.close()
    assert not case.search.taken().is_whole
    assert case.search.refresh(workers=Here(case=case, count=2)) > 0
    assert case.search.taken().is_whole
    assert answers(case) == alone
    assert wrongly_answered(case, held) == []


def test_processes_make_an_index_side_by_side(case: Case) -> None:
    receive_many(case)
    alone = made_anew(case, None)
    case.commit()
    assert made_anew(case, LocalWorkers(case=case.folder, count=2)) == alone


def test_a_process_that_is_killed_at_its_part_costs_nothing_else(case: Case, small: pytest.MonkeyPatch) -> None:
    receive_many(case)
    alone = made_anew(case, None)
    case.commit()
    started = index_making._started

    def killed(*words: object) -> object:
        process = started(*words)  # type: ignore[arg-type]
        threading.Timer(0.2, os.kill, (process.pid, signal.SIGKILL)).start()
        return process

    small.setattr(index_making, "_started", killed)
    assert made_anew(case, LocalWorkers(case=case.folder, count=2)) == alone


def test_who_works_for_a_process_that_is_gone_stops(case: Case, tmp_path: Path) -> None:
    receive_many(case)
    documents = list(enumerate(case.search._readings()))
    shared_out = SharedOut(workers=Here(case=case, count=2), entries={document: 20 for _, document in documents})
    jobs = shared_out.jobs(tmp_path / "parts", documents, None)
    with pytest.raises(InterruptedError):
        case.search.make_parts(jobs[0], lambda: time.monotonic() < 0)
    assert not list(tmp_path.rglob(MADE))


def test_hits_of_one_score_come_by_their_number_however_many_there_are() -> None:
    scored = [(2.0, 900), *((1.0 + number % 2 * 1e-7, number) for number in range(500, 0, -1)), (0.5, 3000)]
    asked: list[int] = []

    def search(limit: int) -> list[tuple[float, Any]]:
        asked.append(limit)
        return scored[:limit]

    def numbers(addresses: Sequence[Any]) -> Sequence[int]:
        return addresses

    assert in_one_order(search, numbers, 20) == [900, *range(1, 20)]
    assert len(asked) == 3
    assert in_one_order(search, numbers, 2_000) == [900, *range(1, 501), 3000]
    assert in_one_order(lambda _: [], numbers, 20) == []
