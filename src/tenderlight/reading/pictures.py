"""Picture files: each frame is a page that is not read yet, for text recognition to read from its pixels.

Only sizes are looked at when a file is read. Pixels are decoded when a page is drawn, one page at a time, in a child
that sees nothing else.
"""

from __future__ import annotations

import io
import math
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits

if TYPE_CHECKING:
    from PIL import Image

    from tenderlight.reading.recognition.page_pixels import PagePixels

FORMATS: dict[str, tuple[str, ...]] = {
    "image/tiff": ("TIFF",),
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/bmp": ("BMP", "DIB"),
    "image/gif": ("GIF",),
    "image/webp": ("WEBP",),
    "image/jp2": ("JPEG2000",),
}
"""Media types, and what Pillow calls them."""
MOST_PIXELS = 100_000_000
"""Of one frame: an A0 sheet at 250 dpi. Decoding takes three bytes a pixel."""
RECOGNITION_DPI = 200
MOST_RASTER_PIXELS = 12_000_000
"""Of one page that is drawn for text recognition: A3 at 200 dpi has 7.7 million."""
LEAST_PIXELS = 5
"""On the shorter side, for anything that can be read: the smallest letters that were ever drawn are three by five."""
_SANE_DPI = (72.0, 1200.0)
_OTHERWISE_DPI = 150.0
_MOST_STRETCH = 3.0
"""Fax machines have half or a quarter as many lines as columns to the inch."""
_ORIENTATION, _ON_ITS_SIDE = 274, frozenset({5, 6, 7, 8})
_POINTS_PER_INCH = 72.0
DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    OverflowError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ZeroDivisionError,
    struct.error,
    zlib.error,
)
"""What Pillow raises on pictures that are not whole."""


class PictureReader:
    """Reads pictures: each frame of a TIFF, the first of all others, is a page that calls for text recognition.

    A frame in which no letter has room is read, and has no text.

    Problems: limit-pages, limit-pixels, page-needs-recognition, picture-damaged.
    """

    name = "picture"
    version = 2
    media_types = frozenset(FORMATS)

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the number of frames, then a page for each, with its size."""
        step = f"read:{self.name}/{self.version}"
        sizes: list[PictureSize | None] = []
        try:
            with opened(original.content, original.media_type) as picture:
                for _ in frames(picture, limits.pages + 1):
                    sizes.append(size_of(picture))  # noqa: PERF401 - those before the damage are kept
        except DAMAGE as trouble:
            if not sizes:
                yield problem("picture-damaged", step=step, detail=_words(trouble))
                return
            sizes.append(None)
        yield PageCount(count=len(sizes))
        for number, size in enumerate(sizes[: limits.pages], 1):
            yield _page(number, size)
            if size is not None and size.is_too_small:
                continue
            code = "picture-damaged" if size is None else "page-needs-recognition"
            code = "limit-pixels" if size is not None and size.is_too_large else code
            yield problem(code, step=step, page_number=number)
        if len(sizes) > limits.pages:
            yield problem("limit-pages", step=step)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSize:
    """A frame as displayed."""

    width: int
    """In pixels."""
    height: int
    dpi: tuple[float, float]
    """Dots an inch, across and down."""

    @property
    def is_too_large(self) -> bool:
        """Whether it has more pixels than are decoded."""
        return self.width * self.height > MOST_PIXELS

    @property
    def is_too_small(self) -> bool:
        """Whether no letter has room in it."""
        return min(self.width, self.height) < LEAST_PIXELS

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        across, down = self.dpi
        return self.width / across * _POINTS_PER_INCH, self.height / down * _POINTS_PER_INCH


def warm_up() -> None:
    """Load every decoder, so that a forked child opens no file."""
    from PIL import Image

    Image.init()
    for kind in ("TIFF", "JPEG", "PNG", "BMP", "GIF", "WEBP", "JPEG2000"):
        written = io.BytesIO()
        picture = Image.new("RGB", (16, 16), "white")
        try:
            picture.save(written, kind)
            with Image.open(written) as again:
                size_of(again)
                _upright(again, 6).convert("RGB").resize((8, 8))
        except (OSError, KeyError):  # Pillow was made without this format
            continue


@contextmanager
def opened(content: bytes, media_type: str) -> Iterator[Image.Image]:
    """Open a picture without decoding it.

    Raises:
        OSError: It is none of its format, or its format cannot be decoded here; see `DAMAGE` for what else.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # sizes are checked here, frame by frame, before anything is decoded
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of tags that are not whole; they are not needed
        with Image.open(io.BytesIO(content), formats=FORMATS.get(media_type, ())) as picture:
            yield picture


def frames(picture: Image.Image, most: int) -> Iterator[int]:
    """Yield the number of each frame of a TIFF, from 1, with the picture turned to it; of others the first only."""
    number = 1
    yield number
    while picture.format == "TIFF" and number < most:
        try:
            picture.seek(number)
        except EOFError:
            return
        number += 1
        yield number


def size_of(picture: Image.Image) -> PictureSize:
    """Return the size of the current frame as displayed, with the turn that its camera noted."""
    width, height = picture.size
    dpi = _dpi(picture)
    if _orientation(picture) in _ON_ITS_SIDE:
        width, height, dpi = height, width, (dpi[1], dpi[0])
    return PictureSize(width=width, height=height, dpi=dpi)


def picture_pixels(content: bytes, media_type: str, page_numbers: Iterable[int]) -> Iterator[PagePixels]:
    """Yield frames of a picture as raw pixels on white, at most 200 an inch; those that cannot be decoded are left out.

    Args:
        content: The picture.
        media_type: One of `FORMATS`.
        page_numbers: Frames, from 1.
    """
    for number in page_numbers:
        try:
            with opened(content, media_type) as picture:
                if number > 1:
                    picture.seek(number - 1)
                pixels = _pixels(picture, number)
        except DAMAGE:
            continue
        if pixels is not None:
            yield pixels


def _pixels(picture: Image.Image, page_number: int) -> PagePixels | None:
    from PIL import Image

    from tenderlight.reading.recognition.page_pixels import PagePixels

    size, orientation = size_of(picture), _orientation(picture)
    if size.is_too_large:
        return None
    across, down = size.points
    scale = min(RECOGNITION_DPI, max(size.dpi)) / _POINTS_PER_INCH
    scale = min(scale, ReadingLimits().raster_pixels / max(across, down), math.sqrt(MOST_RASTER_PIXELS / across / down))
    target = max(1, int(across * scale + 0.01)), max(1, int(down * scale + 0.01))
    if picture.format == "JPEG":  # its decoder halves and quarters for free
        picture.draft("RGB", (max(target), max(target)))
    on_white = _on_white(_upright(picture, orientation))
    drawn = on_white if on_white.size == target else on_white.resize(target, Image.Resampling.LANCZOS)
    return PagePixels(
        page_number=page_number,
        width_points=across,
        height_points=down,
        width=target[0],
        height=target[1],
        samples=drawn.tobytes(),
    )


def _orientation(picture: Image.Image) -> int:
    """Return how the camera was held (EXIF 2.32, tag 274), 1 if it does not say; nothing is decoded for it."""
    if picture.format == "PNG" and "exif" not in picture.info:  # Pillow would decode the picture to look behind it
        return 1
    said = picture.getexif().get(_ORIENTATION, 1)
    return said if isinstance(said, int) else 1


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(turns[orientation]) if orientation in turns else picture


def _on_white(picture: Image.Image) -> Image.Image:
    """Return a picture in red, green and blue, with white where it is transparent."""
    from PIL import Image

    if picture.mode.startswith(("I", "F")):  # 16 bits and more: its darkest is black, its lightest white
        low, high = picture.convert("F").getextrema()
        assert isinstance(low, float)
        assert isinstance(high, float)
        scale = 255 / ((high - low) or 1)
        picture = picture.convert("F").point(lambda value: value * scale - low * scale).convert("L")
    if picture.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        white.alpha_composite(seen)
        return white.convert("RGB")
    return picture.convert("RGB")


def _dpi(picture: Image.Image) -> tuple[float, float]:
    """Return the dots an inch that a picture says it has, if that can be; else 150."""
    said = picture.info.get("dpi")
    try:
        across, down = (float(value) for value in said or ())
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return _OTHERWISE_DPI, _OTHERWISE_DPI
    low, high = _SANE_DPI
    is_sane = low <= across <= high and low <= down <= high and max(across, down) <= _MOST_STRETCH * min(across, down)
    return (across, down) if is_sane else (_OTHERWISE_DPI, _OTHERWISE_DPI)


def _page(number: int, size: PictureSize | None) -> Page:
    width, height = (None, None) if size is None else size.points
    return Page(
        number=number,
        text="",
        width=None if width is None else round(width, 2),
        height=None if height is None else round(height, 2),
        method=PageMethod.NONE,
        state=ReadState.READ if size is not None and size.is_too_small else ReadState.NOT_READ,
    )


def _words(trouble: BaseException) -> str:
    return f"({type(trouble).__name__}: {str(trouble)[:100]})"
