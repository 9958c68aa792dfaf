"""A paper copy of a born-digital PDF: pictures only, a little skewed and grainy, with red seals over the text."""

import io
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from making.figures import Figures
from making.portable_document import save_neutral

if TYPE_CHECKING:
    from numpy.random import Generator
    from pikepdf import Pdf
    from PIL.Image import Image as Picture

DOTS_PER_INCH = 150
SEAL_RED = (206, 32, 40)
SEAL_DIAMETER = 248  # dots, 42 mm: the usual seal of a county authority
BOLD_FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
SIMPLIFIED_CHINESE = 2  # index of the face in the font collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A round seal: its words and its centre as fractions of the page's width and height."""

    owner: str
    line: str
    across: float
    down: float
    turn_degrees: float


def write_scan(original: Path, target: Path, figures: Figures) -> None:
    """Print, stamp and scan every page of `original`; the result has no text layer."""
    import numpy
    import pikepdf
    import pypdfium2

    chance = numpy.random.default_rng(20230920)
    seals = _seals(figures)
    scanned = pikepdf.new()
    with pypdfium2.PdfDocument(original) as document:
        for index in range(len(document)):
            page = document[index].render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
            for seal in seals.get(index + 1, ()):
                _stamp(page, seal)
            _append(scanned, _through_the_scanner(page, chance, in_colour=index + 1 in seals))
    save_neutral(scanned, target, "扫描件")


def _seals(figures: Figures) -> dict[int, tuple[Seal, ...]]:
    """Seals by page number: over the amount, over both signatures, over the end of two annexes."""
    buyer, supplier = figures.story["buyer"], figures.story["supplier"]
    agency = figures.story["agency"]
    contract_seal = "合同专用章"
    return {
        2: (Seal(owner=supplier, line=contract_seal, across=0.71, down=0.465, turn_degrees=-7),),
        5: (
            Seal(owner=buyer, line="", across=0.29, down=0.25, turn_degrees=4),
            Seal(owner=supplier, line=contract_seal, across=0.72, down=0.245, turn_degrees=-11),
            Seal(owner=agency, line="", across=0.40, down=0.40, turn_degrees=9),
        ),
        8: (Seal(owner=supplier, line=contract_seal, across=0.47, down=0.47, turn_degrees=-3),),
        9: (Seal(owner=supplier, line=contract_seal, across=0.80, down=0.72, turn_degrees=6),),
    }


def _draw_seal(seal: Seal) -> "Picture":
    from PIL import Image, ImageDraw, ImageFont

    size = SEAL_DIAMETER
    stamp = Image.new("RGBA", (size, size), (*SEAL_RED, 0))
    pen = ImageDraw.Draw(stamp)
    ink = (*SEAL_RED, 215)
    pen.ellipse((4, 4, size - 5, size - 5), outline=ink, width=7)
    star = [
        (
            size / 2 + (40 if corner % 2 == 0 else 16) * math.sin(math.pi * corner / 5),
            size / 2 - (40 if corner % 2 == 0 else 16) * math.cos(math.pi * corner / 5),
        )
        for corner in range(10)
    ]
    pen.polygon(star, fill=ink)
    letters = min(32, int(2 * math.pi * 92 * 0.72 / len(seal.owner)))
    font = ImageFont.truetype(BOLD_FONT, letters, index=SIMPLIFIED_CHINESE)
    spread = min(270.0, 30.0 * len(seal.owner))
    for place, letter in enumerate(seal.owner):
        angle = -spread / 2 + spread * place / (len(seal.owner) - 1)
        glyph = Image.new("RGBA", (size, size), (*SEAL_RED, 0))
        ImageDraw.Draw(glyph).text((size / 2, 32), letter, font=font, fill=ink, anchor="mm")
        stamp.alpha_composite(glyph.rotate(-angle, resample=Image.Resampling.BICUBIC))
    if seal.line:
        small = ImageFont.truetype(BOLD_FONT, 24, index=SIMPLIFIED_CHINESE)
        pen.text((size / 2, size * 0.76), seal.line, font=small, fill=ink, anchor="mm")
    return stamp.rotate(seal.turn_degrees, resample=Image.Resampling.BICUBIC)


def _stamp(page: "Picture", seal: Seal) -> None:
    """Press the seal on the page: ink darkens what is below, as on paper."""
    from PIL import Image, ImageChops

    stamp = _draw_seal(seal)
    left = int(page.width * seal.across - stamp.width / 2)
    top = int(page.height * seal.down - stamp.height / 2)
    ink = Image.new("RGB", page.size, "white")
    ink.paste(stamp.convert("RGB"), (left, top), stamp.getchannel("A"))
    page.paste(ImageChops.multiply(page, ink))


def _through_the_scanner(page: "Picture", chance: "Generator", *, in_colour: bool) -> bytes:
    """Skew, blur, paper tone, grain; JPEG, grey unless the page carries a seal."""
    import numpy
    from PIL import Image, ImageFilter

    skew = float(chance.uniform(-0.9, 0.9))
    turned = page.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor="white")
    turned = turned.filter(ImageFilter.GaussianBlur(0.6))
    dots = numpy.asarray(turned, dtype=numpy.float32) * (236 / 255) + 10
    coarse = chance.normal(0, 3, (page.height // 2, page.width // 2)).astype(numpy.float32)
    grain = numpy.kron(coarse, numpy.ones((2, 2), dtype=numpy.float32))
    dots[: grain.shape[0], : grain.shape[1]] += grain[:, :, None]
    picture = Image.fromarray(dots.clip(0, 255).astype(numpy.uint8))
    if not in_colour:
        picture = picture.convert("L")
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=42, optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return held.getvalue()


def _append(scanned: "Pdf", jpeg: bytes) -> None:
    """Add a page that holds nothing but the picture."""
    import pikepdf
    from PIL import Image

    with Image.open(io.BytesIO(jpeg)) as picture:
        width, height, mode = picture.width, picture.height, picture.mode
    across, down = width * 72 / DOTS_PER_INCH, height * 72 / DOTS_PER_INCH
    image = pikepdf.Stream(
        scanned,
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceGray if mode == "L" else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    drawing = pikepdf.Stream(scanned, f"q {across:.2f} 0 0 {down:.2f} 0 0 cm /Scan Do Q".encode("ascii"))
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=[0, 0, round(across, 2), round(down, 2)],
        Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image)),
        Contents=drawing,
    )
    scanned.pages.append(pikepdf.Page(scanned.make_indirect(page)))
