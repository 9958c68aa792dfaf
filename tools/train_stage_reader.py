"""Trains the reader of stages (`tenderlight.facts.readers.stages`) on labelled papers.

`make stage-reader` writes stages.crfsuite.xz in src/tenderlight/_generated: from evaluation/stages, whose papers are
labelled with their stage, from the development part of evaluation/notices, from those texts of evaluation/parties whose
kind says the stage, and from those of the development part of evaluation/passages that are of no procedure at all
(news, audits, policies). The held-out parts are not opened. The other readers see the stage: this one is trained first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader_training import GENERATED, NOTICES, ROOT, Text, train_and_write

from tenderlight.facts.readers.stages.signs import lines_of_document, signs_of_document
from tenderlight.facts.readers.stages.told import MODEL, NONE
from tenderlight.facts.reading import fields_of
from tenderlight.model.document import Page
from tenderlight.model.statement import Stage

PAPERS = tuple(sorted((ROOT / "evaluation" / "stages").glob("*.jsonl")))
PARTIES = tuple(sorted((ROOT / "evaluation" / "parties").glob("*.jsonl")))
PASSAGES = tuple(sorted((ROOT / "evaluation" / "passages").glob("development*.jsonl")))
SETTINGS = {"c1": 0.1, "c2": 0.8, "max_iterations": 120, "feature.minfreq": 3}
"""Weights of the sums of absolute and squared weights, rounds; signs seen less than three times are left out."""
WON = frozenset({"winner", "lead", "framework"})
KINDS = {
    "award": Stage.AWARD,
    "award notice": Stage.AWARD,
    "award lots": Stage.AWARD,
    "award letter": Stage.AWARD,
    "award table": Stage.AWARD,
    "avis d'attribution": Stage.AWARD,
    "contract": Stage.CONTRACT,
    "contract notice": Stage.CONTRACT,
    "order": Stage.CONTRACT,
    "purchase order": Stage.CONTRACT,
    "cancellation": Stage.CANCELLATION,
    "cancellation notice": Stage.CANCELLATION,
    "failed": Stage.CANCELLATION,
    "failed notice": Stage.CANCELLATION,
    "void": Stage.CANCELLATION,
    "correction": Stage.CORRECTION,
    "correction notice": Stage.CORRECTION,
    "corrigendum": Stage.CORRECTION,
    "correction lots": Stage.CORRECTION,
    "result correction": Stage.CORRECTION,
    "tender": Stage.TENDER,
    "tender notice": Stage.TENDER,
    "invitation": Stage.TENDER,
    "opening": Stage.CANDIDATE,
    "opening record": Stage.CANDIDATE,
    "opening minutes": Stage.CANDIDATE,
    "bid opening": Stage.CANDIDATE,
    "candidate": Stage.CANDIDATE,
    "candidates": Stage.CANDIDATE,
    "candidate notice": Stage.CANDIDATE,
    "candidate lots": Stage.CANDIDATE,
    "single source": Stage.SINGLE_SOURCE,
    "single source notice": Stage.SINGLE_SOURCE,
    "acceptance": Stage.ACCEPTANCE,
    "plan": Stage.PLAN,
}
"""Kinds of texts of evaluation/parties that are of one stage; an award must name who won."""

OF_NO_PROCEDURE = frozenset(
    {
        "audit report",
        "catalogue",
        "data sheet",
        "datasheet",
        "dpia",
        "expert opinion",
        "faq",
        "impact assessment",
        "interview",
        "law cited",
        "legal opinion",
        "news",
        "policy",
        "price list",
        "product manual",
        "report",
        "service report",
    }
)
"""Kinds of passages whose papers are no stage of one procurement."""


def main() -> None:
    """Train, and write the model."""
    made = ((*NOTICES, *PARTIES, *PAPERS, *PASSAGES), GENERATED / "stage_reader.json")
    train_and_write(__doc__ or "", MODEL, all_texts(), SETTINGS, made)


def all_texts() -> Iterator[Text]:
    """Yield the texts that have a stage: what is seen of each as a whole, and the stage."""
    for path in (*PAPERS, *PARTIES, *PASSAGES, *NOTICES):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            stage = stage_of(row)
            if stage is not None and not row["text"].lstrip().startswith("{"):
                fields = fields_of([Page(number=1, text=row["text"])])
                lines = lines_of_document(fields.sheets)
                yield row["id"], [signs_of_document(lines, fields.all(), fields.language)], [stage]


def stage_of(row: Mapping[str, Any]) -> str | None:
    """Return the stage of a labelled text, NONE for a paper of no procedure, None where the labels leave it open."""
    kind = (row.get("doc_kind") or "").replace("_", " ")
    if "parties" in row:
        stage = KINDS.get(kind)
        if stage is Stage.AWARD and not any(one["role"] in WON for one in row["parties"]):
            return None
        return stage.value if stage is not None else None
    if "stage" in row:
        return row["stage"] or NONE
    if isinstance(row["expected"], list):
        return NONE if kind in OF_NO_PROCEDURE else None
    return None if "stage" in row.get("not_judged", ()) else row["expected"].get("stage")


if __name__ == "__main__":
    main()
