"""Who had won before an award was taken back: what sentences tell of that award is not what the document settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenderlight.facts.names.western import companies
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.sentences import sentences_of
from tenderlight.facts.prose.taken_back import taken_back_until
from tenderlight.facts.words.vocabulary import Meaning

_PAGES = 3
_LONGEST_PAGE = 20_000
_OF_AWARD = frozenset(
    {
        *(Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.INTENDED),
        *(Meaning.AWARD_DATE, Meaning.CONTRACT_DATE, Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT),
    }
)


def without_former_winners(running: Sequence[Entry], sheets: Sequence[Sheet], language: str) -> list[Entry]:
    """Return what sentences of an English document say without awards they take back; who had them did not win."""
    spans = [span for sheet in sheets[:_PAGES] for span in _taken_back(sheet)] if language == "en" else []
    if not spans:
        return list(running)
    kept = [one for one in running if one.meaning not in _OF_AWARD or not any(_holds(span, one) for span in spans)]
    named = (span.part(*company) for span in spans for company in companies(span.text))
    return [*kept, *(Entry(meaning=Meaning.LOSER, label="", value=name, order=0) for name in named)]


def _taken_back(sheet: Sheet) -> Iterator[Piece]:
    text = sheet.page.text[:_LONGEST_PAGE]
    for start, end in sentences_of(text):
        until = taken_back_until(text[start:end])
        if until:
            yield Piece(sheet=sheet, start=start, end=start + until)


def _holds(span: Piece, entry: Entry) -> bool:
    return entry.value.sheet.page is span.sheet.page and span.start <= entry.value.start < span.end
