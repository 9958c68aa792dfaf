"""Notes, tags and saved searches: entries of the custody log and rows; what is taken back is kept, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.archive.custody import Act
from tenderlight.cases.alone import alone
from tenderlight.cases.pen import Pen
from tenderlight.cases.registers import NOTES, Details
from tenderlight.cases.words_of_people import bounded_lines, named
from tenderlight.errors import UsageError
from tenderlight.model.note import Note, NoteKind
from tenderlight.model.review import person_key

NOTE_CHARACTERS = 20_000
TAG_CHARACTERS = 60
SEARCH_CHARACTERS = 2_000
_KNOWN = {
    "claim": "SELECT 1 FROM claims WHERE id = ?",
    "contract": "SELECT 1 FROM contracts WHERE id = ?",
    "document": "SELECT 1 FROM documents WHERE sha256 = ?",
}
_PAGE = re.compile(r"page:([0-9a-f]{64}):([1-9][0-9]{0,8})")
_PARTY = re.compile(r"party:[0-9a-zA-Z_.-]{1,80}")
_COUNTS = """
SELECT text, count(DISTINCT subject) FROM notes WHERE kind = 'tag' AND number NOT IN
(SELECT undoes FROM notes WHERE undoes IS NOT NULL) GROUP BY text ORDER BY text
"""
_STANDS = "number NOT IN (SELECT undoes FROM notes WHERE undoes IS NOT NULL)"


class Notes(Pen):
    """The notes, tags and saved searches of a case, and the pen for further ones."""

    def __iter__(self) -> Iterator[Note]:
        """Yield every entry, those that were taken back too, the oldest first."""
        return map(_note_of, NOTES.rows(self._database))

    def of(self, subject: str) -> tuple[Note, ...]:
        """Return what stands on a subject, the oldest first; nothing that was taken back."""
        rows = NOTES.rows(self._database, f"subject = ? AND kind <> 'undo' AND {_STANDS}", subject)
        return tuple(map(_note_of, rows))

    def tags(self) -> dict[str, int]:
        """Return each tag of the case, and on how many subjects it stands."""
        return dict(self._database.query(_COUNTS))

    def tagged(self, tag: str) -> list[str]:
        """Return the subjects on which a tag stands, in the order in which it was put there."""
        rows = NOTES.rows(self._database, f"kind = 'tag' AND text = ? AND {_STANDS}", tag)
        return list(dict.fromkeys(str(details["subject"]) for details in rows))

    def searches(self) -> tuple[Note, ...]:
        """Return the saved searches, the oldest first; nothing that was taken back."""
        return tuple(map(_note_of, NOTES.rows(self._database, f"kind = 'search' AND {_STANDS}")))

    @alone
    def add(self, kind: NoteKind, subject: str, text: str, *, person: str) -> Note:
        """Write a note, tag or saved search into log and database. A tag that stands there already is returned.

        Args:
            kind: What it is.
            subject: What it is on, see `Note.subject`; of a search "case".
            text: Of a note, its lines; of a tag, one line; of a search, its name, a line end, and the query.
            person: Who writes it.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If nothing or too much is written, or nobody writes it; if the case has no such subject; if the
                case is open for reading only.
        """
        self._writing()
        self._refuse_unknown(subject)
        words = _bounded(kind, text)
        if kind is NoteKind.TAG:
            for note in self.of(subject):
                if (note.kind, note.text) == (kind, words):
                    return note
        details: Details = {"kind": kind.value, "subject": subject, "text": words, "undoes": None}
        return self._written(details, person)

    @alone
    def undo(self, number: int, *, person: str) -> Note:
        """Take a note, tag or saved search back; it stays in the log.

        Args:
            number: Its number.
            person: Who takes it back: of a note, who wrote it.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If there is none, it was taken back already, or somebody else wrote the note; if the case is
                open for reading only.
        """
        self._writing()
        rows = NOTES.rows(self._database, f"number = ? AND kind <> 'undo' AND {_STANDS}", number)
        note = next(map(_note_of, rows), None)
        if note is None:
            raise UsageError(f"There is no note or tag {number} that could be taken back.")
        if note.kind is NoteKind.NOTE and person_key(note.person) != person_key(" ".join(person.split())):
            raise UsageError("Only who wrote a note takes it back.")
        details: Details = {"kind": NoteKind.UNDO.value, "subject": note.subject, "text": "", "undoes": number}
        return self._written(details, person)

    def _written(self, details: Details, person: str) -> Note:
        signed = self._signed(NOTES, details, person)
        self._write(NOTES, Act.NOTE, signed)
        return _note_of(signed)

    def _refuse_unknown(self, subject: str) -> None:
        sort, _, name = subject.partition(":")
        page = _PAGE.fullmatch(subject)
        if page is not None:
            sort, name = "document", page[1]
        if sort in _KNOWN:
            is_known = self._database.row(_KNOWN[sort], (name,)) is not None
        else:
            is_known = subject == "case" or _PARTY.fullmatch(subject) is not None
        if not is_known:
            raise UsageError(f"The case has nothing called {subject:.120}.")


def _bounded(kind: NoteKind, text: str) -> str:
    if kind is NoteKind.TAG:
        return named(text, TAG_CHARACTERS, "the tag")
    if kind is NoteKind.UNDO:
        raise UsageError("What is taken back is named by its number.")
    most = NOTE_CHARACTERS if kind is NoteKind.NOTE else SEARCH_CHARACTERS
    words = bounded_lines(text, most, f"the {kind.value}").strip("\n")
    if not words.strip():
        raise UsageError(f"Say the {kind.value}, in 1 to {most} characters.")
    if kind is NoteKind.SEARCH and not all(
        part.strip() for part in (words.partition("\n")[0], words.partition("\n")[2])
    ):
        raise UsageError("Of a search, say its name and, on the next line, the query.")
    return words


def _note_of(details: Details) -> Note:
    number, undoes = details["number"], details["undoes"]
    assert isinstance(number, int)
    assert not isinstance(undoes, str)
    return Note(
        number=number,
        kind=NoteKind(str(details["kind"])),
        subject=str(details["subject"]),
        text=str(details["text"]),
        person=str(details["person"]),
        at=str(details["at"]),
        undoes=undoes,
    )
