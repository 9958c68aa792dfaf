"""What speaks against a product that is named, in plain sentences."""

from __future__ import annotations

from tenderlight.model.values import Naming

SEVERAL = "Several brands are named for the same thing: which one is meant is not said."
NAMINGS = {
    Naming.BANNED: "The words say that it must not be delivered.",
    Naming.PASSING: "It is named beside a certificate, a reseller or a reference: nothing is said of what is bought.",
    Naming.NAMED: "It is named, and the words do not say as what.",
    Naming.COMPATIBLE: "What is bought must go together with it; it is not said to be bought.",
    Naming.REFERENCE: "It is a brand of reference: something else may be delivered.",
    Naming.SPECIFIED: "It is asked for; that it was delivered is not said.",
    Naming.FLOOR: "It is the least that is asked for: something else may be delivered.",
    Naming.EXISTING: "The words say that it is there already.",
}
CONFIDENCE = {
    "medium": "That the maker makes goods under this name is believed, and was not looked up.",
    "low": "That the maker makes goods under this name is a hint only.",
}


def misread(written: str, read_as: str) -> str:
    """Return that a model number was read with look-alikes."""
    return f"The page has “{' '.join(written.split())}”: read as {read_as}, with signs that look alike."
