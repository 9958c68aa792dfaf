"""The command, loaded once: a process that forks one command for each request it gets.

What a user waits for at each start, the interpreter and the imports, is done once for hundreds of commands of the
tests. Each command is a process of its own all the same, from its own folder, with its own variables and ends as the
interpreter ends. The process that is forked has run no command, so none finds anything that another left.

Started as `python -m tests.journeys.loaded DESCRIPTOR` by `forked.LoadedCommand`.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import runpy
import socket
import sys

from tenderlight.cage import ALL_WALLS, Lane, Wall, Workshop, control
from tenderlight.cage.copied import CopiedProcess
from tenderlight.pipeline import versions

IMPORTED_WHEN_CALLED = (
    "cases.index_making",
    "cli.export",
    "cli.find",
    "cli.linked",
    "cli.metrics_file",
    "cli.progress_line",
    "cli.read",
    "cli.report",
    "cli.screen",
    "cli.screened",
    "cli.search",
    "cli.summary",
    "cli.verify",
    "cli.written",
    "pipeline.link_claims",
    "pipeline.linking",
    "pipeline.local",
    "pipeline.verifying",
    "publish.exporting",
    "publish.report",
    "publish.verifying",
)
MOST_BYTES = 1 << 17
MOST_DESCRIPTORS = 8
SEND_SECONDS = 20.0


class LaneElsewhere(Lane):
    """An open lane of the process that runs the tests: it can be copied, and nothing else."""

    def __init__(self, descriptor: int) -> None:
        """Take on an end of its connection."""
        self._connection = socket.socket(fileno=descriptor)
        self._connection.settimeout(SEND_SECONDS)

    def give_up_jobs(self) -> None:
        """Do nothing: whoever has it uses it for nothing but copies."""

    def copy(self, theirs: int) -> CopiedProcess:
        """Have a copy of it made, as `Lane.copy`."""
        control.send(self._connection, control.Message(kind=control.COPY, content=b"", descriptors=(theirs,)))
        return CopiedProcess()


def serve(channel: socket.socket) -> bool:
    """Fork commands until nobody asks for one any more. Returns True in a fork, which is to be the command."""
    while True:
        request, descriptors, _, _ = socket.recv_fds(channel, MOST_BYTES, MOST_DESCRIPTORS)
        if not request:
            return False
        number = os.fork()
        if not number:
            channel.close()
            get_ready(json.loads(request), descriptors)
            return True
        for each in descriptors:
            os.close(each)
        with contextlib.suppress(BrokenPipeError):
            channel.send(str(number).encode("ascii"))
            _, status = os.waitpid(number, 0)
            channel.send(str(os.waitstatus_to_exitcode(status)).encode("ascii"))


def get_ready(request: dict[str, object], descriptors: list[int]) -> None:
    """Take on the arguments, folder, variables and streams of a request."""
    match request:
        case {"arguments": list(arguments), "folder": str(folder), "variables": dict(variables), "lanes": list(lanes)}:
            for stream, descriptor in zip((1, 2), descriptors, strict=False):
                os.dup2(descriptor, stream)
                os.close(descriptor)
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(variables)
            sys.argv[1:] = arguments
            sys.path[0] = folder
            copy_lanes(dict(zip(lanes, descriptors[2:], strict=True)))
        case _:
            raise ValueError(f"no request: {request}")


def copy_lanes(descriptors: dict[str, int]) -> None:
    """Have lanes made as copies of those that are open elsewhere.

    Args:
        descriptors: Ends of their connections, by the opener of their workshop.
    """
    start = Lane.__init__
    lanes = {opener: LaneElsewhere(descriptor) for opener, descriptor in descriptors.items()}

    def copy_or_start(
        lane: Lane, workshop: Workshop, *, walls: tuple[Wall, ...] = ALL_WALLS, like: Lane | None = None
    ) -> None:
        if like is None and walls == ALL_WALLS:
            like = lanes.get(workshop.opener)
        start(lane, workshop, walls=walls, like=like)

    Lane.__init__ = copy_or_start  # type: ignore[method-assign, assignment]


def load() -> None:
    """Import what the commands import, and whatever tells the version of something."""
    for name in IMPORTED_WHEN_CALLED:
        importlib.import_module(f"tenderlight.{name}")
    versions.reader_versions()
    versions.claim_version()
    gc.freeze()


if __name__ == "__main__":
    load()
    if serve(socket.socket(fileno=int(sys.argv[1]))):
        runpy.run_module("tenderlight", run_name="__main__", alter_sys=True)
