"""Small whole files of every kind there is a reader for, and ways to damage them that reach below the packing."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.properties.made_archives import ARCHIVES, PICTURES, picture, xls
from tests.reading.made_compound import compound
from tests.reading.made_files import docx, odt, paragraph, xlsx, zip_of
from tests.reading.made_lies import LIES, RELEASE, VALUE, ods_row, ods_with, pdf_with, rows
from tests.reading.made_pdfs import show
from tests.reading.made_word_97 import Run, doc
from tests.reading.made_xlsb import cell, frozen, hidden_columns, merged, row, shared, sheet, xlsb
from tests.reading.test_ofd import ofd
from tests.reading.test_ofd import text as ofd_text
from tests.reading.test_outlook import message, wide
from tests.reading.test_slides import pptx, shape
from tests.reading.test_slides import slide as new_slide
from tests.reading.test_slides_97 import drawing, ppt
from tests.reading.test_slides_97 import slide as old_slide
from tests.reading.test_slides_97 import text as slide_text
from tests.reading.test_web_captures import http
from tests.reading.test_web_captures import record as capture
from tests.sources.eforms import notice as eforms
from tests.sources.ted import body, contract
from tests.sources.ted import notice as ted
from tests.sources.test_declared import CONTRACT as SECOP
from tests.sources.test_declared_files import TABLE as ZAKUPKI_TABLE
from tests.sources.test_fpds import action, dollars
from tests.sources.test_prozorro import award, tender
from tests.sources.test_ru_contracts import contract as russian_contract

TABLE = "<table><tr><td rowspan=2>序号<td>名称<tr><td>摄像机</table>"
MAIL = (
    "From: a@b.example\nSubject: =?utf-8?b?5LiA?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n"
    f"\n--x\nContent-Type: text/plain\n\n{VALUE}\n--x\nContent-Type: application/pdf; name=a.pdf\n"
    "Content-Transfer-Encoding: base64\n\nJVBERi0=\n--x--\n"
)
HEAD = "<head><meta charset=utf-8><style>.a{display:none}</style></head>"
PAGE = f"<html>{HEAD}<p class=a>x</p><p>{VALUE}</p>{TABLE}</html>"
SAVED = (
    "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type=text/html; boundary=y\n\n--y\n"
    f"Content-Type: text/html\nContent-Location: https://a.example/\n\n{PAGE}\n--y--\n"
)
RICH = (
    r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 Arial;}}\trowd\cellx1000\cellx2000 a\cell {\v h}b\cell\row "
    r"\u20013?\'d6\bin3 abc{\*\x y}}"
)
WIDE = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'


def tar(name: str, content: bytes) -> bytes:
    """A TAR archive of one file."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return held.getvalue()


CHOSEN = frozenset({"own-font.pdf", "revised.pdf", "layer-off.pdf", "replacement.pdf"})
SEEDS: dict[str, bytes] = {
    "a.pdf": pdf_with(show(50, 200, "摄像机", font="F2") + "40 190 250 30 re S 40 220 250 30 re S"),
    "packed.pdf": pdf_with(show(50, 200, "EUR 5", font="F3"), to_unicode={"5": "9"}, pack=True),
    **{lie.name: lie.content for lie in LIES if lie.name in CHOSEN},
    "a.html": PAGE.encode(),
    "a.txt": f"{VALUE}\n采购人：甲县公安局\n".encode("gb18030"),
    "a.csv": "序号,名称\n1,\"摄像\n机\"\n".encode(),
    "a.docx": docx(paragraph(VALUE) + WIDE, header=paragraph("h")),
    "a.odt": odt(f"<text:p>{VALUE}<text:s text:c=\"3\"/></text:p><table:table><table:table-row><table:table-cell "
                 "table:number-columns-repeated=\"2\"/></table:table-row></table:table>"),
    "a.xlsx": xlsx(rows("", 'hidden="1"'), rows(""), states=("visible", "hidden")),
    "a.ods": ods_with(ods_row(VALUE)),
    "a.doc": doc([Run(text="采购\r"), Run(text="a\x07b\x07\x07")], header="h"),
    "a.rtf": RICH.encode("latin-1"),
    "a.pptx": pptx([new_slide(shape("采购"))]),
    "a.ppt": ppt([(old_slide(drawing(slide_text("采购"))), slide_text("名称"))]),
    "a.ofd": ofd(ofd_text("采购", 10, 10)),
    "a.eml": MAIL.encode(),
    "a.msg": compound(message({"__substg1.0_0037001F": wide("开标"), "__substg1.0_1000001F": wide("正文")})),
    "a.mhtml": SAVED.encode(),
    "a.warc": capture(http()),
    "a.zip": zip_of({"招标.txt": b"x" * 50, "a/b.txt": b"y"}),
    "a.tar": tar("a/../b.txt", VALUE.encode()),
    "a.txt.gz": gzip.compress(VALUE.encode(), mtime=0),
    "a.tar.bz2": bz2.compress(tar("a.txt", b"y")),
    "a.txt.xz": lzma.compress(VALUE.encode()),
    **{name: made() for name, made in ARCHIVES.items()},
    **{name: picture(kind) for name, kind in PICTURES.items()},
    "a.wacz": zip_of({"datapackage.json": "{}", "archive/data.warc": capture(http())}),
    "a.mbox": b"From a@b.example Mon Jan  1 00:00:00 2024\n" + MAIL.encode(),
    "a.tsv": f"{VALUE}\tEUR 5\nb\t\"c\n".encode(),
    "a.xls": xls(),
    "a.xlsb": xlsb(sheet(row(0, shared(0, 0), cell(1, 5.5)), row(1, cell(0, VALUE)), before=frozen(1) + hidden_columns(
                   2, 3), after=merged(0, 1, 1, 1)), sheet(row(3, shared(1, 0))), states=[0, 1], strings=["名称"]),
    "a.json": RELEASE.encode(),
    "ted.xml": ted("F03_2014", body() + contract()),
    "eforms.xml": eforms(),
    "zakupki.xml": russian_contract(),
    "zakupki.csv": ZAKUPKI_TABLE,
    "fpds.xml": action(dollars("", "10")),
    "prozorro.json": json.dumps(tender(awards=[award("active", "ТОВ")])).encode(),
    "secop.json": json.dumps([SECOP]).encode(),
}  # fmt: skip
"""A file of each kind, by name."""
LOCKED = {"locked.xlsx": compound({"EncryptionInfo": b"\4\0\4\0" + bytes(60), "EncryptedPackage": bytes(64)})}
"""Of which nothing comes but what is wrong with it."""
WORDS = (
    b"99999999999", b"-1", b"0", b"<", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"\xff\xfe", b"\x00" * 8, b"((((",
    b"/Kids", b"NaN", b"1e400", b"\xed\xa0\x80", b"[" * 300, b"<w:tbl>" * 40, b"\\u99999", b"{" * 50,
    b"\xe2\x80\xae", b"8" * 40,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One change of some bytes: places are shares of their length, so that they fit any."""

    way: str
    at: float
    length: float
    word: bytes

    def done_to(self, content: bytes) -> bytes:
        """Return the bytes with this change."""
        start = int(self.at * len(content))
        end = min(len(content), start + max(1, int(self.length * 64)))
        middle = {
            "write": self.word,
            "insert": self.word + content[start:end],
            "delete": b"",
            "double": content[start:end] * 2,
            "flip": bytes(byte ^ 0x55 for byte in content[start:end]),
        }.get(self.way, content[start:end])
        return content[:start] if self.way == "cut" else content[:start] + middle + content[end:]


damages = st.builds(
    Damage,
    way=st.sampled_from(["write", "insert", "delete", "double", "flip", "cut"]),
    at=st.floats(0, 1, exclude_max=True),
    length=st.floats(0, 1),
    word=st.one_of(st.sampled_from(WORDS), st.binary(max_size=6)),
)


def damaged(content: bytes, done: list[Damage], *, below: float) -> bytes:
    """Return a file with the damage done to it.

    Args:
        content: A whole file.
        done: What is done, in order.
        below: Of a packed file, which part the damage is done to: a share of their number; from 0.8 on, the outside.
    """
    change = _all(done)
    if below >= 0.8:
        return change(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        chosen = list(parts)[int(below / 0.8 * len(parts))]
        return zip_of({name: change(part) if name == chosen else part for name, part in parts.items()})
    for start, unpack, pack in ((b"\x1f\x8b", gzip.decompress, gzip.compress), (b"BZh", bz2.decompress, bz2.compress)):
        if content.startswith(start):
            return pack(change(unpack(content)))
    return change(content)


def _all(done: list[Damage]) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        for one in done:
            content = one.done_to(content)
        return content

    return change
