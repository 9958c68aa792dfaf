"""One claim with everything that somebody should see before they decide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tenderlight.capabilities import capability_entries
from tenderlight.capabilities.explaining import Explanation
from tenderlight.languages.segments import sentence_around
from tenderlight.linking.contradictions import contradictions
from tenderlight.lists.known import list_of
from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.review import Review, Standing
from tenderlight.model.statement import BUYING_POLARITIES
from tenderlight.model.values import BidderValue, CapabilityValue, PartyValue, SupplierValue
from tenderlight.publish.dossier_obstacles import contradiction_in
from tenderlight.publish.terms import term_in
from tenderlight.publish.told_words import feature_in, screening_in
from tenderlight.web.asked import Asked
from tenderlight.web.note_views import CorrectionView, NoteView, correction_view, notes_on
from tenderlight.web.page_views import PictureView, pictures_of
from tenderlight.web.saying import (
    against_of,
    label_of,
    picture_of,
    printed_value,
    sentence_of,
    value_of,
    where_of,
)
from tenderlight.web.why_views import Stretch, WhyView, stretches, why_view

AROUND, LINES_AROUND = 160, 3
"""Characters and lines of the page's text shown on either side of a sentence: it is in sight without scrolling."""
MOST_HITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quote in its surroundings."""

    text: str
    before: str
    """Text of the page before its sentence."""
    sentence_before: str
    sentence_after: str
    after: str
    where: str
    document: str
    page_number: int | None
    start: int
    end: int
    reader: str
    page_href: str | None
    original_href: str
    corrections: tuple[CorrectionView, ...]
    """Words of it that somebody reads otherwise."""
    sentence: tuple[Stretch, ...]
    """The whole sentence, cut where it is quoted and where words stand for what the rule asks for."""
    stands: bool
    """Whether the words stand in the page's text as it is stored; True also where there is no page to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """The rule that made a claim."""

    code: str
    version: int
    label: str
    definition: str
    not_when: tuple[str, ...]
    written_in: str
    """Language of definition and `not_when`, as `lang` says it."""
    why_it_matters: str
    sources: tuple[str, ...]
    severity: str
    is_of_capability: bool
    why: WhyView | None
    """Which words stand for what it asks for; None = the rules of today do not find it in these words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """An entry of a list that a name of the claim may be."""

    name: str
    entry: str
    grade: str
    status: str
    list_title: str
    as_of: str | None
    because: str
    explanation: str
    features: tuple[str, ...]
    is_likeness: bool
    """Whether it is no more than a likeness: offered, never claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """One review in the history of a claim."""

    number: int
    verdict: str
    person: str
    because: str
    at: str
    is_undone: bool
    is_outdated: bool
    """Made of other words than the claim has now."""
    missed: tuple[int, ...]
    """Reviews that stood there already and that the person had not seen."""
    edited: str | None
    """What they put in the place of the value or the boxes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim, and what stands around it."""

    claim: str
    contract: str
    contract_title: str
    kind: str
    label: str
    sentence: str
    value: str
    printed: str
    """The value that the rule found, where a reviewer put another in its place."""
    polarity: str | None
    is_buying: bool
    stage: str | None
    status: str
    is_disputed: bool
    confidence: float | None
    against: tuple[str, ...]
    picture_says: str
    quotes: tuple[QuoteView, ...]
    pictures: tuple[PictureView, ...]
    rule: RuleView
    contradictions: tuple[str, ...]
    hits: tuple[HitView, ...]
    reviews: tuple[ReviewView, ...]
    notes: tuple[NoteView, ...]
    seen: int
    """Number of the newest review of the claim, for the form that adds one."""


async def claim_view(asked: Asked, claim: Claim) -> ClaimView:
    """Return a claim as its page shows it."""
    explained = await asked.desk.why.explain(claim)
    reviews = asked.desk.case.reviews.of(claim.claim)
    standing = asked.desk.case.reviews.standing_by(reviews, claim)
    head = asked.desk.head(claim.contract)
    printed, value = printed_value(asked.language, claim), value_of(asked.language, claim)
    return ClaimView(
        claim=claim.claim,
        contract=claim.contract,
        contract_title="" if head is None else head.title or head.number,
        kind=claim.kind.value,
        label=label_of(asked.language, claim.value.capability) if isinstance(claim.value, CapabilityValue) else "",
        sentence=sentence_of(asked.language, claim),
        value=value,
        printed="" if printed == value else printed,
        polarity=None if claim.polarity is None else claim.polarity.value,
        is_buying=claim.polarity in BUYING_POLARITIES,
        stage=None if claim.stage is None else claim.stage.value,
        status=claim.status.value,
        is_disputed=standing.is_disputed,
        confidence=claim.confidence,
        against=against_of(asked.language, claim),
        picture_says=picture_of(asked.language, claim.picture),
        quotes=tuple(_quote(asked, quote, explained) for quote in claim.quotes[:20]),
        pictures=pictures_of(asked, claim),
        rule=_rule(asked, claim, explained),
        contradictions=_contradictions(asked, claim),
        hits=_hits(asked, claim),
        reviews=tuple(_review(asked, claim, one, standing, reviews) for one in reviews),
        notes=notes_on(asked, f"claim:{claim.claim}"),
        seen=reviews[-1].number if reviews else 0,
    )


def _quote(asked: Asked, quote: Quote, explained: Explanation | None) -> QuoteView:
    stored = None if quote.page_number is None else asked.desk.page(quote.document, quote.page_number)
    before, first, last, after = quote.before, "", "", quote.after
    stands = True
    if stored is not None:
        text = stored.page.text
        stands = text[quote.start : quote.end] == quote.text
        start, end = sentence_around(text, quote.start, quote.end)
        before = _last_lines(text[max(0, start - AROUND) : start])
        first, last = text[start : quote.start], text[quote.end : end]
        after = _first_lines(text[end : end + AROUND])
        sentence = stretches(quote, (start, end), text, explained)
    else:
        known = replace(quote, start=len(before), end=len(before) + len(quote.text))
        sentence = stretches(known, (known.start, known.end), before + quote.text + after, explained)
    return QuoteView(
        text=quote.text,
        before=before,
        sentence_before=first,
        sentence_after=last,
        after=after,
        where=where_of(asked.language, quote.path, quote.page_number, quote.pointer),
        document=quote.document,
        page_number=quote.page_number,
        start=quote.start,
        end=quote.end,
        reader=quote.reader,
        page_href=None if stored is None else asked.link(f"/pages/{quote.document}/{quote.page_number}"),
        original_href=f"/originals/{quote.document}",
        corrections=tuple(map(correction_view, asked.desk.case.corrections.of_quote(quote))),
        sentence=sentence,
        stands=stands,
    )


def _last_lines(text: str) -> str:
    return "\n".join(text.split("\n")[-LINES_AROUND:])


def _first_lines(text: str) -> str:
    return "\n".join(text.split("\n")[:LINES_AROUND])


def _rule(asked: Asked, claim: Claim, explained: Explanation | None) -> RuleView:
    entry = capability_entries().get(claim.value.capability) if isinstance(claim.value, CapabilityValue) else None
    term = None if entry is None else term_in(asked.language, entry)
    return RuleView(
        code=claim.rule,
        version=claim.rule_version,
        label=claim.rule if term is None else term.label,
        definition="" if term is None else term.definition,
        not_when=() if term is None else term.not_when,
        written_in="en" if term is None else term.language,
        why_it_matters="" if term is None else term.why_it_matters,
        sources=() if entry is None else entry.sources,
        severity="" if entry is None else entry.severity,
        is_of_capability=entry is not None,
        why=None if explained is None else why_view(asked, explained, made_by=claim.rule_version),
    )


def _contradictions(asked: Asked, claim: Claim) -> tuple[str, ...]:
    """Return where documents of the contract contradict what the claim says."""
    kinds = {"buyer": "buyer", "supplier": "supplier", "amount": "price", "date": "date"}
    wanted = kinds.get(claim.kind.value)
    if wanted is None:
        return ()
    found = contradictions(asked.desk.facts_of(claim.contract))
    return tuple(contradiction_in(asked.language, one) for one in found if wanted in one.field)


def _hits(asked: Asked, claim: Claim) -> tuple[HitView, ...]:
    if not isinstance(claim.value, PartyValue | SupplierValue | BidderValue):
        return ()
    name = claim.value.name
    found = [one for one in asked.desk.screened.get(claim.contract, ()) if one.question.name == name]
    hits = {(hit.list, hit.entry.id): (one, hit) for one in found for hit in one.hits}
    return tuple(
        HitView(
            name=one.question.name,
            entry=hit.entry_name,
            grade=screening_in(asked.language, hit.grade),
            status=screening_in(asked.language, hit.status),
            list_title=list_of(hit.list).title,
            as_of=hit.as_of,
            because=screening_in(asked.language, hit.because),
            explanation=screening_in(asked.language, hit.explanation),
            features=tuple(feature_in(asked.language, each) for each in hit.features),
            is_likeness=not hit.may_carry_a_claim,
        )
        for one, hit in list(hits.values())[:MOST_HITS]
    )


def _review(asked: Asked, claim: Claim, review: Review, standing: Standing, reviews: tuple[Review, ...]) -> ReviewView:
    edited = None
    if review.edit is not None:
        moved = asked.say("claim.boxes_moved") if review.edit.boxes is not None else ""
        value = "" if review.edit.value is None else value_of(asked.language, replace(claim, edit=review.edit))
        edited = " · ".join(part for part in (value, moved) if part)
    return ReviewView(
        number=review.number,
        verdict=review.verdict.value,
        person=review.person,
        because=review.because,
        at=review.at,
        is_undone=review.number in {one.undoes for one in reviews},
        is_outdated=review.number in {one.number for one in standing.outdated},
        missed=dict(standing.unseen).get(review.number, ()),
        edited=edited,
    )
