"""What stands in the XML of a Word document, as its texts with signs between them, without a tree of its elements.

To make a tree takes most of the time that a document takes. XML that is known to be well-formed can be cut at the ends
of its texts instead: what stands between two texts is markup that comes again and again, and is looked into once.
"""

from __future__ import annotations

import re
from itertools import repeat
from pyexpat import ExpatError, ParserCreate
from typing import Final

CHARACTERS: Final = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
"""Elements that stand for a character."""
PARAGRAPH, CELL, ROW, CHANGE, PARAGRAPH_END = "\x00", "\x01", "\x02", "\x05", "\x06"
"""Signs for where something begins or ends. No XML text can hold them, nor those that follow."""
SETTING, CARE = "\x03", "\x04"
"""Signs for a setting (with its name and value, up to the same sign again), and for what is to be read with care."""

_SETTINGS = ("gridSpan", "vMerge", "gridBefore", "tblHeader")
_FOR_CARE = (
    "del", "moveFrom", "ins", "moveTo", "altChunk", "AlternateContent", "txbxContent", "sym", "vanish", "object", "rt",
    "drawing", "pict", "tcPrChange", "trPrChange", "ffData", "t", "tbl", "tabs", "sdtPr",
)  # fmt: skip
"""Elements that are not read on the quick way; the last four where they are not written as they nearly always are."""
_SIGNS = {**CHARACTERS, "p": PARAGRAPH, "tc": CELL, "tr": ROW}
_BY_LETTER = {
    letter: "|".join(name[1:] for name in sorted((*_SIGNS, *_SETTINGS, *_FOR_CARE)) if name[0] == letter)
    for letter in sorted({name[0] for name in (*_SIGNS, *_SETTINGS, *_FOR_CARE)})
}
_NAMES = "|".join(f"{letter}(?:{others})" for letter, others in _BY_LETTER.items())
"""Put together by first letters: so most names are told by their first."""
_ATTRIBUTE = r"\s+[^\s<>=\"'/]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')"
_MET = re.compile(
    rf"<(?:(/w:p>|{CHANGE})"
    rf"|(w:|(?!w:)(?:[^\s<>/:]+:)?)({_NAMES})(?=[\s/>])((?:{_ATTRIBUTE})*\s*)(/?)(>?))"
)
"""Markup that matters: the end of a paragraph or what stands for a change; or prefix, name, attributes, how it ends."""
_PLAIN = {
    ("/w:p>", "", "", "", "", ""): PARAGRAPH_END, (CHANGE, "", "", "", "", ""): CHANGE,
    **{("", "w:", name, "", "", ">"): _SIGNS[name] for name in ("p", "tc", "tr")},
}  # fmt: skip
"""Signs of what is met most often."""
_TAB_STOPS = re.compile(rf"<w:tabs>(?:\s*<w:tab(?:{_ATTRIBUTE})*\s*/>)*\s*</w:tabs>")
_FIELD = re.compile(r"<w:sdtPr>[^<]*(?:<(?!/?w:sdtPr\b|(?:[^\s<>/:]+:)?[tp][\s/>])[^<]*)*</w:sdtPr>")
"""What is known of a field, unless texts or paragraphs are in it."""
_CHANGE = re.compile(
    rf"<w:ins(?:{_ATTRIBUTE})*\s*>(?=<w:r[\s>])"
    rf"|<w:del(?:{_ATTRIBUTE})*\s*>(?=<w:r[\s>])(?:<(?!/?w:(?:del|ins)\b|(?:[^\s<>/:]+:)?[tp][\s/>])[^<]*)*</w:del>"
)
"""The start of a tracked insertion of runs, or a whole tracked deletion of runs; others are changes of properties."""
_VALUE = re.compile(r"[\s:]val\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(r"&(?:#([0-9]+)|#x([0-9a-fA-F]+)|([a-z]+));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml\s[^<>?]*\?>\s*)?")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!(?i:utf-8)[\"'])")
_TEXT, _TEXT_END = b"<w:t", b"</w:t>"
_PARAGRAPH_WITH_ATTRIBUTES = b"<w:p "
_PLAIN_TEXT_TAG = "w:t"
_TEXT_TAG = re.compile(rf"w:t(?:{_ATTRIBUTE})*\s*")
_MARKS_OF_UTF_16 = (b"\xfe\xff", b"\xff\xfe")
_MOST_KNOWN, _LONGEST_KNOWN = 4096, 2000


def plain_xml(content: bytes) -> bytes | None:
    """Return UTF-8 XML behind its declaration once it is known to be well-formed; None if it is unusual or not XML.

    Unusual is what could hide markup from a search, or text from markup: comments, sections of character data,
    instructions, other encodings than UTF-8.
    """
    declaration = _DECLARATION.match(content)
    start = declaration.end() if declaration else 0
    if content.find(b"!") >= 0 and content.find(b"<!") >= 0:
        return None
    if content.find(b"?", start) >= 0 and content.find(b"<?", start) >= 0:
        return None
    if _ENCODING.search(content, 0, start) or content.startswith(_MARKS_OF_UTF_16):
        return None
    try:
        ParserCreate().Parse(content, True)
    except ExpatError:
        return None
    found = content[start:]
    return found.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if found.find(b"\r") >= 0 else found


class Signs(dict[bytes, bytes]):
    """Signs for markup that ends where a text begins, but for the end of its last tag; kept of markup met before."""

    def __missing__(self, markup: bytes) -> bytes:
        if markup.find(_PARAGRAPH_WITH_ATTRIBUTES) >= 0:
            before, *paragraphs = markup.split(_PARAGRAPH_WITH_ATTRIBUTES)
            *pieces, last = [piece.partition(b">") for piece in paragraphs]
            met = [self[before + _TEXT]]
            met += [_begun(attributes) + self[inside + _TEXT] for attributes, _, inside in pieces]
            return b"".join([*met, _begun(last[0]), self[last[2]]])
        signs = _signs(markup.decode()).encode()
        if len(markup) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[markup] = signs
        return signs

    def of(self, xml: bytes) -> str:
        """Return the texts of a stretch of well-formed XML with the signs of what stands between them."""
        *pieces, last = xml.split(_TEXT_END)
        met = [self[markup] + text for markup, _, text in map(bytes.rpartition, pieces, repeat(b">"))]
        met.append(self[last + _TEXT])
        found = b"".join(met).decode()
        return _ENTITY.sub(_character, found) if "&" in found else found


def _begun(attributes: bytes) -> bytes:
    """Return the sign of a paragraph; one that ends where it begins has none."""
    return b"" if attributes.endswith(b"/") else PARAGRAPH.encode()


def _signs(markup: str) -> str:
    """Return the signs for markup without paragraphs that have attributes."""
    before, _, tag = markup.rpartition("<")
    if "<w:tabs>" in before:
        before = _TAB_STOPS.sub("", before)
    if "<w:sdtPr>" in before:
        before = _FIELD.sub("", before)
    if "<w:ins" in before or "<w:del" in before:
        before = _CHANGE.sub("<" + CHANGE, before)
    signs = "".join([_PLAIN.get(met) or _sign(met) for met in _MET.findall(before)])
    return signs if tag == _PLAIN_TEXT_TAG or _TEXT_TAG.fullmatch(tag) else signs + CARE


def _sign(met: tuple[str, str, str, str, str, str]) -> str:
    plain, prefix, name, attributes, slash, end = met
    if plain:
        return CHANGE if plain == CHANGE else PARAGRAPH_END
    if name == "t" and slash:
        return "" if prefix == "w:" and end else CARE
    if prefix != "w:" or not end or name in _FOR_CARE:
        return CARE
    if name in _SETTINGS:
        value = _VALUE.search(attributes)
        said = (value[1] or value[2] or "") if value else ""
        return CARE if "&" in said else f"{SETTING}{name}={said}{SETTING}"
    return "" if name == "p" and slash else _SIGNS[name]


def _character(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    if name:
        return _ENTITIES[name]
    return chr(int(decimal) if decimal else int(hexadecimal, 16))
