"""Reads Word 97-2003 documents (DOC) straight from their bytes, and Kingsoft Writer's (WPS), which are the same.

Read are the body, headers, footers, footnotes, endnotes, text boxes and tracked insertions; not read are tracked
deletions, hidden text and comments. Format: MS-DOC.
"""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.blocks import BlockWriter, shortfalls
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.office.compound_file import CompoundFile
from tenderlight.reading.office.office_art import handed_on, pictures_in_streams
from tenderlight.reading.office.word_97_blocks import WordStories
from tenderlight.reading.office.word_97_file import NotReadable, WordFile

_HEADERS, _FOOTERS = frozenset({0, 1, 4}), frozenset({2, 3, 5})
"""Places of headers and footers among the six stories of a section (MS-DOC 2.3.1)."""
_MOST_PARTS = 200


class Word97Reader:
    """Reads DOC and WPS as one page of paragraphs and tables; larger pictures are files of their own.

    Places: "paragraph 12", "table 2 row 3 cell 1", "header 1 paragraph 1".
    Problems: hidden-text, limit-characters, limit-expansion, limit-members, limit-unpacked-bytes, no-text,
    office-damaged, office-encrypted, office-too-old, office-without-text, pictures-not-read, tracked-changes.
    """

    name = "doc"
    version = 3
    media_types = frozenset({formats.DOC})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the page, then what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        with CompoundFile(original.content) as compound:
            try:
                file = WordFile(compound, most_characters=limits.document_characters)
                stories = WordStories(file)
            except NotReadable as why:
                yield problem(why.code, step=step, detail=str(why))
                return
            pictures = pictures_in_streams(compound.stream("Data") or b"", compound.stream("WordDocument") or b"")
        yield PageCount(count=1)
        flow = FlowWriter(limits)
        writer = BlockWriter(flow)
        for part, (start, end) in _parts(file):
            yield from writer.write(stories.blocks(start, end), part=part)
        yield from flow.last_pages()
        yield from _notes(file, stories, step)
        yield from handed_on(pictures, stories.pictures, Unpacking(len(original.content), limits, step))
        yield from shortfalls(flow, step)


def _parts(file: WordFile) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the parts as a reader meets them: name that their places start with, first and last position."""
    body, footnotes, headers, macros, comments, endnotes, boxes, header_boxes = (max(0, one) for one in file.counts)
    stories = file.header_stories()
    yield from _margins("header", [story for at, story in enumerate(stories) if at % 6 in _HEADERS])
    yield "", (0, body)
    at = body + footnotes + headers + macros + comments + endnotes
    yield "text boxes 1 ", (at, at + boxes)
    yield "header boxes 1 ", (at + boxes, at + boxes + header_boxes)
    yield from _margins("footer", [story for at, story in enumerate(stories) if at % 6 in _FOOTERS])
    yield "footnotes 1 ", (body, body + footnotes)
    yield "endnotes 1 ", (at - endnotes, at)


def _margins(name: str, stories: list[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    filled = [story for story in stories if story[1] - story[0] > 1]
    for number, story in enumerate(filled[:_MOST_PARTS], 1):
        yield f"{name} {number} ", story


def _notes(file: WordFile, stories: WordStories, step: str) -> Iterator[Problem]:
    if file.is_damaged:
        yield problem("office-damaged", step=step, detail="What stands before the damage was read.")
    if stories.changes:
        yield problem("tracked-changes", step=step, detail=f"Changes: {stories.changes}.")
    if stories.hidden_characters:
        yield problem("hidden-text", step=step, detail=f"Characters left out: {stories.hidden_characters}.")
