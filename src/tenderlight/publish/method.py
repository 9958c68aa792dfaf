"""The method statement of a dossier: made from the run and the log, not written by hand.

It tells of the documents of one contract by name and of the rest of the case in figures only: what is not published
stays on the machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case, DocumentLine, PageLine
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.publish.dossier_findings import Finding, Selection
from tenderlight.publish.measured import PASSAGES
from tenderlight.screening.kept import newest
from tenderlight.screening.told import read_told


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """A document of the contract."""

    document: str
    path: str
    size_bytes: int
    media_type: str
    state: str
    """How far it was read: read, partly, not_read."""
    received: str
    """When it came into the case, UTC."""
    reader: str
    walls: str
    """Which walls of the cage held while it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A document, or pages of one, of which something is unknown."""

    path: str
    state: str
    pages: tuple[int, ...]
    """Page numbers; empty = the document as a whole."""
    reasons: tuple[str, ...]
    """Codes of problems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUsed:
    """A list that names of the case were held against."""

    name: str
    as_of: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How a dossier was made."""

    documents_received: int
    """Of the whole case."""
    first_received: str
    last_received: str
    documents: tuple[DocumentRead, ...]
    pages: Mapping[str, int]
    """Pages of those by what became of them: read, recognised (of the read ones), partly, not_read."""
    without_pages: int
    """Documents of those that were read and have no pages: structured sources."""
    unread: tuple[Unread, ...]
    claims: Mapping[str, int]
    """Claims about the contract by status; `made`, `published` and `left_out`, too."""
    rules: tuple[tuple[str, int, int], ...]
    """Rule, version, findings of it."""
    versions: tuple[str, ...]
    """Of facts, rules and vocabulary that the documents were searched with."""
    lists: tuple[ListUsed, ...]
    tells_lists: bool
    """Whether the dossier tells what they say to those who are named."""
    log_entries: int
    """Before the publication."""

    def as_json(self) -> dict[str, object]:
        """Return it as `method.json` says it."""
        measured = {**asdict(PASSAGES), "percent": PASSAGES.percent}
        return {"format": "tenderlight-method/1", **asdict(self), "measured": measured}


def method_of(case: Case, selection: Selection, *, tells_lists: bool = False) -> Method:
    """Return how a dossier is made.

    Args:
        case: The case.
        selection: What is published of it.
        tells_lists: Whether it is told what lists say to those who are named.

    Raises:
        CustodyLogDamaged: If the log cannot be read.
    """
    of_contract = frozenset(selection.documents)
    log = _Log()
    for entry, _ in read_log(case.folder):
        log.take(entry.act, entry.time, entry.details)
    lines = sorted(filter(None, map(case.document, of_contract)), key=lambda line: (line.path, line.document))
    pages = [page for line in lines for page in case.pages(document=line.document)]
    states = Counter(page.state.value for page in pages)
    recognised = sum(page.method is PageMethod.RECOGNISED and page.state is ReadState.READ for page in pages)
    published = len(selection.findings)
    confirmed = selection.counts["confirmed"]
    return Method(
        documents_received=len(log.received),
        first_received=min(log.received.values(), default=""),
        last_received=max(log.received.values(), default=""),
        documents=tuple(
            DocumentRead(
                document=line.document,
                path=line.path,
                size_bytes=line.size_bytes,
                media_type=line.media_type or "",
                state="" if line.state is None else line.state.value,
                received=log.received.get(line.document, ""),
                reader=line.reader or "",
                walls=log.walls.get(line.document, ""),
            )
            for line in lines
        ),
        pages={state.value: states[state.value] for state in ReadState} | {"recognised": recognised},
        without_pages=sum(line.state is ReadState.READ and not line.page_count for line in lines),
        unread=tuple(_unread(case, lines)) + tuple(_unread_pages(pages)),
        claims={**selection.counts, "published": published, "left_out": confirmed - published},
        rules=_rules(selection.findings),
        versions=tuple(sorted({log.versions[one] for one in of_contract if one in log.versions})),
        lists=tuple(_lists(case)),
        tells_lists=tells_lists,
        log_entries=log.entries,
    )


class _Log:
    """What the log says of documents: the first receipt, the last reading and search of each."""

    def __init__(self) -> None:
        self.entries = 0
        self.received: dict[str, str] = {}
        self.walls: dict[str, str] = {}
        self.versions: dict[str, str] = {}

    def take(self, act: str, time: str, details: Mapping[str, object]) -> None:
        """Take in one entry."""
        self.entries += 1
        document = str(details.get("object"))
        if act == Act.INGEST:
            self.received.setdefault(document, time)
        elif act == Act.EXTRACT:
            self.walls[document] = str(details.get("walls") or "")
        elif act == Act.CLAIM:
            self.versions[document] = str(details.get("version") or "")


def _rules(findings: Iterable[Finding]) -> tuple[tuple[str, int, int], ...]:
    found = Counter((finding.claim.rule, finding.claim.rule_version) for finding in findings)
    return tuple((rule, version, count) for (rule, version), count in sorted(found.items()))


def _unread(case: Case, lines: Iterable[DocumentLine]) -> Iterator[Unread]:
    for line in lines:
        if line.state is not ReadState.READ and not line.page_count:
            problems = [one.code for one in case.problems_of(line.document) if one.severity != "note"]
            state = "not_read" if line.state is None else line.state.value
            yield Unread(path=line.path, state=state, pages=(), reasons=tuple(dict.fromkeys(problems)))


def _unread_pages(pages: Iterable[PageLine]) -> Iterator[Unread]:
    found: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for page in pages:
        if page.state is not ReadState.READ:
            found.setdefault((page.path, page.state.value, page.reasons), []).append(page.page_number)
    for (path, state, reasons), numbers in found.items():
        yield Unread(path=path, state=state, pages=tuple(numbers), reasons=reasons)


def _lists(case: Case) -> Iterator[ListUsed]:
    record = newest(case.folder)
    if record is None:
        return
    head, _ = read_told(record.read_bytes().splitlines())
    for one in head.lists:
        yield ListUsed(name=f"{one.title} ({one.list})", as_of=one.as_of or "", sha256=one.sha256)
