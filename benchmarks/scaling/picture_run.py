"""How many bytes go through the coordinator while a cluster reads pictures of pages, and what the case comes to.

    python -m benchmarks.scaling.picture_run FOLDER CASE WORKERS [CLUSTER]

Prints bytes to the courier and from it, the processor time of the coordinator, and the hash of exports and readings.
Without a cluster, lanes do the work, and only the hash and the time are of use.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.scaling.outcome import outcome
from tenderlight.pipeline.courier import Courier
from tenderlight.pipeline.local import find
from tenderlight.pipeline.run import RunOptions


def counted() -> dict[str, int]:
    """Have couriers count the bytes of what they are given and give, and return the counts."""
    bytes_of = {"sent": 0, "received": 0}
    send, receive = Courier.send, Courier.receive

    def counted_send(courier: Courier, number: int, chunk: bytes) -> None:
        bytes_of["sent"] += len(chunk)
        send(courier, number, chunk)

    def counted_receive(courier: Courier) -> Iterator[tuple[bytes, int, bytes]]:
        for kind, number, content in receive(courier):
            bytes_of["received"] += len(content)
            yield kind, number, content

    Courier.send, Courier.receive = counted_send, counted_receive  # type: ignore[method-assign,assignment]
    return bytes_of


def main() -> None:
    """Do as told."""
    folder, case, workers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    cluster = sys.argv[4] if len(sys.argv) > 4 else None
    bytes_of, start = counted(), time.perf_counter()
    find(RunOptions(paths=(folder,), case_folder=case, workers=workers, cluster=cluster)).close()
    seconds, own = time.perf_counter() - start, time.process_time()
    told = {"seconds": seconds, "own_cpu_seconds": own, "outcome": outcome(case)}
    print(json.dumps({**bytes_of, **told}))


if __name__ == "__main__":
    main()
