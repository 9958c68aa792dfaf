"""What runs inside the recogniser's cage: one picture of a page, in a child that lives for it alone.

The child is given raw pixels, never a file: whatever a hostile document holds, nothing of it is parsed here.
"""

from __future__ import annotations

from collections.abc import Callable

from tenderlight.cage import Emit, Workshop, read_whole
from tenderlight.model.box import Box
from tenderlight.pipeline.messages import CompareTask, PageToCompare, RecogniseTask, SeenLines, read_task, write_frame
from tenderlight.reading.recognition import models
from tenderlight.reading.recognition.page_pixels import STEP, VERSION, PagePixels
from tenderlight.reading.recognition.seen_lines import COMPARISON_VERSION, SaidLine

COMPARER = STEP.partition(":")[2]
"""Name and version of what compares words with pictures: "pp-ocrv6-small/1"."""
PICTURES = f"pictures/{COMPARER}/{COMPARISON_VERSION}"
"""What the claims of a document depend on besides, if words of theirs were compared with pictures of pages."""
NO_PICTURES = "pictures/none"
"""Stands for it where there were words to compare, and nobody who could."""
OPENER = "tenderlight.pipeline.recogniser_workshop:open_workshop"


def recogniser() -> str:
    """Return the name and version of what reads pictures of pages here: "pp-ocrv6-small/1"."""
    return f"{models.name()}/{VERSION}"


def workshop() -> Workshop:
    """Return where pages are recognised; its lanes may read the models."""
    return Workshop(opener=OPENER, readable_folders=models.folders())


def open_workshop() -> Callable[[bytes, int | None, Emit], None]:
    """Load the models, read a picture of a line once so that all is in place, and return what recognises a page."""
    from tenderlight.reading.recognition.pages import recognise
    from tenderlight.reading.recognition.said_lines import compare_lines

    loaded = models.load_models()
    recognise(_practice(), loaded)
    compare_lines(
        _practice(), (SaidLine(text="Award notice A-2", box=Box(left=20, top=62, right=340, bottom=106)),), loaded
    )

    def perform(task: bytes, pixels: int | None, emit: Emit) -> None:
        """Recognise one page, or compare lines with some: their samples come as an open file.

        A page that was recognised goes out as an item, then its problems; what was compared as one frame a page.
        """
        asked = read_task(task)
        assert pixels is not None
        if isinstance(asked, CompareTask):
            rest = memoryview(read_whole(pixels))
            for page in asked.pages:
                size = 3 * page.width * page.height
                lines = compare_lines(_page(page, bytes(rest[:size])), page.lines, loaded)
                emit(write_frame(SeenLines(page_number=page.page_number, lines=lines)))
                rest = rest[size:]
            return
        assert isinstance(asked, RecogniseTask)
        found = recognise(_page(asked, read_whole(pixels)), loaded)
        emit(write_frame(found.page))
        for trouble in found.problems:
            emit(write_frame(trouble))

    return perform


def _page(asked: RecogniseTask | PageToCompare, samples: bytes) -> PagePixels:
    return PagePixels(
        page_number=asked.page_number,
        width_points=asked.width_points,
        height_points=asked.height_points,
        width=asked.width,
        height=asked.height,
        samples=samples,
    )


def _practice() -> PagePixels:
    """Return a picture with something like a line of text on it."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (480, 160), "white")
    ImageDraw.Draw(picture).text((20, 60), "Award notice A-1", fill="black", font_size=40)
    return PagePixels(
        page_number=1, width_points=480, height_points=160, width=480, height=160, samples=picture.tobytes()
    )
