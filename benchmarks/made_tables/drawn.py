"""The first family: tables drawn word for word on a canvas. Rules for tables without rules are developed on it.

Every page is drawn from a seed: font, size, language, columns and their alignment, spaces, wrapped cells, empty cells,
heads over several columns, and rules (none, under the head, three as in books, under every row, or shaded rows).
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.made_tables.drawn_words import FIRMS, FIRMS_ZH, GOODS, GOODS_ZH, SENTENCES, SENTENCES_ZH
from benchmarks.made_tables.truth import MadePage, TrueCell

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

WESTERN = ("Helvetica", "Times-Roman", "Courier")


@dataclass(slots=True)
class Look:
    """How a page is set."""

    chance: random.Random
    font: str
    size: float
    is_chinese: bool
    leading: float

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        return float(pdfmetrics.stringWidth(text, self.font, self.size))


@dataclass(slots=True)
class Column:
    """A column: its head, how its cells are made, and how they are set."""

    head: str
    make: Callable[[int], str]
    align: str
    most_width: float


def drawn_pages(count: int, seed: int = 1) -> Iterator[MadePage]:
    """Yield pages with one table each, then a third as many pages of prose without any."""
    for number in range(count):
        yield _table_page(random.Random(seed * 10_000 + number), number)
    for number in range(count // 3):
        yield _prose_page(random.Random(seed * 20_000 + number), number)


def _look(chance: random.Random) -> Look:
    is_chinese = chance.random() < 0.45
    font = "STSong-Light" if is_chinese else chance.choice(WESTERN)
    return Look(chance, font, chance.choice((8, 9, 9.5, 10, 11)), is_chinese, chance.choice((1.15, 1.25, 1.4)))


def _columns(look: Look) -> list[Column]:
    chance, zh = look.chance, look.is_chinese
    goods, firms = (GOODS_ZH, FIRMS_ZH) if zh else (GOODS, FIRMS)

    def amount(high: int) -> Callable[[int], str]:
        return lambda _: f"{chance.randint(100, high) / 100:,.2f}"

    name = Column("货物名称" if zh else "Description", lambda _: chance.choice(goods), "left", 150)
    sets: list[list[Column]] = [
        [
            Column("序号" if zh else "No.", lambda row: str(row + 1), chance.choice(("left", "centre", "right")), 60),
            name,
            Column(
                "单位" if zh else "Unit",
                lambda _: chance.choice("台套米件" if zh else ("pc", "m", "set", "kg")),
                "centre",
                60,
            ),
            Column("数量" if zh else "Quantity", lambda _: str(chance.randint(1, 400)), "right", 60),
            Column("单价（元）" if zh else "Unit price", amount(900_000), "right", 90),
            Column("合价（元）" if zh else "Amount", amount(90_000_000), "right", 90),
        ],
        [
            Column("供应商名称" if zh else "Tenderer", lambda _: chance.choice(firms), "left", 160),
            Column("投标报价" if zh else "Price offered", amount(900_000_000), "right", 100),
            Column("技术得分" if zh else "Quality score", lambda _: f"{chance.randint(400, 1000) / 10}", "right", 90),
            Column("排名" if zh else "Rank", lambda row: str(row + 1), "centre", 50),
        ],
        [
            Column("标段" if zh else "Lot", lambda row: str(row + 1), "left", 50),
            Column("项目名称" if zh else "Works", lambda _: chance.choice(goods), "left", 140),
            Column(
                "规格型号" if zh else "Model",
                lambda _: f"{chance.choice('ABHKX')}{chance.choice('CJZ')}-{chance.randint(100, 999)}",
                chance.choice(("left", "centre")),
                80,
            ),
            Column(
                "交货日期" if zh else "Delivery date",
                lambda _: f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
                "left",
                90,
            ),
            Column(
                "备注" if zh else "Remarks",
                lambda _: chance.choice(("", "", "进口" if zh else "imported", "现货" if zh else "in stock")),
                "left",
                90,
            ),
        ],
        [
            Column("名称" if zh else "Ward", lambda _: chance.choice(firms), "left", 150),
            *(
                Column(f"{year}年" if zh else str(year), lambda _: f"{chance.randint(100, 99_999):,}", "right", 60)
                for year in (2021, 2022, 2023)
            ),
        ],
    ]
    return chance.choice(sets)


def _wrapped(look: Look, text: str, width: float) -> list[str]:
    """Break a text to a width: between words, or anywhere in Chinese."""
    lines = [""]
    for piece in list(text) if look.is_chinese else [f"{word} " for word in text.split()]:
        if lines[-1] and look.width((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines if line.strip()] or [""]


def _page(look: Look) -> tuple[Canvas, io.BytesIO]:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1)
    canvas.setFont(look.font, look.size)
    return canvas, held


def _finished(canvas: Canvas, held: io.BytesIO) -> bytes:
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def _prose(canvas: Canvas, look: Look, top: float, sentences: int, left: float = 60, width: float = 475) -> float:
    """Set running text down from a height; return where it ends."""
    chosen = [look.chance.choice(SENTENCES_ZH if look.is_chinese else SENTENCES) for _ in range(sentences)]
    for line in _wrapped(look, ("" if look.is_chinese else " ").join(chosen), width):
        canvas.drawString(left, top, line)
        top -= look.size * look.leading
    return top - look.size * 0.8


def _table_page(chance: random.Random, number: int) -> MadePage:
    look = _look(chance)
    canvas, held = _page(look)
    canvas.setFont(look.font, look.size + 4)
    canvas.drawString(60, 780, "采购公告" if look.is_chinese else "Invitation to tender")
    canvas.setFont(look.font, look.size)
    top = _prose(canvas, look, 755, chance.randint(1, 5))
    cells, top = _Table(look, canvas).draw(top - look.size)
    _prose(canvas, look, top - 1.5 * look.size, chance.randint(1, 5))
    return MadePage(name=f"drawn-{number}", pdf=_finished(canvas, held), tables=(cells,))


class _Table:
    """One table while it is drawn."""

    def __init__(self, look: Look, canvas: Canvas) -> None:
        self.look, self.canvas, self.chance = look, canvas, look.chance
        self.columns = _columns(look)
        self.count = self.chance.randint(3, 14)
        self.rules = self.chance.choice(("none", "none", "head", "book", "rows", "shade"))
        self.padding = self.chance.choice((0.0, 2.0, 4.0, 7.0)) + (2.0 if self.rules in {"rows", "shade"} else 0.0)
        self.gap = self.chance.choice((8.0, 12.0, 18.0, 26.0))
        self.valign = self.chance.choice(("top", "top", "middle"))
        self.group = len(self.columns) > 5 and self.chance.random() < 0.4
        self.cells: list[TrueCell] = []

    def draw(self, top: float) -> tuple[tuple[TrueCell, ...], float]:
        """Draw it down from a height; return its cells and where it ends."""
        texts = [[column.make(row) for column in self.columns] for row in range(self.count)]
        widths = [
            min(column.most_width, max(map(self.look.width, [column.head, *(row[at] for row in texts)])))
            for at, column in enumerate(self.columns)
        ]
        lefts = [62 + sum(widths[:at]) + self.gap * at for at in range(len(widths))]
        right = lefts[-1] + widths[-1]
        rows = [[column.head for column in self.columns], *texts]
        self._rule(top, right, {"book", "rows"})
        offset = 0
        if self.group:
            top = self._group_head(top, lefts, widths)
            offset = 1
        for number, row in enumerate(rows):
            wrapped = [_wrapped(self.look, text, width + 0.1) for text, width in zip(row, widths, strict=True)]
            height = max(map(len, wrapped)) * self.look.size * self.look.leading + 2 * self.padding
            if self.rules == "shade" and number % 2:
                self.canvas.setFillGray(0.9)
                self.canvas.rect(58, top - height, right - 54, height, stroke=0, fill=1)
                self.canvas.setFillGray(0)
            for at, lines in enumerate(wrapped):
                self._cell(lines, at, top, height, (lefts[at], widths[at]))
                self._keep(number + offset, at, row[at], number == 0)
            top -= height
            self._rule(top, right, {"rows"} | ({"book", "head"} if number == 0 else set()))
        self._rule(top, right, {"book"})
        return tuple(sorted(self.cells, key=lambda cell: (cell.row, cell.column))), top

    def _keep(self, row: int, column: int, text: str, is_head: bool) -> None:
        if is_head and self.group and column < len(self.columns) - 2:
            row = 0
        if text:
            self.cells.append(TrueCell(row=row, column=column, text=" ".join(text.split())))

    def _group_head(self, top: float, lefts: list[float], widths: list[float]) -> float:
        text = "金额（元）" if self.look.is_chinese else "Price in euro"
        middle = (lefts[-2] + lefts[-1] + widths[-1]) / 2
        self.canvas.drawCentredString(middle, top - self.look.size, text)
        self.cells.append(TrueCell(row=0, column=len(lefts) - 2, text=text))
        return top - self.look.size * 1.5

    def _cell(self, lines: list[str], at: int, top: float, height: float, place: tuple[float, float]) -> None:
        left, width = place
        step = self.look.size * self.look.leading
        first = top - self.padding - self.look.size
        if self.valign == "middle":
            first = top - (height - len(lines) * step) / 2 - self.look.size
        for number, line in enumerate(lines):
            y = first - number * step
            align = self.columns[at].align
            if align == "right":
                self.canvas.drawRightString(left + width, y, line)
            elif align == "centre":
                self.canvas.drawCentredString(left + width / 2, y, line)
            else:
                self.canvas.drawString(left, y, line)

    def _rule(self, y: float, right: float, kinds: set[str]) -> None:
        if self.rules in kinds:
            self.canvas.setLineWidth(0.6)
            self.canvas.line(58, y, right + 4, y)


def _prose_page(chance: random.Random, number: int) -> MadePage:
    look = _look(chance)
    canvas, held = _page(look)
    kinds = (_two_columns, _listing, _letter, _contents, _labels, _signatures, _plain_contents, _three_columns)
    kind = kinds[number % len(kinds)]
    kind(canvas, look)
    return MadePage(name=f"drawn{kind.__name__}-{number}", pdf=_finished(canvas, held))


def _two_columns(canvas: Canvas, look: Look) -> None:
    _prose(canvas, look, 780, 24, 60, 225)
    _prose(canvas, look, 780, 24, 60 + 225 + look.chance.choice((14, 20, 30)), 225)


def _three_columns(canvas: Canvas, look: Look) -> None:
    for at in range(3):
        _prose(canvas, look, 780, 15, 50 + at * 170, 152)


def _listing(canvas: Canvas, look: Look) -> None:
    top = 780.0
    for number in range(8):
        mark = look.chance.choice((f"{number + 1}.", f"({'abcdefgh'[number]})", "-"))
        canvas.drawString(60, top, mark)
        top = _prose(canvas, look, top, look.chance.randint(1, 3), 60 + look.chance.choice((22, 30)), 440)


def _letter(canvas: Canvas, look: Look) -> None:
    left = ("Greyfen County Council", "12 Harbour Road", "Greyfen GF1 4AB") if not look.is_chinese else FIRMS_ZH[:3]
    right = (
        ("Our reference: 4711", "Your letter of 3 May", "Greyfen, 7 May 2024") if not look.is_chinese else FIRMS_ZH[2:]
    )
    for at, (one, other) in enumerate(zip(left, right, strict=True)):
        canvas.drawString(60, 780 - at * look.size * 1.4, one)
        canvas.drawString(340, 780 - at * look.size * 1.4, other)
    _prose(canvas, look, 700, 9)


def _contents(canvas: Canvas, look: Look) -> None:
    page, dots = 1, "." * 200
    for at in range(18):
        text = f"{at + 1}  " + (look.chance.choice(GOODS_ZH) if look.is_chinese else look.chance.choice(GOODS))
        page += look.chance.randint(1, 6)
        start = 64 + look.width(text)
        canvas.drawString(60, 780 - at * look.size * 1.7, text)
        fitting = dots[: int((520 - start) / look.width("."))]
        canvas.drawString(start, 780 - at * look.size * 1.7, fitting)
        canvas.drawRightString(540, 780 - at * look.size * 1.7, str(page))


def _plain_contents(canvas: Canvas, look: Look) -> None:
    page = 1
    for at in range(14):
        page += look.chance.randint(1, 6)
        canvas.drawString(60, 780 - at * look.size * 1.7, look.chance.choice(GOODS_ZH if look.is_chinese else GOODS))
        canvas.drawRightString(540, 780 - at * look.size * 1.7, str(page))


def _labels(canvas: Canvas, look: Look) -> None:
    colon = look.chance.choice((":", ""))
    labels = (
        ("采购人", "预算金额", "项目编号", "开标时间", "联系人", "地址")
        if look.is_chinese
        else ("Buyer", "Estimated value", "Reference", "Opening", "Contact", "Address")
    )
    values = (
        "Greyfen County Council",
        "EUR 120,000.00",
        "C/2024/17",
        "7 May 2024",
        "tenders office",
        "12 Harbour Road",
    )
    for at, (label, value) in enumerate(
        zip(labels, (*FIRMS_ZH, "1,200,000.00元") if look.is_chinese else values, strict=True)
    ):
        canvas.drawString(60, 780 - at * look.size * 1.6, label + colon)
        canvas.drawString(190, 780 - at * look.size * 1.6, value)
    _prose(canvas, look, 660, 8)


def _signatures(canvas: Canvas, look: Look) -> None:
    top = _prose(canvas, look, 780, 8)
    rows = (
        (("甲方（盖章）", "乙方（盖章）"), ("法定代表人", "法定代表人"), ("年  月  日", "年  月  日"))
        if look.is_chinese
        else (("For the buyer", "For the supplier"), ("Name and title", "Name and title"), ("Date", "Date"))
    )
    for at, (one, other) in enumerate(rows):
        canvas.drawString(60, top - 30 - at * look.size * 2.2, one)
        canvas.drawString(330, top - 30 - at * look.size * 2.2, other)
