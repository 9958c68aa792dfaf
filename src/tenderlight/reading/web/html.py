"""Reads HTML: saved notice pages, fragments of them, mail bodies.

Text is what a browser shows: white space folded as CSS does, scripts, styles, comments and hidden elements left out,
full-width characters kept. Nothing is fetched and nothing is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import charset
from tenderlight.reading.blocks import Block, BlockWriter, shortfalls
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.web.html_blocks import BlockCollector, names

_DECLARATIONS = (
    re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})"""),
    re.compile(rb"""<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE),
)
_HEAD_BYTES = 16 * 1024
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>?")
_SWALLOWING = (
    (re.compile(r"<script\b[^<>]*\ssrc\s*=[^<>]*>", re.IGNORECASE), "</script"),
    *(
        (re.compile(rf"<{tag}\b[^<>]*>", re.IGNORECASE), f"</{tag}")
        for tag in ("iframe", "noembed", "noframes", "noscript", "template", "textarea", "title")
    ),
)
_MOST_OPEN = 1024
_NEVER_DEEP = names(
    "area base br col dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th thead tr "
    "track wbr"
)
"""Elements without content, or closed by the next of their kind: they do not nest by themselves."""


class HtmlReader:
    """Reads HTML and XHTML as one page of paragraphs and tables.

    Places: "paragraph 12" (each line that a browser breaks for sure counts as one), "table 2 row 3 cell 1".
    Problems: charset-uncertain, hidden-text, limit-characters, no-text.
    """

    name = "html"
    version = 4
    media_types = frozenset({"text/html"})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the page, then what is to be known about it."""
        yield PageCount(count=1)
        text = read_html(original.content, table_depth=limits.element_depth)
        writer = FlowWriter(limits, title=text.title)
        yield from BlockWriter(writer).write(text.blocks)
        yield from writer.last_pages()
        step = f"read:{self.name}/{self.version}"
        yield from text.problems(step)
        yield from shortfalls(writer, step)


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlText:
    """What a page of HTML shows."""

    blocks: list[Block]
    title: str | None
    charset: str
    is_certain: bool
    hidden_characters: int

    def problems(self, step: str) -> Iterator[Problem]:
        """Say what is to be known about it: charset-uncertain, hidden-text."""
        if not self.is_certain:
            yield problem("charset-uncertain", step=step, detail=f"Read as {self.charset}.")
        if self.hidden_characters:
            yield problem("hidden-text", step=step, detail=f"Characters left out: {self.hidden_characters}.")


def read_html(content: bytes, declared: str | None = None, *, table_depth: int) -> HtmlText:
    """Read a page of HTML.

    Args:
        content: Its bytes.
        declared: The character set that whoever delivered the page says it is in; goes before what it says itself.
        table_depth: Tables in tables that are told apart.
    """
    from selectolax.lexbor import LexborHTMLParser

    decoded = charset.decode(content, declared or declared_charset(content))
    tree = LexborHTMLParser(_flattened(_without_open_ends(decoded.text)))
    title = tree.css_first("title")
    collected = BlockCollector(tree, table_depth=table_depth)
    return HtmlText(
        blocks=collected.blocks,
        title=_title(title.text() if title else ""),
        charset=decoded.charset,
        is_certain=decoded.is_certain,
        hidden_characters=collected.hidden_characters,
    )


def declared_charset(content: bytes) -> str | None:
    """The character set that a page names in its XML declaration or `meta` element; None if it names none."""
    head = content[:_HEAD_BYTES]
    for pattern in _DECLARATIONS:
        found = pattern.search(head)
        if found:
            return found[1].decode("ascii", "replace")
    return None


def _title(text: str) -> str | None:
    return " ".join(text.split())[:1000] or None


def _without_open_ends(text: str) -> str:
    """Drop the tags of elements that would swallow the rest of the page because they are never closed."""
    lowered = text.lower()
    for pattern, closing in _SWALLOWING:
        rest = lowered.rfind(closing) + 1
        if pattern.search(text, rest):
            text = text[:rest] + pattern.sub(" ", text[rest:])
            lowered = text.lower()
    return text


def _flattened(text: str) -> str:
    """Drop tags nested deeper than any page needs: a parser's time grows with the square of the depth."""
    depth = deepest = 0
    for found in re.finditer(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)", text):
        if found[2].lower() not in _NEVER_DEEP:
            depth = max(depth - 1, 0) if found[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest <= _MOST_OPEN:
        return text
    depth = 0

    def kept(found: re.Match[str]) -> str:
        nonlocal depth
        if found[2].lower() in _NEVER_DEEP:
            return found[0]
        if found[1]:
            depth = max(depth - 1, 0)
            return found[0] if depth < _MOST_OPEN else ""
        depth += 1
        return found[0] if depth <= _MOST_OPEN else ""

    return _TAG.sub(kept, text)
