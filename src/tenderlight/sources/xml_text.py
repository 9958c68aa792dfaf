"""XML of unknown hands: parsed without network, entities or document types, and addressed by XPath.

Pointers are XPath 1.0 with fixed prefixes (`PREFIXES`); `ted:` is the namespace of the root element of a TED standard
form and `nuts:` that of its region codes, which both change with the version of the schema. The root is "/*".
The value at a pointer is the text of the element (its paragraphs on lines of their own) or of the attribute; where an
empty element says something by being there, the pointer is `local-name(…)` and the value its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import ReadingLimits
from tenderlight.sources.notice import Written

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser
    from lxml.etree import _Element as Element

PREFIXES: Final = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
    "efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
    "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
    "atom": "http://www.w3.org/2005/Atom",
    "fpds": "https://www.fpds.gov/FPDS",
    "export": "http://zakupki.gov.ru/oos/export/1",
    "oos": "http://zakupki.gov.ru/oos/types/1",
    "ep": "http://zakupki.gov.ru/oos/EPtypes/1",
    "cp": "http://zakupki.gov.ru/oos/CPtypes/1",
    "base": "http://zakupki.gov.ru/oos/base/1",
    "common": "http://zakupki.gov.ru/oos/common/1",
    "tp": "http://zakupki.gov.ru/oos/TPtypes/1",
}
_PREFIX_OF: Final = {uri: prefix for prefix, uri in PREFIXES.items()}
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE", re.IGNORECASE)
_TYPE = re.compile(rb"<!\s*DOCTYPE\s[^\[>\"']*(?P<inside>\[(?:\"[^\"]*\"|'[^']*'|[^\]\"'])*+\]\s*)?>", re.IGNORECASE)
"""A document type that names no other file; what it declares stands in it."""
_REACHES_OUT = re.compile(
    rb"<!\s*(?:ATTLIST|ELEMENT|NOTATION)|<!\s*ENTITY\s+%|<!\s*ENTITY\s+\S+\s+(?:SYSTEM|PUBLIC)\s", re.IGNORECASE
)
"""Declarations that pull in files, or change what elements and attributes hold."""
_NOT_OWN = rb"&(?!(?:amp|lt|gt|quot|apos|#\w+);)"
_IN_ATTRIBUTE = re.compile(rb"=\s*(?:\"[^\"<]*" + _NOT_OWN + rb"|'[^'<]*" + _NOT_OWN + rb")")
_REFERENCE = re.compile(_NOT_OWN + rb"[A-Za-z_][\w.-]*;")
_PARAGRAPH = "P"
_FED_BYTES = 65536
_SAFELY: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""How files of unknown hands are parsed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlFile:
    """What is whole of an XML file.

    Where a file is cut off or damaged, that is all that ended before that place. Elements that had begun there are left
    with what is whole in them, if anything is, and without text of their own.
    """

    root: Element
    unfinished: tuple[Element, ...] = ()
    """Elements that had begun at the cut, the outermost first; none = the file is whole."""
    cut_line: int = 0
    entities: int = 0
    """References to entities, whose values are absent."""

    def is_unfinished(self, element: Element) -> bool:
        """Say whether the file is cut off inside an element."""
        return any(element is begun for begun in self.unfinished)

    def problems(self, step: str) -> Iterator[Problem]:
        """Yield what the file lacks: xml-entity, xml-cut-short."""
        if self.entities:
            yield problem("xml-entity", step=step, detail=f"({self.entities} of them)")
        if self.unfinished:
            yield problem("xml-cut-short", step=step, detail=f"Line {self.cut_line}.")


def parse_xml(content: bytes, limits: ReadingLimits) -> Element | str:
    """Return the root element of what is whole of a file, or the code of a problem, as `open_xml`."""
    opened = open_xml(content, limits)
    return opened if isinstance(opened, str) else opened.root


def open_xml(content: bytes, limits: ReadingLimits) -> XmlFile | str:
    """Return what is whole of a file, or the code of a problem (xml-damaged, xml-dtd, xml-too-deep).

    A document type that can hide or pull in content (from elsewhere, by parameters, into attributes) is refused before
    parsing, in whatever encoding it stands. One that only declares entities is not, but they are never put in: an
    element in which one stands has no text, so that its value is absent (`entity_references` tells of it).
    """
    from lxml import etree

    head = _as_ascii(content)
    root_start = _ROOT.search(head)
    has_type = _DOCTYPE.search(head, 0, root_start.start("name") if root_start else len(head)) is not None
    if has_type and not _only_declares_texts(head):
        return "xml-dtd"
    unfinished: list[Element] = []
    line = 0
    try:
        root = etree.fromstring(content, etree.XMLParser(**_SAFELY))
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            return "xml-too-deep"
        unfinished = _whole_before_damage(content)
        if not unfinished:
            return "xml-damaged"
        root, line = unfinished[0], getattr(error, "lineno", 0) or 0
    if root.getroottree().docinfo.internalDTD is not None and not has_type:
        return "xml-dtd"
    for entity in list(root.iter(etree.Entity)) if has_type else ():
        _without(entity)
    if _is_deeper(root, limits.element_depth):
        return "xml-too-deep"
    return XmlFile(root=root, unfinished=tuple(unfinished), cut_line=line, entities=entity_references(content))


def _whole_before_damage(content: bytes) -> list[Element]:
    """Return the elements that had begun where a file is cut off or damaged, holding only what ended before.

    The outermost comes first. None if nothing had ended before.
    """
    from lxml import etree

    parser = etree.XMLPullParser(events=("start", "end"), **_SAFELY)
    begun: list[Element] = []
    with suppress(etree.XMLSyntaxError):
        for at in range(0, len(content), _FED_BYTES):
            parser.feed(content[at : at + _FED_BYTES])
            _follow(parser, begun)
    with suppress(etree.XMLSyntaxError):
        _follow(parser, begun)
    while begun and (not len(begun[-1]) or _has_own_text(begun[-1])):
        cut = begun.pop()
        if begun:
            begun[-1].remove(cut)
    for element in begun:
        element[-1].tail = None
    return begun


def _follow(parser: XMLPullParser, begun: list[Element]) -> None:
    for event, element in parser.read_events():
        if event == "start":
            begun.append(cast("Element", element))
        else:
            begun.pop()


def _has_own_text(element: Element) -> bool:
    return any(text and text.strip() for text in (element.text, *(part.tail for part in element)))


def _only_declares_texts(head: bytes) -> bool:
    """Say whether a document type only declares entities that stand for texts, and none of them is in an attribute."""
    found = _TYPE.search(head)
    if found is None or found["inside"] is None:
        return False
    return not (_REACHES_OUT.search(found["inside"]) or _IN_ATTRIBUTE.search(head, found.end()))


def entity_references(content: bytes) -> int:
    """Return how many entities, other than the five of XML itself, a file refers to: their values are absent."""
    head = _as_ascii(content)
    root_start = _ROOT.search(head)
    found = _TYPE.search(head, 0, root_start.start("name") if root_start else len(head))
    return len(_REFERENCE.findall(head, found.end())) if found is not None else 0


def _without(entity: Element) -> None:
    """Take a reference out, and with it all text of the element that it stands in; child elements keep theirs."""
    holder = entity.getparent()
    if holder is not None:
        holder.text = None
        for part in holder:
            part.tail = None
        holder.remove(entity)


def _is_deeper(root: Element, depth: int) -> bool:
    level = [root]
    for _ in range(depth):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def root_name(content: bytes) -> tuple[str, str]:
    """Return namespace and local name of the root element, or two empty strings if there is none to be seen."""
    found = _ROOT.search(_as_ascii(content[:65536]))
    if found is None:
        return "", ""
    prefix, name, attributes = found["prefix"], found["name"], found["attributes"]
    declared = f"xmlns:{prefix[:-1].decode()}" if prefix else "xmlns"
    namespace = re.search(rb"\s" + declared.encode() + rb"\s*=\s*[\"']([^\"']*)", attributes)
    return (namespace[1].decode("ascii", "replace") if namespace else ""), name.decode("ascii", "replace")


_ROOT = re.compile(
    rb"\A(?:\s|<\?.*?\?>|<!--.*?-->|<![^>]*>)*+<(?P<prefix>[A-Za-z_][\w.-]*:)?(?P<name>[A-Za-z_][\w.-]*)"
    rb"(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)",
    re.DOTALL,
)


def _as_ascii(content: bytes) -> bytes:
    content = content.removeprefix(b"\xef\xbb\xbf")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:4]:
        return content.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return content


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _namespace(element: Element) -> str:
    return element.tag.rpartition("}")[0].lstrip("{")


def children(element: Element | None, name: str) -> list[Element]:
    """Return the children of this local name."""
    return [part for part in element if local_name(part) == name] if element is not None else []


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first element down this path of local names, or None."""
    for name in names:
        element = next(iter(children(element, name)), None)
    return element


def at(element: Element | None, path: str) -> list[Element]:
    """Return all elements down a path of local names ("suppliers/supplier"), in the order of the file."""
    found = [element] if element is not None else []
    for name in path.split("/"):
        found = [part for parent in found for part in children(parent, name)]
    return found


def first_at(element: Element | None, *paths: str) -> Element | None:
    """Return the first element with content down the first of these paths that has one, or None."""
    for path in paths:
        for found in at(element, path):
            if len(found) or (found.text and found.text.strip()):
                return found
    return None


def descendants(element: Element, name: str) -> list[Element]:
    """Return the elements of this local name anywhere below, in the order of the file."""
    return [part for part in element.iter() if part is not element and local_name(part) == name]


def namespaces(root: Element) -> dict[str, str]:
    """Return the prefixes with which pointers into this document resolve."""
    found = dict(PREFIXES)
    if _namespace(root):
        found["ted"] = _namespace(root)
    regions = (_namespace(element) for element in root.iter() if _namespace(element).endswith("/nuts"))
    found["nuts"] = next(regions, "http://publications.europa.eu/resource/schema/ted/2021/nuts")
    return found


def pointer_to(element: Element) -> str:
    """Return the XPath of an element."""
    return _pointers(element.getroottree().getroot())[element]


@lru_cache(maxsize=1)
def _pointers(root: Element) -> dict[Element, str]:
    """Return the XPaths of all elements of a document; made at once, for a notice may have thousands of lots."""
    found = {root: "/*"}
    waiting = [root]
    while waiting:
        parent = waiting.pop()
        steps = [_step(element) for element in parent]
        count = Counter(steps)
        seen: Counter[str] = Counter()
        for element, step in zip(parent, steps, strict=True):
            seen[step] += 1
            number = f"[{seen[step]}]" if count[step] > 1 else ""
            found[element] = f"{found[parent]}/{step}{number}"
        waiting.extend(parent)
    return found


def _step(element: Element) -> str:
    uri, name = _namespace(element), local_name(element)
    if not uri:
        return name
    if uri in _PREFIX_OF:
        return f"{_PREFIX_OF[uri]}:{name}"
    if uri.endswith("/nuts"):
        return f"nuts:{name}"
    if uri == _namespace(element.getroottree().getroot()):
        return f"ted:{name}"
    return f"*[local-name()='{name}']"


def text_of(element: Element) -> str:
    """Return the text of an element, with paragraphs (P) on lines of their own, as they stand."""
    paragraphs = [part for part in descendants(element, _PARAGRAPH) if not _is_inside(part, _PARAGRAPH)]
    if not paragraphs or local_name(element) == _PARAGRAPH:
        return _string(element)
    return "\n".join(_string(paragraph) for paragraph in paragraphs)


def _string(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _is_inside(element: Element, name: str) -> bool:
    return any(local_name(ancestor) == name for ancestor in element.iterancestors())


def written(element: Element | None) -> Written | None:
    """Return the text of an element with its place, or None if there is no element or no text."""
    if element is None:
        return None
    text = text_of(element)
    return Written(pointer=pointer_to(element), text=text) if text.strip() else None


def attribute(element: Element | None, name: str) -> Written | None:
    """Return the value of an attribute with its place, or None if it is not there or blank."""
    text = element.get(name) if element is not None else None
    if element is None or text is None or not text.strip():
        return None
    return Written(pointer=f"{pointer_to(element)}/@{name}", text=str(text))


def name_of(element: Element) -> Written:
    """Return the local name of an element with no text, which says something by being there."""
    return Written(pointer=f"local-name({pointer_to(element)})", text=local_name(element))


def text_at(root: Element, pointer: str, prefixes: dict[str, str]) -> str | None:
    """Return the text of the element or attribute at an XPath made by `pointer_to`; None if there is none."""
    from lxml import etree

    try:
        found = root.xpath(pointer, namespaces=prefixes)
    except etree.XPathError:
        return None
    if isinstance(found, str):
        return str(found) or None
    if not isinstance(found, list) or len(found) != 1:
        return None
    return text_of(found[0]) if etree.iselement(found[0]) else str(found[0])
