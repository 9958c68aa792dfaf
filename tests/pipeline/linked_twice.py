"""A small case: one notice under two names, linked."""

from __future__ import annotations

import random
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.pipeline.link_claims import link_case
from tests.linking.made_clauses import made_clause
from tests.pipeline.test_linking import BUYERS, notice
from tests.pipeline.test_suggesting import claims_made, received


def make_linked_twice(folder: Path) -> None:
    """Make the case in `folder / "case"`."""
    chance = random.Random(37)
    text = notice(
        BUYERS[0],
        "QC-2025-007",
        "486000",
        ["支持人脸识别，与重点人员库实时比对并布控报警", *(made_clause(chance) for _ in range(12))],
    )
    with Case.open(folder / "case", create=True) as case:
        for document in received(case, folder, text, f"转载\n{text}"):
            claims_made(case, document)
        link_case(case)
