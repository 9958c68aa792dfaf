"""Clocks that differ between the coordinator and the nodes of a cluster: the same case as where all agree."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.scaling.cluster_faults import ENDS, ended, start, workers_at_work
from benchmarks.scaling.cluster_nodes import end_head, start_head
from benchmarks.scaling.documents import make_documents
from benchmarks.scaling.outcome import outcome
from tenderlight.pipeline import cluster
from tests.memory_disk import memory_folder

COMPILER = shutil.which("gcc") or shutil.which("cc")
pytestmark = [
    pytest.mark.skipif(not cluster.is_installed(), reason="Ray is not installed: make test-services"),
    pytest.mark.skipif(COMPILER is None or sys.platform != "linux", reason="no C compiler to make a false clock with"),
]

DOCUMENTS = 12
YEAR_SECONDS = 365 * 86_400
SOURCE = Path(__file__).with_name("shifted_clock.c")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        make_documents(place / "documents", DOCUMENTS)
        yield place


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> str:
    case = folder / "undisturbed"
    assert ended(start(folder / "documents", case))[0] in ENDS
    return outcome(case)


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that gives the processes that load it another time of day."""
    made = tmp_path_factory.mktemp("clock") / "shifted_clock.so"
    subprocess.run([str(COMPILER), "-O1", "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"], check=True)
    return made


@pytest.mark.parametrize("years", [1, -1])
def test_nodes_whose_clocks_differ_give_the_same_case(years: int, folder: Path, clock: Path, undisturbed: str) -> None:
    environment = {"LD_PRELOAD": str(clock), "CLOCK_SHIFT_SECONDS": str(years * YEAR_SECONDS)}
    told = subprocess.run(["date", "+%s"], env=os.environ | environment, capture_output=True, check=True)
    assert abs(int(told.stdout) - time.time() - years * YEAR_SECONDS) < 60
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    head = start_head({"RAY_AUTH_MODE": "disabled", "HOME": str(folder)} | environment, port=port)
    case = folder / f"case {years}"
    try:
        process = start(folder / "documents", case, "--cluster", f"127.0.0.1:{port}")
        seen = set[bool]()
        while process.poll() is None:
            time.sleep(0.2)
            seen |= {clock.name in Path(f"/proc/{one}/maps").read_text("utf-8") for one in workers_at_work(head.pid)}
        code, words = ended(process)
    finally:
        end_head(head)
    assert code in ENDS, words
    assert seen == {True}, "every worker seen at work has the other clock"
    assert outcome(case) == undisturbed
