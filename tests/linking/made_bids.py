"""Tender files and bids of made firms, as Word, Excel and PDF files with properties."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf

from tests.linking.made_clauses import plain_clause
from tests.reading.made_files import docx, paragraph, xlsx
from tests.reading.made_pdfs import MadePage, made_pdf, show

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a file says of itself; "" = nothing."""

    author: str = ""
    last: str = ""
    company: str = ""
    created: str = ""
    modified: str = ""
    program: str = ""
    document_id: str = ""
    more: dict[str, str] = field(default_factory=dict)


def office(content: bytes, said: Said) -> bytes:
    """Return a Word or Excel file with properties."""
    core = {"dc:creator": said.author, "cp:lastModifiedBy": said.last, "dcterms:created": said.created,
            "dcterms:modified": said.modified, **said.more}  # fmt: skip
    app = {"Company": said.company, "Application": said.program}
    held = io.BytesIO(content)
    with zipfile.ZipFile(held, "a") as package:
        package.writestr(
            "docProps/core.xml",
            f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{_elements(core)}</cp:coreProperties>',
        )
        package.writestr("docProps/app.xml", f'<Properties xmlns="{APP}">{_elements(app)}</Properties>')
    return held.getvalue()


def _elements(values: dict[str, str]) -> str:
    return "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items() if value)


def pdf(content: bytes, said: Said) -> bytes:
    """Return a PDF file with properties."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        info = {"/Author": said.author, "/Company": said.company, "/CreationDate": said.created,
                "/ModDate": said.modified, "/Producer": said.program, **said.more}  # fmt: skip
        for name, value in info.items():
            if value:
                file.docinfo[name] = value
        if said.document_id:
            first = pikepdf.String(bytes.fromhex(said.document_id))
            file.trailer["/ID"] = pikepdf.Array([first, pikepdf.String(b"0123456789abcdef")])
        file.save(held, static_id=False)
    return held.getvalue()


def word_file(text: str, said: Said = Said()) -> bytes:
    """Return lines as a Word file."""
    return office(docx("".join(map(paragraph, text.split("\n")))), said)


def excel_file(text: str, said: Said = Said()) -> bytes:
    """Return lines as a sheet, a cell each."""
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{line}</t></is></c></row>'
        for at, line in enumerate(text.split("\n"), 1)
    )
    return office(xlsx(f"<sheetData>{rows}</sheetData>"), said)


def pdf_file(text: str, said: Said = Said()) -> bytes:
    """Return lines as a page of a PDF file."""
    lines = "".join(show(30, 280 - 12 * at, line, size=8) for at, line in enumerate(text.split("\n")))
    return pdf(made_pdf(MadePage(content=lines, media_box=(0, 0, 600, 300))), said)


AUTHORS = ("周文彬", "Ольга Петрова", "Miles Hartwood")
"""Names that two bids each share; made ones, of nobody."""
COUNTIES = "东西南北上下左右前后里外"
COMPANY = "云岭咨询有限公司"
SAME_ID = "9f3ac1d04b7e8862a5d1903be47cf610"


def write_case(folder: Path) -> None:
    """Write documents of thirteen contracts: ten notices, and three tenders with three bids each.

    Of each three bids two share something of their files: authors, a time, a company, an identifier.
    """
    chance = random.Random(61)
    for at in range(12):
        said = Said(
            author=f"clerk{at:02}x",
            last=f"Office {at} room",
            company=f"Agency number {at} Ltd",
            created=f"2024-01-{at + 1:02}T08:1{at % 6}:00Z",
            modified=f"2024-02-{at + 1:02}T09:00:00Z",
        )
        text = (
            f"中标公告\n项目编号：HB-2024-{at:03}\n采购人：{COUNTIES[at]}平县教育局\n中标金额：2{at:02}0000元\n"
            f"{plain_clause(chance)}。\n{plain_clause(chance)}。"
        )
        (folder / f"notice-{at:02}.docx").write_bytes(word_file(text, said))
        scanned = Said(created=f"D:202401{at + 1:02}0910{at:02}+08'00'", program=f"Maker 1.{at}",
                       document_id=f"{at:02x}" + f"{chance.randrange(16**30):030x}")  # fmt: skip
        (folder / f"page-{at:02}.pdf").write_bytes(pdf_file(f"Annex {at} of a notice\nNumber {at}", scanned))
    _chinese(folder, chance)
    _english(folder)
    _russian(folder)


def _chinese(folder: Path, chance: random.Random) -> None:
    head = "项目名称：视频监控建设项目\n项目编号：TB-2024-018\n采购人：青川市公安局\n"
    form = Said(author="招标代理小王", company="青川招标代理有限公司", created="2024-03-01T01:00:00Z")
    tender = f"招标文件\n{head}预算金额：500000元\n{plain_clause(chance)}。"
    (folder / "zh-tender.docx").write_bytes(word_file(tender, form))
    for at, (name, author, company) in enumerate(
        [
            ("海州启明信息有限公司", AUTHORS[0], COMPANY),
            ("白河远景科技有限公司", "远景投标部", COMPANY),
            ("东岭长风电子有限公司", "长风标书组", "东岭长风电子有限公司"),
        ]
    ):
        text = f"投标文件\n{head}投标人：{name}\n投标报价：4{at}6350.{at}7元\n{plain_clause(chance)}。"
        said = Said(author=author, last=AUTHORS[0] if at == 1 else f"经办人第{at}号", company=company,
                    created=f"2024-03-1{at}T02:30:00Z")  # fmt: skip
        (folder / f"zh-bid-{at}.docx").write_bytes(word_file(text, said))


def _english(folder: Path) -> None:
    head = (
        "Project: Supply of network recorders\nTender No.: NR/2024/077\nContracting authority: Ashdale County Council\n"
    )
    tender = f"INVITATION TO TENDER\n{head}Estimated value: EUR 90,000.00\nBids must be received by 20 May 2024."
    (folder / "en-tender.pdf").write_bytes(pdf_file(tender, Said(created="D:20240402080000Z", program="Maker 7.1")))
    for at, (name, created) in enumerate(
        [
            ("Oak Lenses Ltd", "20240515101203"),
            ("Birch Optics Ltd", "20240515101203"),
            ("Cedar Vision Ltd", "20240517160000"),
        ]
    ):
        text = f"TECHNICAL PROPOSAL\n{head}Bidder: {name}\nWe offer {at + 3} recorders of the make {name[:3]}{at}."
        said = Said(author=AUTHORS[2] if at < 2 else "Vera Stonebrook", created=f"D:{created}+01'00'",
                    document_id=SAME_ID if at < 2 else "00112233445566778899aabbccddeeff")  # fmt: skip
        (folder / f"en-bid-{at}.pdf").write_bytes(pdf_file(text, said))


def _russian(folder: Path) -> None:
    head = (
        "Объект закупки: поставка видеорегистраторов\nНомер извещения: 0173200001424000917\n"
        "Заказчик: Администрация города Заречное\n"
    )
    tender = (
        f"Извещение о проведении электронного аукциона\n{head}Начальная (максимальная) цена контракта: 900000,00 руб."
    )
    (folder / "ru-tender.docx").write_bytes(word_file(tender, Said(author="Отдел закупок 4")))
    for at, name in enumerate(("ООО «Северные камеры»", "ООО «Волжская оптика»", "ООО «Уральский сигнал»")):
        text = f"Коммерческое предложение\n{head}Участник: {name}\nПредлагаем {at + 2} регистратора."
        said = Said(author=AUTHORS[1] if at else "Игорь Снегов 17", last=f"Сметчик {at}",
                    modified=f"2024-06-0{at + 1}T07:00:00Z")  # fmt: skip
        (folder / f"ru-bid-{at}.xlsx").write_bytes(excel_file(text, said))
