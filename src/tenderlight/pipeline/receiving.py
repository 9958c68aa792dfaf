"""Files into the archive, one by one, before anything looks into them."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.cases import Case
from tenderlight.errors import StrictProblem
from tenderlight.logs import log_event
from tenderlight.model.problem import Problem, Severity
from tenderlight.pipeline.run import Progress, RunOptions
from tenderlight.sources.folder import NotReceived, walk


def receive_all(case: Case, options: RunOptions, progress: Progress) -> Iterator[str]:
    """Archive every file under the paths of a run, and yield the SHA-256 of each.

    What cannot be received is recorded under its path.

    Raises:
        StorageFull: If the disk would not take it.
        StrictProblem: If the run is strict and something could not be received.
    """
    for found in walk(options.paths, leave_out=case.folder):
        progress.files_seen += 1
        if isinstance(found, NotReceived):
            if found.problem.severity is not Severity.NOTE:
                case.record_not_received(found.shown_path, found.problem)
                _be_strict(options, found.shown_path, found.problem)
            continue
        received = case.receive_file(found.path, received_as=found.shown_path)
        if isinstance(received, Problem):
            _be_strict(options, found.shown_path, received)
            continue
        log_event(
            "document.received", document=received.document, size_bytes=received.size_bytes, is_new=received.is_new
        )
        yield received.document


def _be_strict(options: RunOptions, path: str, problem: Problem) -> None:
    if options.is_strict:
        raise StrictProblem(f"{path}: {problem.code}: {problem.message}")
