"""Whether a case still holds: its bytes, its log, its database, and every quote of every claim."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.checking import LogCheck, check_against, check_log, notes_on_log
from tenderlight.archive.checkpoints import FOLDER as CHECKPOINTS
from tenderlight.archive.storage import is_written_to
from tenderlight.archive.timestamps import check_stamps
from tenderlight.cases import Case, DocumentLine
from tenderlight.cases.checking import check_case
from tenderlight.cases.encoding import Undecodable
from tenderlight.cases.opening import folder_of
from tenderlight.cases.places import Place
from tenderlight.cases.touched import Touched
from tenderlight.errors import CustodyLogDamaged, Damaged
from tenderlight.model.claim import Claim
from tenderlight.model.document import NO_RECOGNISER, Reading
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline.lane_on_demand import LaneOnDemand
from tenderlight.pipeline.messages import LookedUp, LookUpTask, QuotedWords, read_frame, write_task
from tenderlight.pipeline.outcomes import limits_for
from tenderlight.pipeline.places import Places
from tenderlight.pipeline.reading_again import ReadAgain, stands
from tenderlight.pipeline.verifying_files import unlike

LOOKED_UP_AT_ONCE = 5_000
IN_USE = "Another process is writing to the case: what it has not finished may look like a fault. Check again later."
FEW_CLAIMS = 5
"""Of the claims that a fault touches, so many are named in its sentence; `touched` has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check of a case found."""

    documents: int
    claims: int
    quotes: int
    """How many quotes were looked up in what was read."""
    statements: int
    """How many statements of makers are kept, each of them in the log."""
    faults: tuple[str, ...]
    """What does not hold, a sentence each; empty if all does."""
    touched: tuple[str, ...] = ()
    """Ids of the claims that what does not hold touches, sorted."""
    notes: tuple[str, ...] = ()
    """What a reader should know and is no fault, a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody holds who checks a case, from outside it."""

    checkpoint: str | None = None
    """Text of a checkpoint of the case, kept since; None = none."""
    authority: bytes | None = None
    """Certificates (PEM) of the authorities whose time stamps are believed; None = those kept with each stamp."""
    key: str | None = None
    """The public key that signs the case, in hexadecimal; None = any."""
    read_again: bool = False
    """Whether to read every original again, and find its quotes there: as long as the first reading."""


def verify_case(place: Place, given: Given = Given()) -> Verification:
    """Check a case: hash originals and readings, check the log, look up every quote.

    Quotes of pages are looked up in what was read; those of structured originals in the bytes of the original as well.

    Args:
        place: The case folder, or the server that keeps the tables.
        given: What the case is held against besides itself.

    Raises:
        NoSuchCase: If there is none.
        CaseTooNew: If a newer version made it.
        UsageError: If the checkpoint given is none.
    """
    troubles = check_case(place)
    folder = folder_of(place)
    log = None if any("since" in trouble.details for trouble in troubles) else _log_of(folder, troubles)
    if log is not None:
        troubles += _against(folder, log, given)
    if troubles:  # quotes of a damaged case prove nothing
        touched = Touched(place).by(troubles)
        return Verification(
            documents=0,
            claims=0,
            quotes=0,
            statements=0,
            faults=tuple(map(_with_claims, troubles, touched)),
            touched=tuple(sorted({claim for claims in touched for claim in claims or ()})),
            notes=(IN_USE,) if is_written_to(folder) else (),
        )
    assert log is not None
    return _look_up_all(place, tuple(notes_on_log(folder, log)), read_again=given.read_again)


def _log_of(folder: Path, troubles: Sequence[Damaged]) -> LogCheck | None:
    try:
        return check_log(folder)
    except CustodyLogDamaged:
        assert troubles
        return None


def _against(folder: Path, log: LogCheck, given: Given) -> list[Damaged]:
    """Return what does not hold of a whole log against what somebody holds outside it."""
    found: list[Damaged] = []
    if given.checkpoint is not None:
        try:
            check_against(folder, given.checkpoint)
        except CustodyLogDamaged as trouble:
            found.append(trouble)
    if given.authority is not None:
        found.extend(check_stamps(folder / CHECKPOINTS, log.stamps, trusted=given.authority))
    if given.key is not None:
        public = log.keys[-1].public if log.keys else None
        if public is None or public.hex() != given.key.lower():
            signs = "nobody" if public is None else f"the key {public.hex()}"
            found.append(CustodyLogDamaged(f"Not the key that was named signs the case, but {signs}.", since="0"))
    return found


def _with_claims(trouble: Damaged, touched: tuple[str, ...] | None) -> str:
    """Return a fault in a sentence, and which claims it touches."""
    if touched is None:
        return f"{trouble.message} Which claims that touches cannot be told: the database cannot be read."
    if not touched:
        return trouble.message
    some = ", ".join(touched[:FEW_CLAIMS]) + (" …" if len(touched) > FEW_CLAIMS else "")
    return f"{trouble.message} Claims touched: {len(touched)} ({some})."


def _look_up_all(place: Place, notes: tuple[str, ...], *, read_again: bool) -> Verification:
    """Look up every quote of a case that is whole."""
    faults: list[str] = []
    touched: set[str] = set()
    documents = claims = quotes = 0
    with Case.open(place) as case, _Originals(case) as originals, _Again(case, is_wanted=read_again) as again:
        for line in again.ahead(case.documents()):
            documents += 1
            reading = case.load_reading(line.document)
            places = None if reading is None else Places(reading)
            pointed: list[tuple[Claim, Quote]] = []
            for claim in again.quoting(line.document):
                claims += claim.document == line.document
                of_it = [quote for quote in claim.quotes if quote.document == line.document]
                quotes += len(of_it)
                wrong = [quote for quote in of_it if places is None or not places.hold(quote)]
                faults.extend(_misquote(claim, quote, "what was read of") for quote in wrong)
                touched.update(claim.claim for _ in wrong)
                if reading is not None and reading.records and not wrong:
                    pointed.extend((claim, quote) for quote in of_it if quote.page_number is None)
            for claim, quote in again.misquotes(line.document):
                faults.append(_misquote(claim, quote, "the original, read again:"))
                touched.add(claim.claim)
            for claim, quote in originals.misquotes(line.document, pointed):
                faults.append(_misquote(claim, quote, "the original"))
                touched.add(claim.claim)
        for claim, where in unlike(case, again if read_again else None):
            faults.append(_unlike(claim, where))
            touched.add(claim.claim)
        statements = len(list(case.maker_statements))
    return Verification(
        documents=documents,
        claims=claims,
        quotes=quotes,
        statements=statements,
        faults=tuple(faults),
        touched=tuple(sorted(touched)),
        notes=(*notes, *again.notes),
    )


class _Originals(LaneOnDemand):
    """Looks words up in the bytes of structured originals, in the cage: whatever was read of them may be forged."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case

    def misquotes(self, document: str, pointed: Sequence[tuple[Claim, Quote]]) -> Iterator[tuple[Claim, Quote]]:
        """Yield each quote, with its claim, whose words do not stand at its pointer in the original."""
        ordered = sorted(pointed, key=lambda one: one[1].pointer or "")
        for start in range(0, len(ordered), LOOKED_UP_AT_ONCE):
            batch = ordered[start : start + LOOKED_UP_AT_ONCE]
            holds = self._look_up(document, [quote for _, quote in batch])
            for (claim, quote), does_hold in zip(batch, holds, strict=True):
                if not does_hold:
                    yield claim, quote

    def _look_up(self, document: str, quotes: Sequence[Quote]) -> Sequence[bool]:
        """Say of each quote whether it holds; none does if the original cannot be looked into."""
        words = [QuotedWords(quote.pointer or "", quote.start, quote.end, quote.text) for quote in quotes]
        task = write_task(LookUpTask(quotes=tuple(words)))
        holds: tuple[bool, ...] = ()
        with self._case.originals.open(document) as original:
            limits = limits_for(original.seek(0, 2))
            for event in self.lane().run(task, original.fileno(), limits):
                if isinstance(event, bytes):
                    holds = _looked_up(event)
        return holds if len(holds) == len(quotes) else [False] * len(quotes)


class _Again(ReadAgain):
    """Finds the quotes of a case in its originals, read again, if that is wanted."""

    def __init__(self, case: Case, *, is_wanted: bool) -> None:
        super().__init__()
        self.notes: list[str] = []
        self._case = case
        self._is_wanted = is_wanted
        self._under_way: dict[str, tuple[Future[Reading], list[tuple[Claim, Quote]]]] = {}
        self._linked: dict[str, list[Claim]] = {}
        for claim in case.claims(kind=StatementKind.LINK):
            for document in {quote.document for quote in claim.quotes} - {claim.document}:
                self._linked.setdefault(document, []).append(claim)

    def quoting(self, document: str) -> Iterator[Claim]:
        """Yield the claims that quote a document: those that stand under it, and links of others with it."""
        yield from self._case.claims(document=document)
        yield from self._linked.get(document, ())

    def ahead(self, lines: Iterable[DocumentLine]) -> Iterator[DocumentLine]:
        """Yield documents in order; while one is looked at, those after it are being read."""
        waiting: deque[DocumentLine] = deque()
        for line in lines:
            self._begin(line.document)
            waiting.append(line)
            if len(waiting) > self.lanes:
                yield waiting.popleft()
        yield from waiting

    def _begin(self, document: str) -> None:
        claims = list(self.quoting(document)) if self._is_wanted else []
        quotes = [(claim, quote) for claim in claims for quote in claim.quotes if quote.document == document]
        if quotes:
            pages = {quote.page_number for _, quote in quotes if quote.page_number is not None}
            self._under_way[document] = self.read(self._case.originals.path(document), only=pages), quotes

    def misquotes(self, document: str) -> Iterator[tuple[Claim, Quote]]:
        """Yield each quote of a document, with its claim, whose words are not in the original any more."""
        if document not in self._under_way:
            return
        future, quotes = self._under_way.pop(document)
        reading = future.result()
        wrong = [
            (claim, quote)
            for claim, quote in quotes
            if not stands(reading, _where(quote), quote.start, quote.end, quote.text)
        ]
        if wrong and reading.recogniser == NO_RECOGNISER:
            path = wrong[0][1].path
            self.notes.append(f"{path} needs text recognition, which is not installed: {len(wrong)} quotes not found.")
        else:
            yield from wrong


def _where(quote: Quote) -> int | str:
    return quote.pointer or "" if quote.page_number is None else quote.page_number


def _looked_up(event: bytes) -> tuple[bool, ...]:
    try:
        frame = read_frame(event)
    except Undecodable:
        return ()
    return frame.holds if isinstance(frame, LookedUp) else ()


def _unlike(claim: Claim, where: str) -> str:
    said = "says that two files say the same of themselves, which does not hold in"
    return f"Claim {claim.claim} {said} {where} {claim.quotes[0].path} and the other."


def _misquote(claim: Claim, quote: Quote, where: str) -> str:
    place = quote.pointer if quote.page_number is None else f"page {quote.page_number}"
    return f"Claim {claim.claim} quotes words that do not stand in {where} {quote.path}, {place}."
