"""Small questions to XML elements, whatever namespace their format has this decade."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for anything that is no element."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name; None if there is none."""
    if element is None:
        return None
    return next((inner for inner in element if local_name(inner) == name), None)


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute of this name in any namespace; None if there is none."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def count(element: etree._Element | None, name: str, otherwise: int) -> int:
    """An attribute that counts something, as a number from 1 to 999,999,999; `otherwise` if it is nothing such."""
    text = attribute(element, name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 and int(text) else otherwise
