"""Sentences of a dossier: one for whatever a rule can say at any stage, and none that says more than its evidence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tenderlight.model.claim import Claim
from tenderlight.model.edit import Edit
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, Stage, StatementKind
from tenderlight.model.values import (
    CHOSEN_FROM,
    AmountKind,
    AmountValue,
    BidderValue,
    BidOutcome,
    CapabilityValue,
    ComponentValue,
    DateKind,
    DateValue,
    LineItemValue,
    MarkValue,
    MarkWeight,
    Naming,
    PartialDate,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    ScoreValue,
    StageValue,
    SupplierRole,
    SupplierValue,
    TextValue,
    Value,
)
from tenderlight.publish.catalogue import LANGUAGES, texts
from tenderlight.publish.dossier_sentences import SCORED, grade_of, sentence_of
from tests.made_claims import made_claim

VOCABULARY = Path(__file__).resolve().parents[2] / "vocabulary/capabilities"
STAGES = (*Stage, None)
ACCUSES = re.compile(
    r"\b(guilty|illegal|unlawful|crimes?|criminal|violat\w+|abus\w+|complicit\w*|corrupt\w*|liable|fraud\w*|bribe\w*|"
    r"repress\w+|victims?|sanctioned)\b|违法|有罪|犯罪|侵犯|腐败|串通|共谋|迫害|贿赂",
    re.IGNORECASE,
)
BOUGHT = re.compile(r"\b(bought|purchased|supplied|delivered|sold|paid)\b", re.IGNORECASE)


def values() -> Iterator[tuple[StatementKind | None, Value]]:
    yield from ((None, SupplierValue(name="Ashdown Ltd", role=role, lot="2")) for role in SupplierRole)
    yield from (
        (
            None,
            AmountValue(amount_kind=kind, amount=Decimal(5), currency="GBP", percent_kind="rate", percent=Decimal(3)),
        )
        for kind in AmountKind
    )
    yield from ((None, DateValue(date=PartialDate(year=2024), date_kind=kind)) for kind in DateKind)
    yield from ((None, BidderValue(name="Ashdown Ltd", outcome=outcome)) for outcome in BidOutcome)
    yield from ((None, ComponentValue(name="camera", maker="Kestrel", naming=naming)) for naming in (*Naming, None))
    yield from (
        (kind, PartyValue(name="Wexmoor"))
        for kind in (StatementKind.BUYER, StatementKind.AGENCY, StatementKind.END_USER)
    )
    yield from (
        (None, value)
        for value in (
            ProjectNumberValue(number="1", label="number"),
            TextValue(text="Cameras"),
            RegionValue(place="Wexmoor"),
            StageValue(stage="award"),
            LineItemValue(name="camera"),
            ScoreValue(score=Decimal(9), score_kind="total", party="Ashdown Ltd"),
            MarkValue(mark="★", weight=MarkWeight.MANDATORY),
        )
    )


def claims() -> Iterator[Claim]:
    made = [made_claim(value, kind=kind) for kind, value in values()]
    capability = made_claim(CapabilityValue(capability="eth.face_ethnicity"))
    made += [replace(capability, polarity=polarity) for polarity in Polarity]
    for claim in made:
        yield from (replace(claim, stage=stage) for stage in STAGES)


ALL = list(claims())


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_said_has_a_sentence_and_says_what_it_does_not_show(language: str) -> None:
    assert len(ALL) > 500
    for claim in ALL:
        sentence = sentence_of(claim, language)
        for part in (sentence.says, sentence.shows_not):
            assert part.endswith((".", "。")), part
            assert not re.search(r"[{}]|None", part), part


def test_no_sentence_accuses_anyone() -> None:
    of_dossier = ("finding.", "shows_not.", "dossier.", "method.", "reply.")
    for language in LANGUAGES:
        for key, text in texts(language).items():
            if key.startswith(of_dossier) and key != "dossier.accuses_nobody":
                assert not ACCUSES.search(text), key


def test_what_is_said_to_be_bought_or_supplied_is_said_only_to_deny_it() -> None:
    for key, text in texts("en").items():
        if key.startswith("finding."):
            allowed = {"finding.capability_offered", "finding.component_banned", "finding.capability_discussed"}
            allowed |= {"finding.end_user", "finding.component_compatible", "finding.amount_ceiling"}
            assert key in allowed or not BOUGHT.search(text), key
        if key.startswith("shows_not."):
            assert re.search(r"\b(not|no|nobody|neither|nothing)\b", text, re.IGNORECASE), key
    for key, text in texts("zh").items():
        if key.startswith("shows_not."):
            assert re.search(r"[不未没无]", text), key


@pytest.mark.parametrize("stage", STAGES)
def test_a_purchase_is_only_as_far_along_as_its_document(stage: Stage | None) -> None:
    capability = made_claim(CapabilityValue(capability="eth.face_ethnicity"))
    for polarity in Polarity:
        claim = replace(capability, polarity=polarity, stage=stage)
        shows_not = sentence_of(claim, "en").shows_not
        if polarity not in BUYING_POLARITIES:
            assert shows_not == texts("en")[f"shows_not.{polarity}"]
        elif stage in {Stage.CONTRACT, Stage.ACCEPTANCE, Stage.AWARD}:
            assert texts("en")[f"shows_not.{stage}"] in shows_not
        elif stage is not Stage.CANCELLATION:
            assert re.search(
                r"does not show that anything was (bought|put out to tender, bought) or delivered", shows_not
            )


def test_a_product_that_is_named_is_not_one_that_was_supplied() -> None:
    for naming in Naming:
        claim = made_claim(ComponentValue(name="camera", maker="Kestrel", naming=naming))
        shows_not = sentence_of(claim, "en").shows_not
        if naming.rank < CHOSEN_FROM and naming not in {Naming.BANNED, Naming.EXISTING}:
            assert shows_not.startswith("A product that is named is not a product that was supplied.")
        if naming.rank >= CHOSEN_FROM:
            assert "does not show that the maker sold" in shows_not


def test_a_budget_is_no_price_and_a_candidate_no_winner() -> None:
    budget = made_claim(AmountValue(amount_kind=AmountKind.BUDGET, amount=Decimal(1_200_000), currency="CNY"))
    assert sentence_of(budget, "en").says.endswith("gives 1,200,000 CNY as a budget.")
    assert sentence_of(budget, "zh").shows_not == "预算不是价格。"
    candidate = made_claim(SupplierValue(name="Ashdown Ltd", role=SupplierRole.CANDIDATE))
    assert sentence_of(candidate, "en").shows_not.startswith("A candidate is not a winner")


def test_what_was_ended_requires_and_offers_nothing_any_more() -> None:
    capability = made_claim(CapabilityValue(capability="eth.face_ethnicity"))
    for polarity in Polarity:
        claim = replace(capability, polarity=polarity, stage=Stage.CANCELLATION)
        says = sentence_of(claim, "en").says
        assert ("that was ended" in says) == (polarity in BUYING_POLARITIES), polarity
        assert ("已终止" in sentence_of(claim, "zh").says) == (polarity in BUYING_POLARITIES)


def test_what_earns_points_is_not_said_to_be_required() -> None:
    places = tomllib.loads((VOCABULARY / "places.toml").read_text("utf-8"))["place"]
    assert places["scoring"]["says"] == SCORED, "the words of the vocabulary choose the sentence"
    capability = made_claim(CapabilityValue(capability="eth.face_ethnicity"))
    scored = replace(capability, polarity=Polarity.REQUIRED, stage=Stage.TENDER, against=(SCORED,))
    assert "gives points to bidders for" in sentence_of(scored, "en").says
    assert "给予评审得分" in sentence_of(scored, "zh").says
    for claim in (replace(scored, against=()), replace(scored, polarity=Polarity.FORBIDDEN)):
        assert "points" not in sentence_of(claim, "en").says


def test_a_value_put_right_is_said_beside_what_the_rule_read() -> None:
    claim = made_claim(SupplierValue(name="Ashd0wn Ltd"))
    corrected = replace(claim, edit=Edit(value=SupplierValue(name="Ashdown Ltd")))
    assert "names “Ashdown Ltd” as the supplier" in sentence_of(corrected, "en").says
    assert "The rule had read: Ashd0wn Ltd." in sentence_of(corrected, "en").says


def test_grades_tell_kind_polarity_and_stage() -> None:
    capability = made_claim(CapabilityValue(capability="eth.face_ethnicity"))
    assert grade_of(replace(capability, polarity=Polarity.REQUIRED, stage=Stage.TENDER)) == "capability.required.tender"
    assert grade_of(made_claim(TextValue(text="x"))) == "title.none"
    assert len({grade_of(claim) for claim in ALL}) > 400
