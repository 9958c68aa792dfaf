"""Kinds of document as labelled sets name them, and the setting each gives to its words."""

from __future__ import annotations

from tenderlight.capabilities.setting import Setting
from tenderlight.model.statement import Stage

_WORDS: tuple[tuple[tuple[str, ...], Setting], ...] = (
    (("boilerplate", "general_terms", "general_conditions"), Setting(stage=None, is_boilerplate=True)),
    (("cancel", "terminat", "withdraw", "unsuccessful"), Setting(stage=Stage.CANCELLATION)),
    (("correct", "corrig", "addend", "amend", "change", "erratum"), Setting(stage=Stage.CORRECTION)),
    (("single_source", "sole_source", "direct_award"), Setting(stage=Stage.SINGLE_SOURCE)),
    (("clarif", "question", "q_and_a", "qa", "q&a", "answers"), Setting(stage=Stage.TENDER, is_answers=True)),
    (
        ("bid", "proposal", "offer", "deviation", "compliance_matrix", "response", "tenderer"),
        Setting(stage=Stage.TENDER, is_bid=True),
    ),
    (("foi", "freedom", "disclosure"), Setting(stage=None)),
    (("candidate",), Setting(stage=Stage.CANDIDATE)),
    (("award", "result", "winning"), Setting(stage=Stage.AWARD)),
    (("accept", "delivery", "completion", "handover", "service_report"), Setting(stage=Stage.ACCEPTANCE)),
    (("plan", "intention", "feasib", "prior_info", "market", "budget"), Setting(stage=Stage.PLAN)),
    (
        ("news", "press", "law", "regulation", "policy", "report", "study", "background", "minutes", "research"),
        Setting(stage=None, is_talk=True),
    ),
    (("brochure", "datasheet", "data_sheet", "catalog", "price_list", "quotation"), Setting(stage=None, is_bid=True)),
    (
        ("option_list", "optional_item", "list_of_option", "options_list", "add_on_list"),
        Setting(stage=Stage.TENDER, is_framework=True),
    ),
    (("framework", "call_off_catalogue", "dynamic_purchasing"), Setting(stage=Stage.TENDER, is_framework=True)),
    (("dpia", "impact_assess", "ethics"), Setting(stage=None)),
    (
        (
            "tender",
            "rfp",
            "itt",
            "rfq",
            "solicit",
            "invitation",
            "spec",
            "requirement",
            "score",
            "scoring",
        ),
        Setting(stage=Stage.TENDER),
    ),
    (("contract", "agreement", "call_off", "order", "annex", "dpa"), Setting(stage=Stage.CONTRACT)),
)


def setting_of_kind(doc_kind: str | None) -> Setting:
    """Return the setting for a kind of document; an unknown kind is taken for a tender, the commonest by far."""
    name = (doc_kind or "").lower().replace("-", "_").replace(" ", "_")
    for words, setting in _WORDS:
        if any(word in name for word in words):
            return setting
    return Setting(stage=Stage.TENDER)
