"""The sentences of a dossier: fixed by what is said, as what, and at what stage, in every language of the catalogue.

A sentence has two parts. `says` is what the words of the document say; `shows_not` is what they do not show. Both are
chosen by the grade of the evidence alone, never by who is named.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tenderlight.model.claim import Claim
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, Stage, StatementKind
from tenderlight.model.values import (
    CHOSEN_FROM,
    AmountKind,
    AmountValue,
    BidderValue,
    CapabilityValue,
    ComponentValue,
    DateKind,
    DateValue,
    Grade,
    Naming,
    ScoreValue,
    SupplierRole,
    SupplierValue,
    Value,
)
from tenderlight.publish.catalogue import say
from tenderlight.publish.dossier_subjects import subject_of

SCORED = "It stands in a scoring table: it earns points and may be no condition."
"""What is said against a claim of such a place: the words of `vocabulary/capabilities/places.toml`."""
_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.CALL_OFF})
_SAID_APART = {
    SupplierRole.CANDIDATE: "supplier_candidate",
    SupplierRole.INTENDED: "supplier_intended",
    SupplierRole.FRAMEWORK: "supplier_framework",
}
_NAMED_APART = {
    Naming.BANNED: "product_banned",
    Naming.EXISTING: "product_existing",
    Naming.ACCEPTED: "product_accepted",
}
_STAGE_OF_GRADE = {
    Grade.AWARD: Stage.AWARD,
    Grade.CONTRACT: Stage.CONTRACT,
    Grade.ACCEPTANCE: Stage.ACCEPTANCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What a finding says, and what it does not show, in one language."""

    says: str
    shows_not: str


def value_of(claim: Claim) -> Value:
    """Return the value a finding states: what those who confirmed it put in its place, or the rule's."""
    edit = claim.edit
    return claim.value if edit is None or edit.value is None else edit.value


def sentence_of(claim: Claim, language: str) -> Sentence:
    """Return the sentence of a finding."""
    value = value_of(claim)
    document = say(language, f"document.{_stage(claim)}")
    quotes = None if value != claim.value else [quote.text for quote in claim.quotes]
    subject = subject_of(value, language, quotes)
    says = [say(language, f"finding.{_said_as(claim, value)}", document=document, subject=subject.words)]
    if subject.places:
        says.append(say(language, "finding.lies_in", places=subject.places))
    if subject.beside:
        says.append(say(language, "finding.beside", details=("；" if language == "zh" else "; ").join(subject.beside)))
    lot = getattr(value, "lot", None)
    if lot is not None:
        says.append(say(language, "finding.of_lot", lot=lot))
    if value != claim.value:
        says.append(say(language, "finding.as_corrected", value=subject_of(claim.value, language).words))
    shows_not = [say(language, f"shows_not.{key}") for key in limits_of(claim)]
    return Sentence(says=_joined(says, language), shows_not=_joined(shows_not, language))


def grade_of(claim: Claim) -> str:
    """Return the grade of a finding's evidence, the same in every language: "capability.required.tender"."""
    return f"{_what(claim, value_of(claim)).replace('_', '.', 1)}.{_stage(claim)}"


def limits_of(claim: Claim) -> tuple[str, ...]:
    """Return the keys of what a finding does not show; at least one, and the kind's own before the stage's."""
    value = value_of(claim)
    if isinstance(value, CapabilityValue):
        return _of_capability(claim)
    find = _LIMITS.get(type(value))
    if find is not None:
        return find(claim, value)
    if claim.kind is StatementKind.LINK:
        return ("link",)
    if claim.kind is StatementKind.LINE_ITEM:
        return ("named", _stage(claim))
    return (claim.kind.value if claim.kind in _PARTIES else "fact",)


_PARTIES = frozenset({StatementKind.BUYER, StatementKind.AGENCY, StatementKind.END_USER})


def _of_capability(claim: Claim) -> tuple[str, ...]:
    assert claim.polarity is not None
    if claim.polarity not in BUYING_POLARITIES:
        return (claim.polarity.value,)
    stage = _stage(claim)
    return ("optional", stage) if claim.polarity.value == "optional" else (stage,)


def _of_supplier(claim: Claim, value: SupplierValue) -> tuple[str, ...]:
    return _SAID_APART.get(value.role, "supplier_named"), _stage(claim)


def _of_amount(_claim: Claim, value: AmountValue) -> tuple[str, ...]:
    return ("price",) if value.amount_kind in _PRICES else (value.amount_kind.value,)


def _of_date(_claim: Claim, value: DateValue) -> tuple[str, ...]:
    return ("superseded",) if value.date_kind is DateKind.SUPERSEDED else ("fact",)


def _of_component(claim: Claim, value: ComponentValue) -> tuple[str, ...]:
    naming = value.naming or Naming.NAMED
    chosen = "product_chosen" if naming.rank >= CHOSEN_FROM else "named"
    return _NAMED_APART.get(naming, chosen), _stage(claim)


def _of_bidder(claim: Claim, _value: BidderValue) -> tuple[str, ...]:
    return "bidder", _stage(claim)


def _of_score(_claim: Claim, _value: ScoreValue) -> tuple[str, ...]:
    return ("score",)


_LIMITS: dict[type[Value], Callable[..., tuple[str, ...]]] = {
    SupplierValue: _of_supplier,
    AmountValue: _of_amount,
    DateValue: _of_date,
    ComponentValue: _of_component,
    BidderValue: _of_bidder,
    ScoreValue: _of_score,
}


def _what(claim: Claim, value: Value) -> str:
    """Return the name of the sentence that a finding has."""
    kind = claim.kind.value
    sort: str | None = None
    match value:
        case CapabilityValue():
            sort = None if claim.polarity is None else claim.polarity.value
        case SupplierValue():
            sort = value.role.value
        case AmountValue():
            sort = value.amount_kind.value
        case DateValue():
            sort = value.date_kind.value
        case BidderValue():
            sort = value.outcome.value
        case ComponentValue():
            sort = (value.naming or Naming.NAMED).value
    return kind if sort is None else f"{kind}_{sort}".replace(" ", "_")


def _said_as(claim: Claim, value: Value) -> str:
    """Return the name of the sentence that a finding has.

    An ended procedure requires and offers nothing any more, and what earns points in a scoring table is no condition.
    """
    is_bought = isinstance(value, CapabilityValue) and claim.polarity in BUYING_POLARITIES
    if is_bought and claim.stage is Stage.CANCELLATION:
        return "capability_ended"
    is_scored = is_bought and claim.polarity is Polarity.REQUIRED and SCORED in claim.against
    return "capability_scored" if is_scored else _what(claim, value)


def _stage(claim: Claim) -> str:
    """Return the stage of the document; where it does not say, that of the place in which a product is named."""
    if claim.stage is not None:
        return claim.stage.value
    value = claim.value
    named = _STAGE_OF_GRADE.get(value.grade) if isinstance(value, ComponentValue) and value.grade else None
    return "none" if named is None else named.value


def _joined(sentences: list[str], language: str) -> str:
    return ("" if language == "zh" else " ").join(sentences)
