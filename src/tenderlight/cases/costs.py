"""What files that were received came to: pages, notices, time. By it a run over more of their kind is planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlight.cases.database import Database

LEFT_OVER = "limit-recognition"
"""Problem of a page that text recognition had no time for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedCost:
    """A file as it was received, and what it came to: what was read of it and of the files in it."""

    path: str
    size_bytes: int
    documents: tuple[str, ...]
    """It and the files in it, by SHA-256."""
    pages: int
    """Pages (sheets) that they have, as far as is known; the files in an archive are no pages of it."""
    records: int
    """Notices of structured sources."""
    recognised: int
    """Pages that were read from their pictures."""
    left_over: int
    """Pages that text recognition had no time for."""
    cpu_seconds: float | None
    """Processor time of reading; None = not measured for some of it."""


@dataclass(slots=True, kw_only=True)
class _OfDocument:
    size_bytes: int
    pages: int
    pages_read: int
    records: int
    cpu_seconds: float | None
    is_read: bool


def received_costs(database: Database) -> Iterator[ReceivedCost]:
    """Yield a line for each path under which an original was received, if it and all in it were looked at.

    A file that lies in several archives counts in each.
    """
    documents = {
        document: _OfDocument(
            size_bytes=size,
            pages=max(pages or 0, read or 0),
            pages_read=read or 0,
            records=records or 0,
            cpu_seconds=cpu,
            is_read=bool(is_read),
        )
        for document, size, pages, read, records, cpu, is_read in database.query(_DOCUMENTS)
    }
    inside: dict[str, list[str]] = {}
    for container, document in database.query("SELECT container, document FROM members ORDER BY container, position"):
        inside.setdefault(container, []).append(document)
        documents[container].pages = documents[container].pages_read
    recognised: Counter[str] = Counter(dict(database.query(_RECOGNISED)))
    left_over: Counter[str] = Counter(dict(database.query(_LEFT_OVER, (LEFT_OVER,))))
    for path, root in list(database.query("SELECT path, document FROM sightings ORDER BY path, document")):
        every = _with_members(root, inside)
        found = [documents[document] for document in every]
        if not all(one.is_read for one in found):
            continue
        seconds = [one.cpu_seconds for one in found if one.cpu_seconds is not None]
        yield ReceivedCost(
            path=path,
            size_bytes=documents[root].size_bytes,
            documents=tuple(every),
            pages=sum(one.pages for one in found if not one.records),
            records=sum(one.records for one in found),
            recognised=sum(recognised[document] for document in every),
            left_over=sum(left_over[document] for document in every),
            cpu_seconds=sum(seconds) if len(seconds) == len(every) else None,
        )


def reading_seconds(database: Database, documents: Sequence[str]) -> float:
    """Return the processor time that reading these documents took, as far as it was measured."""
    wanted = set(documents)
    rows = database.query("SELECT document, cpu_seconds FROM readings WHERE cpu_seconds IS NOT NULL")
    return float(sum(seconds for document, seconds in rows if document in wanted))


def _with_members(root: str, inside: dict[str, list[str]]) -> list[str]:
    """Return a document and all that lies in it, each once."""
    found = {root: None}
    waiting = [root]
    while waiting:
        for document in inside.get(waiting.pop(), ()):
            if document not in found:
                found[document] = None
                waiting.append(document)
    return list(found)


_DOCUMENTS = """
SELECT sha256, size_bytes, page_count, pages_read, records, cpu_seconds, readings.document IS NOT NULL
FROM documents LEFT JOIN readings ON readings.document = sha256
"""
_RECOGNISED = "SELECT document, sum(pages) FROM page_counts WHERE is_recognised = 1 GROUP BY document"
_LEFT_OVER = "SELECT document, count(*) FROM problems WHERE code = ? AND document IS NOT NULL GROUP BY document"
