"""Pages of other fonts, words and layouts than the shared scans, and of other mishaps.

Fonts are those of Debian's fonts-wqy-microhei, fonts-arphic-uming and fonts-dejavu-core. Every page is drawn here, so
what is printed, and where each character stands, is known exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from benchmarks.recognising import words_of_second_family as words
from benchmarks.recognising.scoring import PrintedLine, PrintedPage

HEI = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
MING = "/usr/share/fonts/truetype/arphic/uming.ttc"
SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
SERIF = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
FONTS = (HEI, MING, SANS, SERIF)
DPI = 200
WIDTH, HEIGHT = 595.0, 842.0
RED, BLACK, GREY = (205, 25, 30), (25, 25, 28), (176, 176, 176)

FAX = "fax"
Pixels = NDArray[np.uint8]
Colour = tuple[int, int, int]


@dataclass(slots=True)
class Sheet:
    """A page being drawn. Places in points."""

    picture: Image.Image = field(
        default_factory=lambda: Image.new("RGB", (round(WIDTH * DPI / 72), round(HEIGHT * DPI / 72)), "white")
    )
    lines: list[PrintedLine] = field(default_factory=list)
    cells: list[tuple[float, float, float, float]] = field(default_factory=list)

    def write(
        self, text: str, left: float, top: float, *, font: str, size: float = 10.5, colour: Colour = BLACK
    ) -> float:
        """Write a line with its left top corner there, and return where it ends."""
        face = ImageFont.truetype(font, round(size * DPI / 72))
        em = face.size * 72 / DPI
        pen = ImageDraw.Draw(self.picture)
        pen.text((left * DPI / 72, (top + 0.88 * em) * DPI / 72), text, font=face, fill=colour, anchor="ls")
        borders = [left + face.getlength(text[:count]) * 72 / DPI for count in range(len(text) + 1)]
        self.lines.append(
            PrintedLine(
                text=text,
                box=(left, top, borders[-1], top + em),
                letters=tuple(pairwise(borders)),
                em=em,
            )
        )
        return borders[-1]

    def rule(self, left: float, top: float, right: float, bottom: float, *, colour: Colour = BLACK) -> None:
        """Draw a rule."""
        ends = [side * DPI / 72 for side in (left, top, right, bottom)]
        ImageDraw.Draw(self.picture).line(ends, fill=colour, width=2)

    def table(
        self, rows: Sequence[Sequence[str]], left: float, top: float, widths: Sequence[float], font: str
    ) -> float:
        """Draw a ruled table and return where it ends."""
        height, y = 24.0, top
        for row in rows:
            x = left
            for text, width in zip(row, widths, strict=True):
                self.cells.append((x, y, x + width, y + height))
                self.write(text, x + 5, y + 7, font=font, size=9)
                x += width
            y += height
        right = left + sum(widths)
        for number in range(len(rows) + 1):
            self.rule(left, top + number * height, right, top + number * height)
        x = left
        for width in (*widths, 0):
            self.rule(x, top, x, y)
            x += width
        return y


def _notice() -> Sheet:
    sheet = Sheet()
    sheet.write("云梯县政府采购中心文件", 130, 50, font=HEI, size=28, colour=RED)
    sheet.rule(60, 92, 535, 92, colour=RED)
    top = 104.0
    for text in words.SIMPLIFIED:
        sheet.write(text, 60, top, font=HEI, size=11)
        top += 21
    sheet.table(words.GOODS, 60, top + 12, (40, 110, 130, 60, 110), HEI)
    sheet.write("云梯县政府采购中心", 390, 620, font=HEI, size=12)
    sheet.write("2031年5月20日", 400, 642, font=HEI, size=12)
    return sheet


def _tender_terms() -> Sheet:
    sheet = Sheet()
    top = 70.0
    for text in words.TRADITIONAL:
        sheet.write(text, 70, top, font=MING, size=11.5)
        top += 26
    return sheet


def _columns(left: Sequence[str], right: Sequence[str], font: str, size: float) -> Sheet:
    sheet = Sheet()
    for start, texts in ((55.0, left), (315.0, right)):
        for number, text in enumerate(texts):
            sheet.write(text, start, 80 + 1.6 * size * number, font=font, size=size)
    return sheet


def _form() -> Sheet:
    sheet = Sheet()
    sheet.write("FORM OF TENDER  投标函附录", 180, 60, font=HEI, size=16)
    end = sheet.table(words.FORM, 80, 110, (120, 310), HEI)
    for number, text in enumerate(words.ENGLISH_LEFT):
        sheet.write(text, 80, end + 20 + 17 * number, font=SANS, size=10)
    return sheet


def _standing() -> Sheet:
    """Columns of characters, read downwards and from right to left."""
    sheet = Sheet()
    face = ImageFont.truetype(MING, round(16 * DPI / 72))
    em = face.size * 72 / DPI
    pen = ImageDraw.Draw(sheet.picture)
    for number, text in enumerate(words.STANDING):
        left, top = 480 - 40.0 * number, 100.0
        for place, letter in enumerate(text):
            pen.text(
                (left * DPI / 72, (top + (place + 0.88) * em) * DPI / 72), letter, font=face, fill=BLACK, anchor="ls"
            )
        sheet.lines.append(PrintedLine(text=text, box=(left, top, left + em, top + len(text) * em)))
    return sheet


def plain_lines(texts: Sequence[str], font: str) -> Sheet:
    """Return a page of lines one below the other."""
    sheet = Sheet()
    for number, text in enumerate(texts):
        sheet.write(text, 70, 80 + 24.0 * number, font=font, size=12)
    return sheet


def _seal(size: int, colour: Colour) -> Image.Image:
    """Draw a round seal with a star, characters along its rim."""
    seal = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    pen = ImageDraw.Draw(seal)
    pen.ellipse((6, 6, size - 7, size - 7), outline=(*colour, 255), width=max(4, size // 45))
    middle = size / 2
    points = [
        (middle + size * share * np.sin(np.pi * k / 5), middle - size * share * np.cos(np.pi * k / 5))
        for k, share in zip(range(10), [0.16, 0.065] * 5, strict=True)
    ]
    pen.polygon(points, fill=(*colour, 255))
    face = ImageFont.truetype(HEI, size // 9)
    for number, letter in enumerate(words.SEAL):
        turn = -125 + 250 * number / (len(words.SEAL) - 1)
        tile = Image.new("RGBA", (size, size), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text((middle, size * 0.13), letter, font=face, fill=(*colour, 255), anchor="mm")
        seal.alpha_composite(tile.rotate(-turn, resample=Image.Resampling.BICUBIC))
    return seal


def sealed(picture: Image.Image, colour: Colour, places: Sequence[tuple[float, float]]) -> Image.Image:
    """Press seals over the text: ink darkens what is under it, unevenly."""
    levels = np.asarray(picture).astype(np.float64)
    random = np.random.default_rng(8)
    for left, top in places:
        seal = np.asarray(_seal(330, colour)).astype(np.float64)
        wear = 0.55 + 0.4 * random.random((33, 33)).repeat(10, axis=0).repeat(10, axis=1)
        cover = (seal[:, :, 3:] / 255) * wear[:, :, None]
        x, y = round(left * DPI / 72), round(top * DPI / 72)
        under = levels[y : y + 330, x : x + 330]
        levels[y : y + 330, x : x + 330] = under * (1 - cover + cover * seal[:, :, :3] / 255)
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))


def _grey(picture: Image.Image) -> Image.Image:
    return picture.convert("L").convert("RGB")


def scanned(picture: Image.Image, *, noise: float = 4.0, seed: int = 1) -> Image.Image:
    """Soften and roughen a drawing as a scanner does."""
    levels = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.7))).astype(np.float64)
    levels = levels * 0.96 + 6 + np.random.default_rng(seed).normal(0, noise, levels.shape[:2])[:, :, None]
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))


def _faxed(picture: Image.Image, *, seed: int) -> Image.Image:
    """Send a page by fax: every pixel black or white, strokes broken, specks."""
    random = np.random.default_rng(seed)
    levels = np.asarray(picture.convert("L").filter(ImageFilter.GaussianBlur(0.8))).astype(np.float64)
    white = levels + random.normal(0, 14, levels.shape) > 140
    white ^= random.random(levels.shape) < 0.0004
    return Image.fromarray(np.where(white, 255, 0).astype(np.uint8)).convert("RGB")


def faint(picture: Image.Image) -> Image.Image:
    """Print with little toner on greyish paper."""
    levels = np.asarray(_grey(picture)).astype(np.float64)
    return Image.fromarray((levels * 0.24 + 172).astype(np.uint8))


def _watermarked(picture: Image.Image) -> Image.Image:
    mark = Image.new("L", picture.size, 255)
    face = ImageFont.truetype(HEI, 150)
    ImageDraw.Draw(mark).text(
        (picture.width / 2, picture.height / 2), words.WATERMARK, font=face, fill=205, anchor="mm"
    )
    turned = mark.rotate(38, fillcolor=255)
    return Image.fromarray(np.minimum(np.asarray(picture), np.asarray(turned)[:, :, None]))


def turned(turn: int) -> Callable[[Image.Image], Image.Image]:
    """Lay the page on the glass turned clockwise by quarters."""
    return lambda picture: Image.fromarray(np.rot90(np.asarray(picture), -turn).copy())


def to_pixels(turn: int) -> NDArray[np.float64]:
    """Return what makes pixels of points of the level page, if it lies on the glass turned clockwise by quarters."""
    scale = DPI / 72
    width, height = round(WIDTH * scale), round(HEIGHT * scale)
    return {
        0: np.array([[scale, 0, 0], [0, scale, 0]]),
        1: np.array([[0, -scale, height], [scale, 0, 0]]),
        2: np.array([[-scale, 0, width], [0, -scale, height]]),
        3: np.array([[0, scale, 0], [-scale, 0, width]]),
    }[turn]


def second_family(folder: Path) -> list[tuple[Path, PrintedPage]]:
    """Draw the pages into a folder, and return them with what is printed on them; empty where a font is missing."""
    if not all(Path(font).is_file() for font in FONTS):
        return []
    notice, terms, form = _notice(), _tender_terms(), _form()
    chinese = _columns(words.COLUMN_LEFT, words.COLUMN_RIGHT, HEI, 11)
    english = _columns(words.ENGLISH_LEFT, words.ENGLISH_RIGHT, SERIF, 10)
    small = _columns(words.COLUMN_LEFT, words.COLUMN_RIGHT, MING, 9)
    over = ((300, 180), (120, 400), (360, 560))
    pages: list[tuple[str, str, Sheet, int, Callable[[Image.Image], Image.Image]]] = [
        ("notice", "printed red", notice, 0, lambda each: each),
        ("form", "plain", form, 0, lambda each: each),
        ("terms", "traditional", terms, 0, lambda each: each),
        ("chinese", "columns", chinese, 0, lambda each: each),
        ("english", "columns", english, 0, lambda each: each),
        ("small", "columns", small, 0, lambda each: each),
        ("notice", "red seal", notice, 0, lambda each: sealed(each, RED, over)),
        ("terms", "red seal", terms, 0, lambda each: sealed(each, RED, ((250, 60), (100, 190)))),
        ("notice", "seal in grey", notice, 0, lambda each: _grey(sealed(each, RED, over))),
        ("terms", "seal in grey", terms, 0, lambda each: _grey(sealed(each, RED, ((250, 60), (100, 190))))),
        ("notice", "black stamp", notice, 0, lambda each: sealed(each, (50, 50, 55), over)),
        ("form", "black stamp", form, 0, lambda each: sealed(each, (50, 50, 55), ((150, 120), (260, 300)))),
        ("notice", "turned 90", notice, 1, turned(1)),
        ("english", "turned 90", english, 1, turned(1)),
        ("terms", "turned 180", terms, 2, turned(2)),
        ("form", "turned 180", form, 2, turned(2)),
        ("chinese", "turned 270", chinese, 3, turned(3)),
        ("form", "turned 270", form, 3, turned(3)),
        ("notice", "faint", notice, 0, faint),
        ("terms", "faint", terms, 0, faint),
        ("english", "faint", english, 0, faint),
        ("notice", FAX, notice, 0, lambda each: each),
        ("form", FAX, form, 0, lambda each: each),
        ("terms", FAX, terms, 0, lambda each: each),
        ("english", FAX, english, 0, lambda each: each),
        ("notice", "watermark", notice, 0, _watermarked),
        ("form", "watermark", form, 0, _watermarked),
        ("standing", "standing", _standing(), 0, lambda each: each),
        ("cyrillic", "cyrillic", plain_lines(words.CYRILLIC, SANS), 0, lambda each: each),
    ]
    found = []
    for number, (name, condition, sheet, turn, change) in enumerate(pages):
        path = folder / f"{name}__{condition.replace(' ', '_')}.png"
        picture = change(sheet.picture)
        if condition == FAX:
            picture = _faxed(picture, seed=number)
        else:
            picture = scanned(picture, noise=2.0 if condition == "faint" else 4.0, seed=number)
        picture.save(path, compress_level=1)
        page = PrintedPage(
            name=path.stem,
            condition=condition,
            dpi=DPI,
            to_pixels=to_pixels(turn),
            lines=tuple(sheet.lines),
            cells=tuple(sheet.cells),
        )
        found.append((path, page))
    return found
