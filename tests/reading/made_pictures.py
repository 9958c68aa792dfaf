"""Pictures of pages, drawn in code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tenderlight.reading.recognition.page_pixels import PagePixels

Picture = NDArray[np.uint8]
Colour = tuple[int, int, int]

DPI = 150
BLACK, RED = (20, 20, 20), (200, 30, 35)
_CHINESE = (
    Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
    Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
)
_CYRILLIC = (Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"), *_CHINESE)


def font(points: float = 12, *, cyrillic: bool = False) -> ImageFont.FreeTypeFont:
    """Return a font with the characters wanted; the test is skipped where the machine has none."""
    for path in _CYRILLIC if cyrillic else _CHINESE:
        if path.is_file():
            return ImageFont.truetype(str(path), round(points * DPI / 72))
    pytest.skip("no such font on this machine")


def blank(width: float = 400, height: float = 260) -> Image.Image:
    """Return an empty page; sizes in points."""
    return Image.new("RGB", (round(width * DPI / 72), round(height * DPI / 72)), "white")


def write(
    page: Image.Image,
    lines: Sequence[tuple[float, float, str]],
    *,
    points: float = 12,
    colour: Colour = BLACK,
    cyrillic: bool = False,
) -> Image.Image:
    """Write lines, each with the place of its left top corner in points."""
    pen, face = ImageDraw.Draw(page), font(points, cyrillic=cyrillic)
    for left, top, text in lines:
        pen.text((left * DPI / 72, top * DPI / 72), text, font=face, fill=colour)
    return page


def rule_table(page: Image.Image, across: Sequence[float], down: Sequence[float]) -> Image.Image:
    """Rule a grid, at positions in points."""
    pen, scale = ImageDraw.Draw(page), DPI / 72
    for y in down:
        pen.line((across[0] * scale, y * scale, across[-1] * scale, y * scale), fill=BLACK, width=2)
    for x in across:
        pen.line((x * scale, down[0] * scale, x * scale, down[-1] * scale), fill=BLACK, width=2)
    return page


def seal(page: Image.Image, left: float, top: float, *, across: float = 115, colour: Colour = RED) -> Image.Image:
    """Press a round seal with a star over the page."""
    scale = DPI / 72
    pressed = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(pressed)
    pen.ellipse((left * scale, top * scale, (left + across) * scale, (top + across) * scale), outline=colour, width=5)
    middle = (left + across / 2) * scale, (top + across / 2) * scale
    turns = np.arange(10) * np.pi / 5
    reach = np.where(np.arange(10) % 2, 0.07, 0.17) * across * scale
    star = zip(middle[0] + reach * np.sin(turns), middle[1] - reach * np.cos(turns), strict=True)
    pen.polygon([(float(x), float(y)) for x, y in star], fill=colour)
    return Image.fromarray(np.minimum(np.asarray(page), np.asarray(pressed)))


def as_page(picture: Image.Image | Picture, *, page_number: int = 1) -> PagePixels:
    """Hand a picture over as the page it shows."""
    levels = np.asarray(picture)
    height, width, _ = levels.shape
    return PagePixels(
        page_number=page_number,
        width_points=width * 72 / DPI,
        height_points=height * 72 / DPI,
        width=width,
        height=height,
        samples=levels.tobytes(),
    )
