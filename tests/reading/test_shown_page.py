"""Words that are in the file and not on the page."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import read_pdf
from tests.shared_data import shared_file

SEEN = show(50, 280, "Seen")
OTHER = show(50, 150, "Other")
OVER = "40 140 100 30 re f\n"
PALE = "/GS gs 1 1 0 rg 40 140 100 30 re f\n"
PALE_STATE = "/ExtGState << /GS << /ca 0.3 >> >>"


@pytest.mark.parametrize(
    "content",
    [
        "1 g " + OTHER + "0 g ",
        "1 1 1 rg " + OTHER + "0 g ",
        "1 g " + OVER + OTHER + "0 g ",
        OTHER + "1 g " + OVER + "0 g ",
        OTHER + "0 g " + OVER,
        show(50, 150, "Other", size=1),
        show(50, 150, "Other", mode=3) + "0 Tr ",
        show(50, 900, "Other"),
        show(-200, 150, "Other"),
        OTHER + "q 0 100 300 100 re W n 1 g 0 0 400 200 re f Q\n",
    ],
    ids=[
        "white",
        "white in three colours",
        "white on white",
        "under a white surface",
        "under a black bar",
        "too small",
        "painted invisibly",
        "above the page",
        "left of the page",
        "under a clipped surface",
    ],
)
def test_unseen_word_is_left_out(content: str) -> None:
    found = read_pdf(made_pdf(MadePage(content=content + SEEN)))
    assert found.pages[0].text == "Seen\n"
    assert found.codes == [("hidden-text", 1)]
    assert "5 characters" in found.problems[0].message


@pytest.mark.parametrize(
    "content",
    [
        "0.2 g " + OVER + "1 g " + OTHER + "0 g ",
        OVER + "1 g " + OTHER + "0 g ",
        "1 g " + OVER + "0 g " + OTHER,
        "1 g " + show(50, 150, "Other", mode=2) + "0 g 0 Tr ",
        OTHER + "q 300 200 50 50 re W n 1 g 0 0 400 200 re f Q\n",
        OTHER + "1 g 40 100 100 51 re f 0 g ",
        OTHER + "1 g 40 140 m 140 140 l 140 170 l 90 160 l 40 170 l 70 150 l 60 145 l h f 0 g ",
        OTHER + "40 140 100 30 re S\n",
        show(50, 150, "Other", size=4),
    ],
    ids=[
        "white on grey",
        "white on black",
        "on a white surface",
        "white with an outline",
        "surface clipped away",
        "surface over the lower half",
        "odd shape",
        "frame",
        "small print",
    ],
)
def test_seen_word_is_kept(content: str) -> None:
    found = read_pdf(made_pdf(MadePage(content=content + SEEN)))
    assert found.pages[0].text.split() == ["Seen", "Other"]
    assert found.problems == ()


def test_marker_pen_hides_nothing() -> None:
    page = MadePage(content=OTHER + PALE + "0 g " + SEEN)
    content = made_pdf(page).replace(b"/Resources << ", b"/Resources << " + PALE_STATE.encode("ascii") + b" ")
    found = read_pdf(content)
    assert found.pages[0].text == "Seen\nOther\n"


def test_white_heading_on_a_picture_is_kept() -> None:
    picture = "q 100 0 0 30 40 140 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x10\x20\x30\x40 EI Q\n"
    found = read_pdf(made_pdf(MadePage(content=picture + "1 g " + OTHER + "0 g " + SEEN)))
    assert found.pages[0].text == "Seen\nOther\n"


def layered(*, off: str, base: str = "", second: str = "Notes") -> bytes:
    """Return a page with one word in each of two layers, the first named Notes."""
    content = "/OC /L1 BDC " + show(50, 250, "First") + "EMC /OC /L2 BDC " + show(50, 200, "Second") + "EMC "
    page = MadePage(content=content + "/P << /Name (Notes) >> BDC " + show(50, 150, "Third") + "EMC ")
    with pikepdf.open(io.BytesIO(made_pdf(page))) as pdf:
        layers = [pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=name)) for name in ("Notes", second)]
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(L1=layers[0], L2=layers[1])
        chosen = pikepdf.Dictionary({off: [layers[0]]})
        if base:
            chosen.BaseState = pikepdf.Name(base)
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=layers, D=chosen)
        result = io.BytesIO()
        pdf.save(result, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return result.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (layered(off="/OFF", second="Plan"), ["Second", "Third"]),
        (layered(off="/ON", base="/OFF", second="Plan"), ["First", "Third"]),
        (layered(off="/ON", second="Plan"), ["First", "Second", "Third"]),
        (layered(off="/OFF"), ["First", "Second", "Third"]),
    ],
    ids=["one off", "all off but one", "all on", "two of one name"],
)
def test_layer_that_is_switched_off_is_left_out(content: bytes, words: list[str]) -> None:
    assert read_pdf(content).pages[0].text.split() == words


def test_layer_of_a_hostile_file() -> None:
    found = read_pdf(shared_file("data/hostile/own/pdf/ocg-hidden.pdf").read_bytes())
    assert found.pages[0].text == "Contract value EUR 1 234 567,89\n"
    assert found.codes == [("hidden-text", 1)]
