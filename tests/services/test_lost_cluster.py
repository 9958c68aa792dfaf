"""A run whose cluster goes away in the middle ends with a code of its own, and the same command goes on from there."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.scaling.cluster_faults import ENDS, ended, start
from benchmarks.scaling.cluster_nodes import end_head, readings, start_head, wait_for_readings
from benchmarks.scaling.documents import make_documents
from benchmarks.scaling.outcome import outcome
from tenderlight.errors import ExitCode
from tenderlight.pipeline import cluster
from tests.memory_disk import memory_folder

pytestmark = pytest.mark.skipif(not cluster.is_installed(), reason="Ray is not installed: make test-services")

DOCUMENTS = 200
"""Ten chunks: some are left when the cluster goes, however fast its workers are."""
IMPATIENT = (
    "from tenderlight.pipeline import courier; courier.CONNECT_SECONDS = 1.0; from tenderlight.cli import main; main()"
)
"""The command, but that it does not wait two minutes for its cluster."""
OPEN = {"RAY_AUTH_MODE": "disabled"}


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
def left_behind(folder: Path) -> Path:
    """A case whose run was left by its cluster."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    case = folder / "left behind"
    head = start_head(OPEN | {"HOME": str(folder)}, port=port)
    command = ["find", str(folder / "documents"), "--case", str(case), "--no-screen"]
    run = subprocess.Popen(
        [sys.executable, "-c", IMPATIENT, *command, "--cluster", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )

    def take_away() -> None:
        wait_for_readings(case, run)
        end_head(head)

    taking = threading.Thread(target=take_away)
    taking.start()
    code, words = ended(run)
    taking.join()
    assert (code, "goes on where it stopped" in words) == (ExitCode.CLUSTER_LOST, True), words
    assert 0 < len(readings(case)) < DOCUMENTS
    return case


@pytest.mark.parametrize("options", [(), ("--cluster", "local", "--workers", "1")], ids=["lanes", "cluster"])
def test_what_a_lost_cluster_left_is_gone_on_with(
    options: tuple[str, ...], folder: Path, left_behind: Path, undisturbed: str
) -> None:
    case = folder / f"gone on with {len(options)}"
    shutil.copytree(left_behind, case)
    code, words = ended(start(folder / "documents", case, *options))
    assert code in ENDS, words
    assert outcome(case) == undisturbed
