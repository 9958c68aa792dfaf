#!/usr/bin/env python3
"""Measure which Chinese characters look alike, for `src/tenderlight/_generated/lookalikes.py`.

    python tools/make_lookalikes_table.py FONT [FONT ...]

Every character of GB 2312, with the traditional forms that fold to one, is drawn in each font, blurred, and compared
with every other: the whole, and its right and left parts alone (人 and 入; 脸 and 睑; 识 and 织). Two characters are
look-alikes if they are alike enough and among each other's nearest. Traditional forms count for the simplified ones
that they fold to. The table that ships was made from AR PL UMing and UKai and WenQuanYi Micro Hei and Zen Hei (Debian:
fonts-arphic-uming, fonts-arphic-ukai, fonts-wqy-microhei, fonts-wqy-zenhei); it holds nothing of the fonts but which
characters look alike.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from lookalikes_table import lookalikes_table
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tenderlight._generated.traditional import SIMPLIFIED, TRADITIONAL
from tenderlight.languages.normalise import fold_text

TARGET = Path(__file__).parent.parent / "src" / "tenderlight" / "_generated" / "lookalikes.py"
DRAWN, SIDE, BLUR = 40, 24, 1.2
CLOSELY = ((slice(None), 0.8, 5), (slice(None), 0.74, 1))
LOOSELY = ((slice(None), 0.76, 12), (slice(9, None), 0.92, 4), (slice(None, 14), 0.95, 2))
"""Columns that are compared, how alike they must be, and how many of the nearest count."""
ROWS = 500


def characters() -> list[str]:
    """Return the characters of GB 2312 that folding leaves as they are, and the traditional forms of these."""
    plain = []
    for first in range(0xB0, 0xF8):
        for second in range(0xA1, 0xFF):
            try:
                plain.append(bytes((first, second)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    kept = {character for character in plain if fold_text(character) == character}
    return sorted(kept | {old for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True) if new in kept})


def drawn(every: list[str], path: Path) -> Any:
    """Return the pictures of the characters in one font, as arrays of SIDE x SIDE."""
    font = ImageFont.truetype(str(path), DRAWN)
    pictures = np.zeros((len(every), SIDE, SIDE), dtype=np.float32)
    for number, character in enumerate(every):
        picture = Image.new("L", (DRAWN + 8, DRAWN + 8), 0)
        ImageDraw.Draw(picture).text((4, 2), character, fill=255, font=font)
        small = picture.filter(ImageFilter.GaussianBlur(BLUR)).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
        pictures[number] = np.asarray(small)
    return pictures


def normed(pictures: Any, columns: slice) -> Any:
    """Return part of each picture as a vector of length one, so that a product says how alike two are."""
    flat = pictures[:, :, columns].reshape(len(pictures), -1)
    flat = flat - flat.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(flat, axis=1, keepdims=True)
    return flat / np.where(lengths > 0, lengths, 1)


def pairs(pictures: list[Any], folded: list[str], parts: Sequence[tuple[slice, float, int]]) -> set[tuple[str, str]]:
    """Return the pairs of folded characters that look alike in one of the parts."""
    found: set[tuple[str, str]] = set()
    for columns, least, nearest in parts:
        vectors = [normed(one, columns) for one in pictures]
        for start in range(0, len(folded), ROWS):
            alike = sum(one[start : start + ROWS] @ one.T for one in vectors) / len(vectors)
            for row, scores in enumerate(alike, start=start):
                scores[row] = 0
                near = np.argpartition(-scores, nearest)[:nearest]
                for other in near[scores[near] >= least].tolist():
                    found |= {(folded[row], folded[other]), (folded[other], folded[row])}
    return {(first, second) for first, second in found if first != second}


def main() -> int:
    """Write the table from the fonts given."""
    fonts = [Path(name) for name in sys.argv[1:]]
    if not fonts:
        print(__doc__, file=sys.stderr)
        return 2
    every = characters()
    pictures = [drawn(every, font) for font in fonts]
    folded = [fold_text(character) for character in every]
    closely = pairs(pictures, folded, CLOSELY)
    loosely = pairs(pictures, folded, LOOSELY) - closely
    keys = "".join(sorted({first for first, _ in closely | loosely}))
    shapes: dict[str, list[str]] = {sign: ["", ""] for sign in keys}
    for column, found in enumerate((closely, loosely)):
        for first, second in sorted(found):
            shapes[first][column] += second
    table = lookalikes_table({sign: (close, loose) for sign, (close, loose) in shapes.items()})
    TARGET.write_bytes(table)
    print(f"{len(keys)} characters, {len(closely)} + {len(loosely)} pairs, {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
