"""Which reader reads which media type. Modules are imported when first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from tenderlight.model.reader import Reader
from tenderlight.reading import charset, formats, pdf, pictures
from tenderlight.reading.pictures import FORMATS as PICTURE_FORMATS

_WHERE: dict[str, tuple[str, str]] = {
    "application/pdf": ("pdf", "PdfReader"),
    "text/html": ("html", "HtmlReader"),
    "text/plain": ("text", "TextReader"),
    "text/csv": ("text", "TableTextReader"),
    "text/tab-separated-values": ("text", "TableTextReader"),
    formats.DOCX: ("word", "WordReader"),
    formats.DOC: ("word_97", "Word97Reader"),
    formats.RTF: ("rtf", "RichTextReader"),
    formats.MAIL: ("mail", "MailReader"),
    formats.MAILBOX: ("mail", "MailReader"),
    formats.OUTLOOK: ("outlook", "OutlookReader"),
    formats.SAVED_PAGE: ("saved_pages", "SavedPageReader"),
    formats.WARC: ("web_captures", "WebArchiveReader"),
    formats.WACZ: ("zip_archives", "PackedWebArchiveReader"),
    formats.PPTX: ("slides", "SlidesReader"),
    formats.PPT: ("slides_97", "Slides97Reader"),
    formats.OFD: ("ofd", "OfdReader"),
    formats.LOCKED_OFFICE: ("office_package", "LockedOfficeReader"),
    formats.ODT: ("open_document", "OpenDocumentReader"),
    **dict.fromkeys(PICTURE_FORMATS, ("pictures", "PictureReader")),
    formats.XLSX: ("sheets", "SheetReader"),
    formats.XLSB: ("sheets", "SheetReader"),
    formats.XLS: ("sheets", "SheetReader"),
    formats.ODS: ("sheets", "SheetReader"),
    formats.ZIP: ("zip_archives", "ZipReader"),
    formats.TAR: ("tar_archives", "TarReader"),
    formats.GZIP: ("tar_archives", "PackedFileReader"),
    formats.BZIP2: ("tar_archives", "PackedFileReader"),
    formats.XZ: ("tar_archives", "PackedFileReader"),
    formats.SEVEN_ZIP: ("other_archives", "OtherArchiveReader"),
    formats.RAR: ("other_archives", "OtherArchiveReader"),
    formats.CAB: ("other_archives", "OtherArchiveReader"),
    formats.LHA: ("other_archives", "OtherArchiveReader"),
    formats.CPIO: ("other_archives", "OtherArchiveReader"),
    formats.COMPRESS: ("tar_archives", "PackedFileReader"),
    formats.ZSTD: ("tar_archives", "PackedFileReader"),
    formats.LZ4: ("tar_archives", "PackedFileReader"),
    formats.LZIP: ("tar_archives", "PackedFileReader"),
}
_HEAVY = (
    "lxml.etree",
    "olefile",
    "python_calamine",
    "selectolax.lexbor",
    "tenderlight.reading.libarchive_session",
    "tenderlight.reading.ofd_document",
)
"""What readers import when they first need it."""


def reader_for(media_type: str) -> Reader | None:
    """Return a reader of files of this media type; None = there is none."""
    where = _WHERE.get(media_type)
    if where is None:
        return None
    module = import_module(f"tenderlight.reading.{where[0]}")
    return cast("Reader", getattr(module, where[1])())


def all_readers() -> tuple[Reader, ...]:
    """Return one reader of each kind."""
    readers = (reader_for(media_type) for media_type in _WHERE)
    return tuple({type(reader): reader for reader in readers if reader is not None}.values())


def media_types() -> frozenset[str]:
    """Every media type that there is a reader for."""
    return frozenset(_WHERE)


def warm_up() -> None:
    """Import every reader and what it needs, so that a forked child has all of it and opens no file."""
    pdf.warm_up()
    for module, _ in dict.fromkeys(_WHERE.values()):
        import_module(f"tenderlight.reading.{module}")
    for package in _HEAVY:
        try:
            import_module(package)
        except (ImportError, OSError, TypeError, AttributeError):
            continue
    charset.warm_up()
    pictures.warm_up()
