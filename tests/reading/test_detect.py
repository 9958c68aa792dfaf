"""Formats are told by bytes; names are not believed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile

import pytest

from tenderlight.reading import formats
from tenderlight.reading.detect import format_name, media_type
from tests.reading.made_files import docx, odt, paragraph, xlsx, zip_of
from tests.shared_data import shared_file


def _tar(format_: int) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=format_) as archive:
        entry = tarfile.TarInfo("招标.txt")
        entry.size = 2
        archive.addfile(entry, io.BytesIO(b"ok"))
    return held.getvalue()


MADE = {
    "pdf": (b"%PDF-1.7\n1 0 obj\n<<>>", "application/pdf"),
    "pdf after rubbish": (b"\r\n<!-- x -->\n%PDF-1.4\n1 0 obj\n", "application/pdf"),
    "docx": (docx(paragraph("x")), formats.DOCX),
    "xlsx": (xlsx("<sheetData/>"), formats.XLSX),
    "odt": (odt("<text:p>x</text:p>"), formats.ODT),
    "docx without content types": (zip_of({"word/document.xml": "<x/>"}), formats.DOCX),
    "docx cut short": (docx(paragraph("x" * 5000))[:-300], formats.DOCX),
    "ofd": (zip_of({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), "application/ofd"),
    "wacz": (zip_of({"datapackage.json": "{}", "archive/data.warc.gz": b""}), "application/x-wacz"),
    "zip": (zip_of({"招标.txt": "x"}), formats.ZIP),
    "empty zip": (b"PK\x05\x06" + b"\0" * 18, formats.ZIP),
    "gzip": (gzip.compress(b"x"), formats.GZIP),
    "warc in gzip": (gzip.compress(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n"), "application/warc"),
    "bzip2": (bz2.compress(b"x"), formats.BZIP2),
    "xz": (lzma.compress(b"x"), formats.XZ),
    "tar": (_tar(tarfile.USTAR_FORMAT), formats.TAR),
    "gnu tar": (_tar(tarfile.GNU_FORMAT), formats.TAR),
    "rtf": (rb"{\rtf1\ansi x}", "application/rtf"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
    "webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
    "bmp": (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", "image/bmp"),
    "html": (b"  <!-- x -->\n<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><p>x", "text/html"),
    "html fragment": ("<div class='a'><p>中标公告</p></div>".encode(), "text/html"),
    "html in utf-16": ("<html><body>中标公告</body></html>".encode("utf-16"), "text/html"),
    "xhtml": (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "text/html"),
    "xml": (b"<?xml version='1.0'?><TED_EXPORT/>", "application/xml"),
    "xml without declaration": (b"<a:b xmlns:a='urn:x'><a:c/></a:b>", "application/xml"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
    "json": (b'\xef\xbb\xbf {"releases": [\n{}\n]}', "application/json"),
    "json list": (b"[1, 2, 3]", "application/json"),
    "broken json": (b'{"releases": [', "application/json"),
    "json lines": (b'{"ocid": 1}\n{"ocid": 2}\n', "application/x-ndjson"),
    "mail": (b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nx", "message/rfc822"),
    "mailbox": (b"From a@example.org Mon Jan 1\nFrom: a@example.org\nDate: x\n\nx", "application/mbox"),
    "mhtml": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n", "multipart/related"),
    "prose": ("甲方：云渡县公安局\n乙方：某公司，地址不详\n".encode(), "text/plain"),
    "bracketed prose": (b"[1] See annex. [2] See there.", "text/plain"),
    "table": (b"a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "text/csv"),
    "tabbed table": ("甲\t乙\n1\t2\n3\t4\n5\t6\n".encode("gb18030"), "text/tab-separated-values"),
    "program": (b"MZ" + b"\0" * 60 + b"PE\0\0", "application/x-executable"),
    "rubbish": (bytes(range(256)) * 4, formats.UNKNOWN),
    "nothing": (b"", formats.EMPTY),
}


@pytest.mark.parametrize("case", MADE, ids=list(MADE))
@pytest.mark.parametrize("name", ["", "a.bin", "附件.DOC", "x/../a.zip"])
def test_bytes_decide(case: str, name: str) -> None:
    content, expected = MADE[case]
    assert media_type(content, name) == expected


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"supplier;amount\nx;5\n", "a.csv", "text/csv"),
        (b'{"ocid": 1}\n', "a.jsonl", "application/x-ndjson"),
        (b"Notice<br>of award", "a.html", "text/html"),
        (b"Notice<br>of award", "a.txt", "text/plain"),
        (b"[[[[[[", "a.json", "application/json"),
        (b"5 0 obj\n<< /Type /Page >>", "a.pdf", "application/pdf"),
    ],
)
def test_a_name_decides_only_between_texts(content: bytes, name: str, expected: str) -> None:
    assert media_type(content, name) == expected


SHARED = {
    "data/reading/office/contract1.doc": "application/msword",
    "data/reading/office/contract1.wps": "application/msword",
    "data/reading/office/boq1.xls": formats.XLS,
    "data/reading/office/boq1.ods": formats.ODS,
    "data/reading/office/names.7z": formats.SEVEN_ZIP,
    "data/reading/office/clarify.eml": "message/rfc822",
    "data/reading/office/raw_gbk_headers.eml": "message/rfc822",
    "data/documents/office/piste.msg": "application/vnd.ms-outlook",
    "data/documents/office/password_protected.xlsx": formats.LOCKED_OFFICE,
    "data/documents/office-cjk/testDBF_gb18030.dbf": "application/x-dbf",
    "data/documents/scans/multipage_tiff_example.tif": "image/tiff",
}


@pytest.mark.parametrize("path", SHARED)
def test_real_files_whatever_they_are_called(path: str) -> None:
    assert media_type(shared_file(path).read_bytes(), "wrong.txt") == SHARED[path]


def test_every_chinese_notice_page_is_html() -> None:
    folder = shared_file("data/zh-yichang-notices/html")
    found = {media_type(path.read_bytes()) for path in folder.rglob("*.html")}
    assert found == {"text/html"}


def test_every_media_type_found_has_a_name_for_people() -> None:
    kinds = {expected for _, expected in MADE.values()} | set(SHARED.values())
    unnamed = [kind for kind in kinds - {formats.UNKNOWN, formats.EMPTY} if format_name(kind) == kind]
    assert unnamed == []


def test_a_part_whose_packing_is_false_does_not_hide_what_the_file_is() -> None:
    whole = docx(paragraph("x"))
    data_starts = whole.index(b"[Content_Types].xml") + len(b"[Content_Types].xml")
    damaged = whole[:data_starts] + b"\0" + whole[data_starts + 1 :]

    assert media_type(damaged, "合同.docx") == formats.DOCX
