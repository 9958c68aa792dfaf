"""The courier: a process beside the coordinator that has the chunks done by Ray. Nothing else knows Ray.

It is a process of its own because Ray ends the process that speaks to it when the head of the cluster is gone: what is
stored must not depend on that. It holds nothing that the coordinator does not know: another one takes its place.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import secrets
import select
import signal
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tenderlight.cage import kernel
from tenderlight.pipeline.cluster_messages import CHUNK, DONE, ENTRIES, HEADER, LOST, READY
from tenderlight.pipeline.cluster_worker import run_chunk

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

LOCAL = "local"
"""Address of a cluster that is started for the run, on this machine."""
AUTO = "auto"
"""Address of the cluster that this machine is a node of: Ray finds it."""
STORE_BYTES = 512 << 20
"""Memory for what is under way, of a cluster of our own."""
LOOK_SECONDS = 2.0
"""How often the cluster is asked for its size."""
ANSWER_SECONDS = 10.0
"""How long it may take to answer."""
LONGEST_WORDS = 300
NAMESPACE = "tenderlight"
OWN_WAYS = frozenset({LOCAL, AUTO})
"""Addresses that are none of a machine."""
KNOCK_SECONDS = 5.0
"""How long a head may take to answer a greeting, before Ray is told to join: Ray itself waits for two minutes."""
GREETING = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes((0, 0, 0, 4, 0, 0, 0, 0, 0))
"""How HTTP/2, which Ray's servers speak, begins (RFC 9113, section 3.4): the preface, and a frame of no settings."""
FRAME_HEAD, FRAME_KIND, SETTINGS = 9, 3, 4
"""Bytes in front of a frame; which of them is its kind; the kind that an answer begins with."""
AUTH_MODE, AUTH_TOKEN, AUTH_TOKEN_PATH, TLS = "RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "RAY_AUTH_TOKEN_PATH", "RAY_USE_TLS"
SHOWN = "token"
"""Value of `RAY_AUTH_MODE`: one is shown."""
TOKEN_BYTES = 32
HAS_ASKED = "TENDERLIGHT_CLUSTER_ASKS_FOR_TOKEN"
"""Set by this process for itself, when it begins anew."""


def is_installed() -> bool:
    """Say whether Ray is installed."""
    return importlib.util.find_spec("ray") is not None


def main(reading: int, writing: int, address: str, count: int, coordinator: int) -> None:
    """Connect to the cluster, and have chunks done until the coordinator is gone.

    Args:
        reading: Pipe from the coordinator.
        writing: Pipe to it.
        address: Of the cluster.
        count: Processors of a cluster of our own; 0 = all.
        coordinator: Number of its process.
    """
    kernel.die_with(coordinator)
    sys.excepthook = _tell
    is_connected = threading.Event()
    _end_when_told(reading, is_connected)
    _connect(address, count)
    is_connected.set()
    asyncio.run(_serve(reading, writing))
    import ray

    ray.shutdown()


def _tell(kind: type[BaseException], trouble: BaseException, _where: TracebackType | None) -> None:
    """Write why this process ends, in one line: the coordinator tells it to people."""
    words = " ".join(str(trouble).split())[:LONGEST_WORDS]
    sys.stderr.write(f"{words if isinstance(trouble, OSError) else f'{kind.__name__}: {words}'}\n")


def _end_when_told(reading: int, is_connected: threading.Event) -> None:
    """Have this process end at once at SIGTERM, and, while it is connecting, when the coordinator is gone.

    Ray catches the signal, and is then deaf to it for as long as it waits for a head.
    """
    told, tells = os.pipe()
    os.set_blocking(tells, False)
    signal.set_wakeup_fd(tells, warn_on_full_buffer=False)

    def wait() -> None:
        poll = select.poll()
        poll.register(told, select.POLLIN)
        poll.register(reading, 0)  # only its end
        while True:
            for descriptor, _ in poll.poll():
                if descriptor == told and signal.SIGTERM not in os.read(told, select.PIPE_BUF):
                    continue
                if descriptor == reading and is_connected.is_set():
                    poll.unregister(reading)  # the loop over its chunks ends, too
                    continue
                os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


async def _knock(address: str) -> None:
    """See whether somebody at an address answers as the head of a cluster does.

    Raises:
        ConnectionError: If nobody does.
    """
    host, _, port = address.rpartition(":")
    try:
        async with asyncio.timeout(KNOCK_SECONDS):
            reader, writer = await asyncio.open_connection(host.strip("[]"), int(port))
            if os.environ.get(TLS, "0") in {"", "0"}:
                writer.write(GREETING)
                answer = await reader.readexactly(FRAME_HEAD)
                if answer[FRAME_KIND] != SETTINGS:
                    raise ConnectionError("what answers there is not the head of a Ray cluster")
            writer.close()
    except TimeoutError:
        raise ConnectionError(f"nothing answers there within {KNOCK_SECONDS:g} seconds") from None
    except asyncio.IncompleteReadError:
        raise ConnectionError("what answers there is not the head of a Ray cluster") from None


def _connect(address: str, count: int) -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
    os.environ["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
    quiet: dict[str, Any] = {"log_to_driver": False, "namespace": NAMESPACE}
    if address != LOCAL:
        _join(address, quiet)
        return
    os.environ.setdefault("RAY_worker_niceness", str(max(0, os.getpriority(os.PRIO_PROCESS, 0))))
    if not {AUTH_MODE, AUTH_TOKEN, AUTH_TOKEN_PATH} & os.environ.keys():
        # Ray would write one into the user's home, and clusters started later would ask for it.
        os.environ |= {AUTH_MODE: SHOWN, AUTH_TOKEN: secrets.token_hex(TOKEN_BYTES)}
    import ray

    ray.init(
        address=LOCAL,
        num_cpus=count or len(os.sched_getaffinity(0)),
        num_gpus=0,
        include_dashboard=False,
        object_store_memory=STORE_BYTES,
        **quiet,
    )


def _join(address: str, quiet: dict[str, Any]) -> None:
    """Join a cluster that is there, as one that asks for no token until it has said that it does.

    `ray start` takes a token that it finds; who joins must say so (`RAY_AUTH_MODE`) before Ray is loaded. A cluster
    that asks for none is shown none: not even looked at is the token, for Ray remembers what it has seen, sends it from
    then on, and waits for ever for workers that have none.

    Raises:
        ConnectionError: If nobody answers there as a head does.
        PermissionError: If the cluster asks for another token, or for one where there is none, or for none where one
            is to be shown.
    """
    if address != AUTO:
        asyncio.run(_knock(address))
    has_asked = os.environ.pop(HAS_ASKED, "") != ""
    mode = os.environ.get(AUTH_MODE, "").lower()
    if mode == SHOWN and not has_asked:
        os.environ[AUTH_MODE] = "disabled"
    import ray
    from ray._private.services import canonicalize_bootstrap_address_or_die  # type: ignore[attr-defined, unused-ignore]

    if address == AUTO:
        address = canonicalize_bootstrap_address_or_die(AUTO)
        asyncio.run(_knock(address))
    if not _is_let_in(address):
        if has_asked or mode not in {"", SHOWN} or not _has_token():
            raise PermissionError(
                f"it asks for a token, and {AUTH_TOKEN}, {AUTH_TOKEN_PATH} and ~/.ray/auth_token hold none or another"
            )
        os.environ |= {AUTH_MODE: SHOWN, HAS_ASKED: "yes"}
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - this very process anew
    if mode == SHOWN and not has_asked:
        raise PermissionError(
            f"it asks for no token, and {AUTH_MODE}=token says that one is to be shown: unset it, or start the cluster "
            "with the token"
        )
    ray.init(address=address, **quiet)


def _is_let_in(address: str) -> bool:
    from ray._raylet import GcsClient  # type: ignore[attr-defined, unused-ignore]
    from ray.exceptions import AuthenticationError

    try:
        GcsClient(address=address)
    except AuthenticationError:
        return False
    return True


def _has_token() -> bool:
    from ray._raylet import AuthenticationTokenLoader  # type: ignore[attr-defined, unused-ignore]

    found: bool = AuthenticationTokenLoader.instance().has_token(ignore_auth_mode=True)
    return found


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
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
