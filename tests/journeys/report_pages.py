"""Reads the pages of a report as a browser would, and notes whatever a page of ours must not have."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

NEVER_CLOSED = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
FORBIDDEN = frozenset(
    {"script", "iframe", "frame", "object", "embed", "form", "base", "link", "input", "audio", "video"}
)
LINKS = frozenset({"href", "src", "action", "data", "poster", "srcset", "xlink:href"})
POLICY = "Content-Security-Policy"


@dataclass(slots=True, kw_only=True)
class ReportPage:
    """What a page holds."""

    faults: list[str] = field(default_factory=list)
    """What a page must not have, with its line."""
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    policy: dict[str, str] = field(default_factory=dict)
    """Content policy: what may be loaded, by kind."""
    style: str = ""
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = ReportPage()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_at(tag, attrs)
        if tag not in NEVER_CLOSED:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_at(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self._fault(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["style"]:
            self.page.style += data
        else:
            self.page.text += data

    def handle_comment(self, data: str) -> None:
        self._fault(f"a comment: {data}")

    def close(self) -> None:
        super().close()
        self.page.faults += [f"<{tag}> is never closed" for tag in self._open]

    def _look_at(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            self._fault(f"<{tag}>")
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self._fault(f"<{tag}> says something twice")
        values = {name: value or "" for name, value in attrs}
        self._fault_if(tag, [name for name in names if name.startswith("on") or name == "style"])
        if values.get("http-equiv"):
            rules = [rule.split(maxsplit=1) for rule in values["content"].split(";")]
            self.page.policy = {rule[0]: rule[-1] for rule in rules} if values["http-equiv"] == POLICY else {}
        self.page.links += [values[name] for name in LINKS & values.keys()]
        self.page.images += [values[name] for name in ("href", "src") if tag in {"image", "img"} and name in values]
        self.page.anchors |= {values["id"]} if "id" in values else set()

    def _fault_if(self, tag: str, names: list[str]) -> None:
        for name in names:
            self._fault(f"<{tag} {name}=…>")

    def _fault(self, words: str) -> None:
        self.page.faults.append(f"line {self.getpos()[0]}: {words}")


def read_page(path: Path) -> ReportPage:
    """Read one page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.page


def faults_of(folder: Path) -> list[str]:
    """Return whatever is wrong with the pages of a report: form, policy, links that lead nowhere or outside."""
    pages = {path.resolve(): read_page(path) for path in sorted(folder.rglob("*.html"))}
    return [
        f"{path.relative_to(folder.resolve())}: {fault}" for path in pages for fault in _faults(path, pages, folder)
    ]


def _faults(path: Path, pages: dict[Path, ReportPage], folder: Path) -> list[str]:
    page = pages[path]
    faults = list(page.faults)
    digest = base64.b64encode(hashlib.sha256(page.style.encode("utf-8")).digest()).decode("ascii")
    wanted = {"default-src": "'none'", "style-src": f"'sha256-{digest}'", "img-src": "'self' file:"}
    if page.policy != wanted:
        faults.append(f"the content policy is {page.policy}")
    for link in page.links:
        parts = urlsplit(link)
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        if parts.scheme or parts.netloc or not target.is_relative_to(folder.resolve()):
            faults.append(f"a link leads outside: {link}")
        elif not target.is_file():
            faults.append(f"a link leads nowhere: {link}")
        elif parts.fragment and parts.fragment not in pages[target].anchors:
            faults.append(f"a link leads to a place that is not there: {link}")
    return faults
