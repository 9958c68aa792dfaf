"""The second family: tables set by a layout engine of another make (reportlab's platypus), kept apart.

Other fonts, papers, subjects, wraps, heads and spaces than the first family, sums and sections in the tables, several
tables a page, and other kinds of pages without any table. Nothing was tuned on these pages; they tell what holds
elsewhere.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.colors import black, lightgrey
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, A5, LETTER, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, Preformatted, SimpleDocTemplate, Spacer, Table, TableStyle

from benchmarks.made_tables.flowed_kinds import Kind, kinds_of_tables, money
from benchmarks.made_tables.flowed_words import (
    OFFICES,
    PROSE,
    PROSE_ZH,
    TOWNS,
    TOWNS_ZH,
    WORKS,
    WORKS_ZH,
)
from benchmarks.made_tables.truth import MadePage, TrueCell

_FONTS = Path(reportlab.__file__).parent / "fonts"
for _name, _file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
    pdfmetrics.registerFont(TTFont(_name, str(_FONTS / _file)))
for _name in ("MSung-Light", "STSong-Light"):
    pdfmetrics.registerFont(UnicodeCIDFont(_name))

FACES = (
    ("Vera", "Vera-Bold"),
    ("Times-Roman", "Times-Bold"),
    ("Helvetica", "Helvetica-Bold"),
    ("MSung-Light",) * 2,
    ("STSong-Light",) * 2,
)


@dataclass(slots=True)
class Setting:
    """How one page is set."""

    chance: random.Random
    face: tuple[str, str]
    size: float
    paper: tuple[float, float]

    @property
    def is_chinese(self) -> bool:
        """Whether its texts are Chinese."""
        return self.face[0] in {"MSung-Light", "STSong-Light"}

    def style(self, align: int = TA_LEFT, *, bold: bool = False, lead: float = 1.2) -> ParagraphStyle:
        """Return the style of a text."""
        return ParagraphStyle(
            "text",
            fontName=self.face[int(bold)],
            fontSize=self.size,
            leading=self.size * lead,
            alignment=align,
            wordWrap="CJK" if self.is_chinese else None,
        )

    def prose(self, sentences: int, align: int = TA_JUSTIFY) -> Paragraph:
        """Return some sentences as a paragraph."""
        said = PROSE_ZH if self.is_chinese else PROSE
        return Paragraph("".join(self.chance.choice(said) for _ in range(sentences)), self.style(align))


def flowed_pages(count: int, seed: int = 1) -> Iterator[MadePage]:
    """Yield pages with one or two tables each, then a third as many pages without any."""
    for number in range(count):
        yield _table_page(random.Random(seed * 70_000 + number), number)
    for number in range(count // 3):
        yield _other_page(random.Random(seed * 90_000 + number), number)


def _setting(chance: random.Random) -> Setting:
    paper = chance.choice((A4, LETTER, landscape(A5), landscape(A4)))
    return Setting(chance, chance.choice(FACES), chance.choice((7.5, 8, 9, 10, 12)), paper)


def _made(setting: Setting, story: list[Flowable]) -> bytes:
    held = io.BytesIO()
    margin = setting.chance.choice((36, 54, 70))
    document = SimpleDocTemplate(
        held,
        pagesize=setting.paper,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=36,
        invariant=1,
    )
    document.build(story)
    return held.getvalue()


def _table_page(chance: random.Random, number: int) -> MadePage:
    setting = _setting(chance)
    story: list[Flowable] = [
        Paragraph("附表" if setting.is_chinese else "Schedule", setting.style(bold=True)),
        Spacer(1, 8),
    ]
    truths: list[tuple[TrueCell, ...]] = []
    for _ in range(chance.choice((1, 1, 2)) if setting.paper != landscape(A5) else 1):
        story += [setting.prose(chance.randint(1, 3)), Spacer(1, chance.choice((6, 10, 16)))]
        table, truth = _table(setting)
        story += [table, Spacer(1, chance.choice((8, 14)))]
        truths.append(truth)
    story.append(setting.prose(1))
    return MadePage(name=f"flowed-{number}", pdf=_made(setting, story), tables=tuple(truths))


def _table(setting: Setting) -> tuple[Table, tuple[TrueCell, ...]]:
    chance = setting.chance
    kind = chance.choice(kinds_of_tables(setting.is_chinese))
    rows = [list(kind.heads)]
    rows += [[maker(chance, row) for maker in kind.makers] for row in range(chance.randint(3, 8))]
    sums = [at for at, maker in enumerate(kind.aligns) if maker == TA_RIGHT]
    if len(sums) > 1 and chance.random() < 0.5:
        rows.append(
            ["合計" if setting.is_chinese else "Total", *[""] * (len(kind.heads) - 2), money(99_000_000)(chance, 0)]
        )
    style, spans = _style(chance, len(rows)), []
    if len(kind.heads) == 6 and chance.random() < 0.6:
        rows.insert(0, ["", "年度" if setting.is_chinese else "Financial year", "", "", "", ""])
        style.append(("SPAN", (1, 0), (4, 0)))
        style.append(("LINEBELOW", (1, 0), (4, 0), 0.4, black))
        spans.append(1)
    widths = _widths(setting, kind)
    bold, lead = chance.random() < 0.5, chance.choice((1.1, 1.2, 1.35))
    cells = [
        [
            Paragraph(
                escape(text),
                setting.style(
                    TA_CENTER if spans and not row else kind.aligns[at], bold=bold and row <= len(spans), lead=lead
                ),
            )
            for at, text in enumerate(texts)
        ]
        for row, texts in enumerate(rows)
    ]
    truth = tuple(
        TrueCell(row=row, column=at, text=" ".join(text.split()))
        for row, texts in enumerate(rows)
        for at, text in enumerate(texts)
        if text
    )
    made = Table(cells, colWidths=widths, hAlign=chance.choice(("LEFT", "CENTER")), style=TableStyle(style))
    return made, truth


def _widths(setting: Setting, kind: Kind) -> list[float]:
    """Return widths in which no single word of a cell has to be broken; the page's type is set smaller if need be."""
    usable = setting.paper[0] - 150
    per_em = 1.15 if setting.face[0] == "Vera" else 1.0
    setting.size = min(setting.size, (usable - 12 * len(kind.ems)) / (sum(kind.ems) * per_em))
    widths = [em * setting.size * per_em + 12 for em in kind.ems]
    scale = min(setting.chance.choice((1.0, 1.15, 1.3)), usable / sum(widths))
    return [width * scale for width in widths]


def _style(chance: random.Random, rows: int) -> list[tuple[Any, ...]]:
    padding = chance.choice((0, 1, 3, 6))
    side = chance.choice((3, 6))
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), chance.choice(("TOP", "MIDDLE", "BOTTOM"))),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding + chance.choice((0, 2))),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
    ]
    kind = chance.choice(("none", "none", "head", "ends", "rows", "shaded head", "stripes", "thick"))
    if kind == "head":
        style.append(("LINEBELOW", (0, 0), (-1, 0), 1.2, black))
    elif kind == "ends":
        style += [("LINEABOVE", (0, 0), (-1, 0), 0.8, black), ("LINEBELOW", (0, -1), (-1, -1), 0.8, black)]
    elif kind == "rows":
        style.append(("LINEBELOW", (0, 0), (-1, -1), 0.25, lightgrey))
    elif kind == "shaded head":
        style.append(("BACKGROUND", (0, 0), (-1, 0), lightgrey))
    elif kind == "stripes":
        style += [("BACKGROUND", (0, row), (-1, row), lightgrey) for row in range(1, rows, 2)]
    elif kind == "thick":
        style += [("LINEABOVE", (0, 0), (-1, 0), 1.6, black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, black)]
        style.append(("LINEBELOW", (0, -1), (-1, -1), 1.6, black))
    return style


def _other_page(chance: random.Random, number: int) -> MadePage:
    setting = _setting(chance)
    kinds = (
        _minutes,
        _labels_sheet,
        _glossary,
        _form,
        _bibliography,
        _contents,
        _questions,
        _listing,
        _newspaper,
        _invoice_head,
    )
    kind = kinds[number % len(kinds)]
    return MadePage(name=f"flowed{kind.__name__}-{number}", pdf=_made(setting, kind(setting)))


def _beside(rows: list[list[Flowable]], widths: list[float]) -> Table:
    plain = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    return Table(rows, colWidths=widths, style=TableStyle(plain))


def _minutes(setting: Setting) -> list[Flowable]:
    speakers = ("主席", "委員", "秘書") if setting.is_chinese else ("Chair", "Cllr Orme", "Clerk")
    rows = [
        [Paragraph(setting.chance.choice(speakers), setting.style(bold=True)), setting.prose(2, TA_LEFT)]
        for _ in range(6)
    ]
    return [_beside(list(rows), [70, 300])]


def _labels_sheet(setting: Setting) -> list[Flowable]:
    def label() -> Paragraph:
        town = setting.chance.choice(TOWNS_ZH if setting.is_chinese else TOWNS)
        street = "中山路" if setting.is_chinese else "High Street"
        return Paragraph(f"{town}<br/>{setting.chance.randint(1, 99)} {street}<br/>{town}", setting.style())

    return [_beside([[label() for _ in range(3)] for _ in range(4)], [120, 120, 120])]


def _glossary(setting: Setting) -> list[Flowable]:
    terms = WORKS_ZH if setting.is_chinese else OFFICES
    rows = [[Paragraph(setting.chance.choice(terms), setting.style()), setting.prose(1, TA_LEFT)] for _ in range(7)]
    return [_beside(list(rows), [110, 270])]


def _form(setting: Setting) -> list[Flowable]:
    names = ("姓名", "職稱", "電話") if setting.is_chinese else ("Name", "Position", "Telephone")
    line = "_" * 18
    rows = [
        [Paragraph(text, setting.style()) for text in (name, line, setting.chance.choice(names), line)]
        for name in names * 2
    ]
    return [setting.prose(2), Spacer(1, 10), _beside(list(rows), [80, 120, 80, 120])]


def _bibliography(setting: Setting) -> list[Flowable]:
    return [
        _beside([[Paragraph(f"[{number}]", setting.style()), setting.prose(1, TA_LEFT)]], [30, 340])
        for number in range(1, 8)
    ]


def _contents(setting: Setting) -> list[Flowable]:
    page, rows = 1, []
    for number in range(12):
        page += setting.chance.randint(1, 9)
        title = setting.chance.choice(WORKS_ZH if setting.is_chinese else WORKS)
        rows.append(
            [
                Paragraph(f"{number + 1}.", setting.style()),
                Paragraph(title, setting.style()),
                Paragraph(str(page), setting.style(TA_RIGHT)),
            ]
        )
    return [_beside(list(rows), [30, 280, 40])]


def _questions(setting: Setting) -> list[Flowable]:
    marks = ("問", "答") if setting.is_chinese else ("Q", "A")
    return [
        _beside(
            [[Paragraph(mark, setting.style(bold=True)), setting.prose(1, TA_LEFT)] for mark in marks],
            [26, 330],
        )
        for _ in range(5)
    ]


def _listing(setting: Setting) -> list[Flowable]:
    code = "\n".join(f"    if lot[{at}] > {at * 7}:   # {at}\n        award(lot,  {at})" for at in range(8))
    return [setting.prose(2), Spacer(1, 8), Preformatted(code, ParagraphStyle("code", fontName="Courier", fontSize=8))]


def _newspaper(setting: Setting) -> list[Flowable]:
    count = setting.chance.choice((2, 3))
    width = (setting.paper[0] - 150) / count
    return [_beside([[setting.prose(6) for _ in range(count)]], [width] * count)]


def _invoice_head(setting: Setting) -> list[Flowable]:
    left = "<br/>".join(
        TOWNS_ZH[:4] if setting.is_chinese else ("Ashby Contractors", "4 Mill Lane", "Ashby", "AB1 2CD")
    )
    right = "<br/>".join(
        ("發票號碼 4711", "日期 2023年5月3日", "統一編號 12345678")
        if setting.is_chinese
        else ("Invoice 4711", "3 May 2023", "VAT 1234 5678")
    )
    both: list[Flowable] = [Paragraph(left, setting.style()), Paragraph(right, setting.style(TA_RIGHT))]
    return [_beside([both], [200, 170]), Spacer(1, 30), setting.prose(5)]
