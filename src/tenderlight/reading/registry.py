"""Which reader reads which media type. Modules are imported when first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from tenderlight.model.reader import Reader
from tenderlight.reading import charset, formats, pictures
from tenderlight.reading.metadata import file_metadata
from tenderlight.reading.pdf import pdf_reader as pdf
from tenderlight.reading.pictures import FORMATS as PICTURE_FORMATS

_WHERE: dict[str, tuple[str, str]] = {
    "application/pdf": ("pdf.pdf_reader", "PdfReader"),
    "text/html": ("web.html", "HtmlReader"),
    "text/plain": ("text", "TextReader"),
    "text/csv": ("text", "TableTextReader"),
    "text/tab-separated-values": ("text", "TableTextReader"),
    formats.DOCX: ("office.word", "WordReader"),
    formats.DOC: ("office.word_97", "Word97Reader"),
    formats.RTF: ("office.rtf", "RichTextReader"),
    formats.MAIL: ("mail.mail_reader", "MailReader"),
    formats.MAILBOX: ("mail.mail_reader", "MailReader"),
    formats.OUTLOOK: ("mail.outlook", "OutlookReader"),
    formats.SAVED_PAGE: ("web.saved_pages", "SavedPageReader"),
    formats.WARC: ("web.web_captures", "WebArchiveReader"),
    formats.WACZ: ("archives.zip_archives", "PackedWebArchiveReader"),
    formats.PPTX: ("office.slides", "SlidesReader"),
    formats.PPT: ("office.slides_97", "Slides97Reader"),
    formats.OFD: ("office.ofd", "OfdReader"),
    formats.LOCKED_OFFICE: ("office.office_package", "LockedOfficeReader"),
    formats.ODT: ("office.open_document", "OpenDocumentReader"),
    **dict.fromkeys(PICTURE_FORMATS, ("pictures", "PictureReader")),
    formats.XLSX: ("office.sheets", "SheetReader"),
    formats.XLSB: ("office.sheets", "SheetReader"),
    formats.XLS: ("office.sheets", "SheetReader"),
    formats.ODS: ("office.sheets", "SheetReader"),
    formats.ZIP: ("archives.zip_archives", "ZipReader"),
    formats.TAR: ("archives.tar_archives", "TarReader"),
    formats.GZIP: ("archives.tar_archives", "PackedFileReader"),
    formats.BZIP2: ("archives.tar_archives", "PackedFileReader"),
    formats.XZ: ("archives.tar_archives", "PackedFileReader"),
    formats.SEVEN_ZIP: ("archives.other_archives", "OtherArchiveReader"),
    formats.RAR: ("archives.other_archives", "OtherArchiveReader"),
    formats.CAB: ("archives.other_archives", "OtherArchiveReader"),
    formats.LHA: ("archives.other_archives", "OtherArchiveReader"),
    formats.CPIO: ("archives.other_archives", "OtherArchiveReader"),
    formats.COMPRESS: ("archives.tar_archives", "PackedFileReader"),
    formats.ZSTD: ("archives.tar_archives", "PackedFileReader"),
    formats.LZ4: ("archives.tar_archives", "PackedFileReader"),
    formats.LZIP: ("archives.tar_archives", "PackedFileReader"),
}
_HEAVY = (
    "lxml.etree",
    "olefile",
    "pyexpat",
    "python_calamine",
    "selectolax.lexbor",
    "tenderlight.reading.archives.libarchive_session",
    "tenderlight.reading.office.ofd_document",
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
    file_metadata.warm_up()
    pictures.warm_up()
