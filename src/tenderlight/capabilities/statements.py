"""Finds capabilities in documents and records, and says with which polarity, where, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.searchtext import SearchText, search_text_at, search_text_of_pages
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.weighing import Weighed, weigh
from tenderlight.model.document import Page
from tenderlight.model.record import VOID_LOT, Field
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import CapabilityValue


def find_capabilities(pages: Sequence[Page], *, stage: Stage | None, doubted: bool = False) -> tuple[Statement, ...]:
    """Return what the pages of one document say about capabilities, in the order of the text.

    Args:
        pages: Pages of one document, in order. Headings, legends and lists carry over from page to page.
        stage: Stage of the document; None = not known, and then only words that demand or offer count as buying.
        doubted: True to get, instead, the purchases that were found and are too unsure to be claimed.
    """
    return _find(search_text_of_pages(pages), Setting(stage=stage), doubted=doubted)


def find_in_fields(fields: Sequence[Field], *, stage: Stage | None) -> tuple[Statement, ...]:
    """Return what the free texts of one record of a structured source say about capabilities.

    What a text says of a lot that ended without a winner was not bought: it stands at the stage of a cancellation.
    """
    found: list[Statement] = []
    for field in fields:
        setting = Setting(stage=Stage.CANCELLATION if field.heading == VOID_LOT else stage)
        found.extend(_find(search_text_at(field.text, field.pointer), setting))
    return tuple(found)


def find_in_text(
    text: str, *, doc_kind: str | None, language: str | None = None, recognised: bool = False
) -> tuple[Statement, ...]:
    """Return what one passage says about capabilities; anchors have the pointer "text".

    Args:
        text: The passage.
        doc_kind: Kind of document as labelled sets name it ("tender_spec", "bid_response"); None = not known.
        language: Not needed: the vocabulary of all languages is looked for. Taken so that callers need not choose.
        recognised: True if the text was read from a picture, so that characters may be read for others.
    """
    del language
    search_text = search_text_at(text, "text")
    if recognised:
        search_text = replace(search_text, recognised=((0, len(search_text.text)),))
    return _find(search_text, setting_of_kind(doc_kind))


def _find(search_text: SearchText, setting: Setting, *, doubted: bool = False) -> tuple[Statement, ...]:
    weighed = weigh(search_text, setting)
    if weighed is None:
        return ()
    made = weighed.doubted() if doubted else weighed.claimed()
    return tuple(statement_of(one, search_text, setting.stage) for one in made)


def statement_of(weighed: Weighed, search_text: SearchText, stage: Stage | None) -> Statement:
    """Return what a finding says of its document."""
    found = weighed.found
    capability = found.candidate.capability
    return Statement(
        kind=StatementKind.CAPABILITY,
        value=CapabilityValue(capability=capability.code),
        anchors=search_text.anchors(found.start, found.end),
        rule=capability.code,
        rule_version=capability.version,
        stage=stage,
        polarity=found.verdict.polarity,
        confidence=weighed.confidence,
        against=found.against,
    )
