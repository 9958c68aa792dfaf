"""Office files are ZIP files of XML parts. This opens them with the care that strangers' files need."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterator
from functools import cache
from pyexpat import ExpatError, ParserCreate
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.zip_faults import ZIP_FAULTS
from tenderlight.reading.archives.zip_parts import (
    PackedPart,
    PartEntry,
    entries_of,
    packed_part,
    stored_part,
    unpacked_part,
)

if TYPE_CHECKING:
    from lxml import etree

_MOST_LOOKED_AT_BYTES = 256 * 1024
"""Styles alone may be half a megabyte: looking at all of it would take longer than reading the text."""


_MOST_KEPT_BYTES = 64 * 1024
"""Parts that were unpacked are kept up to this size, for `OfficePackage.handed_on`."""


_NOT_ASCII = (b"\xff\xfe", b"\xfe\xff", b"\0", b"<\0")
"""What XML in UTF-16 begins with."""
_ENCODING = re.compile(rb"""\s*<\?xml[^<>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"\s*<\?xml\s[^<>]*\?>")
_ENCODINGS = frozenset(
    {
        "gbk", "gb2312", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "koi8-r", "windows-1250", "windows-1251",
        "windows-1252", "windows-1254", "windows-1256", "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-9",
        "iso-8859-15",
    }
)  # fmt: skip
"""Encodings that XML may be written in, and in which ASCII stands for itself."""


class Relation(NamedTuple):
    """A reference from one part to another."""

    kind: str
    """Last word of its type, lower case: "officedocument", "header", "worksheet"."""
    key: str
    target: str
    """Name of the part referred to."""


class OfficePackage:
    """The parts of an Office file, unpacked one at a time within one budget.

    Attributes:
        problems: What was met so far; a part with a problem comes out as None.
    """

    def __init__(self, content: bytes, limits: ReadingLimits, step: str) -> None:
        self.problems: list[Problem] = []
        self._step = step
        self._content = content
        self._left = min(
            limits.unpacked_bytes, max(len(content) * limits.expansion_ratio, limits.expansion_grace_bytes)
        )
        self._opened: set[str] = set()
        try:
            parts = entries_of(content)
        except ZIP_FAULTS:
            parts = []
            self.refuse("office-damaged", "The ZIP directory cannot be read.")
        self._kept: dict[str, bytes] = {}
        self._parts: dict[str, PartEntry] = {}
        for part in parts:
            name = _folded(part[0])
            if name in self._parts:
                self.refuse("office-part-twice", f"Part: {part.name}")
            else:
                self._parts[name] = part

    @property
    def names(self) -> list[str]:
        """Names of the parts, lower case, in the order of the directory."""
        return list(self._parts)

    def main_part(self, otherwise: str) -> str:
        """Name of the part that the file starts from; `otherwise` where the file does not say."""
        for attributes in self._references(""):
            if attributes.get("Type", "").rpartition("/")[2].lower() == "officedocument":
                return _joined("", attributes.get("Target", ""))
        return otherwise

    def relations(self, name: str, kinds: Container[str] | None = None) -> list[Relation]:
        """What a part (the file itself: "") refers to inside the file; of these kinds alone, unless they are None."""
        folder = name.rpartition("/")[0]
        found = []
        for attributes in self._references(name):
            kind = attributes.get("Type", "").rpartition("/")[2].lower()
            if kinds is None or kind in kinds:
                target = _joined(folder, attributes.get("Target", ""))
                found.append(Relation(kind, attributes.get("Id", ""), target))
        return found

    def targets(self, name: str) -> dict[str, str]:
        """Names of the parts that a part refers to, by the keys of the relations."""
        folder = name.rpartition("/")[0]
        return {one.get("Id", ""): _joined(folder, one.get("Target", "")) for one in self._references(name)}

    def _references(self, name: str) -> list[dict[str, str]]:
        folder, _, file = name.rpartition("/")
        part = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        content = self.part(part)
        found = [] if content is None else self.elements(content, part)[1:]
        return [attributes for _, attributes in found if attributes.get("TargetMode") != "External"]

    def elements(
        self, content: bytes, name: str, endings: str | tuple[str, ...] = ""
    ) -> list[tuple[str, dict[str, str]]]:
        """Return the elements of a part whose names end so, each with its attributes, without a tree of them.

        Names may have prefixes or namespaces before them. Where it is not XML that may be read, there are none, and
        `problems` has grown.
        """
        if has_document_type(content):
            self.refuse("xml-dtd", f"Part: {name}")
            return []
        found: list[tuple[str, dict[str, str]]] = []

        def begin(tag: str, attributes: dict[str, str]) -> None:
            if tag.endswith(endings):
                found.append((tag, attributes))

        parser = ParserCreate()
        parser.StartElementHandler = begin
        try:
            parser.Parse(content, True)
        except (ExpatError, LookupError, ValueError):  # of encodings that it does not know, too
            root = self.parsed(content, name)
            elements = () if root is None else root.iter("{*}*")
            return [
                (str(one.tag), {str(key): str(value) for key, value in one.items()})
                for one in elements
                if str(one.tag).endswith(endings)
            ]
        return found

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return _folded(name) in self._parts

    def part(self, name: str) -> bytes | None:
        """Unpack a part. None if there is none, or if it cannot be read (then `problems` has grown)."""
        folded = name if name in self._parts else _folded(name)
        entry = self._parts.get(folded)
        if entry is None:
            return None
        self._opened.add(folded)
        if entry.size > self._left:
            self.refuse("limit-expansion", f"Part: {entry.name}")
            return None
        try:
            content = unpacked_part(self._content, entry)
        except ZIP_FAULTS:
            self.refuse("office-damaged", f"Part: {entry.name}")
            return None
        size = len(content)
        self._left -= size
        if size <= _MOST_KEPT_BYTES:
            self._kept[folded] = content
        return content

    def part_as_utf8(self, name: str) -> bytes | None:
        """Unpack an XML part as `part` does, in UTF-8, in which `handed_on` hands it on from then on."""
        content = self.part(name)
        if content is None or not (content.startswith(_NOT_ASCII) or content.find(b"encoding", 0, 200) >= 0):
            return content
        written = as_utf8(content)
        if written is None:
            self.refuse("office-damaged", f"Part: {name}; encoding")
        elif written is not content:
            self._kept[_folded(name)] = written
        return written

    def packed(self, name: str) -> PackedPart | None:
        """Return a part as it stands in the file; None if it is packed in a rare way."""
        return packed_part(self._content, self._parts[_folded(name)])

    def handed_on(self, name: str, new_name: str) -> PackedPart:
        """Return a part for a copy of the file, under a name that it has there.

        A small one that was asked for is handed on as it was unpacked, any other as it stands in the file.

        Raises:
            zipfile.BadZipFile: If it cannot be read, or another of `ZIP_FAULTS`. `problems` does not grow.
        """
        folded = _folded(name)
        content = self._kept.get(folded)
        if content is None:
            entry = self._parts[folded]
            if entry.size > self._left:
                raise BadZipFile(f"{entry.name!r} is too large")
            packed = packed_part(self._content, entry)
            if packed is not None:
                return packed._replace(name=new_name)
            content = unpacked_part(self._content, entry)
        return stored_part(new_name, content)

    def tree(self, name: str) -> etree._Element | None:
        """Parse a part as XML. None as for `part`, or if it is not XML that may be read.

        A document type declaration is refused: no Office program writes one, and entities live there.
        """
        content = self.part(name)
        return None if content is None else self.parsed(content, name)

    def parsed(self, content: bytes, name: str) -> etree._Element | None:
        """Parse what is in a part as XML. None if it is not XML that may be read, as for `tree`."""
        if has_document_type(content):
            self.refuse("xml-dtd", f"Part: {name}")
            return None
        root = parsed_xml(content)
        if isinstance(root, str):
            self.refuse("office-damaged", f"Part: {name}; {root}")
            return None
        return root

    def damage_beside_text(self) -> list[Problem]:
        """Return `office-part-damaged` if an XML part that nobody asked for is not what its checksum says.

        Call it when all that is to be read was read.
        """
        budget = _MOST_LOOKED_AT_BYTES
        for name, entry in self._parts.items():
            if name in self._opened or not name.endswith((".xml", ".rels")) or entry.size > budget:
                continue
            budget -= entry.size
            try:
                unpacked_part(self._content, entry)
            except ZIP_FAULTS:
                detail = f"Part: {entry.name}"
                return [problem("office-part-damaged", step=self._step, detail=detail)]
        return []

    def refuse(self, code: str, detail: str) -> None:
        """Grow `problems` by one."""
        self.problems.append(problem(code, step=self._step, detail=detail))


def parsed_xml(content: bytes) -> etree._Element | str:
    """Return XML as a tree, or why it is not XML that may be read."""
    from lxml import etree

    try:
        return etree.fromstring(content, _parser())
    except (etree.XMLSyntaxError, ValueError) as refused:
        return str(refused)


@cache
def _parser() -> etree.XMLParser:
    """Return the parser of parts; to make one takes as long as a small part."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def as_utf8(content: bytes) -> bytes | None:
    """Return XML in UTF-8 and without its declaration, if it is in another encoding; None if it is not in that one.

    What names an encoding that is not known, or UTF-16 where it is none, is left for a parser to refuse.
    """
    declared = _ENCODING.match(content)
    name = declared[1].decode().lower() if declared else "utf-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = "utf-16"
    elif content.startswith((b"\0<", b"<\0")):
        name = "utf-16-be" if content.startswith(b"\0") else "utf-16-le"
    elif name not in _ENCODINGS:
        return content
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        return None
    return _DECLARATION.sub("", text.removeprefix("\ufeff"), count=1).encode("utf-8", "replace")


def has_document_type(content: bytes) -> bool:
    """Whether XML declares a document type, where entities live."""
    return content.find(b"!") >= 0 and (b"<!DOCTYPE" in content or "<!DOCTYPE".encode("utf-16-le") in content)


def _joined(folder: str, target: str) -> str:
    """Return the name of a part that a part in a folder calls by a target."""
    if not target or "./" in target or "//" in target or ".." in target or target[-1] in "./":
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"


def _folded(name: str) -> str:
    folded = name.lower()
    return folded.replace("\\", "/").lstrip("/") if "\\" in folded or folded.startswith("/") else folded


class LockedOfficeReader:
    """Says of an Office file locked with a password that it is one. Problems: office-encrypted."""

    name = "office"
    version = 1
    media_types = frozenset({formats.LOCKED_OFFICE})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:  # noqa: ARG002
        """Yield the problem."""
        yield problem("office-encrypted", step=f"read:{self.name}/{self.version}")
