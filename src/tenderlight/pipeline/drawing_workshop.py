"""What runs inside the cage that draws pages for people: no rules and no other readers, so it opens soon."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tenderlight.cage import Emit, Workshop, read_whole
from tenderlight.pipeline.messages import DrawTask, PagePicture, ShowTask, read_task, write_frame
from tenderlight.reading import pictures
from tenderlight.reading.marked_pages import draw_marked
from tenderlight.reading.pdf import pdf_reader
from tenderlight.reading.pdf.page_pictures import draw_page

DRAWING = Workshop(opener="tenderlight.pipeline.drawing_workshop:open_workshop")


def open_workshop() -> Callable[[bytes, int | None, Emit], None]:
    """Load what draws pages, and return the function that performs one task."""
    pdf_reader.warm_up()
    pictures.warm_up()
    return perform


def perform(task: bytes, original: int | None, emit: Emit) -> None:
    """Draw the pages of an open file that the task names, sending each as soon as it is drawn."""
    assert original is not None
    for picture in _drawn(task, read_whole(original)):
        emit(write_frame(picture))


def _drawn(message: bytes, content: bytes) -> Iterator[PagePicture]:
    task = read_task(message)
    if isinstance(task, ShowTask):
        png = draw_marked(content, task.media_type, task.page_number, words=task.words, cells=task.cells)
        if png is not None:
            yield PagePicture(page_number=task.page_number, png=png)
    elif isinstance(task, DrawTask):
        for page_number in task.page_numbers:
            black = [sides for number, sides in task.black if number == page_number]
            png = draw_page(content, page_number, dots_per_inch=task.dots_per_inch, black=black)
            if png is not None:
                yield PagePicture(page_number=page_number, png=png)
