"""The scans of the shared folder with their truth."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import ImageFont

from benchmarks.recognising.scoring import PrintedLine, PrintedPage, plain

CONDITIONS = ("clean", "skew", "low", "fax", "stamp", "photo")
_FONTS = (
    "/usr/share/fonts/truetype/arphic/ukai.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Bold.ttf",
)
"""Debian: fonts-arphic-ukai, fonts-wqy-zenhei, fonts-liberation. With them it is known where characters stand."""
_MOST_OFF = 0.004


def first_family(folder: Path) -> list[tuple[Path, PrintedPage]]:
    """Return the pictures and what is printed on them, page by page, condition by condition."""
    fonts = [ImageFont.truetype(path, 1000) for path in _FONTS if Path(path).is_file()]
    order = {condition: number for number, condition in enumerate(CONDITIONS)}
    found = []
    for path in sorted(folder.glob("*__*.jpg")):
        truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
        printed = plain("".join(line["text"] for line in truth["lines"]))
        page = PrintedPage(
            name=path.stem,
            condition=truth["cond"],
            dpi=truth["dpi"],
            to_pixels=np.array(truth["M"])[:2],
            lines=tuple(_line(line["text"], line["bbox_pt"], fonts) for line in truth["lines"]),
            keys=tuple(key for key in truth["keys"].values() if plain(key) in printed),
            cells=tuple(tuple(cell["bbox"]) for table in truth["tables"] if table["ruled"] for cell in table["cells"]),
        )
        found.append((path, page))
    return sorted(found, key=lambda each: order.get(each[1].condition, len(order)))


def _line(text: str, box: tuple[float, float, float, float], fonts: list[ImageFont.FreeTypeFont]) -> PrintedLine:
    left, top, right, bottom = box
    em = bottom - top
    for font in fonts:
        width = font.getlength(text) * em / 1000
        if abs(width - (right - left)) <= _MOST_OFF * width:
            borders = [left + font.getlength(text[:count]) * em / 1000 for count in range(len(text) + 1)]
            letters = tuple(pairwise(borders))
            return PrintedLine(text=text, box=(left, top, right, bottom), letters=letters, em=em)
    return PrintedLine(text=text, box=(left, top, right, bottom))
