"""What linking finds in the text of one document by itself, and the form in which that is kept.

Kept are, of the text as a whole and of each of its clauses, a digest of its letters and where it stands; the signature
of the whole; and the signatures of clauses that no other document has signed: what many documents quote is signed once.
The letters themselves are in the stored reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from tenderlight.cases.reading_texts import PageText
from tenderlight.languages.identify import ENOUGH, language_of
from tenderlight.linking.bids import Bidder, bidder_of
from tenderlight.linking.clause_rows import IS_SIGNED, ClauseAt, clause_row, digest_of, rows_of
from tenderlight.linking.clauses import clauses_of, has_technical_figure
from tenderlight.linking.resemblance import SLOTS, letters_of, signatures_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST_BEGINNING = 120
"""Characters that are quoted of a text that is the same, from its beginning."""
FEWEST_LETTERS = 200
"""Letters of a document that is compared as a whole: shorter ones are alike by chance."""
PAGES_OF_LANGUAGE = 3
LONGEST_TEXT = 20_000
"""Letters of the longest; two large files are compared by their clauses alone."""
NOTHING = b""
"""What is kept of a document without text."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinkedText:
    """The text of a document, as far as others are compared with it."""

    language: str
    """Empty = not known."""
    bidder: Bidder | None
    page_number: int
    """Of the first page with text; the beginning of the text stands there."""
    start: int
    end: int
    whole: bytes
    """Digest of its letters; empty = it is too short or too long to be compared as a whole."""
    signature: NDArray[np.uint16]
    """Of the whole: one row, or none."""
    clauses: NDArray[np.void]
    """Rows of its clauses, see `linking.clause_rows`."""
    signatures: NDArray[np.uint16]
    """Of those of them that are signed here, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LookedAt:
    """A text that was looked at just now, with its letters."""

    text: LinkedText
    whole: str
    letters: tuple[str, ...]
    """Of each clause."""


def look_at(pages: Sequence[PageText]) -> LookedAt:
    """Return what there is to a text; nothing of it is signed.

    Args:
        pages: Those with text, one at least.
    """
    import numpy as np

    whole, clauses = [], list[ClauseAt]()
    for page in pages:
        whole.append(letters_of(page.text))
        for one in clauses_of(page.text):
            is_technical = has_technical_figure(page.text[one.start : one.end])
            clauses.append(ClauseAt(page.page_number, one.start, one.end, one.letters, is_technical))
    letters, first = "".join(whole), pages[0]
    is_compared = FEWEST_LETTERS <= len(letters) <= LONGEST_TEXT
    start = len(first.text) - len(first.text.lstrip())
    text = LinkedText(
        language=language_of("".join(page.text[:ENOUGH] for page in pages[:PAGES_OF_LANGUAGE])) or "",
        bidder=bidder_of(first.text),
        page_number=first.page_number,
        start=start,
        end=max(start, min(len(first.text.rstrip()), start + LONGEST_BEGINNING)),
        whole=digest_of(letters) if is_compared else b"",
        signature=np.empty((0, SLOTS), np.uint16),
        clauses=rows_of(clauses),
        signatures=np.empty((0, SLOTS), np.uint16),
    )
    return LookedAt(text=text, whole=letters if is_compared else "", letters=tuple(one.letters for one in clauses))


def signed(looked_at: Sequence[LookedAt], wanted: Sequence[Iterable[int]]) -> list[LinkedText]:
    """Return texts with their signatures, all made together.

    Args:
        looked_at: The texts.
        wanted: Of each, which of its clauses are to be signed, in order.
    """
    import numpy as np

    clauses = [list(one) for one in wanted]
    whole = iter(signatures_of([one.whole for one in looked_at if one.whole]))
    made = signatures_of([one.letters[at] for one, some in zip(looked_at, clauses, strict=True) for at in some])
    found, begin = [], 0
    for one, some in zip(looked_at, clauses, strict=True):
        rows = one.text.clauses.copy()
        rows["flags"][some] |= IS_SIGNED
        signature = next(whole).reshape(1, SLOTS) if one.whole else np.empty((0, SLOTS), np.uint16)
        signatures = made[begin : begin + len(some)]
        found.append(replace(one.text, clauses=rows, signature=signature, signatures=signatures))
        begin += len(some)
    return found


class _Head(msgspec.Struct, frozen=True, array_like=True, gc=False, forbid_unknown_fields=True):
    language: str
    bidder: tuple[str, int, int] | None
    page_number: int
    start: int
    end: int
    whole: bytes
    clauses: int


_head_decoder = msgspec.msgpack.Decoder(_Head)


def text_to_bytes(text: LinkedText) -> bytes:
    """Return a text in the form in which it is kept."""
    bidder = None if text.bidder is None else (text.bidder.letters, text.bidder.start, text.bidder.end)
    head = msgspec.msgpack.encode(
        _Head(text.language, bidder, text.page_number, text.start, text.end, text.whole, len(text.clauses))
    )
    rows = text.clauses.tobytes(), text.signature.astype("<u2").tobytes(), text.signatures.astype("<u2").tobytes()
    return b"".join((len(head).to_bytes(4, "little"), head, *rows))


def text_from_bytes(untrusted_body: bytes) -> LinkedText | None:
    """Return the text that is kept in some bytes; None if they are none."""
    import numpy as np

    begin = 4 + int.from_bytes(untrusted_body[:4], "little")
    try:
        head = _head_decoder.decode(untrusted_body[4:begin])
        clauses = np.frombuffer(untrusted_body, clause_row(), head.clauses, begin)
        begin += clauses.nbytes
        signatures = np.frombuffer(untrusted_body, "<u2", -1, begin).reshape(-1, SLOTS)
    except ValueError:  # of msgspec, too
        return None
    count = 1 if head.whole else 0
    if len(signatures) - count != np.count_nonzero(clauses["flags"] & IS_SIGNED):
        return None
    return LinkedText(
        language=head.language,
        bidder=None if head.bidder is None else Bidder(*head.bidder),
        page_number=head.page_number,
        start=head.start,
        end=head.end,
        whole=head.whole,
        signature=signatures[:count],
        clauses=clauses,
        signatures=signatures[count:],
    )
