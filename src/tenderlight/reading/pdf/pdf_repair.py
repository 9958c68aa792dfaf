"""Opening a PDF, and what to try when it does not open."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.reading.pdf.pdf_salvage import salvage
from tenderlight.reading.pdf.pdfium import PASSWORD_ERRORS, OpenPdf, function

_END_BYTES = 2048
"""A whole file says within its last bytes where the table of its objects is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open document, or why there is none."""

    pdf: OpenPdf | None
    problem_code: str | None = None
    """`pdf-damaged`, `pdf-encrypted`; beside an open document `pdf-repaired` or `pdf-cut-off`."""


def open_pdf(content: bytes) -> Opened:
    """Open a PDF as it is; a damaged one after rebuilding it in memory.

    A file that ends early is put together again from its objects, one that is damaged elsewhere is rewritten by qpdf;
    if the first way fails, the other is tried.
    """
    pdf = OpenPdf(content)
    if pdf.handle:
        return Opened(pdf=pdf)
    if function("FPDF_GetLastError")() in PASSWORD_ERRORS:
        return Opened(pdf=None, problem_code="pdf-encrypted")
    is_cut_off = b"startxref" not in content[-_END_BYTES:]
    for repaired in _repaired(content, is_cut_off=is_cut_off):
        if repaired is None:
            return Opened(pdf=None, problem_code="pdf-encrypted")
        pdf = OpenPdf(repaired)
        if pdf.handle and function("FPDF_GetPageCount")(pdf.handle) > 0:
            pdf.is_cut_off = is_cut_off
            return Opened(pdf=pdf, problem_code="pdf-cut-off" if is_cut_off else "pdf-repaired")
        pdf.close()
    return Opened(pdf=None, problem_code="pdf-damaged")


def _repaired(content: bytes, *, is_cut_off: bool) -> Iterator[bytes | None]:
    """Yield repaired copies, the likelier first; None = a password is needed."""
    if is_cut_off and (salvaged := salvage(content)):
        yield salvaged
    import pikepdf

    rewritten = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as damaged:
            damaged.save(rewritten)
        yield rewritten.getvalue()
    except pikepdf.PasswordError:
        yield None
    except pikepdf.PdfError:
        pass
    if not is_cut_off and (salvaged := salvage(content)):
        yield salvaged
