"""Trouble with the world's documents: recorded, never raised; the run goes on.

`PROBLEMS` is the register of every code there is: what happened, and what to do next. Its entries stand in
`problems_of_files`, `problems_of_documents`, `problems_of_records`, `problems_of_trust` and `problems_of_lists`. The
documentation has a heading for each (held by a test).
"""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.box import Box
from tenderlight.model.problem_kind import ProblemKind, Severity
from tenderlight.model.problems_of_documents import DOCUMENT_PROBLEMS
from tenderlight.model.problems_of_files import FILE_PROBLEMS
from tenderlight.model.problems_of_lists import LIST_PROBLEMS
from tenderlight.model.problems_of_records import RECORD_PROBLEMS
from tenderlight.model.problems_of_trust import TRUST_PROBLEMS

__all__ = ["NEED_RECOGNITION", "PROBLEMS", "Problem", "ProblemKind", "Severity", "problem"]

PROBLEMS: dict[str, ProblemKind] = dict(
    sorted({**FILE_PROBLEMS, **DOCUMENT_PROBLEMS, **RECORD_PROBLEMS, **TRUST_PROBLEMS, **LIST_PROBLEMS}.items())
)

NEED_RECOGNITION = frozenset(
    {
        "page-fonts-unproved",
        "page-needs-recognition",
        "page-text-doubtful",
        "page-text-garbled",
        "page-text-guessed",
        "page-text-invisible",
    }
)
"""Problems of pages whose pictures may say what their text does not. Over once text recognition has read the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that went wrong with one document (or one place on one page)."""

    code: str
    step: str
    """Which step met it, with version: "read:pdf/1", "archive", "facts/3"."""
    message: str
    severity: Severity
    page_number: int | None = None
    box: Box | None = None
    pointer: str | None = None
    """Place in a source without pages (JSON Pointer, XPath, name inside an archive)."""


def problem(
    code: str,
    *,
    step: str,
    detail: str = "",
    page_number: int | None = None,
    pointer: str | None = None,
    box: Box | None = None,
) -> Problem:
    """Make a problem from the register.

    Args:
        code: A key of `PROBLEMS`.
        step: Step and version that met it.
        detail: What is particular to this case; shown after the general message. Bounded to 300 characters.
        page_number: Page it concerns, from 1; None = the whole document.
        pointer: Place in a source without pages.
        box: Part of the page it concerns; None = all of it.

    Raises:
        KeyError: If the code is not registered.
    """
    kind = PROBLEMS[code]
    message = f"{kind.message} {detail[:300]}".strip()
    return Problem(
        code=code, step=step, message=message, severity=kind.severity, page_number=page_number, box=box, pointer=pointer
    )
