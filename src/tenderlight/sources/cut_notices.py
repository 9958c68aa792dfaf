"""What can be stated of a notice in XML whose file is cut off inside it.

What a notice means is told by all of it: a form of awards may end by saying that nothing was awarded, and a contract
may turn out to be one of several under a framework. So of a part only what no later element can change is stated.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tenderlight.model.record import Record
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.sources.xml_text import XmlFile, pointer_to

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SURE: Final = frozenset({StatementKind.PROJECT_NUMBER, StatementKind.TITLE, StatementKind.BUYER, StatementKind.REGION})
"""What is said in one section, and stays what it is whatever follows."""


def sure_of(record: Record, file: XmlFile, notice: Element) -> Record:
    """Return a record with all its texts and only those statements that hold whatever the rest of the file says.

    A file that is not cut off inside the notice keeps all statements.

    Args:
        record: Read of what is there.
        file: The file.
        notice: The element that holds the sections of the notice.
    """
    if not file.is_unfinished(notice):
        return record
    begun = [pointer_to(section) for section in notice if file.is_unfinished(section)]
    sure = tuple(said for said in record.statements if said.kind in SURE and not _is_in(said, begun))
    return replace(record, statements=sure)


def _is_in(statement: Statement, sections: list[str]) -> bool:
    """Say whether any words that a statement rests on stand in one of these sections."""
    return any(
        (anchor.pointer or "").removeprefix("local-name(").startswith(f"{section}/")
        for anchor in statement.anchors
        for section in sections
    )
