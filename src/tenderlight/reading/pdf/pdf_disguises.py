"""Pages of a PDF whose text layer says other words than the page draws, as far as the file itself tells.

Two ways of saying are told to the reader of the text alone. A replacement text (ActualText, ISO 32000-1, 14.9.4) stands
for a piece of the page; it is meant for ligatures and for hyphens at the ends of lines. A font's table to Unicode says
which character a code stands for; a font that is not in the file is drawn by the *name* of the character, whatever that
table says. So the file is read a second time without both, and the two readings of each page are compared.

Fonts that are in the file may draw anything under any code: see `pdf_fonts`.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tenderlight.model.document import ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.reading.pdf.pdf_fonts import is_unproved
from tenderlight.reading.pdf.pdf_raw_text import box_around, folded, raw_text
from tenderlight.reading.pdf.pdfium import OpenPdf

if TYPE_CHECKING:
    import pikepdf

    from tenderlight.model.document import Page

_MARK, _BLUNTED = b"/ActualText", b"/ActualTexX"
_SIMPLE_FONTS = frozenset({"/Type1", "/TrueType", "/MMType1"})
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_DEEPEST_FORM = 4
_MOST_PAGES = 2_000
_MOST_FORMS = 2_000
_MOST_COMPARED = 4
"""Pages of one file that are compared with their pictures: the first of each font that proves nothing."""
_MOST_STREAM_BYTES, _MOST_BYTES = 16 * 1024**2, 128 * 1024**2
"""Of one unpacked stream; of all together."""
_TOKEN = re.compile(r"\w+")
_LEAST_LETTERS = 4
_SHOWN = 80


class Disguises:
    """A second reading of a PDF, made at once if there is anything to compare."""

    def __init__(self, content: bytes) -> None:
        """Look for what may say other words than it draws.

        Args:
            content: All bytes of the file, as the engine opened them.
        """
        self._codes: dict[int, str] = {}
        self._unproved: set[int] = set()
        self._called_for: set[tuple[int, int]] = set()
        self._changed: dict[tuple[int, int], str] = {}
        self._forms = 0
        self._bytes_left = _MOST_BYTES
        self._content: bytes | None = None
        self._shown: OpenPdf | None = None
        import pikepdf

        try:
            with pikepdf.open(io.BytesIO(content)) as pdf:
                for number, page in enumerate(pdf.pages, 1):
                    if number > _MOST_PAGES:
                        break
                    self._undress(page.obj, number)
                if self._codes:
                    saved = io.BytesIO()
                    pdf.save(saved, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
                    self._content = saved.getvalue()
        except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
            self._codes = {}

    def problems(self, said: OpenPdf, page: Page, step: str) -> Iterator[Problem]:
        """Yield `text-remapped` or `text-replaced` if a page says other words than it draws.

        Where its fonts do not prove what they show, yield `page-fonts-unproved`: the picture has to tell.

        Args:
            said: The file as it is, open.
            page: The page as it was read from it.
            step: Step and version.
        """
        if page.number in self._unproved and page.state is ReadState.READ and page.text.strip():
            yield problem("page-fonts-unproved", step=step, page_number=page.number)
        code = self._codes.get(page.number)
        if code is None or self._content is None:
            return
        if self._shown is None:
            self._shown = OpenPdf(self._content)
        if not self._shown.handle:
            return
        drawn = raw_text(self._shown, page.number)
        words, others = _differences(raw_text(said, page.number), drawn)
        if words:
            detail = f"Said: “{_short(words)}”; drawn: “{_short(others)}”."
            yield problem(code, step=step, page_number=page.number, detail=detail, box=box_around(page, words))

    def close(self) -> None:
        """Let go of the second reading."""
        if self._shown is not None:
            self._shown.close()

    def _undress(self, page: pikepdf.Object, number: int) -> None:
        """Take false names and replacements out of a page, remembering what was found."""
        import pikepdf

        contents = page.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        found = {self._once(stream, self._blunt) for stream in streams if isinstance(stream, pikepdf.Stream)}
        found |= self._undress_resources(page.get("/Resources"), 0)
        found.discard("")
        if "page-fonts-unproved" in found and len(self._unproved) < _MOST_COMPARED:
            self._unproved.add(number)
        found.discard("page-fonts-unproved")
        if found:
            self._codes[number] = max(found)

    def _undress_resources(self, resources: object, depth: int) -> set[str]:
        """Do so in what a page draws with; return the codes of what was found."""
        import pikepdf

        found: set[str] = set()
        if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST_FORM:
            return found
        found |= {self._of_font(font) for font in _entries(resources.get("/Font"))}
        found |= {self._once(mark, _unmark) for mark in _entries(resources.get("/Properties"))}
        for form in _entries(resources.get("/XObject")):
            self._forms += 1
            if self._forms <= _MOST_FORMS and form.get("/Subtype") == "/Form":
                found |= {self._once(form, self._blunt), *self._undress_resources(form.get("/Resources"), depth + 1)}
        return found

    def _of_font(self, font: pikepdf.Object) -> str:
        """Return what was found in a font; that it proves nothing, only on the first page it is met on.

        What it says is the same on every page, so that one picture speaks for all.
        """
        code = self._once(font, _rename)
        if code != "page-fonts-unproved" or font.objgen == (0, 0):
            return code
        is_known = font.objgen in self._called_for
        self._called_for.add(font.objgen)
        return "" if is_known else code

    def _once(self, entry: pikepdf.Object, change: Callable[[pikepdf.Object], str]) -> str:
        """Change an object that many pages may share; return what was found in it, also the second time."""
        place = entry.objgen
        if place == (0, 0):
            return change(entry)
        if place not in self._changed:
            self._changed[place] = change(entry)
        return self._changed[place]

    def _blunt(self, stream: pikepdf.Object) -> str:
        content = _unpacked(stream, min(_MOST_STREAM_BYTES, self._bytes_left))
        self._bytes_left -= len(content)
        if _MARK not in content:
            return ""
        stream.write(content.replace(_MARK, _BLUNTED))
        return "text-replaced"


def _rename(font: pikepdf.Object) -> str:
    if not _is_drawn_by_name(font):
        return "page-fonts-unproved" if is_unproved(font) else ""
    del font["/ToUnicode"]
    return "text-remapped"


def _unmark(properties: pikepdf.Object) -> str:
    if "/ActualText" not in properties:
        return ""
    del properties["/ActualText"]
    return "text-replaced"


def _unpacked(stream: pikepdf.Object, most_bytes: int) -> bytes:
    """Return what is in a stream; nothing if it is packed in more ways than one, or larger than allowed."""
    way = str(stream.get("/Filter", ""))
    raw = stream.read_raw_bytes()
    if way == "/FlateDecode" and "/DecodeParms" not in stream:
        unpacker = zlib.decompressobj()
        try:
            content = unpacker.decompress(raw, most_bytes)
        except zlib.error:
            return b""
        return b"" if unpacker.unconsumed_tail else content
    return raw if not way and len(raw) <= most_bytes else b""


def _entries(dictionary: object) -> Iterator[pikepdf.Object]:
    """Yield the dictionaries and streams in a dictionary of resources."""
    import pikepdf

    if isinstance(dictionary, pikepdf.Dictionary):
        for entry in dictionary.values():
            if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
                yield entry


def _is_drawn_by_name(font: pikepdf.Object) -> bool:
    """Say whether a font has a table to Unicode, but no drawings of its own: viewers draw it by names."""
    import pikepdf

    if str(font.get("/Subtype")) not in _SIMPLE_FONTS or "/ToUnicode" not in font:
        return False
    descriptor = font.get("/FontDescriptor")
    return not isinstance(descriptor, pikepdf.Dictionary) or all(name not in descriptor for name in _FONT_FILES)


def _differences(said: str, drawn: str) -> tuple[list[str], list[str]]:
    """Return the words that are said and not drawn, and those that are drawn and not said, if they matter."""
    if folded(said) == folded(drawn):
        return [], []
    said_words, drawn_words = Counter(_words(said)), Counter(_words(drawn))
    only_said, only_drawn = list((said_words - drawn_words).elements()), list((drawn_words - said_words).elements())
    joined, joined_drawn = "".join(only_said), "".join(only_drawn)
    if sorted(joined) == sorted(joined_drawn):  # the same letters in other portions
        return [], []
    has_digits = any(letter.isdigit() for letter in joined + joined_drawn)
    return (only_said, only_drawn) if has_digits or len(joined) >= _LEAST_LETTERS else ([], [])


def _words(text: str) -> list[str]:
    return [folded(word) for word in _TOKEN.findall(re.sub("[-\u00ad\ufffe\x02]\\s*", "", text)) if folded(word)]


def _short(words: list[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} ..."
