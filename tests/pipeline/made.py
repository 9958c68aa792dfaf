"""Values that the tests of this folder share."""

from __future__ import annotations

import io

from PIL import Image

from tenderlight.cage import Outcome, OutcomeKind
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import PartyValue, TextValue

KEY = ContractKey(key="project:A-1", because="The same project number.")


def outcome(kind: OutcomeKind = OutcomeKind.FINISHED, message: str = "done") -> Outcome:
    """Return the end of a caged job."""
    return Outcome(
        kind=kind,
        frames_received=0,
        cpu_seconds=0.5,
        wall_seconds=1.0,
        peak_memory_bytes=1,
        limit=None,
        signal=None,
        message=message,
        walls="rlimits",
    )


def claim(document: str, *, name: str = "c1", contract: str = KEY.contract) -> Claim:
    """Return a claim about a title."""
    quote = Quote(document=document, path="", start=0, end=4, text="采购公告", page_number=1, reader="text/1")
    return Claim(
        claim=name,
        contract=contract,
        kind=StatementKind.TITLE,
        value=TextValue(text="采购公告"),
        polarity=None,
        stage=None,
        rule="facts.title",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )


def buyer(name: str, pointer: str) -> Statement:
    """Return what a structured source says of its buyer."""
    return Statement(
        kind=StatementKind.BUYER,
        value=PartyValue(name=name),
        anchors=(Anchor(start=0, end=len(name), text=name, pointer=pointer),),
        rule="ocds.buyer",
        rule_version=1,
    )


def scanned_pdf(pages: int) -> bytes:
    """Return a PDF of pages that are pictures without text."""
    first, *others = [Image.new("RGB", (120, 80), (90, 90, number)) for number in range(pages)]
    written = io.BytesIO()
    first.save(written, "PDF", save_all=True, append_images=others, resolution=72)
    return written.getvalue()
