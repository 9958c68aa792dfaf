"""What the rules find in one passage, in short: for tests that list texts and what they say."""

from __future__ import annotations

from tenderlight.capabilities import find_in_text
from tenderlight.model.statement import BUYING_POLARITIES


def found(text: str, kind: str = "tender_spec") -> set[str]:
    """Return each capability found with its polarity ("bio.iris:required"), given the kind of document."""
    return {f"{one.rule}:{one.polarity}" for one in find_in_text(text, doc_kind=kind)}


def bought(text: str) -> list[str]:
    """Return the capabilities that a tender is said to buy."""
    return [one.rule for one in find_in_text(text, doc_kind="tender_spec") if one.polarity in BUYING_POLARITIES]
