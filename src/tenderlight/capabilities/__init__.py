"""Pages and fields → what they say a system can do: capabilities with polarity, quote and counter-evidence.

What this room offers is imported when it is asked for: most commands want a label of the vocabulary and no rule.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenderlight.capabilities.entries import SEVERITIES, CapabilityEntry, capability_entries
    from tenderlight.capabilities.statements import find_capabilities, find_in_fields, find_in_text
    from tenderlight.capabilities.vocabulary import LANGUAGES_WITH_RULES, load_vocabulary, vocabulary_version

__all__ = [
    "LANGUAGES_WITH_RULES",
    "SEVERITIES",
    "CapabilityEntry",
    "capability_entries",
    "find_capabilities",
    "find_in_fields",
    "find_in_text",
    "load_vocabulary",
    "vocabulary_version",
]

_HOMES = {
    "SEVERITIES": "entries",
    "CapabilityEntry": "entries",
    "capability_entries": "entries",
    "find_capabilities": "statements",
    "find_in_fields": "statements",
    "find_in_text": "statements",
    "LANGUAGES_WITH_RULES": "vocabulary",
    "load_vocabulary": "vocabulary",
    "vocabulary_version": "vocabulary",
}


def __getattr__(name: str) -> object:
    """Import what is asked for by name.

    Raises:
        AttributeError: This room has nothing of that name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
