"""A desk that answers on a port of this machine, for a browser to look at."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Request
from starlette.types import ASGIApp

from tenderlight.cases import Case
from tenderlight.web import DeskSettings, make_app
from tenderlight.web.serving import bound, server_of
from tenderlight.web.settings import local_hosts

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)

RAN = "a word of a document ran"


@contextmanager
def served_desk(folder: Path, *, around: Callable[[ASGIApp], ASGIApp] = lambda app: app) -> Iterator[str]:
    """Serve a desk on a case for the block; yields the opening link.

    Args:
        folder: The case.
        around: What is put around the application: faults are planted so.
    """

    def opened() -> AbstractContextManager[Case]:
        return Case.open(folder, create=True)

    with bound("127.0.0.1", 0) as place:
        settings = DeskSettings(hosts=local_hosts(place.port), token=place.token, person="A. Reader")
        server = server_of(around(make_app(opened, settings)))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place.taken]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield place.opening_link
        server.should_exit = True
        thread.join(10)


@dataclass(slots=True)
class Watched:
    """What a browser did that it should not have done."""

    ran: int = 0
    """How often a word of a document ran."""
    elsewhere: list[str] = field(default_factory=list)
    """Addresses off the desk that were asked for."""
    errors: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext, base: str) -> None:
        """Watch all pages of a context."""

        def asked(request: Request) -> None:
            if not request.url.startswith((base, "data:,")):
                self.elsewhere.append(request.url)

        context.add_init_script(f"window.alert = () => console.info('{RAN}')")
        context.on("request", asked)
        context.on("console", lambda line: self._said(line))  # noqa: PLW0108 - the browser's driver marks what it is given
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _said(self, line: ConsoleMessage) -> None:
        if line.text == RAN:
            self.ran += 1
        elif line.type == "error":
            self.errors.append(line.text)
