"""Pages in Cyrillic letters: Russian, Ukrainian, other languages, lines with Latin words; several fonts and mishaps.

Fonts are those of Debian's fonts-dejavu-core and fonts-liberation.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.recognising import second_family as drawing
from benchmarks.recognising import words_of_cyrillic_family as words
from benchmarks.recognising.scoring import PrintedPage

FOLDER = "/usr/share/fonts/truetype"
SANS, SERIF = f"{FOLDER}/dejavu/DejaVuSans.ttf", f"{FOLDER}/dejavu/DejaVuSerif.ttf"
ARIAL, TIMES = f"{FOLDER}/liberation/LiberationSans-Regular.ttf", f"{FOLDER}/liberation/LiberationSerif-Regular.ttf"
FONTS = (SANS, SERIF, ARIAL, TIMES, drawing.HEI)
LOW_DPI = 110
FAX_ACROSS, FAX_DOWN = 204, 98
"""Dots an inch of a fax as it was usual."""
OVER = ((300, 180), (120, 300))


def _low(picture: Image.Image) -> Image.Image:
    share = LOW_DPI / drawing.DPI
    return picture.resize((round(picture.width * share), round(picture.height * share)), Image.Resampling.BOX)


def _fax(picture: Image.Image) -> Image.Image:
    """Send it by fax: lines twice as far apart as dots, black and white, with specks."""
    size = picture.width * FAX_ACROSS // drawing.DPI, picture.height * FAX_DOWN // drawing.DPI
    black = np.asarray(picture.convert("L").resize(size, Image.Resampling.BOX)) < 150
    black ^= np.random.default_rng(2).random(black.shape) < 0.002
    sent = Image.fromarray(np.where(black, 0, 255).astype(np.uint8))
    return sent.resize(picture.size).convert("RGB")


def cyrillic_family(folder: Path) -> list[tuple[Path, PrintedPage]]:
    """Draw the pages into a folder, and return them with what is printed on them; empty where a font is missing."""
    if not all(Path(font).is_file() for font in FONTS):
        return []
    sheets = {
        "russian": drawing.plain_lines(words.RUSSIAN, TIMES),
        "russian sans": drawing.plain_lines(words.RUSSIAN, ARIAL),
        "ukrainian": drawing.plain_lines(words.UKRAINIAN, SERIF),
        "mixed": drawing.plain_lines(words.MIXED, ARIAL),
        "others": drawing.plain_lines(words.OTHERS, SANS),
    }
    conditions: list[tuple[str, int, Callable[[Image.Image], Image.Image]]] = [
        ("clean", 0, lambda each: each),
        ("110 dpi", 0, _low),
        ("fax", 0, _fax),
        ("red seal", 0, lambda each: drawing.sealed(each, drawing.RED, OVER)),
        ("faint", 0, drawing.faint),
        ("turned 90", 1, drawing.turned(1)),
        ("turned 180", 2, drawing.turned(2)),
    ]
    found = []
    for condition, turn, change in conditions:
        for name, sheet in sheets.items():
            path = folder / f"{name} {condition}.png"
            picture = change(sheet.picture)
            if condition != "fax":
                picture = drawing.scanned(picture, noise=2.0 if condition == "faint" else 4.0)
            picture.save(path, compress_level=1)
            is_low = condition == "110 dpi"
            page = PrintedPage(
                name=path.stem,
                condition=condition,
                dpi=LOW_DPI if is_low else drawing.DPI,
                to_pixels=drawing.to_pixels(turn) * (LOW_DPI / drawing.DPI if is_low else 1.0),
                lines=tuple(sheet.lines),
            )
            found.append((path, page))
    return found
