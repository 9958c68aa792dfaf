"""Made pages as they come out of a scanner: drawn, laid on the glass, and spoiled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from benchmarks.made_tables.truth import MadePage

Pixels = NDArray[np.uint8]
SKEW_DEGREES = 1.5
_SPECKS = 0.0008


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A picture of a made page."""

    name: str
    picture: Image.Image
    dpi: float


def _clean(picture: Image.Image, chance: np.random.Generator) -> Image.Image:
    return _roughened(picture, chance, blur=0.5, noise=3.0)


def _skew(picture: Image.Image, chance: np.random.Generator) -> Image.Image:
    sign = 1 if chance.random() < 0.5 else -1
    askew = picture.rotate(sign * SKEW_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return _roughened(askew, chance, blur=0.6, noise=5.0)


def _fax(picture: Image.Image, chance: np.random.Generator) -> Image.Image:
    """Black or white, edges ragged, specks."""
    levels = np.asarray(_roughened(picture, chance, blur=0.7, noise=22.0))
    black = levels < 150
    black |= chance.random(levels.shape) < _SPECKS
    return Image.fromarray(np.where(black, 0, 255).astype(np.uint8))


def _roughened(picture: Image.Image, chance: np.random.Generator, *, blur: float, noise: float) -> Image.Image:
    levels = np.asarray(picture.filter(ImageFilter.GaussianBlur(blur))).astype(np.float64)
    levels = levels * 0.95 + 8 + chance.normal(0, noise, levels.shape)
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))


CONDITIONS: dict[str, tuple[float, Callable[[Image.Image, np.random.Generator], Image.Image]]] = {
    "clean": (200, _clean),
    "skew": (200, _skew),
    "150 dpi": (150, _clean),
    "fax": (200, _fax),
}
"""Dots an inch, and what befalls the page."""


def scanned(page: MadePage, condition: str) -> Scan:
    """Return the picture of a page under one of the `CONDITIONS`; the same each time."""
    dpi, spoiled = CONDITIONS[condition]
    document = pdfium.PdfDocument(page.pdf)  # type: ignore[no-untyped-call]
    drawn = document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    chance = np.random.default_rng(crc32(f"{page.name} {condition}".encode()))
    return Scan(name=page.name, picture=spoiled(drawn, chance).convert("RGB"), dpi=dpi)
