"""How entries are taken into the index of the search: the fields of its terms, and many entries' terms at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tenderlight.cases.search_entries import Entry, entries_of
from tenderlight.cases.search_files import FORMAT
from tenderlight.errors import CaseDamaged
from tenderlight.languages.common_phrases import CommonPhrases, learned
from tenderlight.languages.search_terms import GAP, Terms, runs_of, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tantivy import Document, Index, IndexWriter, Schema

    from tenderlight.cases.reading_texts import PageText
    from tenderlight.model.record import Record

ENTRY, DOCUMENT, TERMS, ALONE, TEXT, PIECES = "entry", "document", "terms", "alone", "text", "pieces"
COMMON = "common"
"""The phrases that stand on many pages: see `tenderlight.languages.common_phrases`."""
UNTOLD = "|"
"""Stands there of an entry whose common phrases are not told; no phrase."""
PLACES = "places"
"""Name of what takes terms apart at blanks, and leaves a place empty where `GAP` stands."""
BETWEEN_PHRASES = " "
HEAP_BYTES = 64 * 1024 * 1024
"""Of terms that are held in memory before they are written."""
TEXTS_AT_ONCE = 64
CHARACTERS_AT_ONCE = 200_000
"""Texts, and characters of them, that are made into terms together."""
TEXTS_LEARNED_FROM = 1_000
OF_A_DOCUMENT = 8
"""Texts of one document that are learned from, at most."""


class Taking:
    """Takes entries into an index, many together whatever documents they are of.

    Args:
        writer: Of the index.
        common: The phrases that are told of an entry; None = they are not known yet.
    """

    def __init__(self, writer: IndexWriter, common: CommonPhrases | None) -> None:
        self._writer = writer
        self._waiting: list[tuple[int, Entry]] = []
        self._characters = 0
        self.common = common

    def add(self, entry: Entry, document_number: int) -> None:
        """Take an entry in, with the next ones."""
        self._waiting.append((document_number, entry))
        self._characters += len(entry.text)
        if len(self._waiting) == TEXTS_AT_ONCE or self._characters >= CHARACTERS_AT_ONCE:
            self.finish()

    def leave_out(self, document_number: int) -> None:
        """Leave out the entries of a document that still wait."""
        self._waiting = [one for one in self._waiting if one[0] != document_number]

    def finish(self) -> None:
        """Take in what still waits."""
        terms = terms_of([entry.text for _, entry in self._waiting])
        told = None if self.common is None else self.common.within([one.bare for one in terms])
        for at, ((number, entry), one) in enumerate(zip(self._waiting, terms, strict=True)):
            self._writer.add_document(_document(entry, number, one, None if told is None else told[at]))
        self._waiting, self._characters = [], 0


def _document(entry: Entry, document_number: int, terms: Terms, common: Sequence[str] | None) -> Document:
    from tantivy import Document

    made = Document()
    made.add_unsigned(ENTRY, entry.number)
    made.add_unsigned(DOCUMENT, document_number)
    made.add_text(TERMS, terms.terms)
    made.add_text(ALONE, terms.alone)
    made.add_text(COMMON, UNTOLD if common is None else BETWEEN_PHRASES.join(common))
    made.add_bytes(TEXT, entry.text.encode("utf-8", "replace"))
    if entry.pieces or entry.segments:
        made.add_bytes(PIECES, msgspec.json.encode(entry.pieces or entry.segments))
    return made


def form() -> str:
    """Return what the files of terms depend on besides the entries."""
    import tantivy

    version: str = tantivy.__version__  # type: ignore[attr-defined] # the types of the engine leave it out
    return f"index/{FORMAT} {version}"


def schema() -> Schema:
    """Return what an entry is in the index."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_unsigned_field(ENTRY, stored=True, fast=True)
    builder.add_unsigned_field(DOCUMENT, indexed=True)
    builder.add_text_field(TERMS, tokenizer_name=PLACES, index_option="position")
    builder.add_text_field(ALONE, tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field(COMMON, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field(TEXT, stored=True)
    builder.add_bytes_field(PIECES, stored=True)
    return builder.build()


def open_terms(folder: Path) -> Index:
    """Open the terms in a folder; there are none in an empty one."""
    from tantivy import Filter, Index, TextAnalyzerBuilder, Tokenizer

    index = Index(schema(), path=str(folder))
    # What is filtered out keeps its place, which stays empty.
    places = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.custom_stopword([GAP])).build()
    index.register_tokenizer(PLACES, places)
    return index


def common_among(documents: Sequence[str], load: Callable[[str], Iterable[PageText | Record]]) -> list[str]:
    """Return the phrases that are common in some documents, from texts of documents spread evenly over them."""
    step = max(1, len(documents) * OF_A_DOCUMENT // TEXTS_LEARNED_FROM)
    texts: list[list[str]] = []
    for document in documents[::step]:
        try:
            texts += [runs_of(entry.text) for entry in islice(entries_of(load(document), 0), OF_A_DOCUMENT)]
        except CaseDamaged:
            continue
        if len(texts) >= TEXTS_LEARNED_FROM:
            break
    return learned(texts)
