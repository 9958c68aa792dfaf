"""Pictures of pages: for showing a quote where it stands, and for text recognition."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.pictures import FORMATS, MOST_RASTER_PIXELS, RECOGNITION_DPI, picture_pixels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tenderlight.reading.pdf.page_frame import PageFrame
    from tenderlight.reading.recognition.page_pixels import PagePixels

_POINTS_PER_INCH = 72.0
_MOST_PIXELS = 25_000_000
_BITMAP_BGRX = 3
_DRAW_NOTES, _RED_FIRST = 0x01, 0x10
_WHITE = 0xFFFFFFFF
_COLOURS = 32
_COLOURLESS = 24
"""Largest difference between red, green and blue, of 255, that still counts as grey."""


Sides = tuple[float, float, float, float]
"""Left, top, right, bottom in points of the page as displayed."""


def draw_page(
    content: bytes, page_number: int, *, dots_per_inch: int = 110, black: Sequence[Sides] = ()
) -> bytes | None:
    """Draw a page of a PDF as it is displayed: crop box, rotation, filled form fields.

    A page without colour comes in shades of grey, else in 32 colours: half the bytes of a full-colour picture, and a
    red seal stays red.

    Args:
        content: The PDF.
        page_number: From 1.
        dots_per_inch: Lowered for pages so large that the picture would be more than 10,000 pixels a side or 25
            million pixels in all.
        black: Boxes of which no pixel is left: black over whatever was there.

    Returns:
        A PNG, or None if there is no such page or it cannot be drawn.
    """
    from tenderlight.reading.pdf.page_frame import frame_of
    from tenderlight.reading.pdf.pdf_page import open_page
    from tenderlight.reading.pdf.pdf_repair import open_pdf
    from tenderlight.reading.pdf.pdfium import function

    pdf = open_pdf(content).pdf
    if pdf is None:
        return None
    with pdf:
        if not 1 <= page_number <= function("FPDF_GetPageCount")(pdf.handle):
            return None
        with open_page(pdf, page_number) as (page, _):
            frame = frame_of(page) if page else None
            if frame is None:
                return None
            pixels = _raster(page, *_size(frame, dots_per_inch))
    return None if pixels is None else _encode(pixels, _in_pixels(black, frame, pixels))


def _in_pixels(
    boxes: Iterable[Sides], frame: PageFrame, pixels: NDArray[np.uint8]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield boxes in pixels, every pixel taken in that a box touches; those off the page are left out."""
    height, width = pixels.shape[:2]
    across, down = width / frame.width, height / frame.height
    for left, top, right, bottom in boxes:
        first, last = max(0, math.floor(left * across)), min(width, math.ceil(right * across))
        upper, lower = max(0, math.floor(top * down)), min(height, math.ceil(bottom * down))
        if first < last and upper < lower:
            yield first, upper, last, lower


def _size(frame: PageFrame, dots_per_inch: int, *, most_pixels: int = _MOST_PIXELS) -> tuple[int, int]:
    """Return width and height in pixels."""
    scale = max(1, dots_per_inch) / _POINTS_PER_INCH
    longest = ReadingLimits().raster_pixels
    scale = min(scale, longest / max(frame.width, frame.height), math.sqrt(most_pixels / (frame.width * frame.height)))
    return max(1, int(frame.width * scale)), max(1, int(frame.height * scale))


def _raster(page: int, width: int, height: int) -> NDArray[np.uint8] | None:
    """Return the page as rows of red, green, blue."""
    import numpy as np

    from tenderlight.reading.pdf.pdfium import function

    pixels = np.empty((height, width, 4), np.uint8)
    bitmap = function("FPDFBitmap_CreateEx")(width, height, _BITMAP_BGRX, pixels.ctypes.data, width * 4)
    if not bitmap:
        return None
    function("FPDFBitmap_FillRect")(bitmap, 0, 0, width, height, _WHITE)
    function("FPDF_RenderPageBitmap")(bitmap, page, 0, 0, width, height, 0, _DRAW_NOTES | _RED_FIRST)
    function("FPDFBitmap_Destroy")(bitmap)
    return pixels[:, :, :3]


def _is_colourless(pixels: NDArray[np.uint8]) -> bool:
    """Say whether red, green and blue are nearly the same everywhere; quickly seen of black on white."""
    import numpy as np

    red, green, blue = (np.ascontiguousarray(pixels[..., colour]) for colour in range(3))
    if np.array_equal(red, green) and np.array_equal(green, blue):
        return True
    spread = np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
    return int(spread.max(initial=0)) <= _COLOURLESS


def can_be_drawn(media_type: str) -> bool:
    """Say whether pages of documents of a media type can be drawn: PDFs and pictures."""
    return media_type == "application/pdf" or media_type in FORMATS


def page_pixels(content: bytes, media_type: str, page_numbers: Iterable[int]) -> Iterator[PagePixels]:
    """Yield pages of a document as raw pixels, for text recognition: at about 200 dpi, large pages at less.

    Args:
        content: The document.
        media_type: What it is; only PDFs and pictures are drawn.
        page_numbers: From 1. Pages that cannot be drawn are left out.
    """
    if media_type == "application/pdf":
        yield from _pdf_pixels(content, page_numbers)
    elif media_type in FORMATS:
        yield from picture_pixels(content, media_type, page_numbers)


def _pdf_pixels(content: bytes, page_numbers: Iterable[int]) -> Iterator[PagePixels]:
    from tenderlight.reading.pdf.page_frame import frame_of
    from tenderlight.reading.pdf.pdf_page import open_page
    from tenderlight.reading.pdf.pdf_repair import open_pdf
    from tenderlight.reading.recognition.page_pixels import PagePixels

    pdf = open_pdf(content).pdf
    if pdf is None:
        return
    with pdf:
        for page_number in page_numbers:
            with open_page(pdf, page_number) as (page, _):
                frame = frame_of(page) if page else None
                if frame is None:
                    continue
                width, height = _size(frame, RECOGNITION_DPI, most_pixels=MOST_RASTER_PIXELS)
                pixels = _raster(page, width, height)
                if pixels is not None:
                    yield PagePixels(
                        page_number=page_number,
                        width_points=frame.width,
                        height_points=frame.height,
                        width=width,
                        height=height,
                        samples=pixels.tobytes(),
                    )


def _encode(pixels: NDArray[np.uint8], black: Iterable[tuple[int, int, int, int]]) -> bytes:
    """Return a PNG. Boxes are painted last, so that no other pixel is another for them."""
    import numpy as np
    from PIL import Image

    if _is_colourless(pixels):
        picture, level, ink = Image.fromarray(np.ascontiguousarray(pixels[..., 1])), 1, 0
    else:
        whole = Image.fromarray(np.ascontiguousarray(pixels))
        picture, level, ink = whole.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE), 6, _COLOURS
    boxes = list(black)
    if boxes and ink:  # one colour more
        palette = (picture.getpalette() or [])[: 3 * _COLOURS]
        picture.putpalette([*palette, *[0] * (3 * _COLOURS - len(palette)), 0, 0, 0])
    for box in boxes:
        picture.paste(ink, box)
    encoded = io.BytesIO()
    picture.save(encoded, "PNG", compress_level=level)
    return encoded.getvalue()
