"""In the cage: the pages of a laid-out PDF, and where the words of its document stand on them."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.document import Page
from tenderlight.model.layout import Layout
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline.messages import AlignTask
from tenderlight.reading import registry
from tenderlight.reading.layout.laid_out import fonts_of, lay_out

STEP = "layout/1"
PDF = "application/pdf"
ENOUGH = 0.995
"""Share of the words from which a layout counts as whole: fields and the like are made anew on paper."""


def align_with(pdf: bytes, task: AlignTask) -> Iterator[Layout | Problem]:
    """Read a laid-out PDF as any PDF, and yield where the words of its document stand on it.

    Problems: `layout-failed` if none of the words is found on the pages, `layout-partly` if some are not.
    """
    reader = registry.reader_for(PDF)
    assert reader is not None
    items = reader.read(OpenOriginal(content=pdf, media_type=PDF), ReadingLimits())
    pages = [item for item in items if isinstance(item, Page)]
    made = Layout(page_number=1, pdf=task.pdf, converter=task.converter, fonts=fonts_of(pdf), page_sizes=(), lines=())
    found = lay_out(
        [page.text for page in task.pages], pages, numbers=[page.page_number for page in task.pages], made=made
    )
    if not any(layout.lines for layout in found.layouts):
        yield problem("layout-failed", step=STEP, detail="(None of its words was found on the pages.)")
        return
    yield from found.layouts
    if found.share < ENOUGH:
        yield problem("layout-partly", step=STEP, detail=f"({found.share:.1%} of its words were found again.)")
