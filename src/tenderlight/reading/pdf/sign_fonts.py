"""What the boxes and ticks of Microsoft's sign fonts mean; other signs of theirs have no meaning in text."""

from __future__ import annotations

_SIGNS = {
    ("wingdings", 0x6F): "☐", ("wingdings", 0x71): "☐", ("wingdings", 0x72): "☐", ("wingdings", 0xA8): "☐",
    ("wingdings", 0xFB): "☒", ("wingdings", 0xFC): "✓", ("wingdings", 0xFD): "☒", ("wingdings", 0xFE): "☑",
    ("wingdings", 0x78): "☒", ("wingdings 2", 0x52): "☑", ("wingdings 2", 0x51): "☒", ("wingdings 2", 0x50): "✓",
    ("wingdings 2", 0xA3): "☐", ("wingdings 2", 0x54): "☒", ("wingdings 2", 0x2A): "☐",
}  # fmt: skip


def sign(font: str, code: int) -> str:
    """The character that a sign stands for: its own where it is an ordinary one, "" where it means nothing in text.

    Args:
        font: Name of its font.
        code: Its number in that font; sign fonts have theirs at 0xF000 to 0xF0FF, or below 0x100.
    """
    if 0xF000 <= code <= 0xF0FF or 0 <= code <= 0xFF:
        return _SIGNS.get((font.strip().lower(), code & 0xFF), "")
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
