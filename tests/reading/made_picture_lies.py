"""Files whose text tells a lie that only the picture of the page gives away, and the same files without it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from tests.reading.made_fonts import pdf_in_own_font
from tests.reading.made_pdfs import MadePage, made_pdf, show

TITLE = "Contract award notice"
BUYER = "Contracting authority: Wexmoor Borough Council"
VALUE = "Contract value: EUR 8,250,000.00"
DOTS = 4
"""A point, in pasted pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLie:
    """A file, and the words that a claim rests on although the picture shows others."""

    name: str
    content: bytes
    said: str
    seen: str
    """What the picture shows in their place; empty = nothing."""
    also: frozenset[str] = frozenset()
    """Problems that the reading alone tells, if any."""


def notice(*parts: str) -> bytes:
    """A page with a title, a buyer and a value, and what is drawn over them."""
    lines = (show(60, 760, TITLE), show(60, 730, BUYER), show(60, 700, VALUE))
    return made_pdf(MadePage(content="".join((*lines, *parts)), media_box=(0, 0, 595, 842)))


def pasted(x: float, y: float, text: str, *, width: float) -> str:
    """A picture of words, pasted over a place of 14 points' height."""
    picture = Image.new("L", (round(width * DOTS), 14 * DOTS), 255)
    ImageDraw.Draw(picture).text((0, DOTS), text, 0, ImageFont.load_default(12 * DOTS))
    matrix = f"{width} 0 0 14 {x} {y - 3}"
    size = f"/W {picture.width} /H {picture.height}"
    return f"q {matrix} cm BI {size} /CS /G /BPC 8 /F /AHx ID {picture.tobytes().hex()}> EI Q\n"


FIGURE = 172.7
"""Where the figure of `VALUE` begins; a digit of Helvetica at 12 points is 6.67 wide, a comma 3.33."""

LIES = (
    PictureLie(name="digit-pasted-over.pdf", said="EUR 8,250,000.00", seen="9,250,000.00",
               content=notice(pasted(FIGURE, 700, "9", width=6.6))),
    PictureLie(name="digits-painted-out.pdf", said="EUR 8,250,000.00", seen="250,000.00",
               content=notice(f"1 g {FIGURE} 696 10 14 re f 0 g\n")),
    PictureLie(name="name-pasted-over.pdf", said="Wexmoor Borough Council", seen="Carrow",
               content=notice(pasted(182, 730, "Carrow", width=50))),
    PictureLie(name="font-says-otherwise.pdf", said="EUR 8,250,000.00", seen="6,250,000.00",
               content=pdf_in_own_font([TITLE, BUYER, VALUE.replace("8", "6")], says={"6": "8"}),
               also=frozenset({"page-text-disagrees"})),
)  # fmt: skip
HONEST = {
    "plain.pdf": notice(),
    "own-font.pdf": pdf_in_own_font([TITLE, BUYER, VALUE]),
    "stamped.pdf": notice("q 1 0 0 RG 3 w 150 690 60 60 re S Q\n"),
    "shaded.pdf": made_pdf(
        MadePage(content=f"0.85 g 50 190 300 90 re f 0 g {show(60, 230, BUYER)}{show(60, 200, VALUE)}")
    ),
}  # fmt: skip
