"""Pictures of notices, drawn with the font that comes with Pillow."""

from __future__ import annotations

from PIL import Image, ImageDraw, ImageFont

WORDS = "Contract award notice A-{number}\nBuyer: Ashcombe Police\nSupplier: Carrow Systems Ltd"


def drawn_notice(number: int) -> Image.Image:
    """Return a picture of a short notice, 120 dots an inch."""
    page = Image.new("RGB", (900, 500), "white")
    font = ImageFont.load_default(40)
    ImageDraw.Draw(page).multiline_text((60, 60), WORDS.format(number=number), font=font, fill="black", spacing=30)
    return page
