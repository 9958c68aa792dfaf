"""The courier: a process beside the coordinator that has the chunks done by Ray. Nothing else knows Ray.

It is a process of its own because Ray ends the process that speaks to it when the head of the cluster is gone: what is
stored must not depend on that. It holds nothing that the coordinator does not know: another one takes its place.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tenderlight.pipeline.cluster_messages import CHUNK, DONE, ENTRIES, HEADER, LOST, READY
from tenderlight.pipeline.cluster_worker import run_chunk

if TYPE_CHECKING:
    from collections.abc import Callable

LOCAL = "local"
"""Address of a cluster that is started for the run, on this machine."""
STORE_BYTES = 512 << 20
"""Memory for what is under way, of a cluster of our own."""
LOOK_SECONDS = 2.0
"""How often the cluster is asked for its size."""
ANSWER_SECONDS = 10.0
"""How long it may take to answer."""
LONGEST_WORDS = 300
NAMESPACE = "tenderlight"


def is_installed() -> bool:
    """Say whether Ray is installed."""
    return importlib.util.find_spec("ray") is not None


def main(reading: int, writing: int, address: str, count: int) -> None:
    """Connect to the cluster, and have chunks done until the coordinator is gone.

    Args:
        reading: Pipe from the coordinator.
        writing: Pipe to it.
        address: Of the cluster.
        count: Processors of a cluster of our own; 0 = all.
    """
    _connect(address, count)
    asyncio.run(_serve(reading, writing))
    import ray

    ray.shutdown()


def _connect(address: str, count: int) -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    os.environ["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
    if address == LOCAL:
        os.environ.setdefault("RAY_worker_niceness", str(max(0, os.getpriority(os.PRIO_PROCESS, 0))))
    import ray

    quiet: dict[str, Any] = {"log_to_driver": False, "namespace": NAMESPACE}
    if address == LOCAL:
        ray.init(
            address=LOCAL,
            num_cpus=count or len(os.sched_getaffinity(0)),
            num_gpus=0,
            include_dashboard=False,
            object_store_memory=STORE_BYTES,
            **quiet,
        )
    else:
        ray.init(address=address, **quiet)


async def _serve(reading: int, writing: int) -> None:
    reader, writer = await _streams(reading, writing)
    task = _task()
    watching = asyncio.create_task(_watch(writer))
    at_work: set[asyncio.Task[None]] = set()
    async for number, chunk in _chunks(reader):
        doing = asyncio.create_task(_do(task, number, chunk, writer))
        at_work.add(doing)
        doing.add_done_callback(at_work.discard)
    watching.cancel()
    for doing in at_work:
        doing.cancel()


async def _streams(reading: int, writing: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(reading, "rb", 0))
    transport, protocol = await loop.connect_write_pipe(
        lambda: asyncio.StreamReaderProtocol(asyncio.StreamReader()), os.fdopen(writing, "wb", 0)
    )
    return reader, asyncio.StreamWriter(transport, protocol, None, loop)


async def _chunks(reader: asyncio.StreamReader) -> AsyncIterator[tuple[int, bytes]]:
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            kind, number, length = HEADER.unpack(await reader.readexactly(HEADER.size))
            content = await reader.readexactly(length)
            if kind != CHUNK:
                return
            yield number, content


def _task() -> Callable[[bytes], Any]:
    """Return what has a chunk done. Ray tries nothing again: the coordinator does, and knows which job is to blame."""
    import ray

    remote = ray.remote(num_cpus=1, max_retries=0, num_returns="streaming")(run_chunk)
    start: Callable[[bytes], Any] = remote.remote
    return start


async def _do(task: Callable[[bytes], Any], number: int, chunk: bytes, writer: asyncio.StreamWriter) -> None:
    """Have a chunk done, and pass on what comes of it."""
    from ray.exceptions import RayError

    try:
        async for reference in task(chunk):
            await _send(writer, ENTRIES, number, await reference)
    except RayError as trouble:
        words = f"{type(trouble).__name__}: {trouble}"
        await _send(writer, LOST, number, " ".join(words.split())[:LONGEST_WORDS].encode("utf-8", "replace"))
    else:
        await _send(writer, DONE, number)


async def _watch(writer: asyncio.StreamWriter) -> None:
    """Tell how many processors there are, whenever that changes; end this process when nobody answers."""
    import ray

    told = -1
    while True:
        try:
            resources = await asyncio.wait_for(asyncio.to_thread(ray.cluster_resources), ANSWER_SECONDS)
        except (TimeoutError, ray.exceptions.RayError, ConnectionError, RuntimeError) as trouble:
            sys.stderr.write(f"it does not answer: {type(trouble).__name__}\n")
            sys.stderr.flush()
            os._exit(1)  # Ray's own threads would wait for the head
        processors = int(resources.get("CPU", 0))
        if processors != told:
            await _send(writer, READY, processors)
            told = processors
        await asyncio.sleep(LOOK_SECONDS)


async def _send(writer: asyncio.StreamWriter, kind: bytes, number: int, content: bytes = b"") -> None:
    with suppress(ConnectionError):  # the coordinator is gone: the loop over its chunks ends, too
        writer.write(HEADER.pack(kind, number, len(content)) + content)
        await writer.drain()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
