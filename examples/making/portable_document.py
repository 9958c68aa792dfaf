"""Born-digital PDF from HTML, with the same bytes on every run."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from making.fonts import font_faces

if TYPE_CHECKING:
    import pikepdf

PRODUCER = "Tenderlight example"
SUBJECT = "Invented document of a software example; no real person, body or product. CC0-1.0."


def write_pdf(html: str, style: Path, target: Path) -> None:
    """Print `html` with the style sheet `style` as PDF: subset fonts, text layer, rules drawn as lines.

    The document information keeps only the title and a neutral producer: no date, no program, no machine.
    """
    import pikepdf
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    sheets = [CSS(string=css, font_config=fonts) for css in (font_faces(html), style.read_text("utf-8"))]
    printed = HTML(string=html).write_pdf(stylesheets=sheets, font_config=fonts)
    with pikepdf.open(io.BytesIO(printed)) as document:
        title = str(document.docinfo.get("/Title", ""))
        save_neutral(document, target, title)


def save_neutral(document: "pikepdf.Pdf", target: Path, title: str) -> None:
    """Save with nothing in the document information but `title` and a neutral producer."""
    import pikepdf

    for key in list(document.docinfo.keys()):
        del document.docinfo[key]
    document.docinfo["/Title"] = title
    document.docinfo["/Subject"] = SUBJECT
    document.docinfo["/Producer"] = PRODUCER
    document.save(
        target,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
