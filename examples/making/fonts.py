"""The faces that the printed documents use, cut down to the letters that occur.

Noto CJK has 65,535 glyphs a face. Cutting before printing keeps each PDF small, and makes the result independent
of how a font is matched on the machine at hand. Noto CJK is under the SIL Open Font License 1.1.
"""

import base64
import io
from pathlib import Path

FOLDER = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED_CHINESE = 2  # index of the face in each collection file
FACES = (
    ("Example Songti", "normal", FOLDER / "NotoSerifCJK-Regular.ttc"),
    ("Example Heiti", "normal", FOLDER / "NotoSansCJK-Regular.ttc"),
    ("Example Heiti", "bold", FOLDER / "NotoSansCJK-Bold.ttc"),
)
ALWAYS = "0123456789 .第页共Pageof"


def font_faces(text: str) -> str:
    """A style sheet that declares the faces with the letters of `text`.

    Raises:
        FileNotFoundError: When the Noto CJK fonts are not installed (Debian: `fonts-noto-cjk`).
    """
    rules = []
    for family, weight, path in FACES:
        held = base64.b64encode(_cut(path, text + ALWAYS)).decode("ascii")
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url(data:font/otf;base64,{held}); }}'
        )
    return "\n".join(rules)


def _cut(path: Path, text: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(layout_features=[], hinting=False, desubroutinize=True, notdef_outline=True)
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    with TTFont(path, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=text)
        cutter.subset(font)
        held = io.BytesIO()
        font.save(held)
    return held.getvalue()
