"""Reads Word documents (DOCX) straight from their XML.

Read are the body, headers, footers, footnotes, endnotes, text boxes and tracked insertions; not read are tracked
deletions, text marked as hidden, comments and pictures. Numbers that Word puts before list items are not in the text.
Format: ECMA-376 part 1, both its namespaces.
"""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.blocks import BlockWriter, shortfalls
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.office_pictures import pictures_in
from tenderlight.reading.office.word_blocks import WordPart

_PARTS_BEFORE = ("header",)
_PARTS_AFTER = ("footer", "footnotes", "endnotes")
_MOST_PARTS = 200


class WordReader:
    """Reads DOCX as one page of paragraphs and tables.

    Places: "paragraph 12", "table 2 row 3 cell 1", "header 1 paragraph 1".
    Problems: hidden-text, limit-characters, limit-expansion, no-text, office-damaged, office-part-damaged,
    office-part-not-read, office-part-twice, office-without-text, pictures-not-read, tracked-changes, xml-dtd.
    """

    name = "word"
    version = 6
    media_types = frozenset({formats.DOCX})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the page, then what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        package = OfficePackage(original.content, limits, step)
        parts = parts_of(package)
        if not parts:
            yield from package.problems
            yield problem("office-without-text", step=step)
            return
        yield PageCount(count=1)
        flow = FlowWriter(limits)
        writer = BlockWriter(flow)
        for name, part in parts:
            yield from writer.write(part.blocks, part=name)
        yield from flow.last_pages()
        yield from package.problems
        yield from package.damage_beside_text()
        yield from _notes([part for _, part in parts], step)
        yield from pictures_in(package, step)
        yield from shortfalls(flow, step)


def parts_of(package: OfficePackage) -> list[tuple[str, WordPart]]:
    """Return the body, headers, footers and notes of a document as paragraphs and tables, in reading order.

    Each comes with the name that places in it start with ("header 1 "; the body: ""). Empty if the document has no body
    that can be read. Parts that cannot be read grow `package.problems`.
    """
    main = package.main_part("word/document.xml")
    body = _part(package, main)
    if body is None:
        return []
    further = list(_further_parts(package, main))
    before = _of_kinds(package, further, _PARTS_BEFORE)
    after = _of_kinds(package, further, _PARTS_AFTER)
    return [*before, ("", body), *after]


def _part(package: OfficePackage, name: str) -> WordPart | None:
    content = package.part(name)
    if content is None:
        return None
    part = WordPart(content, lambda content: package.parsed(content, name))
    return part if part.root else None


def _further_parts(package: OfficePackage, main: str) -> Iterator[tuple[str, str]]:
    named: set[str] = set()
    for relation in package.relations(main, _PARTS_BEFORE + _PARTS_AFTER):
        if relation.target not in named and len(named) < _MOST_PARTS:
            named.add(relation.target)
            yield relation.kind, relation.target


def _of_kinds(
    package: OfficePackage, parts: list[tuple[str, str]], kinds: tuple[str, ...]
) -> Iterator[tuple[str, WordPart]]:
    """Yield the parts as a reader meets them, with the name that their places start with."""
    for kind in kinds:
        targets = [target for part_kind, target in parts if part_kind == kind]
        for number, target in enumerate(targets, 1):
            part = _part(package, target)
            if part is not None and part.root in {"hdr", "ftr", "footnotes", "endnotes"}:
                yield f"{kind} {number} ", part


def _notes(parts: list[WordPart], step: str) -> Iterator[Problem]:
    changes = sum(part.changes for part in parts)
    hidden = sum(part.hidden_characters for part in parts)
    left_out = sum(part.embedded_documents for part in parts)
    if changes:
        yield problem("tracked-changes", step=step, detail=f"Changes: {changes}.")
    if hidden:
        yield problem("hidden-text", step=step, detail=f"Characters left out: {hidden}.")
    if left_out:
        yield problem("office-part-not-read", step=step, detail=f"Parts: {left_out}.")
