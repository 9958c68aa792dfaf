"""What a list says that is watched: a feed, or a package of open contracting data. Runs in the cage.

Feeds: RSS 0.9x to 2.0 (also as RDF) and Atom (RFC 4287), with `link rel="next"` of RFC 5005. Packages of releases and
records: OCDS 1.1, `links.next` (https://standard.open-contracting.org/latest/en/schema/release_package/). Lists of what
changed: those of Prozorro and all that run OpenProcurement, `data` and `next_page`
(https://prozorro-api-docs.readthedocs.io/en/master/tendering/basic-actions/tenders.html).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from urllib.parse import quote, urldefrag, urljoin

import msgspec
from lxml import etree

from tenderlight.cage import Emit, Workshop, read_whole

WORKSHOP = Workshop(opener="tenderlight.watching.listing:open_workshop")
MOST_ITEMS = 20_000
LONGEST_KEY = 1_000
LONGEST_URL = 2_000
LONGEST_MARK = 100
LINKS_OF_AN_ENTRY = 20
_ID = re.compile(r"[0-9A-Za-z-]{1,80}")
_ROOTS = {"rss", "feed", "rdf"}
_LINKS = {"", "alternate", "enclosure"}
"""Relations of an Atom link that lead to what the entry is about."""
_WRITTEN_PLAINLY = "%/:?=&;+,$!~*'()@-._[]"
"""Signs of an address that stay as they are; others, of other scripts above all, are written with per cent signs."""


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """What a list says."""

    kind: str
    """ocds, feed, changes, or page: no list."""
    items: tuple[tuple[str, str], ...] = ()
    """Of a feed: addresses; of a list of changes: addresses, each with when what is there last changed; of open
    contracting data: key and SHA-256 of each release or record."""
    next: str = ""
    """Address of the next page; empty = this was the last."""
    is_cut: bool = False
    """Whether it has more items than are taken."""


def open_workshop() -> Callable[[bytes, int | None, Emit], None]:
    """Return the function that reads one list."""
    return perform


def perform(task: bytes, original: int | None, emit: Emit) -> None:
    """Read the list in an open file; the task is the address that it came from."""
    assert original is not None
    emit(msgspec.json.encode(listing_of(read_whole(original), task.decode("ascii"))))


def listing_of(content: bytes, url: str) -> Listing:
    """Return what a list says; of anything else, that it is a page."""
    beginning = content[:1_000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if beginning.startswith((b"{", b"[")):
        return _package(content, url)
    if beginning.startswith(b"<") and b"<html" not in beginning.lower():
        return _feed(content, url)
    return Listing(kind="page")


def _package(content: bytes, url: str) -> Listing:
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return Listing(kind="page")
    if not isinstance(found, dict):
        return Listing(kind="page")
    entries = next((found[name] for name in ("releases", "records") if isinstance(found.get(name), list)), None)
    if entries is None:
        return _changes(found, url)
    items = dict(_releases(entries[:MOST_ITEMS]))
    links = found.get("links")
    following = links.get("next") if isinstance(links, dict) else None
    return Listing(
        kind="ocds",
        items=tuple(items.items()),
        next=_joined(url, following) if isinstance(following, str) else "",
        is_cut=len(entries) > MOST_ITEMS,
    )


def _changes(found: dict[object, object], url: str) -> Listing:
    """Return what a list of changes says; of anything else, that it is a page."""
    entries, following = found.get("data"), found.get("next_page")
    if not isinstance(entries, list) or not isinstance(following, dict):
        return Listing(kind="page")
    items: dict[str, str] = {}
    for entry in entries[:MOST_ITEMS]:
        said = (entry.get("id"), entry.get("dateModified")) if isinstance(entry, dict) else (None, None)
        if not (isinstance(said[0], str) and isinstance(said[1], str) and _ID.fullmatch(said[0])):
            return Listing(kind="page")
        items[f"{url.partition('?')[0].rstrip('/')}/{said[0]}"] = said[1][:LONGEST_MARK]
    # the path first: what is said as `uri` may name a host inside
    leads = next((one for one in map(following.get, ("path", "uri")) if isinstance(one, str) and one), "")
    return Listing(
        kind="changes", items=tuple(items.items()), next=_joined(url, leads), is_cut=len(entries) > MOST_ITEMS
    )


def _releases(entries: list[object]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get("ocid"), str):
            names = [entry["ocid"], *([entry["id"]] if isinstance(entry.get("id"), str | int) else [])]
            key = " ".join(str(name) for name in names)[:LONGEST_KEY]
            yield key, hashlib.sha256(msgspec.json.encode(entry, order="deterministic")).hexdigest()


def _feed(content: bytes, url: str) -> Listing:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Listing(kind="page")
    if root is None or _name(root).lower() not in _ROOTS:
        return Listing(kind="page")
    found: dict[str, str] = {}
    is_cut = False
    for element in root.iter("{*}item", "{*}entry"):
        for link in _links(element, url):
            is_cut = is_cut or len(found) >= MOST_ITEMS
            if not is_cut:
                found[link] = ""
    following = next((href for rel, href in _atom_links(root) if rel == "next"), "")
    return Listing(kind="feed", items=tuple(found.items()), next=_joined(url, following), is_cut=is_cut)


def _links(element: etree._Element, url: str) -> Iterator[str]:
    """Yield the addresses that an entry is about, each from the root, without the mark of a part."""
    said: list[str] = []
    for child in element:
        name = _name(child)
        if name == "link" and child.get("href") is None:
            said.append(child.text or "")
        elif name == "enclosure":
            said.append(child.get("url") or "")
    said += [href for rel, href in _atom_links(element) if rel in _LINKS]
    for link in said[:LINKS_OF_AN_ENTRY]:
        if joined := _joined(url, link):
            yield joined


def _atom_links(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield relation and address of the links of a feed or an entry; of RSS, those of its channel too."""
    channels = [child for child in element if _name(child) == "channel"]
    for parent in (element, *channels):
        for child in parent:
            if _name(child) == "link" and child.get("href"):
                yield child.get("rel") or "", child.get("href") or ""


def _name(element: etree._Element) -> str:
    tag: object = element.tag  # of comments and the like, it is no text
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def _joined(url: str, link: str) -> str:
    """Return where a link of a list leads; empty if it is none that could be fetched."""
    try:
        joined = urldefrag(urljoin(url, link.strip()))[0] if link.strip() else ""
    except ValueError:
        return ""
    written = quote(joined, safe=_WRITTEN_PLAINLY)
    return written if written.startswith(("https://", "http://")) and len(written) <= LONGEST_URL else ""
