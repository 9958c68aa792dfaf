"""Search in the pages of a case: which hold the words looked for, and where on them the words stand."""

from __future__ import annotations

import bisect
import hashlib
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tenderlight.cases.answers import Paths
from tenderlight.cases.corrected_texts import Found, found_on_page
from tenderlight.cases.corrections import Corrections
from tenderlight.cases.database import Database
from tenderlight.cases.reading_texts import PageText
from tenderlight.cases.search_entries import Entry, place_of
from tenderlight.cases.search_index import FOLDER, Load, SearchIndex
from tenderlight.cases.search_parts import Job, SharedOut, Workers, in_one_order, make_parts
from tenderlight.cases.search_queries import query_of
from tenderlight.cases.search_taking import DOCUMENT
from tenderlight.errors import UsageError
from tenderlight.languages.normalise import fold
from tenderlight.languages.search_terms import Phrase, phrase_of, places_of
from tenderlight.model.correction import Correction
from tenderlight.model.hit import Hit
from tenderlight.model.quote import CONTEXT_LENGTH
from tenderlight.model.record import Record

if TYPE_CHECKING:
    from tantivy import DocAddress, Query

LONGEST_QUERY = 500
MOST_PHRASES = 20
_COUNTED = "SELECT document, pages_read + records FROM readings"
_PART = re.compile(r"(-?)(?:[\"“”«»]([^\"“”«»]*)[\"“”«»]|(\S+))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for: every phrase of `wanted`, none of `unwanted`, in some documents.

    Raises:
        ValueError: If nothing is wanted.
    """

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...] = ()
    capability: str | None = None
    """Only in documents with claims of that code; as with those below, None = in all."""
    polarity: str | None = None
    stage: str | None = None
    path: str | None = None
    """Only in documents received under a path that holds these characters."""

    def __post_init__(self) -> None:
        if not self.wanted:
            raise ValueError("nothing is looked for")

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where what is wanted stands in a text, in order."""
        folded = fold(text)
        return sorted({place for phrase in self.wanted for place in places_of(phrase, folded)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Some hits of many."""

    total: int
    """Pages and notices that hold the words."""
    hits: tuple[Hit, ...]


def question_of(query: str) -> Question:
    """Read what a person typed: words that must all be on a page, "phrases in quotes", -words that must not.

    Raises:
        UsageError: If nothing is to be looked for, or it is too long.
    """
    if len(query) > LONGEST_QUERY:
        raise UsageError(f"A search has at most {LONGEST_QUERY} characters.")
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    for minus, quoted, word in _PART.findall(query):
        phrase = phrase_of(quoted or word)
        if phrase is not None:
            (unwanted if minus else wanted).append(phrase)
    if not wanted or len(wanted) + len(unwanted) > MOST_PHRASES:
        raise UsageError(f"Say what to look for: one to {MOST_PHRASES} words or phrases, not all with a minus.")
    return Question(wanted=tuple(wanted), unwanted=tuple(unwanted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How much of what was read is in the index."""

    documents: int
    of_documents: int
    pages: int
    """Pages and notices that are in it."""
    of_pages: int

    @property
    def is_whole(self) -> bool:
        """Whether every document is in it."""
        return self.documents == self.of_documents


class Search:
    """The search of a case; its index is opened when it is first asked for.

    Args:
        folder: The case folder. Where nothing can be written to it, the index is made elsewhere and not kept.
        database: Of the case.
        load: How what was read of a document is loaded.
        corrections: Words that people corrected: they are found both ways.
    """

    def __init__(self, folder: Path, database: Database, load: Load, corrections: Corrections) -> None:
        self._folder = folder / FOLDER
        self._database = database
        self._load = load
        self._corrections = corrections
        self._paths = Paths(database)
        self._index: SearchIndex | None = None
        self._elsewhere: tempfile.TemporaryDirectory[str] | None = None

    def refresh(self, on_progress: Callable[[Taken], object] | None = None, *, workers: Workers | None = None) -> int:
        """Bring the index up to what was read by now, and return how many documents that took.

        It can be stopped at any moment, and goes on from there the next time.

        Args:
            on_progress: Told, every some seconds, how much is in it.
            workers: Who else makes it; the answers are the same.

        Raises:
            StorageFull: The disk would not take it.
            UsageError: No index can be kept there.
        """
        self._paths.forget()
        tell = None if on_progress is None else lambda: on_progress(self.taken())
        shared_out = None
        if workers is not None:
            entries: dict[str, int] = dict(self._database.query(_COUNTED))
            shared_out = SharedOut(workers=workers, entries=entries)
        return self._opened().refresh(self._readings(), self.texts, tell, shared_out=shared_out)

    def make_parts(self, job: Job, go_on: Callable[[], bool]) -> None:
        """Make parts of the index for another process, as long as it is to go on."""
        make_parts(job, self.texts, go_on)

    def is_fresh(self) -> bool:
        """Whether all that was read by now is in the index."""
        return self._opened().is_fresh(self._readings())

    def taken(self) -> Taken:
        """Return how much of what was read by now is in the index, as far as it is durable."""
        known = self._opened().known()
        documents = pages = of_documents = of_pages = 0
        readings = self._readings()
        for document, count in self._database.query(_COUNTED):
            of_documents, of_pages = of_documents + 1, of_pages + count
            if known.get(document) == readings[document]:
                documents, pages = documents + 1, pages + count
        return Taken(documents=documents, of_documents=of_documents, pages=pages, of_pages=of_pages)

    @property
    def folder(self) -> Path:
        """Where the index is."""
        return self._opened().folder

    def keep_in(self, folder: Path) -> None:
        """Keep the index there and nowhere else; to be said before it is used."""
        self._folder = folder

    def look_again(self) -> None:
        """See what another process took into the index meanwhile."""
        self._opened().look_again()

    def find(self, question: Question, *, most: int = 20, past: int = 0) -> Answer:
        """Return hits, those that hold the words most densely first; the same in every run over one index.

        Args:
            question: What is looked for.
            most: How many hits at most.
            past: How many are passed over.
        """
        total, addresses = self.entries(question, most=most, past=past)
        return Answer(total=total, hits=tuple(self._hits(addresses, question)))

    def entries(self, question: Question, *, most: int | None = None, past: int = 0) -> tuple[int, list[DocAddress]]:
        """Return how many entries of the index hold what is looked for, and where `most` of them are (None = all).

        Those that hold it most densely come first.
        """
        index = self._opened()
        searcher, query = index.index.searcher(), self._query(question)
        total = 0

        def first(count: int) -> list[tuple[float, DocAddress]]:
            nonlocal total
            found = searcher.search(query, limit=max(1, count))
            total = found.count or 0  # type: ignore[attr-defined] # the types of the engine leave it out
            return found.hits

        if most is None:
            return total, [address for _, address in first(searcher.num_docs)]
        addresses = in_one_order(first, index.numbers, past + most)
        return total, addresses[past:]

    def pages(self, question: Question) -> list[tuple[str, int | None]]:
        """Return document and page number of every hit, by document; the page is None in a source without pages."""
        _, addresses = self.entries(question)
        documents = self._opened().documents()
        places = map(place_of, sorted(self._opened().numbers(addresses)))
        found = [(documents.get(number, ""), page_number) for number, page_number in places]
        return sorted(found, key=lambda place: place[0])

    def all(self, question: Question) -> Iterator[Hit]:
        """Yield every hit, by path and page."""
        _, addresses = self.entries(question)
        index = self._opened()
        paths = {number: self._paths.first(document) for number, document in index.documents().items()}
        numbered = zip(index.numbers(addresses), addresses, strict=True)
        ordered = sorted(numbered, key=lambda one: (paths.get(place_of(one[0])[0], ""), one[0]))
        return self._hits((address for _, address in ordered), question)

    def _hits(self, addresses: Iterable[DocAddress], question: Question) -> Iterator[Hit]:
        for address in addresses:
            yield from self._hit(self._opened().entry(address), question)

    def _hit(self, entry: Entry, question: Question) -> Iterator[Hit]:
        places = question.places(entry.text)
        number, page_number = place_of(entry.number)
        document = self._opened().document(number)
        if entry.segments:
            found = list(found_on_page(entry.text, entry.segments, places, CONTEXT_LENGTH))
            if found:
                yield Hit(
                    document=document,
                    path=self._paths.first(document),
                    page_number=page_number,
                    pointer=None,
                    count=len(found),
                    **{one.name: getattr(found[0], one.name) for one in fields(Found)},
                )
            return
        if not places:
            return
        start, end = places[0]
        hit = Hit(
            document=document,
            path=self._paths.first(document),
            page_number=page_number,
            pointer=None,
            start=start,
            end=end,
            text=entry.text[start:end],
            before=entry.text[max(0, start - CONTEXT_LENGTH) : start],
            after=entry.text[end : end + CONTEXT_LENGTH],
            count=len(places),
        )
        if not entry.pieces:
            yield hit
            return
        piece = entry.pieces[bisect.bisect_right([one.start for one in entry.pieces], start) - 1]
        moved = piece.offset - piece.start
        yield replace(hit, pointer=piece.pointer, start=start + moved, end=end + moved)

    def _query(self, question: Question) -> Query:
        from tantivy import Occur, Query

        index, common = self._opened().index, self._opened().common
        parts = [(Occur.Must, query_of(phrase, index, common)) for phrase in question.wanted]
        parts += [(Occur.MustNot, query_of(phrase, index, common)) for phrase in question.unwanted]
        documents = self._documents(question)
        if documents is not None:
            numbers = self._opened().numbers_of(documents)
            parts.append(
                (Occur.Must, Query.const_score_query(Query.term_set_query(index.schema, DOCUMENT, numbers), 0.0))
            )
        return Query.boolean_query(parts)

    def _documents(self, question: Question) -> list[str] | None:
        """Return the documents that are searched; None = all."""
        asked = {"capability": question.capability, "polarity": question.polarity, "stage": question.stage}
        given = {column: value for column, value in asked.items() if value is not None}
        documents: set[str] | None = None
        if given:
            conditions = " AND ".join(f"{column} = ?" for column in given)
            rows = self._database.query(
                f"SELECT DISTINCT document FROM claims WHERE {conditions}",  # noqa: S608 - names of ours alone
                tuple(given.values()),
            )
            documents = {document for (document,) in rows}
        if question.path is not None:
            rows = self._database.query("SELECT document FROM readings")
            among = {one for (one,) in rows} if documents is None else documents
            documents = {one for one in among if any(question.path in path for path in self._paths.all(one))}
        return None if documents is None else sorted(documents)

    def _readings(self) -> dict[str, str]:
        """Return what tells the text of each document from any other, with what people corrected in it."""
        readings: dict[str, str] = dict(self._database.query("SELECT document, file_sha256 FROM readings"))
        changed: dict[str, list[tuple[int, int, int, str]]] = {}
        for one in self._corrections.standing():
            changed.setdefault(one.document, []).append((one.page_number, one.start, one.end, one.now))
        for document, words in changed.items():
            if document in readings:
                readings[document] += f"+{hashlib.sha256(msgspec.json.encode(sorted(words))).hexdigest()}"
        return readings

    def texts(self, document: str) -> Iterator[PageText | Record]:
        """Yield what was read of a document, with what people corrected in it."""
        corrections: dict[int, list[Correction]] = {}
        for one in self._corrections.of(document):
            corrections.setdefault(one.page_number, []).append(one)
        for text in self._load(document):
            if isinstance(text, PageText) and text.page_number in corrections:
                yield text._replace(corrections=tuple(corrections[text.page_number]))
            else:
                yield text

    def _opened(self) -> SearchIndex:
        if self._index is None:
            try:
                self._index = SearchIndex(self._folder)
            except UsageError:  # a case on read-only media: the index is made for this once, elsewhere
                self._elsewhere = tempfile.TemporaryDirectory(prefix="tenderlight-index-")
                self._index = SearchIndex(Path(self._elsewhere.name))
        return self._index

    def close(self) -> None:
        """Let the index go."""
        if self._index is not None:
            self._index.close()
            self._index = None
        if self._elsewhere is not None:
            self._elsewhere.cleanup()
            self._elsewhere = None
