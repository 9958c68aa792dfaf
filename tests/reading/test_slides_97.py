"""PowerPoint 97 slides: the texts of the outline and of the slides, in the order of the show."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.slides_97 import Slides97Reader
from tests.reading.made_compound import compound
from tests.reading.made_files import codes, line_texts, pages, read_all

READER = Slides97Reader()
TITLE, BODY, OTHER = 0, 1, 4


def record(kind: int, content: bytes, *, instance: int = 0, is_container: bool = False) -> bytes:
    return struct.pack("<HHI", instance << 4 | (15 if is_container else 0), kind, len(content)) + content


def text(words: str, kind: int = BODY, *, is_narrow: bool = False) -> bytes:
    held = record(0x0FA8, words.encode("latin-1")) if is_narrow else record(0x0FA0, words.encode("utf-16-le"))
    return record(0x0F9F, struct.pack("<I", kind)) + held


def reference(number: int) -> bytes:
    return record(0x0F9E, struct.pack("<I", number))


def drawing(*boxes: bytes, pictures: int = 0) -> bytes:
    shapes = b"".join(record(0xF004, record(0xF00D, box, is_container=True), is_container=True) for box in boxes)
    shapes += record(0xF004, record(0xF00A, bytes(8), instance=75), is_container=True) * pictures
    return record(
        0x040C, record(0xF002, record(0xF003, shapes, is_container=True), is_container=True), is_container=True
    )


def slide(inside: bytes, *, notes: int = 0, is_hidden: bool = False) -> bytes:
    atom = record(0x03EF, bytes(16) + struct.pack("<II", notes, 0))
    info = record(0x03F9, bytes(10) + bytes([4 if is_hidden else 0]) + bytes(5))
    return record(0x03EE, atom + info + inside, is_container=True)


def listed(instance: int, entries: Sequence[tuple[int, int, bytes]]) -> bytes:
    held = b"".join(
        record(0x03F3, struct.pack("<IIIII", place, 0, 0, identifier, 0)) + outline
        for place, identifier, outline in entries
    )
    return record(0x0FF0, held, instance=instance, is_container=True)


def ppt(
    slides: Sequence[tuple[bytes, bytes]], *, notes: bytes = b"", token: int = 0xE391C05F, user: bool = True
) -> bytes:
    """A file of slides, each with its texts in the outline, and at most one page of notes (its identifier is 9)."""
    first = 2
    entries = [(first + at, 256 + at, outline) for at, (_, outline) in enumerate(slides)]
    notes_place = first + len(slides)
    document = listed(0, entries) + (listed(2, [(notes_place, 9, b"")]) if notes else b"")
    parts = [record(0x03E8, document, is_container=True), *(content for content, _ in slides)]
    if notes:
        parts.append(record(0x03F0, notes, is_container=True))
    offsets, content = [], b""
    for part in parts:
        offsets.append(len(content))
        content += part
    places_at = len(content)
    content += record(0x1772, struct.pack("<I", len(parts) << 20 | 1) + struct.pack(f"<{len(parts)}I", *offsets))
    edit_at = len(content)
    content += record(0x0FF5, struct.pack("<IIIIIII", 0, 0, 0, places_at, 1, 0, 0))
    current = bytes(12) + struct.pack("<II", token, edit_at) + bytes(8)
    return compound({"PowerPoint Document": content, **({"Current User": current} if user else {})})


def test_texts_of_the_outline_and_of_the_slide() -> None:
    outline = text("采购方案", TITLE) + text("一\r二")
    content = ppt(
        [
            (slide(drawing(reference(1), text("box", OTHER), reference(0), pictures=2)), outline),
            (slide(drawing(), is_hidden=True), text("caf\xe9\x0bx", is_narrow=True)),
        ]
    )
    assert media_type(content, "x.doc") == formats.PPT
    items = read_all(READER, content)
    first, second = pages(items)
    assert first.title == "采购方案"
    assert [(first.text[line.start : line.end], line.place) for line in first.lines] == [
        ("采购方案", "paragraph 1"),
        ("一", "paragraph 2"),
        ("二", "paragraph 3"),
        ("box", "paragraph 4"),
    ]
    assert line_texts(second) == ["café\nx"]
    assert codes(items) == ["hidden-slide", "pictures-not-read"]


def test_notes_follow_their_slide() -> None:
    content = ppt([(slide(drawing(text("x")), notes=9), b"")], notes=drawing(text("说明", 2)))
    (page,) = pages(read_all(READER, content))
    assert [(page.text[line.start : line.end], line.place) for line in page.lines] == [
        ("x", "paragraph 1"),
        ("说明", "notes paragraph 1"),
    ]


def test_a_lost_pointer_is_found_again() -> None:
    items = read_all(READER, ppt([(slide(drawing(text("x"))), b"")], user=False))
    assert pages(items)[0].text == "x\n"
    assert codes(items) == ["office-damaged"]


def test_what_ends_as_a_problem() -> None:
    assert codes(read_all(READER, ppt([], token=0xF3D1C4DF))) == ["office-encrypted"]
    assert codes(read_all(READER, compound({"PowerPoint Document": b"\xff" * 5000}))) == ["office-damaged"]
    assert codes(read_all(READER, ppt([(slide(drawing()), b"")]))) == ["no-text"]


def test_limits_hold() -> None:
    content = ppt([(slide(drawing(text("x" * 50))), b"")] * 3)
    assert codes(read_all(READER, content, limits=ReadingLimits(pages=2))) == ["limit-pages"]
    assert codes(read_all(READER, content, limits=ReadingLimits(document_characters=60))) == ["limit-characters"]


def test_deep_and_overlapping_records_end() -> None:
    nested = text("deep")
    for _ in range(200):
        nested = record(0xF003, nested, is_container=True)
    assert codes(read_all(READER, ppt([(slide(nested), b"")]))) == ["office-damaged"]


def test_a_file_cut_off_is_read_up_to_the_cut_or_said_to_be_damaged() -> None:
    whole = ppt([(slide(drawing(text("x" * 300))), b"")] * 3)
    for length in range(512, len(whole), 173):
        items = read_all(READER, whole[:length], media_type=formats.PPT)
        assert pages(items) or codes(items) == ["office-damaged"]
