"""Whoever reads Chinese reads Chinese: every page of the desk and of the dossier, on a case without a Latin word."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from tenderlight.capabilities import capability_entries
from tenderlight.lists.known import KNOWN_LISTS
from tests.house.chinese_case import CONTRACT, PERSON, make_case
from tests.memory_disk import memory_folder
from tests.web.made_desk import open_desk

SKIPPED = frozenset({"script", "style", "code", "kbd"})
SAID = frozenset({"aria-label", "title", "alt", "placeholder"})
VOID = frozenset({"br", "img", "input", "meta", "link", "hr", "rect", "circle", "path", "line", "image", "polyline"})
NAMES = (
    *(source for entry in capability_entries().values() for source in entry.sources),
    *(known.title for known in KNOWN_LISTS.values()),
    *(known.issuer for known in KNOWN_LISTS.values()),
)
"""Laws, reports and lists are cited as their authors call them."""
TECHNICAL = re.compile(r"`[^`]*`|[\w./-]*[0-9_/][\w./-]*|--\w+|[\w-]+\.(?:py|txt|json|zip|toml|html)|“?python3[^”]*”?")
ENGLISH_CHOICE = re.compile(r"<option[^>]*>([a-z_ ]+)(?: \([0-9]+\))?</option>")
WORD = re.compile(r"\b[A-Za-z]*[a-z][A-Za-z'’-]+")
THREE = 3


class Visible(HTMLParser):
    """The texts of a page that somebody sees or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.within: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value for name, value in attrs if name in SAID and value]
        if tag not in VOID:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not SKIPPED & set(self.within):
            self.texts.append(data)


def english(page: str) -> list[str]:
    """Return texts of a page with three Latin words or more, but for names and technical ones; of choices, with one."""
    visible = Visible()
    visible.feed(page)
    found = []
    for text in visible.texts:
        rest = " ".join(text.split())
        for name in NAMES:
            rest = rest.replace(name, "")
        if len(WORD.findall(TECHNICAL.sub("", rest))) >= THREE:
            found.append(rest)
    return [*found, *ENGLISH_CHOICE.findall(page)]


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    with memory_folder() as folder:
        make_case(folder)
        yield folder


def crawl(client: TestClient, *starts: str) -> Iterator[tuple[str, str]]:
    """Yield every page that links lead to, in Chinese; of pages of one sort that take words, one for each choice."""
    waiting, seen = [f"{start}{'&' if '?' in start else '?'}lang=zh" for start in starts], set[str]()
    while waiting:
        address = waiting.pop(0)
        if address in seen or len(seen) > 400:
            continue
        seen.add(address)
        answer = client.get(address)
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield address, answer.text
        for link in re.findall(r'href="([^"#]+)', answer.text):
            to = urljoin(address, html.unescape(link))
            if "lang=zh" in to and not re.match(r"/(static|originals|pictures|attachments)/|.*\.json", to):
                waiting.append(to)


def test_every_page_of_the_desk_is_in_chinese(made: Path) -> None:
    with open_desk(made / "case", person=PERSON) as client:
        claim = client.get("/claims.json").json()["claims"][0]["claim"]
        starts = ["/", "/help", "/login", "/enter", "/name", "/sessions", "/tags", "/dossiers", "/no-such-page"]
        starts += [
            "/search?q=人脸",
            "/search?q=一",
            "/claims?kind=supplier",
            "/claims/0123456789abcdef",
            "/queue?page=9",
        ]
        starts += [f"/claims/{claim}/edit", f"/contracts/{CONTRACT}/publish", "/unread", "/replies"]
        shown = dict(crawl(client, *starts))
    found = [(address, text) for address, page in shown.items() for text in english(page)]
    pages = {re.sub(r"[0-9a-f]{16,}|[0-9]+", "N", address.partition("?")[0]) for address in shown}
    assert found == [], "\n".join(sorted({f"{text[:300]} @ {address[:60]}" for address, text in found}))
    assert any("镜头 · 每台 2" in page for page in shown.values())
    assert {"/claims/N", "/claims/N/edit", "/contracts/N", "/pages/N/N", "/queue", "/unread"} <= pages


def test_every_page_of_the_dossier_is_in_chinese(made: Path) -> None:
    for name in ("index.html", "short.html"):
        page = (made / "dossier" / "data" / "zh" / name).read_text("utf-8")
        assert english(page) == []
        assert PERSON in page


def test_english_is_told_from_names_and_technical_words() -> None:
    assert english("<p>名称</p><p lang='en'>Compare every quote.</p><code>a b c d</code>") == ["Compare every quote."]
    assert english('<a aria-label="go to the page">去</a>') == ["go to the page"]
    assert english("<option value='unsure' selected>unsure (0)</option>") == ["unsure"]
    assert english("<p>请运行 `tenderlight verify CASE now`</p>") == []
