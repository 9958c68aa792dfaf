"""The visible text of an HTML tree as paragraphs and tables, found in one walk without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenderlight.reading.blocks import MOST_COLUMNS, MOST_ROWS_SPANNED, Block, SourceCell, arrange
from tenderlight.reading.web.html_hiding import hidden_elements, styled

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


def names(words: str) -> frozenset[str]:
    """Split a list of element names."""
    return frozenset(words.split())


_BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p "
    "plaintext pre search section summary table tbody tfoot thead tr ul xmp"
)
_NOT_SHOWN = names(
    "annotation annotation-xml area base colgroup datalist defs desc embed frameset head iframe "
    "link map meta metadata noembed noframes noscript param rp script source style template title track"
)
_TABLE_PARTS = frozenset({"tr", "thead", "tbody", "tfoot"})
_KEEP_SPACES = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
_TYPED_INPUTS = frozenset({"", "date", "datetime-local", "email", "month", "number", "search", "tel", "text", "url"})
_SPACING_STYLE = re.compile(r"(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_SPACES = re.compile("[ \t\n\r\f]+")
_SPACES_IN_LINE = re.compile("[ \t\r\f]+")


@dataclass(slots=True)
class _OpenTable:
    rows: list[list[SourceCell]] = field(default_factory=list)
    is_cell_open: bool = False
    is_in_head: bool = False


class BlockCollector:
    """Walks a tree once and collects its blocks.

    Attributes:
        blocks: Paragraphs and tables in reading order.
        hidden_characters: Code points of text that a browser would not show and that was left out.
    """

    def __init__(self, tree: LexborHTMLParser, *, table_depth: int) -> None:
        self.blocks: list[Block] = []
        self.hidden_characters = 0
        self._table_depth = table_depth
        self._line: list[str] = []
        self._tables: list[_OpenTable] = []
        self._kept_spaces = 0
        self._hidden = hidden_elements(tree)
        self._spaced = styled(tree, ("white-space",), _SPACING_STYLE)
        if tree.root is not None:
            self._walk(tree.root)
        self._end_line()

    def _walk(self, root: LexborNode) -> None:
        open_nodes: list[LexborNode] = []
        node: LexborNode | None = root
        while node is not None:
            child = node.first_child if self._enter(node) else None
            if child is not None:
                open_nodes.append(node)
                node = child
                continue
            self._leave(node)
            following = node.next
            while following is None and open_nodes:
                node = open_nodes.pop()
                self._leave(node)
                following = node.next
            node = following

    def _enter(self, node: LexborNode) -> bool:
        """Begin a node; say whether to go into it."""
        tag = node.tag
        if tag == "-text":
            self._add_text(node.text_content or "")
            return False
        if tag in _NOT_SHOWN or (self._hidden and node.mem_id in self._hidden):
            if tag not in _NOT_SHOWN:
                self.hidden_characters += len(_SPACES.sub("", node.text()))
                self._skip(tag)
            return False
        self._begin_element(node, str(tag))
        return True

    def _skip(self, tag: str | None) -> None:
        if tag in _BLOCKS:
            self._end_line()

    def _begin_element(self, node: LexborNode, tag: str) -> None:
        if tag in _KEEP_SPACES or (self._spaced and node.mem_id in self._spaced):
            self._kept_spaces += 1
        if tag == "br":
            self._end_line()
        elif tag == "input":
            self._add_input(node)
        elif tag in {"td", "th"}:
            self._begin_cell(node)
        elif tag in _BLOCKS:
            self._end_line()
            if tag == "table" and len(self._tables) < self._table_depth:
                self._tables.append(_OpenTable())
            elif tag in _TABLE_PARTS and self._is_between_cells():
                self._begin_table_part(tag)

    def _begin_table_part(self, tag: str) -> None:
        table = self._tables[-1]
        if tag == "tr":
            table.rows.append([])
        else:
            table.is_in_head = tag == "thead"

    def _leave(self, node: LexborNode) -> None:
        tag = str(node.tag)
        if tag.startswith("-"):
            return
        if self._was_skipped(node, tag):
            return
        if tag in _KEEP_SPACES or (self._spaced and node.mem_id in self._spaced):
            self._kept_spaces -= 1
        if tag in {"td", "th"}:
            self._end_line()
            self._end_cell()
        elif tag in _BLOCKS:
            self._end_line()
            if tag == "table":
                self._end_table()

    def _was_skipped(self, node: LexborNode, tag: str) -> bool:
        return tag in _NOT_SHOWN or (bool(self._hidden) and node.mem_id in self._hidden)

    def _is_between_cells(self) -> bool:
        return bool(self._tables) and not self._tables[-1].is_cell_open

    def _begin_cell(self, node: LexborNode) -> None:
        self._end_line()
        if not self._is_between_cells():
            return
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        given = node.attributes
        rows = _number(given.get("rowspan"), MOST_ROWS_SPANNED)
        columns = _number(given.get("colspan"), MOST_COLUMNS)
        table.rows[-1].append(
            SourceCell(
                row_span=rows if rows is not None else 1,
                column_span=columns or 1,
                is_header=table.is_in_head or node.tag == "th",
            )
        )
        table.is_cell_open = True

    def _end_cell(self) -> None:
        if self._tables:
            self._tables[-1].is_cell_open = False

    def _end_table(self) -> None:
        if self._tables:
            arranged = arrange(self._tables.pop().rows)
            self._target().extend(arranged)

    def _target(self) -> list[Block]:
        for table in reversed(self._tables):
            if table.is_cell_open:
                return table.rows[-1][-1].blocks
        return self.blocks

    def _add_text(self, text: str) -> None:
        if not self._kept_spaces:
            self._line.append(_SPACES.sub(" ", text))
            return
        first, *further = text.replace("\r\n", "\n").split("\n")
        self._line.append(_SPACES_IN_LINE.sub(" ", first))
        for line in further:
            self._end_line()
            self._line.append(_SPACES_IN_LINE.sub(" ", line))

    def _add_input(self, node: LexborNode) -> None:
        given = node.attributes
        if (given.get("type") or "").lower() in _TYPED_INPUTS and given.get("value"):
            self._add_text(f" {given['value']} ")

    def _end_line(self) -> None:
        if self._line:
            text = _SPACES_IN_LINE.sub(" ", "".join(self._line)).strip(" ")
            self._line.clear()
            if text:
                self._target().append(text)


def _number(given: str | None, most: int) -> int | None:
    digits = re.match(r"\s*(\d{1,9})", given or "")
    return min(int(digits[1]), most) if digits else None
