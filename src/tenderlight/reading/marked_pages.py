"""Pictures of pages with the boxes drawn in that were read there, for whoever wonders what was seen."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tenderlight.reading.pdf.page_pictures import page_pixels

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Sides = tuple[float, float, float, float]
"""Left, top, right, bottom in points of the page as displayed."""

_WORD_COLOUR, _CELL_COLOUR = (0, 90, 220), (210, 0, 30)
_WORD_WIDTH, _CELL_WIDTH = 1, 3
"""In pixels, at about 200 dots per inch."""


def draw_marked(
    content: bytes, media_type: str, page_number: int, *, words: Iterable[Sides], cells: Iterable[Sides]
) -> bytes | None:
    """Draw a page, the boxes of words in thin blue lines and those of cells in bold red ones.

    Args:
        content: The document.
        media_type: What it is; only PDFs and pictures are drawn.
        page_number: From 1.
        words: Boxes of words.
        cells: Boxes of cells.

    Returns:
        A PNG, or None if there is no such page or it cannot be drawn.
    """
    from PIL import Image, ImageDraw

    for pixels in page_pixels(content, media_type, (page_number,)):
        picture = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)
        pen = ImageDraw.Draw(picture)
        scale = pixels.width / pixels.width_points, pixels.height / pixels.height_points
        for boxes, colour, width in ((cells, _CELL_COLOUR, _CELL_WIDTH), (words, _WORD_COLOUR, _WORD_WIDTH)):
            for box in boxes:
                _outline(pen, box, scale, picture.size, colour=colour, width=width)
        encoded = io.BytesIO()
        picture.save(encoded, "PNG", compress_level=6)
        return encoded.getvalue()
    return None


def _outline(
    pen: ImageDraw,
    box: Sides,
    scale: tuple[float, float],
    size: tuple[int, int],
    *,
    colour: tuple[int, int, int],
    width: int,
) -> None:
    """Draw the outline of a box as far as it lies on the page."""
    sides = [round(side * scale[at % 2]) for at, side in enumerate(box)]
    left, top, right, bottom = (min(max(side, 0), size[at % 2] - 1) for at, side in enumerate(sides))
    if left <= right and top <= bottom:
        pen.rectangle((left, top, right, bottom), outline=colour, width=width)
