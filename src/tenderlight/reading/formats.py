"""The formats that can be told apart, and what people call them."""

from __future__ import annotations

UNKNOWN = "application/octet-stream"
EMPTY = "application/x-empty"

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOC = "application/msword"
MAIL = "message/rfc822"
MAILBOX = "application/mbox"
OUTLOOK = "application/vnd.ms-outlook"
SAVED_PAGE = "multipart/related"
WARC = "application/warc"
WACZ = "application/x-wacz"
PPT = "application/vnd.ms-powerpoint"
OFD = "application/ofd"
RTF = "application/rtf"
LOCKED_OFFICE = "application/x-encrypted-office"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLS = "application/vnd.ms-excel"
ZIP = "application/zip"
TAR = "application/x-tar"
SEVEN_ZIP = "application/x-7z-compressed"
RAR = "application/vnd.rar"
GZIP = "application/gzip"
BZIP2 = "application/x-bzip2"
XZ = "application/x-xz"
CAB = "application/vnd.ms-cab-compressed"
LHA = "application/x-lha"
COMPRESS = "application/x-compress"
ZSTD = "application/zstd"
LZ4 = "application/x-lz4"
LZIP = "application/x-lzip"
CPIO = "application/x-cpio"

FORMAT_NAMES: dict[str, str] = {
    "application/dicom": "DICOM picture",
    "application/epub+zip": "EPUB book",
    "application/json": "JSON",
    "application/pdf": "PDF",
    "application/postscript": "PostScript",
    "application/vnd.ms-htmlhelp": "Windows help (CHM)",
    "application/vnd.ms-project": "Microsoft Project plan",
    "application/vnd.ms-xpsdocument": "XPS document",
    "application/vnd.oasis.opendocument.graphics": "OpenDocument drawing (ODG)",
    "application/vnd.oasis.opendocument.presentation": "OpenDocument slides (ODP)",
    "application/vnd.visio": "Visio drawing",
    "application/x-ar": "AR archive",
    "application/x-arj": "ARJ archive",
    "application/x-caj": "CAJ document (CNKI)",
    "application/x-dbf": "dBase table (DBF)",
    "application/x-executable": "program",
    "application/x-hwp": "Hangul document (HWP)",
    "application/x-iso9660-image": "disc image (ISO)",
    "application/x-ndjson": "JSON Lines",
    "application/x-ole-storage": "OLE file of unknown kind",
    "application/x-onenote": "OneNote notebook",
    "application/x-rpm": "RPM package",
    "application/x-sqlite3": "SQLite database",
    "application/x-xar": "XAR archive",
    "application/xml": "XML",
    "audio/mpeg": "sound",
    "image/bmp": "picture (BMP)",
    "image/gif": "picture (GIF)",
    "image/heif": "picture (HEIF)",
    "image/jp2": "picture (JPEG 2000)",
    "image/jpeg": "picture (JPEG)",
    "image/png": "picture (PNG)",
    "image/svg+xml": "picture (SVG)",
    "image/tiff": "picture (TIFF)",
    "image/vnd.adobe.photoshop": "picture (PSD)",
    "image/vnd.djvu": "DjVu document",
    "image/vnd.dwg": "AutoCAD drawing (DWG)",
    "image/webp": "picture (WebP)",
    "image/wmf": "picture (WMF or EMF)",
    "text/csv": "table (CSV)",
    "text/html": "HTML",
    "text/plain": "plain text",
    "text/tab-separated-values": "table (TSV)",
    "video/mp4": "video",
    BZIP2: "BZIP2",
    CAB: "Cabinet archive (CAB)",
    COMPRESS: "compressed file (Z)",
    CPIO: "CPIO archive",
    DOC: "Word 97-2003 document (DOC)",
    DOCX: "Word document (DOCX)",
    GZIP: "GZIP",
    LHA: "LHA archive",
    LOCKED_OFFICE: "Office file locked with a password",
    LZ4: "LZ4",
    LZIP: "LZIP",
    MAIL: "mail (EML)",
    MAILBOX: "mailbox (MBOX)",
    ODS: "OpenDocument spreadsheet (ODS)",
    ODT: "OpenDocument text (ODT)",
    OFD: "OFD document",
    OUTLOOK: "Outlook message (MSG)",
    PPT: "PowerPoint 97-2003 slides (PPT)",
    PPTX: "PowerPoint slides (PPTX)",
    RAR: "RAR archive",
    RTF: "Rich Text (RTF)",
    SAVED_PAGE: "saved web page (MHTML)",
    SEVEN_ZIP: "7z archive",
    TAR: "TAR archive",
    WACZ: "web archive (WACZ)",
    WARC: "web archive (WARC)",
    XLS: "Excel 97-2003 workbook (XLS)",
    XLSB: "Excel binary workbook (XLSB)",
    XLSX: "Excel workbook (XLSX)",
    XZ: "XZ",
    ZIP: "ZIP archive",
    ZSTD: "Zstandard",
}
"""Every media type that `detect.media_type` may return but unknown and empty ones, with its name for people."""


def format_name(media_type: str) -> str:
    """What people call the format; the media type itself where it is not known here."""
    return FORMAT_NAMES.get(media_type, media_type)
