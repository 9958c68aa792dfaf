"""Reads PowerPoint slides (PPTX) straight from their XML: a page a slide, in the order of the show.

Read are titles, text, tables, diagrams and the speaker's notes, of hidden slides too; larger pictures are handed on as
files; not read are comments, charts, and what a slide only takes over from its layout.
Format: ECMA-376 part 1, both its namespaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.blocks import BlockWriter
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.office_pictures import pictures_in
from tenderlight.reading.office.slide_blocks import SlidePart
from tenderlight.reading.xml_tree import attribute, child, local_name

if TYPE_CHECKING:
    from lxml import etree


class SlidesReader:
    """Reads PPTX, a page a slide; hidden slides are read and said to be hidden.

    Places: "paragraph 3", "table 1 row 2 cell 1", "notes paragraph 1".
    Problems: hidden-slide, limit-characters, limit-expansion, limit-pages, no-text, office-damaged,
    office-part-not-read, office-part-twice, office-without-text, pictures-not-read, xml-dtd.
    """

    name = "slides"
    version = 3
    media_types = frozenset({formats.PPTX})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield a page a slide, then what is to be known about them."""
        step = f"read:{self.name}/{self.version}"
        package = OfficePackage(original.content, limits, step)
        main = package.main_part("ppt/presentation.xml")
        slides = _slides(package, main)
        if not slides:
            yield from package.problems
            yield problem("office-without-text", step=step)
            return
        yield PageCount(count=len(slides))
        show = _Show(package, limits, step)
        for slide in slides[: limits.pages]:
            yield from show.slide(slide)
            if show.is_full:
                break
        yield from package.problems
        yield from show.problems(len(slides))
        yield from pictures_in(package, step)


def _slides(package: OfficePackage, main: str) -> list[str]:
    """Names of the parts of the slides, in the order of the show."""
    root = package.tree(main)
    targets = {relation.key: relation.target for relation in package.relations(main) if relation.kind == "slide"}
    listed = child(root, "sldIdLst")
    keys = [] if listed is None else [_relation_key(slide) for slide in listed]
    found = [targets[key] for key in keys if key in targets]
    return found or list(targets.values())


def _relation_key(slide: etree._Element) -> str:
    """The `r:id` of a slide; the element has an `id` of its own without a namespace."""
    return next((str(value) for key, value in slide.attrib.items() if str(key).endswith("}id")), "")


class _Show:
    """The slides being read."""

    def __init__(self, package: OfficePackage, limits: ReadingLimits, step: str) -> None:
        self._package = package
        self._limits = limits
        self._step = step
        self._number = 1
        self._written = 0
        self._left_out = 0

    @property
    def is_full(self) -> bool:
        """Whether the slides have had all the characters they may have."""
        return self._written >= self._limits.document_characters

    def slide(self, name: str) -> Iterator[Item]:
        """Yield the pages of one slide; an empty one if it cannot be read, so that numbers stay those of the show."""
        root = self._package.tree(name)
        notes, diagrams = self._belongings(name)
        part = SlidePart(root, diagrams) if root is not None else None
        flow = FlowWriter(self._limits, number=self._number, title=part.title if part else None)
        writer = BlockWriter(flow)
        number = self._number
        if part is not None:
            yield from writer.write(part.blocks)
            self._left_out += part.left_out
        if notes is not None:
            yield from writer.write(SlidePart(notes, {}).blocks, part="notes ")
        yield from flow.last_pages()
        self._number = flow.next_number
        self._written += flow.written
        if root is not None and (attribute(root, "show") or "1").lower() in {"0", "false"}:
            yield problem("hidden-slide", step=self._step, page_number=number)

    def problems(self, count: int) -> Iterator[Problem]:
        """Say what was not read."""
        if count > self._limits.pages:
            yield problem("limit-pages", step=self._step, detail=f"Slides: {count}.")
        if self.is_full:
            yield problem("limit-characters", step=self._step)
        if not self._written:
            yield problem("no-text", step=self._step)
        if self._left_out:
            yield problem("office-part-not-read", step=self._step, detail=f"Charts and objects: {self._left_out}.")

    def _belongings(self, name: str) -> tuple[etree._Element | None, dict[str, etree._Element]]:
        """What belongs to a slide: its notes, its diagrams by the key it names them with."""
        notes: etree._Element | None = None
        diagrams: dict[str, etree._Element] = {}
        for relation in self._package.relations(name):
            if relation.kind == "notesslide" and notes is None:
                notes = self._package.tree(relation.target)
            elif relation.kind == "diagramdata":
                tree = self._package.tree(relation.target)
                if tree is not None and local_name(tree) == "dataModel":
                    diagrams[relation.key] = tree
        return notes, diagrams
