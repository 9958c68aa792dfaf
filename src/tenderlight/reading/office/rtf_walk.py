"""Walks through a Rich Text file (RTF) once, from its first brace to its last, and collects its text and tables.

Format: Rich Text Format Specification 1.9.1, Microsoft 2008.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tenderlight.reading.blocks import Block
from tenderlight.reading.office import rtf_forms
from tenderlight.reading.office.rtf_fonts import RichTextFonts
from tenderlight.reading.tables.table_edges import EdgedCell, OpenTables

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)
_DEEPEST = 1000
_SKIPPED = frozenset(
    {
        "colortbl", "stylesheet", "info", "listtext", "pntext", "fldinst", "nonesttables", "xe", "tc", "rxe", "sp",
        "shprslt", "upr", "objdata", "objclass", "pict", "private", "template", "revtbl", "listtable",
        "listoverridetable", "filetbl", "rsidtbl", "nonshppict", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    }
)  # fmt: skip
_ENTERED = frozenset({"shpinst", "nesttableprops", "ud", "do", "shppict", "fldrslt", "result"})
"""Destinations whose text counts although old readers may skip them."""
_PARTS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "footnotes", "shptxt": "text boxes", "dptxbxtext": "text boxes",
}  # fmt: skip
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad", b"\t": "\t"}
_HALVES = re.compile("[\ud800-\udfff]")


class Part:
    """A part of the file: its body, a header, a footer, its notes, its text boxes.

    Attributes:
        kind: "", "header", "footer", "footnotes" or "text boxes".
        blocks: Paragraphs and tables in reading order.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.blocks: list[Block] = []
        self.tables = OpenTables(self.blocks)
        self.parts: list[str] = []

    def end_paragraph(self, depth: int) -> None:
        """End the open paragraph, which lies in so many tables."""
        text = "".join(self.parts)
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self.parts.clear()
        self.tables.at_depth(depth)
        self.tables.paragraph(text)


@dataclass(slots=True, kw_only=True)
class _State:
    """What a group inherits from the one around it."""

    part: Part
    is_skipped: bool = False
    field_depth: int = 0
    """Groups around what is in a field, where the group is skipped because it says what the field is; else 0."""
    is_font_table: bool = False
    font: int = 0
    is_deleted: bool = False
    is_inserted: bool = False
    is_hidden: bool = False
    is_html_twin: bool = False
    """Whether the text is there for Rich Text only, in a file that was HTML."""
    picture: bytearray | None = None
    """Digits of the picture that the group is; None = it is none."""
    units_after: int = 1
    """Bytes that stand for a Unicode character, for old readers."""


@dataclass(slots=True, kw_only=True)
class _Row:
    left: int | None = None
    cells: list[EdgedCell] = field(default_factory=list)
    next: EdgedCell = field(default_factory=EdgedCell)
    is_header: bool = False


class RichText:
    """What a file holds.

    Attributes:
        parts: The body first, then the others in the order they were met.
        changes: Tracked insertions and deletions.
        hidden_characters: Characters (or bytes) of hidden text, left out.
        pictures: Pictures, in order, each in hexadecimal digits.
        embedded_documents: Objects of other programs.
        is_certain: Whether all bytes fit the character set of their font.
        is_damaged: Whether the file ended before its groups did, or says that more bytes follow than there are.
    """

    def __init__(self, content: bytes) -> None:
        self.parts = [Part("")]
        self.changes = 0
        self.hidden_characters = 0
        self.pictures: list[bytes] = []
        self.embedded_documents = 0
        self.is_certain = True
        self._fonts = RichTextFonts()
        self._state = _State(part=self.parts[0])
        self._stack: list[_State] = []
        self._too_deep = 0
        self._bytes = bytearray()
        self._to_skip = 0
        self._row = _Row()
        self._is_in_table, self._depth = False, 1
        self._last_change = ""
        self._may_skip = False
        self._is_false = False
        self._form: rtf_forms.FormBox | None = None
        self._words = self._meanings()
        self._walk(content)

    def _meanings(self) -> dict[str, Callable[[int | None], None]]:
        """What the words do that matter here; most only say how text looks."""
        return {
            "ansicpg": lambda number: self._fonts.set_code_page(number or 0),
            "mac": lambda _: self._fonts.set_code_page(10_000),
            "pc": lambda _: self._fonts.set_code_page(437),
            "deff": self._default_font,
            "f": self._set_font,
            "plain": self._plain,
            "uc": self._set_units_after,
            "deleted": lambda number: self._set("is_deleted", is_on=number != 0),
            "revised": lambda number: self._set("is_inserted", is_on=number != 0),
            "v": lambda number: self._set("is_hidden", is_on=number != 0),
            "htmlrtf": lambda number: self._set("is_html_twin", is_on=number != 0),
            **dict.fromkeys(("par", "sect", "page", "column"), self._end_paragraph),
            "pard": self._paragraph_plain,
            "intbl": self._in_table,
            "itap": self._set_depth,
            "cell": lambda _: self._end_cell(1),
            "nestcell": lambda _: self._end_cell(max(2, self._depth)),
            "row": lambda _: self._end_row(1),
            "nestrow": lambda _: self._end_row(max(2, self._depth)),
            "trowd": self._begin_row,
            "trleft": self._row_left,
            "trhdr": self._row_is_header,
            "cellx": self._cell_edge,
            "clmrg": lambda _: self._merge("continues_left"),
            "clvmgf": lambda _: self._merge("starts_down"),
            "clvmrg": lambda _: self._merge("continues_above"),
        }

    def _walk(self, content: bytes) -> None:
        at = content.find(b"{")
        while token := _TOKEN.match(content, at):
            at = token.end()
            word, number, byte, symbol, brace, text = token.groups()
            if text is not None:
                self._add_bytes(text)
            elif word is not None:
                if word == b"bin":
                    at += self._binary_bytes(content, at, int(number or 0))
                else:
                    self._word(word.decode("ascii"), None if number is None else int(number))
            elif byte is not None:
                self._add_bytes(bytes([int(byte, 16)]))
            elif symbol is not None:
                self._symbol(symbol)
            elif brace is not None:
                self._brace(is_opening=brace == b"{")
                if brace == b"}" and not self._stack:
                    break
        self.is_damaged = self._is_false or bool(self._stack)
        self._flush()
        for part in self.parts:
            part.end_paragraph(0)

    def _binary_bytes(self, content: bytes, at: int, said: int) -> int:
        """Bytes to jump over that are no text; none where the file says more than it has."""
        left = len(content) - at
        self._is_false = self._is_false or said > left
        size = said if 0 < said <= left else 0
        if self._state.picture is not None:
            self._state.picture += content[at : at + size].hex().encode("ascii")
        return size

    def _brace(self, *, is_opening: bool) -> None:
        self._flush()
        self._to_skip = 0
        self._may_skip = False
        if is_opening:
            if len(self._stack) >= _DEEPEST:
                self._too_deep += 1
            else:
                self._stack.append(self._state)
                self._state = replace(self._state)
        elif self._too_deep:
            self._too_deep -= 1
        elif self._stack:
            left, self._state = self._state, self._stack.pop()
            if left.picture is not None and self._state.picture is not left.picture:
                self.pictures.append(bytes(left.picture))
            if left.part is not self._state.part and not left.is_skipped:
                left.part.end_paragraph(0)
            if self._form is not None and len(self._stack) < self._form.depth:
                self._end_form(self._form)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._may_skip = True
        elif symbol in b"\\{}":
            self._add_bytes(symbol)
        elif symbol in b"\r\n":
            self._end_paragraph()
        elif symbol in _SYMBOLS:
            self._add_text(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        may_skip, self._may_skip = self._may_skip, False
        if self._to_skip and word not in {"u", "uc"}:
            self._to_skip -= 1
            return
        if word in rtf_forms.WORDS and self._state.is_skipped:
            self._form_word(word, number)
        elif word in _PARTS or word in _SKIPPED or word in _ENTERED or may_skip:
            self._destination(word)
        elif word == "u":
            self._unicode(number or 0)
        elif word in _CHARACTERS:
            self._add_text(_CHARACTERS[word])
        elif word == "fonttbl":
            self._state.is_font_table = True
        elif self._state.is_font_table:
            self._font_word(word, number or 0)
        elif not self._state.is_skipped:
            self._flush()
            meaning = self._words.get(word)
            if meaning is not None:
                meaning(number)

    def _form_word(self, word: str, number: int | None) -> None:
        if self._form is None and word == "formfield" and self._state.field_depth:
            self._form = rtf_forms.FormBox(self._state.field_depth, len(self._state.part.parts))
        elif self._form is not None:
            self._form.word(word, number)

    def _end_form(self, form: rtf_forms.FormBox) -> None:
        self._form = None
        shown = form.shown(len(self._state.part.parts))
        if shown:
            self._add_text(shown)

    def _destination(self, word: str) -> None:
        self._flush()
        if word in _PARTS and not self._state.is_skipped:
            self._state.part = Part(_PARTS[word])
            self.parts.append(self._state.part)
        elif word == "ud" or (word in _ENTERED and not self._state.is_skipped):
            self._state.is_skipped = False
        else:
            is_picture = word == "pict" and not self._state.is_skipped
            self._state.picture = bytearray() if is_picture else None
            self.embedded_documents += word == "objdata"
            if not self._state.is_skipped:
                self._state.is_skipped = True
                self._state.field_depth = len(self._stack) - 1 if word == "fldinst" else 0

    def _font_word(self, word: str, number: int) -> None:
        if word == "f":
            self._fonts.begin(number)
        elif word == "fcharset":
            self._fonts.set_charset(number)
        elif word == "cpg":
            self._fonts.set_font_code_page(number)

    def _unicode(self, number: int) -> None:
        self._to_skip = 0
        code = number % 0x10000
        if 0xF000 <= code <= 0xF0FF:
            self._add_text(self._fonts.sign(code, self._state.font))
        elif code:
            self._add_text(chr(code))
        self._to_skip = self._state.units_after

    def _add_bytes(self, text: bytes) -> None:
        self._may_skip = False
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if self._state.is_font_table:
            self._fonts.add_name(text)
        elif self._state.picture is not None:
            self._state.picture += text
        elif text and self._is_shown(len(text)):
            self._bytes += text

    def _add_text(self, text: str) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not self._state.is_font_table and self._is_shown(len(text)):
            self._flush()
            self._state.part.parts.append(text)

    def _is_shown(self, length: int) -> bool:
        state = self._state
        if state.is_skipped or state.is_html_twin:
            return False
        kind = "deleted" if state.is_deleted else "inserted" if state.is_inserted else ""
        self.changes += bool(kind) and kind != self._last_change
        self._last_change = kind
        if state.is_deleted:
            return False
        if state.is_hidden:
            self.hidden_characters += length
        return not state.is_hidden

    def _flush(self) -> None:
        """Decode the bytes held: a character may be of two, however they are written."""
        if self._bytes:
            text, fits = self._fonts.decode(bytes(self._bytes), self._state.font)
            self.is_certain = self.is_certain and fits
            self._state.part.parts.append(text)
            self._bytes.clear()

    def _end_paragraph(self, number: int | None = None) -> None:  # noqa: ARG002
        self._flush()
        if self._state.is_skipped or self._state.is_deleted:
            return
        self._last_change = ""
        self._state.part.end_paragraph(self._depth if self._is_in_table else 0)

    def _end_cell(self, depth: int) -> None:
        self._state.part.end_paragraph(depth)
        self._state.part.tables.end_cell()

    def _end_row(self, depth: int) -> None:
        self._state.part.tables.at_depth(depth)
        self._state.part.tables.end_row(self._row.left or 0, self._row.cells, is_header=self._row.is_header)

    def _set(self, name: str, *, is_on: bool) -> None:
        setattr(self._state, name, is_on)

    def _plain(self, number: int | None) -> None:  # noqa: ARG002
        self._state.is_deleted = self._state.is_inserted = self._state.is_hidden = False
        self._state.font = self._fonts.default

    def _set_font(self, number: int | None) -> None:
        self._state.font = number or 0

    def _set_units_after(self, number: int | None) -> None:
        self._state.units_after = max(0, min(1 if number is None else number, 64))

    def _row_left(self, number: int | None) -> None:
        self._row.left = number or 0

    def _row_is_header(self, number: int | None) -> None:  # noqa: ARG002
        self._row.is_header = True

    def _merge(self, name: str) -> None:
        setattr(self._row.next, name, True)

    def _default_font(self, number: int | None) -> None:
        self._fonts.default = self._state.font = number or 0

    def _begin_row(self, number: int | None) -> None:  # noqa: ARG002
        self._row = _Row()

    def _cell_edge(self, number: int | None) -> None:
        self._row.next.right = number or 0
        self._row.cells.append(self._row.next)
        self._row.next = EdgedCell()

    def _paragraph_plain(self, number: int | None) -> None:  # noqa: ARG002
        self._is_in_table, self._depth = False, 1

    def _in_table(self, number: int | None) -> None:
        self._is_in_table = number != 0

    def _set_depth(self, number: int | None) -> None:
        self._depth = max(1, min(number or 1, 64))
        self._is_in_table = self._is_in_table or bool(number)
