"""Small questions to XML elements, whatever namespace their format has this decade."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for anything that is no element."""
    tag: object = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name; None if there is none."""
    if element is not None:
        for inner in element:
            if local_name(inner) == name:
                return inner
    return None


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute of this name in any namespace; None if there is none."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def count(element: etree._Element | None, name: str, otherwise: int) -> int:
    """An attribute that counts something, as a number from 1 to 999,999,999; `otherwise` if it is no such number."""
    text = attribute(element, name) or ""
    if not (text.isascii() and text.isdigit()) or not text.strip("0"):
        return otherwise
    return int(text) if len(text) < 10 else 999_999_999


def alternative(element: etree._Element) -> etree._Element:
    """The one form of doubled content to read: the first that has any text, else the last."""
    for choice in element:
        if any(local_name(inner) == "t" and inner.text for inner in choice.iter()):
            return choice
    return element[-1] if len(element) else element


@lru_cache(maxsize=4096)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]
