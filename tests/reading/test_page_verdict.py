"""How much of a page its text layer tells."""

from __future__ import annotations

import pytest

from tenderlight.model.document import ReadState
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import ReadPdf, read_pdf


def picture(left: float, bottom: float, width: float, height: float) -> str:
    """Return the operators that paint a small grey picture over a rectangle."""
    return f"q {width} 0 0 {height} {left} {bottom} cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x40\x80\x90\xa0 EI Q\n"


def read(content: str) -> ReadPdf:
    return read_pdf(made_pdf(MadePage(content=content)))


SCAN = picture(0, 0, 400, 300)
STRIPS = "".join(picture(0, 30 * strip, 400, 30) for strip in range(10))
PROSE = "".join(show(20, 280 - 14 * line, "Much text on a page with a picture behind it") for line in range(9))


@pytest.mark.parametrize(
    ("content", "state", "codes", "text"),
    [
        ("", ReadState.READ, [], ""),
        (picture(10, 10, 20, 20), ReadState.READ, [], ""),
        (SCAN, ReadState.NOT_READ, ["page-needs-recognition"], ""),
        (STRIPS, ReadState.NOT_READ, ["page-needs-recognition"], ""),
        (picture(100, 100, 100, 100), ReadState.NOT_READ, ["page-needs-recognition"], ""),
        (SCAN + show(180, 10, "7"), ReadState.PARTLY, ["page-needs-recognition"], "7\n"),
        (SCAN + PROSE, ReadState.READ, [], None),
        (picture(100, 100, 100, 100) + show(50, 280, "Logo"), ReadState.READ, [], "Logo\n"),
        (SCAN + show(50, 250, "Hidden layer", mode=3), ReadState.PARTLY, ["page-text-invisible"], "Hidden layer\n"),
        (show(50, 250, "Trap", mode=3), ReadState.READ, ["hidden-text"], ""),
        (show(50, 250, '"7+%-'), ReadState.READ, ["page-text-doubtful"], '"7+%-\n'),
        ("0 g " + "9 9 m 12 20 l 15 9 l 19 20 l 30 9 l 29 8 l 9 8 l f " * 60, ReadState.NOT_READ, None, ""),
    ],
    ids=[
        "empty",
        "small mark",
        "scan",
        "scan in strips",
        "picture alone",
        "scan with page number",
        "text before a picture",
        "picture in text",
        "scan with recognised text",
        "invisible text without a picture",
        "signs that are no text",
        "outlined letters",
    ],
)
def test_page(content: str, state: ReadState, codes: list[str] | None, text: str | None) -> None:
    found = read(content)
    page = found.pages[0]
    assert page.state is state
    assert [code for code, _ in found.codes] == (["page-needs-recognition"] if codes is None else codes)
    assert text is None or page.text == text


def test_words_of_a_font_without_characters_are_left_out() -> None:
    line = "Legible words in a font that says what it shows"
    good = "".join(show(20, 280 - 14 * number, line) for number in range(5))
    odd = "".join(show(20, 100 - 14 * number, "abcdefghij", font="F4") for number in range(4))
    found = read(good + odd)
    assert found.pages[0].text == f"{line}\n" * 5
    assert (found.codes, found.pages[0].state) == ([("page-text-garbled", 1)], ReadState.PARTLY)


def test_page_in_a_font_without_characters_is_not_read() -> None:
    found = read("".join(show(20, 280 - 14 * number, "abcdefghij", font="F4") for number in range(9)))
    assert (found.pages[0].text, found.pages[0].state) == ("", ReadState.NOT_READ)
    assert found.codes == [("page-text-garbled", 1)]
