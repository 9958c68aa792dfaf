"""The texts of a case that are compared: what is kept of them, and what is looked at now as nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tenderlight.cases import Case
from tenderlight.cases.link_keeping import TEXT, Keeping, Made
from tenderlight.cases.reading_texts import PageText
from tenderlight.errors import CaseDamaged
from tenderlight.linking.clause_rows import IS_SIGNED, signed_among
from tenderlight.linking.resemblance import letters_of
from tenderlight.linking.shared_clauses import Place
from tenderlight.pipeline.link_texts import (
    NOTHING,
    LinkedText,
    LookedAt,
    look_at,
    signed,
    text_from_bytes,
    text_to_bytes,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOOKED_AT_ONCE = 200
LETTERS_HELD = 30_000_000
"""Letters of texts looked at just now that are held for being compared; those of others are loaded again."""


class Lost(Exception):
    """The stored reading of a document cannot be read any more, and something of it is to be quoted or compared."""

    def __init__(self, document: str) -> None:
        super().__init__(document)
        self.document = document


class Corpus:
    """The texts of the documents of a case, in the order of their SHA-256; those without text are left out.

    Args:
        case: The case.
        keeping: What is kept of its documents.
        without: Documents that are left out, too.
    """

    def __init__(self, case: Case, keeping: Keeping, without: frozenset[str]) -> None:
        import numpy as np

        self._case = case
        self._letters: dict[str, LookedAt] = {}
        self._room = LETTERS_HELD
        self.kept: dict[str, tuple[Made, bytes]] = {}
        """What is to be kept, by document."""
        every = self.every = [one for one in keeping.documents() if one.document not in without]
        """All that were read."""
        texts: list[LinkedText | None] = []
        new: list[int] = []
        for at, body in enumerate(keeping.all_of(TEXT, every)):
            texts.append(text_from_bytes(body) if body else None)
            if texts[-1] is None and body != NOTHING:
                new.append(at)
        self._signed_before = _digests(texts) if new else np.empty(0, np.uint64)
        self._signed_now: set[int] = set()
        waiting = iter(new)
        while some := list(islice(waiting, LOOKED_AT_ONCE)):
            for at, text in self._looked_at([(at, every[at]) for at in some]):
                texts[at] = text
        self.documents = [one for one, text in zip(every, texts, strict=True) if text is not None]
        """What is compared."""
        self.texts = [text for text in texts if text is not None]
        """Of each of them."""

    def beginning(self, number: int) -> Place:
        """Return where the beginning of a document stands, to be quoted."""
        text = self.texts[number]
        return Place(self.documents[number].document, text.page_number, text.start, text.end)

    def sign(self, wanted: Iterable[tuple[int, int]]) -> None:
        """Sign clauses whose signature went with another document.

        Args:
            wanted: Clauses, each a number of a document and one of a clause of it.

        Raises:
            Lost: If a stored reading cannot be read any more.
        """
        by_document: dict[int, list[int]] = {}
        for number, clause in wanted:
            by_document.setdefault(number, []).append(clause)
        for number, clauses in by_document.items():
            one = self.documents[number]
            before = signed_among(self.texts[number].clauses)
            (text,) = signed([look_at(self._pages(one.document))], [sorted({*before, *clauses})])
            self._take(one, text)
            self.texts[number] = text

    def whole(self, numbers: Sequence[int]) -> list[str]:
        """Return the letters of documents.

        Raises:
            Lost: If a stored reading cannot be read any more.
        """
        found = []
        for number in numbers:
            document = self.documents[number].document
            held = self._letters.get(document)
            pages = [] if held else self._pages(document)
            found.append(held.whole if held else "".join(letters_of(page.text) for page in pages))
        return found

    def clauses(self, wanted: Sequence[tuple[int, int]]) -> list[str]:
        """Return the letters of clauses, each a number of a document and one of a clause of it.

        Raises:
            Lost: If a stored reading cannot be read any more.
        """
        by_document: dict[int, list[int]] = {}
        for number, clause in wanted:
            by_document.setdefault(number, []).append(clause)
        letters: dict[tuple[int, int], str] = {}
        for number, clauses in by_document.items():
            document = self.documents[number].document
            held = self._letters.get(document)
            if held:
                letters |= {(number, clause): held.letters[clause] for clause in clauses}
                continue
            texts = {page.page_number: page.text for page in self._pages(document)}
            rows = self.texts[number].clauses
            for clause in clauses:
                _, _, page_number, start, end, _, _ = rows[clause].item()
                letters[number, clause] = letters_of(texts[page_number][start:end])
        return [letters[one] for one in wanted]

    def _looked_at(self, some: Sequence[tuple[int, Made]]) -> Iterator[tuple[int, LinkedText]]:
        """Look at documents of which nothing is kept; those that cannot be read are left out, for `verify` to tell."""
        found: list[tuple[int, Made, LookedAt]] = []
        wanted: list[list[int]] = []
        for at, one in some:
            try:
                pages = self._pages(one.document)
            except Lost:
                continue
            if not pages:
                self.kept[one.document] = one, NOTHING
                continue
            looked_at = look_at(pages)
            found.append((at, one, looked_at))
            wanted.append(self._unknown(looked_at.text))
            self._hold(one.document, looked_at)
        for (at, one, _), text in zip(found, signed([one for _, _, one in found], wanted), strict=True):
            self._take(one, text)
            yield at, text

    def _unknown(self, text: LinkedText) -> list[int]:
        """Return the clauses that nobody has signed yet, by half of their digest: who signs them signs others, too.

        Where that half is another clause's, the clause is signed by `sign`.
        """
        import numpy as np

        halves = text.clauses["one"]
        place = np.searchsorted(self._signed_before, halves)
        is_known = np.append(self._signed_before, 0)[place] == halves
        is_known &= place < len(self._signed_before)
        new = []
        for at in np.flatnonzero(~is_known).tolist():
            half = int(halves[at])
            if half not in self._signed_now:
                self._signed_now.add(half)
                new.append(at)
        return new

    def _take(self, one: Made, text: LinkedText) -> None:
        self.kept[one.document] = one, text_to_bytes(text)

    def _hold(self, document: str, looked_at: LookedAt) -> None:
        size = len(looked_at.whole) + sum(map(len, looked_at.letters))
        if size <= self._room:
            self._room -= size
            self._letters[document] = looked_at

    def _pages(self, document: str) -> list[PageText]:
        return pages_of(self._case, document)


def pages_of(case: Case, document: str) -> list[PageText]:
    """Return the pages of a document that have text.

    Raises:
        Lost: If its stored reading cannot be read any more.
    """
    try:
        return [one for one in case.load_texts(document) if isinstance(one, PageText) and one.text]
    except CaseDamaged:
        raise Lost(document) from None


def _digests(texts: Iterable[LinkedText | None]) -> NDArray[np.uint64]:
    """Return halves of the digests of clauses that are signed, sorted."""
    import numpy as np

    signed_before = [one.clauses["one"][(one.clauses["flags"] & IS_SIGNED) > 0] for one in texts if one is not None]
    return np.sort(np.concatenate([np.empty(0, np.uint64), *signed_before]))
