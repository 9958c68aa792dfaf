"""Documents to scale with: notices as web pages, longer contracts as text, and PDF files of a few pages, all made.

Each is unlike the others in number, parties and price; nothing is drawn at random that is not drawn alike in every run.
"""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pypdfium2 as pdfium

GOODS = ("人脸识别摄像机", "车辆号牌抓拍单元", "警务执法记录仪", "办公桌椅", "服务器", "校园广播设备", "手机取证设备")
PARAGRAPH = "供应商应当在合同签订后三十日内完成供货、安装和调试，并提供不少于三年的免费质量保证服务。"
PDF_PAGES = 4
LONG_PAGES = 330
"""Of a file that is read in four parts."""
A_FOLDER = 1_000
SCAN_PAGES, SCAN_DPI = 2, 110
"""Of a file whose pages are pictures: few and small, for it is the handing out that is tried, not the recognition."""
LETTERS = 46
"""Lines on a page of PDF."""


def make_documents(folder: Path, count: int, *, seed: int = 1) -> int:
    """Write so many documents under a folder, and return how many pages they have."""
    pages = 0
    for number in range(count):
        drawn = random.Random(f"{seed}/{number}")
        place = folder / f"{number // A_FOLDER:03d}"
        if number % A_FOLDER == 0:
            place.mkdir(parents=True, exist_ok=True)
        kind = number % 10
        if kind == 9:
            (place / f"{number:06d}.pdf").write_bytes(_pdf(number, drawn))
            pages += PDF_PAGES
        elif kind in {4, 8}:
            (place / f"{number:06d}.txt").write_text(_contract(number, drawn), "utf-8")
            pages += 1
        else:
            (place / f"{number:06d}.html").write_text(_notice(number, drawn), "utf-8")
            pages += 1
    return pages


def make_long_documents(folder: Path, count: int, *, seed: int = 1) -> int:
    """Write so many PDF files that are read in parts, and return how many pages they have."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        drawn = random.Random(f"{seed}/long/{number}")
        (folder / f"long-{number:03d}.pdf").write_bytes(_pdf(number, drawn, pages=LONG_PAGES))
    return count * LONG_PAGES


def make_scans(folder: Path, count: int, *, seed: int = 1) -> int:
    """Write so many PDF files whose pages are pictures and nothing else, and return how many pages they have."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        written = _pdf(number, random.Random(f"{seed}/scan/{number}"), pages=SCAN_PAGES)
        with closing(pdfium.PdfDocument(written)) as document:  # type: ignore[no-untyped-call]
            pictures = [page.render(scale=SCAN_DPI / 72, grayscale=True).to_pil() for page in document]
        first, *others = pictures
        first.save(folder / f"scan-{number:03d}.pdf", save_all=True, append_images=others, resolution=SCAN_DPI)
    return count * SCAN_PAGES


def _facts(number: int, drawn: random.Random) -> list[str]:
    goods = drawn.choice(GOODS)
    return [
        f"项目名称：蓝水县第{number}号{goods}采购项目",
        f"项目编号：LS-{2015 + number % 9}-{number:06d}",
        f"采购人：蓝水县第{number % 97}中学",
        f"中标供应商：星河{number}科技有限公司",
        f"中标金额：{drawn.randint(10, 900)}.{drawn.randint(10, 99)}万元",
        f"采购内容：{goods}{drawn.randint(2, 90)}台，单价{drawn.randint(1, 90) * 100}元。",
    ]


def _notice(number: int, drawn: random.Random) -> str:
    lines = _facts(number, drawn) + [PARAGRAPH] * drawn.randint(2, 12)
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><meta charset='utf-8'><title>中标公告</title></head><body><h1>中标公告</h1>{body}</body></html>"
    )


def _contract(number: int, drawn: random.Random) -> str:
    lines = [f"第{index}条 {PARAGRAPH}" for index in range(1, drawn.randint(20, 60))]
    return "\n".join(["政府采购合同", *_facts(number, drawn), *lines]) + "\n"


def _pdf(number: int, drawn: random.Random, *, pages: int = PDF_PAGES) -> bytes:
    """Return a PDF of plain English text: its own few lines of the format, so that nothing is needed to make it."""
    streams = [_page_stream(number, page, drawn) for page in range(1, pages + 1)]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for index, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (index, one)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _page_stream(number: int, page: int, drawn: random.Random) -> bytes:
    lines = [
        f"Contract award notice no. {number}, page {page}",
        f"Buyer: Ministry of Roads of District {number % 97}",
        f"Supplier: Star River {number} Ltd",
        f"Contract value: EUR {drawn.randint(1_000, 900_000):,}",
    ]
    lines += [
        f"{index}. The supplier delivers item {drawn.randint(1, 9999)} within 30 days." for index in range(LETTERS)
    ]
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    return f"BT /F1 10 Tf 15 TL 50 800 Td {shown} ET".encode("latin-1")
