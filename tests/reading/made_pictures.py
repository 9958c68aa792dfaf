"""Pictures of pages, drawn in code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tenderlight.reading.recognition.pages import PagePixels

Picture = NDArray[np.uint8]

DPI = 150
_FONTS = (
    Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
    Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
)


def chinese_font(points: float = 12) -> ImageFont.FreeTypeFont:
    """Return a font with Chinese characters; the test is skipped where the machine has none."""
    for path in _FONTS:
        if path.is_file():
            return ImageFont.truetype(str(path), round(points * DPI / 72))
    pytest.skip("no Chinese font on this machine")


def drawn(
    lines: Sequence[tuple[float, float, str]],
    *,
    size: tuple[int, int] = (400, 260),
    points: float = 12,
    colour: tuple[int, int, int] = (20, 20, 20),
) -> Picture:
    """Draw lines of text, each with the place of its left top corner, on a white page; all in points."""
    picture = Image.new("RGB", (round(size[0] * DPI / 72), round(size[1] * DPI / 72)), "white")
    pen, font = ImageDraw.Draw(picture), chinese_font(points)
    for left, top, text in lines:
        pen.text((left * DPI / 72, top * DPI / 72), text, font=font, fill=colour)
    return np.asarray(picture)


def as_page(picture: Picture, *, page_number: int = 1) -> PagePixels:
    """Hand a picture over as the page it shows."""
    height, width, _ = picture.shape
    return PagePixels(
        page_number=page_number,
        width_points=width * 72 / DPI,
        height_points=height * 72 / DPI,
        width=width,
        height=height,
        samples=picture.tobytes(),
    )
