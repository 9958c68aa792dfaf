"""The sentences of the report. Fixed by polarity and stage, so that no sentence says more than its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from tenderlight.model.claim import Claim, ClaimStatus, PictureSays
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, Stage

DOCUMENT_OF_STAGE: dict[Stage | None, str] = {
    Stage.PLAN: "A plan",
    Stage.TENDER: "A tender document",
    Stage.SINGLE_SOURCE: "A single-source notice",
    Stage.CANDIDATE: "A notice of candidates",
    Stage.AWARD: "An award notice",
    Stage.CONTRACT: "A contract document",
    Stage.ACCEPTANCE: "An acceptance document",
    Stage.CORRECTION: "A correction",
    Stage.CANCELLATION: "A cancellation",
    None: "A document whose stage is not stated",
}

SAYS: dict[Polarity, str] = {
    Polarity.REQUIRED: "requires this of the supplier.",
    Polarity.OFFERED: "says that this is, or will be, delivered.",
    Polarity.STANDARD: "says that this is part of the standard configuration.",
    Polarity.OPTIONAL: "names this as an option.",
    Polarity.FORBIDDEN: "forbids this.",
    Polarity.NEGATED: "says that this is absent or left out.",
    Polarity.DISCUSSED: "speaks of this without buying it.",
}

PICTURE_SAYS: dict[PictureSays | None, str] = {
    PictureSays.SAME: "The picture of the page says the same, as text recognition reads it.",
    PictureSays.OTHER: "The picture of the page says something else.",
    PictureSays.UNCLEAR: "The picture of the page is not clear enough to compare.",
    PictureSays.NOT_COMPARED: "Not compared with the picture of the page.",
    None: "",
}
"""What is said beside a claim; what speaks against it is said there."""

PICTURES_THAT_PROVE_NOTHING: dict[PictureSays | None, str] = {
    PictureSays.UNCLEAR: "The picture of the page could not be read well enough to tell whether it shows these words.",
    PictureSays.NOT_COMPARED: "These words of the file's text were not compared with the picture of the page.",
}

PURCHASE_STAGES = frozenset({Stage.AWARD, Stage.CONTRACT, Stage.ACCEPTANCE})


def is_purchase(claim: Claim) -> bool:
    """Say whether a claim stands in a document that shows a purchase; its polarity is another question."""
    return claim.stage in PURCHASE_STAGES


def sentence(claim: Claim) -> str:
    """Return what a capability claim says, in one sentence."""
    assert claim.polarity is not None
    return f"{DOCUMENT_OF_STAGE[claim.stage]} {SAYS[claim.polarity]}"


def counter_evidence(claim: Claim) -> list[str]:
    """Return what speaks against a capability claim, never empty: what is not shown is said, too."""
    sentences = list(claim.against)
    if claim.polarity in BUYING_POLARITIES and not is_purchase(claim):
        sentences.append("The stage of this document is not award, contract or acceptance: it shows no purchase.")
    if claim.picture in PICTURES_THAT_PROVE_NOTHING:
        sentences.append(PICTURES_THAT_PROVE_NOTHING[claim.picture])
    if claim.status is ClaimStatus.UNREVIEWED:
        sentences.append("Nobody has reviewed this claim yet; it was made by a rule.")
    return sentences or ["Nothing was found that speaks against it."]


def where(path: str, page_number: int | None, place: str | None) -> str:
    """Return where a quote stands, for people: path, page, place."""
    parts = [path]
    if page_number is not None and not (place and place.startswith(("paragraph", "table", "line"))):
        parts.append(f"page {page_number}")
    if place:
        parts.append(place)
    return ", ".join(parts)


def page_ranges(numbers: Iterable[int]) -> str:
    """Return page numbers for people: "page 3", "pages 1–4, 7"; empty if there are none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    if not runs:
        return ""
    word = "page" if len(runs) == 1 and runs[0][0] == runs[0][1] else "pages"
    return f"{word} " + ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
