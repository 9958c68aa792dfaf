"""What is asked for, in which order, when a place on a network is looked at.

Each function asks by yielding, and is sent what came: who fetches, where and how fast, is another's business.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

from tenderlight.watching.fetches import Fetched, Wanted
from tenderlight.watching.listing import Listing
from tenderlight.watching.looks import CHANGED, GONE, REST, SEEN, Event, Look
from tenderlight.watching.places import Known

MOST_NEW = 200
"""Documents of a feed that are fetched in one look."""
MOST_LOOKED_AT_AGAIN = 50
"""Documents of a feed that are asked for again in one look, those not looked at for longest first."""
MOST_FAILED = 10
"""So often a document that gave no answer is asked for at every look; then once a day."""
SELDOM_SECONDS = 86_400.0
MOST_RELEASES = 1_000_000
OCDS, FEED, CHANGES, PAGE = "ocds", "feed", "changes", "page"
LISTS = (OCDS, FEED, CHANGES)

ListOf = Callable[[bytes, str], Listing | None]
"""Returns what a list says that came from an address; None if it could not be read."""
Asking = Generator[Wanted, Fetched, None]


def look_at(look: Look, list_of: ListOf) -> Asking:
    """Look at a place: a list of documents, of releases or of changes, or one document."""
    url = look.state.next_page or look.place.address
    got = yield look.wanted(url, is_list=look.state.kind in LISTS)
    if got.trouble or (got.is_gone and look.state.kind not in (FEED, PAGE)):
        if 400 <= got.status < 500 and got.status != 429:
            look.state.next_page = ""  # that page is no more: all is walked over again
        _fail(look, got, got.trouble or f"The server answers {got.status}: nothing is there.")
        return
    if got.status == 304 or got.is_gone:
        listing = Listing(kind=look.state.kind)
    else:
        read = list_of(got.body, got.final_url)
        if read is None:
            _fail(look, got, "What is there could not be read.")
            return
        listing = read
    if look.state.kind in LISTS and listing.kind != look.state.kind:
        _fail(look, got, f"This was a list ({look.state.kind}), and what is there now is none.")
        return
    look.state.kind = look.state.kind or listing.kind
    if look.state.kind == PAGE:
        look.judge(got)
    elif look.state.kind == CHANGES:
        yield from _changes(look, got, listing, list_of)
    elif look.state.kind == FEED:
        yield from _feed(look, got, listing, list_of)
    elif got.status != 304:
        yield from _releases(look, got, listing, list_of)


def _fail(look: Look, got: Fetched, why: str) -> None:
    look.failed = True
    look.wait_seconds = got.wait_seconds
    look.troubles.append(f"{look.place.address}: {why}")


def _feed(look: Look, got: Fetched, listing: Listing, list_of: ListOf) -> Asking:
    """Fetch the documents that are new in a feed, then ask again for some that are known."""
    if got.is_gone:
        look.troubles.append(
            f"{look.place.address}: the feed itself is gone ({got.status}); its documents are watched."
        )
    new: dict[str, None] = {}
    pages, visited = 1, {got.url, got.final_url}
    hops, is_broken = got.hops, False
    while True:
        fresh = [url for url, _ in listing.items if url not in look.state.known and url not in new]
        new.update(dict.fromkeys(fresh))
        is_end = not fresh and not look.state.is_open
        if is_end or not listing.next or listing.next in visited or pages >= look.place.most_pages:
            break
        visited.add(listing.next)
        further = yield Wanted(url=listing.next)
        read = None if further.trouble or further.is_gone else list_of(further.body, further.final_url)
        if read is None or read.kind != FEED:
            look.troubles.append(f"{listing.next}: {further.trouble or 'no further page of the feed'}")
            is_broken = True
            break
        pages, listing, hops = pages + 1, read, (*hops, *further.hops)
    wanted = list(new)[:MOST_NEW]
    look.left = len(new) - len(wanted)
    for number, url in enumerate(wanted):
        if look.is_full:
            look.left += len(wanted) - number
            break
        look.judge((yield look.wanted(url)))
    if look.events:
        look.capture(hops)
    yield from _again(look, frozenset(wanted))
    if got.status == 200:
        look.state.is_open = is_broken or look.left > 0
        look.state.known[look.place.address] = Known() if look.state.is_open else _list_known(got)


def _changes(look: Look, got: Fetched, listing: Listing, list_of: ListOf) -> Asking:
    """Fetch what a list of changes names, page by page; a page is behind us once all of it was asked for."""
    known = look.state.known
    fetched: set[str] = set()
    visited, pages = {got.url, got.final_url}, 1
    while True:
        new = [(url, mark) for url, mark in listing.items if url not in known or known[url].mark != mark]
        for number, (url, mark) in enumerate(new):
            if look.is_full or len(fetched) >= MOST_NEW:
                look.left += len(new) - number
                return
            answer = yield look.wanted(url)
            look.judge(answer)
            fetched.add(url)
            if not answer.trouble:
                known[url].mark = mark
        if not listing.items or not listing.next or listing.next in visited:
            break
        look.state.next_page = listing.next
        if pages >= look.place.most_pages or len(known) > MOST_RELEASES:
            look.left += 1
            return
        visited.add(listing.next)
        further = yield Wanted(url=listing.next)
        read = None if further.trouble or further.is_gone else list_of(further.body, further.final_url)
        if read is None or read.kind != CHANGES:
            look.troubles.append(f"{listing.next}: {further.trouble or 'no further page of the list'}")
            break
        pages, listing = pages + 1, read
    yield from _again(look, frozenset(fetched))


def _again(look: Look, fetched: frozenset[str]) -> Asking:
    """Ask again for documents that were there, or gave no answer: entries leave a feed in time, documents stay."""
    known = look.state.known
    there = [
        url
        for url, one in known.items()
        if (one.object or _is_to_be_tried(one)) and url not in fetched and url != look.place.address
    ]
    for url in sorted(there, key=lambda url: known[url].looked_at)[:MOST_LOOKED_AT_AGAIN]:
        if look.is_full:
            break
        look.judge((yield look.wanted(url)))


def _is_to_be_tried(one: Known) -> bool:
    return 0 < one.failed < MOST_FAILED or (one.failed > 0 and time.time() - one.looked_at >= SELDOM_SECONDS)


def _list_known(got: Fetched) -> Known:
    return Known(etag=got.etag, modified=got.modified)


def _releases(look: Look, got: Fetched, listing: Listing, list_of: ListOf) -> Asking:
    """Walk over the pages of a list of releases; what is on none of them any more is gone."""
    known = look.state.known
    found: dict[str, str] = {}
    visited, contents = {got.url, got.final_url}, {got.sha256}
    pages, is_whole = 1, not listing.is_cut
    first = got
    while True:
        news = [_event(key, sha256, known) for key, sha256 in listing.items if found.get(key) is None]
        found.update(listing.items)
        events = [event for event in news if event is not None]
        look.events += events
        for event in events:
            known[event.address] = Known(object=event.sha256)
        look.capture(got.hops, **({} if events else {"into": REST}))
        if not listing.next:
            break
        why = _why_no_further(look, listing.next, visited, pages)
        if why is None and len(known) > MOST_RELEASES:
            why = f"more than {MOST_RELEASES} releases"
        if why is None:
            visited.add(listing.next)
            got = yield Wanted(url=listing.next)
            read = None if got.trouble or got.is_gone else list_of(got.body, got.final_url)
            if read is None or read.kind != OCDS:
                why = got.trouble or "no further page of the list"
            elif got.sha256 in contents:
                why = "the same page comes again and again"
            else:
                pages, listing, is_whole = pages + 1, read, is_whole and not read.is_cut
                contents.add(got.sha256)
                continue
        look.troubles.append(f"{listing.next}: not followed: {why}.")
        is_whole = False
        break
    if is_whole:
        _leave_out(look, found)
    known[look.place.address] = _list_known(first) if is_whole and pages == 1 else Known()


def _why_no_further(look: Look, url: str, visited: set[str], pages: int) -> str | None:
    if url in visited:
        return "the pages lead in a circle"
    if pages >= look.place.most_pages:
        return f"{pages} pages were read (--most-pages)"
    return "one look brings no more than this" if look.is_full else None


def _event(key: str, sha256: str, known: dict[str, Known]) -> Event | None:
    before = known[key].object if key in known else ""
    if before == sha256:
        return None
    return Event(what=CHANGED if before else SEEN, address=key, sha256=sha256, before=before)


def _leave_out(look: Look, found: dict[str, str]) -> None:
    """Note what stood in the list before and does so no more, as the whole list shows."""
    for key, known in look.state.known.items():
        if known.object and key not in found:
            look.add(Event(what=GONE, address=key, before=known.object))
            known.object = ""
