"""What runs inside the recogniser's cage: one picture of a page, in a child that lives for it alone.

The child is given raw pixels, never a file: whatever a hostile document holds, nothing of it is parsed here.
"""

from __future__ import annotations

from collections.abc import Callable

from tenderlight.cage import Workshop
from tenderlight.pipeline.messages import RecogniseTask, read_task, write_frame
from tenderlight.pipeline.workshop import Emit, read_whole
from tenderlight.reading.recognition import models
from tenderlight.reading.recognition.pages import VERSION, PagePixels, recognise


def recogniser() -> str:
    """Return the name and version of what reads pictures of pages here: "pp-ocrv6-small/1"."""
    return f"{models.name()}/{VERSION}"


def workshop() -> Workshop:
    """Return where pages are recognised; its lanes may read the models."""
    return Workshop(opener="tenderlight.pipeline.recogniser_workshop:open_workshop", readable_folders=models.folders())


def open_workshop() -> Callable[[bytes, int | None, Emit], None]:
    """Load the models, read a picture of a line once so that all is in place, and return what recognises a page."""
    loaded = models.load_models()
    recognise(_practice(), loaded)

    def perform(task: bytes, pixels: int | None, emit: Emit) -> None:
        """Recognise one page: its samples come as an open file, the page goes out as an item, then its problems."""
        asked = read_task(task)
        assert isinstance(asked, RecogniseTask)
        assert pixels is not None
        found = recognise(
            PagePixels(
                page_number=asked.page_number,
                width_points=asked.width_points,
                height_points=asked.height_points,
                width=asked.width,
                height=asked.height,
                samples=read_whole(pixels),
            ),
            loaded,
        )
        emit(write_frame(found.page))
        for trouble in found.problems:
            emit(write_frame(trouble))

    return perform


def _practice() -> PagePixels:
    """Return a picture with something like a line of text on it."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (480, 160), "white")
    ImageDraw.Draw(picture).text((20, 60), "Award notice A-1", fill="black", font_size=40)
    return PagePixels(
        page_number=1, width_points=480, height_points=160, width=480, height=160, samples=picture.tobytes()
    )
