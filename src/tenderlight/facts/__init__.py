"""Pages → who bought what from whom, when and for how much: statements, each with the words it rests on."""

from __future__ import annotations

from tenderlight.facts.contracts import comparable_number, procedure_number
from tenderlight.facts.document import FACTS_VERSION
from tenderlight.facts.personal import PersonalSpan, find_personal, redacted
from tenderlight.facts.reading import read_document, read_facts

__all__ = [
    "FACTS_VERSION",
    "PersonalSpan",
    "comparable_number",
    "find_personal",
    "procedure_number",
    "read_document",
    "read_facts",
    "redacted",
]
