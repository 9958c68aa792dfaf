"""Pages and fields → what they say a system can do: capabilities with polarity, quote and counter-evidence."""

from __future__ import annotations

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
