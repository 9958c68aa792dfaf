"""Every key that is printed as JSON is documented, under the heading of its kind, and no other."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

import msgspec
import pytest

from tenderlight.cases import shapes
from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.metadata_shapes import MetadataShape
from tenderlight.evaluate.capabilities import CapabilityScore, Tally
from tenderlight.evaluate.facts import FactsScore
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.quote import Quote
from tenderlight.model.statement import VALUE_TYPES, Polarity, Stage, StatementKind
from tenderlight.model.values import AmountKind, DateKind, SupplierRole, TextValue
from tenderlight.pipeline.verifying import Verification
from tests.house.tree import keys_of_table, part_of, reference

READING_LINES: dict[str, type[msgspec.Struct]] = {
    "metadata": MetadataShape,
    "page": shapes.PageShape,
    "record": shapes.RecordShape,
    "problem": shapes.ProblemShape,
    "reading": shapes.ReadingShape,
}


def test_every_key_of_a_claim_is_documented() -> None:
    assert keys_of_table(part_of(reference("json.md"), "The claim")) == names(shapes.ClaimShape)


def test_every_key_of_a_quote_is_documented() -> None:
    assert keys_of_table(part_of(reference("json.md"), "Quotes")) == names(shapes.QuoteShape)


@pytest.mark.parametrize("kind", StatementKind)
def test_every_key_of_a_value_is_documented_under_its_kind(kind: StatementKind) -> None:
    part = part_of(part_of(reference("json.md"), "Values by kind"), f"`{kind}`")
    assert keys_of_table(part) == [field.name for field in fields(VALUE_TYPES[kind])]


@pytest.mark.parametrize(
    ("heading", "words"),
    [("`amount`", AmountKind), ("`date`", DateKind), ("`supplier`", SupplierRole), ("The claim", ClaimStatus)],
)
def test_every_word_that_a_key_may_hold_is_explained(heading: str, words: type[StrEnum]) -> None:
    part = part_of(reference("json.md"), heading)
    assert {word.value for word in words if f"`{word}`" not in part} == set()


@pytest.mark.parametrize(("heading", "words"), [("Polarities", Polarity), ("Stages", Stage)])
def test_polarities_and_stages_have_a_line_each(heading: str, words: type[StrEnum]) -> None:
    assert keys_of_table(part_of(reference("json.md"), heading)) == [word.value for word in words]


@pytest.mark.parametrize("item", READING_LINES)
def test_every_key_of_a_line_of_a_reading_is_documented(item: str) -> None:
    keys = keys_of_table(part_of(reference("readings.md"), f"`{item}`"))
    assert keys == ["item", *names(READING_LINES[item])]


def test_every_key_of_the_scores_is_documented() -> None:
    page = reference("evaluation.md")
    assert keys_of_table(part_of(page, "Keys of the capability score")) == names_of_dataclass(CapabilityScore)
    assert keys_of_table(part_of(page, "Keys of a tally")) == names_of_dataclass(Tally)
    facts = FactsScore(cases=0, cases_right=0, fields={}, by_language={}, by_document_kind={}, differences=())
    assert keys_of_table(part_of(page, "Keys of the score of facts")) == list(facts.as_json())


def test_every_key_of_a_verification_is_documented() -> None:
    page = reference("case-format.md")
    assert keys_of_table(part_of(page, "What `verify --json` prints")) == names_of_dataclass(Verification)


def test_a_claim_is_printed_with_every_key_in_the_documented_order() -> None:
    quote = Quote(document="0" * 64, path="a", start=0, end=1, text="x", page_number=1)
    claim = Claim(
        claim="a",
        contract="b",
        kind=StatementKind.TITLE,
        value=TextValue(text="x"),
        polarity=None,
        stage=None,
        rule="facts.title",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )
    printed = msgspec.json.decode(encode_claim(claim))
    assert list(printed) == keys_of_table(part_of(reference("json.md"), "The claim"))
    assert list(printed["quotes"][0]) == keys_of_table(part_of(reference("json.md"), "Quotes"))


def names(shape: type[msgspec.Struct]) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(shape)]


def names_of_dataclass(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]
