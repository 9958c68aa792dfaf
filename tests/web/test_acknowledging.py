"""Changes wait for the disk together, and pages do not wait with them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.cases import Case
from tenderlight.errors import StorageFull, UsageError
from tenderlight.web.acknowledging import Acknowledged
from tests.web.made_desk import open_desk
from tests.web.test_pages import ONCE, first_claim
from tests.web.test_team import in_its_own_thread

SOON = 20.0


class Disk:
    """Counts what it is told to keep, and takes its time."""

    def __init__(self) -> None:
        self.made: list[int] = []
        self.kept: list[list[int]] = []
        self.is_full = False
        self.may_go_on = threading.Event()
        self.may_go_on.set()

    def commit(self) -> None:
        assert self.may_go_on.wait(SOON)
        if self.is_full:
            raise StorageFull("full", path="")
        self.kept.append(list(self.made))

    def put(self, number: int) -> int:
        if number < 0:
            raise UsageError("no")
        self.made.append(number)
        return number


def putting(number: int) -> Callable[[Disk], int]:
    return lambda disk: disk.put(number)


@in_its_own_thread
def test_what_comes_while_the_disk_works_goes_to_it_with_one_push() -> None:
    disk = Disk()

    async def run() -> list[int]:
        desk = Acknowledged(disk, disk.commit)
        disk.may_go_on.clear()
        first = asyncio.create_task(desk.make(putting(1)))
        await asyncio.sleep(0.01)
        later = [asyncio.create_task(desk.make(putting(number))) for number in (2, 3, 4)]
        await asyncio.sleep(0.01)
        assert (disk.made, disk.kept, first.done()) == ([1], [], False)
        disk.may_go_on.set()
        return list(await asyncio.gather(first, *later))

    assert asyncio.run(run()) == [1, 2, 3, 4]
    assert disk.kept == [[1], [1, 2, 3, 4]]


@in_its_own_thread
def test_a_full_disk_is_told_to_all_of_the_group_and_a_refusal_to_one() -> None:
    disk = Disk()

    async def run() -> list[object]:
        desk = Acknowledged(disk, disk.commit)

        async def made(*numbers: int) -> list[object]:
            return list(await asyncio.gather(*map(desk.make, map(putting, numbers)), return_exceptions=True))

        refused = await made(1, -1, 2)
        disk.is_full = True
        full = await made(3, 4)
        disk.is_full = False
        after = await made(5)
        await desk.settle()
        return [*refused, *full, *after]

    told = asyncio.run(run())
    assert [one if isinstance(one, int) else type(one) for one in told] == [1, UsageError, 2, *[StorageFull] * 2, 5]


def test_pages_are_shown_while_the_disk_works_and_show_nothing_that_it_has_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, is_waiting = threading.Event(), threading.Event()
    commit = Case.commit

    def slowly(case: Case) -> None:
        if case.reviews:
            is_waiting.set()
            assert may_go_on.wait(SOON)
        commit(case)

    monkeypatch.setattr(Case, "commit", slowly)
    with open_desk(folder) as client, ThreadPoolExecutor(1) as another:
        claim = first_claim(client)
        once = ONCE.search(client.get(f"/claims/{claim}").text)
        assert once
        sent = another.submit(_confirm, client, claim, once[1])
        assert is_waiting.wait(SOON)
        shown = client.get(f"/claims/{claim}.json").json()["claim"]
        assert (shown["status"], shown["reviews"], sent.done()) == ("unreviewed", [], False)
        may_go_on.set()
        assert sent.result(SOON) == 303
        assert client.get(f"/claims/{claim}.json").json()["claim"]["status"] == "confirmed"


def _confirm(client: TestClient, claim: str, once: str) -> int:
    data = {"once": once, "verdict": "confirm"}
    return int(client.post(f"/claims/{claim}/review", data=data, follow_redirects=False).status_code)
