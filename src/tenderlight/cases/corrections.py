"""Corrections of words by hand: entries of the custody log and rows. The stored reading stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tenderlight.archive.custody import Act
from tenderlight.cases.alone import alone
from tenderlight.cases.database import Database
from tenderlight.cases.journal import Journal
from tenderlight.cases.pen import Pen
from tenderlight.cases.registers import CORRECTIONS, Details
from tenderlight.cases.words_of_people import BECAUSE_CHARACTERS, bounded_lines, bounded_or_empty
from tenderlight.errors import UsageError
from tenderlight.model.correction import Correction
from tenderlight.model.document import Reading
from tenderlight.model.quote import Quote
from tenderlight.model.review import person_key

LONGEST = 10_000
"""Characters of the words of a correction, before and after."""
_STANDS = "page_number IS NOT NULL AND number NOT IN (SELECT undoes FROM corrections WHERE undoes IS NOT NULL)"
_READING = "SELECT file_sha256 FROM readings WHERE document = ?"


class Corrections(Pen):
    """The corrections of a case, and the pen for further ones.

    Args:
        database: Where rows stand.
        journal: The writer of the case; None = it is open for reading only.
        load: Returns what was read of a document.
    """

    def __init__(self, database: Database, journal: Journal | None, load: Callable[[str], Reading | None]) -> None:
        super().__init__(database, journal)
        self._load = load

    def __iter__(self) -> Iterator[Correction]:
        """Yield every correction, those that were taken back or replaced too, the oldest first."""
        return map(_correction_of, CORRECTIONS.rows(self._database, "page_number IS NOT NULL"))

    def of(self, document: str, page_number: int | None = None) -> tuple[Correction, ...]:
        """Return the corrections that stand, by page and place: of the same words the newest.

        Args:
            document: SHA-256 of the original.
            page_number: Only those of this page; None = all.
        """
        where, values = f"object = ? AND {_STANDS}", [document]
        rows = CORRECTIONS.rows(self._database, where, *values)
        found = {(one.page_number, one.start, one.end): one for one in map(_correction_of, rows)}
        return tuple(found[place] for place in sorted(found) if page_number in (None, place[0]))

    def standing(self) -> Iterator[Correction]:
        """Yield the corrections of the whole case that stand: of the same words the newest."""
        rows = map(_correction_of, CORRECTIONS.rows(self._database, _STANDS))
        found = {(one.document, one.page_number, one.start, one.end): one for one in rows}
        yield from found.values()

    def of_quote(self, quote: Quote) -> tuple[Correction, ...]:
        """Return the corrections that stand and touch the words of a quote, by place."""
        if quote.page_number is None:
            return ()
        found = self.of(quote.document, quote.page_number)
        return tuple(one for one in found if one.start < quote.end and quote.start < max(one.end, one.start + 1))

    @alone
    def add(
        self, document: str, page_number: int, span: tuple[int, int], now: str, *, person: str, because: str = ""
    ) -> Correction:
        """Write a correction into log and database.

        Args:
            document: SHA-256 of the original.
            page_number: From 1.
            span: Where the words start and end in the page's text as read, in code points. A correction of just the
                same words is replaced.
            now: The words as the person reads them; "" = there are none.
            person: Who corrects them.
            because: Why; may be left out.

        Raises:
            StorageFull: If the disk would not take it.
            CaseDamaged: If the stored reading is missing, or not what was written.
            UsageError: If there is no such page or place; if nothing is changed, or too much; if another correction
                overlaps it; if nobody says it; if the case is open for reading only.
        """
        self._writing()
        text = self._text(document, page_number)
        start, end = span
        if not 0 <= start <= end <= len(text) or end - start > LONGEST:
            raise UsageError(f"Page {page_number} has {len(text)} characters; correct up to {LONGEST} of them at once.")
        words = bounded_lines(now, LONGEST, "the words as you read them")
        if words == text[start:end]:
            raise UsageError("The page has just these words there.")
        for other in self.of(document, page_number):
            if (other.start, other.end) != span and other.start < end and start < other.end:
                raise UsageError(f"Correction {other.number} overlaps these words; take it back first.")
        reading = self._database.row(_READING, (document,))
        return self._written(
            {
                "object": document,
                "reading_sha256": "" if reading is None else str(reading[0]),
                "was": text[start:end],
                "now": words,
                "because": bounded_or_empty(because, BECAUSE_CHARACTERS, "--because: why"),
                "page_number": page_number,
                "starts_at": start,
                "ends_at": end,
                "undoes": None,
            },
            person,
        )

    @alone
    def undo(self, number: int, *, person: str, because: str = "") -> Correction:
        """Take a correction back; what it had replaced stands again. Returns the correction that no longer counts.

        Args:
            number: Of the correction.
            person: Who takes it back: who made it.
            because: Why; may be left out.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If there is none that stands, or somebody else made it; if the case is open for reading only.
        """
        self._writing()
        rows = CORRECTIONS.rows(self._database, f"number = ? AND {_STANDS}", number)
        made = next(map(_correction_of, rows), None)
        if made is None:
            raise UsageError(f"There is no correction {number} that could be taken back.")
        if person_key(made.person) != person_key(" ".join(person.split())):
            raise UsageError("Only who made a correction takes it back.")
        details: Details = {
            "object": made.document,
            "reading_sha256": made.reading_sha256,
            "was": "",
            "now": "",
            "because": bounded_or_empty(because, BECAUSE_CHARACTERS, "--because: why"),
            "page_number": None,
            "starts_at": None,
            "ends_at": None,
            "undoes": number,
        }
        self._write(CORRECTIONS, Act.CORRECT, self._signed(CORRECTIONS, details, person))
        return made

    def _written(self, details: Details, person: str) -> Correction:
        signed = self._signed(CORRECTIONS, details, person)
        self._write(CORRECTIONS, Act.CORRECT, signed)
        return _correction_of(signed)

    def _text(self, document: str, page_number: int) -> str:
        reading = self._load(document)
        for page in () if reading is None else reading.pages:
            if page.number == page_number:
                return page.text
        raise UsageError(f"Nothing was read of page {page_number} of {document:.64}.")


def _correction_of(details: Details) -> Correction:
    number, page_number = details["number"], details["page_number"]
    start, end = details["starts_at"], details["ends_at"]
    assert isinstance(number, int)
    assert isinstance(page_number, int)
    assert isinstance(start, int)
    assert isinstance(end, int)
    return Correction(
        number=number,
        document=str(details["object"]),
        page_number=page_number,
        start=start,
        end=end,
        was=str(details["was"]),
        now=str(details["now"]),
        reading_sha256=str(details["reading_sha256"]),
        person=str(details["person"]),
        because=str(details["because"]),
        at=str(details["at"]),
    )
