"""Opening a PDF, and what to try when it does not open."""

from __future__ import annotations

import io
from dataclasses import dataclass

from tenderlight.reading.pdfium import PASSWORD_ERRORS, OpenPdf, function


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open document, or why there is none."""

    pdf: OpenPdf | None
    problem_code: str | None = None
    """`pdf-damaged`, `pdf-encrypted`; `pdf-repaired` beside an open document."""


def open_pdf(content: bytes) -> Opened:
    """Open a PDF as it is; a damaged one after rewriting it in memory."""
    pdf = OpenPdf(content)
    if pdf.handle:
        return Opened(pdf=pdf)
    if function("FPDF_GetLastError")() in PASSWORD_ERRORS:
        return Opened(pdf=None, problem_code="pdf-encrypted")
    return _repaired(content)


def _repaired(content: bytes) -> Opened:
    import pikepdf

    rewritten = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as damaged:
            damaged.save(rewritten)
    except pikepdf.PasswordError:
        return Opened(pdf=None, problem_code="pdf-encrypted")
    except pikepdf.PdfError:
        return Opened(pdf=None, problem_code="pdf-damaged")
    pdf = OpenPdf(rewritten.getvalue())
    if not pdf.handle:
        return Opened(pdf=None, problem_code="pdf-damaged")
    return Opened(pdf=pdf, problem_code="pdf-repaired")
