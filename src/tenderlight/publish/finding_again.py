"""Finds the quotes of a dossier again in its originals, each read once more, several side by side.

Of an original that has to be read from pictures, only the pages that are quoted are. That is no weaker a proof: a quote
must stand on its own page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future, as_completed
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tenderlight.cage import usable_cores
from tenderlight.errors import UsageError
from tenderlight.linking.bid_properties import are_same
from tenderlight.model.document import NO_RECOGNISER, Reading
from tenderlight.model.metadata import Property
from tenderlight.pipeline.reading_again import MOST_LANES, ReadAgain, stands

_UNLIKE = "the two files do not say the same of themselves, read again."
Tell = Callable[[int, int], None]
"""Is told how many originals were read, and how many there are."""


class AgainQuote(msgspec.Struct):
    """As much of a quote as is needed to find it."""

    document: str
    start: int
    end: int
    text: str
    page_file: str
    page_number: int | None = None
    pointer: str | None = None


class AgainValue(msgspec.Struct):
    """As much of a value as says something of files that is not quoted."""

    other: str = ""
    alike: list[tuple[str, str]] = []


_value = msgspec.json.Decoder(AgainValue)


class QuotingClaim(msgspec.Struct):
    """A finding with its quotes."""

    claim: str
    quotes: list[AgainQuote]
    value: msgspec.Raw = msgspec.Raw(b"{}")
    """See `AgainValue`; other kinds of findings have others."""


@dataclass(slots=True, kw_only=True)
class FoundAgain:
    """What was found of some quotes."""

    found: int
    faults: list[str]
    notes: list[str]
    properties: Sequence[Property] = ()
    """What the file that was read again says of itself."""
    is_read: bool = False


def find_again(folder: Path, files: Collection[str], claims: Iterable[QuotingClaim], tell: Tell) -> FoundAgain:
    """Find every quote in its original.

    Args:
        folder: The dossier.
        files: What lies in it, as its lists name it.
        claims: Its findings.
        tell: Is told of each original that was read.
    """
    whole = FoundAgain(found=0, faults=[], notes=[])
    by_document: dict[str, list[tuple[str, AgainQuote]]] = {}
    claims = list(claims)
    for claim in claims:
        for quote in claim.quotes:
            if f"data/originals/{quote.document}" in files:
                by_document.setdefault(quote.document, []).append((claim.claim, quote))
            else:
                said = f"The original {quote.document} is not here: its quotes were not found again in it."
                whole.notes.append(said)
    if not by_document:
        return whole
    parts: dict[str, FoundAgain] = {}
    with ReadAgain(min(len(by_document), usable_cores(), MOST_LANES)) as again:
        largest_first = sorted(by_document, key=lambda one: (-_size(folder / "data" / "originals" / one), one))
        asked = {_read(again, folder, one, by_document[one]): one for one in largest_first}
        for done, future in enumerate(as_completed(asked), 1):
            parts[asked[future]] = _look(future, asked[future], by_document[asked[future]])
            tell(done, len(asked))
    for document in by_document:  # in the order of the findings, whichever was read first
        whole.found += parts[document].found
        whole.faults += parts[document].faults
        whole.notes += parts[document].notes
    whole.faults += (f"Finding {claim.claim}: {_UNLIKE}" for claim in claims if _are_unlike(claim, parts))
    return whole


def _are_unlike(claim: QuotingClaim, parts: Mapping[str, FoundAgain]) -> bool:
    """Say whether two files that were read again do not say the same of themselves, as a finding has it."""
    try:
        value = _value.decode(claim.value)
    except (msgspec.DecodeError, RecursionError):
        return b'"alike"' in bytes(claim.value)
    if not value.alike or not claim.quotes:
        return False
    files = [parts.get(document) for document in (claim.quotes[0].document, value.other)]
    first, second = (() if file is None else file.properties for file in files)
    is_read = all(file is not None and file.is_read for file in files)
    return is_read and not all(are_same(first, second, pair) for pair in value.alike)


def _size(path: Path) -> int:
    return path.stat().st_size


def _read(again: ReadAgain, folder: Path, document: str, quotes: Sequence[tuple[str, AgainQuote]]) -> Future[Reading]:
    pages = {quote.page_number for _, quote in quotes if quote.page_number is not None}
    return again.read(folder / "data" / "originals" / document, only=pages)


def _look(read: Future[Reading], document: str, quotes: Sequence[tuple[str, AgainQuote]]) -> FoundAgain:
    """Find what is quoted of an original that was read."""
    made = FoundAgain(found=0, faults=[], notes=[])
    file = f"data/originals/{document}"
    try:
        reading = read.result()
    except UsageError as trouble:
        made.notes.append(trouble.message)
        return made
    made.properties, made.is_read = reading.metadata, True
    for claim, quote in quotes:
        where = quote.pointer or "" if quote.page_number is None else quote.page_number
        if stands(reading, where, quote.start, quote.end, quote.text):
            made.found += 1
        elif reading.recogniser == NO_RECOGNISER:
            made.notes.append(f"{file} is read with text recognition, which is not installed here.")
        else:
            place = quote.pointer if quote.page_number is None else f"page {quote.page_number}"
            made.faults.append(f"Finding {claim}: the words quoted were not found in {file}, {place}, read again.")
    return made
