"""Whether a font that is in a PDF file could draw other letters and digits than its table to Unicode says.

A font in the file may draw anything under any code; what it says and what it shows are two things, and only the picture
of the page brings them together. Most fonts speak for themselves all the same: the codes of 0 to 9, A to Z and a to z
follow each other as in every font, because programs that cut fonts down keep their order, or the glyphs have the names
of their letters. A font of which neither holds proves nothing.
"""

from __future__ import annotations

import re
import string
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_MOST_TABLE_BYTES = 1024**2
_BEYOND_LETTERS = 128
_DIGIT_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NAMED = {f"/{name}": str(digit) for digit, name in enumerate(_DIGIT_NAMES)}
_NAMED |= {f"/{letter}": letter for letter in string.ascii_letters}
_PLAIN = frozenset(string.digits + string.ascii_letters)
_SEQUENCES = (string.digits, string.ascii_uppercase, string.ascii_lowercase)
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_PAIR = re.compile(rb"<\s*([0-9A-Fa-f]{1,8})\s*>\s*<\s*([0-9A-Fa-f]{1,16})\s*>")
_RANGE = re.compile(
    rb"<\s*([0-9A-Fa-f]{1,8})\s*>\s*<\s*([0-9A-Fa-f]{1,8})\s*>\s*(?:<\s*([0-9A-Fa-f]{1,16})\s*>|\[([^\]]*)\])"
)
_ENTRY = re.compile(rb"<\s*([0-9A-Fa-f]{1,16})\s*>")
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def is_unproved(font: pikepdf.Object) -> bool:
    """Say whether nothing but the picture can tell what a font shows: see above.

    Args:
        font: A font dictionary. One that is not in the file, or has no table to Unicode, is not meant here.
    """
    import pikepdf

    table = font.get("/ToUnicode")
    if not isinstance(table, pikepdf.Stream) or not _is_in_file(font):
        return False
    said = letters_said(_unpacked(table))
    names = _glyph_names(font)
    unnamed = {code: letter for code, letter in said.items() if names.get(code) != letter}
    if not unnamed:
        return False
    is_simple = str(font.get("/Subtype")) != "/Type0"
    if any(names.get(code, letter) != letter for code, letter in unnamed.items()):
        return True
    if is_simple and any(
        code < _BEYOND_LETTERS and chr(code) in _PLAIN and chr(code) != letter for code, letter in said.items()
    ):
        return True
    return not all(_is_in_step(said, sequence) for sequence in _SEQUENCES)


def letters_said(table: bytes) -> dict[int, str]:
    """Return the codes that a table to Unicode (ISO 32000-1, 9.10.3) gives one plain letter or digit."""
    said: dict[int, str] = {}
    for section in _SECTION.finditer(table):
        if section[1] == b"bfchar":
            said.update((int(code, 16), _letter(text)) for code, text in _PAIR.findall(section[2]))
            continue
        for first, last, text, listed in _RANGE.findall(section[2]):
            said.update(_of_range(int(first, 16), int(last, 16), text, listed))
    return {code: letter for code, letter in said.items() if letter in _PLAIN}


def _of_range(first: int, last: int, text: bytes, listed: bytes) -> dict[int, str]:
    if listed:
        return {first + place: _letter(entry) for place, entry in enumerate(_ENTRY.findall(listed))}
    start = int(text, 16)
    count = min(last - first + 1, _BEYOND_LETTERS - start)
    return {first + place: chr(start + place) for place in range(count)}


def _letter(text: bytes) -> str:
    code = int(text, 16)
    return chr(code) if code < _BEYOND_LETTERS else ""


def _is_in_step(said: dict[int, str], sequence: str) -> bool:
    """Say whether the codes of letters go in step with them, each letter once: then none can stand for another."""
    places = [(code, sequence.index(letter)) for code, letter in said.items() if letter in sequence]
    letters = {place for _, place in places}
    return len(letters) == len(places) and len({code - place for code, place in places}) <= 1


def _glyph_names(font: pikepdf.Object) -> dict[int, str]:
    """Return the letters that the font's encoding names for codes, as far as it names plain ones."""
    import pikepdf

    encoding = font.get("/Encoding")
    differences = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    found: dict[int, str] = {}
    code = 0
    for entry in list(differences)[:2_000] if isinstance(differences, pikepdf.Array) else ():
        if isinstance(entry, pikepdf.Name):
            if (letter := _NAMED.get(str(entry))) is not None:
                found[code] = letter
            code += 1
        else:
            code = int(entry)
    return found


def _is_in_file(font: pikepdf.Object) -> bool:
    import pikepdf

    if str(font.get("/Subtype")) == "/Type3":
        return True
    descendants = font.get("/DescendantFonts")
    held = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else font
    descriptor = held.get("/FontDescriptor") if isinstance(held, pikepdf.Dictionary) else None
    return isinstance(descriptor, pikepdf.Dictionary) and any(name in descriptor for name in _FONT_FILES)


def _unpacked(stream: pikepdf.Object) -> bytes:
    raw = stream.read_raw_bytes()
    if str(stream.get("/Filter", "")) != "/FlateDecode":
        return raw[:_MOST_TABLE_BYTES]
    try:
        return zlib.decompressobj().decompress(raw, _MOST_TABLE_BYTES)
    except zlib.error:
        return b""
