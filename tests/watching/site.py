"""A site of our own on this machine: pages by path, what was asked of it, and how many asked at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BUSY_SECONDS = 0.005


@dataclass(slots=True, kw_only=True)
class Page:
    """What is said at a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    has_etag: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request."""

    path: str
    headers: dict[str, str]
    at: float
    body: bytes = b""


Said = Page | Callable[[Asked], Page | bytes] | bytes


class Site:
    """Serves `pages`; a value of bytes is sent as it is, in place of an answer."""

    def __init__(self) -> None:
        self.pages: dict[str, Said] = {}
        self.asked: list[Asked] = []
        self.most_at_once = 0
        self.hook: Callable[[Asked], None] | None = None
        """Takes what is posted; None = nobody takes it."""
        self._at_once = 0
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                with suppress(OSError):
                    site._answer(self)

            def do_POST(self) -> None:
                with suppress(OSError):
                    site._take(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def paths(self, *, but_robots: bool = True) -> list[str]:
        """Return what was asked for, in order."""
        return [one.path for one in self.asked if not (but_robots and one.path == "/robots.txt")]

    def _take(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        if self.hook is not None:
            self.hook(Asked(path=handler.path, headers=dict(handler.headers.items()), at=time.monotonic(), body=body))
        handler.send_response(503 if self.hook is None else 204)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = Asked(
            path=handler.path, headers={k.lower(): v for k, v in handler.headers.items()}, at=time.monotonic()
        )
        with self._lock:
            self.asked.append(asked)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            time.sleep(BUSY_SECONDS)
            said = self.pages.get(handler.path, Page(status=404, body=b"nothing here"))
            page = said(asked) if callable(said) else said
            if isinstance(page, bytes):
                handler.wfile.write(page)
                return
            self._say(handler, asked, page)
        finally:
            with self._lock:
                self._at_once -= 1

    @staticmethod
    def _say(handler: BaseHTTPRequestHandler, asked: Asked, page: Page) -> None:
        etag = f'"{hash(page.body)}"'
        is_same = page.has_etag and page.status == 200 and asked.headers.get("if-none-match") == etag
        handler.send_response(304 if is_same else page.status)
        for name, value in page.headers.items():
            handler.send_header(name, value)
        if page.has_etag and page.status == 200:
            handler.send_header("ETag", etag)
        body = b"" if is_same else page.body
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def served() -> Iterator[Site]:
    """Serve a site while the block lasts."""
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()


def package(*releases: tuple[str, str], following: str = "") -> bytes:
    """Return a package of releases: id and title of each, and the address of the next page."""
    import json

    made = [
        {
            "ocid": f"ocds-1-{number}",
            "id": number,
            "date": "2026-01-02T00:00:00Z",
            "tag": ["award"],
            "buyer": {"name": "A Police"},
            "awards": [{"id": "1", "title": title, "value": {"amount": 5, "currency": "EUR"}}],
        }
        for number, title in releases
    ]
    links = {"links": {"next": following}} if following else {}
    return json.dumps({"uri": "x", "publishedDate": "2026-01-02T00:00:00Z", "releases": made, **links}).encode()


def feed(*links: str) -> bytes:
    """Return a feed (RSS) of these links."""
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>f</title>{items}</channel></rss>'.encode()
