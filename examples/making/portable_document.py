"""Born-digital PDF from HTML, with the same bytes on every run."""

import io
from pathlib import Path

PRODUCER = "Tenderlight example"


def write_pdf(html: str, style: Path, target: Path) -> None:
    """Print `html` with the style sheet `style` as PDF: subset fonts, text layer, rules drawn as lines.

    The document information keeps only the title and a neutral producer: no date, no program, no machine.
    """
    import pikepdf
    from weasyprint import CSS, HTML

    printed = HTML(string=html, base_url=str(style.parent)).write_pdf(stylesheets=[CSS(filename=str(style))])
    with pikepdf.open(io.BytesIO(printed)) as document:
        title = str(document.docinfo.get("/Title", ""))
        save_neutral(document, target, title)


def save_neutral(document: "pikepdf.Pdf", target: Path, title: str) -> None:  # noqa: F821 - imported where used
    """Save with nothing in the document information but `title` and a neutral producer."""
    import pikepdf

    for key in list(document.docinfo.keys()):
        del document.docinfo[key]
    document.docinfo["/Title"] = title
    document.docinfo["/Producer"] = PRODUCER
    document.save(
        target,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
