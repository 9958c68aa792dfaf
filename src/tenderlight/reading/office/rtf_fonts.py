"""The fonts of a Rich Text file: each says in which character set its text is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tenderlight.reading import charset
from tenderlight.reading.pdf.sign_fonts import sign

_CODECS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""By the number of a font's character set (RTF 1.9.1, "Font Table")."""
_SIGNS = 2
_TWO_BYTES = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "johab"})
_PAIRS = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xfe]{2})*")
_MOST_FONTS = 10_000


@dataclass(slots=True, kw_only=True)
class _Font:
    charset: int = 0
    codec: str | None = None
    name: bytearray = field(default_factory=bytearray)


class RichTextFonts:
    """The font table, filled while it is read.

    Attributes:
        codec: Character set of the file, as Python calls it.
        default: Number of the font of text that names none.
    """

    def __init__(self) -> None:
        self.codec = "cp1252"
        self.default = 0
        self._fonts: dict[int, _Font] = {}
        self._open: _Font | None = None

    def set_code_page(self, number: int) -> None:
        """Take the character set that the file names."""
        self.codec = charset.codec_name(f"cp{number}") or self.codec

    def begin(self, number: int) -> None:
        """Begin the entry of a font."""
        if len(self._fonts) < _MOST_FONTS:
            self._open = self._fonts[number] = _Font()

    def set_charset(self, number: int) -> None:
        """Say the character set of the open entry."""
        if self._open is not None:
            self._open.charset = number

    def set_font_code_page(self, number: int) -> None:
        """Say the code page of the open entry; it goes before the character set."""
        if self._open is not None and number:
            self._open.codec = charset.codec_name(f"cp{number}")

    def add_name(self, text: bytes) -> None:
        """Add to the name of the open entry."""
        if self._open is not None and len(self._open.name) < 200:
            self._open.name += text

    def decode(self, content: bytes, number: int) -> tuple[str, bool]:
        """Decode text written in a font; also say whether all its bytes fit."""
        font = self._fonts.get(number)
        if font is not None and font.charset == _SIGNS:
            return "".join(self.sign(0xF000 + byte, number) if byte > 0x20 else " " for byte in content), True
        if content.isascii():
            return content.decode("ascii"), True
        codec = self._codec(content, font)
        try:
            return content.decode(codec), True
        except (UnicodeError, ValueError):
            return content.decode(codec, "replace"), False

    def sign(self, code: int, number: int) -> str:
        """The character that a sign of a font stands for."""
        font = self._fonts.get(number)
        name = "" if font is None else bytes(font.name).decode("ascii", "replace").strip(" ;")
        return sign(name, code)

    def _codec(self, content: bytes, font: _Font | None) -> str:
        named = None if font is None else font.codec or _CODECS.get(font.charset)
        if named is not None:
            return named
        if self.codec in _TWO_BYTES and font is not None and not _PAIRS.fullmatch(content):
            return "cp1252"
        return self.codec
