"""Reads PowerPoint 97-2003 slides (PPT) straight from their bytes: a page a slide, in the order of the show.

Read are titles, text and the speaker's notes, of hidden slides too; not read are comments and charts.
Tables are drawings there: their cells come out as paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.office.compound_file import CompoundFile
from tenderlight.reading.office.office_art import handed_on, pictures_in_streams
from tenderlight.reading.office.slides_97_file import ShowFile, Slide

_PARAGRAPH_END = re.compile("[\r\n]")
_CONTROLS = re.compile("[\x00-\x08\x0c\x0e-\x1f]")


class Slides97Reader:
    """Reads PPT, a page a slide; hidden slides are read and said to be hidden.

    Places: "paragraph 3", "notes paragraph 1".
    Problems: hidden-slide, limit-characters, limit-expansion, limit-members, limit-pages, limit-unpacked-bytes,
    no-text, office-damaged, office-encrypted, pictures-not-read.
    """

    name = "ppt"
    version = 3
    media_types = frozenset({formats.PPT})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield a page a slide, then what is to be known about them."""
        step = f"read:{self.name}/{self.version}"
        with CompoundFile(original.content) as compound:
            show = ShowFile(compound)
            found = pictures_in_streams(compound.stream("Pictures") or b"")
        if show.is_encrypted:
            yield problem("office-encrypted", step=step)
            return
        slides = [*show.slides()]
        if slides:
            yield PageCount(count=len(slides))
        number, written = 1, 0
        for slide in slides[: limits.pages]:
            flow = FlowWriter(limits, number=number, title=slide.title)
            _write(flow, slide)
            yield from flow.last_pages()
            if slide.is_hidden:
                yield problem("hidden-slide", step=step, page_number=number)
            number, written = flow.next_number, written + flow.written
            if written >= limits.document_characters:
                yield problem("limit-characters", step=step)
                break
        if len(slides) > limits.pages:
            yield problem("limit-pages", step=step, detail=f"Slides: {len(slides)}.")
        if show.is_damaged or not slides:
            yield problem("office-damaged", step=step)
        elif not written:
            yield problem("no-text", step=step)
        shown = sum(slide.pictures for slide in slides)
        yield from handed_on(found, shown, Unpacking(len(original.content), limits, step))


def _write(flow: FlowWriter, slide: Slide) -> None:
    for part, texts in (("", slide.texts), ("notes ", slide.notes)):
        for number, text in enumerate(_paragraphs(texts), 1):
            flow.line(text, f"{part}paragraph {number}")


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for paragraph in _PARAGRAPH_END.split(text):
            shown = _CONTROLS.sub("", paragraph.replace("\x0b", "\n")).strip("\n")
            if shown.strip():
                yield shown
