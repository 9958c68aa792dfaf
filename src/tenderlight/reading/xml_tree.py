"""Small questions to XML elements, whatever namespace their format has this decade."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


class _LocalNames(dict[object, str]):
    """Names without their namespaces, by tag, kept of tags met before; a tag that is no text is "", no element."""

    def __missing__(self, tag: object) -> str:
        if len(self) >= _MOST_NAMES:
            self.clear()
        name = self[tag] = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        return name


_MOST_NAMES = 4096
LOCAL_NAMES = _LocalNames()
"""`LOCAL_NAMES[element.tag]` is `local_name(element)`, for loops over whole documents."""


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for anything that is no element."""
    return LOCAL_NAMES[element.tag]


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name; None if there is none."""
    if element is not None:
        for inner in element:
            if LOCAL_NAMES[inner.tag] == name:
                return inner
    return None


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute of this name in any namespace; None if there is none."""
    if element is None:
        return None
    for key, value in element.items():
        if LOCAL_NAMES[key] == name:
            return str(value)
    return None


def count(element: etree._Element | None, name: str, otherwise: int) -> int:
    """An attribute that counts something, as a number from 1 to 999,999,999; `otherwise` if it is no such number."""
    return number_of(attribute(element, name) or "", otherwise)


def number_of(text: str, otherwise: int) -> int:
    """A count as it is written, as a number from 1 to 999,999,999; `otherwise` if it is no such number."""
    if not (text.isascii() and text.isdigit()) or not text.strip("0"):
        return otherwise
    return int(text) if len(text) < 10 else 999_999_999


def alternative(element: etree._Element) -> etree._Element:
    """The one form of doubled content to read: the first that has any text, else the last."""
    for choice in element:
        if any(local_name(inner) == "t" and inner.text for inner in choice.iter()):
            return choice
    return element[-1] if len(element) else element
