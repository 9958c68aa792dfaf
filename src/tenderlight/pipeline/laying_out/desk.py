"""Passes documents to the converter, one after another, while others are read.

A document that crashes or hangs the converter costs its own layout. It is tried once more where documents before it
had been laid out by the same process: what one of them left behind is not its fault. One that may take long has a
process that none was laid out by, so that it is never tried twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from tenderlight.cases import Case
from tenderlight.cases.stored_readings import CONVERTER
from tenderlight.model.problem import problem
from tenderlight.pipeline.laying_out.aligning import STEP
from tenderlight.pipeline.laying_out.budget import LARGEST_DOCUMENT_BYTES, Budget, budget
from tenderlight.pipeline.laying_out.converter import (
    DOCUMENTS_A_START,
    FILTERS,
    Answer,
    Converter,
    Installed,
    Missing,
    State,
    find_converter,
)
from tenderlight.pipeline.laying_out.under_way import LayingOut
from tenderlight.pipeline.reading import ReadingUnderWay

MOST_WAITING = 8
"""Documents that may wait for the converter before no more are read: each holds its text."""
MOST_STARTS_IN_VAIN = 2
NOT_ASKED_FOR = Missing(reason="it was not asked for")


@dataclass(slots=True, kw_only=True)
class _Waiting:
    """A document to be laid out."""

    reading: ReadingUnderWay
    budget: Budget
    is_second_try: bool = False


class LayoutDesk:
    """Where documents wait for the converter. Use it from one thread, and `close` it.

    Wait on `filenos()` until `deadline`, then call `turn()`.
    """

    def __init__(
        self,
        case: Case,
        *,
        is_wanted: bool = True,
        installed: Installed | Missing | None = None,
        on_spent: Callable[[str, float], None] = lambda _document, _cpu_seconds: None,
    ) -> None:
        """Open the desk; nothing is started before a document comes.

        Args:
            case: Where the originals are.
            is_wanted: Whether to lay anything out.
            installed: The converter, or why there is none; None = look for it.
            on_spent: Told of each document what the converter took of a processor for it.
        """
        self._on_spent = on_spent
        self._case = case
        self._installed = installed or (find_converter() if is_wanted else NOT_ASKED_FOR)
        self._converter: Converter | None = None
        self._waiting: deque[_Waiting] = deque()
        self._current: _Waiting | None = None
        self._starts_in_vain = 0
        self._last_words = ""
        self._given_up: list[ReadingUnderWay] = []
        self.to_align: deque[LayingOut] = deque()
        """Documents whose laid-out PDF is to be read in a lane."""

    @property
    def has_converter(self) -> bool:
        """Whether documents can be laid out, as far as is known."""
        return isinstance(self._installed, Installed)

    @property
    def versions(self) -> dict[str, int]:
        """What stands among the versions of readers for the converter; nothing if there is none."""
        return {CONVERTER: 1} if self.has_converter else {}

    @property
    def is_busy(self) -> bool:
        """Whether a document waits or is being laid out."""
        return bool(self._waiting or self._current or self._given_up)

    @property
    def count(self) -> int:
        """Documents on the desk."""
        return len(self._waiting) + (self._current is not None) + len(self.to_align)

    @property
    def is_full(self) -> bool:
        """Whether so many wait that no more should be read for now."""
        return len(self._waiting) >= MOST_WAITING

    @property
    def deadline(self) -> float | None:
        """When to call `turn()` at the latest, by `time.monotonic()`; None if there is nothing to wait for."""
        return self._converter.deadline if self._converter is not None and self._converter.filenos() else None

    def filenos(self) -> tuple[int, ...]:
        """Descriptors to wait on until one can be read."""
        return self._converter.filenos() if self._converter is not None else ()

    def takes(self, reading: ReadingUnderWay, *, is_whole: bool) -> bool:
        """Take a document that was read, if it is to be laid out; say whether it was taken.

        One that should have a layout and cannot have one gets a problem that says so: `layout-not-made`,
        `layout-failed`.

        Args:
            reading: What was read, not yet finished.
            is_whole: Whether it was read to its end.
        """
        if reading.media_type not in FILTERS or not (reading.flow.are_too_long or reading.flow.texts()):
            return False
        if isinstance(self._installed, Missing):
            reading.add(problem("layout-not-made", step=STEP, detail=f"({as_sentence(self._installed.reason)})"))
            return False
        size = self._case.originals.path(reading.document).stat().st_size
        if not is_whole or reading.flow.are_too_long or size > LARGEST_DOCUMENT_BYTES:
            reading.add(problem("layout-failed", step=STEP, detail="(It is too large, or was not read to its end.)"))
            return False
        granted = budget(size_bytes=size, characters=reading.flow.characters)
        self._waiting.append(_Waiting(reading=reading, budget=granted))
        return True

    def turn(self) -> list[ReadingUnderWay]:
        """Go on: take an answer that has come, hand over the next document. Laid-out PDFs go to `to_align`.

        Returns:
            Documents that leave the desk without a layout; each has a problem that says why.
        """
        answer = None if self._converter is None else self._converter.receive()
        if answer is not None:
            self._answered(answer)
        self._start_next()
        given_up, self._given_up = self._given_up, []
        return given_up

    def close(self) -> None:
        """End the converter. Documents that still wait are read again by the next run."""
        if self._converter is not None:
            self._converter.close()
        for one in (*self._waiting, *((self._current,) if self._current else ()), *self.to_align):
            one.reading.abandon()

    def _answered(self, answer: Answer) -> None:
        converter, current = self._converter, self._current
        assert converter is not None
        self._current = None
        if current is not None:
            self._on_spent(current.reading.document, answer.cpu_seconds)
        if current is None:  # it did not open
            self._starts_in_vain += 1
            self._last_words = answer.trouble
        elif answer.pdf is not None:
            self.to_align.append(LayingOut(self._case, current.reading, answer.pdf, converter.version))
        elif converter.state is State.LOST and converter.documents > 1 and not current.is_second_try:
            current.is_second_try = True
            self._waiting.appendleft(current)
        else:
            self._give_up(current, answer.trouble)

    def _start_next(self) -> None:
        if not self._waiting or self._current is not None:
            return
        if self._starts_in_vain >= MOST_STARTS_IN_VAIN:
            while self._waiting:
                self._give_up(self._waiting.popleft(), f"LibreOffice could not be started: {self._last_words}")
            return
        converter = self._ready_converter(for_long=self._waiting[0].budget.is_long)
        if converter.state is State.FREE:
            self._starts_in_vain = 0
            self._hand_over(converter, self._waiting.popleft())

    def _ready_converter(self, *, for_long: bool) -> Converter:
        """Return the converter, a new one if there is none, it has had its time, or what comes may take long."""
        converter = self._converter
        most = 1 if for_long else DOCUMENTS_A_START
        if converter is not None and converter.state is State.FREE and converter.documents >= most:
            converter.close()
        if converter is None or converter.state is State.LOST:
            assert isinstance(self._installed, Installed)
            converter = self._converter = Converter(self._installed)
        return converter

    def _hand_over(self, converter: Converter, waiting: _Waiting) -> None:
        self._current = waiting
        with self._case.originals.open(waiting.reading.document) as original:
            converter.submit(
                original,
                FILTERS[waiting.reading.media_type],
                wall_seconds=waiting.budget.wall_seconds,
                cpu_seconds=waiting.budget.cpu_seconds,
            )

    def _give_up(self, waiting: _Waiting, trouble: str) -> None:
        waiting.reading.add(problem("layout-failed", step=STEP, detail=f"({as_sentence(trouble)})"))
        self._given_up.append(waiting.reading)


def as_sentence(untrusted_words: str) -> str:
    """Return words that may come from a document, on one line and without control characters."""
    plain = "".join(letter if letter.isprintable() else " " for letter in untrusted_words[:200]).strip()
    return plain[:1].upper() + plain[1:] + ("" if plain.endswith(".") else ".")
