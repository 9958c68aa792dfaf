"""Metadata of PDF files: the information dictionary, the file identifier, and XMP.

Format: ISO 32000-1, 14.3, 14.4; ISO 16684-1 (XMP).
"""

from __future__ import annotations

import io
import zlib
from itertools import islice
from typing import TYPE_CHECKING, Any

from tenderlight.model.metadata import PropertyKind
from tenderlight.reading.metadata.collecting import LONGEST_LOOKED_AT, Properties

if TYPE_CHECKING:
    import pikepdf
    from lxml import etree

_MOST_XMP_BYTES = 1024 * 1024
_MOST_ELEMENTS = 2_000
_LONGEST_ID = 64
_INFO = {
    "/Author": PropertyKind.AUTHOR,
    "/Company": PropertyKind.COMPANY,
    "/Creator": PropertyKind.PROGRAM,
    "/Producer": PropertyKind.PRODUCER,
    "/Title": PropertyKind.TITLE,
    "/CreationDate": PropertyKind.CREATED,
    "/ModDate": PropertyKind.MODIFIED,
}
_IDS = ((0, PropertyKind.DOCUMENT_ID), (1, PropertyKind.INSTANCE_ID))
_DC, _XMP, _PDF = (
    "{http://purl.org/dc/elements/1.1/}",
    "{http://ns.adobe.com/xap/1.0/}",
    "{http://ns.adobe.com/pdf/1.3/}",
)
_MM, _PDFX = "{http://ns.adobe.com/xap/1.0/mm/}", "{http://ns.adobe.com/pdfx/1.3/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_IN_XMP = {
    f"{_DC}creator": PropertyKind.AUTHOR,
    f"{_DC}title": PropertyKind.TITLE,
    f"{_XMP}CreatorTool": PropertyKind.PROGRAM,
    f"{_PDF}Producer": PropertyKind.PRODUCER,
    f"{_XMP}CreateDate": PropertyKind.CREATED,
    f"{_XMP}ModifyDate": PropertyKind.MODIFIED,
    f"{_PDFX}Company": PropertyKind.COMPANY,
    f"{_MM}DocumentID": PropertyKind.DOCUMENT_ID,
    f"{_MM}OriginalDocumentID": PropertyKind.DOCUMENT_ID,
    f"{_MM}InstanceID": PropertyKind.INSTANCE_ID,
}


def collect(content: bytes, properties: Properties) -> None:
    """Take the properties of a PDF file; none of one that cannot be opened."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            _take_info(pdf.trailer.get("/Info"), properties)
            _take_ids(pdf.trailer.get("/ID"), properties)
            _take_xmp(_xmp_of(pdf), properties)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        return


def _take_info(info: Any, properties: Properties) -> None:
    import pikepdf

    if not isinstance(info, pikepdf.Dictionary):
        return
    for name, kind in _INFO.items():
        value = info.get(name)
        if isinstance(value, pikepdf.String) and len(bytes(value)) <= 2 * LONGEST_LOOKED_AT:
            properties.add(kind, f"Info{name}", str(value))


def _take_ids(ids: Any, properties: Properties) -> None:
    import pikepdf

    if not isinstance(ids, pikepdf.Array):
        return
    for at, kind in _IDS:
        value = ids[at] if at < len(ids) else None
        if isinstance(value, pikepdf.String) and len(bytes(value)) <= _LONGEST_ID:
            properties.add(kind, f"ID/{at + 1}", bytes(value).hex())


def _xmp_of(pdf: pikepdf.Pdf) -> bytes:
    """Return the XMP of a file; nothing if it is larger than any, or packed as none is."""
    import pikepdf

    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return b""
    packing = stream.get("/Filter")
    if isinstance(packing, pikepdf.Array) and len(packing) == 1:
        packing = packing[0]
    raw = stream.read_raw_bytes() if int(stream.get("/Length", 0)) <= _MOST_XMP_BYTES else b""
    if packing is None or (isinstance(packing, pikepdf.Array) and not len(packing)):
        return raw
    if packing != "/FlateDecode":
        return b""
    unpacking = zlib.decompressobj()
    try:
        whole = unpacking.decompress(raw, _MOST_XMP_BYTES)
    except zlib.error:
        return b""
    return b"" if unpacking.unconsumed_tail else whole


def _take_xmp(xmp: bytes, properties: Properties) -> None:
    from tenderlight.reading.office.office_package import has_document_type, parsed_xml

    xmp = xmp.strip(b"\0 \t\r\n")
    root = "" if not xmp or has_document_type(xmp) else parsed_xml(xmp)
    if isinstance(root, str):
        return
    descriptions = [one for one in root.iter(f"{_RDF}Description") if _is_outermost(one)]
    for description in descriptions[:_MOST_ELEMENTS]:
        for name, value in description.attrib.items():
            _add(str(name), str(value), properties)
        for element in islice(description, _MOST_ELEMENTS):
            if element.tag in _IN_XMP:
                _add(str(element.tag), _said(element), properties)


def _is_outermost(description: etree._Element) -> bool:
    """Say whether a description is of the file, and not of one that it was made of, or of a step of its history."""
    above = description.getparent()
    return above is None or above.tag == f"{_RDF}RDF"


def _said(element: etree._Element) -> str | None:
    """Return the text of a property; of a list its first item."""
    first = next(element.iter(f"{_RDF}li"), None)
    return element.text if first is None else first.text


def _add(name: str, value: str | None, properties: Properties) -> None:
    kind = _IN_XMP.get(name)
    if kind is not None:
        properties.add(kind, f"XMP/{name.rpartition('}')[2]}", value)
