"""Faults of whole nodes: two on one machine, one of which is taken away; a head that is killed and started again."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

PORT = 6399
STORE_BYTES = 200 << 20
SOME = 20
"""Readings that are stored before the fault comes."""
AWAY_SECONDS = 10.0


def node(folder: Path, arguments: argparse.Namespace) -> bool:
    """Take one of two nodes away in the middle of a run; return whether the case came out the same."""
    from ray.cluster_utils import Cluster

    from benchmarks.scaling.cluster_faults import ENDS, ended, start, undisturbed
    from benchmarks.scaling.outcome import outcome

    documents, expected = undisturbed(folder, arguments)
    case = folder / "case"
    of_a_node: dict[str, Any] = {"num_cpus": 1, "object_store_memory": STORE_BYTES}
    cluster: Any = Cluster(initialize_head=True, head_node_args={**of_a_node, "include_dashboard": False})
    other = cluster.add_node(**of_a_node)
    process = start(documents, case, "--cluster", cluster.address)
    wait_for_readings(case, process)
    cluster.remove_node(other, allow_graceful=False)
    print(f"one of two nodes was taken away when {len(readings(case))} readings were stored", flush=True)
    code, words = ended(process)
    same = code in ENDS and outcome(case) == expected
    cluster.shutdown()
    print("the same" if same else f"DIFFERS: code {code}: {words}")
    return same


def head(folder: Path, arguments: argparse.Namespace) -> bool:
    """Kill all of the head's processes and start it again; return whether the run went on and came out the same."""
    from benchmarks.scaling.cluster_faults import ENDS, ended, start, undisturbed
    from benchmarks.scaling.outcome import outcome

    documents, expected = undisturbed(folder, arguments)
    case, address = folder / "case", f"127.0.0.1:{PORT}"
    running = start_head()
    process = start(documents, case, "--cluster", address)
    wait_for_readings(case, process)
    before = len(readings(case))
    end_head(running)
    time.sleep(AWAY_SECONDS)
    running = start_head()
    print(f"the head was killed when {before} readings were stored, and started again", flush=True)
    code, words = ended(process)
    same = code in ENDS and outcome(case) == expected
    end_head(running)
    print("the same run went on: the same" if same else f"DIFFERS: code {code}: {words}")
    return same


def readings(case: Path) -> list[Path]:
    """Return the readings that a case has stored."""
    return [path for path in (case / "readings").rglob("*") if path.is_file()]


def wait_for_readings(case: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a run has stored some readings, or ended."""
    while process.poll() is None and len(readings(case)) < SOME:
        time.sleep(0.2)


def start_head(environment: Mapping[str, str] | None = None, *, port: int = PORT) -> subprocess.Popen[bytes]:
    """Start the head of a cluster at a port of its own; `environment` says how it takes tokens."""
    ray = shutil.which("ray", path=str(Path(sys.executable).parent)) or "ray"
    options = [
        "--head",
        f"--port={port}",
        "--num-cpus=2",
        "--include-dashboard=false",
        "--block",
    ]
    command = [ray, "start", *options, "--disable-usage-stats", f"--object-store-memory={STORE_BYTES}"]
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "RAY_worker_niceness": "0", **(environment or {})},
        start_new_session=True,
    )


def end_head(running: subprocess.Popen[bytes]) -> None:
    """Kill every process of a head, its workers included."""
    from benchmarks.scaling.cluster_faults import below

    for number in (running.pid, *below(running.pid)):
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    running.wait()
