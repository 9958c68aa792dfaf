"""One document whose laid-out PDF is being read: what the caged child finds is checked before it is believed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from tenderlight.cage import Job, Outcome
from tenderlight.cases import Case
from tenderlight.cases.encoding import Undecodable
from tenderlight.model.layout import Layout
from tenderlight.model.problem import Problem, problem
from tenderlight.pipeline.laying_out.aligning import STEP
from tenderlight.pipeline.messages import AlignTask, FlowText, read_frame, write_task
from tenderlight.pipeline.outcomes import limits_for
from tenderlight.pipeline.reading import ReadingUnderWay

PROBLEMS_TAKEN = frozenset({"layout-failed", "layout-partly"})


class Aligning:
    """Takes the frames of one alignment. Use `take` for each, then `finish` with the outcome."""

    def __init__(self, document: str, texts: Sequence[FlowText], pdf: bytes, converter: str) -> None:
        """Start.

        Args:
            document: Name of the job.
            texts: What was read of the document.
            pdf: The laid-out PDF.
            converter: Name and version of the program that made it.
        """
        self.document = document
        self.pdf = hashlib.sha256(pdf).hexdigest()
        self._texts = texts
        self._size_bytes = len(pdf)
        self._converter = converter
        self._layouts: dict[int, Layout] = {}
        self._problems: list[Problem] = []

    def job(self, pdf: int) -> Job:
        """Return the job for a lane, on an open descriptor of the PDF."""
        task = AlignTask(pdf=self.pdf, converter=self._converter, pages=tuple(self._texts))
        limits = limits_for(self._size_bytes + sum(len(one.text) for one in self._texts))
        return Job(key=self.document, task=write_task(task), original=pdf, limits=limits)

    def take(self, frame: bytes) -> None:
        """Take one frame. What is not about this document and this PDF is not believed."""
        try:
            found = read_frame(frame)
        except Undecodable as trouble:
            self._fail(f"(It sent what it should not: {trouble})")
            return
        if isinstance(found, Layout):
            if self._is_possible(found):
                self._layouts[found.page_number] = found
            else:
                self._fail("(It sent a layout of something else.)")
        elif isinstance(found, Problem) and found.code in PROBLEMS_TAKEN:
            self._problems.append(found)

    def start_over(self) -> None:
        """Forget what came: the lane was lost, and another one will do it."""
        self._layouts.clear()
        self._problems.clear()

    def finish(self, outcome: Outcome) -> tuple[Layout | Problem, ...]:
        """Return what came: layouts and what is missing from them, or why there is none."""
        if not outcome.is_finished:
            self._fail(f"({outcome.message})")
        failed = next((one for one in self._problems if one.code == "layout-failed"), None)
        return (failed,) if failed is not None else (*self._layouts.values(), *self._problems)

    def _is_possible(self, layout: Layout) -> bool:
        text = next((page.text for page in self._texts if page.page_number == layout.page_number), None)
        is_ours = text is not None and (layout.pdf, layout.converter) == (self.pdf, self._converter)
        return is_ours and (not layout.lines or layout.lines[-1].end <= len(text or ""))

    def _fail(self, detail: str) -> None:
        self._problems.append(problem("layout-failed", step=STEP, detail=detail))


class LayingOut(Aligning):
    """The alignment of a document of a case."""

    def __init__(self, case: Case, reading: ReadingUnderWay, pdf: bytes, converter: str) -> None:
        """Start.

        Args:
            case: Where the PDF is kept, if words of the document are found on it.
            reading: The reading of the document, not yet finished.
            pdf: The laid-out PDF.
            converter: Name and version of the program that made it.
        """
        super().__init__(reading.document, reading.flow.texts(), pdf, converter)
        self.reading = reading
        with case.layouts.writer() as writer:
            writer.add(pdf)
            self.pdf = writer.finish().sha256

    def end(self, outcome: Outcome) -> None:
        """Add what came to the reading."""
        for item in self.finish(outcome):
            self.reading.add(item)
