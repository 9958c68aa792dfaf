"""The stage of a document by what the model makes of it, where rules tell none or one that it finds very unlikely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.document import SETTLED
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.no_public_award import tells_no_award
from tenderlight.facts.readers.model import shared_model
from tenderlight.facts.readers.stages.signs import lines_of_document, signs_of_document, signs_of_line
from tenderlight.facts.stages.western_sentences import is_open_or_undone
from tenderlight.facts.stages.words import OF_COMPLAINT
from tenderlight.model.statement import Stage

MODEL = "stages.crfsuite.xz"
NONE = "none"
"""What the model tells of a paper that is no stage of one procurement."""
LEAST = 0.75
"""How likely a stage must be where rules tell none."""
LEAST_RATIO = 40
"""So many times likelier than the one that rules tell it must be to be told in its place."""
_PAGES, _HEAD = 3, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStage:
    """A stage that the model tells, and the line that speaks for it most."""

    stage: Stage
    line: Piece


def read_stage(
    sheets: Sequence[Sheet], entries: Sequence[Entry], language: str, told: Stage | None
) -> ReadStage | None:
    """Return the stage that the model tells in the place of what rules tell, or None.

    Args:
        sheets: The document.
        entries: Its fields, whatever the stage.
        language: ISO 639-1.
        told: By rules.
    """
    lines = lines_of_document(sheets)
    if not lines:
        return None
    model = shared_model(MODEL)
    chances = model.chances([signs_of_document(lines, entries, language)])[0]
    best = max(chances, key=lambda one: chances[one])
    if best in {NONE, told}:
        return None
    if chances[best] < (LEAST if told is None else LEAST_RATIO * chances.get(told, 0.0)):
        return None
    if not _may_be(Stage(best), told, sheets):
        return None
    line = max(lines, key=lambda one: model.chances([signs_of_line(one)])[0][best])
    return ReadStage(stage=Stage(best), line=line)


def _may_be(stage: Stage, told: Stage | None, sheets: Sequence[Sheet]) -> bool:
    """Say whether a document may be taken for one of a stage: of none that more has come of than words tell.

    No award is made of what rules tell to be anything else, and nothing that is settled of what is called off, proposed
    or invited to.
    """
    if stage not in SETTLED:
        return True
    if told is not None:
        return told in SETTLED and stage is not Stage.AWARD
    return not (
        any(is_open_or_undone(sheet) or OF_COMPLAINT.search(sheet.flat, 0, _HEAD) for sheet in sheets[:_PAGES])
        or tells_no_award(sheet.flat for sheet in sheets)
    )
