"""XML of list files: parsed without entities, without a network, and only whole."""

from __future__ import annotations

from lxml import etree

from tenderlight.lists.files import ListRefused

DEPTH = 64


def root_of(content: bytes) -> etree._Element:
    """Return the root of an XML file.

    Raises:
        ListRefused: `list-cut-short` if it ends too early; `list-damaged` if it is no XML, declares entities, or nests
            deeper than any list.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise ListRefused("list-damaged", "(it declares a document type)")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as trouble:
        is_short = not content.rstrip().endswith(b">") or "Premature end" in str(trouble)
        raise ListRefused("list-cut-short" if is_short else "list-damaged", f"({trouble})") from trouble
    if _depth_of(root) > DEPTH:
        raise ListRefused("list-damaged", "(nested too deep)")
    return root


def _depth_of(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > DEPTH:
            break
    return deepest


def text_at(element: etree._Element, *path: str) -> str:
    """Return the text of the first element down that path, "" if there is none."""
    found = element.find("/".join(f"{{*}}{step}" for step in path))
    return _even(found) if found is not None else ""


def all_text(element: etree._Element, *path: str) -> list[str]:
    """Return the texts of all elements down that path that have one."""
    found = element.findall("/".join(f"{{*}}{step}" for step in path))
    texts = (_even(each) for each in found)
    return [text for text in texts if text]


def _even(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
